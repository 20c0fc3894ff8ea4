"""What is known of the places themselves, for ``tools/build_places.py``: their ids, coordinates and divisions."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import cldr  # noqa: E402
import compile_tables  # noqa: E402
import geonames  # noqa: E402
from geonames import City  # noqa: E402

# Degrees between two rows that are one place.
NEAR = 0.3

Cities = Mapping[str, list[City]]
Shelved = Mapping[str, list[tuple[str, list[str]]]]


def made(shelves: Shelved, bearers: Cities, sure: Mapping[str, City]) -> dict[str, dict[str, str]]:
    """The parts of the table.

    ``rows``       of each country its cities: id, latitude and longitude in hundredths of a degree, each less that of
                   the city before; behind the division, where another one begins
    ``links``      of each name on a shelf of the names, in their order: the numbers of its cities in these rows
    ``countries``  of each country its id and the number of its capital
    ``divisions``  of each division of ``regions.toml`` its code and its id
    ``speakers``   of each language the countries whose own it is

    ``sure`` are the cities that a name stands for in their country, whatever namesakes they have there.
    """
    cities: dict[str, list[City]] = {}
    for head, lines in shelves.items():
        for _, tails in lines:
            for tail in tails:
                cities[head + tail] = _cities_of(head + tail, bearers, sure)
    rows = _rows(city for found in cities.values() for city in found)
    numbers = {city.id: number for country in rows.values() for number, city in enumerate(country)}
    capitals = {city.country: numbers[city.id] for of in rows.values() for city in of if city.id in geonames.capitals()}
    return {
        "rows": {country: _packed(of) for country, of in rows.items()},
        "links": {
            head: " ".join(
                ",".join(
                    _link(city, value, numbers[city.id], cities[head + tail], sure.get(head + tail))
                    for city in cities[head + tail]
                )
                for value, tails in lines
                for tail in tails
            )
            for head, lines in shelves.items()
        },
        "countries": {
            code: f"{id} {capitals.get(code, '')}".rstrip() for code, (id, _, _) in sorted(geonames.countries().items())
        },
        "divisions": {
            f"{country}|{name}": " ".join(map(str, row))
            for country, divisions in compile_tables.source("regions")["iso"].items()
            for name, row in divisions.items()
        },
        "speakers": cldr.speakers(),
    }


def _cities_of(name: str, bearers: Cities, sure: Mapping[str, City]) -> list[City]:
    """The cities of a name, the surest first; each once."""
    found = [*([sure[name]] if name in sure else []), *bearers.get(name, ())]
    return list({city.id: city for city in found if city.id}.values())


def _rows(cities: Iterable[City]) -> dict[str, list[City]]:
    """The cities of each country, those of a division together."""
    rows: dict[str, list[City]] = defaultdict(list)
    for city in sorted({city.id: city for city in cities}.values(), key=lambda city: (city.division, city.id)):
        rows[city.country].append(city)
    return dict(sorted(rows.items()))


def _packed(cities: list[City]) -> str:
    rows, before, division = [], (0, 0, 0), ""
    for city in cities:
        figures = (city.id, round(city.latitude * 100), round(city.longitude * 100))
        steps = " ".join(str(figure - last) for figure, last in zip(figures, before, strict=True))
        rows.append(steps if city.division == division else f"{city.division}:{steps}")
        before, division = figures, city.division
    return "|".join(rows)


def _link(city: City, value: str, number: int, namesakes: list[City], sure: City | None) -> str:
    """The number of a city in its country's rows, with the country where the name does not stand for it first.

    With ``~`` where the name alone does not tell it from a namesake in its country.
    """
    country = "" if value[:2].upper() == city.country else city.country
    rivals = [other for other in namesakes if other.country == city.country and not _is_same_place(city, other)]
    if sure is not None and sure.country == city.country:
        is_told = _is_same_place(city, sure) and all(city.people >= 2 * other.people for other in rivals)
    else:
        is_told = all(city.people >= geonames.MUCH_LARGER * other.people for other in rivals)
    return f"{country}{number}{'' if is_told else '~'}"


def _is_same_place(city: City, other: City) -> bool:
    """Whether two rows are one place: GeoNames has some cities twice, and old towns beside their cities."""
    return abs(city.latitude - other.latitude) < NEAR and abs(city.longitude - other.longitude) < NEAR
