"""Expressions of other languages whose English the table ``phrases`` tells: ``上周五``, ``letzte Woche``."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

from ..text import tables
from ..wire_date import WireDate
from .calendar import weekday_word
from .relative import read_relative


def read_phrase(text: str, reference: dt.date, context: str | None) -> WireDate | None:
    """What an expression of another language means, or ``None`` when the table does not have it.

    >>> read_phrase("上周五", dt.date(2025, 4, 18), None).isoformat()
    '2025-04-11'
    """
    english = phrases().get(text.lower()) or _with_weekday(text.lower())
    return None if english is None else read_relative(english, reference, text, context)


@cache
def phrases() -> dict[str, str]:
    """The English of each phrase; * stands for a weekday in both."""
    table: dict[str, list[str]] = tables.load("calendar_extra")["phrases"]
    return {phrase: english for english, others in table.items() for phrase in others}


def _with_weekday(text: str) -> str | None:
    """The English of an expression that has a weekday in it."""
    for letter in {text[0], text[-1]}:
        for before, behind, english in _beside_weekdays().get(letter, ()):
            named = weekday_word(text.removeprefix(before).removesuffix(behind))
            if named is not None and text.startswith(before) and text.endswith(behind):
                return english.replace("*", _ENGLISH_WEEKDAYS[named.number])
    return None


@cache
def _beside_weekdays() -> dict[str, list[tuple[str, str, str]]]:
    """What stands before and behind a weekday, and the English of it, by the first or else the last letter."""
    table = defaultdict(list)
    for phrase, english in phrases().items():
        before, star, behind = phrase.partition("*")
        if star:
            table[before[:1] or behind[-1]].append((before, behind, english))
    return table


_ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
