"""Expressions for seasons and holidays: ``last fall``, ``Sommer 2014``, ``Good Friday``, ``Pâques``."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import relativedelta, weekday

from ..text import tables
from ..wire_date import WireDate
from .reference import Setting, of_day
from .rules import AbsoluteRule, Rule, step_of
from .said import Said
from .years import spelt_year

# A month in the middle of each season.
_MIDDLES = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_ABOUT_AS_NEAR = 2
_WITH_UNIT = {"k": "week", "e": "weekend"}


def absolute_rules() -> list[AbsoluteRule]:
    """Seasons and holidays with their year."""
    return [
        ("sy?[#/]y?|[#/]y?s", lambda said: WireDate(said.number("#/"), period=said.value("s"))),
        ("snn|snnn", lambda said: _season_of(said.value("s"), spelt_year(said.spelt_numbers()))),
        ("h#y?|#y?h", lambda said: _of_year(_named(said, "h"), said.number("#"))),
    ]


def rules() -> list[Rule]:
    """Seasons and holidays whose year the story's date tells."""
    return [
        ("W?s|sW|sy|W?sWy|Wys", lambda said, setting: _nearest_season(_named(said, "s"), said.value("W"), setting)),
        ("W?h|hW", lambda said, setting: of_day(_holiday(said, setting))),
        ("hWy|Wyh", lambda said, setting: of_day(_holiday_of_year(said, setting))),
        ("W?h[ke]", lambda said, setting: of_day(_holiday(said, setting), _WITH_UNIT[said.letters[-1]])),
    ]


def _named(said: Said, letter: str) -> str:
    """The season or the holiday of an expression, whose rule has the letter."""
    return said.values[said.letters.index(letter)]


def _step(said: Said) -> int:
    return step_of(said.value("W"))


# --- seasons --------------------------------------------------------------------------------------------------------


def _season_of(season: str | None, year: int | None) -> WireDate | None:
    return None if year is None else WireDate(year, period=season)


def _nearest_season(season: str, which: str | None, setting: Setting) -> WireDate:
    """A season; winter is counted to the year in which it begins."""
    middle, near, step = _MIDDLES[season], setting.near, step_of(which)
    # Months from the reference to the middle of the season that begins in each year.
    years = (near.year - 1, near.year, near.year + 1)
    apart = {year: (year + (middle == 1) - near.year) * 12 + middle - near.month for year in years}
    if step < 0:
        year = max((year for year in years if apart[year] < -1), default=near.year - 1) + step + 1
    elif step > 0:
        year = min(year for year in years if apart[year] > 1) + step - 1
    elif which and middle != 1:
        year = near.year
    else:
        nearest, second, _ = sorted(years, key=lambda year: abs(apart[year]))
        # Of two that are about as near the tense tells which.
        is_open = abs(apart[second]) - abs(apart[nearest]) <= _ABOUT_AS_NEAR
        year = second if is_open and apart[nearest] * setting.tense < 0 else nearest
    return WireDate(year, period=season, inferred=("year",))


# --- holidays -------------------------------------------------------------------------------------------------------


def _of_year(name: str, year: int) -> WireDate:
    day = _holiday_in(name, year)
    return WireDate(day.year, day.month, day.day)


def _holiday(said: Said, setting: Setting) -> dt.date:
    """The holiday that "last", "this" or "next" says, else the nearest."""
    name, which = _named(said, "h"), said.value("W")
    near, step = setting.near, step_of(which)
    before, this_year, after = [_holiday_in(name, near.year + years) for years in (-1, 0, 1)]
    if step < 0:
        return this_year if this_year < near else before
    if step > 0:
        return this_year if this_year > near else after
    return this_year if which else min(before, this_year, after, key=lambda day: abs((day - near).days))


def _holiday_of_year(said: Said, setting: Setting) -> dt.date:
    """``Ostern vergangenen Jahres``."""
    return _holiday_in(_named(said, "h"), setting.near.year + _step(said))


def _holiday_in(name: str, year: int) -> dt.date:
    """The day of a holiday in a year: by its month and day, its month and weekday, or counted from Easter."""
    known = tables.load("dates")
    if name in known["easter"]:
        return easter(year) + dt.timedelta(known["easter"][name])
    if name in known["orthodox_easter"]:
        return easter(year, EASTER_ORTHODOX) + dt.timedelta(known["orthodox_easter"][name])
    month, *rule = known["holidays"][name]
    if len(rule) == 1:
        return dt.date(year, month, rule[0])
    number, which = rule
    edge = dt.date(year, month, 1) + relativedelta(day=1 if which > 0 else 31)
    return edge + relativedelta(weekday=weekday(number)(which))
