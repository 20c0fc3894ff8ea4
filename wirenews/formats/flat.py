"""SGML of corpora, read without a tree.

An item is cut at its tags. What stands where follows from these alone, and most items are tagged as another was: so
where each of a table's paths leads is worked out once for all items with the same tags.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from ..metadata import Subject
from .reads import Reads, SubjectRow, parted
from .tree import BREAK, PARAGRAPH, SIGNS, SKIPPED, laid_out
from .values import subject

_TAG = re.compile(r"<(/?[A-Za-z_][^<>]{0,200})>")
_CONTROL = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]);")
_NAME = re.compile(r"/?([\w.:-]+)")
# Elements that end where the next of the same name begins.
_ENDED_BY_THE_NEXT = frozenset(("p", "li", "tr", "td", "th"))
# What stands deeper stands side by side.
_DEEPEST = 40
# Items with more tags are not remembered.
_MANY = 200


class Place(NamedTuple):
    """The tag with which an element begins and the one that ends it, by their numbers; and which attribute is meant."""

    start: int
    end: int
    attribute: str = ""


class FlatItem:
    """What a table reads in an item of SGML.

    >>> reads = Reads(story={"body": "TEXT"}, metadata={"uri": "DOC/@id"})
    >>> item = FlatItem('<DOC id="7"><TEXT>Rain &amp; wind<P>Snow</TEXT></DOC>', reads)
    >>> [item.lines(place) for place in item.plan.story["body"]], item.texts(item.plan.metadata["uri"])
    (['Rain & wind\\n\\nSnow'], ['7'])
    """

    def __init__(self, markup: str, reads: Reads) -> None:
        parts = _TAG.split(markup)
        self._tags, self._texts = parts[1::2], parts[2::2]
        # The first tag may have the number of the document.
        name = _NAME.match(self._tags[0]) if self._tags else None
        tags = (name[0] if name is not None else "", *self._tags[1:])
        self.plan: _Plan = _plan(tags, reads) if len(tags) <= _MANY else _plan.__wrapped__(tags, reads)

    def texts(self, places: Iterable[Place]) -> list[str]:
        """What stands at these places, each on one line."""
        found = []
        for place in places:
            start, end, attribute = place
            if attribute:
                text = self._attribute(start, attribute)
            elif end == start + 1:
                text = " ".join(_unescaped(self._texts[start]).split())
            else:
                text = " ".join(" ".join(laid_out((self._running(place),))).split())
            if text:
                found.append(text)
        return found

    def subjects(self) -> Iterator[Subject]:
        """What the table's rows say of subjects."""
        for row, places in self.plan.subjects:
            for text in self.texts(places):
                found = subject(text if row.code else None, text if row.name else None, None)
                if found is not None:
                    yield found

    def lines(self, place: Place, without: Container[str] = ()) -> str:
        """The text of an element in its lines, a blank line between its paragraphs; ``without`` that of inner ones."""
        return "\n\n".join(laid_out((self._running(place, without),), keep_lines=True))

    def _attribute(self, at: int, name: str) -> str:
        found = _attribute(name).search(self._tags[at])
        return unescape(found[1] or found[2]) if found is not None else ""

    def _running(self, place: Place, without: Container[str] = ()) -> str:
        """The text of an element, with signs where inner ones end a paragraph or a line."""
        start, end, *_ = place
        text = self._texts[start]
        if end > start + 1:
            signs, depths, names = self.plan.signs, self.plan.depths, self.plan.names
            inner = [
                signs[at] + ("" if depths[at] > depths[start] or names[at] in without else self._texts[at])
                for at in range(start + 1, end)
            ]
            text = "".join((text, *inner))
        return _unescaped(text)


def _unescaped(text: str) -> str:
    """The text with the signs that references stand for; those of control characters are left out."""
    if "&" not in text:
        return text
    # Nearly all are these two kinds.
    text = _CONTROL.sub("", text).replace("&lt;", "<")
    return unescape(text) if "&" in text else text


@lru_cache(32)
def _attribute(name: str) -> re.Pattern[str]:
    return re.compile(rf"""{name}(?<=\s{name})\s*=\s*(?:["']([^"']*)|([^\s"'>]+))""")


class _Plan(NamedTuple):
    """What the tags of an item tell: its elements where a table looks for them.

    For each tag: the name that it begins, the signs that it puts into running text, how deep in other text it stands.
    """

    story: Mapping[str, tuple[Place, ...]]
    metadata: Mapping[str, tuple[Place, ...]]
    subjects: tuple[tuple[SubjectRow, tuple[Place, ...]], ...]
    names: tuple[str, ...]
    signs: tuple[str, ...]
    depths: tuple[int, ...]


@lru_cache(512)
def _plan(tags: tuple[str, ...], reads: Reads) -> _Plan:
    elements = _Elements()
    for tag in tags:
        elements.add(tag)
    elements.end()

    def found(table: Mapping[str, str]) -> dict[str, tuple[Place, ...]]:
        places = {name: tuple(elements.at(paths)) for name, paths in table.items()}
        return {name: at for name, at in places.items() if at}

    subjects = tuple((row, at) for row in reads.subjects if (at := tuple(elements.at(row.where))))
    shown = (tuple(elements.names), tuple(elements.signs), tuple(elements.depths))
    return _Plan(found(reads.story), found(reads.metadata), subjects, *shown)


class _Elements:
    """The elements that tags make, and by the way what each tag does to the text.

    An element that is not closed ends with the one it stands in; an end without a start parts the text.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.signs: list[str] = []
        self.depths: list[int] = []
        self._found: dict[str, list[Place]] = {}
        # The elements that are not closed yet: the name and the number of the tag of each.
        self._open: list[tuple[str, int]] = []

    def add(self, tag: str) -> None:
        """The next tag."""
        found = _NAME.match(tag)
        name = found[1].lower() if found is not None else ""
        signs = self._end(name) if tag.startswith("/") else self._start(name, is_empty=tag.endswith("/"))
        self.names.append("" if tag.startswith("/") else name)
        self.signs.append(signs)
        self.depths.append(sum(name in SKIPPED for name, _ in self._open))

    def end(self) -> None:
        """Nothing more comes."""
        while self._open:
            self._close()

    def at(self, paths: str) -> Iterator[Place]:
        """The elements to which the paths lead."""
        for path in parted(paths):
            for place in sorted(self._found.get(path.anchor, ())):
                yield place._replace(attribute=path.leaf.removeprefix("@"))

    def _start(self, name: str, *, is_empty: bool) -> str:
        above = self._open[-1][0] if self._open else ""
        closed = ""
        if (name == above and name in _ENDED_BY_THE_NEXT) or len(self._open) == _DEEPEST:
            closed = self._close()
        sign = SIGNS.get(name, "")
        self._open.append((name, len(self.names)))
        if is_empty or sign == BREAK:
            self._close()
        return closed + sign

    def _end(self, name: str) -> str:
        if all(name != other for other, _ in self._open):
            return PARAGRAPH if SIGNS.get(name) == PARAGRAPH else ""
        signs = ""
        while self._open[-1][0] != name:
            signs += self._close()
        return signs + self._close()

    def _close(self) -> str:
        """The sign with which the innermost element ends."""
        name, start = self._open.pop()
        above = self._open[-1][0] if self._open else ""
        place = Place(start, max(len(self.names), start + 1))
        for path in (f"/{name}", f"/{above}/{name}"):
            self._found.setdefault(path, []).append(place)
        return PARAGRAPH if SIGNS.get(name) == PARAGRAPH else ""
