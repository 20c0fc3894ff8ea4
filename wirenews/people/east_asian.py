"""Reporters whose names are written in Chinese, Japanese or Korean letters: "记者罗沙", "김병규 기자".

No blank parts a name from the word for a reporter, and a name of two letters looks like any other word. The words are
``[reporters]`` in the files of these languages.
"""

import re
from functools import cache
from typing import NamedTuple

import regex

from ..agencies import lookup
from ..article import Person
from ..places.find import find_place
from ..places.lookup import is_place
from ..text import tables
from ..text.characters import CLOSING_BRACKETS, EAST_ASIA, OPENING_BRACKETS, ORNAMENTS
from ..text.patterns import pattern
from .words import refused_words

_LONGEST = 60
_MOST_PEOPLE = 8

_AROUND = ORNAMENTS + OPENING_BRACKETS + CLOSING_BRACKETS
_CUT = pattern(r"[、,，;；/／\s]+")
_CUT_HANGUL = pattern(r"[、,，;；/／\s·・]+")
_NAME = pattern(r"\p{Han}{2,5}|\p{Hangul}{2,4}|(?=.*[\p{Katakana}·・])[\p{Han}\p{Katakana}·・]{3,14}")
# Where nobody but reporters stands.
_FILED_NAME = pattern(r"\p{Han}{2,4}|\p{Hangul}{2,5}|[\p{Han}\u3041-\u30ff]{2,8}|\p{Han}[\p{Han}·•]{3,14}")


def east_asian_people(text: str, *, bare: bool) -> tuple[Person, ...]:
    """The reporters whom a text names and nothing else; with ``bare`` names alone too, known by the family name.

    >>> [p.name for p in east_asian_people("本报记者 罗沙、王优玲", bare=False)]
    ['罗沙', '王优玲']
    >>> east_asian_people("罗沙", bare=False), [p.name for p in east_asian_people("罗沙", bare=True)]
    ((), ['罗沙'])
    """
    if not _may_be_east_asian(text) or len(text) > _LONGEST or text[-1] in "。！？":
        return ()
    found = _read(text.strip(_AROUND), _words().before, _NAME)
    sure = found.are_marked or (bare and all(map(_is_known_name, found.names)))
    return _people(found.names) if sure else ()


def _may_be_east_asian(text: str) -> bool:
    return not text.isascii() and max(text) >= EAST_ASIA


def reporters_of(text: str) -> tuple[Person, ...]:
    """The reporters of a dateline, at the place where they stand; nobody, where it is a desk or anything else.

    >>> [p.name for p in reporters_of("记者 罗沙、王优玲")], [p.name for p in reporters_of("김병규 이지은 기자")]
    (['罗沙', '王优玲'], ['김병규', '이지은'])
    >>> reporters_of("경제부")
    ()
    """
    words = _words()
    found = _read(text, words.filed_before, _FILED_NAME)
    is_desk = not found.are_marked and text.endswith(words.desks)
    return () if is_desk or len(found.names) > _MOST_PEOPLE else _people(found.names)


def reporters_and_places(text: str) -> tuple[tuple[Person, ...], str]:
    """The reporters of a dateline and the places that their names run into.

    >>> people, places = reporters_and_places("張三台北、李四高雄")
    >>> [p.name for p in people], places
    (['張三', '李四'], '台北/高雄')
    """
    parts = [part for part in _CUT_HANGUL.split(text) if part]
    pairs = [_name_and_place(part, is_last=number == len(parts)) for number, part in enumerate(parts, 1)]
    names = tuple(name for name, _ in pairs)
    people = _people(names) if all(_is_name(name, _FILED_NAME) for name in names) else ()
    return people, "/".join(place for _, place in pairs if place)


def _people(names: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(Person(name, name) for name in names)


# ---------------------------------------------------------------- names and the words beside them


class _Found(NamedTuple):
    names: tuple[str, ...]
    are_marked: bool  # whether the word for a reporter stands beside one of them


def _read(text: str, before: re.Pattern[str] | regex.Pattern[str], shape: regex.Pattern[str]) -> _Found:
    """The names of a list; none, where one of its parts is no name."""
    words = _words()
    cut = _CUT_HANGUL if any("\uac00" <= c <= "\ud7a3" for c in text) else _CUT
    names: list[str] = []
    marked = False
    parts = cut.split(text)
    if _is_outlet(parts[0], parts[1:]):
        parts, marked = parts[1:], True
    for part in parts:
        printed = words.verbs.sub("", part)
        name = words.after.sub("", before.sub("", printed))
        marked = marked or name != printed
        if len(name) == 1 and names and len(names[-1]) == 1:
            names[-1] += name  # a name of two letters that is set as wide as one of three
        elif name:
            names.append(name)
    return _Found(tuple(names), marked) if all(_is_name(name, shape) for name in names) else _Found((), False)


def _is_outlet(part: str, others: list[str]) -> bool:
    """Whether the word for a reporter ends the first of several parts and no other: "南都记者 余毅菁" names a paper."""
    is_outlet = _words().outlet.fullmatch
    return bool(others) and is_outlet(part) is not None and not any(map(is_outlet, others))


def _is_name(text: str, shape: regex.Pattern[str]) -> bool:
    """Whether letters could be a reporter's name, and are no agency's and no word that nobody is called."""
    return shape.fullmatch(text) is not None and text not in refused_words() and lookup(text) is None


def _is_known_name(text: str) -> bool:
    """Whether a name is one by its family name, and no place."""
    return text[0] in _words().families and not is_place(text)


def _name_and_place(text: str, *, is_last: bool) -> tuple[str, str]:
    """A name and the place that it runs into: most names have three letters, the place behind them decides."""
    for length in (3, 2, 4, 5, 6):
        if find_place(text[length:]) is not None:
            return text[:length], text[length:]
    return (text[:3], text[3:]) if is_last else (text, "")


class _Words(NamedTuple):
    before: re.Pattern[str]
    filed_before: regex.Pattern[str]
    after: re.Pattern[str]
    verbs: re.Pattern[str]
    outlet: regex.Pattern[str]  # a name and the word for a reporter, which stands before the people's names
    desks: tuple[str, ...]
    families: frozenset[str]


@cache
def _words() -> _Words:
    row = tables.load("credits")["east_asian"]
    houses, before, after, verbs = (
        "|".join(sorted(map(regex.escape, row[key]), key=len, reverse=True))
        for key in ("houses", "before", "after", "verbs")
    )
    return _Words(
        re.compile(rf"^(?:(?:{houses})?(?:{before}))+[:：]?"),
        regex.compile(rf"^(?:\p{{Han}}{{0,6}}?(?:{before}))+"),
        re.compile(rf"(?:{after})+$"),
        re.compile(rf"(?:{verbs})$"),
        regex.compile(rf"\p{{Han}}{{2,8}}(?:{before})"),
        tuple(row["desks"]),
        frozenset(row["families"]),
    )
