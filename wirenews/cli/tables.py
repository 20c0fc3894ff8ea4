"""Tables -> their stories: CSV, TSV, JSON lines and Parquet, with a story in a column."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import Any, BinaryIO, NamedTuple

import attrs

from ..arguments import short_repr
from ..article import Defect
from ..dates.normalize import normalize_date
from ..decoding import decode
from ..formats.cutting import cut_at
from ..formats.document import Document
from ..formats.jsonwire import dicts, unescaped, values
from ..formats.story import Found, Story, Unread
from ..formats.values import read_moment

_LINE = re.compile(rb"\n")
_DELIMITERS = (",", "\t", ";", "|")
_TABLES = (".csv", ".tsv", ".tab", ".parquet")
_PACKED = (".gz", ".zst")
_PARQUET = b"PAR1"
# Records of JSON among which one at least must have a text.
_LOOKED_AT = 20
_SHOWN_NAMES = 12


@attrs.frozen
class Columns:
    """Which columns hold the stories, and what is said about each."""

    text: str
    title: str | None = None
    reference: str | None = None
    id: str | None = None

    @property
    def names(self) -> list[str]:
        """The columns that are named, each once."""
        return list(dict.fromkeys(filter(None, (self.text, self.title, self.reference, self.id))))


class Row(NamedTuple):
    """A row of a table: its story, its id and its day, and what a person should know of it."""

    found: Found
    id: str | None = None
    reference: dt.date | None = None
    note: str | None = None


# The cells of a row by the names of their columns, and what had to be guessed to read them; or what is wrong with it.
_Cells = tuple[Mapping[str, Any], tuple[Defect, ...]] | Unread


def read_table(table: Path | BinaryIO, columns: Columns, limit: int) -> Iterator[Row]:
    """The rows of a table, one after the other: of Parquet, of JSON (lines or a list), else of CSV with any sign.

    Raises ``ValueError`` for a table without such a column, which names those that it has.
    """
    if _is_parquet(table):
        cells = _cells_of_parquet(table, columns)
    else:
        document = Document.of(table, limit, is_whole=False)
        is_json = document.head.startswith(("{", "["))
        cells = _cells_of_json(document, columns) if is_json else _cells_of_csv(document, columns, limit)
    for row in cells:
        yield Row(row) if isinstance(row, Unread) else _row(*row, columns)


def refuse_table(name: str) -> None:
    """Raise ``ValueError`` for a file that is a table by its name: read as text it would be a story of garbage."""
    path = PurePath(name)
    if PurePath(path.stem if path.suffix in _PACKED else name).suffix.lower() in _TABLES:
        raise ValueError("this is a table: name the column that holds the stories, as in --column text")


def _row(cells: Mapping[str, Any], damage: tuple[Defect, ...], columns: Columns) -> Row:
    day, note = None, None
    stated = cells.get(columns.reference) if columns.reference else None
    if stated not in (None, "") and (day := _day(stated)) is None:
        note = f"{short_repr(stated)} in the column {columns.reference!r} is no date: read without"
    id = _as_text(cells.get(columns.id)) if columns.id else None
    return Row(_story(cells, damage, columns), id, day, note)


def _story(cells: Mapping[str, Any], damage: tuple[Defect, ...], columns: Columns) -> Found:
    text = cells.get(columns.text)
    if isinstance(text, bytes):
        text, guessed = decode(text)
        damage = (*damage, *guessed)
    if not isinstance(text, str):
        return Unread(f"there is no text in the column {columns.text!r}")
    title = cells.get(columns.title) if columns.title else None
    headline = title.strip() if isinstance(title, str) else None
    return Story(unescaped(text), headline=headline or None, damage=damage)


def _as_text(value: Any) -> str | None:
    return value if isinstance(value, str | None) else json.dumps(value, ensure_ascii=False, default=str)


def _day(stated: Any) -> dt.date | None:
    """The day that a cell names: a date, ISO 8601, a date of e-mail, seconds since 1970, or one in words."""
    if isinstance(stated, dt.datetime):
        return stated.date()
    if isinstance(stated, dt.date):
        return stated
    text = str(stated).strip()
    if (moment := read_moment(text)) is not None:
        return moment.date()
    date = normalize_date(text)
    return date.date if date is not None and not date.ambiguous else None


def _missing(name: str, names: list[str]) -> ValueError:
    shown = ", ".join(names[:_SHOWN_NAMES]) + (", …" if len(names) > _SHOWN_NAMES else "")
    return ValueError(f"there is no column {name!r}: the columns are {shown}")


# ---------------------------------------------------------------- CSV


def _cells_of_csv(document: Document, columns: Columns, limit: int) -> Iterator[_Cells]:
    lines = _Lines(document, limit)
    first = next(lines, "")
    delimiter = _delimiter(first, columns)
    csv.field_size_limit(limit)
    rows = csv.reader(chain((first,), lines), delimiter=delimiter)
    names = next(rows, [])
    for name in columns.names:
        if names.count(name) != 1:
            raise _missing(name, names) if name not in names else ValueError(f"there are several columns {name!r}")
    try:
        for row in rows:
            if row:
                yield dict(zip(names, row, strict=False)), tuple(lines.taken_damage())
    except csv.Error as error:
        raise ValueError(f"line {rows.line_num} cannot be read as CSV ({error}): check its quotation marks") from None


def _delimiter(line: str, columns: Columns) -> str:
    """The sign between the columns: the one that gives most of those that are named, or else most columns."""
    wanted = {*columns.names}
    headers = {sign: next(csv.reader([line], delimiter=sign), []) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: (len(wanted & {*headers[sign]}), len(headers[sign])))


class _Lines:
    """The lines of a document as the reader of CSV wants them, and what had to be guessed to decode them."""

    def __init__(self, document: Document, limit: int) -> None:
        self._document = document
        self._cut = cut_at(document.chunks(), _LINE, limit)
        self._damage: list[Defect] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        # Each line but the first has the end of the one above in front.
        text, damage = self._document.decoded(next(self._cut).removeprefix(b"\n"))
        self._damage += damage
        return f"{text.removeprefix(chr(0xFEFF))}\n"

    def taken_damage(self) -> list[Defect]:
        """What was guessed since this was last asked."""
        damage, self._damage = self._damage, []
        return damage


# ---------------------------------------------------------------- JSON


def _cells_of_json(document: Document, columns: Columns) -> Iterator[_Cells]:
    records = (record for value in values(document) for record in _records(value))
    first = list(islice(records, _LOOKED_AT))
    names = _names(first)
    if columns.text not in names and any(not isinstance(record, Unread) for record in first):
        raise _missing(columns.text, names)
    unseen = {*columns.names}
    for record in chain(first, records):
        if isinstance(record, Unread):
            yield record
        else:
            unseen -= record.keys()
            yield record, ()
    if unseen:
        raise _missing(min(unseen), names)


def _records(value: Any) -> Iterator[dict[str, Any] | Unread]:
    if isinstance(value, Unread):
        yield value
    elif isinstance(value, dict | list):
        yield from dicts(value)
    else:
        yield Unread(f"{short_repr(value)} is no record")


def _names(records: list[dict[str, Any] | Unread]) -> list[str]:
    return list(dict.fromkeys(name for record in records if not isinstance(record, Unread) for name in record))


# ---------------------------------------------------------------- Parquet


def _is_parquet(table: Path | BinaryIO) -> bool:
    if isinstance(table, Path):
        if not table.is_file():
            return False
        with table.open("rb") as file:
            return file.read(len(_PARQUET)) == _PARQUET
    peek = getattr(table, "peek", None)
    return peek is not None and peek(len(_PARQUET)).startswith(_PARQUET)


def _cells_of_parquet(table: Path | BinaryIO, columns: Columns) -> Iterator[_Cells]:
    try:
        from pyarrow import parquet
    except ImportError:
        raise ImportError("to read Parquet, install pyarrow: pip install 'wirenews[arrow]'") from None
    with parquet.ParquetFile(table if isinstance(table, Path) else BytesIO(table.read())) as file:
        names = file.schema_arrow.names
        for name in columns.names:
            if name not in names:
                raise _missing(name, names)
        for batch in file.iter_batches(1024, columns=columns.names):
            for cells in batch.to_pylist():
                yield cells, ()
