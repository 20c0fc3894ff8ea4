"""``parse()``: the stages in order, nothing else."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from .arguments import NO_HINTS, Hints, day_of, hints_of
from .article import Article, Dateline, Defect, DefectError, OverlapError, Piece, Unmade
from .credit.agency_line import Filed
from .dateline.hints import settle_field, settle_reading
from .decoding import decode
from .story.blocks import Span, Story
from .story.captions import read_captions
from .story.head import Head, read_head
from .story.tail import read_tail
from .text.characters import Spread, plain
from .text.layout import find_blocks

_Found = TypeVar("_Found", bound=Piece)


def parse(
    source: str | bytes,
    *,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    strict: bool = False,
) -> Article:
    """The story in its parts: dateline, headline, byline, paragraphs, credits, notices.

    ``reference`` is the day on which the story ran, if you know it: it settles the year of
    "Feb 26". Without it partial dates stay partial; today's date is never consulted.

    ``language`` (ISO 639-1) and ``country`` (ISO 3166-1 alpha-2), of the story or of the paper that printed it, settle
    what the text leaves open: which Cambridge, whose "CNA", whether "listopada" is October or November, and the
    article's language where its words do not tell. They never make a piece of what is none without them; what is no
    code of two letters raises ``ValueError``.

    Any text gives an article, what is damaged is told in ``defects``. With ``strict`` the first
    defect is raised as a :class:`DefectError`. Bytes are decoded by their BOM, else as UTF-8 (a few
    bad bytes become U+FFFD), else as Windows-1252; offsets count characters of ``article.source``.

    >>> article = parse("LIMA, March 3 (Reuters) - Rain fell.\\n (Reporting by Ana Paz)")
    >>> article.dateline.places[0].name, article.agency.id, article.body
    ('Lima', 'reuters', 'Rain fell.')
    >>> parse("CAMBRIDGE, 5. listopada 2024 - Rain fell.", language="hr", country="US").dateline.date.isoformat()
    '2024-10-05'
    """
    hints = hints_of(country, language)
    printed, told = decode(source)
    text, spread = plain(printed)
    story, spans = Story(text, day_of(reference)), find_blocks(text)
    shown = printed if spread is None else text
    try:
        article = _read(story, spans, shown, hints)
    except OverlapError as error:
        article = Article(shown, paragraphs=Unmade(text, spans), defects=(_unread(text, error),))
    if spread is not None:
        article = _as_printed(article, printed, spread)
    if told:
        article = attrs.evolve(article, defects=(*told, *article.defects))
    if hints.language is not None and article.language is None:
        article = attrs.evolve(article, stated_language=hints.language)
    if strict and article.defects:
        raise DefectError(article.defects[0])
    return article


def clean(text: str | bytes) -> str:
    """The body of a story, for those who only want it: no dateline, byline, credits or notices; perhaps empty.

    >>> clean("LIMA, March 3 (Reuters) - Rain fell.\\n (Reporting by Ana Paz)")
    'Rain fell.'
    """
    return parse(text).body


def _read(story: Story, spans: list[Span], source: str, hints: Hints) -> Article:
    """The article of a plain text, and of its source, where each character has the same place: the stages in order."""
    head = read_head(story, spans)
    if hints is not NO_HINTS:
        head = _settled(head, story, hints)
    dateline = head.reading.dateline if head.reading is not None else None
    captions, spans = read_captions(story, head.rest)
    tail = read_tail(story, spans, _filed(dateline, hints, story.text), head.byline)
    told = (*head.reading.defects, *_date_conflicts(head)) if head.reading is not None else ()
    return Article(
        source,
        headline=head.headline,
        deck=head.deck,
        byline=head.byline,
        dateline=dateline,
        paragraphs=Unmade(story.text, tail.body),
        captions=(*head.captions, *captions),
        credits=(*head.credits, *tail.credits),
        notices=_in_order((*head.notices, *tail.notices)),
        fields=_in_order(head.fields),
        defects=(*told, *tail.defects),
    )


def _settled(head: Head, story: Story, hints: Hints) -> Head:
    """The head with what its dateline and its fields leave open as the hints settle it."""
    reading = head.reading and settle_reading(head.reading, story.text, hints, story.day)
    return head._replace(reading=reading, fields=tuple([settle_field(field, hints) for field in head.fields]))


def _filed(dateline: Dateline | None, hints: Hints, text: str) -> Filed:
    """Where and by whom a story was filed, as its dateline says, or else the hints; and its text."""
    if dateline is None:
        return Filed(hints.country, (), hints.language, text)
    country = dateline.places[0].country if dateline.places else None
    return Filed(country or hints.country, dateline.agencies, hints.language, text)


def _unread(text: str, error: OverlapError) -> Defect:
    """The defect of a story whose parts were found in each other's places, so that all of it is left as body."""
    return Defect("pieces-overlap", f"the parts of the story could not be told apart ({error})", 0, len(text))


def _as_printed(article: Article, printed: str, spread: Spread) -> Article:
    """The article of a plain text with the places that its pieces have in the text as printed."""
    moved: dict[str, Any] = {}
    for name in ("headline", "deck", "byline", "dateline"):
        piece = getattr(article, name)
        moved[name] = None if piece is None else spread.moved(piece)
    for name in ("paragraphs", "captions", "credits", "notices", "fields", "defects"):
        moved[name] = tuple([spread.moved(piece) for piece in getattr(article, name)])
    return attrs.evolve(article, source=printed, **moved)


def _date_conflicts(head: Head) -> list[Defect]:
    """A header that dates the story otherwise than its dateline does."""
    dateline = head.reading.dateline if head.reading is not None else None
    if not head.fields or dateline is None or dateline.date is None or dateline.date.date is None:
        return []
    filed = dateline.date.date
    return [
        Defect("date-conflict", f"the header says {stated}, the dateline {filed}", dateline.start, dateline.end)
        for field in head.fields
        if field.name == "date" and field.date is not None and (stated := field.date.date) not in (None, filed)
    ]


def _in_order(pieces: tuple[_Found, ...]) -> tuple[_Found, ...]:
    """The pieces in the order of the source."""
    return tuple(sorted(pieces, key=_start)) if len(pieces) > 1 else pieces


_start = attrgetter("start")
