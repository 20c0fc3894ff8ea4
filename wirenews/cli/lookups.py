"""``wirenews agencies``, ``date``, ``attribution``, ``place``: what a few words mean."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from typing import Any

import attrs

from ..agencies import agencies as all_agencies
from ..agencies import find_agency
from ..article import Agency, Attribution, Place, WireDate
from ..credit.normalize import read_attributions
from ..dates.normalize import normalize_date
from ..places.find import find_place
from ..record import dumps, plain_value
from .messages import WrongUseError, complain
from .views import printable
from .writers import put

_OF_PLACE = ("name", "region", "country", "subdivision", "geonames", "latitude", "longitude")


def agencies(options: argparse.Namespace) -> int:
    """Print the agency that a name means, or all whose names have the text in them; the exit status."""
    found = list(_agencies(options.text, options.country, options.language))
    if not found:
        return _nothing(f"no agency is known as {options.text!r}: name yours in a file, with --agencies mine.toml")
    for agency in found:
        if options.json:
            put(sys.stdout, dumps(attrs.asdict(agency)), "\n")
        else:
            names = ", ".join(dict.fromkeys(filter(None, (agency.name, agency.short, agency.native))))
            about = ", ".join(filter(None, (agency.country, " ".join(agency.languages), agency.years)))
            put(sys.stdout, f"{agency.id:<16} {names}{f'  [{about}]' if about else ''}\n")
    return 0


def _agencies(text: str | None, country: str | None, language: str | None) -> Iterator[Agency]:
    if text is None:
        yield from all_agencies()
        return
    agency = find_agency(text, country=country, language=language)
    if agency is not None:
        yield agency
        return
    word = re.compile(rf"(?<!\w){re.escape(text)}", re.I)
    for each in all_agencies():
        if any(word.search(name) for name in (each.id, each.name, each.short, each.native or "", *each.aliases)):
            yield each


def date(options: argparse.Namespace) -> int:
    """Print the day that words mean; the exit status."""
    try:
        found = normalize_date(
            options.text,
            reference=options.reference,
            context=options.context,
            language=options.language,
            order=options.order,
        )
    except ValueError as error:
        raise WrongUseError(str(error)) from None
    if found is None:
        return _nothing(f"{options.text!r} is no date{_advice(options.reference)}")
    if options.json:
        put(sys.stdout, dumps(plain_value(found)), "\n")
    else:
        put(sys.stdout, found.isoformat(), _remarks(found), "\n")
    return 0


def _advice(reference: Any) -> str:
    return "" if reference else " without a day to count from: give one with --reference 2025-04-18"


def _remarks(date: WireDate) -> str:
    said = [(date.inferred, "inferred"), (date.ambiguous, "ambiguous")]
    remarks = "; ".join(f"{', '.join(parts)} {word}" for parts, word in said if parts)
    return f" ({remarks})" if remarks else ""


def attribution(options: argparse.Namespace) -> int:
    """Print whom a credit names, a line for each clause; the exit status."""
    found = read_attributions(options.text)
    if not found:
        return _nothing(f"{options.text!r} names nobody who is known to sign or to send stories")
    for each in found:
        if options.json:
            put(sys.stdout, dumps(plain_value(each)), "\n")
        else:
            put(sys.stdout, _named(each), "\n")
    return 0


def _named(attribution: Attribution) -> str:
    people = [f"{p.name} ({p.title})" if p.title else p.name for p in attribution.people]
    houses = [f"{agency.name} [{agency.id}]" for agency in attribution.agencies]
    return printable(f"{attribution.role}: {', '.join(people + houses) or 'nobody named'}")


def place(options: argparse.Namespace) -> int:
    """Print the place that a name means; the exit status."""
    found = find_place(options.text, country=options.country, language=options.language)
    if found is None:
        return _nothing(f"no place is known as {options.text!r}")
    facts = _facts(found)
    if options.json:
        put(sys.stdout, dumps(facts), "\n")
    else:
        put(sys.stdout, *[f"{name:<12} {value}\n" for name, value in facts.items() if value is not None])
    return 0


def _facts(place: Place) -> dict[str, Any]:
    return {name: getattr(place, name) for name in _OF_PLACE}


def _nothing(message: str) -> int:
    complain(message)
    return 1
