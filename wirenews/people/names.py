"""Words -> the :class:`~wirenews.article.Person` whose name they are; lists of names are in :mod:`.lists`.

The package ``nameparser`` is not used: it takes names apart (given, middle, family name), which a credit does not
need, it is LGPL, and what is needed here, a name in capitals written as people write it, is a page of code.
"""

from __future__ import annotations

from functools import cache

from ..agencies import find_titled, first_and_last_words, lookup, may_name_agency
from ..article import Person
from ..places.lookup import is_place
from ..text.characters import QUOTATION_MARKS
from ..text.letters import is_written_out, natural_case
from ..text.patterns import pattern, plain_pattern
from .words import habits, is_bound, is_particle, refused_words, words_of

LONGEST_NAME = 60
_MOST_WORDS = 6
_MOST_WORDS_OF_LINE = 5
# Up to this length the parts of a name may add up to the short name of an agency.
_SHORT_NAME = 12
_SHORT_WORD = 3

# Letters, and no address: "news.example".
_WORD = pattern(r"""(?=.*\p{L})(?!.*\.\p{Ll}{2})[\p{L}\p{M}'’ʼ`"“”„«».\-‐‑]+""")
_QUOTATION_MARKS = frozenset(QUOTATION_MARKS)
_QUOTED = plain_pattern(r'"[^"“”„«»]++"|“[^"“”„«»]++”|„[^"“”„«»]++[“”]|«[^"“”„«»]++»')


def person_of(words: list[str], title: str | None = None) -> Person | None:
    """The person whose name these words are, written as people write it.

    >>> person_of(["MARIA", "DE", "LA", "CRUZ"]).name, person_of(["Reuters", "Staff"])
    ('Maria de la Cruz', None)
    """
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    text = " ".join(words)
    if _may_name_agency(text) and find_titled(text) is not None:
        return None
    return Person(_written(text), text, title) if _has_shape(words) and _is_paired(text) else None


def _may_name_agency(text: str) -> bool:
    return len(text) <= _SHORT_NAME or may_name_agency(text)


def plain_name(text: str) -> Person | None:
    """The person of two plain words that are no agency and no desk, as most names are; ``None`` for all else.

    >>> plain_name("Jo Roe").name, plain_name("JO ROE").name, plain_name("Berlin Newsroom")
    ('Jo Roe', 'Jo Roe', None)
    """
    first, _, last = text.partition(" ")
    if not (first.isalpha() and last.isalpha() and text.isascii()) or len(text) > LONGEST_NAME:
        return None
    not_first, not_last = _beside_no_name()
    if first.lower() in not_first or last.lower() in not_last:
        return None
    if len(text) <= _SHORT_NAME and lookup(text) is not None:  # "An Sa"
        return None
    if text.istitle():
        return Person(text, text)
    return Person(natural_case(text, habits()), text) if text.isupper() else None


@cache
def _beside_no_name() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words that need a closer look: those of agencies and desks."""
    firsts, lasts = first_and_last_words()
    return firsts | words_of("articles"), lasts | words_of("desks")


def is_full_name(text: str) -> bool:
    """Whether words by themselves are the name of a person, and no headline, place or agency.

    >>> is_full_name("Michelle V. Rafter"), is_full_name("Stocks Fall"), is_full_name("NEW YORK")
    (True, False, False)
    """
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS_OF_LINE or not _has_shape(words):
        return False
    refused, last = refused_words(), words[-1].lower()
    if any(word.strip(".'’").lower() in refused for word in words) or last in words_of("titles"):
        return False
    if (last[-1] == "." and last not in habits().written) or all(len(word.strip(".")) < 2 for word in words[1:]):
        return False
    return lookup(text) is None and not is_place(text)


# ---------------------------------------------------------------- the shape of a name


def _has_shape(words: list[str]) -> bool:
    """Whether words look like a name: capitals, particles between them, no figures."""
    first = words[0]
    if first[0].islower() and not (first in habits().small or is_bound(first)):
        return _is_in_small_letters(words)
    small = [word for word in words if word[0].islower()]
    return (
        len(small) < len(words)
        and len(" ".join(words)) <= LONGEST_NAME
        and all(map(_WORD.fullmatch, words))
        and all(map(is_particle, small))
    )


def _is_in_small_letters(words: list[str]) -> bool:
    """Whether words are a name that is printed in small letters: "keith roe"."""
    plain = all(word.isalpha() and word.islower() for word in words)
    return plain and 2 <= len(words) <= 3 and refused_words().isdisjoint(words)


def _is_paired(text: str) -> bool:
    """Whether each quotation mark of a name has its fellow: 'Ann "Bud" Roe'."""
    return _QUOTATION_MARKS.isdisjoint(_QUOTED.sub("", text))


def _written(text: str) -> str:
    """A name as people write it; a short word in capitals may be initials."""
    is_initials = len(text) <= _SHORT_WORD and text.isupper()
    return text if is_initials or is_written_out(text) else natural_case(text, habits())
