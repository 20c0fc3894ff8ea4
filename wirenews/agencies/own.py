"""Agencies of one's own, beside those of the registry: known to the whole process from then on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..arguments import wrong_type
from ..article import Agency
from ..text import tables

if TYPE_CHECKING:
    from .rows import AgencyRow

_own: dict[str, AgencyRow] = {}
_adding = Lock()


def add_agency(agency: Agency) -> None:
    """Know one more agency, in datelines, credits and bylines, by its name, short and native name and aliases.

    It holds for the whole process, as :func:`mimetypes.add_type` does, and for the processes of
    :func:`~wirenews.parse_many`; other processes must be told themselves. An agency that was added before is replaced.

    >>> import wirenews
    >>> wirenews.add_agency(wirenews.Agency("hafen", "Hafenbote Nachrichten", short="HBN", country="DE"))
    >>> wirenews.parse("KIEL, 2. Mai (HBN) - Es regnete den ganzen Tag.").agency.id
    'hafen'

    Raises ``ValueError`` for an id of the registry, and for a name or alias that another agency has, which it names.
    """
    from .rows import read_row

    if not isinstance(agency, Agency):
        raise wrong_type("agency", "an Agency", agency, "pass wirenews.Agency('hbn', 'Hafenbote', aliases=('HBN',))")
    facts: dict[str, Any] = {
        "name": agency.name,
        "short": agency.short,
        "native": agency.native,
        "aliases": list(agency.aliases),
        "country": agency.country,
        "languages": list(agency.languages),
        "kind": agency.kind,
        "years": agency.years,
        "wikidata": agency.wikidata,
    }
    stated = {name: value for name, value in facts.items() if value not in (None, "", [])}
    _add({agency.id: read_row(agency.id, {"name": "", **stated})})


def add_agencies(path: str | os.PathLike[str]) -> None:
    """Know the agencies of a TOML file: of each a table ``[agency.ID]`` with a ``name``, and what else is known.

    The keys are those of the registry, ``wirenews/data/agencies.toml``: ``short``, ``native``, ``aliases``,
    ``country``, ``languages``, ``kind``, ``years``, ``domains``, ``wikidata``; ``exact``, names that count only as
    printed, and ``ambiguous``, names that others use too, read where country or language of a story say which agency
    it is. What holds for :func:`add_agency` holds for each. With an error, none is added.

    >>> import tempfile, wirenews
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "mine.toml")
    ...     _ = path.write_text("[agency.fjord]\\nname = 'Fjordnytt'\\nshort = 'FJN'\\ndomains = ['fjordnytt.no']")
    ...     wirenews.add_agencies(path)
    >>> wirenews.find_agency("www.fjordnytt.no").name, wirenews.parse("BERGEN (FJN) - Rain.").agency.id
    ('Fjordnytt', 'fjord')

    Raises ``OSError`` where there is no such file, ``ValueError`` that says what is wrong in it.
    """
    import tomllib

    from .rows import read_row

    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{os.fspath(path)} cannot be read as TOML: {error}") from None
    rows = table.get("agency")
    if not isinstance(rows, Mapping):
        raise ValueError(f'{os.fspath(path)} has no table [agency.ID]: write [agency.hbn], and below it name = "…"')
    _add({id: read_row(id, content) for id, content in rows.items()})


def own_agencies() -> dict[str, AgencyRow]:
    """The rows that were added, by id, for :func:`know_own_agencies` in another process."""
    return dict(_own)


def know_own_agencies(rows: Mapping[str, AgencyRow]) -> None:
    """Know these agencies of one's own, from :func:`own_agencies` of another process, and no others."""
    if rows != _own:
        _own.clear()
        _own.update(rows)
        tables.extend("agencies", _with_own)


def _add(rows: Mapping[str, AgencyRow]) -> None:
    from .rows import check_owners

    with _adding:
        together = {**_own, **rows}
        for id, row in rows.items():
            _check_against_registry(id, row)
        check_owners((name, id) for id, row in together.items() for name in row.read_as)
        check_owners((domain, id) for id, row in together.items() for domain in row.domains)
        _own.update(rows)
        tables.extend("agencies", _with_own)


def _check_against_registry(id: str, row: AgencyRow) -> None:
    """Raise for an id, a name or a site that an agency of the registry has."""
    table = tables.load_as_made("agencies")
    if not id or "|" in id:
        raise ValueError(f"an agency needs an id without the sign |, not {id!r}: pass such as 'hbn'")
    if id in table["agency"]:
        raise ValueError(f"the id {id!r} is that of {_named(table, id)}: choose another")
    owners = {name: id for id, names in table["names"].items() for name in names.split("|")}
    for name in sorted(row.read_as):
        if name in owners:
            others = [owners[name]] if owners[name] else table["shared"][name]
            raise ValueError(
                f"agency.{id} and {' and '.join(_named(table, other) for other in others)} have the name {name!r}:"
                " leave it out, or list it under `ambiguous` in a file for add_agencies"
            )
    for domain in row.domains:
        if domain in table["domains"]:
            raise ValueError(f"agency.{id} and {_named(table, table['domains'][domain])} have the site {domain!r}")


def _named(table: Any, id: str) -> str:
    return f"agency.{id} ({table['agency'][id].partition('|')[0]})"


def _with_own(table: Any) -> Any:
    """The table of the registry with the agencies that were added."""
    if not _own:
        return table
    from .indexes import indexed

    owners = {name: id for id, names in table["names"].items() for name in names.split("|")}
    more = indexed(own_agencies())  # a copy, since other threads may add meanwhile
    shared = {
        name: [*table["shared"].get(name, filter(None, [owners.get(name)])), *ids]
        for name, ids in more["shared"].items()
    }
    # A name that both use stays with its owner in the registry.
    unowned = "|".join(name for name in more["names"].pop("", "").split("|") if name and name not in owners)
    blankless = _together("|", table["without_blanks"], more["without_blanks"])
    return {
        **table,
        "agency": {**table["agency"], **more["agency"]},
        "names": _together("|", table["names"], {**more["names"], **({"": unowned} if unowned else {})}),
        "shared": {**table["shared"], **shared},
        "domains": {**table["domains"], **more["domains"]},
        "unlike": [*table["unlike"], *more["unlike"]],
        "small": [*table["small"], *more["small"]],
        "long_names": _together(" ", table["long_names"], more["long_names"]),
        "first_words": f"{table['first_words']} {more['first_words']}",
        "last_words": f"{table['last_words']} {more['last_words']}",
        "without_blanks": {sign: "|".join(sorted(n.split("|"), key=len)[::-1]) for sign, n in blankless.items()},
    }


def _together(sign: str, names: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """The names of each key in both tables."""
    return {**names, **{key: sign.join(filter(None, [names.get(key), added])) for key, added in more.items()}}
