"""What may be a dateline: the parts before a mark, and the lead behind it."""

from typing import NamedTuple

from .parts import Parts

# How much of the lead says whether it is one.
GLANCE = 24


class Candidate(NamedTuple):
    """The parts that stand in ``window`` before a mark at ``at``, behind which a lead would begin at ``after``."""

    window: str
    parts: Parts
    at: int
    after: int

    @property
    def lead(self) -> str:
        return self.window[self.after : self.after + GLANCE]
