"""Stories in columns: Arrow record batches in, record batches out, for every engine that speaks Arrow.

It needs ``pyarrow``: ``pip install 'wirenews[arrow]'``.

>>> import pyarrow
>>> batch = pyarrow.record_batch({"text": ["OSLO, May 2 (NTB) - It rained.", None]})
>>> rows = parse_batch(batch)
>>> rows.schema == SCHEMA, rows.column("agency").to_pylist(), rows.column("defects").to_pylist()
(True, ['ntb', None], [[], ['source-unreadable']])
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

try:
    import pyarrow as pa
except ImportError as _error:
    raise ImportError("wirenews.arrow needs pyarrow: pip install 'wirenews[arrow]'") from _error

from .arguments import check_count, wrong_type
from .article import Agency, Article
from .batch import parse_many
from .copies import fingerprint
from .decoding import decode
from .record import Record
from .text.markup import SURROGATE
from .wire_date import WireDate

# Stories that are in memory at a time, as rows of a file.
_ROWS = 1024


def _type(kind: Any) -> Any:
    """The Arrow type of what Python annotates so: never of a value, so that an empty column is typed too."""
    inner = [each for each in get_args(kind) if each not in (type(None), Ellipsis)]
    if get_origin(kind) in (list, tuple):
        return pa.list_(_type(inner[0]))
    if get_origin(kind) in (Union, UnionType):
        return _type(inner[0])
    if kind is int:
        return pa.int64()
    if attrs.has(kind) and "start" in attrs.fields_dict(kind):
        hints = get_type_hints(kind)
        return pa.struct([pa.field(name, _type(hints[name])) for name in _told_of(kind)])
    return pa.string()


def _told_of(cls: type[Any]) -> list[str]:
    """The attributes of a piece that are told: its text stands in the source."""
    return [attribute.name for attribute in attrs.fields(cls) if attribute.name != "text"]


def _pieces() -> dict[str, Any]:
    """The attributes of an article that are pieces, with their types."""
    hints = get_type_hints(Article)
    kinds = {attribute.name: _type(hints[attribute.name]) for attribute in attrs.fields(Article) if attribute.init}
    nested = (pa.types.is_struct, pa.types.is_list)
    return {name: kind for name, kind in kinds.items() if any(is_nested(kind) for is_nested in nested)}


_PIECES = _pieces()
SCHEMA = pa.schema([pa.field(name, _type(kind)) for name, kind in get_type_hints(Record).items()])
"""The columns of ``Article.record()``."""
SPANS = pa.schema([pa.field("source", pa.string()), *[pa.field(name, kind) for name, kind in _PIECES.items()]])
"""The pieces of each story: their offsets in ``source``, which count characters, their rules and their values.

An agency is its id, a person or a place its name, a date ISO 8601.
"""
HASHES = pa.schema([pa.field("hashes", pa.list_(pa.int64()))])
"""The fingerprint of each story: two that run the same copy share hashes (:func:`wirenews.fingerprint`).

Of all hashes the lowest are kept, so they need no sign, and engines without unsigned numbers take them too.
"""


def _spans(article: Article) -> dict[str, Any]:
    return {"source": article.source, **{name: _told(getattr(article, name)) for name in _PIECES}}


def _hashes(article: Article) -> dict[str, Any]:
    return {"hashes": fingerprint(article).hashes}


def _told(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    if isinstance(value, WireDate):
        return value.isoformat()
    if isinstance(value, Agency):
        return value.id or value.name
    if not attrs.has(type(value)):
        return value
    told = _told_of(type(value))
    return {name: _told(getattr(value, name)) for name in told} if "start" in told else value.name


# ---------------------------------------------------------------- batches


def parse_batch(
    batch: Any,
    column: str = "text",
    reference_column: str | None = None,
    headline_column: str | None = None,
    *,
    keep: Sequence[str] = (),
    schema: Any = SCHEMA,
) -> Any:
    """A row of ``schema`` for each row of a record batch, or of a table, in order.

    ``schema`` is :data:`SCHEMA`, :data:`SPANS` or :data:`HASHES`.

    The stories stand in ``column``, as texts or bytes. ``reference_column`` says on which day each ran (a date, a
    timestamp, or ISO 8601 text; what is none counts as unknown), ``headline_column`` has the headline where it is
    not in the text. The columns of ``keep`` (an id) come first, as they are. Where there is no text, the row has the
    defect ``source-unreadable``.

    >>> batch = pa.record_batch({"id": [7], "title": ["Rain"], "text": ["OSLO, May 2 (NTB) - It rained."]})
    >>> parse_batch(batch, headline_column="title", keep=["id"]).select(["id", "headline", "city"]).to_pylist()
    [{'id': 7, 'headline': 'Rain', 'city': 'Oslo'}]

    A text that is no UTF-8 is read as bytes, a day that Python's calendar has not is unknown. Raises ``ValueError`` for
    a column that is not there or would be there twice, ``TypeError`` for one of another type.
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise wrong_type("batch", "a pyarrow.RecordBatch or a pyarrow.Table", batch, "pass pyarrow.table(columns)")
    _check_keep(keep, schema)
    _check_columns(batch.schema, [column, reference_column, headline_column, *keep])
    _check_type(batch.schema, column, _TEXTS + _BYTES, "texts or bytes")
    _check_type(batch.schema, headline_column, _TEXTS, "texts")
    _check_type(batch.schema, reference_column, _TEXTS + _DATES, "dates, timestamps or texts")
    made = pa.RecordBatch.from_pylist(_rows(batch, column, reference_column, headline_column, schema), schema=schema)
    kept = [(batch.schema.field(name), batch.column(name)) for name in keep]
    whole = pa.schema([*[field for field, _ in kept], *schema])
    arrays = [*[values for _, values in kept], *made.columns]
    return type(batch).from_arrays(arrays, schema=whole)


def _rows(batch: Any, column: str, reference: str | None, headline: str | None, schema: Any) -> list[Any]:
    unknown = [None] * batch.num_rows
    columns = [_values(batch.column(name)) if name else unknown for name in (column, reference, headline)]
    stories = (
        (text if None in (text, stated) else {"text": decode(text)[0], "headline": decode(stated)[0]}, _day(day))
        for text, day, stated in zip(*columns, strict=True)
    )
    return list(parse_many(stories, select=_row_maker(schema), errors="defect"))


def _row_maker(schema: Any) -> Callable[[Article], Any]:
    """What makes a row of a schema out of an article."""
    for known, make in ((SCHEMA, Article.record), (SPANS, _spans), (HASHES, _hashes)):
        if schema.equals(known):
            return make
    raise ValueError("schema must be wirenews.arrow.SCHEMA, SPANS or HASHES")


def _values(array: Any) -> list[Any]:
    """The values of a column, read one by one where one of them is none that Python has."""
    try:
        return array.to_pylist()  # type: ignore[no-any-return]
    except (OverflowError, UnicodeDecodeError):
        return [_value(scalar) for scalar in array]


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except OverflowError:
        return None
    except UnicodeDecodeError:
        return getattr(scalar, "value", scalar).as_buffer().to_pybytes()


def _day(stated: Any) -> dt.date | None:
    if not isinstance(stated, str):
        return stated if isinstance(stated, dt.date) else None
    try:
        return dt.datetime.fromisoformat(stated.strip()).date()
    except ValueError:
        return None


def _check_keep(keep: Sequence[str], schema: Any) -> None:
    if isinstance(keep, str):
        raise wrong_type("keep", "a list of names", keep, f"pass [{keep!r}]")
    for at, name in enumerate(keep):
        if name in schema.names:
            raise ValueError(f"keep must not name {name!r}, which is a column of the rows: rename it first")
        if name in keep[:at]:
            raise ValueError(f"keep must not name {name!r} twice")


def _check_columns(schema: Any, names: Sequence[str | None]) -> None:
    for name in names:
        if name is not None and schema.names.count(name) != 1:
            number = "no column" if name not in schema.names else "more than one column"
            raise ValueError(f"there is {number} {name!r}: the columns are {', '.join(schema.names)}")


_TEXTS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
_BYTES = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_binary_view)
_DATES = (pa.types.is_date, pa.types.is_timestamp)


def _check_type(schema: Any, name: str | None, tests: tuple[Callable[[Any], bool], ...], wanted: str) -> None:
    if name is None:
        return
    kind = schema.field(name).type
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not any(test(inner) for test in tests):
        raise TypeError(f"the column {name!r} must hold {wanted}, got {kind}")


# ---------------------------------------------------------------- data sets


def parse_dataset(
    source: str | os.PathLike[str],
    sink: str | os.PathLike[str],
    column: str = "text",
    reference_column: str | None = None,
    headline_column: str | None = None,
    *,
    keep: Sequence[str] = (),
    schema: Any = SCHEMA,
    workers: int | None = None,
) -> list[Path]:
    """The Parquet files, in the folder ``sink``, with the rows of each Parquet or JSON-lines file of ``source``.

    ``source`` is a file, or a folder with files in it and in folders below, ending in ``.parquet``, ``.jsonl``,
    ``.ndjson`` or ``.json``; of JSON lines ``.gz``, ``.bz2`` and ``.zst`` too. The other arguments are those of
    :func:`parse_batch`; kept columns of JSON lines are texts. A thousand stories are in memory at a time, for each of
    the ``workers``, which take a file each.

    A file whose rows are there already is passed over, so that a run that was stopped goes on where it was: files are
    given their names when they are complete.

    Raises ``ValueError`` where there is no such file in ``source``, and what :func:`parse_batch` raises, for a file
    that has no such column; a line that is no JSON object gives a row with the defect ``source-unreadable``.
    """
    if workers is not None:
        check_count("workers", workers, 2)
    root, folder = Path(source), Path(sink)
    options = {"column": column, "reference_column": reference_column, "headline_column": headline_column}
    parse = partial(parse_batch, **options, keep=tuple(keep), schema=schema)  # type: ignore[arg-type]
    jobs = [(file, folder / _sink_name(file, root)) for file in _files(root)]
    left = iter([(str(file), str(made)) for file, made in jobs if not made.exists()])
    write = partial(_write, parse, [name for name in options.values() if name], list(keep))
    if workers is None or workers == 1:
        for number, job in enumerate(left):
            write(number, job)
    else:
        from .parallel import in_processes

        for _ in in_processes(f"parse_dataset(workers={workers})", write, left, workers, at_a_time=1):
            pass
    return [made for _, made in jobs]


_LINES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".bz2", ".zst")


def _files(root: Path) -> list[Path]:
    """The files of a data set, in the order of their names."""
    found = [root] if root.is_file() else sorted(path for path in root.rglob("*") if path.is_file())
    files = [path for path in found if _kind(path) in (".parquet", *_LINES)]
    if not files:
        what = "is no file and no folder" if not root.exists() else "has no file that ends in .parquet or .jsonl"
        raise ValueError(f"{root} {what}: name a Parquet or JSON-lines file, or a folder with such files")
    return files


def _kind(path: Path) -> str:
    """What a file holds, by its name without what it is packed with."""
    return Path(path.stem).suffix if path.suffix in _PACKED else path.suffix


def _sink_name(file: Path, root: Path) -> Path:
    below = Path(file.name) if file == root else file.relative_to(root)
    return below if below.suffix == ".parquet" else below.with_name(f"{below.name}.parquet")


def _write(parse: Callable[[Any], Any], columns: list[str], keep: list[str], number: int, job: tuple[str, str]) -> None:
    """Write the rows of a file under another name, and then rename it."""
    from pyarrow import parquet

    source, made = map(Path, job)
    made.parent.mkdir(parents=True, exist_ok=True)
    part = made.with_name(f".{made.name}.part")
    writer = None
    try:
        for batch in _batches(source, columns, keep):
            rows = parse(batch)
            writer = writer or parquet.ParquetWriter(part, rows.schema)
            writer.write_batch(rows)
    except (ValueError, TypeError) as error:
        raise type(error)(f"{source}: {error}") from error
    finally:
        if writer is not None:
            writer.close()
    part.replace(made)


def _batches(source: Path, columns: list[str], keep: list[str]) -> Iterator[Any]:
    """The columns of a file that are asked for, some rows at a time; an empty batch of a file without rows."""
    from pyarrow import parquet

    if source.suffix != ".parquet":
        yield from _batches_of_lines(source, columns, keep)
        return
    with parquet.ParquetFile(source) as file:
        _check_columns(file.schema_arrow, [*columns, *keep])
        wanted = [name for name in file.schema_arrow.names if name in (*columns, *keep)]
        number = 0
        for number, batch in enumerate(file.iter_batches(_ROWS, columns=wanted), 1):  # noqa: B007
            yield batch
        if not number:
            yield pa.RecordBatch.from_pylist([], schema=pa.schema([file.schema_arrow.field(name) for name in wanted]))


def _batches_of_lines(source: Path, columns: list[str], keep: list[str]) -> Iterator[Any]:
    """JSON lines: every column is a text, whatever stands there, so that no line settles a type."""
    schema = pa.schema([pa.field(name, pa.string()) for name in dict.fromkeys([*keep, *columns])])
    rows: list[dict[str, str | None]] = []
    is_empty = True
    with pa.input_stream(str(source), compression="detect") as stream:
        for line in _lines(stream):
            found = _object(line)
            rows.append({name: _as_text(found.get(name), is_kept=name in keep) for name in schema.names})
            if len(rows) == _ROWS:
                yield pa.RecordBatch.from_pylist(rows, schema=schema)
                rows, is_empty = [], False
    if rows or is_empty:
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _lines(stream: Any) -> Iterator[bytes]:
    """The lines of a stream that are not blank."""
    left = b""
    while block := stream.read(1 << 20):
        *lines, left = (left + block).split(b"\n")
        yield from filter(bytes.strip, lines)
    if left.strip():
        yield left


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _as_text(value: Any, *, is_kept: bool) -> str | None:
    """A text as it is; of a column that is kept, anything else as JSON."""
    if is_kept and value is not None and not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    return SURROGATE.sub("\ufffd", value) if isinstance(value, str) else None
