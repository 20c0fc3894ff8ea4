"""Whether the sentence of a date speaks of it as past or as to come: by the words and endings of its language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import regex

from ..text import tables
from ..text.patterns import pattern
from .parts import WORD

# How far a word may stand from the expression.
_REACH_BEFORE, _REACH_AFTER, _REACH_TOLD = 160, 80, 60
_LAST_WORD = pattern(rf"(?r)({WORD}+(?:'{WORD}+)?)[^\p{{L}}\p{{M}}]*")
_HAPPENED_WITHIN = 3
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
    before, after = _around(text, context, signs)
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
    signs = signs_of(language)
    return 0 if signs is None else signs.told(_around(text, context, signs)[0])


def says_that_it_is_now(text: str, context: str, language: str) -> bool:
    """Whether the present tense tells that an expression means today: "It's the second day of the strike"."""
    signs = signs_of(language)
    return signs is not None and signs.now.search(_around(text, context, signs)[0]) is not None


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


class Signs(NamedTuple):
    """The words and endings of a language that tell a tense, as they are searched for."""

    nouns_have_capitals: bool
    past_before: frozenset[str]
    future_before: frozenset[str]
    skipped: frozenset[str]
    ends: regex.Pattern[str]
    verbs: regex.Pattern[str]
    past: regex.Pattern[str]
    stands_before: regex.Pattern[str]
    stands_after: regex.Pattern[str]
    happened: regex.Pattern[str]
    now: regex.Pattern[str]

    def told(self, before: str) -> int:
        """The tense that the last words tell, an article or "early" between apart."""
        before = before[-_REACH_TOLD:].rstrip(" ,")
        if _ends_with(before, self.future_before):
            return 1
        last = _LAST_WORD.fullmatch(before, len(before) - len(before.rpartition(" ")[2]))
        if last is not None and last[1] in self.skipped:
            before = before[: last.start()].rstrip()
        return -1 if _ends_with(before, self.past_before) else 0

    def is_told_past(self, after: str) -> bool:
        """``the talks planned for Monday were put off``, ``Tuesday's ruling would allow the sale``."""
        return self.past.match(after) is not None or self.happened.match(after) is not None

    def is_subject_or_end(self, before: str, after: str) -> bool:
        """``Friday is a holiday``, ``the hearing is Friday``."""
        return self.stands_before.search(before) is not None or self.stands_after.match(after) is not None

    def nearest(self, before: str, after: str) -> int:
        """The tense of the last verb before, else of the first after, in the clause; else in the sentence."""
        clause = self.ends.split(before)[-1], self.ends.split(after)[0]
        return self._last(clause[0], is_before=True) or self._last(clause[1], is_before=False)

    def _last(self, text: str, *, is_before: bool) -> int:
        found = [sign for sign in self.verbs.finditer(text) if not sign["none"] and (is_before or not sign["arranged"])]
        if not found:
            return 0
        return -1 if found[-1 if is_before else 0]["past"] else 1


def _ends_with(text: str, phrases: frozenset[str]) -> bool:
    return any(text[-size:] in phrases and _is_whole(text, size) for size in _sizes(phrases))


@cache
def _sizes(phrases: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted({len(phrase) for phrase in phrases}))


def _is_whole(text: str, size: int) -> bool:
    return size >= len(text) or not text[-size - 1].isalnum() or _UNSPACED.match(text[-size]) is not None


@cache
def signs_of(language: str) -> Signs | None:
    """The signs of a language, or ``None`` when the table has none."""
    rows: dict[str, Any] | None = tables.load("relative")["tense"].get(language)
    if rows is None:
        return None
    words = {name: [*rows.get(name, ())] for name in _ROWS}
    past = _any_word(words["past"])
    neutral = _any_word(words["neither"])
    if words["no_past_behind"]:
        neutral += rf"|(?:{_any(words['no_past_behind'])})\s(?:{past})"
    edge, tail = (r"(?<![\p{L}\p{M}'])", r"(?![\p{L}\p{M}])")
    if any(_UNSPACED.match(word.lstrip("*")) for word in words["past"]):
        edge = tail = ""
    return Signs(
        nouns_have_capitals=bool(rows.get("nouns_have_capitals")),
        past_before=frozenset(words["past_before"]),
        future_before=frozenset(words["future_before"]),
        skipped=frozenset(words["skipped"]),
        ends=regex.compile("|".join(map(regex.escape, words["clause_ends"])) or r"(?!)"),
        verbs=regex.compile(
            rf"{edge}(?:(?P<none>{neutral})|(?P<future>{_any_word(words['future'])})"
            rf"|(?P<arranged>{_any_word(words['arranged'])})|(?P<past>{past})){tail}"
        ),
        past=regex.compile(rf"\s*(?:{_any_word(words['told_past_after'])}){tail}"),
        stands_before=regex.compile(rf"{edge}(?:{_any_word(words['stands'])})\s$"),
        stands_after=regex.compile(rf"\s(?:{_any_word(words['stands'])}){tail}"),
        happened=regex.compile(
            rf"(?:{_any_word(words['possessives'])})\s(?:{WORD}+\s){{0,{_HAPPENED_WITHIN - 1}}}"
            rf"(?:{_any_word(words['happened'])}){tail}"
        ),
        now=regex.compile(rf"(?:{_any_word(words['now'])})\s(?:{WORD}+\s){{0,2}}$"),
    )


_ROWS = (
    "past_before", "future_before", "skipped", "clause_ends", "future", "arranged", "past", "told_past_after",
    "no_past_behind", "neither", "stands", "possessives", "happened", "now",
)  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))


def _any_word(words: Iterable[str]) -> str:
    """A pattern for any of these words; ``*te`` is one with the ending, ``س*`` one with the beginning."""
    patterns = [regex.escape(word).replace(r"\*", rf"{WORD}{{3,}}") for word in sorted(words, key=len, reverse=True)]
    return "|".join(patterns) or r"(?!)"
