"""benchmarks/evaluate.py: somebody's own cases, judged."""

from __future__ import annotations

import json
from pathlib import Path

import evaluate
import pytest

CASES = [
    {
        "text": "OSLO, May 2 (NTB) - It rained.",
        "reference": "2025-05-03",
        "expect": {"agency": "ntb", "date": "2025-05-02"},
    },
    {"text": "BONN (dpa) - The sun shone.", "expect": {"agency": "afp", "headline": None}},
]


def write(path: Path, cases: list[dict[str, object]]) -> None:
    path.write_text("\n".join(map(json.dumps, cases)) + "\n", encoding="utf-8")


def test_columns_are_counted_and_what_is_wrong_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.jsonl", CASES)
    assert evaluate.main([str(tmp_path), "--wrong"]) == 1
    shown = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert shown == [
        "a.jsonl:2: agency is 'dpa', not 'afp'",
        "agency 1 of 2 50.00%",
        "date 1 of 1 100.00%",
        "headline 1 of 1 100.00%",
    ]


def test_all_right_is_success(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", CASES[:1])
    assert evaluate.main([str(tmp_path / "a.jsonl")]) == 0


def test_a_column_that_is_none_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", [{"text": "Rain.", "expect": {"town": "Oslo"}}])
    with pytest.raises(SystemExit, match="there is no column 'town': name some of uri, format, headline"):
        evaluate.main([str(tmp_path)])
