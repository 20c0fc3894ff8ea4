"""NewsML 1 (IPTC, 2000-2003): a ``<NewsML>`` with ``<NewsItem>``s, the text mostly NITF or HTML inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from .nitf import nitf_inside
from .reads import Reads, SubjectRow, XmlItem, read_story
from .story import Story
from .tree import find, find_all, name
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "NewsLines/HeadLine",
        "byline": "NewsLines/ByLine",
        "dateline": "NewsLines/DateLine",
        "credit": "NewsLines/CreditLine",
        "language": "NewsComponent/@xml:lang, DescriptiveMetadata/Language/@FormalName, NewsItem/@xml:lang, "
        "NewsLines/HeadLine/@xml:lang",
        "dated": "DescriptiveMetadata/DateLineDate",
        "agency": "Source/Party/@FormalName, Creator/Party/@FormalName",
    },
    metadata={
        "uri": "NewsIdentifier/PublicIdentifier",
        "version": "NewsIdentifier/RevisionId",
        "status": "NewsManagement/Status/@FormalName",
        "urgency": "NewsManagement/Urgency/@FormalName",
        "priority": "NewsEnvelope/Priority/@FormalName",
        "slugline": "NewsLines/SlugLine, Identification/NameLabel",
        "abstract": "NewsLines/SubHeadLine",
        "provider": "Provider/Party/@FormalName, SentFrom/Party/@FormalName",
        "located": "Location[@HowPresent=Origin]/Property[@FormalName=City]/@Value, "
        "Location/Property[@FormalName=City]/@Value",
        "created": "NewsManagement/FirstCreated",
        "modified": "NewsManagement/ThisRevisionCreated",
        "published": "NewsEnvelope/DateAndTime",
        "embargoed": "NewsManagement[Status/@FormalName=embargoed]/StatusWillChange/DateAndTime",
        "keywords": "NewsLines/KeywordLine, "
        "NewsLine[NewsLineType/@FormalName=CatchWord|Keyword|Keywords]/NewsLineText, "
        "Property[@FormalName=Keyword|Keywords]/@Value",
        "genres": "DescriptiveMetadata/Genre/@FormalName",
    },
    subjects=(
        SubjectRow("SubjectCode/Subject", code="@FormalName", scheme="@Scheme"),
        SubjectRow("SubjectCode/SubjectMatter", code="@FormalName", scheme="@Scheme"),
        SubjectRow("SubjectCode/SubjectDetail", code="@FormalName", scheme="@Scheme"),
        SubjectRow("SubjectCode/SubjectQualifier", code="@FormalName", scheme="@Scheme"),
    ),
    notices={
        "copyright": "NewsLines/CopyrightLine, Copyright/CopyrightHolder",
        "usage terms": "NewsLines/RightsLine, UsageRights/Limitations",
        "editor's note": "NewsManagement/Instruction/Comment, "
        "NewsLine[NewsLineType/@FormalName=AdvisoryLine|EditorialNote|EdNote|Advisory]/NewsLineText",
    },
)
# What belongs to a component inside another is its own; the text is read by itself.
_INNER = frozenset({"newscomponent", "datacontent"})
_NO_TEXT = frozenset({"stylesheet", "caption", "photo", "picture", "thumbnail", "headline"})
# "2.4.2019 16:02:09 CEST", "2019-06-03": when, and not where.
_STAMP = re.compile(r"[\d.,:/+\s-]*(?:[A-Z]{1,5})?")


def read_item(news_item: _Element, around: XmlItem | None) -> Story | None:
    """The story of a ``<NewsItem>``: its longest text, with the lines of the component that the text belongs to."""
    texts = [(text, data) for data in find_all(news_item, "DataContent") if (text := _text_of(data))]
    body, data = max(texts, key=lambda text: (not _is_beside(text[1]), len(text[0])), default=("", None))
    if data is None:
        return None
    item = around
    for element in reversed([inner for inner in data.iterancestors() if name(inner) in ("newscomponent", "newsitem")]):
        item = XmlItem(element, _INNER, item)
    assert item is not None
    story = read_story(item, READS, body).completed_by(nitf_inside(data))
    abstract = next((text for text, other in texts if other is not data and _role(other) == "abstract"), None)
    metadata = attrs.evolve(story.metadata, abstract=story.metadata.abstract or abstract)
    where = story.dateline if story.dateline and not _STAMP.fullmatch(story.dateline) else None
    return attrs.evolve(story, metadata=metadata, dateline=where)


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "the longest `DataContent`, NITF or HTML in it; a caption by its `Role` is none",
}
FORMAT = XmlFormat(
    holders=("NewsML",),
    items=("NewsItem",),
    read=read_item,
    otherwise="no <NewsItem> has a text in its <DataContent>",
)


def _text_of(data: _Element) -> str:
    """The text of a ``<DataContent>``: of the body where there is one, else all of it."""
    bodies = (inner for part in ("body.content", "body") if (inner := find(data, part)) is not None)
    return content_text(next(bodies, data))


def _role(data: _Element) -> str:
    """What the component of a text says that it is."""
    component = next((inner for inner in data.iterancestors() if name(inner) == "newscomponent"), None)
    role = next((child for child in component if name(child) == "role"), None) if component is not None else None
    return (role.get("FormalName") or "").casefold() if role is not None else ""


def _is_beside(data: _Element) -> bool:
    return _role(data) in _NO_TEXT
