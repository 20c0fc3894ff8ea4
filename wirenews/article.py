"""The values that :func:`wirenews.parse` gives back.

All of them are frozen and slotted: they compare, hash, pickle and print. Offsets are half-open
and count characters (not bytes) of ``Article.source``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import total_ordering
from operator import attrgetter
from typing import Any, Literal, Self, TypeAlias

import attrs
import regex
from attrs import field, frozen

from .arguments import wrong_type
from .text import markup
from .text.language import guess_language
from .text.patterns import pattern, plain_pattern

Role: TypeAlias = Literal[
    "byline",
    "origin",
    "inputs",
    "distribution",
    "reporting",
    "additional reporting",
    "writing",
    "editing",
    "compiling",
    "translation",
    "photo",
]
NoticeKind: TypeAlias = Literal[
    "copyright",
    "correction",
    "embargo",
    "editor's note",
    "disclaimer",
    "usage terms",
    "end mark",
    "continuation",
    "contact",
    "conversion",
    "furniture",
    "source tag",
]
SegmentKind: TypeAlias = Literal["field", "headline", "byline", "dateline", "body", "credit", "notice", "gap"]

_SHOWN = 60
_LANGUAGE_REACH = 400


def _short(value: object) -> str:
    """The repr of a value, cut so that no repr of an article floods a terminal."""
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[: _SHOWN - 1]!r}… ({len(value)} characters)"
    if isinstance(value, tuple) and len(value) > 3:
        return f"({', '.join(map(repr, value[:3]))}, … {len(value)} in all)"
    return repr(value)


def _check_span(start: int, end: int) -> None:
    if not 0 <= start <= end:
        raise ValueError(f"a span must satisfy 0 <= start <= end, got start={start}, end={end}")


@frozen
class Agency:
    """An organisation that distributes news copy, as the registry knows it.

    ``country`` is ISO 3166-1 alpha-2 or ``None`` for international bodies; ``languages`` are
    ISO 639-1; ``years`` says when an agency that is gone existed ("1835-1940").
    """

    id: str
    name: str
    short: str = ""
    native: str | None = None
    aliases: tuple[str, ...] = field(default=(), repr=_short)
    country: str | None = None
    languages: tuple[str, ...] = ()
    kind: str = "agency"
    years: str | None = None


@frozen
class Place:
    """A place in a dateline: ``text`` as printed, the rest normalised.

    ``region`` is the first-level division ("Washington"), ``country`` ISO 3166-1 alpha-2.
    What neither the text nor newsroom convention settles is ``None``.
    """

    text: str
    name: str
    region: str | None = None
    country: str | None = None


def _printed_time(time: dt.time | None) -> str | None:
    """A time of day in ISO 8601: equal only where the same is printed, so that 10:30+02:00 is not 08:30Z."""
    if time is None:
        return None
    grain = "microseconds" if time.microsecond else "seconds" if time.second else "minutes"
    text = time.isoformat(timespec=grain)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


@total_ordering
@frozen(repr=False)
class WireDate:
    """What the words of a date say, and no more.

    ``period`` is the part of the year that is coarser than a day and no month, in TIMEX3 terms:
    ``Q3``, ``H1``, ``W31``, ``W31-WE``, ``WI``. ``decade`` counts tens of years (the 1960s are 196).
    ``inferred`` names the parts that came from the reference and not from the words. ``ambiguous``
    names those that are ``None`` because the words can be read in two ways: month and day of ``04/05/2025``.

    Dates sort by what they say, a coarse one before the finer ones in it: ``2025``, ``2025-01``, ``2025-01-01``,
    then the times of that day, as printed, whatever their zones. Decades and periods stand where they begin, a
    season with March, June, September or December; a week that begins in the year before, on January 1. To order
    a date with a year and one without raises ``TypeError``.

    >>> [date.isoformat() for date in sorted([WireDate(2025, 1, 1), WireDate(2025, period="Q1"), WireDate(2025)])]
    ['2025', '2025-Q1', '2025-01-01']
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: dt.time | None = field(default=None, eq=_printed_time)
    period: str | None = None
    decade: int | None = None
    inferred: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"year must be 1 to 9999, got {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"month must be 1 to 12, got {self.month}")
        if self.day is not None:
            # A leap year stands in for an unknown one, so that "Feb 29" alone is a date.
            dt.date(self.year or _LEAP_YEAR, self.month or 1, self.day)
        if self.period is not None or self.decade is not None:
            self._check_coarse()
        for name in self.ambiguous:
            if name not in ("year", "month", "day") or getattr(self, name) is not None:
                raise ValueError(f"ambiguous names parts among year, month and day that are None, got {name!r}")

    def _check_coarse(self) -> None:
        if self.decade is not None and not 0 <= self.decade <= 999:
            raise ValueError(f"decade must be 0 to 999 (the 1960s are 196), got {self.decade}")
        if self.period is not None and not _PERIOD.fullmatch(self.period):
            raise ValueError(f"period must be such as 'Q3', 'H1', 'W31', 'W31-WE' or 'WI', got {self.period!r}")
        finer = (self.month, self.day, self.time)
        if self.decade is not None and (self.year, self.period, *finer) != (None,) * 5:
            raise ValueError("a date with a decade has no other part")
        if self.period is not None and finer != (None,) * 3:
            raise ValueError("a date with a period has only a year beside it")

    def __repr__(self) -> str:
        """The parts that there are.

        >>> WireDate(2025, 4, 18, inferred=("year",))
        WireDate(year=2025, month=4, day=18, inferred=('year',))
        """
        parts = {part.name: getattr(self, part.name) for part in attrs.fields(WireDate)}
        shown = [f"{name}={part!r}" for name, part in parts.items() if part not in (None, ())]
        return f"WireDate({', '.join(shown)})"

    def isoformat(self) -> str:
        """The date in ISO 8601, as coarse as the words (TIMEX3 where ISO has no form).

        ``inferred`` and ``ambiguous`` are not written.

        >>> WireDate(year=2025, month=4, day=18).isoformat()
        '2025-04-18'
        >>> WireDate(month=2, day=26).isoformat()
        '--02-26'
        >>> WireDate(year=1998, period="Q3").isoformat()
        '1998-Q3'
        >>> WireDate(year=2024, day=19, ambiguous=("month",)).isoformat()
        '2024-XX-19'
        """
        if self.decade is not None:
            return f"{self.decade:03d}"
        year = "" if self.year is None else f"{self.year:04d}"
        if self.period is not None:
            return f"{year or 'XXXX'}-{self.period}"
        if self.month is None and self.day is None:
            date = year
        elif self.day is None:
            date = f"{year or '-'}-{self.month:02d}"
        elif self.month is None:
            date = f"{year}-XX-{self.day:02d}" if year else f"---{self.day:02d}"
        else:
            date = f"{year or '-'}-{self.month:02d}-{self.day:02d}"
        return date if self.time is None else f"{date}T{_printed_time(self.time)}"

    @classmethod
    def fromisoformat(cls, text: str) -> Self:
        """The date that ``isoformat`` wrote so; anything else is a ``ValueError``.

        >>> WireDate.fromisoformat("--02-26") == WireDate(month=2, day=26)
        True
        """
        if not isinstance(text, str):
            raise TypeError(f"`text` must be a str such as '2025-04-18', got {type(text).__name__}")
        try:
            date = cls(**_parts_of_iso(text))
        except ValueError:
            date = None
        if date is None or date.isoformat() != text:
            raise ValueError(
                f"{_short(text)} is no date that isoformat() writes: pass such as '2025-04-18', '2025-04', '--02-26',"
                " '1998-Q3' or '2025-04-18T10:30Z'; normalize_date() reads words"
            )
        return date

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, WireDate):
            return NotImplemented
        if _has_year(self) != _has_year(other):
            dated, bare = (self, other) if _has_year(self) else (other, self)
            raise TypeError(
                f"{dated.isoformat()!r} and {bare.isoformat()!r} have no order, since one has no year:"
                " give normalize_date() or parse() a `reference`"
            )
        return _sort_key(self) < _sort_key(other)

    @property
    def date(self) -> dt.date | None:
        """The calendar date, when year, month and day are all settled."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


_LEAP_YEAR = 2000
_PERIOD = plain_pattern(r"Q[1-4]|H[12]|W(?:0[1-9]|[1-4][0-9]|5[0-3])(?:-WE)?|SP|SU|FA|WI")
_TIMED = r"(?:T(?P<time>.+))?"
_ISO = pattern(
    r"(?P<decade>\d{3})"
    r"|(?:(?P<year>\d{4})|XXXX)-(?P<period>[A-Z]\w+(?:-WE)?)"
    rf"|(?:(?P<year>\d{{4}})(?:-(?P<month>\d\d))?|--(?P<month>\d\d))(?:-(?P<day>\d\d))?{_TIMED}"
    rf"|(?:(?P<year>\d{{4}})-XX|--)-(?P<day>\d\d){_TIMED}"
    rf"|{_TIMED}"
)
# What a date says, from long to short; of two that begin on one day the longer comes first.
_LENGTHS = ("decade", "year", "day of a month", "half", "quarter", "season", "month", "week", "weekend", "day")
_FIRST_MONTHS = {"H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _parts_of_iso(text: str) -> dict[str, Any]:
    """The parts of a date, by name, that ISO 8601 or TIMEX3 text states; ``ValueError`` when it is neither."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(text)
    parts: dict[str, Any] = {name: value for name, value in found.groupdict().items() if value is not None}
    for name in parts.keys() & {"decade", "year", "month", "day"}:
        parts[name] = int(parts[name])
    if "time" in parts:
        parts["time"] = dt.time.fromisoformat(parts["time"])
    return parts


def _has_year(date: WireDate) -> bool:
    return date.year is not None or date.decade is not None


def _sort_key(date: WireDate) -> tuple[Any, ...]:
    start, length = _begins(date)
    time = () if date.time is None else (date.time.replace(tzinfo=None),)
    return start, _LENGTHS.index(length), time, date.isoformat(), date.inferred, date.ambiguous


def _begins(date: WireDate) -> tuple[int, str]:
    """The first day of what a date says, counted from the year 1, and how long that lasts."""
    if date.decade is not None:
        return dt.date(max(1, date.decade * 10), 1, 1).toordinal(), "decade"
    year = date.year or _LEAP_YEAR
    if date.period is not None:
        return _period_begins(year, date.period)
    length = "month" if date.day is None else "day"
    if date.month is None:
        length = "year" if date.day is None else "day of a month"
        return dt.date(year, 1, 1).toordinal(), length
    return dt.date(year, date.month, date.day or 1).toordinal(), length


def _period_begins(year: int, period: str) -> tuple[int, str]:
    month = _FIRST_MONTHS.get(period)
    if month is not None:
        length = {"H": "half", "Q": "quarter"}.get(period[0], "season")
        return dt.date(year, month, 1).toordinal(), length
    monday = dt.date.fromisocalendar(year, 1, 1).toordinal() + 7 * (int(period[1:3]) - 1)
    if period.endswith("-WE"):
        return monday + 5, "weekend"
    return max(monday, dt.date(year, 1, 1).toordinal()), "week"


@frozen
class Person:
    """Someone named in a credit: ``name`` as people write it, ``text`` as printed."""

    name: str
    text: str
    title: str | None = None
    place: Place | None = None


@frozen
class Piece:
    """Something that stands in the source: ``source[start:end]``.

    ``text`` is cleaned for reading (wrapped lines joined, spaces folded); ``rule`` names the rule
    that recognised it.
    """

    start: int
    end: int
    text: str = field(repr=_short)
    rule: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            _check_span(self.start, self.end)


@frozen
class Dateline(Piece):
    """Where and when a story was filed, and by which agencies."""

    places: tuple[Place, ...] = ()
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen
class Attribution(Piece):
    """Words that say whose copy it is or who helped.

    An agency is never in ``people``, a person never in ``agencies``.
    """

    role: Role = "origin"
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()


@frozen
class Notice(Piece):
    """Words about the story that are not the story.

    ``agencies`` are the owners that a copyright line names, ``date`` its year, or the time at
    which an embargo ends.
    """

    kind: NoticeKind
    agencies: tuple[Agency, ...] = ()
    date: WireDate | None = None


@frozen
class Field(Piece):
    """A header line with a name and a value; ``date`` and ``agencies`` are what the value says."""

    name: str
    value: str
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


@frozen
class Defect:
    """Something wrong with the text. ``code`` is stable, ``message`` is for people."""

    code: str
    message: str
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        _check_span(self.start, self.end)


@frozen
class Segment:
    """A stretch of the source and what it is."""

    kind: SegmentKind
    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        _check_span(self.start, self.end)


class OverlapError(ValueError):
    """Raised by :class:`Article` when two of its pieces claim the same characters."""


class DefectError(ValueError):
    """Raised by ``parse(..., strict=True)``: ``defect`` is the first defect of the text."""

    def __init__(self, defect: Defect) -> None:
        super().__init__(f"{defect.code}: {defect.message} (at {defect.start}-{defect.end})")
        self.defect = defect

    def __reduce__(self) -> tuple[type[Self], tuple[Defect]]:
        return type(self), (self.defect,)


@frozen(repr=False)
class Article:
    """A wire story in its parts, each with its place in ``source``.

    ``stated_language`` is what the document that held the story says of it.
    """

    source: str
    headline: Piece | None = None
    byline: Attribution | None = None
    dateline: Dateline | None = None
    paragraphs: tuple[Piece, ...] = ()
    credits: tuple[Attribution, ...] = ()
    notices: tuple[Notice, ...] = ()
    fields: tuple[Field, ...] = ()
    defects: tuple[Defect, ...] = ()
    stated_language: str | None = None
    format: str = "text"

    def __attrs_post_init__(self) -> None:
        if self._byline_inside and self.byline.end > self.dateline.end:  # type: ignore[union-attr]
            raise ValueError(f"the byline runs out of the dateline it stands in: {self.byline!r}")
        position = 0
        for piece in self._outer():
            if piece.start < position:
                raise OverlapError(f"pieces overlap at {piece.start}: {piece!r}")
            position = piece.end
        if max([position, *[d.end for d in self.defects]]) > len(self.source):
            raise ValueError(f"a piece ends after the source, which has {len(self.source)} characters")

    @property
    def _byline_inside(self) -> bool:
        """Whether the reporter is named inside the dateline (Xinhua, CNA and Yonhap do so)."""
        return (
            self.byline is not None
            and self.dateline is not None
            and self.dateline.start <= self.byline.start < self.dateline.end
        )

    def _outer(self) -> list[Piece]:
        """The pieces in the order of the source, without a byline inside the dateline."""
        pieces: list[Piece] = [*self.fields, *self.paragraphs, *self.credits, *self.notices]
        for piece in (self.headline, None if self._byline_inside else self.byline, self.dateline):
            if piece is not None:
                pieces.append(piece)
        pieces.sort(key=_where)
        return pieces

    def _kind(self, piece: Piece) -> SegmentKind:
        if isinstance(piece, Attribution):
            return "byline" if piece is self.byline else "credit"
        return _KINDS.get(type(piece)) or ("headline" if piece is self.headline else "body")

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The source cut into segments: every character is in exactly one.

        What is no piece (blank lines, dashes after a dateline) is a ``gap``. A byline that stands
        inside the dateline is cut out of it.
        """
        return tuple(self._segments())

    def _segments(self) -> Iterator[Segment]:
        position = 0
        for piece in self._outer():
            kind = self._kind(piece)
            if piece.start > position:
                yield Segment("gap", position, piece.start)
            if kind == "dateline" and self.byline is not None and self._byline_inside:
                inner = self.byline
                parts = (
                    Segment("dateline", piece.start, inner.start),
                    Segment("byline", inner.start, inner.end),
                    Segment("dateline", inner.end, piece.end),
                )
                yield from (part for part in parts if part.start < part.end)
            elif piece.start < piece.end:
                yield Segment(kind, piece.start, piece.end)
            position = piece.end
        if position < len(self.source):
            yield Segment("gap", position, len(self.source))

    @property
    def agency(self) -> Agency | None:
        """Whose copy it is: of the dateline, else a closing credit, the byline, a header, the copyright line.

        Where several are named, the first. A story "with inputs from" agencies is not theirs.
        """
        if self.dateline is not None and self.dateline.agencies:
            return self.dateline.agencies[0]
        for credit in self.credits:
            if credit.role in ("origin", "distribution") and credit.agencies:
                return credit.agencies[0]
        if self.byline is not None and self.byline.agencies:
            return self.byline.agencies[0]
        owners = [f.agencies for f in self.fields]
        owners += [n.agencies for n in self.notices if n.kind == "copyright"]
        return next((agencies[0] for agencies in owners if agencies), None)

    @property
    def date(self) -> dt.date | None:
        """The story's date, when the text (with the reference) settles all three parts.

        A header field is trusted before the dateline, the dateline before the copyright line.
        """
        dates = [f.date for f in self.fields]
        if self.dateline is not None:
            dates.append(self.dateline.date)
        dates += [n.date for n in self.notices if n.kind == "copyright"]
        return next((d.date for d in dates if d is not None and d.date is not None), None)

    @property
    def language(self) -> str | None:
        """The language (ISO 639-1) that a document states or else the words tell; ``None`` where neither does."""
        if self.stated_language is not None:
            return self.stated_language
        words = " ".join([p.text[:_LANGUAGE_REACH] for p in self.paragraphs[:3]]) or self.source[:_LANGUAGE_REACH]
        return guess_language(words, self.agency.languages if self.agency is not None else ())

    @property
    def body(self) -> str:
        """The paragraphs, joined by a blank line."""
        return "\n\n".join(p.text for p in self.paragraphs)

    def explain(self) -> str:
        """One line a piece: where it stands, what it is, which rule recognised it."""
        lines = [
            f"{piece.start:>6}-{piece.end:<6} {self._kind(piece):<9} {piece.rule:<28} {_short(piece.text)}"
            for piece in self._outer()
        ]
        if self.byline is not None and self._byline_inside:
            b = self.byline
            lines.append(f"{b.start:>6}-{b.end:<6} byline    {b.rule:<28} {_short(b.text)} (inside the dateline)")
        lines += [f"{d.start:>6}-{d.end:<6} defect    {d.code:<28} {d.message}" for d in self.defects]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers, with the attribute names as keys.

        Dates are objects of their parts, with ``iso`` beside them. ``segments``, ``agency``,
        ``date``, ``language`` and ``body`` follow from the rest and are left out.
        """
        plain = _plain(self)
        assert isinstance(plain, dict)
        return plain

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON; text is not escaped to ASCII, except surrogates, which UTF-8 cannot carry."""
        plain = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        return markup.SURROGATE.sub(_json_escape, plain)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The article of which :meth:`to_dict` gave ``data``.

        >>> article = Article("Two words.", paragraphs=(Piece(0, 10, "Two words.", "body"),))
        >>> Article.from_dict(article.to_dict()) == article
        True
        """
        if not isinstance(data, dict):
            raise wrong_type("data", "the dict that Article.to_dict() gave", data, "pass json.loads(text) for JSON")
        article = _revive(cls, data)
        assert isinstance(article, cls)
        return article

    def __repr__(self) -> str:
        parts = [f"{len(self.paragraphs)} paragraphs"]
        if self.headline is not None:
            parts.insert(0, f"headline={_short(self.headline.text)}")
        if self.dateline is not None:
            parts.append(f"dateline={_short(self.dateline.text)}")
        if self.agency is not None:
            parts.append(f"agency={self.agency.id!r}")
        if self.defects:
            parts.append(f"{len(self.defects)} defects")
        return f"<Article {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        return markup.highlight(self.source, ((s.start, s.end, s.kind) for s in self.segments))


def check_article(article: object) -> None:
    """Raise ``TypeError`` for what is no :class:`Article`."""
    if not isinstance(article, Article):
        raise wrong_type("article", "an Article", article, "pass what wirenews.parse gave")


_where = attrgetter("start", "end")
_KINDS: dict[type[Piece], SegmentKind] = {Dateline: "dateline", Notice: "notice", Field: "field"}


_NESTED: dict[str, type[Any]] = {
    "headline": Piece,
    "byline": Attribution,
    "dateline": Dateline,
    "paragraphs": Piece,
    "credits": Attribution,
    "notices": Notice,
    "fields": Field,
    "defects": Defect,
    "places": Place,
    "place": Place,
    "agencies": Agency,
    "people": Person,
    "date": WireDate,
}


def _json_escape(found: regex.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, dt.time):
        return value.isoformat()
    if not attrs.has(type(value)):
        return value
    plain = {a.name: _plain(getattr(value, a.name)) for a in attrs.fields(type(value))}
    if isinstance(value, WireDate):
        plain["iso"] = value.isoformat()
    return plain


def _revive(cls: type[Any], data: Any) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"{_short(data)} is no {cls.__name__}: pass what Article.to_dict() gave")
    known = {a.name: a.default is attrs.NOTHING for a in attrs.fields(cls)}
    given = {name: value for name, value in data.items() if not (cls is WireDate and name == "iso")}
    for name in given.keys() - known.keys():
        raise ValueError(f"{cls.__name__} has no {name!r}: pass what Article.to_dict() gave")
    for name, needed in known.items():
        if needed and name not in given:
            raise ValueError(f"{cls.__name__} needs {name!r}: pass what Article.to_dict() gave")
    return cls(**{name: _revived(name, value) for name, value in given.items()})


def _revived(name: str, value: Any) -> Any:
    """The value of an attribute out of its plain form."""
    inner = _NESTED.get(name)
    if isinstance(value, list):
        return tuple(value if inner is None else (_revive(inner, v) for v in value))
    if name == "time" and value is not None:
        return dt.time.fromisoformat(value)
    return value if inner is None or value is None else _revive(inner, value)
