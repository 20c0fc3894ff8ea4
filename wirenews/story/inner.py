"""What stands between the paragraphs of a story, or inside one that was a whole page, and is no part of it.

A photo's credit, a link, an advertisement, a pointer to another story; a sign-off far above the end. Of the words of a
pointer nobody knows how far they go, so that it is cut out of a paragraph only where its end shows.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from ..article import Attribution, Defect, Notice
from ..credit.closing import read_credit
from ..credit.openings import sure_heads
from ..credit.photo import LONGEST_PHOTO_CREDIT
from ..notice.page import read_link
from ..notice.shapes import table
from ..text.characters import BRACKETS
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule
from .blocks import Block, Span, Story
from .foot import goes_on
from .page_words import PAGE_LENGTH, in_order, read_page_words

RULES = (
    Rule(
        "notice.inner-pointer",
        "words that point to another story in the middle of a paragraph, up to the bracket, the two blanks or the "
        "sentence glued to them that show their end",
        "Rain fell.Also Read | Harbour dues to rise.Nobody was hurt.",
    ),
)

# A block over this length is furniture in the middle of a story only where its row says so.
_FURNITURE_LENGTH = 40
_LONGEST_POINTER = 250
_INNER_NOTICES = ("furniture", "continuation", "end mark")
_HEAD = 4
_PARAGRAPHS_BELOW = 2
# A paragraph of this length may be a page that was made one line.
_PAGE_LENGTH = 600
# What ends a pointer inside a paragraph: two blanks, a line end, a sentence glued to the one before.
_POINTER_END = plain_pattern(r"\s{2,}|\n|(?<=[^\W\d_]{2})[.!?][\"”’']?(?=[^\W\d_a-z])")

_Pieces: TypeAlias = tuple[Attribution | Notice, ...]


def read_inner(story: Story, body: list[Span]) -> tuple[list[Span], _Pieces, tuple[Defect, ...]]:
    """The body of a story without what is no part of it above the last paragraph; that, and what is odd about it."""
    text, last, heads = story.text, len(body) - 1, _heads()
    has_bar = "|" in text
    whole = [
        (start, end)
        for start, end in body[1:last]
        if end - start <= LONGEST_PHOTO_CREDIT or text[start : start + _HEAD] in heads
    ]
    found = {span: pieces for span in whole if (pieces := _read_block(story.block_in_passing(span)))}
    pages = [span for span in body if (has_bar or span[1] - span[0] > _PAGE_LENGTH) and span not in found]
    pointers = {span: pieces for span in pages if (pieces := _pointers(text, *span))}
    return _without(body, found, pointers, text) if found or pointers else (body, (), ())


def _pointers(text: str, start: int, end: int) -> tuple[Notice, ...]:
    """The pointers inside a paragraph, or else the words of the page in one that is a whole page."""
    return _inside(text, start, end) or (read_page_words(text, start, end) if end - start >= PAGE_LENGTH else ())


def _without(
    body: list[Span], found: dict[Span, _Pieces], pointers: dict[Span, tuple[Notice, ...]], text: str
) -> tuple[list[Span], _Pieces, tuple[Defect, ...]]:
    """The body without the blocks that are no part of it, and without the pointers inside others."""
    pieces = tuple(piece for span in body for piece in (found.get(span) or pointers.get(span) or ()))
    kept = [left for span in body if span not in found for left in _around(span, pointers.get(span, ()), text)]
    return kept, pieces, _defects(pieces, kept)


def _defects(found: _Pieces, kept: list[Span]) -> tuple[Defect, ...]:
    """The defect of a story that goes on in several paragraphs below its sign-off."""
    signed = [piece for piece in found if isinstance(piece, Attribution) and piece.rule == "credit.sign-off"]
    below = [span for span in kept if signed and span[0] >= signed[-1].end]
    return (goes_on(signed[-1], below),) if len(below) >= _PARAGRAPHS_BELOW else ()


# -- whole blocks ----------------------------------------------------------------------------------


@cache
def _heads() -> frozenset[str]:
    """How the blocks begin, as printed, that may be a longer notice or a sign-off."""
    bare = {*sure_heads(), *_inner_heads()}
    heads = {*bare, *(f"{bracket}{head[:3]}" for bracket in "(（" for head in bare)}
    return frozenset(
        form for head in heads for form in (head, head.capitalize(), head.upper(), head[0] + head[1:].capitalize())
    )


def _read_block(block: Block) -> _Pieces:
    """What a block between two paragraphs is, when it is none."""
    head = block.words[:_HEAD].casefold()
    credits = _signed(block, head)
    if credits:
        return credits
    link = read_link(block.text, block.start, block.end)
    if link is not None:
        return (link,)
    if block.words[-1] != "." and block.photo_credit is not None:
        return (block.photo_credit,)
    notice = _noticed(block, head)
    return (notice,) if notice is not None else ()


def _signed(block: Block, head: str) -> _Pieces:
    """The clauses of the sign-off, or another credit in words, that a block is far above the end."""
    if not (head[0] in "(（" or head in sure_heads()) or not block.opens_sign_off:
        return ()
    return tuple(read_credit(block.text, block.start, block.end))


def _noticed(block: Block, head: str) -> Notice | None:
    """The short notice that a block is, or the longer one that may stand between paragraphs too."""
    is_short = block.length <= _FURNITURE_LENGTH
    if not is_short and (block.length > _LONGEST_POINTER or not _may_be_longer(block, head)):
        return None
    notice = block.notice
    if notice is None or notice.rule in _inner_rules():
        return notice
    is_whole = notice.kind == "furniture" and not block.ends_sentence and block.length <= LONGEST_PHOTO_CREDIT
    return notice if (is_short and notice.kind in _INNER_NOTICES) or is_whole else None


def _may_be_longer(block: Block, head: str) -> bool:
    """Whether a block may be one of the longer notices, or a line of buttons, that stand between paragraphs."""
    bare = block.words[1 : 1 + _HEAD].casefold() if head[0] in "([" else head
    return bare in _inner_heads() or (block.length <= LONGEST_PHOTO_CREDIT and not block.ends_sentence)


@cache
def _inner_heads() -> frozenset[str]:
    """How the longer notices begin that may stand between paragraphs, and links."""
    return frozenset(["http", "www.", *table("inner_heads")])


@cache
def _inner_rules() -> frozenset[str]:
    return frozenset(f"notice.{id}" for id in table("inner_rows"))


# -- inside a paragraph ----------------------------------------------------------------------------


def _inside(text: str, start: int, end: int) -> tuple[Notice, ...]:
    """The pointers inside a paragraph, in order."""
    found: list[Notice] = []
    for sign, openings in _inner_openings().items():
        at = text.find(sign, start, end)
        while at >= 0:
            behind = at + 1
            if text.endswith(openings, start, behind):
                begin = behind - max(len(opening) for opening in openings if text.endswith(opening, start, behind))
                stop = _pointer_end(text, begin, behind, end)
                if stop:
                    words = clean(text, begin, stop)
                    found.append(Notice(begin, stop, words, "notice.inner-pointer", kind="furniture"))
                    behind = stop
            at = text.find(sign, behind, end)
    return in_order(found)


@cache
def _inner_openings() -> dict[str, tuple[str, ...]]:
    """How pointers inside a paragraph begin, by the sign that ends these words."""
    signs = {opening[-1] for opening in table("inner_openings")}
    return {
        sign: tuple(opening for opening in table("inner_openings") if opening[-1] == sign) for sign in sorted(signs)
    }


def _pointer_end(text: str, at: int, behind: int, end: int) -> int:
    """Where a pointer ends that begins at ``at``, or 0 when nothing shows it."""
    limit = min(end, at + _LONGEST_POINTER)
    if text[at] in BRACKETS:
        return text.find(BRACKETS[text[at]], behind, limit) + 1
    shown = _POINTER_END.search(text, behind, limit)
    if shown is not None:
        return shown.start() + len(text[shown.start() : shown.end()].rstrip())
    is_last = end - at <= _LONGEST_POINTER and text.find(". ", behind, end) < 0
    return end if is_last else 0


def _around(span: Span, pieces: tuple[Notice, ...], text: str) -> list[Span]:
    """What is left of a paragraph round the pieces that are cut out of it."""
    if not pieces:
        return [span]
    begin, end = span
    left: list[Span] = []
    for start, stop in [*[(piece.start, piece.end) for piece in pieces], (end, end)]:
        words = text[begin:start]
        if words.strip():
            left.append((begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())))
        begin = stop
    return left
