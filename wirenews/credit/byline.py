"""The text of a byline -> :class:`~wirenews.article.Attribution`.

Where a byline stands is for :mod:`~wirenews.head` to say.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..agencies import find_titled, is_house_spelling, lookup, may_name_agency, nearly, only_agencies
from ..article import Agency, Attribution, Person
from ..people.east_asian import east_asian_people
from ..people.lists import Item, is_name, items_of, read_item
from ..people.names import person_of, plain_name
from ..people.notes import located, place_of, read_notes
from ..people.words import refused_behind_by, staff_words, words_of
from ..places.lookup import is_place, is_region
from ..text import tables
from ..text.characters import OPENING_BRACKETS
from ..text.layout import clean
from ..text.patterns import pattern

_LONGEST_BYLINE = 400


def read_byline(text: str, offset: int = 0, rule: str = "byline", *, bare: bool = True) -> Attribution | None:
    """The authors and agencies of a byline, in one or several lines; ``None`` when it is none.

    ``offset`` is where the text stands in the source. Without ``bare`` a name alone is not read: it
    takes a "By" before it or an agency beside it.

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
    begins = _byline_start(text)
    if begins >= 0:
        found = _marked(text[begins:])
    else:
        found = _unmarked(text, bare) if bare or _may_name_its_agency(text) else None
    if found is None:
        return None
    people, agencies = found.people, found.agencies
    if not people and not agencies and (begins < 0 or not _is_unnamed(text[begins:])):
        return None
    if not agencies and any(person.text.islower() and person.title is None for person in people):
        return None  # "Av allt att döma", "Por la tarde": words like any others
    shown = clean(text, 0, len(text))
    return Attribution(offset, offset + len(text), shown, rule, "byline", agencies, people)


def _byline_start(text: str) -> int:
    """Where the names begin after "By", or -1."""
    first = text.partition(" ")[0].lower()
    phrases = _byline_words()
    if first not in phrases:
        first = first.rstrip(":：")
    for row in phrases.get(first, ()):
        rest = text
        for word in row:
            rest = rest.lstrip()
            if rest[: len(word)].lower() != word:
                break
            rest = rest[len(word) :]
        else:
            names = rest.lstrip(" \t\u00a0")
            if names[:1] in (":", "："):
                return len(text) - len(names) + 1
            if names and len(names) < len(rest):
                return len(text) - len(rest)
    return -1


@cache
def _byline_words() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that open a byline, by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrases in tables.load("credits")["byline"].values():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], set()).add(words)
    return {word: sorted(rows, key=len, reverse=True) for word, rows in found.items()}


def opens_byline(text: str) -> bool:
    """Whether the first word of a text may open a byline."""
    first = text.split(None, 1)[0] if text and not text.isspace() else ""
    return first.rstrip(":：").lower() in _byline_words()


class _Authors(NamedTuple):
    """Whom a byline names."""

    people: tuple[Person, ...] = ()
    agencies: tuple[Agency, ...] = ()

    def with_agency(self, agency: Agency, title: str) -> _Authors:
        """With an agency that stands behind its people, as their title: "Reuters", "AP Medical Writer"."""
        return _Authors(_titled(self.people, title), (*self.agencies, agency))


@lru_cache(maxsize=512)
def _marked(text: str) -> _Authors | None:
    """Whom a byline names behind its "By"; ``None`` when it reads like a sentence.

    It is remembered, for the same reporters sign many stories.
    """
    authors = _Authors()
    for number, line in enumerate(text.split("\n")):
        for segment in map(" ".join, map(str.split, _SEGMENTS.split(line))):
            person = _plain_author(segment) if authors == _NOBODY else None
            if person is not None:
                authors = _Authors((person,))
            elif segment and _is_stamp(segment):
                if number == 0 and authors == _NOBODY:
                    return None
            elif segment:
                more = _with_segment(authors, segment)
                if more is None:
                    return None
                authors = more
    return _Authors(authors.people, tuple(dict.fromkeys(authors.agencies)))


_NOBODY = _Authors()
_SEGMENTS = pattern(r"\||\s[·•]\s")


def _plain_author(segment: str) -> Person | None:
    """The author whose plain name is all that a line holds, as in most bylines."""
    person = plain_name(segment)
    if person is None:
        return None
    first, _, last = segment.lower().partition(" ")
    not_first, not_last = _in_no_author()
    return None if first in not_first or last in not_last else person


@cache
def _in_no_author() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of lines that are more than an author's name."""
    firsts, others = refused_behind_by()
    return firsts | _before_times(), others | words_of("titles")


def _is_unnamed(text: str) -> bool:
    """Whether a byline names a desk and nobody: "By Our Correspondent", "By staff reporter"."""
    words = [word.strip(".,").lower() for word in text.split()]
    return 0 < len(words) <= 5 and words[-1] in words_of("titles") and words[0] in _UNNAMED_FIRST


_UNNAMED_FIRST = frozenset({"our", "a", "staff", "special", "from", "onze", "the"})


@cache
def _before_times() -> frozenset[str]:
    """The first words of lines that only say when, or belong to a page."""
    stamps = [word.split()[0] for words in tables.load("credits")["stamps"].values() for word in words]
    return frozenset([*stamps, "share", "print", "comments"])


_CLOCK = pattern(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b")


def _is_stamp(segment: str) -> bool:
    """Whether words only say when: "Updated: Feb 13, 2020", or belong to a page: "Share"."""
    first = segment.split(None, 1)[0].strip(":").lower()
    return first in _before_times() or _CLOCK.search(segment) is not None


def _with_segment(authors: _Authors, segment: str) -> _Authors | None:
    """The authors with those of one line; ``None`` when something in it is no part of a byline."""
    agency = _agency_words(segment)
    if agency is not None:
        return authors.with_agency(agency, segment)
    first = authors == _NOBODY
    if first and _is_unnamed(segment):
        return authors
    for number, item in enumerate(items_of(segment)):
        more = _with_item(authors, item, is_first=first and number == 0)
        if more is None:
            return None
        authors = more
    return authors


def _with_item(authors: _Authors, item: Item, *, is_first: bool) -> _Authors | None:
    """The authors with one name, agency, title or place, and what stands in brackets behind it."""
    more = _with_words(authors, item.text, is_first=is_first)
    if more is None or not item.notes:
        return more
    note = read_notes(item.notes)
    people = more.people
    named = (*people[:-1], note.person(people[-1])) if people else ()
    return _Authors(named, more.agencies + note.agencies)


def _with_words(authors: _Authors, text: str, *, is_first: bool) -> _Authors | None:
    """The authors with one name, agency, title or place; ``None`` when the words are none of these."""
    agency = _agency_words(text)
    if agency is not None:
        return authors.with_agency(agency, text)
    words = text.split()
    lower = [word.strip(".,'’:").lower() for word in words]
    if not is_first and _is_title(lower):
        agency = _agency_in_title(words, lower)
        people = _titled(authors.people, text)
        found = _Authors(people, authors.agencies if agency is None else (*authors.agencies, agency))
        return found if people or agency is not None else None
    both = _name_and_agency(words, lower)
    if both is not None:
        return _Authors((*authors.people, both[0]), (*authors.agencies, both[1]))
    if len(words) > 3 and lower[-1] in words_of("titles"):
        return None
    east = east_asian_people(text, bare=False)
    if east:
        return _Authors((*authors.people, *east), authors.agencies)
    if authors.people and len(words) == 1 and "@" in text:
        return authors
    if authors.people and (is_place(text) or is_region(text)):
        return _Authors(_placed(authors.people, text), authors.agencies)
    return _with_name(authors, text, is_first=is_first)


def _placed(people: tuple[Person, ...], text: str) -> tuple[Person, ...]:
    """The people, the last with a place or with the region of the place before: "Ann Doe, Austin, Texas"."""
    last = people[-1]
    place = place_of(f"{last.place.text}, {text}" if last.place is not None else text)
    return (*people[:-1], located(last, place))


def _is_title(lower: list[str]) -> bool:
    """Whether words are what a person is: "Staff Writer", "of The Press Association", "Repórter da Agência Brasil"."""
    titles = words_of("titles")
    return lower[-1] in titles or lower[-1] in words_of("desks") or lower[0] in titles or lower[0] in _BEFORE_AGENCY


_BEFORE_AGENCY = frozenset({"special", "of", "for"})


def _name_and_agency(words: list[str], lower: list[str]) -> tuple[Person, Agency] | None:
    """ "Ann Doe of The Press Association", "Ann Doe for AFP", "ANN DOE Associated Press Writer"."""
    titled = lower[-1] in words_of("titles")
    for i in range(2, len(words) - 1):
        joined = lower[i] in ("of", "for")
        if not joined and not titled:
            continue
        rest = " ".join(words[i + joined :])
        agency = _agency_words(rest) if joined else find_titled(rest)
        person = person_of(words[:i]) if agency is not None else None
        if agency is not None and person is not None:
            return Person(person.name, person.text, rest if not joined else None), agency
    return None


def _with_name(authors: _Authors, text: str, *, is_first: bool) -> _Authors | None:
    """The authors with one name, or with the agencies that words name."""
    name = read_item(text)
    person = name.person
    if person is None:
        return _Authors(authors.people, authors.agencies + name.agencies) if name.agencies else None
    printed = person.text
    if len(printed) < 3 or (printed[0].islower() and not printed.islower()):
        return None
    if is_first and " " not in printed and not _is_mononym(printed):
        return None
    firsts, others = refused_behind_by()
    first, *rest = printed.lower().split()
    if first in firsts or not others.isdisjoint(rest):
        return None
    people = (*authors.people, person)
    if name.place is not None:
        place = place_of(name.place)
        people = tuple(located(named, place) for named in people)
    return _Authors(people, authors.agencies)


def _is_mononym(text: str) -> bool:
    """Whether one word alone may be a name in a byline: in capitals, or in a script without them."""
    return not text.isascii() and not text[0].islower() and not text[0].isupper()


def _titled(people: tuple[Person, ...], title: str) -> tuple[Person, ...]:
    """The people with a title, where they have none and it is more than the name of their agency."""
    if not people or (lookup(title) is not None and title.split()[-1].lower() not in words_of("titles")):
        return people
    return tuple(p if p.title is not None else Person(p.name, p.text, title, p.place) for p in people)


def _agency_words(text: str) -> Agency | None:
    """The agency that words name, as such or by its staff: "Reuters", "AP Medical Writer", "dpa/lno"."""
    if len(text) > 80:
        return None
    agency = lookup(text)
    if agency is not None:
        return agency if is_house_spelling(agency, text) or len(text) > 3 else None
    words = text.split()
    if len(words) > 1 and words[-1].strip(".").lower() in staff_words():
        return find_titled(text) or (_misprinted(words) if len(words) > 2 else None)
    if len(words) == 1 and "/" in text:
        found = only_agencies(text)
        return found[0] if found else None
    return None


def _agency_in_title(words: list[str], lower: list[str]) -> Agency | None:
    """The agency in a title, a slip in it or not: "Associatzd Press Writer", "Repórter da Agência Brasil"."""
    if lower[0] in _BEFORE_AGENCY:
        return find_titled(" ".join(words[1:]))
    found = find_titled(" ".join(words)) or _misprinted(words)
    if found is None and lower[0] in words_of("titles"):
        ends = (" ".join(words[i:]) for i in range(1, len(words)))
        found = next((agency for agency in map(lookup, ends) if agency is not None), None)
    return found


def _misprinted(words: list[str]) -> Agency | None:
    """The agency whose long name, with one slip in it, begins a title."""
    for i in range(len(words) - 1, 0, -1):
        text = " ".join(words[:i])
        agency = lookup(text) or (nearly(text) if len(text) > 6 else None)
        if agency is not None:
            return agency
    return None


def _may_name_its_agency(text: str) -> bool:
    """Whether a line without "By" may name an agency or a title; nearly every headline is refused here."""
    if text[0] in OPENING_BRACKETS or text[-1] == ".":
        return False  # a photographer's credit, a sentence
    line = text.partition("\n")[0]
    return "|" in line or may_name_agency(line) or line.rpartition(" ")[2].lower() in staff_words()


def _unmarked(text: str, bare: bool) -> _Authors | None:
    """Whom a byline names that has no "By": an agency, a name with its agency or title, a bare name."""
    if "|" in text:
        first, _, rest = text.partition("|")
        agency = _agency_words(first.strip())
        if agency is not None:
            return _Authors((_marked(rest) or _NOBODY).people, (agency,))
        return _marked(text) if is_name(first.strip()) else None
    line = text.partition("\n")[0].strip()
    if line.count(" ") > _MOST_UNMARKED_WORDS:
        return None
    agency = _agency_words(line) if line.count(" ") <= _MOST_AGENCY_WORDS else None
    if agency is not None:
        return _Authors((), (agency,)) if is_house_spelling(agency, line) else None
    east = east_asian_people(line, bare=bare)
    if east:
        return _Authors(east)
    if "/" in line or "(" in line:
        beside = _BESIDE.fullmatch(line)
        if beside is not None and is_name(beside["name"]) and lookup(beside["agency"]) is not None:
            return _marked(f"{beside['name']}\n{beside['agency']}")
    name, comma, title = line.partition(", ")
    return _name_and_title(text, name, title, bare) if comma else _marked(text) if bare and is_name(line) else None


_MOST_UNMARKED_WORDS = 9
_MOST_AGENCY_WORDS = 5
_BESIDE = pattern(r"(?<name>[^/()]{5,50}?)\s*(?:/|\()\s*(?<agency>[^/()]{2,40})\)?")


def _name_and_title(text: str, name: str, title: str, bare: bool) -> _Authors | None:
    """ "PTI, New Delhi", "Ann Doe, Reuters", "Ann Doe, Staff Writer"."""
    agency = _agency_words(name)
    if agency is not None and is_house_spelling(agency, name) and is_place(title):
        return _Authors((), (agency,))
    if is_name(name) and (bare or title.split()[-1].lower() in words_of("titles") or _agency_words(title) is not None):
        return _marked(text)
    return None
