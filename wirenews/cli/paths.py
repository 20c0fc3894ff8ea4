"""The names on the command line -> the files that they stand for: files, folders, globs, ``-``."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

STANDARD_INPUT = "-"


class File(NamedTuple):
    """A file to be read: its name as given, and its path below the folder or the glob that was named."""

    name: str
    below: PurePath


class Missing(NamedTuple):
    """A name that stands for no file, and what is wrong with it."""

    name: str
    message: str


def find_files(names: Iterable[str], output: Path | None = None) -> Iterator[File | Missing]:
    """The files that the names stand for, in order, each once; in a folder by name, without hidden ones.

    What is found at ``output`` is left out of folders and globs: it is what an earlier run has written.
    """
    seen: set[str] = set()
    for name in names:
        for found in _found(name, output):
            if isinstance(found, Missing):
                yield found
            elif (path := os.path.normpath(found.name)) not in seen:
                seen.add(path)
                yield found


def _found(name: str, output: Path | None) -> Iterator[File | Missing]:
    if name == STANDARD_INPUT:
        yield File(name, PurePath("stdin"))
    elif Path(name).is_dir():
        yield from _in_folder(name, output)
    elif os.path.lexists(name) or not glob.has_magic(name):
        yield File(name, PurePath(PurePath(name).name))
    else:
        yield from _matching(name, output)


def _in_folder(folder: str, output: Path | None) -> Iterator[File | Missing]:
    is_empty = True
    for path in _walk(folder):
        if not _is_at(path, output):
            is_empty = False
            yield File(path, PurePath(path).relative_to(folder))
    if is_empty:
        yield Missing(folder, f"{folder} is a directory with no readable file: name one that has stories in it")


def _walk(folder: str) -> Iterator[str]:
    """The regular files in a folder and in those below, in order of their names."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118 - a Path would lose the "./" as given
            if not name.startswith(".") and Path(path).is_file():
                yield path


def _matching(pattern: str, output: Path | None) -> Iterator[File | Missing]:
    root = PurePath(*_before_magic(PurePath(pattern).parts))
    is_empty = True
    for path in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob needs a folder to begin with
        if Path(path).is_file() and not _is_at(path, output):
            is_empty = False
            yield File(path, PurePath(path).relative_to(root))
    if is_empty:
        yield Missing(pattern, f"no file matches {pattern}: check the name, or name the folder")


def _before_magic(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _is_at(path: str, output: Path | None) -> bool:
    """Whether a file is the output, or lies in it."""
    if output is None:
        return False
    found, written = Path(path).resolve(), output.resolve()
    return found == written or written in found.parents
