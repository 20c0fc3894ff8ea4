"""What may recognise a piece of a story: a row for each rule that is written in code and not in a table."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule as the documentation shows it: its id (a piece's ``rule``), what it reads, and an example of it."""

    id: str
    about: str
    example: str
