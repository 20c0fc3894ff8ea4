"""English expressions for seasons and holidays: ``last fall``, ``the winter of 1994``, ``Good Friday``."""

from __future__ import annotations

import datetime as dt
from functools import cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from ..wire_date import WireDate
from .english import AbsoluteRule, Rule, english, step_of, undressed
from .parts import any_of
from .reference import Setting, of_day
from .years import spelt_year, spelt_year_pattern


def absolute_rules() -> list[AbsoluteRule]:
    """Seasons with their year."""
    season, year = english().any_of("seasons"), spelt_year_pattern()
    return [
        (rf"({season})(?: of)?,? (\d{{4}})", lambda m: _season(m[1], int(m[2]))),
        (rf"({season})(?: of)? ({year})", lambda m: _season(m[1], spelt_year(m[2]))),
        (rf"(\d{{4}}) ({season})", lambda m: _season(m[2], int(m[1]))),
    ]


def rules() -> list[Rule]:
    """Seasons and holidays whose year the story's date tells."""
    known = english()
    which, season = any_of(known.which), known.any_of("seasons")
    holiday = any_of([*_holidays(), *known.rows["easter"]])
    return [
        (
            rf"(?:({which}) )?(?:early |late |mid )?({season})(?: (?:of )?({which}) year)?",
            lambda m, s: _nearest_season(m[2], step_of(m[1] or m[3]), s),
        ),
        (rf"(?:({which}) )?({holiday})", lambda m, s: of_day(_holiday(m[2], m[1], s))),
        (rf"(?:({which}) )?({holiday}) (week|weekend)", lambda m, s: of_day(_holiday(m[2], m[1], s), m[3])),
    ]


# --- seasons --------------------------------------------------------------------------------------------------------


def _season(word: str, year: int | None) -> WireDate | None:
    return None if year is None else WireDate(year, period=english().rows["seasons"][word][0])


def _nearest_season(word: str, step: int, setting: Setting) -> WireDate:
    """A season; winter is counted to the year in which it begins."""
    name, middle = english().rows["seasons"][word]
    near = setting.near
    # Months from the reference to the middle of the season that begins in each year.
    years = (near.year - 1, near.year, near.year + 1)
    apart = {year: (year + (middle == 1) - near.year) * 12 + middle - near.month for year in years}
    if step < 0:
        year = max((year for year in years if apart[year] < -1), default=near.year - 1)
    elif step > 0:
        year = min(year for year in years if apart[year] > 1)
    else:
        year = min(years, key=lambda year: abs(apart[year]))
    return WireDate(year, period=name, inferred=("year",))


# --- holidays -------------------------------------------------------------------------------------------------------


@cache
def _holidays() -> dict[str, list[int]]:
    """The rule for each holiday: its month and day, or its month, weekday, and which of the month."""
    return {undressed(name): rule for name, rule in english().rows["holidays"].items()}


def _holiday(name: str, which: str | None, setting: Setting) -> dt.date:
    """The holiday that "last", "this" or "next" says, else the nearest."""
    near, step = setting.near, step_of(which)
    before, this_year, after = [_holiday_in(name, near.year + years) for years in (-1, 0, 1)]
    if step < 0:
        return this_year if this_year < near else before
    if step > 0:
        return this_year if this_year > near else after
    return this_year if which else min(before, this_year, after, key=lambda day: abs((day - near).days))


def _holiday_in(name: str, year: int) -> dt.date:
    """The day of a holiday in a year."""
    if name not in _holidays():
        return easter(year) + dt.timedelta(english().rows["easter"][name])
    month, *rule = _holidays()[name]
    if len(rule) == 1:
        return dt.date(year, month, rule[0])
    number, which = rule
    edge = dt.date(year, month, 1) + relativedelta(day=1 if which > 0 else 31)
    return edge + relativedelta(weekday=weekday(number)(which))
