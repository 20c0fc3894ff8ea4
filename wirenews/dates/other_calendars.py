"""Dates of the Persian calendar, which reckoning turns into ours, and of the Islamic one, for which none is sure."""

from __future__ import annotations

import datetime as dt
from functools import cache

import regex

from ..text import tables
from .parts import Parts, any_of

NO_MONTH = 0
"""Stands for a month of the Islamic calendar: its days begin with the new moon, and differ by country."""

# The Persian calendar has eight leap years in 33; the count of days begins so many years before its first.
_CYCLE, _LEAPS, _YEARS_BEFORE, _DAYS_BEFORE = 33, 8, 1595, -356033
_LONG_MONTHS, _MONTHS = 6, 12
_YEARS = range(1200, 1500)


def find_other_date(text: str, pos: int, endpos: int) -> Parts | None:
    """The first date of another calendar: ``۲۷ اردیبهشت ۱۴۰۳``, ``12 رجب 1441هـ``; in the latter the month is 0."""
    found = _written().search(text, pos, endpos)
    if found is None:
        return None
    day, month, year = int(found["day"]), found["persian"], found["year"]
    if month is None:
        return found.start(), found.end(), None, NO_MONTH, day, ("ar",)
    date = _of_persian(int(year), tables.load("calendar")["persian_months"].index(month) + 1, day) if year else None
    if date is None:
        return found.start(), found.end(), None, NO_MONTH, day, ("fa",)
    return found.start(), found.end(), date.year, date.month, date.day, ("fa",)


def _of_persian(year: int, month: int, day: int) -> dt.date | None:
    """The day of our calendar that a day of the Persian one is; None where that has no such day.

    >>> _of_persian(1403, 2, 27)
    datetime.date(2024, 5, 16)
    >>> _of_persian(1403, 7, 31) is None
    True
    """
    ordinal = _first_of(year, month) + day - 1
    following = _first_of(year + month // _MONTHS, month % _MONTHS + 1)
    return dt.date.fromordinal(ordinal) if day > 0 and ordinal < following and year in _YEARS else None


def _first_of(year: int, month: int) -> int:
    """The first day of a month, counted as ``date.toordinal`` does."""
    years = year + _YEARS_BEFORE
    leaps = years // _CYCLE * _LEAPS + (years % _CYCLE + 3) // 4
    return _DAYS_BEFORE + 365 * years + leaps + 30 * (month - 1) + min(month - 1, _LONG_MONTHS) + 1


@cache
def _written() -> regex.Pattern[str]:
    known = tables.load("calendar")
    persian, islamic, eras = (any_of(known[row]) for row in ("persian_months", "islamic_months", "eras_of_others"))
    return regex.compile(
        rf"(?<![\d/.:])(?P<day>\d{{1,2}})\s?(?:(?P<persian>{persian})|(?:{islamic}))(?![\p{{L}}\p{{M}}])"
        rf"(?:\s?[،,]?\s(?:ماه\s|سال\s|عام\s)?(?P<year>\d{{4}})(?!\d)(?:\s?(?:{eras})(?![\p{{L}}]))?)?"
    )
