"""ninjs, News in JSON (IPTC): 1.x, 2.x and 3.x, one item, a list of them, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..kinds import NoticeKind
from .document import Document, NoStoryError
from .jsonwire import dicts, plain, text_of
from .story import Story, stories_of

_OWN = (
    "body_text",
    "body_xhtml",
    "body_html",
    "bodies",
    "headlines",
    "headline",
    "pubstatus",
    "pubStatus",
    "versioncreated",
    "versionCreated",
    "slugline",
    "associations",
    "byline",
    "by",
    "descriptions",
    "eventDetails",
    "standard",
    "$standard",
)
# The types whose body is a story.
_TYPES = ("text", "composite", "package", "component", None)


def holds(document: Document) -> bool:
    """Whether it is JSON with a ``uri`` or ``type`` and another property that ninjs has."""
    return any(_is_item(item) for item in _items(document.json))


def stories(document: Document) -> Iterator[Story]:
    """A story for each item with a text; of a package, the items inside it."""
    if document.json is None:
        raise NoStoryError("it cannot be read as JSON")
    items = list(_items(document.json))
    return stories_of(map(read_item, items), lambda: f"no item is a text with a body ({_types(items)})")


def _types(items: list[dict[str, Any]]) -> str:
    types = dict.fromkeys(text_of(item, "type") or "an item without a type" for item in items)
    return ", ".join(types) or "there is no item"


def _is_item(item: dict[str, Any]) -> bool:
    return ("uri" in item or "type" in item) and any(name in item for name in _OWN)


def _items(json: Any) -> Iterator[dict[str, Any]]:
    for item in dicts(json):
        yield item
        if text_of(item, "type") in ("composite", "package"):
            associations = item.get("associations")
            yield from dicts(list(associations.values()) if isinstance(associations, dict) else associations)


def read_item(item: dict[str, Any]) -> Story | None:
    """The story of an item; ``None`` when it is none. The body of a picture or an event only describes it."""
    body = _body(item) if item.get("type", "text") in _TYPES else ""
    if not body.strip():
        return None
    return Story(
        body=body,
        headline=text_of(item, "headline") or _main(item.get("headlines")) or text_of(item, "title"),
        byline=text_of(item, "byline", "by"),
        credit=text_of(item, "creditline"),
        fields=tuple(_fields(item)),
        notices=tuple(_notices(item)),
        language=text_of(item, "language"),
    )


def _body(item: dict[str, Any]) -> str:
    """The plain text where there is one, else the text of the markup (1.x: ``body_*``; since 2.0: ``bodies``)."""
    bodies = [(kind, text) for kind, text in _bodies(item) if text]
    as_plain = next((text for kind, text in bodies if "html" not in kind and "xml" not in kind), None)
    if as_plain is not None:
        return as_plain
    return plain(bodies[0][1]) if bodies else ""


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The bodies of an item, with their media types."""
    for body in dicts(item.get("bodies")):
        yield text_of(body, "contenttype", "contentType") or "", text_of(body, "value")
    yield "text/plain", text_of(item, "body_text", "body")
    for name in item:
        if name.startswith("body_") and name != "body_text":
            yield "text/html", text_of(item, name)


def _main(headlines: Any) -> str | None:
    """The main headline, else the first."""
    found = list(dicts(headlines))
    found.sort(key=lambda headline: headline.get("role") != "main")
    return next((value for headline in found if (value := text_of(headline, "value"))), None)


def _fields(item: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    yield "date", text_of(item, "versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated")
    yield "slug", text_of(item, "slugline")
    sources = [
        text_of(s, "name", "literal")
        for s in dicts(item.get("infosources") or item.get("infoSources") or item.get("infosource"))
    ]
    yield "source", next(filter(None, sources), None) or text_of(item, "provider", "copyrightholder", "copyrightHolder")
    yield "located", text_of(item, "located")


def _notices(item: dict[str, Any]) -> Iterator[tuple[NoticeKind, str | None]]:
    yield "copyright", text_of(item, "copyrightnotice", "copyrightNotice")
    terms = item.get("usageterms", item.get("usageTerms"))
    yield "usage terms", terms if isinstance(terms, str) else None
    if isinstance(terms, list):  # AP sends a list
        yield from (("usage terms", term) for term in terms if isinstance(term, str))
    yield "editor's note", text_of(item, "ednote", "edNote")
    until = text_of(item, "embargoed", "embargoedUntil")
    yield "embargo", f"Embargoed until {until}" if until else None
