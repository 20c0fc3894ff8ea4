"""The command line: a story for a person, trouble, bad streams."""

from __future__ import annotations

import gzip
import json
import os
import signal
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
        assert main(["--view", story]) == 0
        assert capsys.readouterr().out == (
            f"file      {story}\n"
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
        assert main(["--view", str(ROOT / "seeds" / "000_3dfea72b4227982c.txt")]) == 0
        out = capsys.readouterr().out
        assert "date      2025-04-18\n" in out
        assert "agency    Asian News International (ani)\n" in out
        assert "   9  The engagement underscores" in out
        assert "defect" not in out

    def test_json(self, story: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--json", story]) == 0
        told = json.loads(capsys.readouterr().out)
        assert wirenews.Article.from_dict(told) == wirenews.parse(STORY)
        assert list(told)[:4] == ["file", "number", "id", "agency"]
        assert (told["file"], told["number"], told["agency"]) == (story, 1, "reuters")

    @pytest.mark.parametrize("options", [[], ["--view"], ["--json"], ["--csv"], ["--jsonl"], ["--fields", "date"]])
    def test_reference_holds_with_every_output(
        self, story: str, options: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*options, "--reference", "2025-04-18", story]) == 0
        assert "2025-02-26" in capsys.readouterr().out

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

    def test_several_files_stand_apart(self, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        other = tmp_path / "other.txt"
        other.write_text(STORY)
        assert main(["--view", story, str(other)]) == 0
        assert f"\n\nfile      {other}\nheadline" in capsys.readouterr().out


class TestStandardInput:
    def test_a_dash(self) -> None:
        result = run("-", "--view", stdin=STORY.encode())
        assert result.returncode == 0
        assert result.stdout.startswith(b"file      -\nheadline  Harbour dues to rise")

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
        command = f"'{sys.executable}' -m wirenews --text '{story}' | head -n 1"
        result = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, check=False)
        assert result.stdout.startswith(b"Portugal will raise harbour dues")
        assert result.stderr == b""


class TestTrouble:
    """One clear line on standard error, and exit status 1."""

    def test_a_missing_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(tmp_path / "none.txt")]) == 1
        assert capsys.readouterr().err == f"wirenews: cannot read {tmp_path / 'none.txt'}: no such file or directory\n"

    def test_a_directory(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / ".hidden").write_text("Rain.")
        assert main([str(tmp_path)]) == 1
        [line] = capsys.readouterr().err.splitlines()
        assert line == f"wirenews: {tmp_path} is a directory with no readable file: name one that has stories in it"

    def test_bytes_that_are_no_text(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "picture.png"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        assert main([str(path)]) == 1
        [line] = capsys.readouterr().err.splitlines()
        assert line == f"wirenews: {path}: this is a PNG picture, no text"

    def test_a_document_without_a_story(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "item.json"
        path.write_text('{"uri": "urn:1", "type": "picture", "headline": "A ship"}')
        assert main([str(path)]) == 1
        [line] = capsys.readouterr().err.splitlines()
        assert "holds no story" in line

    def test_a_good_file_after_a_bad_one_is_still_printed(
        self, story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([str(tmp_path / "none.txt"), story]) == 1
        captured = capsys.readouterr()
        assert "headline" in captured.out
        assert len(captured.err.splitlines()) == 1

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["--reference", "yesterday", "x"], "write it as 2025-04-18"),
            (["--format", "docx", "x"], "iptc7901"),
            (["--limit", "many", "x"], "write it as 64"),
            (["--limit", "0", "x"], "write it as 64"),
            (["--workers", "none", "x"], "write it as 4"),
            (["--fields", "agency,town", "x"], "there is no column 'town': choose from file, number, id, uri"),
            (["--json", "--csv", "x"], "not allowed with"),
            (["--country", "USA", "x"], "ISO 3166"),
            (["--title-column", "title", "x"], "as in --column text"),
            (["--agencies", "none.toml", "x"], "cannot read none.toml: no such file"),
            (["copies", "--at", "2", "x"], "write it as 0.5"),
            (["--json"], "FILE"),
            ([], "name a file, a folder, or - for standard input"),
        ],
    )
    def test_wrong_arguments(self, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert words in capsys.readouterr().err

    def test_no_traceback_from_the_shell(self, tmp_path: Path) -> None:
        result = run(str(tmp_path / "none.txt"))
        assert result.returncode == 1
        assert result.stdout == b""
        assert result.stderr.count(b"\n") == 1


posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@posix
class TestBadStreams:
    """Closed or full streams and Ctrl-C: one line or none, never a traceback, and never a word against the story."""

    def shell(self, command: str, *names: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
        environment.pop("PYTHONUNBUFFERED", None)  # argparse itself passes over what it cannot write at once
        line = f'"$0" -m wirenews {command}'
        run = ["sh", "-c", line, sys.executable, *names]
        return subprocess.run(run, env=environment, capture_output=True, encoding="utf-8", check=False)

    def test_closed_input(self) -> None:
        result = self.shell("- <&-")
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr == "wirenews: cannot read standard input: it is closed\n"

    def test_closed_input_that_nobody_needs(self, story: str) -> None:
        result = self.shell('"$1" <&-', story)
        assert (result.returncode, result.stderr) == (0, "")
        assert json.loads(result.stdout)["headline"] == "Harbour dues to rise"

    def test_closed_output(self, story: str) -> None:
        result = self.shell('"$1" >&-', story)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr == "wirenews: cannot write the output: standard output is closed\n"

    @pytest.mark.parametrize(
        "command",
        ['"$1"', '--json "$1"', '--csv "$1"', 'explain "$1"', 'summary "$1"', "agencies", "--help", "--version"],
    )
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_full_output(self, command: str, story: str) -> None:
        result = self.shell(f"{command} >/dev/full", story)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr == "wirenews: cannot write the output: no space left on device\n"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_full_output_with_more_than_a_buffer(self, tmp_path: Path) -> None:
        long = tmp_path / "long.txt"
        long.write_text("OSLO (Reuters) - It rained.\n\n" + "And it went on.\n\n" * 5_000)
        result = self.shell('"$1" "$1" >/dev/full', str(long))
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr == "wirenews: cannot write the output: no space left on device\n"

    def test_closed_errors(self, tmp_path: Path) -> None:
        result = self.shell('"$1" 2>&-', str(tmp_path / "none.txt"))
        assert (result.returncode, result.stdout, result.stderr) == (1, "", "")

    def test_ctrl_c(self, tmp_path: Path, story: str) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        process = subprocess.Popen(
            [sys.executable, "-m", "wirenews", story, str(pipe)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # What a shell runs in the background ignores Ctrl-C, and hands that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        with pipe.open("wb"):  # goes on when the command has opened it too, and waits for a story
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert b"Harbour dues to rise" in out
        assert err == b""


class TestWhatIsRead:
    def test_a_packed_story(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "story.txt.gz"
        path.write_bytes(gzip.compress(STORY.encode()))
        assert main([str(path)]) == 0
        assert json.loads(capsys.readouterr().out)["headline"] == "Harbour dues to rise"

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"%PDF-1.4\n", "a PDF document"),
            (b"{\\rtf1 Rain.}", "an RTF document"),
            (b"PK\x03\x04" + bytes(40), "a ZIP archive"),
            (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        ],
    )
    def test_what_is_no_text_is_named(self, data: bytes, what: str) -> None:
        for given in (data, gzip.compress(data)):
            result = run("-", stdin=given)
            assert (result.returncode, result.stdout) == (1, b"")
            [line] = result.stderr.decode().splitlines()
            assert line.startswith(f"wirenews: -: this is {what}, no text")

    def test_no_more_than_the_limit(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "large.txt"
        path.write_bytes(b"Rain.\n\n" * 200_000)
        assert main(["--limit", "1", str(path)]) == 1
        assert "more than 1,048,576 bytes: give a higher --limit" in capsys.readouterr().err
        assert main(["--limit", "2", str(path)]) == 0
        capsys.readouterr()
        bomb = gzip.compress(bytes(3 << 20))
        assert b"give a higher --limit" in run("--limit", "1", "-", stdin=bomb).stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"wirenews {wirenews.__version__}\n"
