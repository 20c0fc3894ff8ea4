"""Atom, with what agencies put into its entries: NITF (AP's WebFeeds), a first line and a body (WENN)."""

from __future__ import annotations

from .feeds import entry_story
from .reads import Reads, SubjectRow
from .xmlwire import XmlFormat

READS = Reads(
    story={
        "headline": "entry/title",
        "byline": "entry/author/name",
        "language": "entry/@xml:lang, entry/content/@xml:lang, feed/@xml:lang",
        "agency": "entry/source/title, entry/rights, feed/title",
    },
    metadata={
        "uri": "original_article_id, entry/id",
        "version": "NewsManagement/RecordSequenceNumber, PublicationManagement/RecordSequenceNumber",
        "status": "publishing_status, PublishingStatus",
        "priority": "feedarticle_priority, EditorialPriority",
        "slugline": "SlugLine, slug",
        "abstract": "first_line, entry/summary",
        "provider": "entry/source/title, feed/title",
        "located": "DateLine",
        "created": "FirstCreated, entry/published, NewsManagement/published",
        "modified": "NewsManagement/updated, entry/updated",
        "published": "entry/published, NewsManagement/published",
        "keywords": "entry/category/@label, entry/category/@term, tags/tag/@value",
    },
    subjects=(
        SubjectRow("entry/category", code="@term", name="@label", scheme="@scheme"),
        SubjectRow("feedarticle_section", code="@id", name="feedarticle_section"),
    ),
    notices={"copyright": "entry/rights, feed/rights"},
)
# What the table cannot say, for the page about formats.
ALSO = {
    "body": "the longest of `content`, `summary` and the like; NITF in it (AP's WebFeeds), its headline and byline",
}
FORMAT = XmlFormat(
    holders=("feed",),
    items=("entry",),
    read=lambda entry, around: entry_story(entry, around, READS),
    otherwise="no <entry> has a text",
)
