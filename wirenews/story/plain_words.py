"""Whether a line is plain words: one look at its first word, its last one and its signs refuses it for many readers.

A headline is no field, no notice, no credit, no byline and no date line. Each reader finds that out for itself; here
their tables are one, so that it is found out once.
"""

import string
from functools import cache
from typing import NamedTuple

from ..agencies.names import first_and_last_words
from ..credit.byline import byline_phrases
from ..credit.closing import first_words
from ..credit.photo import words_of_photos
from ..dateline.date_line import date_words
from ..dates.calendar import words as words_of_dates
from ..notice.fields import words_of_shapes
from ..notice.wordings import may_open_notice
from ..people.words import staff_words, words_of

# What may stand in a line without saying anything of it: a colon, a slash or a bar does.
_PLAIN = (string.ascii_letters + string.digits + " \n\t.,;'\"`?!$%&()<>+-").encode()
_BESIDE = ".,;'\"`?!()<>-"
# A slug or a code has a hyphen among its first characters, or a figure behind the first letters.
_HYPHEN_WITHIN = 12
_FIGURE_AT = 4


def may_say_more(line: str) -> bool:
    """Whether a line may be a field, a notice, a credit, a byline or a date line: few headlines may.

    >>> may_say_more("Harbour dues to rise"), may_say_more("By Nora Fielding"), may_say_more("Slug: RAIN")
    (False, True, True)
    """
    if not line[0].isalpha() or not line.isascii() or line.encode().translate(None, _PLAIN):
        return True
    if "-" in line[:_HYPHEN_WITHIN] or line[_FIGURE_AT : _FIGURE_AT + 1].isdigit() or line[-1].isdigit():
        return True
    firsts, lasts, _ = _edges()
    words = line.lower().split()
    first, last = _bare(words[0]), _bare(words[-1])
    if not first.isalpha() or first in firsts or last in lasts:
        return True
    return _has_inner_word(line, words) or may_open_notice(line, 0, len(line))


def _has_inner_word(line: str, words: list[str]) -> bool:
    """Whether a word stands between a photographer and an agency, or may end the first of several lines."""
    _, lasts, inside = _edges()
    return not inside.isdisjoint(words) or ("\n" in line and not lasts.isdisjoint(words))


def _bare(word: str) -> str:
    return word if word.isalpha() else word.strip(_BESIDE).replace(".", "")


class _Edges(NamedTuple):
    """The words that such lines begin with, end with, or have inside, in lower case and without signs."""

    firsts: frozenset[str]
    lasts: frozenset[str]
    inside: frozenset[str]


@cache
def _edges() -> _Edges:
    (firsts, lasts), photos, dates = first_and_last_words(), words_of_photos(), words_of_dates()
    unsigned = [row.split()[0] for row in words_of("unsigned")]
    return _Edges(
        firsts.union(
            *(photos.firsts, byline_phrases(), first_words(), words_of_shapes(), unsigned),
            *(date_words(), dates.months, dates.weekdays, dates.articles),
        ),
        lasts | photos.lasts | staff_words() | words_of("papers"),
        photos.through,
    )
