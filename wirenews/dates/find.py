"""Words -> :class:`~wirenews.article.WireDate`: the dates that agencies write, in the languages they write in.

A date that stands in the text holds a number. :func:`find_date` goes from number to number and looks what stands
beside each: a month before (``Feb 26``) or after it (``26 Feb``), a sign of CJK (``6月14日``), more numbers
(``1996-08-22``, ``11.05.2023``). Month names of all languages are one dictionary, so that a further language costs
nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

import attrs
import regex

from ..text.characters import plain_text
from ..text.patterns import pattern
from ..wire_date import WireDate
from . import relative as timex
from .calendar import OPEN, Name, century, figures, month_word, names, nearest_month, nearest_year, weekday_word
from .clock import CLOCK, Clock, clock_at

__all__ = ["DateMatch", "find_date", "match_date", "may_begin_date", "normalize_date", "settle"]


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
    >>> normalize_date("18 de abril", reference=story).inferred
    ('year',)
    >>> normalize_date("04/05/2025").ambiguous, normalize_date("04/05/2025", order="DMY").isoformat()
    (('month', 'day'), '2025-05-04')

    ``reference`` is the story's date: parts that only it settles are listed in ``inferred``. Without it relative
    expressions are ``None``; today's date is never consulted. A datetime gives "3 hours ago" its time. ``context``
    is the sentence: its tense tells whether "Friday" was or will be.

    ``language`` (ISO 639-1) settles a month that languages read differently (``listopada``) and the order of day and
    month, which ``order`` ("DMY" or "MDY") settles too; what stays open is listed in ``ambiguous``.

    Of several days (``April 17-18, 2025``) comes back the first. Absolute and partial dates, weekdays, neighbouring
    days and weeks and counts ("hace 3 horas") are read in the languages of the calendar, further relative expressions
    in English. ``Feb 30`` is ``None``.
    """
    asked = _asked(text, reference, context, language, order)
    text = plain_text(text)
    return _read(text, asked) if 0 < len(text) <= _LONGEST else None


class _Hints(NamedTuple):
    """What settles a date that can be read in two ways: languages, and which of 04/05 is the day."""

    languages: tuple[str, ...]
    order: str | None


_NO_HINTS = _Hints((), None)


class _Asked(NamedTuple):
    """What is known about an expression: the story's day, its time too if given, the sentence, and hints."""

    near: dt.date | None
    moment: dt.datetime | None
    context: str | None
    hints: _Hints


def _asked(text: object, reference: object, context: object, language: object, order: object) -> _Asked:
    """The arguments as they are used; a wrong one raises and says what to pass."""
    if not isinstance(text, str):
        raise TypeError(f"`text` must be a str such as 'Feb 26', got {type(text).__name__}{_instead(text)}")
    if context is not None and not isinstance(context, str):
        raise TypeError(f"`context` must be the sentence as a str, or None, got {type(context).__name__}")
    near, moment = _checked_reference(reference)
    hints = _Hints((_checked_language(language),) if language is not None else (), _checked_order(order))
    return _Asked(near, moment, None if context is None else plain_text(context), hints)


def _instead(text: object) -> str:
    if isinstance(text, bytes):
        return ": decode it first, text.decode('utf-8')"
    return ": a date needs no reading, pass its isoformat()" if isinstance(text, dt.date) else ""


def _checked_reference(reference: object) -> tuple[dt.date | None, dt.datetime | None]:
    if isinstance(reference, dt.datetime):
        return reference.date(), reference
    if reference is None or isinstance(reference, dt.date):
        return reference, None
    hint = f": pass datetime.date.fromisoformat({reference!r})" if isinstance(reference, str) else ""
    raise TypeError(f"`reference` must be a date, a datetime or None, got {type(reference).__name__}{hint}")


def _checked_language(language: object) -> str:
    if not isinstance(language, str):
        raise TypeError(f"`language` must be an ISO 639-1 code such as 'pl', or None, got {type(language).__name__}")
    if language not in names().codes:
        meant = names().taken_for_codes.get(language.lower())
        hint = f": pass {meant!r}" if meant is not None else ""
        raise ValueError(f"`language` must be an ISO 639-1 code such as 'pl', got {language!r}{hint}")
    return language


def _checked_order(order: object) -> str | None:
    if order is not None and not isinstance(order, str):
        raise TypeError(f"`order` must be 'DMY', 'MDY' or None, got {type(order).__name__}")
    if order not in (None, "DMY", "MDY"):
        raise ValueError(f"`order` must be 'DMY' (day first) or 'MDY' (month first), got {order!r}")
    return order


def _read(text: str, asked: _Asked) -> WireDate | None:
    """What an expression means, with the time of day before or after it."""
    text = _trimmed(text)
    try:
        return _read_day(text, asked) or _read_timed(text, asked) or _read_timed(_without_opening(text), asked)
    except OverflowError:  # a day before the year 1 or after 9999
        return None


def _read_day(text: str, asked: _Asked) -> WireDate | None:
    """What an expression means, else what it means without the words before it ("am 18. April", "Updated: ...")."""
    text = _trimmed(text)
    for words in (text, _without_opening(text)):
        for read in (_read_whole, _read_words, _read_span):
            if words and (date := read(words, asked)) is not None:
                return date
    return None


def _trimmed(text: str) -> str:
    text = " ".join(text.split()).strip(_AROUND)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1]
    return text + ")" if text.count("(") > text.count(")") else text  # 4월 18일(금)


def _without_opening(text: str) -> str:
    """The expression without the words before a date ("vào ngày", "am", "Updated:"); "" when there are none."""
    opening = _opening().match(text)
    rest = text[opening.end() :] if opening is not None else text
    for _ in range(3):
        first, _, after = rest.partition(" ")
        if not after or first.lower() not in names().articles:
            break
        rest = after
    return "" if rest is text else rest


@cache
def _opening() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, sorted(names().openings, key=len, reverse=True)))
    return regex.compile(rf"(?:{words})(?:\s?[:：]\s?|\s|(?=\d))", regex.I)


def _read_whole(text: str, asked: _Asked) -> WireDate | None:
    """A date with a number in it that is the whole expression: ``Tuesday, Dec. 6``, ``late Nov. 1989``."""
    for words in (text, timex.plain(text)):
        found = find_date(words, 0, len(words), languages=asked.hints.languages, order=asked.hints.order)
        if found is None:
            break
        if found.date is None:
            return None
        if found.start == 0 and found.end >= len(words.rstrip(" .")):
            return _settled(found.date, text, asked)
    return _year_month(text)


def _settled(date: WireDate, text: str, asked: _Asked) -> WireDate | None:
    """A date with what the reference and the sentence say about it; ``None`` when all of it is open (12/05)."""
    near, context = asked.near, asked.context
    if date.year is None and date.month is None and date.day is None:
        return None
    if near is None or date.month is None:
        return date if near is None else settle(date, near)
    tense = timex.told_before(text, context) or timex.moved_tense(
        date.month, date.day, near, timex.tense(text, context)
    )
    return settle(date, near, tense=tense)


def _year_month(text: str) -> WireDate | None:
    """``2025-04``, ``2025/04``, ``04/2025``; not ``1918-19`` nor ``2011-12``, which may be two years."""
    found = _YEAR_MONTH.fullmatch(text)
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"])
    is_two_years = found.start("year") == 0 and month == (year + 1) % 100
    return WireDate(year, month) if _is_year(year) and 1 <= month <= 12 and not is_two_years else None


def _read_words(text: str, asked: _Asked) -> WireDate | None:
    """An expression of words alone, or of words and a count: ``March``, ``Freitag``, ``two weeks ago``."""
    words = timex.plain(text)
    near, context = asked.near, asked.context
    if words.startswith("week of "):
        return timex.week_of(_read_day(words[8:], asked))
    if words.isdecimal() and len(words) <= 2:
        return _further_day(words, asked)
    date = _read_name(words, text, asked) or _read_name(text.rstrip("."), text, asked)
    if date is not None:
        return date
    if near is not None and (step := names().days.get(text.lower())) is not None:
        return timex.days_from(near, step)
    date = timex.read_relative(words, near, text, context)
    if date is not None or near is None:
        return date
    return timex.read_foreign(text, near, context) or timex.read_counted(text, near, asked.moment)


def _read_name(word: str, text: str, asked: _Asked) -> WireDate | None:
    """A month or weekday by its name alone."""
    near, languages = asked.near, asked.hints.languages
    if not word or not _is_name(word):
        return None
    if (month := month_word(word, languages)) is not None:
        if month[0] == OPEN:
            return None
        if near is None:
            return WireDate(month=month[0])
        return timex.resolve_month(month[0], near, timex.tense(text, asked.context))
    if near is not None and (weekday := weekday_word(word, languages)) is not None:
        return timex.resolve_weekday(weekday[0], near, timex.tense(text, asked.context))
    return None


def _is_name(word: str) -> bool:
    """Whether a word is long enough to be a name by itself: "on" and "to" are Nordic weekdays, but not here."""
    return len(word) > 2 or word[0] > "\u0500"


def _further_day(day: str, asked: _Asked) -> WireDate | None:
    """The second of two days of a month: ``25`` in "on April 24 and 25"."""
    together = regex.search(
        rf"\b([\p{{L}}.]{{1,20}} \d{{1,2}})(?:, \d{{1,2}}){{0,3}},? (?:and|to|or) {day}\b", asked.context or ""
    )
    first = _read_day(together[1], asked) if together else None
    if first is None or first.day is None or first.day >= int(day):
        return None
    return _replaced(first, int(day))


def _replaced(date: WireDate, day: int) -> WireDate | None:
    try:
        return attrs.evolve(date, day=day)
    except ValueError:
        return None


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
def _span() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, names().span_words))
    return regex.compile(rf"\.?\s?[-–—]\s?|\.?(?:, \d{{1,2}}\.?){{0,6}},?\s(?:{words})\s", regex.I)


def _first_of(first: WireDate | None, last: WireDate | None) -> WireDate | None:
    """The first of two whole days, its year that of the last where only that one says it."""
    if first is None or last is None or None in (first.month, first.day, last.month, last.day):
        return None
    if last.year is None or "year" in last.inferred or (first.year is not None and "year" not in first.inferred):
        return first
    passed = (first.month, first.day) > (last.month, last.day)
    inferred = tuple([name for name in first.inferred if name != "year"])
    dated = _date(last.year - passed, first.month, first.day)
    return None if dated is None else attrs.evolve(dated, time=first.time, inferred=inferred)


def _read_timed(text: str, asked: _Asked) -> WireDate | None:
    """A day with the time before or after it: ``10:30 a.m. on Friday, April 18``, ``today at 6:05 pm``."""
    for number in _NUMBER.finditer(text):
        if text[number.end() : number.end() + 1] not in _AFTER_HOUR:
            continue
        clock = clock_at(text, number.start(), len(text))
        if clock is None or (clock[0] > 0 and clock[1] < len(text)):
            continue
        rest = _clock_word_at_end().sub("", text[: clock[0]].rstrip(), count=1) if clock[0] > 0 else text[clock[1] :]
        day = _read_day(rest, asked) if rest.strip(_AROUND) else None
        if day is not None and day.day is not None and day.time is None:
            return attrs.evolve(day, time=clock[2])
    return None


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
    hints = _Hints(languages, order or _order_of(languages)) if languages or order else _NO_HINTS
    return _find(text, pos, endpos, hints)


def _order_of(languages: tuple[str, ...]) -> str | None:
    """The order of day and month that all these languages write."""
    return "DMY" if languages and names().day_first.issuperset(languages) else None


def _find(text: str, pos: int, endpos: int, hints: _Hints) -> DateMatch | None:
    """The first date, from number to number."""
    at = pos
    clock = None
    while (number := _NUMBER.search(text, at, endpos)) is not None:
        start, at = number.span()
        parts = _read_at(text, pos, endpos, start, at, hints)
        if parts is not None:
            found = _finish(text, pos, endpos, parts)
            return found if clock is None else _with_clock_before(text, clock, found)
        if (
            at - start != 3
            and text[at : at + 1] in _AFTER_HOUR
            and (timed := clock_at(text, start, endpos)) is not None
        ):
            clock = timed
            at = timed[1]
    return None if text.isascii() else _spelled_out(text, pos, endpos, hints)


def match_date(
    text: str, pos: int, endpos: int, *, languages: tuple[str, ...] = (), order: str | None = None
) -> DateMatch | None:
    """The date that starts exactly at ``pos``, or ``None``.

    >>> match_date("26 Feb - Showers", 0, 16).end
    6
    """
    found = find_date(text, pos, min(endpos, pos + _LONGEST), languages=languages, order=order)
    return found if found is not None and found.start == pos else None


def may_begin_date(word: str) -> bool:
    """Whether a date may begin with this word: one with a figure, a month, a weekday, an article.

    >>> may_begin_date("Feb."), may_begin_date("(07-17)"), may_begin_date("Rain")
    (True, True, False)
    """
    if not word.isalpha():
        word = word.strip(_AROUND + ".")
    if not (word.isalpha() and word.isascii()):
        return True
    known = names()
    word = word.lower()
    return word in known.months or word in known.weekdays or word in known.articles


def settle(date: WireDate, reference: dt.date | dt.datetime, *, tense: int = 0) -> WireDate:
    """The date with the parts that the words leave open taken from ``reference``, where one reading is nearest.

    What was taken is listed in ``inferred``. A date that says its year, or is ambiguous, is given back as it is.
    ``tense`` -1 looks only before the reference, 1 only after it.

    >>> settle(WireDate(month=12, day=30), dt.date(2025, 1, 2)).isoformat()
    '2024-12-30'
    >>> settle(WireDate(month=2, day=29), dt.date(2025, 1, 2)).year is None
    True
    """
    if date.year is not None or date.decade is not None or date.period is not None or date.ambiguous:
        return date
    near = reference.date() if isinstance(reference, dt.datetime) else reference
    if date.month is not None:
        year = nearest_year(date.month, date.day, near, tense)
        return date if year is None else attrs.evolve(date, year=year, inferred=(*date.inferred, "year"))
    if date.day is not None:
        year, month = nearest_month(date.day, near)
        if year is not None:
            return attrs.evolve(date, year=year, month=month, inferred=(*date.inferred, "year", "month"))
    return date


_LONGEST = 80
_AROUND = ' ,;:"()[]“”«»'
# What can stand between a month and the day after it, or a weekday and its date.
_BETWEEN = " .,-\n\r\t\xa0،"
# What most often follows a date in a dateline, and leaves nothing to look for.
_CLOSED = frozenset((" (", " -", " –", " —", " _", " /"))
_IN_NUMBERS = "-./:,+#$£€@_"
_AFTER_HOUR = (":", ".", "h", " ", "a", "p", "A", "P")

_NUMBER = pattern(r"\d+")
_YEAR_MONTH = pattern(r"(?P<year>\d{4})(?:-(?P<month>\d\d)|/(?P<month>\d\d?))|(?P<month>\d\d?)/(?P<year>\d{4})")
_FIGURES_BEFORE = pattern(r"(?<![\d\-–—])(\d{1,2})$")
_FIGURES_AFTER = pattern(r"(\d{1,2})(?!\d|\s?[-–—])\.?")
_WORD_BEFORE = pattern(r"(?r)(?<![\p{L}\p{M}\u200c\u200d])([\p{L}\p{M}\u200c\u200d]{2,24})")
_MONTH_AFTER = pattern(
    r"(?:st|nd|rd|th|ST|ND|RD|TH|er|ER|º|ª|°|\.)?[-–]?\s{0,3}(?:(?i:de|of|del|da)\s|[dD]['’]\s?)?"
    r"([\p{L}\p{M}\u200c\u200d]{2,24}(?:\.[\p{L}\p{M}\u200c\u200d]{1,4})?|\p{Thai}\.\p{Thai})"
)
_SECOND_WORD = pattern(r"\s([\p{L}\p{M}\u200c\u200d]{2,24})")
_AGAIN = pattern(r"\s?[\s/]\s?([\p{L}\p{M}\u200c\u200d]{2,24})(?:\s([\p{L}\p{M}\u200c\u200d]{2,24}))?")
_VIETNAMESE = pattern(r"\s?(?:tháng|thg)\s?(\d{1,2})(?!\d)(?:,?\s?năm)?", regex.I)
_YEAR_AFTER = pattern(
    r"\s{0,2}(?:[-,.،、]\s{0,2}|(?i:de|del|of|พ\.ศ\.|ค\.ศ\.)\s|(?<=\s))?(?:"
    r"(\d{4})(?!\d|[.,:]\d|\s?(?:GMT|UTC|hours|hrs|HRS)\b)|['’](\d\d)(?!\d)"
    r"|(?<=[\s\-.])(\d\d)(?=\s{0,2}(?:$|\n|[-–—(/\[]|[.,:;)\]](?!\d)))(?![-/]\d))"
    r"(?:\s?(?:года|року|roku|г\.|р\.|r\.|م|ء)(?!\p{L}))?"
)
_NOT_A_DAY = pattern(r"\d|[.,:]\d{1,3}(?!\d)|\s?%|[-–]\d")
_NO_WORD_FOLLOWS = pattern(r"\.?\s{0,2}(?:$|(?![-–]\p{L})[^\p{L}\s]|(?i:de|del)\s\d)")
_LOWER_WORD_FOLLOWS = pattern(r"\s+(?!de\s|del\s)[a-z]")
_YMD = pattern(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)\.?")
_YEAR_MONTH_DAY = pattern(
    r"\.?\s{1,2}(?:[mM]\.\s)?(?P<month>[\p{L}\p{M}\u200c\u200d]{3,24})\.?\s{0,2}(?P<day>\d{1,2})(?!\d)\.?"
)
_YEAR_DAY_MONTH = pattern(r"\.?\s(?i:gada)\s(?P<day>\d{1,2})\.?\s?(?P<month>[\p{L}\p{M}\u200c\u200d]{3,24})")
_YEAR_AND_MONTH = pattern(r"\.?\s(?:[mM]\.\s)?([\p{L}\p{M}\u200c\u200d]{3,24})(?![\p{L}\p{M}\u200c\u200d])")
_UNDELIMITED = pattern(r"(?:19|20)\d\d(\d\d)(\d\d)(?![^\W\dT]|[-./:,]\d|T(?!\d{4}))")
_LAST_OF_SPAN = pattern(r"[-–—](\d{1,2})(?!\d)")
_FIRST_OF_SPAN = pattern(r"\.?\s?[-–—]\s?(\d{1,2})(?!\d)")
_DMY = pattern(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d/]|[-.]\d)")
_PAIR = pattern(r"(\d\d)(?:/(\d\d)|\.(\d\d)\.)(?![\d/]|[-.]\d)")
_SHORT_PAIR = pattern(r"(\d{1,2})/(\d{1,2})(?![\d/]|[-.,:]\d)")
_DASHED = pattern(r"(\d{1,2}) - (\d{1,2})(?: - (\d{4}))?(?! ?\d)")
_PAIR_IN_PARENTHESES = pattern(r"(\d\d)-(\d\d)\)")
_CJK = pattern(
    r"(?:(\d{1,4})\s?[年년]\s?)?"
    r"(?:(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?|(\d{1,2})\s?[日号號일](?![本常報报内內間间前後后간째]))"
    r"(?:\s?[(（][月火水木金土日월화수목금토일][)）])?"
)
_SPELLED_CJK = pattern(
    r"(?<![〇零○第十百一二三四五六七八九年月])(?:([〇零○一二三四五六七八九]{4})年)?(?:(正|元|十[一二]?|[一二三四五六七八九])月)?"
    r"(?:([卅三]十?一?|[二廿]?十?[一二三四五六七八九]|[二廿]?十|[廿卅])[日號号](?![本常報报内內間间前後后])|(?<=年\w{1,2}月))"
)
_WEEKDAY_AFTER = pattern(
    r"(?:,\s{0,2}|\s{1,2}|\s?\()([\p{L}\p{M}\u200c\u200d]{2,24}(?:[- ][\p{L}\p{M}\u200c\u200d]{2,10})?)"
    r"(?=(\))|\s-|\s{0,2}(?:$|[^\p{L}\p{M}\s'’-]))"
)
_YEAR_LAST = pattern(r"\s(\d{4})(?=\s?(?:$|[^\w\s]))")

# Where a date starts and ends, its year, month and day, and the languages of its words: before its weekday and time
# are read. A plain tuple, since one is made for every dateline.
_Parts: TypeAlias = tuple[int, int, int | None, int | None, int | None, tuple[str, ...]]


def _read_at(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """The date that the number ``text[start:end]`` belongs to."""
    length = end - start
    if length <= 2:
        return (
            _month_before(text, pos, endpos, start, end, hints)
            or _month_after(text, pos, endpos, start, end, hints)
            or _days_before_month(text, pos, endpos, start, end, hints)
            or _all_numbers(text, pos, endpos, start, end, hints)
        )
    if length <= 4:
        return _year_first(text, pos, endpos, start, end, hints)
    return _undelimited(text, pos, endpos, start, end) if length == 8 else None


def _finish(text: str, pos: int, endpos: int, parts: _Parts) -> DateMatch:
    """Put the weekday before and the time after a date to it."""
    start, end, year, month, day, languages = parts
    date = _date(year, month, day)
    if start > pos and text[start - 1] in _BETWEEN:
        start, languages = _weekday_before(text, pos, start, languages)
        if not text.isascii():
            start = _other_calendar(text, pos, start)
    if endpos - end > 3 and text[end] in " ,(" and text[end : end + 2] not in _CLOSED:
        end, languages = _weekday_after(text, end, endpos, languages)
    if date is not None and endpos - end > 3 and _NUMBER.search(text, end, min(endpos, end + 12)) is not None:
        end, date = _with_clock_after(text, end, endpos, date)
    return DateMatch(start, end, date, languages)


@cache
def _before_clock() -> regex.Pattern[str]:
    """What stands between a date and its time ("at ", " | ", "T"), words of the table included."""
    return regex.compile(rf"[\s,;|]{{0,3}}(?:T|(?:{_clock_words()})\s|\()?\s?(?=\d)")


@cache
def _clock_word_at_end() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\s(?:{_clock_words()}))?[\s,|]*$")


def _clock_words() -> str:
    return "|".join(map(regex.escape, sorted(names().before_clock, key=len, reverse=True)))


def _with_clock_after(text: str, end: int, endpos: int, date: WireDate) -> tuple[int, WireDate | None]:
    """Where a date ends with the time after it, and the year after that (``Fri Apr 18 10:30:00 IST 2025``)."""
    opening = _before_clock().match(text, end, endpos)
    clock = clock_at(text, opening.end(), endpos) if opening is not None else None
    if opening is None or clock is None:
        return end, date
    end = clock[1]
    if text[opening.end() - 1] == "(" and end < endpos and text[end] == ")":
        end += 1
    last = _YEAR_LAST.match(text, end, endpos) if date.year is None and date.month is not None else None
    if last is None or not _is_year(int(last[1])):
        return end, attrs.evolve(date, time=clock[2])
    dated = _date(int(last[1]), date.month, date.day)
    return last.end(), None if dated is None else attrs.evolve(dated, time=clock[2])


@lru_cache(maxsize=2048)
def _date(year: int | None, month: int | None, day: int | None) -> WireDate | None:
    """The date, or ``None`` when the calendar has no such day."""
    opened = tuple([name for name, part in (("month", month), ("day", day)) if part == OPEN])
    try:
        return WireDate(year, None if month == OPEN else month, None if day == OPEN else day, ambiguous=opened)
    except ValueError:
        return None


def _last_word(text: str, pos: int, end: int) -> tuple[int, str]:
    """The word that ends at ``end``, dots and blanks between apart, and where it starts."""
    low = end - 28 if end - 28 > pos else pos
    head = text[low:end].rstrip(_BETWEEN)
    blank = head.rfind(" ") + 1
    word = head[blank:]
    if word.isalpha():
        return low + blank, word
    found = _WORD_BEFORE.match(head)
    return (low + found.start(1), found.group(1)) if found is not None else (end, "")


def _month_before(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``Feb 26``, ``Feb. 26, 2014``, ``Feb26``, ``April 17-18``, ``kovo 12 d.``"""
    if start == pos:
        return None
    at, word = _last_word(text, pos, start)
    named = month_word(word, hints.languages)
    if named is None:
        return None
    known = names()
    month, languages, _ = named
    lower = word.lower()
    if lower in known.ordinary or (at > pos and text[at - 1].isdigit()):
        return None
    day = int(text[start:end])
    if end == endpos or text[end : end + 2] in _CLOSED:
        return at, end, None, month, day, languages
    end = _after_last_day(text, day, end, endpos)
    if _NOT_A_DAY.match(text, end, endpos):
        return None
    # "mar 3 abr" is a Tuesday in April; "Río de Janeiro, 23 may" is no day of January.
    if (lower in known.weekdays or "," in text[at + len(word) : start]) and (
        after := _month_after(text, pos, endpos, start, end, hints)
    ) is not None:
        return after
    end = _after_ordinal(text, end, endpos, languages)
    year, end = _year_after(text, end, endpos, languages, month_first=True)
    return at, end, year, month, day, languages


def _after_last_day(text: str, day: int, end: int, endpos: int) -> int:
    """Where several days of a month end, of which ``day`` is the first (``17-18``)."""
    last = _LAST_OF_SPAN.match(text, end, endpos) if text[end] in "-–—" else None
    return last.end() if last is not None and 0 < day < int(last[1]) <= 31 else end


def _after_ordinal(text: str, end: int, endpos: int, languages: tuple[str, ...]) -> int:
    """Where the day ends with what its language puts behind it (``1st``, ``12 d.``, ``18-án``)."""
    for ending, language in names().day_endings.get(text[end : end + 1].lower(), ()):
        stop = end + len(ending)
        if (language == "en" or language in languages) and stop <= endpos and text[end:stop].lower() == ending:
            return end if text[stop : stop + 1].isalpha() else stop
    return end


def _days_before_month(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """The first of several days: ``17-18 April 2025``, ``17.-18. April``."""
    last = _FIRST_OF_SPAN.match(text, end, endpos)
    day = int(text[start:end])
    if last is None or not 0 < day < int(last[1]) <= 31:
        return None
    if start > pos and text[start - 1] in ".,:/-$£€":
        return None
    parts = _month_after(text, last.start(1), endpos, last.start(1), last.end(1), hints)
    return None if parts is None else (start, *parts[1:4], day, parts[5])


def _month_after(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``26 Feb``, ``18. června``, ``18 de abril de 2025``, ``18 tháng 4``."""
    if end >= endpos or (start > pos and text[start - 1] in ".,:/-$£€" and text[start - 2 : start - 1].isdigit()):
        return None
    found = _MONTH_AFTER.match(text, end, endpos)
    if found is None:
        return None
    word, stop = found.group(1), found.end()
    named = month_word(word, hints.languages)
    if named is None:
        named, stop = _odd_month(text, endpos, end, found)
        if named is None:
            return None
    month, languages, full = named
    if word.lower() in names().ordinary and not _NO_WORD_FOLLOWS.match(text, stop, endpos):
        return None
    if word in ("may", "march") and _LOWER_WORD_FOLLOWS.match(text, stop, endpos):
        return None
    day = int(text[start:end])
    if day > 31:
        return None
    if not text.isascii():
        stop = _after_namesake(text, stop, endpos, month)
    year, after = _year_after(text, stop, endpos, languages, month_first=False)
    if year is None and not full and stop < endpos and text[stop] == ".":
        after = stop + 1
    return start, after, year, month, day, languages


def _odd_month(text: str, endpos: int, end: int, found: Any) -> tuple[Name | None, int]:
    """A month of two words (كانون الثاني), before a dot and a word, or numbered (tháng 4), and where it ends."""
    word, stop = found.group(1), found.end()
    if "." in word:
        word = word.partition(".")[0]
        return month_word(word), found.start(1) + len(word)
    if word in names().first_words and (second := _SECOND_WORD.match(text, stop, endpos)) is not None:
        return month_word(f"{word} {second.group(1)}"), second.end()
    numbered = _VIETNAMESE.match(text, end, endpos)
    if numbered is not None and 1 <= int(numbered.group(1)) <= 12:
        return (int(numbered.group(1)), ("vi",), True), numbered.end()
    return None, stop


def _after_namesake(text: str, stop: int, endpos: int, month: int) -> int:
    """Where the month ends that is named twice, as in Arabic: ``9 يونيو حزيران``, ``18 نيسان/أبريل``."""
    again = _AGAIN.match(text, stop, endpos) if text[stop : stop + 1] in (" ", "/") else None
    if again is None:
        return stop
    first, second = again.groups()
    if second is not None and (named := month_word(f"{first} {second}")) is not None and named[0] == month:
        return again.end()
    return again.end(1) if (named := month_word(first)) is not None and named[0] == month else stop


def _year_after(
    text: str, end: int, endpos: int, languages: tuple[str, ...], *, month_first: bool
) -> tuple[int | None, int]:
    """The year that follows, and where the date then ends."""
    if endpos - end < 2 or _NUMBER.search(text, end, min(endpos, end + 10)) is None:
        return None, end
    found = _YEAR_AFTER.match(text, end + 1 if text[end] == "." and not month_first else end, endpos)
    if found is None:
        return None, end
    four, quoted, two = found.groups()
    thai = languages == ("th",)
    if four is not None:
        year = int(four) - (543 if thai and int(four) > 2400 else 0)
        return (year, found.end()) if _is_year(year) else (None, end)
    if two is not None and month_first:
        return None, end
    return 1957 + int(two or quoted) if thai else century(int(two or quoted)), found.end()


def _is_year(year: int) -> bool:
    return 1500 <= year <= 2199


def _all_numbers(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``11.05.2023``, ``12/05``, ``6月14日``, ``(07-17)``, ``18 - 4 - 2025``."""
    if end >= endpos:
        return None
    sign = text[end]
    if sign == " " and text.startswith("- ", end + 1):
        return _dashed(text, pos, endpos, start, hints)
    if sign in "年月日號号년월일 ":
        return _cjk(text, pos, endpos, start)
    if sign not in "./-" or (start > pos and text[start - 1] in "./-,:+$£€"):
        return None
    return (
        _three_numbers(text, endpos, start, hints)
        or _two_numbers(text, endpos, start, hints)
        or _stamp(text, pos, endpos, start)
    )


def _three_numbers(text: str, endpos: int, start: int, hints: _Hints) -> _Parts | None:
    """``11.05.2023``, ``11/5/2023``, ``11-05-23``."""
    found = _DMY.match(text, start, endpos)
    if found is None:
        return None
    first, sign, second, last = found.groups()
    if len(last) == 2 and (len(first) < 2 or len(second) < 2):
        return None
    year = century(int(last)) if len(last) == 2 else int(last)
    order = hints.order or ("DMY" if sign == "." else None)
    return _ordered(start, found.end(), year, int(first), int(second), order) if _is_year(year) else None


def _two_numbers(text: str, endpos: int, start: int, hints: _Hints) -> _Parts | None:
    """``12/05``, ``18.04.``, and ``8/4`` where the order is known or the day over 12."""
    if (pair := _PAIR.match(text, start, endpos)) is not None:
        first, slashed, dotted = pair.groups()
        order = hints.order or ("DMY" if dotted is not None else None)
        return _ordered(start, pair.end(), None, int(first), int(slashed or dotted), order)
    pair = _SHORT_PAIR.match(text, start, endpos)
    # Only a day over 12 tells 18/4 from a fraction, and 24/7 is round the clock.
    if pair is None or (hints.order is None and (int(pair[1]) <= 12 or pair[0] == "24/7")):
        return None
    return _ordered(start, pair.end(), None, int(pair[1]), int(pair[2]), hints.order or "DMY")


def _dashed(text: str, pos: int, endpos: int, start: int, hints: _Hints) -> _Parts | None:
    """``18 - 4 - 2025``; ``الكويت - 18 - 4`` where the order is known, since a score looks the same."""
    found = _DASHED.match(text, start, endpos)
    if found is None:
        return None
    first, second, year = found.groups()
    if year is None and not (hints.order and text[pos:start].endswith("- ")):
        return None
    if year is not None and not _is_year(int(year)):
        return None
    return _ordered(start, found.end(), int(year) if year else None, int(first), int(second), hints.order)


def _stamp(text: str, pos: int, endpos: int, start: int) -> _Parts | None:
    """``(07-05) 13:09 PDT``: an American zone tells that the month comes first."""
    pair = _PAIR_IN_PARENTHESES.match(text, start, endpos) if start > pos and text[start - 1] == "(" else None
    if pair is None:
        return None
    clock = CLOCK.match(text, min(pair.end() + 1, endpos), endpos)
    american = clock is not None and clock["zone"] in names().month_first_zones
    return _ordered(start - 1, pair.end(), None, int(pair[1]), int(pair[2]), "MDY" if american else None)


def _ordered(start: int, end: int, year: int | None, first: int, second: int, order: str | None) -> _Parts | None:
    """Day and month out of two numbers; both stay open when nothing says which is which."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if second > 12 or (order == "MDY" and first <= 12):
        return start, end, year, first, second, ()
    if first > 12 or order == "DMY" or first == second:
        return start, end, year, second, first, ()
    return start, end, year, OPEN, OPEN, ()


def _undelimited(text: str, pos: int, endpos: int, start: int, end: int) -> _Parts | None:
    """``20250418``, ``20250418T103000Z``; any other number of eight digits is none."""
    before = text[start - 1] if start > pos else " "
    found = _UNDELIMITED.match(text, start, endpos)
    if found is None or before.isalnum() or before in _IN_NUMBERS:
        return None
    year, month, day = int(text[start : start + 4]), int(found[1]), int(found[2])
    return (start, end, year, month, day, ()) if _date(year, month, day) is not None else None


def _cjk(text: str, pos: int, endpos: int, start: int) -> _Parts | None:
    """``2023年4月18日``, ``６月１４日``, ``29日``, ``2023년 4월 18일``, ``民國112年4月18日``."""
    found = _CJK.match(text, start, endpos)
    if found is None:
        return None
    year, month, day = (int(group) if group is not None else None for group in found.group(1, 2, 3))
    if found.group(4) is not None:
        day = int(found.group(4))
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    if year is not None:
        start, year = _era(text, pos, start, year, len(found.group(1)))
        if not _is_year(year):
            return None
    korean = any(sign in found.group() for sign in "년월일")
    return start, found.end(), year, month, day, ("ko",) if korean else ("ja", "zh")


def _era(text: str, pos: int, start: int, year: int, digits: int) -> tuple[int, int]:
    """Where the year starts with the name of its era, and the year in ours."""
    for era, before in names().eras.items():
        if text.endswith(era, pos, start):
            return start - len(era), year + before
    return start, century(year) if digits == 2 else year


def _year_first(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``1996-08-22``, ``2023. április 18.``, ``March 2001``, ``2023年4月18日``."""
    year, sign = int(text[start:end]), text[end : min(end + 1, endpos)]
    if sign and sign in "-/." and (found := _YMD.match(text, start, endpos)) is not None:
        return _year_month_day(found, year)
    if sign and sign in "年년 " and not text.isascii() and (cjk := _cjk(text, pos, endpos, start)) is not None:
        return cjk
    if not _is_year(year):
        return None
    worded = _words_after_year(text, endpos, start, end, hints) if sign and sign in ". " else None
    return worded or (_month_before_year(text, pos, endpos, start, end, hints) if start > pos else None)


def _year_month_day(found: regex.Match[str], year: int) -> _Parts | None:
    """``1996-08-22``, ``2023.04.18.``; a stop that ends the sentence is none of it."""
    start, end = found.span()
    month, day = int(found[3]), int(found[4])
    if found[0][-1] == "." and found[2] != ".":
        end -= 1
    return (start, end, year, month, day, ()) if month <= 12 and day <= 31 and _is_year(year) else None


def _words_after_year(text: str, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``2023. április 18-án``, ``2024 m. gruodžio 19 d.``, ``2024. gada 19. decembrī``, ``2023. április``."""
    for written in (_YEAR_MONTH_DAY, _YEAR_DAY_MONTH):
        found = written.match(text, end, endpos)
        named = month_word(found["month"], hints.languages) if found is not None else None
        if found is not None and named is not None:
            stop = _after_ordinal(text, found.end(), endpos, named[1])
            return start, stop, int(text[start:end]), named[0], int(found["day"]), named[1]
    return _month_after_year(text, endpos, start, end, hints)


def _month_after_year(text: str, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``2023. április``, ``2024 m. gruodžio``: a month alone, in languages that put the year first."""
    found = _YEAR_AND_MONTH.match(text, end, endpos)
    named = month_word(found[1], hints.languages) if found is not None else None
    if found is None or named is None or not names().year_first.issuperset(named[1]):
        return None
    return start, found.end(), int(text[start:end]), named[0], None, named[1]


def _month_before_year(text: str, pos: int, endpos: int, start: int, end: int, hints: _Hints) -> _Parts | None:
    """``March 2001``, ``یکم دسمبر 2024ء``."""
    year = int(text[start:end])
    at, word = _last_word(text, pos, start)
    named = month_word(word, hints.languages)
    if named is None or word.lower() in names().ordinary or _NOT_A_DAY.match(text, end, endpos):
        return None
    if text.isascii():
        return at, end, year, named[0], None, named[1]
    begin, first = _first_before(text, pos, at)
    return begin, end + text.startswith("ء", end), year, named[0], first, named[1]


def _first_before(text: str, pos: int, at: int) -> tuple[int, int | None]:
    """Where the word for "the first of" starts before a month, and the day it stands for."""
    start, word = _last_word(text, pos, at)
    return (start, 1) if word in names().firsts else (at, None)


def _spelled_out(text: str, pos: int, endpos: int, hints: _Hints) -> DateMatch | None:
    """The first date without a digit: ``九月二十七日``, ``یکم دسمبر``."""
    for found in _SPELLED_CJK.finditer(text, pos, endpos):
        if found.end() > found.start():
            year, month, day = found.groups()
            value = _date(figures(year), 1 if month in ("正", "元") else figures(month), figures(day))
            return DateMatch(found.start(), found.end(), value, ("ja", "zh"))
    for word in names().firsts:
        at = text.find(word, pos, endpos)
        if at < 0 or text[max(pos, at - 1) : at].isalpha():
            continue
        after = _SECOND_WORD.match(text, at + len(word), endpos)
        named = month_word(after.group(1), hints.languages) if after is not None else None
        if after is not None and named is not None:
            return DateMatch(at, after.end(), _date(None, named[0], 1), named[1])
    return None


def _weekday_before(text: str, pos: int, start: int, languages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the date starts with its weekday (``Tuesday, Dec. 6``), and the languages of both."""
    at, word = _last_word(text, pos, start)
    named = weekday_word(word)
    if named is None and word.lower() in names().articles:  # "am Freitag, dem 18. April"
        at, word = _last_word(text, pos, at)
        named = weekday_word(word)
    if named is None and not text.isascii():
        at, word = _longer_word(text, pos, at, word)
        named = weekday_word(word)
    if named is None or (len(word) == 2 and text[at + 2] not in ".,"):
        return start, languages
    if not languages:
        return (at, named[1]) if len(word) > 2 else (start, languages)
    common = tuple(code for code in languages if code in named[1])
    return (at, common) if common else (start, languages)


def _longer_word(text: str, pos: int, at: int, word: str) -> tuple[int, str]:
    """A weekday of two words, which a blank or hyphen parts: ``Thứ Sáu``, ``terça-feira``, ``יום שישי``."""
    if at - pos < 3 or text[at - 1] not in " -":
        return at, ""
    start, before = _last_word(text, pos, at - 1)
    return start, f"{before}{text[at - 1]}{word}"


def _weekday_after(text: str, end: int, endpos: int, languages: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the date ends with the weekday after it (``2023. május 11., csütörtök``), and the languages of both."""
    found = _WEEKDAY_AFTER.match(text, end, endpos)
    named = weekday_word(found.group(1)) if found is not None else None
    if found is None or named is None or (found.group(2) is None) == ("(" in text[end : found.start(1)]):
        return end, languages
    common = tuple(code for code in languages if code in named[1]) if languages else named[1]
    return (found.end() + (found.group(2) is not None), common) if common else (end, languages)


def _other_calendar(text: str, pos: int, start: int) -> int:
    """Where a date starts with that of another calendar which it explains: ``20 شوال 1446 هـ الموافق 18 أبريل``."""
    head = text[max(pos, start - 60) : start]
    if not any(word in head for word in names().corresponding):
        return start
    found = _corresponding().search(head)
    return start if found is None else start - len(head) + found.start()


@cache
def _corresponding() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, names().corresponding))
    return regex.compile(
        rf"(?<!\d)\d{{1,2}}\s?(?:[\p{{L}}\p{{M}}]{{2,12}}\s){{1,2}}\d{{4}}\s?(?:هـ|ه|ھ)?\s?[,،]?\s?(?:{words})\s?(?:لـ?\s?)?$"
    )


def _with_clock_before(text: str, clock: Clock, found: DateMatch) -> DateMatch:
    """A date whose time stands before it: ``3:21 PM EET, September 11, 2024``."""
    start, end, time = clock
    if found.date is None or found.date.time is not None or text[end : found.start].strip(" ,"):
        return found
    return found._replace(start=start, date=attrs.evolve(found.date, time=time))
