"""Dates of numbers alone: ``11.05.2023``, ``1996-08-22``, ``20250418``, ``12/05``, ``18 - 4 - 2025``."""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.patterns import plain_pattern
from .calendar import OPEN, century
from .clock import zone_at
from .parts import Number, Parts, date_of, is_year

_DAY_MONTH_YEAR = plain_pattern(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d/]|[-.]\d)")
_PAIR = plain_pattern(r"(\d\d)(?:/(\d\d)|\.(\d\d)\.)(?![\d/]|[-.]\d)")
_SHORT_PAIR = plain_pattern(r"(\d{1,2})/(\d{1,2})(?![\d/]|[-.,:]\d)")
_DASHED = plain_pattern(r"(\d{1,2}) - (\d{1,2})(?: - (\d{4}))?(?! ?\d)")
_PAIR_IN_PARENTHESES = plain_pattern(r"(\d\d)-(\d\d)\)")
_YEAR_MONTH_DAY = plain_pattern(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)\.?")
_EIGHT_FIGURES = plain_pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?![^\W\dT]|[-./:,]\d|T(?!\d{4}))")
# Signs before a number that is part of a longer one, or of a price, a score, a telephone number.
_BEFORE_OTHER_NUMBERS = frozenset("./-,:+$£€")
_BEFORE_OTHER_FIGURES = _BEFORE_OTHER_NUMBERS | frozenset("#@_")
_ROUND_THE_CLOCK = "24/7"


def read_numbers(number: Number) -> Parts | None:
    """The date that begins with a day or month in figures: ``11.05.2023``, ``12/05``, ``(07-17)``, ``18 - 4``."""
    if not _may_go_on(number) or number.before in _BEFORE_OTHER_NUMBERS:
        return None
    return (
        _three_numbers(number)
        or _pair(number)
        or _short_pair(number)
        or _pair_in_parentheses(number)
        or _dashed(number)
    )


def _may_go_on(number: Number) -> bool:
    return number.text.startswith(("/", ".", "-", " - "), number.end)


def read_year_first(number: Number) -> Parts | None:
    """``1996-08-22``, ``2023.04.18.``; a full stop that ends the sentence is none of it."""
    found = _YEAR_MONTH_DAY.match(number.text, number.start, number.endpos)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    end = found.end() - (found[0][-1] == "." and found[2] != ".")
    return (number.start, end, year, month, day, ()) if is_year(year) and month <= 12 and day <= 31 else None


def read_eight_figures(number: Number) -> Parts | None:
    """``20250418``, ``20250418T103000Z``; any other number of eight figures is no date."""
    found = _EIGHT_FIGURES.match(number.text, number.start, number.endpos)
    if found is None or number.before.isalnum() or number.before in _BEFORE_OTHER_FIGURES:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    return (number.start, number.end, year, month, day, ()) if date_of(year, month, day) is not None else None


def _three_numbers(number: Number) -> Parts | None:
    """``11.05.2023``, ``11/5/2023``, ``11-05-23``."""
    found = _DAY_MONTH_YEAR.match(number.text, number.start, number.endpos)
    if found is None:
        return None
    first, sign, second, last = found.groups()
    if len(last) == 2 and (len(first) < 2 or len(second) < 2):
        return None
    year = century(int(last)) if len(last) == 2 else int(last)
    order = number.hints.order or ("DMY" if sign == "." else None)
    return _ordered(number.start, found.end(), year, int(first), int(second), order) if is_year(year) else None


def _pair(number: Number) -> Parts | None:
    """``12/05``, ``18.04.``."""
    found = _PAIR.match(number.text, number.start, number.endpos)
    if found is None:
        return None
    first, slashed, dotted = found.groups()
    order = number.hints.order or ("DMY" if dotted is not None else None)
    return _ordered(number.start, found.end(), None, int(first), int(slashed or dotted), order)


def _short_pair(number: Number) -> Parts | None:
    """``18/4``, ``8/4``: no fraction where the order is known, or the first number over 12."""
    found = _SHORT_PAIR.match(number.text, number.start, number.endpos)
    if found is None:
        return None
    first, second, order = int(found[1]), int(found[2]), number.hints.order
    if order is None and (first <= 12 or found[0] == _ROUND_THE_CLOCK):
        return None
    return _ordered(number.start, found.end(), None, first, second, order or "DMY")


def _dashed(number: Number) -> Parts | None:
    """``18 - 4 - 2025``; ``الكويت - 18 - 4`` where the order is known, since a score looks the same."""
    found = _DASHED.match(number.text, number.start, number.endpos)
    if found is None:
        return None
    first, second, last = found.groups()
    if last is None:
        is_after_dash = number.text.endswith("- ", number.pos, number.start)
        if number.hints.order is None or not is_after_dash:
            return None
    year = None if last is None else int(last)
    if year is not None and not is_year(year):
        return None
    return _ordered(number.start, found.end(), year, int(first), int(second), number.hints.order)


def _pair_in_parentheses(number: Number) -> Parts | None:
    """``(07-05) 13:09 PDT``: an American zone tells that the month comes first."""
    found = _PAIR_IN_PARENTHESES.match(number.text, number.start, number.endpos) if number.before == "(" else None
    if found is None:
        return None
    zone = zone_at(number.text, min(found.end() + 1, number.endpos), number.endpos)
    order = "MDY" if zone in _month_first_zones() else None
    return _ordered(number.start - 1, found.end(), None, int(found[1]), int(found[2]), order)


@cache
def _month_first_zones() -> frozenset[str]:
    return frozenset(tables.load("dates")["month_first_zones"])


def _ordered(start: int, end: int, year: int | None, first: int, second: int, order: str | None) -> Parts | None:
    """Day and month out of two numbers; both stay open when nothing says which is which."""
    if not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        return None
    if second > 12 or (order == "MDY" and first <= 12):
        return start, end, year, first, second, ()
    if first > 12 or order == "DMY" or first == second:
        return start, end, year, second, first, ()
    return start, end, year, OPEN, OPEN, ()
