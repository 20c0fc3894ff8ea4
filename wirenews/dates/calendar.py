"""The names of months and weekdays in any language, and the words that stand beside them in a date."""

from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from ..text import tables

OPEN = -1
"""Stands for a month, or for a day and a month, that the words leave open because they can be read in two ways."""


class Name(NamedTuple):
    """The number of a month or weekday, the languages that call it so, and whether the word is its name in full."""

    number: int
    languages: tuple[str, ...]
    is_full: bool


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
    months = words().months
    word = word.lower()
    row = months.get(word) or (months.get(word := _bare(word)) if _may_have_marks(word) else None)
    if row is None:
        return None
    named = _name(row)
    if named.number != OPEN:
        return named
    return _settled(words().disputed_months[word], languages, named.is_full) or named


def weekday_word(word: str, languages: tuple[str, ...] = ()) -> Name | None:
    """What weekday a word names in any language; Monday is 0. A word that languages read differently needs one.

    >>> weekday_word("Freitag")
    Name(number=4, languages=('de',), is_full=True)
    """
    weekdays = words().weekdays
    word = word.lower()
    row = weekdays.get(word) or (weekdays.get(_bare(word)) if _may_have_marks(word) else None)
    if row is not None:
        return _name(row)
    readings = words().disputed_weekdays.get(word)
    return None if readings is None else _settled(readings, languages, is_full=False)


def is_name_alone(word: str) -> bool:
    """Whether a word is long enough to name a month or weekday by itself: "on" and "to" are weekdays in Nordic copy.

    >>> is_name_alone("to"), is_name_alone("周五")
    (False, True)
    """
    return len(word) > 2 or word[:1] > "\u0500"


def month_names(language: str) -> list[str]:
    """The words for months in a language, in full and short, but for those that another reads differently."""
    return [word for word, row in words().months.items() if language in row.split()]


def century(year: int, first: int = 70) -> int:
    """A year of two digits in full: ``first`` to 99 are the last century's, 70 where a format has no rule of its own.

    >>> century(87), century(25), century(69, first=60)
    (1987, 2025, 1969)
    """
    return year + (1900 if year >= first else 2000)


class Words(NamedTuple):
    """What a date is found by, out of the table ``calendar``."""

    months: dict[str, str]
    weekdays: dict[str, str]
    disputed_months: dict[str, dict[str, int]]
    disputed_weekdays: dict[str, dict[str, int]]
    first_words: frozenset[str]
    ordinary: frozenset[str]
    verbs: frozenset[str]
    articles: frozenset[str]
    days_in_words: dict[str, int]
    day_first: frozenset[str]
    year_first: frozenset[str]
    buddhist_years: frozenset[str]


@cache
def words() -> Words:
    """The words of dates, read on first use."""
    calendar = tables.load("calendar")
    return Words(
        months=calendar["months"],
        weekdays=calendar["weekdays"],
        disputed_months=calendar["disputed_months"],
        disputed_weekdays=calendar["disputed_weekdays"],
        first_words=frozenset(calendar["first_words"]),
        ordinary=frozenset(calendar["ordinary"]),
        verbs=frozenset(calendar["verbs"]),
        articles=frozenset(calendar["articles"]),
        days_in_words=calendar["days_in_words"],
        day_first=frozenset(calendar["day_first"]),
        year_first=frozenset(calendar["year_first"]),
        buddhist_years=frozenset(calendar["buddhist_years"]),
    )


@cache
def _name(row: str) -> Name:
    """What a row of the table ``calendar`` says, such as ``4 full es pt``."""
    number, length, *languages = row.split()
    return Name(int(number), tuple(languages), length == "full")


def _settled(readings: dict[str, int], languages: tuple[str, ...], is_full: bool) -> Name | None:
    """The one number that a word has in these languages, or ``None``."""
    spoken = tuple([language for language in languages if language in readings])
    numbers = {readings[language] for language in spoken}
    return Name(numbers.pop(), spoken, is_full) if len(numbers) == 1 else None


def _may_have_marks(word: str) -> bool:
    return not word.isascii()


def _bare(word: str) -> str:
    # A Turkish capital İ becomes i and a dot in lower case; capitals have lost the undotted ı; a Greek Ϊ with an
    # accent has a letter of its own only in lower case.
    for sign in ("\u0307", "\u200c", "\u200d", "׳", "॰"):
        word = word.replace(sign, "")
    return normalize("NFC", word.replace("ı", "i"))
