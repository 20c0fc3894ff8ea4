"""IPTC 7901, the wire format of European and other agencies (1979), as dpa, AFP and Reuters send it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..agencies import find_agency
from ..dates.calendar import century
from ..dates.normalize import normalize_date
from ..kinds import NoticeKind
from ..metadata import Metadata, Subject
from .story import Story
from .values import read_moment
from .wire import Message, WireFormat, read_lines

# "eca062 4 i 211 ccccb   dpa 061": source and number, priority, category, words, and what the agency adds.
_START = re.compile(
    r"[\x16\x7f\s]{0,20}\x01\s?[a-z]{0,4}\d{3,5} \d \w{1,4}\b"
    r"|[a-z]{2,4}\d{3,5} \d [a-z]{1,4} \d{1,5} {1,8}[a-z]{2,10} \d{3,4}\s*\n",
    re.I,
)
_HEADER = re.compile(
    r"(?P<service>[a-z]{0,4})(?P<number>\d{3,5}) (?P<priority>\d) (?P<category>\w{1,4}) *(?P<words>\d{1,5})?"
    r"(?P<more>[^\n]{0,80})",
    re.I,
)
# "131137 GMT Nov 13", "051508 Sep 14", "050945 sep 14EDT": day and time, month, year.
_SENT = re.compile(r"(\d\d)(\d\d)(\d\d) ?([A-Z]{1,4})? ?([^\W\d_]{3}) (\d\d)")
# "EXTRA", "2ND LEAD", "(Achtung)", "REFILE": lines above the headline that say which version this is.
_TAKE_WORDS = (
    r"LEAD|ADD|NET|EXTRA|UPDATE|REFILE|CORR(?:ECTION|ECTED)?|URGENT|FLASH|EILMELDUNG|ROUNDUP|SUMMARY|WRAP|BJT|ADVISORY"
    r"|REPEAT|KILL"
)
_TAKE = re.compile(rf"\([^()\n]{{2,30}}\)|(?:(?:\d{{0,2}}(?:ST|ND|RD|TH) )?(?:{_TAKE_WORDS})\b ?)+", re.I)
_BYLINE = re.compile(r"(?:By|Von|Par|De|Por|Di) \S", re.I)
# What dpa puts behind its stories: notes and contacts under headings, and its closing line once more.
_NOTEBOOK = re.compile(r"^# (?:Notebook|Notizblock)\s*$", re.M)
_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")
_SIGNED = re.compile(r"\n(dpa(?: \w{2,5}){1,8})\s*$")


class _Top(NamedTuple):
    """The lines above a story, and what follows them."""

    takes: list[str]
    keywords: str
    headline: str | None
    byline: str | None
    body: str


def _read(message: Message) -> Story | None:
    message = message if message.text else _without_controls(message.header)
    lines = read_lines(message.text)
    top = _Top([], "", lines.left[0], lines.byline, lines.body) if lines.left else _top(message.text, lines.byline)
    if not top.body:
        return None
    header, _, keywords = message.header.partition("\n")
    body, notices = _without_notebook(top.body)
    return Story(
        body=body,
        headline=top.headline,
        byline=top.byline,
        fields=tuple(("abstract", line) for line in lines.left[1:]),
        notices=notices,
        metadata=_metadata(header, keywords.strip() or top.keywords, " ".join(top.takes), message.trailer),
    )


FORMAT = WireFormat(_START, _read)

# What is read from where, for the page about formats.
READS = {
    "headline": "the first line set flush left (^…<), or the lines that end in = (dpa)",
    "byline": "the lines that are centred (^By …=)",
    "fields": "further lines set flush left (abstract)",
    "slugline": "the second line of the header: keywords with / between them, or a line above the headline",
    "priority": "the header: eca062 4 i 211",
    "take": "lines above the headline: EXTRA, 2ND LEAD, (Achtung)",
    "uri": "the service and the number in the header: eca:062",
    "subjects": "the category of the header (scheme iptc-7901)",
    "provider": "the end of the header, where it names an agency: dpa 061",
    "created": "the trailer: 131137 GMT Nov 13",
}


def _without_controls(text: str) -> Message:
    """The parts of a message that has lost its control characters: its first line, and a last one with its moment."""
    header, _, rest = text.partition("\n")
    body, _, last = rest.rstrip().rpartition("\n")
    return Message(header, body, last) if _SENT.match(last) else Message(header, rest, "")


def _top(text: str, byline: str | None) -> _Top:
    """Take keys, the headline and a byline that " =" closes (dpa's way), and what follows them.

    The keyword may stand above all of them by itself (the way of Switzerland's agency).
    """
    top, _, rest = _BLANK_LINE.sub("\n\n", text).lstrip("\n").partition("\n\n")
    alone = ""
    if "\n" not in top and not _is_closed(top) and _is_closed(rest.partition("\n\n")[0]):
        alone, (top, _, rest) = top.strip(), rest.partition("\n\n")
    if not _is_closed(top):
        return _Top([], "", None, byline, read_lines(text).body)
    return _sorted_top(top, alone, byline, read_lines(rest).body)


def _sorted_top(top: str, keyword: str, byline: str | None, body: str) -> _Top:
    """The lines above a story by what they are."""
    lines = [line.strip() for line in top.rstrip().removesuffix("=").split("\n")]
    keywords = [keyword, *(line for line in lines if line.startswith("/") and line.endswith("/"))]
    takes = [line for line in lines[:-1] if _TAKE.fullmatch(line)]
    bylines = [line for line in lines[1:] if _BYLINE.match(line)]
    title = " ".join(line for line in lines if line not in (*keywords, *takes, *bylines))
    return _Top(takes, "".join(keywords), " ".join(title.split()) or None, "\n".join(bylines) or byline, body)


def _is_closed(block: str) -> bool:
    """Whether the first lines of a story end as a headline does."""
    return block.rstrip().endswith("=") and len(block) <= 400


def _without_notebook(body: str) -> tuple[str, tuple[tuple[NoticeKind, str], ...]]:
    """The body without the notes behind it, but with its closing line; and the notes."""
    found = _NOTEBOOK.search(body)
    if found is None:
        return body, ()
    signed = _SIGNED.search(body, found.end())
    notes = body[found.end() : signed.start() if signed is not None else len(body)]
    sections = [section.strip() for section in notes.split("\n## ")]
    kinds: list[tuple[NoticeKind, str]] = [
        ("contact" if re.match(r"\S* ?(?:contact|kontakt)", section, re.I) else "editor's note", section)
        for section in sections
        if section
    ]
    return body[: found.start()].rstrip() + (f"\n\n{signed[1]}" if signed is not None else ""), tuple(kinds)


def _metadata(header: str, keywords: str, take: str, trailer: str) -> Metadata:
    """What the header and the trailer of a message say."""
    read = _HEADER.match(header)
    moment = _moment(trailer)
    return Metadata(
        uri=":".join(filter(None, (read["service"], read["number"]))) if read is not None else None,
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
    is_named = len(words) >= 2 and words[-1].isdigit() and find_agency(words[-2]) is not None
    return words[-2] if is_named else None


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
