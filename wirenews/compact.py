"""Datelines of scripts that leave no blanks between words: Chinese, Japanese, Korean.

Their shapes are templates in ``data/datelines.toml``; the agencies come from the registry.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import regex

from . import tables
from .agencies import agencies, lookup
from .article import Attribution, Dateline, Person
from .dates import match_date, settle
from .layout import clean
from .places import read_places
from .reading import Reading

_REACH = 120
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}ー・]"
_SLOTS = {
    "place": rf"(?<place>{_CJK}{{2,9}}?)",
    "places": rf"(?<place>{_CJK}{{1,9}}?(?:[·・,/、]\s?{_CJK}{{1,9}}?){{0,3}})",
    "date": r"(?<date>(?:\p{N}{1,4}\s?年\s?)?(?:\p{N}{1,2}\s?月\s?)?\p{N}{1,2}\s?日)",
    # Most names have three signs; the place behind them decides.
    "person": rf"(?<person>{_CJK}{{3}}|{_CJK}{{2}}|{_CJK}{{4}})",
    "people": rf"(?<person>{_CJK}{{2,6}}?)(?:\s?[、,，·\s]\s?(?<person>{_CJK}{{2,6}}?)){{0,5}}",
}
_AFTER = regex.compile(r"[\s=＝:：\-–—―]*")
_SEPARATORS = regex.compile(r"[·・、]")


def read_compact_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """The dateline with which a paragraph in one of these scripts begins, its reporters as the byline."""
    for form, language, pattern in _forms():
        found = pattern.match(source, start, min(end, start + _REACH))
        if found is not None:
            return _reading(source, found, form, language, reference)
    return None


def _reading(source: str, found: regex.Match[str], form: str, language: str, reference: dt.date | None) -> Reading:
    named = found.groupdict()
    filed_by = [agency for name in found.captures("agency") if (agency := lookup(name)) is not None]
    date = None
    if named.get("date"):
        match = match_date(source, *found.span("date"))
        if match is not None and match.date is not None:
            date = match.date if reference is None else settle(match.date, reference)
    byline = None
    stop = found.end()
    if named.get("byline"):
        start, stop_byline = found.span("byline")
        start += len(source[start:stop_byline]) - len(source[start:stop_byline].lstrip())
        people = tuple(Person(name, name) for name in found.captures("person"))
        byline = Attribution(
            start, stop_byline, clean(source, start, stop_byline), f"dateline.{form}", role="byline", people=people
        )
        if stop_byline == len(source[: found.end()].rstrip()):
            stop = found.start() + len(source[found.start() : start].rstrip())
    place = named.get("place")
    dateline = Dateline(
        found.start(),
        stop,
        clean(source, found.start(), stop),
        f"dateline.{form}",
        places=read_places(_SEPARATORS.sub("/", place)) if place else (),
        date=date,
        agencies=tuple(filed_by),
    )
    after = _AFTER.match(source, found.end())
    return Reading(dateline, after.end() if after else found.end(), (), (language,), byline)


@cache
def _forms() -> tuple[tuple[str, str, regex.Pattern[str]], ...]:
    """Each template as a pattern, with its id and language."""
    names = {name for a in agencies() for name in (a.native, a.short, *a.aliases) if name}
    local = sorted((name for name in names if regex.search(_CJK, name)), key=len, reverse=True)
    agency = "|".join(map(regex.escape, local))
    slots = {**_SLOTS, "agency": f"(?<agency>{agency})", "agency2": f"(?<agency>{agency})"}
    forms = []
    for row in tables.load("datelines")["form"]:
        pattern = regex.sub(r"\{([a-z]+2?)\}", lambda m: slots[m[1]], row["pattern"])
        forms.append((row["id"], row["language"], regex.compile(pattern, regex.VERBOSE)))
    return tuple(forms)
