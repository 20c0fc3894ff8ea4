"""The pages build as a site without a warning: no link inside them that leads nowhere, no name without its page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from sphinx.util.inventory import InventoryFile

import wirenews
from wirenews import export

pytestmark = [pytest.mark.docs, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "html",
        "-q",
        "-n",
        "-W",
        "--keep-going",
        str(ROOT / "docs"),
        str(out),
    ]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return out


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    entries = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="").data
    shown = {name for kind, names in entries.items() if kind.startswith("py:") for name in names}
    face = {f"wirenews.{name}" for name in wirenews.__all__} - {"wirenews.__version__", "wirenews.export"}
    face |= {f"wirenews.export.{name}" for name in export.__all__}
    face |= {f"wirenews.arrow.{name}" for name in ("SCHEMA", "SPANS", "HASHES", "parse_batch", "parse_dataset")}
    assert sorted(face - shown) == []


def test_every_page_is_in_the_contents(site: Path) -> None:
    first = (site / "index.html").read_text(encoding="utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        name = page.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        assert name == "index.html" or f'href="{name}"' in first, name
