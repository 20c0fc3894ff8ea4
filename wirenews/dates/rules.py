"""What the rules for expressions of time share: a rule is the letters of what is said, and what gives the date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..wire_date import WireDate
from .reference import Setting
from .said import Said

AbsoluteRule: TypeAlias = tuple[str, Callable[[Said], WireDate | None]]
"""A pattern over the letters of what is said (:mod:`~wirenews.dates.said`), and what gives its date."""

Rule: TypeAlias = tuple[str, Callable[[Said, Setting], WireDate | None]]
"""The same, for a date that is counted from the story's."""

_STEPS = {"before_last": -2, "previous": -1, "past": -1, "last": -1, "this": 0, "next": 1, "after_next": 2}


def step_of(which: str | None) -> int:
    """-2 to 2: which one from the story's a word says; 0 without a word.

    >>> step_of("last"), step_of("after_next"), step_of(None)
    (-1, 2, 0)
    """
    return _STEPS[which] if which else 0
