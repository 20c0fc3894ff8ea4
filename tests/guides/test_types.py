"""What the pages show passes the type checkers, and every public name is typed."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_docs import PAGES, examples_of
from test_guides import GUIDES, write_files

pytestmark = pytest.mark.guides


def test_the_examples_pass_mypy_strict(tmp_path: Path) -> None:
    """An example shows a story that it knows: there ``article.dateline.date`` may go without the question for ``None``."""
    for page in PAGES:
        examples = doctest.DocTestParser().get_examples(examples_of(page))
        # Lines of other kinds than code stand where they stood, so that a complaint names the line of the page.
        lines: list[str] = []
        for example in examples:
            if example.exc_msg is None:  # else it is wrong on purpose
                lines += [""] * (example.lineno - len(lines))
                lines += example.source.splitlines()
        write_files(page, tmp_path)
        (tmp_path / f"{re.sub(r'[^a-z]', '_', page.stem.lower())}_page.py").write_text(
            "\n".join(lines), encoding="utf-8"
        )
    lenient = [f"--disable-error-code={code}" for code in ("union-attr", "import-untyped", "import-not-found")]
    run = _mypy([*lenient, "--no-warn-unused-ignores", *map(str, sorted(tmp_path.glob("*_page.py")))], tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_files_that_guides_show_pass_mypy_strict(tmp_path: Path) -> None:
    for page in GUIDES.glob("*.md"):
        write_files(page, tmp_path)
    files = sorted(map(str, tmp_path.glob("*.py")))
    assert len(files) >= 2
    run = _mypy(files, tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_public_name_is_typed() -> None:
    command = [sys.executable, "-m", "pyright", "--verifytypes", "wirenews", "--ignoreexternal"]
    # It looks for the package where the first ``python`` does.
    found_first = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PATH": found_first}, capture_output=True, encoding="utf-8", check=False
    )
    assert "Type completeness score: 100%" in run.stdout, run.stdout[-3000:] + run.stderr


def _mypy(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), *arguments]
    paths = {**os.environ, "MYPYPATH": str(folder)}
    return subprocess.run(command, cwd=ROOT, env=paths, capture_output=True, encoding="utf-8", check=False)
