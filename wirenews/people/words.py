"""The words of names, and the words that are none: those of all languages together."""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.letters import Habits


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a table that has a row for each language.

    >>> "und" in words_of("joiners"), "newsroom" in words_of("desks")
    (True, True)
    """
    return frozenset(word for words in tables.load("credits")[name].values() for word in words)


@cache
def staff_words() -> frozenset[str]:
    """Titles and desks."""
    return words_of("titles") | words_of("desks")


@cache
def refused_words() -> frozenset[str]:
    """The words that no person is called."""
    return words_of("not_names")


@cache
def refused_behind_by() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the other words that no name has behind "By", where April is a girl and West a family."""
    table = tables.load("credits")
    return refused_words().difference(table["given"]), refused_words().difference(table["family"])


@cache
def habits() -> Habits:
    """How people's names are written."""
    row = tables.load("credits")["particles"]
    return Habits(
        small=frozenset(row["lower"]),
        small_behind=frozenset(row["after"]),
        small_joined=frozenset(row["joined"]),
        written=row["suffixes"],
        mac=frozenset(row["mac"]),
        family_first=frozenset(row["family_first"]),
        no_initials=frozenset(row["short"]),
        of_people=True,
    )


def is_particle(word: str) -> bool:
    """Whether a word in small letters may stand inside a name: "de", "la", "al-Assad"."""
    return word in habits().small or word in habits().small_behind or is_bound(word)


def is_bound(word: str) -> bool:
    """Whether a word in small letters is bound to a name: "al-Assad", "d'Estaing"."""
    head, _, rest = word.replace("’", "'").replace("'", "-").partition("-")
    return len(head) <= 3 and rest[:1].isupper()
