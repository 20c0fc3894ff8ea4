"""The deck: the lines between a headline and the lead or the byline, which sum the story up."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..article import Piece
from ..text import tables
from ..text.layout import clean
from ..text.rules import Rule
from .blocks import LONGEST_HEADER, Block
from .headline import Found

# Characters of a block, and how many blocks.
_LONGEST_DECK = 320
_MOST_BLOCKS = 5
_LONGEST_LABEL = 24
_GLANCE = 4

RULES = (
    Rule(
        "deck.above-lead",
        "lines that are nothing else between the headline and a sure dateline or byline",
        "Harbour dues to rise\n\nShips will pay a tenth more\n\nLISBON (Reuters) - Portugal will raise harbour dues.",
    ),
    Rule(
        "deck.labelled",
        "lines behind a label of the table",
        "Story highlights Ships will pay more\n\nLISBON (Reuters) - Portugal will raise harbour dues.",
    ),
)


class Deck(NamedTuple):
    """The deck, and the blocks that are body after all."""

    piece: Piece | None
    body: list[Block]


def find_deck(found: Found, labelled: list[Block], lead: int) -> Deck:
    """The deck of a story whose lead or byline begins at ``lead`` (-1: unknown), among the blocks that are no headline.

    The first of the ``labelled`` says that it is one; the deck goes on while nothing but blanks lies between.
    """
    body = [*found.body, *labelled]
    longest = _LONGEST_DECK if found.headline is not None or labelled else LONGEST_HEADER
    lines = _first_run([block for block in body if block.start < lead and _may_be_line(block, longest)] or labelled[:1])
    if not lines or not _is_in_place(lines[0], body[0], found.headline, labelled):
        return Deck(None, body)
    whole = lines[0].cut(end=lines[-1].end)
    rule = "deck.labelled" if lines[0] in labelled else "deck.above-lead"
    piece = Piece(whole.start, whole.end, clean(whole.text, whole.start, whole.end), rule)
    return Deck(piece, [block for block in body if block not in lines])


def _may_be_line(block: Block, longest: int) -> bool:
    return block.length <= longest and block.has_letters


def _first_run(lines: list[Block]) -> list[Block]:
    """The first lines, as long as nothing but blanks lies between."""
    for number, (above, line) in enumerate(pairwise(lines[:_MOST_BLOCKS]), 1):
        if not line.follows(above):
            return lines[:number]
    return lines[:_MOST_BLOCKS]


def _is_in_place(first: Block, top: Block, headline: Block | None, labelled: list[Block]) -> bool:
    """Whether a first line of a deck stands below the headline, and below no paragraph."""
    if headline is not None and first.start < headline.start:
        return False
    return first is top or first in labelled


def opens_deck(block: Block) -> bool:
    """Whether a block begins with a label of decks: "Story highlights"."""
    if block.words[:_GLANCE].casefold() not in _beginnings():
        return False
    if block.length > _LONGEST_DECK:
        return False
    label = next(filter(block.words[:_LONGEST_LABEL].casefold().startswith, _labels()), "")
    return bool(label) and not block.words[len(label) :].lstrip(" :")[:1].islower()


def is_deck_label(words: str) -> bool:
    """Whether words are a label of decks and nothing else, on a line of their own."""
    return len(words) <= _LONGEST_LABEL and words.casefold().rstrip(": ") in _labels()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(label[:_GLANCE] for label in _labels())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(tables.load("pages")["decks"]["labels"])
