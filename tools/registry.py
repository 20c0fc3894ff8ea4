"""The registry of news agencies as people edit it, ``wirenews/data/agencies.toml``, read and checked.

What each key of a row is for stands at the head of the table. A row that cannot be right is an error, in a sentence
that names the row: it is told when the tables are built, before anything is written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import attrs
import regex
from attrs import field, frozen
from attrs.validators import optional
from babel import Locale

from wirenews.agencies import agency_key

TABLE = Path(__file__).parent.parent / "wirenews" / "data" / "agencies.toml"
GIVEN_NAMES = Path(__file__).parent / "given_names.txt"

Table: TypeAlias = dict[str, Any]
_Validator: TypeAlias = Callable[["AgencyRow", "attrs.Attribute[Any]", Any], None]

KINDS = (
    "international", "national", "general", "regional", "financial", "sports", "religious", "topical", "photo",
    "press release", "syndicate", "broadcaster",
)  # fmt: skip
GENERAL_KNOWLEDGE = "general knowledge"

_SECTION = "# -------- "
_ROW = "[agency."


def _is_typed(row: AgencyRow, attribute: attrs.Attribute[Any], value: object) -> None:
    """Whether a value is text, or a list of texts, as its key demands."""
    is_list = str(attribute.type) == "list[str]"
    texts: list[Any] = value if is_list and isinstance(value, list) else [value]
    if is_list != isinstance(value, list) or not all(isinstance(text, str) and text for text in texts):
        raise ValueError(f"`{_key(attribute)}` must be {'a list of texts' if is_list else 'text'}, not {value!r}")
    if any("|" in text for text in texts):
        raise ValueError(f"`{_key(attribute)}` must do without the sign |, not {value!r}")


def _each(is_right: Callable[[str], object], wanted: str) -> _Validator:
    """The test that a text, or each of a list, is what is wanted."""

    def check(row: AgencyRow, attribute: attrs.Attribute[Any], value: Any) -> None:
        _is_typed(row, attribute, value)
        for text in [value] if isinstance(value, str) else value:
            if not is_right(text):
                raise ValueError(f"`{_key(attribute)}` must be {wanted}, not {text!r}")

    return check


_ENGLISH = Locale("en")
LANGUAGES = {code for code in map(str, _ENGLISH.languages) if len(code) == 2}
COUNTRIES = {code for code in map(str, _ENGLISH.territories) if len(code) == 2}
COUNTRIES -= {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

_is_country = _each(COUNTRIES.__contains__, "a country of ISO 3166-1 in two capitals")
_are_languages = _each(LANGUAGES.__contains__, "languages of ISO 639-1 in two small letters")
_is_kind = _each(KINDS.__contains__, f"one of {', '.join(KINDS)}")
_are_years = _each(regex.compile(r"(\d{4}|\?)-\d{4}").fullmatch, 'two years such as "1835-1940" or "?-1940"')
_are_sites = _each(regex.compile(r"([a-z0-9-]+\.)+[a-z]{2,}").fullmatch, 'addresses such as "afp.com"')
_is_item = _each(regex.compile(r"Q[1-9]\d*").fullmatch, 'an item such as "Q40464"')


@frozen(kw_only=True)
class AgencyRow:
    """One agency."""

    name: str = field(validator=_is_typed)
    short: str = field(validator=_is_typed)
    native: str | None = field(default=None, validator=optional(_is_typed))
    aliases: list[str] = field(factory=list, validator=_is_typed)
    ambiguous: list[str] = field(factory=list, validator=_is_typed)
    exact: list[str] = field(factory=list, validator=_is_typed)
    unlike: list[str] = field(factory=list, validator=_is_typed)
    country: str | None = field(default=None, validator=optional(_is_country))
    languages: list[str] = field(validator=_are_languages)
    kind: str = field(validator=_is_kind)
    years: str | None = field(default=None, validator=optional(_are_years))
    domains: list[str] = field(factory=list, validator=_are_sites)
    wikidata: str | None = field(default=None, validator=optional(_is_item))
    source: str = field(validator=_is_typed)
    sample: list[str] = field(factory=list, validator=_is_typed)
    not_: list[str] = field(factory=list, validator=_is_typed)

    @property
    def own_names(self) -> list[str]:
        """The names that are the agency's alone: none that is shared, unless an alias or a former name says so."""
        names = [self.name, self.short, self.native, *self.exact]
        return [name for name in names if name and name not in self.ambiguous] + self.aliases

    @property
    def printed_names(self) -> list[str]:
        """All names, shared ones too."""
        return [self.name, self.short, *filter(None, [self.native]), *self.aliases, *self.exact, *self.ambiguous]

    @property
    def exact_keys(self) -> frozenset[str]:
        """The folded forms of the names that are read only as printed."""
        return frozenset(map(agency_key, self.exact))


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
    _check_owners((name, id) for id, row in rows.items() for name in _read_as(row))
    _check_owners((domain, id) for id, row in rows.items() for domain in row.domains)
    for title, ids in sections.items():
        _check_section(title, table["sections"].get(title), {id: rows[id] for id in ids})
    return rows


def _row(id: str, content: Table) -> AgencyRow:
    given = {"not_" if key == "not" else key: value for key, value in content.items()}
    fields = attrs.fields_dict(AgencyRow)
    known = ", ".join(map(_key, fields.values()))
    if unknown := [key for key in given if key not in fields]:
        raise ValueError(f"agency.{id} has a key `{unknown[0]}` that nothing reads: one of {known}")
    missing = [name for name, each in fields.items() if each.default is attrs.NOTHING and name not in given]
    if "source" in missing:
        raise ValueError(f'agency.{id} needs `source`: say where its facts were seen, or "{GENERAL_KNOWLEDGE}"')
    if missing:
        raise ValueError(f"agency.{id} needs `{missing[0]}`")
    try:
        return AgencyRow(**given)
    except ValueError as error:
        raise ValueError(f"agency.{id}: {error.args[0]}") from error


def _key(attribute: attrs.Attribute[Any]) -> str:
    """What an attribute is called in the table."""
    return attribute.name.rstrip("_")


# --- rows beside one another ---------------------------------------------------------------------


def _read_as(row: AgencyRow) -> set[str]:
    """The names of an agency in the form in which names are compared: as printed where that counts, else folded."""
    return {name if agency_key(name) in row.exact_keys else agency_key(name) for name in row.own_names}


def _check_owners(pairs: Iterable[tuple[str, str]]) -> None:
    owners: dict[str, str] = {}
    for name, id in pairs:
        if owners.setdefault(name, id) != id:
            raise ValueError(
                f"{name!r} is of two agencies, agency.{owners[name]} and agency.{id}: "
                "a name that both use stands under `ambiguous` of both, a site is of one"
            )


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
