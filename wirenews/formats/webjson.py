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
        "language": "inLanguage, language, lang, meta_lang",
        "agency": "sourceOrganization/name, provider/name, publisher/name, source/name, source/title, source, "
        "publisher, site, sitename, source_domain, domain",
    },
    metadata={
        "uri": "id, url, link, canonical_link, mainEntityOfPage/@id, mainEntityOfPage, @id, uri",
        "abstract": "summary, description, abstract, subtitle, excerpt",
        "provider": "sourceOrganization/name, provider/name, publisher/name, source/name, source/title, source, "
        "publisher, site, sitename, source_domain, domain, hostname",
        "located": "locationCreated/name",
        "created": "dateCreated",
        "modified": "dateModified, date_modified, date_modify, modified",
        "published": "datePublished, date_published, date_publish, publish_date, publishing_date, published_date, "
        "publishedAt, published_at, published, publication_date, pubDate, dateTime, date, timestamp",
        "keywords": "keywords, tags, keywords/name",
        "genres": "genre, articleSection, category, categories, section",
    },
    notices={"copyright": "copyrightNotice", "correction": "correction", "usage terms": "usageInfo"},
)
# Where the text may stand, the surest first.
_TEXTS = (
    "articleBody", "maintext", "content_html", "content_text", "plaintext", "plain_text", "text", "content", "body",
    "article", "story",
)  # fmt: skip
_TITLES = ("headline", "title")
_DATES = READS.metadata["published"].replace(",", " ").split()
# What a record has beside a title and a text, and what beside a text alone.
_MARKS = frozenset(
    ("url", "id", "@id", "@type", "link", "authors", "author", "source", "source_domain", "domain", *_DATES)
)
# What an item of a JSON Feed is called here, which needs nothing but a text.
_FEED = "JSON Feed"
_ADDRESSES = frozenset(("url", "link"))


def _is_item(item: Object) -> bool:
    if str(item.get("@type", "")).endswith(("Article", "BlogPosting", "']")):
        return "articleBody" in item
    if text_of(item, *_TEXTS) is None:
        return False
    if item.get("@type") == _FEED:
        return True
    is_dated_page = not _ADDRESSES.isdisjoint(item) and text_of(item, *_DATES) is not None
    return is_dated_page or (text_of(item, *_TITLES) is not None and not _MARKS.isdisjoint(item))


def _items(value: Any) -> Iterator[Object]:
    """The records of a list, a feed, an answer, a graph."""
    for each in dicts(value):
        inner = next((each[key] for key in ("items", "articles", "@graph") if isinstance(each.get(key), list)), None)
        if inner is None:
            yield each
        elif "jsonfeed.org" in str(each.get("version")):
            yield from ({**_of_feed(each), **item} for item in dicts(inner))
        else:
            yield from dicts(inner)


def _of_feed(feed: Object) -> Object:
    """What a JSON Feed says for all of its items, where they do not say it themselves."""
    said = {"language": feed.get("language"), "authors": feed.get("authors"), "author": feed.get("author")}
    return {"site": feed.get("title"), "@type": _FEED, **{name: value for name, value in said.items() if value}}


def _read(item: Object) -> Story | None:
    name = next((name for name in _TEXTS if text_of(item, name)), None)
    if name is None:
        return None
    text = item[name]
    body = plain(text) if name == "content_html" else unescaped(text)
    story = read_story(JsonItem(item), READS, body, byline=", ".join(_authors(item)))
    return attrs.evolve(story, headline=plain(story.headline)) if story.headline else story


# What the table cannot say, for the page about formats.
ALSO = {"body": ", ".join(f"`{name}`" for name in _TEXTS)}
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
