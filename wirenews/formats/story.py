"""From what a document knows of a story to the article: one source text, one parser."""

from __future__ import annotations

import datetime as dt
from typing import Literal, TypeVar

import attrs
import regex
from dateutil import parser as dateutil_parser

from ..agencies import find_agency
from ..article import Article, Attribution, Dateline, Field, Notice, NoticeKind, Piece, WireDate
from ..attribution import normalize_attribution
from ..bylines import read_byline
from ..dates import find_date, settle
from ..notices import read_notice
from ..parser import parse
from ..places import is_place, read_places

_P = TypeVar("_P", bound=Piece)
_DAY = regex.compile(r"\d{4}(-?)\d\d\1\d\d")


@attrs.frozen
class Story:
    """What a document knows of one story, in plain text.

    ``fields`` are its header lines, name and value; of these "date" (ISO 8601) settles the
    year of a dateline, "source" names the agency. ``notices`` are texts whose kind the document
    states. ``body`` is parsed, dateline, credits and all.
    """

    body: str | bytes
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    notices: tuple[tuple[NoticeKind, str], ...] = ()
    language: str | None = None

    def article(self, format: str, reference: dt.date | None = None) -> Article:
        """The article: what the document states stands as stated, the body is parsed.

        ``article.source`` is the text put together of all this, a block a part. ``reference`` is
        used when the document states no date.
        """
        moment = self._date()
        reference = moment or reference
        parsed, left_over = _parse_body(self.body, self.dateline, reference)
        source = _Source(format)
        fields = [source.field(name, value, moment) for name, value in self.fields if value.strip()]
        headline = source.piece(self.headline)
        byline = source.attribution(self.byline, "byline")
        dateline = source.dateline(left_over, reference) if parsed.dateline is None else None
        if left_over and dateline is None:
            fields.append(source.field("dateline", left_over, None))
        offset = source.append(parsed.source)
        credit = source.attribution(self.credit, "origin")
        notices = [notice for kind, text in self.notices if (notice := source.notice(kind, text)) is not None]
        return _joined(
            _moved(parsed, offset),
            attrs.evolve(
                Article(source.text, format=format),
                headline=headline,
                byline=byline,
                dateline=dateline,
                credits=(credit,) if credit else (),
                notices=tuple(notices),
                fields=tuple(fields),
                stated_language=self.language[:2].lower() if self.language else None,
            ),
        )

    def _date(self) -> dt.datetime | None:
        """The moment that the field "date" states."""
        text = next((value for name, value in self.fields if name == "date"), None)
        return None if text is None else read_moment(text)


def read_moment(text: str) -> dt.datetime | None:
    """The moment of an ISO 8601 time stamp (``20140829T134951+0000``, ``2019-07-03T04:05:12Z``), else ``None``.

    A stamp without a day is none, as the day would have to be made up.
    """
    if not _DAY.match(text.strip()):
        return None
    day, *rest = text.split()
    try:
        return dateutil_parser.isoparse("T".join(filter(None, (day, "".join(rest)))))
    except (ValueError, OverflowError):
        return None


def _parse_body(body: str | bytes, dateline: str | None, reference: dt.date | None) -> tuple[Article, str | None]:
    """The body parsed, and the dateline that the document keeps apart, if it did not go into the body."""
    parsed = parse(body, reference=reference)
    if not dateline or parsed.dateline is not None:
        return parsed, dateline
    dash = "" if dateline.endswith(("-", "–", "—", "_", ":", "=")) else " -"
    glued = parse(f"{dateline}{dash} {parsed.source.lstrip()}", reference=reference)
    return (parsed, dateline) if glued.dateline is None else (glued, None)


class _Source:
    """The source text as it grows, and the pieces that the document states, each where it landed."""

    def __init__(self, format: str) -> None:
        self.text = ""
        self.format = format

    def append(self, text: str, gap: str = "\n\n") -> int:
        """Where the text begins, after it was added as a block."""
        if self.text:
            self.text += gap
        start = len(self.text)
        self.text += text
        return start

    def piece(self, text: str | None) -> Piece | None:
        if not text or not (shown := " ".join(text.split())):
            return None
        start = self.append(shown)
        return Piece(start, len(self.text), shown, self.format)

    def field(self, name: str, value: str, moment: dt.datetime | None) -> Field:
        value = " ".join(value.split())
        shown = f"{name}: {value}"
        start = self.append(shown, "\n")
        agency = find_agency(value) if name == "source" else None
        return Field(
            start,
            len(self.text),
            shown,
            self.format,
            name=name,
            value=value,
            date=_wire_date(moment) if name == "date" else None,
            agencies=(agency,) if agency else (),
        )

    def dateline(self, text: str | None, reference: dt.date | None) -> Dateline | None:
        """A dateline that the document states and the body does not print, when it says where or when."""
        shown = " ".join((text or "").split()).rstrip(" -–—_:=")
        found = find_date(shown, 0, len(shown))
        where = shown[: found.start].rstrip(" ,(") if found is not None else shown
        date = found.date if found is not None else None
        if not (is_place(where) or (date is not None and not where)):
            return None
        piece = self.piece(shown)
        if piece is None:
            return None
        return Dateline(
            piece.start,
            piece.end,
            piece.text,
            piece.rule,
            places=read_places(where) if where else (),
            date=settle(date, reference) if date is not None and reference is not None else date,
        )

    def attribution(self, text: str | None, role: Literal["byline", "origin"]) -> Attribution | None:
        lines = "\n".join(filter(None, (" ".join(line.split()) for line in (text or "").splitlines())))
        if not lines:
            return None
        start = self.append(lines)
        read = read_byline(lines, 0, self.format) if role == "byline" else None
        read = read or normalize_attribution(lines)
        return Attribution(
            start,
            len(self.text),
            " ".join(lines.split("\n")),
            self.format,
            role=role,
            agencies=read.agencies if read else (),
            people=read.people if read else (),
        )

    def notice(self, kind: NoticeKind, text: str) -> Notice | None:
        piece = self.piece(text)
        if piece is None:
            return None
        read = read_notice(self.text, piece.start, piece.end)
        return Notice(
            piece.start,
            piece.end,
            piece.text,
            piece.rule,
            kind=kind,
            agencies=read.agencies if read else (),
            date=read.date if read else None,
        )


def _wire_date(moment: dt.datetime | None) -> WireDate | None:
    if moment is None:
        return None
    time = None if moment.time() == dt.time() and moment.tzinfo is None else moment.timetz().replace(microsecond=0)
    return WireDate(year=moment.year, month=moment.month, day=moment.day, time=time)


def _moved(article: Article, offset: int) -> Article:
    """The article with every offset moved, as part of a longer source (which is not yet known)."""
    source = " " * offset + article.source

    def each(pieces: tuple[_P, ...]) -> tuple[_P, ...]:
        return tuple(_shift(p, offset) for p in pieces)

    return attrs.evolve(
        article,
        source=source,
        headline=article.headline and _shift(article.headline, offset),
        byline=article.byline and _shift(article.byline, offset),
        dateline=article.dateline and _shift(article.dateline, offset),
        paragraphs=each(article.paragraphs),
        credits=each(article.credits),
        notices=each(article.notices),
        fields=each(article.fields),
        defects=tuple(attrs.evolve(d, start=d.start + offset, end=d.end + offset) for d in article.defects),
    )


def _shift(piece: _P, offset: int) -> _P:
    return attrs.evolve(piece, start=piece.start + offset, end=piece.end + offset)


def _joined(parsed: Article, stated: Article) -> Article:
    """Both articles as one. What the document states has the parser's place: its headline makes a

    headline that the parser saw in the body a paragraph, its byline makes one a credit.
    """
    paragraphs, credits = list(parsed.paragraphs), [*parsed.credits, *stated.credits]
    headline, byline = stated.headline or parsed.headline, stated.byline or parsed.byline
    if stated.headline and parsed.headline:
        paragraphs.insert(0, parsed.headline)
    if stated.byline and parsed.byline and not parsed._byline_inside:
        credits.insert(0, parsed.byline)
    return attrs.evolve(
        stated,
        headline=headline,
        byline=byline,
        dateline=stated.dateline or parsed.dateline,
        paragraphs=tuple(sorted(paragraphs, key=lambda p: p.start)),
        credits=tuple(credits),
        notices=(*parsed.notices, *stated.notices),
        fields=(*stated.fields, *parsed.fields),
        defects=parsed.defects,
        stated_language=stated.stated_language,
    )
