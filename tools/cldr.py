"""The names of countries and great cities in Unicode CLDR, for ``tools/build_places.py``: as ``babel`` has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import babel
from babel import localedata
from babel.core import get_global
from babel.languages import get_official_languages

LANGUAGES = (
    "en es pt fr de it nl sv da nb fi pl cs hu ro el ru uk tr ar he fa hi bn ur id ms vi th zh zh_Hant ja ko".split()
)

# Codes of CLDR and GeoNames that stand for no country, or for none of today.
NO_COUNTRIES = "AC AN CP CQ CS DG EA EU EZ IC QO TA UN XA XB ZZ".split()


@cache
def exemplar_cities() -> list[tuple[str, str, str]]:
    """The cities after which time zones are called: their names in all our languages and their own, their country, and
    the name in English."""
    countries = {zone: code for code, zones in get_global("territory_zones").items() for zone in zones}
    # CLDR keeps the names that zones had at first: Europe/Kiev.
    countries |= {old: countries[new] for old, new in get_global("zone_aliases").items() if new in countries}
    found = []
    for language, of in _languages():
        for zone, names in language.time_zones.items():
            country = countries.get(zone, "")
            if "city" in names and len(country) == 2 and of in (None, country):
                found.append((names["city"], country, _in_english(zone)))
    return found


def _in_english(zone: str) -> str:
    city = babel.Locale.parse("en").time_zones.get(zone, {}).get("city")
    return city or zone.rpartition("/")[2].replace("_", " ")


def country_names() -> Iterator[tuple[str, str, bool]]:
    """The names of every country in all our languages and its own, its code, and whether it is the English one."""
    for language, of in _languages():
        for code, name in language.territories.items():
            if of in (None, code) and len(code) == 2 and code not in NO_COUNTRIES:
                yield name, code, language.language == "en"


def speakers() -> dict[str, str]:
    """The countries in which each language is official, but for English, which is spoken of everywhere."""
    found: dict[str, list[str]] = defaultdict(list)
    for country in sorted(get_global("territory_zones")):
        for language in get_official_languages(country, de_facto=True):
            if len(language) == 2 and language != "en" and country not in NO_COUNTRIES:
                found[language].append(country)
    return {language: " ".join(found[language]) for language in sorted(found)}


@cache
def spoken_in(country: str) -> frozenset[str]:
    """The official languages of a country and of its regions."""
    return frozenset(get_official_languages(country, regional=True, de_facto=True))


@cache
def _languages() -> list[tuple[babel.Locale, str | None]]:
    """Our languages, for every country; and the official languages of each country, for it alone."""
    found: list[tuple[babel.Locale, str | None]] = [(babel.Locale.parse(language), None) for language in LANGUAGES]
    for country in sorted(get_global("territory_zones")):
        for language in get_official_languages(country):
            if language not in LANGUAGES and localedata.exists(language):
                found.append((babel.Locale.parse(language), country))
    return found
