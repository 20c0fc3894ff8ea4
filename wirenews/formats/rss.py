"""RSS 2.0 and 1.0, and what WordPress exports (WXR)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from .feeds import entry_story
from .jsonwire import plain
from .reads import Reads, SubjectRow, XmlItem, read_path
from .story import Story
from .tree import name, words
from .xmlwire import XmlFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "item/title",
        "byline": "item/creator, item/author",
        "language": "item/language, channel/language",
        "agency": "item/source, item/publisher, channel/title",
    },
    metadata={
        "uri": "item/guid, item/link, item/identifier, item/@about",
        "status": "item/status",
        "slugline": "item/slug",
        "abstract": "item/description",
        "provider": "item/source, item/publisher, channel/title",
        "created": "item/pubDate, item/date, item/post_date_gmt",
        "modified": "item/modified, item/post_modified_gmt, item/updated",
        "published": "item/pubDate, item/date",
        "keywords": "item/category, item/subject, item/keywords",
    },
    subjects=(SubjectRow("item/category", code="@nicename", name="category", scheme="@domain"),),
    notices={"copyright": "item/rights, item/copyright, channel/copyright"},
)
_POST_TYPE, _CREATOR, _AUTHOR = read_path("post_type"), read_path("item/creator"), read_path("channel/author")
_LOGIN, _SHOWN = read_path("author_login"), read_path("author_display_name")
# What WordPress exports beside its posts.
_NO_POSTS = ("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "wp_block")
_SHORTCODE = re.compile(
    r"\[(caption|wp_caption|embed|gallery|playlist|audio|video)\b[^\[\]]*\](?:[^\[]{0,2000}\[/\1\])?"
)


def _read(item: _Element, around: XmlItem | None) -> Story | None:
    """The story of an item; of WordPress, of a post."""
    kind = XmlItem(item, frozenset({"nitf", "html"})).first(_POST_TYPE)
    if kind is None:
        return entry_story(item, around, READS)
    return _read_post(item, around) if words(kind) not in _NO_POSTS else None


def _read_post(item: _Element, around: XmlItem | None) -> Story | None:
    """The story of a post, with the name of its author and without what stands in brackets for pictures and films."""
    story = entry_story(item, around, READS)
    if story is None:
        return None
    shown = _shown_name(words(XmlItem(item).first(_CREATOR)), around)
    # What is encoded second is the excerpt; the prefixes that tell it may be lost.
    excerpt = "".join(plain(node.text or "") for node in [node for node in item if name(node) == "encoded"][1:])
    metadata = attrs.evolve(story.metadata, abstract=story.metadata.abstract or excerpt.strip() or None)
    return attrs.evolve(story, body=_SHORTCODE.sub("", story.body), byline=shown or story.byline, metadata=metadata)


def _shown_name(login: str | None, around: XmlItem | None) -> str | None:
    """The name of an author as WordPress shows it, whose login an item has."""
    authors = map(around.inside, around.nodes(_AUTHOR)) if around is not None else ()
    return next((words(each.first(_SHOWN)) for each in authors if login and words(each.first(_LOGIN)) == login), None)


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "the longest of `content:encoded`, `description` and the like, HTML or NITF",
    "byline": "of WordPress: the name shown for the login in `dc:creator`",
}
FORMAT = XmlFormat(
    holders=("rss", "RDF"),
    items=("item",),
    read=_read,
    otherwise="no <item> has a text",
)
