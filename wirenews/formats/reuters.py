"""Reuters Connect (JSON): the items of its content API, one, a list, or an answer of GraphQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from .jsonwire import JsonFormat, Object, dicts, plain, text_of, unescaped
from .reads import JsonItem, Reads, SubjectRow, read_story
from .story import Story

READS = Reads(
    story={
        "headline": "headLine, headline",
        "byline": "byLine, byline, by",
        "dateline": "dateLine, dateline",
        "credit": "creditLine, credit",
        "language": "language",
        "dated": "contentTimestamp",
        "agency": "source/literal, infoSource, provider/name, source",
    },
    metadata={
        "uri": "versionedGuid, uri, guid, id, usn",
        "version": "version",
        "status": "pubStatus, status",
        "urgency": "urgency",
        "priority": "priority",
        "slugline": "slugLine, slugline, slug",
        "abstract": "fragment, intro, caption, description, synopsis",
        "provider": "provider/name, source/literal, provider, source",
        "located": "located, located/name, location/name",
        "created": "firstCreated, dateCreated",
        "modified": "versionCreated, sortTimestamp",
        "keywords": "keyword, keywords, keywords/name",
        "genres": "messageType, contentType",
    },
    subjects=(
        SubjectRow("subject", code="code, qcode, id, uri", name="name"),
        SubjectRow("subjects", code="code, id", name="name"),
    ),
    notices={
        "copyright": "copyrightNotice",
        "usage terms": "usageTerms, usage/terms, restrictions",
        "editor's note": "editorNote, edNote",
    },
)
_TEXTS = ("bodyXhtml", "bodyXhtmlRich", "body_xhtml", "bodyText", "body", "text")
_MARKS = ("versionedGuid", "usn", "headLine", "slugLine", "bodyXhtml", "versionCreated")


def _is_item(item: Object) -> bool:
    """Whether it has Reuters' own names for three things, or two with a guid of Reuters."""
    own = sum(name in item for name in _MARKS)
    return own >= 3 or (own >= 2 and "reuters.com" in str(item.get("uri") or item.get("versionedGuid") or ""))


def _items(value: Any, depth: int = 6) -> Iterator[Object]:
    """The items, out of ``data``, ``item``, ``search`` and ``items``."""
    for each in dicts(value):
        inner = next(
            (
                each[key]
                for key in ("data", "item", "search", "items", "stories", "results")
                if isinstance(each.get(key), dict | list)
            ),
            None,
        )
        yield from _items(inner, depth - 1) if inner is not None and depth else [each]


def _read(item: Object) -> Story | None:
    text = text_of(item, *_TEXTS)
    body = plain(text) if text and text_of(item, *_TEXTS[:3]) else unescaped(text or "")
    if not body.strip():
        return None
    story = read_story(JsonItem(item), READS, body)
    return attrs.evolve(story, headline=plain(story.headline)) if story.headline else story


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`bodyXhtml`, `bodyXhtmlRich`, `body_xhtml`, `bodyText`, `body`, `text`",
}
FORMAT = JsonFormat(
    _is_item, _read, "no item carries its text: it is a picture, a video or only announced", items=_items
)
