"""schema.org's NewsArticle, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..article import Agency, Article, Person, Place, check_article

_CONTRIBUTORS = ("reporting", "additional reporting", "writing", "compiling")


def to_jsonld(article: Article) -> dict[str, Any]:
    r"""The article as a schema.org ``NewsArticle``, ready for :func:`json.dumps`.

    The story's date is ``dateCreated``: when it was filed, which need not be when it was published.
    Authors are people only; an agency is ``sourceOrganization``. What the article does not have is
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
    dateline, agency = article.dateline, article.agency
    yield "headline", article.headline.text if article.headline else None
    yield "dateline", dateline.text if dateline else None
    yield "dateCreated", article.date.isoformat() if article.date else None
    yield "locationCreated", [_place(place) for place in dateline.places] if dateline else None
    yield "author", [_person(person) for person in article.byline.people] if article.byline else None
    yield (
        "contributor",
        [_person(p) for credit in article.credits if credit.role in _CONTRIBUTORS for p in credit.people],
    )
    yield "editor", [_person(p) for credit in article.credits if credit.role == "editing" for p in credit.people]
    yield (
        "translator",
        [_person(p) for credit in article.credits if credit.role == "translation" for p in credit.people],
    )
    yield "sourceOrganization", _organization(agency) if agency else None
    yield "creditText", "; ".join(credit.text for credit in article.credits)
    yield "copyrightNotice", "\n".join(notice.text for notice in article.notices if notice.kind == "copyright")
    yield "correction", "\n".join(notice.text for notice in article.notices if notice.kind == "correction")
    yield "inLanguage", article.language
    yield "articleBody", article.body


def _person(person: Person) -> dict[str, Any]:
    return {"@type": "Person", "name": person.name, **({"jobTitle": person.title} if person.title else {})}


def _organization(agency: Agency) -> dict[str, Any]:
    short = agency.short if agency.short != agency.name else ""
    return {"@type": "NewsMediaOrganization", "name": agency.name, **({"alternateName": short} if short else {})}


def _place(place: Place) -> dict[str, Any]:
    address = {"addressRegion": place.region, "addressCountry": place.country}
    known = {name: value for name, value in address.items() if value}
    shown: dict[str, Any] = {"@type": "Place", "name": place.name}
    if known:
        shown["address"] = {"@type": "PostalAddress", **known}
    return shown
