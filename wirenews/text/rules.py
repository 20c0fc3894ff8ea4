"""Rules by which pieces are recognised, as ``docs/rules.md`` lists them, and tables of what makes a piece one."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

Case = TypeVar("Case")


class Rule(NamedTuple):
    """What ``Piece.rule`` names: ``about`` says what it takes, ``example`` is a made-up text in which it holds."""

    id: str
    about: str
    example: str


class Evidence(NamedTuple, Generic[Case]):
    """A row of a table: a rule, the signs of a case that must all hold, and those of which none may.

    ``is_opening`` tells that it counts at the start of a story only.
    """

    rule: str
    about: str
    example: str
    signs: tuple[Callable[[Case], bool], ...]
    unless: tuple[Callable[[Case], bool], ...] = ()
    is_opening: bool = False

    def holds(self, case: Case) -> bool:
        for sign in self.signs:
            if not sign(case):
                return False
        for sign in self.unless:  # noqa: SIM110 - half the time of any(), and asked of every line
            if sign(case):
                return False
        return True


def listed(*rows: Evidence[Case]) -> tuple[Rule, ...]:
    """The rules of a table, for the documents."""
    return tuple([Rule(row.rule, row.about, row.example) for row in rows])
