"""Where stories are put: standard output, a file, or a folder that keeps the names of what was read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO, Any, Protocol

import attrs

from .inputs import End, Origin
from .messages import WrongUseError
from .paths import STANDARD_INPUT, File, Missing
from .writers import Writer


@attrs.frozen
class Form:
    """A form to put stories out in: the ending of its files, what writes to one, whether that writes bytes."""

    suffix: str
    writer: Callable[[Any], Writer]
    is_binary: bool = False

    def open(self, path: Path, mode: str = "w") -> IO[Any]:
        """A file to write to."""
        if self.is_binary:
            return path.open(f"{mode}b")
        return path.open(mode, encoding="utf-8", errors="replace", newline="")

    def standard_output(self) -> IO[Any]:
        """Standard output, for what is written."""
        return sys.stdout.buffer if self.is_binary else sys.stdout


class Output(Protocol):
    """Where stories are put."""

    def write(self, origin: Origin, made: Any) -> None:
        """Put out what was made of a story."""

    def end_of_file(self, end: End) -> None:
        """The stories of a file are all there."""


@attrs.frozen
class _Together:
    """One output for the stories of all files."""

    writer: Writer

    def write(self, origin: Origin, made: Any) -> None:
        self.writer.write(origin, made)

    def end_of_file(self, end: End) -> None:
        """The next file goes on in the same output."""


@contextmanager
def to_standard_output(form: Form) -> Iterator[Output]:
    """All stories behind each other."""
    writer = form.writer(form.standard_output())
    writer.begin()
    yield _Together(writer)
    writer.end()


@contextmanager
def to_file(path: Path, form: Form, *, goes_on: bool = False) -> Iterator[Output]:
    """All stories in one file, or behind those that are in it."""
    with form.open(path, "a" if goes_on else "w") as stream:
        writer = form.writer(stream)
        if not goes_on:
            writer.begin()
        yield _Together(writer)
        writer.end()


@contextmanager
def to_whole_file(path: Path, form: Form) -> Iterator[Output]:
    """All stories in one file, which has its name when it is complete."""
    try:
        with to_file(_part(path), form) as output:
            yield output
        _part(path).replace(path)
    finally:
        _part(path).unlink(missing_ok=True)


@contextmanager
def to_folder(paths: Mapping[str, Path], form: Form) -> Iterator[Output]:
    """The stories of each file in one of their own at its place in ``paths``, which has its name once complete."""
    folder = _Folder(paths, form)
    try:
        yield folder
    finally:
        folder.drop()


@attrs.define
class _Folder:
    paths: Mapping[str, Path]
    form: Form
    _current: tuple[Path, IO[Any], Writer] | None = None

    def write(self, origin: Origin, made: Any) -> None:
        self._writer(origin.file).write(origin, made)

    def end_of_file(self, end: End) -> None:
        if end.failure is None:
            self._writer(end.file.name)  # a file without stories has an output too
        if self._current is not None:
            path, stream, writer = self._current
            writer.end()
            stream.close()
            _part(path).replace(path)
            self._current = None

    def drop(self) -> None:
        """Leave nothing of a file that was not read to its end."""
        if self._current is not None:
            path, stream, _ = self._current
            stream.close()
            _part(path).unlink()

    def _writer(self, name: str) -> Writer:
        if self._current is None:
            path = self.paths[name]
            path.parent.mkdir(parents=True, exist_ok=True)
            stream = self.form.open(_part(path))
            self._current = (path, stream, self.form.writer(stream))
            self._current[2].begin()
        return self._current[2]


def _part(path: Path) -> Path:
    """Where a file stands until it is complete."""
    return path.with_name(f".{path.name}.part")


def paths_in(folder: Path, files: Iterable[File | Missing], suffix: str) -> dict[str, Path]:
    """Where the stories of each file go: to its own name with the ending of the form.

    Raises :class:`WrongUseError` where two would go to the same place, or onto what is read.
    """
    paths: dict[str, Path] = {}
    taken: dict[Path, str] = {}
    for file in files:
        if isinstance(file, Missing):
            continue
        path = folder / _ending_in(suffix, file.below)
        if path in taken:
            raise WrongUseError(
                f"{taken[path]} and {file.name} would both be written to {path}: name the folder above both, or read"
                " them one by one"
            )
        paths[file.name], taken[path] = path, file.name
        check_is_not_read(path, [file])
    return paths


def check_is_not_read(path: Path, files: Iterable[File | Missing]) -> None:
    """Raise :class:`WrongUseError` where a file would be written over what is read."""
    for file in files:
        if isinstance(file, File) and file.name != STANDARD_INPUT and path.exists() and path.samefile(file.name):
            raise WrongUseError(f"{path} would be read and written: give another name with -o")


def _ending_in(suffix: str, below: PurePath) -> PurePath:
    return below if below.suffix == suffix else below.with_name(f"{below.name}{suffix}")
