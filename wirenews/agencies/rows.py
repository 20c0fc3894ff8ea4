"""The rows of a table of agencies as people edit them: of the registry, and of one's own.

What each key of a row is for stands at the head of ``data/agencies.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import attrs
import regex
from attrs import field, frozen
from attrs.validators import optional

from .registry import agency_key

_Validator: TypeAlias = Callable[["AgencyRow", "attrs.Attribute[Any]", Any], None]


def _is_typed(row: AgencyRow, attribute: attrs.Attribute[Any], value: object) -> None:
    """Whether a value is text, or a list of texts, as its key demands."""
    is_list = str(attribute.type) == "list[str]"
    texts: list[Any] = value if is_list and isinstance(value, list) else [value]
    if is_list != isinstance(value, list) or not all(isinstance(text, str) and text for text in texts):
        raise ValueError(f"`{_key(attribute)}` must be {'a list of texts' if is_list else 'text'}, not {value!r}")
    if any("|" in text for text in texts):
        raise ValueError(f"`{_key(attribute)}` must do without the sign |, not {value!r}")


def each_is(is_right: Callable[[str], object], wanted: str) -> _Validator:
    """The test that a text, or each of a list, is what is wanted."""

    def check(row: AgencyRow, attribute: attrs.Attribute[Any], value: Any) -> None:
        _is_typed(row, attribute, value)
        for text in [value] if isinstance(value, str) else value:
            if not is_right(text):
                raise ValueError(f"`{_key(attribute)}` must be {wanted}, not {text!r}")

    return check


def _like(pattern: str, wanted: str) -> _Validator:
    return each_is(regex.compile(pattern).fullmatch, wanted)


@frozen(kw_only=True)
class AgencyRow:
    """One agency."""

    name: str = field(validator=_is_typed)
    short: str | None = field(default=None, validator=optional(_is_typed))
    native: str | None = field(default=None, validator=optional(_is_typed))
    aliases: list[str] = field(factory=list, validator=_is_typed)
    ambiguous: list[str] = field(factory=list, validator=_is_typed)
    exact: list[str] = field(factory=list, validator=_is_typed)
    unlike: list[str] = field(factory=list, validator=_is_typed)
    country: str | None = field(
        default=None, validator=optional(_like("[A-Z]{2}", "a country of ISO 3166-1 in two capitals"))
    )
    covers: list[str] = field(factory=list, validator=_like("[A-Z]{2}", "countries of ISO 3166-1 in two capitals"))
    languages: list[str] = field(
        factory=list, validator=_like("[a-z]{2}", "languages of ISO 639-1 in two small letters")
    )
    kind: str = field(default="general", validator=_is_typed)
    years: str | None = field(
        default=None, validator=optional(_like(r"(\d{4}|\?)-\d{4}", 'two years such as "1835-1940" or "?-1940"'))
    )
    domains: list[str] = field(
        factory=list, validator=_like(r"([a-z0-9-]+\.)+[a-z]{2,}", 'addresses such as "afp.com"')
    )
    wikidata: str | None = field(default=None, validator=optional(_like(r"Q[1-9]\d*", 'an item such as "Q40464"')))
    source: str | None = field(default=None, validator=optional(_is_typed))
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
        return [*filter(None, [self.name, self.short, self.native]), *self.aliases, *self.exact, *self.ambiguous]

    @property
    def exact_keys(self) -> frozenset[str]:
        """The folded forms of the names that are read only as printed."""
        return frozenset(map(agency_key, self.exact))

    @property
    def read_as(self) -> set[str]:
        """The names of its own in the form in which names are compared: as printed where that counts, else folded."""
        return {name if agency_key(name) in self.exact_keys else agency_key(name) for name in self.own_names}

    def packed(self) -> str:
        """The agency as one string, which ``roster`` takes apart when it is asked for."""
        facts = [
            self.name, self.short, self.native, self.country, " ".join(self.languages), self.kind, self.years,
            self.wikidata,
        ]  # fmt: skip
        return "|".join([fact or "" for fact in facts] + self.aliases)


def read_row(id: str, content: Mapping[str, Any], needed: Iterable[str] = ()) -> AgencyRow:
    """The row of a table; ``ValueError`` names what is wrong in it. ``needed`` are keys that it must have besides."""
    if not isinstance(content, Mapping):
        raise ValueError(f"agency.{id} must be a table of keys and values, not {content!r}")
    given = {"not_" if key == "not" else key: value for key, value in content.items()}
    fields = attrs.fields_dict(AgencyRow)
    known = ", ".join(map(_key, fields.values()))
    if unknown := [key for key in given if key not in fields]:
        raise ValueError(f"agency.{id} has a key `{unknown[0]}` that nothing reads: one of {known}")
    if missing := [name for name in ("name", *needed) if name not in given]:
        raise ValueError(f"agency.{id} needs `{missing[0]}`")
    try:
        return AgencyRow(**given)
    except ValueError as error:
        raise ValueError(f"agency.{id}: {error.args[0]}") from error


def check_owners(pairs: Iterable[tuple[str, str]]) -> None:
    """Raise ``ValueError`` for a name that two ids have: ``pairs`` are a name and an id."""
    owners: dict[str, str] = {}
    for name, id in pairs:
        if owners.setdefault(name, id) != id:
            raise ValueError(
                f"{name!r} is of two agencies, agency.{owners[name]} and agency.{id}: "
                "a name that both use stands under `ambiguous` of both, a site is of one"
            )


def _key(attribute: attrs.Attribute[Any]) -> str:
    """What an attribute is called in the table."""
    return attribute.name.rstrip("_")
