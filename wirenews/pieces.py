"""The values in an article: pieces with their places in the source, agencies, people; dates are in ``wire_date``.

All of them are frozen and slotted: they compare, hash, pickle and print. Offsets are half-open
and count characters (not bytes) of ``Article.source``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Self

from attrs import field, frozen

from .arguments import Shown, short_repr
from .kinds import DefectCode, NoticeKind, Role, SegmentKind
from .place import Place
from .text.layout import clean
from .wire_date import WireDate


def _runs_forward(value: Piece | Defect | Segment, _: object, end: int) -> None:
    if not 0 <= value.start <= end:
        raise ValueError(f"a span must satisfy 0 <= start <= end, got start={value.start}, end={end}")


@frozen(repr=False)
class Agency(Shown):
    """An organisation that distributes news copy, as the registry knows it.

    ``country`` is ISO 3166-1 alpha-2 or ``None`` for international bodies; ``languages`` are
    ISO 639-1; ``years`` says when an agency that is gone existed ("1835-1940"); ``wikidata`` is its item ("Q40464").
    """

    id: str
    name: str
    short: str = ""
    native: str | None = None
    aliases: tuple[str, ...] = field(default=(), repr=short_repr)
    country: str | None = None
    languages: tuple[str, ...] = ()
    kind: str = "agency"
    years: str | None = None
    wikidata: str | None = None


@frozen(repr=False)
class Person(Shown):
    """Someone named in a credit: ``name`` as people write it, ``text`` as printed."""

    name: str
    text: str
    title: str | None = None
    place: Place | None = None


@frozen(repr=False)
class Piece(Shown):
    """Something that stands in the source: ``source[start:end]``.

    ``text`` is cleaned for reading (wrapped lines joined, spaces folded); ``rule`` names the rule
    that recognised it.
    """

    start: int
    end: int = field(validator=_runs_forward)
    text: str = field(repr=short_repr)
    rule: str


@frozen(repr=False)
class Headline(Piece):
    """What stands over a story.

    ``label`` is what a wire prints before it ("UPDATE 2-", "BREAKING:"), or ``None``.
    """

    label: str | None = None

    @property
    def plain(self) -> str:
        """The headline without its label."""
        return self.text[len(self.label or "") :].lstrip()


@frozen(repr=False)
class Dateline(Piece):
    """Where and when a story was filed, and by which agencies."""

    places: tuple[Place, ...] = ()
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen(repr=False)
class Attribution(Piece):
    """Words that say whose copy it is or who helped.

    An agency is never in ``people``, a person never in ``agencies``.
    """

    role: Role = "origin"
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()


@frozen(repr=False)
class Notice(Piece):
    """Words about the story that are not the story.

    ``agencies`` are the owners that a copyright line names, ``date`` its year, or the time at
    which an embargo ends.
    """

    kind: NoticeKind
    agencies: tuple[Agency, ...] = ()
    date: WireDate | None = None


@frozen(repr=False)
class Field(Piece):
    """A header line with a name and a value; ``date`` and ``agencies`` are what the value says."""

    name: str
    value: str
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen(repr=False)
class Defect(Shown):
    """Something wrong with the text. ``code`` is stable, ``message`` is for people."""

    code: DefectCode
    message: str
    start: int
    end: int = field(validator=_runs_forward)


@frozen(repr=False)
class Segment(Shown):
    """A stretch of the source and what it is."""

    kind: SegmentKind
    start: int
    end: int = field(validator=_runs_forward)


class OverlapError(ValueError):
    """Raised by :class:`Article` when two of its pieces claim the same characters."""


class DefectError(ValueError):
    """Raised by ``parse(..., strict=True)``: ``defect`` is the first defect of the text."""

    def __init__(self, defect: Defect) -> None:
        super().__init__(f"{defect.code}: {defect.message} (at {defect.start}-{defect.end})")
        self.defect = defect

    def __reduce__(self) -> tuple[type[Self], tuple[Defect]]:
        return type(self), (self.defect,)


class Unmade(NamedTuple):
    """Paragraphs that nobody has asked for yet: a plain text and their spans in it."""

    text: str
    spans: list[tuple[int, int]]

    def make(self) -> tuple[Piece, ...]:
        return tuple([Piece(start, end, clean(self.text, start, end), "body") for start, end in self.spans])

    def one_by_one(self) -> Iterator[Piece]:
        return (Piece(start, end, clean(self.text, start, end), "body") for start, end in self.spans)
