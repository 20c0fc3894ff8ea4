"""IPTC 7901, the wire format of European and other agencies (1979), as dpa, AFP and Reuters send it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..dates.calendar import century
from ..formats import wire
from .document import Document
from .story import Story

# "eca062 4 i 211 ccccb   dpa 061": source and number, priority, category, words, and what the agency adds.
_START = regex.compile(r"\x16{0,4}\x01\s?[a-z]{0,4}\d{3,5} \d \w{1,4}\b", regex.I)
_HEADER = regex.compile(
    r"(?P<number>[a-z]{0,4}\d{3,5}) (?P<priority>\d) (?P<category>\w{1,4}) *(?P<words>\d{1,5})?(?P<more>[^\n]{0,80})",
    regex.I,
)
# "131137 GMT Nov 13", "051508 Sep 14", "050945 sep 14EDT": day and time, month, year.
_SENT = regex.compile(r"(\d\d)(\d\d)(\d\d) ?([A-Z]{1,4})? ?([A-Za-z]{3}) (\d\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def holds(document: Document) -> bool:
    """Whether it begins with SOH and the header of a message."""
    return _START.match(document.head) is not None


def stories(document: Document) -> Iterator[Story]:
    """A story for each message with a text."""
    return wire.stories(document.text, _read)


def _read(message: wire.Message) -> Story | None:
    lines = wire.read_lines(message.text)
    headline, body = _title(message.text) if not lines.left else (lines.left[0], lines.body)
    if not body:
        return None
    sent = _SENT.search(message.trailer[:200])
    header, _, keywords = message.header.partition("\n")
    number = _HEADER.match(header)
    fields = [("date", _moment(sent) if sent else None), ("keyword", keywords.strip()), ("source", _agency(number))]
    fields += [("abstract", line) for line in lines.left[1:]]
    return Story(
        body=body,
        headline=headline,
        byline=lines.byline,
        fields=tuple((name, value) for name, value in fields if value),
    )


def _title(text: str) -> tuple[str | None, str]:
    """The headline that " =" closes (dpa's way), and what follows it."""
    top, _, rest = text.partition("\n\n")
    title = " ".join(top.split())
    if title.endswith("=") and len(title) <= 400:
        return title.removesuffix("=").rstrip(), wire.read_lines(rest).body
    return None, wire.read_lines(text).body


def _agency(header: regex.Match[str] | None) -> str | None:
    """The agency that the optional part of the header names ("ccccb   dpa 061")."""
    words = header["more"].split() if header else []
    return words[-2] if len(words) >= 2 and words[-1].isdigit() and words[-2].isalpha() else None


def _moment(sent: regex.Match[str]) -> str | None:
    """The moment of sending in ISO 8601; ``None`` for a month that is none."""
    day, hour, minute, zone, month, year = sent.groups()
    if month.casefold() not in _MONTHS:
        return None
    year, number = century(int(year), first=79), _MONTHS.index(month.casefold()) + 1
    return f"{year}-{number:02d}-{day}T{hour}:{minute}{'Z' if zone in ('GMT', 'UTC', 'Z') else ''}"
