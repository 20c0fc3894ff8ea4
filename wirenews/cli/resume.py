"""What a run that was killed has written: mended where its last line is half, and told, so that another can go on."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from .messages import WrongUseError
from .writers import BOM

_CHUNK = 1 << 20


def mend_lines(path: Path, columns: Sequence[str] | None) -> dict[str, int | None]:
    """How many stories of each file are in a file of JSON lines, once half a line at its end is cut off.

    The number of the last file alone is told: those before it are complete (``None``). ``columns`` are the names that
    a line must have; ``None`` for any.
    """
    _cut_off(path, _end_of_lines)
    return _told(_records(path, columns), path)


def mend_csv(path: Path, columns: Sequence[str]) -> dict[str, int | None]:
    """:func:`mend_lines` for a file of CSV; a line break inside quotation marks ends no row."""
    _cut_off(path, _end_of_rows)
    return _told(_rows(path, columns), path)


def _told(rows: Iterator[tuple[Any, Any]], path: Path) -> dict[str, int | None]:
    done: dict[str, int | None] = {}
    file = None
    for number_of_row, (name, number) in enumerate(rows, 1):
        if not isinstance(name, str) or not str(number).isdecimal():
            raise WrongUseError(f"{path}, row {number_of_row} says of no file and story: {_ADVICE}")
        if file is not None and name != file:
            done[file] = None
        file, done[name] = name, int(number)
    return done


_ADVICE = "--resume goes on where the same command was stopped; write to another file with -o, or leave out --resume"


def _records(path: Path, columns: Sequence[str] | None) -> Iterator[tuple[Any, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
            except ValueError:
                record = None
            if not isinstance(record, dict) or (columns is not None and list(record) != list(columns)):
                raise WrongUseError(f"{path}, line {number} was not written by this command: {_ADVICE}")
            yield record.get("file"), record.get("number")


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[Any, Any]]:
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = next(rows, None)
        if names is None:
            return
        names[:1] = [name.removeprefix(BOM) for name in names[:1]]
        if names != list(columns):
            raise WrongUseError(f"{path} has other columns than this command writes: {_ADVICE}")
        for row in rows:
            cells = dict(zip(names, row, strict=False))
            yield cells.get("file"), cells.get("number")


# ---------------------------------------------------------------- half a line


def _cut_off(path: Path, end: Any) -> None:
    with path.open("r+b") as file:
        file.truncate(end(file))


def _end_of_lines(file: BinaryIO) -> int:
    """Where the last line ends that is whole."""
    return max((end for end, _ in _line_ends(file)), default=0)


def _end_of_rows(file: BinaryIO) -> int:
    """Where the last row ends that is whole: at a line break with an even number of quotation marks before it."""
    return max((end for end, quotes in _line_ends(file) if quotes % 2 == 0), default=0)


def _line_ends(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Where each line ends, and how many quotation marks stand before."""
    at = quotes = 0
    while chunk := file.read(_CHUNK):
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            at += len(line) + 1
            quotes += line.count(b'"')
            yield at, quotes
        at += len(rest)
        quotes += rest.count(b'"')
