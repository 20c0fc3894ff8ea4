"""The dateline grammar: where and when a story was filed, by whom, and where its lead begins.

A dateline is places, a date and agencies, in an order that agencies differ about, each of them
optional, closed by a dash, a bracket, a colon or the end of the line. The reader looks for what may
close one, reads all that stands before it, and accepts it only when every word is accounted for and
the evidence suffices: one part alone rarely does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import regex

from . import tables
from .agencies import lookup, nearly, read_agencies
from .almanac import weekday_word
from .article import Agency, Dateline, Defect, WireDate
from .bylines import read_byline
from .compact import read_compact_dateline
from .dates import DateMatch, find_date, match_date, settle
from .layout import clean
from .patterns import pattern
from .people import is_name
from .places import is_place, is_region, known_prefix, read_places
from .reading import Reading

# No dateline seen is longer; nothing beyond is looked at.
_REACH = 240
# A headline, byline or notice may stand before the dateline on the same line.
_INNER_REACH = 600
# A dateline on a line of its own, without agency, has few words: longer ones in capitals are headlines.
_LINE_WORDS = 6
_LONGEST_LINE = 90
_NAME_WORDS = 6
_CASELESS_NAME_WORDS = 3
_STOPPED_REACH = 40
# How much of the lead says whether it is one; a shorter paragraph without a dash is a heading.
_GLANCE = 24
_SHORTEST_LEAD = 60
# More words in lower case than this, and a sentence is what is being read.
_MOST_LOWER_WORDS = 5
_FEW_WORDS = 24

_ORNAMENTS = " *.•·…–—-_\u00a0\u3000"
_FRINGE = " ,;:-–—―_=\u00a0\u3000،؛۔।。，"
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【", "/": "/"}
# Line ends and marks of direction, which read as blanks.
_FOLDED_LINES = dict.fromkeys(
    map(
        ord, "\n\r\t\x0b\x0c\u2028\u2029\u00a0\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ),
    " ",
)

_MARK = pattern(r"[)\]）】/:]|[-–—―_=]+")
_CLOSING = pattern(r"[\s.,:;=_–—―،؛۔।。-]*")
_DASHED = pattern(r"[-_=:–—―]")
# What monitoring services say about the text that follows: "[TEXT]", "[SPEECH] [GARCIA] [TEXT]".
_TAGS = pattern(r"(?:\[[^\[\]]{1,160}\]\s*){1,8}")
# The weather note of a newspaper's dateline: "Clear/43 degrees -".
_WEATHER = pattern(r"\p{Lu}[\p{L} ]{2,20}/\d{1,3} degrees\s*[-–—]+\s*")
_COMPACT = pattern(r"[【〔［]|[(\[（<]?\s?[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# No dateline is without a mark that closes it or parts it, unless it is the name of a place on its line.
_SIGN = pattern(r"[\d,،(\[（［【〔/:=_–—―-]")
# A line that is a dateline parts its places, or names a date or an agency.
_LINE_SIGN = pattern(r"[\d,،(\[/]|\s[-–—]\s|[\u0590-\u08ff]-")
_DIGIT = pattern(r"\d")
_PLACE_SHAPE = pattern(r"[\p{L}\p{M}'’`‘.,،/&()\[\]+ \u200c-]++")
_PLACE_CUT = pattern(r"[,،/&()\[\]]|\s(?:and|y|und|et|e)\s")
_CAPITALS_BEFORE = pattern(r"(?:\p{Lu}{2,}\s+)+\p{Lu}\p{Ll}")
_CAPITALS_BEHIND = pattern(r"\p{Lu}\p{Ll}{2,}\s+(?:\p{Lu}{2,}\s+)*\p{Lu}{4}")
# Words in lower case that stand inside the names of places and between two of them.
_PARTICLES = frozenset(
    "a al am an and auf aux bei border da das de del della der des di do dos du e el en et im in la las le les los"
    " na near nad of ob off on os ou pri sur sul te the und upon v van von y".split()
)
_QUOTES = ('"', "“", "'", "‘", "`", "«", "„", "»")
# A lead begins with a capitalised word, a figure or a quotation, and no heading in capitals.
_SENTENCE = pattern(r"[\"“‘'`«„]*(?:\p{Lu}[^\s\p{Lu}]|\p{Lu}\s|\p{Lu}\.|\p{N}|\p{Lo})")
# After a place that nothing closes the lead must be plain: "French luxury", "U.S. senators", "A boy", "EU leaders".
_GLUED_LEAD = pattern(
    r""",?\s+[\"“‘'`]*+
        (?:\p{Lu}[’']?\p{L}*\p{Ll} | \p{Lu}[\s.] | \p{Lu}{2,5}(?:['’]s)?\s+[\p{L}\d] | \p{N})
        [^\n]{0,40}?\p{Ll}{2}""",
    regex.VERBOSE,
)
_DAY = pattern(r",?\s(\d{1,2})\s*$")
_WORD_SPAN = pattern(r"[^\s,«»]+")
# A reporter in capitals behind the dateline, between dashes: "İSTANBUL (AA) - EMRE YILMAZ - ".
_REPORTER_NEXT = pattern(r"((?:\p{Lu}[\p{Lu}.'’-]+\s){1,3}\p{Lu}[\p{Lu}'’-]+)\s[-–—]\s")
_AGENCY_START = pattern(r"[\s\p{Pd}]+")
_WORD_START = pattern(r"(?<=[\s/])\S")
_WORD = pattern(r"\w+")
_GLUED_SEPARATOR = pattern(r"\s*[/&]\s*|\s+and\s+(?=\p{Lu}{2})")
_STOPPED_SIGN = pattern(r"\d|\s[-–—]\s")
_DATE_CLOSE = pattern(r"\s*(?:--|[/–—-])\s*")
_INNER = pattern(r"\(([^()]{2,40})\)[\s.,:]*(?:--?|[–—―_])\s")


class _Parts(NamedTuple):
    """What stands before a closing mark. Offsets are into the window."""

    places: str
    date: DateMatch | None
    agencies: tuple[Agency, ...]
    bracket: str | None  # the agency as printed, known or not
    end: int
    misspelt: bool = False
    bracketed: bool = False
    byline: tuple[int, int] | None = None


def read_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """The dateline with which the paragraph or line ``source[start:end]`` begins."""
    window = _window(source, start, min(end, start + _REACH))
    begin = len(window) - len(window.lstrip(_ORNAMENTS))
    if _SIGN.search(window, begin) is None:
        return _read_line(source, start, window, begin, reference) if start + len(window) == end else None
    if _COMPACT.match(window, begin):
        compact = read_compact_dateline(source, start + begin, end, reference=reference)
        if compact is not None:
            return compact
    for mark in _MARK.finditer(window, begin):
        stop = _stop(window, mark)
        if stop is None or window.startswith(",", stop):
            continue
        if stop - begin > _FEW_WORDS and _lower_words(window[begin:stop]) > _MOST_LOWER_WORDS:
            return None
        parts = _read_parts(window, begin, stop)
        if parts is None:
            continue
        after = _past_closing(window, mark.end())
        dashed = _DASHED.search(window, mark.start(), after) is not None
        if _is_convincing(parts, dashed, window[after : after + _GLANCE]):
            parts, after = _extend(window, parts, after)
            reading = _finish(source, start, window, begin, parts, after, reference)
            return reading._replace(doubtful=True) if _is_bare(parts) else reading
    stopped = _read_stopped(window, begin)
    if stopped is not None:
        return _finish(source, start, window, begin, *stopped, reference)
    return _read_line(source, start, window, begin, reference) if start + len(window) == end else None


def _read_stopped(window: str, begin: int) -> tuple[_Parts, int] | None:
    """A dateline that only a full stop closes, sure because all its parts are there ("КИЕВ. 30 апреля. УНН. ...")."""
    if not _STOPPED_SIGN.search(window, begin, begin + _STOPPED_REACH):
        return None
    stop = begin
    while (stop := window.find(". ", stop + 1, begin + _STOPPED_REACH * 2)) > 0:
        parts = _read_parts(window, begin, stop)
        if parts is None or not parts.agencies or (parts.date is None and not parts.places):
            continue
        if not parts.places or is_place(parts.places):
            return parts, stop + 2
    return None


def _read_line(source: str, start: int, window: str, begin: int, reference: dt.date | None) -> Reading | None:
    """A dateline that has the whole line; doubtful, unless an agency or a full date speaks for it."""
    if len(window) - begin > _LONGEST_LINE:
        return None
    if not _LINE_SIGN.search(window, begin) and (window.count(" ") >= _LINE_WORDS or not window.isupper()):
        return None
    parts = _read_parts(window, begin, len(window))
    if parts is None or not _is_convincing_line(parts):
        return None
    if parts.places.casefold() in tables.load("head")["date_words"]:  # there is a city of Date, in Japan
        return None
    reading = _finish(source, start, window, begin, parts, len(window), reference)
    date = reading.dateline.date
    firm = parts.agencies or (date is not None and date.date is not None)
    return reading if firm else reading._replace(doubtful=True)


def read_glued_dateline(source: str, start: int, end: int) -> Reading | None:
    """A dateline that nothing closes: places in capitals, then a sentence ("BEIJING French luxury goods firm ...")."""
    window = _window(source, start, min(end, start + _REACH))
    close = position = 0
    while True:
        close = _capital_place(window, position)
        if close == position:
            return None
        separator = _GLUED_SEPARATOR.match(window, close)
        if separator is None:
            break
        position = separator.end()
    if not _GLUED_LEAD.match(window, close) or end - start < _SHORTEST_LEAD:
        return None
    if match_date(window, _past_closing(window, close), len(window)) is not None:
        return None
    after = close + len(window[close:]) - len(window[close:].lstrip(" ,"))
    parts = _Parts(window[:close], None, (), None, close)
    return _finish(source, start, window, 0, parts, after, None)


def find_inner_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """A dateline that stands after a headline or byline on the same line ("... consultas ROMA (Reuters) - ...")."""
    window = _window(source, start, min(end, start + _INNER_REACH))
    if window.startswith(_QUOTES):
        return None
    for mark in _INNER.finditer(window):
        if read_agencies(mark[1]):
            begin = _place_start(window, mark.start())
            if begin:
                return read_dateline(source, start + begin, end, reference=reference)
    return None


def _window(source: str, start: int, end: int) -> str:
    """The text with its line ends turned into blanks; offsets stay."""
    window = source[start:end].replace("\n", " ")
    return window if window.isprintable() else window.translate(_FOLDED_LINES)


def _stop(window: str, mark: regex.Match[str]) -> int | None:
    """Where the text ends that a mark may close, or None: a hyphen inside a word closes nothing."""
    at, after = mark.span()
    sign = window[at]
    if sign in _BRACKETS:
        return after
    before, following = window[at - 1 : at], window[after : after + 1]
    if sign == ":":
        return at if following in ("", " ") else None
    if after - at > 1 or sign in "–—―":
        return at
    if before == " ":
        return at if following in ("", " ") or following in _QUOTES or following.isupper() else None
    if following not in ("", " ") and (following.isascii() or not _is_caseless(following)):
        return None
    return at if before.isdigit() or before in ".,)" or (following == " " and _is_caseless(before)) else None


def _is_caseless(text: str) -> bool:
    """Whether the text is letters of a script without capitals (Arabic, Thai)."""
    return text.isalpha() and text.lower() == text.upper()


def _past_closing(window: str, position: int) -> int:
    """Where the lead begins, past the dashes, stops and blanks that close a dateline."""
    closing = _CLOSING.match(window, position)
    return position if closing is None else closing.end()


def _lower_words(text: str) -> int:
    return sum([word[0].islower() for word in text.split()])


def _read_parts(window: str, begin: int, end: int) -> _Parts | None:
    """All of ``window[begin:end]`` read as places, date and agency, or None where something is left over."""
    text = window[begin:end].rstrip()
    if not text or text.count("(") > text.count(")") or (text[-1] == "/" and text.find("/") == len(text) - 1):
        return None
    bracket = _read_bracket(window, begin, text) if text[-1] in _BRACKETS else None
    head = text if bracket is None else text[: bracket.at]
    agencies = bracket.agencies if bracket is not None else ()
    printed = bracket.printed if bracket is not None else None
    date, places = _read_date(window, begin, head, agencies) if _DIGIT.search(head) else (None, head)
    if date is not None and not places:
        places = head[date.end - begin :]  # "(07-17) 13:09 PDT SACRAMENTO", "11 мая, Минск"
    elif date is not None:
        behind = head[date.end - begin :].strip(_FRINGE + ".)")
        if behind and weekday_word(behind) is None:
            agency = lookup(behind) if bracket is None else None
            if agency is None:
                return None
            agencies, printed = (agency,), behind
        elif bracket is None:
            text = window[begin : date.end]
        places = _without_preposition(places)
    places = places.strip(_FRINGE)
    if places.endswith(".") and "," not in places and is_place(places[:-1]):
        places = places[:-1]
    if places and not is_place(places):
        if printed is None:
            places, agencies, printed = _bare_agency(places, agencies)
        if places and not _is_place_shape(places):
            return None
    if places and printed and not agencies:
        agencies = read_agencies(printed, country=_home(places))
    end = begin + len(text)
    if bracket is None:
        return _Parts(places, date, agencies, printed, end)
    return _Parts(places, date or bracket.date, agencies, printed, end, bracket.misspelt, True, bracket.byline)


class _Bracket(NamedTuple):
    """What stands between the brackets that close a dateline: an agency, rarely with a date or the reporter."""

    at: int  # where the bracket opens in the text
    printed: str
    agencies: tuple[Agency, ...]
    misspelt: bool = False
    date: DateMatch | None = None
    byline: tuple[int, int] | None = None


def _read_bracket(window: str, begin: int, text: str) -> _Bracket | None:
    """The bracket that ends ``text``, or None where it holds the region of the place before it."""
    at = text.rfind(_BRACKETS[text[-1]], 0, -1)
    if at < 0:  # "WASHINGTON Reuters) -"
        head, _, name = text[:-1].rpartition(" ")
        return _Bracket(len(head), name, read_agencies(name))
    content = text[at + 1 : -1].strip(_FRINGE)
    agencies = read_agencies(content) if content else ()
    if agencies or not content:
        return _Bracket(at, content, agencies)
    if is_region(content):
        return None
    near = nearly(content)
    if near is not None:
        return _Bracket(at, content, (near,), misspelt=True)
    first, last = begin + at + 1, begin + len(text) - 1
    if _DIGIT.search(content):  # "(TTXVN 10/10/2022)"
        date = find_date(window, first, last)
        name = window[first : date.start].strip(_FRINGE) if date is not None else ""
        agency = lookup(name) if name else None
        if agency is not None:
            return _Bracket(at, name, (agency,), date=date)
    return _read_correspondent(window, at, first, last) or _Bracket(at, content, ())


def _read_correspondent(window: str, at: int, first: int, last: int) -> _Bracket | None:
    """An agency between a reporter's short title and name: "/Корр. ТАСС Олег Зимин/"."""
    words = [(m.start(), m.end()) for m in _WORD_SPAN.finditer(window, first, last)]
    for number, (start, _) in enumerate(words[:3]):
        for _, end in words[number : number + 3]:
            agency = lookup(window[start:end])
            rest = window[end:last].strip(_FRINGE)
            if agency is not None and _is_printed_so(agency, window[start:end]) and (not rest or is_name(rest)):
                name = window.find(rest, end, last)
                return _Bracket(at, window[start:end], (agency,), byline=(name, name + len(rest)) if rest else None)
    return None


def _read_date(window: str, begin: int, head: str, agencies: tuple[Agency, ...]) -> tuple[DateMatch | None, str]:
    """The date in ``head``, and what stands before it; the agency's languages settle which of 12/05 is the day."""
    languages = [language for agency in agencies[:1] for language in agency.languages if language != "en"]
    date = find_date(window, begin, begin + len(head), languages=tuple(languages))
    if date is None and agencies:
        date = _day_alone(head, begin)
    return (None, head) if date is None else (date, head[: date.start - begin].rstrip(_FRINGE + "("))


def _without_preposition(places: str) -> str:
    before, _, last = places.rpartition(" ")
    return before if last.casefold() in tables.load("head")["date_prepositions"] else places


def _home(places: str) -> str | None:
    """The country of the first place, which tells agencies of one name apart."""
    read = read_places(places)
    return read[0].country if read else None


def _day_alone(head: str, begin: int) -> DateMatch | None:
    """The day of the month that stands for the whole date before an agency ("MADRID, 11 (EUROPA PRESS)")."""
    day = _DAY.search(head)
    if day is None or not 1 <= int(day[1]) <= 31:
        return None
    return DateMatch(begin + day.start(1), begin + day.end(1), WireDate(day=int(day[1])), ())


def _bare_agency(text: str, agencies: tuple[Agency, ...]) -> tuple[str, tuple[Agency, ...], str | None]:
    """Places without the agency that stands after them, or alone, without brackets ("SYDNEY AAP", "AP")."""
    if agencies or len(text) > _LONGEST_LINE:
        return text, agencies, None
    for start in (0, *[m.end() for m in _AGENCY_START.finditer(text)][-3:]):
        places, name = text[:start].strip(_FRINGE + "."), text[start:]
        agency = lookup(name)
        if agency is None or not _is_printed_so(agency, name):
            continue
        if not places or is_place(places):
            return places, (agency,), name
    return text, (), None


def _is_printed_so(agency: Agency, name: str) -> bool:
    """Whether an agency prints its name like this; a name in capitals can be any agency's."""
    return name.isupper() or name in (agency.short, agency.name, agency.native, *agency.aliases)


def _is_place_shape(text: str) -> bool:
    """Whether names of places could be written like this: few words, capitalised but for particles.

    Capitals behind words in mixed case begin anew: "Por Ana Paz LISBOA" is a byline before a place.
    """
    if len(text) > 120 or not _PLACE_SHAPE.fullmatch(text) or _CAPITALS_BEHIND.search(text):
        return False
    for name in _PLACE_CUT.split(text):
        words = name.split()
        if len(words) > (_CASELESS_NAME_WORDS if _is_caseless(name.replace(" ", "")) else _NAME_WORDS):
            return False
        small = [word for word in words if word[0].islower() and word.strip(".,") not in _PARTICLES]
        if not all(is_region(word) for word in small):
            return False
    return True


def _is_convincing(parts: _Parts, dashed: bool, lead: str) -> bool:
    """Whether the parts make a dateline before ``lead``, ``dashed`` telling that a dash or colon closes it."""
    places, date, agencies, bracket = parts[:4]
    sentence = bool(lead) and not lead[0].islower()
    if agencies and not places and date is None:
        return (
            len(lead) == _GLANCE
            and sentence
            and (dashed or not _is_bare(parts))
            and not _is_picture_credit(bracket or "")
        )
    if agencies:
        return dashed or (sentence and (date is not None or _is_capital(places) or is_place(places)))
    if not places or not dashed:
        return False
    if date is not None:
        return _is_capital(places) or is_place(places)
    if bracket is None and not _SENTENCE.match(lead):
        return False
    return _is_capital(places) and is_place(places)


def _is_bare(parts: _Parts) -> bool:
    """Whether all there is is the name of an agency, without brackets ("AP - ...")."""
    return bool(parts.agencies) and not parts.places and parts.date is None and not parts.bracketed


def _is_picture_credit(text: str) -> bool:
    return not set(_WORD.findall(text.casefold())).isdisjoint(tables.load("head")["picture_words"])


def _is_convincing_line(parts: _Parts) -> bool:
    """Whether the parts make a dateline that has a line of its own."""
    places, date, agencies, bracket = parts[:4]
    if not places or (bracket is not None and not agencies):
        return False
    if agencies:
        return bracket is not None and (date is not None or is_place(places))
    if date is None or date.date is None or date.date.year is None:
        return _is_capital(places) and is_place(places) and len(places.split()) <= _LINE_WORDS
    return is_place(places) or (_is_capital(places) and len(places.split()) <= _LINE_WORDS)


def _is_capital(places: str) -> bool:
    """Whether the first city is in capitals; its region rarely is ("VIENNA, Va")."""
    return places.partition(",")[0].isupper()


def _extend(window: str, parts: _Parts, after: int) -> tuple[_Parts, int]:
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
    for mark in _MARK.finditer(window, after, after + 80):
        stop = _stop(window, mark)
        more = _read_parts(window, after, stop) if stop is not None else None
        if more is not None and more.places and (more.date is not None or more.agencies):
            agencies = parts.agencies + tuple(a for a in more.agencies if a not in parts.agencies)
            return more._replace(agencies=agencies), _past_closing(window, mark.end())
    return parts, after


def _extend_by_agency(window: str, parts: _Parts, after: int) -> tuple[_Parts, int]:
    if window.startswith("(", after):
        close = window.find(")", after, after + 64)
        name, end = window[after + 1 : close], close + 1
        agencies = read_agencies(name, country=_home(parts.places)) if close > 0 else ()
    else:
        stop = window.find(". ", after, after + 60)
        name, comma, reporter = window[after:stop].partition(", ")
        agency = lookup(name) if stop > 0 else None
        if agency is None or (comma and not is_name(reporter)):
            return parts, after
        agencies, end = (agency,), after + len(name)
        if comma:
            parts = parts._replace(byline=(stop - len(reporter), stop))
    if not agencies:
        return parts, after
    end = end if parts.byline is None else parts.byline[1]
    return parts._replace(agencies=agencies, bracket=name, end=end), _past_closing(window, end)


def _extend_by_reporter(window: str, parts: _Parts, after: int) -> tuple[_Parts, int]:
    reporter = _REPORTER_NEXT.match(window, after)
    if reporter is None or not is_name(reporter[1]):
        return parts, after
    return parts._replace(byline=reporter.span(1), end=reporter.end(1)), reporter.end()


def _extend_by_second_agency(window: str, parts: _Parts, after: int) -> tuple[_Parts, int]:
    """The parts with an agency glued behind the slash: "London /ritzau/Reuters: "."""
    colon = window.find(":", parts.end, parts.end + 24)
    agency = lookup(window[parts.end : colon]) if colon > 0 else None
    if agency is None:
        return parts, after
    return parts._replace(agencies=(*parts.agencies, agency), end=colon), _past_closing(window, colon)


def _extend_by_date(window: str, parts: _Parts, after: int) -> tuple[_Parts, int]:
    """The parts with a date behind the agency: "/ ACCESSWIRE / May 3, 2021 /", "--(BUSINESS WIRE)--Feb. 20, 1997--"."""
    if window[parts.end - 1] != "/" and window[parts.end : after] != "--":
        return parts, after
    date = match_date(window, after, min(len(window), after + 40))
    closing = _DATE_CLOSE.match(window, date.end) if date is not None else None
    if date is None or closing is None:
        return parts, after
    return parts._replace(date=date, end=date.end), closing.end()


def _finish(
    source: str, start: int, window: str, begin: int, parts: _Parts, after: int, reference: dt.date | None
) -> Reading:
    """The parts as values; ``after`` is where the window goes on behind the closing mark."""
    match, agencies = parts.date, parts.agencies
    date = match.date if match is not None else None
    if date is not None and date.month is None and date.day is None:
        date = None
    if date is not None and reference is not None:
        date = settle(date, reference)
    kinds = ("place" if parts.places else "", "date" if match is not None else "", "agency" if agencies else "")
    first, last = start + begin, start + parts.end
    dateline = Dateline(
        first,
        last,
        clean(source, first, last),
        "dateline." + "-".join(filter(None, kinds)),
        places=read_places(parts.places) if parts.places else (),
        date=date,
        agencies=agencies,
    )
    tags = _TAGS.match(window, after) if window.startswith("[", after) else _WEATHER.match(window, after)
    lead = start + (tags.end() if tags else after)
    byline = None
    if parts.byline is not None:
        name, end = parts.byline
        byline = read_byline(window[name:end], start + name, "dateline.reporter")
    return Reading(dateline, lead, tuple(_defects(start, window, parts)), byline)


def _defects(start: int, window: str, parts: _Parts) -> Iterator[Defect]:
    match, agencies, printed = parts.date, parts.agencies, parts.bracket
    if match is not None and match.date is None:
        message = f"there is no such date as {window[match.start : match.end]!r}"
        yield Defect("date-invalid", message, start + match.start, start + match.end)
    if printed and (parts.misspelt or not agencies):
        at = start + window.rfind(printed, 0, parts.end)
        if agencies:
            yield Defect("agency-misspelt", f"{printed!r} read as {agencies[0].short!r}", at, at + len(printed))
        else:
            yield Defect("agency-unknown", f"no agency is known as {printed!r}", at, at + len(printed))


def _capital_place(window: str, position: int) -> int:
    """Where a place in capitals that begins at ``position`` ends, with its region; ``position`` when there is none."""
    end = known_prefix(window, position, len(window))
    if end > position:
        return end if window[position:end].partition(",")[0].isupper() else position
    name = regex.match(r"(?:\p{Lu}[\p{Lu}.'’`-]+ ?){1,4}(?<! ), ", window[position : position + 60])
    if name is None:
        return position
    comma = position + name.end()
    for words in (3, 2, 1):
        region = regex.match(rf"(?:[^\s/,]+\s?){{{words}}}(?<!\s)", window[comma : comma + 60])
        if region is not None and is_region(region[0]):
            return comma + region.end()
    return position


def _place_start(window: str, end: int) -> int:
    """Where the places before ``end`` begin, or 0: the longest known name, else a run of capitals."""
    offset = max(0, end - 90)
    date = find_date(window, max(0, end - 24), end)
    if date is not None and not window[date.end : end].strip(_FRINGE):
        end = date.start
    text = window[offset:end].rstrip(_FRINGE)
    starts = [m.start() for m in _WORD_START.finditer(text)][-7:]
    for at in starts:
        names = text[at:].split("/")
        known = [is_place(name) for name in names]
        if not any(known) or _CAPITALS_BEFORE.match(text, at):
            continue
        if all(ok or name.isupper() for ok, name in zip(known, names, strict=True)):
            return offset + at
    for at in starts:
        if text[at:].isupper() and len(text) - at < 40:
            return offset + at
    return 0
