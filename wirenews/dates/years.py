"""English expressions for years and decades: ``1998``, ``nineteen ninety-six``, ``January '97``, ``the 1960s``."""

from __future__ import annotations

import datetime as dt

from ..wire_date import WireDate
from .calendar import OPEN, century, month_word
from .english import AbsoluteRule, Rule, english
from .reference import Setting, of_day

# The decade that the last century's thirties are counted from: the 1930s are 193.
_LAST_CENTURY = 190


def absolute_rules() -> list[AbsoluteRule]:
    """Expressions that say which year or decade they mean."""
    known, year = english(), spelt_year_pattern()
    decades = {word: number for number, word in enumerate(known.rows["decades"], 3)}
    return [
        (r"(?:fiscal )?(?:year )?(?:fiscal )?(\d{4})", lambda m: _year(int(m[1]))),
        (r"'(\d\d)", lambda m: _year(century(int(m[1])))),
        (r"(\d{3})0'?s", lambda m: WireDate(decade=int(m[1]))),
        (r"'?([3-9])0'?s", lambda m: WireDate(decade=_LAST_CENTURY + int(m[1]))),
        (rf"({known.any_of('decades')})", lambda m: WireDate(decade=_LAST_CENTURY + decades[m[1]])),
        (rf"(?:year )?({year})", lambda m: _year(spelt_year(m[1]))),
        (rf"([a-z]+)\.? (?:of )?({year})", lambda m: _month_of(m[1], spelt_year(m[2]))),
    ]


def rules() -> list[Rule]:
    """Expressions whose year or decade the story's date tells."""
    return [
        (r"year end|yearend|this year end", lambda m, s: _year_end(s)),
        (r"'?([012])0'?s", lambda m, s: _decade(int(m[1]), s)),
        (r"tens", lambda m, s: _decade(1, s)),
        (r"twenties", lambda m, s: _decade(2, s)),
    ]


def spelt_year_pattern() -> str:
    """A pattern for all that :func:`spelt_year` can read, and more."""
    return rf"(?:{english().any_of('centuries')})(?: [a-z]+){{0,3}}"


def spelt_year(text: str) -> int | None:
    """A year in words, or ``None``.

    >>> spelt_year("nineteen ninety six"), spelt_year("two thousand one"), spelt_year("twenty twenty four")
    (1996, 2001, 2024)
    """
    first, *words = text.replace("two thousand", "twenty hundred").split()
    rest = [word for word in words if word not in ("hundred", "and", "oh")]
    last = _last_figures(rest) if words else None
    return None if last is None else english().numbers[first] * 100 + last


def _last_figures(words: list[str]) -> int | None:
    """The last two figures of a year: ``ninety six``, ``six``; 0 without a word."""
    numbers, tens = english().numbers, english().tens
    if len(words) < 2:
        return (numbers | tens).get(words[0]) if words else 0
    ten, one, *more = words
    return tens[ten] + numbers[one] if not more and ten in tens and numbers.get(one, 10) < 10 else None


def _year(year: int | None) -> WireDate | None:
    return WireDate(year) if year is not None and 1000 <= year <= 2199 else None


def _month_of(word: str, year: int | None) -> WireDate | None:
    month = month_word(word)
    if month is None or year is None:
        return None
    return WireDate(year, ambiguous=("month",)) if month.number == OPEN else WireDate(year, month.number)


def _year_end(setting: Setting) -> WireDate:
    """``since year-end`` is a day, the last of the year before; ``by year-end`` only some time in this year."""
    near = setting.near
    return of_day(dt.date(near.year - 1, 12, 31)) if setting.tense < 0 else of_day(near, "year")


def _decade(tens: int, setting: Setting) -> WireDate:
    """The twenties: of this century once they have begun, else of the last."""
    now = setting.near.year // 10
    return WireDate(decade=now - (now - tens) % 10, inferred=("decade",))
