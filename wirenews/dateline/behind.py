"""What goes on behind the mark that closes a dateline: "(ANSA) - ROMA, 01 SET -", "27 сен — РИА Новости."."""

from __future__ import annotations

from typing import TypeAlias

from ..agencies import is_printed_name, lookup, read_agencies
from ..dates.find import match_date
from ..people.lists import is_name
from ..text.patterns import pattern, plain_pattern
from .marks import CLOSING_MARK, past_closing, stop_before
from .parts import Parts, home_of, read_parts

_BRACKET_REACH = 64
_STOPPED_REACH = 60
_UNCLOSED_REACH = 24
_PLACES_REACH = 80
_DATE_REACH = 40
# A reporter in capitals behind the dateline, between dashes: "İSTANBUL (AA) - EMRE YILMAZ - ".
_REPORTER_NEXT = pattern(r"((?:\p{Lu}[\p{Lu}.'’-]+\s){1,3}\p{Lu}[\p{Lu}'’-]+)\s[-–—]\s")
# An agency that nothing but a capital parts from its lead, in a script whose writers give capitals to names alone.
_UNCLOSED_AGENCY = pattern(r"\p{Lu}{3,20}(?=\s(?!\p{Latin})\p{Lu}\p{Ll}+)")
_HOME_AGENCY = pattern(
    r"(?<=[,.] )\p{Lu}{3,20}(?= \p{Lu}\p{Ll}* [\"'\p{L}\d])|(?<=[^\p{L}])\p{Arabic}{3,10}(?= \p{Arabic}{2})"
)
_HOME_AGENCY_IN_ASCII = plain_pattern(r"(?<=[,.] )[A-Z]{3,20}(?= [A-Z][a-z]* [\"'a-zA-Z\d])")
_DATE_CLOSE = plain_pattern(r"\s*(?:--|[/–—-])\s*")

_Extended: TypeAlias = tuple[Parts, int]
"""The parts, and where the lead begins behind them."""


def extend(window: str, parts: Parts, after: int) -> _Extended:
    """The parts with what goes on behind the closing mark, and where the lead begins then."""
    if parts.is_bare_agency or "|" in window[parts.end : after]:
        parts, after = _with_cells(window, parts, after)
    if not parts.agencies:
        return (
            _with_bracketed_agency(window, parts, after)
            if window.startswith("(", after)
            else _with_stopped_agency(window, parts, after) or _with_unclosed_agency(window, parts, after)
        ) or (parts, after)
    if window[parts.end - 1] == "/":
        parts, after = _with_second_agency(window, parts, after)
    if window[after : after + 2].isupper():
        parts, after = _with_reporter(window, parts, after)
    if parts.date is not None:
        return parts, after
    return _with_date(window, parts, after) if parts.places else _with_places(window, parts, after)


def _with_cells(window: str, parts: Parts, after: int) -> _Extended:
    """The parts with what stands behind the next bar or dash: "OSLO | Reuters | Feb 26 - ", "APA - Bamako - "."""
    for mark in CLOSING_MARK.finditer(window, after, after + _PLACES_REACH):
        stop = stop_before(window, mark)
        more = read_parts(window[:stop]) if stop is not None else None
        lead = past_closing(window, mark.end())
        is_sure = more is not None and more.places and (more.agencies or more.date is not None)
        if more is not None and is_sure and not window[lead : lead + 1].islower():
            parts, after = more, lead
    return parts, after


def _with_bracketed_agency(window: str, parts: Parts, after: int) -> _Extended | None:
    close = window.find(")", after, after + _BRACKET_REACH)
    name = window[after + 1 : close]
    agencies = read_agencies(name, country=home_of(parts.places)) if close > 0 else ()
    return (
        (parts._replace(agencies=agencies, printed=name, end=close + 1), past_closing(window, close + 1))
        if agencies
        else None
    )


def _with_stopped_agency(window: str, parts: Parts, after: int) -> _Extended | None:
    """An agency, and perhaps a reporter, before a full stop: "27 сен — РИА Новости, Иван Петров. "."""
    stop = window.find(". ", after, after + _STOPPED_REACH)
    name, comma, reporter = window[after:stop].partition(", ")
    agency = lookup(name) if stop > 0 else None
    if agency is None or (comma and not is_name(reporter)):
        return None
    end = stop if comma else after + len(name)
    byline = (stop - len(reporter), stop) if comma else parts.byline
    return parts._replace(agencies=(agency,), printed=name, end=end, byline=byline), past_closing(window, end)


def _with_unclosed_agency(window: str, parts: Parts, after: int) -> _Extended | None:
    end = find_unclosed_agency(window, after, after + _UNCLOSED_REACH)
    agency = lookup(window[after:end]) if end > 0 else None
    if agency is None:
        return None
    return parts._replace(agencies=(agency,), printed=window[after:end], end=end), past_closing(window, end)


def find_unclosed_agency(window: str, start: int, end: int) -> int:
    """Where a name in capitals ends that nothing closes, before a lead of a script whose writers save capitals; or -1.

    A word that belongs to the name is no lead ("РИА Новости").
    """
    if window.isascii():
        return -1
    name = _UNCLOSED_AGENCY.search(window, start, end)
    if name is None or lookup(window[name.start() : name.end()]) is None:
        return -1
    longer = window.find(" ", name.end() + 1)
    return -1 if lookup(window[name.start() : longer]) is not None else name.end()


def find_home_agency(window: str, start: int, end: int) -> int:
    """Where an agency in capitals ends behind a comma or a full stop, before a lead in Latin letters, or one word in
    Arabic letters behind the place; or -1.

    A word that belongs to the name is no lead ("XINHUA News").
    """
    for name in (_HOME_AGENCY_IN_ASCII if window.isascii() else _HOME_AGENCY).finditer(window, start, end):
        if is_printed_name(name[0]) or is_printed_name(name[0].lower()):
            longer = window.find(" ", name.end() + 1)
            return -1 if lookup(window[name.start() : longer]) is not None else name.end()
    return -1


def _with_second_agency(window: str, parts: Parts, after: int) -> _Extended:
    """The parts with an agency glued behind the slash: "London /ritzau/Reuters: "."""
    colon = window.find(":", parts.end, parts.end + _UNCLOSED_REACH)
    agency = lookup(window[parts.end : colon]) if colon > 0 else None
    if agency is None:
        return parts, after
    return parts._replace(agencies=(*parts.agencies, agency), end=colon), past_closing(window, colon)


def _with_reporter(window: str, parts: Parts, after: int) -> _Extended:
    reporter = _REPORTER_NEXT.match(window, after)
    if reporter is None or not is_name(reporter[1]):
        return parts, after
    return parts._replace(byline=reporter.span(1), end=reporter.end(1)), reporter.end()


def _with_date(window: str, parts: Parts, after: int) -> _Extended:
    """The parts with a date behind the agency: "/ ACCESSWIRE / May 3, 2021 /", "--(BUSINESS WIRE)--Feb. 20, 1997--"."""
    if window[parts.end - 1] != "/" and window[parts.end : after] != "--":
        return parts, after
    date = match_date(window, after, min(len(window), after + _DATE_REACH))
    if date is None:
        return parts, after
    closing = _DATE_CLOSE.match(window, date.end)
    if closing is None:
        return parts, after
    return parts._replace(date=date, end=date.end), closing.end()


def _with_places(window: str, parts: Parts, after: int) -> _Extended:
    """The agency with a whole dateline behind it, whose own agency comes first: "(ANSA) - ROMA, 01 SET - ".

    A known place suffices behind a source in brackets: "(U-WIRE) ANN ARBOR, Mich. -- ".
    """
    is_source = window[parts.end - 1 : after] in (") ", "] ")
    for mark in CLOSING_MARK.finditer(window, after, after + _PLACES_REACH):
        stop = stop_before(window, mark)
        more = read_parts(window[after:stop]) if stop is not None else None
        is_sure = more is not None and (more.date is not None or more.agencies or (more.known and is_source))
        if more is not None and more.places and is_sure:
            agencies = tuple(dict.fromkeys(more.agencies + parts.agencies))
            return _moved(more, after)._replace(agencies=agencies), past_closing(window, mark.end())
    return parts, after


def _moved(parts: Parts, by: int) -> Parts:
    """The parts with offsets that count from so many characters before."""
    date, byline = parts.date, parts.byline
    return parts._replace(
        date=date._replace(start=date.start + by, end=date.end + by) if date is not None else None,
        end=parts.end + by,
        byline=(byline[0] + by, byline[1] + by) if byline is not None else None,
    )
