"""NITF, the News Industry Text Format (IPTC, 1999-2012), alone and inside other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from ..kinds import NoticeKind
from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story
from .tree import attribute, find, name, paragraphs, words
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "hedline/hl1, hedline, head/title",
        "credit": "body.end/tagline",
        "language": "nitf/@xml:lang, nitf/@baselang",
        "dated": "dateline/story.date/@norm",
        "agency": "doc.rights/@owner, rights/rights.owner, doc.copyright/@holder",
    },
    metadata={
        "uri": "doc-id/@id-string, nitf/@uno",
        "version": "du-key/@version",
        "status": "docdata/@management-status",
        "urgency": "urgency/@ed-urg",
        "priority": "meta[@name=priority|prioridad]/@content",
        "slugline": "du-key/@key, meta[@name=slug|slugline]/@content, key-list/keyword/@key",
        "abstract": "body.head/abstract, hedline/hl2",
        "provider": "distributor, doc.rights/@owner",
        "located": "dateline/location/city, dateline/location, evloc/@city",
        "created": "date.issue/@norm",
        "modified": "revision-history/@norm",
        "published": "date.release/@norm, pubdata/@date.publication",
        "embargoed": "docdata[@management-status=embargoed]/date.release/@norm",
        "expires": "date.expire/@norm",
        "keywords": "key-list/keyword/@key, key-list/keyword, meta[@name=keyword|keywords]/@content",
        "genres": "tobject/tobject.property/@tobject.property.type",
    },
    subjects=(
        SubjectRow(
            "tobject.subject",
            code="@tobject.subject.refnum, @tobject.subject.code",
            name="@tobject.subject.detail, @tobject.subject.matter, @tobject.subject.type",
            scheme="@tobject.subject.ipr",
        ),
        SubjectRow("identified-content/classifier", code="@value", name="classifier", scheme="@type"),
        SubjectRow("meta[@name=category|category_iptc|subject]", code="@content", scheme="@name"),
    ),
    notices={
        "correction": "docdata/correction/@info",
        "editor's note": "ed-msg/@info, body.head/note, revision-history/@comment",
        "usage terms": "doc.rights/@limitations",
    },
)
_CONTENT = frozenset({"body.content"})
# A mark that routes a story, in front of its headline and keywords: ">>>ANSA/".
_ROUTE = re.compile(r"^>{1,3}\s*(?:[A-Z]{2,10}/)?")


def read_nitf(nitf: _Element, around: XmlItem | None = None) -> Story | None:
    """The story of an ``<nitf>`` element; ``None`` when it has no text. NewsML carries these too."""
    content = find(nitf, "body.content")
    body = _text(content) if content is not None else ""
    if not body:
        return None
    item = XmlItem(nitf, _CONTENT)
    story = read_story(item, READS, body, byline=_byline(item), dateline=_dateline(item.first(_DATELINE)))
    return attrs.evolve(
        story,
        headline=_ROUTE.sub("", story.headline) if story.headline else None,
        notices=(*_copyright(item), *story.notices),
        metadata=attrs.evolve(
            story.metadata, keywords=tuple(_ROUTE.sub("", keyword) for keyword in story.metadata.keywords)
        ),
    )


_DATELINE = read_path("dateline")
# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`body.content`",
    "byline": "`body.head/byline`, a title in `byttl` on a line of its own",
    "dateline": "`body.head/dateline`, as it is printed",
}
FORMAT = XmlFormat(
    items=("nitf",),
    read=read_nitf,
    otherwise="its <body.content> is missing or empty",
)


def _text(content: _Element) -> str:
    """The text, without the lead that the NYT corpus prints by itself before all of it."""
    blocks = {block.get("class"): block for block in content if name(block) == "block" and block.get("class")}
    lead, full = blocks.get("lead_paragraph"), blocks.get("full_text")
    if lead is not None and full is not None:
        opening, whole = paragraphs(lead, keep_lines=True), paragraphs(full, keep_lines=True)
        if whole[: len(opening)] == opening:
            return "\n\n".join(filter(None, (content_text(block) for block in content if block is not lead)))
    return content_text(content)


def _byline(item: XmlItem) -> str | None:
    """The bylines, each as it is printed, its title on a line of its own."""
    bylines = list(item.nodes(read_path("body.head/byline")))
    printed = [each for each in bylines if each.get("class") != "normalized_byline"]
    return "\n".join(filter(None, map(byline_text, printed or bylines))) or None


def byline_text(byline: _Element) -> str:
    """What a byline prints: the names that it marks up apart from each other, a title on the next line.

    >>> from wirenews.formats.markup import read_xml
    >>> byline_text(read_xml("<byline>By BERNARD CONDON<byttl>AP Business Writer</byttl></byline>")[0])
    'By BERNARD CONDON\\nAP Business Writer'
    """
    parts = [byline.text or ""]
    was_name = False
    for child in byline:
        tag = name(child)
        is_name = tag in ("person", "name.given", "org")
        is_apart = was_name and is_name and not (parts[-1] or "").strip()
        parts += ["\n" if tag == "byttl" else ", " if is_apart else " ", words(child) or "", child.tail or ""]
        was_name = is_name
    return "\n".join(filter(None, (" ".join(line.split()) for line in _split_titles(parts))))


def _split_titles(parts: list[str]) -> list[str]:
    """The lines of a byline: only a title begins one."""
    lines = [""]
    for part in parts:
        if part == "\n":
            lines.append("")
        else:
            lines[-1] += part
    return lines


def _dateline(dateline: _Element | None) -> str | None:
    """The printed dateline."""
    if dateline is None:
        return None
    parts = [text or "" for part in dateline for text in (_printed(part), part.tail)]
    return " ".join("".join([dateline.text or "", *parts]).split()) or None


def _printed(part: _Element) -> str | None:
    """What a part of a dateline prints. A bare time stamp is a date of its own and no print."""
    is_stamp = part.get("norm") is not None and (part.text or "").strip()[:8].isdigit()
    if name(part) == "location":
        return ", ".join(filter(None, map(words, part))) if len(part) and not (part.text or "").strip() else words(part)
    return None if is_stamp else words(part)


def _copyright(item: XmlItem) -> Iterator[tuple[NoticeKind, str | None]]:
    stated = item.first(read_path("doc.copyright"))
    if holder := attribute(stated, "holder"):
        yield "copyright", " ".join(filter(None, ("Copyright", attribute(stated, "year"), holder)))
        return
    for owner in item.nodes(read_path("body.head/rights/rights.owner")):
        yield "copyright", f"Copyright {words(owner)}"


def nitf_inside(element: _Element) -> Story | None:
    """The story of the first NITF inside an element."""
    return next(filter(None, map(read_nitf, element.iter("{*}nitf", "{*}NITF"))), None)
