"""AP Media API: the JSON of ``/content`` and ``/content/feed``, whose items are close to ninjs 1.

The text of a story is often a rendition behind a link; nothing is fetched, so such an item holds no story. Put the NITF
that you fetched into the item, under ``nitf``, and it is read with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from . import ninjs
from .jsonwire import JsonFormat, Object, dicts, plain, text_of
from .markup import read_xml
from .nitf import nitf_inside
from .reads import JsonItem, read_story
from .story import Story

READS = attrs.evolve(
    ninjs.READS,
    story={
        **ninjs.READS.story,
        "byline": "bylines/by, byline",
        "credit": "description_creditline, creditline",
    },
    metadata={
        **ninjs.READS.metadata,
        "uri": "altids/itemid, uri",
        "status": "pubstatus, editorialtypes, signals, editorialrole",
        "take": "editorialtypes, editorialrole",
        "located": "datelinelocation/city, located",
        "priority": "editorialpriority, priority",
    },
)


def _is_item(item: Object) -> bool:
    return True


def _items(value: Any) -> Iterator[Object]:
    """The items of the envelope; in a feed each is wrapped once more."""
    data = value.get("data") if isinstance(value, dict) else None
    if not isinstance(data, dict):
        return
    for item in (*dicts(data.get("item")), *dicts(data.get("items"))):
        yield inner if isinstance(inner := item.get("item"), dict) else item


def _read(item: Object) -> Story | None:
    """The story of an item whose text came with it."""
    if item.get("type", "text") not in ("text", "composite", None):
        return None
    body = item.get("body")
    inside = body if isinstance(body, dict) else {"body.content": body}
    nitf = _nitf(text_of(item, "body_nitf", "nitf") or text_of(inside, "nitf"))
    markup = text_of(item, "body_html", "body_nitf", "body_xhtml", "nitf") or text_of(inside, "nitf", "body.content")
    text = text_of(item, "body_text") or (nitf.body if nitf is not None else plain(markup or ""))
    return read_story(JsonItem(item), READS, text).completed_by(nitf) if text.strip() else None


def _nitf(document: str | None) -> Story | None:
    """The story of the NITF that somebody fetched for an item."""
    return nitf_inside(read_xml(document)[0]) if document and "<nitf" in document else None


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`body_text`, NITF under `nitf`, `body_nitf` or `body/nitf`, else `body_html`",
    "byline": "else that of the NITF",
}
FORMAT = JsonFormat(
    _is_item,
    _read,
    "no item carries its text (it may be behind a link in its renditions, and nothing is fetched), type",
    items=_items,
)
