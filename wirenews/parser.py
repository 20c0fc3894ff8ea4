"""``parse()``: the stages in order, nothing else."""

from __future__ import annotations

import codecs
import datetime as dt

from .article import Article, Defect, DefectError, Piece
from .head import Head, read_head
from .layout import clean_blocks, find_blocks
from .tail import read_tail

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def parse(source: str | bytes, *, reference: dt.date | dt.datetime | None = None, strict: bool = False) -> Article:
    """The story in its parts: dateline, headline, byline, paragraphs, credits, notices.

    ``reference`` is the day on which the story ran, if you know it: it settles the year of
    "Feb 26". Without it partial dates stay partial; today's date is never consulted.

    Any text gives an article, what is damaged is told in ``defects``. With ``strict`` the first
    defect is raised as a :class:`DefectError`. Bytes are decoded by their BOM, else as UTF-8, else
    as Windows-1252; offsets count characters of the decoded ``article.source``.

    >>> article = parse("LIMA, March 3 (Reuters) - Rain fell.\\n (Reporting by Ana Paz)")
    >>> article.dateline.places[0].name, article.agency.id, article.body
    ('Lima', 'reuters', 'Rain fell.')
    """
    text, defects = decode(source)
    day = _day(reference)
    head = read_head(text, find_blocks(text), day)
    dateline = head.reading.dateline if head.reading is not None else None
    country = dateline.places[0].country if dateline is not None and dateline.places else None
    tail = read_tail(text, head.blocks, country=country, known=dateline.agencies if dateline is not None else ())
    shown = clean_blocks(text, tail.blocks)
    paragraphs = tuple([Piece(b.start, b.end, t, "body") for b, t in zip(tail.blocks, shown, strict=True)])
    if head.reading is not None:
        defects += head.reading.defects
        defects += _date_conflicts(head)
    article = Article(
        text,
        headline=head.headline,
        byline=head.byline,
        dateline=dateline,
        paragraphs=paragraphs,
        credits=(*head.credits, *tail.credits),
        notices=tuple(sorted(head.notices + tail.notices, key=_start)),
        fields=tuple(head.fields),
        defects=tuple(defects),
    )
    if strict and article.defects:
        raise DefectError(article.defects[0])
    return article


def decode(source: str | bytes) -> tuple[str, list[Defect]]:
    """The text of a story, and what had to be guessed to read its bytes."""
    if isinstance(source, str):
        return source, []
    if not isinstance(source, bytes):
        kind = type(source).__name__
        raise TypeError(f"source must be the text of a story (str) or its bytes, got {kind}: pass str or bytes")
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            text = source[len(bom) :].decode(encoding, errors="replace")
            return text, _undecodable(text, encoding)
    try:
        return source.decode("utf-8"), []
    except UnicodeDecodeError as error:
        text = source.decode("cp1252", errors="replace")
        message = f"the bytes are not UTF-8 (byte {error.start}): read as Windows-1252"
        return text, [Defect("encoding-guessed", message, 0, len(text)), *_undecodable(text, "Windows-1252")]


def _undecodable(text: str, encoding: str) -> list[Defect]:
    at = text.find("\ufffd")
    if at < 0:
        return []
    return [Defect("bytes-undecodable", f"bytes that are not {encoding} stand as U+FFFD", at, at + 1)]


def _day(reference: dt.date | dt.datetime | None) -> dt.date | None:
    if reference is None:
        return None
    if isinstance(reference, dt.datetime):
        return reference.date()
    if isinstance(reference, dt.date):
        return reference
    advice = f": pass datetime.date.fromisoformat({reference!r})" if isinstance(reference, str) else ""
    raise TypeError(f"reference must be a date or a datetime, got {type(reference).__name__} {reference!r}{advice}")


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


def _start(piece: Piece) -> int:
    return piece.start
