"""SGML of the corpora: Reuters-21578, TIPSTER and TREC, AQUAINT, LDC Gigaword. Unclosed tags are no damage there."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import attrs

from ..dates.normalize import normalize_date
from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story
from .tree import name, words
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "TEXT/TITLE, HEADLINE, HL, HEAD, TITLE, TI",
        "byline": "AUTHOR, BYLINE",
        "dateline": "DATELINE",
        "agency": "SOURCE, SO",
    },
    metadata={
        "uri": "REUTERS/@NEWID, DOC/@id, DOCNO, DOCID",
        "slugline": "SLUG",
        "abstract": "LEADPARA",
        "located": "CITY",
        "created": "REUTERS/DATE, DATE_TIME, DATE, DD, DATE1",
        "keywords": "TOPICS/D, PLACES/D, PEOPLE/D, ORGS/D, EXCHANGES/D, COMPANIES/D, DESCRIPT, SUBJECT, KEYWORD",
    },
    subjects=(
        SubjectRow("TOPICS/D", code="D", scheme=""),
        SubjectRow("IN", name="IN"),
    ),
)
_DATES = tuple(map(read_path, ("DATE", "DATE1", "DD", "DATE_TIME")))
_PATHS = tuple(map(read_path, ("TEXT/BODY", "BODY/TEXT", "DOC/TEXT", "REUTERS/TEXT", "TEXT", "BODY")))
# The day that a document's number has in it: "AP890101-0001", "AFP_ENG_19940512.0004", "APW19980601.0003".
_NUMBER = re.compile(r"[A-Za-z_]{2,12}?(?P<year>(?:19|20)?\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)[.-]\d{1,6}")


def _read(document: _Element, around: XmlItem | None) -> Story | None:
    item = XmlItem(document, frozenset({"body"}))
    content = next((node for path in _PATHS for node in item.nodes(path)), None)
    if content is None:
        return None
    body = _text_alone(content)
    if not body.strip():
        return None
    story = read_story(item, READS, body)
    if story.metadata.created is None and (day := _day(item, story.metadata.uri)) is not None:
        story = attrs.evolve(story, metadata=attrs.evolve(story.metadata, created=day))
    return story


def _text_alone(content: _Element) -> str:
    """The text without the title, the author and the dateline that a brief has inside it."""
    for child in content:
        if name(child) in ("title", "author", "dateline"):
            child.text = None
    return content_text(content)


def _day(item: XmlItem, uri: str | None) -> dt.datetime | None:
    """The day that a date spells out, or else the number of the document."""
    for path in _DATES:
        for node in item.nodes(path):
            date = normalize_date(words(node) or "")
            if date is not None and date.date is not None:
                return dt.datetime.combine(date.date, dt.time())
    numbered = _NUMBER.fullmatch(uri or "")
    if numbered is None:
        return None
    year, month, day = int(numbered["year"]), int(numbered["month"]), int(numbered["day"])
    try:
        return dt.datetime(year if year > 99 else 1900 + year, month, day)
    except ValueError:
        return None


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`TEXT/BODY`, `TEXT`, `BODY`",
    "created": "else the day in the number of the document: AP890101-0001",
}
FORMAT = XmlFormat(
    holders=("lewis", "docs", "root"),
    items=("REUTERS", "DOC"),
    read=_read,
    otherwise="no document has a text",
    is_sgml=True,
)
