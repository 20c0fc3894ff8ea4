"""The dateline grammar: where and when a story was filed, by whom, and where its lead begins.

A dateline is places, a date and agencies, in an order that agencies differ about, each of them
optional, closed by a dash, a bracket, a colon or the end of the line. The reader looks for what may
close one, reads all that stands before it, and accepts it only when every word is accounted for and
the evidence suffices (:mod:`~wirenews.dateline.evidence`).
"""

import datetime as dt
from typing import NamedTuple

from ..agencies import ends_agency, may_name_agency
from ..agencies.names import first_and_last_words
from ..article import Dateline, Defect
from ..credit.byline import read_byline
from ..dates.calendar import words as words_of_dates
from ..dates.find import may_begin_date
from ..dates.other_calendars import find_other_date
from ..dates.reference import settle
from ..places.lookup import is_place
from ..text.layout import clean
from ..text.patterns import Signs, pattern, plain_pattern
from ..text.rules import Rule
from ..wire_date import WireDate
from . import markup
from .behind import extend, find_home_agency, find_unclosed_agency
from .candidate import Candidate
from .date_line import date_words, read_in_language
from .evidence import LINE_WORDS, find_evidence, find_line_evidence
from .marks import (
    CLOSING_BRACKETS,
    CLOSING_MARK,
    CLOSING_SIGNS,
    DIGITS,
    SEPARATORS,
    is_one_bracket,
    past_closing,
    stop_before,
)
from .parts import LONGEST_LINE, Parts, home_of, know_places, places_of, read_parts
from .prose import is_prose
from .reading import Reading
from .unspaced import read_unspaced_dateline

# No dateline seen is longer; nothing beyond is looked at.
REACH = 240
_STOPPED_REACH = 40
_STOP = plain_pattern(r"[.।] ")
_SHORTEST_CAPITALS = 3
# More words in lower case than this, and a sentence is what is being read.
_MOST_LOWER_WORDS = 5
# A place in small letters on its line is the name of one city.
LONGEST_NAME = 32
_GLANCE = 48
# How far before the end of a line the hour of its date stands: "10:30 a.m. GMT".
_CLOCK_REACH = 16
_ORNAMENTS = " *.•·…–—-_"
_UNSPACED = pattern(r"[【〔［＜]|[(\[（<]?[\s\d０-９]*[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# No dateline is without a mark that closes it or parts it, unless it is the name of a place on its line.
_SIGNS = Signs(plain_pattern(r"[\d,،(\[（［【〔/:|=_–—―-]"), b"0123456789,([/:|=_-")
# A line that is a dateline parts its places, or names a date or an agency.
_LINE_SIGN = plain_pattern(r"[\d,،(\[/]|\s[-–—]\s|[\u0590-\u08ff]-")
# No place, date or agency is written with one of these.
_NO_LINE_SIGNS = Signs(plain_pattern(r"[<>$%?!;|\"“”]"), b'<>$%?!;|"')
_STOPPED_SIGN = plain_pattern(r"\d|[-–—]\s|/")

RULES = (
    Rule(
        "dateline.stopped",
        "places or date, and an agency, that only full stops close, sure because all of it is known",
        "КИЕВ. 30 апреля. УНН. Дождь шёл весь день и всю ночь.",
    ),
    Rule(
        "dateline.stopped-opening",
        "known places, a comma and a day before a full stop and the first paragraph of a story, which reads as prose",
        "Lima, mar. 12. El puerto abrió el martes tras dos días de cierre por el viento, dijo la autoridad portuaria.",
    ),
    Rule(
        "dateline.unclosed",
        "known places, a date and an agency that nothing closes, in a script that saves its capitals for names",
        "Баку, 11 мая, АЗЕРТАДЖ Министр открыл мост через реку.",
    ),
)


def read_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """The dateline with which the paragraph or line ``source[start:end]`` begins."""
    window = window_of(source, start, min(end, start + REACH))
    if not markup.may_have_markup(window):
        return _read_window(source, start, end, window, reference)
    reading = _read_window(source, start, end, markup.blanked(window), reference)
    return markup.with_markup(reading, source, start) if reading is not None else None


def _read_window(source: str, start: int, end: int, window: str, reference: dt.date | None) -> Reading | None:
    reach = start + len(window)
    window = window.lstrip(_ORNAMENTS)
    start = reach - len(window)
    first = window[:1]
    if not (first.isascii() and first.isalpha()) and _UNSPACED.match(window):
        unspaced = read_unspaced_dateline(source, start, end, reference=reference)
        if unspaced is not None:
            return unspaced
    page = Page(source, start, window, reference)
    if CLOSING_SIGNS.are_in(window):
        marked = _read_marked(page) if _may_be_marked(window) else None
    elif _SIGNS.are_in(window):
        marked = None
    else:
        return _read_line(page) if window.isupper() and window.count(" ") < LINE_WORDS else None
    if marked is not None and not marked.is_opening:
        return marked
    return _read_stopped(page) or marked or (_read_line(page) if reach == end else None)


def read_place_line(source: str, start: int, end: int) -> Reading | None:
    """The dateline that a city alone in small letters is, which has the line: for where one is expected."""
    window = window_of(source, start, end)
    return _read_line(Page(source, start, window, None)) if is_place(window) else None


class Page(NamedTuple):
    """The first characters of a paragraph on one line, where they begin in the source, and the story's day."""

    source: str
    start: int
    window: str
    reference: dt.date | None


def window_of(source: str, start: int, end: int) -> str:
    """The text with its line ends turned into blanks; offsets stay."""
    return source[start:end].replace("\n", " ").replace("\t", " ")


def _read_marked(page: Page) -> Reading | None:
    """A dateline that a mark closes before the lead; a weak one only where no better one goes on behind it."""
    window = page.window
    weak: Reading | None = None
    for mark in CLOSING_MARK.finditer(window):
        stop = stop_before(window, mark)
        if stop is None or window.startswith(",", stop) or stop == mark.end() == len(window):
            continue
        if _lower_words(window[:stop]) > _MOST_LOWER_WORDS:
            return weak
        parts = read_parts(window[:stop])
        if parts is None:
            continue
        candidate = Candidate(window, parts, mark.start(), past_closing(window, mark.end()))
        evidence = find_evidence(candidate)
        if evidence is not None:
            if evidence.is_opening:
                weak = finish(page, parts, candidate.after, evidence.rule, is_opening=True)
                continue
            parts, after = extend(window, parts, candidate.after)
            return finish(page, parts, after, evidence.rule, is_doubtful=parts.is_bare_agency)
    return weak


def _may_be_marked(window: str) -> bool:
    """Whether a sign that may close a dateline stands in a text not behind more small words than one has."""
    opening = window[:_GLANCE]
    return CLOSING_SIGNS.are_in(opening) or _lower_words(opening) <= _MOST_LOWER_WORDS


def _lower_words(text: str) -> int:
    return sum([word[0].islower() for word in text.split()])


def _read_stopped(page: Page) -> Reading | None:
    """A dateline that only a full stop closes, sure because all its parts are there ("КИЕВ. 30 апреля. УНН. ...")."""
    window = page.window
    opening = window[:_STOPPED_REACH]
    if not _may_be_stopped(opening):
        return None
    for end in _STOP.finditer(window, 1, _STOPPED_REACH * 2):
        stop = end.start()
        text = window[:stop]
        parts = read_parts(text) if _may_hold_agency(text) or _may_be_place_and_day(text) else None
        if parts is None:
            continue
        if _is_sure_of_all(parts):
            return finish(page, parts, stop + 2, "dateline.stopped")
        if _opens_story(parts, window, stop):
            return finish(page, parts, stop + 2, "dateline.stopped-opening", is_opening=True)
    return _read_unclosed(page)


def _is_sure_of_all(parts: Parts) -> bool:
    """Whether an agency stands beside known places, or beside a date alone."""
    return bool(parts.agencies) and (parts.known if parts.places else parts.date is not None)


def _opens_story(parts: Parts, window: str, stop: int) -> bool:
    """Whether known places, a comma and a day stand before the full stop and prose behind it."""
    if parts.printed is not None or not parts.known or parts.date is None or parts.date.date is None:
        return False
    has_comma = window.startswith(",", len(parts.places)) and parts.date.date.day is not None
    return has_comma and is_prose(Candidate(window, parts, stop, stop + 2))


def _may_hold_agency(text: str) -> bool:
    """Whether one of the words is one that names of agencies end with, or stands beside a slash."""
    if not text.isascii() or "/" in text:
        return True
    lasts = first_and_last_words()[1]
    return not lasts.isdisjoint([word.strip(".,:;-").replace(".", "") for word in text.lower().split()])


def _may_be_place_and_day(text: str) -> bool:
    place, _, day = text.partition(",")
    return DIGITS.are_in(day) and is_place(place)


def _may_be_stopped(opening: str) -> bool:
    """Whether a date, a dash or a word in capitals stands before the full stop of a dateline."""
    if _STOPPED_SIGN.search(opening):
        return True
    place = opening[: opening.find(". ")]
    return len(place) > _SHORTEST_CAPITALS and place.isupper()


def _read_unclosed(page: Page) -> Reading | None:
    """A dateline with all its parts that nothing closes ("Баку, 11 мая, АЗЕРТАДЖ Министр ...").

    In Latin and Arabic letters the agency must be at home where it files: "Baku, May 11, AZERTAC The minister ...".
    """
    for find in (find_unclosed_agency, find_home_agency):
        stop = find(page.window, 0, _STOPPED_REACH * 2)
        parts = read_parts(page.window[:stop]) if stop > 0 else None
        if parts is None or not parts.agencies or not parts.known:
            continue
        is_at_home = find is find_home_agency and parts.agencies[0].country == home_of(parts.places)
        if is_at_home or (find is find_unclosed_agency and parts.date is not None):
            return finish(page, parts, stop + 1, "dateline.unclosed")
    return None


def _could_be_line(window: str) -> bool:
    """Whether a line could be a dateline by its signs."""
    if _NO_LINE_SIGNS.are_in(window):
        return False
    return (
        window.isupper() or _LINE_SIGN.search(window) is not None or window.endswith(":") or not _SIGNS.are_in(window)
    )


def _may_be_line(window: str) -> bool:
    """Whether a line ends with a bracket, an agency or a date, begins with a date, or is a place: few headlines do."""
    if not window.isascii() or window[-1] in CLOSING_BRACKETS or ends_agency(window):
        return True
    first, last = window[: window.find(" ")], window[window.rfind(" ") + 1 :]
    if may_begin_date(first) or may_begin_date(last) or may_name_agency(window.partition(" - ")[0]):
        return True
    if DIGITS.are_in(window[-_CLOCK_REACH:]) and _may_hold_date(window):
        return True
    return window.count(" ") < LINE_WORDS and know_places(window.strip(SEPARATORS))[1]


def _may_hold_date(line: str) -> bool:
    """Whether a line with figures holds the name of a month, or a word with figures that is no plain number."""
    words = line.lower().split()
    if not words_of_dates().months.keys().isdisjoint([word.strip(",.;:()") for word in words]):
        return True
    numbers = [word.strip(",;:()").replace(",", "").replace(".", "", 1) for word in words if DIGITS.are_in(word)]
    return not "".join(numbers).isdecimal()


def _read_line(page: Page) -> Reading | None:
    """A dateline that has the whole line; doubtful, unless an agency or a full date speaks for it."""
    window = page.window
    if len(window) > LONGEST_LINE or is_one_bracket(window) or not _could_be_line(window) or not _may_be_line(window):
        return None
    parts = read_parts(window.rstrip(" :"))
    if parts is None or any(map(str.isalnum, window[parts.end :])):
        return None
    if parts.places.casefold() in date_words():  # there is a city of Date, in Japan
        return None
    evidence = find_line_evidence(parts, window)
    if evidence is None:
        return None
    date = _date_of(page, parts, len(window))
    is_doubtful = not parts.agencies and (date is None or date.date is None)
    is_opening = evidence.is_opening
    return finish(page, parts, len(window), evidence.rule, is_doubtful=is_doubtful, is_opening=is_opening)


def finish(
    page: Page, parts: Parts, after: int, rule: str, *, is_doubtful: bool = False, is_opening: bool = False
) -> Reading:
    """The parts as values; the lead begins in the window at ``after``."""
    start, end = page.start, page.start + parts.end
    dateline = Dateline(
        start,
        end,
        clean(page.window, 0, parts.end),
        rule,
        places=places_of(parts.places) if parts.places else (),
        date=_date_of(page, parts, after),
        agencies=parts.agencies,
    )
    byline = None
    if parts.byline is not None:
        name, stop = parts.byline
        byline = read_byline(page.window[name:stop], start + name, "dateline.reporter")
    return Reading(dateline, start + after, _defects(page, parts), byline, is_doubtful, is_opening)


def _date_of(page: Page, parts: Parts, after: int) -> WireDate | None:
    """The date that the parts hold, with what the story's language and day settle."""
    if parts.date is None:
        return None
    spoken = parts.agencies[0].languages if parts.agencies else ()
    date = read_in_language(page.window, parts.date, page.source, page.start + after, spoken).date
    if date is None or (date.year, date.month, date.day) == (None, None, None):  # 12/05: which is the month?
        return None
    return date if page.reference is None else settle(date, page.reference)


def _defects(page: Page, parts: Parts) -> tuple[Defect, ...]:
    window, start = page.window, page.start
    defects: tuple[Defect, ...] = ()
    date, printed = parts.date, parts.printed
    if date is not None and date.date is None:
        defects = (_date_defect(window[date.start : date.end], start + date.start),)
    if printed and (parts.misspelt or not parts.agencies):
        at = start + window.rfind(printed, 0, parts.end)
        if parts.agencies:
            told = Defect("agency-misspelt", f"{printed!r} read as {parts.agencies[0].short!r}", at, at + len(printed))
        else:
            told = Defect("agency-unknown", f"no agency is known as {printed!r}", at, at + len(printed))
        defects += (told,)
    return defects


def _date_defect(said: str, start: int) -> Defect:
    """What is wrong with a date: no calendar has it, or it is of one that is not reckoned."""
    if find_other_date(said, 0, len(said)) is not None:
        return Defect("calendar-unread", f"{said!r} is a date of another calendar", start, start + len(said))
    return Defect("date-invalid", f"there is no such date as {said!r}", start, start + len(said))
