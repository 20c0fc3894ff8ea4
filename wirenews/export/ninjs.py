"""ninjs 3.0, the IPTC's News in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..arguments import wrong_type
from ..article import Article, Attribution, check_article
from ..place import Place
from ..wire_date import WireDate
from .geonames import geonames_uri

# The property of ninjs for a kind of notice.
_NOTICES = {
    "copyright": "copyrightNotice",
    "usage terms": "usageTerms",
    "editor's note": "edNote",
    "correction": "edNote",
}
# The names of the field that holds ninjs's slugline.
_SLUGLINES = ("slug", "slugline")


def to_ninjs(article: Article, *, uri: str | None = None) -> dict[str, Any]:
    """The article as a ninjs 3.0 object, ready for :func:`json.dumps`.

    ninjs requires a ``uri``; without one an UUID made of the source stands in, the same for the
    same text. What the article does not have is left out. ninjs knows moments and no bare dates:
    ``contentCreated`` is there only when the story gives date, time and zone.

    >>> import wirenews
    >>> item = to_ninjs(wirenews.parse("OSLO, May 2 (Reuters) - It rained all day."), uri="urn:example:1")
    >>> item["located"], item["infoSources"], item["bodies"][0]["value"]
    ('OSLO', [{'name': 'Reuters', 'role': 'source', 'literal': 'reuters'}], 'It rained all day.')
    """
    check_article(article)
    if uri is not None and not isinstance(uri, str):
        raise wrong_type("uri", "a str or None", uri, "pass uri='urn:example:1'")
    item: dict[str, Any] = {
        "uri": uri or _uri(article.source),
        "type": "text",
        "standard": {
            "name": "ninjs",
            "version": "3.0",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
        },
    }
    item.update((name, value) for name, value in _properties(article) if value)
    return item


def _properties(article: Article) -> Iterator[tuple[str, Any]]:
    dateline = article.dateline
    yield "language", article.language
    yield "contentCreated", _moment([f.date for f in article.fields] + ([dateline.date] if dateline else []))
    yield "headlines", _headlines(article)
    yield "by", article.byline.text if article.byline is not None else None
    yield "slugline", next((f.value for f in article.fields if f.name.casefold() in _SLUGLINES), None)
    yield from _located(dateline.places if dateline is not None else ())
    yield "bodies", _bodies(article)
    yield "people", list(_people(article))
    yield "infoSources", list(_sources(article))
    yield from ((name, _notices(article, name)) for name in dict.fromkeys(_NOTICES.values()))
    yield "embargoedUntil", _moment([notice.date for notice in article.notices if notice.kind == "embargo"])


def _headlines(article: Article) -> list[dict[str, str]]:
    """The headline, and the deck below it."""
    found = {"main": article.headline, "deck": article.deck}
    return [
        {"role": role, "contentType": "text/plain", "value": piece.text}
        for role, piece in found.items()
        if piece is not None
    ]


def _located(places: tuple[Place, ...]) -> Iterator[tuple[str, Any]]:
    yield "located", "; ".join(place.text for place in places)
    yield "places", [_place(place) for place in places]


def _place(place: Place) -> dict[str, str]:
    uri = geonames_uri(place)
    return {"name": place.name, "rel": "located"} | ({"uri": uri} if uri is not None else {})


def _notices(article: Article, name: str) -> str:
    return "\n".join(notice.text for notice in article.notices if _NOTICES.get(notice.kind) == name)


def _bodies(article: Article) -> list[dict[str, Any]]:
    body = article.body
    if not body:
        return []
    counts = {"charCount": len(body), "wordCount": len(body.split())}
    return [{"role": "main", "contentType": "text/plain", **counts, "value": body}]


def _people(article: Article) -> Iterator[dict[str, str]]:
    for attribution in _attributions(article):
        yield from ({"name": person.name, "rel": attribution.role} for person in attribution.people)


def _sources(article: Article) -> Iterator[dict[str, str]]:
    """The agency whose copy it is first, then those that helped, each once."""
    owner = article.agency
    named = [(owner, "source")] if owner is not None else []
    named += [(agency, a.role) for a in _attributions(article) for agency in a.agencies]
    seen = set()
    for agency, role in named:
        if agency not in seen:
            seen.add(agency)
            yield {"name": agency.name, "role": role, "literal": agency.id or agency.name}


def _attributions(article: Article) -> list[Attribution]:
    return [*([article.byline] if article.byline else []), *article.credits]


def _moment(dates: list[WireDate | None]) -> str | None:
    """The first of the dates that is a moment: a full date, a time, and its zone."""
    return next((d.isoformat() for d in dates if d and d.date and d.time and d.time.tzinfo), None)


def _uri(source: str) -> str:
    """An UUID of the text alone (RFC 9562, version 8: the bits are a hash's)."""
    from hashlib import sha256

    digits = sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"
