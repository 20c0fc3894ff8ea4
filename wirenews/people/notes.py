"""What stands in brackets behind a name, and where a person is: "Ann Doe (AP Medical Writer)", "Jo Roe (Lima)"."""

from functools import lru_cache
from typing import NamedTuple

from ..agencies import find_titled, only_agencies
from ..article import Agency, Person
from ..place import Place
from ..places.find import find_place
from ..places.lookup import is_place
from ..places.read import read_places
from ..text.patterns import plain_pattern
from .names import LONGEST_NAME
from .words import words_of


class Note(NamedTuple):
    """What brackets behind a name say of the person; what is none of these (an address, "Guest") is left out."""

    agencies: tuple[Agency, ...] = ()
    title: str | None = None
    place: Place | None = None

    def person(self, named: Person) -> Person:
        """The person with title and place, where the name has none itself."""
        return Person(named.name, named.text, named.title or self.title, named.place or self.place)


def read_notes(notes: tuple[str, ...]) -> Note:
    """What the brackets behind a name say: an agency, a title, a place.

    >>> note = read_notes(("AP Medical Writer", "Lima"))
    >>> note.agencies[0].id, note.title, note.place.name
    ('ap', 'AP Medical Writer', 'Lima')
    """
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


_NOTE_CUT = plain_pattern(r"\s*[,;/|،、]\s*")


def _read_note(text: str) -> Note:
    if len(text) > LONGEST_NAME:
        return Note()
    if text.split()[-1].strip(".").lower() in words_of("titles"):
        agency = find_titled(text)
        return Note((agency,) if agency is not None else (), text)
    agencies = only_agencies(text)
    if agencies:
        return Note(agencies)
    return Note(place=place_of(text)) if is_place(text) else Note()


def located(person: Person, place: Place) -> Person:
    """The person with another place."""
    return Person(person.name, person.text, person.title, place)


@lru_cache(maxsize=256)
def place_of(text: str) -> Place:
    """The place of this name, known or not; the same few cities stand in most credits."""
    found = find_place(text)
    if found is None:
        several = read_places(text)
        found = several[0] if len(several) == 1 else None
    return found or Place(text, text)
