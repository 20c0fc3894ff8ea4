"""Chinese, Japanese and Korean dates: ``2023年4月18日``, ``6月14日``, ``2023년 4월 18일``, ``九月二十七日``."""

from __future__ import annotations

from ..text import tables
from ..text.patterns import pattern, plain_pattern
from .calendar import century
from .parts import Number, Parts, is_year

_DATE = plain_pattern(
    r"(?:(?P<year>\d{1,4})\s?[年년]\s?)?"
    r"(?:(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日号號일])?"
    r"|(?P<alone>\d{1,2})\s?[日号號일](?![本常報报内內間间前後后간째]))"
    r"(?:\s?[(（][月火水木金土日월화수목금토일][)）])?"
)
_SPELLED_OUT = pattern(
    r"(?<![〇零○第十百一二三四五六七八九年月])(?:([〇零○一二三四五六七八九]{4})年)?(?:(正|元|十[一二]?|[一二三四五六七八九])月)?"
    r"(?:([卅三]十?一?|[二廿]?十?[一二三四五六七八九]|[二廿]?十|[廿卅])[日號号](?![本常報报内內間间前後后])|(?<=年\w{1,2}月))"
)
_KOREAN = frozenset("년월일")
_FIRST_MONTH = ("正", "元")

_FIGURES = "〇一二三四五六七八九"
_SAME_FIGURES = str.maketrans({"零": "〇", "○": "〇", "两": "二", "廿": "二十", "卅": "三十"})


def figures(signs: str | None) -> int | None:
    """The number that Chinese figures write, one by one or with tens; ``None`` when they write none up to 99.

    >>> figures("二〇二五"), figures("二十七"), figures("廿七"), figures("廿十一")
    (2025, 27, 27, 21)
    """
    if not signs:
        return None
    signs = signs.translate(_SAME_FIGURES).replace("十十", "十")
    tens, ten, ones = signs.partition("十")
    if not set(tens + ones) <= set(_FIGURES):
        return None
    if not ten:
        return int("".join([str(_FIGURES.index(sign)) for sign in signs]))
    if len(tens) > 1 or len(ones) > 1:
        return None
    return 10 * (_FIGURES.index(tens) if tens else 1) + (_FIGURES.index(ones) if ones else 0)


def read_east_asian(number: Number) -> Parts | None:
    """The date whose numbers stand before the signs for year, month and day: ``６月１４日``, ``民國112年4月18日``."""
    beside = number.text[number.end : number.end + 2]
    found = _DATE.match(number.text, number.start, number.endpos) if _may_have_signs(beside) else None
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
    is_korean = not _KOREAN.isdisjoint(found[0])
    return start, found.end(), year, month, day, ("ko",) if is_korean else ("ja", "zh")


def _may_have_signs(text: str) -> bool:
    """Whether a text has a letter of Chinese, Japanese or Korean."""
    return not text.isascii() and max(text) >= "\u3000"


def _number(figures: str | None) -> int | None:
    return None if figures is None else int(figures)


def _is_none_or_within(number: int | None, last: int) -> bool:
    return number is None or 1 <= number <= last


def _with_era(number: Number, year: int, length: int) -> tuple[int, int]:
    """Where the year starts with the name of its era, and the year in ours."""
    for era, before in tables.load("calendar_extra")["eras"].items():
        if number.text.endswith(era, number.pos, number.start):
            return number.start - len(era), year + before
    return number.start, century(year) if length == 2 else year


def find_spelled_out(text: str, pos: int, endpos: int) -> Parts | None:
    """The first date in Chinese figures: ``九月二十七日``, ``二〇二五年四月十八日``."""
    for found in _SPELLED_OUT.finditer(text, pos, endpos) if _may_have_signs(text[pos:endpos]) else ():
        if found.end() > found.start():
            year, month, day = found.groups()
            number = 1 if month in _FIRST_MONTH else figures(month)
            return found.start(), found.end(), figures(year), number, figures(day), ("ja", "zh")
    return None
