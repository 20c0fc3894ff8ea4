"""The tables are read as they were compiled, and compiled as they are edited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from wirenews.text.tables import OnDemand, Shelves, load, shelf_of

COMPILED = sorted((ROOT / "wirenews" / "data").glob("*.json"))


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.stem)
def test_a_row_is_a_line(path: Path) -> None:
    """So that two people can change two rows of a table."""
    text = path.read_text(encoding="utf-8")
    assert json.loads(text) == load(path.stem)
    rows = [row for part in load(path.stem).values() if isinstance(part, dict) for row in part]
    assert text.count("\n") >= len(rows)


def test_a_row_is_unpacked_once() -> None:
    asked: list[str] = []

    def unpack(row: str) -> list[str]:
        asked.append(row)
        return row.split()

    table: Any = OnDemand({"la": "es fr", "the": "en"}, unpack)
    assert table.get("la") is table.get("la")
    assert table.get("der") is None
    assert asked == ["es fr"]


@given(st.dictionaries(st.text("abcпя北", min_size=1, max_size=4), st.sampled_from(["FR", "it", "GB US"])))
def test_what_stands_on_a_shelf_is_found_and_nothing_else(values: dict[str, str]) -> None:
    shelves: dict[str, list[str]] = {}
    for name, value in values.items():
        shelves.setdefault(shelf_of(name), []).append(f"{value}|{name.removeprefix(shelf_of(name))}")
    table = Shelves({head: ";".join(rows) for head, rows in shelves.items()})
    assert {name: table.get(name) for name in values} == values
    assert [table.get(f"{name}x") for name in values] == [None] * len(values)
