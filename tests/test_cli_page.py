"""Every command of docs/command-line.md runs and prints what is shown."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_cli_commands import PAPER, WIRE

_PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
_FENCES = re.findall(r"^```text\n(\$ .*?)^```$", _PAGE, re.M | re.S)
_FLAGS = doctest.ELLIPSIS

FILES = {
    "stories/paper.txt": PAPER,
    "stories/rain.txt": "OSLO, May 2 (NTB) - It rained all day.\n",
    "stories/wire.txt": WIRE,
    "feed.json": '{"uri": "urn:1", "body_text": "BONN (dpa) - Sun."}\n{"uri": "urn:2", "body_text": "LYON (AFP) - Fog."}\n',
    "rows.csv": 'id,title,text,day\na1,Rain in Oslo,"OSLO, May 2 (NTB) - Rain.",2025-05-03\na2,,"BONN, May 3 (dpa) - Sun.",2025-05-03\n',
    "broken.json": '{"uri": "urn:1", "body_text": "It rai',
}


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_the_page(tmp_path: Path) -> None:
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for number, fence in enumerate(_FENCES):
        commands = re.split(r"^\$ ", fence, flags=re.M)[1:]
        if "| jq" in fence and shutil.which("jq") is None:
            commands = [command for command in commands if "| jq" not in command.partition("\n")[0]]
        # One shell for a fence, so that $? is that of the command before.
        script = "\n".join(
            f"{command.partition(chr(10))[0]}\necho_status=$?; echo '--{number}--'; (exit $echo_status)"
            for command in commands
        )
        run = subprocess.run(
            ["sh", "-c", f"wirenews() {{ '{sys.executable}' -m wirenews \"$@\"; }}\nexec 2>&1\n{script}"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        printed = run.stdout.split(f"--{number}--\n")
        for command, got in zip(commands, printed, strict=False):
            line, _, wanted = command.partition("\n")
            assert doctest.OutputChecker().check_output(wanted, got, _FLAGS), f"$ {line}\n{got}"


def test_the_page_tells_every_option() -> None:
    import argparse

    from wirenews.cli.options import COMMANDS

    for name, command in COMMANDS.items():
        assert name == "parse" or f"wirenews {name}" in _PAGE
        parser = argparse.ArgumentParser(add_help=False)
        command.add_options(parser)
        if name == "parse":
            for action in parser._actions:
                for option in action.option_strings:
                    assert option in _PAGE or option == "--output", option
