"""ANPA 1312, the wire format of American newspapers (1979-1989), as AP and others still send it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import filterfalse

from ..dates.calendar import century
from . import wire
from .document import Document
from .story import Story

# "z9631<US>-----": service level, number, selector code.
_START = re.compile(r"(?:\x16{1,4}\x01?|\x01)[a-z]?\d{3,5}\x1f", re.I)
# "r z<DC4><DC2> BC-BBO--Baseball     05-17 0820": priority, category, format, keyword, day, words.
_HEADER = re.compile(
    r"(?P<priority>\w) (?P<category>\w)[\x00-\x20]{0,6}(?P<slug>[^\n]{0,80}?)\s{1,40}"
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)\s{1,8})?(?P<words>\d{3,5})[ ]{0,8}"
)
# "AP-WF-11-13-13 1509GMT", "AP-NY-06-01-00 0930EDT"
_FILED = re.compile(r"\w{2,6}-\w{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)(GMT)?")
# How a line begins that speaks to editors.
_NOTES = ("eds", "eds:", "editors:")


def holds(document: Document) -> bool:
    """Whether it begins with SYN or SOH, a service letter with a number, and a unit separator."""
    return _START.match(document.head) is not None


def stories(document: Document) -> Iterator[Story]:
    """A story for each message with a text."""
    return wire.stories(document.text, _read)


def _read(message: wire.Message) -> Story | None:
    lines = wire.read_lines(message.text)
    if not lines.body:
        return None
    slug, *others = lines.left or [""]
    above = list(filterfalse(_is_note, others))
    headline = next(filterfalse(_is_photo, above), None)
    return Story(
        body=lines.body,
        headline=headline,
        byline=lines.byline,
        fields=(
            ("date", _moment(message.trailer)),
            ("keyword", _keyword(message.header)),
            ("slug", slug),
            *(("photo" if _is_photo(line) else "abstract", line) for line in above if line is not headline),
        ),
        notices=tuple(("editor's note", line) for line in filter(_is_note, others)),
    )


def _is_note(line: str) -> bool:
    return line.partition(" ")[0].casefold() in _NOTES


def _is_photo(line: str) -> bool:
    return line.startswith("AP Photo")


def _keyword(header: str) -> str | None:
    found = _HEADER.search(header[:300])
    return found["slug"].strip() if found is not None else None


def _moment(trailer: str) -> str | None:
    """The moment of filing in ISO 8601."""
    filed = _FILED.search(trailer[:200])
    if filed is None:
        return None
    month, day, year, hour, minute, gmt = filed.groups()
    return f"{century(int(year), first=79)}-{month}-{day}T{hour}:{minute}{'Z' if gmt else ''}"
