"""Where a date stands in a text, and what it is: the dates that agencies write, in the languages they write in.

A date that stands in the text holds a number. :func:`find_date` goes from number to number and looks what stands
beside each: a month before (``Feb 26``) or after it (``26 Feb``), a sign of Chinese, Japanese or Korean (``6月14日``),
more numbers (``1996-08-22``, ``11.05.2023``). Month names of all languages are one dictionary, so that a further
language costs nothing.
"""

import re
from functools import cache
from typing import NamedTuple

import attrs
import regex

from ..text import tables
from ..text.patterns import pattern, plain_pattern
from ..wire_date import WireDate
from .calendar import Name, is_name_alone, weekday_word, words
from .clock import Clock, clock_at
from .east_asian import find_spelled_out, read_east_asian
from .months import (
    find_day_in_words,
    read_days_before_month,
    read_month_after,
    read_month_and_year,
    read_month_before,
)
from .numbers import read_eight_figures, read_numbers, read_year_first
from .other_calendars import find_other_date
from .parts import ENDS, NO_HINTS, WORD, Hints, Number, Parts, any_of, date_of, is_year, last_word

LONGEST = 80
"""No date is longer, with its weekday and its time."""

AROUND = ' ,;:"()[]“”«»'
"""What may stand round a date and is none of it."""


class DateMatch(NamedTuple):
    """A date as it stands in a text: ``text[start:end]``.

    ``date`` is ``None`` when the words are a date that cannot be (Feb 30). ``languages`` are those whose month or
    weekday names matched, empty when the date is all numbers.
    """

    start: int
    end: int
    date: WireDate | None
    languages: tuple[str, ...]


def find_date(
    text: str, pos: int, endpos: int, *, languages: tuple[str, ...] = (), order: str | None = None
) -> DateMatch | None:
    """The first date in ``text[pos:endpos]``, absolute or partial, or ``None``; of ``April 17-18`` the first day.

    ``languages`` settle a month that languages read differently, and the order of day and month in ``12/05``, which
    ``order`` ("DMY", "MDY") settles too; without them, only a number over 12 does.

    >>> found = find_date("SALVADOR, Feb 26 - Showers", 0, 16)
    >>> found.start, found.end, found.date.isoformat()
    (10, 16, '--02-26')
    """
    hints = Hints(languages, order or _order_of(languages)) if languages or order else NO_HINTS
    at, clock = pos, None
    while (found := _NUMBER.search(text, at, endpos)) is not None:
        number = Number(text, pos, endpos, *found.span(), hints)
        parts = _parts_at(number)
        if parts is not None:
            match = _with_weekday_and_clock(text, pos, endpos, parts)
            return match if clock is None else _with_clock_before(text, clock, match)
        timed = clock_at(text, number.start, endpos) if _may_be_hour(number) else None
        clock, at = (clock, number.end) if timed is None else (timed, timed.end)
    return None if text.isascii() else _find_without_number(text, pos, endpos, languages)


def match_date(
    text: str, pos: int, endpos: int, *, languages: tuple[str, ...] = (), order: str | None = None
) -> DateMatch | None:
    """The date that starts exactly at ``pos``, or ``None``.

    >>> match_date("26 Feb - Showers", 0, 16).end
    6
    """
    found = find_date(text, pos, min(endpos, pos + LONGEST), languages=languages, order=order)
    return found if found is not None and found.start == pos else None


def may_begin_date(word: str) -> bool:
    """Whether a date may begin with this word: one with a figure, a month, a weekday, an article.

    >>> may_begin_date("Feb."), may_begin_date("(07-17)"), may_begin_date("Rain")
    (True, True, False)
    """
    if not word.isalpha():
        word = word.strip(AROUND + ".")
    if not (word.isalpha() and word.isascii()):
        return True
    known, word = words(), word.lower()
    return word in known.months or word in known.weekdays or word in known.articles


_NUMBER = plain_pattern(r"\d+")


def _order_of(languages: tuple[str, ...]) -> str | None:
    """The order of day and month that all these languages write."""
    return "DMY" if languages and words().day_first.issuperset(languages) else None


# --- round a number -------------------------------------------------------------------------------------------------

_WITH_A_DAY = (read_month_before, read_month_after, read_days_before_month, read_east_asian, read_numbers)
_WITH_A_YEAR = (read_year_first, read_east_asian, read_month_and_year)
_BEHIND_HOUR = frozenset(":. \t\n")
# What may read a number, by how many figures it has.
_READERS = {1: _WITH_A_DAY, 2: _WITH_A_DAY, 3: _WITH_A_YEAR, 4: _WITH_A_YEAR, 8: (read_eight_figures,)}


def _parts_at(number: Number) -> Parts | None:
    """The date that a number belongs to."""
    for read in _READERS.get(number.end - number.start, ()):
        parts = read(number)
        if parts is not None:
            return parts
    return None


def _may_be_hour(number: Number) -> bool:
    after = number.text[number.end : number.end + 1]
    return after in _BEHIND_HOUR or after.isalpha()


def _find_without_number(text: str, pos: int, endpos: int, languages: tuple[str, ...]) -> DateMatch | None:
    """The first date without a figure, or of another calendar: ``九月二十七日``, ``یکم دسمبر``, ``12 رجب 1441هـ``."""
    parts = find_spelled_out(text, pos, endpos) or find_day_in_words(text, pos, endpos, languages)
    if parts is not None:
        return DateMatch(parts[0], parts[1], date_of(*parts[2:5]), parts[5])
    other = find_other_date(text, pos, endpos) if _may_be_arabic(text[pos:endpos]) else None
    return None if other is None else _with_weekday_and_clock(text, pos, endpos, other)


# --- beside a date --------------------------------------------------------------------------------------------------

_WEEKDAY = rf"(?P<word>{WORD}{{2,24}}(?:[- ]{WORD}{{2,10}})?)"
_WEEKDAY_AFTER = pattern(
    rf"\s?\({_WEEKDAY}\)|(?:,\s{{0,2}}|\s{{1,2}}){_WEEKDAY}(?=\s-|\s{{0,2}}(?:$|[^\p{{L}}\p{{M}}\s'’-]))"
)
_YEAR_LAST = plain_pattern(r"\s(\d{4})(?=\s?(?:$|[^\w\s]))")


def _with_weekday_and_clock(text: str, pos: int, endpos: int, parts: Parts) -> DateMatch:
    """A date with the weekday before or after it, and the time after it."""
    start, end, year, month, day, languages = parts
    date = date_of(year, month, day)
    start, languages = _weekday_before(text, pos, start, languages)
    if not text.isascii():
        start = _other_calendar(text, pos, start)
    if text[end : end + 2] not in ENDS:
        end, languages = _weekday_after(text, end, endpos, languages)
    if date is not None and _may_precede_clock(text, end, endpos):
        end, date = _with_clock_after(text, end, endpos, date)
    return DateMatch(start, end, date, languages)


def _may_precede_clock(text: str, end: int, endpos: int) -> bool:
    return _NUMBER.search(text, end, min(endpos, end + 12)) is not None


def _weekday_before(text: str, pos: int, start: int, languages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the date starts with its weekday (``Tuesday, Dec. 6``), and the languages of both."""
    at, word, named = _last_weekday(text, pos, start)
    if named is None or (len(word) == 2 and not (languages and text[at + 2] in ".,")):
        return start, languages
    common = _common(languages, named.languages)
    return (at, common) if common else (start, languages)


def _last_weekday(text: str, pos: int, end: int) -> tuple[int, str, Name | None]:
    """The weekday before ``end``: where it starts, its word or two words, and what it is, if it is one."""
    at, word = last_word(text, pos, end)
    if word.lower() in words().articles:  # "am Freitag, dem 18. April"
        at, word = last_word(text, pos, at)
    named = weekday_word(word)
    if named is None and at - pos > 2 and text[at - 1] in " -":  # "Thứ Sáu", "terça-feira", "יום שישי"
        start, first = last_word(text, pos, at - 1)
        return start, word, weekday_word(f"{first}{text[at - 1]}{word}")
    return at, word, named


def _common(languages: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of both words; all those of the second when the first is a number."""
    return tuple([code for code in languages if code in others]) if languages else others


def _weekday_after(text: str, end: int, endpos: int, languages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the date ends with the weekday after it (``2023. május 11., csütörtök``), and the languages of both."""
    found = _WEEKDAY_AFTER.match(text, end, endpos) if _may_precede_weekday(text, end) else None
    if found is None or not is_name_alone(found["word"]):
        return end, languages
    named = weekday_word(found["word"])
    common = _common(languages, named.languages) if named is not None else ()
    return (found.end(), common) if common else (end, languages)


def _may_precede_weekday(text: str, end: int) -> bool:
    return text[end : end + 1] in (" ", ",", "(")


def _other_calendar(text: str, pos: int, start: int) -> int:
    """Where a date starts with that of another calendar which it explains: ``20 شوال 1446 هـ الموافق 18 أبريل``."""
    head = text[max(pos, start - 60) : start]
    found = _corresponding().search(head) if _may_be_arabic(head) else None
    return start if found is None else start - len(head) + found.start()


def _may_be_arabic(text: str) -> bool:
    return max(text, default="") >= "\u0600"


@cache
def _corresponding() -> regex.Pattern[str]:
    known = tables.load("calendar")
    joins, eras, before = (any_of(known[row]) for row in ("corresponding", "eras_of_others", "before_corresponding"))
    return regex.compile(
        rf"(?<!\d)\d{{1,2}}\s?(?:[\p{{L}}\p{{M}}]{{2,12}}\s){{1,2}}\d{{4}}\s?(?:{eras})?\s?[,،]?\s?(?:{joins})\s?(?:(?:{before})\s?)?$"
    )


def clock_words() -> str:
    """The words between a date and its time ("at", "um"), as a pattern."""
    return any_of(tables.load("calendar")["before_clock"])


@cache
def _before_clock() -> re.Pattern[str]:
    """What stands between a date and its time ("at ", " | ", "T"), words of the table included."""
    return re.compile(rf"[\s,;|]{{0,3}}(?:T|(?:{clock_words()})\s|\()?\s?(?=\d)")


def _with_clock_after(text: str, end: int, endpos: int, date: WireDate) -> tuple[int, WireDate | None]:
    """Where a date ends with the time after it, and the year after that (``Fri Apr 18 10:30:00 IST 2025``)."""
    opening = _before_clock().match(text, end, endpos)
    if opening is None:
        return end, date
    clock = clock_at(text, opening.end(), endpos)
    if clock is None:
        return end, date
    is_in_parentheses = opening[0].endswith("(") and text.startswith(")", clock.end, endpos)
    end = clock.end + is_in_parentheses
    last = _YEAR_LAST.match(text, end, endpos) if date.year is None and date.month is not None else None
    if last is None or not is_year(int(last[1])):
        return end, attrs.evolve(date, time=clock.time)
    dated = date_of(int(last[1]), date.month, date.day)
    return last.end(), None if dated is None else attrs.evolve(dated, time=clock.time)


def _with_clock_before(text: str, clock: Clock, found: DateMatch) -> DateMatch:
    """A date whose time stands before it: ``3:21 PM EET, September 11, 2024``."""
    if found.date is None or found.date.time is not None or text[clock.end : found.start].strip(" ,"):
        return found
    return found._replace(start=clock.start, date=attrs.evolve(found.date, time=clock.time))
