"""Many stories, lazily and in order, in this process or in several."""

from __future__ import annotations

import datetime as dt
import pickle
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal, TypeAlias, TypeVar, overload

import attrs

from . import pickled as pickled  # how the values travel
from .agencies import know_own_agencies, own_agencies
from .arguments import check_count, day_of, wrong_type
from .article import Article, Defect
from .formats.mapping import read_mapping
from .parser import parse

_T = TypeVar("_T")
_Text: TypeAlias = str | bytes | Mapping[str, Any]
Source: TypeAlias = _Text | tuple[_Text, dt.date | dt.datetime | None]
Errors: TypeAlias = Literal["raise", "defect"]

# Stories that go to a process at a time, fewer where they are long: handing over one costs more than parsing it.
_CHUNK = 64
_LONGEST_CHUNK = 1 << 19  # characters


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    workers: int | None = None,
    select: None = None,
    errors: Errors = "raise",
) -> Iterator[Article]: ...


@overload
def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    workers: int | None = None,
    select: Callable[[Article], _T],
    errors: Errors = "raise",
) -> Iterator[_T]: ...


def parse_many(
    sources: Iterable[Source],
    *,
    reference: dt.date | dt.datetime | None = None,
    workers: int | None = None,
    select: Callable[[Article], Any] | None = None,
    errors: Errors = "raise",
) -> Iterator[Any]:
    """The article of each source, in their order, as you ask for them; or what ``select`` makes of it.

    A source is a text, bytes, a mapping with a ``text`` (or ``body``, ``headline``, ``date`` …), or a pair of one of
    these and its own reference.

    ``workers`` above 1 parses in that many processes; sources are then read at most ``128 * workers`` ahead of you, and
    processes end when you stop. ``select`` is called there, with each article: with ``select=Article.record`` rows
    travel back and no articles. A process that is killed is replaced, and its stories are read again, once. A script
    that asks for several must keep what it runs under ``if __name__ == "__main__":``, since processes import it.

    >>> [article.agency.id for article in parse_many(["OSLO (Reuters) - Rain.", "BONN (dpa) - Sun."])]
    ['reuters', 'dpa']
    >>> messages = [{"headline": "Rain", "text": "OSLO, May 2 (NTB) - It rained.", "date": "2025-05-03"}]
    >>> [(row["headline"], row["date"]) for row in parse_many(messages, select=Article.record)]
    [('Rain', '2025-05-03')]

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
    reader = _Reader(day_of(reference), select, errors)
    if workers is None or workers == 1:
        return (reader.read(number, source) for number, source in enumerate(stories))
    return _in_processes(reader, stories, workers)


@attrs.frozen
class _Reader:
    """What is done with each source."""

    reference: dt.date | None
    select: Callable[[Article], Any] | None
    errors: Errors

    def read(self, number: int, source: Source) -> Any:
        """The article of a source, or what is selected of it."""
        try:
            article = _article(source, self.reference)
        except (TypeError, ValueError) as error:
            if self.errors == "raise":
                kind = TypeError if isinstance(error, TypeError) else ValueError
                raise kind(f"sources[{number}]: {error}") from None
            article = Article("", defects=(Defect("source-unreadable", str(error), 0, 0),))
        return article if self.select is None else self.select(article)

    def __call__(self, packed: bytes) -> bytes:
        """What comes of the sources of a chunk, and the error that ended it, packed."""
        first, chunk = pickle.loads(packed)
        found: list[Any] = []
        try:
            for number, source in enumerate(chunk, first):
                found.append(self.read(number, source))
        except Exception as error:
            return _pack(found, first, error)
        return _pack(found, first, None)


def _article(source: Any, reference: dt.date | None) -> Article:
    if isinstance(source, tuple) and len(source) == 2:
        source, own = source
        reference = day_of(own) or reference
    if isinstance(source, Mapping):
        return read_mapping(source, reference)
    if isinstance(source, _Unsent):
        raise TypeError(source.reason)
    return parse(source, reference=reference)


# ---------------------------------------------------------------- in several processes


def _in_processes(reader: _Reader, sources: Iterator[Any], workers: int) -> Iterator[Any]:
    """What comes of each source, in chunks. The tasks under way bound what is held in memory."""
    from .processes import Task, answers, check_may_start

    what = f"parse_many(workers={workers})"
    check_may_start(what)
    try:
        pickle.dumps(reader)
    except Exception as error:
        raise TypeError(
            f"select must be a function that other processes can import, got {reader.select!r} ({error}):"
            " define it with def at the top of a module"
        ) from None
    failure: list[Exception] = []
    tasks = (
        Task(_packed_sources(first, chunk), f"sources {first} to {first + len(chunk) - 1}")
        for first, chunk in _chunks(sources, failure)
    )
    return _unpacked(answers(reader, tasks, workers, partial(know_own_agencies, own_agencies())), failure)


def _unpacked(packed: Iterator[bytes], failure: list[Exception]) -> Iterator[Any]:
    try:
        for answer in packed:
            found, error = pickle.loads(answer)
            yield from found
            if error is not None:
                raise error
    finally:
        packed.close()  # type: ignore[attr-defined]
    if failure:
        raise failure[0]


def _chunks(sources: Iterator[Any], failure: list[Exception]) -> Iterator[tuple[int, list[Any]]]:
    """The sources, some at a time, with the number of the first; an error that ends them is the ``failure``."""
    first, chunk, size = 0, [], 0
    try:
        for source in sources:
            chunk.append(source)
            size += _length(source)
            if len(chunk) == _CHUNK or size > _LONGEST_CHUNK:
                yield first, chunk
                first, chunk, size = first + len(chunk), [], 0
    except Exception as error:
        failure.append(error)
    if chunk:
        yield first, chunk


def _length(source: Any) -> int:
    """How long a source is, about."""
    if isinstance(source, str | bytes):
        return len(source)
    inner = source.values() if isinstance(source, Mapping) else source if isinstance(source, tuple) else ()
    return sum(map(_length, inner))


@attrs.frozen
class _Unsent:
    """In place of a source that cannot be sent to another process: why not."""

    reason: str


def _packed_sources(first: int, chunk: list[Any]) -> bytes:
    try:
        return pickle.dumps((first, chunk))
    except Exception:
        return pickle.dumps((first, [_sendable(source) for source in chunk]))


def _sendable(source: Any) -> Any:
    try:
        pickle.dumps(source)
    except Exception as error:
        return _Unsent(f"a {type(source).__name__} cannot be sent to another process ({error}): pass str or bytes")
    return source


def _pack(found: list[Any], first: int, error: Exception | None) -> bytes:
    """What was found and the error, or, where these cannot be sent, as much as can be, and an error that says so."""
    if error is not None:
        error = _sendable_error(error)
    try:
        return pickle.dumps((found, error))
    except Exception:
        return _pack_before_unsendable(found, first)


def _pack_before_unsendable(found: list[Any], first: int) -> bytes:
    for at, value in enumerate(found):
        try:
            pickle.dumps(value)
        except Exception as error:
            told = f"select gave for sources[{first + at}] a {type(value).__name__} that cannot be sent back ({error})"
            return pickle.dumps((found[:at], TypeError(told)))
    raise AssertionError("what can be pickled one by one can be pickled together")


def _sendable_error(error: Exception) -> Exception:
    """The error with a note that shows where in the other process it came from; a plain one where it cannot be sent."""
    trace = "".join(traceback.format_exception(error))
    try:
        error = pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}")
    error.add_note(f"in a worker of parse_many:\n{trace}")
    return error
