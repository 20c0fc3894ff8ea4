"""A headline that a page prints twice: as its title, with the site's name behind it or not, and above the lead."""

from typing import NamedTuple

from ..article import Notice
from ..text.layout import clean
from ..text.rules import Rule
from .blocks import LONGEST_HEADER, Block

# Blocks below the title among which the headline stands once more.
_WITHIN = 4
_SHORTEST = 10
_LONGEST_SITE = 60

RULES = (
    Rule(
        "notice.repeated-headline",
        "the headline once more, below it, or the name of the site behind it, above a paragraph",
        "Harbour dues to rise - Harbour Courier\n\nHarbour dues to rise\n\nPortugal will raise harbour dues this year "
        "and next, its port authority said on Wednesday, after two years in which nothing had been built.",
    ),
)


class Top(NamedTuple):
    """The blocks at the top of a story without a repeated headline, and what was repeated."""

    blocks: list[Block]
    repeats: tuple[Notice, ...]


def without_repeats(blocks: list[Block], *, is_above_lead: bool) -> Top:
    """The blocks where the first line counts once: the same line below it and the site's name behind it are left out.

    Below them stands the lead (``is_above_lead``), or one of the next is a paragraph.
    """
    first = blocks[0] if blocks else None
    if first is None or not _SHORTEST <= first.length <= LONGEST_HEADER or not first.has_letters:
        return Top(blocks, ())
    for number, line in enumerate(blocks[1 : 1 + _WITHIN], 1):
        if line.length < _SHORTEST or line.words[0].casefold() != first.words[0].casefold():
            continue
        if not (is_above_lead or any(block.is_paragraph for block in blocks[number + 1 : number + 1 + _WITHIN])):
            continue
        if _letters(line.words) == _letters(first.words) or _goes_on_apart(line.words, first.words):
            return Top([first, *blocks[1:number], *blocks[number + 1 :]], (_notice(line),))
        if _goes_on_apart(first.words, line.words):
            title = first.cut(end=first.start + line.length)
            site = first.cut(start=first.end - len(first.words[line.length :].lstrip()))
            return Top([title, *blocks[1:number], *blocks[number + 1 :]], (_notice(site), _notice(line)))
    return Top(blocks, ())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _goes_on_apart(words: str, opening: str) -> bool:
    """Whether words are some others in any case, and behind them at most a sign and a few more."""
    rest = words[len(opening) :]
    if len(rest) > _LONGEST_SITE or words[: len(opening)].casefold() != opening.casefold():
        return False
    return not rest or not rest.lstrip()[0].isalnum()


def _notice(block: Block) -> Notice:
    words = clean(block.text, block.start, block.end)
    return Notice(block.start, block.end, words, "notice.repeated-headline", kind="furniture")
