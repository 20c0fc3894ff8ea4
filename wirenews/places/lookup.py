"""Words -> :class:`~wirenews.article.Place`: the places of a dateline, known or not.

Three tables stand behind it: ``data/regions.toml`` (states and provinces, and how datelines
shorten them) and ``data/cities.toml`` (cities that stand alone, former names) are edited by hand;
``data/places.json`` (the cities and countries of the world, from GeoNames and CLDR) is made by
``tools/build_places.py``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

import attrs
import regex

from ..arguments import check_text
from ..article import Place
from ..text import tables
from ..text.characters import plain_text
from ..text.patterns import pattern


def find_place(text: str) -> Place | None:
    """The place that ``text`` names, or ``None`` when no table knows it.

    >>> find_place("Bellevue, Wash.")
    Place(text='Bellevue, Wash.', name='Bellevue', region='Washington', country='US')
    >>> find_place("PARIS").country, find_place("PARIS, Texas").country
    ('FR', 'US')
    >>> find_place("МОСКВА")
    Place(text='МОСКВА', name='Москва', region=None, country='RU')

    The whole text must be a name, in any case. Where cities of several countries bear it and
    newsroom convention prefers none, ``country`` is ``None``. A known region vouches for its city.

    >>> find_place("Birmingham").country is None, find_place("Gotham City") is None
    (True, True)
    """
    check_text(text, "pass the name of a place, such as 'PARIS, Texas'")
    text = plain_text(text).strip(_EDGE)
    return _place(text) if is_place(text) else None


def read_places(text: str) -> tuple[Place, ...]:
    """The places in the place part of a dateline, in order, known or not.

    >>> [p.text for p in read_places("WEST PALM BEACH, Fla./WASHINGTON")]
    ['WEST PALM BEACH, Fla.', 'WASHINGTON']
    >>> [p.text for p in read_places("Frankfurt/Main")]
    ['Frankfurt/Main']
    >>> read_places("Lucknow (Uttar Pradesh) [India]")[0]
    Place(text='Lucknow (Uttar Pradesh) [India]', name='Lucknow', region='Uttar Pradesh', country='IN')

    ``text`` is what was printed, ``name`` is in the case that people write; an unknown place has
    no country. The text is taken to hold places and nothing else.
    """
    return _read(text) if len(text) <= _CACHED else _split(text)


def is_place(text: str) -> bool:
    """Whether ``text`` as a whole is a known city, "City, Region", region or country.

    >>> is_place("RIO DE JANEIRO"), is_place("Rolla, Mo."), is_place("Steady")
    (True, True, False)
    """
    text = text.strip(_EDGE)
    if not text or len(text) > _LONGEST:
        return False
    if not text.isascii():
        text = text.translate(_LATIN_SIGNS)
    if text.casefold() in _tables().cities or (not _is_qualified(text) and _standing(text) is not None):
        return True
    city, qualifiers = _take_apart(text)
    return bool(qualifiers) and all(map(_is_known, qualifiers)) and _can_be_a_city(city, qualifiers[0])


def is_region(text: str) -> bool:
    """Whether ``text`` is a country or a first-level division, in any style of printing it.

    >>> [is_region(t) for t in ("Fla.", "pa.", "MO.", "Texas", "India", "Gaza Strip", "in", "Main")]
    [True, True, True, True, True, True, False, False]
    """
    return bool(_regions(text.strip()))


def known_prefix(text: str, pos: int = 0, endpos: int | None = None) -> int:
    """Where the longest known place that starts at ``pos`` ends; ``pos`` when none does.

    For datelines glued to the lead. A region belongs to its city, and vouches for a city in
    capitals that no table knows. Names must be in capitals or in the case of the table, so
    that "nice" is no place.

    >>> known_prefix("BEIJING French luxury goods firm")
    7
    >>> known_prefix("ROLLA, Mo. World leaders met")
    10
    >>> known_prefix("nice day in Rome")
    0
    """
    end = len(text) if endpos is None else min(endpos, len(text))
    # A script without case has no small letters either.
    if pos >= end or not text[pos].isalpha() or text[pos].islower():
        return pos
    return pos + _prefix(text[pos : min(end, pos + _LONGEST)])


# --- the tables ----------------------------------------------------------------------------------

# What a region can be: its name (None: it is a country) and its country ("": it is none any more).
_Region: TypeAlias = tuple[str | None, str]


class _Shelves:
    """A large table, indexed shelf by shelf: a shelf is opened when the first key on it is asked for.

    A shelf holds the keys that begin alike (:func:`shelf_of`), without this beginning, a line a value.
    """

    __slots__ = ("_closed", "_open")

    def __init__(self, shelves: dict[str, str]) -> None:
        self._closed = shelves
        self._open: dict[str, dict[str, str]] = {}

    def get(self, key: str) -> str | None:
        head = shelf_of(key)
        shelf = self._open.get(head)
        if shelf is None:
            if head not in self._closed:
                return None
            shelf = self._open[head] = {}
            for line in self._closed[head].split("\n"):
                value, *tails = line.split("|")
                shelf.update(dict.fromkeys(tails, value))
        return shelf.get(key[len(head) :])


def shelf_of(key: str) -> str:
    """Two Latin letters or one of another script: how the keys of a shelf begin."""
    return key[:2] if key < "\u0250" else key[:1]


class _Tables(NamedTuple):
    """The tables, ready for lookup: keys are casefolded.

    ``cities`` (by hand) and ``gazetteer`` give the country, several with a blank between when
    nothing prefers one, or "" for no country; in small letters for a town that is too small to
    be known without a reason. ``states`` gives the state of a city that AP lets stand alone.
    """

    cities: dict[str, str]
    states: dict[str, str]
    gazetteer: _Shelves
    regions: dict[str, list[_Region]]
    countries: _Shelves
    codes: frozenset[str]
    abbreviations: frozenset[str]
    spelled: dict[str, str]
    words: frozenset[str]
    not_regions: frozenset[str]
    small: frozenset[str]
    tails: frozenset[str]
    domains: frozenset[str]
    aboard: tuple[str, ...]
    separator: regex.Pattern[str]


@cache
def _tables() -> _Tables:
    made, hand, divisions = tables.load("places"), tables.load("cities"), tables.load("regions")["divisions"]
    cities: dict[str, str] = {}
    for group in ("also", "famous", "seats", "unsettled"):
        for country, names in hand[group].items():
            cities.update((name.casefold(), country) for name in names)
    states: dict[str, str] = {}
    for country, by_state in hand["alone"].items():
        for state, names in by_state.items():
            states.update((name.casefold(), state) for name in names)
            cities.update((name.casefold(), country) for name in names)
    cities.update((name.casefold(), "") for name in hand["nowhere"]["names"])
    joins = "|".join(hand["joins"]["words"])
    return _Tables(
        cities=cities,
        states=states,
        gazetteer=_Shelves(made["cities"]),
        regions=_region_index(divisions, hand),
        countries=_Shelves(made["countries"]),
        codes=_codes(divisions, hand),
        abbreviations=_folded(form.strip(".") for form in _forms(divisions) if form.endswith(".")),
        spelled={capitals(name).casefold(): name for name in made["spelled"].split("|")},
        words=_folded(hand["words"]["cities"]),
        not_regions=frozenset(hand["words"]["regions"]),
        small=_folded(hand["small"]["words"]),
        tails=_folded(hand["slash"]["tails"]),
        domains=frozenset(hand["nowhere"]["domains"]),
        aboard=tuple(word.casefold() + " " for word in hand["nowhere"]["aboard"]),
        separator=regex.compile(rf"\s*+[/;]\s*+|\s++(?:&|{joins})\s++"),
    )


def _forms(divisions: Any) -> Iterator[str]:
    return (form for names in divisions.values() for forms in names.values() for form in forms)


def _codes(divisions: Any, hand: Any) -> frozenset[str]:
    """What two letters without a dot may be a region: "NY" and "Va", but not "in", "AP" or "Me"."""
    forms = [*_forms(divisions), *(form for names in hand["countries"].values() for form in names)]
    codes = {form for form in forms if len(form) == 2}
    undotted = {form[:-1] for form in forms if len(form) == 3 and form.endswith(".")}
    return frozenset(codes | undotted.difference(hand["words"]["regions"]))


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _region_index(divisions: Any, hand: Any) -> dict[str, list[_Region]]:
    """The regions of the tables edited by hand; the countries of CLDR are looked up beside it."""
    index: dict[str, list[_Region]] = {}
    for country, names in divisions.items():
        for name, forms in names.items():
            for key in {region_key(form) for form in (name, *forms)}:
                index.setdefault(key, []).append((name, country))
    for country, names in hand["countries"].items():
        for key in {region_key(name) for name in names}:
            index.setdefault(key, []).append((None, country))
    for name in hand["former"]["names"]:
        index[region_key(name)] = [(None, "")]
    return index


# --- keys ----------------------------------------------------------------------------------------

# What may stand round a place and is not part of it.
_EDGE = " \t\n,;:/،，、؛۔।。"
# The commas and brackets of other scripts as ours.
_LATIN_SIGNS = str.maketrans(dict.fromkeys("،，、", ",") | {"（": "(", "）": ")", "［": "[", "］": "]"})
# No name is longer: a longer text is split, but its parts are not looked up.
_LONGEST = 100
# What is longer is no usual dateline, and not worth keeping.
_CACHED = 200


def region_key(text: str) -> str:
    """How the table of regions spells ``text``: without case and dots.

    >>> region_key("W. Va."), region_key("N.Y."), region_key("New York")
    ('wva', 'ny', 'new york')
    """
    key = text.casefold()
    return key.replace(". ", "").replace(".", "") if "." in key else key


def plain_key(text: str) -> str:
    """How the table of cities spells ``text`` where its own spelling is not in it.

    Without accents, dots and hyphens; "St.", "Ft." and "Mt." in full.

    >>> plain_key("St-Étienne"), plain_key("Mt. Vernon"), plain_key("Łódź"), plain_key("San`a")
    ('saint etienne', 'mount vernon', 'lodz', "san'a")
    """
    key = text.casefold()
    if key.isascii() and key.replace(" ", "").isalpha() and not key.startswith(_SHORTENED):
        return key
    if not key.isascii():
        key = key.translate(_LETTERS)
        if max(key) < "\u1f00":
            key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    key = key.replace("`", "'").replace("-", " ").replace(".", " ")
    words = key.split()
    if len(words) > 1:
        words[0] = _IN_FULL.get(words[0], words[0])
    return " ".join(words)


_SHORTENED = ("st ", "ste ", "ft ", "mt ")
_IN_FULL = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
    | {"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "\u200c": " ", "״": '"'}
    | dict.fromkeys("’‘ʼʻ´′׳", "'")
    | dict.fromkeys("\u2010\u2011\u2013", "-")
)


# --- lookup --------------------------------------------------------------------------------------


def _standing(text: str) -> tuple[str | None, str | None] | None:
    """Region and country of a name that stands alone; ``None`` when no table knows it."""
    t = _tables()
    key = text.casefold()
    country = t.cities.get(key)
    if country is None and len(text) <= _LONGEST:
        regions = _regions(text)
        country = _country(key) if key not in t.words else None
        # "IN", "Miss" and "Pa." are regions after a city, and words without one.
        if regions and (regions[0][0] is None or (len(key) > 3 and ("." in key or key not in t.abbreviations))):
            return _agreed(regions, country)
        if country is None and key.startswith(t.aboard):
            return None, None
    if country is None:
        return None
    return t.states.get(key), country.upper() if len(country) == 2 else None


def _country(key: str) -> str | None:
    """What the tables of cities have under a casefolded name."""
    t = _tables()
    country = t.cities.get(key)
    if country is None:
        country = t.gazetteer.get(key)
        if country is None and (plain := plain_key(key)) != key:
            country = t.cities.get(plain)
            if country is None:
                country = t.gazetteer.get(plain)
    return country


def _regions(text: str) -> list[_Region]:
    """The regions and countries that ``text`` can mean."""
    if len(text) > _LONGEST:
        return []
    t = _tables()
    key = region_key(text)
    found = t.regions.get(key)
    country = t.countries.get(key)
    if found is None and country is None and not key.isascii():
        key = plain_key(key)
        found = t.regions.get(key)
        country = t.countries.get(key)
    if found is None and country is None:
        return []
    if len(key) == 2 and text not in t.codes and text.isalpha() and text.isascii():
        return []
    if text in t.not_regions and text.islower():
        return []
    if country is not None and (found is None or (None, country) not in found):
        return [*(found or ()), *((None, c) for c in country.split(" "))]
    return found or []


def _agreed(regions: list[_Region], city: str | None = None) -> tuple[str | None, str | None]:
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


def _is_known(text: str) -> bool:
    return bool(_regions(text)) or _standing(text) is not None


def _can_be_a_city(text: str, region: str) -> bool:
    """Whether ``region`` after it vouches for ``text``: any name in a state, no acronym and no country in a country.

    "RYE, N.Y." and "BOAO, China", but not "NTT, China" or "India, Pakistan".
    """
    if _country(text.casefold()) is not None:
        return True
    if len(text) > 40 or len(text) < 3 or not _CITY.fullmatch(text):
        return False
    in_country = any(name is None for name, _ in _regions(region))
    return not in_country or not ((len(text) == 3 and text.isupper()) or _regions(text))


_CITY = pattern(r"[\p{Lu}\p{Lo}][\p{L}\p{M}'’`.-]*+(?: [\p{L}\p{M}'’`.-]++){0,5}")


# --- reading -------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Place, ...]:
    if text.isalpha() or text.casefold() in _tables().cities:
        return (_place(text),)
    # The usual form without detours: one city with its region.
    city, comma, region = text.partition(", ")
    if comma and (city.isalpha() or (_BARE.fullmatch(city) and not _tables().separator.search(city))):
        found = _regions(region)
        if found and not (region.isupper() and _begins_another(city, region)):
            return (Place(text, _natural(city), *_settle(city, [region])),)
    return _split(text)


def _split(text: str) -> tuple[Place, ...]:
    return tuple(_place(part) for chunk in _chunks(text) for part in _parts(chunk) if not _is_address(part))


def _chunks(text: str) -> Iterator[str]:
    """The text, cut at slashes, semicolons and the words for "and"."""
    text = text.strip(_EDGE)
    start = 0
    for cut in _tables().separator.finditer(text):
        if not _is_inside_a_name(text, start, cut):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


def _is_inside_a_name(text: str, start: int, cut: regex.Match[str]) -> bool:
    """Whether a separator is none: "Frankfurt/Main", "Bosnia and Herzegovina"."""
    after = text[cut.end() : cut.end() + _LONGEST]
    if "/" in cut[0]:
        tail = _TAIL.match(after)
        return tail is not None and tail[0].casefold() in _tables().tails
    if ";" in cut[0]:
        return False
    if text.rfind("(", start, cut.start()) > text.rfind(")", start, cut.start()):  # (Andaman and Nicobar)
        return True
    before = text[max(start, cut.start() - _LONGEST) : cut.start()]
    whole = before.rpartition(",")[2].strip() + cut[0] + after.partition(",")[0].strip()
    return _is_known(whole) or after[:1].islower() != before[:1].islower()


# A city with nothing round it that would have to be taken off or taken apart.
_BARE = pattern(r"[\p{L}\p{M}'’`][\p{L}\p{M}'’` .-]*+(?<=[^ ])")
_TAIL = pattern(r"[\p{L}\p{M}]{1,20}+\.?+(?=\W|$)")


def _parts(chunk: str) -> Iterator[str]:
    """The places between two slashes: "PARIS, LONDON" is two, "PARIS, Texas" one."""
    tokens = [m for m in _TOKEN.finditer(chunk) if m[0].strip(_EDGE)]
    if not tokens:
        return
    start, end = tokens[0].span()
    city = _token(tokens[0])
    for token in tokens[1:]:
        if chunk[token.start() - 1] in _COMMAS and _begins_another(city, _token(token)):
            yield chunk[start:end].strip(_EDGE)
            start, city = token.start(), _token(token)
        end = token.end()
        if chunk[end : end + 1] in (")", "]", "）", "］"):
            end += 1
    yield chunk[start:end].strip(_EDGE)


def _token(match: regex.Match[str]) -> str:
    return match[0].strip(_EDGE)[: _LONGEST + 1]


_COMMAS = (",", "،", "，", "、", "۔", "।")
_TOKEN = pattern(r"[^,،，、۔।()（）\[\]［］]++")


def _begins_another(city: str, word: str) -> bool:
    """Whether ``word``, after ``city`` and a comma, is a city too and not the region of ``city``."""
    if _is_address(city) or _is_address(word):
        return True
    country = _large_city(word)
    regions = _regions(word)
    if not regions:
        return country is not None or (city.isupper() and word.isupper())
    if country is None or not word.isupper():
        return False
    home = _large_city(city)
    return home is not None and all(region not in home for _, region in regions)


def _is_address(text: str) -> bool:
    """Whether the name is an outlet's and not a place's: ``KOMPAS.com``."""
    return (
        "." in text and text.rpartition(".")[2].casefold() in _tables().domains and _ADDRESS.fullmatch(text) is not None
    )


_ADDRESS = pattern(r"[\p{L}\p{N}-]{3,40}(?:\.[\p{L}\p{N}-]{2,20}){1,3}")


def _large_city(text: str) -> str | None:
    """The country of a city that is more than a town."""
    country = _country(text.casefold()) if len(text) <= _LONGEST else None
    return None if country is None or country.islower() else country


def _place(text: str) -> Place:
    """One place, alone or with its region."""
    if not text.isascii() and (words := text.translate(_LATIN_SIGNS)) != text:
        return attrs.evolve(_place(words), text=text)
    known = _standing(text) if not _is_qualified(text) or text.casefold() in _tables().cities else None
    if known is not None:
        return Place(text, _natural(text), known[0], known[1])
    city, qualifiers = _take_apart(text)
    if not qualifiers:
        return Place(text, _natural(city))
    region, country = _settle(city, qualifiers)
    return Place(text, _natural(city), region, country)


def _is_qualified(text: str) -> bool:
    return "," in text or "(" in text or "[" in text


def _take_apart(text: str) -> tuple[str, list[str]]:
    """The city and what is said about it: "Lucknow", ["Uttar Pradesh", "India"]."""
    city, *qualifiers = [word for m in _TOKEN.findall(text) if (word := m.strip(_EDGE))] or [text]
    if qualifiers:
        return city, qualifiers
    # Without a comma only what is printed otherwise than the city: "WAYNE PA.", "BONN West Germany".
    if city.isupper() and city[-1] != ".":
        return city, []
    words = city.split(" ")
    for n in range(max(1, len(words) - 3), len(words)):
        head, tail = " ".join(words[:n]), " ".join(words[n:])
        if (tail.endswith(".") or (head.isupper() and not tail.isupper())) and _regions(tail):
            return head, [tail]
    return city, []


def _settle(city: str, qualifiers: list[str]) -> tuple[str | None, str | None]:
    """Region and country of a city from what is said about it."""
    region: str | None = None
    country: str | None = None
    doubtful: list[list[_Region]] = []
    for qualifier in qualifiers:
        found = _regions(qualifier)
        if len(found) > 1:
            doubtful.append(found)
        elif found:
            region, country = found[0][0] or region, found[0][1] or country
        elif region is None:
            region = _natural(qualifier)
            # "Don Benito (Badajoz)": the province is known as the city it is called after.
            province = _large_city(qualifier)
            if province is not None and len(province) == 2:
                country = country or province
    if country is not None and not doubtful:
        return region, country
    home = (_country(city.casefold()) or "").upper() if len(city) <= _LONGEST else ""
    for found in doubtful:
        name, country = _choose(found, country, home)
        region = name or region
    return region, country or (home if len(home) == 2 else None)


def _choose(found: list[_Region], country: str | None, home: str) -> tuple[str | None, str | None]:
    """The one of several regions of a name that the country, or else the city, speaks for."""
    here = [(name, c) for name, c in found if (c == country if country else c and c in home)]
    if len(here) == 1:
        return here[0]
    # ATHENS, Georgia: a namesake of a city elsewhere is a namesake in the first country of the table.
    return found[0] if home else _agreed(found)


# --- names ---------------------------------------------------------------------------------------


def _natural(text: str) -> str:
    """The name in the case that people write; a name in mixed case is left as it is."""
    if not (text.isupper() or text.islower()):
        if not (text.startswith("Mc") and text[2:].isupper()):
            return text
        text = text.upper()
    return _tables().spelled.get(text.casefold() if text.isascii() else capitals(text).casefold()) or titled(
        text, _tables().small
    )


def capitals(name: str) -> str:
    """A name as it is printed in capitals, which have no accents in Greek.

    >>> capitals("Αθήνα"), capitals("Łódź")
    ('ΑΘΗΝΑ', 'ŁÓDŹ')
    """
    name = name.upper()
    if any("\u0370" <= c < "\u0400" for c in name):
        return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return name


def titled(text: str, small: frozenset[str]) -> str:
    """A name out of capitals, by rule.

    >>> small = frozenset({"de", "upon", "al"})
    >>> [titled(t, small) for t in ("RIO DE JANEIRO", "ST. LOUIS", "COEUR D'ALENE", "DEIR AL-BALAH", "MCALLEN")]
    ['Rio de Janeiro', 'St. Louis', "Coeur d'Alene", 'Deir al-Balah', 'McAllen']

    A dotted capital I tells Turkish, where the other one is dotless in small letters.

    >>> titled("DİYARBAKIR", small), titled("İZMİR", small)
    ('Diyarbakır', 'İzmir')
    """
    if "İ" in text or "Ğ" in text:
        return " ".join(_turkish(word) for word in text.split(" "))
    if text.isalpha() and text[:2] not in ("MC", "mc"):
        return text.capitalize()
    lower = text.lower()
    if text.replace(" ", "").isalpha():
        first, *rest = lower.split(" ")
        return " ".join((_capitalised(first), *(word if word in small else _capitalised(word) for word in rest)))
    pieces = _PIECE.findall(lower)
    return "".join(p if p in small and i else _capitalised(p, is_first=not i) for i, p in enumerate(pieces))


def _turkish(word: str) -> str:
    return word[:1] + word[1:].replace("I", "ı").replace("İ", "i").lower()


_PIECE = pattern(r"[\p{L}\p{M}'’`]++|[^\p{L}\p{M}'’`]++")


def _capitalised(word: str, *, is_first: bool = True) -> str:
    if "'" in word or "’" in word or "`" in word:
        return _after_apostrophe(word, is_first=is_first)
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def _after_apostrophe(word: str, *, is_first: bool) -> str:
    """ "Coeur d'Alene", "L'Aquila", "O'Fallon"; but "Xi'an", "Martha's"."""
    if len(word) < 4 or word[1] not in "'’`":
        return word.capitalize()
    head = word[0] if word[0] in "dl" and not is_first else word[0].upper()
    return head + word[1] + word[2:].capitalize()


# --- at the start of a text ----------------------------------------------------------------------


def _prefix(text: str) -> int:
    """The length of the known place at the start of ``text``."""
    run = _UNSPACED.match(text) or (_CAPITALS if text[:2].isupper() else _NAMES).match(text)
    if run is None:
        return 0
    name, end = run[0], run.end()
    if text.startswith(_MARKS, end):
        after = _end_of_regions(text, end)
        if (
            after > end
            and (name.isupper() or _is_spelled(name))
            and _can_be_a_city(name, text[end + 1 : after].strip(" ()[]"))
        ):
            return after
    if not _stands_out(name) and name.isupper():
        # PEDERNALES/CANOA, Ecuador: the region vouches for both.
        if text.startswith("/", end) and "," in text[end : end + 1 + _prefix(text[end + 1 :])]:
            return end
        if name.casefold().startswith(_tables().aboard):
            return end
    while name and not _stands_out(name):
        name = _shorter(name)
    rest = run[0][len(name) :]
    # "DELTA AIR LINES SETS PAYOUT": a name that goes on in capitals is a heading or a firm.
    return 0 if name.isupper() and _HEADING.match(rest) else len(name)


def _shorter(name: str) -> str:
    """The name without its last dot or word; where words are not spaced, without its last letter."""
    if name.endswith("."):
        return name[:-1]
    head, blank, _ = name.rpartition(" ")
    return head if blank or not _UNSPACED.match(name) else name[:-1]


_LETTER = r"\p{L}\p{M}'’`"
_UNSPACED = pattern(r"[\p{Han}\p{Katakana}\p{Hiragana}ー・]{1,8}+")
_CAPITAL = r"[\p{Lu}\p{M}'’`]++(?:[-.][\p{Lu}\p{M}'’`]++)*+\.?+(?!\p{L})"
_CAPITALS = pattern(rf"{_CAPITAL}(?: {_CAPITAL}){{0,5}}+")
_NAME = rf"[\p{{Lu}}\p{{Lo}}][{_LETTER}]*+(?:[-.][{_LETTER}]++)*+\.?+"
_NAMES = pattern(rf"{_NAME}(?: (?:\p{{Ll}}{{1,4}}+ )?{_NAME}){{0,3}}")
_HEADING = pattern(r" [\p{Lu}'’-]{2,}+ [\p{Lu}'’-]{2,}+")
_MARKS = (",", " (", " [")


def _stands_out(name: str) -> bool:
    """Whether a name is a known city or country, and printed as one."""
    t = _tables()
    key = name.casefold()
    if key in t.words or len(key) < 2 or (key.endswith(".") and key not in t.cities):
        return False
    country = _country(key)
    if (country is None or country.islower()) and not (
        len(key) > 3 and "." not in key and any(region is None for region, _ in _regions(name))
    ):
        return False
    return name.isupper() or _is_spelled(name)


def _is_spelled(name: str) -> bool:
    """Whether a name in mixed case, or in a script without case, is printed as the table has it."""
    capitals = name.upper()
    return capitals == name or _natural(capitals) == name


def _end_of_regions(text: str, end: int) -> int:
    """Where the regions after a city end: ", Fla.", " (Uttar Pradesh) [India]"; ``end`` if there are none."""
    while (mark := _MARK.match(text, end)) and (run := _NAMES.match(text, mark.end())):
        region = run[0]
        while region and not _is_sure_region(region):
            region = _shorter(region)
        after = mark.end() + len(region)
        close = {"(": ")", "[": "]"}.get(mark[0][-1], "")
        if not region or not text.startswith(close, after) or (close == ")" and region.isupper() and len(region) < 4):
            # (PA), (AP): an agency rather than a state.
            break
        end = after + len(close)
    return end


def _is_sure_region(text: str) -> bool:
    """Whether a region is one wherever it stands: not "Miss" for "Miss.", nor "IN" for "Indiana"."""
    return text not in _tables().not_regions and bool(_regions(text))


_MARK = pattern(r", ?| [(\[]")
