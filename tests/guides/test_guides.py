"""The guides that put wirenews into other people's programs: what they show is what comes out."""

from __future__ import annotations

import doctest
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_docs import OF_GUIDES, run_page

import wirenews.spacy

pytestmark = [pytest.mark.guides, pytest.mark.filterwarnings("default")]

GUIDES = ROOT / "docs" / "guides"
_FILE = re.compile(r"^```python\n# (\w+\.py)\n(.*?)^```$", re.M | re.S)
_SHELL = re.compile(r"^```sh\n(.*?)^```\n\n```text\n(.*?)^```$", re.M | re.S)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, whose modules can be imported, with this Python's commands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def write_files(page: Path, folder: Path) -> None:
    """The files that a page shows."""
    for name, text in _FILE.findall(page.read_text(encoding="utf-8")):
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", OF_GUIDES)
def test_a_guides_python_gives_what_it_shows(name: str, here: Path) -> None:
    write_files(GUIDES / name, here)
    assert run_page(GUIDES / name) == ""


def test_the_commands_of_jq_print_what_is_shown(here: Path) -> None:
    commands = _SHELL.findall((GUIDES / "jq.md").read_text(encoding="utf-8"))
    assert len(commands) >= 4
    for command, shown in commands:
        run = subprocess.run(["bash", "-euo", "pipefail", "-c", command], capture_output=True, encoding="utf-8")
        assert (run.stdout, run.stderr) == (shown, "")


def test_the_spider_writes_rows_and_drops_what_is_no_story(here: Path) -> None:
    write_files(GUIDES / "scrapy.md", here)
    story = "<article><h1>Rain</h1><p>OSLO, May 2 (NTB) - It rained all day, and people stayed at home.</p></article>"
    for name, body in (("story", story), ("empty", "<nav>Home</nav>")):
        (here / f"{name}.html").write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")
        url = (here / f"{name}.html").as_uri()
        command = ["scrapy", "runspider", "papers.py", "-a", f"url={url}", "-o", "rows.jsonl"]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        assert "Traceback" not in run.stderr, run.stderr
    [row] = map(json.loads, (here / "rows.jsonl").read_text(encoding="utf-8").splitlines())
    assert (row["url"].endswith("story.html"), row["headline"], row["agency"], row["city"]) == (
        True,
        "Rain",
        "ntb",
        "Oslo",
    )


def test_the_docstrings_of_the_pipe() -> None:
    assert doctest.testmod(wirenews.spacy).failed == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_pipe_gives_the_pieces_of_each_text(workers: int) -> None:
    import spacy
    from conftest import STORIES
    from spacy.tokens import Doc

    nlp = spacy.blank("xx")
    nlp.add_pipe("wirenews")
    for doc in nlp.pipe(STORIES.values(), n_process=workers):
        article = wirenews.parse(doc.text)
        again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
        assert again._.wirenews == article.record()
        kinds = [segment.kind for segment in article.segments if segment.kind != "gap"]
        assert [span.label_ for span in again.spans["wirenews"]] == kinds
        for span in again.spans["wirenews"]:
            assert any(s.start <= span.start_char and span.end_char <= s.end for s in article.segments), span


def test_a_pipe_takes_hints_and_refuses_wrong_ones() -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("wirenews", config={"country": "US"})
    assert nlp("BIRMINGHAM, May 2 (Reuters) - It rained.")._.wirenews["country"] == "US"
    with pytest.raises(ValueError, match="such as 'TW', got 'Britain'"):
        nlp.add_pipe("wirenews", name="other", config={"country": "Britain"})
