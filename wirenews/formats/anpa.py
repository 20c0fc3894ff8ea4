"""ANPA 1312, the wire format of American newspapers (1979-1989), as AP and others still send it."""

from __future__ import annotations

import re
from itertools import filterfalse

from ..dates.calendar import century
from ..metadata import Metadata, Subject
from .story import Story
from .values import read_moment
from .wire import Message, SetLines, WireFormat, read_lines

# "z9631<US>-----": service level, number, selector code.
_START = re.compile(r"(?:\x16{1,4}\x01?|\x01)[a-z]?\d{3,5}(?:\x1f|[A-Z]{2,10}\x1f)", re.I)
# "r z<DC4><DC2> BC-BBO--Baseball     05-17 0820": priority, category, format, keyword, day, words.
_HEADER = re.compile(
    r"(?P<priority>\w) (?P<category>\w)[\x00-\x20]{0,6}(?P<slug>[^\n]{0,80}?)\s{1,40}"
    r"(?:(?P<month>\d\d)-(?P<day>\d\d)\s{1,8})?(?P<words>\d{3,5})[ ]{0,8}"
)
# "AP-WF-11-13-13 1509GMT", "AP-NY-06-01-00 0930EDT"
_FILED = re.compile(
    r"(?P<agency>\w{2,6})-\w{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) "
    r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<gmt>GMT)?"
)
# Kyodo's way: "==Kyodo" below the text, and the trailer "KWS-21:37-09-12-18", the day before the month.
_CLOSING = re.compile(r"\n==\w{2,20}\s*$")
_KYODO_FILED = re.compile(
    r"(?P<agency>K)\w{2,4}-(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d)"
)
# ", 1st Ld-Writethru", "3rdLd-Writethru": the take key behind the keyword.
_TAKE = re.compile(
    r"(?:^|[,\s])((?:\d{0,2}(?:st|nd|rd|th) ?(?:Ld|Add|Lead|Take|NewsAlert)|Ld|Adv\d*|Bjt)(?:[-\w]*))", re.I
)
_AGENCIES = {"K": "Kyodo"}
# How a line begins that speaks to editors.
_NOTES = ("eds", "eds:", "editors:", "(eds:", "editor's")


def _read(message: Message) -> Story | None:
    filed = _FILED.search(message.trailer[:200]) or _KYODO_FILED.search(message.trailer[:200])
    lines = read_lines(_CLOSING.sub("", message.text))
    if not lines.body:
        return None
    slug, *others = lines.left or [""]
    slug = slug.rpartition("<")[2].strip(" ^")
    if not lines.left:
        slug, others, lines = _kyodo(lines, _keyword(message.header))
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
        metadata=_metadata(message, slug, filed),
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


def _kyodo(lines: SetLines, keyword: str | None) -> tuple[str, list[str], SetLines]:
    """Kyodo's first lines: the keyword of the header once more, and a headline that a plus closes."""
    first, _, rest = lines.body.partition("\n")
    if not keyword or first.strip() != keyword:
        return "", [], lines
    title, plus, body = rest.partition("+\n")
    return (
        (first.strip(), [" ".join(title.split())], lines._replace(body=body))
        if plus and len(title) < 300
        else ("", [], lines)
    )


def _keyword(header: str) -> str | None:
    found = _HEADER.search(header[:300])
    return found["slug"].strip() if found is not None else None


def _is_note(line: str) -> bool:
    return line.partition(" ")[0].casefold() in _NOTES


def _is_photo(line: str) -> bool:
    return line.startswith("AP Photo")


def _metadata(message: Message, slug: str, filed: re.Match[str] | None) -> Metadata:
    header = _HEADER.search(message.header[:300])
    keyword = _keyword(message.header)
    take = _TAKE.search(keyword or "") or _TAKE.search(slug)
    return Metadata(
        priority=header["priority"] if header is not None else None,
        slugline=keyword or slug or None,
        take=take[1] if take is not None else None,
        provider=_AGENCIES.get(filed["agency"], filed["agency"]) if filed is not None else None,
        created=read_moment(_moment(filed)) if filed is not None else None,
        subjects=(Subject(header["category"], None, "anpa-1312"),) if header is not None else (),
    )


def _moment(filed: re.Match[str]) -> str:
    """The moment of filing in ISO 8601."""
    zone = "Z" if filed.groupdict().get("gmt") else ""
    year = century(int(filed["year"]), first=79)
    return f"{year}-{filed['month']}-{filed['day']}T{filed['hour']}:{filed['minute']}{zone}"
