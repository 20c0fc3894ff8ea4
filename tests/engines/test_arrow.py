"""Stories in columns: the same rows as one by one, of types that no story settles, file by file."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import json
import os
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT
from stories import stories

import wirenews
from wirenews import Article, arrow

pytestmark = pytest.mark.engines

TEXTS = [story.text for story in islice(stories(7), 120)]
ROWS = [wirenews.parse(text).record() for text in TEXTS]


def batch(**columns: Any) -> Any:
    return pa.record_batch(columns)


def rows(**columns: Any) -> list[dict[str, Any]]:
    return arrow.parse_batch(batch(**columns)).to_pylist()  # type: ignore[no-any-return]


class TestABatch:
    def test_gives_the_rows_of_its_stories(self) -> None:
        made = arrow.parse_batch(batch(text=TEXTS))
        assert made.schema.equals(arrow.SCHEMA)
        assert made.to_pylist() == ROWS

    @pytest.mark.parametrize(
        "kind",
        [pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.dictionary(pa.int32(), pa.string())],
    )
    def test_takes_texts_of_any_type(self, kind: Any) -> None:
        texts = [text.encode() if "binary" in str(kind) else text for text in TEXTS[:5]]
        assert rows(text=pa.array(texts, kind)) == ROWS[:5]

    @pytest.mark.parametrize("texts", [[], [None, None], pa.array([None], pa.null()), pa.array([], pa.string())])
    def test_has_types_that_do_not_depend_on_it(self, texts: Any) -> None:
        made = arrow.parse_batch(batch(text=pa.array(texts, pa.string()) if isinstance(texts, list) else texts))
        assert made.schema.equals(arrow.SCHEMA)
        assert [row["defects"] for row in made.to_pylist()] == [["source-unreadable"]] * len(texts)

    @pytest.mark.parametrize(
        "days",
        [
            pa.array([dt.date(2021, 5, 3)]),
            pa.array([dt.datetime(2021, 5, 3, 10)], pa.timestamp("ns", "UTC")),
            pa.array(["2021-05-03"]),
            pa.array(["2021-05-03T10:00:00Z"]),
        ],
    )
    def test_takes_a_reference_column(self, days: Any) -> None:
        made = arrow.parse_batch(batch(text=["OSLO, May 2 (NTB) - Rain."], day=days), reference_column="day")
        assert made.column("date").to_pylist() == ["2021-05-02"]

    def test_a_reference_that_is_none_is_unknown(self) -> None:
        made = arrow.parse_batch(
            batch(text=["OSLO, May 2 (NTB) - Rain."] * 2, day=[None, "May"]), reference_column="day"
        )
        assert made.column("date").to_pylist() == [None, None]

    @pytest.mark.parametrize(
        "days",
        [
            pa.array([10**15, None, 1_620_000_000], pa.timestamp("s")),
            pa.array([-(10**12), None, 1_620_000_000], pa.timestamp("s")),
            pa.array([10**8, None, 18_750], pa.int32()).cast(pa.date32()),
        ],
    )
    def test_a_day_that_no_calendar_has_is_unknown(self, days: Any) -> None:
        made = arrow.parse_batch(batch(text=["OSLO, May 2 (NTB) - Rain."] * 3, day=days), reference_column="day")
        assert made.column("date").to_pylist() == [None, None, "2021-05-02"]

    @pytest.mark.parametrize("kind", ["plain", "dictionary"])
    def test_a_text_that_is_no_utf_8_is_read_as_bytes(self, kind: str) -> None:
        """As in a column that an engine handed over without looking at it."""
        told, ends = b"K\xd6LN (dpa) - Regen.", pa.array([0, 19, 19], pa.int32()).buffers()[1]
        texts = pa.StringArray.from_buffers(2, ends, pa.py_buffer(told))
        if kind == "dictionary":
            texts = pa.DictionaryArray.from_arrays(pa.array([0, 1]), texts)
        made = arrow.parse_batch(batch(text=texts, title=pa.array([None, "Sun"])), headline_column="title")
        assert made.column("city").to_pylist() == ["Köln", None]
        assert made.column("defects").to_pylist()[0] == ["encoding-guessed"]

    def test_takes_a_dictionary_that_changes_from_chunk_to_chunk(self) -> None:
        chunks = [pa.array([text, None]).dictionary_encode() for text in TEXTS[:2]]
        made = arrow.parse_batch(pa.table({"text": pa.chunked_array(chunks)}))
        assert made.to_pylist()[::2] == ROWS[:2]

    def test_takes_a_headline_column(self) -> None:
        columns = {"text": ["OSLO, May 2 (NTB) - Rain.", "Sun", None], "title": ["Wet", None, "Dry"]}
        made = arrow.parse_batch(batch(**columns), headline_column="title")
        assert made.column("headline").to_pylist() == ["Wet", None, None]
        assert made.column("body").to_pylist() == ["Rain.", "Sun", ""]

    def test_keeps_columns(self) -> None:
        made = arrow.parse_batch(batch(id=[5, 6], n=["a", None], text=TEXTS[:2]), keep=["n", "id"])
        assert made.schema.names == ["n", "id", *arrow.SCHEMA.names]
        assert made.select(["n", "id"]).to_pylist() == [{"n": "a", "id": 5}, {"n": None, "id": 6}]

    def test_of_a_table_is_a_table(self) -> None:
        table = pa.table({"id": range(120), "text": pa.chunked_array([TEXTS[:50], TEXTS[50:]])})
        made = arrow.parse_batch(table, keep=["id"])
        assert isinstance(made, pa.Table)
        assert made.drop_columns("id").to_pylist() == ROWS

    @pytest.mark.parametrize(
        ("options", "error", "words"),
        [
            ({"column": "body"}, ValueError, "there is no column 'body': the columns are id, text, body_text"),
            ({"reference_column": "day"}, ValueError, "there is no column 'day'"),
            ({"keep": ["agency"]}, ValueError, "keep must not name 'agency', which is a column of the rows"),
            ({"keep": ["day"]}, ValueError, "there is no column 'day'"),
            ({"keep": ["id", "id"]}, ValueError, "keep must not name 'id' twice"),
            ({"keep": "id"}, TypeError, r"keep must be a list of names, got str 'id': pass \['id'\]"),
            ({"column": "id"}, TypeError, "the column 'id' must hold texts or bytes, got int64"),
            ({"reference_column": "id"}, TypeError, "the column 'id' must hold dates, timestamps or texts, got int64"),
            ({"headline_column": "id"}, TypeError, "the column 'id' must hold texts, got int64"),
        ],
    )
    def test_that_is_wrong_is_told(self, options: Any, error: type[Exception], words: str) -> None:
        table = batch(id=[1], text=["x"], body_text=["y"], agency=["ap"])
        with pytest.raises(error, match=words):
            arrow.parse_batch(table, **options)


def test_what_is_no_batch_is_told() -> None:
    with pytest.raises(TypeError, match=r"batch must be a pyarrow\.RecordBatch or a pyarrow\.Table, got list"):
        arrow.parse_batch(["OSLO (NTB) - Rain."])


class TestSpans:
    def test_are_the_pieces_with_their_offsets(self) -> None:
        made = arrow.parse_batch(batch(text=TEXTS), schema=arrow.SPANS)
        assert made.schema.equals(arrow.SPANS)
        for row, text in zip(made.to_pylist(), TEXTS, strict=True):
            article = wirenews.parse(text)
            assert row["source"] == text
            assert [(p["start"], p["end"]) for p in row["paragraphs"]] == [(p.start, p.end) for p in article.paragraphs]
            assert [credit["role"] for credit in row["credits"]] == [credit.role for credit in article.credits]
            if article.dateline is not None:
                assert row["dateline"]["agencies"] == [agency.id for agency in article.dateline.agencies]
                assert row["dateline"]["places"] == [place.name for place in article.dateline.places]
                assert row["dateline"]["rule"] == article.dateline.rule

    def test_have_a_column_for_each_kind_of_piece(self) -> None:
        kinds = {"headline", "byline", "dateline", "paragraphs", "credits", "notices", "fields", "defects"}
        assert kinds <= set(arrow.SPANS.names)

    def test_of_nothing_are_typed(self) -> None:
        assert arrow.parse_batch(batch(text=pa.array([], pa.string())), schema=arrow.SPANS).schema.equals(arrow.SPANS)


def test_hashes_are_the_fingerprints() -> None:
    made = arrow.parse_batch(batch(text=TEXTS), schema=arrow.HASHES)
    assert made.schema.equals(arrow.HASHES)
    assert [tuple(hashes) for hashes in made["hashes"].to_pylist()] == [wirenews.fingerprint(t).hashes for t in TEXTS]


def test_another_schema_is_none() -> None:
    with pytest.raises(ValueError, match=r"schema must be .*SCHEMA, SPANS or HASHES"):
        arrow.parse_batch(batch(text=["x"]), schema=pa.schema([("body", pa.string())]))


def fill(folder: Path) -> None:
    """A data set of three files and what is none, of the 120 stories in the order of the files' names."""
    (folder / "b").mkdir(parents=True)
    lines = [json.dumps({"id": number, "text": text, "n": [number]}) for number, text in enumerate(TEXTS)]
    (folder / "a.jsonl").write_text("\n".join(lines[:40]) + "\n\n", encoding="utf-8")
    (folder / "b" / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines[40:80]).encode()))
    pq.write_table(pa.table({"id": range(80, 120), "text": TEXTS[80:]}), folder / "c.parquet", row_group_size=7)
    (folder / "notes.txt").write_text("no data", encoding="utf-8")


class TestADataSet:
    @pytest.mark.parametrize("workers", [None, 2])
    def test_is_read_file_by_file(self, tmp_path: Path, workers: int | None) -> None:
        fill(tmp_path / "in")
        made = arrow.parse_dataset(tmp_path / "in", tmp_path / "out", keep=["id"], workers=workers)
        assert [str(path.relative_to(tmp_path / "out")) for path in made] == [
            "a.jsonl.parquet", "b/b.jsonl.gz.parquet", "c.parquet",
        ]  # fmt: skip
        assert sorted((tmp_path / "out").rglob("*")) == sorted([*made, tmp_path / "out" / "b"])
        tables = [pq.read_table(path) for path in made]
        assert [row for table in tables for row in table.drop_columns("id").to_pylist()] == ROWS
        assert [str(number) for table in tables for number in table["id"].to_pylist()] == [str(n) for n in range(120)]
        assert tables[2].schema.field("id").type == pa.int64()

    def test_goes_on_where_it_was_stopped(self, tmp_path: Path) -> None:
        fill(tmp_path / "in")
        first, *others = arrow.parse_dataset(tmp_path / "in", tmp_path / "out")
        before = first.stat().st_mtime_ns
        for path in others:
            path.unlink()
        (tmp_path / "out" / ".c.parquet.part").write_bytes(b"half")
        made = arrow.parse_dataset(tmp_path / "in", tmp_path / "out")
        assert first.stat().st_mtime_ns == before
        assert [row for path in made for row in pq.read_table(path).to_pylist()] == ROWS
        assert not list((tmp_path / "out").rglob("*.part"))

    @pytest.mark.parametrize("workers", [1, 2])
    def test_goes_on_where_it_was_killed(self, tmp_path: Path, workers: int) -> None:
        fill(tmp_path / "in")
        lines = [json.dumps({"id": 120 + number, "text": f"OSLO (NTB) - Story {number}."}) for number in range(6000)]
        (tmp_path / "in" / "d.jsonl").write_text("\n".join(lines), encoding="utf-8")
        script = (
            "import wirenews.arrow\nif __name__ == '__main__':\n"
            f"    wirenews.arrow.parse_dataset('in', 'out', keep=['id'], workers={workers})\n"
        )
        (tmp_path / "run.py").write_text(script, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        running = subprocess.Popen([sys.executable, "run.py"], cwd=tmp_path, env=environment)
        while not (tmp_path / "out" / ".d.jsonl.parquet.part").exists():
            assert running.poll() is None
            time.sleep(0.01)
        running.kill()
        running.wait()
        assert not (tmp_path / "out" / "d.jsonl.parquet").exists()
        first = tmp_path / "out" / "a.jsonl.parquet"
        before = first.stat().st_mtime_ns
        subprocess.run([sys.executable, "run.py"], cwd=tmp_path, env=environment, check=True)
        files = [first, *[tmp_path / "out" / name for name in ("b/b.jsonl.gz.parquet", "c.parquet")]]
        assert first.stat().st_mtime_ns == before
        assert [row for path in files for row in pq.read_table(path).drop_columns("id").to_pylist()] == ROWS
        last = pq.read_table(tmp_path / "out" / "d.jsonl.parquet")
        assert last["id"].to_pylist() == [str(120 + number) for number in range(6000)]

    def test_may_be_one_file(self, tmp_path: Path) -> None:
        fill(tmp_path / "in")
        [made] = arrow.parse_dataset(tmp_path / "in" / "c.parquet", str(tmp_path / "out"), schema=arrow.SPANS)
        assert made == tmp_path / "out" / "c.parquet"
        assert pq.read_table(made).schema.equals(arrow.SPANS)

    def test_of_several_batches(self, tmp_path: Path) -> None:
        lines = [json.dumps({"text": f"OSLO (NTB) - Story {number}."}) for number in range(2500)]
        (tmp_path / "a.ndjson.bz2").write_bytes(bz2.compress("\n".join(lines).encode()))
        [made] = arrow.parse_dataset(tmp_path, tmp_path / "out")
        assert pq.read_table(made)["body"].to_pylist() == [f"Story {number}." for number in range(2500)]

    def test_a_line_that_is_none_is_a_defect(self, tmp_path: Path) -> None:
        lines = [
            '{"text": "OSLO (NTB) - Rain."}',
            "[1]",
            '{"text": 5}',
            '{"text": "Half of \\ud83d."}',
            "\xff",
            '{"text": "Ra',
        ]
        (tmp_path / "a.jsonl").write_bytes("\n".join(lines).encode("latin-1"))
        [made] = arrow.parse_dataset(tmp_path, tmp_path / "out")
        table = pq.read_table(made)
        assert table["body"].to_pylist() == ["Rain.", "", "", "Half of \ufffd.", "", ""]
        assert [bool(codes) for codes in table["defects"].to_pylist()] == [False, True, True, False, True, True]

    @pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
    def test_a_file_without_stories_gives_one_without_rows(self, tmp_path: Path, name: str) -> None:
        if name == "a.jsonl":
            (tmp_path / name).touch()
        else:
            pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / name)
        [made] = arrow.parse_dataset(tmp_path, tmp_path / "out")
        assert (pq.read_table(made).num_rows, pq.read_schema(made)) == (0, arrow.SCHEMA)

    def test_that_is_none_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"has no file that ends in \.parquet or \.jsonl: name a Parquet"):
            arrow.parse_dataset(tmp_path, tmp_path / "out")
        with pytest.raises(ValueError, match="is no file and no folder"):
            arrow.parse_dataset(tmp_path / "none", tmp_path / "out")
        pq.write_table(pa.table({"body": ["x"]}), tmp_path / "a.parquet")
        with pytest.raises(ValueError, match=r"a\.parquet: there is no column 'text': the columns are body"):
            arrow.parse_dataset(tmp_path, tmp_path / "out")
        with pytest.raises(ValueError, match="workers must be 1 or more"):
            arrow.parse_dataset(tmp_path, tmp_path / "out", workers=0)

    def test_a_large_file_takes_no_more_memory_than_a_small_one(self, tmp_path: Path) -> None:
        script = """
import json, resource, sys
from wirenews import arrow
line = json.dumps({"text": "OSLO (NTB) - " + "It rained all day. " * 60})
for name, number in (("small", 3000), ("large", 30000)):
    with open(f"{name}.jsonl", "w") as file:
        file.writelines(f"{line}\\n" for _ in range(number))
    arrow.parse_dataset(f"{name}.jsonl", "out")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
        )
        small, large = map(int, done.stdout.split())
        assert large < small + 40, done


def test_a_record_and_a_row_are_the_same_columns() -> None:
    assert arrow.SCHEMA.names == list(Article("").record())
