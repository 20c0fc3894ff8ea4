"""Words of the page inside a paragraph that was a whole page: before its first sentence and between two of them.

A scrape that made a page one line leaves no line ends by which to tell its words to the reader from the story. Known
are here sentences that begin as notices do and speak of the page twice over ("Get our newsletter in your inbox."), the
sentences behind them that speak of it too, and a few words of buttons and players, wherever they stand.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import attrgetter

from ..article import Notice
from ..kinds import NoticeKind
from ..notice.page import count_page_words
from ..notice.read import read_notice
from ..notice.shapes import table
from ..notice.wordings import OPENING_LETTERS, may_open_notice, opening_letters
from ..text.characters import QUOTATION_MARKS
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule

RULES = (
    Rule(
        "notice.page-words",
        "inside a paragraph of 900 characters and more: a sentence that speaks of the page, behind one that a wording "
        "of notices begins; and words of buttons",
        "",
    ),
)

# A paragraph of this length may be a page that was made one line.
PAGE_LENGTH = 900
_LONGEST_SENTENCE = 400
_SURELY_SHORT = 160
# So many words of pages make a sentence in the middle of a paragraph one of the page's.
_SURE_WORDS = 2
_KINDS: tuple[NoticeKind, ...] = ("furniture", "usage terms", "copyright", "disclaimer")
_SENTENCE_END = plain_pattern(r"[.!?](?:[\"”’)]?\s+|(?<=[^\W\d_A-Z].)(?=[A-Z]))")
_BLANKS = plain_pattern(r" \s+")
_QUOTATION_MARKS = frozenset(QUOTATION_MARKS)


def read_page_words(text: str, start: int, end: int) -> tuple[Notice, ...]:
    """What stands in the paragraph ``text[start:end]`` and speaks to the readers of a page, in order."""
    starts = _starts(text, start, end)
    found, behind = _buttons(text, start, end), 0
    for number in _that_may_open(text, starts):
        if number >= behind:
            run = _run(text, starts, number)
            found += run
            behind = number + len(run)
    return in_order(found)


def in_order(found: list[Notice]) -> tuple[Notice, ...]:
    """Notices in the order of the text, without those that begin inside the one before."""
    found = sorted(found, key=attrgetter("start"))
    return tuple(notice for number, notice in enumerate(found) if not number or notice.start >= found[number - 1].end)


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where sentences begin, and what two blanks part; the end of all at last."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    if text.find("  ", start, end) >= 0:
        ends += [found.end() for found in _BLANKS.finditer(text, start, end)]
    return [start, *sorted({behind for behind in ends if behind < end}), end]


def _that_may_open(text: str, starts: list[int]) -> list[int]:
    """The numbers of the sentences whose first letters are those of notices: nearly none in a story."""
    heads = opening_letters()
    firsts = enumerate(starts[:-1])
    return [number for number, at in firsts if text[at : at + OPENING_LETTERS].casefold() in heads or text[at] == "©"]


def _buttons(text: str, start: int, end: int) -> list[Notice]:
    """The words of buttons and players, which are the same on every page."""
    found: list[Notice] = []
    for phrase in _phrases():
        at = text.find(phrase, start, end)
        while at >= 0:
            found.append(_notice(text, at, at + len(phrase)))
            at = text.find(phrase, at + len(phrase), end)
    return found


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(table("inner_phrases"))


def _run(text: str, starts: list[int], number: int) -> list[Notice]:
    """The sentences of the page from a place on, a notice for each; none, where the first is none."""
    first = _notice_of_page(text, starts[number], starts[number + 1])
    if first is None or (number and count_page_words(text[first.start : first.end]) < _SURE_WORDS):
        return []
    run = [first]
    for at, stop in pairwise(starts[number + 1 :]):
        notice = _notice_of_page(text, at, stop)
        if notice is None and (not _could_be_of_page(text, at, stop) or not count_page_words(text[at:stop])):
            break
        run.append(notice or _notice(text, at, at + len(text[at:stop].rstrip())))
    return run


def _notice_of_page(text: str, at: int, stop: int) -> Notice | None:
    """The notice of a page that a sentence is from its first word to its last."""
    end = at + len(text[at:stop].rstrip())
    if not _may_begin(text, at, end) or not _could_be_of_page(text, at, stop):
        return None
    notice = read_notice(text, at, end)
    if notice is None or notice.kind not in _KINDS or not _speaks_to_the_end(text, at, end):
        return None
    return notice


def _could_be_of_page(text: str, at: int, stop: int) -> bool:
    """Whether a sentence is of some length, and nobody says it."""
    return stop - at <= _LONGEST_SENTENCE and _QUOTATION_MARKS.isdisjoint(text[at:stop])


def _speaks_to_the_end(text: str, at: int, end: int) -> bool:
    """Whether a sentence speaks of the page to its end: no sentence of the story was run together with it."""
    return end - at <= _SURELY_SHORT or count_page_words(text[end - _SURELY_SHORT // 2 : end]) > 0


def _may_begin(text: str, at: int, end: int) -> bool:
    return text[at] == "©" or may_open_notice(text, at, end)


def _notice(text: str, start: int, end: int) -> Notice:
    return Notice(start, end, clean(text, start, end), "notice.page-words", kind="furniture")
