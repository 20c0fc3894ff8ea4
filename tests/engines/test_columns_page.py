"""The examples of docs/columns.md and of the guides to engines, each in a folder of its own."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from conftest import ROOT
from test_docs import run_page

import wirenews.arrow

pytestmark = [pytest.mark.engines, pytest.mark.filterwarnings("default")]


PAGES = {
    "columns.md": ["rows", "rows_ds"],
    "guides/datasets.md": ["rows_datasets.parquet"],
    "guides/duckdb.md": ["rows_duckdb.parquet"],
    "guides/pandas.md": ["rows_pandas.parquet"],
    "guides/polars.md": ["rows_polars.parquet"],
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stories").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    assert run_page(ROOT / "docs" / page) == ""
    assert sorted(path.name for path in tmp_path.glob("rows*")) == PAGES[page]


def test_the_modules_docstrings() -> None:
    assert doctest.testmod(wirenews.arrow, optionflags=doctest.ELLIPSIS).failed == 0
