"""NewsML-G2 (IPTC, since 2006): ``<newsItem>``s, alone or in a ``<newsMessage>``, with NITF, HTML or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import NoticeKind
from .document import Document
from .nitf import read_nitf
from .story import Story, stories_of
from .tree import attribute, find, find_all, main_parts, name, paragraphs, take_apart, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ITEMS = {
    "newsMessage": "a message",
    "newsItem": "a news item",
    "packageItem": "a package",
    "conceptItem": "a concept",
    "knowledgeItem": "a knowledge item",
    "planningItem": "a planning item",
    "catalogItem": "a catalogue",
    "groupSet": "the groups of a package",
    "contentSet": "a content set",
    "contentMeta": "content metadata",
}


def holds(document: Document) -> bool:
    """Whether the root element is one of NewsML-G2's items, messages, or a part of one."""
    return document.root_name in _ITEMS


def stories(document: Document) -> Iterator[Story]:
    """A story for each ``<newsItem>`` with a text."""
    root = document.root
    items = take_apart(root, "newsitem") or [root]
    return stories_of(map(_read, items), lambda: _what_it_is(root, items))


def _read(item: _Element) -> Story | None:
    body = _text(item)
    if not body:
        return None
    meta = find(item, "contentmeta")
    nitf = find(item, "nitf")
    inner = read_nitf(nitf) if nitf is not None else None
    return Story(
        body=body,
        headline=words(find(meta, "headline")) or (inner.headline if inner else None),
        byline=words(find(meta, "by")) or (inner.byline if inner else None) or _byline(meta),
        dateline=words(find(meta, "dateline")) or (inner.dateline if inner else None),
        credit=_closing_line(item) or words(find(meta, "creditline")),
        fields=tuple((n, v) for n, v in _fields(item, meta) if v),
        notices=tuple((kind, text) for kind, text in _notices(item) if text),
        language=_language(item, meta),
    )


def _text(item: _Element) -> str:
    content = find(item, "contentset")
    if content is None:
        content = item if name(item) == "contentset" else None
    if content is None:
        return ""
    for inline in find_all(content, "inlinexml"):
        body = find(inline, "body.content")
        if body is None:
            body = find(inline, "body")
        if body is None and find(inline, "p") is not None:
            body = inline
        # Anything else is no text: SportsML's tables, the events of EventsML.
        if body is None:
            continue
        text = max(("\n\n".join(paragraphs(part)) for part in main_parts(body)), key=len)
        if text:
            return text
    plain = (
        ("".join(inline.itertext()), inline.get("contenttype") or "text/plain")
        for inline in find_all(content, "inlinedata")
    )
    return next((text.strip() for text, kind in plain if kind.startswith("text/plain") and text.strip()), "")


def _byline(meta: _Element | None) -> str | None:
    """The creators that are people: an organisation (``type="cpnat:organisation"``) wrote nothing."""
    if meta is None:
        return None
    people = [
        words(find(creator, "name"))
        for creator in find_all(meta, "creator")
        if not (creator.get("type") or "").endswith(("organisation", "organization"))
    ]
    return ", ".join(filter(None, people)) or None


def _closing_line(item: _Element) -> str | None:
    """The line of initials that closes a story, which dpa sends as a note."""
    return next((words(note) for note in find_all(item, "ednote") if _is_closing_line(note)), None)


def _is_closing_line(note: _Element) -> bool:
    return (note.get("role") or "").endswith("closingline")


def _fields(item: _Element, meta: _Element | None) -> Iterator[tuple[str, str | None]]:
    dates = (
        words(find(item, date)) for date in ("versioncreated", "contentmodified", "contentcreated", "firstcreated")
    )
    yield "date", next(filter(None, dates), None)
    yield "slug", words(find(meta, "slugline"))
    yield "source", _named(find(meta, "infosource")) or _named(find(item, "provider"))
    yield "located", _named(find(meta, "located"))


def _named(element: _Element | None) -> str | None:
    """What a property names: its ``<name>``, its literal, or the end of its code ("nprov:REUTERS")."""
    if element is None:
        return None
    code = (element.get("qcode") or "").rpartition(":")[2]
    return words(find(element, "name")) or element.get("literal") or (code if not code.isdigit() else None) or None


def _notices(item: _Element) -> Iterator[tuple[NoticeKind, str | None]]:
    yield "copyright", words(find(item, "rightsinfo", "copyrightnotice"))
    yield "usage terms", words(find(item, "rightsinfo", "usageterms"))
    notes = (note for note in find_all(item, "ednote") if not _is_closing_line(note))
    yield "editor's note", next((text for note in notes if (text := words(note))), None)
    yield "embargo", _embargo(words(find(item, "itemmeta", "embargoed")))


def _embargo(until: str | None) -> str | None:
    return f"Embargoed until {until}" if until else None


def _language(item: _Element, meta: _Element | None) -> str | None:
    return attribute(find(meta, "language"), "tag") or attribute(item, _LANGUAGE)


def _what_it_is(root: _Element, items: list[_Element]) -> str:
    """What a document without a story holds, in words."""
    shown = [root.tag.rpartition("}")[2] if isinstance(root.tag, str) else ""]
    inside = find(root, "itemset")
    if inside is not None:
        shown = [child.tag.rpartition("}")[2] for child in inside if isinstance(child.tag, str)] or shown
    if shown == ["newsItem"]:
        code = attribute(find(items[0], "itemmeta", "itemclass"), "qcode") or ""
        return f"it is a news item of the class {code.rpartition(':')[2] or 'unknown'} without a text"
    return "it is " + " and ".join(dict.fromkeys(_ITEMS.get(each, f"a <{each}>") for each in shown))
