"""From what a document knows of a story to the article: one source text, one parser."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

import attrs
from dateutil import parser as dateutil_parser

from ..agencies import find_agency
from ..article import Article, Attribution, Dateline, Defect, Field, Headline, Notice, Piece
from ..credit.byline import read_byline
from ..credit.normalize import normalize_attribution
from ..dates.find import find_date
from ..dates.reference import settle
from ..kinds import NoticeKind
from ..notice.labels import read_label
from ..notice.read import read_notice
from ..parser import parse
from ..places.lookup import is_place
from ..places.read import read_places
from ..text.characters import plain_text
from ..wire_date import WireDate
from .document import NoStoryError

_P = TypeVar("_P", bound=Piece | Defect)
_DAY = re.compile(r"\d{4}(-?)\d\d\1\d\d")
# "en", "en-US", "pt_BR"; "swe" has three letters and is not "sw", Swahili.
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![^\W_])")


@attrs.frozen
class Story:
    """What a document knows of one story, in plain text.

    ``fields`` are its header lines, name and value; of these "date" (ISO 8601) settles the
    year of a dateline, "source" names the agency. ``notices`` are texts whose kind the document
    states; of both, those without a text are left out. ``body`` is parsed, dateline, credits and all.
    """

    body: str
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    fields: tuple[tuple[str, str | None], ...] = ()
    notices: tuple[tuple[NoticeKind, str | None], ...] = ()
    language: str | None = None

    def article(self, format: str, reference: dt.date | None = None, damage: Iterable[Defect] = ()) -> Article:
        """The article: what the document states stands as stated, the body is parsed.

        ``article.source`` is the text put together of all this, a block a part. ``reference`` is
        used when the document states no date; ``damage`` is what was wrong with the whole document.

        >>> story = Story("Rain\\n\\nOSLO (Reuters) - It rained.", headline="Rain in Oslo")
        >>> article = story.article("ninjs")
        >>> article.headline.text, [paragraph.text for paragraph in article.paragraphs]
        ('Rain in Oslo', ['Rain', 'It rained.'])
        """
        moment = self._date()
        reference = moment or reference
        parsed, left_over = _parse_body(self.body, self.dateline, reference)
        source = _Source(format)
        fields = source.fields(self.fields, moment)
        headline = source.headline(self.headline)
        byline = source.attribution(self.byline, "byline")
        dateline = source.dateline(left_over, reference) if parsed.dateline is None else None
        if dateline is None:
            fields += source.fields([("dateline", left_over)], None)
        offset, _ = source.append(parsed.source)
        credit = source.attribution(self.credit, "origin")
        notices = source.notices(self.notices)
        body = _moved(_overruled(parsed, headline, byline), offset, source.text)
        return attrs.evolve(
            body,
            headline=headline or body.headline,
            byline=byline or body.byline,
            dateline=dateline or body.dateline,
            credits=(*body.credits, *filter(None, [credit])),
            notices=(*body.notices, *notices),
            fields=(*fields, *body.fields),
            defects=(*_placed(damage, source.text), *body.defects),
            stated_language=_language_code(self.language),
            format=format,
        )

    def completed_by(self, other: Story | None) -> Story:
        """The story, with the headline, byline and dateline of another where it has none of its own."""
        if other is None:
            return self
        return attrs.evolve(
            self,
            headline=self.headline or other.headline,
            byline=self.byline or other.byline,
            dateline=self.dateline or other.dateline,
        )

    def _date(self) -> dt.datetime | None:
        """The moment that the field "date" states."""
        text = next((value for name, value in self.fields if name == "date" and value), None)
        return None if text is None else read_moment(text)


def stories_of(found: Iterable[Story | None], otherwise: Callable[[], str]) -> Iterator[Story]:
    """The stories among what a format found; where there is none, :class:`NoStoryError` says ``otherwise``."""
    none = True
    for story in found:
        if story is not None:
            none = False
            yield story
    if none:
        raise NoStoryError(otherwise())


def read_moment(text: str) -> dt.datetime | None:
    """The moment of an ISO 8601 time stamp (``20140829T134951+0000``, ``2019-07-03T04:05:12Z``), else ``None``.

    A stamp without a day is none, as the day would have to be made up.

    >>> str(read_moment("20140829T134951+0000")), read_moment("2014-08")
    ('2014-08-29 13:49:51+00:00', None)
    """
    if not _DAY.match(text.strip()):
        return None
    day, *rest = text.split()
    try:
        return dateutil_parser.isoparse("T".join(filter(None, (day, "".join(rest)))))
    except (ValueError, OverflowError):
        return None


def _parse_body(body: str, dateline: str | None, reference: dt.date | None) -> tuple[Article, str | None]:
    """The body parsed, and the dateline that the document keeps apart, if it did not go into the body."""
    parsed = parse(body, reference=reference)
    if not dateline or parsed.dateline is not None:
        return parsed, dateline
    dash = "" if dateline.endswith(("-", "–", "—", "_", ":", "=")) else " -"
    glued = parse(f"{dateline}{dash} {parsed.source.lstrip()}", reference=reference)
    return (parsed, dateline) if glued.dateline is None else (glued, None)


def _overruled(body: Article, headline: Piece | None, byline: Attribution | None) -> Article:
    """The article of a body whose document states a headline, a byline: its own are a paragraph and a credit then."""
    if headline is not None and body.headline is not None:
        own = Piece(body.headline.start, body.headline.end, body.headline.text, "body")
        paragraphs = sorted([own, *body.paragraphs], key=lambda paragraph: paragraph.start)
        body = attrs.evolve(body, headline=None, paragraphs=tuple(paragraphs))
    if byline is None or body.byline is None:
        return body
    credits = body.credits if body._byline_inside is not None else (body.byline, *body.credits)
    return attrs.evolve(body, byline=None, credits=credits)


def _moved(body: Article, offset: int, source: str) -> Article:
    """The article of a body as part of a longer source, in which it begins at ``offset``."""

    def move(piece: _P) -> _P:
        return attrs.evolve(piece, start=piece.start + offset, end=piece.end + offset)

    return attrs.evolve(
        body,
        source=source,
        headline=body.headline and move(body.headline),
        deck=body.deck and move(body.deck),
        byline=body.byline and move(body.byline),
        dateline=body.dateline and move(body.dateline),
        paragraphs=tuple(map(move, body.paragraphs)),
        captions=tuple(map(move, body.captions)),
        credits=tuple(map(move, body.credits)),
        notices=tuple(map(move, body.notices)),
        fields=tuple(map(move, body.fields)),
        defects=tuple(map(move, body.defects)),
    )


class _Source:
    """The source text as it grows, and the pieces that the document states, each where it landed."""

    def __init__(self, format: str) -> None:
        self.format = format
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def append(self, text: str, gap: str = "\n\n") -> tuple[int, int]:
        """Where the text stands, after it was added as a block."""
        start = self._length + len(gap) if self._length else 0
        self._parts += (gap, text) if self._length else (text,)
        self._length = start + len(text)
        return start, self._length

    def piece(self, text: str | None) -> Piece | None:
        shown = _folded(text)
        return Piece(*self.append(shown), shown, self.format) if shown else None

    def headline(self, text: str | None) -> Headline | None:
        piece = self.piece(text)
        return (
            None if piece is None else Headline(piece.start, piece.end, piece.text, piece.rule, read_label(piece.text))
        )

    def fields(self, rows: Iterable[tuple[str, str | None]], moment: dt.datetime | None) -> list[Field]:
        """The header lines that say something; "date" says ``moment``."""
        return [self._field(name, shown, moment) for name, value in rows if (shown := _folded(value))]

    def _field(self, name: str, value: str, moment: dt.datetime | None) -> Field:
        shown = f"{name}: {value}"
        agency = find_agency(value) if name == "source" else None
        return Field(
            *self.append(shown, "\n"),
            shown,
            self.format,
            name=name,
            value=value,
            date=_wire_date(moment) if name == "date" else None,
            agencies=(agency,) if agency else (),
        )

    def dateline(self, text: str | None, reference: dt.date | None) -> Dateline | None:
        """A dateline that the document states and the body does not print, when it says where or when."""
        shown = plain_text(_folded(text)).rstrip(" -–—_:=")
        found = find_date(shown, 0, len(shown))
        where = shown[: found.start].rstrip(" ,(") if found is not None else shown
        date = found.date if found is not None else None
        if not (is_place(where) or (date is not None and not where)):
            return None
        return Dateline(
            *self.append(shown),
            shown,
            self.format,
            places=read_places(where) if where else (),
            date=settle(date, reference) if date is not None and reference is not None else date,
        )

    def attribution(self, text: str | None, role: Literal["byline", "origin"]) -> Attribution | None:
        lines = "\n".join(filter(None, map(_folded, (text or "").splitlines())))
        if not lines:
            return None
        read = read_byline(plain_text(lines), 0, self.format) if role == "byline" else None
        read = read or normalize_attribution(lines)
        return Attribution(
            *self.append(lines),
            lines.replace("\n", " "),
            self.format,
            role=role,
            agencies=read.agencies if read else (),
            people=read.people if read else (),
        )

    def notices(self, rows: Iterable[tuple[NoticeKind, str | None]]) -> list[Notice]:
        """What the rows say, each a block of its own."""
        return [notice for kind, text in rows if (notice := self._notice(kind, text)) is not None]

    def _notice(self, kind: NoticeKind, text: str | None) -> Notice | None:
        piece = self.piece(text)
        if piece is None:
            return None
        read = read_notice(piece.text, 0, len(piece.text))
        return Notice(
            piece.start,
            piece.end,
            piece.text,
            piece.rule,
            kind=kind,
            agencies=read.agencies if read else (),
            date=read.date if read else None,
        )


def _placed(damage: Iterable[Defect], source: str) -> Iterator[Defect]:
    """The damage of a document as far as it is seen in this story's source."""
    for defect in damage:
        if defect.code != "bytes-undecodable":
            yield attrs.evolve(defect, start=0, end=len(source))
        elif (at := source.find("\ufffd")) >= 0:
            yield attrs.evolve(defect, start=at, end=at + 1)


def _language_code(stated: str | None) -> str | None:
    found = _LANGUAGE.match(stated or "")
    return found[1].lower() if found is not None else None


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())


def _wire_date(moment: dt.datetime | None) -> WireDate | None:
    if moment is None:
        return None
    is_day = moment.time() == dt.time() and moment.tzinfo is None
    time = None if is_day else moment.timetz().replace(microsecond=0)
    return WireDate(year=moment.year, month=moment.month, day=moment.day, time=time)
