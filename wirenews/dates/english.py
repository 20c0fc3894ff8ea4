"""The words of English expressions such as "two weeks ago", "the third quarter", "last fall", out of the table."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from ..text import tables
from ..wire_date import WireDate
from .parts import any_of
from .reference import Setting

AbsoluteReader: TypeAlias = Callable[[re.Match[str]], WireDate | None]
Reader: TypeAlias = Callable[[re.Match[str], Setting], WireDate | None]

AbsoluteRule: TypeAlias = tuple[str, AbsoluteReader]
"""A pattern over a whole expression in :func:`plain` form, and what gives its date."""

Rule: TypeAlias = tuple[str, Reader]
"""The same, for a date that is counted from the story's."""


def plain(text: str) -> str:
    """An expression in lower case, hyphens and possessives undone, without words that do not change its value.

    >>> plain("the late 1970s")
    '1970s'
    >>> plain("Friday's")
    'friday'
    """
    text = undressed(text.lower().replace("\u2019", "'").replace("-", " ").replace("`", "'"))
    loose = english().loose
    while True:
        shorter = loose.sub("", text, count=1)
        if shorter == text:
            return text
        text = shorter


def undressed(text: str) -> str:
    """A text without possessives, and without the signs round it."""
    return " ".join(text.replace("'s ", " ").split()).strip(' .,;:()"').removesuffix("'s").removesuffix("s'")


class English(NamedTuple):
    """The table ``english`` as it is looked up."""

    loose: re.Pattern[str]
    which: dict[str, int]
    days: dict[str, int]
    numbers: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    rows: dict[str, Any]

    def any_of(self, row: str) -> str:
        """A pattern for any of the words of a row."""
        return any_of(self.rows[row])


@cache
def english() -> English:
    """The words of English expressions, read on first use."""
    rows: dict[str, Any] = tables.load("calendar_extra")["english"]
    return English(
        loose=re.compile(rf"\A(?:{any_of(rows['loose'])})\s"),
        which={word: int(step) for step, words in rows["which"].items() for word in words},
        days={word: int(step) for step, words in rows["days"].items() for word in words},
        numbers={word: number for number, word in enumerate(rows["numbers"])},
        tens={word: number * 10 for number, word in enumerate(rows["tens"], 1)},
        ordinals={word: number for number, words in enumerate(rows["ordinals"], 1) for word in words},
        rows=rows,
    )


def step_of(which: str | None) -> int:
    """-1, 0 or 1: what "last", "this" or "next" say; 0 without a word."""
    return english().which[which] if which else 0


def number_pattern() -> str:
    """A pattern for the numbers that :func:`number_of` knows."""
    known = english()
    numbers = any_of(known.numbers)
    return rf"\d{{1,3}}|an?|{known.any_of('couples')}|{numbers}|(?:{any_of(known.tens)})(?: (?:{numbers}))?"


def number_of(word: str) -> int:
    """What a number is, in figures or in words.

    >>> number_of("12"), number_of("twenty five"), number_of("a couple of")
    (12, 25, 2)
    """
    if word.isdigit():
        return int(word)
    known = english()
    if word in ("a", "an"):
        return 1
    if word in known.rows["couples"]:
        return 2
    if word in known.numbers:
        return known.numbers[word]
    ten, _, one = word.partition(" ")
    return known.tens[ten] + known.numbers.get(one, 0)
