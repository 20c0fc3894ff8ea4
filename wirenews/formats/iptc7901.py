"""IPTC 7901, the wire format of European and other agencies (1979), as dpa, AFP and Reuters send it."""

from __future__ import annotations

import re

from ..dates.calendar import century
from ..dates.normalize import normalize_date
from ..metadata import Metadata, Subject
from .story import Story
from .values import read_moment
from .wire import Message, WireFormat, read_lines

# "eca062 4 i 211 ccccb   dpa 061": source and number, priority, category, words, and what the agency adds.
_START = re.compile(r"\x16{0,4}\x01\s?[a-z]{0,4}\d{3,5} \d \w{1,4}\b", re.I)
_HEADER = re.compile(
    r"(?P<service>[a-z]{0,4})(?P<number>\d{3,5}) (?P<priority>\d) (?P<category>\w{1,4}) *(?P<words>\d{1,5})?"
    r"(?P<more>[^\n]{0,80})",
    re.I,
)
# "131137 GMT Nov 13", "051508 Sep 14", "050945 sep 14EDT": day and time, month, year.
_SENT = re.compile(r"(\d\d)(\d\d)(\d\d) ?([A-Z]{1,4})? ?([^\W\d_]{3}) (\d\d)")
# "EXTRA", "2ND LEAD", "(Achtung)", "REFILE": lines above the headline that say which version this is.
TAKE = re.compile(
    r"\([^()\n]{2,30}\)|(?:(?:\d{0,2}(?:ST|ND|RD|TH) )?"
    r"(?:LEAD|ADD|NET|EXTRA|UPDATE|REFILE|CORR(?:ECTION|ECTED)?|URGENT|FLASH|EILMELDUNG|ROUNDUP|SUMMARY|WRAP|BJT"
    r"|ADVISORY|REPEAT|KILL)\b ?)+",
    re.I,
)


def _read(message: Message) -> Story | None:
    lines = read_lines(message.text)
    takes, headline, body = ([], lines.left[0], lines.body) if lines.left else title(message.text)
    if not body:
        return None
    header, _, keywords = message.header.partition("\n")
    return Story(
        body=body,
        headline=headline,
        byline=lines.byline,
        fields=tuple(("abstract", line) for line in lines.left[1:]),
        metadata=metadata(header, keywords.strip(), " ".join(takes), message.trailer),
    )


FORMAT = WireFormat(_START, _read)

# What is read from where, for the page about formats.
READS = {
    "headline": "the first line set flush left (^…<), or the lines that end in = (dpa)",
    "byline": "the lines that are centred (^By …=)",
    "fields": "further lines set flush left (abstract)",
    "slugline": "the second line of the header: keywords with / between them",
    "priority": "the header: eca062 4 i 211",
    "take": "lines above the headline: EXTRA, 2ND LEAD, (Achtung)",
    "version": "the number of the header",
    "subjects": "the category of the header (scheme iptc-7901)",
    "provider": "the end of the header: dpa 061",
    "created": "the trailer: 131137 GMT Nov 13",
}


def title(text: str) -> tuple[list[str], str | None, str]:
    """The take keys, the headline that " =" closes (dpa's way), and what follows it."""
    top, _, rest = text.partition("\n\n")
    lines = [line.strip() for line in top.strip().split("\n")]
    takes = []
    while len(lines) > 1 and TAKE.fullmatch(lines[0]):
        takes.append(lines.pop(0))
    shown = " ".join(" ".join(lines).split())
    if shown.endswith("=") and len(shown) <= 400:
        return takes, shown.removesuffix("=").rstrip(), read_lines(rest).body
    return [], None, read_lines(text).body


def metadata(header: str, keywords: str, take: str, trailer: str) -> Metadata:
    """What the header and the trailer of a message say."""
    read = _HEADER.match(header)
    moment = _moment(trailer)
    return Metadata(
        uri=f"{read['service']}{read['number']}" if read is not None else None,
        priority=read["priority"] if read is not None else None,
        slugline=keywords.strip("/") or None,
        take=take or None,
        provider=_agency(read["more"]) if read is not None else None,
        created=read_moment(moment) if moment else None,
        subjects=(Subject(read["category"], None, "iptc-7901"),) if read is not None else (),
    )


def _agency(more: str) -> str | None:
    """The agency that the optional part of the header names ("ccccb   dpa 061")."""
    words = more.split()
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
