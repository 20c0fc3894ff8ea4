"""Files -> their stories, as they come; and what is made of each, in this process or in several."""

from __future__ import annotations

import datetime as dt
import errno
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import attrs

from ..arguments import NO_HINTS, Hints
from ..article import Article
from ..formats import LIMIT, iter_found
from ..formats.story import Found, Unread
from ..parallel import in_processes
from .messages import Told, as_options, reason
from .paths import STANDARD_INPUT, File, Missing
from .tables import Columns, read_table, refuse_table


class Origin(NamedTuple):
    """Where a story comes from: the file as given, its number in the file, from 1 on, and its id in a table."""

    file: str
    number: int
    id: str | None = None


class Item(NamedTuple):
    """A story that is not parsed yet."""

    origin: Origin
    found: Found
    format: str
    reference: dt.date | None = None
    note: str | None = None


class End(NamedTuple):
    """The end of a file, or of what could be read of it."""

    file: File | Missing
    failure: str | None = None


class Made(NamedTuple):
    """What was made of a story; ``None`` of one that was refused. ``failure`` and ``note`` are for a person."""

    origin: Origin
    value: Any
    failure: str | None = None
    note: str | None = None


@attrs.frozen
class Reading:
    """How stories are read: the options that all commands have which read files."""

    files: tuple[File | Missing, ...]
    format: str | None = None
    limit: int = LIMIT
    columns: Columns | None = None
    reference: dt.date | None = None
    hints: Hints = NO_HINTS
    is_strict: bool = False
    workers: int = 1

    def made(
        self, make: Callable[[Article], Any], done: Mapping[str, int | None] | None = None
    ) -> Iterator[Made | End]:
        """What ``make`` makes of each story, and the end of each file, in order.

        ``done`` says of files that were read before how many of their stories were; ``None`` is all of them.
        """
        items = self._items(done or {})
        if self.workers == 1:
            return (_Maker(make, self.reference, self.hints, self.is_strict).read(0, item) for item in items)
        # An iterator does not travel.
        maker = _Maker(partial(_whole, make), self.reference, self.hints, self.is_strict)
        return in_processes(f"--workers {self.workers}", maker.read, items, self.workers)

    def told(
        self,
        make: Callable[[Article], Any],
        told: Told,
        done: Mapping[str, int | None] | None = None,
        at_end: Callable[[End], None] | None = None,
    ) -> Iterator[tuple[Origin, Any]]:
        """What ``make`` makes of each story that was not refused, with where it comes from; trouble is told.

        ``done`` is that of :meth:`made`; ``at_end`` is called when the stories of a file are all there.
        """
        for each in self.made(make, done):
            if isinstance(each, End):
                told.end_of_file(each.file.name, each.failure)
                if at_end is not None:
                    at_end(each)
                continue
            told.story(each.origin.file, each.origin.number, each.failure, each.note)
            if each.value is not None:
                yield each.origin, each.value

    def _items(self, done: Mapping[str, int | None]) -> Iterator[Item | End]:
        for file in self.files:
            if isinstance(file, Missing):
                yield End(file, file.message)
            elif (first := done.get(file.name, 0)) is not None:
                yield from self._items_of(file, first)

    def _items_of(self, file: File, done: int) -> Iterator[Item | End]:
        """The stories of a file behind those that are done, then its end."""
        failure = None
        try:
            with closing(self._found(file)) as found:
                for item in found:
                    if item.origin.number > done:
                        yield item
        except OSError as error:
            failure = f"cannot read {_called(file)}: {reason(error)}"
        except (ValueError, ImportError) as error:
            failure = f"{file.name}: {as_options(str(error))}"
        yield End(file, failure)

    def _found(self, file: File) -> Generator[Item, None, None]:
        if self.columns is not None:
            for number, row in enumerate(read_table(_opened(file), self.columns, self.limit), 1):
                yield Item(Origin(file.name, number, row.id), row.found, "text", row.reference, row.note)
            return
        if self.format is None:
            refuse_table(file.name)
        stories = iter_found(_opened(file), format=self.format, limit=self.limit)
        for number, (format, found) in enumerate(stories, 1):
            yield Item(Origin(file.name, number), found, format)


def _opened(file: File) -> Path | BinaryIO:
    if file.name != STANDARD_INPUT:
        return Path(file.name)
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer


def _called(file: File) -> str:
    return "standard input" if file.name == STANDARD_INPUT else file.name


@attrs.frozen
class _Maker:
    """What is done with each story: called in other processes too."""

    make: Callable[[Article], Any]
    reference: dt.date | None
    hints: Hints
    is_strict: bool

    def read(self, _: int, item: Item | End) -> Made | End:
        if isinstance(item, End):
            return item
        article = item.found.article(item.format, item.reference or self.reference, self.hints)
        failure = item.found.message if isinstance(item.found, Unread) else None
        if self.is_strict and article.defects:
            defect = article.defects[0]
            return Made(item.origin, None, f"left out for its defect {defect.code}: {defect.message}")
        return Made(item.origin, self.make(article), failure, item.note)


def _whole(make: Callable[[Article], Any], article: Article) -> Any:
    made = make(article)
    return "".join(made) if isinstance(made, Iterator) else made


def number_of_files(files: Iterable[File | Missing]) -> int:
    """How many files there are to read."""
    return sum(isinstance(file, File) for file in files)
