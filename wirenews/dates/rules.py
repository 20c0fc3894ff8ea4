"""What the rules for expressions of time share: a rule tells the letters of what is said, and what gives the date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any, TypeAlias

from ..text.patterns import plain_pattern
from ..wire_date import WireDate
from .reference import Setting
from .said import Said

AbsoluteRule: TypeAlias = tuple[str, Callable[[Said], WireDate | None]]
"""The letters of what is said (:mod:`~wirenews.dates.said`), and what gives its date.

``W?[kv]|kW`` is any of ``k``, ``v``, ``Wk``, ``Wv`` and ``kW``.
"""

Rule: TypeAlias = tuple[str, Callable[[Said, Setting], WireDate | None]]
"""The same, for a date that is counted from the story's."""

_STEPS = {"before_last": -2, "previous": -1, "past": -1, "last": -1, "this": 0, "next": 1, "after_next": 2}
_LETTER = plain_pattern(r"(?:\[(.+?)\]|(.))(\??)")
# What stands before or behind: "el año pasado", "la semana próxima", "الربع الأول".
_TURNED = (("Wy", "yW"), ("Wk", "kW"), ("o[qb]", "[qb]o"))


def step_of(which: str | None) -> int:
    """-2 to 2: which one from the story's a word says; 0 without a word.

    >>> step_of("last"), step_of("after_next"), step_of(None)
    (-1, 2, 0)
    """
    return _STEPS[which] if which else 0


def by_letters(rules: Iterable[tuple[str, Callable[..., Any]]]) -> dict[str, Callable[..., Any]]:
    """The rules by the letters that they read; of two that read the same the first counts.

    >>> sorted(by_letters([("W?[kv]", int), ("Wy", str)]))
    ['Wk', 'Wv', 'Wy', 'k', 'v', 'yW']
    """
    known: dict[str, Callable[..., Any]] = {}
    for source, read in rules:
        for letters in source.split("|"):
            for turned in _turned(letters):
                for said in _all_of(turned):
                    known.setdefault(said, read)
    return known


def _turned(letters: str) -> list[str]:
    """The letters, and the same with what may stand the other way round."""
    rows = [letters]
    for one, other in _TURNED:
        rows += [row.replace(one, other) for row in rows if one in row]
    return rows


def _all_of(letters: str) -> Iterator[str]:
    choices = [
        [*(group or letter), *([""] if optional else [])] for group, letter, optional in _LETTER.findall(letters)
    ]
    return map("".join, product(*choices))
