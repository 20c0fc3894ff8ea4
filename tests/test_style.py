"""The checkers that hold for every file: ruff, and mypy in strict mode."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = [name for name in ("wirenews", "tests", "tools", "benchmarks", "docs") if (ROOT / name).exists()]


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", *CODE], id="ruff check"),
        pytest.param(["ruff", "format", "--check", *CODE], id="ruff format"),
        pytest.param(["mypy", "--strict", "wirenews"], id="mypy"),
        pytest.param(["mypy", "--strict", "tests/typing_example.py"], id="mypy, as a user"),
    ],
)
def test_clean(command: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
