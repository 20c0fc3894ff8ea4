"""The command line: Parquet in and out."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import wirenews
from wirenews.arrow import SCHEMA
from wirenews.cli import main

pytestmark = pytest.mark.engines

TEXTS = ["OSLO, May 2 (NTB) - It rained.", None, "BONN, May 3 (dpa) - Sun."]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    days = [dt.date(2025, 5, 3), None, None]
    pq.write_table(
        pa.table({"key": [7, 8, 9], "text": TEXTS, "day": days, "title": ["Rain", "", None]}), "rows.parquet"
    )


OPTIONS = ["--column", "text", "--id-column", "key", "--reference-column", "day", "--title-column", "title"]


def test_rows_of_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rows.parquet", *OPTIONS]) == 1
    captured = capsys.readouterr()
    rows = [json.loads(line) for line in captured.out.splitlines()]
    assert [(row["id"], row["agency"], row["date"]) for row in rows] == [
        ("7", "ntb", "2025-05-02"),
        ("8", None, None),
        ("9", "dpa", None),
    ]
    assert (rows[0]["headline"], rows[2]["headline"]) == ("Rain", None)
    assert captured.err == "wirenews: rows.parquet, story 2: there is no text in the column 'text'\n"
    assert main(["rows.parquet", "--column", "body"]) == 1
    assert "the columns are key, text, day, title" in capsys.readouterr().err
    assert main(["rows.parquet"]) == 1
    assert "this is a table: name the column" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["-o", "o.parquet"], ["-o", "o", "--parquet", "--workers", "2"]])
def test_a_file_of_rows(options: list[str]) -> None:
    main(["rows.parquet", *OPTIONS, *options])
    found = pq.read_table(options[1])
    of_origin = pa.schema([("file", pa.string()), ("number", pa.int64()), ("id", pa.string())])
    assert found.schema.equals(pa.schema([*of_origin, *SCHEMA]))
    assert found.drop(["file", "number", "id"]).to_pylist()[2] == wirenews.parse(TEXTS[2] or "").record()
    assert found["number"].to_pylist() == [1, 2, 3]


def test_more_rows_than_are_written_at_a_time() -> None:
    pq.write_table(pa.table({"text": ["OSLO (NTB) - \ud7ff Rain."] * 2500}), "many.parquet")
    assert main(["many.parquet", "--column", "text", "-o", "o.parquet", "--fields", "number,agency"]) == 0
    assert pq.read_table("o.parquet").to_pylist() == [{"number": n, "agency": "ntb"} for n in range(1, 2501)]


def test_half_a_character() -> None:
    Path("half.jsonl").write_text(json.dumps({"text": "OSLO (NTB) - Rain \ud83d fell."}))
    assert main(["half.jsonl", "--column", "text", "-o", "o.parquet"]) == 0
    assert pq.read_table("o.parquet")["body"].to_pylist() == ["Rain \ufffd fell."]


def test_a_folder_goes_on_file_by_file() -> None:
    Path("in").mkdir()
    for number, text in enumerate(filter(None, TEXTS)):
        Path(f"in/{number}.txt").write_text(text)
    assert main(["in", "-o", "o/", "--parquet"]) == 0
    whole = pq.read_table("o/1.txt.parquet")
    Path("o/1.txt.parquet").unlink()
    assert main(["in", "-o", "o/", "--parquet", "--resume"]) == 0
    assert pq.read_table("o/1.txt.parquet").equals(whole)
    assert main(["in", "-o", "o.parquet", "--resume"]) == 2
