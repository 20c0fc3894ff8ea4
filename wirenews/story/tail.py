"""The bottom of a story: credits, sign-offs and closing notices, up to where the body ends.

:func:`read_tail` goes up from the last block and stops at the first that is story; then it looks at the end of that
block's last sentence, and for what may stand between the paragraphs. What only mentions an agency or a reporter stays
body.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..agencies import lookup, may_name_agency
from ..article import Attribution, Notice
from ..credit.agency_line import Filed, read_agency_line
from ..credit.closing import opens_sign_off, read_credit
from ..credit.photo import LONGEST_PHOTO_CREDIT
from ..notice.attached import closes_notice, closing_notice
from .blocks import LONGEST_CREDIT_LINE, Block, Span, Story

# Blocks above the last that may still hold a sign-off, when unknown words stand below it.
_LOOK_ABOVE = 6
# A block over this length is never furniture in the middle of a story.
_FURNITURE_LENGTH = 40
_INNER_OPENINGS = ("(", "（", "SOURCE ")
_INNER_NOTICES = ("furniture", "continuation", "end mark")
# The longest credit glued to the end of the last sentence, and how many of them are taken.
_GLUED_LENGTH = 600
_MOST_GLUED = 4
_SHORT_BELOW = 20
_SHORT_LINE = 12
_MOST_SENTENCES = 6

_UNFILED = Filed()
_Closing: TypeAlias = tuple[Attribution | Notice, ...]


class Tail(NamedTuple):
    """The blocks that are body, and what closes the story, in the order of the source."""

    body: list[Span]
    credits: tuple[Attribution, ...]
    notices: tuple[Notice, ...]


def read_tail(story: Story, spans: list[Span], filed: Filed = _UNFILED) -> Tail:
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
    pieces = sorted([*below, *glued, *between], key=_start)
    return Tail(
        body,
        tuple([piece for piece in pieces if isinstance(piece, Attribution)]),
        tuple([piece for piece in pieces if isinstance(piece, Notice)]),
    )


def _start(piece: Attribution | Notice) -> int:
    return piece.start


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
    if line is not None:
        return (line,)
    worded = block.opens_sign_off or "This " in block.words[:8]
    if worded and block.worded_credits:
        return block.worded_credits
    if block.notice is not None:
        return (block.notice,)
    return block.worded_credits if not worded and _may_be_marked_credit(block) else ()


def _may_be_marked_credit(block: Block) -> bool:
    """Whether the signs of a block or its verb may make it a credit, whatever word it begins with."""
    words = block.words
    if words[0] in "([{（-—–_" or "ontribu" in words[-160:] or words.find("/(", 0, 24) > 0:
        return True
    return block.length <= LONGEST_CREDIT_LINE and (
        words[0] > "\u0400" or words[-1] == ")" or words.find("/") > 0 or " via " in words[1:]
    )


def _two_lines(above: Block, below: Block) -> _Closing:
    """The credit of two blocks that are an agency and initials ("PTI SKC" over "RAX RAX")."""
    if below.length > _SHORT_BELOW or below.end - above.start > LONGEST_CREDIT_LINE or not below.follows(above):
        return ()
    credit = above.cut(end=below.end).agency_line(_UNFILED)
    return (credit,) if credit is not None and credit.agencies else ()


# -- behind the last sentence ----------------------------------------------------------------------


def _without_endings(story: Story, body: list[Span], filed: Filed) -> tuple[list[Span], _Closing]:
    """The body without the credits and notices glued to the end of its last paragraph."""
    found: _Closing = ()
    for _ in range(_MOST_GLUED):
        pieces = _ending(story.text, *body[-1], filed) if body else ()
        if not pieces:
            break
        found = (*found, *pieces)
        start = body[-1][0]
        end = start + len(story.text[start : pieces[0].start].rstrip())
        body = [*body[:-1], (start, end)] if end > start else body[:-1]
        if end == start:
            break
    return body, found


def _ending(text: str, start: int, end: int, filed: Filed) -> _Closing:
    if not _may_have_ending(text, start, end):
        return ()
    credits = _glued_credit(text, start, end, filed)
    if credits:
        return tuple(credits)
    notice = closing_notice(text, start, end)
    return (notice,) if notice is not None and notice.start > start else ()


def _may_have_ending(text: str, start: int, end: int) -> bool:
    """Whether credits or notices may stand behind the last sentence of a paragraph: nearly none ends like that."""
    last = text[end - 1]
    if last in _SPEECH_ENDS:
        return False
    stop = end - 1 if last == "." else end
    word = text[max(start, stop - 24) : stop].rpartition(" ")[2].rpartition("\n")[2]
    if not (word.islower() and word.isalpha() and word.isascii()):
        return True
    return (len(word) <= 4 and stop == end) or closes_notice(word) or (may_name_agency(word) and bool(lookup(word)))


def _glued_credit(text: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credits behind the last sentence of a paragraph: "he said. (ANI)", "he said. REUTER"."""
    last = text[end - 1]
    ending = text[max(start, end - 8) : end]
    if last in ")）]" or ending[-2:-1] in _CLOSED or (last.isdigit() and "）" in ending):
        found = _glued_parenthesis(text, start, end, filed)
        if found:
            return found
    low = max(start, end - LONGEST_CREDIT_LINE)
    line = text.rfind("\n", low, end) + 1
    if line and (end - line <= _SHORT_LINE or text[max(start, line - 8) : line].rstrip()[-1:] in _SENTENCE_ENDS):
        # A line that wrapping has joined to the last paragraph.
        found = _line_at(text, line, end)
        if found:
            return found
    words_end = end
    while words_end > low and text[words_end - 1] == ".":
        words_end -= 1
    if end - words_end not in (1, 2):
        at = max([text.rfind(sign, low, words_end) for sign in _SENTENCE_ENDS])
        found = _line_at(text, at + 1, end) if at > start else []
        if found and found[0].agencies:
            return found
    blank = text.rfind(" ", low, words_end)
    if blank > 0 and not text[blank + 1 : blank + 2].islower():
        return _glued_sign_off(text, start, end)
    return []


_CLOSED = frozenset(")）")
_SPEECH_ENDS = "\"”’'»?!,;"
_SENTENCE_ENDS = '.!?"”»。'


def _line_at(text: str, at: int, end: int) -> list[Attribution]:
    """The agency line that begins at ``at``, blanks and quotation marks aside."""
    while at < end and (text[at].isspace() or text[at] in "\"”’'»)"):
        at += 1
    found = read_agency_line(text, at, end) if at < end else None
    return [found] if found is not None else []


def _glued_sign_off(text: str, start: int, end: int) -> list[Attribution]:
    """A sign-off without brackets behind the last sentence: "he said. Reporting by Ann Doe"."""
    low = max(start, end - _GLUED_LENGTH)
    at = end
    found: list[Attribution] = []
    for _ in range(_MOST_SENTENCES):
        at = text.rfind(". ", low, at)
        if at < 0:
            break
        begin = at + 2
        if opens_sign_off(text, begin, end):
            longer = read_credit(text, begin, end)
            if longer:
                found = longer
    return found


def _glued_parenthesis(text: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credit in brackets at the end of a paragraph, behind a sentence."""
    at = max(text.rfind("(", max(start, end - _GLUED_LENGTH), end), text.rfind("（", max(start, end - 80), end))
    if at <= start:
        return []
    ended = text[start:at].rstrip()[-1:]
    if ended not in ".!?…\"”’'»)。！？" and (text[end - 1] == "." or not _is_plain_agency(text, start, at, end, filed)):
        return []
    return read_credit(text, at, end, filed)


def _is_plain_agency(text: str, start: int, at: int, end: int, filed: Filed) -> bool:
    """Whether brackets without a full stop before them hold an agency, and not the short form of a name."""
    inner = text[at + 1 : end - 1].strip()
    agency = lookup(inner, country=filed.country, known=filed.agencies)
    if agency is None or not inner.isupper() or " " in inner:
        return False
    initials = [word[0] for word in text[max(start, at - 120) : at].split()[-len(inner) - 3 :]]
    return "".join(c for c in initials if c.isupper())[-len(inner) :] != inner


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
