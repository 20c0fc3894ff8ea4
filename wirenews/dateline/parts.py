"""The parts of a dateline: everything that stands before a closing mark, read as places, date and agency.

Nothing may be left over: a word that is none of these, and the whole is no dateline.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from ..agencies import ends_agency, find_agency, is_house_spelling, lookup, may_name_agency, read_agencies
from ..article import Agency
from ..dates.calendar import weekday_word
from ..dates.find import DateMatch, find_date, match_date
from ..people.lists import is_name
from ..place import Place
from ..places.lookup import is_place, is_region
from ..places.read import is_address, read_places
from ..text import tables
from ..text.patterns import pattern, plain_pattern
from ..wire_date import WireDate
from .bracket import Bracket, read_bracket
from .marks import CLOSING_BRACKETS, DIGITS, SEPARATORS, is_caseless, is_one_bracket

LONGEST_LINE = 90
_LONGEST_PLACES = 120
_NAME_WORDS = 6
_LONGEST_DESK = 3
_LONGEST_ABBREVIATION = 4
_CASELESS_NAME_WORDS = 3
_PLACE_SHAPE = pattern(r"[\p{L}\p{M}'’`‘.,،/&()\[\]+ \u200c-]++")
_CAPITALS_BEHIND = pattern(r"\p{Lu}\p{Ll}{2,}\s+(?:\p{Lu}{2,}\s+)*\p{Lu}{4}")
_GLUED_MONTH = pattern(r"(?<=\p{Lu}{2})\p{Lu}\p{Ll}{2,8}\.? \d")
_DAY = plain_pattern(r",?\s(?P<day>\d{1,2})(?:\.\s?(?P<month>\d{1,2})\.?)?\s*$")
_FIRST_WORD = plain_pattern(r"[^\s,«»]+")
_AGENCY_START = pattern(r"[\s\p{Pd}/]+")
_LETTERS_FIRST = pattern(r"(\p{Lu}{3,6})[ -](?=\p{Lu}\p{Ll})")
_IN_SLASHES = plain_pattern(r" /([^/]+)/$")
# "Ahmet KAYA/RİZE", "Ece AK-Ali CAN/RİZE": the family name in capitals could be a place elsewhere.
REPORTER = pattern(r"((?:\p{Lu}\p{Ll}+ \p{Lu}{2,}(?: ?[-,] ?)?)+) ?/ ?(?=\p{Lu})")
_SOURCE = pattern(r"[(\[](\p{Lu}[\p{L}\p{N} .&'’-]{1,60}(?:\(\p{Lu}{2,8}\))?)[)\]][\s–—-]+(?=\p{Lu})")
_SLASHES = str.maketrans("()", "//")
# What a bar between parts is read as, which is as long: "Reuters | Oslo |".
_BAR = ",  "


class Parts(NamedTuple):
    """What stands before a closing mark. Offsets are into the text that was read."""

    places: str
    end: int
    known: bool = False  # whether the places are in the tables
    date: DateMatch | None = None
    agencies: tuple[Agency, ...] = ()
    printed: str | None = None  # the agency as printed, known or not
    misspelt: bool = False
    bracketed: bool = False  # whether the agency stands in brackets
    byline: tuple[int, int] | None = None

    @property
    def is_bare_agency(self) -> bool:
        """Whether all there is is the name of an agency, without brackets ("AP - ...")."""
        return bool(self.agencies) and not self.places and self.date is None and not self.bracketed

    @property
    def is_capital(self) -> bool:
        """Whether the first city is in capitals; its region rarely is ("VIENNA, Va")."""
        return self.places.partition(",")[0].isupper()


@lru_cache(maxsize=512)
def read_parts(text: str) -> Parts | None:
    """All of a text read as places, date and agency, or None where something is left over.

    It is remembered, for a day's stories share their datelines.
    """
    text = text.rstrip().replace(" | ", _BAR)
    if _is_open(text):
        return _read_before_slash(text[:-1]) if text[-1:] == "/" else None
    return (_read_in_bracket(text) or _read_behind_source(text) if text[0] in "([" else None) or _read_all(text)


def _read_all(text: str) -> Parts | None:
    bracket = (read_bracket(text) if text[-1] in CLOSING_BRACKETS else None) or Bracket(len(text), None, ())
    dated = _take_date(text[: bracket.at], bracket, len(text))
    if dated is None:
        return None
    places, known = know_places(dated.places)
    is_bracketed = bracket.at < len(text)
    named = (dated.date, dated.agencies, dated.printed, bracket.misspelt, is_bracketed, bracket.byline)
    parts = Parts(places, dated.end, known, *named)
    if parts.printed is None:
        taken = _take_outlet(parts) or _take_first_agency(parts)
        parts = taken or (parts if known and not _may_end_in_agency(places) else _take_last_agency(parts, text))
    if parts.places and not parts.known and not _could_be_places(parts):
        return None
    return _with_local_agency(parts)


def _read_before_slash(text: str) -> Parts | None:
    """The parts that a slash closes behind their agency: "Baku. 12 March. REPORT.AZ/", "Shafaq News/"."""
    parts = None if _is_open(text) else _read_all(text)
    if parts is None or len(parts.printed or "") <= _LONGEST_ABBREVIATION:
        return None
    return parts._replace(bracketed=True)


def _read_in_bracket(text: str) -> Parts | None:
    """Known places and a day of some year that stand in one bracket: "(Chapel Hill, N.C.—Sept. 8, 2016)"."""
    parts = _read_all(" " + text[1:-1]) if DIGITS.are_in(text) and is_one_bracket(text) else None
    if parts is None or not parts.known or parts.printed is not None or parts.date is None or parts.date.date is None:
        return None
    return parts._replace(end=len(text), bracketed=True) if parts.date.date.date is not None else None


def _read_behind_source(text: str) -> Parts | None:
    """Known places behind the source in brackets: "(U-WIRE) ANN ARBOR, Mich.", "[AIM] Maputo"."""
    source = _SOURCE.match(text)
    if source is None:
        return None
    places = text[source.end() :].rstrip(SEPARATORS)
    if not is_place(places):
        return None
    agencies = _passed_on(source[1], home_of(places))
    return Parts(places, len(text), known=True, agencies=agencies, printed=source[1], bracketed=True)


def _passed_on(source: str, country: str | None) -> tuple[Agency, ...]:
    """The agencies of a source; behind a distributor one may have its letters: "MENAFN- Kuwait News Agency (KUNA)"."""
    names = [name.partition("(")[0].strip() for name in source.split("- ")]
    listed = [agency for name in names for agency in read_agencies(name, country=country)]
    return read_agencies(source, country=country) or tuple(reversed(listed))


def _is_open(text: str) -> bool:
    """Whether a bracket opens and does not close, or a slash closes that did not open, or there is nothing."""
    return text.count("(") > text.count(")") or text.find("/") == len(text) - 1


def _with_local_agency(parts: Parts) -> Parts:
    """The parts with the agency that goes by the printed name in the country of the place ("BAKU (APA)")."""
    if not parts.printed or not parts.places:
        return parts
    local = read_agencies(parts.printed, country=home_of(parts.places))
    return parts._replace(agencies=local or parts.agencies)


# -- the date --------------------------------------------------------------------------------------


class _Dated(NamedTuple):
    """The places before or behind a date, and the agency in brackets or behind it."""

    places: str
    date: DateMatch | None
    agencies: tuple[Agency, ...]
    printed: str | None
    end: int


def _take_date(head: str, bracket: Bracket, end: int) -> _Dated | None:
    """What stands before the bracket, its date and the rest; None where words are left behind the date."""
    agencies, printed = bracket.agencies, bracket.printed
    date = _read_date(head, agencies, printed) if _may_hold_date(head, printed) else None
    if date is None:
        return _Dated(_without_weekday(head.strip(SEPARATORS)), bracket.date, agencies, printed, end)
    before = head[: date.start].rstrip(SEPARATORS + "(")
    if not before:  # "(07-17) 13:09 PDT SACRAMENTO", "11 мая, Минск"
        return _Dated(head[date.end :].strip(SEPARATORS), date, agencies, printed, end)
    places = _without_preposition(before).strip(SEPARATORS)
    behind = head[date.end :].strip(SEPARATORS + ".)")
    if not behind or (agencies and _is_desk(behind)):
        return _Dated(places, date, agencies, printed, date.end if printed is None else end)
    agency = lookup(behind, country=home_of(places)) if printed is None and may_name_agency(behind) else None
    return _Dated(places, date, (agency,), behind, end) if agency is not None else None


def _may_hold_date(head: str, printed: str | None) -> bool:
    return DIGITS.are_in(head) or (printed is not None and not head.isascii())  # "आठ अगस्त"


def _without_weekday(places: str) -> str:
    """Known places without the weekday behind them, which dates nothing: "SHAH ALAM, Thurs."."""
    before, _, last = places.rpartition(", ")
    if weekday_word(last.rstrip(".")) is None or is_region(last):
        return places
    return before if is_place(before) else places


def _is_desk(text: str) -> bool:
    """Whether a word in small letters before an agency's bracket is the desk that passes it on: "ag (AFP)"."""
    return len(text) <= _LONGEST_DESK and text.isalpha() and text.islower()


def _read_date(head: str, agencies: tuple[Agency, ...], printed: str | None) -> DateMatch | None:
    """The date in ``head``; the agency's languages settle which of 12/05 is the day.

    ``printed`` is the agency's name, which several may have: the place tells them apart.
    """
    languages = tuple([code for code in agencies[0].languages if code != "en"]) if agencies else ()
    date = find_date(head, 0, len(head), languages=languages) or _glued_date(head)
    if date is None and printed:
        date = _day_alone(head)
        if date is not None and not (agencies or read_agencies(printed, country=home_of(head[: date.start]))):
            return None
    if date is not None and head[: date.start][-2:-1].isalpha():
        return _without_place(head, date)
    return date


def _glued_date(head: str) -> DateMatch | None:
    """The date that is glued to a place in capitals: "NEW YORKAug 30"."""
    month = _GLUED_MONTH.search(head)
    return match_date(head, month.start(), len(head)) if month is not None else None


def _day_alone(head: str) -> DateMatch | None:
    """The day that is all the date before an agency ("MADRID, 11 (EUROPA PRESS)"), or day and month ("12.3. (STT)")."""
    day = _DAY.search(head)
    month = int(day["month"]) if day is not None and day["month"] else None
    if day is None or not 1 <= int(day["day"]) <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return DateMatch(day.start("day"), len(head.rstrip()), WireDate(month=month, day=int(day["day"])), ())


def _without_place(head: str, date: DateMatch) -> DateMatch:
    """The date without a weekday that ends the name of a place: "LA PAZ, May 11" (Paz is Sunday in Turkish)."""
    word = _FIRST_WORD.match(head, date.start, date.end)
    if word is None or not is_place(head[: word.end()]):
        return date
    return date._replace(start=date.end - len(head[word.end() : date.end].lstrip(" ,")))


def _without_preposition(places: str) -> str:
    before, _, last = places.rpartition(" ")
    return before if last.casefold() in _words("before_date") else places


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(tables.load("datelines")[row])


# -- the places ------------------------------------------------------------------------------------


def know_places(places: str) -> tuple[str, bool]:
    """The places, without a full stop that is no part of them, and whether the tables know them; none has a number."""
    if DIGITS.are_in(places):
        return places, False
    if places.endswith(".") and "," not in places and is_place(places[:-1]):
        return places[:-1], True
    whole = _with_brackets(places)
    return places, is_place(whole) or all(map(is_place, whole.split("/")))


def _could_be_places(parts: Parts) -> bool:
    """Whether an agency or a date vouches for places that no table knows, and they look like some."""
    is_vouched = parts.printed is not None or parts.date is not None
    return is_vouched and _is_place_shape(parts.places) and not _is_behind_reporter(parts.places)


def _is_behind_reporter(places: str) -> bool:
    """Whether names stand before a known place and a slash: "Ece AK/RİZE"."""
    reporter = REPORTER.match(places) if "/" in places else None
    return reporter is not None and is_name(reporter[1]) and is_place(places[reporter.end() :])


def _is_place_shape(text: str) -> bool:
    """Whether names of places could be written like this: few words, capitalised but for particles.

    Capitals behind words in mixed case begin anew: "Por Ana Paz LISBOA" is a byline before a place.
    """
    if len(text) > _LONGEST_PLACES or not _PLACE_SHAPE.fullmatch(text) or _CAPITALS_BEHIND.search(text):
        return False
    return all(_is_name_shape(name.split()) for name in _between_places().split(text))


@cache
def _between_places() -> re.Pattern[str]:
    joins = "|".join(sorted(_words("joins")))
    return re.compile(rf"[,،/&()\[\]]|\s(?:{joins})\s")


def _is_name_shape(words: list[str]) -> bool:
    if len(words) > (_CASELESS_NAME_WORDS if is_caseless("".join(words)) else _NAME_WORDS):
        return False
    small = [word for word in words if word[0].islower() and word.strip(".,") not in _words("particles")]
    return all(is_region(word) or word in _words("region_words") for word in small)


def places_of(printed: str) -> tuple[Place, ...]:
    """The places, where slashes stand round a region too: "КРАСНОДАР /Краснодарский край/"."""
    if not printed.endswith("/"):
        return read_places(printed)
    places = read_places(_with_brackets(printed))
    return tuple([attrs.evolve(place, text=place.text.translate(_SLASHES)) for place in places])


def _with_brackets(places: str) -> str:
    return _IN_SLASHES.sub(r" (\1)", places) if places.endswith("/") else places


def home_of(places: str) -> str | None:
    """The country of the first place, which tells agencies of one name apart."""
    read = places_of(places)
    return read[0].country if read else None


# -- an agency or a newspaper without brackets --------------------------------------------------------------------


def _take_outlet(parts: Parts) -> Parts | None:
    """A known place, or nothing, without the newspaper's address: "JAKARTA, KOMPAS.com", "TEMPO.CO, Jakarta"."""
    first, comma, second = parts.places.partition(", ")
    if "." not in parts.places:
        return None
    if not comma:
        is_outlet = parts.date is None and is_address(first)
        return parts._replace(places="", known=True, printed=first) if is_outlet else None
    for outlet, place in ((first, second), (second, first)):
        if is_address(outlet) and is_place(place):
            agency = lookup(outlet)
            return parts._replace(places=place, known=True, agencies=(agency,) if agency else (), printed=outlet)
    return None


def _take_first_agency(parts: Parts) -> Parts | None:
    """A known place without the agency before it: "ANDINA, Lima, May 3", "APA - Bamako", "ACN Girona.-"."""
    text = parts.places
    if len(text) > LONGEST_LINE:
        return None
    sign = _sign_behind_agency(parts)
    name, _, place = text.rstrip(".").partition(sign)
    if not place:
        name, place = _apart(text)
    if not may_name_agency(name) or not is_place(place) or is_place(name):
        return None
    agency = lookup(name, country=home_of(place))
    if is_region(place):  # "PETRA, Jordan, May 3"
        return None
    if agency is None:  # "خبرگزاری فارس"
        agency, name = find_agency(name), name.partition(" ")[2]
    if agency is None or not is_house_spelling(agency, name):
        return None
    end = parts.end - (sign == " ")
    return parts._replace(places=place.lstrip(), known=True, agencies=(agency,), printed=name, end=end)


def _sign_behind_agency(parts: Parts) -> str:
    """What parts an agency from the place behind it: a comma only before a date, a blank where a full stop follows."""
    if _BAR in parts.places:
        return _BAR
    if " - " in parts.places:
        return " - "
    if parts.date is not None:
        return ", "
    return " " if parts.places.endswith(".") else " - "


def _apart(text: str) -> tuple[str, str]:
    """The letters of an agency and the place to which a hyphen or a blank joins them: "APA-Bamako (Mali)"."""
    joined = _LETTERS_FIRST.match(text)
    return (joined[1], text[joined.end() :]) if joined is not None else ("", "")


def _may_end_in_agency(places: str) -> bool:
    """Whether known places end with letters in capitals that are more than a region's: "Damascus, SANA"."""
    city, comma, last = places.rpartition(", " if "," in places else " / ")
    return bool(comma) and len(last) > 2 and last.isupper() and not city.isupper()


def _take_last_agency(parts: Parts, text: str) -> Parts:
    """Places without the agency that stands after them, or alone, without brackets ("SYDNEY AAP", "AP")."""
    if len(parts.places) > LONGEST_LINE or not ends_agency(parts.places):
        return parts
    for start in (0, *[m.end() for m in _AGENCY_START.finditer(parts.places)][-3:]):
        places, name = parts.places[:start].strip(SEPARATORS + "."), parts.places[start:].rstrip(".")
        agency = lookup(name)
        if agency is None or not is_house_spelling(agency, name) or (places and not is_place(places)):
            continue
        end = min(parts.end, len(text.rstrip(".")))
        return parts._replace(places=places, known=True, agencies=(agency,), printed=name, end=end)
    return parts
