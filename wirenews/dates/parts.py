"""What the readers of dates share: a number in a text, and the parts of the date that it belongs to."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from ..text.patterns import pattern
from ..wire_date import WireDate
from .calendar import OPEN


class Hints(NamedTuple):
    """What settles a date that can be read in two ways: languages, and which of 04/05 is the day."""

    languages: tuple[str, ...]
    order: str | None


NO_HINTS = Hints((), None)


class Number(NamedTuple):
    """The number ``text[start:end]``; what belongs to its date lies in ``text[pos:endpos]``."""

    text: str
    pos: int
    endpos: int
    start: int
    end: int
    hints: Hints

    @property
    def value(self) -> int:
        return int(self.text[self.start : self.end])

    @property
    def before(self) -> str:
        """The character before the number; "" when there is none."""
        return self.text[self.start - 1] if self.start > self.pos else ""

    @property
    def after(self) -> str:
        """The character after the number; "" when there is none."""
        return self.text[self.end] if self.end < self.endpos else ""


Parts: TypeAlias = tuple[int, int, int | None, int | None, int | None, tuple[str, ...]]
"""Where a date starts and ends, its year, month and day, and the languages of its words: before its weekday and time
are read. A plain tuple, since one is made for every dateline."""

BETWEEN = " .,-\n\t،"
"""What can stand between a month and the day after it, or a weekday and its date."""

ENDS = frozenset((" (", " -", " –", " —", " _", " /"))
"""What follows a date in a dateline: no part of the date stands behind it."""

WORD = r"[\p{L}\p{M}\u200c\u200d]"
"""A letter of a word, as a pattern: with what Indic and Persian words have between letters."""

_WORD_BEFORE = pattern(rf"(?r)(?<!{WORD})({WORD}{{2,24}})")


def is_year(year: int) -> bool:
    """Whether a number can be the year of a date."""
    return 1500 <= year <= 2199


@lru_cache(maxsize=2048)
def date_of(year: int | None, month: int | None, day: int | None) -> WireDate | None:
    """The date, or ``None`` when the calendar has no such day; ``OPEN`` parts are listed as ambiguous.

    >>> date_of(2025, 2, 30) is None
    True
    """
    opened = tuple([name for name, part in (("month", month), ("day", day)) if part == OPEN])
    try:
        return WireDate(year, None if month == OPEN else month, None if day == OPEN else day, ambiguous=opened)
    except ValueError:
        return None


def last_word(text: str, pos: int, end: int) -> tuple[int, str]:
    """Where the word before ``end`` starts, dots and blanks between apart, and the word; "" when there is none."""
    low = max(pos, end - 28)
    head = text[low:end].rstrip(BETWEEN)
    blank = head.rfind(" ") + 1
    word = head[blank:]
    if word.isalpha():
        return low + blank, word
    found = _WORD_BEFORE.match(head)
    return (low + found.start(1), found.group(1)) if found is not None else (end, "")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first.

    >>> any_of(["a", "a few"])
    'a\\\\ few|a'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
