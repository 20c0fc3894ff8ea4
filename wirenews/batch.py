"""Many stories, lazily and in order, in this process or in several."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from .arguments import check_count, day_of, wrong_type
from .article import Article
from .parser import parse

if TYPE_CHECKING:
    from concurrent.futures import Future

# Stories that go to a process at a time: handing over one costs more than parsing it.
_CHUNK = 64
# Chunks under way for each process: one at work, one waiting.
_AHEAD = 2

_Sources: TypeAlias = list[str | bytes]
_Parsed: TypeAlias = tuple[list[Article], Exception | None]


def parse_many(
    sources: Iterable[str | bytes],
    *,
    reference: dt.date | dt.datetime | None = None,
    workers: int | None = None,
) -> Iterator[Article]:
    """The article of each source, in their order, as you ask for them.

    ``workers`` above 1 parses in that many processes; sources are then read at most
    ``128 * workers`` ahead of you. Stop early and the processes are closed. Handing a story over
    and its article back takes a good part of the time that parsing takes, so measure whether more
    processes help you. A program that asks for them must guard its main module with
    ``if __name__ == "__main__":``, as :mod:`multiprocessing` says.

    >>> [article.agency.id for article in parse_many(["OSLO (Reuters) - Rain.", "BONN (dpa) - Sun."])]
    ['reuters', 'dpa']

    Raises ``TypeError`` at once for a wrong argument, ``ValueError`` when ``workers`` is less than 1;
    what :func:`parse` raises for a source (``TypeError`` when it is no text) comes in its turn. When
    ``sources`` itself raises, the articles of all sources before come first.
    """
    if isinstance(sources, str | bytes):
        raise wrong_type("sources", "several stories", sources, "pass it to wirenews.parse")
    try:
        stories = iter(sources)
    except TypeError:
        raise wrong_type("sources", "several stories", sources, "pass a list, a generator … of str or bytes") from None
    if workers is not None:
        check_count("workers", workers, 2)
    day = day_of(reference)
    if workers is None or workers == 1:
        return (parse(source, reference=day) for source in stories)
    return _in_processes(stories, day, workers)


def _in_processes(sources: Iterator[str | bytes], reference: dt.date | None, workers: int) -> Iterator[Article]:
    """The articles, parsed in chunks. The window of chunks under way bounds what is held in memory."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Not "fork", Linux's default before Python 3.14: a forked copy of a program with threads may hang.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method))
    chunks = _chunks(sources)
    under_way: deque[tuple[Future[_Parsed], Exception | None]] = deque()
    try:
        while True:
            for chunk, failure in islice(chunks, workers * _AHEAD - len(under_way)):
                under_way.append((pool.submit(_parse_chunk, chunk, reference), failure))
            if not under_way:
                return
            parsed, failure = under_way.popleft()
            articles, error = parsed.result()
            yield from articles
            if (raised := error or failure) is not None:
                raise raised
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(sources: Iterator[str | bytes]) -> Iterator[tuple[_Sources, Exception | None]]:
    """The sources, some at a time; with the last of them the error that ended them, if one did."""
    failure = None
    while failure is None:
        chunk: _Sources = []
        try:
            for source in islice(sources, _CHUNK):
                chunk.append(source)
        except Exception as error:
            failure = error
        if not chunk and failure is None:
            return
        yield chunk, failure


def _parse_chunk(chunk: _Sources, reference: dt.date | None) -> _Parsed:
    """The articles of a chunk, and the error that ended it."""
    articles: list[Article] = []
    try:
        for source in chunk:
            articles.append(parse(source, reference=reference))
    except Exception as error:
        return articles, error
    return articles, None
