"""The bottom of a story: credits, sign-offs and closing notices, up to where the body ends.

:func:`read_tail` goes up from the last block and stops at the first that is story; then it looks at the end of that
block's last sentence, and for what may stand between the paragraphs. What only mentions an agency or a reporter stays
body.
"""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple, TypeAlias

from ..article import Attribution, Notice
from ..credit.agency_line import NOWHERE, Filed
from ..credit.closing import read_credit
from ..credit.photo import LONGEST_PHOTO_CREDIT
from ..credit.sentences import LONGEST_CONTRIBUTION, LONGEST_SENTENCE, may_be_sentence, may_tell_who_helped
from .blocks import LONGEST_CREDIT_LINE, Block, Span, Story
from .endings import read_ending

# Blocks above the last that may still hold a sign-off, when unknown words stand below it.
_LOOK_ABOVE = 6
# A block over this length is never furniture in the middle of a story.
_FURNITURE_LENGTH = 40
_INNER_OPENINGS = ("(", "（", "SOURCE ")
_INNER_NOTICES = ("furniture", "continuation", "end mark")
# How many credits and notices are taken from the end of the last sentence.
_MOST_GLUED = 4
_SHORT_BELOW = 20

_Closing: TypeAlias = tuple[Attribution | Notice, ...]


class Tail(NamedTuple):
    """The blocks that are body, and what closes the story, in the order of the source."""

    body: list[Span]
    credits: tuple[Attribution, ...]
    notices: tuple[Notice, ...]


def read_tail(story: Story, spans: list[Span], filed: Filed = NOWHERE) -> Tail:
    """The body blocks of a story, with its closing credits and notices taken off.

    ``filed`` is where and by whom the story was filed: it says whose "CNA" stands at the end.

    >>> story = Story("Rain fell, he said. (ANI)")
    >>> tail = read_tail(story, [(0, 25)])
    >>> tail.body, tail.credits[0].agencies[0].id
    ([(0, 19)], 'ani')
    """
    body, below = _without_last_blocks(story, spans, filed)
    body, glued = _without_endings(story, body, filed)
    body, between = _without_inner(story, body)
    found = (*below, *glued, *between)
    if not found:
        return Tail(body, (), ())
    pieces = sorted(found, key=attrgetter("start"))
    return Tail(
        body,
        tuple([piece for piece in pieces if isinstance(piece, Attribution)]),
        tuple([piece for piece in pieces if isinstance(piece, Notice)]),
    )


# -- whole blocks, from the last upwards -----------------------------------------------------------


def _without_last_blocks(story: Story, spans: list[Span], filed: Filed) -> tuple[list[Span], _Closing]:
    """The blocks without the credits and notices below the last one that is story."""
    left = len(spans)
    found: list[Attribution | Notice] = []
    while left:
        block = story.block(spans[left - 1])
        pieces = _whole_block(block, filed)
        taken = 1
        if not pieces and left > 1:
            pieces, taken = _two_lines(story.block(spans[left - 2]), block), 2
        if not pieces:
            break
        found += pieces
        left -= taken
    return spans[:left], tuple(found)


def _whole_block(block: Block, filed: Filed) -> _Closing:
    """The credits or the notice that a whole block is; cheap tests first, for most are none."""
    line = block.agency_line(filed)
    if line is not None and (line.agencies or not _is_furniture(block)):
        return (line,)
    worded = block.opens_sign_off or (block.length <= LONGEST_SENTENCE and may_be_sentence(block.words))
    if worded and block.worded_credits:
        return block.worded_credits
    if block.notice is not None:
        return (block.notice,)
    return block.worded_credits if not worded and _may_be_marked_credit(block) else ()


def _is_furniture(block: Block) -> bool:
    """Whether a line is a button, and no initials: "les mer"."""
    return block.notice is not None and block.notice.kind == "furniture"


def _may_be_marked_credit(block: Block) -> bool:
    """Whether the signs of a block or its verb may make it a credit, whatever word it begins with."""
    words = block.words
    if words[0] in "([{（-—–_" or words.find("/(", 0, 24) > 0:
        return True
    if block.length <= LONGEST_CONTRIBUTION and may_tell_who_helped(words):
        return True
    return block.length <= LONGEST_CREDIT_LINE and (
        words[0] > "\u0400" or words[-1] == ")" or words.find("/") > 0 or " via " in words[1:]
    )


def _two_lines(above: Block, below: Block) -> _Closing:
    """The credit of two blocks that are an agency and initials ("PTI SKC" over "RAX RAX")."""
    if below.length > _SHORT_BELOW or below.end - above.start > LONGEST_CREDIT_LINE or not below.follows(above):
        return ()
    credit = above.cut(end=below.end).agency_line(NOWHERE)
    return (credit,) if credit is not None and credit.agencies else ()


# -- behind the last sentence ----------------------------------------------------------------------


def _without_endings(story: Story, body: list[Span], filed: Filed) -> tuple[list[Span], _Closing]:
    """The body without the credits and notices glued to the end of its last paragraph."""
    found: _Closing = ()
    for _ in range(_MOST_GLUED):
        pieces = read_ending(story.text, *body[-1], filed) if body else ()
        if not pieces:
            break
        found = (*found, *pieces)
        start = body[-1][0]
        end = start + len(story.text[start : pieces[0].start].rstrip())
        body = [*body[:-1], (start, end)] if end > start else body[:-1]
        if end == start:
            break
    return body, found


# -- between the paragraphs -------------------------------------------------------------------------


def _without_inner(story: Story, body: list[Span]) -> tuple[list[Span], _Closing]:
    """The body without photo credits and page furniture between its paragraphs, or a sign-off above unknown words."""
    lowest = len(body) - 1 - _LOOK_ABOVE
    inner: dict[int, _Closing] = {}
    for number in range(1, len(body) - 1):
        start, end = body[number]
        may_sign = number > lowest and story.text.startswith(_INNER_OPENINGS, start)
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
