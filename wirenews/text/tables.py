"""The package's own tables: facts in ``data/``, read on first use and kept.

People edit the ``.toml`` files; ``tools/build.py`` writes the ``.json`` files, as they are looked up.
A test fails when the two disagree.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

_DATA = Path(__file__).parent.parent / "data"
_Row = TypeVar("_Row")


@cache
def load(name: str) -> Any:
    """The table ``data/<name>.json``, with the rows that were added to it; callers must not change it."""
    table = load_as_made(name)
    return _ADDED[name](table) if name in _ADDED else table


def load_as_made(name: str) -> Any:
    """The table as it came with the package."""
    return json.loads((_DATA / f"{name}.json").read_bytes())


def extend(name: str, added: Callable[[Any], Any]) -> None:
    """From now on the table is what ``added`` makes of it; all that was worked out from tables so far is forgotten."""
    _ADDED[name] = added
    package = __name__.partition(".")[0]
    for title, module in list(sys.modules.items()):  # other threads may import or add meanwhile
        for value in list(vars(module).values()) if title.startswith(f"{package}.") else ():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


_ADDED: dict[str, Callable[[Any], Any]] = {}


class OnDemand(Generic[_Row]):
    """A table of packed rows, each unpacked when it is first asked for, and then kept.

    >>> languages = OnDemand({"la": "es fr it"}, str.split)
    >>> languages.get("la"), languages.get("the")
    (['es', 'fr', 'it'], None)
    """

    __slots__ = ("_packed", "_rows", "_unpack")

    def __init__(self, packed: Mapping[str, str], unpack: Callable[[str], _Row]) -> None:
        self._packed = packed
        self._unpack = unpack
        self._rows: dict[str, _Row] = {}

    def get(self, key: str) -> _Row | None:
        """The row of a key, or ``None``."""
        row = self._rows.get(key)
        if row is None and (packed := self._packed.get(key)) is not None:
            row = self._rows[key] = self._unpack(packed)
        return row


class Shelves:
    """A large table of names, unpacked shelf by shelf: a shelf has the names that begin alike, by their values.

    Semicolons part the values, since a line end in JSON costs as much time as a hundred letters.

    >>> cities = Shelves({"pa": "FR|ris;IT|dova|via"})
    >>> cities.get("paris"), cities.get("pavia"), cities.get("palermo"), cities.get("oslo")
    ('FR', 'IT', None, None)
    """

    __slots__ = ("_packed", "_unpacked")

    def __init__(self, shelves: Mapping[str, str]) -> None:
        self._packed = shelves
        self._unpacked: dict[str, dict[str, str]] = {}

    def get(self, name: str) -> str | None:
        """The value of a name, or ``None``."""
        head = shelf_of(name)
        shelf = self._unpacked.get(head)
        if shelf is None:
            if head not in self._packed:
                return None
            shelf = self._unpacked[head] = _unpacked_shelf(self._packed[head])
        return shelf.get(name[len(head) :])


def shelf_of(name: str) -> str:
    """Two Latin letters or one of another script: how the names of a shelf begin."""
    return name[:2] if name < "\u0250" else name[:1]


def shelf_rows(shelf: str) -> list[list[str]]:
    """The rows of a shelf: a value, and the ends of the names that have it.

    >>> shelf_rows("FR|ris;IT|dova|via")
    [['FR', 'ris'], ['IT', 'dova', 'via']]
    """
    return [row.split("|") for row in shelf.split(";")]


def _unpacked_shelf(shelf: str) -> dict[str, str]:
    return {tail: value for value, *tails in shelf_rows(shelf) for tail in tails}
