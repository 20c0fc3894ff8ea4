"""Hours, minutes and seconds before or after the story's time: ``3 hours ago``, ``vor 2 Stunden``, ``3小时前``."""

from __future__ import annotations

import datetime as dt

from ..wire_date import WireDate
from .reference import Setting, days_from
from .said import Said

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAY = 86400


def read_moment(said: Said, setting: Setting, sign: int) -> WireDate | None:
    """The moment so many hours (minutes, seconds) from the story's, or the day where only that is known."""
    unit = said.value("tT") or ""
    seconds = sign * float(said.value("n") or 1) * _SECONDS[unit]
    if setting.moment is None:
        days, rest = divmod(abs(seconds), _DAY)
        return None if days and rest else days_from(setting.near, int(days) if seconds > 0 else -int(days))
    return _moved(setting.moment, dt.timedelta(seconds=seconds), exact=unit == "second")


def _moved(moment: dt.datetime, distance: dt.timedelta, *, exact: bool) -> WireDate:
    # Through UTC, since the clocks may have been changed between the two.
    then = (
        moment + distance if moment.tzinfo is None else (moment.astimezone(dt.UTC) + distance).astimezone(moment.tzinfo)
    )
    time = then.time().replace(second=then.second if exact else 0, microsecond=0)
    offset = then.utcoffset()
    if offset is not None:
        time = time.replace(tzinfo=dt.timezone(offset))
    return WireDate(then.year, then.month, then.day, time, inferred=("year", "month", "day", "time"))
