"""``--resume``: whatever a run was stopped at, the next one loses and doubles nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, STORIES

from wirenews.cli import main

ROWS = (
    'id,text\n1,"OSLO (NTB) - Rain\nand ""sun"", it said."\n2,"BONN (dpa) - Sun."\n3,"LYON (AFP) - Fog\n\nand more."\n'
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number, text in enumerate(list(STORIES.values())[:5]):
        Path(f"in/{number}.txt").write_text(text, encoding="utf-8")
    Path("in/2-broken.pdf").write_bytes(b"%PDF-1.4\n")
    Path("rows.csv").write_text(ROWS, encoding="utf-8")


def offsets(size: int) -> Iterator[int]:
    """Many places at which a run may be killed: all near the ends, some between."""
    yield from {*range(0, size, 97), *range(size - 40, size + 1), *range(40)}


TABLES = ["rows.csv", "--column", "text", "--id-column", "id"]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(["in"], "o.jsonl", id="JSON lines"),
        pytest.param(["in"], "o.json", id="JSON"),
        pytest.param(["in"], "o.csv", id="CSV"),
        pytest.param(["in", "--excel"], "o.csv", id="CSV for Excel"),
        pytest.param([*TABLES], "o.csv", id="CSV of a table"),
        pytest.param([*TABLES, "--fields", "number,body,file"], "o.csv", id="some columns"),
        pytest.param([*TABLES], "o.jsonl", id="JSON lines of a table"),
    ],
)
def test_a_run_that_was_killed_at_any_byte(arguments: list[str], name: str) -> None:
    command = [*arguments, "-o", name]
    main(command)
    whole = Path(name).read_bytes()
    for size in offsets(len(whole)):
        Path(name).write_bytes(whole[:size])
        main([*command, "--resume"])
        assert Path(name).read_bytes() == whole, size


def test_a_run_that_goes_on_is_killed_again(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["in", "-o", "o.jsonl", "--resume"]
    main(command)
    whole = Path("o.jsonl").read_bytes()
    for step in (150, 700):
        Path("o.jsonl").unlink()
        size = 0
        while size < len(whole):
            size += step
            main(command)
            written = Path("o.jsonl").read_bytes()
            Path("o.jsonl").write_bytes(written[: min(size, len(written))])
        main(command)
        assert Path("o.jsonl").read_bytes() == whole


def test_a_file_that_could_not_be_read_is_tried_again(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["in", "-o", "o.jsonl", "--resume", "--fields", "file,number,agency"]
    assert main(command) == 1
    whole = Path("o.jsonl").read_bytes()
    Path("in/2-broken.pdf").write_text("OSLO (NTB) - Rain.\n")
    Path("o.jsonl").write_bytes(whole[:-5])
    assert main(command) == 0
    lines = Path("o.jsonl").read_text().splitlines()
    mended = '{"file": "in/2-broken.pdf", "number": 1, "agency": "ntb"}'
    assert sorted(lines) == sorted([*whole.decode().splitlines(), mended])


def test_nothing_is_parsed_again_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    main(["in", "-o", "o.jsonl"])
    monkeypatch.setattr("wirenews.formats.story.parse", None)
    before = Path("o.jsonl").read_bytes()
    main(["in", "-o", "o.jsonl", "--resume"])
    assert Path("o.jsonl").read_bytes() == before


def test_a_folder_goes_on_file_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    command = ["in", "-o", "rows/", "--resume"]
    main(command)
    whole = {path: path.read_bytes() for path in Path("rows").iterdir()}
    assert len(whole) == 5
    for path in list(whole)[1:4]:
        path.unlink()
    Path("rows/.3.txt.jsonl.part").write_bytes(b'{"file": "in/3')
    kept = next(iter(whole))
    kept.write_bytes(b"kept\n")
    main(command)
    assert {path: path.read_bytes() for path in Path("rows").iterdir()} == {**whole, kept: b"kept\n"}


@pytest.mark.parametrize("name", ["o.jsonl", "o.csv"])
def test_an_output_of_another_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for content in ("agency,city\nntb,Oslo\n", '{"agency": "ntb"}\n', '["rain"]\n', "Rain.\n"):
        Path(name).write_text(content)
        assert main(["in", "-o", name, "--resume"]) == 2
        assert "--resume goes on where the same command was stopped" in capsys.readouterr().err
        assert Path(name).read_text() == content


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_process_that_is_killed() -> None:
    Path("many.csv").write_text(
        "text\n" + "".join(f'"OSLO (NTB) - Rain\n{n}."\n' for n in range(3000)), encoding="utf-8"
    )
    command = [sys.executable, "-m", "wirenews", "many.csv", "--column", "text", "-o", "o.csv", "--resume"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(3):
        process = subprocess.Popen(command, env=environment)
        begun = Path("o.csv").stat().st_size if Path("o.csv").exists() else 0
        while process.poll() is None and not (Path("o.csv").exists() and Path("o.csv").stat().st_size > begun + 20_000):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert main(command[3:]) == 0
    resumed = Path("o.csv").read_bytes()
    assert main([*command[3:-1], "-o", "anew.csv"]) == 0
    assert resumed == Path("anew.csv").read_bytes()
