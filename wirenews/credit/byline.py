"""The text of a byline -> :class:`~wirenews.article.Attribution`.

Where a byline stands is for :mod:`~wirenews.story.head` to say.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import regex

from ..agencies import is_house_spelling, lookup, may_name_agency, only_agencies
from ..article import Attribution
from ..people.east_asian import east_asian_people
from ..people.lists import is_name
from ..people.words import staff_words, words_of
from ..places.lookup import is_place
from ..text.characters import OPENING_BRACKETS, SENTENCE_ENDS
from ..text.layout import clean
from ..text.patterns import pattern, plain_pattern
from ..text.rules import Rule
from .authors import NOBODY, Authors, agency_of, is_unnamed, read_authors
from .house_line import read_house_line

_LONGEST_BYLINE = 400
_MOST_BLANKS = 9
_MOST_AGENCY_BLANKS = 5
_SENTENCE_ENDS = tuple(SENTENCE_ENDS)

_BESIDE = plain_pattern(r"(?P<name>[^/()]{5,50}?)(?:\s*(?:/|\()\s*|\s[-–—]\s)(?P<agency>[^/()]{2,40})\)?")
# A comma without a blank between two names, and what pages print behind one: "@name".
_TIGHT_COMMA = pattern(r"(?<=\p{Ll}),(?=\p{Lu})")
_HANDLE = plain_pattern(r"(?:\s*[|,·]|\s+[Ff]ollow)?\s*@\w{2,30}$")
_MOST_OUTLET_WORDS = 4


def read_byline(text: str, offset: int = 0, rule: str | None = None, *, bare: bool = True) -> Attribution | None:
    """The authors and agencies of a byline, in one or several lines; ``None`` when it is none.

    ``offset`` is where the text stands in the source; ``rule`` goes into the result in place of the byline's own.
    Without ``bare`` a name alone is not read: it takes a "By" before it or an agency beside it.

    >>> byline = read_byline("By HILLEL ITALIE\\nAssociated Press Writer")
    >>> byline.people[0].name, byline.people[0].title, byline.agencies[0].id
    ('Hillel Italie', 'Associated Press Writer', 'ap')
    >>> read_byline("PTI | Updated: Feb 13, 2020, 13:10 IST").people
    ()
    >>> read_byline("By contrast, prices rose") is None
    True
    """
    if not 1 < len(text) <= _LONGEST_BYLINE:
        return None
    words = _as_written(text)
    if not words.strip():
        return None
    names = _behind_by(words)
    found = _without_by(words, bare) if names is None else _with_by(names, bare)
    if found is None or _is_in_small_letters(found[1]) or (names is not None and _is_caseless_sentence(names)):
        return None
    own, (people, agencies) = found
    shown = clean(text, 0, len(text))
    return Attribution(offset, offset + len(text), shown, rule or own.id, "byline", agencies, people)


def _as_written(text: str) -> str:
    """A byline with blanks behind its commas, and without the handle or the stamp that a page prints behind it."""
    if "," in text:
        text = _TIGHT_COMMA.sub(", ", text)
    if "@" in text:
        text = _HANDLE.sub("", text)
    may_be_stamped = (":" in text or text[-1:].isdigit()) and "|" not in text
    stamp = _stamp().search(text) if may_be_stamped else None
    return text if stamp is None else text[: stamp.start()]


@cache
def _stamp() -> regex.Pattern[str]:
    stamps = "|".join(sorted(words_of("stamps"), key=len, reverse=True))
    return regex.compile(rf"(?<=\w)\s+(?:{stamps})\s*(?::|(?=\D{{1,12}}\d|\d)).*$", regex.IGNORECASE)


def _is_in_small_letters(authors: Authors) -> bool:
    """Whether words like any others were read as a name: "Av allt att döma", "Por la tarde"."""
    return not authors.agencies and any(person.text.islower() and person.title is None for person in authors.people)


def _is_caseless_sentence(names: str) -> bool:
    """Whether what stands behind "By" ends like a sentence, in a script where no capital tells a name from a word."""
    return names.rstrip().endswith(_SENTENCE_ENDS) and names.lower() == names.upper() and names.count(" ") > 1


# ---------------------------------------------------------------- "By"


def opens_byline(text: str) -> bool:
    """Whether the first word of a text may open a byline."""
    first = text.split(None, 1)[0] if text and not text.isspace() else ""
    return first.rstrip(":：").lower() in byline_phrases()


def _behind_by(text: str) -> str | None:
    """The names behind "By"; ``None`` when a text does not begin with it."""
    first = text.partition(" ")[0].lower().rstrip(":：")
    for phrase in byline_phrases().get(first, ()):
        names = _behind(text, phrase)
        if names is not None:
            return names
    return None


def _behind(text: str, phrase: tuple[str, ...]) -> str | None:
    """What stands behind a phrase and a blank or a colon."""
    for word in phrase:
        text = text.lstrip()
        if text[: len(word)].lower() != word:
            return None
        text = text[len(word) :]
    names = text.lstrip(" \t")
    if names.startswith((":", "：")):
        return names[1:]
    return text if names and len(names) < len(text) else None


@cache
def byline_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that open a byline, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words_of("byline"), key=lambda phrase: (-phrase.count(" "), phrase)):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


_BY = Rule(
    "byline",
    "“By”, in any language, and names, agencies, titles and places behind it, or a desk and nobody; a "
    "word that is none of these, a word of headlines or a time in the first line forbid it",
    "By HILLEL ITALIE\nAssociated Press Writer",
)


def _with_by(names: str, bare: bool) -> tuple[Rule, Authors] | None:
    if bare and names.islower() and is_name(names.strip().title()):  # "by nora fielding"
        names = names.title()
    if names.strip().casefold() in words_of("agencies_unnamed"):
        return _BY, NOBODY
    authors = read_authors(names)
    if authors is None or (authors == NOBODY and not is_unnamed(names)):
        return None
    return _BY, authors


# ---------------------------------------------------------------- without "By"

_Shape: TypeAlias = Callable[[str, str, bool], "Authors | None"]


def _without_by(text: str, bare: bool) -> tuple[Rule, Authors] | None:
    """The first shape that a byline without "By" has: the whole text, its first line, and whether a name is enough."""
    line = text.partition("\n")[0].strip()
    has_bar = "|" in text
    if line.count(" ") > _MOST_BLANKS and not has_bar:
        return None
    if not bare and (text[0] in OPENING_BRACKETS or text[-1] == "." or not _may_name_its_agency(line)):
        return None  # a photographer's credit, a sentence
    for rule, read in _WITH_BAR if has_bar else _SHAPES:
        authors = read(text, line, bare)
        if authors is not None and (authors != NOBODY or rule.id == "byline.unnamed"):
            return rule, authors
    return None


def _may_name_its_agency(line: str) -> bool:
    """Whether a line without "By" may name an agency or a title; nearly every headline is refused here."""
    last = line.rpartition(" ")[2].lower()
    return "|" in line or may_name_agency(line) or last in _last_words() or line.casefold() in words_of("unsigned")


@cache
def _last_words() -> frozenset[str]:
    """The last words of lines that may name a title or a newspaper."""
    return staff_words() | words_of("papers")


def _stamped(text: str, line: str, bare: bool) -> Authors | None:
    """Names before a bar, and behind it a stamp, a place, more authors; two bare names may be a title and its site."""
    first, _, rest = text.partition("|")
    agency, is_dated = agency_of(first.strip()), any(map(str.isdigit, rest))
    if agency is not None:
        others = read_authors(rest)
        is_sure = is_dated or others is not None or is_place(rest.strip())
        return Authors((others or NOBODY).people, (agency,)) if is_sure else None
    authors = read_authors(text) if is_name(first.strip()) else None
    is_sure = authors is not None and (is_dated or len(authors.people) == 1 or bool(authors.agencies))
    return authors if bare or is_sure else None


def _agency_alone(text: str, line: str, bare: bool) -> Authors | None:
    agency = agency_of(line) if line.count(" ") <= _MOST_AGENCY_BLANKS else None
    return Authors((), (agency,)) if agency is not None and is_house_spelling(agency, line) else None


def _east_asian(text: str, line: str, bare: bool) -> Authors | None:
    return Authors(east_asian_people(line, bare=bare))


def _beside_agency(text: str, line: str, bare: bool) -> Authors | None:
    beside = _BESIDE.fullmatch(line) if "/" in line or "(" in line or " - " in line or " – " in line else None
    if beside is None or not is_name(beside["name"]) or lookup(beside["agency"]) is None:
        return None
    return read_authors(f"{beside['name']}\n{beside['agency']}")


def _with_title_or_place(text: str, line: str, bare: bool) -> Authors | None:
    name, _, title = line.partition(", ")
    if not title:
        return None
    agency = agency_of(name)
    if agency is not None and is_house_spelling(agency, name) and is_place(title):
        return Authors((), (agency,))
    titled = bare or title.split()[-1].lower() in words_of("titles") or agency_of(title) is not None
    return read_authors(text) if titled and is_name(name) else None


def _unnamed(text: str, line: str, bare: bool) -> Authors | None:
    return Authors((), ()) if line.casefold() in words_of("unsigned") else None


def _outlet_with_agency(text: str, line: str, bare: bool) -> Authors | None:
    for word in words_of("with"):
        outlet, joined, names = line.partition(f" {word} ")
        if outlet.endswith(",") and is_name(outlet[:-1]) and (inputs := only_agencies(names)):
            return Authors((read_authors(outlet[:-1]) or NOBODY).people, inputs)
        if joined and outlet[:1].isupper() and outlet.count(" ") < _MOST_OUTLET_WORDS:
            agencies = only_agencies(names)
            return Authors((), agencies) if agencies else None
    return None


def _agency_and_place(text: str, line: str, bare: bool) -> Authors | None:
    name, _, place = line.partition(" ")
    agency = agency_of(name) if name.isupper() else None
    if agency is None and " " in place:
        name, place = _parted_from_place(line)
        agency = lookup(name) if name else None
    is_sure = agency is not None and is_house_spelling(agency, name) and is_place(place)
    return Authors((), (agency,)) if agency is not None and is_sure else None


def _parted_from_place(line: str) -> tuple[str, str]:
    """The agency and the place of "Reuters in Lisbon" and "القاهرة - أ ف ب"."""
    place, parted, name = line.partition(" - ")
    if parted:
        return name, place
    for word in words_of("places"):
        name, parted, place = line.partition(f" {word} ")
        if parted:
            return name, place
    return "", ""


def _agencies_and_desks(text: str, line: str, bare: bool) -> Authors | None:
    signed = read_house_line(line) if "/" in line and " " not in line else None
    agencies = signed.agencies if signed is not None and signed.rule == "credit.initials" else ()
    return Authors((), agencies) if agencies else None


def _name_and_agencies(text: str, line: str, bare: bool) -> Authors | None:
    name, _, last = line.rpartition(" ")
    name, joined, word = name.rpartition(" ")
    is_list = bool(joined) and word in words_of("joiners") and last.casefold() in words_of("agencies_unnamed")
    return read_authors(name) if is_list and is_name(name) else None


def _for_paper(text: str, line: str, bare: bool) -> Authors | None:
    return read_authors(text) if line.rpartition(" ")[2].lower() in words_of("papers") and _writes_for(line) else None


def _writes_for(line: str) -> bool:
    """Whether a name stands before "for": "Ann Doe for The Harbour Times"."""
    return any(joined and is_name(name) for name, joined, _ in (line.partition(f" {w} ") for w in words_of("behalf")))


def _bare_name(text: str, line: str, bare: bool) -> Authors | None:
    return read_authors(text) if bare and is_name(line) else None


_WITH_BAR: tuple[tuple[Rule, _Shape], ...] = (
    (
        Rule(
            "byline.stamped",
            "an agency or a name before a bar, and a time, a title or more names behind it",
            "PTI | Updated: Feb 13, 2020, 13:10 IST",
        ),
        _stamped,
    ),
)
_SHAPES: tuple[tuple[Rule, _Shape], ...] = (
    (
        Rule(
            "byline.agency",
            "an agency alone, its staff or its desk, spelt as the agency prints it",
            "Associated Press",
        ),
        _agency_alone,
    ),
    (
        Rule(
            "byline.reporter",
            "names in Chinese, Japanese or Korean letters beside the word for a reporter, or known by the family name",
            "韩洁、王优",
        ),
        _east_asian,
    ),
    (
        Rule(
            "byline.beside-agency",
            "a name, and an agency behind a slash or in brackets",
            "Ann Doe/AP",
        ),
        _beside_agency,
    ),
    (
        Rule(
            "byline.titled",
            "a name and a title or an agency, or an agency and a place, with a comma between",
            "Ann Doe, Staff Writer",
        ),
        _with_title_or_place,
    ),
    (
        Rule("byline.outlet", "a newspaper “with” its agencies", "Le Monde avec AFP"),
        _outlet_with_agency,
    ),
    (
        Rule("byline.agency-place", "an agency and a place, with “in” or a dash between", "PTI New Delhi"),
        _agency_and_place,
    ),
    (
        Rule("byline.desks", "agencies, and desks or initials behind a slash", "dpa/afp/cat"),
        _agencies_and_desks,
    ),
    (
        Rule("byline.with-agencies", "a name “and agencies”", "Ann Doe and agencies"),
        _name_and_agencies,
    ),
    (
        Rule("byline.for-paper", "a name “for” a newspaper", "Ann Doe for The Harbour Times"),
        _for_paper,
    ),
    (
        Rule("byline.unnamed", "words of the table that stand for a reporter without a name", "Staff Reporter"),
        _unnamed,
    ),
    (
        Rule(
            "byline.name",
            "a name alone, or several, where an author is expected: two to five words in capitals that are no "
            "place, no agency, no title and no word of headlines",
            "Michelle V. Roe",
        ),
        _bare_name,
    ),
)
RULES: tuple[Rule, ...] = (_BY, *(rule for rule, _ in (*_WITH_BAR, *_SHAPES)))
