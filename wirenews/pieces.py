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
    ``id`` is stable: it is what rows and JSON hold of an agency.

    >>> import wirenews
    >>> ntb = wirenews.find_agency("Norsk Telegrambyrå")
    >>> ntb.id, ntb.short, ntb.country, ntb.kind
    ('ntb', 'NTB', 'NO', 'national')
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
    """Someone named in a credit: ``name`` as people write it, ``text`` as printed.

    ``title`` and ``place`` are what is printed beside the name, or ``None``.

    >>> import wirenews
    >>> [person] = wirenews.normalize_attribution("By HARRIET LOWE, Associated Press Writer").people
    >>> person.name, person.text
    ('Harriet Lowe', 'HARRIET LOWE')
    """

    name: str
    text: str
    title: str | None = None
    place: Place | None = None


@frozen(repr=False)
class Piece(Shown):
    """Something that stands in the source: ``source[start:end]``, offsets in characters.

    ``text`` is cleaned for reading (wrapped lines joined, spaces folded); ``rule`` names the rule
    that recognised it. ``start`` must not be over ``end``, else ``ValueError``.

    >>> import wirenews
    >>> article = wirenews.parse("OSLO (NTB) - It rained\\nall day.")
    >>> [paragraph] = article.paragraphs
    >>> paragraph.text, article.source[paragraph.start : paragraph.end]
    ('It rained all day.', 'It rained\\nall day.')
    """

    start: int
    end: int = field(validator=_runs_forward)
    text: str = field(repr=short_repr)
    rule: str


@frozen(repr=False)
class Headline(Piece):
    """What stands over a story.

    ``label`` is what a wire prints before it ("UPDATE 2-", "BREAKING:"), or ``None``.

    >>> import wirenews
    >>> article = wirenews.parse("UPDATE 2-Harbour dues to rise\\n\\nLISBON, Feb 26 (Reuters) - Dues will rise.")
    >>> article.headline.label, article.headline.plain
    ('UPDATE 2-', 'Harbour dues to rise')
    """

    label: str | None = None

    @property
    def plain(self) -> str:
        """The headline without its label."""
        return self.text[len(self.label or "") :].lstrip()


@frozen(repr=False)
class Dateline(Piece):
    """Where and when a story was filed, and by which agencies: as much of it as is printed.

    >>> import wirenews
    >>> dateline = wirenews.parse("BELLEVUE, Wash., Feb. 26 (AP) _ Rain fell.").dateline
    >>> dateline.places[0].name, dateline.places[0].region, dateline.date.isoformat(), dateline.agencies[0].id
    ('Bellevue', 'Washington', '--02-26', 'ap')
    """

    places: tuple[Place, ...] = ()
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen(repr=False)
class Attribution(Piece):
    """Words that say whose copy it is or who helped.

    ``role`` says how: ``origin`` is whose copy it is, ``inputs`` what went into it. An agency is never in ``people``, a
    person never in ``agencies``.

    >>> import wirenews
    >>> article = wirenews.parse("OSLO (NTB) - Rain.\\n\\n(Reporting by Kari Nes; editing by Ola Li)")
    >>> [(credit.role, credit.people[0].name) for credit in article.credits]
    [('reporting', 'Kari Nes'), ('editing', 'Ola Li')]
    """

    role: Role = "origin"
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()


@frozen(repr=False)
class Notice(Piece):
    """Words about the story that are not the story.

    ``agencies`` are the owners that a copyright line names, ``date`` its year, or the time at
    which an embargo ends.

    >>> import wirenews
    >>> [notice] = wirenews.parse("OSLO (NTB) - Rain.\\n\\nCopyright 2025 NTB").notices
    >>> notice.kind, notice.agencies[0].id, notice.date.isoformat()
    ('copyright', 'ntb', '2025')
    """

    kind: NoticeKind
    agencies: tuple[Agency, ...] = ()
    date: WireDate | None = None


@frozen(repr=False)
class Field(Piece):
    """A header line with a name and a value; ``date`` and ``agencies`` are what the value says, if anything.

    >>> import wirenews
    >>> [field] = wirenews.parse("Slug: HARBOUR-DUES\\n\\nOSLO, May 2 (NTB) - It rained.").fields
    >>> field.name, field.value
    ('slug', 'HARBOUR-DUES')
    """

    name: str
    value: str
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen(repr=False)
class Defect(Shown):
    """Something wrong with the text, at ``source[start:end]``. ``code`` is stable, ``message`` is for people.

    >>> import wirenews
    >>> [defect] = wirenews.parse("OSLO, Feb 31 (NTB) - It rained.").defects
    >>> defect.code, defect.start, defect.end
    ('date-invalid', 6, 12)
    """

    code: DefectCode
    message: str
    start: int
    end: int = field(validator=_runs_forward)


@frozen(repr=False)
class Segment(Shown):
    """A stretch of the source, ``source[start:end]``, and what it is; see :attr:`Article.segments`."""

    kind: SegmentKind
    start: int
    end: int = field(validator=_runs_forward)


class OverlapError(ValueError):
    """Raised by :class:`Article` when two of its pieces claim the same characters."""


class DefectError(ValueError):
    """Raised by ``parse(..., strict=True)`` and ``load(..., strict=True)``: ``defect`` is the first defect.

    >>> import wirenews
    >>> try:
    ...     wirenews.parse("OSLO, Feb 31 (NTB) - It rained.", strict=True)
    ... except wirenews.DefectError as error:
    ...     print(error.defect.code)
    date-invalid
    """

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
