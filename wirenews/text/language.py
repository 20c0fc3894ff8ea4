"""The language of a story, told by its words: ``[tells]`` in ``data/languages/<code>.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from . import tables
from .patterns import pattern, plain_pattern

# What is looked at: enough for a sentence or two.
_REACH = 400
_MOST_WORDS = 50
_SCRIPT_REACH = 60
_SCRIPT_SIGNS = 6
# An answer needs a vote or so, and must lead.
_LEAST = 0.7
_LEAD = 1.1
_AGENCY_VOTE = 0.7

# What Latin copy is written in, and its letters, which `re` finds some five times as fast as `regex` finds `\\p{L}`.
_LATIN = plain_pattern("[\\0-©«-±´¶-¸»¿-ɏ‐-‧‰-›€]*+")
_WORDS_IN_LATIN = plain_pattern(r"(?<![.a-zß-öø-ɏ])[a-zß-öø-ɏ][a-zß-öø-ɏ'’-]*+(?!\.[a-zß-öø-ɏ])")
_LETTER = pattern(r"\p{L}")
# Japanese is written in Chinese letters too, and between them in its own, of which Chinese has none.
_HIRAGANA = plain_pattern("[ぁ-ゖ]")
_KANA_SHARE = 8
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
    is_latin = _LATIN.fullmatch(text) is not None
    writes = [] if is_latin else _written_in(text)
    if len(writes) == 1:
        return writes[0]
    words = (_WORDS_IN_LATIN if is_latin else _WORDS).findall(text)[:_MOST_WORDS]
    votes = _count(words, [] if text.isascii() else sorted(set(text)), list(spoken))
    if writes:
        return max(writes, key=lambda language: votes.get(language, 0.0))
    second, first = sorted([0.0, 0.0, *votes.values()])[-2:]
    return max(votes, key=votes.__getitem__) if first >= max(_LEAST, _LEAD * second) else None


def is_common_word(word: str) -> bool:
    """Whether a word in small letters is one of the commonest of a language.

    >>> is_common_word("der"), is_common_word("fd")
    (True, False)
    """
    return word in tables.load("languages")["words"]


def _written_in(text: str) -> list[str]:
    """The languages whose script a text is written in, by the letters at its head."""
    letters = max(len(_LETTER.findall(text, 0, _SCRIPT_REACH)), _SCRIPT_SIGNS)
    if len(_HIRAGANA.findall(text, 0, _SCRIPT_REACH)) * _KANA_SHARE > letters:
        return ["ja"]
    for script, languages in _scripts():
        if len(script.findall(text, 0, _SCRIPT_REACH)) * 3 > letters:
            return languages
    return []


def _count(words: list[str], letters: list[str], spoken: list[str]) -> dict[str, float]:
    """The votes of each language: of words and letters that are its own, and of the agency."""
    table = tables.load("languages")
    votes: dict[str, float] = {}
    for languages in filter(None, (*map(table["words"].get, words), *map(table["letters"].get, letters))):
        for language, vote in _ballot(languages):
            votes[language] = votes.get(language, 0.0) + vote
    for language in spoken:
        votes[language] = votes.get(language, 0.0) + _AGENCY_VOTE / len(spoken) ** 0.5
    return votes


@cache
def _ballot(languages: str) -> list[tuple[str, float]]:
    """The vote for each language of a row; what speaks for several speaks the less for each."""
    listed = languages.split()
    return [(language, 1 / len(listed) ** 0.5) for language in listed]


@cache
def _scripts() -> tuple[tuple[regex.Pattern[str], list[str]], ...]:
    scripts = tables.load("languages")["scripts"]
    return tuple((regex.compile(rf"\p{{{script}}}"), languages.split()) for script, languages in scripts.items())
