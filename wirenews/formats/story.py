"""From what a document knows of a story to the article: one source text, one parser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

import attrs
import regex
from dateutil import parser as dateutil_parser

from ..agencies import find_agency
from ..article import Article, Attribution, Dateline, Defect, Field, Notice, NoticeKind, Piece, WireDate
from ..credit.byline import read_byline
from ..credit.normalize import normalize_attribution
from ..dates.find import find_date, settle
from ..notice.read import read_notice
from ..parser import parse
from ..places.lookup import is_place
from ..places.read import read_places
from ..text.characters import plain_text
from .document import NoStoryError

_P = TypeVar("_P", bound=Piece | Defect)
_DAY = regex.compile(r"\d{4}(-?)\d\d\1\d\d")
# "en", "en-US", "pt_BR"; "swe" has three letters and is not "sw", Swahili.
_LANGUAGE = regex.compile(r"\s*([A-Za-z]{2})(?![^\W_])")


@attrs.frozen
class Story:
    """What a document knows of one story, in plain text.

    ``fields`` are its header lines, name and value; of these "date" (ISO 8601) settles the
    year of a dateline, "source" names the agency. ``notices`` are texts whose kind the document
    states. ``body`` is parsed, dateline, credits and all.
    """

    body: str
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    notices: tuple[tuple[NoticeKind, str], ...] = ()
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
        fields = [source.field(name, value, moment) for name, value in self.fields if value.strip()]
        headline = source.piece(self.headline)
        byline = source.attribution(self.byline, "byline")
        dateline = source.dateline(left_over, reference) if parsed.dateline is None else None
        if left_over and dateline is None:
            fields.append(source.field("dateline", left_over, None))
        offset, _ = source.append(parsed.source)
        credit = source.attribution(self.credit, "origin")
        notices = [notice for kind, text in self.notices if (notice := source.notice(kind, text)) is not None]

        def moved(piece: _P) -> _P:
            return attrs.evolve(piece, start=piece.start + offset, end=piece.end + offset)

        # Where the document states a headline or a byline, those that the parser saw are a paragraph and a credit.
        paragraphs, credits = list(parsed.paragraphs), list(parsed.credits)
        if headline and parsed.headline:
            paragraphs = sorted([parsed.headline, *paragraphs], key=lambda paragraph: paragraph.start)
        if byline and parsed.byline and not parsed._byline_inside:
            credits.insert(0, parsed.byline)
        return Article(
            source.text,
            headline=headline or (parsed.headline and moved(parsed.headline)),
            byline=byline or (parsed.byline and moved(parsed.byline)),
            dateline=dateline or (parsed.dateline and moved(parsed.dateline)),
            paragraphs=tuple(map(moved, paragraphs)),
            credits=(*map(moved, credits), *filter(None, [credit])),
            notices=(*map(moved, parsed.notices), *notices),
            fields=(*fields, *map(moved, parsed.fields)),
            defects=(*_placed(damage, source.text), *map(moved, parsed.defects)),
            stated_language=language[1].lower() if (language := _LANGUAGE.match(self.language or "")) else None,
            format=format,
        )

    def _date(self) -> dt.datetime | None:
        """The moment that the field "date" states."""
        text = next((value for name, value in self.fields if name == "date"), None)
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

    def field(self, name: str, value: str, moment: dt.datetime | None) -> Field:
        value = _folded(value)
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

    def notice(self, kind: NoticeKind, text: str) -> Notice | None:
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


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())


def _wire_date(moment: dt.datetime | None) -> WireDate | None:
    if moment is None:
        return None
    time = None if moment.time() == dt.time() and moment.tzinfo is None else moment.timetz().replace(microsecond=0)
    return WireDate(year=moment.year, month=moment.month, day=moment.day, time=time)
