"""RCV1, Reuters' corpus of 1996-97: a ``<newsitem>`` with an ``itemid``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "headline, title",
        "byline": "byline",
        "dateline": "dc[@element=dc.creator.location]/@value, dateline",
        "language": "newsitem/@xml:lang",
        "agency": "dc[@element=dc.source]/@value",
    },
    metadata={
        "uri": "newsitem/@itemid",
        "provider": "dc[@element=dc.source|dc.publisher]/@value",
        "located": "dc[@element=dc.creator.location]/@value",
        "created": "newsitem/@date, dc[@element=dc.date.created]/@value",
        "published": "dc[@element=dc.date.published]/@value",
    },
    subjects=(SubjectRow("codes/code", code="@code"),),
    notices={"copyright": "copyright"},
)
_TEXT = read_path("newsitem/text")


def _read(newsitem: _Element, around: XmlItem | None) -> Story | None:
    item = XmlItem(newsitem, frozenset({"text"}))
    text = item.first(_TEXT)
    body = content_text(text) if text is not None else ""
    return read_story(item, READS, body) if body else None


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`newsitem/text`",
}
FORMAT = XmlFormat(items=("newsitem",), read=_read, otherwise="its <text> is missing or empty", mark="itemid=")
