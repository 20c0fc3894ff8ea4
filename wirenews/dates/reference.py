"""The story's day, which dates without a year and expressions such as "last week" are counted from."""

import datetime as dt
from calendar import monthrange
from typing import NamedTuple

import attrs

from ..wire_date import WireDate

_HALF_A_YEAR = 183
# Months after which a verb of the sentence more likely tells of something else than of the month.
_FAR = 8


class Setting(NamedTuple):
    """Where an expression stands: the story's date and time, its words, their sentence and language, and its tense.

    The tense is -1 for the past, 1 for the future, 0 where it is unknown.
    """

    near: dt.date
    moment: dt.datetime | None
    printed: str
    sentence: str
    language: str
    tense: int


def settle(date: WireDate, reference: dt.date | dt.datetime, *, tense: int = 0) -> WireDate:
    """The date with the parts that the words leave open taken from ``reference``, where one reading is nearest.

    What was taken is listed in ``inferred``. A date that says its year, or is ambiguous, is given back as it is.
    ``tense`` -1 looks only before the reference, 1 only after it.

    >>> settle(WireDate(month=12, day=30), dt.date(2025, 1, 2)).isoformat()
    '2024-12-30'
    >>> settle(WireDate(month=2, day=29), dt.date(2025, 1, 2)).year is None
    True
    """
    if date.year is not None or date.ambiguous:
        return date
    near = reference.date() if isinstance(reference, dt.datetime) else reference
    if date.month is not None:
        year = nearest_year(date.month, date.day, near, tense)
        return date if year is None else attrs.evolve(date, year=year, inferred=(*date.inferred, "year"))
    nearest = nearest_month(date.day, near) if date.day is not None else None
    if nearest is None:
        return date
    return attrs.evolve(date, year=nearest[0], month=nearest[1], inferred=(*date.inferred, "year", "month"))


def nearest_year(month: int, day: int | None, near: dt.date, tense: int = 0) -> int | None:
    """The year in which a month (and its day) is nearest to ``near``; ``None`` when two are equally near.

    ``tense`` -1 allows only what is not after ``near``, 1 only what is not before it. Feb 29 has no
    year when none of those round ``near`` is a leap year.
    """
    nearest = _nearest([(year, month) for year in (near.year - 1, near.year, near.year + 1)], day, near, tense)
    return None if nearest is None else nearest[0]


def nearest_month(day: int, near: dt.date) -> tuple[int, int] | None:
    """The year and month in which a day of the month is nearest to ``near``."""
    months = (divmod(near.year * 12 + near.month - 1 + step, 12) for step in (-1, 0, 1))
    return _nearest([(year, month + 1) for year, month in months], day, near, 0)


def moved_tense(month: int, day: int | None, near: dt.date, tense: int) -> int:
    """The tense of the sentence as far as it may move a month from the nearest year: not when that lies far off."""
    year = nearest_year(month, day, near, tense)
    if year is None or abs((near.year - year) * 12 + near.month - month) > _FAR:
        return 0
    return tense


def _nearest(months: list[tuple[int, int]], day: int | None, near: dt.date, tense: int) -> tuple[int, int] | None:
    distances = [(_days_between(near, year, month, day), year, month) for year, month in months]
    apart = sorted(
        (abs(days), year, month)
        for days, year, month in distances
        if days is not None and days * tense >= 0 and (tense or abs(days) <= _HALF_A_YEAR)
    )
    if not apart or (len(apart) > 1 and apart[0][0] == apart[1][0]):
        return None
    return apart[0][1:]


def _days_between(near: dt.date, year: int, month: int, day: int | None) -> int | None:
    """How many days lie between the story and a day or month; ``None`` when the calendar does not have it."""
    if not 1 <= year <= 9999:
        return None
    if day is None:
        return ((year - near.year) * 12 + month - near.month) * 30
    return (dt.date(year, month, day) - near).days if day <= monthrange(year, month)[1] else None


def days_from(near: dt.date, step: int) -> WireDate:
    """The day so many days after ``near``."""
    return of_day(near + dt.timedelta(step))


def week_of(date: WireDate | None) -> WireDate | None:
    """The week in which a day lies: ``the week of April 3``."""
    return None if date is None or date.date is None else of_day(date.date, "week")


def of_day(day: dt.date, grain: str = "day") -> WireDate:
    """The day, week, weekend, month, quarter, year or decade that ``day`` lies in, all of it from the reference.

    >>> of_day(dt.date(2025, 4, 18), "week").isoformat(), of_day(dt.date(2025, 4, 18), "quarter").isoformat()
    ('2025-W16', '2025-Q2')
    """
    if grain in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        period = f"W{week:02d}" if grain == "week" else f"W{week:02d}-WE"
        return WireDate(year, period=period, inferred=("year", "period"))
    if grain == "quarter":
        return WireDate(day.year, period=f"Q{quarter_of(day)}", inferred=("year", "period"))
    if grain == "decade":
        return WireDate(decade=day.year // 10, inferred=("decade",))
    if grain == "year":
        return WireDate(day.year, inferred=("year",))
    if grain == "month":
        return WireDate(day.year, day.month, inferred=("year", "month"))
    return WireDate(day.year, day.month, day.day, inferred=("year", "month", "day"))


def quarter_of(day: dt.date) -> int:
    """The quarter of the year, 1 to 4, that a day lies in."""
    return (day.month + 2) // 3
