"""The registry of news agencies as people edit it, ``wirenews/data/agencies.toml``, read and checked.

What each key of a row is for stands at the head of the table. A row that cannot be right is an error, in a sentence
that names the row: it is told when the tables are built, before anything is written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import attrs
from babel import Locale

from wirenews.agencies import agency_key
from wirenews.agencies.rows import AgencyRow, check_owners, each_is, read_row

TABLE = Path(__file__).parent.parent / "wirenews" / "data" / "agencies.toml"
GIVEN_NAMES = Path(__file__).parent / "given_names.txt"

Table: TypeAlias = dict[str, Any]

KINDS = (
    "international", "national", "general", "regional", "financial", "sports", "religious", "topical", "photo",
    "press release", "syndicate", "broadcaster",
)  # fmt: skip
GENERAL_KNOWLEDGE = "general knowledge"

_SECTION = "# -------- "
_ROW = "[agency."


_ENGLISH = Locale("en")
LANGUAGES = {code for code in map(str, _ENGLISH.languages) if len(code) == 2}
COUNTRIES = {code for code in map(str, _ENGLISH.territories) if len(code) == 2}
COUNTRIES -= {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
_NEEDED = ("name", "short", "languages", "kind", "source")
# What a row of one's own may leave open.
_CHECKS = {
    "country": each_is(COUNTRIES.__contains__, "a country of ISO 3166-1 in two capitals"),
    "languages": each_is(LANGUAGES.__contains__, "languages of ISO 639-1 in two small letters"),
    "kind": each_is(KINDS.__contains__, f"one of {', '.join(KINDS)}"),
}


def registry() -> dict[str, AgencyRow]:
    """The rows by their ids; :class:`ValueError` names what is wrong in it."""
    text = TABLE.read_text(encoding="utf-8")
    return checked(tomllib.loads(text), sections(text))


def sections(text: str) -> dict[str, list[str]]:
    """The headings of the table, each with the ids of the agencies under it."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith(_SECTION):
            found[line.removeprefix(_SECTION)] = []
        elif line.startswith(_ROW):
            list(found.values())[-1].append(line.removeprefix(_ROW).removesuffix("]"))
    return found


def checked(table: Table, sections: Mapping[str, Iterable[str]]) -> dict[str, AgencyRow]:
    """The rows of the table; :class:`ValueError` names what is wrong in one, or between two."""
    rows = {id: _row(id, content) for id, content in table["agency"].items()}
    for id, row in rows.items():
        _check_person(id, row)
        _check_likely_mistake(id, row)
    check_owners((name, id) for id, row in rows.items() for name in row.read_as)
    check_owners((domain, id) for id, row in rows.items() for domain in row.domains)
    for title, ids in sections.items():
        _check_section(title, table["sections"].get(title), {id: rows[id] for id in ids})
    return rows


def _row(id: str, content: Table) -> AgencyRow:
    if "source" not in content and "name" in content:
        raise ValueError(f'agency.{id} needs `source`: say where its facts were seen, or "{GENERAL_KNOWLEDGE}"')
    row = read_row(id, content, _NEEDED)
    for name, check in _CHECKS.items():
        value = getattr(row, name)
        try:
            if value is not None:
                check(row, attrs.fields_dict(AgencyRow)[name], value)
        except ValueError as error:
            raise ValueError(f"agency.{id}: {error.args[0]}") from error
    return row


# --- rows beside one another ---------------------------------------------------------------------


def _check_section(title: str, belongs: list[str] | None, rows: Mapping[str, AgencyRow]) -> None:
    """Whether the agencies of a section are of its kinds, or at home in its countries."""
    if belongs is None:
        raise ValueError(f"[sections] does not say what belongs under {title!r}: list its kinds or its countries")
    is_region = any(place in COUNTRIES for place in belongs)
    for id, row in rows.items():
        is_right = row.kind in belongs or row.country in belongs or (is_region and row.country is None)
        if belongs and not is_right:
            what = f"{row.kind}, {row.country or 'of no country'}"
            under = f"under {title!r} belong {', '.join(belongs)}"
            raise ValueError(f"agency.{id} ({what}) is in the wrong section: {under}")


# --- what is easily mistaken ---------------------------------------------------------------------


def _check_person(id: str, row: AgencyRow) -> None:
    """Whether a name of one word that people have is held back: read only as printed."""
    for name in row.own_names:
        if _is_given_name(name) and agency_key(name) not in row.exact_keys:
            raise ValueError(f"agency.{id} owns {name!r}, which people are called: list it under `exact`, as printed")


def _check_likely_mistake(id: str, row: AgencyRow) -> None:
    """Whether a name that others have too comes with a line that is not this agency."""
    taken = [*row.ambiguous, *filter(_is_given_name, row.own_names)]
    if taken and not row.not_:
        raise ValueError(f"agency.{id} is not alone in {taken[0]!r}: list under `not` a line that is somebody else")


def _is_given_name(name: str) -> bool:
    return agency_key(name) in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(_words(GIVEN_NAMES.read_text(encoding="utf-8")))


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()
