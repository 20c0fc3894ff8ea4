"""What stands between the brackets that close a dateline: an agency, rarely with a date or the reporter."""

from typing import NamedTuple

from ..agencies import is_house_spelling, lookup, nearly, read_agencies
from ..article import Agency
from ..dates.find import DateMatch, find_date
from ..people.lists import is_name
from ..places.lookup import is_region, regions_of
from ..places.read import read_places
from ..text import tables
from ..text.patterns import plain_pattern
from ..wire_date import WireDate
from .marks import CLOSING_BRACKETS, DIGITS, SEPARATORS

# "PA" is Pennsylvania behind a city of the United States, "UP" Uttar Pradesh behind one of India.
_LONGEST_CODE = 2
# The running number, day and hour of a release: "(pte001/12.03.2020/06:00)".
_RELEASE = plain_pattern(r"([a-z]{2,12})\d{1,5}/(\d{1,2}\.\d{1,2}\.\d{4})/\d\d:\d\d")
_DAY_AND_MONTH = plain_pattern(r"(?<=\w\s)(\d{1,2})[/.](\d{1,2})\.?$")
_MOST_DAYS, _MOST_MONTHS = 31, 12
_WORD = plain_pattern(r"[^\s,«»]+")


class Bracket(NamedTuple):
    """The agencies of a bracket that opens at ``at``; offsets are into the text that was read."""

    at: int
    printed: str | None
    agencies: tuple[Agency, ...]
    misspelt: bool = False
    date: DateMatch | None = None
    byline: tuple[int, int] | None = None


def read_bracket(text: str) -> Bracket | None:
    """The bracket that ends ``text``; None where it holds the region of the place before it."""
    at = text.rfind(CLOSING_BRACKETS[text[-1]], 0, -1)
    if at < 0:  # "WASHINGTON Reuters) -"
        head, _, name = text[:-1].rpartition(" ")
        return Bracket(len(head), name, read_agencies(name))
    content = text[at + 1 : -1].strip(SEPARATORS)
    if len(content) <= _LONGEST_CODE:
        before = read_places(text[:at])
        home = before[0].country if before else None
        if home is not None and any(country == home for _, country in regions_of(content)):
            return None
        local = read_agencies(content, country=home)
        if local:
            return Bracket(at, content, local)
    return _named(text, at, content)


def _named(text: str, at: int, content: str) -> Bracket | None:
    """The bracket of an agency, of an agency with a date or a reporter beside it, or of whatever else is no region."""
    if not content:
        return Bracket(at, content, ())
    agencies = read_agencies(content)
    if agencies and (not DIGITS.are_in(content) or lookup(content) is not None):
        return Bracket(at, content, agencies)
    if is_region(content):
        return None
    near = nearly(content)
    if near is not None:
        return Bracket(at, content, (near,), misspelt=True)
    return _read_dated(text, at) or _read_correspondent(text, at) or Bracket(at, content, ())


def _read_dated(text: str, at: int) -> Bracket | None:
    """An agency with a date behind it, or a date alone: "(TTXVN 10/10/2022)", "SUVA, Fiji (Nov. 6, 2002)"."""
    release = _RELEASE.fullmatch(text, at + 1, len(text) - 1)
    if release is not None:
        return Bracket(at, release[1], read_agencies(release[1]), date=find_date(text, *release.span(2)))
    date = find_date(text, at + 1, len(text) - 1) or _day_and_month(text, at)
    if date is None:
        return None
    name = text[at + 1 : date.start].strip(SEPARATORS)
    if not name:
        is_day = date.date is not None and date.date.day is not None
        return Bracket(at, None, (), date=date) if is_day and date.end >= len(text) - 2 else None
    agency = lookup(name)
    return Bracket(at, name, (agency,), date=date) if agency is not None else None


def _day_and_month(text: str, at: int) -> DateMatch | None:
    """The day and the month in figures with which a bracket ends: "(TTXVN 12/3)"."""
    day = _DAY_AND_MONTH.search(text, at + 1, len(text) - 1)
    if day is None or not (1 <= int(day[1]) <= _MOST_DAYS and 1 <= int(day[2]) <= _MOST_MONTHS):
        return None
    return DateMatch(*day.span(), WireDate(month=int(day[2]), day=int(day[1])), ())


def _read_correspondent(text: str, at: int) -> Bracket | None:
    """An agency between a reporter's short title and name: "/Корр. ТАСС Олег Зимин/"."""
    first, last = at + 1, len(text) - 1
    words = [word.span() for word in _WORD.finditer(text, first, last)]
    if text[first:last].partition(":")[0].casefold() in tables.load("datelines")["picture_words"]:
        return None
    for number, (start, _) in enumerate(words[:2]):
        for _, end in words[number : number + 3]:
            agency = lookup(text[start:end])
            rest = text[end:last].strip(SEPARATORS)
            if agency is not None and is_house_spelling(agency, text[start:end]) and (not rest or is_name(rest)):
                name = text.find(rest, end, last)
                return Bracket(at, text[start:end], (agency,), byline=(name, name + len(rest)) if rest else None)
    return None
