"""The dateline grammar: where and when a story was filed, by whom, and where its lead begins.

A dateline is places, a date and agencies, in an order that agencies differ about, each of them
optional, closed by a dash, a bracket, a colon or the end of the line. The reader looks for what may
close one, reads all that stands before it, and accepts it only when every word is accounted for and
the evidence suffices: one part alone rarely does.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from ..article import Dateline, Defect, Field
from ..credit.byline import read_byline
from ..dates.find import DateMatch, match_date, may_begin_date
from ..dates.reference import settle
from ..text import tables
from ..text.language import guess_language
from ..text.layout import clean
from ..text.patterns import pattern
from .parts import (
    LONGEST_LINE,
    MARK,
    Parts,
    extend,
    find_unclosed_agency,
    is_caseless,
    is_one_bracket,
    past_closing,
    places_of,
    read_parts,
    stop_before,
)
from .reading import Reading
from .unspaced import read_compact_dateline

# No dateline seen is longer; nothing beyond is looked at.
REACH = 240
# A dateline on a line of its own, without agency, has few words: longer ones in capitals are headlines.
_LINE_WORDS = 6
_STOPPED_REACH = 40
# What is looked at of the story to tell its language.
_STORY_REACH = 400
# How much of the lead says whether it is one; a shorter paragraph without a dash is a heading.
_GLANCE = 24
# More words in lower case than this, and a sentence is what is being read.
_MOST_LOWER_WORDS = 5
_FEW_WORDS = 24
_ORNAMENTS = " *.•·…–—-_\u00a0\u3000"
_DASHES = frozenset("-_=:؛–—―")
# The rule of a dateline names its parts.
_RULES = {
    (place, date, agency): "dateline." + "-".join(["place"] * place + ["date"] * date + ["agency"] * agency)
    for place in (False, True)
    for date in (False, True)
    for agency in (False, True)
}
_COMPACT = pattern(r"[【〔［＜]|[(\[（<]?[\s\d０-９]*[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# No dateline is without a mark that closes it or parts it, unless it is the name of a place on its line.
_SIGN = pattern(r"[\d,،(\[（［【〔/:=_–—―-]")
# A line that is a dateline parts its places, or names a date or an agency.
_LINE_SIGN = pattern(r"[\d,،(\[/]|\s[-–—]\s|[\u0590-\u08ff]-")
# A lead begins with a capitalised word, a figure or a quotation, and no heading in capitals.
_SENTENCE = pattern(r"[\"“‘'`«„]*(?:\p{Lu}[^\s\p{Lu}]|\p{Lu}\s|\p{Lu}\.|\p{N}|\p{Lo})")
_DIGIT = pattern(r"\p{N}")
_WORD = pattern(r"\w+")
_NO_FIGURE = pattern(r"\P{N}*")
# How a lead ends that is a sentence, and no heading.
_LEAD_ENDS = frozenset(".!?…:;,)]\"'”’»」）】。।۔॥")
_HEADING_LENGTH = 80
_SMALL_WORD = 3
_STOPPED_SIGN = pattern(r"\d|\s[-–—]\s")


def read_dateline(source: str, start: int, end: int, *, reference: dt.date | None = None) -> Reading | None:
    """The dateline with which the paragraph or line ``source[start:end]`` begins."""
    reach = min(end, start + REACH)
    window = window_of(source, start, reach).lstrip(_ORNAMENTS)
    start, whole = reach - len(window), reach == end
    if _SIGN.search(window) is None:
        bare = whole and window.count(" ") < _LINE_WORDS and window.isupper()
        return _read_line(source, start, window, reference) if bare else None
    first = window[0]
    if not (first.isascii() and first.isalpha()) and _COMPACT.match(window):
        compact = read_compact_dateline(source, start, end, reference=reference)
        if compact is not None:
            return compact
    for mark in MARK.finditer(window):
        stop = stop_before(window, mark)
        if stop is None or window.startswith(",", stop) or (whole and stop == mark.end() == len(window)):
            continue
        if stop > _FEW_WORDS and _lower_words(window[:stop]) > _MOST_LOWER_WORDS:
            return None
        parts = read_parts(window[:stop])
        if parts is None:
            continue
        after = past_closing(window, mark.end())
        dashed = not _DASHES.isdisjoint(window[mark.start() : after])
        if not _is_convincing(parts, dashed, window[after : after + _GLANCE]):
            continue
        if parts.date is not None or not _is_other(window, parts, after, whole):
            parts, after = extend(window, parts, after)
            reading = finish(source, start, window, parts, after, reference)
            return reading._replace(doubtful=True) if _is_bare(parts) else reading
    stopped = _read_stopped(window)
    if stopped is not None:
        return finish(source, start, window, *stopped, reference)
    return _read_line(source, start, window, reference) if whole else None


def _read_stopped(window: str) -> tuple[Parts, int] | None:
    """A dateline that only a full stop closes, sure because all its parts are there ("КИЕВ. 30 апреля. УНН. ...")."""
    if not _STOPPED_SIGN.search(window, 0, _STOPPED_REACH):
        return None
    stop = 0
    while (stop := window.find(". ", stop + 1, _STOPPED_REACH * 2)) > 0:
        parts = read_parts(window[:stop])
        if parts is None or not parts.agencies or (parts.date is None and not parts.places):
            continue
        if not parts.places or parts.known:
            return parts, stop + 2
    return _read_unclosed(window)


def _read_unclosed(window: str) -> tuple[Parts, int] | None:
    """A dateline with all its parts that nothing closes ("Баку, 11 мая, АЗЕРТАДЖ Министр ...")."""
    stop = find_unclosed_agency(window, 0, _STOPPED_REACH * 2)
    parts = read_parts(window[:stop]) if stop > 0 else None
    return (parts, stop + 1) if parts is not None and parts.agencies and parts.date and parts.known else None


def _read_line(source: str, start: int, window: str, reference: dt.date | None) -> Reading | None:
    """A dateline that has the whole line; doubtful, unless an agency or a full date speaks for it."""
    if len(window) > LONGEST_LINE or is_one_bracket(window):
        return None
    if not window.isupper() and not _LINE_SIGN.search(window):
        return None
    parts = read_parts(window)
    if parts is None or not _is_convincing_line(parts):
        return None
    if parts.places.casefold() in date_words():  # there is a city of Date, in Japan
        return None
    reading = finish(source, start, window, parts, len(window), reference)
    date = reading.dateline.date
    firm = parts.agencies or (date is not None and date.date is not None)
    return reading if firm else reading._replace(doubtful=True)


def read_date_line(source: str, start: int, end: int, reference: dt.date | None) -> Dateline | None:
    """A date on a line of its own ("date 2025-04-18"), which is a dateline without places."""
    if not _DIGIT.search(source, start, end):
        return None
    word, _, _ = source[start:end].partition(" ")
    at = start
    if word.rstrip(":").casefold() in date_words():
        at = end - len(source[start + len(word) : end].lstrip())
    elif not may_begin_date(word):
        return None
    match = match_date(source, at, end)
    if match is None or match.date is None or match.end < start + len(source[start:end].rstrip(" .,")):
        return None
    match = read_in_language(source, match, source, end)
    if match.date is None or match.date.month is None or match.date.day is None:
        return None
    date = settle(match.date, reference) if reference is not None else match.date
    return Dateline(start, end, clean(source, start, end), "dateline.date-line", date=date)


def date_field(line: Dateline) -> Field:
    """A date line of a story that has a dateline besides."""
    return Field(line.start, line.end, line.text, "field.date-line", "date", line.text, line.date)


@cache
def date_words() -> frozenset[str]:
    """The words that stand before a date on a line of its own ("date 2025-04-18"), in lower case."""
    return frozenset(tables.load("head")["date_words"])


def _is_convincing(parts: Parts, dashed: bool, lead: str) -> bool:
    """Whether the parts make a dateline before ``lead``, ``dashed`` telling that a dash or colon closes it."""
    places, known, date, agencies, bracket = parts[:5]
    sentence = bool(lead) and not lead[0].islower()
    if agencies and not places and date is None:
        return (
            len(lead) == _GLANCE
            and sentence
            and (dashed or not _is_bare(parts))
            and not _is_picture_credit(bracket or "")
        )
    if agencies:
        return dashed or (sentence and (date is not None or _is_capital(places) or known))
    if not places or not dashed:
        return False
    if date is not None:
        return _is_capital(places) or (known and date.start > 0)
    if not _SENTENCE.match(lead):
        return False
    return _is_capital(places) and known


def _is_other(window: str, parts: Parts, after: int, whole: bool) -> bool:
    """Whether places or an agency without a date before a dash are no dateline after all.

    They are a heading when no sentence follows, an explanation when the lead spells the agency's letters out
    ("AFP - Australian Federal Police"), a speaker when the place is unknown and a colon follows ("SMITH (AP): Sir").
    """
    name = parts.bracket or ""
    if " " in name and _is_picture_credit(name):
        return True
    if parts.places and parts.agencies:
        return not parts.known and _is_speaker(window, parts)
    if parts.bracketed and parts.agencies:
        return False
    if whole and len(window) < _HEADING_LENGTH and window.rstrip()[-1:] not in _LEAD_ENDS:
        return True
    if parts.agencies:
        return is_caseless(window[0]) or _spells_out(window[: parts.end], window[after:])
    return parts.bracketed and _is_no_agency(name)


def _is_speaker(window: str, parts: Parts) -> bool:
    return window.startswith(":", parts.end) or len(parts.places) == 1


def _is_no_agency(name: str) -> bool:
    """Whether what stands in brackets behind a place cannot be the agency that no table knows: "(1984)", "(vinho)"."""
    return bool(name) and (name[0].islower() or not _NO_FIGURE.fullmatch(name))


def _spells_out(letters: str, lead: str) -> bool:
    """Whether the first words of a lead begin with these letters, small words apart; two letters prove nothing."""
    initials = "".join([word[0] for word in lead[: _GLANCE * 4].split() if len(word) > _SMALL_WORD or word.isupper()])
    return len(letters) > 2 and letters.isupper() and initials.startswith(letters)


def _is_bare(parts: Parts) -> bool:
    """Whether all there is is the name of an agency, without brackets ("AP - ...")."""
    return bool(parts.agencies) and not parts.places and parts.date is None and not parts.bracketed


def _is_picture_credit(text: str) -> bool:
    return not set(_WORD.findall(text.casefold())).isdisjoint(tables.load("head")["picture_words"])


def _is_convincing_line(parts: Parts) -> bool:
    """Whether the parts make a dateline that has a line of its own."""
    places, known, date, agencies, bracket = parts[:5]
    if not places or (bracket is not None and not agencies):
        return False
    if agencies:
        return bracket is not None and (date is not None or known) and not _is_picture_credit(places)
    if date is None or date.date is None or date.date.year is None:
        return _is_capital(places) and known and len(places.split()) <= _LINE_WORDS
    return known or (_is_capital(places) and len(places.split()) <= _LINE_WORDS)


def _is_capital(places: str) -> bool:
    """Whether the first city is in capitals; its region rarely is ("VIENNA, Va")."""
    return places.partition(",")[0].isupper()


def finish(source: str, start: int, window: str, parts: Parts, after: int, reference: dt.date | None) -> Reading:
    """The parts as values; the window begins at ``start`` and goes on ``after`` the closing mark."""
    match, agencies = parts.date, parts.agencies
    if match is not None:
        spoken = agencies[0].languages if agencies else ()
        match = read_in_language(window, match, source, start + after, spoken)
    date = match.date if match is not None else None
    if date is not None and date.isoformat() == "":  # 12/05: which is the month?
        date = None
    if date is not None and reference is not None:
        date = settle(date, reference)
    last = start + parts.end
    dateline = Dateline(
        start,
        last,
        clean(source, start, last),
        _RULES[bool(parts.places), match is not None, bool(agencies)],
        places=places_of(parts.places) if parts.places else (),
        date=date,
        agencies=agencies,
    )
    byline = None
    if parts.byline is not None:
        name, end = parts.byline
        byline = read_byline(window[name:end], start + name, "dateline.reporter")
    return Reading(dateline, start + after, _defects(start, window, parts), byline)


def read_in_language(text: str, match: DateMatch, source: str, after: int, spoken: tuple[str, ...] = ()) -> DateMatch:
    """The date of ``text``, what is ambiguous about it settled by the language of the story that follows it."""
    if match.date is None or not match.date.ambiguous:
        return match
    language = guess_language(source[after : after + _STORY_REACH], spoken)
    settled = match_date(text, match.start, match.end, languages=(language,)) if language is not None else None
    return settled if settled is not None and settled.end == match.end else match


def _defects(start: int, window: str, parts: Parts) -> tuple[Defect, ...]:
    match, agencies, printed = parts.date, parts.agencies, parts.bracket
    defects: tuple[Defect, ...] = ()
    if match is not None and match.date is None:
        message = f"there is no such date as {window[match.start : match.end]!r}"
        defects = (Defect("date-invalid", message, start + match.start, start + match.end),)
    if printed and (parts.misspelt or not agencies):
        at = start + window.rfind(printed, 0, parts.end)
        told = ("agency-unknown", f"no agency is known as {printed!r}")
        if agencies:
            told = ("agency-misspelt", f"{printed!r} read as {agencies[0].short!r}")
        defects += (Defect(*told, at, at + len(printed)),)
    return defects


def window_of(source: str, start: int, end: int) -> str:
    """The text with its line ends turned into blanks; offsets stay."""
    return source[start:end].replace("\n", " ").replace("\t", " ")


def _lower_words(text: str) -> int:
    return sum([word[0].islower() for word in text.split()])
