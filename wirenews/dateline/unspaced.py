"""Datelines of scripts that leave no blanks between words: Chinese, Japanese, Korean.

Their shapes are templates in ``data/datelines.toml``; the agencies come from the registry. Before a template
is tried the agencies' names are masked, so that no pattern has to know them.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any, NamedTuple

import regex

from ..agencies import lookup, names_without_blanks
from ..article import Agency, Attribution, Dateline, Defect, Person
from ..dates.east_asian import figures
from ..dates.find import match_date
from ..dates.reference import settle
from ..people.east_asian import reporters_and_places, reporters_of
from ..place import Place
from ..places.find import find_place
from ..places.read import read_places
from ..text import tables
from ..text.layout import clean
from ..text.patterns import pattern, plain_pattern
from ..wire_date import WireDate
from .reading import Reading

_REACH = 140
# The signs that tell the forms apart stand in the first characters; without brackets the agency stands first of all.
_NEAR = 64
_AGENCY_NEAR = 16

# A dateline begins with a bracket, with an agency's name, or with "according to" or "our paper" before it.
_BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】", "〔": "〕", "<": ">", "＜": "＞", "〈": "〉"}
_BEFORE = "据據本"

# Masks of an agency's name, as long as the name is: its first character and the rest.
_FIRST, _REST = "\ue000", "\ue001"
_CHARACTER = r"[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_HANGUL = r"[\uac00-\ud7a3]"
_FIGURE = r"[\p{Nd}〇○零一二三四五六七八九十廿卅]"
_AGENCY = f"(?<agency>{_FIRST}{_REST}*+)"
_AGENCIES = rf"{_AGENCY}(?:\s?[/／·・=＝+、,]?\s?{_AGENCY}){{0,3}}"

_AFTER = plain_pattern(r"[\s=＝:：，,\-–—―－ー]*")
_LATIN = plain_pattern(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9]{1,11}(?: News)?")
_SEPARATORS = plain_pattern(r"\s?[·・,，/／、]\s?")
_KATAKANA = plain_pattern(r"[\u30a1-\u30ff・･]+")
_HAN_FIGURES = plain_pattern(r"[〇○零一二三四五六七八九十廿卅]+")
_SHORT_YEAR = pattern(r"(?<!\p{Nd})\p{Nd}{2,3}\s?年")


def read_unspaced_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """The dateline with which a paragraph in one of these scripts begins, its reporters as the byline.

    >>> text = "新华社北京6月14日电（记者罗沙）全国…"
    >>> reading = read_unspaced_dateline(text, 0, len(text))
    >>> reading.dateline.places[0].country, reading.dateline.date.isoformat(), reading.byline.people[0].name
    ('CN', '--06-14', '罗沙')
    >>> read_unspaced_dateline("新华社记者采访了他。", 0, 10) is None
    True
    """
    if start >= end:
        return None
    first = source[start]
    bracketed = first in _BRACKETS
    has_any_name = _may_be_any_name(source, start)
    if not (bracketed or has_any_name or first in _BEFORE or _begins_with_agency(source, start)):
        return None
    masked, agencies = _mask(source[start : min(end, start + _REACH)], bracketed)
    if not (agencies or has_any_name or first in "【本"):
        return None
    for form in _forms():
        if (first in form.begins if bracketed else not form.begins) and _may_have_sign(form, masked):
            found = _pattern(form).match(masked)
            reading = _read(source, start, found, form, agencies, reference) if found is not None else None
            if reading is not None:
                return reading
    return None


def _begins_with_agency(source: str, start: int) -> bool:
    return source.startswith(names_without_blanks().get(source[start], ()), start)


def _may_be_any_name(source: str, start: int) -> bool:
    """Whether a newspaper that no table knows may stand here, by the sign behind it."""
    return any(source.find(sign, start, start + _AGENCY_NEAR) > 0 for sign in _signs_of_any_name())


def _may_have_sign(form: _Form, masked: str) -> bool:
    return not form.signs or any(masked.find(sign, 0, _NEAR) >= 0 for sign in form.signs)


# ---------------------------------------------------------------- what a match says


def _read(
    source: str,
    start: int,
    found: regex.Match[str],
    form: _Form,
    agencies: dict[int, Agency],
    reference: dt.date | None,
) -> Reading | None:
    """The reading of a match, or ``None`` where what stands in the slots cannot be what the form asks for."""
    named = found.groupdict()
    people, place = _people_and_place(named)
    places = _places(place)
    byline, stop = _byline(source, start, found, form, people)
    named |= {"byline": byline.text if byline is not None else None}
    if not _has_what_it_needs(form, named, places, place):
        return None
    if named.get("reporters") and byline is None and "byline" not in form.groups:
        return None
    date, defects = _date(source, start, found, reference) if named.get("date") else (None, ())
    if named.get("paper"):
        begin, end = found.span("paper")
        message = f"no agency is known as {named['paper']!r}"
        defects = (*defects, Defect("agency-unknown", message, start + begin, start + end))
    filed_by = dict.fromkeys(agencies[at] for at, _ in found.spans("agency")) if "agency" in named else {}
    dateline = Dateline(start, stop, clean(source, start, stop), f"dateline.{form.id}", places, date, tuple(filed_by))
    lead = stop if byline is None else max(byline.end, stop)
    after = _AFTER.match(source, lead)
    return Reading(dateline, after.end() if after else lead, defects, byline)


def _people_and_place(named: dict[str, str | None]) -> tuple[tuple[Person, ...], str]:
    """The reporters in the slots of a match, and the words of its places, which may run into them."""
    if (together := named.get("reporter_place")) is not None:
        return reporters_and_places(together)
    return reporters_of(named.get("reporters") or ""), named.get("place") or ""


def _has_what_it_needs(form: _Form, named: dict[str, str | None], places: tuple[Place, ...], place: str) -> bool:
    """Whether one of the slots that a form asks for is filled, and its place is known where it must be."""
    if form.one_of and not any(named.get(part) for part in form.one_of):
        return False
    return not form.known or bool(named.get("date")) or _is_sure(places, place)


def _byline(
    source: str, start: int, found: regex.Match[str], form: _Form, people: tuple[Person, ...]
) -> tuple[Attribution | None, int]:
    """The reporters as a byline, and where the dateline ends: before a byline that follows it."""
    group = "byline" if found.groupdict().get("byline") else "reporter_place" if "reporter_place" in form.groups else ""
    after = found.start("byline") if group == "byline" else found.end()
    while after > 0 and found.string[after - 1].isspace():
        after -= 1
    if not people:
        return None, start + after
    begin, end = found.span(group or "reporters")
    if group == "reporter_place":
        begin = found.start("title")
        end = found.string.find(people[-1].text, begin) + len(people[-1].text)
    text = clean(source, start + begin, start + end)
    byline = Attribution(start + begin, start + end, text, f"dateline.{form.id}", role="byline", people=people)
    return byline, start + after


def _places(text: str) -> tuple[Place, ...]:
    """The places of a slot; a name that holds a separator itself is not taken apart."""
    if not text:
        return ()
    whole = find_place(text)
    return (whole,) if whole is not None else read_places(_SEPARATORS.sub("/", text))


def _is_sure(places: tuple[Place, ...], text: str) -> bool:
    return all(place.country is not None for place in places) or _KATAKANA.fullmatch(text) is not None


def _date(
    source: str, start: int, found: regex.Match[str], reference: dt.date | None
) -> tuple[WireDate | None, tuple[Defect, ...]]:
    """The date of a match, its figures in any script; three figures before 年 count from 1911."""
    text = _HAN_FIGURES.sub(_arabic, found["date"])
    if _SHORT_YEAR.match(text):
        text = f"民國{text}"
    match = match_date(text, 0, len(text))
    if match is None:
        return None, ()
    if match.date is None:
        begin, end = found.span("date")
        message = f"there is no such date as {found['date']!r}"
        return None, (Defect("date-invalid", message, start + begin, start + end),)
    return (match.date if reference is None else settle(match.date, reference)), ()


def _arabic(signs: re.Match[str]) -> str:
    """Chinese figures as Arabic ones: 二十七 is 27, 二〇二五 is 2025."""
    number = figures(signs[0])
    return signs[0] if number is None else str(number)


# ---------------------------------------------------------------- forms and names


class _Form(NamedTuple):
    id: str
    pattern: str
    begins: str
    signs: tuple[str, ...]
    one_of: tuple[str, ...]
    known: bool
    any_name: bool  # whether it may begin with the name of a newspaper that no table knows
    groups: frozenset[str]


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_form(row) for row in tables.load("datelines")["form"])


def _form(row: dict[str, Any]) -> _Form:
    groups = frozenset(name for name in ("byline", "reporter_place") if name in row["pattern"])
    one_of = tuple(row.get("one_of", ()))
    signs = tuple(row.get("signs", ()))
    begins = row.get("begins", "")
    known = row.get("known", False)
    return _Form(row["id"], row["pattern"], begins, signs, one_of, known, row.get("any_name", False), groups)


@cache
def _signs_of_any_name() -> tuple[str, ...]:
    return tuple(sign for form in _forms() if form.any_name for sign in form.signs)


@cache
def _pattern(form: _Form) -> regex.Pattern[str]:
    """A template as a pattern over masked text, compiled when it is first tried."""
    slots = tables.load("datelines")["slots"] | {"agency": _AGENCY, "agencies": _AGENCIES}
    slots["open"] = f"[{regex.escape(form.begins)}]"
    slots["close"] = f"[{regex.escape(''.join(_BRACKETS[sign] for sign in form.begins))}]"
    pattern = form.pattern
    for name, slot in slots.items():
        pattern = pattern.replace(f"{{{name}}}", slot)
    pattern = pattern.replace("{c}", _CHARACTER).replace("{h}", _HANGUL).replace("{n}", _FIGURE)
    return regex.compile(pattern, regex.VERBOSE)


def _mask(window: str, bracketed: bool) -> tuple[str, dict[int, Agency]]:
    """The text with the agencies' names of its dateline masked, and whose they are by their place."""
    found: dict[int, Agency] = {}
    masked = window
    at = 0
    near = window.find(_BRACKETS[window[0]], 0, _NEAR) if bracketed else min(len(window), _AGENCY_NEAR)
    while at < near:
        name = _name_at(window, at)
        agency = lookup(name) if name else None
        if agency is not None:
            found[at] = agency
            masked = masked[:at] + _FIRST + _REST * (len(name) - 1) + masked[at + len(name) :]
        at += len(name) or 1
    return masked, found


def _name_at(window: str, at: int) -> str:
    """The name of an agency that stands in these scripts at a place, or a Latin word that may be one; "" for none."""
    sign = window[at]
    for name in names_without_blanks().get(sign, ()):
        if window.startswith(name, at):
            return name
    latin = _LATIN.match(window, at) if sign < "\u0080" or sign > "\uff00" else None
    return latin[0] if latin is not None else ""
