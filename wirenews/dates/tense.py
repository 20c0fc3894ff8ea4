"""Whether the sentence of a date speaks of it as past or as to come: by the words and endings of its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ..text import tables
from ..text.patterns import pattern
from .parts import WORD

# How far a word may stand from the expression.
_REACH_BEFORE, _REACH_AFTER, _REACH_TOLD = 160, 80, 40
# How many letters an ending such as "*ed" has before it.
_LEAST_BEFORE_ENDING = 3
_HAPPENED_WITHIN = 3
_TOKEN = pattern(rf"{WORD}+(?:'{WORD}+)?|--|[^\s\w']")
_UNSPACED = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}]")


def tense(text: str, context: str | None, language: str) -> int:
    """-1 when the sentence speaks of the expression as past, 1 as to come, 0 when it does not say.

    The nearest sign before the expression in its clause decides, else the first after it.

    >>> tense("Friday", "The president will meet them Friday, he said.", "en")
    1
    >>> tense("Freitag", "Der Präsident wird sie am Freitag treffen.", "de")
    1
    >>> tense("vendredi", "Le président les a rencontrés vendredi.", "fr")
    -1
    """
    signs = signs_of(language)
    if signs is None:
        return 0
    first = text.lower().partition(" ")[0]
    if first in signs.past_before or first in signs.future_before:
        return -1 if first in signs.past_before else 1
    before, after = _around(text, context, signs) if context else ("", None)
    if after is None:
        return 0
    if signs.is_told_past(after):
        return -1
    told = signs.told(before)
    if told == 0 and signs.is_subject_or_end(before, after):
        return 1
    return told or signs.nearest(before, after)


def told_before(text: str, context: str | None, language: str) -> int:
    """The tense that the words right before the expression tell: "since March" is past, "by March" to come.

    >>> told_before("March 31", "the year ended March 31", "en")
    -1
    """
    signs = signs_of(language) if context else None
    return 0 if signs is None else signs.told(_around(text, context, signs)[0])


def says_that_it_is_now(text: str, context: str, language: str) -> bool:
    """Whether the present tense tells that an expression means today: "It's the second day of the strike"."""
    signs = signs_of(language)
    if signs is None:
        return False
    before = signs.tokens(_around(text, context, signs)[0])[-_HAPPENED_WITHIN:]
    return any(token.endswith(word) for token in before for word in signs.now)


def _around(text: str, context: str | None, signs: Signs) -> tuple[str, str | None]:
    """The sentence before an expression, and after it; "" and ``None`` when the sentence does not have it."""
    sentence = (context or "").replace("\u2019", "'")
    lowered = sentence.lower()
    at = lowered.find(text.lower().replace("\u2019", "'"))
    if at < 0:
        return "", None
    if not signs.nouns_have_capitals or len(lowered) != len(sentence):
        sentence = lowered
    end = at + len(text)
    return sentence[max(0, at - _REACH_BEFORE) : at], sentence[end : end + _REACH_AFTER]


class _Wording(NamedTuple):
    """A word or phrase that is a sign: its words, each an exact one or the beginning and ending of one, and its tense.

    The tense is 0 for what only looks like a sign.
    """

    words: tuple[tuple[str, str | None], ...]
    tense: int
    is_only_before: bool

    def stands_at(self, tokens: list[str], at: int) -> bool:
        """Whether it stands there."""
        there = tokens[at : at + len(self.words)]
        return len(there) == len(self.words) and all(map(_is_word, there, self.words))


def _is_word(token: str, word: tuple[str, str | None]) -> bool:
    start, end = word
    if end is None:
        return token == start
    return (
        len(token) >= len(start) + len(end) + _LEAST_BEFORE_ENDING and token.startswith(start) and token.endswith(end)
    )


class Signs(NamedTuple):
    """The words and endings of a language that tell a tense."""

    nouns_have_capitals: bool
    is_spaced: bool
    past_before: frozenset[str]
    future_before: frozenset[str]
    skipped: frozenset[str]
    clause_ends: frozenset[str]
    by_word: dict[str, list[_Wording]]
    endings: list[_Wording]
    told_past_after: frozenset[str]
    no_past_behind: frozenset[str]
    stands: frozenset[str]
    possessives: frozenset[str]
    happened: frozenset[str]
    now: frozenset[str]

    def tokens(self, text: str) -> list[str]:
        """The words of a text, and the signs that end a clause."""
        return [token for token in _TOKEN.findall(text) if token[0].isalpha() or token in self.clause_ends]

    def told(self, before: str) -> int:
        """The tense that the last words tell, an article or "early" between apart."""
        if not self.is_spaced:
            last = before.rstrip()
            return (
                1 if last.endswith(tuple(self.future_before)) else -1 if last.endswith(tuple(self.past_before)) else 0
            )
        tokens = self.tokens(before[-_REACH_TOLD:].lower())
        if _ends_with(tokens, self.future_before):
            return 1
        if tokens and tokens[-1] in self.skipped:
            tokens.pop()
        return -1 if _ends_with(tokens, self.past_before) else 0

    def is_told_past(self, after: str) -> bool:
        """``the talks planned for Monday were put off``, ``Tuesday's ruling would allow the sale``."""
        tokens = self.tokens(after)
        if tokens and tokens[0] in self.told_past_after and not after.startswith(tuple(self.possessives)):
            return True
        is_possessive = any(after.startswith(f"{sign} ") for sign in self.possessives)
        return is_possessive and not self.happened.isdisjoint(self.tokens(after.partition(" ")[2])[:_HAPPENED_WITHIN])

    def is_subject_or_end(self, before: str, after: str) -> bool:
        """``Friday is a holiday``, ``the hearing is Friday``."""
        if not self.stands:
            return False
        is_before = not self.stands.isdisjoint(self.tokens(before)[-1:])
        return is_before or (after.startswith(" ") and not self.stands.isdisjoint(self.tokens(after)[:1]))

    def nearest(self, before: str, after: str) -> int:
        """The tense of the last verb before, else of the first after, in the clause."""
        if not self.is_spaced:
            return self._in_unspaced(before, after)
        told = [wording.tense for wording in self._found(self._clause(before, -1)) if wording.tense]
        if told:
            return told[-1]
        later = (wording for wording in self._found(self._clause(after, 0)) if wording.tense)
        return next((wording.tense for wording in later if not wording.is_only_before), 0)

    def _clause(self, text: str, which: int) -> list[str]:
        """The words up to the sign that ends their clause: the last ones for -1, the first ones for 0."""
        clauses: list[list[str]] = [[]]
        for token in self.tokens(text):
            if token in self.clause_ends:
                clauses.append([])
            else:
                clauses[-1].append(token)
        return clauses[which]

    def _found(self, tokens: list[str]) -> Iterator[_Wording]:
        """The signs among words, one after the other."""
        at, before = 0, ""
        while at < len(tokens):
            known = (*self.by_word.get(tokens[at], ()), *self.endings)
            wording = next((wording for wording in known if wording.stands_at(tokens, at)), None)
            if wording is not None and not (wording.tense < 0 and before in self.no_past_behind):
                yield wording  # "will be named" is no past
            step = 1 if wording is None else len(wording.words)
            before = tokens[at + step - 1]
            at += step

    def _in_unspaced(self, before: str, after: str) -> int:
        """The tense of the last verb before, else of the first after, where no blanks part the words."""
        ends = tuple(self.clause_ends)
        clauses = (_last_part(before, ends), _first_part(after, ends))
        for text, find, which in ((clauses[0], str.rfind, max), (clauses[1], str.find, min)):
            places = [
                (at, len(word), rows[0].tense) for word, rows in self.by_word.items() if (at := find(text, word)) >= 0
            ]
            if places:
                return which(places)[2]
        return 0


def _last_part(text: str, ends: Iterable[str]) -> str:
    return text[max((text.rfind(end) for end in ends), default=-1) + 1 :]


def _first_part(text: str, ends: Iterable[str]) -> str:
    return text[: min((at for end in ends if (at := text.find(end)) >= 0), default=len(text))]


def _ends_with(tokens: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(tokens[-size:]) in phrases for size in (1, 2, 3))


@cache
def signs_of(language: str) -> Signs | None:
    """The signs of a language, or ``None`` when the table has none."""
    rows: dict[str, Any] | None = tables.load("tense")["tense"].get(language)
    if rows is None:
        return None
    wordings = [
        _wording(words, tense, is_only_before=kind == "arranged")
        for kind, tense in (("neither", 0), ("future", 1), ("arranged", 1), ("past", -1))
        for words in rows.get(kind, ())
    ]
    by_word: dict[str, list[_Wording]] = {}
    endings: list[_Wording] = []
    for wording in sorted(wordings, key=lambda wording: -len(wording.words)):
        start, end = wording.words[0]
        (endings if end is not None else by_word.setdefault(start, [])).append(wording)
    named = {name: frozenset(rows.get(name, ())) for name in Signs._fields[2:6] + Signs._fields[8:]}
    is_spaced = not any(_UNSPACED.match(word) for word in rows.get("past", ()))
    return Signs(bool(rows.get("nouns_have_capitals")), is_spaced, by_word=by_word, endings=endings, **named)


def _wording(words: str, tense: int, *, is_only_before: bool) -> _Wording:
    parts = [word.partition("*") for word in words.split(" ")]
    return _Wording(tuple([(start, end if star else None) for start, star, end in parts]), tense, is_only_before)
