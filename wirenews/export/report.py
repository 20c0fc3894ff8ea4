"""A corpus on one page: figures that filter the list of its stories, and each story with its pieces marked."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import islice
from typing import Any

from ..article import Article, Attribution, each_article
from ..copies import Fingerprint, find_copies, fingerprint
from ..marked import file, marked, printed_place, title_of
from ..place import Place
from ..record import dumps
from .projection import place_on_map

# Stories in one element of the page: as many are unpacked when one of them is opened.
_BATCH = 50


def report(articles: Article | Iterable[Article]) -> str:
    """A page of HTML over many stories: agencies, places on a map, days, roles, desks, languages, defects, copies.

    Each figure filters the list of stories, and a story opens with its pieces marked and their values beside it. The
    page holds all that it needs, its texts included, and is not allowed to fetch anything; it needs a browser with
    scripts. ``articles`` are read once, one by one; of each the page's text and a few numbers are kept.

    >>> import wirenews
    >>> stories = ["OSLO (Reuters) - Rain.", "BONN (dpa) - Sun.", "PARIS (AFP) - Fog."]
    >>> page = report(wirenews.parse_many(stories))
    >>> page.startswith("<!DOCTYPE html>"), page.count("BONN (dpa)"), "default-src 'none'" in page
    (True, 1, True)

    Raises ``TypeError`` for what is neither an article nor articles.
    """
    return "".join(_page(each_article(articles)))


def _page(articles: Iterator[Article]) -> Iterator[str]:
    """The page in parts. What is known when all stories are read, the index, stands behind them."""
    script = file("report.js")
    filled = {
        "policy": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "style": file("story.css") + file("report.css"),
        "outline": _outline(),
        "script": script,
    }
    head, tail = (_filled(part, filled) for part in file("report.html").split("<!--stories-->"))
    index = _Index()
    yield head
    for number, batch in enumerate(_batches(articles)):
        yield _data(f"stories-{number}", [index.add(article) for article in batch])
    yield _data("index", index.made())
    yield tail


def _filled(part: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        part = part.replace(f"<!--{name}-->", value)
    return part


def _outline() -> str:
    """The path of the continents."""
    return file("land.svg").partition('d="')[2].partition('"')[0]


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch


def _data(name: str, value: object) -> str:
    """A value for the script to read: without "<", with which an element could end, and in UTF-8's own characters."""
    packed = dumps(value, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{packed}</script>\n'


class _Figure:
    """A figure of the report: its labels, and of each story the numbers of those that it has."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._of: list[list[int]] = []

    def add(self, labels: Iterable[Hashable]) -> None:
        self._of.append([self._numbers.setdefault(label, len(self._numbers)) for label in dict.fromkeys(labels)])

    def made(self) -> dict[str, Any]:
        return {"labels": list(self._numbers), "of": self._of}


class _Index:
    """What the page knows of all stories before one of them is opened."""

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._days: list[str] = []
        self._figures = {name: _Figure() for name in _LABELS}
        self._fingerprints: list[Fingerprint] = []

    def add(self, article: Article) -> dict[str, Any]:
        """Take in a story; what the page needs to show it comes back."""
        self._titles.append(title_of(article))
        self._days.append(article.date.isoformat() if article.date is not None else "")
        self._fingerprints.append(fingerprint(article))
        for name, labels in _LABELS.items():
            self._figures[name].add(labels(article))
        stretches, notes = marked(article)
        return {
            "cut": [(article.source[start:end], note) for start, end, note in stretches],
            "notes": notes,
            "defects": [(defect.code, f"{defect.start}–{defect.end}", defect.message) for defect in article.defects],
            "language": article.language or "",
        }

    def made(self) -> dict[str, Any]:
        figures = {name: figure.made() for name, figure in self._figures.items()}
        return {
            "titles": self._titles,
            "days": self._days,
            "figures": {**figures, "copies": self._copies().made()},
            "batch": _BATCH,
        }

    def _copies(self) -> _Figure:
        """The stories that run the same copy, under the title of the first of them."""
        first = _first_of_each(find_copies(enumerate(self._fingerprints)), len(self._titles))
        sizes = Counter(first)
        figure = _Figure()
        for number in first:
            figure.add([(self._titles[number], number)] if sizes[number] > 1 else [])
        return figure


def _first_of_each(pairs: Iterable[tuple[int, int, float]], count: int) -> list[int]:
    """For each of ``count`` numbers the least one that pairs lead to."""
    least = list(range(count))

    def found(number: int) -> int:
        while least[number] != number:
            least[number] = number = least[least[number]]
        return number

    for one, other, _ in pairs:
        low, high = sorted((found(one), found(other)))
        least[high] = low
    return [found(number) for number in range(count)]


def _agencies(article: Article) -> Iterator[str]:
    if article.agency is not None:
        yield article.agency.name


def _places(article: Article) -> tuple[Place, ...]:
    return article.dateline.places if article.dateline is not None else ()


def _cities(article: Article) -> Iterator[tuple[str, float | None, float | None]]:
    """The places of a dateline: what to call them, and where they stand on the map."""
    for place in _places(article):
        if place.latitude is None or place.longitude is None:
            yield printed_place(place), None, None
        else:
            across, down = place_on_map(place.latitude, place.longitude)
            yield printed_place(place), round(across, 1), round(down, 1)


def _countries(article: Article) -> Iterator[str]:
    return (place.country for place in _places(article) if place.country is not None)


def _languages(article: Article) -> Iterator[str]:
    if article.language is not None:
        yield article.language


def _attributions(article: Article) -> Iterator[Attribution]:
    if article.byline is not None:
        yield article.byline
    yield from article.credits


def _roles(article: Article) -> Iterator[str]:
    return (attribution.role for attribution in _attributions(article))


def _desks(article: Article) -> Iterator[str]:
    """The desk that a header names, and the places from which reporters and editors worked."""
    yield from (header.value for header in article.fields if header.name == "category")
    for attribution in _attributions(article):
        yield from (person.place.name for person in attribution.people if person.place is not None)


def _defects(article: Article) -> Iterator[str]:
    return (defect.code for defect in article.defects)


_LABELS: dict[str, Callable[[Article], Iterable[Hashable]]] = {
    "agency": _agencies,
    "country": _countries,
    "city": _cities,
    "role": _roles,
    "desk": _desks,
    "language": _languages,
    "defect": _defects,
}
