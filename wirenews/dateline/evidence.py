"""What makes a dateline: a table of the parts that are there, the signs that they need, and what forbids them.

One part alone rarely suffices. The parts of a candidate choose the row (:func:`find_evidence`); all signs of the row
must hold, and none of those in ``unless``. The name of the row is the ``rule`` of the dateline.
"""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.patterns import pattern
from ..text.rules import Evidence, listed
from .candidate import GLANCE, Candidate
from .marks import begins_sentence, is_caseless
from .parts import Parts, places_of
from .prose import defines_place, is_apposition, is_entry, is_prose, is_route, is_speech

# A shorter paragraph without a dash is a heading.
_HEADING_LENGTH = 80
_SMALL_WORD = 3
# A dateline on a line of its own, without agency, has few words: longer ones in capitals are headlines.
LINE_WORDS = 6
_DASHES = frozenset("-_=:؛|–—―")
# A lead begins with a capitalised word, a figure or a quotation, and no heading in capitals.
_BEFORE_SENTENCE = "\"“‘'`«„"
# How a lead ends that is a sentence, and no heading.
_LEAD_ENDS = frozenset(".!?…:;,)]\"'”’»」】）。।۔॥")
_WORD = pattern(r"\w+")
_BEYOND_LATIN = "\u0250"
# Many channels that report day and night have the hours of a day in their names: "(Kurdistan24)".
_UNKNOWN_AGENCY = pattern(r"\P{N}*(?:(?<=\p{L}{4} ?)24)?")


# -- the signs -------------------------------------------------------------------------------------


def _is_dashed(candidate: Candidate) -> bool:
    """A dash, a colon or an underscore closes it."""
    return not _DASHES.isdisjoint(candidate.window[candidate.at : candidate.after])


def _is_dashed_or_in_bracket(candidate: Candidate) -> bool:
    """A dash closes it, or all of it stands in one bracket before what does not begin in lower case."""
    return _is_dashed(candidate) or (_is_in_bracket(candidate) and _begins_lead(candidate))


def _is_in_bracket(candidate: Candidate) -> bool:
    return candidate.parts.bracketed and candidate.window[0] in "(["


def _begins_lead(candidate: Candidate) -> bool:
    """What follows does not begin in lower case."""
    lead = candidate.lead
    return bool(lead) and not lead[0].islower()


def _begins_long_lead(candidate: Candidate) -> bool:
    return len(candidate.lead) == GLANCE and _begins_lead(candidate)


def _begins_sentence(candidate: Candidate) -> bool:
    """What follows begins as a sentence does, and not as a heading in capitals."""
    lead = candidate.lead.lstrip(_BEFORE_SENTENCE)
    return len(lead) > 1 and not lead[1].isupper() if lead[:1].isupper() else begins_sentence(lead)


def _is_dashed_or_begins_lead(candidate: Candidate) -> bool:
    return _is_dashed(candidate) or _begins_lead(candidate)


def _is_dashed_or_sure_place(candidate: Candidate) -> bool:
    """A dash closes it; without one the places are known, or in capitals and before a sentence."""
    if _is_dashed(candidate) or (candidate.parts.known and _begins_lead(candidate)):
        return True
    return candidate.parts.is_capital and _begins_sentence(candidate) and not _is_heading(candidate)


def _is_long_dash(candidate: Candidate) -> bool:
    """Two hyphens close it or, in Latin letters, a long dash: elsewhere that stands for "is"."""
    if candidate.window.startswith("--", candidate.at):
        return True
    return candidate.window.startswith(("–", "—"), candidate.at) and candidate.window[0] < _BEYOND_LATIN


def _is_capital(candidate: Candidate) -> bool:
    """The first city is in capitals."""
    return candidate.parts.is_capital


def _is_known(candidate: Candidate) -> bool:
    """The tables know the places."""
    return candidate.parts.known


def _is_capital_or_known_first(candidate: Candidate) -> bool:
    """The city is in capitals, or known and first of all."""
    if candidate.parts.is_capital or not candidate.parts.known:
        return candidate.parts.is_capital
    return candidate.window.startswith(candidate.parts.places) or _is_in_bracket(candidate)


def _is_few_words(candidate: Candidate) -> bool:
    return len(candidate.parts.places.split()) <= LINE_WORDS


def _is_one_city(candidate: Candidate) -> bool:
    """All there is is one place, and no list of them."""
    return ":" not in candidate.parts.places and len(places_of(candidate.parts.places)) == 1


def _is_known_or_short(candidate: Candidate) -> bool:
    return candidate.parts.known or (_is_capital(candidate) and _is_few_words(candidate))


def _is_bracketed(candidate: Candidate) -> bool:
    return candidate.parts.printed is not None


def _is_dated_or_known(candidate: Candidate) -> bool:
    return candidate.parts.date is not None or candidate.parts.known


# -- what forbids a dateline -----------------------------------------------------------------------


def _credits_picture(candidate: Candidate) -> bool:
    """The bracket credits a photo: "(AP Photo)"."""
    return _has_picture_word(candidate.parts.printed or "")


def _is_picture_line(candidate: Candidate) -> bool:
    """What stands before the agency is a word for a photo: "File photo (AP)"."""
    return _has_picture_word(candidate.parts.places)


def _has_picture_word(text: str) -> bool:
    words = text.casefold()
    return words in _picture_words() if words.isalpha() else not _picture_words().isdisjoint(_WORD.findall(words))


@cache
def _picture_words() -> frozenset[str]:
    return frozenset(tables.load("datelines")["picture_words"])


def _is_speaker(candidate: Candidate) -> bool:
    """A word that is no known place, and perhaps a colon: "SMITH (AP): Sir"."""
    parts = candidate.parts
    return not parts.known and (candidate.window.startswith(":", parts.end) or len(parts.places) == 1)


def _is_heading(candidate: Candidate) -> bool:
    """No sentence follows, and little at all."""
    return len(candidate.window) < _HEADING_LENGTH and candidate.window.rstrip()[-1:] not in _LEAD_ENDS


def _is_part_of_sentence(candidate: Candidate) -> bool:
    """An unknown name before what goes on in small letters: "PARIS SAINT-GERMAIN (AFP) - the club said"."""
    lead = candidate.lead
    return not candidate.parts.known and lead[:1].islower() and not lead[1:2].isupper()


def _is_figure(candidate: Candidate) -> bool:
    return candidate.lead[:1].isdigit()


def _is_caseless_name(candidate: Candidate) -> bool:
    return is_caseless(candidate.window[0])


def _spells_out(candidate: Candidate) -> bool:
    """The lead begins with what the letters stand for: "AFP - Australian Federal Police"; two letters prove nothing."""
    letters, words = candidate.window[: candidate.parts.end], candidate.window[candidate.after :][: GLANCE * 4].split()
    initials = "".join([word[0] for word in words if len(word) > _SMALL_WORD or word.isupper()])
    return len(letters) > 2 and initials.startswith(letters)


def _is_gone(candidate: Candidate) -> bool:
    """The agency is none any more, and its letters are more likely a word: "UP - Prices rose"."""
    return candidate.parts.agencies[0].years is not None


def _brackets_no_agency(candidate: Candidate) -> bool:
    """What stands in brackets behind the place cannot be an agency that no table knows: "(1984)", "(vinho)"."""
    name = candidate.parts.printed if candidate.parts.bracketed else None
    return name is not None and name != "" and (name[0].islower() or not _UNKNOWN_AGENCY.fullmatch(name))


# -- the rows --------------------------------------------------------------------------------------

_BEFORE_LEAD: dict[str, Evidence[Candidate]] = {
    row.rule: row
    for row in (
        Evidence(
            "dateline.place-date-agency",
            "places, date and agency before a dash, or before what does not begin in lower case",
            "LISBON, Feb 26 (Reuters) - Harbour dues will rise.",
            (_is_dashed_or_begins_lead,),
        ),
        Evidence(
            "dateline.date-agency",
            "date and agency before a dash, or before what does not begin in lower case",
            "Jan. 19 (UPI) -- Harbour dues will rise.",
            (_is_dashed_or_begins_lead,),
        ),
        Evidence(
            "dateline.place-agency",
            "places and agency before a dash; without one, known places, or some in capitals before a sentence",
            "LISBON (Reuters) - Harbour dues will rise.",
            (_is_dashed_or_sure_place,),
            unless=(_credits_picture, _is_speaker, _is_part_of_sentence),
        ),
        Evidence(
            "dateline.agency",
            "an agency in brackets before a lead of some length",
            "(Reuters) - Harbour dues will rise again next year.",
            (_begins_long_lead,),
            unless=(_credits_picture,),
        ),
        Evidence(
            "dateline.bare-agency",
            "an agency without brackets before a dash and a lead that does not spell its letters out",
            "AP - Harbour dues will rise again next year.",
            (_begins_long_lead, _is_dashed),
            unless=(_credits_picture, _is_heading, _is_caseless_name, _spells_out, _is_gone),
        ),
        Evidence(
            "dateline.place-date",
            "places and date before a dash, the city in capitals or known",
            "LISBON, Feb 26 - Harbour dues will rise.",
            (_is_dashed_or_in_bracket, _is_capital_or_known_first),
        ),
        Evidence(
            "dateline.place",
            "known places in capitals before a dash and a sentence, and no word but an agency's in brackets",
            "LISBON - Harbour dues will rise.",
            (_is_dashed, _begins_sentence, _is_capital, _is_known),
            unless=(_credits_picture, _is_heading, _brackets_no_agency, is_entry),
        ),
    )
}
_OPENING = Evidence(
    "dateline.opening",
    "known places before a mark and the first paragraph of a story, which reads as prose",
    "Lisbon: Harbour dues will rise again next year, the port authority said on Friday.",
    (_is_dashed, _is_known, is_prose),
    unless=(_is_heading, _credits_picture, _brackets_no_agency, defines_place, is_speech, is_apposition, is_route),
    is_opening=True,
)
_OUTLET = Evidence(
    "dateline.outlet",
    "a newspaper's address alone before a mark and the first paragraph of a story, which reads as prose",
    "Harbour.com - Harbour dues will rise again next year, the port authority said on Friday after a meeting.",
    (_is_dashed, is_prose),
    unless=(_is_heading,),
    is_opening=True,
)
_FLASH = Evidence(
    "dateline.flash",
    "a known place in capitals before two hyphens or a long dash and the beginning of a sentence, and nothing else",
    "LISBON -- Harbour dues to rise",
    (_is_capital, _is_known, _is_long_dash, _begins_sentence),
    unless=(_is_bracketed, _is_figure),
    is_opening=True,
)
_ON_ITS_LINE: dict[str, Evidence[Candidate]] = {
    row.rule: row
    for row in (
        Evidence(
            "dateline.line-place-agency",
            "places with a date, or known ones, and an agency in brackets have the whole line",
            "LISBON, Feb 26 (Reuters)",
            (_is_bracketed, _is_dated_or_known),
            unless=(_is_picture_line,),
        ),
        Evidence(
            "dateline.line-place-date",
            "a known place, or one in capitals, and a date with its year have the whole line",
            "LISBON 1996-08-22",
            (_is_known_or_short,),
            unless=(_is_bracketed,),
        ),
        Evidence(
            "dateline.line-place",
            "a known place in capitals, perhaps with a date without a year, has the whole line",
            "LISBON, Feb 26",
            (_is_capital, _is_known, _is_few_words),
            unless=(_is_bracketed,),
        ),
        Evidence(
            "dateline.line-opening",
            "a known place in small letters, perhaps with a date, has the line above the first paragraph of a story",
            "Lisbon, February 26",
            (_is_known, _is_one_city),
            unless=(_is_bracketed,),
            is_opening=True,
        ),
    )
}
_BARE_AGENCY = _BEFORE_LEAD["dateline.bare-agency"]
_BY_PARTS = {
    (place, date, agency): _BEFORE_LEAD[f"dateline.{name}"]
    for place, date, agency, name in (
        (True, True, True, "place-date-agency"),
        (False, True, True, "date-agency"),
        (True, False, True, "place-agency"),
        (False, False, True, "agency"),
        (True, True, False, "place-date"),
        (True, False, False, "place"),
    )
}
_PLACE = _BEFORE_LEAD["dateline.place"]
RULES = listed(*_BEFORE_LEAD.values(), _OPENING, _OUTLET, _FLASH, *_ON_ITS_LINE.values())


def find_evidence(candidate: Candidate) -> Evidence[Candidate] | None:
    """The row that makes a candidate before a lead a dateline, or None."""
    parts = candidate.parts
    if parts.is_bare_agency:
        row = _BARE_AGENCY
    else:
        found = _BY_PARTS.get((bool(parts.places), parts.date is not None, bool(parts.agencies)))
        row = found or _OUTLET
        if found is None and (not parts.printed or parts.bracketed):
            return None
    if row.holds(candidate):
        return row
    weaker = (_OPENING, _FLASH) if row is _PLACE else ()
    return next((other for other in weaker if other.holds(candidate)), None)


def find_line_evidence(parts: Parts, window: str) -> Evidence[Candidate] | None:
    """The row that makes parts a dateline that has the whole line, or None."""
    if not parts.places:
        return None
    has_year = parts.date is not None and parts.date.date is not None and parts.date.date.year is not None
    kind = "place-agency" if parts.agencies else "place-date" if has_year else "place"
    row, candidate = _ON_ITS_LINE[f"dateline.line-{kind}"], Candidate(window, parts, len(window), len(window))
    if row.holds(candidate):
        return row
    opening = _ON_ITS_LINE["dateline.line-opening"]
    return opening if opening.holds(candidate) else None
