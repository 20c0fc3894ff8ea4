"""Notices with a fixed wording, looked up by the first letters of a block: ``[[notice]]`` in the languages' files."""

import re
from functools import cache
from typing import NamedTuple

import attrs

from ..dates.clock import clocks
from ..dates.find import find_date
from ..kinds import NoticeKind
from ..text import tables
from ..text.characters import EAST_ASIA
from ..wire_date import WireDate
from .page import is_of_page
from .shapes import Found, Words, copyright_line, owner_of, table, without_year, year_of

# Characters; a block longer than this is never what the name says.
LONGEST_WHOLE = 100
_LONGEST_UNLESS_TOLD = 300
_LONGEST_OPENING = 60
_EMBARGO_WITHIN = 150
_SHORT_KEY = 4
_LONG_KEY = 8


def whole_wording(words: Words) -> Found | None:
    """A block that reads as a wording and no more."""
    for shown in dict.fromkeys((words.text, words.core)):
        if 0 < len(shown) <= LONGEST_WHOLE:
            lower = shown.casefold()
            printed = {"exact": (shown,), "whole": (lower, lower.rstrip(".。"))}
            for row in _whole_rows().get(_key(shown)) or ():
                if row.words in printed.get(row.form, ()) and (words.bracketed or not row.brackets):
                    return Found(row.id, row.kind)
    return None


def opening_wording(words: Words) -> Found | None:
    """A block that begins with a wording, and goes on as its row demands."""
    core = words.core
    if not core:
        return None
    lower = core.casefold()
    rows = _opening_rows().get(_key(lower)) or []
    if lower[0].isdigit() and _behind_figure().fullmatch(lower) is None:
        return None
    if words.bracketed:
        rows = [*rows, *(_opening_rows().get("") or ())]
    for row in [row for row in rows if lower.startswith(row.opening) and len(core) <= row.max]:
        if (words.bracketed or not row.brackets) and row.goes_on(lower):
            return _found(row, words)
    return None


OPENING_LETTERS = 4
"""How many letters of a text :func:`opening_letters` tells about."""


@cache
def opening_letters() -> frozenset[str]:
    """The first letters of all that a notice may begin with, in small letters: at most :data:`OPENING_LETTERS`."""
    return frozenset(opening[:OPENING_LETTERS] for opening in table("openings"))


def may_open_notice(source: str, start: int, end: int) -> bool:
    """Whether a block that begins with a letter may begin with a wording."""
    openings = table("openings")
    head = source[start : min(end, start + _LONG_KEY)].casefold()[:_LONG_KEY]
    begun = openings.get(head) or openings.get(head[:_SHORT_KEY] if head < EAST_ASIA else head[:2])
    if begun is None:
        return False
    of_any_length, _, of_short = begun.partition("\t")
    known = [*of_any_length.splitlines(), *(of_short.splitlines() if end - start <= LONGEST_WHOLE else ())]
    lower = straight(" ".join(source[start : min(end, start + _LONGEST_OPENING)].split())).casefold()
    return lower.startswith(tuple(known))


_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'"}


def straight(text: str) -> str:
    """The text with straight quotes."""
    for quote, shown in _STRAIGHT.items():  # several times as fast as str.translate
        text = text.replace(quote, shown)
    return text


# -- the rows --------------------------------------------------------------------------------------


class _Row(NamedTuple):
    """One wording of the table."""

    id: str
    form: str  # whole, exact or opens
    words: str
    opening: str  # the words at the beginning; of a row that opens with any figure ("0") the pattern reads it too
    kind: NoticeKind
    brackets: bool = False
    then: str = ""
    has: tuple[str, ...] = ()
    of_page: bool = False
    max: int = _LONGEST_UNLESS_TOLD

    def goes_on(self, lower: str) -> bool:
        """Whether a text that begins with the wording goes on as it must; in lower case."""
        at = len(self.opening)
        if self.then and _compiled(self.then).fullmatch(lower, at) is None:
            return False
        if self.has and not any(word in lower[at:] for word in self.has):
            return False
        return not self.of_page or is_of_page(lower[at:])


@cache
def _whole_rows() -> tables.OnDemand[list[_Row]]:
    """The wordings that a block reads as and no more, by their first letters."""
    return tables.OnDemand(table("forms"), lambda lines: [row for row in _unpacked_rows(lines) if row.form != "opens"])


@cache
def _opening_rows() -> tables.OnDemand[list[_Row]]:
    """Those that a block begins with; an opening too short for that is under "", and is for brackets alone."""
    return tables.OnDemand(table("forms"), lambda lines: [row for row in _unpacked_rows(lines) if row.form == "opens"])


def _unpacked_rows(lines: str) -> list[_Row]:
    forms = [line.split("|", 2) for line in lines.split("\n")]
    return [_Row(id, form, words, "" if words == "0" else words, **table("wording")[id]) for form, id, words in forms]


@cache
def _behind_figure() -> re.Pattern[str]:
    """How a text goes on that begins with a figure, by any of the rows: nearly none goes on so."""
    return re.compile("|".join(f"(?:{row.then})" for row in _opening_rows().get("0") or ()))


def row_key(words: str, form: str) -> str:
    """The letters that a wording is looked up by.

    >>> row_key("copyright", "opens"), row_key("ⓒ", "opens"), row_key("end", "whole"), row_key("2nd lead", "opens")
    ('copy', '', 'end', '0')
    """
    is_short = form == "opens" and len(words) < _SHORT_KEY and words[0] < EAST_ASIA and words != "0"
    return "" if is_short else _key(words)


def opening_key(words: str) -> str:
    """The letters by which :func:`may_open_notice` looks an opening up: eight where there are so many."""
    return words[:_LONG_KEY] if len(words) >= _LONG_KEY and words[0] < EAST_ASIA else _key(words)


def _key(words: str) -> str:
    """Two letters of Chinese, Japanese or Korean, four of other scripts; any figure is "0"."""
    if words[0].isdigit():
        return "0"
    return words[:2] if words[0] >= EAST_ASIA else words[:_SHORT_KEY].casefold()[:_SHORT_KEY]


@cache
def _compiled(then: str) -> re.Pattern[str]:
    return re.compile(then)


# -- what a row finds ------------------------------------------------------------------------------


def _found(row: _Row, words: Words) -> Found:
    """The notice that a wording opens: with the owner of a copyright, with the end of an embargo."""
    core, at = words.core, len(row.opening)
    if row.kind == "copyright":
        owned = without_year(core[at:].replace("(c)", "").replace("ⓒ", ""))
        return Found(row.id, row.kind, owner_of(owned), year_of(core))
    if row.kind == "embargo":
        return Found(row.id, row.kind, (), _embargo_date(core, at))
    # "Tous droits réservés. © Agence France-Presse"
    sign = core.find("©") if row.kind == "usage terms" else -1
    line = copyright_line(words._replace(core=core[sign:])) if sign >= 0 else None
    return line or Found(row.id, row.kind)


def _embargo_date(core: str, at: int) -> WireDate | None:
    """When an embargo ends: its date, its time, or both, as far as the words go."""
    end = min(len(core), at + _EMBARGO_WITHIN)
    found = find_date(core, at, end)
    date = None if found is None else found.date
    if date is not None and date.time is not None:
        return date
    for clock in clocks(core, at, end):
        if found is None or not found.start <= clock.start < found.end:
            return attrs.evolve(date or WireDate(), time=clock.time)
    return date
