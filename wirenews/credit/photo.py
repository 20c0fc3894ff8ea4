"""The credit of a photo -> :class:`~wirenews.article.Attribution`: who took it, and which agencies sell it.

Such a line stands anywhere in a story, so it is read only where it can be nothing else: a label ("Photo:"),
then names of people and agencies and words for where the photo comes from; without a label an agency beside
one of these. A caption, or a headline that begins with "Photo", holds other words. The words are rows in
``data/credits.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..agencies import is_house_spelling, lookup, only_agencies
from ..article import Agency, Attribution, Person
from ..people.east_asian import east_asian_people
from ..people.lists import is_name, read_names
from ..text import tables
from ..text.characters import AROUND, CLOSING_BRACKETS, OPENING_BRACKETS
from ..text.layout import clean
from ..text.patterns import pattern

LONGEST_PHOTO_CREDIT = 100
_MOST_ITEMS = 7
_MOST_NAME_WORDS = 3


def read_photo_credit(source: str, start: int, end: int) -> Attribution | None:
    """The credit of a photo that ``source[start:end]`` is, when it is nothing else.

    >>> for line in ("(AP Photo/Ann Doe)", "Photo: Jo Roe/AFP via Getty Images", "Representational Image (ANI)"):
    ...     credit = read_photo_credit(line, 0, len(line))
    ...     print([a.id for a in credit.agencies], [p.name for p in credit.people])
    ['ap'] ['Ann Doe']
    ['afp', 'getty-images'] ['Jo Roe']
    ['ani'] []
    >>> read_photo_credit("Photo: the story of a picture", 0, 29) is None
    True
    """
    if end - start > LONGEST_PHOTO_CREDIT:
        return None
    text = source[start:end]
    if not _may_be_credit(text):
        return None
    core = text.strip(AROUND)
    label = _label(core)
    found = _read_labelled(core, label) if label else None
    if found is None:
        found = _read_unlabelled(core)
    if found is None:
        return None
    agencies = tuple(dict.fromkeys(found.agencies))
    return Attribution(start, end, clean(source, start, end), "credit.photo", "photo", agencies, tuple(found.people))


def _may_be_credit(text: str) -> bool:
    """Whether a line is worth a closer look; nearly every one is refused, by its first word and, if short, its last."""
    firsts, lasts = _edges()
    if text.partition(" ")[0].lower() in firsts or "/" in text or " via " in text:
        return True
    if len(text) <= _LONGEST_UNLABELLED and text[text.rfind(" ") + 1 :].lower() in lasts:
        return True
    return not text.isascii() and max(text[:2]) >= _CLOSE_SCRIPTS


_LONGEST_UNLABELLED = 32  # "Getty Images", "PTI File Photo"
_CLOSE_SCRIPTS = "\u2e80"  # from here on they leave no blanks between words


class _Words(NamedTuple):
    """The words of the table, in lower case."""

    labels: frozenset[str]
    names: frozenset[str]  # labels that a person's name may follow, and nothing else
    owners: frozenset[str]  # words of labels that say whose the photo is, who need be no person
    marks: frozenset[str]  # where a photo comes from
    givers: frozenset[str]  # marks beside the name of who gave the photo away


@cache
def _words() -> _Words:
    table = tables.load("credits")
    labels, *others = (
        frozenset(row for rows in languages.values() for row in rows)
        for languages in (table["roles"]["photo"], *map(table["photo"].get, ("names", "owners", "marks", "givers")))
    )
    return _Words(labels, *others)


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first words of labels and the last words of marks, with the signs that may stand at them."""
    labels, _, _, marks, _ = _words()
    firsts = {label.split()[0] for label in labels}
    lasts = {mark.split()[-1] for mark in marks}
    return (
        frozenset(f"{sign}{word}{end}" for word in firsts for sign in ("", *OPENING_BRACKETS) for end in ("", *_SIGNS)),
        frozenset(f"{word}{sign}" for word in lasts for sign in ("", ".", *CLOSING_BRACKETS)),
    )


_RUN = pattern(r"[\p{L}\p{M}]['’\p{L}\p{M}]*+(?:\s[\p{L}\p{M}]['’\p{L}\p{M}]*+){0,4}+")


def _label(core: str) -> str:
    """The longest label that a text begins with, as printed; empty when there is none."""
    run = _RUN.match(core)
    words = run[0] if run is not None else ""
    labels = _words().labels
    while words and words.lower().replace("’", "'") not in labels:
        words = words[: max(words.rfind(" "), words.rfind("\n"), 0)]
    return words


class _Found(NamedTuple):
    """What the items of a credit are, in order; an agency's own photo ("AP Photo") is marked too."""

    people: list[Person]
    agencies: list[Agency]
    marked: bool
    given: bool


# A hyphen that is no part of a name; brackets within the line; "via" between photographer and agency.
_CUT = pattern(r"\s*+[/／|,、;()（）\[\]［］©]++\s*+|\s++(?:-|–|—|via|through)\s++")
_SIGNS = ":：=＝/／|(（[［.©-–—"


def _read_labelled(core: str, label: str) -> _Found | None:
    """ "Photo: Ann Doe/AFP", "Photo by Ann Doe", "File Photo (PTI)", "Photo courtesy of Acme Corp."."""
    words = label.lower().split()
    rest = core[len(label) :].lstrip()
    signed = rest[:1] in _SIGNS and bool(rest)
    rest = rest.lstrip(_SIGNS + " \n")
    if not rest:
        return None
    table = _words()
    found = _read_items(rest)
    if not table.owners.isdisjoint(words):
        if found is not None:
            return found._replace(people=[])
        return _Found([], [], False, True) if _is_owner(rest) else None
    if found is None or found.agencies or found.marked:
        return found if signed or label.lower() in table.names or rest.isupper() else None  # "Photo AFP"
    one = label.lower() in table.names and all(person.text.count(" ") < _MOST_NAME_WORDS for person in found.people)
    return found if one else None


def _is_owner(text: str) -> bool:
    """Whether words could be whose a photo is: capitals, and few of them."""
    words = text.split()
    return len(words) <= _MOST_ITEMS and all(
        not word[0].islower() or word in ("of", "the", "and", "for") for word in words
    )


def _read_unlabelled(core: str) -> _Found | None:
    """ "REUTERS/Ann Doe", "Ann Doe/AFP/Getty Images", "AFP via Getty Images", "Pool/AFP"."""
    found = _read_items(core)
    if found is None or not found.agencies:
        return None
    if found.marked:
        return found
    sold = any(agency.kind == "photo" for agency in found.agencies)
    if sold and (found.people or " via " in core):
        return found
    first, slash, _ = core.partition("/")
    return found if slash and found.people and lookup(first) is not None else None


def _read_items(text: str) -> _Found | None:
    """The people, agencies and marks that a text lists; ``None`` when a part of it is none of these."""
    found = _Found([], [], False, False)
    items = _CUT.split(text)
    if len(items) > _MOST_ITEMS:
        return None
    for item in items:
        words = " ".join(item.strip(AROUND).split())
        read = _read_item(words) if words else found
        if read is None:
            return None
        if read is not found:
            found = _Found(
                found.people + read.people,
                found.agencies + read.agencies,
                found.marked or read.marked,
                found.given or read.given,
            )
    return found._replace(people=[]) if found.given else found


def _read_item(item: str) -> _Found | None:
    table = _words()
    lower = item.lower()
    given = lower in table.givers
    if given or lower in table.marks or (item[0] == "@" and " " not in item):
        return _Found([], [], True, given)
    agencies = only_agencies(item)
    if agencies:
        marked = " " in item and lower.rpartition(" ")[2] in table.marks  # "Getty Images"
        return _Found([], list(agencies), marked, False)
    if lookup(item) is not None:
        return None
    name, _, mark = item.partition(" ")
    if mark and mark.lower() in table.marks:  # "PTI File Photo"
        agency = lookup(name)
        return _Found([], [agency], True, False) if agency is not None and is_house_spelling(agency, name) else None
    people = _people(item)
    return _Found(people, [], False, False) if people else None


def _people(item: str) -> list[Person]:
    """The photographers of one item: "Ann Doe", "Ann Doe and Jo Roe", "김철수 기자"."""
    east = east_asian_people(item, bare=True)
    if east:
        return list(east)
    names = read_names(item) if is_name(item) else None
    return list(names.people) if names is not None and not names.has_unread and not names.agencies else []
