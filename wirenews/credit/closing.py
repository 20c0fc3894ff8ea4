"""What makes a closing credit: the readers in the order in which they are tried, each with its rule.

Where in a story a credit stands is for :mod:`~wirenews.story.tail` to say; here it is read as it stands alone, whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from ..article import Attribution
from ..text.rules import Rule
from . import agency_line
from .agency_line import NOWHERE, Filed, read_agency_line
from .openings import first_word, opens_with_role, words_that_open
from .photo import read_photo_credit
from .sentences import (
    begins_inputs,
    read_contribution,
    read_inputs,
    read_reporters,
    read_sentence,
    read_signature,
    read_source,
    words_before_inputs,
)
from .sign_off import read_sign_off

_LONGEST = 4000

_Reader: TypeAlias = Callable[[str, int, int], Attribution | list[Attribution] | None]

# The credits that say in words who did what.
_WORDED: tuple[tuple[Rule, _Reader], ...] = (
    (
        Rule(
            "credit.photo",
            "a label (“Photo:”) before names of people or agencies, or an agency beside a word for where a photo "
            "comes from, or with its photographer behind a slash, and no other words",
            "(AP Photo/Ann Poe)",
        ),
        read_photo_credit,
    ),
    (
        Rule(
            "credit.byline",
            "a byline below the story: “By” and a name, or a name with its agency in brackets",
            "By Ann Doe, Associated Press Writer.",
        ),
        read_signature,
    ),
    (
        Rule(
            "credit.sign-off",
            "clauses that open with a role and name people, agencies or desks; in brackets names may stand before"
            " the first role; outside of them it must begin the text, and one must end in “by” or a colon; a word"
            " that is no name makes it a sentence like any other",
            "(Reporting by Ann Doe; Editing by Jo Roe)",
        ),
        read_sign_off,
    ),
    (
        Rule(
            "credit.inputs",
            "“With” or “from”, agencies or desks, and “inputs”, “reports”, “files”; “with” and agencies alone; or"
            " a line that says no more than “agencies”; a person's name forbids it",
            "(With PTI inputs)",
        ),
        read_inputs,
    ),
    (
        Rule(
            "credit.source",
            "“SOURCE” in capitals and the company that signs a press release; a sentence is none",
            "SOURCE Acme Corp",
        ),
        read_source,
    ),
    (
        Rule(
            "credit.contribution",
            "sentences with a verb of helping, people or agencies before it, and behind it “to this report”, a "
            "place or nothing; “reported” needs a person and a place, or “for this report”; “CNN reported.” is a "
            "mention",
            "Associated Press writer Ann Doe in Paris contributed to this report.",
        ),
        read_contribution,
    ),
    (
        Rule(
            "credit.sentence",
            "a whole sentence that says whose report it is, to the word, with an agency in it",
            "This report by The Canadian Press was first published July 3, 2020.",
        ),
        read_sentence,
    ),
    (
        Rule(
            "credit.reporter",
            "names in Chinese, Japanese or Korean letters beside the word for a reporter, and nothing else",
            "（记者罗山）",
        ),
        read_reporters,
    ),
)
RULES: tuple[Rule, ...] = (*agency_line.RULES, *(rule for rule, _ in _WORDED))


def read_credit(source: str, start: int, end: int, filed: Filed = NOWHERE) -> list[Attribution]:
    """The credits that ``source[start:end]`` is, when it is nothing else; an empty list otherwise.

    Each clause of a sign-off is one credit; together they cover the whole span.

    >>> text = "(Reporting by Ana Paz in Lima; Editing by Jo Roe)"
    >>> [(c.role, c.people[0].name, text[c.start : c.end]) for c in read_credit(text, 0, len(text))]
    [('reporting', 'Ana Paz', '(Reporting by Ana Paz in Lima; '), ('editing', 'Jo Roe', 'Editing by Jo Roe)')]
    """
    if start >= end:
        return []
    line = read_agency_line(source, start, end, filed)
    return [line] if line is not None else read_worded_credit(source, start, end)


def read_worded_credit(source: str, start: int, end: int) -> list[Attribution]:
    """The credits of a text that says in words who did what: :func:`read_credit` without agency lines."""
    if end - start > _LONGEST:
        return []
    for _, read in _WORDED:
        found = read(source, start, end)
        if found:
            return found if isinstance(found, list) else [found]
    return []


@cache
def first_words() -> frozenset[str]:
    """The first words of what opens a sign-off, in lower case."""
    return words_that_open() | words_before_inputs()


def opens_sign_off(source: str, start: int, end: int) -> bool:
    """Whether the first words may open a sign-off: a cheap test that refuses an ordinary paragraph."""
    word = first_word(source, start, end)
    return word in first_words() and (begins_inputs(word) or opens_with_role(source, start, end, word))
