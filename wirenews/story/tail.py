"""The bottom of a story: credits, sign-offs and closing notices, up to where the body ends.

:func:`read_tail` goes up from the last block and stops at the first that is story; then it looks at the end of that
block's last sentence, and for what may stand between the paragraphs. What only mentions an agency or a reporter stays
body.
"""

from operator import attrgetter
from typing import NamedTuple, TypeAlias

from ..article import Attribution, Defect, Notice
from ..credit.agency_line import NOWHERE, Filed
from .about_author import read_about_author
from .blocks import Span, Story
from .boilerplate import read_boilerplate
from .endings import read_ending
from .foot import read_foot
from .inner import read_inner

# How many credits and notices are taken from the end of the last sentence.
_MOST_GLUED = 8

_Closing: TypeAlias = tuple[Attribution | Notice, ...]


class Tail(NamedTuple):
    """The blocks that are body, and what closes the story, in the order of the source."""

    body: list[Span]
    credits: tuple[Attribution, ...]
    notices: tuple[Notice, ...]
    defects: tuple[Defect, ...] = ()


def read_tail(story: Story, spans: list[Span], filed: Filed = NOWHERE, byline: Attribution | None = None) -> Tail:
    """The body blocks of a story, with its closing credits and notices taken off.

    ``filed`` is where and by whom the story was filed: it says whose "CNA" stands at the end. ``byline`` says of whom
    a paragraph at the end may speak.

    >>> story = Story("Rain fell, he said. (ANI)")
    >>> tail = read_tail(story, [(0, 25)])
    >>> tail.body, tail.credits[0].agencies[0].id
    ([(0, 19)], 'ani')
    """
    body, below, defects = read_foot(story, spans, filed)
    body, notes = read_about_author(story, body, byline)
    if notes:
        body, above, more = read_foot(story, body, filed)
        below, defects = (*above, *notes, *below), (*more, *defects)
    body, about = read_boilerplate(story, body, below, filed)
    body, glued = _without_endings(story, body, filed, is_closed=any(map(_is_end, below)))
    body, between, odd = read_inner(story, body)
    found = (*below, *about, *glued, *between)
    if not found:
        return Tail(body, (), ())
    pieces = sorted(found, key=attrgetter("start"))
    return Tail(
        body,
        tuple([piece for piece in pieces if isinstance(piece, Attribution)]),
        tuple([piece for piece in pieces if isinstance(piece, Notice)]),
        (*defects, *odd),
    )


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
