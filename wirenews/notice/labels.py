"""What a wire prints before a headline: "UPDATE 2-", "EXCLUSIVE-", "BREAKING:", "(LEAD)", "Watch |"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..text import tables
from ..text.patterns import plain_pattern

_MOST_LABELS = 3
# Characters within which a label ends.
_REACH = 40
_SIGN = plain_pattern(r"[-:：|(\[【–—.]")
_IN_BRACKETS = plain_pattern(r"\s*[(\[【](?:\d{1,2}(?:st|nd|rd|th) )?([^)\]】]+)[)\]】]\s*")
_MARK = plain_pattern(r"\s*([:：|]|--)\s*|\s([–—])\s+|-(?=\S)|\s*-\s|\.\s")
_NUMBER_AND_DESK = plain_pattern(r"(?:[ .]?\d{1,2})?(?: \([A-Z ]{2,20}\))?$")


def read_label(headline: str) -> str | None:
    """The label before a headline as printed, or ``None``.

    >>> read_label("RPT-UPDATE 2-Harbour dues to rise"), read_label("BREAKING: Harbour closed")
    ('RPT-UPDATE 2-', 'BREAKING:')
    >>> read_label("(LEAD) Harbour closed"), read_label("Update-happy phones"), read_label("Lead: a metal")
    ('(LEAD)', None, None)
    """
    if not _may_have_label(headline):
        return None
    end = 0
    for _ in range(_MOST_LABELS):
        behind = _behind_label(headline, end)
        if behind in (0, len(headline)):
            break
        end = behind
    return headline[:end].rstrip() or None


def _may_have_label(headline: str) -> bool:
    """Whether a sign stands near the beginning that may close a label."""
    return _SIGN.search(headline, 0, _REACH) is not None


def _behind_label(headline: str, at: int) -> int:
    """Where a label that begins at ``at`` ends, or 0.

    A label stands in brackets, before a colon, a bar or a long dash, or in capitals before a hyphen or a full stop.
    """
    bracket = _IN_BRACKETS.match(headline, at)
    if bracket is not None:
        return bracket.end() if _without_number(bracket[1]).casefold() in _labels().in_brackets else 0
    for mark in reversed(list(_MARK.finditer(headline, at, at + _REACH))):  # LIVE-TICKER is longer than LIVE
        words = _without_number(headline[at : mark.start()].strip())
        is_label = words.casefold() in _labels().in_any_case if mark[1] or mark[2] else words in _labels().in_capitals
        if is_label:
            return mark.end()
    return 0


def _without_number(words: str) -> str:
    """A label without the number of the version and the desk: "UPDATE 2 (SPORT)"."""
    number = _NUMBER_AND_DESK.search(words)
    return words if number is None else words[: number.start()]


class _Labels(NamedTuple):
    in_any_case: frozenset[str]
    in_capitals: frozenset[str]
    in_brackets: frozenset[str]


@cache
def _labels() -> _Labels:
    """The words of labels, by how they are printed."""
    words = tables.load("pages")["headlines"]["labels"]
    capitals = frozenset(map(str.upper, words))
    folded = frozenset(map(str.casefold, (*words, *capitals)))
    return _Labels(folded, capitals, folded | {"ld", "lead"})
