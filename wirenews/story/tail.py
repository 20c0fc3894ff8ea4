"""The bottom of a story: credits, sign-offs and closing notices, up to where the body ends.

:func:`read_tail` goes up from the last block and stops at the first that is story; then it looks at the end of that
block's last sentence, and for what may stand between the paragraphs. What only mentions an agency or a reporter stays
body.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..article import Attribution, Defect, Notice
from ..credit.agency_line import Filed
from ..credit.closing import read_credit
from ..credit.photo import LONGEST_PHOTO_CREDIT
from .blocks import Block, Span, Story
from .endings import read_ending
from .foot import read_foot

# A block over this length is never furniture in the middle of a story.
_FURNITURE_LENGTH = 40
_INNER_OPENINGS = ("(", "（", "SOURCE ")
_INNER_NOTICES = ("furniture", "continuation", "end mark")
# How many credits and notices are taken from the end of the last sentence.
_MOST_GLUED = 8

_UNFILED = Filed()
_Closing: TypeAlias = tuple[Attribution | Notice, ...]


class Tail(NamedTuple):
    """The blocks that are body, and what closes the story, in the order of the source."""

    body: list[Span]
    credits: tuple[Attribution, ...]
    notices: tuple[Notice, ...]
    defects: tuple[Defect, ...] = ()


def read_tail(story: Story, spans: list[Span], filed: Filed = _UNFILED) -> Tail:
    """The body blocks of a story, with its closing credits and notices taken off.

    ``filed`` is where and by whom the story was filed: it says whose "CNA" stands at the end.

    >>> story = Story("Rain fell, he said. (ANI)")
    >>> tail = read_tail(story, [(0, 25)])
    >>> tail.body, tail.credits[0].agencies[0].id
    ([(0, 19)], 'ani')
    """
    body, below, defects = read_foot(story, spans, filed)
    body, glued = _without_endings(story, body, filed, is_closed=any(map(_is_end, below)))
    body, between = _without_inner(story, body)
    pieces = sorted([*below, *glued, *between], key=_start)
    return Tail(
        body,
        tuple([piece for piece in pieces if isinstance(piece, Attribution)]),
        tuple([piece for piece in pieces if isinstance(piece, Notice)]),
        defects,
    )


def _start(piece: Attribution | Notice) -> int:
    return piece.start


# -- behind the last sentence ----------------------------------------------------------------------


def _without_endings(story: Story, body: list[Span], filed: Filed, *, is_closed: bool) -> tuple[list[Span], _Closing]:
    """The body without the credits and notices glued to the end of its last paragraph."""
    found: _Closing = ()
    for _ in range(_MOST_GLUED):
        is_closed = is_closed or any(map(_is_end, found))
        pieces = read_ending(story.text, *body[-1], filed, is_closed=is_closed) if body else ()
        if not pieces:
            break
        found = (*found, *pieces)
        start = body[-1][0]
        end = start + len(story.text[start : pieces[0].start].rstrip())
        body = [*body[:-1], (start, end)] if end > start else body[:-1]
        if end == start:
            break
    return body, found


def _is_end(piece: Attribution | Notice) -> bool:
    """Whether a piece is a copyright line, or terms of use, above which initials are no word."""
    return isinstance(piece, Notice) and piece.kind in ("copyright", "usage terms")


# -- between the paragraphs -------------------------------------------------------------------------


def _without_inner(story: Story, body: list[Span]) -> tuple[list[Span], _Closing]:
    """The body without photo credits and page furniture between its paragraphs, or a sign-off above unknown words."""
    inner: dict[int, _Closing] = {}
    for number in range(1, len(body) - 1):
        start, end = body[number]
        may_sign = story.text.startswith(_INNER_OPENINGS, start)
        if may_sign or end - start <= LONGEST_PHOTO_CREDIT:
            pieces = _inner(story.block(body[number]), may_sign=may_sign)
            if pieces:
                inner[number] = pieces
    if not inner:
        return body, ()
    kept = [span for number, span in enumerate(body) if number not in inner]
    return kept, tuple([piece for pieces in inner.values() for piece in pieces])


def _inner(block: Block, *, may_sign: bool) -> _Closing:
    if may_sign and block.opens_sign_off:
        credits = read_credit(block.text, block.start, block.end)
        if credits and credits[0].rule == ("credit.source" if block.words[0] == "S" else "credit.sign-off"):
            return tuple(credits)
    if block.words[-1] != "." and block.photo_credit is not None:
        return (block.photo_credit,)
    notice = block.notice if block.length <= _FURNITURE_LENGTH else None
    return (notice,) if notice is not None and notice.kind in _INNER_NOTICES else ()
