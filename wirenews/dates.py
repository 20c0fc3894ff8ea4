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

from . import timex
from .almanac import Name, century, month_word, names, nearest_month, nearest_year, weekday_word
from .article import WireDate
from .patterns import pattern

__all__ = ["DateMatch", "find_date", "match_date", "may_begin_date", "normalize_date", "settle"]


def normalize_date(
    text: str, *, reference: dt.date | dt.datetime | None = None, context: str | None = None
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
    >>> normalize_date("18 de abril", reference=story)
    WireDate(year=2025, month=4, day=18, time=None, period=None, decade=None, inferred=('year',))

    ``reference`` is the story's date: parts that only it settles are listed in ``inferred``. Without it relative
    expressions are ``None``; today's date is never consulted. ``context`` is the sentence: its tense tells whether
    "Friday" was or will be. Absolute and partial dates, weekdays, today, yesterday and tomorrow are read in all
    languages of the calendar, other relative expressions in English. ``Feb 30`` is ``None``.
    """
    near = _checked(text, reference, context)
    if not text or len(text) > _LONGEST:
        return None
    text = " ".join(text.split()).strip(_AROUND)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1]
    if text.count("(") > text.count(")"):  # 4월 18일(금)
        text += ")"
    try:
        for words in (text, _without_article(text)):
            read = words and (_read_whole(words, near, context) or _read_words(words, near, context))
            if read:
                return read
    except OverflowError:  # a day before the year 1 or after 9999
        pass
    return None


def _without_article(text: str) -> str:
    """The expression without the words before a date ("vào ngày", "am"); "" when there are none."""
    rest = text
    for _ in range(3):
        first, _, after = rest.partition(" ")
        if not after or first.lower() not in names().articles:
            break
        rest = after
    return "" if rest is text else rest


def _checked(text: object, reference: object, context: object) -> dt.date | None:
    """The reference as a date; a wrong argument raises and says what to pass."""
    if not isinstance(text, str):
        raise TypeError(f"`text` must be a str such as 'Feb 26', got {type(text).__name__}{_instead(text)}")
    if context is not None and not isinstance(context, str):
        raise TypeError(f"`context` must be the sentence as a str, or None, got {type(context).__name__}")
    if isinstance(reference, dt.datetime):
        return reference.date()
    if reference is None or isinstance(reference, dt.date):
        return reference
    hint = f": pass datetime.date.fromisoformat({reference!r})" if isinstance(reference, str) else ""
    raise TypeError(f"`reference` must be a date, a datetime or None, got {type(reference).__name__}{hint}")


def _instead(text: object) -> str:
    if isinstance(text, bytes):
        return ": decode it first, text.decode('utf-8')"
    return ": a date needs no reading, pass its isoformat()" if isinstance(text, dt.date) else ""


def _read_whole(text: str, near: dt.date | None, context: str | None) -> WireDate | None:
    """A date with a number in it that is the whole expression: ``Tuesday, Dec. 6``, ``late Nov. 1989``."""
    for words in (text, timex.plain(text)):
        found = find_date(words, 0, len(words))
        if found is None or found.date is None:
            return None
        if found.start == 0 and found.end >= len(words.rstrip(" .")):
            if found.date == WireDate():
                return None  # 12/05: which is the month?
            if near is None or found.date.month is None:
                return found.date if near is None else settle(found.date, near)
            tense = timex.told_before(text, context) or timex.moved_tense(
                found.date.month, found.date.day, near, timex.tense(text, context)
            )
            return settle(found.date, near, tense=tense)
    return None


def _read_words(text: str, near: dt.date | None, context: str | None) -> WireDate | None:
    """An expression of words alone, or of words and a count: ``March``, ``Freitag``, ``two weeks ago``."""
    words = timex.plain(text)
    if words.startswith("week of "):
        return timex.week_of(normalize_date(words[8:], reference=near, context=context))
    if words.isdecimal() and len(words) <= 2:
        return _further_day(words, near, context)
    for word in (words, text.rstrip(".")):
        if (month := month_word(word)) is not None and _is_name(word):
            if near is None:
                return WireDate(month=month[0])
            return timex.resolve_month(month[0], near, timex.tense(text, context))
        if near is not None and (weekday := weekday_word(word)) is not None and _is_name(word):
            return timex.resolve_weekday(weekday[0], near, timex.tense(text, context))
    if near is not None and (step := names().days.get(text.lower())) is not None:
        return timex.days_from(near, step)
    return timex.read_relative(words, near, text, context)


def _is_name(word: str) -> bool:
    """Whether a word is long enough to be a name by itself: "on" and "to" are Nordic weekdays, but not here."""
    return len(word) > 2 or word[0] > "\u0500"


def _further_day(day: str, near: dt.date | None, context: str | None) -> WireDate | None:
    """The second of two days of a month: ``25`` in "on April 24 and 25"."""
    together = regex.search(
        rf"\b([\p{{L}}.]{{1,20}} \d{{1,2}})(?:, \d{{1,2}}){{0,3}},? (?:and|to|or) {day}\b", context or ""
    )
    first = normalize_date(together[1], reference=near, context=context) if together else None
    if first is None or first.day is None or first.day >= int(day):
        return None
    return _replaced(first, int(day))


def _replaced(date: WireDate, day: int) -> WireDate | None:
    try:
        return attrs.evolve(date, day=day)
    except ValueError:
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


def find_date(text: str, pos: int, endpos: int, *, languages: tuple[str, ...] = ()) -> DateMatch | None:
    """The first date in ``text[pos:endpos]``, absolute or partial, or ``None``.

    ``languages`` settles the order of day and month in ``12/05``; without it, only a number over 12 does.

    >>> found = find_date("SALVADOR, Feb 26 - Showers", 0, 16)
    >>> found.start, found.end, found.date.isoformat()
    (10, 16, '--02-26')
    """
    at = pos
    clock = None
    while (number := _NUMBER.search(text, at, endpos)) is not None:
        start, at = number.span()
        parts = _read_at(text, pos, endpos, start, at, languages)
        if parts is not None:
            found = _finish(text, pos, endpos, parts)
            return found if clock is None else _with_clock_before(text, clock, found)
        if (
            at - start != 3
            and text[at : at + 1] in _AFTER_HOUR
            and (timed := _clock_at(text, start, endpos)) is not None
        ):
            clock = timed
            at = timed[1]
    return None if text.isascii() else _spelled_out(text, pos, endpos)


def match_date(text: str, pos: int, endpos: int, *, languages: tuple[str, ...] = ()) -> DateMatch | None:
    """The date that starts exactly at ``pos``, or ``None``.

    >>> match_date("26 Feb - Showers", 0, 16).end
    6
    """
    found = find_date(text, pos, min(endpos, pos + _LONGEST), languages=languages)
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

    What was taken is listed in ``inferred``. A date that says its year is given back as it is. ``tense`` -1 looks
    only before the reference, 1 only after it.

    >>> settle(WireDate(month=12, day=30), dt.date(2025, 1, 2))
    WireDate(year=2024, month=12, day=30, time=None, period=None, decade=None, inferred=('year',))
    >>> settle(WireDate(month=2, day=29), dt.date(2025, 1, 2)).year is None
    True
    """
    if date.year is not None or date.decade is not None or date.period is not None:
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
_AFTER_HOUR = (":", ".", "h", " ", "a", "p", "A", "P")

_NUMBER = pattern(r"\d+")
_WORD_BEFORE = pattern(r"(?r)(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,24})")
_MONTH_AFTER = pattern(
    r"(?:st|nd|rd|th|ST|ND|RD|TH|er|ER|º|ª|°|\.)?[-–]?\s{0,3}(?:(?:de|of|del|da|d['’])\s?)?"
    r"([\p{L}\p{M}]{2,24}(?:\.[\p{L}\p{M}]{1,4})?|\p{Thai}\.\p{Thai})"
)
_SECOND_WORD = pattern(r"\s([\p{L}\p{M}]{2,24})")
_AGAIN = pattern(r"\s?[\s/]\s?([\p{L}\p{M}]{2,24})(?:\s([\p{L}\p{M}]{2,24}))?")
_VIETNAMESE = pattern(r"\s?(?:tháng|thg)\s?(\d{1,2})(?!\d)(?:,?\s?năm)?", regex.I)
_YEAR_AFTER = pattern(
    r"\s{0,2}(?:[-,.،、]\s{0,2}|(?:de|del|of|พ\.ศ\.|ค\.ศ\.)\s|(?<=\s))?(?:"
    r"(\d{4})(?!\d|[.,:]\d|\s?(?:GMT|UTC|hours|hrs|HRS)\b)|['’](\d\d)(?!\d)"
    r"|(?<=[\s\-.])(\d\d)(?=\s{0,2}(?:$|\n|[-–—(/\[]|[.,:;)\]](?!\d)))(?![-/]\d))"
    r"(?:\s?(?:года|року|roku|г\.|р\.|r\.|م|ء)(?!\p{L}))?"
)
_NOT_A_DAY = pattern(r"\d|[.,:]\d{1,3}(?!\d)|\s?%|[-–]\d")
_NO_WORD_FOLLOWS = pattern(r"\.?\s{0,2}(?:$|(?![-–]\p{L})[^\p{L}\s]|(?:de|del)\s\d)")
_LOWER_WORD_FOLLOWS = pattern(r"\s+(?!de\s|del\s)[a-z]")
_YMD = pattern(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)\.?")
_YEAR_MONTH_DAY = pattern(r"\.?\s{1,2}([\p{L}\p{M}]{3,24})\.?\s{0,2}(\d{1,2})(?!\d)\.?")
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
_FIGURE = "一二三四五六七八九"
_SPELLED_CJK = pattern(
    rf"(?<![〇零第十百{_FIGURE}年月])(?:([〇零{_FIGURE}]{{4}})年)?(?:(正|元|十[一二]?|[{_FIGURE}])月)?"
    rf"(?:(三十一?|[二廿]?十?[{_FIGURE}]|[二廿]?十)[日號号](?![本常報报内內間间前後后])|(?<=年\w{{1,2}}月))"
)
_WEEKDAY_AFTER = pattern(
    r"(?:,\s{0,2}|\s{1,2}|\s?\()([\p{L}\p{M}]{2,24}(?:[- ][\p{L}\p{M}]{2,10})?)"
    r"(?=(\))|\s-|\s{0,2}(?:$|[^\p{L}\p{M}\s'’-]))"
)
_CLOCK = pattern(
    r"(?<hour>\d{1,2})(?:(?<sign>[:.h])(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,6})?)?)?(?!\d)"
    r"(?:\s?(?<half>[AaPp](?:[Mm]\b|\.\s?[Mm]\.)))?(?:\s?(?<zone>[+-]\d\d:?\d\d\b|[A-Za-z]{1,5}\b))?"
)
_MILITARY = pattern(r"(?<hour>\d\d)(?<minute>\d\d)\s?(?<zone>[A-Za-z]{1,5}\b)")
_BEFORE_CLOCK = pattern(r"[\s,;]{0,3}(?:T|(?:at|um|à|kl\.?)\s|\()?\s?(?=\d)")

# Where a date starts and ends, its year, month and day, and the languages of its words: before its weekday and time
# are read. A plain tuple, since one is made for every dateline.
_Parts: TypeAlias = tuple[int, int, int | None, int | None, int | None, tuple[str, ...]]


def _read_at(text: str, pos: int, endpos: int, start: int, end: int, languages: tuple[str, ...]) -> _Parts | None:
    """The date that the number ``text[start:end]`` belongs to."""
    length = end - start
    if length <= 2:
        return (
            _month_before(text, pos, endpos, start, end)
            or _month_after(text, pos, endpos, start, end)
            or _all_numbers(text, pos, endpos, start, end, languages)
        )
    return _year_first(text, pos, endpos, start, end) if length <= 4 else None


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
    if date is not None and endpos - end > 3 and _NUMBER.search(text, end, min(endpos, end + 8)) is not None:
        opening = _BEFORE_CLOCK.match(text, end, endpos)
        clock = _clock_at(text, opening.end(), endpos) if opening is not None else None
        if opening is not None and clock is not None:
            end = clock[1]
            if text[opening.end() - 1] == "(" and end < endpos and text[end] == ")":
                end += 1
            date = attrs.evolve(date, time=clock[2])
    return DateMatch(start, end, date, languages)


@lru_cache(maxsize=2048)
def _date(year: int | None, month: int | None, day: int | None) -> WireDate | None:
    """The date, or ``None`` when the calendar has no such day."""
    try:
        return WireDate(year, month, day)
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


def _month_before(text: str, pos: int, endpos: int, start: int, end: int) -> _Parts | None:
    """``Feb 26``, ``Feb. 26, 2014``, ``Feb26``."""
    if start == pos:
        return None
    at, word = _last_word(text, pos, start)
    named = month_word(word)
    if named is None:
        return None
    known = names()
    month, languages, _ = named
    word = word.lower()
    if word in known.ordinary or (at > pos and text[at - 1].isdigit()):
        return None
    if end < endpos:
        if text[end : end + 2] in _CLOSED:
            return at, end, None, month, int(text[start:end]), languages
        if _NOT_A_DAY.match(text, end, endpos):
            return None
        # "mar 3 abr" is a Tuesday in April; "Río de Janeiro, 23 may" is no day of January.
        if (word in known.weekdays or "," in text[at + len(word) : start]) and (
            after := _month_after(text, pos, endpos, start, end)
        ) is not None:
            return after
    day = int(text[start:end])
    end = _after_ordinal(text, end, endpos)
    year, end = _year_after(text, end, endpos, languages, month_first=True)
    return at, end, year, month, day, languages


def _after_ordinal(text: str, end: int, endpos: int) -> int:
    if text[end : end + 2].lower() in ("st", "nd", "rd", "th") and end + 2 <= endpos:
        return end if text[end + 2 : end + 3].isalpha() else end + 2
    return end


def _month_after(text: str, pos: int, endpos: int, start: int, end: int) -> _Parts | None:
    """``26 Feb``, ``18. června``, ``18 de abril de 2025``, ``18 tháng 4``."""
    if end >= endpos or (start > pos and text[start - 1] in ".,:/-$£€" and text[start - 2 : start - 1].isdigit()):
        return None
    found = _MONTH_AFTER.match(text, end, endpos)
    if found is None:
        return None
    word, stop = found.group(1), found.end()
    named = month_word(word)
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


def _all_numbers(text: str, pos: int, endpos: int, start: int, end: int, languages: tuple[str, ...]) -> _Parts | None:
    """``11.05.2023``, ``12/05``, ``6月14日``, ``(07-17)``."""
    if end >= endpos:
        return None
    sign = text[end]
    if sign == " " and text.startswith("- ", end + 1):
        return _dashed(text, pos, endpos, start, languages)
    if sign in "年月日号號년월일 ":
        return _cjk(text, pos, endpos, start)
    if sign not in "./-" or (start > pos and text[start - 1] in "./-,:+$£€"):
        return None
    if (full := _DMY.match(text, start, endpos)) is not None:
        first, sign, second, last = full.groups()
        if len(last) == 2 and (len(first) < 2 or len(second) < 2):
            return None
        year = century(int(last)) if len(last) == 2 else int(last)
        day_first = sign == "." or _day_first(languages)
        return _ordered(start, full.end(), year, int(first), int(second), day_first) if _is_year(year) else None
    if (pair := _PAIR.match(text, start, endpos)) is not None:
        first, slashed, dotted = pair.groups()
        day_first = dotted is not None or _day_first(languages)
        return _ordered(start, pair.end(), None, int(first), int(slashed or dotted), day_first)
    if sign == "/" and (pair := _SHORT_PAIR.match(text, start, endpos)) is not None:
        first, second = pair.groups()
        # Only a day over 12 tells 18/4 from a fraction, and 24/7 is round the clock.
        if _day_first(languages) or (int(first) > 12 and pair.group() != "24/7"):
            return _ordered(start, pair.end(), None, int(first), int(second), day_first=True)
    if start > pos and text[start - 1] == "(" and (pair := _PAIR_IN_PARENTHESES.match(text, start, endpos)) is not None:
        return _stamp(text, endpos, start - 1, pair)
    return None


def _dashed(text: str, pos: int, endpos: int, start: int, languages: tuple[str, ...]) -> _Parts | None:
    """``18 - 4 - 2025``; ``الكويت - 18 - 4`` where the language is known, since a score looks the same."""
    found = _DASHED.match(text, start, endpos)
    if found is None:
        return None
    first, second, year = found.groups()
    if year is None and not (_day_first(languages) and text[pos:start].endswith("- ")):
        return None
    if year is not None and not _is_year(int(year)):
        return None
    return _ordered(start, found.end(), int(year) if year else None, int(first), int(second), _day_first(languages))


def _stamp(text: str, endpos: int, start: int, pair: Any) -> _Parts | None:
    """``(07-05) 13:09 PDT``: an American zone tells that the month comes first."""
    first, second = int(pair.group(1)), int(pair.group(2))
    clock = _CLOCK.match(text, min(pair.end() + 1, endpos), endpos)
    if clock is not None and clock["zone"] in names().month_first_zones:
        return _ordered(start, pair.end(), None, second, first, day_first=True)
    return _ordered(start, pair.end(), None, first, second, day_first=False)


def _day_first(languages: tuple[str, ...]) -> bool:
    return bool(languages) and names().day_first.issuperset(languages)


def _ordered(start: int, end: int, year: int | None, first: int, second: int, day_first: bool) -> _Parts | None:
    """Day and month out of two numbers; both stay open when nothing says which is which."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if second > 12:
        return start, end, year, first, second, ()
    if day_first or first > 12 or first == second:
        return start, end, year, second, first, ()
    return start, end, year, None, None, ()


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


def _year_first(text: str, pos: int, endpos: int, start: int, end: int) -> _Parts | None:
    """``1996-08-22``, ``2023. április 18.``, ``March 2001``, ``2023年4月18日``."""
    year = int(text[start:end])
    if end < endpos:
        sign = text[end]
        if sign in "-/." and (found := _YMD.match(text, start, endpos)) is not None:
            month, day, stop = int(found.group(3)), int(found.group(4)), found.end()
            if text[stop - 1] == "." and found.group(2) != ".":
                stop -= 1
            return (start, stop, year, month, day, ()) if month <= 12 and day <= 31 and _is_year(year) else None
        if sign in "年년 " and not text.isascii() and (cjk := _cjk(text, pos, endpos, start)) is not None:
            return cjk
        if sign in ". " and _is_year(year) and (worded := _YEAR_MONTH_DAY.match(text, end, endpos)) is not None:
            named = month_word(worded.group(1))
            if named is not None:
                return start, worded.end(), year, named[0], int(worded.group(2)), named[1]
    if start > pos and _is_year(year):
        at, word = _last_word(text, pos, start)
        named = month_word(word)
        if named is not None and word.lower() not in names().ordinary and not _NOT_A_DAY.match(text, end, endpos):
            if text.isascii():
                return at, end, year, named[0], None, named[1]
            begin, first = _first_before(text, pos, at)
            return begin, end + text.startswith("ء", end), year, named[0], first, named[1]
    return None


def _first_before(text: str, pos: int, at: int) -> tuple[int, int | None]:
    """Where the word for "the first of" starts before a month, and the day it stands for."""
    start, word = _last_word(text, pos, at)
    return (start, 1) if word in names().firsts else (at, None)


def _spelled_out(text: str, pos: int, endpos: int) -> DateMatch | None:
    """The first date without a digit: ``九月二十七日``, ``یکم دسمبر``."""
    for found in _SPELLED_CJK.finditer(text, pos, endpos):
        if found.end() > found.start():
            year, month, day = found.groups()
            value = _date(_figures(year), 1 if month in ("正", "元") else _figures(month), _figures(day))
            return DateMatch(found.start(), found.end(), value, ("ja", "zh"))
    for word in names().firsts:
        at = text.find(word, pos, endpos)
        if at < 0 or text[max(pos, at - 1) : at].isalpha():
            continue
        after = _SECOND_WORD.match(text, at + len(word), endpos)
        named = month_word(after.group(1)) if after is not None else None
        if after is not None and named is not None:
            return DateMatch(at, after.end(), _date(None, named[0], 1), named[1])
    return None


def _figures(signs: str | None) -> int | None:
    """The number that Chinese figures write: ``二〇二五`` is 2025, ``二十七`` 27."""
    if signs is None:
        return None
    if len(signs) == 4:
        return int("".join(str(f"〇{_FIGURE}".find(sign.replace("零", "〇"))) for sign in signs))
    signs = signs.replace("廿十", "廿").replace("廿", "二十")
    tens, ten, ones = signs.rpartition("十")
    return (10 * (_FIGURE.find(tens) + 1 if tens else 1) if ten else 0) + (_FIGURE.find(ones) + 1 if ones else 0)


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


_Clock: TypeAlias = tuple[int, int, dt.time]


def _clock_at(text: str, start: int, endpos: int) -> _Clock | None:
    """The time of day at ``start`` with its zone: where it starts and ends, and what it is."""
    clock = _CLOCK.match(text, start, endpos)
    if clock is None or (clock["minute"] is None and clock["half"] is None):
        clock = _MILITARY.match(text, start, endpos)
        if clock is None or clock["zone"].upper() not in names().clocks:
            return None
        time = _time(clock["hour"], clock["minute"], None, None, clock["zone"])
        return None if time is None else (start, clock.end(), time)
    zone, half = clock["zone"], clock["half"]
    end = clock.end()
    if zone is not None and zone[0] not in "+-" and zone.upper() not in names().clocks:
        end, zone = clock.start("zone"), None
        end -= text[end - 1] == " "
    if clock["sign"] == "." and zone is None and half is None:
        return None  # 13.10 is a time only where "Uhr" or a zone says so
    time = _time(clock["hour"], clock["minute"], clock["second"], half, zone)
    return None if time is None else (start, end, time)


def _time(hour: str, minute: str | None, second: str | None, half: str | None, zone: str | None) -> dt.time | None:
    h, m, s = int(hour), int(minute or 0), int(second or 0)
    if half is not None:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(h, m, s, tzinfo=_zone(zone)) if h <= 23 and m <= 59 and s <= 59 else None


def _zone(name: str | None) -> dt.timezone | None:
    if name is None or name[0] not in "+-":
        return None if name is None else names().zones.get(name.upper())
    minutes = int(name[1:3]) * 60 + int(name[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if name[0] == "-" else minutes)) if minutes < 1440 else None


def _with_clock_before(text: str, clock: _Clock, found: DateMatch) -> DateMatch:
    """A date whose time stands before it: ``3:21 PM EET, September 11, 2024``."""
    start, end, time = clock
    if found.date is None or found.date.time is not None or text[end : found.start].strip(" ,"):
        return found
    return found._replace(start=start, date=attrs.evolve(found.date, time=time))
