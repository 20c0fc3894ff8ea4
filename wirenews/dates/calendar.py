"""The calendar: what names its months and weekdays in any language, and which of several years is the nearest."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any, NamedTuple, TypeAlias
from unicodedata import normalize

from ..text import tables

Name: TypeAlias = tuple[int, tuple[str, ...], bool]
"""The number of a month or weekday, the languages that call it so, and whether the name is one in full."""

OPEN = -1
"""Stands for a month, or for a day and a month, that the words leave open because they can be read in two ways."""

_HALF_A_YEAR = 183
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Names(NamedTuple):
    """The tables ``calendar`` and ``calendar_extra`` as they are looked up."""

    months: dict[str, Name]
    weekdays: dict[str, Name]
    disputed_months: dict[str, dict[str, int]]
    disputed_weekdays: dict[str, dict[str, int]]
    first_words: frozenset[str]
    ordinary: frozenset[str]
    day_first: frozenset[str]
    month_first_zones: frozenset[str]
    eras: dict[str, int]
    zones: dict[str, dt.timezone]
    clocks: frozenset[str]
    days: dict[str, int]
    articles: frozenset[str]
    firsts: frozenset[str]
    corresponding: tuple[str, ...]
    day_endings: dict[str, list[tuple[str, str]]]
    year_first: frozenset[str]
    openings: tuple[str, ...]
    span_words: tuple[str, ...]
    before_clock: tuple[str, ...]
    codes: frozenset[str]
    taken_for_codes: dict[str, str]


@cache
def names() -> Names:
    """The names of months, weekdays, zones and eras, read on first use."""
    calendar: dict[str, dict[str, Any]] = tables.load("calendar")
    extra: dict[str, Any] = tables.load("calendar_extra")
    months, weekdays = _rows(calendar["months"]), _rows(calendar["weekdays"])
    return Names(
        months=months,
        weekdays=weekdays,
        disputed_months=calendar["disputed_months"],
        disputed_weekdays=calendar["disputed_weekdays"],
        first_words=frozenset(word.partition(" ")[0] for word in months if " " in word),
        ordinary=frozenset(extra["ordinary"]),
        day_first=frozenset(extra["day_first"]),
        month_first_zones=frozenset(extra["month_first_zones"]),
        eras=extra["eras"],
        zones={name: dt.timezone(dt.timedelta(minutes=east)) for name, east in extra["zones"].items()},
        clocks=frozenset((*extra["zones"], *extra["clocks"])),
        days={word: int(step) for step, words in extra["days"].items() for word in words},
        articles=frozenset(extra["articles"]),
        firsts=frozenset(extra["firsts"]),
        corresponding=tuple(extra["corresponding"]),
        day_endings=_by_first_letter(extra["day_endings"]),
        year_first=frozenset(extra["year_first"]),
        openings=tuple(extra["openings"]),
        span_words=tuple(extra["span_words"]),
        before_clock=tuple(extra["before_clock"]),
        codes=frozenset(extra["codes"].split()),
        taken_for_codes=extra["taken_for_codes"],
    )


def _by_first_letter(endings: dict[str, list[str]]) -> dict[str, list[tuple[str, str]]]:
    """The endings with their languages, longer ones first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for language, words in endings.items():
        for word in sorted(words, key=len, reverse=True):
            table.setdefault(word[0], []).append((word, language))
    return table


def _rows(table: dict[str, list[Any]]) -> dict[str, Name]:
    shared: dict[str, tuple[str, ...]] = {}
    return {
        word: (number, shared.setdefault(codes, tuple(codes.split())), bool(full))
        for word, (number, codes, full) in table.items()
    }


def month_word(word: str, languages: tuple[str, ...] = ()) -> Name | None:
    """What month a word names in any language, capitals and accents apart.

    The number is ``OPEN`` when languages read the word differently, and none of ``languages`` settles it.

    >>> month_word("Févr")[:2]
    (2, ('fr',))
    >>> month_word("NİSAN")[:2]
    (4, ('tr',))
    >>> month_word("listopada")[:2], month_word("listopada", ("hr",))[:2]
    ((-1, ('hr', 'pl')), (10, ('hr',)))
    """
    months = names().months
    word = word.lower()
    named = months.get(word) or (None if word.isascii() else months.get(word := _bare(word)))
    if named is None or named[0] != OPEN or not languages:
        return named
    return _settled(names().disputed_months[word], languages, named[2]) or named


def weekday_word(word: str, languages: tuple[str, ...] = ()) -> Name | None:
    """What weekday a word names in any language; Monday is 0. A word that languages read differently needs one.

    >>> weekday_word("Freitag")
    (4, ('de',), True)
    """
    weekdays = names().weekdays
    word = word.lower()
    named = weekdays.get(word) or (None if word.isascii() else weekdays.get(_bare(word)))
    if named is not None or not languages:
        return named
    return _settled(names().disputed_weekdays.get(word, {}), languages, False)


def _settled(readings: dict[str, int], languages: tuple[str, ...], full: bool) -> Name | None:
    """The one number that a word has in these languages, or ``None``."""
    spoken = tuple([language for language in languages if language in readings])
    numbers = {readings[language] for language in spoken}
    return (numbers.pop(), spoken, full) if len(numbers) == 1 else None


def _bare(word: str) -> str:
    # A Turkish capital İ becomes i and a dot in lower case; capitals have lost the undotted ı; a Greek Ϊ with an
    # accent has a letter of its own only in lower case.
    for sign in ("\u0307", "\u200c", "\u200d", "\u200f", "׳", "॰"):
        word = word.replace(sign, "")
    return normalize("NFC", word.replace("ı", "i"))


_FIGURES = "〇一二三四五六七八九"
_SAME_FIGURES = str.maketrans({"零": "〇", "○": "〇", "廿": "二十", "卅": "三十"})


def figures(signs: str | None) -> int | None:
    """The number that Chinese figures write, one by one or with tens; ``None`` when they write none up to 99.

    >>> figures("二〇二五"), figures("二十七"), figures("廿七"), figures("廿十一")
    (2025, 27, 27, 21)
    """
    if not signs:
        return None
    signs = signs.translate(_SAME_FIGURES).replace("十十", "十")
    tens, ten, ones = signs.partition("十")
    if not ten:
        return int("".join([str(_FIGURES.index(sign)) for sign in signs])) if set(signs) <= set(_FIGURES) else None
    if len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(_FIGURES):
        return None
    return 10 * (_FIGURES.index(tens) if tens else 1) + (_FIGURES.index(ones) if ones else 0)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _DAYS[month - 1]


def century(year: int) -> int:
    """A year of two digits as newspapers mean it: 70 to 99 are the last century's."""
    return year + (1900 if year >= 70 else 2000)


def nearest_year(month: int, day: int | None, near: dt.date, tense: int = 0) -> int | None:
    """The year in which a month (and its day) is nearest to ``near``; ``None`` when two are equally near.

    ``tense`` -1 allows only what is not after ``near``, 1 only what is not before it. Feb 29 has no
    year when none of those round ``near`` is a leap year.
    """
    return _nearest([(year, month) for year in (near.year - 1, near.year, near.year + 1)], day, near, tense)[0]


def nearest_month(day: int, near: dt.date) -> tuple[int | None, int | None]:
    """The year and month in which a day of the month is nearest to ``near``."""
    months = (divmod(near.year * 12 + near.month - 1 + step, 12) for step in (-1, 0, 1))
    return _nearest([(year, month + 1) for year, month in months], day, near, 0)


def _nearest(
    months: list[tuple[int, int]], day: int | None, near: dt.date, tense: int
) -> tuple[int | None, int | None]:
    apart = []
    for year, month in months:
        if not 1 <= year <= 9999:
            continue
        if day is None:
            days = ((year - near.year) * 12 + month - near.month) * 30
        elif day <= days_in(year, month):
            days = (dt.date(year, month, day) - near).days
        else:
            continue
        if days * tense >= 0 and (tense or abs(days) <= _HALF_A_YEAR):
            apart.append((abs(days), year, month))
    apart.sort()
    if not apart or (len(apart) > 1 and apart[0][0] == apart[1][0]):
        return None, None
    return apart[0][1], apart[0][2]
