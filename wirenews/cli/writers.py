"""How rows, JSON, texts and pages are written: story by story, each out as soon as it is read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, Protocol, TextIO, get_type_hints

import attrs

from ..export import to_html
from ..record import Record, dumps
from ..text.markup import SURROGATE, escape
from .inputs import Origin
from .messages import WrongUseError
from .views import printable

COLUMNS = (*Origin._fields, *get_type_hints(Record))
"""The columns of a row: where the story comes from, and ``Article.record()``."""
BETWEEN = " | "
"""What stands between the values of a list in a cell of CSV."""
BOM = "\ufeff"

_ROWS = 1024
# To encode a long text whole would take as much memory again.
_AT_A_TIME = 1 << 20


class Writer(Protocol):
    """What writes the stories of an output."""

    def begin(self) -> None:
        """Write what stands before the first story; not called where an output goes on."""

    def write(self, origin: Origin, made: Any) -> None:
        """Write what was made of a story."""

    def end(self) -> None:
        """Write what stands behind the last story."""


def put(stream: TextIO, *parts: str) -> None:
    """Write texts of any length, and have them out at once."""
    for part in parts:
        for start in range(0, len(part), _AT_A_TIME):
            stream.write(part[start : start + _AT_A_TIME])
    stream.flush()


def row_of(origin: Origin, record: Record, columns: Sequence[str]) -> dict[str, Any]:
    """The columns of a story that are wanted."""
    whole: dict[str, Any] = {**origin._asdict(), **record}
    return {name: whole[name] for name in columns}


@attrs.frozen
class JsonLines:
    """A row on each line, as JSON."""

    stream: TextIO
    columns: Sequence[str]

    def begin(self) -> None:
        """Nothing."""

    def write(self, origin: Origin, made: Record) -> None:
        """Write the row."""
        put(self.stream, dumps(row_of(origin, made, self.columns)) + "\n")

    def end(self) -> None:
        """Nothing."""


@attrs.frozen
class Json:
    """Each story whole, as a JSON object on a line; it is made in parts, or as one text."""

    stream: TextIO

    def begin(self) -> None:
        """Nothing."""

    def write(self, origin: Origin, made: str | Iterator[str]) -> None:
        """Write where the story comes from and, behind its opening brace, what was made."""
        parts = iter((made,) if isinstance(made, str) else made)
        put(self.stream, dumps(origin._asdict(), separators=(",", ":"))[:-1], ",", next(parts)[1:])
        for part in parts:
            put(self.stream, part)
        put(self.stream, "\n")

    def end(self) -> None:
        """Nothing."""


@attrs.frozen
class Csv:
    """A row for each story below the names of the columns."""

    stream: TextIO
    columns: Sequence[str]
    is_for_excel: bool = False

    def begin(self) -> None:
        """Write the names of the columns."""
        if self.is_for_excel:
            self.stream.write(BOM)
        self._write(self.columns)

    def write(self, origin: Origin, made: Record) -> None:
        """Write the row."""
        self._write([_cell(value) for value in row_of(origin, made, self.columns).values()])

    def end(self) -> None:
        """Nothing."""

    def _write(self, cells: Iterable[Any]) -> None:
        csv.writer(self.stream, lineterminator="\n").writerow(cells)
        self.stream.flush()


def _cell(value: Any) -> Any:
    return BETWEEN.join(value) if isinstance(value, list) else value


class Parquet:
    """Rows in columns of fixed types, a thousand at a time."""

    def __init__(self, stream: BinaryIO, columns: Sequence[str]) -> None:
        try:
            from ..arrow import SCHEMA
        except ImportError as error:
            raise WrongUseError(str(error)) from None
        import pyarrow as pa
        from pyarrow import parquet

        of_origin = pa.schema([("file", pa.string()), ("number", pa.int64()), ("id", pa.string())])
        whole = pa.schema([*of_origin, *SCHEMA])
        self._columns = columns
        self._schema = pa.schema([whole.field(name) for name in columns])
        self._writer = parquet.ParquetWriter(stream, self._schema)
        self._rows: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Nothing."""

    def write(self, origin: Origin, made: Record) -> None:
        """Write the row, with others."""
        row = row_of(origin, made, self._columns)
        self._rows.append({name: _carried(value) for name, value in row.items()})
        if len(self._rows) == _ROWS:
            self._flush()

    def end(self) -> None:
        """Write the rows that are left."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from pyarrow import RecordBatch

        self._writer.write_batch(RecordBatch.from_pylist(self._rows, schema=self._schema))
        self._rows = []


def _carried(value: Any) -> Any:
    """A value that UTF-8 can carry: without halves of characters."""
    if isinstance(value, list):
        return [_carried(each) for each in value]
    return SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


@attrs.define
class Texts:
    """A text for each story, with a blank line between."""

    stream: TextIO
    _is_first: bool = True

    def begin(self) -> None:
        """Nothing."""

    def write(self, origin: Origin, made: str) -> None:
        """Write the text."""
        put(self.stream, "" if self._is_first else "\n", made, "\n")
        self._is_first = False

    def end(self) -> None:
        """Nothing."""


class Views(Texts):
    """A view for each story, below the name of the file that it comes from."""

    def write(self, origin: Origin, made: str) -> None:
        """Write the name and the view."""
        number = f", story {origin.number}" if origin.number > 1 or origin.id else ""
        id = f" ({origin.id})" if origin.id else ""
        super().write(origin, f"{'file':<10}{printable(origin.file)}{number}{printable(id)}\n{made}")


@attrs.frozen
class Page:
    """A page of HTML with a fragment for each story."""

    stream: TextIO

    def begin(self) -> None:
        """Write the head of the page."""
        put(self.stream, _page()[0])

    def write(self, origin: Origin, made: str) -> None:
        """Write the fragment below the name of the file."""
        put(self.stream, f"<h1>{escape(f'{origin.file}, story {origin.number}')}</h1>\n", made, "\n")

    def end(self) -> None:
        """Write the foot of the page."""
        put(self.stream, *_page()[1:])


def _page() -> tuple[str, str, str]:
    """A page without stories, cut where they stand."""
    return to_html([], page=True).rpartition("</main>")
