"""Expressions for years and decades: ``1998``, ``nineteen ninety-six``, ``Anfang 2025``, ``the 1960s``, ``años 90``."""

from __future__ import annotations

import datetime as dt

from ..wire_date import WireDate
from .reference import Setting, of_day
from .rules import AbsoluteRule, Rule
from .said import Said

# The decade that the last century's thirties are counted from: the 1930s are 193. Twenties and tens depend on the day.
_LAST_CENTURY = 190
_FIRST_THAT_IS_CLEAR = 3


def absolute_rules() -> list[AbsoluteRule]:
    """Expressions that say which year or decade they mean."""
    return [
        ("y?#|#y", lambda said: _year(said.number("#"))),
        ("y?#j|J#", lambda said: _decade_of_year(said.number("#"))),
        ("J?DY?|y?nj|Jn", lambda said: _decade(_tens(said))),
        ("y?n|y?nn|y?nnn|y?nnnn", lambda said: _year(spelt_year(said.spelt_numbers()))),
        ("mn|mnn|mnnn", lambda said: _month_of(said.number("m"), spelt_year(said.spelt_numbers()))),
        ("my?#y?|#y?mv?", lambda said: _month_of(said.number("m"), said.number("#"))),
    ]


def rules() -> list[Rule]:
    """Expressions whose year or decade the story's date tells."""
    return [
        ("W?l", lambda said, setting: _year_end(setting)),
        ("J?DY?|y?nj|Jn", lambda said, setting: _nearest_decade(_tens(said), setting)),
    ]


def spelt_year(numbers: list[int]) -> int | None:
    """A year of which the numbers are said one by one, or ``None``.

    >>> spelt_year([19, 96]), spelt_year([2000, 1]), spelt_year([20, 24]), spelt_year([19, 5, 6])
    (1996, 2001, 2024, None)
    """
    first, *rest = numbers
    last = [number for number in rest if number not in (0, 100)]
    if len(last) > 1 or not all(number < 100 for number in last):
        return None
    if first == 2000:
        return first + sum(last)
    return first * 100 + sum(last) if rest and 18 <= first <= 20 else None


def _year(year: int | None) -> WireDate | None:
    return WireDate(year) if year is not None and 1000 <= year <= 2199 else None


def _month_of(month: int, year: int | None) -> WireDate | None:
    return None if year is None else WireDate(year, month)


def _decade_of_year(year: int) -> WireDate | None:
    return WireDate(decade=year // 10) if year % 10 == 0 else None


def _tens(said: Said) -> int:
    """Which ten of a century is said: 9 in "the '90s" and "neunziger Jahre"; -1 for a number that is no ten."""
    if said.value("D") is not None:
        return said.number("D")
    tens, ones = divmod(said.number(), 10)
    return -1 if ones else tens


def _decade(tens: int) -> WireDate | None:
    return WireDate(decade=_LAST_CENTURY + tens) if _FIRST_THAT_IS_CLEAR <= tens <= 9 else None


def _nearest_decade(tens: int, setting: Setting) -> WireDate | None:
    """The twenties: of this century once they have begun, else of the last."""
    now = setting.near.year // 10
    return WireDate(decade=now - (now - tens) % 10, inferred=("decade",)) if 0 <= tens <= 9 else None


def _year_end(setting: Setting) -> WireDate:
    """``since year-end`` is a day, the last of the year before; ``by year-end`` only some time in this year."""
    near = setting.near
    return of_day(dt.date(near.year - 1, 12, 31)) if setting.tense < 0 else of_day(near, "year")
