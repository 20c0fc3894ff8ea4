"""The headline: what makes a short line one, and which lines below it belong to it or to the byline."""

from functools import cache
from typing import NamedTuple

from ..notice.page import count_page_words
from ..text import tables
from ..text.characters import QUOTATION_MARKS
from ..text.patterns import pattern
from ..text.rules import Evidence, listed
from .blocks import LONGEST_BYLINE, LONGEST_HEADER, Block

_HEADLINE_LENGTH = 160
_EAST_ASIAN_HEADLINE = 80
_SENTENCE_HEADLINE = 75
_TITLE_LENGTH = 60
# A headline that goes on in a second line fills most of the first.
_WRAPPED_HEADLINE = 50
_SHORTEST_TITLE = 8
_PAGE_WORDS = 2
_LABEL_REACH = 44
# Letters, a full stop and a capital: the end of a sentence, and of no abbreviation.
_SENTENCE_END = pattern(r"(?:\p{Ll}|\p{N}){2}[.?][\"”’)]?\s+[\"“‘]?\p{Lu}")
# A label in capitals begins a headline and no lead: "RESEARCH ALERT - Two banks cut targets."
_LABEL = pattern(r"\p{Lu}[\p{Lu}\p{N}/&' -]{3,40}(?:\s*-+\s|:\s)")


_CLOSING = "\"'”’»」)"


class _Line(NamedTuple):
    """A line at the top of a story, the two blocks below it, and what follows: bylines, or a dateline."""

    block: Block
    following: Block | None
    behind: Block | None
    bylines: list[Block]
    is_above_dateline: bool
    is_repeated: bool


def _is_short(line: _Line) -> bool:
    return line.block.length <= (_EAST_ASIAN_HEADLINE if line.block.is_east_asian else _HEADLINE_LENGTH)


def _has_byline(line: _Line) -> bool:
    return bool(line.bylines)


def _is_above_byline(line: _Line) -> bool:
    return bool(line.bylines) and line.block.start < line.bylines[0].start


def _has_label(line: _Line) -> bool:
    return line.following is not None and _LABEL.match(line.block.words) is not None


def _is_above_longer(line: _Line) -> bool:
    return line.following is not None and line.following.length > line.block.length


def _is_above_sentence(line: _Line) -> bool:
    return line.following is not None and _ends_paragraph(line.following)


def _is_above_line(line: _Line) -> bool:
    """Above a line of any kind that is not its wrapped end, and a paragraph longer than itself."""
    if line.following is None or line.behind is None or line.following.words[0].islower():
        return False
    is_paragraph = line.behind.is_paragraph and _ends_paragraph(line.behind)
    return line.following.length <= LONGEST_HEADER and is_paragraph and line.behind.length > line.block.length


def _is_title(line: _Line) -> bool:
    """It begins as titles do, is no code, and no menu with bars."""
    words = line.block.words
    begins = words[0].isalnum() or words[0] in QUOTATION_MARKS or words[0] in "[【¿¡'‘"
    return begins and len(words) >= _SHORTEST_TITLE and words.count(" | ") <= 1


def _ends_paragraph(block: Block) -> bool:
    return block.ends_sentence or block.words[-1] in "'’)" or block.length > LONGEST_HEADER


def _is_joined_to_next(line: _Line) -> bool:
    return line.following is not None and not line.following.is_apart


def _ends_in_stop(line: _Line) -> bool:
    return line.block.words[-1] == "."


def _is_several_sentences(line: _Line) -> bool:
    """More than one sentence, the last with its full stop: a promise of a programme, a word on the author."""
    words = line.block.words
    behind_bracket = words[: words.rfind("(")].rstrip() if words[-1] == ")" else ""
    return (_ends_in_stop(line) or behind_bracket.endswith(".")) and _SENTENCE_END.search(line.block.words) is not None


def _is_above_name(line: _Line) -> bool:
    """Above a bare name, and a paragraph below that."""
    if line.following is None or line.behind is None or not line.behind.is_apart:
        return False
    is_above_paragraph = line.behind.is_paragraph and line.behind.ends_sentence
    return is_above_paragraph and line.following.length <= _TITLE_LENGTH and line.following.names_author


def _is_stopped_speech(line: _Line) -> bool:
    """What a speaker says or a sentence behind a colon: "REPORTER: Minister, will you go?", "LISBON: It rained."."""
    is_spoken = line.block.words[-1] == "?" or (_ends_in_stop(line) and _is_whole_sentence(line))
    return is_spoken and ":" in line.block.words[:_LABEL_REACH]


def _is_asked(line: _Line) -> bool:
    """A question of an interview: "Q. When did you start?"."""
    return line.block.words.split(None, 1)[0].casefold() in tables.load("pages")["headlines"]["asks"]


def _is_whole_sentence(line: _Line) -> bool:
    """It has a small word that headlines drop: "Two singers have parted"."""
    return not _dropped_words().isdisjoint(line.block.words.split())


@cache
def _dropped_words() -> frozenset[str]:
    return frozenset(tables.load("pages")["headlines"]["dropped"])


def _ends_in_other_mark(line: _Line) -> bool:
    """A mark that closes no headline; quotes and brackets may, but not those behind the end of a sentence."""
    if line.block.words[-1] in "。．।۔":
        return True
    last = line.block.words.rstrip(_CLOSING)[-1:]
    return last in "!,;:…" if last == line.block.words[-1] else last in ".!?,;…。！？।۔"


def _is_of_others(line: _Line) -> bool:
    """A byline, a credit, or words of a page to its readers."""
    block = line.block
    is_credit = block.opens_byline or (block.opens_sign_off and bool(block.worded_credits))
    return is_credit or count_page_words(block.words) >= _PAGE_WORDS


def _is_short_sentence(line: _Line) -> bool:
    return line.block.length <= _SENTENCE_HEADLINE


_ROWS: tuple[Evidence[_Line], ...] = (
    Evidence(
        "headline.above-dateline",
        "the first line above a dateline that says nothing else of itself",
        "Harbour dues to rise\n\nLISBON, Feb 26 (Reuters) - Portugal will raise harbour dues.",
        (lambda line: line.is_above_dateline,),
        unless=(_is_several_sentences,),
    ),
    Evidence(
        "headline.repeated",
        "the first line of a page, which stands once more above a paragraph",
        "Harbour dues rise. What now?\n\nHarbour dues rise. What now?\n\nPortugal will raise harbour dues this year "
        "and next, its port authority said on Wednesday, after two years in which nothing had been built.",
        (lambda line: line.is_repeated,),
    ),
    Evidence(
        "headline.above-byline",
        "a short line above the byline",
        "Harbour dues to rise\n\nBy Nora Fielding\n\nPortugal will raise harbour dues, its port authority said.",
        (_is_short, _is_above_byline),
    ),
    Evidence(
        "headline.above-name",
        "a short line above the author's name and a paragraph",
        "Harbour dues to rise\n\nNora Fielding\n\nPortugal will raise harbour dues this year and next, its port "
        "authority said on Wednesday, after two years in which nothing had been built.",
        (_is_short, _is_above_name),
        unless=(_has_byline, _ends_in_stop),
    ),
    Evidence(
        "headline.label",
        "a short line that begins with a label in capitals, above another block",
        "RESEARCH ALERT - Two banks cut their targets.\nThe banks named the dues as the reason, and the new quays.",
        (_is_short, _has_label),
        unless=(_has_byline, _is_stopped_speech),
    ),
    Evidence(
        "headline.unstopped",
        "a short line that does not end as sentences do, above a longer paragraph that does",
        "Harbour dues to rise\n\nPortugal will raise harbour dues, its port authority said on Wednesday.",
        (_is_short, _is_above_longer, _is_above_sentence),
        unless=(_has_byline, _ends_in_stop, _ends_in_other_mark, _is_asked, _is_of_others),
    ),
    Evidence(
        "headline.above-line",
        "such a line above another, as a deck or a short first paragraph, and a longer paragraph",
        "Harbour dues to rise in Lisbon and Porto\n\nShips to pay more\n\nPortugal will raise harbour dues this year "
        "and next, its port authority said on Wednesday, after two years in which nothing had been built.",
        (_is_short, _is_title, _is_above_line),
        unless=(_has_byline, _ends_in_stop, _ends_in_other_mark, _is_asked, _is_stopped_speech, _is_of_others),
    ),
    Evidence(
        "headline.stopped",
        "a short sentence right above a longer paragraph, without the small words that headlines drop",
        "Harbour dues rise.\nPortugal will raise harbour dues this year, its port authority said on Wednesday.",
        (_is_short_sentence, _ends_in_stop, _is_above_longer, _is_joined_to_next),
        unless=(_has_byline, _is_whole_sentence, _is_of_others),
    ),
)
RULES = listed(*_ROWS)


class Found(NamedTuple):
    """The headline with its rule, the lines that name the author without saying so, and the blocks of the body."""

    headline: Block | None
    rule: str
    names: list[Block]
    body: list[Block]


def find_headline(plain: list[Block], lead: int, bylines: list[Block], *, is_repeated: bool = False) -> Found:
    """The headline among the plain blocks at the top of a story, of which the lead begins at ``lead`` (-1: nowhere).

    ``is_repeated`` says that the first of them stood there once more.
    """
    headline: Block | None = None
    rule = ""
    names: list[Block] = []
    # A byline with nothing below it closes the story.
    is_over = bool(bylines) and (not plain or min([byline.start for byline in bylines]) < plain[-1].start)
    over_story = bylines if is_over else []
    for number, block in enumerate(plain):
        is_above = block.start < lead and block.length <= LONGEST_HEADER
        if headline is None:
            following, behind = [*plain[number + 1 : number + 3], None, None][:2]
            rule = _rule_of(_Line(block, following, behind, over_story, is_above, is_repeated))
            if rule:
                headline = block
                continue
        elif _goes_on(headline, block, [*bylines, *names], is_above=is_above):
            headline = headline.cut(end=block.end)
            continue
        is_name_below = rule == "headline.above-name"
        if not _is_in_byline(block, [*bylines, *names], is_above=is_above or is_name_below):
            return Found(headline, rule, names, plain[number:])
        names.append(block)
    return Found(headline, rule, names, [])


def _rule_of(line: _Line) -> str:
    """The rule of the row that makes a line the headline, or ""."""
    for row in _ROWS:
        if row.holds(line):
            return row.rule
    return ""


def _goes_on(headline: Block, block: Block, bylines: list[Block], *, is_above: bool) -> bool:
    """Whether a short line below the headline belongs to it.

    It is its wrapped end ("... am 29.06. um\\n17:30 Uhr"), or stands between the headline and the byline.
    """
    if block.is_apart or not block.follows(headline):
        return False
    if bylines and headline.end < bylines[0].start:
        return block.length <= LONGEST_BYLINE
    fills_line = headline.length >= _WRAPPED_HEADLINE and block.length <= headline.length // 3
    return is_above and fills_line and not block.is_name


def _is_in_byline(block: Block, bylines: list[Block], *, is_above: bool) -> bool:
    """Whether a short line is the author's title below the name or, above a dateline, a bare name."""
    if block.words[-1] in ".?!:":
        return False
    if not bylines:
        return is_above and block.names_author
    if block.end <= bylines[0].start:
        return bylines[0].follows(block) and not bylines[0].is_apart and block.is_name
    below = block.start >= bylines[-1].end and block.follows(bylines[-1])
    return below and not block.is_apart and block.length <= _TITLE_LENGTH
