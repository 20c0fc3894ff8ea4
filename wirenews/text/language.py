"""The language of a story, told by its words: ``[tells]`` in ``data/languages/<code>.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from . import tables
from .patterns import pattern

# What is looked at: enough for a sentence or two.
_REACH = 400
_MOST_WORDS = 50
_SCRIPT_REACH = 60
_SCRIPT_SIGNS = 6
# An answer needs a vote or so, and must lead.
_LEAST = 0.7
_LEAD = 1.1
_AGENCY_VOTE = 0.7

_LETTER = pattern(r"\p{L}")
# Letters beside a full stop are initials ("U.S."), not words.
_WORDS = pattern(r"(?<![.\p{L}])[\p{L}\p{M}][\p{L}\p{M}'’-]*+(?!\.\p{L})")


def guess_language(text: str, spoken: Iterable[str] = ()) -> str | None:
    """The language of ``text`` (ISO 639-1), or ``None`` when its words do not settle it.

    ``spoken`` are languages that speak for themselves: those in which the story's agency files.

    >>> guess_language("El museo abrirá de noche desde junio, según anunció este lunes el alcalde.")
    'es'
    >>> guess_language("NET 41,724 VS 120,329") is None
    True
    """
    text = text[:_REACH].lower()
    letters = len(_LETTER.findall(text, 0, _SCRIPT_REACH))
    writes = _written_in(text, letters)
    if len(writes) == 1:
        return writes[0]
    words = (_words_of_languages().get(word) for word in _WORDS.findall(text)[:_MOST_WORDS])
    letters_of_one = (_letters_of_languages().get(letter) for letter in sorted(set(text)))
    ballots = [(languages, 1.0) for languages in (*words, *letters_of_one) if languages]
    votes = _count([*ballots, (list(spoken), _AGENCY_VOTE)])
    if writes:
        return max(writes, key=lambda language: votes.get(language, 0.0))
    first, second = (*sorted(votes.items(), key=lambda vote: -vote[1]), ("", 0.0), ("", 0.0))[:2]
    return first[0] if first[1] >= max(_LEAST, _LEAD * second[1]) else None


def _written_in(text: str, letters: int) -> list[str]:
    """The languages whose script a text with so many letters at its head is written in."""
    for script, languages in _scripts():
        if len(script.findall(text, 0, _SCRIPT_REACH)) * 3 > max(letters, _SCRIPT_SIGNS):
            return languages
    return []


def _count(ballots: Iterable[tuple[list[str], float]]) -> dict[str, float]:
    """The votes of each language; what speaks for several languages speaks the less for each."""
    votes: dict[str, float] = {}
    for languages, weight in ballots:
        for language in languages:
            votes[language] = votes.get(language, 0.0) + weight / len(languages) ** 0.5
    return votes


@cache
def _words_of_languages() -> tables.OnDemand[list[str]]:
    return tables.OnDemand(tables.load("languages")["words"], str.split)


@cache
def _letters_of_languages() -> tables.OnDemand[list[str]]:
    return tables.OnDemand(tables.load("languages")["letters"], str.split)


@cache
def _scripts() -> tuple[tuple[regex.Pattern[str], list[str]], ...]:
    scripts = tables.load("languages")["scripts"]
    return tuple((regex.compile(rf"\p{{{script}}}"), languages.split()) for script, languages in scripts.items())
