"""ANPA 1312, the wire format of American newspapers (1979-1989), as AP and others still send it."""

from __future__ import annotations

import re
from itertools import filterfalse

from ..dates.calendar import century
from ..metadata import Metadata, Subject
from .story import Story
from .values import read_moment
from .wire import Message, WireFormat, read_lines

# "z9631<US>-----": service level, number, selector code.
_START = re.compile(r"(?:\x16{1,4}\x01?|\x01)[a-z]?\d{3,5}(?:\x1f|[A-Z]{2,10}\x1f)", re.I)
# "r z<DC4><DC2> BC-BBO--Baseball     05-17 0820": priority, category, format, keyword, day, words.
_HEADER = re.compile(
    r"(?P<priority>\w) (?P<category>\w)[\x00-\x20]{0,6}(?P<slug>[^\n]{0,80}?)\s{1,40}"
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)\s{1,8})?(?P<words>\d{3,5})[ ]{0,8}"
)
# "AP-WF-11-13-13 1509GMT", "AP-NY-06-01-00 0930EDT"
_FILED = re.compile(r"\w{2,6}-\w{2}-(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)(GMT)?")
# ", 1st Ld-Writethru", "3rdLd-Writethru": the take key behind the keyword.
_TAKE = re.compile(
    r"(?:^|[,\s])((?:\d{0,2}(?:st|nd|rd|th) ?(?:Ld|Add|Lead|Take|NewsAlert)|Ld|Adv\d*|Bjt)(?:[-\w]*))", re.I
)
# How a line begins that speaks to editors.
_NOTES = ("eds", "eds:", "editors:", "(eds:", "editor's")


def _read(message: Message) -> Story | None:
    lines = read_lines(message.text)
    if not lines.body:
        return None
    slug, *others = lines.left or [""]
    slug = slug.rpartition("<")[2].strip(" ^")
    above = list(filterfalse(_is_note, others))
    headline = next(filterfalse(_is_photo, above), None)
    return Story(
        body=lines.body,
        headline=headline,
        byline=lines.byline,
        fields=(
            ("slug", slug),
            *(("photo" if _is_photo(line) else "abstract", line) for line in above if line is not headline),
        ),
        notices=tuple(("editor's note", line) for line in filter(_is_note, others)),
        metadata=_metadata(message, slug),
    )


FORMAT = WireFormat(_START, _read)

# What is read from where, for the page about formats.
READS = {
    "headline": "the second line set flush left (^…<), without those about photos and to editors",
    "byline": "the lines that are centred (^By …=)",
    "fields": "the first line set flush left (slug), lines about photos, further ones (abstract)",
    "editor's note": "lines that begin with Eds:, Editors: or EDITOR'S NOTE",
    "slugline": "the keyword of the header, else the first line",
    "priority": "the first letter of the header",
    "take": "what follows the keyword: 1st Ld-Writethru, Adv01",
    "subjects": "the category of the header (scheme anpa-1312)",
    "created": "the trailer: AP-WF-11-13-13 1509GMT",
    "provider": "the trailer: AP",
}


def _is_note(line: str) -> bool:
    return line.partition(" ")[0].casefold() in _NOTES


def _is_photo(line: str) -> bool:
    return line.startswith("AP Photo")


def _metadata(message: Message, slug: str) -> Metadata:
    header = _HEADER.search(message.header[:300])
    keyword = header["slug"].strip() if header is not None else None
    take = _TAKE.search(keyword or "") or _TAKE.search(slug)
    moment = _moment(message.trailer)
    return Metadata(
        priority=header["priority"] if header is not None else None,
        slugline=keyword or slug or None,
        take=take[1] if take is not None else None,
        provider=message.trailer.partition("-")[0] if moment else None,
        created=read_moment(moment) if moment else None,
        subjects=(Subject(header["category"], None, "anpa-1312"),) if header is not None else (),
    )


def _moment(trailer: str) -> str | None:
    """The moment of filing in ISO 8601."""
    filed = _FILED.search(trailer[:200])
    if filed is None:
        return None
    month, day, year, hour, minute, gmt = filed.groups()
    return f"{century(int(year), first=79)}-{month}-{day}T{hour}:{minute}{'Z' if gmt else ''}"
