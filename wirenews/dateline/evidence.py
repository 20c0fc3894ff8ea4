"""What makes a dateline: a table of the parts that are there, the signs that they need, and what forbids them.

One part alone rarely suffices. The parts of a candidate choose the row (:func:`find_evidence`); all signs of the row
must hold, and none of those in ``unless``. The name of the row is the ``rule`` of the dateline.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..text import tables
from ..text.patterns import pattern
from ..text.rules import Evidence, listed
from .marks import is_caseless
from .parts import Parts

# How much of the lead says whether it is one; a shorter paragraph without a dash is a heading.
_GLANCE = 24
_HEADING_LENGTH = 80
_SMALL_WORD = 3
# A dateline on a line of its own, without agency, has few words: longer ones in capitals are headlines.
LINE_WORDS = 6
_DASHES = frozenset("-_=:؛–—―")
# A lead begins with a capitalised word, a figure or a quotation, and no heading in capitals.
_SENTENCE = pattern(r"[\"“‘'`«„]*(?:\p{Lu}[^\s\p{Lu}]|\p{Lu}\s|\p{Lu}\.|\p{N}|\p{Lo})")
# How a lead ends that is a sentence, and no heading.
_LEAD_ENDS = frozenset(".!?…:;,)]\"'”’»」】）。।۔॥")
_WORD = pattern(r"\w+")
_NO_FIGURE = pattern(r"\P{N}*")


class Candidate(NamedTuple):
    """The parts that stand in ``window`` before a mark at ``at``, behind which a lead would begin at ``after``."""

    window: str
    parts: Parts
    at: int
    after: int

    @property
    def lead(self) -> str:
        return self.window[self.after : self.after + _GLANCE]


# -- the signs -------------------------------------------------------------------------------------


def _is_dashed(candidate: Candidate) -> bool:
    """A dash, a colon or an underscore closes it."""
    return not _DASHES.isdisjoint(candidate.window[candidate.at : candidate.after])


def _is_dashed_or_bracketed(candidate: Candidate) -> bool:
    return candidate.parts.bracketed or _is_dashed(candidate)


def _begins_lead(candidate: Candidate) -> bool:
    """What follows does not begin in lower case."""
    lead = candidate.lead
    return bool(lead) and not lead[0].islower()


def _begins_long_lead(candidate: Candidate) -> bool:
    return len(candidate.lead) == _GLANCE and _begins_lead(candidate)


def _begins_sentence(candidate: Candidate) -> bool:
    """What follows begins as a sentence does, and not as a heading in capitals."""
    return _SENTENCE.match(candidate.lead) is not None


def _is_dashed_or_begins_lead(candidate: Candidate) -> bool:
    return _is_dashed(candidate) or _begins_lead(candidate)


def _is_dashed_or_sure_place(candidate: Candidate) -> bool:
    """A dash closes it; without one the places are known, or in capitals and before a sentence."""
    if _is_dashed(candidate) or (candidate.parts.known and _begins_lead(candidate)):
        return True
    return candidate.parts.is_capital and _begins_sentence(candidate) and not _is_heading(candidate)


def _is_capital(candidate: Candidate) -> bool:
    """The first city is in capitals."""
    return candidate.parts.is_capital


def _is_known(candidate: Candidate) -> bool:
    """The tables know the places."""
    return candidate.parts.known


def _is_capital_or_known_first(candidate: Candidate) -> bool:
    """The city is in capitals, or known and first of all."""
    return candidate.parts.is_capital or (candidate.parts.known and candidate.window.startswith(candidate.parts.places))


def _is_few_words(candidate: Candidate) -> bool:
    return len(candidate.parts.places.split()) <= LINE_WORDS


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


def _is_caseless_name(candidate: Candidate) -> bool:
    return is_caseless(candidate.window[0])


def _spells_out(candidate: Candidate) -> bool:
    """The lead begins with what the letters stand for: "AFP - Australian Federal Police"; two letters prove nothing."""
    letters, words = candidate.window[: candidate.parts.end], candidate.window[candidate.after :][: _GLANCE * 4].split()
    initials = "".join([word[0] for word in words if len(word) > _SMALL_WORD or word.isupper()])
    return len(letters) > 2 and initials.startswith(letters)


def _brackets_no_agency(candidate: Candidate) -> bool:
    """What stands in brackets behind the place cannot be an agency that no table knows: "(1984)", "(vinho)"."""
    name = candidate.parts.printed
    return name is not None and name != "" and (name[0].islower() or not _NO_FIGURE.fullmatch(name))


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
            unless=(_credits_picture, _is_speaker),
        ),
        Evidence(
            "dateline.agency",
            "an agency in brackets before a lead of some length",
            "(Reuters) - Harbour dues will rise again next year.",
            (_begins_long_lead, _is_dashed_or_bracketed),
            unless=(_credits_picture,),
        ),
        Evidence(
            "dateline.bare-agency",
            "an agency without brackets before a dash and a lead that does not spell its letters out",
            "AP - Harbour dues will rise again next year.",
            (_begins_long_lead, _is_dashed),
            unless=(_credits_picture, _is_heading, _is_caseless_name, _spells_out),
            is_doubtful=True,
        ),
        Evidence(
            "dateline.place-date",
            "places and date before a dash, the city in capitals or known",
            "LISBON, Feb 26 - Harbour dues will rise.",
            (_is_dashed, _is_capital_or_known_first),
        ),
        Evidence(
            "dateline.place",
            "known places in capitals before a dash and a sentence, and no word but an agency's in brackets",
            "LISBON - Harbour dues will rise.",
            (_is_dashed, _begins_sentence, _is_capital, _is_known),
            unless=(_credits_picture, _is_heading, _brackets_no_agency),
        ),
    )
}
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
RULES = listed(*_BEFORE_LEAD.values(), *_ON_ITS_LINE.values())


def find_evidence(candidate: Candidate) -> Evidence[Candidate] | None:
    """The row that makes a candidate before a lead a dateline, or None."""
    parts = candidate.parts
    if parts.is_bare_agency:
        row = _BARE_AGENCY
    else:
        found = _BY_PARTS.get((bool(parts.places), parts.date is not None, bool(parts.agencies)))
        if found is None:
            return None
        row = found
    return row if row.holds(candidate) else None


def find_line_evidence(parts: Parts, window: str) -> Evidence[Candidate] | None:
    """The row that makes parts a dateline that has the whole line, or None."""
    if not parts.places:
        return None
    has_year = parts.date is not None and parts.date.date is not None and parts.date.date.year is not None
    kind = "place-agency" if parts.agencies else "place-date" if has_year else "place"
    row = _ON_ITS_LINE[f"dateline.line-{kind}"]
    return row if row.holds(Candidate(window, parts, len(window), len(window))) else None
