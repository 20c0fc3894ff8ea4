"""Sign-offs -> :class:`~wirenews.article.Attribution`, one for each clause: who reported, wrote, edited."""

from collections.abc import Sequence
from typing import NamedTuple

import regex

from ..agencies import lookup
from ..article import Attribution
from ..kinds import Role
from ..people.lists import Names, read_names
from ..people.words import words_of
from ..text.characters import AROUND, CLOSING_BRACKETS, OPENING_BRACKETS, SENTENCE_ENDS
from ..text.layout import clean
from ..text.patterns import plain_pattern
from .agency_line import agency_credit
from .openings import WORD, Opening, first_word, opening_at, opens_with_role, words_that_open

_LONGEST_UNMARKED = 400  # of a sign-off whose first names have no role
_LONGEST_AGENCY = 24
_NAME_REACH = 8

# Roles of organisations; a person in such a clause is the source of something else than the story.
_OF_ORGANISATIONS = frozenset({"origin", "distribution"})

# The date that Taiwan's CNA prints behind a sign-off: "（編輯：…）1131016".
_DATE_BEHIND = plain_pattern(r"(?<=[)）])\s*\d{6,8}")
_LONGEST_DATE = 10


def read_sign_off(source: str, start: int, end: int) -> list[Attribution]:
    """The clauses of the sign-off that ``source[start:end]`` is; an empty list when it is none.

    >>> text = "(Reporting by Ana Paz in Lima; Editing by Jo Roe)"
    >>> [(c.role, c.people[0].name, c.text) for c in read_sign_off(text, 0, len(text))]
    [('reporting', 'Ana Paz', '(Reporting by Ana Paz in Lima;'), ('editing', 'Jo Roe', 'Editing by Jo Roe)')]
    """
    marked = source[start] in OPENING_BRACKETS and end - start <= _LONGEST_UNMARKED
    if marked or opens_with_role(source, start, end, first_word(source, start, end)):
        return _read_clauses(source, start, end)
    if source[end - 1] in CLOSING_BRACKETS:
        return _read_behind_agency(source, start, end)
    return []


def _read_behind_agency(source: str, start: int, end: int) -> list[Attribution]:
    """ "AGERPRES/(A, AS - autor: Ana Pop, editor: Jon Rus)"; the initials of others go with the agency."""
    at = source.find("/(", start, start + _LONGEST_AGENCY)
    agency = lookup(source[start:at]) if at > 0 else None
    if agency is None:
        return []
    colon = source.find(":", at, end)
    begin = max(source.rfind(" - ", at, colon) + 3, at + 2)
    clauses = _read_clauses(source, begin, end)
    return [agency_credit(source, start, begin, "credit.agency", (agency,)), *clauses] if clauses else []


def _read_clauses(source: str, start: int, end: int) -> list[Attribution]:
    """The clauses, when the whole text is made of them and one of them names somebody."""
    stop = _without_date(source, start, end)
    bracketed = source[start] in OPENING_BRACKETS and not _CLOSING.isdisjoint(source[stop - 2 : stop])
    clauses = _find_clauses(source, start, stop, bracketed)
    # "Reporte de daños no hubo." is no name in small letters.
    begins_sentence = not bracketed and source[start].isupper() and source[stop - 1] in SENTENCE_ENDS
    credits: list[Attribution] = []
    named = False
    begin = start
    for clause, until in zip(clauses, [*(clause.start for clause in clauses[1:]), end], strict=False):
        names = _names_of(source[clause.names : min(until, stop)], clause.role)
        if begins_sentence and any(person.text.islower() for person in names.people):
            return []
        if names.has_unread and not (bracketed and _is_somebody(names) and clause.names > clause.start):
            return []
        named = named or _is_somebody(names)
        text = clean(source, begin, until)
        credits.append(Attribution(begin, until, text, "credit.sign-off", clause.role, names.agencies, names.people))
        begin = until
    return credits if named else []


_CLOSING = frozenset(CLOSING_BRACKETS)


def _without_date(source: str, start: int, end: int) -> int:
    """Where a sign-off ends before the date behind it."""
    match = _DATE_BEHIND.search(source, max(start, end - _LONGEST_DATE), end) if source[end - 1].isdigit() else None
    return match.start() if match is not None and match.end() == end else end


def _names_of(text: str, role: Role) -> Names:
    """Whom a clause names; where it is about organisations, a person makes it unread."""
    names = read_names(_without_address(text))
    if role not in _OF_ORGANISATIONS:
        return names
    unread = not names.agencies and (bool(names.people) or not names.has_desks)
    return names._replace(people=(), has_unread=unread, has_desks=names.has_desks and not unread)


def _is_somebody(names: Names) -> bool:
    return bool(names.people or names.agencies or names.has_desks)


def _without_address(names: str) -> str:
    """Names without the sentence behind them that says where to write to."""
    if "@" not in names:
        return names
    before, _, after = names.partition(". ")
    return before if "@" in after else names


# ---------------------------------------------------------------- where clauses begin


class _Clause(NamedTuple):
    start: int  # where the clause begins, its joiner included
    names: int  # where the names begin
    role: Role


class _Opened(NamedTuple):
    """A phrase that opens a clause or joins one: "Writing and additional reporting by"."""

    first: int  # of its words
    stop: int
    opening: Opening
    is_sure: bool  # whether it ends in "by" or a colon
    is_chained: bool  # to the phrase before it, whose role counts


class _Text(NamedTuple):
    """A stretch of a source, and its words."""

    source: str
    start: int
    end: int
    words: Sequence[regex.Match[str]]
    lower: list[str]

    def is_joiner(self, i: int) -> bool:
        return i < len(self.lower) and self.lower[i] in words_of("joiners")


def _find_clauses(source: str, start: int, end: int, bracketed: bool) -> list[_Clause]:
    """Where the clauses of a sign-off begin.

    The first must begin the text; in brackets names may come before it, and then they reported. Outside of brackets
    one of the clauses must open with "by" or a colon.
    """
    words = list(WORD.finditer(source, start, end))
    text = _Text(source, start, end, words, [word[0].lower() for word in words])
    found = _opened(text)
    if not found or not (bracketed or (not found[0].first and any(phrase.is_sure for phrase in found))):
        return []
    clauses = [_Clause(start, start, "reporting")] if found[0].first else []
    behind = 0
    for phrase in found:
        names = words[phrase.stop - 1].end()
        if phrase.is_chained:
            clauses[-1] = clauses[-1]._replace(names=names)
        else:
            # The last letter of "Anand I; Editing by Jo Roe" joins nothing.
            joined = phrase.first > behind and text.is_joiner(phrase.first - 1) and not _is_parted(text, phrase.first)
            begin = words[phrase.first - joined].start()
            clauses.append(_Clause(begin, names, phrase.opening.role))
        behind = phrase.stop
    return clauses


def _opened(text: _Text) -> list[_Opened]:
    """The phrases of a text that open a clause where they stand."""
    found: list[_Opened] = []
    openers = words_that_open()
    for i, word in enumerate(text.lower):
        if word not in openers or (found and i < found[-1].stop):
            continue
        opening = opening_at(text.lower, i, is_parted=_is_parted(text, i))
        if opening is None:
            continue
        stop = i + opening.length
        sure = opening.ends_in_by or _is_colon(text, stop)
        chained = bool(found) and _is_chained(text, found[-1], i)
        if sure or chained or (_is_clause_start(text, i) and _is_followed(text, stop)):
            found.append(_Opened(i, stop, opening, sure, chained))
    return found


def _is_chained(text: _Text, before: _Opened, i: int) -> bool:
    """Whether a phrase at word ``i`` goes on from the one before: nobody is named between the two."""
    if i == before.stop:
        return not before.opening.ends_in_by
    return i == before.stop + 1 and text.is_joiner(before.stop)


def _is_colon(text: _Text, i: int) -> bool:
    """Whether a colon stands before word ``i``."""
    at = text.words[i - 1].end()
    return text.source[at : min(at + 2, text.end)].lstrip()[:1] in (":", "：")


def _is_clause_start(text: _Text, i: int) -> bool:
    """Whether the signs before word ``i`` part it from what comes before."""
    at = text.words[i].start()
    before = text.source[max(text.start, at - 4) : at].rstrip()
    return not before.strip(AROUND) or before[-1] in ";.,/|)（(-–—"


def _is_parted(text: _Text, i: int) -> bool:
    """Whether a semicolon stands before word ``i``."""
    at = text.words[i].start()
    return text.source[max(text.start, at - 2) : at].rstrip()[-1:] in (";", "；")


def _is_followed(text: _Text, i: int) -> bool:
    """Whether a name, or another role, stands at word ``i``, behind a role that has no "by"."""
    at = text.words[i - 1].end()
    rest = text.source[at : min(text.end, at + _NAME_REACH)].lstrip(" :：")
    if rest and rest[0].isalpha() and not rest[0].islower():
        return True
    role = i + text.is_joiner(i)
    return role < len(text.lower) and opening_at(text.lower, role) is not None
