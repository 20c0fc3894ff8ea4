"""What a page prints behind the last sentence of a story, on the same line: "he said. PTI Enter your email …"."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..agencies import lookup
from ..article import Attribution, Notice
from ..credit.agency_line import read_agency_line
from ..credit.closing import read_worded_credit
from ..credit.openings import sure_heads
from ..notice.page import is_of_page
from ..notice.read import closing_bracket, read_notice
from ..notice.shapes import table
from ..notice.wordings import OPENING_LETTERS, may_open_notice, opening_letters
from ..text.characters import OPENING_BRACKETS
from ..text.layout import clean
from .foot import is_prose

_FARTHEST = 360
_MOST_STARTS = 16
_SIGNS = ("©", "(", "[", "*")
_LONGEST_AGENCY = 12
_LONGEST_SIGN_OFF = 400
# What the next sentence, or the next element of a page, stands behind.
_JOINTS = (". ", '" ', ") ", "  ")
_OTHER_JOINTS = ("” ", "。", "।", "۔")
_SURE_KINDS = ("copyright", "disclaimer", "usage terms", "end mark")

Pieces = tuple[Attribution | Notice, ...]


class _Unit(NamedTuple):
    """A stretch behind the last sentence, and what it is; nobody knows where there are no pieces."""

    start: int
    end: int
    pieces: Pieces


def read_trail(text: str, start: int, end: int) -> Pieces:
    """What follows the last sentence of ``text[start:end]``: notices and credits, and between them words of the page.

    >>> text = "Rain fell, he said. Enter your email to get our daily news in your inbox."
    >>> [(piece.kind, piece.start) for piece in read_trail(text, 0, len(text))]
    [('furniture', 20)]
    >>> read_trail("Rain fell. Enter the port at your own risk, he said.", 0, 52)
    ()
    """
    starts = sentence_starts(text, start, end) if _may_have_trail(text[max(start, end - _FARTHEST) : end]) else []
    for number, at in enumerate(starts):
        if not _begins_known(text, at, end):
            continue
        units = _units(text, starts[number:], end)
        if units and _is_trail(text, units):
            return tuple(piece for unit in units for piece in _pieces(text, unit))
    return ()


def _may_have_trail(tail: str) -> bool:
    """Whether one of the last sentences begins as notices and sign-offs do, or with capitals: few stories have one."""
    heads = _heads()
    for _, _, behind in _joints(tail):
        head = tail[behind : behind + OPENING_LETTERS]
        if head.lower() in heads or head[:1] in _SIGNS or head[1:2].isupper():
            return True
    return False


def _joints(tail: str) -> Iterator[tuple[str, int, int]]:
    """What parts sentences and elements of a page: the sign, where it stands, and where the next one begins."""
    for joint in _JOINTS if tail.isascii() else (*_JOINTS, *_OTHER_JOINTS):
        at = tail.find(joint)  # several times as fast as rfind
        while at >= 0:
            behind = at + len(joint)
            while tail[behind : behind + 1] == " ":
                behind += 1
            yield joint, at, behind
            at = tail.find(joint, behind)


@cache
def _heads() -> frozenset[str]:
    """How notices and sign-offs begin."""
    return opening_letters() | sure_heads()


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where the last sentences of a text begin, and other elements of a page that two blanks part."""
    low = max(start, end - _FARTHEST)
    tail = text[low:end]
    starts = {low + behind for joint, at, behind in _joints(tail) if joint[0] != "." or tail[at - 2 : at - 1].isalnum()}
    starts.update([low + at for phrase in table("inner_phrases") if (at := tail.find(phrase)) > 0])
    starts.update([behind for at in starts if (behind := _behind_agency(text, at, end))])
    return sorted([at for at in starts if start < at < end])[-_MOST_STARTS:]


def _behind_agency(text: str, at: int, end: int) -> int:
    """Where the words behind an agency's name in capitals begin ("PTI Enter your email …"), or 0."""
    blank = text.find(" ", at, min(at + _LONGEST_AGENCY, end))
    word = text[at:blank] if blank > 0 else ""
    return blank + 1 if word.isupper() and word[0].isalpha() and lookup(word) is not None else 0


def _begins_known(text: str, at: int, end: int) -> bool:
    """Whether a notice or a sign-off may begin here: nearly no sentence begins so."""
    if not text[at].isalpha():
        return text[at] in _SIGNS
    if may_open_notice(text, at, end) or text[at : at + OPENING_LETTERS].casefold() in sure_heads():
        return True
    return _behind_agency(text, at, end) > 0


def _units(text: str, starts: list[int], end: int) -> list[_Unit]:
    """The stretches from the first of some places on: what a notice or a credit reads, and sentences nobody knows."""
    units: list[_Unit] = []
    stops = [*starts[1:], end]
    number = 0
    while number < len(starts):
        unit, behind = _unit_at(text, starts[number], stops[number:])
        if not units and not unit.pieces:
            return []
        units.append(unit)
        number += behind
    return units if number == len(starts) else []


def _unit_at(text: str, at: int, stops: list[int]) -> tuple[_Unit, int]:
    """The longest credit or the shortest notice that begins here, or else a sentence; and how many stops it has."""
    ends = [at + len(text[at:stop].rstrip()) for stop in stops]
    if not _begins_known(text, at, ends[-1]):
        return _Unit(at, ends[0], ()), 1
    for number in range(len(ends) - 1, -1, -1):
        credits = _sign_off(text, at, ends[number])
        if credits:
            return _Unit(at, ends[number], credits), number + 1
    line = read_agency_line(text, at, ends[0]) if _behind_agency(text, at, stops[-1]) == stops[0] else None
    if line is not None:
        return _Unit(at, ends[0], (line,)), 1
    for number, stop in enumerate(ends):
        notice = read_notice(text, at, stop)
        if notice is not None:
            return _Unit(at, stop, (notice,)), number + 1
    return _Unit(at, ends[0], ()), 1


def _sign_off(text: str, start: int, end: int) -> Pieces:
    """The clauses of the sign-off that a stretch is."""
    if text[start : start + OPENING_LETTERS].casefold() not in sure_heads() or not _is_whole(text, start, end):
        return ()
    return tuple(read_worded_credit(text, start, end))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opens a stretch closes at its end; and whether it is short enough for a sign-off."""
    if text[start] not in OPENING_BRACKETS:
        return end - start <= _LONGEST_SIGN_OFF
    return closing_bracket(text, start, end) == end - 1


def _is_trail(text: str, units: list[_Unit]) -> bool:
    """Whether stretches that begin with a known one are no part of the story: what nobody knows is of the page, or
    stands below a sure end and is no prose."""
    unknown = [text[unit.start : unit.end] for unit in units if not unit.pieces]
    unknown = [words for words in unknown if not is_of_page(words)]
    words = " ".join(unknown)
    if len(words) * 3 <= units[-1].end - units[0].start and len(unknown) <= len(units) - len(unknown):
        return True
    return _is_sure(units[0].pieces[0]) and not is_prose(words)


def _is_sure(piece: Attribution | Notice) -> bool:
    return bool(piece.people) if isinstance(piece, Attribution) else piece.kind in _SURE_KINDS


def _pieces(text: str, unit: _Unit) -> Pieces:
    if unit.pieces:
        return unit.pieces
    words = clean(text, unit.start, unit.end)
    return (Notice(unit.start, unit.end, words, "notice.below-end", kind="furniture"),)
