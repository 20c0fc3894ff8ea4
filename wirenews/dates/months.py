"""Dates with the name of a month: ``Feb 26``, ``26 February 2014``, ``18 tháng 4``, ``2023. április 18.``."""

from __future__ import annotations

import re
from functools import cache

import regex

from ..text import tables
from ..text.patterns import pattern, plain_pattern
from .calendar import Name, century, month_word, words
from .parts import ENDS, WORD, Number, Parts, any_of, is_year, last_word

_NOT_A_DAY = plain_pattern(r"\d|[.,:]\d{1,3}(?!\d)|\s?%|[-–]\d")
_LAST_OF_SPAN = plain_pattern(r"[-–—](\d{1,2})(?!\d)")
_FIRST_OF_SPAN = plain_pattern(r"\.?\s?[-–—]\s?(\d{1,2})(?!\d)")
_NUMBER = plain_pattern(r"\d")
_SMALL_WORD = plain_pattern(r"\s+[a-z]+")
_ANY_WORD = pattern(rf"{WORD}+")
_SECOND_WORD = pattern(rf"\s({WORD}{{2,24}})")
_NAMESAKE = pattern(rf"\s?[\s/]\s?({WORD}{{2,24}})(?:\s({WORD}{{2,24}}))?")
# Signs between figures: what stands before the day is a longer number, a score, a price.
_WITHIN_NUMBERS = frozenset(".,:/-$£€")
# The Buddhist era, by which Thai copy counts; its years of two digits are of its 26th century.
_BUDDHIST = 543
_BUDDHIST_CENTURY = 2500


def read_month_before(number: Number) -> Parts | None:
    """``Feb 26``, ``Feb. 26, 2014``, ``Feb26``, ``April 17-18``, ``kovo 12 d.``"""
    text, pos, endpos, start, end, hints = number
    at, word = last_word(text, pos, start)
    named = month_word(word, hints.languages)
    if named is None or word.lower() in words().ordinary or text[max(pos, at - 1) : at].isdigit():
        return None
    day = number.value
    if end == endpos or text[end : end + 2] in ENDS:
        return at, end, None, named.number, day, named.languages
    end = _after_last_day(text, day, end, endpos)
    if _NOT_A_DAY.match(text, end, endpos):
        return None
    if _may_belong_to_next_month(number, at, word):
        after = read_month_after(number) or read_days_before_month(number)
        if after is not None:
            return after
    end = after_ordinal(text, end, endpos, named.languages)
    year, end = _year_after(text, end, endpos, named.languages, month_first=True)
    return at, end, year, named.number, day, named.languages


def _may_belong_to_next_month(number: Number, at: int, word: str) -> bool:
    """``mar 3 abr`` is a Tuesday in April; ``Río de Janeiro, 23 may`` is no day of January."""
    return word.lower() in words().weekdays or "," in number.text[at + len(word) : number.start]


def _after_last_day(text: str, day: int, end: int, endpos: int) -> int:
    """Where several days of a month end, of which ``day`` is the first (``17-18``)."""
    last = _LAST_OF_SPAN.match(text, end, endpos)
    return last.end() if last is not None and 0 < day < int(last[1]) <= 31 else end


def after_ordinal(text: str, end: int, endpos: int, languages: tuple[str, ...]) -> int:
    """Where the day ends with what its language puts behind it (``1st``, ``12 d.``, ``18-án``)."""
    for ending, language in _day_endings().get(text[end : end + 1].lower(), ()):
        stop = end + len(ending)
        if language in languages and stop <= endpos and text[end:stop].lower() == ending:
            return end if text[stop : stop + 1].isalpha() else stop
    return end


@cache
def _day_endings() -> dict[str, list[tuple[str, str]]]:
    """The endings with their languages, by first letter, longer ones first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for language, endings in tables.load("calendar")["day_endings"].items():
        for ending in sorted(endings, key=len, reverse=True):
            table.setdefault(ending[0], []).append((ending, language))
    return table


def read_days_before_month(number: Number) -> Parts | None:
    """The first of several days: ``17-18 April 2025``, ``17.-18. April``."""
    last = _FIRST_OF_SPAN.match(number.text, number.end, number.endpos)
    if last is None or not 0 < number.value < int(last[1]) <= 31:
        return None
    if number.before in _WITHIN_NUMBERS:
        return None
    start, end = last.span(1)
    parts = read_month_after(number._replace(pos=start, start=start, end=end))
    return None if parts is None else (number.start, *parts[1:4], number.value, parts[5])


def read_month_after(number: Number) -> Parts | None:
    """``26 Feb``, ``18. června``, ``18 de abril de 2025``, ``18 tháng 4``."""
    text, endpos = number.text, number.endpos
    found = _behind_day().match(text, number.end, endpos) if not _ends_longer_number(number) else None
    named = _month_and_end(number, found) if found is not None else None
    if found is None or named is None or number.value > 31:
        return None
    month, stop = named
    if _is_other_word(found[1], text, stop, endpos):
        return None
    stop = _after_namesake(text, stop, endpos, month.number)
    year, end = _year_after(text, stop, endpos, month.languages, month_first=False)
    if year is None and not month.is_full and text.startswith(".", stop, endpos):
        end = stop + 1
    return number.start, end, year, month.number, number.value, month.languages


def _ends_longer_number(number: Number) -> bool:
    """Whether a number is the end of another: ``2.5 May``, ``1,000 marta``."""
    text, start = number.text, number.start
    return number.before in _WITHIN_NUMBERS and text[start - 2 : start - 1].isdigit()


def _month_and_end(number: Number, found: regex.Match[str]) -> tuple[Name, int] | None:
    """The month named behind a day, and where it ends: by a word, by two (كانون الثاني), or by its number (tháng 4)."""
    word, end = found[1], found.end()
    named = month_word(word, number.hints.languages)
    if named is None and "." in word:
        word = word.partition(".")[0]
        named, end = month_word(word), found.start(1) + len(word)
    elif named is None and word in words().first_words:
        second = _SECOND_WORD.match(number.text, end, number.endpos)
        named, end = (month_word(f"{word} {second[1]}"), second.end()) if second is not None else (None, end)
    if named is not None:
        return named, end
    return _numbered_month(number)


def _numbered_month(number: Number) -> tuple[Name, int] | None:
    """``tháng 4``, ``tháng 4 năm``."""
    found = _word_and_month().match(number.text, number.end, number.endpos)
    month = int(found["month"]) if found is not None else 0
    if found is None or not 1 <= month <= 12:
        return None
    return Name(month, _languages_that_number_months()[found["word"].lower()], is_full=True), found.end()


def _is_other_word(month: str, text: str, end: int, endpos: int) -> bool:
    """Whether a month's name is a word of a sentence here: ``3 out of 5``, ``12 may have died``."""
    if month.lower() in words().ordinary:
        return not _no_word_follows().match(text, end, endpos)
    follows = _SMALL_WORD.match(text, end, endpos) if month in words().verbs else None
    return follows is not None and follows[0].strip() not in _joined()["joins_year_to_any"]


def _after_namesake(text: str, stop: int, endpos: int, month: int) -> int:
    """Where the month ends that is named twice, as in Arabic: ``9 يونيو حزيران``, ``18 نيسان/أبريل``."""
    again = _NAMESAKE.match(text, stop, endpos) if _may_have_namesake(text, stop) else None
    if again is None:
        return stop
    first, second = again.groups()
    if second is not None and (named := month_word(f"{first} {second}")) is not None and named.number == month:
        return again.end()
    return again.end(1) if (named := month_word(first)) is not None and named.number == month else stop


def _may_have_namesake(text: str, stop: int) -> bool:
    return text[stop : stop + 1] in (" ", "/") and not text.isascii()


def _year_after(
    text: str, end: int, endpos: int, languages: tuple[str, ...], *, month_first: bool
) -> tuple[int | None, int]:
    """The year that follows, and where the date then ends."""
    found = _year_behind().match(text, end, endpos) if _may_precede_year(text, end, endpos) else None
    if found is None or (found["two"] and month_first):
        return None, end
    is_buddhist = bool(languages) and words().buddhist_years.issuperset(languages)
    year = _year_in_full(found, is_buddhist=is_buddhist)
    return (year, found.end()) if is_year(year) else (None, end)


def _year_in_full(found: re.Match[str], *, is_buddhist: bool) -> int:
    if found["four"]:
        year = int(found["four"])
        return year - _BUDDHIST if is_buddhist and year > 2400 else year
    short = int(found["two"] or found["quoted"])
    return _BUDDHIST_CENTURY - _BUDDHIST + short if is_buddhist else century(short)


def _may_precede_year(text: str, end: int, endpos: int) -> bool:
    return _NUMBER.search(text, end, min(endpos, end + 10)) is not None


def read_month_and_year(number: Number) -> Parts | None:
    """``March 2001``, ``2023. április 18.``, ``2024 m. gruodžio``: a year beside the name of its month."""
    return (_words_after_year(number) or _month_before_year(number)) if is_year(number.value) else None


def _words_after_year(number: Number) -> Parts | None:
    """``2023. április 18-án``, ``2024 m. gruodžio 19 d.``, ``2024. gada 19. decembrī``, ``2023. április``."""
    if number.after not in (".", " "):
        return None
    for written in _behind_year():
        found = written.match(number.text, number.end, number.endpos)
        named = month_word(found["month"], number.hints.languages) if found is not None else None
        if found is not None and named is not None:
            end = after_ordinal(number.text, found.end(), number.endpos, named.languages)
            return number.start, end, number.value, named.number, int(found["day"]), named.languages
    return _month_after_year(number)


def _month_after_year(number: Number) -> Parts | None:
    """``2023. április``, ``2024 m. gruodžio``: a month alone, in languages that put the year first."""
    found = _month_behind_year().match(number.text, number.end, number.endpos)
    if found is None:
        return None
    named = month_word(found["month"], number.hints.languages)
    if named is None or not words().year_first.issuperset(named.languages):
        return None
    return number.start, found.end(), number.value, named.number, None, named.languages


def _month_before_year(number: Number) -> Parts | None:
    """``March 2001``, ``یکم دسمبر 2024ء``."""
    text, pos, endpos, start, end, hints = number
    at, word = last_word(text, pos, start)
    named = month_word(word, hints.languages)
    if named is None or word.lower() in words().ordinary or _NOT_A_DAY.match(text, end, endpos):
        return None
    before, spelt = last_word(text, pos, at)
    day = words().days_in_words.get(spelt)
    behind = _words_behind_year().match(text, end, endpos)
    end = end if behind is None else behind.end()
    return (at if day is None else before), end, number.value, named.number, day, named.languages


def find_day_in_words(text: str, pos: int, endpos: int, languages: tuple[str, ...]) -> Parts | None:
    """A day of a month that is not in figures: ``یکم دسمبر``, ``आठ अगस्त``."""
    days = words().days_in_words
    for word in _ANY_WORD.finditer(text, pos, endpos):
        day = days.get(word[0])
        after = _SECOND_WORD.match(text, word.end(), endpos) if day is not None else None
        named = month_word(after[1], languages) if after is not None else None
        if after is not None and named is not None:
            return word.start(), after.end(), None, named.number, day, named.languages
    return None


# --- patterns with the words of the table -------------------------------------------------------------------------


@cache
def _joined() -> dict[str, list[str]]:
    """The words that join the parts of a date."""
    table: dict[str, list[str]] = tables.load("calendar")
    return table


@cache
def _behind_day() -> regex.Pattern[str]:
    """A month with what joins it to the day before it."""
    joined = _joined()
    elided = any_of(joined["elided_joins"]).replace("'", "['’]")
    return regex.compile(
        rf"(?:{any_of(joined['behind_day'])}|\.)?[-–]?\s{{0,3}}(?:(?i:{any_of(joined['joins_month'])})\s|(?i:{elided})\s?)?"
        rf"({WORD}{{2,24}}(?:\.{WORD}{{1,4}})?|\p{{Thai}}\.\p{{Thai}})"
    )


@cache
def _word_and_month() -> re.Pattern[str]:
    """A month by its number, with what joins it to its year."""
    joined = _joined()
    return re.compile(
        rf"\s?(?P<word>{any_of(_languages_that_number_months())})\s?(?P<month>\d{{1,2}})(?!\d)"
        rf"(?:,?\s?(?:{any_of(joined['joins_year_to_numbered_month'])}))?",
        re.I,
    )


@cache
def _languages_that_number_months() -> dict[str, tuple[str, ...]]:
    """The languages of each word that stands before the number of a month."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, before in tables.load("calendar")["numbered_month"].items():
        languages |= {word: (*languages.get(word, ()), language) for word in before}
    return languages


@cache
def _words_behind_year() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{any_of(_joined()['behind_year'])})(?![^\W\d_])")


@cache
def _year_behind() -> re.Pattern[str]:
    """A year behind a month, in two figures only where no word and no number goes on."""
    joined = _joined()
    behind_time = any_of([*joined["behind_time"], *tables.load("dates")["behind_time"]])
    return re.compile(
        rf"\.?\s{{0,2}}(?:[-,.،、]\s{{0,2}}|/(?=\d{{4}})|(?i:{any_of(joined['joins_year'])})\s|(?<=\s))?(?:"
        rf"(?P<four>\d{{4}})(?!\d|[.,:]\d|\s?(?:{behind_time})\b)|['’](?P<quoted>\d\d)(?!\d)"
        r"|(?<=[\s\-.])(?P<two>\d\d)(?=\s{0,2}(?:$|\n|[-–—(/\[]|[.,:;)\]](?!\d)))(?![-/]\d))"
        rf"(?:\s?(?:{any_of(joined['behind_year'])})(?![^\W\d_]))?"
    )


@cache
def _no_word_follows() -> regex.Pattern[str]:
    joins = any_of(_joined()["joins_year_to_any"])
    return regex.compile(rf"\.?\s{{0,2}}(?:$|(?![-–]\p{{L}})[^\p{{L}}\s]|(?i:{joins})\s\d)")


@cache
def _behind_year() -> tuple[regex.Pattern[str], ...]:
    """A month and day behind their year, in either order."""
    to_month, to_day = any_of(_joined()["joins_month_to_year"]), any_of(_joined()["joins_day_to_year"])
    month, day = rf"(?P<month>{WORD}{{3,24}})", r"(?P<day>\d{1,2})"
    return (
        regex.compile(rf"\.?\s{{1,2}}(?:(?:{to_month})\s)?{month}\.?\s{{0,2}}{day}(?!\d)\.?"),
        regex.compile(rf"\.?\s(?i:{to_day})\s{day}\.?\s?{month}"),
    )


@cache
def _month_behind_year() -> regex.Pattern[str]:
    joins = any_of(_joined()["joins_month_to_year"])
    return regex.compile(rf"\.?\s(?:(?:{joins})\s)?(?P<month>{WORD}{{3,24}})(?!{WORD})")
