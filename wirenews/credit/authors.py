"""Whom the lines of a byline name: its people with their titles and places, and its agencies."""

from functools import cache, lru_cache
from typing import NamedTuple

from ..agencies import find_titled, is_house_spelling, lookup, nearly, only_agencies
from ..article import Agency, Person
from ..people.east_asian import east_asian_people
from ..people.lists import Item, items_of, read_item
from ..people.names import person_of, plain_name
from ..people.notes import located, place_of, read_notes
from ..people.words import refused_behind_by, staff_words, words_of
from ..places.lookup import is_place, is_region
from ..text.patterns import plain_pattern

_LONGEST_AGENCY = 80
_SHORTEST_MISPRINT = 7
_MOST_UNNAMED_WORDS = 5
_MOST_PAPER_WORDS = 5
_LETTERS_OF_REGION = 2

_SEGMENTS = plain_pattern(r"\||\s[·•]\s")
_CLOCK = plain_pattern(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b")


class Authors(NamedTuple):
    """Whom a byline names."""

    people: tuple[Person, ...] = ()
    agencies: tuple[Agency, ...] = ()

    def with_agency(self, agency: Agency, title: str) -> "Authors":
        """With an agency that stands behind its people, as their title: "Reuters", "AP Medical Writer"."""
        return Authors(_titled(self.people, title), (*self.agencies, agency))


NOBODY = Authors()


@lru_cache(maxsize=512)
def read_authors(text: str) -> Authors | None:
    """Whom the lines of a byline name, without its "By"; ``None`` when it reads like a sentence.

    It is remembered, for the same reporters sign many stories.
    """
    authors = NOBODY
    for number, line in enumerate(text.split("\n")):
        for segment in filter(None, map(" ".join, map(str.split, _SEGMENTS.split(line)))):
            more = _with_segment(authors, segment, is_first_line=not number)
            if more is None:
                return None
            authors = more
    return Authors(authors.people, tuple(dict.fromkeys(authors.agencies)))


def _with_segment(authors: Authors, segment: str, *, is_first_line: bool) -> Authors | None:
    """The authors with those of a line or a part of it; ``None`` when something in it is no part of a byline."""
    is_first = authors == NOBODY
    person = _plain_author(segment) if is_first else None
    if person is not None:
        return Authors((person,))
    if _is_stamp(segment):
        return None if is_first and is_first_line else authors
    agency = agency_of(segment)
    if agency is not None:
        return authors.with_agency(agency, segment)
    if is_first and is_unnamed(segment):
        return authors
    return _with_items(authors, segment)


def _with_items(authors: Authors, segment: str) -> Authors | None:
    """The authors with those of a list of names, agencies, titles and places."""
    is_first = authors == NOBODY
    for item in items_of(segment):
        more = _with_item(authors, item, is_first=is_first)
        if more is None:
            return None
        authors, is_first = more, False
    return authors


def _with_item(authors: Authors, item: Item, *, is_first: bool) -> Authors | None:
    """The authors with one name, agency, title or place, and what stands in brackets behind it."""
    more = _with_words(authors, item.text, is_first=is_first)
    if more is None or not item.notes:
        return more
    note = read_notes(item.notes)
    people = more.people
    named = (*people[:-1], note.person(people[-1])) if people else ()
    return Authors(named, more.agencies + note.agencies)


def _with_words(authors: Authors, text: str, *, is_first: bool) -> Authors | None:
    """The authors with one name, agency, title or place; ``None`` when the words are none of these."""
    agency = agency_of(text)
    if agency is not None:
        return authors.with_agency(agency, text)
    if not is_first and text.casefold() in words_of("agencies_unnamed"):
        return authors  # "Ann Doe, Jo Roe and agencies"
    words = text.split()
    lower = [word.strip(".,'’:").lower() for word in words]
    if not is_first and _is_title(lower):
        if ":" in text.rstrip(":"):
            return None  # "Autor: Jan Nowak; redaktor: Anna Kot" is a sign-off
        return _with_title(authors, text, words, lower)
    writer = _for_paper(words, lower)
    if writer is not None:
        return Authors((*authors.people, writer), authors.agencies)
    both = _name_and_agency(words, lower)
    if both is not None:
        return Authors((*authors.people, both[0]), (*authors.agencies, both[1]))
    if len(words) > 3 and lower[-1] in words_of("titles"):
        return None
    more = _with_place(authors, text) if authors.people else None
    return more or _with_name(authors, text, is_first=is_first)


def _with_place(authors: Authors, text: str) -> Authors | None:
    """The authors with a place, or with an address that says nothing; ``None`` when the words are neither."""
    if "@" in text and " " not in text:
        return authors
    if text.isupper() and len(text) == _LETTERS_OF_REGION and authors.people[-1].place is None:
        return authors if is_region(text) else None  # "Ann Doe, PA": an agency, and no state without a city
    return Authors(_placed(authors.people, text), authors.agencies) if is_place(text) or is_region(text) else None


def _is_title(lower: list[str]) -> bool:
    """Whether words are what a person is: "Staff Writer", "of The Press Association", "Repórter da Agência Brasil"."""
    return lower[-1] in staff_words() or lower[0] in words_of("titles") or lower[0] in words_of("behalf")


def _with_title(authors: Authors, text: str, words: list[str], lower: list[str]) -> Authors | None:
    """The authors with a title, and with the agency in it."""
    agency = _agency_in_title(words, lower)
    people = _titled(authors.people, text)
    found = Authors(people, authors.agencies if agency is None else (*authors.agencies, agency))
    return found if people or agency is not None else None


def _titled(people: tuple[Person, ...], title: str) -> tuple[Person, ...]:
    """The people with a title, where they have none and it is more than the name of their agency."""
    if not people or (lookup(title) is not None and title.split()[-1].lower() not in words_of("titles")):
        return people
    return tuple(p if p.title is not None else Person(p.name, p.text, title, p.place) for p in people)


def _placed(people: tuple[Person, ...], text: str) -> tuple[Person, ...]:
    """The people, the last with a place or with the region of the place before: "Ann Doe, Austin, Texas"."""
    last = people[-1]
    place = place_of(f"{last.place.text}, {text}" if last.place is not None else text)
    return (*people[:-1], located(last, place))


def _name_and_agency(words: list[str], lower: list[str]) -> tuple[Person, Agency] | None:
    """ "Ann Doe of The Press Association", "Ann Doe for AFP", "ANN DOE Associated Press Writer"."""
    titled = lower[-1] in words_of("titles")
    for i in range(2, len(words) - 1):
        joined = lower[i] in words_of("behalf")
        if not joined and not titled:
            continue
        rest = " ".join(words[i + joined :])
        agency = agency_of(rest)
        person = person_of(words[:i]) if agency is not None else None
        if agency is not None and person is not None:
            return Person(person.name, person.text, rest if not joined else None), agency
    return None


def _for_paper(words: list[str], lower: list[str]) -> Person | None:
    """The author of "Ann Doe for The Harbour Times", with the paper as title."""
    at = next((i for i in range(2, len(words) - 1) if lower[i] in words_of("behalf")), 0)
    paper = " ".join(words[at + 1 :])
    if not at or lower[-1] not in words_of("papers") or agency_of(paper) is not None:
        return None
    person = person_of(words[:at])
    is_paper = person is not None and _is_capitalised(words[at + 1 :])
    return Person(person.name, person.text, " ".join(words[at:])) if person is not None and is_paper else None


def _is_capitalised(words: list[str]) -> bool:
    is_name = len(words) <= _MOST_PAPER_WORDS and words[0][0].isupper()
    return is_name and all(word[0].isupper() or word in words_of("between") for word in words)


# ---------------------------------------------------------------- names


def _plain_author(segment: str) -> Person | None:
    """The author whose plain name is all that a line holds, as in most bylines."""
    person = plain_name(segment)
    if person is None:
        return None
    first, _, last = segment.lower().partition(" ")
    not_first, not_last = _never_in_plain_author()
    return None if first in not_first or last in not_last else person


@cache
def _never_in_plain_author() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of lines that are more than an author's name."""
    firsts, others = refused_behind_by()
    return firsts | _stamps(), others | words_of("titles")


def _with_name(authors: Authors, text: str, *, is_first: bool) -> Authors | None:
    """The authors with those whom words name, or with the agencies."""
    east = east_asian_people(text, bare=True)
    if east:
        return Authors((*authors.people, *east), authors.agencies)
    name = read_item(text)
    if name.person is None:
        return Authors(authors.people, authors.agencies + name.agencies) if name.agencies else None
    if not _is_author(name.person.text, is_first=is_first):
        return None
    people = (*authors.people, name.person)
    if name.place is not None:
        place = place_of(name.place)
        people = tuple(located(person, place) for person in people)
    return Authors(people, authors.agencies)


def _is_author(name: str, *, is_first: bool) -> bool:
    """Whether a name may be an author's: no short word, no word of headlines, not half in small letters."""
    if len(name) < 3 or (name[0].islower() and not name.islower()):
        return False
    if is_first and " " not in name and not _is_mononym(name):
        return False
    firsts, others = refused_behind_by()
    first, *rest = name.lower().split()
    return first not in firsts and others.isdisjoint(rest)


def _is_mononym(text: str) -> bool:
    """Whether one word alone may be a name in a byline: in a script without capitals."""
    return text[0].lower() == text[0].upper()


# ---------------------------------------------------------------- agencies and times


def agency_of(text: str) -> Agency | None:
    """The agency that words name, as such or by its staff: "Reuters", "AP Medical Writer", "dpa/lno"."""
    if len(text) > _LONGEST_AGENCY:
        return None
    agency = lookup(text)
    if agency is not None:
        # Four letters are enough beside a name, and with a stray bracket or quotation mark: '"Reuters'.
        return agency if is_house_spelling(agency, text) or len(text) > 3 else None
    words = text.split()
    if len(words) < 2:
        return next(iter(only_agencies(text)), None) if "/" in text else None
    if words[-1].strip(".").lower() not in staff_words():
        return None
    return find_titled(text) or (_misprinted(words) if len(words) > 2 and "," not in text else None)


def _agency_in_title(words: list[str], lower: list[str]) -> Agency | None:
    """The agency in a title, misprinted or not: "Associatzd Press Writer", "Repórter da Agência Brasil"."""
    if lower[0] in words_of("behalf") or lower[0] == "special":
        return find_titled(" ".join(words[1:]))
    found = find_titled(" ".join(words)) or _misprinted(words)
    if found is None:
        ends = (" ".join(words[i:]) for i in range(1, len(words)))
        found = next((agency for agency in map(lookup, ends) if agency is not None), None)
    return found


def _misprinted(words: list[str]) -> Agency | None:
    """The agency whose long name, with a typing error in it, begins a title."""
    for i in range(len(words) - 1, 0, -1):
        text = " ".join(words[:i])
        agency = lookup(text)
        if agency is not None and not is_house_spelling(agency, text):
            continue  # "Ani Wijaya"
        agency = agency or (nearly(text) if len(text) >= _SHORTEST_MISPRINT else None)
        if agency is not None:
            return agency
    return None


def is_unnamed(text: str) -> bool:
    """Whether a byline names a desk and nobody: "By Our Correspondent", "By staff reporter"."""
    words = [word.strip(".,").lower() for word in text.split()]
    if not 0 < len(words) <= _MOST_UNNAMED_WORDS:
        return False
    return words[-1] in words_of("titles") and words[0] in words_of("unnamed")


@cache
def _stamps() -> frozenset[str]:
    """The first words of lines that only say when, or belong to a page."""
    return frozenset(stamp.split()[0] for stamp in words_of("stamps"))


def _is_stamp(segment: str) -> bool:
    """Whether words only say when: "Updated: Feb 13, 2020", or belong to a page: "Share"."""
    return segment.split(None, 1)[0].strip(":").lower() in _stamps() or _CLOCK.search(segment) is not None
