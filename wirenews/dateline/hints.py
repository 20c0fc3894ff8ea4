"""What a caller knows of a story, where its dateline and its header leave something open.

A hint settles values alone: the pieces are those that the words make, with it or without.
"""

from __future__ import annotations

import datetime as dt

import attrs

from ..agencies import read_agencies
from ..arguments import Hints
from ..article import Field
from ..dates.find import find_date
from ..dates.reference import settle
from ..places.find import settled
from ..wire_date import WireDate
from .reading import Reading


def settle_reading(reading: Reading, text: str, hints: Hints, day: dt.date | None) -> Reading:
    """The reading of a story's plain text with its places, its date and its agency as the hints settle them.

    What its own words say stays as it is.
    """
    dateline = reading.dateline
    places = tuple([settled(place, hints) for place in dateline.places])
    date = _settled_date(dateline.date, dateline.text, hints)
    if date is not None and day is not None:
        date = settle(date, day)
    return _settle_agency(reading._replace(dateline=attrs.evolve(dateline, places=places, date=date)), text, hints)


def settle_field(field: Field, hints: Hints) -> Field:
    """A header field with its date as the hints settle it."""
    return attrs.evolve(field, date=_settled_date(field.date, field.value, hints))


def _settled_date(date: WireDate | None, text: str, hints: Hints) -> WireDate | None:
    """The date in a text, read in the language of the hints where it is ambiguous without."""
    if hints.language is None or date is None or not date.ambiguous:
        return date
    found = find_date(text, 0, len(text), languages=(hints.language,))
    return found.date if found is not None and found.date is not None else date


def _settle_agency(reading: Reading, text: str, hints: Hints) -> Reading:
    """The reading with the agency that goes by the printed name, and without the defect that nobody does."""
    dateline = reading.dateline
    unknown = [defect for defect in reading.defects if defect.code == "agency-unknown"]
    if not unknown:
        return reading
    country = next((place.country for place in dateline.places), None) or hints.country
    agencies = read_agencies(text[unknown[0].start : unknown[0].end], country=country, language=hints.language)
    if not agencies:
        return reading
    others = tuple([defect for defect in reading.defects if defect not in unknown])
    return reading._replace(dateline=attrs.evolve(dateline, agencies=agencies), defects=others)
