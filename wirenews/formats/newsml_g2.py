"""NewsML-G2 (IPTC, since 2006): ``<newsItem>``s, alone or in a ``<newsMessage>``, with NITF, HTML or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

import attrs

from ..kinds import NoticeKind
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
    stated = Story(
        body=body,
        headline=words(find(meta, "headline")),
        byline=words(find(meta, "by")),
        dateline=words(find(meta, "dateline")),
        credit=_closing_line(item) or words(find(meta, "creditline")),
        fields=tuple(_fields(item, meta)),
        notices=tuple(_notices(item)),
        language=_language(item, meta),
    ).completed_by(next(map(read_nitf, find_all(item, "nitf")), None))
    return stated if stated.byline else attrs.evolve(stated, byline=_creators(meta))


def _text(item: _Element) -> str:
    """The text of an item: of its markup, else what it has as plain text."""
    content = item if name(item) == "contentset" else find(item, "contentset")
    if content is None:
        return ""
    marked_up = map(_text_of_markup, find_all(content, "inlinexml"))
    as_plain = map(_plain_text, find_all(content, "inlinedata"))
    return next(filter(None, chain(marked_up, as_plain)), "")


def _text_of_markup(inline: _Element) -> str:
    """The text of NITF or HTML. Anything else has none: SportsML's tables, the events of EventsML."""
    bodies = (find(inline, "body.content"), find(inline, "body"), inline if find(inline, "p") is not None else None)
    body = next((each for each in bodies if each is not None), None)
    return max(("\n\n".join(paragraphs(part)) for part in main_parts(body)), key=len) if body is not None else ""


def _plain_text(inline: _Element) -> str:
    kind = inline.get("contenttype") or "text/plain"
    return "".join(inline.itertext()).strip() if kind.startswith("text/plain") else ""


def _creators(meta: _Element | None) -> str | None:
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
