"""The command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import wirenews
from wirenews.cli import main

STORY = (
    "Harbour dues to rise\n\nBy Nora Fielding\n\nLISBON, Feb 26 (Reuters) - Portugal will raise harbour dues by 4 percent "
    "this year, its port authority said on Wednesday.\n\nLines had expected more.\n\n"
    "(Reporting by Nora Fielding; Editing by Tom Marsh)\n\nCopyright 2025 Thomson Reuters\n"
)


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    command = [sys.executable, "-m", "wirenews", *arguments]
    return subprocess.run(command, input=stdin, env=environment, capture_output=True, check=False)


class TestPrinting:
    def test_a_story_for_a_person(
        self, story: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        assert main([story]) == 0
        assert capsys.readouterr().out == (
            "headline  Harbour dues to rise\n"
            "byline    By Nora Fielding [Nora Fielding]\n"
            "dateline  LISBON, Feb 26 (Reuters) [Lisbon, PT; --02-26]\n"
            "agency    Reuters (reuters)\n"
            "language  en\n"
            "\n"
            "   1  Portugal will raise harbour dues by 4 percent this year, its port\n"
            "      authority said on Wednesday.\n"
            "   2  Lines had expected more.\n"
            "\n"
            "credit    (Reporting by Nora Fielding; [reporting: Nora Fielding]\n"
            "credit    Editing by Tom Marsh) [editing: Tom Marsh]\n"
            "notice    Copyright 2025 Thomson Reuters [copyright]\n"
        )

    def test_the_seed(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(ROOT / "seeds" / "000_3dfea72b4227982c.txt")]) == 0
        out = capsys.readouterr().out
        assert "date      2025-04-18\n" in out
        assert "agency    Asian News International (ani)\n" in out
        assert "   9  The engagement underscores" in out
        assert "defect" not in out

    def test_json(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--json", story, story]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [wirenews.Article.from_dict(json.loads(line)) for line in lines] == [wirenews.parse(STORY)] * 2

    def test_explain(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--explain", story]) == 0
        assert capsys.readouterr().out == wirenews.parse(STORY).explain() + "\n"

    @pytest.mark.parametrize("options", [[], ["--json"], ["--explain"]])
    def test_reference_holds_with_every_output(
        self, story: str, options: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*options, "--reference", "2025-04-18", story]) == 0
        out = capsys.readouterr().out
        if "--explain" not in options:
            assert "2025-02-26" in out

    def test_reference_holds_for_a_document_without_a_date(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "item.json"
        path.write_text(json.dumps({"uri": "urn:1", "body_text": "OSLO, May 2 (Reuters) - It rained."}))
        assert main(["--reference", "2025-04-18", str(path)]) == 0
        assert "2025-05-02" in capsys.readouterr().out

    def test_a_defect_is_told(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "story.txt"
        path.write_bytes("ZÜRICH (Reuters) - Schnee.".encode("cp1252"))
        assert main([str(path)]) == 0
        assert "encoding-guessed" in capsys.readouterr().out

    def test_several_files_stand_apart(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([story, story]) == 0
        assert "\n\nheadline" in capsys.readouterr().out


class TestStandardInput:
    def test_a_dash(self) -> None:
        result = run("-", stdin=STORY.encode())
        assert result.returncode == 0
        assert result.stdout.startswith(b"headline  Harbour dues to rise")

    def test_all_of_unicode_in_any_locale(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
        command = [sys.executable, "-m", "wirenews", "-"]
        story = "МОСКВА, 27 августа. /ТАСС/. Дождь шёл весь день."
        result = subprocess.run(command, input=story.encode(), env=environment, capture_output=True, check=False)
        assert result.returncode == 0
        assert "Дождь" in result.stdout.decode()

    def test_a_broken_pipe_is_quiet(self, tmp_path: Path) -> None:
        if os.name != "posix":
            return
        story = tmp_path / "long.txt"
        story.write_text(STORY.replace("Lines had expected more.", "Lines had expected more.\n\n" * 20_000))
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = f"'{sys.executable}' -m wirenews '{story}' | head -n 1"
        result = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, check=False)
        assert result.stdout == b"headline  Harbour dues to rise\n"
        assert result.stderr == b""


class TestTrouble:
    """One clear line on standard error, and exit status 2."""

    def test_a_missing_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(tmp_path / "none.txt")]) == 2
        assert capsys.readouterr().err == f"wirenews: cannot read {tmp_path / 'none.txt'}: no such file or directory\n"

    def test_a_directory(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(tmp_path)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert line.startswith(f"wirenews: cannot read {tmp_path}: ")

    def test_bytes_that_are_no_text(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "picture.png"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        assert main([str(path)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert line == f"wirenews: {path}: this is a PNG picture, no text"

    def test_a_document_without_a_story(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "item.json"
        path.write_text('{"uri": "urn:1", "type": "picture", "headline": "A ship"}')
        assert main([str(path)]) == 2
        [line] = capsys.readouterr().err.splitlines()
        assert "holds no story" in line

    def test_a_good_file_after_a_bad_one_is_still_printed(
        self, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([str(tmp_path / "none.txt"), story]) == 2
        captured = capsys.readouterr()
        assert "headline" in captured.out
        assert len(captured.err.splitlines()) == 1

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--reference", "yesterday", "x"], "write it as 2025-04-18"),
            (["--format", "docx", "x"], "iptc7901"),
            ([], "FILE"),
        ],
    )
    def test_wrong_arguments(self, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert words in capsys.readouterr().err

    def test_no_traceback_from_the_shell(self, tmp_path: Path) -> None:
        result = run(str(tmp_path / "none.txt"))
        assert result.returncode == 2
        assert result.stdout == b""
        assert result.stderr.count(b"\n") == 1


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"wirenews {wirenews.__version__}\n"
