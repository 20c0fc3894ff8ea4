"""The phrases that open a clause of a sign-off, and whether a text begins with one: "additional reporting by".

They are rows of ``[roles]`` in the files of the languages, ``data/languages/<code>.toml``.
"""

from functools import cache
from typing import NamedTuple

from ..kinds import Role
from ..text import tables
from ..text.characters import OPENING_BRACKETS, ORNAMENTS
from ..text.patterns import pattern

_LONGEST_OPENING = 60
_BEFORE_WORDS = ORNAMENTS + OPENING_BRACKETS
# A joiner without width stands inside words of Persian: "خبرگزاری‌ها".
_LETTERS = pattern(r"[\p{L}\p{M}\u200c\u200d]+")
WORD = pattern(r"[\w'’]+")


class Opening(NamedTuple):
    """A phrase that opens a clause."""

    length: int  # in words
    role: Role
    ends_in_by: bool  # so that it opens a clause wherever it stands
    is_first: bool  # "by" alone, which opens the first clause only


class _Openings(NamedTuple):
    """The phrases by their words, misprints too, and how many words a phrase may have that begins with this one."""

    phrases: dict[str, Opening]
    lengths: dict[str, list[int]]


@cache
def _openings() -> _Openings:
    table = tables.load("credits")
    by = frozenset(table["by"]["words"])
    misprints: dict[str, list[str]] = {}
    for printed, meant in table["misprints"].items():
        misprints.setdefault(meant, []).append(printed)
    phrases: dict[str, Opening] = {}
    lengths: dict[str, set[int]] = {}
    rows = ((role, row) for role, languages in table["roles"].items() for rows in languages.values() for row in rows)
    for role, row in rows:
        first, *others = row.split()
        opening = Opening(1 + len(others), role, bool(others) and others[-1] in by, row in by)
        for word in (first, *misprints.get(first, ())):
            # The role that is listed first keeps a phrase that two use.
            phrases.setdefault(" ".join((word, *others)), opening)
            lengths.setdefault(word, set()).add(opening.length)
    return _Openings(phrases, {word: sorted(found, reverse=True) for word, found in lengths.items()})


@cache
def words_that_open() -> frozenset[str]:
    """The first words of the phrases, in lower case."""
    return frozenset(_openings().lengths)


@cache
def sure_heads() -> frozenset[str]:
    """The first four letters of what opens a sign-off and no paragraph: phrases of two words and more that end in "by"
    or "from", and those of press releases."""
    long = [phrase for phrase, opening in _openings().phrases.items() if opening.ends_in_by]
    releases = (f"{word} " for words in tables.load("credits")["press_release"].values() for word in words)
    return frozenset(phrase[:4].casefold() for phrase in (*long, *releases))


def opening_at(words: list[str], i: int, *, is_parted: bool = False) -> Opening | None:
    """The longest phrase that stands at one of some words, which are in lower case.

    "By" alone is one at the first word, and where a semicolon parts it from what stands before (``is_parted``).
    """
    phrases, lengths = _openings()
    for length in lengths.get(words[i], ()):
        opening = phrases.get(" ".join(words[i : i + length]))
        if opening is not None and (not opening.is_first or not i or is_parted):
            return opening
    return None


def opens_with_role(source: str, start: int, end: int, first: str) -> bool:
    """Whether a text begins with a phrase that names a role: not "In addition", though "in redazione" is one.

    ``first`` is its first word, as :func:`first_word` gives it.
    """
    if not _may_open(first):
        return False
    words = WORD.findall(source[start : min(end, start + _LONGEST_OPENING)].lower())
    return bool(words) and opening_at(words, 0) is not None


def _may_open(word: str) -> bool:
    """Whether a phrase begins with a word: nearly none does."""
    return word in _openings().lengths


def first_word(source: str, start: int, end: int) -> str:
    """The first word of a text, in lower case and without a colon.

    >>> first_word("(Reporting by Ann Doe)", 0, 22), first_word("编辑：王优", 0, 5)
    ('reporting', '编辑')
    """
    head = source[start : min(end, start + _LONGEST_OPENING)]
    if not head[0].isalpha():
        head = head.lstrip(_BEFORE_WORDS)
    words = head.split(None, 1)
    word = words[0].lower() if words else ""
    if word.isalpha():
        return word
    letters = None if word.isascii() else _LETTERS.match(word)
    return word.rstrip(":") if letters is None else letters[0]
