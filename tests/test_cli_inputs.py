"""The command line: what is read. Files, folders, patterns, packed files, tables."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
import zstandard
from conftest import STORIES

import wirenews
from wirenews.cli import main

RAIN = "OSLO, May 2 (NTB) - It rained all day.\n\nNobody was hurt.\n"
SUN = "BONN, May 3 (dpa) - The sun shone all day.\n\nNobody was hurt.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def rows(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[dict[str, Any]]:
    assert main(arguments) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def origins(found: list[dict[str, Any]]) -> list[tuple[str, int, str | None]]:
    return [(row["file"], row["number"], row["agency"]) for row in found]


class TestNames:
    def test_a_file_is_named_as_given(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("in/rain.txt", RAIN)
        assert origins(rows(capsys, "./in/rain.txt")) == [("./in/rain.txt", 1, "ntb")]

    def test_parse_may_be_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rain.txt", RAIN)
        assert rows(capsys, "parse", "rain.txt") == rows(capsys, "rain.txt")

    def test_options_may_stand_anywhere(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rain.txt", RAIN)
        write("sun.txt", SUN)
        assert len(rows(capsys, "rain.txt", "--jsonl", "sun.txt", "--reference", "2025-05-04")) == 2

    def test_a_file_with_the_name_of_a_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("summary", RAIN)
        assert origins(rows(capsys, "./summary")) == [("./summary", 1, "ntb")]
        assert origins(rows(capsys, "parse", "summary")) == [("summary", 1, "ntb")]

    def test_a_folder_is_read_by_name_without_hidden_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("in/b.txt", "in/a/z.txt", "in/.git/config", "in/.hidden"):
            write(name, RAIN)
        assert [row["file"] for row in rows(capsys, "in")] == ["in/b.txt", "in/a/z.txt"]

    def test_a_pattern(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name in ("in/b.txt", "in/a.txt", "in/deep/c.txt", "in/d.doc"):
            write(name, RAIN)
        assert [row["file"] for row in rows(capsys, "in/*.txt")] == ["in/a.txt", "in/b.txt"]
        assert len(rows(capsys, "in/**/*.txt")) == 3
        assert main(["in/*.xml"]) == 1
        assert "no file matches in/*.xml" in capsys.readouterr().err

    def test_a_file_whose_name_looks_like_a_pattern(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rain[1].txt", RAIN)
        assert len(rows(capsys, "rain[1].txt")) == 1

    def test_a_file_that_is_named_twice_is_read_once(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("in/rain.txt", RAIN)
        assert len(rows(capsys, "in", "in/rain.txt", "./in/rain.txt")) == 1

    def test_a_folder_does_not_give_what_was_written_into_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("in/rain.txt", RAIN)
        for output in ("in/rows.jsonl", "in/rows/"):
            for _ in range(2):
                assert main(["in", "-o", output]) == 0
        assert Path("in/rows.jsonl").read_text().count("\n") == 1
        assert sorted(path.name for path in Path("in/rows").iterdir()) == ["rain.txt.jsonl", "rows.jsonl"]


class TestDocuments:
    def test_packed_files(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("in/a.txt.gz", gzip.compress(RAIN.encode()))
        write("in/b.txt.zst", zstandard.ZstdCompressor().compress(SUN.encode()))
        assert [row["agency"] for row in rows(capsys, "in")] == ["ntb", "dpa"]

    def test_the_stories_of_a_feed_are_numbered(self, capsys: pytest.CaptureFixture[str]) -> None:
        pytest.importorskip("lxml")
        feed = "".join(
            f"<item><title>Rain {n}</title><description>OSLO (NTB) - Rain.</description></item>" for n in "123"
        )
        write("feed.xml", f"<rss><channel>{feed}</channel></rss>")
        found = rows(capsys, "feed.xml")
        assert [(row["number"], row["headline"], row["format"]) for row in found] == [
            (n, f"Rain {n}", "rss") for n in (1, 2, 3)
        ]

    def test_a_format_may_be_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("item.json", '{"text": "Rain."}')
        assert main(["item.json"]) == 1
        assert "--format text reads it as plain text" in capsys.readouterr().err
        assert rows(capsys, "item.json", "--format", "text")[0]["format"] == "text"

    def test_json_that_ends_early(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("item.json", '{"uri": "urn:1", "body_text": "It rai')
        assert main(["item.json"]) == 1
        assert capsys.readouterr().err.startswith("wirenews: item.json: this looks like JSON but ends early, line 1")

    def test_hints_reach_documents_and_texts(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = "BIRMINGHAM, 5. listopada 2024 (AP) - 12 345, 67 890."
        write("story.txt", text)
        write("item.json", json.dumps({"uri": "urn:1", "body_text": text}))
        found = rows(capsys, "story.txt", "item.json", "--country", "US", "--language", "hr")
        assert [(row["country"], row["dateline_date"], row["language"]) for row in found] == [
            ("US", "2024-10-05", "hr")
        ] * 2

    def test_an_agency_of_ones_own(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("story.txt", "KIEL, 2. Mai (HBN) - Es regnete den ganzen Tag.")
        write("mine.toml", '[agency.hafen]\nname = "Hafenbote"\nshort = "HBN"\n')
        for workers in "12":
            found = rows(capsys, "story.txt", "--agencies", "mine.toml", "--workers", workers)
            assert found[0]["agency"] == "hafen"

    def test_an_item_that_cannot_be_read_is_told_and_costs_no_other(self, capsys: pytest.CaptureFixture[str]) -> None:
        items = [json.dumps({"uri": f"urn:{n}", "body_text": RAIN}) for n in range(9)]
        write("feed.jsonl", "\n".join(line[:-3] if n in (2, 3, 4, 5, 6) else line for n, line in enumerate(items)))
        assert main(["feed.jsonl", "--fields", "number,agency,defects"]) == 1
        captured = capsys.readouterr()
        found = [json.loads(line) for line in captured.out.splitlines()]
        assert [row["agency"] for row in found] == ["ntb", "ntb", *[None] * 5, "ntb", "ntb"]
        assert found[2]["defects"] == ["source-unreadable"]
        told = captured.err.splitlines()
        assert len(told) == 4
        assert told[0].startswith("wirenews: feed.jsonl, story 3: this looks like JSON")
        assert told[-1] == "wirenews: feed.jsonl: 2 more stories like these"

    def test_strict_leaves_out_what_has_a_defect(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("bad.txt", "ZÜRICH (AP) - Schnee.".encode("cp1252"))
        write("good.txt", RAIN)
        assert main(["bad.txt", "good.txt", "--strict"]) == 1
        captured = capsys.readouterr()
        assert [json.loads(line)["file"] for line in captured.out.splitlines()] == ["good.txt"]
        assert captured.err.startswith("wirenews: bad.txt, story 1: left out for its defect encoding-guessed: ")

    @pytest.mark.parametrize("workers", ["1", "2"])
    def test_the_rest_goes_on(self, workers: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("in/a.txt", RAIN)
        write("in/b.png", b"\x89PNG\r\n\x1a\n" + bytes(9))
        write("in/c.txt.gz", gzip.compress(RAIN.encode() * 9)[:-20])
        write("in/d.txt", SUN)
        assert main(["in", "gone.txt", "--workers", workers]) == 1
        captured = capsys.readouterr()
        assert [json.loads(line)["file"] for line in captured.out.splitlines()] == ["in/a.txt", "in/d.txt"]
        assert captured.err.splitlines() == [
            "wirenews: in/b.png: this is a PNG picture, no text",
            "wirenews: in/c.txt.gz: this gzip archive is damaged or cut off",
            "wirenews: cannot read gone.txt: no such file or directory",
        ]

    def test_workers_give_the_same_rows_in_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        for name, text in STORIES.items():
            write(f"in/{name}.txt", text)
        for form in ("--jsonl", "--json", "--csv", "--text", "--html", "--view"):
            assert main(["in", form]) == 0
            alone = capsys.readouterr().out
            assert main(["in", form, "--workers", "2"]) == 0
            assert capsys.readouterr().out == alone


TABLE = [
    {"id": "a1", "title": "Rain in Oslo", "text": RAIN, "date": "2025-05-03"},
    {"id": "a2", "title": "", "text": SUN, "date": ""},
    {"id": "a3", "title": "Nothing, says “he”", "text": "", "date": "soon"},
]
OPTIONS = ("--column", "text", "--title-column", "title", "--reference-column", "date", "--id-column", "id")


def as_csv(delimiter: str = ",", line_end: str = "\r\n") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(TABLE[0]), delimiter=delimiter, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(TABLE)
    return file.getvalue()


class TestTables:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            pytest.param("rows.csv", as_csv().encode(), id="CSV"),
            pytest.param("rows.csv", as_csv(line_end="\n").encode("utf-8-sig"), id="CSV with a BOM"),
            pytest.param("rows.csv", as_csv(";").encode(), id="CSV with semicolons"),
            pytest.param("rows.csv", as_csv().encode("cp1252"), id="CSV of Windows"),
            pytest.param("rows.tsv", as_csv("\t").encode(), id="TSV"),
            pytest.param("rows.txt", as_csv("\t").encode("utf-16"), id="Unicode text of Excel"),
            pytest.param("rows.csv.gz", gzip.compress(as_csv().encode()), id="packed CSV"),
            pytest.param("rows.jsonl", "\n".join(map(json.dumps, TABLE)).encode(), id="JSON lines"),
            pytest.param("rows.json", json.dumps(TABLE, indent=1).encode(), id="a list in JSON"),
        ],
    )
    def test_a_row_is_a_story(self, name: str, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
        write(name, content)
        assert main([name, *OPTIONS]) == 0
        captured = capsys.readouterr()
        found = [json.loads(line) for line in captured.out.splitlines()]
        assert [(row["file"], row["number"], row["id"]) for row in found] == [(name, n, f"a{n}") for n in (1, 2, 3)]
        assert [row["headline"] for row in found] == ["Rain in Oslo", None, "Nothing, says “he”"]
        assert [(row["agency"], row["date"], row["dateline_date"]) for row in found] == [
            ("ntb", "2025-05-02", "2025-05-02"),
            ("dpa", None, "--05-03"),
            (None, None, None),
        ]
        assert found[0]["body"] == "It rained all day.\n\nNobody was hurt."
        assert captured.err == f"wirenews: {name}, story 3: 'soon' in the column 'date' is no date: read without\n"

    def test_without_other_columns_the_row_is_that_of_the_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.csv", as_csv())
        found = rows(capsys, "rows.csv", "--column", "text")
        assert found[0] == {"file": "rows.csv", "number": 1, "id": None, **wirenews.parse(RAIN).record()}

    @pytest.mark.parametrize(
        ("stated", "date"),
        [
            ("2025-05-03T10:00:00Z", "2025-05-02"),
            ("Sat, 03 May 2025 10:00:00 GMT", "2025-05-02"),
            ("May 3, 2025", "2025-05-02"),
            (1746266400, "2025-05-02"),
            ("03/05/2025", None),  # two readings
        ],
    )
    def test_days_as_tables_write_them(self, stated: Any, date: str | None, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.jsonl", json.dumps({"text": RAIN, "day": stated}))
        assert rows(capsys, "rows.jsonl", "--column", "text", "--reference-column", "day")[0]["date"] == date

    def test_the_reference_of_all_holds_where_the_row_has_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.csv", as_csv())
        found = rows(capsys, "rows.csv", *OPTIONS, "--reference", "2020-05-04")
        assert [row["date"] for row in found] == ["2025-05-02", "2020-05-03", None]

    def test_ids_that_are_numbers(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.jsonl", '{"text": "Rain.", "id": 7}\n{"text": "Sun."}\n')
        assert [row["id"] for row in rows(capsys, "rows.jsonl", "--column", "text", "--id-column", "id")] == ["7", None]

    @pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
    def test_a_column_that_is_not_there(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.csv", as_csv())
        write("rows.jsonl", "\n".join(map(json.dumps, TABLE)))
        assert main([name, "--column", "body"]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == f"wirenews: {name}: there is no column 'body': the columns are id, title, text, date\n"
        assert main([name, "--column", "text", "--title-column", "titel"]) == 1
        assert "there is no column 'titel': the columns are id, title" in capsys.readouterr().err

    def test_a_table_without_a_column_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.csv.gz", gzip.compress(as_csv().encode()))
        assert main(["rows.csv.gz"]) == 1
        assert capsys.readouterr().err == (
            "wirenews: rows.csv.gz: this is a table: name the column that holds the stories, as in --column text\n"
        )

    def test_a_record_without_a_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("rows.jsonl", json.dumps({"text": RAIN}) + '\n{"text": null}\n[]\n"Rain"\n' + json.dumps({"text": SUN}))
        assert main(["rows.jsonl", "--column", "text"]) == 1
        captured = capsys.readouterr()
        found = [json.loads(line) for line in captured.out.splitlines()]
        assert [row["agency"] for row in found] == ["ntb", None, None, "dpa"]
        assert "rows.jsonl, story 2: there is no text in the column 'text'" in captured.err

    def test_a_text_of_markup(self, capsys: pytest.CaptureFixture[str]) -> None:
        pytest.importorskip("lxml")
        write("rows.jsonl", json.dumps({"text": "<p>OSLO (NTB) - It rained.</p><p>Nobody was hurt.</p>"}))
        assert rows(capsys, "rows.jsonl", "--column", "text")[0]["paragraphs"] == 2
