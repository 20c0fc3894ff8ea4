"""NewsML-G2 (IPTC, since 2006): ``<newsItem>``s, alone or in a ``<newsMessage>``, with NITF, HTML or plain text."""

from __future__ import annotations

from collections import deque
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from .nitf import nitf_inside
from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story, is_login
from .tree import attribute, find, find_all, main_parts, name, words
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "contentMeta/headline[@role!=subHeadline|abstract], contentMeta/headline, itemMeta/title",
        "byline": "contentMeta/by",
        "dateline": "contentMeta/dateline",
        "credit": "edNote[@role=closingline], contentMeta/creditline",
        "language": "contentMeta/language/@tag, newsItem/@xml:lang",
        "dated": "contentMeta/contentCreated",
        "agency": "contentMeta/infoSource(), rightsInfo/copyrightHolder()",
    },
    metadata={
        "uri": "newsItem/@guid",
        "version": "newsItem/@version",
        "status": "itemMeta/pubStatus/@qcode, itemMeta/pubStatus/@uri",
        "urgency": "contentMeta/urgency",
        "priority": "itemMeta/priority, newsMessage/header/priority",
        "slugline": "contentMeta/slugline",
        "take": "itemMeta/role/name",
        "abstract": "contentMeta/description[@role=summary|abstract|leadin|teaser], "
        "contentMeta/headline[@role=subHeadline|abstract], contentMeta/description",
        "provider": "itemMeta/provider()",
        "located": "contentMeta/located(), itemMeta/located()",
        "created": "itemMeta/firstCreated, contentMeta/contentCreated",
        "modified": "itemMeta/versionCreated, contentMeta/contentModified",
        "published": "itemMeta/firstPublished, newsMessage/header/sent",
        "embargoed": "itemMeta/embargoed",
        "expires": "itemMeta/expires, contentMeta/contentExpires",
        "keywords": "contentMeta/keyword",
        "genres": "contentMeta/genre()",
    },
    subjects=(SubjectRow("contentMeta/subject", code="@qcode, @uri, @literal", name="name"),),
    notices={
        "copyright": "rightsInfo/copyrightNotice",
        "usage terms": "rightsInfo/usageTerms",
        "editor's note": "itemMeta/edNote[@role!=closingline], contentMeta/edNote[@role!=closingline]",
    },
)
_CONTENT = frozenset({"contentset"})
_PLAIN = ("text/plain", "text/html", "text/xhtml")
_ITEMS = {
    "newsItem": "a news item",
    "packageItem": "a package",
    "conceptItem": "a concept",
    "knowledgeItem": "a knowledge item",
    "planningItem": "a planning item",
    "catalogItem": "a catalogue",
}
_PARTS = {"groupSet": "the groups of a package", "contentSet": "a content set", "contentMeta": "content metadata"}


def read_item(item: _Element, around: XmlItem | None) -> Story | None:
    """The story of a ``<newsItem>``; ``None`` when it has no text."""
    teaser = _teaser(item)
    body = _text(item)
    if not body:
        return None
    found = XmlItem(item, _CONTENT, around)
    story = read_story(found, READS, body).completed_by(nitf_inside(item))
    if teaser is not None and story.metadata.abstract is None:
        story = attrs.evolve(story, metadata=attrs.evolve(story.metadata, abstract=teaser))
    return story if story.byline else attrs.evolve(story, byline=_creators(found))


def _what_it_is(item: _Element) -> str:
    """What an item without a story is, in words."""
    shown = next((what for tag, what in {**_ITEMS, **_PARTS}.items() if tag.lower() == name(item)), f"a <{name(item)}>")
    if name(item) != "newsitem":
        return f"it is {shown}"
    code = attribute(find(item, "itemMeta", "itemClass"), "qcode") or ""
    return f"it is a news item of the class {code.rpartition(':')[2] or 'unknown'} without a text"


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "NITF or HTML in `contentSet/inlineXML`, else the text in `inlineData`",
    "byline": "where there is no `by`: `contentMeta/creator/name` of people",
}
FORMAT = XmlFormat(
    holders=("newsMessage",),
    items=tuple(_ITEMS),
    alone=tuple(_PARTS),
    read=read_item,
    otherwise="it is a message without an item",
    what_it_is=_what_it_is,
)


def _teaser(item: _Element) -> str | None:
    """The teaser that dpa has as the first paragraph of a text, after it was taken out of it."""
    first = next(item.iter("{*}p"), None)
    if first is None or first.get("class") != "teaser":
        return None
    shown = words(first)
    first.clear(keep_tail=True)
    return shown


def _text(item: _Element) -> str:
    """The text of an item: of its markup, else what it has as plain text."""
    content = item if name(item) == "contentset" else find(item, "contentSet")
    if content is None:
        return ""
    marked_up = map(_text_of_markup, find_all(content, "inlineXML"))
    as_plain = map(_plain_text, find_all(content, "inlineData"))
    return next(filter(None, chain(marked_up, as_plain)), "")


def _text_of_markup(inline: _Element) -> str:
    """The text of NITF or HTML. Anything else has none: SportsML's tables, the events of EventsML."""
    bodies = (find(inline, "body.content"), find(inline, "body"), inline if _is_text(inline) else None)
    body = next((each for each in bodies if each is not None), None)
    return max((_shown(part) for part in main_parts(body)), key=len) if body is not None else ""


def _shown(part: _Element) -> str:
    """The text of a part; what stands behind its paragraphs without one is a line of routing codes."""
    last = next(iter(deque(part.iter("{*}p"), 1)), None)
    if last is not None and last.tail and last.tail.strip().isupper():
        last.tail = None
    return content_text(part)


def _is_text(inline: _Element) -> bool:
    return find(inline, "p") is not None or (len(inline) == 0 and bool(inline.text))


def _plain_text(inline: _Element) -> str:
    kind = inline.get("contenttype") or "text/plain"
    return content_text(inline).strip() if kind.startswith(_PLAIN) else ""


def _creators(item: XmlItem) -> str | None:
    """The creators that are people: an organisation (``type="cpnat:organisation"``) or a login wrote nothing."""
    people = [
        words(find(creator, "name"))
        for creator in item.nodes(read_path("contentMeta/creator"))
        if not (creator.get("type") or "").endswith(("organisation", "organization"))
    ]
    return ", ".join(person for person in people if person and not is_login(person)) or None
