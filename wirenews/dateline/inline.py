"""Datelines in the middle of a line: glued to the lead without a mark, or behind a headline or byline."""

from __future__ import annotations

import datetime as dt
from functools import cache

import regex

from ..agencies import lookup, read_agencies
from ..dates.find import find_date, match_date
from ..people.lists import is_name
from ..places.lookup import is_place
from ..places.read import known_prefix
from ..text import tables
from ..text.patterns import pattern, plain_pattern
from ..text.rules import Rule
from .marks import QUOTES, SEPARATORS, past_closing
from .parts import REPORTER, Parts
from .read import REACH, Page, finish, read_dateline, window_of
from .reading import Reading

# A headline, byline or notice may stand before the dateline on the same line.
RULES = (
    Rule(
        "dateline.glued",
        "places in capitals that nothing closes, before a plain sentence",
        "BEIJING French luxury goods firms said on Friday that they would open more stores in the country next year.",
    ),
    Rule(
        "dateline.agency-slash-place",
        "an agency, a slash and a place before the lead, in a script without capitals",
        "ایسنا/اصفهان شهردار این شهر روز جمعه گفت که پل تازه ای بر رودخانه ساخته خواهد شد.",
    ),
)
_INNER_REACH = 600
_SHORTEST_LEAD = 60
_PLACES_REACH = 90
_DATE_REACH = 24
_MOST_PLACE_WORDS = 7
_CAPITALS_BEFORE = pattern(r"(?:\p{Lu}{2,}\s+)+\p{Lu}\p{Ll}")
# After a place that nothing closes the lead must be plain: "French luxury", "U.S. senators", "A boy", "EU leaders".
# A figure behind a comma is a date, in whatever language.
_GLUED_LEAD = pattern(
    r"""(?!,\s*\p{N}),?\s+[\"“‘'`]*+
        (?:\p{Lu}[’']?\p{L}*\p{Ll} | \p{Lu}[\s.] | \p{Lu}{2,5}(?:['’]s)?\s+[\p{L}\d] | \p{N})
        [^\n]{0,40}?\p{Ll}{2}""",
    regex.VERBOSE,
)
_WORD_START = plain_pattern(r"(?<=[\s/])\S")
_INNER = pattern(r"\(([^()]{2,40})\)(?:[\s.,:]*(?:--?|[–—―_])(?:\s|(?<=[^\s]\)-)(?=\p{Lu}))|$)")
# "ایسنا/اصفهان رئیس ...", in a script without capitals.
_SLASHED = pattern(r"(\p{Lo}[\p{Lo}\p{M}]{2,20})/ ?(?=\p{Lo})")


def read_glued_dateline(source: str, start: int, end: int) -> Reading | None:
    """A dateline that nothing closes: places in capitals, then a sentence ("BEIJING French luxury goods firm ...")."""
    if source[start] > "\u0590":
        return _read_slashed(source, start, end)
    if not _may_begin_in_capitals(source, start):
        return None
    window = window_of(source, start, min(end, start + REACH))
    close = position = 0
    while True:
        close = _capital_place(window, position)
        if close == position:
            return None
        separator = _between_glued_places().match(window, close)
        if separator is None:
            break
        position = separator.end()
    if not _GLUED_LEAD.match(window, close) or end - start < _SHORTEST_LEAD:
        return None
    if match_date(window, past_closing(window, close), len(window)) is not None:
        return None
    after = close + len(window[close:]) - len(window[close:].lstrip(" ,"))
    return finish(Page(source, start, window, None), Parts(window[:close], close, known=True), after, "dateline.glued")


def _may_begin_in_capitals(source: str, start: int) -> bool:
    return source[start].isupper() and not source[start + 1 : start + 2].islower()


@cache
def _between_glued_places() -> regex.Pattern[str]:
    joins = "|".join(tables.load("datelines")["joins"])
    return regex.compile(rf"\s*[/&]\s*|\s+(?:{joins})\s+(?=\p{{Lu}}{{2}})")


def _read_slashed(source: str, start: int, end: int) -> Reading | None:
    """A place behind its agency and a slash, then the lead, in a script without capitals."""
    slashed = _SLASHED.match(source, start, end)
    if slashed is None:
        return None
    agency = lookup(slashed[1])
    if agency is None or is_place(slashed[1]):
        return None
    window = window_of(source, start, min(end, start + REACH))
    place = slashed.end() - start
    close = known_prefix(window, place, len(window))
    if window[close : close + 1] != " ":
        return None
    parts = Parts(window[place:close], close, known=True, agencies=(agency,))
    return finish(Page(source, start, window, None), parts, close + 1, "dateline.agency-slash-place")


def find_inner_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """A dateline that stands after a headline or byline on the same line ("... consultas ROMA (Reuters) - ...")."""
    end_of_search = min(end, start + _INNER_REACH)
    if source.startswith(QUOTES, start) or not _may_have_bracket(source, start, end_of_search):
        return None
    window = window_of(source, start, end_of_search)
    for mark in _INNER.finditer(window):
        if read_agencies(mark[1]):
            begin = _place_start(window, mark.start())
            if mark.end() == len(window) and not _is_behind_reporter(window, begin):
                continue
            if begin and window[:begin].rstrip()[-1] not in ":,;":
                return read_dateline(source, start + begin, end, reference=reference)
    return None


def _is_behind_reporter(window: str, begin: int) -> bool:
    """Whether the words before a place are names and a slash: a line of its own, "Ece AK-Ali CAN/RİZE (DHA)"."""
    reporter = REPORTER.match(window)
    return reporter is not None and reporter.end() == begin


def _may_have_bracket(source: str, start: int, end: int) -> bool:
    return source.find("(", start, end) >= 0


def _capital_place(window: str, position: int) -> int:
    """Where a place in capitals that begins at ``position`` ends, with its region; ``position`` when there is none."""
    end = known_prefix(window, position, len(window))
    return end if window[position:end].partition(",")[0].isupper() else position


def _place_start(window: str, end: int) -> int:
    """Where the places before ``end`` begin, or 0: the longest known name, else a run of capitals."""
    offset = max(0, end - _PLACES_REACH)
    text = window[offset : _before_date(window, end)].rstrip(SEPARATORS)
    reporter = REPORTER.match(text) if not offset else None
    if reporter is not None and is_name(reporter[1]) and is_place(text[reporter.end() :]):
        return reporter.end()
    starts = [word.start() for word in _WORD_START.finditer(text)][-_MOST_PLACE_WORDS:]
    for at in starts:
        if _are_known_places(text, at):
            return offset + at
    return next((offset + at for at in starts if text[at:].isupper()), 0)


def _before_date(window: str, end: int) -> int:
    """Where a date begins that runs to ``end``; ``end`` when there is none."""
    date = find_date(window, max(0, end - _DATE_REACH), end)
    return date.start if date is not None and not window[date.end : end].strip(SEPARATORS) else end


def _are_known_places(text: str, at: int) -> bool:
    """Whether the rest of a text is known places, or unknown ones in capitals beside a known one."""
    names = text[at:].split("/")
    known = [is_place(name) for name in names]
    if not any(known) or _CAPITALS_BEFORE.match(text, at):
        return False
    return all(ok or name.isupper() for ok, name in zip(known, names, strict=True))
