"""A web page with an article: what its JSON-LD, microdata and ``<meta>`` state, and the text that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from .document import Document, NoStoryError
from .jsonwire import dicts, plain, text_of
from .markup import read_html
from .page_authors import authors_of
from .page_data import read_data, read_metas
from .page_headline import Site, headline_of
from .page_text import fallback_text, page_text
from .reads import JsonItem, Reads, SubjectRow, read_story
from .story import Found
from .tree import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

# Less than this is a caption or a teaser, not the main text.
_LEAST = 40
# What is read of the page's JSON-LD.
READS = Reads(
    story={
        "dateline": "dateline",
        "credit": "creditText",
        "agency": "sourceOrganization/name, provider/name, publisher/name",
    },
    metadata={
        "uri": "url, mainEntityOfPage/@id, mainEntityOfPage, @id, identifier",
        "version": "version",
        "abstract": "abstract, description",
        "provider": "sourceOrganization/name, provider/name, publisher/name",
        "located": "locationCreated/name, contentLocation/name",
        "created": "dateCreated",
        "modified": "dateModified",
        "published": "datePublished",
        "expires": "expires",
        "keywords": "keywords, keywords/name",
        "genres": "genre, articleSection",
    },
    subjects=(SubjectRow("about", code="termCode, @id", name="name", scheme="inDefinedTermSet"),),
    notices={
        "copyright": "copyrightNotice",
        "correction": "correction",
        "usage terms": "usageInfo",
    },
)
_FIRST_ELEMENTS = ("html", "head", "body", "article", "main", "section", "div", "p", "h1", "meta")


class HtmlFormat:
    """A web page."""

    def holds(self, document: Document) -> bool:
        """Whether its first element is ``<html>``, ``<!DOCTYPE html>``, or another one that HTML has."""
        is_declared = document.head[:200].casefold().startswith("<!doctype html")
        return is_declared or (document.root_name or "").casefold() in _FIRST_ELEMENTS

    def stories(self, document: Document) -> Iterator[Found]:
        """The one article of the page."""
        text, defects = document.whole()
        root = read_html(text)
        if root is None:
            raise NoStoryError("it has no element")
        data, metas = read_data(root), read_metas(root)
        body = _body(root, data)
        if len(body) < _LEAST:
            raise NoStoryError("the page has no article, and no text of an article in its JSON-LD")
        publishers = [text_of(publisher, "name") for publisher in dicts(data.get("publisher"))]
        site = Site.of([metas.get("provider"), *publishers], text_of(data, "url") or metas.get("uri"))
        headline = headline_of(root, plain(text_of(data, "headline") or ""), metas.get("headline"), site)
        story = read_story(
            JsonItem(data),
            READS,
            body,
            headline=" ".join(plain(headline or "").split()),
            byline=authors_of(root, data.get("author"), plain(metas.get("byline") or ""), site),
            language=text_of(data, "inLanguage") or attribute(root, "lang") or metas.get("language"),
        )
        own = attrs.asdict(story.metadata, recurse=False)
        said = {name: value for name, value in metas.items() if name in own and not own[name]}
        yield attrs.evolve(story, metadata=attrs.evolve(story.metadata, **said), damage=defects)


FORMAT = HtmlFormat()


def _body(root: _Element, data: dict[str, Any]) -> str:
    """The text of the article: what the page's data state, else the paragraphs that stand together."""
    stated = plain(text_of(data, "articleBody") or "")
    body = page_text(root, stated)
    return body if len(body) >= _LEAST else fallback_text(root)
