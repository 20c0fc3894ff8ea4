"""The article that :func:`wirenews.parse` gives back: its pieces together, and what they say of the whole story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter
from typing import Any, Self, cast

from attrs import field, frozen

from . import record as shapes
from .arguments import short_repr, wrong_type
from .explain import Claim, decision_lines, defect_line, is_dated, is_stated, is_stated_on, names_agency, piece_line
from .kinds import SegmentKind
from .metadata import Metadata
from .pieces import (
    Agency,
    Attribution,
    Dateline,
    Defect,
    DefectError,
    Field,
    Headline,
    Notice,
    OverlapError,
    Person,
    Piece,
    Segment,
    Unmade,
)
from .place import Place
from .text.language import guess_language
from .wire_date import WireDate

__all__ = [
    "Agency", "Article", "Attribution", "Dateline", "Defect", "DefectError", "Field", "Headline", "Notice",
    "OverlapError", "Person", "Piece", "Place", "Segment", "Unmade", "WireDate", "check_article", "each_article",
]  # fmt: skip

_LANGUAGE_REACH = 400


def _as_given(paragraphs: tuple[Piece, ...] | Unmade) -> tuple[Piece, ...]:
    return cast("tuple[Piece, ...]", paragraphs)


@frozen(repr=False)
class Article:
    """A wire story in its parts, each with its place in ``source``: what :func:`parse` and :func:`load` give.

    ``source`` is the text that was read, untouched; offsets are half-open and count its characters, not bytes.
    ``headline``, ``deck`` (the lines below the headline that sum the story up), ``byline`` and ``dateline`` may be
    ``None``. ``paragraphs`` are the body, ``captions`` the words under pictures, ``credits`` all others who
    are credited, ``notices`` words about the story, ``fields`` header lines; each in the order of the source.
    ``defects`` tells what is damaged or doubtful; ``format`` is ``"text"``, or that of the document.

    >>> import wirenews
    >>> article = wirenews.parse("LIMA, March 3 (Reuters) - Rain fell.\\n\\n(Reporting by Ana Paz)")
    >>> article.dateline.text, [paragraph.text for paragraph in article.paragraphs], article.credits[0].role
    ('LIMA, March 3 (Reuters)', ['Rain fell.'], 'reporting')
    >>> article.source[article.dateline.start : article.dateline.end]
    'LIMA, March 3 (Reuters)'

    ``stated_agency`` and ``metadata`` are what the document that held the story says of it, ``stated_language`` too, or
    who had it parsed, where the words do not tell. Paragraphs that are given as :class:`Unmade` are made when they are
    first asked for: most of a long text is never looked at.

    To make an article of pieces that overlap, or end after the source, raises ``ValueError``.
    """

    source: str
    headline: Headline | None = None
    deck: Piece | None = None
    byline: Attribution | None = None
    dateline: Dateline | None = None
    paragraphs: tuple[Piece, ...] = field(default=(), converter=_as_given)
    captions: tuple[Piece, ...] = ()
    credits: tuple[Attribution, ...] = ()
    notices: tuple[Notice, ...] = ()
    fields: tuple[Field, ...] = ()
    defects: tuple[Defect, ...] = ()
    stated_language: str | None = None
    format: str = "text"
    metadata: Metadata | None = None
    stated_agency: Agency | None = None
    _unmade: Unmade | None = field(init=False, default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.byline is not None and self._byline_inside and self.byline.end > self.dateline.end:  # type: ignore[union-attr]
            raise ValueError(f"the byline runs out of the dateline it stands in: {self.byline!r}")
        spans = [(piece.start, piece.end) for _, piece in self._around_body()]
        if isinstance(self.paragraphs, Unmade):
            spans += self.paragraphs.spans
            object.__setattr__(self, "_unmade", self.paragraphs)
            object.__delattr__(self, "paragraphs")
        else:
            spans += [(piece.start, piece.end) for piece in self.paragraphs]
        spans.sort()
        last = 0
        for start, end in spans:
            if start < last:
                raise OverlapError(f"pieces overlap: one ends at {last}, where one from {start} to {end} has begun")
            last = end
        if max([last, *[defect.end for defect in self.defects]]) > len(self.source):
            raise ValueError(f"a piece ends after the source, which has {len(self.source)} characters")

    def __getattr__(self, name: str) -> tuple[Piece, ...]:
        """The paragraphs, made when they are first asked for; no other attribute is ever missing."""
        if name != "paragraphs" or self._unmade is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        paragraphs = self._unmade.make()
        object.__setattr__(self, "paragraphs", paragraphs)
        return paragraphs

    def _each_paragraph(self) -> Iterator[Piece]:
        """The paragraphs; where they were not made yet, one at a time, so that a long text is never there twice."""
        try:
            return iter(object.__getattribute__(self, "paragraphs"))
        except AttributeError:
            return cast("Unmade", self._unmade).one_by_one()

    @property
    def _byline_inside(self) -> Attribution | None:
        """The byline where it names the reporter inside the dateline (Xinhua, CNA and Yonhap do so)."""
        if self.byline is None or self.dateline is None:
            return None
        return self.byline if self.dateline.start <= self.byline.start < self.dateline.end else None

    def _outer(self) -> Iterator[tuple[SegmentKind, Piece]]:
        """The pieces in the order of the source, each with its kind; a byline inside the dateline is in that one."""
        kinds = {id(piece): kind for kind, piece in self._around_body()}
        pieces = [*self.paragraphs, *(piece for _, piece in self._around_body())]
        return ((kinds.get(id(piece), "body"), piece) for piece in sorted(pieces, key=_start))

    def _around_body(self) -> Iterator[tuple[SegmentKind, Piece]]:
        """The pieces beside the paragraphs, each with its kind."""
        byline = None if self._byline_inside else self.byline
        apart = (self.headline, self.deck, self.dateline, byline)
        yield from ((kind, piece) for kind, piece in zip(_APART, apart, strict=True) if piece is not None)
        for kind, pieces in zip(_SEVERAL, (self.captions, self.fields, self.credits, self.notices), strict=True):
            yield from ((kind, piece) for piece in pieces)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The source cut into segments: every character is in exactly one.

        What is no piece (blank lines, dashes after a dateline) is a ``gap``. A byline that stands
        inside the dateline is cut out of it.

        >>> import wirenews
        >>> article = wirenews.parse("OSLO (NTB) - It rained.")
        >>> [(part.kind, article.source[part.start : part.end]) for part in article.segments]
        [('dateline', 'OSLO (NTB)'), ('gap', ' - '), ('body', 'It rained.')]
        """
        return tuple(segment for segment, _ in self._cut())

    def _cut(self) -> Iterator[tuple[Segment, Piece | None]]:
        """The segments, each with the piece that it is of; a gap is of none."""
        position, inner = 0, self._byline_inside
        for kind, piece in self._outer():
            if piece.start > position:
                yield Segment("gap", position, piece.start), None
            if kind == "dateline" and inner is not None:
                parts = (
                    (Segment("dateline", piece.start, inner.start), piece),
                    (Segment("byline", inner.start, inner.end), inner),
                    (Segment("dateline", inner.end, piece.end), piece),
                )
                yield from (part for part in parts if part[0].start < part[0].end)
            elif piece.start < piece.end:
                yield Segment(kind, piece.start, piece.end), piece
            position = max(position, piece.end)
        if position < len(self.source):
            yield Segment("gap", position, len(self.source)), None

    @property
    def agency(self) -> Agency | None:
        """Whose copy it is: of the dateline, else a closing credit, the byline, a header, the copyright line,
        or the document that held the story. Of several, the first; "with inputs from" makes no owner.
        """
        return next((claim.value for claim in self._agency_claims() if not claim.against), None)

    @property
    def date(self) -> dt.date | None:
        """The date that a header field settles, else the dateline (with the reference), document, copyright line."""
        return next((claim.value.date for claim in self._date_claims() if not claim.against), None)

    def _agency_claims(self) -> Iterator[Claim]:
        """The pieces that name an agency, in the order in which they are believed."""
        if self.dateline is not None:
            yield from names_agency("dateline", self.dateline)
        for credit in self.credits:
            against = "" if credit.role in _OWNERS else f"the role {credit.role!r} makes no owner"
            yield from names_agency("credit", credit, against)
        if self.byline is not None:
            yield from names_agency("byline", self.byline)
        for header in self.fields:
            yield from names_agency("field", header)
        for notice in self.notices:
            yield from names_agency("notice", notice, _why_other(notice))
        yield from is_stated(self.stated_agency)

    def _date_claims(self) -> Iterator[Claim]:
        """The pieces that are dated, in the order in which they are believed."""
        for header in self.fields:
            yield from is_dated("field", header)
        if self.dateline is not None:
            yield from is_dated("dateline", self.dateline)
        yield from is_stated_on(self.metadata.dated if self.metadata is not None else None)
        for notice in self.notices:
            yield from is_dated("notice", notice, _why_other(notice))

    @property
    def language(self) -> str | None:
        """The language (ISO 639-1) that a document states or else the words tell; ``None`` where neither does."""
        if self.stated_language is not None:
            return self.stated_language
        words = (
            " ".join([p.text[:_LANGUAGE_REACH] for p in islice(self._each_paragraph(), 3)])
            or self.source[:_LANGUAGE_REACH]
        )
        return guess_language(words, self.agency.languages if self.agency is not None else ())

    @property
    def body(self) -> str:
        """The paragraphs, joined by a blank line."""
        return "\n\n".join(p.text for p in self.paragraphs)

    def explain(self) -> str:
        """Why it reads so: a line for each piece, and which of them settled the story's agency and date.

        A line says where a piece stands, what it is, which rule recognised it, its text and the values it gave.

        >>> import wirenews
        >>> print(wirenews.parse("OSLO (NTB) - It rained.").explain())  # doctest: +NORMALIZE_WHITESPACE
        0-10     dateline  dateline.place-agency    'OSLO (NTB)'  -> place Oslo, NO; agency ntb
        13-23     body      body                     'It rained.'
        agency: ntb, dateline at 0-10
        date: none
        """
        lines = [piece_line(kind, piece) for kind, piece in self._outer()]
        if self._byline_inside is not None:
            lines.append(f"{piece_line('byline', self._byline_inside)} (inside the dateline)")
        lines += map(defect_line, self.defects)
        lines += decision_lines("agency", self._agency_claims())
        lines += decision_lines("date", self._date_claims())
        return "\n".join(lines)

    def record(self) -> shapes.Record:
        return shapes.record(self)

    def text(self, *kinds: SegmentKind) -> str:
        return shapes.text(self, *kinds)

    def to_dict(self, *, text: bool = True) -> dict[str, Any]:
        return shapes.to_dict(self, text=text)

    def to_json(self, *, text: bool = True, indent: int | None = None) -> str:
        return shapes.to_json(self, text=text, indent=indent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The article of which :meth:`to_dict` gave ``data``, with its texts or without.

        Of an agency the registry knows more than id and name; one that is not in it comes back with these two. Raises
        ``TypeError`` for what is no dict, ``ValueError`` for what is no article, with the name of the attribute that
        is missing or too many.

        >>> import json, wirenews
        >>> article = wirenews.parse("OSLO, May 2 (Reuters) - It rained.")
        >>> wirenews.Article.from_dict(json.loads(article.to_json(text=False))) == article
        True
        """
        return shapes.from_dict(cls, data)

    def __repr__(self) -> str:
        parts = [f"{len(self.paragraphs)} paragraphs"]
        if self.headline is not None:
            parts.insert(0, f"headline={short_repr(self.headline.text)}")
        if self.dateline is not None:
            parts.append(f"dateline={short_repr(self.dateline.text)}")
        if self.agency is not None:
            parts.append(f"agency={self.agency.id!r}")
        if self.defects:
            parts.append(f"{len(self.defects)} defects")
        return f"<Article {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        from .marked import fragment  # only notebooks need it

        return fragment([self])


def check_article(article: object) -> None:
    """Raise ``TypeError`` for what is no :class:`Article`."""
    if not isinstance(article, Article):
        raise wrong_type("article", "an Article", article, "pass what wirenews.parse gave")


def each_article(articles: Article | Iterable[Article]) -> Iterator[Article]:
    """The articles, one by one, or the one; ``TypeError`` at once for what is neither, and in its turn for an item."""
    if isinstance(articles, Article):
        return iter((articles,))
    if isinstance(articles, str | bytes | Mapping) or not isinstance(articles, Iterable):
        advice = "pass what wirenews.parse, load or parse_many gave"
        raise wrong_type("articles", "an Article or several", articles, advice)
    return map(_checked, articles)


def _checked(article: Article) -> Article:
    check_article(article)
    return article


def _why_other(notice: Notice) -> str:
    """Why a notice says nothing of the whole story: it is none of copyright, or a broadcaster's of its page."""
    if any(agency.kind == "broadcaster" for agency in notice.agencies):
        return "a broadcaster's copyright line is its page's, whoever wrote the story"
    return "" if notice.kind == "copyright" else f"a notice of the kind {notice.kind!r} speaks of something else"


for _shape in ("record", "text", "to_dict", "to_json"):
    getattr(Article, _shape).__doc__ = getattr(shapes, _shape).__doc__

_start = attrgetter("start")
# The roles of credits that say whose copy it is.
_OWNERS = ("origin", "distribution")
_APART: tuple[SegmentKind, ...] = ("headline", "deck", "dateline", "byline")
_SEVERAL: tuple[SegmentKind, ...] = ("caption", "field", "credit", "notice")
