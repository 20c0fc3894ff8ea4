"""The cities and countries of the world: a table in Latin letters, and one in all other scripts for who needs it."""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.tables import Shelves


def city_of_the_world(key: str) -> str | None:
    """The country of a city, or several; in small letters that of a town. The name is without case."""
    return _shelves("cities", is_latin(key)).get(key)


def country_of_the_world(key: str) -> str | None:
    """The code of a country by its name without case, or several codes."""
    return _shelves("countries", is_latin(key)).get(key)


def spelling(key: str) -> str | None:
    """How a name is written that no rule gives back, by its capitals without case."""
    spelled: dict[str, str] = _table(is_latin(key))["spelled"]
    return spelled.get(key)


def is_latin(key: str) -> bool:
    """Whether a name begins with a Latin letter.

    >>> is_latin("łódź"), is_latin("αθηνα")
    (True, False)
    """
    return key < "\u0250"


@cache
def _table(latin: bool) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tables.load("places" if latin else "places_other_scripts")
    return table


@cache
def _shelves(part: str, latin: bool) -> Shelves:
    return Shelves(_table(latin)[part])
