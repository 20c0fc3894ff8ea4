"""NewsML 1 (IPTC, 2000-2003): a ``<NewsML>`` with ``<NewsItem>``s, the text mostly NITF or HTML inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..kinds import NoticeKind
from .document import Document
from .nitf import read_nitf
from .story import Story, stories_of
from .tree import attribute, find, find_all, paragraphs, take_apart, words

if TYPE_CHECKING:
    from lxml.etree import _Element


def holds(document: Document) -> bool:
    """Whether the root element is ``<NewsML>`` (NewsML-G2 has no such element)."""
    return document.root_name == "NewsML"


def stories(document: Document) -> Iterator[Story]:
    """A story for each ``<NewsItem>`` with a text."""
    items = take_apart(document.root, "newsitem")
    return stories_of(map(_read, items), lambda: "no <NewsItem> has a text in its <DataContent>")


def _read(item: _Element) -> Story | None:
    text = max((_content(c) for c in find_all(item, "datacontent")), key=len, default="")
    if not text:
        return None
    stated = Story(
        body=text,
        headline=words(find(item, "newslines", "headline")),
        byline=words(find(item, "newslines", "byline")),
        dateline=words(find(item, "newslines", "dateline")),
        credit=words(find(item, "newslines", "creditline")),
        fields=tuple(_fields(item)),
        notices=tuple(_notices(item)),
        language=attribute(find(item, "descriptivemetadata", "language"), "FormalName"),
    )
    return stated.completed_by(next(map(read_nitf, find_all(item, "nitf")), None))


def _content(data: _Element) -> str:
    """The text of a ``<DataContent>``: of the body where there is one, else all of it."""
    for part in ("body.content", "body"):
        inner = find(data, part)
        if inner is not None:
            return "\n\n".join(paragraphs(inner))
    found = paragraphs(data)
    # Plain text inside: its own line breaks are its layout.
    return "\n\n".join(found) if len(data) else (data.text or "").strip()


def _fields(item: _Element) -> Iterator[tuple[str, str | None]]:
    created = words(find(item, "newsmanagement", "thisrevisioncreated"))
    yield "date", created or words(find(item, "newsmanagement", "firstcreated"))
    yield "slug", words(find(item, "newslines", "slugline"))
    yield "source", attribute(find(item, "administrativemetadata", "provider", "party"), "FormalName")


def _notices(item: _Element) -> Iterator[tuple[NoticeKind, str | None]]:
    yield "copyright", words(find(item, "newslines", "copyrightline"))
    yield "usage terms", words(find(item, "newslines", "rightsline"))
