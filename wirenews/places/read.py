"""The places of a dateline: all of them in its place part, or the one at the start of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from ..place import Place
from ..text import tables
from ..text.characters import BRACKETS, CLOSING_BRACKETS
from ..text.patterns import pattern, plain_pattern
from .find import place_of
from .keys import BESIDE, LONGEST
from .lookup import (
    can_be_a_city,
    is_aboard,
    is_in_the_table_of_cities,
    is_known,
    is_large_place,
    is_sure_region,
    large_city,
    regions_of,
)
from .names import natural_name

# What is longer is no usual dateline, and not worth keeping.
_LONGEST_KEPT = 200


def read_places(text: str) -> tuple[Place, ...]:
    """The places in the place part of a dateline, in order, known or not.

    >>> [p.text for p in read_places("WEST PALM BEACH, Fla./WASHINGTON")]
    ['WEST PALM BEACH, Fla.', 'WASHINGTON']
    >>> [p.text for p in read_places("Frankfurt/Main")]
    ['Frankfurt/Main']
    >>> [p.name for p in read_places("Lucknow (Uttar Pradesh) [India]")]
    ['Lucknow']

    ``text`` is what was printed, ``name`` is in the case that people write; an unknown place has
    no country. The text is taken to hold places and nothing else.
    """
    return _kept(text) if len(text) <= _LONGEST_KEPT else _read(text)


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
    return pos + _prefix(text[pos : min(end, pos + LONGEST)])


# --- all the places of a text --------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _kept(text: str) -> tuple[Place, ...]:
    return _read(text)


def _read(text: str) -> tuple[Place, ...]:
    if is_in_the_table_of_cities(text):
        return (place_of(text),)
    return tuple(
        place_of(part) for chunk in _chunks(text.strip(BESIDE)) for part in _parts(chunk) if not is_address(part)
    )


def _chunks(text: str) -> Iterator[str]:
    """The text, cut at slashes, semicolons and the words for "and"."""
    start = 0
    for cut in _separator().finditer(text):
        if not _is_inside_a_name(text, start, cut):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


@cache
def _separator() -> re.Pattern[str]:
    joins = "|".join(tables.load("datelines")["joins"])
    return re.compile(rf"\s*+[/;]\s*+|\s++(?:&|{joins})\s++")


def _is_inside_a_name(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether what looks like a separator is part of a name: "Frankfurt/Main", "Bosnia and Herzegovina"."""
    after = text[cut.end() : cut.end() + LONGEST]
    if "/" in cut[0]:
        tail = _TAIL.match(after)
        return tail is not None and tail[0].casefold() in tables.load("cities")["tails"]
    if ";" in cut[0]:
        return False
    if text.rfind("(", start, cut.start()) > text.rfind(")", start, cut.start()):  # (Andaman and Nicobar)
        return True
    before = text[max(start, cut.start() - LONGEST) : cut.start()]
    whole = before.rpartition(",")[2].strip() + cut[0] + after.partition(",")[0].strip()
    return is_known(whole) or after[:1].islower() != before[:1].islower()


_TAIL = pattern(r"[\p{L}\p{M}]{1,20}+\.?+(?=\W|$)")


def _parts(chunk: str) -> Iterator[str]:
    """The places between two slashes: "PARIS, LONDON" is two, "PARIS, Texas" one."""
    words = [word for word in _WORDS.finditer(chunk) if word[0].strip(BESIDE)]
    if not words:
        return
    start, city = words[0].start(), _shown(words[0])
    for above, word in pairwise(words):
        if chunk[word.start() - 1] in _COMMAS and _begins_another(city, _shown(word)):
            yield _until(chunk, start, above.end())
            start, city = word.start(), _shown(word)
    yield _until(chunk, start, words[-1].end())


def _shown(word: re.Match[str]) -> str:
    return word[0].strip(BESIDE)[: LONGEST + 1]


def _until(chunk: str, start: int, end: int) -> str:
    """A place that ends with a word, or with the bracket behind it."""
    closes = end < len(chunk) and chunk[end] in CLOSING_BRACKETS
    return chunk[start : end + 1 if closes else end].strip(BESIDE)


_COMMAS = ",،，、۔।"
_WORDS = plain_pattern(r"[^,،，、۔।()（）\[\]［］]++")


def _begins_another(city: str, word: str) -> bool:
    """Whether ``word``, after ``city`` and a comma, is a city too and not the region of ``city``."""
    if is_address(city) or is_address(word):
        return True
    country = large_city(word)
    regions = regions_of(word)
    if not regions:
        return country is not None or (city.isupper() and word.isupper())
    if country is None or not word.isupper():
        return False
    home = large_city(city)
    return home is not None and all(region not in home for _, region in regions)


def is_address(text: str) -> bool:
    """Whether the name is an outlet's and not a place's: ``KOMPAS.com``."""
    _, dot, domain = text.rpartition(".")
    return bool(dot) and domain.casefold() in tables.load("cities")["domains"] and _ADDRESS.fullmatch(text) is not None


_ADDRESS = pattern(r"[\p{L}\p{N}-]{3,40}(?:\.[\p{L}\p{N}-]{2,20}){1,3}")


# --- the place at the start of a text ------------------------------------------------------------


def _prefix(text: str) -> int:
    """The length of the known place at the start of ``text``."""
    run = _UNSPACED.match(text) or (_CAPITALS if text[:2].isupper() else _NAMES).match(text)
    if run is None:
        return 0
    name = run[0]
    after = _end_of_vouched(name, text)
    if after:
        return after
    if name.isupper() and not _stands_out(name) and _is_vouched_for_elsewhere(name, text):
        return len(name)
    known = _known_part(name)
    # "DELTA AIR LINES SETS PAYOUT": a name that goes on in capitals is a heading or a firm.
    return 0 if known.isupper() and _HEADING.match(name[len(known) :]) else len(known)


def _end_of_vouched(name: str, text: str) -> int:
    """Where the regions end that follow the name at the start of a text and vouch for it; 0 without any."""
    end = _end_of_regions(text, len(name))
    if end == len(name) or not _is_spelled(name):
        return 0
    return end if can_be_a_city(name, text[len(name) + 1 : end].strip(" ()[]")) else 0


def _is_vouched_for_elsewhere(name: str, text: str) -> bool:
    """Whether the region of the next place vouches for an unknown one too, or it is a ship."""
    end = len(name)
    # PEDERNALES/CANOA, Ecuador
    if text.startswith("/", end) and "," in text[end : end + 1 + _prefix(text[end + 1 :])]:
        return True
    return is_aboard(name)


def _known_part(name: str) -> str:
    """The longest known name that a run of names begins with; "" when there is none."""
    while name and not _stands_out(name):
        name = _shorter(name)
    return name


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


def _stands_out(name: str) -> bool:
    """Whether a name is a known city or country, and printed as one."""
    return is_large_place(name) and _is_spelled(name)


def _is_spelled(name: str) -> bool:
    """Whether a name is printed in capitals, or as the table has it; in a script without case there is one way."""
    capitals = name.upper()
    return capitals == name or natural_name(capitals) == name


def _end_of_regions(text: str, end: int) -> int:
    """Where the regions after a city end: ", Fla.", " (Uttar Pradesh) [India]"; ``end`` if there are none."""
    while (mark := _MARK.match(text, end)) and (run := _NAMES.match(text, mark.end())):
        region = run[0]
        while region and not is_sure_region(region):
            region = _shorter(region)
        after = mark.end() + len(region)
        close = BRACKETS.get(mark[0][-1], "")
        if not region or not text.startswith(close, after) or (close == ")" and region.isupper() and len(region) < 4):
            # (PA), (AP): an agency rather than a state.
            break
        end = after + len(close)
    return end


_MARK = plain_pattern(r", ?| [(\[]")
