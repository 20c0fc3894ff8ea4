"""A source after the other read in several processes: chunks of them go there, and what comes of them comes back."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import attrs

from .agencies import know_own_agencies, own_agencies
from .arguments import short_repr
from .pickled import Unsent
from .processes import Task, answers, check_may_start

# What comes of a source, and its number: called in the other processes.
Read: TypeAlias = Callable[[int, Any], Any]

# Stories that go to a process at a time, fewer where they are long: handing over one costs more than parsing it.
_CHUNK = 64
_LONGEST_CHUNK = 1 << 19  # characters


def in_processes(
    what: str, read: Read, sources: Iterator[Any], workers: int, *, at_a_time: int = _CHUNK
) -> Iterator[Any]:
    """What ``read`` makes of each source; ``what`` is how errors call it all.

    ``at_a_time`` are the most that go to a process together. Raises ``RuntimeError`` at once in a daemon,
    ``TypeError`` for a function that cannot be sent to other processes.
    """
    check_may_start(what)
    try:
        pickle.dumps(read)
    except Exception as error:
        raise TypeError(
            f"select must be a function that other processes can import ({error}): define it with def at the top of a"
            " module"
        ) from None
    asked = _Sources(sources)
    tasks = (Task(_packed_sources(first, chunk), _called(first, chunk)) for first, chunk in asked.chunks(at_a_time))
    begin = partial(know_own_agencies, own_agencies())
    return _unpacked(answers(partial(_read_chunk, read), tasks, workers, begin), asked)


def _read_chunk(read: Read, packed: bytes) -> bytes:
    """What comes of the sources of a chunk, and the error that ended it, packed: what a worker does."""
    first, chunk = pickle.loads(packed)
    found: list[Any] = []
    try:
        for number, source in enumerate(chunk, first):
            found.append(read(number, source))
    except Exception as error:
        return _pack(found, first, _sendable_error(error))
    return _pack(found, first, None)


@attrs.define
class _Sources:
    """The sources as they are asked for, and the error that ended them, if one did."""

    sources: Iterator[Any]
    failure: Exception | None = None

    def chunks(self, at_a_time: int) -> Iterator[tuple[int, list[Any]]]:
        """Some of them at a time, with the number of the first."""
        first, chunk, size = 0, [], 0
        try:
            for source in self.sources:
                chunk.append(source)
                size += _length(source)
                if len(chunk) == at_a_time or size > _LONGEST_CHUNK:
                    yield first, chunk
                    first, chunk, size = first + len(chunk), [], 0
        except Exception as error:
            self.failure = error
        if chunk:
            yield first, chunk


def _unpacked(packed: Iterator[bytes], asked: _Sources) -> Iterator[Any]:
    """What comes of the sources one by one, then the error that ended it, of their reading or of their own."""
    try:
        for answer in packed:
            found, error = pickle.loads(answer)
            yield from found
            if error is not None:
                raise error
    finally:
        packed.close()  # type: ignore[attr-defined]
    if asked.failure is not None:
        raise asked.failure


def _called(first: int, chunk: list[Any]) -> str:
    """What an error calls the sources of a chunk."""
    if len(chunk) == 1:
        return f"source {first} ({short_repr(chunk[0])})"
    return f"sources {first} to {first + len(chunk) - 1}"


def _length(source: Any) -> int:
    """How long a source is, about."""
    if isinstance(source, str | bytes):
        return len(source)
    inner = source.values() if isinstance(source, Mapping) else source if isinstance(source, tuple) else ()
    return sum(map(_length, inner))


def _packed_sources(first: int, chunk: list[Any]) -> bytes:
    try:
        return pickle.dumps((first, chunk))
    except Exception:
        return pickle.dumps((first, [_sendable(source) for source in chunk]))


def _sendable(source: Any) -> Any:
    try:
        pickle.dumps(source)
    except Exception as error:
        return Unsent(f"a {type(source).__name__} cannot be sent to another process ({error}): pass str or bytes")
    return source


def _pack(found: list[Any], first: int, error: Exception | None) -> bytes:
    """What was found and the error, or, where these cannot be sent, as much as can be, and an error that says so."""
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
