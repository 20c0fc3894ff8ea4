"""Words -> :class:`~wirenews.article.Place`: a name, and what is said about it, as one value."""

from __future__ import annotations

import attrs

from ..arguments import NO_HINTS, Hints, check_text, hints_of
from ..place import Place
from ..text.characters import plain_text
from .facts import countries_speaking, facts_of
from .keys import BESIDE, LATIN_SIGNS, LONGEST, region_key
from .lookup import Region, agreed, alone, country_of, is_place, large_city, regions_of, take_apart
from .names import natural_name

# A place with its region and its country: what is longer is none, and nothing of it is looked up.
_LONGEST_PRINTED = 3 * LONGEST


def find_place(text: str, *, country: str | None = None, language: str | None = None) -> Place | None:
    """The place that ``text`` names, or ``None`` when no table knows it.

    >>> place = find_place("Bellevue, Wash.")
    >>> place.name, place.region, place.country, place.subdivision, place.geonames, place.latitude, place.longitude
    ('Bellevue', 'Washington', 'US', 'US-WA', 5786882, 47.61, -122.2)
    >>> find_place("PARIS").country, find_place("PARIS, Texas").country
    ('FR', 'US')
    >>> find_place("МОСКВА").name, find_place("МОСКВА").geonames == find_place("Moscow").geonames
    ('Москва', True)

    The whole text must be a name, in any case. Where cities of several countries bear it and
    newsroom convention prefers none, ``country`` is ``None``. A known region vouches for its city.

    >>> find_place("Birmingham").country is None, find_place("Gotham City") is None
    (True, True)

    ``country`` (ISO 3166-1 alpha-2) and ``language`` (ISO 639-1), of the paper or of the story, settle what is left
    open so: the first where a bearer of the name lies in that country, the second where one alone lies where it is an
    official language. What the text or convention settles stays as it is. What is no code raises ``ValueError``.

    >>> find_place("Birmingham", country="US").subdivision, find_place("Kochi", language="ja").country
    ('US-AL', 'JP')
    >>> find_place("PARIS", country="US").country
    'FR'
    """
    check_text(text, "pass the name of a place, such as 'PARIS, Texas'")
    hints = hints_of(country, language)
    if len(text.strip()) > _LONGEST_PRINTED:
        return None
    text = plain_text(text).strip(BESIDE)
    return settled(place_of(text), hints) if is_place(text) else None


def place_of(text: str) -> Place:
    """The place that a text names, alone or with its region, known or not.

    >>> place = place_of("Lucknow (Uttar Pradesh) [India]")
    >>> place.text, place.name, place.region, place.country
    ('Lucknow (Uttar Pradesh) [India]', 'Lucknow', 'Uttar Pradesh', 'IN')
    >>> place_of("GOTHAM CITY").name, place_of("GOTHAM CITY").country
    ('Gotham City', None)
    """
    if not text.isascii() and (words := text.translate(LATIN_SIGNS)) != text:
        return attrs.evolve(place_of(words), text=text)
    known = alone(text)
    if known is not None:
        return Place.found(facts_of, text, natural_name(text), *known)
    city, qualifiers = take_apart(text)
    where = _region_and_country(city, qualifiers) if qualifiers else (None, None)
    return Place.found(facts_of, text, natural_name(city), *where)


def settled(place: Place, hints: Hints) -> Place:
    """The place in the country that hints settle, where neither the text nor convention does."""
    if hints is NO_HINTS or place.country is not None or place.region not in (None, place.name):
        return place
    meant = _meanings(place.name)
    here = [region for region in meant if region[1] == hints.country]
    if not here and hints.language is not None:
        spoken = countries_speaking(hints.language)
        here = [region for region in meant if region[1] in spoken]
    if len({country for _, country in here}) != 1:
        return place
    return Place.found(facts_of, place.text, place.name, *here[0])


def _meanings(name: str) -> list[Region]:
    """What a name can mean alone: a city of each country that has one so called, or a region."""
    return [*((None, country) for country in _countries_of_city(name).split()), *regions_of(name)]


_CODE = 2


# --- a city and what is said about it ------------------------------------------------------------


def _region_and_country(city: str, qualifiers: list[str]) -> tuple[str | None, str | None]:
    """Region and country of a city from what is said about it."""
    said = [(qualifier, regions_of(qualifier)) for qualifier in qualifiers]
    region, country = _without_doubt(said)
    doubtful = [(qualifier, meant) for qualifier, meant in said if len(meant) > 1]
    if country is not None and not doubtful:
        return region, country
    home = _countries_of_city(city)
    for qualifier, meant in doubtful:
        name, country = _choose(meant, country, home, is_code=len(region_key(qualifier)) == _CODE)
        region = name or region
    return region, country or (home if len(home) == 2 else None)


def _countries_of_city(city: str) -> str:
    """The country of a city or a town, several with a blank between; "" when no table knows it."""
    return (country_of(city.casefold()) or "").upper() if len(city) <= LONGEST else ""


def _without_doubt(said: list[tuple[str, list[Region]]]) -> tuple[str | None, str | None]:
    """Region and country from what has one meaning, or is no region of the tables."""
    region: str | None = None
    country: str | None = None
    for qualifier, meant in said:
        if len(meant) == 1:
            region, country = meant[0][0] or region, meant[0][1] or country
        elif not meant and region is None:
            region, country = natural_name(qualifier), country or _country_of_province(qualifier)
    return region, country


def _country_of_province(name: str) -> str | None:
    """The country of a province that is called after its city: "Don Benito (Badajoz)"."""
    country = large_city(name)
    return country if country is not None and len(country) == 2 else None


def _choose(regions: list[Region], country: str | None, home: str, *, is_code: bool) -> tuple[str | None, str | None]:
    """The one of several regions of a name that the country, or else the city, speaks for."""
    here = [(name, c) for name, c in regions if (c == country if country else c and c in home)]
    if len(here) == 1:
        return here[0]
    # ATHENS, Georgia: a namesake of a city elsewhere is a namesake in the first country of the table; two letters too.
    return regions[0] if home or is_code else agreed(regions)
