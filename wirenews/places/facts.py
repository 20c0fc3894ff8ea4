"""What the tables know of a place itself: its division, its id in GeoNames, where it lies.

The table is read when somebody asks for the first of these, and of its rows no more than that place needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from ..place import Place, PlaceFacts
from ..text import tables
from ..text.patterns import plain_pattern
from ..text.tables import OnDemand, shelf_of, shelf_rows
from .keys import LONGEST, city_key
from .world import country_of_the_world, table_of

# A city: its id, latitude and longitude in hundredths of a degree, and the code of its division, perhaps empty.
_Row: TypeAlias = tuple[int, int, int, str]

NOTHING = PlaceFacts()


def facts_of(place: Place) -> PlaceFacts:
    """The division, id and coordinates of a place by its name, region and country; ``None`` each where it is not known.

    A country or a division has an id, and no coordinates; where the capital is called like its country, as
    Djibouti is, the capital is meant. A city that shares its name with another one in its country, and is not known to
    stand alone, has nothing but the division that was printed.
    """
    name, region, country = place.name, place.region, place.country
    if country is None or len(name) > LONGEST:
        return NOTHING
    if region is None and _is_country(name, country):
        return _capital(name, country) or PlaceFacts(None, int(_table("countries")[country].partition(" ")[0]))
    code, _, id = _table("divisions").get(f"{country}|{region}", "").partition(" ")
    division = f"{country}-{code}" if code else None
    city = _city(name, country, division)
    if city is not None:
        return city._replace(subdivision=division or city.subdivision)
    if region is not None and city_key(name) == city_key(region) and id:
        return PlaceFacts(division, int(id))
    return PlaceFacts(division)


def countries_speaking(language: str) -> list[str]:
    """The countries whose official language it is; none for English, which is the wires' own everywhere.

    >>> countries_speaking("ja"), countries_speaking("en")
    (['JP'], [])
    """
    return _table("speakers").get(language, "").split()


def _is_country(name: str, country: str) -> bool:
    """Whether a name is a country's, and not also that of a city in ``cities.toml``, as Singapore's is."""
    key = name.casefold()
    codes = country_of_the_world(key) or ""
    return country in codes.split(" ") and country in _table("countries") and key not in tables.load("cities")["cities"]


def _capital(name: str, country: str) -> PlaceFacts | None:
    """The capital of a country, if this is its name."""
    _, _, number = _table("countries")[country].partition(" ")
    is_capital = number and any(of_city == int(number) for of_city, _ in _numbers(name, country))
    return _row(country, int(number)) if is_capital else None


def _city(name: str, country: str, division: str | None) -> PlaceFacts | None:
    """The city of this name in a country, and in the division that was printed, if it is clear which one it is."""
    found = [(_row(country, number), is_told) for number, is_told in _numbers(name, country)]
    if division in _divisions(country):
        return next((city for city, _ in found if city.subdivision == division), None)
    return next((city for city, is_told in found if is_told), None)


def _numbers(name: str, country: str) -> Iterator[tuple[int, bool]]:
    """The numbers of the cities of a name among those of a country, and whether the name alone tells which is meant."""
    for key in dict.fromkeys((name.casefold(), city_key(name))):
        for link in _links(key):
            of, number, doubt = _LINK.fullmatch(link).groups()  # type: ignore[union-attr]
            if of == country:
                yield int(number), not doubt


_LINK = plain_pattern(r"([A-Z]{2})(\d+)(~?)")


def _links(key: str) -> list[str]:
    """The cities of a name: the country of each, its number there, and "~" where others share the name there."""
    head = shelf_of(key)
    shelf = tables.load(table_of(key))["cities"].get(head)
    links = _table("links").get(head)
    if shelf is None or links is None:
        return []
    each = iter(links.split(" "))
    for value, *tails in shelf_rows(shelf):
        for tail, packed in zip(tails, each, strict=False):
            if head + tail == key:
                return [_with_country(link, value[:2].upper()) for link in packed.split(",") if link]
    return []


def _with_country(link: str, country: str) -> str:
    return link if link[0].isalpha() else country + link


def _row(country: str, number: int) -> PlaceFacts:
    id, latitude, longitude, code = _rows(country)[number]
    return PlaceFacts(f"{country}-{code}" if code else None, id, latitude / 100, longitude / 100)


@cache
def _divisions(country: str) -> frozenset[str]:
    """The divisions by which the cities of a country are known."""
    return frozenset(f"{country}-{code}" for *_, code in _rows(country) if code)


def _rows(country: str) -> list[_Row]:
    return _all_rows().get(country) or []


@cache
def _all_rows() -> OnDemand[list[_Row]]:
    return OnDemand(_table("rows"), _unpacked)


def _unpacked(packed: str) -> list[_Row]:
    """The cities of a country; each is packed as its steps from the one before."""
    rows: list[_Row] = []
    id = latitude = longitude = 0
    division = ""
    for row in packed.split("|"):
        code, colon, steps = row.rpartition(":")
        division = code if colon else division
        by_id, by_latitude, by_longitude = map(int, steps.split(" "))
        id, latitude, longitude = id + by_id, latitude + by_latitude, longitude + by_longitude
        rows.append((id, latitude, longitude, division))
    return rows


def _table(part: str) -> dict[str, str]:
    table: dict[str, str] = tables.load("places_facts")[part]
    return table
