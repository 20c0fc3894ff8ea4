"""ninjs, News in JSON (IPTC): 1.x, 2.x and 3.x, one item, a list of them, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .jsonwire import JsonFormat, Object, dicts, plain, text_of
from .reads import JsonItem, Reads, SubjectRow, read_story
from .story import Story

_OWN = frozenset(
    "body_text body_xhtml body_html bodies headlines headline pubstatus pubStatus versioncreated versionCreated "
    "slugline associations byline by descriptions eventDetails standard $standard".split()
)
# The types whose body is a story.
_TYPES = ("text", "composite", "package", "component", None)

READS = Reads(
    story={
        "headline": "headline, headlines[role=main]/value, headlines/value, title",
        "byline": "byline, by",
        "credit": "creditline",
        "language": "language",
        "dated": "contentcreated, contentCreated",
        "agency": "infosources/name, infosources/literal, infoSources/name, infosource/name, source, copyrightholder, "
        "copyrightHolder",
    },
    metadata={
        "uri": "uri, guid, usn",
        "version": "version",
        "status": "pubstatus, pubStatus",
        "urgency": "urgency",
        "priority": "priority, editorialpriority",
        "slugline": "slugline, slug",
        "abstract": "descriptions[role=summary]/value, description_summary, description_text, descriptions/value, "
        "abstract",
        "provider": "provider, infosources/name, infoSources/name, infosource/name, infosources/literal, "
        "infoSources/literal, source",
        "located": "located",
        "created": "firstcreated, firstCreated, firstVersion, contentcreated, contentCreated",
        "modified": "versioncreated, versionCreated",
        "published": "firstpublished, firstPublished",
        "embargoed": "embargoed, embargoedUntil",
        "expires": "expires",
        "keywords": "keywords, keywords/name, subjects[rel=keyword]/name",
        "genres": "genre/name, genres/name, genre, genres",
    },
    subjects=(
        SubjectRow("subject", code="code, qcode", name="name", scheme="scheme"),
        SubjectRow("subjects[rel!=keyword]", code="uri, literal, code", name="name", scheme="scheme"),
        SubjectRow("service", code="code", name="name"),
    ),
    notices={
        "copyright": "copyrightnotice, copyrightNotice",
        "usage terms": "usageterms, usageTerms, usage",
        "editor's note": "ednote, edNote",
    },
)


def read_item(item: Object) -> Story | None:
    """The story of an item; ``None`` when it is none. The body of a picture or an event only describes it."""
    body = _body(item) if item.get("type", "text") in _TYPES else ""
    return read_story(JsonItem(item), READS, body) if body.strip() else None


def _is_item(item: Object) -> bool:
    return ("uri" in item or "type" in item) and not _OWN.isdisjoint(item)


def _items(value: Any) -> Iterator[Object]:
    """The items, and those inside a package."""
    for item in dicts(value):
        yield item
        if text_of(item, "type") in ("composite", "package"):
            associations = item.get("associations")
            yield from dicts(list(associations.values()) if isinstance(associations, dict) else associations)


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`body_text`, `bodies` (2 and 3; plain text before markup), else `body_html`, `body_xhtml`",
}
FORMAT = JsonFormat(_is_item, read_item, "no item is a text with a body", items=_items)


def _body(item: Object) -> str:
    """The plain text where there is one, else the text of the markup (1.x: ``body_*``; since 2.0: ``bodies``)."""
    bodies = [(kind, text) for kind, text in _bodies(item) if text]
    as_plain = next((text for kind, text in bodies if "html" not in kind and "xml" not in kind), None)
    if as_plain is not None:
        return as_plain
    return plain(bodies[0][1]) if bodies else ""


def _bodies(item: Object) -> Iterator[tuple[str, str | None]]:
    """The bodies of an item, with their media types."""
    for body in dicts(item.get("bodies")):
        yield text_of(body, "contenttype", "contentType") or "", text_of(body, "value")
    yield "text/plain", text_of(item, "body_text", "body")
    for name in item:
        if name.startswith("body_") and name != "body_text":
            yield "text/html", text_of(item, name)
