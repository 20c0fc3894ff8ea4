"""SGML of the corpora: Reuters-21578, TIPSTER and TREC, AQUAINT, LDC Gigaword. Unclosed tags are no damage there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from ..dates.normalize import normalize_date
from .cutting import cut_at
from .document import Document, Text
from .flat import FlatItem
from .reads import Reads, SubjectRow, metadata_of
from .story import Found, Story, stories_of
from .values import read_moment

READS = Reads(
    story={
        "body": "TEXT/BODY, BODY/TEXT, DOC/TEXT, REUTERS/TEXT, TEXT, BODY",
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
        SubjectRow("TOPICS/D", code="D"),
        SubjectRow("IN", name="IN"),
    ),
)
# What a brief has inside its text.
_APART = frozenset(("title", "author", "dateline"))
# Behind a letter it is no beginning of a document.
_START = re.compile(rb"<[RDrd](?<!\w<.)(?i:EUTERS|OC)(?=[\s>])")
_CONTROLS = bytes([*range(9), 11, *range(14, 32)])
# The day that a document's number has in it: "AP890101-0001", "AFP_ENG_19940512.0004", "APW19980601.0003".
_NUMBER = re.compile(r"[A-Za-z_]{2,12}?(?P<year>(?:19|20)?\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)[.-]\d{1,6}")


class SgmlFormat:
    """SGML is cut where a document begins, and each is read by itself."""

    def holds(self, document: Document) -> bool:
        """Whether the root element is a document of a corpus, or holds such."""
        return (document.root_name or "").casefold() in ("reuters", "doc", "lewis", "docs", "root")

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each document with a text."""
        cuts = cut_at(document.chunks(), _START, document.limit)
        found = (_read(document.decoded(cut.translate(None, _CONTROLS))) for cut in cuts if _START.match(cut))
        return stories_of(found, lambda _: "no document has a text")


def _read(document: Text) -> Story | None:
    text = document.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    item = FlatItem(text, READS)
    found = item.plan.story
    body = item.lines(found["body"][0], _APART) if "body" in found else ""
    if not body.strip():
        return None
    texts = {attribute: item.texts(places) for attribute, places in item.plan.metadata.items()}
    created = _created(texts.pop("created", []), texts.get("uri"))
    stated: dict[str, Any] = {
        name: next(iter(item.texts(places)), None) for name, places in found.items() if name != "body"
    }
    metadata = metadata_of(texts.items(), item.subjects(), created=created)
    return Story(body, **stated, metadata=metadata, damage=document.defects)


def _created(dates: list[str], uri: list[str] | None) -> dt.datetime | None:
    """The moment that a date states, else the day that one spells out, or that is in the number of the document."""
    moment = next(filter(None, map(read_moment, dates)), None)
    if moment is not None:
        return moment
    for text in dates:
        date = normalize_date(text)
        if date is not None and date.date is not None:
            return dt.datetime.combine(date.date, dt.time())
    numbered = _NUMBER.fullmatch(uri[0]) if uri else None
    if numbered is None:
        return None
    year, month, day = int(numbered["year"]), int(numbered["month"]), int(numbered["day"])
    try:
        return dt.datetime(year if year > 99 else 1900 + year, month, day)
    except ValueError:
        return None


# What the table cannot say, for the page about formats.
ALSO = {
    "created": "else the day in the number of the document: AP890101-0001",
}
FORMAT = SgmlFormat()
