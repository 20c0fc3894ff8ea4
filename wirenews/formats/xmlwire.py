"""What the XML formats share: a document is cut into its items, and each is read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from ..article import Defect
from .cutting import Cut, cut_elements
from .document import Document
from .jsonwire import unescaped
from .markup import read_opening, read_xml
from .reads import XmlItem
from .story import Found, Story, Unread, stories_of
from .tree import name, paragraphs, take_apart

if TYPE_CHECKING:
    from lxml.etree import _Element

_ELEMENT = re.compile("<[A-Za-z]")
# Markup that was escaped inside a text: "35<endash>-</endash>40".
_PAIR = re.compile(r"<([a-z][\w-]{0,20})>([^<>]{0,200})</\1>")


@attrs.frozen
class XmlFormat:
    """A format in XML: the elements that are items, those that hold items, and those that may stand alone for one.

    ``read`` is given an item and what stands around it: the header of a message, the title of a feed. ``mark`` is
    what its beginning has besides.
    """

    items: tuple[str, ...]
    read: Callable[[_Element, XmlItem | None], Story | None]
    otherwise: str
    holders: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    what_it_is: Callable[[_Element], str] | None = None
    mark: str = ""

    def holds(self, document: Document) -> bool:
        """Whether the root element is one of this format's."""
        return (document.root_name or "").casefold() in self._roots and self.mark in document.head

    @cached_property
    def _roots(self) -> frozenset[str]:
        return frozenset(map(str.casefold, (*self.items, *self.holders, *self.alone)))

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each item with a text."""
        return stories_of(
            self._found(document),
            lambda kinds: " and ".join(kinds).replace(" and it is ", " and ") or self.otherwise,
        )

    def _found(self, document: Document) -> Iterator[Found | str]:
        prologue, around = "", None
        root = document.root_name or ""
        names = (root,) if root.casefold() in map(str.casefold, self.alone) else self.items
        for cut in cut_elements(document.chunks(), names, document.limit):
            if cut.before:
                prologue = document.decoded(cut.before).text
                opening = read_opening(prologue) if _ELEMENT.search(prologue) else None
                around = XmlItem(opening) if opening is not None else None
            yield from self._read(document, cut, prologue, around)

    def _read(self, document: Document, cut: Cut, prologue: str, around: XmlItem | None) -> Iterator[Found | str]:
        text = document.decoded(cut.data)
        root, damage = read_xml(text.text, prologue, cut.line, cut.column)
        defects = (*text.defects, *([Defect("markup-malformed", damage, 0, 0)] if damage else ()))
        for item in take_apart(root, name(root)) if cut.is_nested else [root]:
            story = self.read(item, around)
            if story is not None:
                yield attrs.evolve(story, damage=defects) if defects else story
            elif damage is not None:
                yield Unread(f"the item has no text that could be read: {damage}")
            elif self.what_it_is is not None:
                yield self.what_it_is(item)


def content_text(element: _Element, *, is_wire: bool = True) -> str:
    """The text of an element with a story: what it marks up, what it has escaped, or its lines as they stand."""
    if len(element) == 0:
        text = element.text or ""
        shown = unescaped(text)
        if shown is not text:
            return shown
    shown = "\n\n".join(paragraphs(element, keep_lines=is_wire))
    return _PAIR.sub(r"\2", shown) if is_wire and "</" in shown else shown
