"""The examples of docs/columns.md, each engine on a Parquet data set."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from conftest import ROOT
from test_docs import run_page

import wirenews.arrow

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("default")]


def test_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stories").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    assert run_page(ROOT / "docs" / "columns.md") == ""
    assert {path.name for path in tmp_path.glob("rows*")} == {
        "rows", "rows_ds", "rows_polars.parquet", "rows_pandas.parquet", "rows_duckdb.parquet", "rows_datasets.parquet",
    }  # fmt: skip


def test_the_modules_docstrings() -> None:
    assert doctest.testmod(wirenews.arrow, optionflags=doctest.ELLIPSIS).failed == 0
