"""Words -> :class:`~wirenews.article.Person`: names, and the lists of names that credits hold.

The package ``nameparser`` is not used: it takes names apart (given, middle, family name), which a
credit does not need, it is LGPL, and what is needed here, a name in capitals written as people write
it, is a page of code. The words are rows in ``data/credits.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from ..agencies import find_titled, first_and_last_words, lookup, may_name_agency, only_agencies
from ..article import Agency, Person, Place
from ..places.lookup import find_place, is_place, is_region
from ..places.read import read_places
from ..text import tables
from ..text.characters import plain_text
from ..text.patterns import pattern

_LONGEST_NAME = 60
# Texts up to this length are remembered once read.
_LONGEST_REMEMBERED = 120
_MOST_NAME_WORDS = 6
# Up to this length the parts of a name may add up to the short name of an agency.
_SHORT_NAME = 12
ROUND = " \t\r\n\f\v\u00a0\u3000-‐‑‒–—―_=~*|/.,;:：，。、·•#>\u200b"
OPENING = "([{（［【〔"
CLOSING = ")]}）］】〕"
AROUND = ROUND + OPENING + CLOSING + "!"
_AROUND_NAMES = ROUND.replace(".", "") + OPENING + CLOSING
_APOSTROPHES = "'’ʼ`"


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
    if not isinstance(text, str):
        raise TypeError(f"read_person() reads a str, got {type(text).__name__} {text!r}: pass the person's name")
    if len(text) > 2 * _LONGEST_NAME:
        return None
    text = plain_text(text)
    items = items_of(text)
    if len(items) != 1:
        return None
    item = items[0].text
    east = east_asian_names(item, bare=True)
    if east and len(east) == 1:
        return Person(east[0], text.strip())
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
    length = len(text)
    if not 4 < length <= 120 or text[-1] in "?!:;,)]" or not text[0].isalpha() or text[0].islower():
        return False
    words = text.split()
    joiners = joining_words()
    if len(words) > _MOST_LINE_WORDS or any(w[0].islower() and not _may_be_small(w, joiners) for w in words):
        return False
    if len(words) > _MOST_ONE_NAME and "," not in text and joiners.isdisjoint(text.lower().split()):
        return False
    items = _cuts().split(text.strip())
    return 0 < len(items) <= 4 and all(map(_is_one_name, items))


def _may_be_small(word: str, joiners: frozenset[str]) -> bool:
    """Whether a word may stand in lower case in a line of names."""
    particles = _particles()
    return word in joiners or word in particles.lower or word in particles.after or _is_bound(word)


_MOST_LINE_WORDS = 13
_MOST_ONE_NAME = 5


def _is_one_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _MOST_ONE_NAME or not _is_name_shape(words):
        return False
    refused = refused_words()
    if any(word.strip(".'’").lower() in refused for word in words):
        return False
    last = words[-1]
    if last[-1] == "." and last.lower() not in _particles().suffixes:
        return False
    if not any(len(word.strip(".")) > 1 for word in words[1:]):
        return False
    return lookup(text) is None and not is_place(text) and words[-1].lower() not in title_words()


@cache
def refused_words() -> frozenset[str]:
    return frozenset(tables.load("credits")["not_names"]["en"])


@cache
def refused_edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the other words that no name has behind "By", where April is a girl and West a family."""
    rows = tables.load("credits")["not_names"]
    return refused_words().difference(rows["given"]), refused_words().difference(rows["family"])


@cache
def joining_words() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["joiners"].values() for word in words)


class Names(NamedTuple):
    """What a list of names holds; ``strange`` when something in it is none of these."""

    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    desks: bool
    strange: bool


@cache
def _cuts() -> regex.Pattern[str]:
    """What stands between two names of a list."""
    words = sorted(joining_words(), key=len, reverse=True)
    words += [word.upper() for word in words if len(word) > 1 and word.isascii() and word.isalpha()]
    joined = "|".join(map(regex.escape, words))
    return regex.compile(rf"\s*[,;、，；/&·|\n•]\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|\.\s*;|\s+[-–—]\s+")


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["places"].values() for word in words)


@cache
def desk_words() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["desks"].values() for word in words)


@cache
def staff_words() -> frozenset[str]:
    return title_words() | desk_words()


@cache
def title_words() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["titles"].values() for word in words)


def read_names(text: str) -> Names:
    """The people with their places, the agencies and desks of a list of names.

    A place is that of all who are named since the last one: "A, B and C in Lima, D in Quito".
    """
    return _read_few(text) if len(text) <= _LONGEST_REMEMBERED else _read_names(text)


@lru_cache(maxsize=512)
def _read_few(text: str) -> Names:
    """The same reporters and editors sign many stories."""
    return _read_names(text)


def _read_names(text: str) -> Names:
    person = plain_name(text.strip(_AROUND_NAMES))
    if person is not None:
        return Names((person,), (), False, False)
    people: list[Person] = []
    agencies: list[Agency] = []
    desks = strange = False
    group = 0  # the first person of whom no place is known yet
    settled = 0  # the first person of the last group that has a place
    place: str | None = None
    for item in items_of(text):
        printed = item.text
        if place is not None:
            region, printed = _lead_region(printed)
            if region:
                place = f"{place}, {region}"
                people = settle_place(people, settled, place)
            if not printed:
                continue
        name = read_item(printed)
        if name.person is not None:
            note = read_notes(item.notes)
            people.append(note.person(name.person))
            agencies += note.agencies
        agencies += name.agencies
        desks = desks or name.desk
        strange = strange or not (name.person or name.agencies or name.desk)
        place = name.place
        if place is not None:
            settled, group = group, len(people)
            people = settle_place(people, settled, place)
    return Names(tuple(people), tuple(dict.fromkeys(agencies)), desks, strange)


class Item(NamedTuple):
    """One part of a list of names, and what stands in brackets behind it."""

    text: str
    notes: tuple[str, ...] = ()


def items_of(text: str) -> list[Item]:
    """The parts of a list of names, without what stands round them.

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


_ANY_OPENING = frozenset(OPENING)
# To the end, where nothing closes it.
_BRACKETED = pattern(rf"[{regex.escape(OPENING)}]([^{regex.escape(OPENING + CLOSING)}]*+)[{regex.escape(CLOSING)}]?")


def _with_parts(items: list[Item], parts: list[str], note: str) -> list[Item]:
    """The items with the parts that follow them, the last of which has the note.

    Names in brackets that stand behind nobody are a list themselves; what goes on behind a nickname belongs to the
    name before: "Ann (Bud) Roe".
    """
    if items and parts and parts[0] and _is_nickname(items[-1]):
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
    return [_strip_end(part) for part in (_cuts().split(text) if parts is None else parts)]


class Note(NamedTuple):
    """What brackets behind a name say of the person; what is none of these (an address, "Guest") is left out."""

    agencies: tuple[Agency, ...] = ()
    title: str | None = None
    place: Place | None = None

    def person(self, named: Person) -> Person:
        """The person with title and place, where the name has none itself."""
        if self.title is None and self.place is None:
            return named
        return Person(named.name, named.text, named.title or self.title, named.place or self.place)


def read_notes(notes: tuple[str, ...]) -> Note:
    """What the brackets behind a name say: an agency, a title, a place.

    >>> note = read_notes(("AP Medical Writer", "Lima"))
    >>> note.agencies[0].id, note.title, note.place.name
    ('ap', 'AP Medical Writer', 'Lima')
    """
    if not notes:
        return Note()
    found = [_read_note(note) for whole in notes for note in _note_parts(whole)]
    agencies = dict.fromkeys(agency for note in found for agency in note.agencies)
    titles = [note.title for note in found if note.title is not None]
    places = [note.place for note in found if note.place is not None]
    return Note(tuple(agencies), titles[0] if titles else None, places[0] if places else None)


def _note_parts(text: str) -> list[str]:
    """A note that says one thing as a whole ("Lisbon, Portugal"), or its parts ("Reuters, Lisbon")."""
    parts = [part for part in _NOTE_CUT.split(text) if part]
    notes = map(_read_note, parts) if len(parts) > 1 else ()
    return parts if any(note.agencies or note.title for note in notes) else [text]


_NOTE_CUT = pattern(r"\s*[,;/|،、]\s*")


def _read_note(text: str) -> Note:
    if len(text) > _LONGEST_NAME:
        return Note()
    if text.split()[-1].strip(".").lower() in title_words():
        agency = find_titled(text)
        return Note((agency,) if agency is not None else (), text)
    agencies = only_agencies(text)
    if agencies:
        return Note(agencies)
    return Note(place=place_of(text)) if is_place(text) else Note()


def _split_simply(text: str) -> list[str] | None:
    """The names of a list that only "and" and commas part, as most do; ``None`` for any other."""
    if not text.isascii() or not _OTHER_SIGNS.isdisjoint(text) or " AND " in text:
        return None
    listed = text.replace(" and ", ", ")
    return listed.split(", ") if joining_words().isdisjoint(listed.split()) else None


_OTHER_SIGNS = frozenset(";/&|-")


def _strip_end(text: str) -> str:
    """The text without the signs round it; the full stop of "Jr." and of an initial stays."""
    text = text.strip(_AROUND_NAMES)
    if text[:1] in _QUOTES and text[-1:] in _QUOTES and _QUOTES.isdisjoint(text[1:-1]):
        text = text[1:-1].strip(_AROUND_NAMES)
    while text.endswith("."):
        last = text[text.rfind(" ") + 1 :]
        if len(last) == 2 or last.lower() in tables.load("credits")["particles"]["suffixes"] or last.count(".") > 1:
            break
        text = text[:-1].rstrip(ROUND + CLOSING)
    return text


_QUOTES = frozenset('"“”„«»')
_LEAD_REGION = pattern(r"((?:\p{Lu}\.){2,3}|\p{Lu}\p{Ll}{1,4}\.)\s+(?=\p{Lu})")


def _lead_region(item: str) -> tuple[str, str]:
    """The region that an item is, or begins with, and the rest: "in Washington, D.C. Ann Doe in Boston"."""
    if is_region(item):
        return item, ""
    match = _LEAD_REGION.match(item) if "." in item else None
    return (match[1], item[match.end() :]) if match is not None and is_region(match[1]) else ("", item)


def settle_place(people: Sequence[Person], first: int, text: str) -> list[Person]:
    """The people, those from the first on with the place."""
    place = place_of(text)
    return [p if i < first else Person(p.name, p.text, p.title, place) for i, p in enumerate(people)]


@lru_cache(maxsize=256)
def place_of(text: str) -> Place:
    """The place of this name, known or not; the same few cities stand in most credits."""
    found = find_place(text)
    if found is None:
        several = read_places(text)
        found = several[0] if len(several) == 1 else None
    return found or Place(text, text)


class Name(NamedTuple):
    """One item of a list: a person, agencies, or a desk; ``place`` as printed."""

    person: Person | None = None
    agencies: tuple[Agency, ...] = ()
    place: str | None = None
    desk: bool = False


def plain_name(item: str) -> Person | None:
    """The person of two plain words that are no agency and no desk, as most names are; ``None`` for all else.

    >>> plain_name("Jo Roe").name, plain_name("JO ROE").name, plain_name("Berlin Newsroom")
    ('Jo Roe', 'Jo Roe', None)
    """
    first, _, last = item.partition(" ")
    if not (first.isalpha() and last.isalpha() and item.isascii()) or len(item) > _LONGEST_NAME:
        return None
    not_first, not_last = _beside_no_name()
    if first.lower() in not_first or last.lower() in not_last:
        return None
    if len(item) <= _SHORT_NAME and lookup(item) is not None:  # "An Sa"
        return None
    if item.istitle():
        return Person(item, item)
    if not item.isupper() or first.lower() in _ARTICLES:
        return None
    return Person(_natural_case(item, [first, last]), item)


@cache
def _beside_no_name() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words that need a closer look: those of agencies and desks."""
    firsts, lasts = first_and_last_words()
    return firsts | {"the"}, lasts | desk_words()


def read_item(item: str) -> Name:
    if len(item) > _LONGEST_ITEM:
        return Name()
    person = plain_name(item)
    if person is not None:
        return Name(person)
    agency = lookup(item) if len(item) <= _LONGEST_NAME and may_name_agency(item) else None
    if agency is not None:
        return Name(agencies=(agency,))
    words = item.split()
    if "@" in item:
        words = [word for word in words if "@" not in word]
        if not words:
            return Name(desk=True)
    words, place = _without_place(words)
    person = plain_name(" ".join(words)) if place is not None and words[0].lower() not in _ARTICLES else None
    if person is not None:
        return Name(person, place=place)
    if not item.isascii():
        words = _without_ending(words)
    lower = [word.strip(".,'’").lower() for word in words]
    desks = desk_words()
    if lower[-1] in desks or (lower[0] in _ARTICLES and _is_body(words)):
        rest = [word for word, low in zip(words, lower, strict=True) if low not in desks and low not in _ARTICLES]
        agency = lookup(" ".join(words)) or (lookup(" ".join(rest)) if rest else None)
        return Name(agencies=(agency,) if agency is not None else (), place=place, desk=True)
    if len(words) == 1 and (is_place(words[0]) or not _may_stand_alone(words[0])):
        return Name(desk=True)  # "Shanghai and Beijing newsrooms", "at IFR/BasisPoint"
    title, name = _without_title(words, lower) if len(words) > 2 else (None, words)
    person = person_of(name, title)
    return Name(person, place=place if person is not None else None)


_LONGEST_ITEM = 160
_MOST_BODY_WORDS = 6
_ARTICLES = frozenset({"the", "our"})


def _is_body(words: list[str]) -> bool:
    """Whether words behind an article name a body: "The Daily Example", and not "the party has won"."""
    return 1 < len(words) <= _MOST_BODY_WORDS and all(not word[0].islower() for word in (words[1], words[-1]))


def _may_stand_alone(word: str) -> bool:
    """Whether one word alone may be a name: not "BasisPoint"."""
    return not any(c.isupper() for c in word[1:]) or word.isupper() or "-" in word or "'" in word


def _without_place(words: list[str]) -> tuple[list[str], str | None]:
    """A name without "in Lima" behind it, and the place."""
    places = _place_words()
    for i in range(1, len(words) - 1):
        if words[i] in places and not words[i + 1][0].islower():
            place = " ".join(words[i + 1 :])
            return words[:i], place
    return words, None


def _without_ending(words: list[str]) -> list[str]:
    """A name without words for a language service behind it ("… للنشرة العربية")."""
    for ending in _endings():
        if len(words) > len(ending) and tuple(words[-len(ending) :]) == ending:
            return words[: -len(ending)]
    return words


@cache
def _endings() -> list[tuple[str, ...]]:
    return [tuple(row.split()) for rows in tables.load("credits")["endings"].values() for row in rows]


def _without_title(words: list[str], lower: list[str]) -> tuple[str | None, list[str]]:
    """The title before a name, and the name: "Associated Press writer", "Jill Colvin"."""
    titles = title_words()
    for i in range(len(words) - 2, -1, -1):
        if lower[i] in titles and words[i][0].islower():
            before = words[:i]
            if lookup(" ".join(before)) is not None or all(word in titles for word in before):
                return " ".join(words[: i + 1]), words[i + 1 :]
            return None, words
    return None, words


def person_of(words: list[str], title: str | None = None) -> Person | None:
    """The person whose name these words are."""
    if not 0 < len(words) <= _MOST_NAME_WORDS:
        return None
    text = " ".join(words)
    if (len(text) <= _SHORT_NAME or may_name_agency(text)) and find_titled(text) is not None:
        return None
    plain = _plain_person(text, title)
    if plain is not None:
        return plain
    if not _is_name_shape(words) or not _is_paired(text):
        return None
    return Person(_natural_case(text, words), text, title)


def _plain_person(text: str, title: str | None = None) -> Person | None:
    """The person of a name that needs no looking into: "Ann Doe"."""
    if text.istitle() and text.isascii() and text.replace(" ", "").isalpha() and len(text) <= _LONGEST_NAME:
        return Person(text, text, title)
    return None


def _is_name_shape(words: list[str]) -> bool:
    """Whether words look like a name: capitals first, particles in between, no figures."""
    first = words[0]
    if first[0].islower() and not (first.lower() in _particles().lower or _is_bound(first)):
        return (
            all(word.isalpha() and word.islower() for word in words)
            and 2 <= len(words) <= 3
            and not (refused_words() & set(words))
        )
    capital = False
    for word in words:
        if not _NAME_WORD.fullmatch(word):
            return False
        if not word[0].islower():
            capital = True
        elif not (word in _particles().lower or word in _particles().after or _is_bound(word)):
            return False
    return capital and len(" ".join(words)) <= _LONGEST_NAME


_NAME_WORD = pattern(r"""[\p{L}\p{M}'’ʼ`“”„«»".\-‐‑]+""")


def _is_paired(text: str) -> bool:
    """Whether each quotation mark of a name has its fellow: 'Ann "Bud" Roe'."""
    return _QUOTES.isdisjoint(text) or _QUOTES.isdisjoint(_QUOTED.sub("", text))


_QUOTED = pattern(r'"[^"“”„«»]++"|“[^"“”„«»]++”|„[^"“”„«»]++[“”]|«[^"“”„«»]++»')


def _is_bound(word: str) -> bool:
    """Whether a word in lower case is bound to a name: "al-Assad", "d'Estaing"."""
    head, mark, rest = word.replace("’", "'").replace("'", "-").partition("-")
    return bool(mark) and len(head) <= 3 and bool(rest) and not rest[0].islower()


class _Particles(NamedTuple):
    lower: frozenset[str]
    after: frozenset[str]
    mac: frozenset[str]
    suffixes: dict[str, str]
    family_first: frozenset[str]
    short: frozenset[str]


@cache
def _particles() -> _Particles:
    row = tables.load("credits")["particles"]
    return _Particles(
        frozenset(row["lower"]),
        frozenset(row["after"]),
        frozenset(row["mac"]),
        row["suffixes"],
        frozenset(row["family_first"]),
        frozenset(row["short"]),
    )


_INNER_CAPITALS = pattern(r"\b(?:Mc|Mac|O['’]|D['’]|Mac)(?=\p{Lu})|\b(?:Jr|Sr|Dr|St|Mr|Ms|Mrs)\b\.?")


def _natural_case(text: str, words: list[str]) -> str:
    """A name in capitals (or in small letters) as people write it; any other as it is."""
    if not (text.isupper() or text.islower()):
        rest = _INNER_CAPITALS.sub("", text)
        if any(map(str.islower, rest)) or not (text.isascii() or rest != text):
            return text
        if not any(map(str.isupper, text)):
            return text
    if len(words) == 1 and len(text) <= 3 and text.isupper():
        return text
    particles = _particles()
    small = text.islower()
    written: list[str] = []
    for i, word in enumerate(words):
        lower = word.lower()
        before = words[i - 1].lower() if i else ""
        last = i + 1 == len(words)
        small_first = not i and len(words) > 2 and words[1].lower() in particles.after
        if lower in particles.suffixes and i:
            written.append(particles.suffixes[lower])
        elif not last and (
            (lower in particles.lower and (i or small_first))
            or (lower in particles.after and before in particles.lower)
        ):
            written.append(lower)
        else:
            family = written[0].lower() if i == 1 else ""
            written.append(_cased(word, family in particles.family_first, small))
    return " ".join(written)


def _cased(word: str, given_after_family: bool, small: bool) -> str:
    """One word of a name with its capitals."""
    particles = _particles()
    bare = word.strip(".")
    if len(bare) == 1:
        return word.upper()
    if "." in bare:
        return word.upper() if len(word) <= 6 else word
    if not small and _is_initials(bare, particles):
        return word
    if "-" in word:
        head, *parts = word.split("-")
        if head.lower() in _ARTICLES_ARABIC:
            return "-".join([head.lower(), *(_cased(part, False, small) for part in parts)])
        if given_after_family:
            return "-".join([_cased(head, False, small), *(part.lower() for part in parts)])
        return "-".join(_cased(part, False, small) if part else "" for part in (head, *parts))
    for mark in _APOSTROPHES if not word.isascii() or "'" in word or "`" in word else "":
        head, found, tail = word.partition(mark)
        if found and tail:
            return _capital(head) + mark + (_capital(tail) if len(head) <= 2 or len(tail) > 2 else tail.lower())
    lower = word.lower()
    if lower.startswith("mc") and len(lower) > 3:
        return "Mc" + _capital(lower[2:])
    if lower in particles.mac or (word.startswith("Mac") and word[3:].isupper()):
        return "Mac" + _capital(lower[3:])
    return _capital(word)


_ARTICLES_ARABIC = frozenset({"al", "el", "ul", "ad", "as", "ar", "an"})


def _is_initials(word: str, particles: _Particles) -> bool:
    """Whether two capitals are initials run together ("TJ Smith"), and not a short name ("Ng")."""
    return (
        len(word) == 2 and word.isupper() and not set(word) & set("AEIOUYÄÖÜÉ") and word.lower() not in particles.short
    )


def _capital(word: str) -> str:
    """The word with a capital first, behind the quotation mark of a nickname too."""
    return word[:1] + word[1:].capitalize() if word[:1] in '"“(' else word.capitalize()


class _EastAsian(NamedTuple):
    before: regex.Pattern[str]
    after: regex.Pattern[str]
    families: frozenset[str]


@cache
def _east_asian() -> _EastAsian:
    row = tables.load("credits")["east_asian"]
    before = "|".join(sorted(map(regex.escape, row["before"]), key=len, reverse=True))
    after = "|".join(sorted(map(regex.escape, row["after"]), key=len, reverse=True))
    return _EastAsian(
        regex.compile(rf"\s*(?:{before})\s*[:：]?\s*"), regex.compile(rf"\s*(?:{after})\s*"), frozenset(row["families"])
    )


_EAST_NAME = pattern(r"\p{Han}{2,4}|\p{Hangul}{2,4}|\p{Han}{1,3}[ 　]\p{Han}{1,3}|[\p{Han}\p{Katakana}·・]{3,14}")
_EAST_CUT = pattern(r"[、，,/;；\s]+")


def east_asian_names(text: str, *, bare: bool) -> list[str]:
    """The reporters of "记者罗沙", "김병규 기자"; with ``bare`` also names alone, known by the family name."""
    if text.isascii() or len(text) > 60 or max(text) < "\u2e80":
        return []
    table = _east_asian()
    core = text.strip(ROUND + OPENING + CLOSING)
    marked = False
    match = table.before.match(core)
    if match is not None:
        core, marked = core[match.end() :], True
    names: list[str] = []
    for part in _EAST_CUT.split(core):
        after = table.after.search(part)
        if after is not None and after.end() == len(part):
            marked = True
            part = part[: after.start()]
        if not part:
            continue
        if _EAST_NAME.fullmatch(part) is None or lookup(part) is not None:
            return []
        names.append(part)
    if not marked and (not bare or any(name[0] not in table.families or is_place(name) for name in names)):
        return []
    return names
