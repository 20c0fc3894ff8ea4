"""Lists of names, as credits have them -> the people with their titles and places, the agencies, the desks."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from ..agencies import is_shared, lookup, may_name_agency
from ..arguments import check_text
from ..article import Agency, Person
from ..place import Place
from ..places.lookup import is_place, is_region
from ..text.characters import CLOSING_BRACKETS, OPENING_BRACKETS, ORNAMENTS, QUOTATION_MARKS, plain_text
from ..text.patterns import pattern, plain_pattern
from .east_asian import east_asian_people
from .names import LONGEST_NAME, is_full_name, person_of, plain_name
from .notes import located, place_of, read_notes
from .words import habits, is_particle, refused_words, staff_words, words_of

# Texts up to this length are remembered once read.
_LONGEST_REMEMBERED = 120
_LONGEST_ITEM = 160
_LONGEST_LINE = 120
_MOST_LINE_WORDS = 13
_MOST_LINE_NAMES = 4
_MOST_ONE_NAME = 5
_MOST_BODY_WORDS = 6

# A full stop may belong to the name.
_AROUND_NAMES = ORNAMENTS.replace(".", "") + OPENING_BRACKETS + CLOSING_BRACKETS
_QUOTATION_MARKS = frozenset(QUOTATION_MARKS)


def read_person(text: str) -> Person | None:
    """The person of this name, written as people write it; ``None`` for an agency, a desk, a sentence.

    A name in mixed case is left as it is.

    >>> read_person("PETER BLACKBURN").name, read_person("TED D'AFFLISIO").name
    ('Peter Blackburn', "Ted D'Afflisio")
    >>> read_person("KIM YOO-JEONG").name, read_person("MARIA DE LA CRUZ").name
    ('Kim Yoo-jeong', 'Maria de la Cruz')
    >>> read_person("Reuters Staff") is None
    True
    """
    check_text(text, "pass the person's name")
    if len(text) > 2 * LONGEST_NAME:
        return None
    text = plain_text(text)
    items = items_of(text)
    if len(items) != 1:
        return None
    item = items[0].text
    east = east_asian_people(item, bare=True)
    if len(east) == 1:
        return Person(east[0].name, text.strip())
    if " " in item:
        return read_item(item).person
    lower = item.lower()
    return None if lower in staff_words() or lower in refused_words() else person_of([item])


def is_name(text: str) -> bool:
    """Whether a whole line could be the bare name of a person, or of several.

    >>> is_name("Andrew Kelly"), is_name("Michelle V. Rafter"), is_name("Ana Paz and Jo Roe")
    (True, True, True)
    >>> is_name("NEW YORK"), is_name("Associated Press"), is_name("Stocks Fall"), is_name("Rain fell.")
    (False, False, False, False)
    """
    if not 4 < len(text) <= _LONGEST_LINE or text[-1] in "?!:;,)]" or not text[0].isalpha() or text[0].islower():
        return False
    if not _is_line_of_names(text):
        return False
    items = _cuts().split(text.strip())
    return len(items) <= _MOST_LINE_NAMES and all(map(is_full_name, items))


def _is_line_of_names(text: str) -> bool:
    """Whether a line has few words, only joiners and particles in small letters, and a joiner where it has many."""
    words, joiners = text.split(), words_of("joiners")
    if len(words) > _MOST_LINE_WORDS or any(w[0].islower() and w not in joiners and not is_particle(w) for w in words):
        return False
    return len(words) <= _MOST_ONE_NAME or "," in text or not joiners.isdisjoint(text.lower().split())


class Names(NamedTuple):
    """What a list of names holds; ``has_unread`` when something in it is none of these."""

    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    has_desks: bool
    has_unread: bool


def read_names(text: str) -> Names:
    """The people with their places, the agencies and desks of a list of names.

    A place is that of all who are named since the last one: "A, B and C in Lima, D in Quito".

    >>> [(p.name, p.place and p.place.name) for p in read_names("Ana Paz and Jo Roe in Lima, Al Poe").people]
    [('Ana Paz', 'Lima'), ('Jo Roe', 'Lima'), ('Al Poe', None)]
    """
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _read_names(text)


@lru_cache(maxsize=512)
def _remembered(text: str) -> Names:
    """The same reporters and editors sign many stories."""
    return _read_names(text)


def _read_names(text: str) -> Names:
    person = plain_name(text.strip(_AROUND_NAMES))
    people = (person,) if person is not None else east_asian_people(text, bare=True)
    if people:
        return Names(people, (), False, False)
    names = _named(items_of(text))
    agencies = dict.fromkeys(agency for name in names for agency in name.agencies)
    unread = any(not (name.person or name.agencies or name.is_desk) for name in names)
    return Names(_placed(names), tuple(agencies), any(name.is_desk for name in names), unread)


def _placed(names: "Sequence[Name]") -> tuple[Person, ...]:
    """The people, each with the next place that is named: "A and B in Lima"."""
    people: list[Person] = []
    place: Place | None = None
    for name in reversed(names):
        place = place_of(name.place) if name.place is not None else place
        if name.person is not None:
            people.append(name.person if place is None else located(name.person, place))
    return tuple(reversed(people))


# ---------------------------------------------------------------- the items of a list


class Item(NamedTuple):
    """One part of a list of names, and what stands in brackets behind it."""

    text: str
    notes: tuple[str, ...] = ()


def items_of(text: str) -> list[Item]:
    """The parts of a list of names, without the signs round them.

    >>> items_of("Ann Doe (AP) and Jo Roe")
    [Item(text='Ann Doe', notes=('AP',)), Item(text='Jo Roe', notes=())]
    """
    if "\n" in text or "  " in text:
        text = " ".join(text.split())
    if _ANY_OPENING.isdisjoint(text):
        return [Item(part) for part in _split(text) if part]
    items: list[Item] = []
    at = 0
    for match in _BRACKETED.finditer(text):
        items = _with_parts(items, _split(text[at : match.start()]), match[1].strip())
        at = match.end()
    return _with_parts(items, _split(text[at:]), "")


_ANY_OPENING = frozenset(OPENING_BRACKETS)
# To the end, where nothing closes it.
_BRACKETED = plain_pattern(
    rf"[{re.escape(OPENING_BRACKETS)}]([^{re.escape(OPENING_BRACKETS + CLOSING_BRACKETS)}]*+)"
    rf"[{re.escape(CLOSING_BRACKETS)}]?"
)


def _with_parts(items: list[Item], parts: list[str], note: str) -> list[Item]:
    """The items with the parts that follow them, the last of which has the note.

    Names in brackets that stand behind nobody are a list themselves; what goes on behind a nickname belongs to the
    name before: "Ann (Bud) Roe".
    """
    if items and parts[0] and _is_nickname(items[-1]):
        items = [*items[:-1], Item(f"{items[-1].text} {parts[0]}")]
        parts = parts[1:]
    items = [*items, *(Item(part) for part in parts if part)]
    if not note:
        return items
    if not items:
        return [Item(part) for part in _split(note) if part]
    last = items[-1]
    return [*items[:-1], Item(last.text, (*last.notes, note))]


def _is_nickname(item: Item) -> bool:
    """Whether the brackets behind a given name hold another: "Ann (Bud)"."""
    note = item.notes[-1] if item.notes else ""
    return item.text.isalpha() and note.istitle() and note.isalpha() and lookup(note) is None


def _split(text: str) -> list[str]:
    """What stands between the commas and joiners of a text; empty where it begins or ends with one."""
    parts = _split_simply(text)
    return [_strip_end(part) for part in (_cuts().split(_with_places(text)) if parts is None else parts)]


def _split_simply(text: str) -> list[str] | None:
    """The names of a list that only "and" and commas part, as most do; ``None`` for any other."""
    if not text.isascii() or not _OTHER_SIGNS.isdisjoint(text) or " AND " in text:
        return None
    listed = text.replace(" and ", ", ")
    return listed.split(", ") if words_of("joiners").isdisjoint(listed.split()) else None


_OTHER_SIGNS = frozenset(";/&|-")


def _with_places(text: str) -> str:
    """The text with "in" for a word that joins names in one language, and in another stands before a place.

    It is the latter where a known place follows: "Núria Soler a Girona", and in Czech "Jan Novák a Petr Dvořák".
    """
    return _two_things().sub(lambda found: f" in {found[2]}" if is_place(found[2]) else found[0], text)


@cache
def _two_things() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, sorted(words_of("joiners") & words_of("places"))))
    return regex.compile(rf"\s({words})\s(\p{{Lu}}[^,;/()]{{1,40}}?)(?=\s*(?:[,;/()]|$))")


@cache
def _cuts() -> regex.Pattern[str]:
    """What stands between two names of a list."""
    words = sorted(words_of("joiners"), key=len, reverse=True)
    words += [word.upper() for word in words if len(word) > 1 and word.isascii() and word.isalpha()]
    joined = "|".join(map(regex.escape, words))
    signs = rf"\s*[,;、，；/&·|\n•]\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|\.\s*;|\s+[-–—]\s+"
    return regex.compile(rf"{signs}|(?<=\p{{Lu}}{{2}})-(?=\p{{Lu}}\p{{Ll}}+\s\p{{Lu}}{{2}})")


def _strip_end(text: str) -> str:
    """The text without the signs round it; the full stop of "Jr." and of an initial stays."""
    text = text.strip(_AROUND_NAMES)
    if text[:1] in _QUOTATION_MARKS and text[-1:] in _QUOTATION_MARKS and _QUOTATION_MARKS.isdisjoint(text[1:-1]):
        text = text[1:-1].strip(_AROUND_NAMES)
    while text.endswith("."):
        last = text[text.rfind(" ") + 1 :]
        if len(last) == 2 or last.lower() in habits().written or last.count(".") > 1:
            break
        text = text[:-1].rstrip(ORNAMENTS + CLOSING_BRACKETS)
    return text


# ---------------------------------------------------------------- whom an item names


class Name(NamedTuple):
    """One item of a list: a person, agencies, or a desk; ``place`` as printed."""

    person: Person | None = None
    agencies: tuple[Agency, ...] = ()
    place: str | None = None
    is_desk: bool = False


def _named(items: Iterable[Item]) -> list[Name]:
    """Whom the items name; a region goes with the place before it: "in Washington, D.C. Ann Doe in Boston"."""
    names: list[Name] = []
    for item in items:
        place = names[-1].place if names else None
        region, printed = _lead_region(item.text) if place is not None else ("", item.text)
        if region:
            names[-1] = names[-1]._replace(place=f"{place}, {region}")
        if printed:
            names.append(_with_notes(read_item(printed), item.notes))
    return names


_LEAD_REGION = pattern(r"((?:\p{Lu}\.){2,3}|\p{Lu}\p{Ll}{1,4}\.)\s+(?=\p{Lu})")


def _lead_region(item: str) -> tuple[str, str]:
    """The region that an item is, or begins with, and the rest."""
    if is_region(item):
        return item, ""
    match = _LEAD_REGION.match(item) if "." in item else None
    return (match[1], item[match.end() :]) if match is not None and is_region(match[1]) else ("", item)


def _with_notes(name: Name, notes: tuple[str, ...]) -> Name:
    """A name with what the brackets behind it say of a person."""
    if name.person is None or not notes:
        return name
    note = read_notes(notes)
    return name._replace(person=note.person(name.person), agencies=note.agencies)


def read_item(item: str) -> Name:
    """Whom one item of a list names.

    >>> read_item("Reuters writer Ann Doe in Lima").person.title, read_item("the Berlin newsroom").is_desk
    ('Reuters writer', True)
    """
    if len(item) > _LONGEST_ITEM:
        return Name()
    person = plain_name(item)
    if person is not None:
        return Name(person)
    agency = _agency_of(item)
    if agency is not None:
        return Name(agencies=(agency,))
    if item.isupper() and " " not in item and len(item) > 2 and is_shared(item):
        return Name(is_desk=True)  # an agency, but nobody knows which: "ENS"
    words = [word for word in item.split() if "@" not in word]
    if not words:
        return Name(is_desk=True)
    words, place = _without_place(words)
    person = plain_name(" ".join(words)) if place is not None else None
    return Name(person, place=place) if person is not None else _read_words(_without_ending(words), place)


def _agency_of(item: str) -> Agency | None:
    """The agency that an item is, with an article or without: "da Reuters"."""
    agency = lookup(item) if may_name_agency(item) else None
    if agency is not None or not item[0].islower():
        return agency
    article, _, name = item.partition(" ")
    return lookup(name) if article in habits().small else None


def _read_words(words: list[str], place: str | None) -> Name:
    """Whom words name that are no plain name: a desk, or a person with a title or a name of more words."""
    lower = [word.strip(".,'’").lower() for word in words]
    if lower[-1] in words_of("desks") or (lower[0] in words_of("articles") and _is_body(words)):
        agency = _agency_of_desk(words, lower)
        return Name(agencies=(agency,) if agency is not None else (), place=place, is_desk=True)
    if len(words) == 1 and (is_place(words[0]) or not _may_stand_alone(words[0])):
        return Name(is_desk=True)  # "Shanghai and Beijing newsrooms", "at IFR/BasisPoint"
    title, name = _without_title(words, lower) if len(words) > 2 else (None, words)
    person = person_of(name, title)
    return Name(person, place=place if person is not None else None)


def _is_body(words: list[str]) -> bool:
    """Whether words behind an article name a body: "The Daily Example", and not "the party has won"."""
    return 1 < len(words) <= _MOST_BODY_WORDS and all(not word[0].islower() for word in (words[1], words[-1]))


def _agency_of_desk(words: list[str], lower: list[str]) -> Agency | None:
    """The agency whose desk or staff words name: "the Reuters newsroom"."""
    not_names = words_of("desks") | words_of("articles")
    rest = " ".join([word for word, low in zip(words, lower, strict=True) if low not in not_names])
    return lookup(" ".join(words)) or (lookup(rest) if rest else None)


def _may_stand_alone(word: str) -> bool:
    """Whether one word alone may be a name: not "BasisPoint"."""
    return not any(c.isupper() for c in word[1:]) or word.isupper() or "-" in word or "'" in word


def _without_place(words: list[str]) -> tuple[list[str], str | None]:
    """A name without "in Lima" behind it, and the place."""
    places = words_of("places")
    for i in range(1, len(words) - 1):
        if words[i] in places and not words[i + 1][0].islower():
            return words[:i], " ".join(words[i + 1 :])
    return words, None


def _without_ending(words: list[str]) -> list[str]:
    """A name without words for a language service behind it ("… للنشرة العربية")."""
    text = " ".join(words)
    endings = [ending for ending in words_of("endings") if text.endswith(f" {ending}")]
    return text.removesuffix(max(endings, key=len)).split() if endings else words


def _without_title(words: list[str], lower: list[str]) -> tuple[str | None, list[str]]:
    """The title before a name, and the name: "Associated Press writer", "London bureau chief", "Jill Colvin"."""
    titles = words_of("titles")
    ends = [i for i, word in enumerate(lower[:-1]) if word in titles and words[i][0].islower()]
    before = words[: ends[-1]] if ends else []
    house = " ".join([word for word in before if word not in titles])
    if not ends or (house and lookup(house) is None and not is_place(house)):
        return None, words
    return " ".join(words[: ends[-1] + 1]), words[ends[-1] + 1 :]
