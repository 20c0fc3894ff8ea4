"""Whether what stands behind a mark reads as the first paragraph of a story, and not as a title, a list or a speech."""

from __future__ import annotations

from functools import cache

from ..credit.byline import opens_byline
from ..places.lookup import is_place
from ..text import tables
from ..text.patterns import pattern
from .candidate import Candidate
from .marks import begins_sentence, is_caseless

# The lead behind a weak dateline: what may stand before its first letter, how far it is looked at, and how many small
# words make it prose.
_BEFORE_PROSE = "\"“‘'`«„(["
_PROSE_REACH = 140
_DASH_SIGNS = ("-", "–", "—", "―", "_")
_SENTENCE_END = pattern(r"(?<=\p{Ll}{2})[.!?] ")
_ROUTE = pattern(r"((?:\p{Lu}[\p{L}-]++ ?){1,3}?)\s*(?:[:\d–—-]|$)")
_PROSE_WORDS = 3
_SHORTEST_PROSE = 60
_FEWEST_ITEMS = 4
_ITEM_WORDS = 3
_WORD = pattern(r"\w+")


def is_prose(candidate: Candidate) -> bool:
    """What follows is long enough for a first paragraph, and reads as one."""
    return len(candidate.window) - candidate.after >= _SHORTEST_PROSE and _reads_as_prose(candidate)


def _reads_as_prose(candidate: Candidate) -> bool:
    """What follows begins as a sentence does and has words in small letters, as no title, list or table has."""
    text = candidate.window[candidate.after : candidate.after + _PROSE_REACH]
    return begins_sentence(text.lstrip(_BEFORE_PROSE)) and _has_small_words(text)


def _has_small_words(text: str) -> bool:
    """Whether a text has some words in small letters, or is of a script that has none."""
    return is_caseless(text.lstrip('"“«([')[:1]) or sum([word[0].islower() for word in text.split()]) >= _PROSE_WORDS


def is_entry(candidate: Candidate) -> bool:
    """What follows is short and no sentence: a film and its year, a result, a flat to let, a book and its author."""
    text = candidate.window[candidate.after :]
    title, _, rest = text.partition(". ")
    if opens_byline(rest) and not _has_small_words(title):
        return True
    return len(text) < _SHORTEST_PROSE and (not _has_small_words(text) or _is_enumeration(text))


def _is_enumeration(text: str) -> bool:
    """Whether a text is nothing but short items between commas: "Altbau, 3 Zimmer, Balkon, ab sofort"."""
    items = text.split(", ")
    return len(items) >= _FEWEST_ITEMS and all(item.count(" ") < _ITEM_WORDS for item in items)


def defines_place(candidate: Candidate) -> bool:
    """The lead says what the place is, as an encyclopaedia does: "Lyon - Lyon is the third city of France"."""
    city = candidate.parts.places.partition(",")[0].partition("(")[0].strip().casefold()
    lead = candidate.window[candidate.after :].casefold()
    return lead.startswith(city) and lead[len(city) :].lstrip().startswith(_defining_words())


def is_speech(candidate: Candidate) -> bool:
    """Somebody speaks behind a colon, whose name is a place's too: "Jordan: I was wrong"."""
    if not candidate.window.startswith(":", candidate.at):
        return False
    first = _WORD.match(candidate.window, candidate.after)
    return first is not None and first[0].casefold() in _speaking_words()


def is_apposition(candidate: Candidate) -> bool:
    """A dash opens what is said of the place, and another closes it: "Oulu – the white city – has snow"."""
    mark = candidate.window[candidate.at : candidate.after].strip()
    if mark[:1] not in _DASH_SIGNS:
        return False
    sentence = _SENTENCE_END.split(candidate.window[candidate.after :], 1)[0]
    pieces = sentence.split(f" {mark} ")
    return len(pieces) == 2 and (pieces[1][:1].islower() or is_caseless(pieces[1][:1]))


def is_route(candidate: Candidate) -> bool:
    """Another place stands behind the mark, and no sentence: "Hamburg - Bremen 2:1", "Paris - Roubaix : ..."."""
    route = _ROUTE.match(candidate.window, candidate.after)
    return route is not None and is_place(route[1])


@cache
def _defining_words() -> tuple[str, ...]:
    return tuple([f"{word} " for word in tables.load("datelines")["defining"]])


@cache
def _speaking_words() -> frozenset[str]:
    return frozenset(tables.load("datelines")["speaking"])
