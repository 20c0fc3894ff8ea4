"""The parts of a dateline: everything that stands before a closing mark, read as places, date and agency.

Nothing may be left over: a word that is none of these, and the whole is no dateline.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import attrs
import regex

from ..agencies import ends_agency, find_agency, is_house_spelling, lookup, may_name_agency, nearly, read_agencies
from ..article import Agency, Place, WireDate
from ..dates.calendar import weekday_word
from ..dates.find import DateMatch, find_date, match_date
from ..people.names import is_name
from ..places.lookup import is_place, is_region
from ..places.read import read_places
from ..text import tables
from ..text.patterns import pattern

LONGEST_LINE = 90
_NAME_WORDS = 6
_CASELESS_NAME_WORDS = 3
FRINGE = " ,;:-–—―_=\u00a0\u3000،؛۔।。，"
QUOTES = ('"', "“", "'", "‘", "`", "«", "„", "»")
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【", "/": "/"}
MARK = pattern(r"[)\]）】/:؛]|[-–—―_=]+")
_CLOSING = pattern(r"[\s.,:;=_–—―،؛۔।。-]*")
_DIGIT = pattern(r"\d")
_PLACE_SHAPE = pattern(r"[\p{L}\p{M}'’`‘.,،/&()\[\]+ \u200c-]++")
_PLACE_CUT = pattern(r"[,،/&()\[\]]|\s(?:and|y|und|et|e)\s")
_CAPITALS_BEHIND = pattern(r"\p{Lu}\p{Ll}{2,}\s+(?:\p{Lu}{2,}\s+)*\p{Lu}{4}")
# Words in lower case that stand inside the names of places and between two of them.
_PARTICLES = frozenset(
    "a al am an and auf aux bei border da das de del della der des di do dos du e el en et im in la las le les los"
    " na near nad of ob off on os ou pri sur sul te the und upon v van von y".split()
)
_DAY = pattern(r",?\s(\d{1,2})\s*$")
_WORD_SPAN = pattern(r"[^\s,«»]+")
# A reporter in capitals behind the dateline, between dashes: "İSTANBUL (AA) - EMRE YILMAZ - ".
_REPORTER_NEXT = pattern(r"((?:\p{Lu}[\p{Lu}.'’-]+\s){1,3}\p{Lu}[\p{Lu}'’-]+)\s[-–—]\s")
_AGENCY_START = pattern(r"[\s\p{Pd}]+")
# An agency that nothing but a capital parts from its lead, in a script whose writers give capitals to names alone.
_UNCLOSED_AGENCY = pattern(r"\p{Lu}{3,20}(?=\s(?!\p{Latin})\p{Lu}\p{Ll}+)")
_DATE_CLOSE = pattern(r"\s*(?:--|[/–—-])\s*")


class Parts(NamedTuple):
    """What stands before a closing mark. Offsets are into the text that was read."""

    places: str
    known: bool  # whether the places are in the tables
    date: DateMatch | None
    agencies: tuple[Agency, ...]
    bracket: str | None  # the agency as printed, known or not
    end: int
    misspelt: bool = False
    bracketed: bool = False
    byline: tuple[int, int] | None = None


@lru_cache(maxsize=512)
def read_parts(text: str) -> Parts | None:
    """All of a text read as places, date and agency, or None where something is left over.

    It is remembered, for a day's stories share their datelines.
    """
    text = text.rstrip()
    if not text or text.count("(") > text.count(")") or (text[-1] == "/" and text.find("/") == len(text) - 1):
        return None
    bracket = _read_bracket(text) if text[-1] in _BRACKETS else None
    head = text if bracket is None else text[: bracket.at]
    agencies = bracket.agencies if bracket is not None else ()
    printed = bracket.printed if bracket is not None else None
    numbered = _DIGIT.search(head) is not None
    date, places = _read_date(head, agencies, printed) if numbered else (None, head)
    if date is not None and not places:
        places = head[date.end :]  # "(07-17) 13:09 PDT SACRAMENTO", "11 мая, Минск"
    elif date is not None:
        behind = head[date.end :].strip(FRINGE + ".)")
        if behind and weekday_word(behind) is None:
            agency = lookup(behind) if bracket is None else None
            if agency is None:
                return None
            agencies, printed = (agency,), behind
        elif bracket is None:
            text = text[: date.end]
        places = _without_preposition(places)
    places = places.strip(FRINGE)
    known = False
    if date is not None or not numbered:  # no place has a number in its name
        if places.endswith(".") and "," not in places and is_place(places[:-1]):
            places, known = places[:-1], True
        else:
            known = is_place(_with_brackets(places))
    if places and printed is None:
        first = _agency_first(places, dated=date is not None)
        if first is not None:
            places, agencies, printed, known = *first, True
    if places and not known:
        if printed is None:
            places, agencies, printed = _bare_agency(places, agencies)
            known = printed is not None
            text = text.rstrip(".") if known else text
        unproved = printed is None and date is None
        if places and not known and (unproved or not _is_place_shape(places)):
            return None
    if places and printed and not agencies:
        agencies = read_agencies(printed, country=_home(places))
    end = len(text)
    if bracket is None:
        return Parts(places, known, date, agencies, printed, end)
    return Parts(places, known, date or bracket.date, agencies, printed, end, bracket.misspelt, True, bracket.byline)


class _Bracket(NamedTuple):
    """What stands between the brackets that close a dateline: an agency, rarely with a date or the reporter."""

    at: int  # where the bracket opens in the text
    printed: str
    agencies: tuple[Agency, ...]
    misspelt: bool = False
    date: DateMatch | None = None
    byline: tuple[int, int] | None = None


def _read_bracket(text: str) -> _Bracket | None:
    """The bracket that ends ``text``, or None where it holds the region of the place before it."""
    at = text.rfind(_BRACKETS[text[-1]], 0, -1)
    if at < 0:  # "WASHINGTON Reuters) -"
        head, _, name = text[:-1].rpartition(" ")
        return _Bracket(len(head), name, read_agencies(name))
    content = text[at + 1 : -1].strip(FRINGE)
    agencies = read_agencies(content) if content else ()
    if not content or (agencies and (not _DIGIT.search(content) or lookup(content) is not None)):
        return _Bracket(at, content, agencies)
    if is_region(content):
        return None
    near = nearly(content)
    if near is not None:
        return _Bracket(at, content, (near,), misspelt=True)
    first, last = at + 1, len(text) - 1
    if _DIGIT.search(content):  # "(TTXVN 10/10/2022)"
        date = find_date(text, first, last)
        name = text[first : date.start].strip(FRINGE) if date is not None else ""
        agency = lookup(name) if name else None
        if agency is not None:
            return _Bracket(at, name, (agency,), date=date)
    return _read_correspondent(text, at, first, last) or _Bracket(at, content, ())


def _read_correspondent(text: str, at: int, first: int, last: int) -> _Bracket | None:
    """An agency between a reporter's short title and name: "/Корр. ТАСС Олег Зимин/"."""
    words = [(m.start(), m.end()) for m in _WORD_SPAN.finditer(text, first, last)]
    if text[first:last].partition(":")[0].casefold() in tables.load("head")["picture_words"]:
        return None
    for number, (start, _) in enumerate(words[:2]):
        for _, end in words[number : number + 3]:
            agency = lookup(text[start:end])
            rest = text[end:last].strip(FRINGE)
            if agency is not None and is_house_spelling(agency, text[start:end]) and (not rest or is_name(rest)):
                name = text.find(rest, end, last)
                return _Bracket(at, text[start:end], (agency,), byline=(name, name + len(rest)) if rest else None)
    return None


def _read_date(head: str, agencies: tuple[Agency, ...], printed: str | None) -> tuple[DateMatch | None, str]:
    """The date in ``head``, and what stands before it; the agency's languages settle which of 12/05 is the day.

    ``printed`` is the agency's name, which several may have: the place tells them apart.
    """
    languages = tuple([code for code in agencies[0].languages if code != "en"]) if agencies else ()
    date = find_date(head, 0, len(head), languages=languages)
    if date is None and printed:
        date = _day_alone(head)
        if date is not None and not (agencies or read_agencies(printed, country=_home(head[: date.start]))):
            date = None
    if date is None:
        return None, head
    if date.start > 1 and head[date.start - 1] == " " and head[date.start - 2].isalpha():
        date = _without_place(head, date)
    return date, head[: date.start].rstrip(FRINGE + "(")


def _without_place(head: str, date: DateMatch) -> DateMatch:
    """The date without a weekday that ends the name of a place: "LA PAZ, May 11" (Paz is Sunday in Turkish)."""
    word = _WORD_SPAN.match(head, date.start, date.end)
    if word is None or not word[0].isalpha() or word.end() == date.end or not is_place(head[: word.end()]):
        return date
    return date._replace(start=date.end - len(head[word.end() : date.end].lstrip(" ,")))


def _without_preposition(places: str) -> str:
    before, _, last = places.rpartition(" ")
    return before if last.casefold() in _date_prepositions() else places


@cache
def _date_prepositions() -> frozenset[str]:
    return frozenset(tables.load("head")["date_prepositions"])


def _home(places: str) -> str | None:
    """The country of the first place, which tells agencies of one name apart."""
    read = places_of(places)
    return read[0].country if read else None


def places_of(printed: str) -> tuple[Place, ...]:
    """The places, where slashes stand round a region too: "КРАСНОДАР /Краснодарский край/"."""
    if not printed.endswith("/"):
        return read_places(printed)
    places = read_places(_with_brackets(printed))
    return tuple([attrs.evolve(place, text=place.text.translate(_SLASHES)) for place in places])


def _with_brackets(places: str) -> str:
    return _IN_SLASHES.sub(r" (\1)", places) if places.endswith("/") else places


_IN_SLASHES = pattern(r" /([^/]+)/$")
_SLASHES = str.maketrans("()", "//")


def _day_alone(head: str) -> DateMatch | None:
    """The day of the month that stands for the whole date before an agency ("MADRID, 11 (EUROPA PRESS)")."""
    day = _DAY.search(head)
    if day is None or not 1 <= int(day[1]) <= 31:
        return None
    return DateMatch(day.start(1), day.end(1), WireDate(day=int(day[1])), ())


def _bare_agency(text: str, agencies: tuple[Agency, ...]) -> tuple[str, tuple[Agency, ...], str | None]:
    """Places without the agency that stands after them, or alone, without brackets ("SYDNEY AAP", "AP")."""
    if agencies or len(text) > LONGEST_LINE or not ends_agency(text):
        return text, agencies, None
    for start in (0, *[m.end() for m in _AGENCY_START.finditer(text)][-3:]):
        places, name = text[:start].strip(FRINGE + "."), text[start:].rstrip(".")
        agency = lookup(name)
        if agency is None or not is_house_spelling(agency, name):
            continue
        if not places or is_place(places):
            return places, (agency,), name
    return text, (), None


def _agency_first(text: str, *, dated: bool) -> tuple[str, tuple[Agency, ...], str] | None:
    """A known place without the agency before it ("ANDINA, Lima"), which a comma parts only where a date follows."""
    name, sign, place = text.partition(", " if dated else " - ")
    if not sign or len(text) > LONGEST_LINE or not may_name_agency(name) or not is_place(place) or is_place(name):
        return None
    agency = lookup(name)
    if agency is None:  # "خبرگزاری فارس"
        agency, name = find_agency(name), name.partition(" ")[2]
    return (place, (agency,), name) if agency is not None and is_house_spelling(agency, name) else None


def _is_place_shape(text: str) -> bool:
    """Whether names of places could be written like this: few words, capitalised but for particles.

    Capitals behind words in mixed case begin anew: "Por Ana Paz LISBOA" is a byline before a place.
    """
    if len(text) > 120 or not _PLACE_SHAPE.fullmatch(text) or _CAPITALS_BEHIND.search(text):
        return False
    region_words = tables.load("head")["region_words"]
    for name in _PLACE_CUT.split(text):
        words = name.split()
        if len(words) > (_CASELESS_NAME_WORDS if is_caseless(name.replace(" ", "")) else _NAME_WORDS):
            return False
        small = [word for word in words if word[0].islower() and word.strip(".,") not in _PARTICLES]
        if not all(is_region(word) or word in region_words for word in small):
            return False
    return True


def extend(window: str, parts: Parts, after: int) -> tuple[Parts, int]:
    """The parts with what goes on behind the closing mark: "(ANSA) - ROMA, 01 SET -", "27 сен — РИА Новости."."""
    if not parts.agencies:
        return _extend_by_agency(window, parts, after)
    if window[parts.end - 1] == "/":
        parts, after = _extend_by_second_agency(window, parts, after)
    if window[after : after + 2].isupper():
        parts, after = _extend_by_reporter(window, parts, after)
    if parts.date is not None:
        return parts, after
    if parts.places:
        return _extend_by_date(window, parts, after)
    for mark in MARK.finditer(window, after, after + 80):
        stop = stop_before(window, mark)
        more = read_parts(window[after:stop]) if stop is not None else None
        if more is not None and more.places and (more.date is not None or more.agencies):
            agencies = parts.agencies + tuple(a for a in more.agencies if a not in parts.agencies)
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


def _extend_by_agency(window: str, parts: Parts, after: int) -> tuple[Parts, int]:
    if window.startswith("(", after):
        close = window.find(")", after, after + 64)
        name, end = window[after + 1 : close], close + 1
        agencies = read_agencies(name, country=_home(parts.places)) if close > 0 else ()
    else:
        stop = window.find(". ", after, after + 60)
        name, comma, reporter = window[after:stop].partition(", ")
        agency = lookup(name) if stop > 0 else None
        if agency is None and (stop := find_unclosed_agency(window, after, after + 24)) > 0:
            name, comma = window[after:stop], ""
            agency = lookup(name)
        if agency is None or (comma and not is_name(reporter)):
            return parts, after
        agencies, end = (agency,), after + len(name)
        if comma:
            parts = parts._replace(byline=(stop - len(reporter), stop))
    if not agencies:
        return parts, after
    end = end if parts.byline is None else parts.byline[1]
    return parts._replace(agencies=agencies, bracket=name, end=end), past_closing(window, end)


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


def _extend_by_reporter(window: str, parts: Parts, after: int) -> tuple[Parts, int]:
    reporter = _REPORTER_NEXT.match(window, after)
    if reporter is None or not is_name(reporter[1]):
        return parts, after
    return parts._replace(byline=reporter.span(1), end=reporter.end(1)), reporter.end()


def _extend_by_second_agency(window: str, parts: Parts, after: int) -> tuple[Parts, int]:
    """The parts with an agency glued behind the slash: "London /ritzau/Reuters: "."""
    colon = window.find(":", parts.end, parts.end + 24)
    agency = lookup(window[parts.end : colon]) if colon > 0 else None
    if agency is None:
        return parts, after
    return parts._replace(agencies=(*parts.agencies, agency), end=colon), past_closing(window, colon)


def _extend_by_date(window: str, parts: Parts, after: int) -> tuple[Parts, int]:
    """The parts with a date behind the agency: "/ ACCESSWIRE / May 3, 2021 /", "--(BUSINESS WIRE)--Feb. 20, 1997--"."""
    if window[parts.end - 1] != "/" and window[parts.end : after] != "--":
        return parts, after
    date = match_date(window, after, min(len(window), after + 40))
    closing = _DATE_CLOSE.match(window, date.end) if date is not None else None
    if date is None or closing is None:
        return parts, after
    return parts._replace(date=date, end=date.end), closing.end()


def stop_before(window: str, mark: regex.Match[str]) -> int | None:
    """Where the text ends that a mark may close, or None: a hyphen inside a word closes nothing."""
    at, after = mark.span()
    sign = window[at]
    if sign in _BRACKETS:
        return after
    before, following = window[at - 1 : at], window[after : after + 1]
    if sign in ":؛":
        return at if following in ("", " ") else None
    if after - at > 1 or sign in "–—―":
        return at
    if before == " ":
        return at if following in ("", " ", "<", *QUOTES) or following.isupper() else None
    if following not in ("", " ") and (following.isascii() or not is_caseless(following)):
        return None
    return at if before.isdigit() or before in ".,)" or (following == " " and is_caseless(before)) else None


def is_one_bracket(text: str) -> bool:
    """Whether all of a text stands in one pair of brackets."""
    return _BRACKETS.get(text[-1:]) == text[:1] and text.find(text[-1], 1) == len(text) - 1


def past_closing(window: str, position: int) -> int:
    """Where the lead begins, past the dashes, stops and blanks that close a dateline."""
    closing = _CLOSING.match(window, position)
    return position if closing is None else closing.end()


def is_caseless(text: str) -> bool:
    """Whether the text is letters of a script without capitals (Arabic, Thai)."""
    return text.isalpha() and text.lower() == text.upper()
