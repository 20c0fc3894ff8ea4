"""The agencies as they are looked up, by name: made of the rows that people edit."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ..text.characters import EAST_ASIA
from .registry import agency_key
from .rows import AgencyRow


def indexed(rows: Mapping[str, AgencyRow]) -> dict[str, Any]:
    """The tables in which the names of these agencies are looked up; ``agencies.registry`` says what each is."""
    owners, shared = _owners(rows), _shared(rows)
    firsts, lasts = _first_and_last_words(rows.values())
    return {
        "agency": {id: row.packed() for id, row in rows.items()},
        "names": _by_owner(owners | {name: owners.get(name, "") for name in shared}),
        # An agency that owns the name by convention stands among those that use it.
        "shared": {name: list(dict.fromkeys((owners.get(name, ids[0]), *ids))) for name, ids in sorted(shared.items())},
        # Where an agency with a shared name is at home besides its own country.
        "covers": {id: " ".join(row.covers) for id, row in rows.items() if row.covers},
        "domains": dict(sorted((domain, id) for id, row in rows.items() for domain in row.domains)),
        "unlike": sorted({agency_key(name) for row in rows.values() for name in row.unlike}),
        # Names in small letters that count only as printed, though folded they are the same.
        "small": sorted({name for row in rows.values() for name in row.exact if name == agency_key(name)}),
        "long_names": _long_names(rows, owners),
        "first_words": " ".join(sorted(firsts)),
        "last_words": " ".join(sorted(lasts)),
        "without_blanks": _names_without_blanks(rows.values()),
    }


def _by_owner(owners: dict[str, str]) -> dict[str, str]:
    """The names of each agency, and under "" those that are nobody's alone."""
    return _joined("|", ((owners[name], name) for name in sorted(owners)))


def _owners(rows: Mapping[str, AgencyRow]) -> dict[str, str]:
    """Whose each name is, as printed, and folded unless it counts only as printed."""
    owners = {name: id for id, row in rows.items() for name in row.own_names}
    exact = {(id, key) for id, row in rows.items() for key in row.exact_keys}
    folded = {agency_key(name): id for name, id in owners.items() if (id, agency_key(name)) not in exact}
    return owners | folded


def _shared(rows: Mapping[str, AgencyRow]) -> dict[str, list[str]]:
    """The agencies that use each shared name."""
    users: dict[str, list[str]] = defaultdict(list)
    for id, row in rows.items():
        for name in row.ambiguous:
            for key in {name} if agency_key(name) in row.exact_keys else {name, agency_key(name)}:
                users[key].append(id)
    return users


def _long_names(rows: Mapping[str, AgencyRow], owners: dict[str, str]) -> dict[str, str]:
    """The folded names that are known with a typing error in them, by first letter and length.

    Of nine letters and more those of every agency; of five and more only the short names of national agencies and all
    of the international ones: there are more places and people one letter away from "Rador" than misprints of it.
    """
    names = [
        name
        for id, row in rows.items()
        if row.years is None
        for name in sorted(_names_with_room_for_errors(row))
        if owners.get(name) == id
    ]
    return _joined(" ", ((f"{name[0]}{len(name)}", name) for name in names))


def _joined(sign: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names of each key, with a sign between them."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, name in pairs:
        found[key].append(name)
    return {key: sign.join(found[key]) for key in sorted(found)}


def _names_with_room_for_errors(row: AgencyRow) -> set[str]:
    short = {agency_key(name) for name in filter(None, (row.short, row.native))}
    names = short | {agency_key(name) for name in (row.name, *row.aliases)}
    from_five = {"international": names, "national": short}.get(row.kind, set())
    return {name for name in names if len(name) >= 9} | {name for name in from_five if len(name) >= 5}


def _first_and_last_words(rows: Iterable[AgencyRow]) -> tuple[set[str], set[str]]:
    """How names of agencies begin and end: in lower case and ASCII, printed in full and without signs."""
    names = "\n".join(name for row in rows for name in row.printed_names).lower()
    printed = unicodedata.normalize("NFKD", names).encode("ascii", "ignore").decode()
    without_signs = printed.translate(dict.fromkeys(map(ord, "-.'&")))
    lines = f"{printed}\n{without_signs}".split("\n")
    return (
        {line.partition(" ")[0] for line in lines} - {"the", ""},
        {line.rpartition(" ")[2] for line in lines} - {""},
    )


def _names_without_blanks(rows: Iterable[AgencyRow]) -> dict[str, str]:
    """The names in Chinese, Japanese and Korean, by their first character, the longest first."""
    names = {name for row in rows for name in (row.native or "", row.short or "", *row.aliases, *row.exact)}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return _joined("|", ((name[0], name) for name in longest_first if name and name[0] >= EAST_ASIA))
