"""Many stories, lazily and in order, in this process or in several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias, TypeVar, overload

import attrs

from .arguments import Hints, check_count, day_of, hints_of, wrong_type
from .article import Article, Defect
from .formats import load
from .parser import parse
from .pickled import Unsent

_T = TypeVar("_T")
_Text: TypeAlias = str | bytes | Mapping[str, Any]
Source: TypeAlias = _Text | tuple[_Text, dt.date | dt.datetime | None]
Errors: TypeAlias = Literal["raise", "defect"]


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    workers: int | None = None,
    select: None = None,
    errors: Errors = "raise",
) -> Iterator[Article]: ...


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    workers: int | None = None,
    select: Callable[[Article], _T],
    errors: Errors = "raise",
) -> Iterator[_T]: ...


def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    workers: int | None = None,
    select: Callable[[Article], Any] | None = None,
    errors: Errors = "raise",
) -> Iterator[Any]:
    """The article of each source, in their order, as you ask for them; or what ``select`` makes of it.

    A source is a text, bytes, a mapping with a ``text`` (or ``body``, ``headline``, ``date`` …), or a pair of one of
    these and its own reference; ``language`` and ``country`` are hints for all of them, as for :func:`wirenews.parse`.

    ``workers`` above 1 parses in that many processes; sources are then read at most ``128 * workers`` ahead of you, and
    processes end when you stop. ``select`` is called there, with each article: with ``select=Article.record`` rows
    travel back and no articles. A process that is killed is replaced, and its stories are read again, once. A script
    that asks for several must keep what it runs under ``if __name__ == "__main__":``, since processes import it.

    >>> [article.agency.id for article in parse_many(["OSLO (Reuters) - Rain.", "BONN (dpa) - Sun."])]
    ['reuters', 'dpa']
    >>> messages = [{"headline": "Rain", "text": "OSLO, May 2 (NTB) - It rained.", "date": "2025-05-03"}]
    >>> [(row["headline"], row["date"]) for row in parse_many(messages, select=Article.record)]
    [('Rain', '2025-05-02')]

    Raises ``TypeError`` at once for a wrong argument, ``ValueError`` when ``workers`` is less than 1. A source that is
    no text raises ``TypeError`` in its turn, with its number (``sources[17]``); with ``errors="defect"`` it gives an
    empty article that has the defect ``source-unreadable``. When ``sources`` itself raises, what comes of all sources
    before comes first. ``RuntimeError`` says that processes could not start, or which sources killed two of them.
    """
    if isinstance(sources, str | bytes | Mapping):
        raise wrong_type("sources", "several stories", sources, "pass it to wirenews.parse or wirenews.load")
    try:
        stories = iter(sources)
    except TypeError:
        raise wrong_type("sources", "several stories", sources, "pass a list, a generator … of str or bytes") from None
    if workers is not None:
        check_count("workers", workers, 2)
    if select is not None and not callable(select):
        raise wrong_type("select", "a function of an Article", select, "pass select=Article.record")
    if errors not in ("raise", "defect"):
        raise ValueError(f"errors must be 'raise' or 'defect', got {errors!r}")
    reader = _Reader(day_of(reference), hints_of(country, language), select, errors)
    if workers is None or workers == 1:
        return (reader.read(number, source) for number, source in enumerate(stories))
    from .parallel import in_processes

    return in_processes(f"parse_many(workers={workers})", reader.read, stories, workers)


@attrs.frozen
class _Reader:
    """What is done with each source."""

    reference: dt.date | None
    hints: Hints
    select: Callable[[Article], Any] | None
    errors: Errors

    def read(self, number: int, source: Source) -> Any:
        """The article of a source, or what is selected of it."""
        try:
            article = _article(source, self.reference, self.hints)
        except (TypeError, ValueError) as error:
            if self.errors == "raise":
                kind = TypeError if isinstance(error, TypeError) else ValueError
                raise kind(f"sources[{number}]: {error}") from None
            article = Article("", defects=(Defect("source-unreadable", str(error), 0, 0),))
        return article if self.select is None else self.select(article)


def _article(source: Any, reference: dt.date | None, hints: Hints) -> Article:
    if isinstance(source, tuple) and len(source) == 2:
        source, own = source
        reference = day_of(own) or reference
    if isinstance(source, Mapping):
        return _article_of_mapping(source, reference, hints)
    if isinstance(source, Unsent):
        raise TypeError(source.reason)
    return parse(source, reference=reference, language=hints.language, country=hints.country)


def _article_of_mapping(story: Mapping[str, Any], reference: dt.date | None, hints: Hints) -> Article:
    """The one story of a mapping: of a format that is known, or a row that has its text in a column of that name."""
    is_row = any(isinstance(story.get(name), str) for name in ("text", "body", "content", "maintext"))
    articles = load(
        story,
        format="json" if is_row else None,
        reference=reference,
        language=hints.language,
        country=hints.country,
    )
    if len(articles) != 1:
        raise ValueError(f"a source is one story, this mapping holds {len(articles)}: pass it to wirenews.load")
    return articles[0]
