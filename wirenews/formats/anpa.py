"""ANPA 1312, the wire format of American newspapers (1979-1989), as AP and others still send it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..article import NoticeKind
from ..dates.calendar import century
from ..formats import wire
from .document import Document
from .story import Story

# "z9631<US>-----": service level, number, selector code.
_START = regex.compile(r"(?:\x16{1,4}\x01?|\x01)[a-z]?\d{3,5}\x1f", regex.I)
# "r z<DC4><DC2> BC-BBO--Baseball     05-17 0820": priority, category, format, keyword, day, words.
_HEADER = regex.compile(
    r"(?P<priority>\w) (?P<category>\w)[\x00-\x20]{0,6}(?P<slug>[^\n]{0,80}?)\s{1,40}"
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)\s{1,8})?(?P<words>\d{3,5})[ ]{0,8}"
)
# "AP-WF-11-13-13 1509GMT", "AP-NY-06-01-00 0930EDT"
_FILED = regex.compile(r"\w{2,6}-\w{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)(GMT)?")
_NOTES = {"eds:": "editor's note", "eds": "editor's note", "editors:": "editor's note"}


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
    notices: list[tuple[NoticeKind, str]] = []
    fields: list[tuple[str, str]] = []
    filed = _FILED.search(message.trailer[:200])
    if filed is not None:
        fields.append(("date", _moment(filed)))
    header = _HEADER.search(message.header[:300])
    if header is not None and header["slug"].strip():
        fields.append(("keyword", header["slug"].strip()))
    slug, *others = lines.left or [""]
    if slug:
        fields.append(("slug", slug))
    headline = None
    for line in others:
        first = line.partition(" ")[0].casefold()
        if first in _NOTES:
            notices.append(("editor's note", line))
        elif line.startswith("AP Photo"):
            fields.append(("photo", line))
        elif headline is None:
            headline = line
        else:
            fields.append(("abstract", line))
    return Story(
        body=lines.body,
        headline=headline,
        byline=lines.byline,
        fields=tuple(fields),
        notices=tuple(notices),
    )


def _moment(filed: regex.Match[str]) -> str:
    """The moment of filing in ISO 8601. The year has two digits, and the format is of 1979."""
    month, day, year, hour, minute, gmt = filed.groups()
    return f"{century(int(year), first=79)}-{month}-{day}T{hour}:{minute}{'Z' if gmt else ''}"
