"""What the table of agencies knows of an id: for the values, which stand below the registry of names."""

from __future__ import annotations

from typing import Any

from .text import tables


def facts_of(id: str) -> dict[str, Any] | None:
    """The attributes of an agency by name, all but the id; ``None`` where the table does not know the id.

    >>> facts_of("afp")["name"], facts_of("afp")["country"], facts_of("nobody")
    ('Agence France-Presse', 'FR', None)
    """
    packed = tables.load("agencies")["agency"].get(id)
    if packed is None:
        return None
    name, short, native, country, languages, kind, years, wikidata, *aliases = packed.split("|")
    return {
        "name": name,
        "short": short,
        "native": native or None,
        "aliases": tuple(aliases),
        "country": country or None,
        "languages": tuple(languages.split()),
        "kind": kind,
        "years": years or None,
        "wikidata": wikidata or None,
    }
