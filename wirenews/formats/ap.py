"""AP Media API: the JSON of ``/content`` and ``/content/feed``, whose items are close to ninjs 1.

The text of a story is often a rendition behind a link; nothing is fetched, so such an item holds no story.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..formats import ninjs
from .document import Document, NoStoryError
from .jsonwire import dicts, plain, text_of
from .story import Story, stories_of


def holds(document: Document) -> bool:
    """Whether it is JSON with AP's envelope: ``data`` with an ``item`` or ``items``."""
    return bool(_items(document.json))


def stories(document: Document) -> Iterator[Story]:
    """A story for each item whose text came with it."""
    items = _items(document.json)
    if not items:
        raise NoStoryError("it has no data.item and no data.items")
    return stories_of((ninjs.read_item(_with_text(item)) for item in items), lambda: _what_they_are(items))


def _what_they_are(items: list[dict[str, Any]]) -> str:
    kinds = ", ".join(dict.fromkeys(text_of(item, "type") or "no type" for item in items))
    where = " (the text is behind a link in its renditions, and nothing is fetched)"
    return f"no item carries its text, type {kinds}{where if any('renditions' in item for item in items) else ''}"


def _items(json: Any) -> list[dict[str, Any]]:
    """The items of the envelope; in a feed each is wrapped once more."""
    if not isinstance(json, dict) or not isinstance(data := json.get("data"), dict):
        return []
    wrapped = [*dicts(data.get("item")), *dicts(data.get("items"))]
    return [inner if isinstance(inner := item.get("item"), dict) else item for item in wrapped]


def _with_text(item: dict[str, Any]) -> dict[str, Any]:
    """The item with the body that AP puts under ``body`` or ``body.nitf`` where ninjs has it."""
    if text_of(item, "body_text", "body_html", "body_nitf"):
        return item
    body = item.get("body")
    markup = body.get("nitf") if isinstance(body, dict) else body
    return {**item, "body_text": plain(markup)} if isinstance(markup, str) else item
