"""A web page with an article: schema.org's JSON-LD where the page has it, and the text of its ``<article>``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from .document import Document, NoStoryError
from .jsonwire import dicts, plain, text_of
from .markup import read_html
from .page_text import fallback_text, page_text
from .reads import JsonItem, Reads, SubjectRow, read_story
from .story import Found
from .tree import attribute, find, find_all, words
from .values import read_moment

if TYPE_CHECKING:
    from lxml.etree import _Element

# Less than this is a caption or a teaser, not the main text.
_LEAST = 40
# How the names of schema.org's types of articles end.
_ARTICLES = ("Article", "BlogPosting")
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
        data = next(_articles(root), {})
        body = _body(root, data)
        if len(body) < _LEAST:
            raise NoStoryError("the page has no article, and no text of an article in its JSON-LD")
        headline = " ".join(plain(text_of(data, "headline") or _heading(root) or "").split())
        story = read_story(
            JsonItem(data),
            READS,
            body,
            headline=headline,
            byline=_authors(data.get("author")) or _byline(root),
            language=text_of(data, "inLanguage") or attribute(root, "lang"),
        )
        stated = {name: getattr(story.metadata, name) or value for name, value in _stated(root)}
        yield attrs.evolve(story, metadata=attrs.evolve(story.metadata, **stated), damage=defects)


FORMAT = HtmlFormat()


def _articles(root: _Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD whose type is an article (NewsArticle, ReportageNewsArticle …)."""
    for script in find_all(root, "script"):
        for top in dicts(_json_ld(script)):
            yield from filter(_is_article, (top, *dicts(top.get("@graph")), *dicts(top.get("mainEntity"))))


def _json_ld(script: _Element) -> Any:
    """The JSON-LD of a script; ``None`` for other scripts, and for what is broken, as it often is."""
    if (script.get("type") or "").casefold() != "application/ld+json":
        return None
    try:
        return json.loads(script.text or "")
    except (ValueError, RecursionError):
        return None


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(str(kind).endswith(_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _body(root: _Element, data: dict[str, Any]) -> str:
    """The text of the article: what the page's data state, else the paragraphs that stand together."""
    stated = plain(text_of(data, "articleBody") or "")
    body = page_text(root, stated)
    return body if len(body) >= _LEAST else fallback_text(root)


def _heading(root: _Element) -> str | None:
    article = find(root, "article")
    return words(find(article, "h1")) or words(find(root, "h1")) or _meta(root, "og:title")


def _without(headline: str, body: str) -> str:
    """The body without the headline that some pages repeat on top of it."""
    first, blank, rest = body.partition("\n\n")
    return rest if blank and first == headline else body


def _authors(author: Any) -> str | None:
    """The names of JSON-LD's ``author``: an object, a name, or a list of these."""
    authors = author if isinstance(author, list) else [author]
    names = [text_of(a, "name") if isinstance(a, dict) else a if isinstance(a, str) else None for a in authors]
    return ", ".join(filter(None, names)) or None


def _byline(root: _Element) -> str | None:
    """The element that the page marks as the author's."""
    for element in root.iter():
        if attribute(element, "rel") == "author" or "author" in (attribute(element, "itemprop") or "").split():
            return words(element) or attribute(element, "content")
        if {"byline", "author"} & set((attribute(element, "class") or "").split()):
            return words(element)
    return _meta(root, "author")


def _stated(root: _Element) -> Iterator[tuple[str, Any]]:
    """What the page states outside its JSON-LD."""
    yield "published", _moment(_meta(root, "article:published_time"), attribute(find(root, "time"), "datetime"))
    yield "modified", _moment(_meta(root, "article:modified_time"))
    yield "provider", _meta(root, "og:site_name")
    yield "abstract", _meta(root, "og:description") or _meta(root, "description")


def _moment(*texts: str | None) -> dt.datetime | None:
    return next((moment for text in texts if text and (moment := read_moment(text)) is not None), None)


def _meta(root: _Element, wanted: str) -> str | None:
    found = (m for m in find_all(root, "meta") if wanted in (attribute(m, "property"), attribute(m, "name")))
    return next((content for m in found if (content := attribute(m, "content"))), None)
