"""What the tables know about a name: whether it is a city, a region or a country, and whose.

Three tables stand behind it: ``data/regions.toml`` (states and provinces, and how datelines
shorten them) and ``data/cities.toml`` (cities that stand alone, former names) are edited by hand;
``data/places.json`` (the cities and countries of the world, from GeoNames and CLDR; in several parts) is
made by ``tools/build_places.py``.
"""

from functools import cache
from typing import NamedTuple, TypeAlias

from ..text import tables
from ..text.patterns import pattern, plain_pattern
from .keys import BESIDE, LATIN_SIGNS, LONGEST, city_key, region_key
from .world import city_of_the_world, country_of_the_world


def is_place(text: str) -> bool:
    """Whether ``text`` as a whole is a known city, "City, Region", region or country.

    >>> is_place("RIO DE JANEIRO"), is_place("Rolla, Mo."), is_place("Steady")
    (True, True, False)
    """
    text = text.strip(BESIDE)
    if not text:
        return False
    if not text.isascii():
        text = text.translate(LATIN_SIGNS)
    if alone(text) is not None:
        return True
    city, qualifiers = take_apart(text)
    return bool(qualifiers) and all(map(is_known, qualifiers)) and can_be_a_city(city, qualifiers[0])


def is_region(text: str) -> bool:
    """Whether ``text`` is a country or a first-level division, in any style of printing it.

    >>> [is_region(t) for t in ("Fla.", "pa.", "MO.", "Texas", "India", "Gaza Strip", "in", "Main")]
    [True, True, True, True, True, True, False, False]
    """
    return bool(regions_of(text.strip()))


# --- the tables ----------------------------------------------------------------------------------

# What a region can be: its name (None: it is a country) and its country ("": it is none any more).
Region: TypeAlias = tuple[str | None, str]


class _Tables(NamedTuple):
    """The tables; keys are in small letters.

    ``cities`` gives the country, several with a blank between when nothing prefers one, or "" for no country.
    ``states`` gives the state of a city that AP lets stand alone.
    """

    cities: dict[str, str]
    states: dict[str, str]
    regions: tables.OnDemand[list[Region]]
    codes: frozenset[str]
    abbreviations: frozenset[str]
    words: frozenset[str]
    not_regions: frozenset[str]
    aboard: tuple[str, ...]


@cache
def _tables() -> _Tables:
    hand, regions = tables.load("cities"), tables.load("regions")
    return _Tables(
        cities=hand["cities"],
        states=hand["states"],
        regions=tables.OnDemand(regions["regions"], _unpacked_regions),
        codes=frozenset(regions["codes"]),
        abbreviations=frozenset(regions["abbreviations"]),
        words=frozenset(hand["words"]),
        not_regions=frozenset(hand["not_regions"]),
        aboard=tuple(hand["aboard"]),
    )


def _unpacked_regions(lines: str) -> list[Region]:
    pairs = [line.split("|") for line in lines.split("\n")]
    return [(name or None, country) for name, country in pairs]


# --- what the tables say of one name -------------------------------------------------------------


def country_of(key: str) -> str | None:
    """The country of a city by its name without case, or ``None`` when no table knows it.

    Several countries, with a blank between, when nothing prefers one, and "" for no country; in small letters for a
    town that is too small to be known without a reason.

    >>> country_of("oslo"), country_of("birmingham"), country_of("rolla"), country_of("gotham city")
    ('NO', 'GB US', 'us', None)
    """
    t = _tables()
    country = t.cities.get(key)
    if country is None:
        country = city_of_the_world(key)
    if country is None and (key_of_city := city_key(key)) != key:
        country = t.cities.get(key_of_city)
        if country is None:
            country = city_of_the_world(key_of_city)
    return country


def large_city(text: str) -> str | None:
    """The country of a city that is more than a town."""
    country = country_of(text.casefold()) if len(text) <= LONGEST else None
    return None if country is None or country.islower() else country


def regions_of(text: str) -> list[Region]:
    """The regions and countries that ``text`` can mean."""
    if len(text) > LONGEST:
        return []
    key = region_key(text)
    found = _regions_under(key)
    if not found and not key.isascii():
        key = city_key(key)
        found = _regions_under(key)
    return [] if found and _is_a_word_like_any_other(text, key) else found


def _regions_under(key: str) -> list[Region]:
    found = _tables().regions.get(key) or []
    country = country_of_the_world(key)
    if country is None or (None, country) in found:
        return found
    return [*found, *((None, one) for one in country.split(" "))]


def _is_a_word_like_any_other(text: str, key: str) -> bool:
    """Whether the name of a region is not printed as one: "in" and "AP", which are no "IN" and "A.P."."""
    t = _tables()
    if len(key) == 2 and text.isascii() and text.isalpha() and text not in t.codes:
        return True
    return text.islower() and text in t.not_regions


def is_sure_region(text: str) -> bool:
    """Whether a region is one wherever it stands: not "Miss" for "Miss.", nor "IN" for "Indiana"."""
    return text not in _tables().not_regions and bool(regions_of(text))


def alone(text: str) -> tuple[str | None, str | None] | None:
    """Region and country of a name with nothing said about it, or ``None``."""
    is_qualified = "," in text or "(" in text or "[" in text
    return None if is_qualified and not is_in_the_table_of_cities(text) else _standing(text)


def _standing(text: str) -> tuple[str | None, str | None] | None:
    """Region and country of a name that stands alone; ``None`` when no table knows it."""
    t = _tables()
    key = text.casefold()
    country = t.cities.get(key)
    if country is None and len(text) <= LONGEST:
        country = country_of(key) if key not in t.words else None
        regions = regions_of(text)
        if regions and _is_regionalone(regions[0], key):
            return agreed(regions, country)
        if country is None and key.startswith(t.aboard):
            return None, None
    if country is None:
        return None
    return t.states.get(key), country.upper() if len(country) == 2 else None


def _is_regionalone(region: Region, key: str) -> bool:
    """Whether a region counts without a city before it: "IN", "Miss" and "Pa." are words then."""
    is_country = region[0] is None
    return is_country or (len(key) > 3 and ("." in key or key not in _tables().abbreviations))


def agreed(regions: list[Region], city: str | None = None) -> tuple[str | None, str | None]:
    """The region and the country, as far as all that a name can mean have them in common.

    A country goes before a city of the same name, a division only where the city is in it.
    """
    name, country = regions[0]
    if name and city and city.isupper() and city != country:
        return None, None
    return (
        name if all(name == other for other, _ in regions) else None,
        country or None if all(country == other for _, other in regions) else None,
    )


def is_in_the_table_of_cities(text: str) -> bool:
    """Whether a whole text is a name of ``cities.toml``, whatever signs are in it."""
    return text.casefold() in _tables().cities


def is_large_place(name: str) -> bool:
    """Whether a name alone is that of a large city or a country, and no word that begins sentences."""
    key = name.casefold()
    if key in _tables().words or len(key) < 2 or (key.endswith(".") and key not in _tables().cities):
        return False
    if large_city(name) is not None:
        return True
    return len(key) > 3 and "." not in key and any(region is None for region, _ in regions_of(name))


def is_aboard(name: str) -> bool:
    """Whether a place is a ship or a plane: "ABOARD AIR FORCE ONE"."""
    return name.casefold().startswith(_tables().aboard)


def is_known(text: str) -> bool:
    """Whether a name is that of a city, a region or a country."""
    return bool(regions_of(text)) or _standing(text) is not None


def can_be_a_city(text: str, region: str) -> bool:
    """Whether ``region`` after it vouches for ``text``: any name in a state, no acronym and no country in a country.

    >>> can_be_a_city("RYE", "N.Y."), can_be_a_city("BOAO", "China"), can_be_a_city("NTT", "China")
    (True, True, False)
    """
    country = country_of(text.casefold())
    if region in _tables().codes and region.isupper() and len(region) == _CODE:
        regions = regions_of(region)
        if all(home not in _WITH_CODES for _, home in regions):
            return country is not None and any(home in country.upper() for _, home in regions)
    if country is not None:
        return True
    if not 3 <= len(text) <= _LONGEST_CITY or not _CITY.fullmatch(text):
        return False
    in_country = any(name is None for name, _ in regions_of(region))
    return not in_country or not ((len(text) == 3 and text.isupper()) or regions_of(text))


_LONGEST_CITY = 40
_CODE = 2
# Where the letters of a region stand behind its cities in all papers: they vouch for a city that no table knows.
_WITH_CODES = ("US", "CA", "AU")
_CITY = pattern(r"[\p{Lu}\p{Lo}][\p{L}\p{M}'’`.-]*+(?: [\p{L}\p{M}'’`.-]++){0,5}")


# --- a city and what is said about it ------------------------------------------------------------


def take_apart(text: str) -> tuple[str, list[str]]:
    """The city and what is said about it: "Lucknow", ["Uttar Pradesh", "India"]."""
    city, *qualifiers = [word for part in _PARTS.findall(text) if (word := part.strip(BESIDE))] or [text]
    return (city, qualifiers) if qualifiers else _without_a_comma(city)


def _without_a_comma(text: str) -> tuple[str, list[str]]:
    """The city and its region where one is printed otherwise than the other: "WAYNE PA.", "BONN West Germany"."""
    if text.isupper() and text[-1] != ".":
        return text, []
    words = text.split(" ")
    for n in range(max(1, len(words) - 3), len(words)):
        city, region = " ".join(words[:n]), " ".join(words[n:])
        if (region.endswith(".") or (city.isupper() and not region.isupper())) and regions_of(region):
            return city, [region]
    return text, []


_PARTS = plain_pattern(r"[^,،，、۔।()（）\[\]［］]++")
