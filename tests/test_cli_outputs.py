"""The command line: what comes out, and where it goes."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

import wirenews
from wirenews import Article
from wirenews.cli import main, reading
from wirenews.cli.writers import COLUMNS

SIGNED = (
    "Harbour dues to rise\n\nBy Nora Fielding and Tom Marsh\n\nLISBON, Feb 26, 2025 (Reuters) - Portugal will raise dues, "
    'its port authority said, "at once".\n\nLines had expected more.\n\n(Reporting by Nora Fielding; Editing by Jo Lie)\n'
)
RAIN = "OSLO, May 2 (NTB) - Det regnet <hele> dagen på Ås.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in/deep").mkdir(parents=True)
    Path("in/a.txt").write_text(SIGNED, encoding="utf-8")
    Path("in/deep/b.txt").write_text(RAIN, encoding="utf-8")


def out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


class TestForms:
    def test_a_pipe_gets_rows_as_json_lines(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = [json.loads(line) for line in out(capsys, "in").splitlines()]
        assert [tuple(line) for line in lines] == [COLUMNS, COLUMNS]
        assert lines[0] == {"file": "in/a.txt", "number": 1, "id": None, **wirenews.parse(SIGNED).record()}
        assert out(capsys, "in", "--jsonl") == out(capsys, "in")

    def test_a_terminal_gets_a_view(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        shown = out(capsys, "in/a.txt")
        assert "\033[1mHarbour dues to rise\033[0m" in shown
        monkeypatch.setenv("NO_COLOR", "1")
        plain = out(capsys, "in/a.txt")
        assert plain == out(capsys, "--view", "in/a.txt")
        assert "\033" not in plain
        assert plain.startswith("file      in/a.txt\nheadline  Harbour dues to rise\nbyline    By Nora Fielding and")

    def test_a_view_is_as_wide_as_the_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Path("wide.txt").write_text("北京5月2日电 (新华社) " + "雨下了一整天，没有人受伤。" * 20, encoding="utf-8")
        for columns in (44, 60, 100):
            monkeypatch.setenv("COLUMNS", str(columns))
            assert max(map(len, out(capsys, "--view", "in/a.txt").splitlines())) <= columns
            lines = out(capsys, "--view", "wide.txt").splitlines()[-3:]
            assert all(len(line.encode("gb18030")) <= columns for line in lines)

    def test_a_view_commands_no_terminal(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("evil.txt").write_text("OSLO (NTB) - Rain.\x1b[2J\x1b]0;owned\x07 It rained.")
        for arguments in (["--view"], ["explain"]):
            assert "\x1b" not in out(capsys, *arguments, "evil.txt")

    def test_csv(self, capsys: pytest.CaptureFixture[str]) -> None:
        text = out(capsys, "in", "--csv")
        found = list(csv.DictReader(text.splitlines(keepends=True)))
        assert tuple(found[0]) == COLUMNS
        assert found[0]["authors"] == "Nora Fielding | Tom Marsh"
        assert found[0]["contributors"] == "reporting: Nora Fielding | editing: Jo Lie"
        assert found[0]["body"] == wirenews.parse(SIGNED).body
        assert (found[0]["date"], found[0]["paragraphs"], found[0]["deck"]) == ("2025-02-26", "2", "")
        assert found[1]["body"] == "Det regnet <hele> dagen på Ås."
        assert out(capsys, "in", "--excel") == "\ufeff" + text

    def test_json_has_the_offsets(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = [json.loads(line) for line in out(capsys, "in", "--json").splitlines()]
        assert [(line["file"], line["agency"]) for line in lines] == [("in/a.txt", "reuters"), ("in/deep/b.txt", "ntb")]
        assert [Article.from_dict(line) for line in lines] == [wirenews.parse(SIGNED), wirenews.parse(RAIN)]

    def test_text_is_the_body_and_no_more(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "in", "--text") == f"{wirenews.clean(SIGNED)}\n\n{wirenews.clean(RAIN)}\n"

    def test_html_is_one_page(self, capsys: pytest.CaptureFixture[str]) -> None:
        page = out(capsys, "in", "--html")
        assert page.startswith("<!DOCTYPE html>")
        assert page.endswith("</html>\n")
        assert page.count("<html") == page.count("</body>") == 1
        assert "&lt;hele&gt;" in page
        assert "in/deep/b.txt" in page

    def test_fields_keep_their_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        fields = ("--fields", "city,agency,file")
        assert (
            out(capsys, "in", *fields).splitlines()[0] == '{"city": "Lisbon", "agency": "reuters", "file": "in/a.txt"}'
        )
        assert out(capsys, "in", "--csv", *fields) == (
            "city,agency,file\nLisbon,reuters,in/a.txt\nOslo,ntb,in/deep/b.txt\n"
        )
        assert out(capsys, "in/a.txt", "--view", *fields) == "file      in/a.txt\ncity      Lisbon\nagency    reuters\n"

    def test_halves_of_characters_go_into_every_form(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("half.json").write_text(json.dumps({"uri": "urn:1", "body_text": "OSLO (NTB) - Rain \ud83d fell."}))
        for form in ("jsonl", "json", "csv", "text", "html", "view"):
            assert main(["half.json", f"--{form}", "-o", "half.out"]) == 0
            assert "fell" in Path("half.out").read_text(encoding="utf-8")


class TestPlaces:
    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("o.csv", "csv"),
            ("o.jsonl", "jsonl"),
            ("o.json", "json"),
            ("o.txt", "text"),
            ("o.html", "html"),
            ("o", "jsonl"),
        ],
    )
    def test_a_file_has_the_form_of_its_ending(self, name: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert out(capsys, "in", "-o", name) == ""
        assert Path(name).read_text(encoding="utf-8") == out(capsys, "in", f"--{form}")

    def test_an_option_says_otherwise(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["in", "-o", "o.txt", "--csv"])
        assert Path("o.txt").read_text(encoding="utf-8") == out(capsys, "in", "--csv")

    @pytest.mark.parametrize("folder", ["new/", "there"])
    def test_a_folder_keeps_the_names(self, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
        Path("there").mkdir()
        assert out(capsys, "in", "-o", folder, "--text") == ""
        found = {
            str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in Path(folder).rglob("*") if p.is_file()
        }
        assert found == {"a.txt": wirenews.clean(SIGNED) + "\n", "deep/b.txt": wirenews.clean(RAIN) + "\n"}
        main(["in", "-o", folder, "--csv"])
        assert Path(folder, "deep/b.txt.csv").read_text(encoding="utf-8") == out(capsys, "in/deep/b.txt", "--csv")

    def test_a_file_that_fails_leaves_nothing_in_a_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("in/c.pdf").write_bytes(b"%PDF-1.4\n")
        assert main(["in", "-o", "new/"]) == 1
        assert sorted(path.name for path in Path("new").iterdir()) == ["a.txt.jsonl", "deep"]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["in/a.txt", "-o", "in/a.txt"], "in/a.txt would be read and written"),
            (["in/a.txt", "--text", "-o", "in/"], "in/a.txt would be read and written"),
            (["in/a.txt", "other/a.txt", "-o", "new/"], "would both be written to new/a.txt.jsonl"),
            (["in", "-o", "o.csv.gz"], "leave out -o, and end the command with | gzip > o.csv.gz"),
            (["in", "-o", "none/o.csv"], "cannot write the output none/o.csv: no such file or directory"),
            (["in", "--resume"], "name it with -o"),
            (["in", "--resume", "-o", "o.html"], "write to a folder with -o o/"),
            (["in", "--resume", "-o", "o.csv", "--fields", "agency"], "add file and number to --fields"),
        ],
    )
    def test_what_cannot_be_done(self, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
        Path("other").mkdir()
        Path("other/a.txt").write_text(RAIN)
        assert main(arguments) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert words in line
        assert Path("in/a.txt").read_text(encoding="utf-8") == SIGNED

    def test_rows_are_written_as_they_come(self, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[int] = []

        class Watching(reading.Told):
            def story(self, file: str, number: int, failure: str | None, note: str | None) -> None:
                seen.append(Path("o.csv").read_text().count("\nin/") if file else 0)
                super().story(file, number, failure, note)

        monkeypatch.setattr(reading, "Told", Watching)
        assert main(["in", "-o", "o.csv"]) == 0
        assert seen == [0, 1]


class Bar:
    """What stands for tqdm."""

    made: list[Bar] = []  # noqa: RUF012 - a test empties it

    def __init__(self, **options: object) -> None:
        self.options, self.done = options, 0
        self.made.append(self)

    def update(self) -> None:
        self.done += 1

    def clear(self) -> None:
        """The bar makes room for a line."""

    def close(self) -> None:
        """The bar is done."""


class TestProgress:
    @pytest.fixture(autouse=True)
    def _tqdm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys
        import types

        module = types.ModuleType("tqdm")
        module.tqdm = Bar  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "tqdm", module)
        Bar.made.clear()

    def test_a_terminal_sees_how_far_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        assert main(["in", "-o", "o.csv"]) == 0
        assert main(["in/a.txt", "-o", "o.csv"]) == 0
        assert [(bar.done, bar.options["total"], bar.options["unit"]) for bar in Bar.made] == [
            (2, 2, " files"),
            (1, None, " stories"),
        ]

    def test_a_pipe_does_not(self) -> None:
        assert main(["in", "-o", "o.csv"]) == 0
        assert not Bar.made

    def test_nor_a_terminal_where_stories_are_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        assert main(["in"]) == 0
        assert not Bar.made


def test_parquet_without_pyarrow_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.delitem(sys.modules, "wirenews.arrow", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert main(["in", "-o", "o.parquet"]) == 2
    assert "pip install 'wirenews[arrow]'" in capsys.readouterr().err
    assert os.listdir() == ["in"]  # noqa: PTH208
    Path("t.parquet").write_bytes(b"PAR1" + bytes(20))
    assert main(["t.parquet", "--column", "text"]) == 1
    assert "pip install 'wirenews[arrow]'" in capsys.readouterr().err
