"""ninjs 3.0, the IPTC's News in JSON."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from ..arguments import wrong_type
from ..article import Agency, Article, Attribution, check_article
from ..metadata import Metadata, Subject
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
# What ninjs takes for a URI.
_URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
# The names of the field that holds ninjs's slugline.
_SLUGLINES = ("slug", "slugline")


def to_ninjs(article: Article, *, uri: str | None = None) -> dict[str, Any]:
    """The article as a ninjs 3.0 object, ready for :func:`json.dumps`.

    ninjs requires a ``uri``; without one that of the document is taken, and where that is none, an UUID made of
    the source stands in, the same for the same text. ``article.metadata`` is carried back: version, status, urgency,
    moments, subjects, genres; keywords as subjects, which ninjs has for them. The deck is a headline of that role, a
    caption the description of a picture in ``associations``. What the article does not have is left out. ninjs knows
    moments and no bare dates: ``contentCreated`` is there only when the story gives date, time and zone.

    >>> import wirenews
    >>> item = to_ninjs(wirenews.parse("OSLO, May 2 (Reuters) - It rained all day."), uri="urn:example:1")
    >>> item["located"], item["infoSources"], item["bodies"][0]["value"]
    ('OSLO', [{'name': 'Reuters', 'role': 'source', 'literal': 'reuters'}], 'It rained all day.')
    """
    check_article(article)
    if uri is not None and not isinstance(uri, str):
        raise wrong_type("uri", "a str or None", uri, "pass uri='urn:example:1'")
    metadata = article.metadata or Metadata()
    stated = metadata.uri if metadata.uri is not None and _URI.fullmatch(metadata.uri) else None
    item: dict[str, Any] = {
        "uri": uri or stated or _uri(article.source),
        "type": "text",
        "standard": {
            "name": "ninjs",
            "version": "3.0",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
        },
    }
    properties = (
        *_stated(metadata),
        *_properties(article, metadata),
        ("associations", _pictures(article, item["uri"])),
    )
    item.update((name, value) for name, value in properties if value is not None and value not in ("", []))
    return item


def _stated(metadata: Metadata) -> Iterator[tuple[str, Any]]:
    """What the document states, as ninjs has it; what stands in the text itself comes after it."""
    yield (
        "altIds",
        [{"role": "uri", "value": metadata.uri}] if metadata.uri and not _URI.fullmatch(metadata.uri) else [],
    )
    yield "version", metadata.version
    yield "pubStatus", metadata.status
    yield "urgency", metadata.urgency
    yield "firstCreated", _stamp(metadata.created)
    yield "versionCreated", _stamp(metadata.modified)
    yield "embargoedUntil", _stamp(metadata.embargoed)
    yield "expires", _stamp(metadata.expires)
    yield "located", metadata.located
    yield "infoSources", [{"name": metadata.provider, "role": "source"}] if metadata.provider else []
    abstract = {"role": "summary", "contentType": "text/plain", "value": metadata.abstract}
    yield "descriptions", [abstract] if metadata.abstract else []
    yield "genres", [{"name": genre} for genre in metadata.genres]
    subjects = [_subject(subject) for subject in metadata.subjects]
    # ninjs has had no keywords since 2.0.
    yield "subjects", subjects + [{"name": keyword, "rel": "keyword"} for keyword in metadata.keywords]


def _subject(subject: Subject) -> dict[str, str]:
    """A subject with its code as a URI where its scheme is one, else as a literal."""
    shown = {"name": subject.name} if subject.name else {}
    scheme = subject.scheme or ""
    if subject.code is None:
        return shown
    if "://" in scheme:
        joint = "" if scheme.endswith(("/", "#", ":")) else "/"
        return {**shown, "uri": f"{scheme}{joint}{subject.code}"}
    return {**shown, "literal": f"{scheme}:{subject.code}" if scheme else subject.code}


def _stamp(moment: dt.datetime | None) -> str | None:
    """A moment as ninjs writes it; one without a zone is none."""
    return moment.isoformat() if moment is not None and moment.tzinfo is not None else None


def _properties(article: Article, metadata: Metadata) -> Iterator[tuple[str, Any]]:
    dateline = article.dateline
    yield "language", article.language
    yield "contentCreated", _moment([f.date for f in article.fields] + ([dateline.date] if dateline else []))
    yield "headlines", _headlines(article)
    yield "by", article.byline.text if article.byline is not None else None
    slugs = (f.value for f in article.fields if f.name.casefold() in _SLUGLINES)
    yield "slugline", metadata.slugline or next(slugs, None)
    yield from _located(dateline.places if dateline is not None else ())
    yield "bodies", _bodies(article)
    yield "people", list(_people(article))
    yield "infoSources", list(_sources(article))
    yield from ((name, _notices(article, name)) for name in dict.fromkeys(_NOTICES.values()))
    if metadata.embargoed is None:
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
    # Paragraph by paragraph: the words of a long text together take ten times its memory.
    counts = {"charCount": len(body), "wordCount": sum(len(paragraph.text.split()) for paragraph in article.paragraphs)}
    return [{"role": "main", "contentType": "text/plain", **counts, "value": body}]


def _pictures(article: Article, uri: str) -> list[dict[str, Any]]:
    """The pictures that the captions speak of; of each no more than that is known."""
    joint = "-" if "#" in uri else "#"
    return [
        {
            "name": f"picture {number}",
            "uri": f"{uri}{joint}picture-{number}",
            "type": "picture",
            "descriptions": [{"role": "caption", "contentType": "text/plain", "value": caption.text}],
        }
        for number, caption in enumerate(article.captions, 1)
    ]


def _people(article: Article) -> Iterator[dict[str, str]]:
    for attribution in _attributions(article):
        yield from ({"name": person.name, "rel": attribution.role} for person in attribution.people)


def _sources(article: Article) -> Iterator[dict[str, str]]:
    """The agency whose copy it is first, then those that helped, each once."""
    roles: dict[Agency, str] = {article.agency: "source"} if article.agency is not None else {}
    for attribution in _attributions(article):
        for agency in attribution.agencies:
            roles.setdefault(agency, attribution.role)
    for agency, role in roles.items():
        yield {"name": agency.name, "role": role, "literal": agency.id or agency.name}


def _attributions(article: Article) -> Iterator[Attribution]:
    if article.byline is not None:
        yield article.byline
    yield from article.credits


def _moment(dates: list[WireDate | None]) -> str | None:
    """The first of the dates that is a moment: a full date, a time, and its zone; with seconds, as RFC 3339 wants."""
    moments = (dt.datetime.combine(d.date, d.time) for d in dates if d and d.date and d.time and d.time.tzinfo)
    return next((moment.isoformat() for moment in moments), None)


def _uri(source: str) -> str:
    """An UUID of the text alone (RFC 9562, version 8: the bits are a hash's)."""
    from hashlib import sha256

    digits = sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"
