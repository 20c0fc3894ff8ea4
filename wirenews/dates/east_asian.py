"""Chinese, Japanese and Korean dates: ``2023年4月18日``, ``6月14日``, ``2023년 4월 18일``, ``九月二十七日``."""

import re
from functools import cache
from typing import NamedTuple

import regex

from ..text import tables
from .calendar import century
from .parts import Number, Parts, any_of, is_year


def figures(signs: str | None) -> int | None:
    """The number that Chinese figures write, one by one or with tens; ``None`` when they write none up to 99.

    >>> figures("二〇二五"), figures("二十七"), figures("廿七"), figures("廿十一")
    (2025, 27, 27, 21)
    """
    if not signs:
        return None
    known = _figures()
    signs = signs.translate(known.others).replace(known.ten * 2, known.ten)
    tens, ten, ones = signs.partition(known.ten)
    if not set(tens + ones) <= set(known.digits):
        return None
    if not ten:
        return int("".join([str(known.digits.index(sign)) for sign in signs]))
    if len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * (known.digits.index(tens) if tens else 1) + (known.digits.index(ones) if ones else 0)


def figures_pattern() -> str:
    """A pattern for one of the figures that :func:`figures` knows."""
    known = _figures()
    return rf"[{known.digits}{known.ten}{''.join(map(chr, known.others))}]"


def read_east_asian(number: Number) -> Parts | None:
    """The date whose numbers stand before the signs for year, month and day: ``６月１４日``, ``民國112年4月18日``."""
    beside = number.text[number.end : number.end + 2]
    found = _date().match(number.text, number.start, number.endpos) if _may_have_signs(beside) else None
    if found is None:
        return None
    year, month, day = map(_number, (found["year"], found["month"], found["day"] or found["alone"]))
    if not (_is_none_or_within(month, 12) and _is_none_or_within(day, 31)):
        return None
    start = number.start
    if year is not None:
        start, year = _with_era(number, year, len(found["year"]))
        if not is_year(year):
            return None
    return start, found.end(), year, month, day, _languages(found[0])


def _may_have_signs(text: str) -> bool:
    """Whether a text has a letter of Chinese, Japanese or Korean."""
    return not text.isascii() and max(text) >= "\u3000"


def _number(figures: str | None) -> int | None:
    return None if figures is None else int(figures)


def _is_none_or_within(number: int | None, last: int) -> bool:
    return number is None or 1 <= number <= last


def _with_era(number: Number, year: int, length: int) -> tuple[int, int]:
    """Where the year starts with the name of its era, and the year in ours."""
    for era, before in tables.load("dates")["eras"].items():
        if number.text.endswith(era, number.pos, number.start):
            return number.start - len(era), year + before
    return number.start, century(year) if length == 2 else year


def find_spelled_out(text: str, pos: int, endpos: int) -> Parts | None:
    """The first date in Chinese figures: ``九月二十七日``, ``二〇二五年四月十八日``."""
    for found in _spelled_out().finditer(text, pos, endpos) if _may_have_signs(text[pos:endpos]) else ():
        year, month, day = figures(found["year"]), _month(found["month"]), figures(found["day"])
        if found.end() > found.start() and _is_none_or_within(month, 12) and _is_none_or_within(day, 31):
            return found.start(), found.end(), year, month, day, _figures().languages
    return None


def _month(signs: str | None) -> int | None:
    return 1 if signs in tables.load("calendar")["first_month"] else figures(signs)


# --- out of the table -------------------------------------------------------------------------------------------------


class _Figures(NamedTuple):
    """Figures from zero to nine, ten, what other figures stand for, and the languages that write them."""

    digits: str
    ten: str
    others: dict[int, str]
    languages: tuple[str, ...]


@cache
def _figures() -> _Figures:
    known = tables.load("calendar")
    others = {ord(row[0]): row[1:] for row in known["other_figures"]}
    return _Figures("".join(known["figures"]), known["ten"][0], others, tuple(known["languages_with_figures"]))


def _signs(part: str) -> str:
    """All signs behind a year, a month or a day."""
    return "".join(sorted({sign for signs in tables.load("calendar")[part].values() for sign in signs}))


def _languages(signs: str) -> tuple[str, ...]:
    """The languages that write a date with these signs."""
    known = tables.load("calendar")
    return tuple(
        [
            language
            for language in known["day_signs"]
            if any(sign in signs for part in _PARTS for sign in known[part][language])
        ]
    )


_PARTS = ("year_signs", "month_signs", "day_signs")


@cache
def _date() -> re.Pattern[str]:
    year, month, day = map(_signs, _PARTS)
    known = tables.load("calendar")
    behind, weekday = "".join(known["not_behind_day"]), "".join(known["weekday_signs"])
    return re.compile(
        rf"(?:(?P<year>\d{{1,4}})\s?[{year}]\s?)?"
        rf"(?:(?P<month>\d{{1,2}})\s?[{month}](?:\s?(?P<day>\d{{1,2}})\s?[{day}])?"
        rf"|(?P<alone>\d{{1,2}})\s?[{day}](?![{behind}]))"
        rf"(?:\s?[(（][{weekday}][)）])?"
    )


@cache
def _spelled_out() -> regex.Pattern[str]:
    year, month, day = map(_signs, _PARTS)
    known, sign = tables.load("calendar"), figures_pattern()
    before, behind = "".join(known["not_before_day"]), "".join(known["not_behind_day"])
    return regex.compile(
        rf"(?<!{sign}|[{before}{year}{month}])(?:(?P<year>{sign}{{4}})[{year}])?"
        rf"(?:(?P<month>{any_of(known['first_month'])}|{sign}{{1,2}})[{month}])?"
        rf"(?:(?P<day>{sign}{{1,3}})[{day}](?![{behind}])|(?<=[{year}]\w{{1,2}}[{month}]))"
    )
