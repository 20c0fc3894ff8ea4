"""The foot of a story: the whole blocks that close it, from the last one upwards.

Credits and notices say themselves what they are. Words that nobody knows stand between and below them: what stands
below a *sure end* (a sign-off, a copyright line, an end mark) is the page's and not the story's, however it is worded,
unless it is prose of several sentences. What stands above stays body.
"""

from functools import cache
from typing import NamedTuple, TypeAlias

from ..agencies import may_name_agency
from ..article import Attribution, Defect, Notice
from ..credit.agency_line import Filed
from ..credit.closing import first_words
from ..credit.openings import sure_heads
from ..credit.photo import passes_on
from ..credit.sentences import LONGEST_CONTRIBUTION, LONGEST_SENTENCE, may_be_sentence, may_tell_who_helped
from ..kinds import NoticeKind
from ..notice.page import is_of_page, may_begin_link, read_link
from ..notice.shapes import LONGEST_CONTACT, table
from ..notice.wordings import may_open_notice, opening_letters
from ..text.characters import OPENING_BRACKETS, PARAGRAPH_ENDS
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule
from .blocks import LONGEST_CREDIT_LINE, Block, Span, Story

RULES = (
    Rule(
        "notice.below-end",
        "words nobody knows below a sign-off, a copyright line or an end mark, at most eight blocks of them, which are "
        "no prose of several sentences",
        "(Reporting by Nora Fielding)\n\nHarbour Courier Media Group, Quay 4",
    ),
    Rule(
        "notice.below-pointer",
        "headlines of other stories below words that point to them",
        "Read more:\nHarbour dues to rise\nHow the quays were built",
    ),
)

# Blocks that nobody knows, below a sure end.
_MOST_UNKNOWN = 8
_LONGEST_HEADLINE = 140
_SHORTEST_PROSE = 100
# So many paragraphs of a sentence each are prose.
_PARAGRAPHS_OF_PROSE = 3
_SHORT_BELOW = 20
# So many long paragraphs are a story's.
_LONG_BLOCK = 100
_MOST_LONG_BLOCKS = 2
_HEAD = 4
_SLASH_WITHIN = 24
_LONG_HEAD = 8
_HELP_WITHIN = 100
_MARKS = OPENING_BRACKETS + "©—–-_*#<"

_INNER_END = plain_pattern(r"[^\W\d_]{3}[.!?][\"”»]?\s+(?=\S)|[。।۔؟](?=.)")

_Pieces: TypeAlias = tuple[Attribution | Notice, ...]
_UNFILED = Filed()


class Foot(NamedTuple):
    """The blocks that are left, what closes the story, and what is odd about it."""

    left: list[Span]
    pieces: _Pieces
    defects: tuple[Defect, ...]


def read_foot(story: Story, spans: list[Span], filed: Filed) -> Foot:
    """The blocks of a story without those that close it."""
    left = len(spans)
    found: list[Attribution | Notice] = []
    prose: list[Span] = []
    defects: list[Defect] = []
    while (end := _next_end(story, spans, left, filed, found)) is not None:
        left = end.at
        found += end.pieces
        if end.verdict == "prose":
            prose += end.unknown
            found += [piece for pieces in end.known.values() for piece in pieces]
            defects.append(goes_on(end.pieces[-1], end.unknown))
        else:
            found += _of_page(story.text, end)
    return Foot([*spans[:left], *sorted(prose)], tuple(found), tuple(defects))


class _End(NamedTuple):
    """A piece that closes a story, or stands below one that does, and what lies between the two."""

    at: int  # how many blocks are above it
    pieces: _Pieces
    below: list[Span]  # from the last upwards
    known: dict[Span, _Pieces]  # those of ``below`` whose own words say what they are
    unknown: list[Span]  # the others
    verdict: str


def _next_end(story: Story, spans: list[Span], at: int, filed: Filed, found: list[Attribution | Notice]) -> _End | None:
    """The next end above ``found``, which stands below the block ``at``; ``None`` where the story begins."""
    below: list[Span] = []
    known: dict[Span, _Pieces] = {}
    long = 0
    while at and len(below) <= _MOST_UNKNOWN and long <= _MOST_LONG_BLOCKS:
        start, stop = span = spans[at - 1]
        may_close = not below or _may_end_story(story.text, start, stop)
        pieces, taken = _closing(story, spans, at, filed) if may_close else ((), 1)
        at -= taken
        if pieces:
            between = below[:-1] if pieces[-1].end > stop else below  # without the name below its role
            unknown = [below for below in between if below not in known]
            verdict = _verdict(story, pieces, unknown)
            if verdict != "nothing":
                return _End(at, pieces, between, known, unknown, verdict)
            known[span] = pieces
        elif not below and found and not _may_be_signed_above(found[-1]):
            return None
        below.append(span)
        long += stop - start >= _LONG_BLOCK
    return None


def _may_be_signed_above(piece: Attribution | Notice) -> bool:
    """Whether credits may stand above unknown words above a piece: above another credit hardly ever."""
    return isinstance(piece, Notice) or piece.rule == "credit.source"


def _of_page(text: str, end: _End) -> list[Attribution | Notice]:
    """What stands below an end, as notices where nobody knows it: of whom to reach, below words that say so."""
    pieces = [end.pieces[-1]]
    for span in reversed(end.below):
        last = pieces[-1]
        kind: NoticeKind = "contact" if isinstance(last, Notice) and last.kind == "contact" else "furniture"
        rule = "notice.below-pointer" if _points_on(end.pieces) else "notice.below-end"
        pieces += end.known.get(span) or [Notice(*span, clean(text, *span), rule, kind=kind)]
    return pieces[1:]


def goes_on(piece: Attribution | Notice, spans: list[Span]) -> Defect:
    """The defect of a story that goes on in ``spans`` behind a piece that should close it."""
    message = f"the story goes on behind {piece.text[:60]!r}"
    return Defect("text-after-credit", message, min(spans)[0], max(spans)[1])


# -- one block -------------------------------------------------------------------------------------


def _closing(story: Story, spans: list[Span], at: int, filed: Filed) -> tuple[_Pieces, int]:
    """The credits or the notice that end with the block before ``at``, and how many blocks they are."""
    block = story.block(spans[at - 1])
    if at < len(spans) and block.words[-1] in ":：" and block.opens_sign_off:
        return block.cut(end=spans[at][1]).worded_credits, 1
    pieces = _whole_block(block, filed)
    if pieces or at == 1:
        return pieces, 1
    above = story.block(spans[at - 2])
    pieces = _two_lines(above, block)
    return (pieces, 2) if pieces else ((), 1)


def _whole_block(block: Block, filed: Filed) -> _Pieces:
    """The credits or the notice that a whole block is; cheap tests first, for most are none."""
    if not _may_close(block):
        return ()
    if block.opens_sign_off and block.worded_credits:
        return block.worded_credits
    line = block.agency_line(filed)
    if line is not None and (line.rule == "credit.agency" or block.notice is None):
        return (line,)
    if block.length <= LONGEST_SENTENCE and may_be_sentence(block.words) and block.worded_credits:
        return block.worded_credits
    notice = block.notice or read_link(block.text, block.start, block.end)
    if notice is not None:
        return (notice,)
    return block.worded_credits if _may_be_marked_credit(block) else ()


def _may_close(block: Block) -> bool:
    """Whether a block is short or has a sign, or begins or ends as notices and credits do: few paragraphs do."""
    words, length = block.words, block.length
    if length <= LONGEST_CREDIT_LINE or not words[0].isalpha() or block.opens_sign_off:
        return True
    if may_open_notice(block.text, block.start, block.end) or may_begin_link(block.text, block.start):
        return True
    return words.find("/(", 0, _SLASH_WITHIN) > 0 or _may_be_worded(words)


def _may_be_worded(words: str) -> bool:
    """Whether a block may hold whom to reach, whose report it is, or who helped."""
    length = len(words)
    if length <= LONGEST_CONTACT and ("@" in words or words.rstrip(")")[-1:].isdigit()):
        return True
    if length <= LONGEST_SENTENCE and may_be_sentence(words):
        return True
    return length <= LONGEST_CONTRIBUTION and may_tell_who_helped(words)


def _may_be_marked_credit(block: Block) -> bool:
    """Whether the signs of a block or its verb may make it a credit, whatever word it begins with."""
    words = block.words
    if words[0] in "([{（-—–_" or words.find("/(", 0, _SLASH_WITHIN) > 0:
        return True
    if block.length <= LONGEST_CONTRIBUTION and may_tell_who_helped(words):
        return True
    return block.length <= LONGEST_CREDIT_LINE and (
        words[0] > "\u0400" or words[-1] == ")" or words.find("/") > 0 or passes_on(words[1:])
    )


def _two_lines(above: Block, below: Block) -> _Pieces:
    """The credit of two blocks: an agency over initials ("PTI SKC", "RAX RAX"), a role over a name ("Edited By:")."""
    if not below.follows(above):
        return ()
    if above.words[-1] in ":：" and above.opens_sign_off:
        return above.cut(end=below.end).worded_credits
    credit = above.cut(end=below.end).agency_line(_UNFILED) if below.length <= _SHORT_BELOW else None
    return (credit,) if credit is not None and credit.agencies else ()


def _may_end_story(text: str, start: int, end: int) -> bool:
    """Whether a block above unknown words could be a sure end: a bracket, a sign, a line, a word that opens credits."""
    if not text[start].isalpha():
        return text[start] in _MARKS
    head = text[start : start + _HEAD].casefold()
    if end - start > LONGEST_CREDIT_LINE:
        if head in sure_heads() or text[start : start + _LONG_HEAD].casefold() in _heads_of_ends():
            return True
        return may_tell_who_helped(text[max(start, end - _HELP_WITHIN) : end])
    heads = _heads_of_lines()
    return head in heads or head[:2] in heads or may_name_agency(text[start:end])


@cache
def _heads_of_ends() -> frozenset[str]:
    """How long blocks begin that may be a copyright line, a disclaimer or terms of use."""
    return frozenset(["copyrigh", *table("end_heads")])


@cache
def _heads_of_lines() -> frozenset[str]:
    """How lines begin that may be notices or sign-offs."""
    return opening_letters().union(words[:_HEAD] for words in first_words())


# -- what stands below an end ----------------------------------------------------------------------


def _verdict(story: Story, pieces: _Pieces, unknown: list[Span]) -> str:
    """What unknown blocks are by what stands above them: those of the page below an "end" or a "pointer", "prose", or
    "nothing", when what is above does not end a story."""
    if not unknown:
        return "end"
    blocks = [story.block(span) for span in reversed(unknown)]
    if _points_on(pieces):
        return "pointer" if _are_headlines(blocks) else "nothing"
    surety = max(map(_surety, pieces))
    if not surety:
        return "nothing"
    sentences = [block for block in blocks if _is_sentence_of_story(block)]
    if _are_prose(sentences):
        return "prose" if surety > 1 else "nothing"
    return "end" if surety > 1 or not sentences else "nothing"


def _surety(piece: Attribution | Notice) -> int:
    """How surely a story ends with a piece: 2 for a sign-off or a copyright line, 1 for an agency's name, else 0."""
    if isinstance(piece, Notice):
        if piece.kind in ("copyright", "disclaimer", "usage terms"):
            return 2
        return 1 if piece.kind == "end mark" else 0
    if piece.rule in ("credit.sign-off", "credit.source", "credit.inputs", "credit.contribution", "credit.sentence"):
        return 2
    return 1 if piece.agencies and piece.role == "origin" else 0


def _points_on(pieces: _Pieces) -> bool:
    """Whether a piece says that other stories follow: "Read more:"."""
    return isinstance(pieces[0], Notice) and pieces[0].kind in ("furniture", "contact")


def _are_headlines(blocks: list[Block]) -> bool:
    """Whether blocks could be the headlines of other stories: short, most of them without a full stop."""
    stopped = [block for block in blocks if block.ends_sentence]
    return (
        all(block.length <= _LONGEST_HEADLINE for block in blocks)
        and not blocks[0].ends_sentence
        and 2 * len(stopped) <= len(blocks)
    )


def _is_sentence_of_story(block: Block) -> bool:
    """Whether a block is a sentence or more, and speaks of no page, newsletter or link."""
    words = block.words[: block.words.rfind("(")].rstrip() if block.words[-1] == ")" else block.words
    if words[-1:] not in PARAGRAPH_ENDS or " " not in words:
        return False
    return not is_of_page(block.words) or block.dateline is not None


def _are_prose(blocks: list[Block]) -> bool:
    """Whether blocks are prose of several sentences: one block of two or more, or three blocks and more."""
    if len(blocks) >= _PARAGRAPHS_OF_PROSE:
        return True
    return any(is_prose(block.words) for block in blocks)


def is_prose(words: str) -> bool:
    """Whether a text is two sentences or more, and of some length.

    >>> is_prose("The minister resigned late on Monday. He gave no reason, but he said he would speak again on Friday.")
    True
    >>> is_prose("Rain fell."), is_prose("A reporter of the Harbour Courier wrote this story")
    (False, False)
    """
    return len(words) >= _SHORTEST_PROSE and _INNER_END.search(words) is not None
