"""A date on a line of its own ("date 2025-04-18"), and what the story's language says of a date."""

from __future__ import annotations

import datetime as dt
from functools import cache

from ..article import Dateline, Field
from ..dates.find import DateMatch, match_date, may_begin_date
from ..dates.reference import settle
from ..notice.shapes import are_names
from ..text import tables
from ..text.language import guess_language
from ..text.layout import clean
from ..text.patterns import Signs, pattern, plain_pattern
from ..text.rules import Rule

# What is looked at of the story to tell its language.
_STORY_REACH = 400
_FIGURES = Signs(pattern(r"\p{N}"), b"0123456789")

_TIME = plain_pattern(
    r"(?:[-–|/à]|at|to|um|kl\.?|klo|alle|ore|a las|às)? ?\d{1,2}[:.h]\d\d(?::\d\d)?"
    r"(?: ?[apAP]\.?[mM]?\.?| (?:Uhr|uur|hrs))?(?: [A-Z]{2,4})?(?: [/|] \d{1,2} \w{3,7} ago)?"
)

RULES = (
    Rule("dateline.date-line", "a whole day on a line of its own, perhaps behind a word for a date", "date 2025-04-18"),
)


def read_date_line(source: str, start: int, end: int, reference: dt.date | None) -> Dateline | None:
    """The date that a line is, as a dateline without places."""
    line = source[start:end]
    if not _FIGURES.are_in(line):
        return None
    word, _, _ = line.partition(" ")
    at = start
    if word.rstrip(":").casefold() in date_words():
        at = end - len(line[len(word) :].lstrip())
    elif not may_begin_date(word):
        return None
    match = match_date(source, at, end)
    if match is None or not _is_beside_date(source[match.end : end].strip(" .,")):
        return None
    date = read_in_language(source, match, source, end).date
    if date is None or date.month is None or date.day is None:
        return None
    date = settle(date, reference) if reference is not None else date
    return Dateline(start, end, clean(source, start, end), "dateline.date-line", date=date)


def _is_beside_date(text: str) -> bool:
    """Whether what follows a date is nothing, a time, or the name of a newspaper in brackets: "(Harbour Japan)"."""
    return (
        not text or _TIME.fullmatch(text) is not None or (text[0] == "(" and text[-1] == ")" and are_names(text[1:-1]))
    )


def date_field(line: Dateline) -> Field:
    """A date line of a story that has a dateline besides."""
    return Field(line.start, line.end, line.text, "field.date-line", "date", line.text, line.date)


@cache
def date_words() -> frozenset[str]:
    """The words that stand before a date on a line of its own ("date 2025-04-18"), in lower case."""
    return frozenset(tables.load("datelines")["date_words"])


def read_in_language(text: str, match: DateMatch, source: str, after: int, spoken: tuple[str, ...] = ()) -> DateMatch:
    """The date of ``text``, what is ambiguous about it settled by the language of the story that follows it."""
    if match.date is None or not match.date.ambiguous:
        return match
    language = guess_language(source[after : after + _STORY_REACH], spoken)
    settled = match_date(text, match.start, match.end, languages=(language,)) if language is not None else None
    return settled if settled is not None and settled.end == match.end else match
