"""A date expression on its own -> :class:`~wirenews.article.WireDate`."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import attrs

from ..arguments import check_text, day_of, wrong_type
from ..text import tables
from ..text.characters import plain_text
from ..text.language import guess_language
from ..text.patterns import plain_pattern
from ..wire_date import WireDate
from .calendar import words
from .clock import clock_at
from .find import AROUND, LONGEST, clock_words, find_date
from .parts import Hints, any_of, is_year
from .reference import moved_tense, settle, week_of
from .relative import read_relative
from .said import after_week_of, says_no_day, shown, without_little_words
from .tense import tense, told_before


def normalize_date(
    text: str,
    *,
    reference: dt.date | dt.datetime | None = None,
    context: str | None = None,
    language: str | None = None,
    order: str | None = None,
) -> WireDate | None:
    """What a date expression of news prose means, as coarse as its words, or ``None`` when it is none.

    >>> import datetime
    >>> normalize_date("Feb 26").isoformat()
    '--02-26'
    >>> normalize_date("last month", reference=datetime.date(1998, 9, 11)).isoformat()
    '1998-08'
    >>> story = datetime.date(2025, 4, 18)  # a Friday
    >>> normalize_date("Tuesday", reference=story, context="They will vote Tuesday.").isoformat()
    '2025-04-22'
    >>> normalize_date("vor zwei Wochen", reference=story).isoformat()
    '2025-W14'
    >>> normalize_date("18 de abril", reference=story).inferred
    ('year',)
    >>> normalize_date("04/05/2025").ambiguous, normalize_date("04/05/2025", order="DMY").isoformat()
    (('month', 'day'), '2025-05-04')

    ``reference`` is the story's date: parts that only it settles are listed in ``inferred``. Without it relative
    expressions are ``None``; today's date is never consulted. A datetime gives "3 hours ago" its time. ``context``
    is the sentence: its tense tells whether "Friday" was or will be.

    ``language`` (ISO 639-1) settles a month that languages read differently (``listopada``) and the order of day and
    month, which ``order`` ("DMY" or "MDY") settles too; what stays open is listed in ``ambiguous``.

    Of several days (``April 17-18, 2025``) comes back the first. Absolute and partial dates and relative ones ("vor
    zwei Wochen", "上周五") are read in all languages that have a file of words; where several read an expression
    differently, ``language`` or the sentence tells which counts, else it is ``None``. So are ``Feb 30``, lengths of
    time ("two weeks") and what another date in the text would have to settle ("the next day").
    """
    asked = _asked(text, reference, context, language, order)
    text = plain_text(text)
    return _read(text, asked) if 0 < len(text) <= LONGEST else None


class _Asked(NamedTuple):
    """What is known about an expression: the story's day, its time too if given, the sentence, and hints."""

    near: dt.date | None
    moment: dt.datetime | None
    context: str | None
    hints: Hints


def _asked(text: object, reference: object, context: object, language: object, order: object) -> _Asked:
    """The arguments as they are used; a wrong one raises and says what to pass."""
    check_text(text, _text_instead(text))
    if context is not None and not isinstance(context, str):
        raise wrong_type("context", "the sentence as a str, or None", context, "pass context='They will vote Tuesday.'")
    moment = reference if isinstance(reference, dt.datetime) else None
    hints = Hints((_checked_language(language),) if language is not None else (), _checked_order(order))
    sentence = None if context is None else plain_text(context)
    return _Asked(day_of(reference), moment, sentence, hints)  # type: ignore[arg-type]


def _text_instead(text: object) -> str:
    if isinstance(text, bytes):
        return "pass text.decode('utf-8')"
    return "pass its isoformat()" if isinstance(text, dt.date) else "pass the words of a date, such as 'Feb 26'"


def _checked_language(language: object) -> str:
    if not isinstance(language, str):
        raise wrong_type("language", "an ISO 639-1 code or None", language, "pass language='pl'")
    known = tables.load("dates")
    if language not in known["codes"].split():
        meant = known["taken_for_codes"].get(language.lower())
        advice = "such as 'pl'" if meant is None else repr(meant)
        raise ValueError(f"language must be an ISO 639-1 code, got {language!r}: pass {advice}")
    return language


def _checked_order(order: object) -> str | None:
    if order is not None and not isinstance(order, str):
        raise wrong_type("order", "'DMY', 'MDY' or None", order, "pass order='DMY' where the day stands first")
    if order not in (None, "DMY", "MDY"):
        raise ValueError(f"order must be 'DMY' or 'MDY', got {order!r}: pass order='DMY' where the day stands first")
    return order


# --- with a clock, a day, words ---------------------------------------------------------------------------------------

_NUMBER = plain_pattern(r"\d+")


def _read(text: str, asked: _Asked) -> WireDate | None:
    """What an expression means, with the time of day before or after it."""
    text = _trimmed(text)
    try:
        return _read_day(text, asked) or _read_timed(text, asked) or _read_timed(_without_opening(text), asked)
    except OverflowError:  # a day before the year 1 or after 9999
        return None


def _trimmed(text: str) -> str:
    text = " ".join(text.split()).strip(AROUND)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1]
    return text + ")" if text.count("(") > text.count(")") else text  # 4월 18일(금)


def _read_timed(text: str, asked: _Asked) -> WireDate | None:
    """A day with the time before or after it: ``10:30 a.m. on Friday, April 18``, ``today at 6:05 pm``."""
    for number in _NUMBER.finditer(text):
        clock = clock_at(text, number.start(), len(text))
        if clock is None or (clock.start > 0 and clock.end < len(text)):
            continue
        before, after = text[: clock.start], text[clock.end :]
        rest = _clock_word_at_end().sub("", before.rstrip(), count=1) if before else after
        day = _read_day(rest, asked) if rest.strip(AROUND) else None
        if day is not None and day.day is not None and day.time is None:
            return attrs.evolve(day, time=clock.time)
    return None


@cache
def _clock_word_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:\s(?:{clock_words()}))?[\s,|]*$")


def _read_day(text: str, asked: _Asked) -> WireDate | None:
    """What an expression means, else what it means without the words before it ("am 18. April", "Updated: ...")."""
    text = _trimmed(text)
    for form in (str, _without_opening):
        part = form(text)
        for read in (_read_whole, _read_words, _read_span):
            if part and (date := read(part, asked)) is not None:
                return date
        if says_no_day(shown(part)):  # "am Morgen" is no day, though "Morgen" is one
            break
    return None


def _without_opening(text: str) -> str:
    """The expression without the words before a date ("vào ngày", "am", "Updated:"); "" when there are none."""
    opening = _opening().match(text)
    rest = text[opening.end() :] if opening is not None else text
    for _ in range(3):
        first, _, after = rest.partition(" ")
        if first.lower() not in words().articles:
            break
        rest = after
    return "" if rest is text else rest


@cache
def _opening() -> re.Pattern[str]:
    openings = any_of(tables.load("calendar")["openings"])
    return re.compile(rf"(?:{openings})(?:\s?[:：]\s?|\s|(?=\d))", re.I)


def _without_little_words(text: str) -> str:
    return without_little_words(shown(text))


# --- a date with a number -------------------------------------------------------------------------------------------

_YEAR_MONTH = plain_pattern(r"(\d{4})(?:-(\d\d)|/(\d\d?))")
_MONTH_YEAR = plain_pattern(r"(\d\d?)/(\d{4})")


def _read_whole(text: str, asked: _Asked) -> WireDate | None:
    """A date with a number in it that is the whole expression: ``Tuesday, Dec. 6``, ``late Nov. 1989``."""
    for form in (str, _without_little_words):
        part = form(text)
        found = find_date(part, 0, len(part), languages=asked.hints.languages, order=asked.hints.order)
        if found is None:
            break
        if found.date is None:
            return None
        if found.start == 0 and found.end >= len(part.rstrip(" .")):
            return _settled(found.date, text, asked, found.languages)
    return _year_and_month(text)


def _settled(date: WireDate, text: str, asked: _Asked, languages: tuple[str, ...]) -> WireDate | None:
    """A date with what the reference and the sentence say about it; ``None`` when all of it is open (12/05)."""
    near, context = asked.near, asked.context
    if date.year is None and date.month is None and date.day is None:
        return None
    if near is None or date.month is None:
        return date if near is None else settle(date, near)
    languages = asked.hints.languages or _spoken(languages, context)
    told = _common(told_before(text, context, language) for language in languages)
    found = _common(tense(text, context, language) for language in languages)
    return settle(date, near, tense=told or moved_tense(date.month, date.day, near, found))


def _spoken(languages: tuple[str, ...], context: str | None) -> tuple[str, ...]:
    """The language of the sentence where it is one of these, or none of them is known; else these."""
    guessed = guess_language(context) if context and len(languages) != 1 else None
    return (guessed,) if guessed is not None and (guessed in languages or not languages) else languages


def _common(tenses: Iterable[int]) -> int:
    """The tense that all languages which tell one agree upon; 0 without one."""
    told = {*tenses} - {0}
    return told.pop() if len(told) == 1 else 0


def _year_and_month(text: str) -> WireDate | None:
    """``2025-04``, ``2025/04``, ``04/2025``; not ``1918-19`` nor ``2011-12``, which may be two years."""
    if (found := _YEAR_MONTH.fullmatch(text)) is not None:
        year, month = int(found[1]), int(found[2] or found[3])
        is_two_years = month == (year + 1) % 100
    elif (found := _MONTH_YEAR.fullmatch(text)) is not None:
        year, month, is_two_years = int(found[2]), int(found[1]), False
    else:
        return None
    return WireDate(year, month) if is_year(year) and 1 <= month <= 12 and not is_two_years else None


# --- a date of words ------------------------------------------------------------------------------------------------


def _read_words(text: str, asked: _Asked) -> WireDate | None:
    """An expression of words alone, or of words and a count: ``March``, ``Freitag``, ``two weeks ago``."""
    words = shown(text)
    if (day := after_week_of(words)) is not None:
        return week_of(_read_day(day, asked))
    if words.isdecimal() and len(words) <= 2:
        return _further_day(words, asked)
    return read_relative(text, asked.near, asked.context, moment=asked.moment, languages=asked.hints.languages)


def _further_day(day: str, asked: _Asked) -> WireDate | None:
    """The second of two days of a month: ``25`` in "on April 24 and 25"."""
    joins = any_of(tables.load("calendar")["spans"])
    together = re.search(
        rf"\b([^\W\d_][\w.]{{0,19}} \d{{1,2}})(?:, \d{{1,2}}){{0,3}},? (?:{joins}) {day}\b", asked.context or ""
    )
    first = _read_day(together[1], asked) if together else None
    if first is None or first.day is None or first.day >= int(day):
        return None
    try:
        return attrs.evolve(first, day=int(day))
    except ValueError:  # April 31
        return None


# --- several days -----------------------------------------------------------------------------------------------------

_FIGURES_BEFORE = plain_pattern(r"(?<![\d\-–—])(\d{1,2})$")
_FIGURES_AFTER = plain_pattern(r"(\d{1,2})(?!\d|\s?[-–—])\.?")


def _read_span(text: str, asked: _Asked) -> WireDate | None:
    """The first day of several: ``April 17 and 18``, ``du 17 au 18 avril``, ``Dec. 30 - Jan. 2, 2025``."""
    for sign in _span().finditer(text):
        before, after = text[: sign.start()], text[sign.end() :]
        first, last = _FIGURES_BEFORE.search(before), _FIGURES_AFTER.match(after)
        if first is not None and last is not None and int(first[1]) < int(last[1]) <= 31:
            date = _read_whole(f"{before}{after[last.end() :]}", asked)
        else:
            date = _first_of(_read_whole(before, asked), _read_whole(after, asked))
        if date is not None:
            return date
    return None


@cache
def _span() -> re.Pattern[str]:
    joins = any_of(tables.load("calendar")["spans"])
    return re.compile(rf"\.?\s?[-–—]\s?|\.?(?:, \d{{1,2}}\.?){{0,6}},?\s(?:{joins})\s", re.I)


def _first_of(first: WireDate | None, last: WireDate | None) -> WireDate | None:
    """The first of two whole days, its year that of the last where only that one says it."""
    if first is None or last is None or None in (first.month, first.day, last.month, last.day):
        return None
    if last.year is None or "year" in last.inferred or _says_year(first):
        return first
    is_year_before = (first.month, first.day) > (last.month, last.day)
    inferred = tuple([name for name in first.inferred if name != "year"])
    try:
        return attrs.evolve(first, year=last.year - is_year_before, inferred=inferred)
    except ValueError:  # Feb 29
        return None


def _says_year(date: WireDate) -> bool:
    return date.year is not None and "year" not in date.inferred
