"""A place, as a dateline or a byline names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Self

from attrs import field, frozen

from .arguments import Shown


class PlaceFacts(NamedTuple):
    """What a table knows of a place, beside its name, region and country."""

    subdivision: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@frozen(repr=False)
class Place(Shown):
    """A place in a dateline: ``text`` as printed, the rest normalised.

    ``region`` is the first-level division that was printed ("Washington"), ``country`` ISO 3166-1 alpha-2,
    ``subdivision`` the division in which the place lies, ISO 3166-2 ("US-WA"). ``geonames`` is the id of the place in
    GeoNames, ``latitude`` and ``longitude`` are degrees (WGS 84), to about a kilometre. What neither the text nor
    newsroom convention settles, or no table knows, is ``None``. The convention is that of the AP Stylebook: great
    cities stand alone, others with their state or country.

    >>> import wirenews
    >>> place = wirenews.find_place("BELLEVUE, Wash.")
    >>> place.name, place.region, place.country, place.subdivision, place.geonames
    ('Bellevue', 'Washington', 'US', 'US-WA', 5786882)
    """

    text: str
    name: str
    region: str | None = None
    country: str | None = None
    subdivision: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    _facts: Callable[[Place], PlaceFacts] | None = field(init=False, default=None, eq=False, repr=False)

    @classmethod
    def found(
        cls, facts: Callable[[Place], PlaceFacts], text: str, name: str, region: str | None, country: str | None
    ) -> Self:
        """A place whose ``facts`` are looked up when one of them is first asked for: few ever are."""
        place, put = object.__new__(cls), object.__setattr__
        put(place, "text", text)
        put(place, "name", name)
        put(place, "region", region)
        put(place, "country", country)
        put(place, "_facts", facts)
        return place

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> str | int | float | None:
            """A fact that was not looked up yet; all of them are there afterwards."""
            # Asked once: another thread may be looking them up too.
            facts = self._facts if name in PlaceFacts._fields else None
            if facts is not None:
                for fact, value in facts(self)._asdict().items():
                    object.__setattr__(self, fact, value)
                object.__setattr__(self, "_facts", None)
            return object.__getattribute__(self, name)
