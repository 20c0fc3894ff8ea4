"""RSS 2.0 and 1.0, and what WordPress exports (WXR)."""

from __future__ import annotations

from .feeds import entry_story
from .reads import Reads, SubjectRow
from .xmlwire import XmlFormat

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
FORMAT = XmlFormat(
    holders=("rss", "RDF"),
    items=("item",),
    read=lambda entry, around: entry_story(entry, around, READS),
    otherwise="no <item> has a text",
)
