"""IPTC 7901, the wire format of European and other agencies (1979), as dpa, AFP and Reuters send it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dates.calendar import century
from ..dates.normalize import normalize_date
from . import wire
from .document import Document
from .story import Story

# "eca062 4 i 211 ccccb   dpa 061": source and number, priority, category, words, and what the agency adds.
_START = re.compile(r"\x16{0,4}\x01\s?[a-z]{0,4}\d{3,5} \d \w{1,4}\b", re.I)
_HEADER = re.compile(
    r"(?P<number>[a-z]{0,4}\d{3,5}) (?P<priority>\d) (?P<category>\w{1,4}) *(?P<words>\d{1,5})?(?P<more>[^\n]{0,80})",
    re.I,
)
# "131137 GMT Nov 13", "051508 Sep 14", "050945 sep 14EDT": day and time, month, year.
_SENT = re.compile(r"(\d\d)(\d\d)(\d\d) ?([A-Z]{1,4})? ?([^\W\d_]{3}) (\d\d)")


def holds(document: Document) -> bool:
    """Whether it begins with SOH and the header of a message."""
    return _START.match(document.head) is not None


def stories(document: Document) -> Iterator[Story]:
    """A story for each message with a text."""
    return wire.stories(document.text, _read)


def _read(message: wire.Message) -> Story | None:
    lines = wire.read_lines(message.text)
    headline, body = (lines.left[0], lines.body) if lines.left else _title(message.text)
    if not body:
        return None
    header, _, keywords = message.header.partition("\n")
    return Story(
        body=body,
        headline=headline,
        byline=lines.byline,
        fields=(
            ("date", _moment(message.trailer)),
            ("keyword", keywords.strip()),
            ("source", _agency(header)),
            *(("abstract", line) for line in lines.left[1:]),
        ),
    )


def _title(text: str) -> tuple[str | None, str]:
    """The headline that " =" closes (dpa's way), and what follows it."""
    top, _, rest = text.partition("\n\n")
    title = " ".join(top.split())
    if title.endswith("=") and len(title) <= 400:
        return title.removesuffix("=").rstrip(), wire.read_lines(rest).body
    return None, wire.read_lines(text).body


def _agency(header: str) -> str | None:
    """The agency that the optional part of the header names ("ccccb   dpa 061")."""
    read = _HEADER.match(header)
    words = read["more"].split() if read is not None else []
    return words[-2] if len(words) >= 2 and words[-1].isdigit() and words[-2].isalpha() else None


def _moment(trailer: str) -> str | None:
    """The moment of sending in ISO 8601; ``None`` for a day that is none."""
    sent = _SENT.search(trailer[:200])
    if sent is None:
        return None
    day, hour, minute, zone, month, year = sent.groups()
    date = normalize_date(f"{day} {month} {century(int(year), first=79)}")
    if date is None or date.date is None:
        return None
    return f"{date.date}T{hour}:{minute}{'Z' if zone in ('GMT', 'UTC', 'Z') else ''}"
