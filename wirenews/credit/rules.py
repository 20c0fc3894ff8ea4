"""What a row of the tables of credits and bylines says of itself; the rows stand beside what reads them."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """One way to know a credit or a byline; ``id`` is the ``rule`` of the pieces it gives."""

    id: str
    about: str
    example: str
    unlike: str
    """What looks like the example and is none."""
