"""Counts before or after the story's date, in many languages: ``3 hours ago``, ``vor 2 Tagen``, ``3小时前``."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from ..text import tables
from ..wire_date import WireDate
from .east_asian import figures
from .english import english, number_of
from .parts import any_of
from .reference import Setting, days_from
from .relative import from_now

# Which way the words before and behind a count point.
_SIGNS = {"past": -1, "ago": -1, "future": 1, "hence": 1}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAY = 86400
_CHINESE_NUMBER = "[一二两三四五六七八九十]{1,3}"


def read_counted(text: str, near: dt.date, moment: dt.datetime | None) -> WireDate | None:
    """What a count before or after the story's date means: ``3 hours ago``, ``vor 2 Tagen``, ``3小时前``.

    Of hours comes back the moment when ``moment`` is given, else the day, where the count leaves no doubt about it.

    >>> read_counted("3 hours ago", dt.date(2025, 4, 18), dt.datetime(2025, 4, 18, 1, 30)).isoformat()
    '2025-04-17T22:30'
    """
    found = _counted().fullmatch(text.lower())
    if found is None:
        return None
    count, sign = _count(found), _sign(found)
    if count is None or sign == 0:
        return None
    unit = _units()[found["unit"]]
    try:
        if unit in _SECONDS:
            return _moment(sign * count * _SECONDS[unit], near, moment, exact=unit == "second")
        return None if found["half"] else from_now(sign * int(count), unit, Setting(near, "", 0))
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def _sign(found: re.Match[str]) -> int:
    """-1 before, 1 after the story's date; 0 when no word or more than one says so."""
    signs = [sign for name, sign in _SIGNS.items() if found[name]]
    return signs[0] if len(signs) == 1 else 0


def _count(found: re.Match[str]) -> float | None:
    """How many of its units an expression counts; ``None`` when the figures write no number."""
    if found["half"]:
        return 0.5
    if found["one"]:
        return 1
    return figures(found["chinese"]) if found["chinese"] else number_of(found["number"])


def _moment(seconds: float, near: dt.date, moment: dt.datetime | None, *, exact: bool) -> WireDate | None:
    """The time so many seconds from the story's, or the day where only that is known."""
    if moment is None:
        days, rest = divmod(abs(seconds), _DAY)
        return None if days and rest else days_from(near, int(days) if seconds > 0 else -int(days))
    distance = dt.timedelta(seconds=seconds)
    # Through UTC, since the clocks may have been changed between the two.
    then = (
        moment + distance if moment.tzinfo is None else (moment.astimezone(dt.UTC) + distance).astimezone(moment.tzinfo)
    )
    time = then.time().replace(second=then.second if exact else 0, microsecond=0)
    offset = then.utcoffset()
    if offset is not None:
        time = time.replace(tzinfo=dt.timezone(offset))
    return WireDate(then.year, then.month, then.day, time, inferred=("year", "month", "day", "time"))


@cache
def _units() -> dict[str, str]:
    """The English unit of each word for one."""
    units: dict[str, list[str]] = tables.load("calendar_extra")["counted"]["units"]
    return {word: unit for unit, words in units.items() for word in words}


@cache
def _counted() -> re.Pattern[str]:
    table, known = tables.load("calendar_extra")["counted"], english()
    number = rf"\d{{1,3}}|{any_of(known.numbers)}"
    return re.compile(
        rf"(?:(?:(?P<past>{any_of(table['past_before'])})|(?P<future>{any_of(table['future_before'])}))\s?)?"
        rf"(?:(?P<half>{any_of(table['halves'])})|(?P<one>{any_of(table['ones'])})|(?P<number>{number})"
        rf"|(?P<chinese>{_CHINESE_NUMBER}))[\s-]?(?P<unit>{any_of(_units())})\.?"
        rf"(?:\s?(?:(?P<ago>{any_of(table['past_behind'])})|(?P<hence>{any_of(table['future_behind'])})))?"
    )
