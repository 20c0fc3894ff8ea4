"""Why an article reads as it does: a line for each of its pieces, and for what was decided between them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

import attrs

from .arguments import short_repr
from .kinds import SegmentKind
from .wire_date import WireDate


class _Piece(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def rule(self) -> str: ...


class _WithAgencies(_Piece, Protocol):
    @property
    def agencies(self) -> tuple[Any, ...]: ...


class _WithDate(_Piece, Protocol):
    @property
    def date(self) -> WireDate | None: ...


class _Defect(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Claim(NamedTuple):
    """What a piece says of the whole story, and why it is not believed, if it is not."""

    kind: str
    piece: _Piece | None
    value: Any
    against: str = ""

    def __str__(self) -> str:
        where = self.kind if self.piece is None else f"{self.kind} at {self.piece.start}-{self.piece.end}"
        return f"{_shown(self.value)}, {where}"


def names_agency(kind: SegmentKind, piece: _WithAgencies, against: str = "") -> tuple[Claim, ...]:
    """The claim of a piece that names an agency, of several the first; none of a piece that names nobody."""
    return (Claim(kind, piece, piece.agencies[0], against),) if piece.agencies else ()


def is_dated(kind: SegmentKind, piece: _WithDate, against: str = "") -> tuple[Claim, ...]:
    """The claim of a piece that has a date; none of a piece without one."""
    if piece.date is None:
        return ()
    unsettled = "" if piece.date.date is not None else "it does not settle day, month and year"
    return (Claim(kind, piece, piece.date, against or unsettled),)


def is_stated(agency: Any) -> tuple[Claim, ...]:
    """The claim of the document that held the story and names its agency."""
    return (Claim("metadata", None, agency),) if agency is not None else ()


def is_stated_on(moment: dt.datetime | None) -> tuple[Claim, ...]:
    """The claim of the document that held the story and dates it."""
    if moment is None:
        return ()
    return (Claim("metadata", None, WireDate(year=moment.year, month=moment.month, day=moment.day)),)


# What every piece has is shown in columns of its own.
_IN_COLUMNS = ("start", "end", "text", "rule")
_SINGULAR = {"agencies": "agency", "places": "place"}


def piece_line(kind: SegmentKind, piece: _Piece) -> str:
    """Where a piece stands, what it is, the rule that recognised it, its text, and the values that it gave."""
    given = "; ".join(f"{name} {value}" for name, value in values_of(piece))
    text = short_repr(piece.text)
    return _line(piece.start, piece.end, kind, piece.rule, f"{text}  -> {given}" if given else text)


def defect_line(defect: _Defect) -> str:
    """Where a defect stands, its code and its message."""
    return _line(defect.start, defect.end, "defect", defect.code, defect.message)


def decision_lines(name: str, claims: Iterable[Claim]) -> Iterator[str]:
    """Which piece settled the story's agency or date, and which others were passed over, and why.

    ``claims`` are in the order in which they are believed.
    """
    ranked = list(claims)
    believed = next((claim for claim in ranked if not claim.against), None)
    yield f"{name}: {believed or 'none'}"
    yield from (f"    {_passed_over(claim, believed)}" for claim in ranked if claim is not believed)


def _passed_over(claim: Claim, believed: Claim | None) -> str:
    """A claim that settled nothing, and why."""
    word = "also" if believed is not None and claim.value == believed.value else "not"
    first = f"the {believed.kind} comes first" if believed is not None else ""
    return f"{word} {claim}: {claim.against or first}"


def _line(start: int, end: int, kind: str, rule: str, rest: str) -> str:
    return f"{start:>6}-{end:<6} {kind:<9} {rule:<28} {rest}"


def values_of(piece: _Piece) -> Iterator[tuple[str, str]]:
    """The values that a piece gave, by name: ``("place", "Oslo, NO")``, ``("date", "--05-02")``."""
    for attribute in attrs.fields(type(piece)):  # type: ignore[arg-type]
        shown = "" if attribute.name in _IN_COLUMNS else _shown(getattr(piece, attribute.name))
        if shown:
            yield _SINGULAR.get(attribute.name, attribute.name), shown


def _shown(value: Any) -> str:
    """A value in a few words on one line: an agency by its id, a place or a person by name, a date in ISO 8601."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return " + ".join(map(_shown, value))
    if isinstance(value, WireDate):
        return f"{value.isoformat()} ({', '.join(value.inferred)} inferred)" if value.inferred else value.isoformat()
    names = [getattr(value, name, None) for name in ("name", "region", "country")]
    return _shown(getattr(value, "id", None) or ", ".join(filter(None, names)))
