"""Texts with their accents apart (NFD) read as what they are: composed at the door, told in the source's own offsets.

Macs and some feeds write ``é`` as ``e`` and an accent, ``ベ`` as ``ヘ`` and a mark, a Hangul syllable as its letters.
The tables have such names composed (NFC), so who is given a text on its own composes it, once, and nothing behind has
to know.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import regex

from .article import Attribution, Person
from .layout import clean
from .patterns import pattern


class Composed(NamedTuple):
    """A text composed; ``offsets`` are where its characters stand in the text as it was, and where that ends."""

    text: str
    offsets: tuple[int, ...]


def is_composed(text: str) -> bool:
    """Whether a text has no accent apart from its letter."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def compose(text: str) -> Composed:
    """The text composed, with its offsets.

    >>> compose("Jose\\u0301 y")
    Composed(text='José y', offsets=(0, 1, 2, 3, 5, 6, 7))
    """
    parts: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        part = unicodedata.normalize("NFC", cluster[0])
        parts.append(part)
        start = cluster.start()
        offsets += range(start, cluster.end()) if part == cluster[0] else [start] * len(part)
    return Composed("".join(parts), (*offsets, len(text)))


_CLUSTER = pattern(r"\X")


def restore(found: Attribution, composed: Composed, source: str, start: int) -> Attribution:
    """What was found in a composed text, as it stands in the source from ``start`` on: its people's names too."""
    offsets = composed.offsets
    begin, end = start + offsets[found.start], start + offsets[found.end]
    people: list[Person] = []
    at = found.start
    for person in found.people:
        words = regex.compile(r"\s+".join(map(regex.escape, person.text.split()))).search(composed.text, at, found.end)
        at = words.end() if words is not None else at
        printed = clean(source, *(start + offsets[i] for i in words.span())) if words is not None else person.text
        people.append(Person(person.name, printed, person.title, person.place))
    shown = clean(source, begin, end)
    return Attribution(begin, end, shown, found.rule, found.role, found.agencies, tuple(people))
