"""RBNews, the XML of Ritzau and NTB: one ``<RBNews>`` a story, its text HTML that is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .jsonwire import plain
from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story
from .tree import words
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "headline, title",
        "byline": "byLine",
        "agency": "origin",
    },
    metadata={
        "uri": "NewsID, id",
        "version": "version",
        "status": "status",
        "priority": "Priority",
        "slugline": "strapline",
        "take": "format",
        "abstract": "subtitle, ContentShort",
        "provider": "origin",
        "located": "town",
        "created": "PublishDate, publishdate",
        "published": "PublishDate, publishdate",
        "keywords": "SubjectKeyword/string",
        "genres": "section",
    },
    subjects=(SubjectRow("IPTCList/int", code="int"), SubjectRow("IPTCList/string", code="string")),
    notices={"editor's note": "TilRedaktionen"},
)
_CONTENT, _CANCELED = read_path("content"), read_path("Annuleret")


def _read(news: _Element, around: XmlItem | None) -> Story | None:
    item = XmlItem(news)
    body = next((content_text(node) for node in item.nodes(_CONTENT)), "")
    if not body:
        return None
    story = read_story(item, READS, body)
    provider = (story.metadata.provider or "").strip("/ ") or None
    metadata = attrs.evolve(story.metadata, provider=provider)
    if any(words(node) == "true" for node in item.nodes(_CANCELED)):
        metadata = attrs.evolve(metadata, status="canceled")
    if metadata.abstract:
        metadata = attrs.evolve(metadata, abstract=plain(metadata.abstract))
    return attrs.evolve(story, metadata=metadata)


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`content`",
}
FORMAT = XmlFormat(items=("RBNews",), read=_read, otherwise="its <content> is missing or empty")
