"""What a web page states of its article outside the text: JSON-LD, microdata, ``<meta>``, ``<time>``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .jsonwire import dicts
from .tree import attribute, find, find_all, is_article_body, outermost, words
from .values import read_moment

if TYPE_CHECKING:
    from lxml.etree import _Element

# How the names of schema.org's types of articles end.
_ARTICLES = ("Article", "BlogPosting")
# The names of <meta> (and its properties) for what the data of the page do not say, the surest first.
METAS = {
    "headline": "og:title, twitter:title, dc.title",
    "byline": "author, article:author, og:author, parsely-author, sailthru.author, dc.creator, byl",
    "language": "og:locale, content-language, dc.language",
    "uri": "og:url, parsely-link, twitter:url",
    "abstract": "og:description, description, twitter:description, dc.description",
    "provider": "og:site_name, application-name, publisher, dc.publisher",
    "published": "article:published_time, og:published_time, published, parsely-pub-date, sailthru.date, "
    "dc.date.issued, dc.date, pubdate, publish-date, publishdate, date",
    "modified": "article:modified_time, og:updated_time, last-modified, lastmod, dc.date.modified",
    "keywords": "article:tag, news_keywords, keywords, parsely-tags",
    "genres": "article:section, parsely-section",
}
# How deep things stand in each other that are read.
_DEEPEST = 4


def read_data(root: _Element) -> dict[str, Any]:
    """What the page says of its article in schema.org's words: in JSON-LD, else in microdata.

    >>> from wirenews.formats.markup import read_html
    >>> page = '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Rain</h1></div>'
    >>> read_data(read_html(page))
    {'headline': 'Rain'}
    """
    return next(_linked_data(root), None) or _microdata(root)


def read_metas(root: _Element) -> dict[str, Any]:
    """What ``<meta>``, ``<link rel="canonical">`` and ``<time>`` say, by attribute; moments and lists are typed."""
    said = _said_by_metas(root)
    texts = {each: [text for name in names.split(", ") for text in said.get(name, ())] for each, names in METAS.items()}
    texts["uri"] += _canonical(root)
    texts["published"] += [attribute(time, "datetime") or "" for time in _times(root)]
    found = {each: _typed(each, values) for each, values in texts.items()}
    return {each: value for each, value in found.items() if value}


def _said_by_metas(root: _Element) -> dict[str, list[str]]:
    """What each name of ``<meta>`` says, in small letters."""
    said: dict[str, list[str]] = {}
    for meta in find_all(root, "meta"):
        name = attribute(meta, "property") or attribute(meta, "name") or attribute(meta, "http-equiv") or ""
        if content := " ".join((attribute(meta, "content") or "").split()):
            said.setdefault(name.casefold(), []).append(content)
    return said


def _typed(attribute: str, texts: list[str]) -> Any:
    """The value of an attribute out of what several names say, the surest first."""
    if attribute in ("published", "modified"):
        return next(filter(None, map(read_moment, texts)), None)
    if attribute == "keywords":
        return tuple(dict.fromkeys(tag.strip() for text in texts for tag in text.split(",") if tag.strip()))
    if attribute == "byline":
        # The address of an author's page is no name.
        texts = [text for text in texts if "://" not in text]
    return tuple(texts[:1]) if attribute == "genres" else next(iter(texts), None)


def _linked_data(root: _Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD whose type is an article (NewsArticle, ReportageNewsArticle …)."""
    for script in find_all(root, "script"):
        for top in dicts(_json_ld(script)):
            things = (top, *dicts(top.get("@graph")), *dicts(top.get("mainEntity")))
            yield from (_with_author(thing, things) for thing in things if _is_article(thing))


def _with_author(article: dict[str, Any], things: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """The article with its authors themselves, where it only gives their ``@id``."""
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and thing.get("name")}
    author = article.get("author")
    authors = [
        named.get(str(each.get("@id")), each) if isinstance(each, dict) and "name" not in each else each
        for each in (author if isinstance(author, list) else [author])
    ]
    return {**article, "author": authors} if "author" in article else article


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


def _microdata(root: _Element) -> dict[str, Any]:
    """The properties of the article in microdata that has a text, else of the first; nothing of the text itself."""
    text = next(outermost(root, is_article_body), None)
    above = text.iterancestors() if text is not None else root.iter()
    article = next((each for each in above if (each.get("itemtype") or "").strip().endswith(_ARTICLES)), None)
    return _properties(article, _DEEPEST) if article is not None else {}


def _properties(thing: _Element, depth: int) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    stack = list(reversed(thing))
    while stack:
        element = stack.pop()
        names = set((element.get("itemprop") or "").split()) - {"articleBody", "text"}
        is_thing = element.get("itemscope") is not None
        if names:
            value = _properties(element, depth - 1) if is_thing and depth else _value(element)
            for name in sorted(names) if value else ():
                found.setdefault(name, []).append(value)
        elif not is_thing:
            stack += reversed(element)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _value(element: _Element) -> str | None:
    return element.get("content") or element.get("datetime") or words(element) or element.get("href")


def _canonical(root: _Element) -> list[str]:
    return [link.get("href") or "" for link in find_all(root, "link") if link.get("rel") == "canonical"]


def _times(root: _Element) -> Iterator[_Element]:
    """The first ``<time>`` of the article, then that of the page."""
    for part in (find(root, "article"), root):
        if (time := find(part, "time")) is not None:
            yield time
