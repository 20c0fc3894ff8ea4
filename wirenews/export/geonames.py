"""The address under which GeoNames publishes a place as linked data."""

from __future__ import annotations

from ..place import Place


def geonames_uri(place: Place) -> str | None:
    """The URI of a place, ``None`` where its id is not known.

    >>> geonames_uri(Place("LIMA", "Lima", country="PE", geonames=3936456))
    'https://sws.geonames.org/3936456/'
    """
    return None if place.geonames is None else f"https://sws.geonames.org/{place.geonames}/"
