"""A rule by which a piece is recognised, as ``docs/rules.md`` lists it."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What ``Piece.rule`` names: ``about`` says what it takes, ``example`` is a made-up text in which it holds."""

    id: str
    about: str
    example: str
