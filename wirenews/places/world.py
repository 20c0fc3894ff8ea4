"""The cities and countries of the world by name: a table for each group of scripts, read when it is needed."""

from __future__ import annotations

from bisect import bisect
from functools import cache

from ..text import tables
from ..text.tables import Shelves

# The tables, and the first letter that each of them has; the last has what no script claims, Vietnamese "ấ" too.
TABLES = ("places", "places_cyrillic", "places_arabic", "places_indic", "places_east_asian")
_FIRST_LETTERS = ("\u0250", "\u0590", "\u0900", "\u1100")


def city_of_the_world(key: str) -> str | None:
    """The country of a city, or several; in small letters that of a town. The name is without case."""
    return _shelves("cities", table_of(key)).get(key)


def country_of_the_world(key: str) -> str | None:
    """The code of a country by its name without case, or several codes."""
    return _shelves("countries", table_of(key)).get(key)


def spelling(key: str) -> str | None:
    """How a name is written that no rule gives back, by its capitals without case."""
    spelled: dict[str, str] = tables.load(table_of(key))["spelled"]
    return spelled.get(key)


def table_of(key: str) -> str:
    """The table that has the names in a script, told by the first letter: Greek is with Cyrillic, Hebrew with Arabic.

    >>> table_of("łódź"), table_of("αθηνα"), table_of("תל אביב"), table_of("मुंबई"), table_of("東京")
    ('places', 'places_cyrillic', 'places_arabic', 'places_indic', 'places_east_asian')
    """
    return TABLES[bisect(_FIRST_LETTERS, key)]


@cache
def _shelves(part: str, table: str) -> Shelves:
    return Shelves(tables.load(table)[part])
