"""Whether the sentence of a date speaks of it as past or as to come."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from ..text import tables
from ..text.patterns import plain_pattern

_TOKEN = plain_pattern(r"[a-z]+(?:'[a-z]+)?|[;:]|--")
_STOPS = frozenset((";", ":", "--"))


def tense(text: str, context: str | None) -> int:
    """-1 when the sentence speaks of the expression as past, 1 as to come, 0 when it does not say.

    The nearest sign before the expression decides, else the first after it.

    >>> tense("Friday", "The president will meet them Friday, he said.")
    1
    >>> tense("Friday", "The president met them Friday and will travel on.")
    -1
    """
    known, first = _signs(), text.partition(" ")[0].lower()
    if first in known["past_before"]:
        return -1
    if first in known["future_before"]:
        return 1
    sentence = (context or "").lower().replace("\u2019", "'")
    at = sentence.find(text.lower())
    if at < 0:
        return 0
    rest = sentence[at + len(text) :]
    before, after = _tokens(sentence, at - 160, at), _tokens(rest, 0, 80)
    if _is_told_past(rest, after):
        return -1
    told = told_before(text, context)
    if told == 0 and _is_subject_or_end(rest, before, after):
        return 1
    return told or _sign_before(before) or _sign_after(after)


def told_before(text: str, context: str | None) -> int:
    """The tense that the words right before the expression tell: "since March" is past, "by March" to come.

    >>> told_before("March 31", "the year ended March 31")
    -1
    """
    sentence = (context or "").lower()
    at = max(0, sentence.find(text.lower()))
    before, known = _tokens(sentence, at - 40, at), _signs()
    if _ends_with(before, known["future_before"]):
        return 1
    if before and before[-1] in known["skipped"]:
        before = before[:-1]
    return -1 if _ends_with(before, known["past_before"]) else 0


def _ends_with(tokens: list[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(tokens[-size:]) in phrases for size in (1, 2, 3))


def _tokens(sentence: str, start: int, end: int) -> list[str]:
    return _TOKEN.findall(sentence, max(0, start), end)


def _is_told_past(rest: str, after: list[str]) -> bool:
    """``the talks planned for Monday were put off``, ``Tuesday's ruling would allow the sale``."""
    known = _signs()
    if after and after[0] in known["past"]:
        return True
    return rest.startswith("'s ") and not known["happened"].isdisjoint(after[:3])


def _is_subject_or_end(rest: str, before: list[str], after: list[str]) -> bool:
    """``Friday is a holiday``, ``the hearing is Friday``."""
    stands = _signs()["stands"]
    return not stands.isdisjoint(before[-1:]) or (rest.startswith(" ") and not stands.isdisjoint(after[:1]))


def _sign_before(tokens: list[str]) -> int:
    known = _signs()
    for previous, token in reversed([*pairwise(["", *tokens])]):
        if token in _STOPS:
            return 0
        if token in known["future"] or token in known["arranged"] or (token == "to" and previous in known["intent"]):
            return 1
        if _is_past(token) and previous not in known["no_past_behind"]:  # "will be named" is no past
            return -1
    return 0


def _sign_after(tokens: list[str]) -> int:
    future = _signs()["future"]
    for token in tokens:
        if token in _STOPS:
            return 0
        if token in future:
            return 1
        if _is_past(token):
            return -1
    return 0


def _is_past(token: str) -> bool:
    return token in _signs()["past"] or (len(token) > 4 and token.endswith("ed"))


@cache
def _signs() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in tables.load("calendar_extra")["english"]["tense"].items()}
