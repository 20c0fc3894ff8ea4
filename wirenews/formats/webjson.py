"""News in JSON from the web: JSON Feed, schema.org's articles, the records of scrapers (news-please, newspaper4k)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from .jsonwire import JsonFormat, Object, dicts, plain, text_of, unescaped
from .reads import JsonItem, Reads, read_story
from .story import Story

READS = Reads(
    story={
        "headline": "headline, title",
        "byline": "authors/name, author/name, authors, author, byline",
        "dateline": "dateline",
        "credit": "creditText",
        "language": "inLanguage, language, lang",
        "agency": "sourceOrganization/name, provider/name, publisher/name, source, source_domain, publisher, site",
    },
    metadata={
        "uri": "id, url, link, canonical_link, mainEntityOfPage/@id, mainEntityOfPage, @id",
        "abstract": "summary, description, abstract, subtitle",
        "provider": "sourceOrganization/name, provider/name, publisher/name, source, source_domain, "
        "publisher, site, sitename",
        "located": "locationCreated/name",
        "created": "dateCreated",
        "modified": "dateModified, date_modified, date_modify, modified",
        "published": "datePublished, date_published, date_publish, publish_date, published, "
        "publication_date, pubDate, date",
        "keywords": "keywords, tags, keywords/name",
        "genres": "genre, articleSection, category, section",
    },
    notices={"copyright": "copyrightNotice", "correction": "correction", "usage terms": "usageInfo"},
)
# Where the text may stand, the surest first.
_TEXTS = ("articleBody", "maintext", "content_text", "content_html", "text", "content", "body", "article", "story")
_TITLES = ("headline", "title")
# What a record has beside a title and a text.
_MARKS = frozenset(
    "url id @id @type link authors author date_publish date_published datePublished publish_date published date "
    "source source_domain publication_date".split()
)


def _is_item(item: Object) -> bool:
    if str(item.get("@type", "")).endswith(("Article", "BlogPosting", "']")):
        return "articleBody" in item
    return text_of(item, *_TEXTS) is not None and text_of(item, *_TITLES) is not None and not _MARKS.isdisjoint(item)


def _items(value: Any) -> Iterator[Object]:
    """The records of a list, a feed, an answer, a graph."""
    for each in dicts(value):
        inner = next((each[key] for key in ("items", "articles", "@graph") if isinstance(each.get(key), list)), None)
        yield from dicts(inner) if inner is not None else [each]


def _read(item: Object) -> Story | None:
    name = next((name for name in _TEXTS if text_of(item, name)), None)
    if name is None:
        return None
    text = item[name]
    body = plain(text) if name == "content_html" else unescaped(text)
    story = read_story(JsonItem(item), READS, body, byline=", ".join(_authors(item)))
    return attrs.evolve(story, headline=plain(story.headline)) if story.headline else story


FORMAT = JsonFormat(_is_item, _read, "no record has a title and a text", items=_items)


def _authors(item: Object) -> Iterator[str]:
    for name in ("authors", "author", "byline"):
        authors = item.get(name)
        found = [
            text_of(a, "name") if isinstance(a, dict) else a
            for a in (authors if isinstance(authors, list) else [authors])
        ]
        names = [author for author in found if isinstance(author, str) and author.strip()]
        if names:
            yield from names
            return
