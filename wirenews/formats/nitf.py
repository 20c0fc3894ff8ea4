"""NITF, the News Industry Text Format (IPTC, 1999-2012)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..kinds import NoticeKind
from .document import Document
from .story import Story, stories_of
from .tree import attribute, find, name, paragraphs, take_apart, words

if TYPE_CHECKING:
    from lxml.etree import _Element


def holds(document: Document) -> bool:
    """Whether the root element is ``<nitf>``."""
    return (document.root_name or "").lower() == "nitf"


def stories(document: Document) -> Iterator[Story]:
    """The stories of all ``<nitf>`` elements of the document."""
    return stories_of(
        map(read_nitf, take_apart(document.root, "nitf")), lambda: "its <body.content> is missing or empty"
    )


def read_nitf(nitf: _Element) -> Story | None:
    """The story of an ``<nitf>`` element; ``None`` when it has no text. NewsML carries these too."""
    content = find(nitf, "body.content")
    body = "\n\n".join(paragraphs(content)) if content is not None else ""
    if not body:
        return None
    head = find(nitf, "body.head")
    return Story(
        body=body,
        headline=words(find(head, "hedline", "hl1"))
        or words(find(head, "hedline"))
        or words(find(nitf, "head", "title")),
        byline=words(find(head, "byline")),
        dateline=_dateline(find(head, "dateline")),
        credit=words(find(nitf, "body.end", "tagline")),
        fields=tuple(_fields(nitf, head)),
        notices=tuple(_notices(nitf, head)),
        language=nitf.get("{http://www.w3.org/XML/1998/namespace}lang") or nitf.get("baselang"),
    )


def _dateline(dateline: _Element | None) -> str | None:
    """The printed dateline."""
    if dateline is None:
        return None
    parts = [text or "" for part in dateline for text in (_printed(part), part.tail)]
    return " ".join("".join([dateline.text or "", *parts]).split()) or None


def _printed(part: _Element) -> str | None:
    """What a part of a dateline prints. A bare time stamp is a date of its own and no print."""
    if not name(part):
        return str(part.text)  # an entity that stayed
    is_stamp = part.get("norm") is not None and (part.text or "").strip()[:8].isdigit()
    return None if is_stamp else words(part)


def _fields(nitf: _Element, head: _Element | None) -> Iterator[tuple[str, str | None]]:
    data = find(nitf, "docdata")
    dates = (find(head, "dateline", "story.date"), find(data, "date.issue"), find(data, "date.release"))
    yield "date", next((norm for date in dates if (norm := attribute(date, "norm"))), None)
    yield "slug", attribute(find(data, "du-key"), "key") or attribute(find(data, "key-list", "keyword"), "key")
    yield "source", words(find(head, "distributor")) or attribute(find(data, "doc.rights"), "owner")
    yield "located", attribute(find(data, "evloc"), "city")


def _notices(nitf: _Element, head: _Element | None) -> Iterator[tuple[NoticeKind, str | None]]:
    copyright = find(nitf, "docdata", "doc.copyright")
    if holder := attribute(copyright, "holder"):
        yield "copyright", " ".join(filter(None, ("Copyright", attribute(copyright, "year"), holder)))
    elif (owner := words(find(head, "rights", "rights.owner"))) is not None:
        yield "copyright", f"Copyright {owner}"
    yield "editor's note", attribute(find(nitf, "docdata", "ed-msg"), "info")
    yield "editor's note", words(find(head, "note"))
