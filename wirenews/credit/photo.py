"""The credit of a photo -> :class:`~wirenews.article.Attribution`: who took it, and which agencies sell it.

Such a line stands anywhere in a story, so it is read only where it can be nothing else: a label ("Photo:"),
then names of people and agencies and words for where the photo comes from; without a label an agency beside
one of these. A caption, or a headline that begins with "Photo", holds other words. The words are those
of ``[photo]`` and of the role ``photo`` in the files of the languages.
"""

import re
from functools import cache
from typing import NamedTuple

from ..agencies import agencies as all_agencies
from ..agencies import is_house_spelling, is_shared, lookup, may_name_agency, only_agencies
from ..article import Agency, Attribution, Person
from ..people.east_asian import east_asian_people
from ..people.lists import is_name, read_names
from ..people.words import words_of
from ..text import tables
from ..text.characters import AROUND, CLOSING_BRACKETS, EAST_ASIA, OPENING_BRACKETS
from ..text.layout import clean
from ..text.patterns import Phrases, pattern

LONGEST_PHOTO_CREDIT = 100
_MOST_ITEMS = 7
_MOST_NAME_WORDS = 3
_LONGEST_UNLABELLED = 32  # "Getty Images", "PTI File Photo"

_SIGNS = ":：=＝/／|(（[［.©-–—"
_BEFORE_LABEL = _SIGNS + OPENING_BRACKETS
_BEHIND_MARK = "." + CLOSING_BRACKETS


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
    return Attribution(start, end, clean(source, start, end), "credit.photo", "photo", agencies, found.people)


def _may_be_credit(text: str) -> bool:
    """Whether a line is worth a closer look; nearly every one is refused, by its first word and, if short, its last."""
    words = words_of_photos()
    if text.partition(" ")[0].lower().strip(_BEFORE_LABEL) in words.firsts or "/" in text or passes_on(text):
        return True
    if len(text) <= _LONGEST_UNLABELLED and text[text.rfind(" ") + 1 :].lower().rstrip(_BEHIND_MARK) in words.lasts:
        return True
    return max(text[:2]) >= EAST_ASIA


class PhotoWords(NamedTuple):
    """The words of the table, in lower case."""

    labels: frozenset[str]
    names: frozenset[str]  # labels that a person's name may follow, and nothing else
    owners: frozenset[str]  # words of labels that say whose the photo is, who need be no person
    marks: frozenset[str]  # where a photo comes from
    givers: frozenset[str]  # marks beside the name of who gave the photo away
    through: frozenset[str]  # between the owner of a photo and the agency that passes it on
    between: Phrases  # the same, with a blank on either side
    firsts: frozenset[str]  # the first words of labels
    lasts: frozenset[str]  # the last words of marks


@cache
def words_of_photos() -> PhotoWords:
    table = tables.load("credits")
    labels, names, owners, marks, givers, through = (
        frozenset(row for rows in languages.values() for row in rows)
        for languages in (
            table["roles"]["photo"],
            *map(table["photo"].get, ("names", "owners", "marks", "givers", "through")),
        )
    )
    firsts = frozenset(label.split()[0] for label in labels)
    lasts = frozenset(mark.split()[-1] for mark in marks)
    between = Phrases(f" {word} " for word in through)
    return PhotoWords(labels, names, owners, marks, givers, through, between, firsts, lasts)


def passes_on(text: str) -> bool:
    """Whether somebody passes the photo on: "AFP via Getty Images"."""
    return words_of_photos().between.are_in(text)


@cache
def _cuts() -> re.Pattern[str]:
    """What parts two items: a sign, a hyphen that is no part of a name, "via" between photographer and agency."""
    through = "|".join(sorted(words_of_photos().through))
    return re.compile(rf"\s*+[/／|,、;()（）\[\]［］©]++\s*+|\s++(?:-|–|—|{through})\s++")


_RUN = pattern(r"[\p{L}\p{M}]['’\p{L}\p{M}]*+(?:\s[\p{L}\p{M}]['’\p{L}\p{M}]*+){0,4}+")


def _label(core: str) -> str:
    """The longest label that a text begins with, as printed; empty when there is none."""
    run = _RUN.match(core)
    words = run[0] if run is not None else ""
    labels = words_of_photos().labels
    while words and words.lower().replace("’", "'") not in labels:
        words = words[: max(words.rfind(" "), words.rfind("\n"), 0)]
    return words


class _Found(NamedTuple):
    """What the items of a credit are, in order; an agency's own photo ("AP Photo") is marked too."""

    people: tuple[Person, ...] = ()
    agencies: tuple[Agency, ...] = ()
    is_marked: bool = False
    is_given: bool = False


def _read_labelled(core: str, label: str) -> _Found | None:
    """ "Photo: Ann Doe/AFP", "Photo by Ann Doe", "File Photo (PTI)", "Photo courtesy of Acme Corp."."""
    rest = core[len(label) :].lstrip()
    signed = rest.startswith(tuple(_SIGNS))
    rest = rest.lstrip(_SIGNS + " \n")
    found = _read_items(rest) if rest else None
    words = words_of_photos()
    if not words.owners.isdisjoint(label.lower().split()):
        return _owned(found, rest)
    if found is None:
        return None
    names_person = label.lower() in words.names
    if found.agencies or found.is_marked:
        return found if signed or names_person or rest.isupper() else None  # "Photo AFP"
    return found if names_person and all(map(_has_short_name, found.people)) else None


def _has_short_name(person: Person) -> bool:
    return person.text.count(" ") < _MOST_NAME_WORDS


def _owned(found: _Found | None, rest: str) -> _Found | None:
    """A credit that says whose the photo is: an agency, or somebody who need be no person."""
    if found is not None:
        return found._replace(people=())
    return _Found(is_given=True) if _is_owner(rest) else None


def _is_owner(text: str) -> bool:
    """Whether words could be whose a photo is: capitals, and few of them."""
    words = text.split()
    capitals = all(not word[0].islower() or word in words_of("between") for word in words)
    return capitals and 0 < len(words) <= _MOST_ITEMS


def _may_name_agencies(core: str) -> bool:
    """Whether one of the items of a text begins or ends as the names of agencies do."""
    return any(map(may_name_agency, _cuts().split(core)))


def _read_unlabelled(core: str) -> _Found | None:
    """ "REUTERS/Ann Doe", "Ann Doe/AFP/Getty Images", "AFP via Getty Images", "Pool/AFP"."""
    found = _read_items(core) if _may_name_agencies(core) else None
    if found is None or not found.agencies:
        return None
    sold = any(agency.kind == "photo" for agency in found.agencies)
    if found.is_marked or (sold and (found.people or passes_on(core))):
        return found
    first = lookup(core.partition("/")[0])
    # Behind the slash of a national agency stands who wrote the story: "WAM/Ann Doe".
    return found if found.people and first is not None and first.kind != "national" else None


# ---------------------------------------------------------------- items


def _read_items(text: str) -> _Found | None:
    """The people, agencies and marks that a text lists; ``None`` when a part of it is none of these."""
    items = [words for words in (" ".join(item.strip(AROUND).split()) for item in _cuts().split(text)) if words]
    if len(items) > _MOST_ITEMS:
        return None
    found = _Found()
    for item in items:
        read = _read_item(item)
        if read is None:
            return None
        found = _Found(
            found.people + read.people,
            found.agencies + read.agencies,
            found.is_marked or read.is_marked,
            found.is_given or read.is_given,
        )
    return found._replace(people=()) if found.is_given else found


def _read_item(item: str) -> _Found | None:
    """What one item is: a mark, agencies, an agency with a mark, or people."""
    words, lower = words_of_photos(), item.lower()
    if lower in words.givers:
        return _Found(is_marked=True, is_given=True)
    if lower in words.marks or (item[0] == "@" and " " not in item):
        return _Found(is_marked=True)
    agencies = only_agencies(item) or (only_agencies(item, known=_photo_agencies()) if is_shared(item) else ())
    if agencies:
        return _Found(agencies=agencies, is_marked=lower.rpartition(" ")[2] in words.marks)
    if lookup(item) is not None:
        return None
    name, _, mark = lower.partition(" ")
    if mark in words.marks:
        return _agency_and_mark(item[: len(name)])
    people = _photographers(item)
    return _Found(people) if people else None


@cache
def _photo_agencies() -> tuple[Agency, ...]:
    """Those that sell photos: in the credit of one "EPA" is theirs."""
    return tuple(agency for agency in all_agencies() if agency.kind == "photo")


def _agency_and_mark(name: str) -> _Found | None:
    """The agency of "PTI File Photo"."""
    agency = lookup(name)
    return (
        _Found(agencies=(agency,), is_marked=True) if agency is not None and is_house_spelling(agency, name) else None
    )


def _photographers(item: str) -> tuple[Person, ...]:
    """The people of one item: "Ann Doe", "Ann Doe and Jo Roe", "김철수 기자"."""
    east = east_asian_people(item, bare=True)
    if east or not is_name(item):
        return east
    names = read_names(item)
    return () if names.has_unread or names.agencies else names.people
