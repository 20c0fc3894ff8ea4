"""From what a document knows of a story to the article: one source text, one parser."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Literal, NamedTuple, TypeAlias

import attrs

from ..agencies import find_agency
from ..arguments import NO_HINTS, Hints
from ..article import Agency, Article, Attribution, Dateline, Defect, Field, Headline, Notice, Piece
from ..credit.byline import read_byline
from ..credit.normalize import normalize_attribution
from ..dateline.read import REACH, read_dateline
from ..dates.find import find_date
from ..dates.reference import settle
from ..kinds import NoticeKind
from ..metadata import Metadata
from ..notice.labels import read_label
from ..notice.read import read_notice
from ..parser import parse
from ..places.lookup import is_place
from ..places.read import read_places
from ..text.characters import plain_text
from .body import Body
from .document import NoStoryError

_WORD = re.compile(r"[^\W\d_]{3,}")
# The first word of a line, behind an agency in brackets.
_LINE_START = re.compile(r"^\W*(?:\([^()\n]{1,30}\)\W*)?([^\W\d_]{3,})", re.M)
# "powell.robin", "gr/bp", "rkr", "YKN-CER", "VR"
_LOGIN = re.compile(r"[a-z]\w*(?:[._]\w+)*|[a-z0-9]{1,4}(?:[/-][a-z0-9]{1,5})*|[A-Z]{1,4}(?:[/-][A-Z]{1,4})*|\S+@\S+")
# "en", "en-US", "pt_BR"; "swe" has three letters and is not "sw", Swahili.
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?![^\W_])")
# What closes a dateline.
_DASHES = ("-", "–", "—", "_", ":", "=")
# Kinds of items that are told where none is a story.
_MOST_KINDS = 20
_NOTHING = Metadata()


@attrs.frozen
class Story:
    """What a document knows of one story, in plain text.

    ``fields`` are header lines that stand in the text itself, name and value. ``notices`` are texts whose kind the
    document states; of both, those without a text are left out. ``body`` is parsed, dateline, credits and all.
    ``dated`` is when the text was written, where ``metadata`` does not say so, ``agency`` who may be its agency,
    where the metadata's ``provider`` is none. ``damage`` is what is wrong with the item that held it.
    """

    body: str
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None
    fields: tuple[tuple[str, str | None], ...] = ()
    notices: tuple[tuple[NoticeKind, str | None], ...] = ()
    language: str | None = None
    metadata: Metadata = _NOTHING
    dated: dt.datetime | None = None
    agency: str | None = None
    damage: tuple[Defect, ...] = ()

    def article(self, format: str, reference: dt.date | None = None, hints: Hints = NO_HINTS) -> Article:
        """The article: what the document states stands as stated, the body is parsed.

        ``article.source`` is the text put together of all this, a block a part. ``reference`` is used when the
        document states no date, ``hints`` settle what the body leaves open.

        >>> story = Story("Rain\\n\\nOSLO (Reuters) - It rained.", headline="Rain in Oslo")
        >>> article = story.article("ninjs")
        >>> article.headline.text, [paragraph.text for paragraph in article.paragraphs]
        ('Rain in Oslo', ['Rain', 'It rained.'])
        """
        moment = self.dated or self.metadata.dated
        reference = moment.date() if moment is not None else reference
        parsed, left_over = _parse_body(_without_headline(self.body, self.headline), self.dateline, reference, hints)
        source = _Source(format)
        fields = source.fields(self.fields)
        headline = source.headline(self.headline)
        stated = read_stated_byline(self.byline)
        keeps_own = parsed.byline is not None and bool(parsed.byline.people) and not _names_somebody(stated)
        if keeps_own or (is_login(self.byline) and not _names_somebody(stated)):
            fields += source.fields([("byline", self.byline)])
            byline = None
        else:
            byline = source.attribution(self.byline, stated, "byline")
        dateline = source.dateline(left_over, reference) if parsed.dateline is None else None
        if dateline is None and not _prints(parsed, left_over):
            fields += source.fields([("dateline", left_over)])
        offset, _ = source.append(parsed.source)
        credit = source.attribution(self.credit, normalize_attribution(_lines(self.credit)), "origin")
        notices = source.notices((*self.notices, *_about(self.metadata)))
        body = Body(parsed, offset, source.text, headline is not None, byline is not None)
        return Article(
            source.text,
            headline=headline or body.headline(),
            deck=body.one(parsed.deck),
            byline=byline or body.byline(),
            dateline=dateline or body.one(parsed.dateline),
            paragraphs=body.paragraphs(),
            captions=body.all(parsed.captions),
            credits=(*body.credits(), *filter(None, [credit])),
            notices=(*body.all(parsed.notices), *notices),
            fields=(*fields, *body.all(parsed.fields)),
            defects=(*_placed(self.damage, source.text), *body.all(parsed.defects)),
            stated_language=_language_code(self.language, parsed.stated_language),
            stated_agency=_agency(self.metadata.provider, self.agency),
            metadata=self.metadata if self.metadata != _NOTHING else None,
            format=format,
        )

    def completed_by(self, other: Story | None) -> Story:
        """The story, with what another has (a document inside the document) where it says nothing of its own."""
        if other is None:
            return self
        names = ("headline", "byline", "dateline", "credit", "language")
        own = {name: getattr(self, name) or getattr(other, name) for name in names}
        stated = {
            a.name: getattr(self.metadata, a.name) or getattr(other.metadata, a.name) for a in attrs.fields(Metadata)
        }
        return attrs.evolve(self, **own, notices=self.notices or other.notices, metadata=Metadata(**stated))


class Unread(NamedTuple):
    """An item that could not be read, and why."""

    message: str

    def article(self, format: str, reference: dt.date | None = None, hints: Hints = NO_HINTS) -> Article:
        """An empty article that says so."""
        return Article("", defects=(Defect("source-unreadable", self.message, 0, 0),), format=format)


Found: TypeAlias = Story | Unread


def stories_of(found: Iterable[Found | str | None], otherwise: Callable[[list[str]], str]) -> Iterator[Found]:
    """The stories among what a format found, and what it could not read, in their order.

    A string says what an item is that holds no story. Where there is no story at all, :class:`NoStoryError` says what
    was wrong with the first item that could not be read, or else, ``otherwise``, what the first kinds of items are.
    """
    unread: list[Unread] = []
    kinds: dict[str, None] = {}
    none = True
    for each in found:
        if isinstance(each, str):
            kinds |= {each: None} if len(kinds) < _MOST_KINDS else {}
        elif isinstance(each, Unread) and none:
            unread.append(each)
        elif each is not None:
            yield from unread
            none, unread = False, []
            yield each
    if none:
        raise NoStoryError(unread[0].message if unread else otherwise(list(kinds)))


def is_login(byline: str | None) -> bool:
    """Whether a stated byline names nobody: a login ("powell.robin"), initials ("gr/bp", "YKN-CER").

    >>> [is_login(name) for name in ("powell.robin", "gr/bp", "YKN-CER", "VR", "Reuters Staff", "Sting")]
    [True, True, True, True, False, False]
    """
    return byline is not None and _LOGIN.fullmatch(byline.strip()) is not None


def read_stated_byline(text: str | None) -> Attribution | None:
    """Who a byline names that a document states, with or without a "By"."""
    lines = plain_text(_lines(text))
    if not lines:
        return None
    for text_of_it in (lines, f"By {lines}"):
        if _names_somebody(read := read_byline(text_of_it, 0, "stated")):
            return read
    return _read_by_line(lines.split("\n")) or normalize_attribution(lines)


def _read_by_line(lines: list[str]) -> Attribution | None:
    """A name, and on lines of their own the agencies for which it stands."""
    read = read_byline(f"By {lines[0]}", 0, "stated") if len(lines) > 1 else None
    if read is None or not read.people:
        return None
    houses = tuple(agency for line in lines[1:] if (agency := find_agency(line)) is not None)
    return attrs.evolve(read, agencies=(*read.agencies, *houses))


def _names_somebody(read: Attribution | None) -> bool:
    return read is not None and bool(read.people or read.agencies)


def _about(metadata: Metadata) -> Iterator[tuple[NoticeKind, str]]:
    """The notices that metadata make: of an embargo, and of a story that is not to be used."""
    if metadata.embargoed is not None:
        yield "embargo", f"Embargoed until {_shown(metadata.embargoed)}"
    if metadata.status not in (None, "usable"):
        yield "status", f"Status: {metadata.status}"


def _shown(moment: dt.datetime) -> str:
    is_day = moment.time() == dt.time() and moment.tzinfo is None
    return str(moment.date()) if is_day else moment.isoformat().replace("+00:00", "Z")


def _agency(*names: str | None) -> Agency | None:
    return next((agency for name in names if name and (agency := find_agency(name)) is not None), None)


def _without_headline(body: str, headline: str | None) -> str:
    """The body without the headline that some documents repeat on top of it."""
    first, blank, rest = body.partition("\n\n")
    return rest if blank and headline and _folded(first) == _folded(headline) else body


def _prints(parsed: Article, dateline: str | None) -> bool:
    """Whether the dateline of a body says what the document states: it is printed, or a part of it."""
    own = _folded(parsed.dateline.text).casefold() if parsed.dateline is not None else ""
    return dateline is None or _folded(dateline).casefold().strip(" -–—_:=") in own


def _parse_body(body: str, dateline: str | None, reference: dt.date | None, hints: Hints) -> tuple[Article, str | None]:
    """The body parsed, and the dateline that the document keeps apart, if it did not go into the body."""
    read = partial(parse, reference=reference, language=hints.language, country=hints.country)
    if dateline and not _has_place(body, dateline) and not _has_another(body.lstrip(), dateline, reference):
        parsed = read(_glued(dateline, body))
        if parsed.dateline is not None and parsed.dateline.start < len(dateline):
            return parsed, None
    return read(body), dateline


def _glued(dateline: str, body: str) -> str:
    dash = "" if dateline.rstrip().endswith(_DASHES) else " -"
    return f"{dateline.strip()}{dash} {body.lstrip()}"


def _has_another(body: str, dateline: str, reference: dt.date | None) -> bool:
    """Whether the body begins with a dateline of its own."""
    mark = dateline.rstrip()[-1:]
    if mark in _DASHES and f"{mark} " not in body[:REACH]:
        return False  # a house closes all of them alike
    start = plain_text(body[: 2 * REACH])
    return read_dateline(start, 0, len(start), reference=reference) is not None


def _has_place(body: str, dateline: str) -> bool:
    """Whether the body prints the dateline itself: a line of its beginning has the first word of it in front."""
    word = _WORD.search(dateline)
    if word is None or word[0].casefold() not in body[:400].casefold():
        return False
    return any(found[1].casefold() == word[0].casefold() for found in _LINE_START.finditer(body, 0, 400))


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

    def fields(self, rows: Iterable[tuple[str, str | None]]) -> list[Field]:
        """The header lines that say something."""
        return [self._field(name, shown) for name, value in rows if (shown := _folded(value))]

    def _field(self, name: str, value: str) -> Field:
        shown = f"{name}: {value}"
        return Field(*self.append(shown, "\n"), shown, self.format, name=name, value=value)

    def dateline(self, text: str | None, reference: dt.date | None) -> Dateline | None:
        """A dateline that the document states and the body does not print, when it says where or when."""
        found = find_date(shown := plain_text(_folded(text)).rstrip(" -–—_:="), 0, len(shown))
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

    def attribution(
        self, text: str | None, read: Attribution | None, role: Literal["byline", "origin"]
    ) -> Attribution | None:
        """What ``text`` prints, naming whom ``read`` names."""
        lines = _lines(text)
        if not lines:
            return None
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


def _language_code(stated: str | None, otherwise: str | None) -> str | None:
    found = _LANGUAGE.match(stated or "")
    return found[1].lower() if found is not None else otherwise


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())


def _lines(text: str | None) -> str:
    return "\n".join(filter(None, map(_folded, (text or "").splitlines())))
