"""schema.org's NewsArticle, as JSON-LD."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from ..article import Agency, Article, Attribution, Person, Piece, check_article
from ..kinds import NoticeKind, Role
from ..metadata import Metadata, Subject
from ..place import Place
from .geonames import geonames_uri

_CONTRIBUTORS: tuple[Role, ...] = ("reporting", "additional reporting", "writing", "compiling")


def to_jsonld(article: Article) -> dict[str, Any]:
    r"""The article as a schema.org ``NewsArticle``, ready for :func:`json.dumps`.

    The story's date is ``dateCreated``: when it was filed, which need not be when it was published.
    ``article.metadata`` adds its identifier, moments and subjects. Authors are people only; an agency
    is ``sourceOrganization``. What the article does not have is
    left out.

    >>> import json, wirenews
    >>> data = to_jsonld(wirenews.parse("OSLO, May 2 (Reuters) - Rain fell. </script>"))
    >>> data["sourceOrganization"]["name"]
    'Reuters'

    In a page, a ``</script>`` in the story would end the script. Escape "<" in the JSON, where it means the same:

    >>> shown = json.dumps(data).replace("<", r"\u003c")
    >>> shown.count("<"), json.loads(shown) == data
    (0, True)
    """
    check_article(article)
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    data.update((name, value) for name, value in _properties(article) if value)
    return data


def _properties(article: Article) -> Iterator[tuple[str, Any]]:
    yield "headline", _text(article.headline)
    yield "alternativeHeadline", _text(article.deck)
    yield "image", [{"@type": "ImageObject", "caption": caption.text} for caption in article.captions]
    yield "dateline", _text(article.dateline)
    yield "dateCreated", article.date.isoformat() if article.date is not None else None
    yield "locationCreated", [_place(place) for place in article.dateline.places] if article.dateline else None
    yield "author", [_person(person) for person in article.byline.people] if article.byline is not None else None
    yield "contributor", _people(article.credits, *_CONTRIBUTORS)
    yield "editor", _people(article.credits, "editing")
    yield "translator", _people(article.credits, "translation")
    yield "sourceOrganization", _organization(article.agency) if article.agency is not None else None
    yield "creditText", "; ".join(credit.text for credit in article.credits)
    yield "copyrightNotice", _notices(article, "copyright")
    yield "correction", _notices(article, "correction")
    yield from _stated(article.metadata or Metadata())
    yield "inLanguage", article.language
    yield "articleBody", article.body


def _stated(metadata: Metadata) -> Iterator[tuple[str, Any]]:
    """What the document states, as schema.org has it."""
    yield "identifier", metadata.uri
    yield "version", metadata.version
    yield "creativeWorkStatus", metadata.status
    yield "abstract", metadata.abstract
    yield "datePublished", _moment(metadata.published)
    yield "dateModified", _moment(metadata.modified)
    yield "expires", _moment(metadata.expires)
    yield "keywords", list(metadata.keywords)
    yield "genre", list(metadata.genres)
    yield "about", [_term(subject) for subject in metadata.subjects]


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _term(subject: Subject) -> dict[str, Any]:
    shown = {"name": subject.name, "termCode": subject.code, "inDefinedTermSet": subject.scheme}
    return {"@type": "DefinedTerm", **{name: value for name, value in shown.items() if value}}


def _text(piece: Piece | None) -> str | None:
    return piece.text if piece is not None else None


def _people(attributions: Iterable[Attribution], *roles: Role) -> list[dict[str, Any]]:
    return [_person(person) for each in attributions if each.role in roles for person in each.people]


def _notices(article: Article, kind: NoticeKind) -> str:
    return "\n".join(notice.text for notice in article.notices if notice.kind == kind)


def _person(person: Person) -> dict[str, Any]:
    return {"@type": "Person", "name": person.name, **({"jobTitle": person.title} if person.title else {})}


def _organization(agency: Agency) -> dict[str, Any]:
    known = {
        "alternateName": agency.short if agency.short != agency.name else "",
        "sameAs": f"https://www.wikidata.org/wiki/{agency.wikidata}" if agency.wikidata else "",
    }
    shown = {name: value for name, value in known.items() if value}
    return {"@type": "NewsMediaOrganization", "name": agency.name, **shown}


def _place(place: Place) -> dict[str, Any]:
    address = {"addressRegion": place.region, "addressCountry": place.country}
    known = {name: value for name, value in address.items() if value}
    shown: dict[str, Any] = {"@type": "Place", "name": place.name}
    if known:
        shown["address"] = {"@type": "PostalAddress", **known}
    if (uri := geonames_uri(place)) is not None:
        shown["sameAs"] = uri
    if place.latitude is not None:
        shown["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return shown
