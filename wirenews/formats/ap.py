"""AP Media API: the JSON of ``/content`` and ``/content/feed``, whose items are close to ninjs 1.

The text of a story is often a rendition behind a link; nothing is fetched, so such an item holds no story.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from . import ninjs
from .jsonwire import JsonFormat, Object, dicts, plain, text_of
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
    body = _text(item)
    return read_story(JsonItem(item), READS, body) if body.strip() else None


def _text(item: Object) -> str:
    """The text that AP puts under ``body`` or ``body.nitf``, or where ninjs has it."""
    if item.get("type", "text") not in ("text", "composite", None):
        return ""
    if text := text_of(item, "body_text"):
        return text
    body = item.get("body")
    markup = text_of(item, "body_html", "body_nitf", "body_xhtml") or (
        text_of(body, "nitf", "body.content") if isinstance(body, dict) else body
    )
    return plain(markup) if isinstance(markup, str) else ""


FORMAT = JsonFormat(
    _is_item,
    _read,
    "no item carries its text (it may be behind a link in its renditions, and nothing is fetched), type",
    items=_items,
)
