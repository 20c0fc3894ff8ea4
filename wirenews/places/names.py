"""The names of places in the case that people write."""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.letters import Habits, natural_case
from .keys import capitals
from .world import spelling


def natural_name(text: str) -> str:
    """The name in the case that people write; a name in mixed case is left as it is.

    >>> natural_name("RIO DE JANEIRO"), natural_name("МОСКВА"), natural_name("McLEAN"), natural_name("Den Haag")
    ('Rio de Janeiro', 'Москва', 'McLean', 'Den Haag')
    """
    if not (text.isupper() or text.islower()):
        if not (text.startswith("Mc") and text[2:].isupper()):
            return text
        text = text.upper()
    key = text.casefold() if text.isascii() else capitals(text).casefold()
    return spelling(key) or by_rule(text)


@cache
def _habits() -> Habits:
    words = tables.load("cities")["small"]
    small = frozenset(words["words"])
    return Habits(small, small_joined=small, elided=frozenset(words["elided"]))


def by_rule(name: str) -> str:
    """The name as the rule writes it, whatever the table has.

    >>> by_rule("RIO DE JANEIRO"), by_rule("COEUR D'ALENE"), by_rule("DEIR AL-BALAH"), by_rule("MCALLEN")
    ('Rio de Janeiro', "Coeur d'Alene", 'Deir al-Balah', 'McAllen')
    """
    return natural_case(name, _habits())
