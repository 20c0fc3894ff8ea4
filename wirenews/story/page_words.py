"""Words of the page inside a paragraph that was a whole page: before its first sentence and between two of them.

A scrape that made a page one line leaves no line ends by which to tell its words to the reader from the story. Known
are here sentences that begin as notices do and speak of the page twice over ("Get our newsletter in your inbox."), the
sentences behind them that speak of it too, and a few words of buttons and players, wherever they stand.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..article import Notice
from ..kinds import NoticeKind
from ..notice.page import count_page_words
from ..notice.read import read_notice
from ..notice.shapes import table
from ..notice.wordings import may_open_notice
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
_HEAD = 4
_KINDS: tuple[NoticeKind, ...] = ("furniture", "usage terms", "copyright", "disclaimer")
_NEXT = plain_pattern(r"[.!?][\"”’)]?\s+|\s{2,}|(?<=[^\W\d_A-Z])[.!?](?=[A-Z])")
_QUOTATION_MARKS = frozenset(QUOTATION_MARKS)


def read_page_words(text: str, start: int, end: int) -> tuple[Notice, ...]:
    """What stands in the paragraph ``text[start:end]`` and speaks to the readers of a page, in order."""
    starts = [start, *[match.end() for match in _NEXT.finditer(text, start, end) if match.end() < end], end]
    found, behind = _buttons(text, start, end), 0
    for number in _that_may_open(text, starts):
        if number >= behind:
            run = _run(text, starts, number)
            found += run
            behind = number + len(run)
    found.sort(key=lambda notice: notice.start)
    return tuple(notice for number, notice in enumerate(found) if not number or notice.start >= found[number - 1].end)


def _that_may_open(text: str, starts: list[int]) -> list[int]:
    """The numbers of the sentences whose first letters are those of notices: nearly none in a story."""
    heads = _heads()
    firsts = enumerate(starts[:-1])
    return [number for number, at in firsts if text[at : at + _HEAD].casefold() in heads or text[at] == "©"]


@cache
def _heads() -> frozenset[str]:
    return frozenset(opening[:_HEAD] for opening in table("openings"))


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


class _Sentence(NamedTuple):
    end: int
    notice: Notice | None
    is_sure: bool


def _run(text: str, starts: list[int], number: int) -> list[Notice]:
    """The sentences of the page from a place on, a notice for each; none, where the first is none."""
    first = _sentence(text, starts[number], starts[number + 1])
    if first.notice is None or not (first.is_sure or number == 0):
        return []
    run: list[Notice] = []
    for i in range(number, len(starts) - 1):
        at, stop = starts[i], starts[i + 1]
        sentence = _sentence(text, at, stop)
        if sentence.notice is None and not count_page_words(text[at:stop]):
            break
        if not _QUOTATION_MARKS.isdisjoint(text[at:stop]) or stop - at > _LONGEST_SENTENCE:
            break
        run.append(sentence.notice or _notice(text, at, sentence.end))
    return run


def _sentence(text: str, at: int, stop: int) -> _Sentence:
    """A sentence, with the notice that it is; sure is one that speaks of the page twice."""
    end = at + len(text[at:stop].rstrip())
    notice = None
    if stop - at <= _LONGEST_SENTENCE and _may_begin(text, at, end) and _QUOTATION_MARKS.isdisjoint(text[at:end]):
        notice = read_notice(text, at, end)
    if notice is not None and notice.kind not in _KINDS:
        notice = None
    if notice is not None and not _speaks_to_the_end(text, at, end):
        notice = None
    return _Sentence(end, notice, notice is not None and count_page_words(text[at:end]) > 1)


def _speaks_to_the_end(text: str, at: int, end: int) -> bool:
    """Whether a sentence speaks of the page to its end: no sentence of the story was run together with it."""
    return end - at <= _SURELY_SHORT or count_page_words(text[end - _SURELY_SHORT // 2 : end]) > 0


def _may_begin(text: str, at: int, end: int) -> bool:
    return end > at and (text[at] == "©" or (text[at].isalpha() and may_open_notice(text, at, end)))


def _notice(text: str, start: int, end: int) -> Notice:
    return Notice(start, end, clean(text, start, end), "notice.page-words", kind="furniture")
