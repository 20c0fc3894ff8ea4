"""CONTRIBUTING.md is true: its files and commands exist, its examples pass the checkers, its messages are said."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import registry
from conftest import ROOT
from languages import checked

from wirenews.formats.document import Document

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NEW = {"wirenews/data/languages/gl.toml"}  # what the examples make
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)


class Example(NamedTuple):
    """Rows for a file, and the message that refuses them, if they are wrong."""

    path: Path
    rows: str
    says: str


def _examples() -> Iterator[Example]:
    """The rows of the page, each for the file that was named last."""
    path = ROOT
    for named, kind, text, following in re.findall(
        r"^In `([^`]+)`[^\n]*:$|^```(\w+)\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", PAGE, re.M | re.S
    ):
        if named:
            path = ROOT / named
        elif kind == "toml":
            yield Example(path, text, following.strip())


def _check(path: Path, rows: str) -> None:
    """What the checkers of a table say of it with the rows."""
    if path.name == "agencies.toml":
        table = path.read_text(encoding="utf-8")
        heading = "# -------- Western and Southern Europe\n"
        assert heading in table
        table = table.replace(heading, f"{heading}\n{rows}\n")
        registry.checked(tomllib.loads(table), registry.sections(table))
    elif path.parent.name == "languages":
        known = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        checked(path.name, {"tells": known.get("tells", {})} | tomllib.loads(rows))
    else:
        known = tomllib.loads(path.read_text(encoding="utf-8"))
        for group, countries in tomllib.loads(rows).items():
            assert countries.keys() <= known[group].keys()


@pytest.mark.parametrize("example", [*_examples()], ids=lambda example: example.path.name)
def test_an_example_is_right_or_says_what_the_page_says(example: Example) -> None:
    if not example.says:
        _check(example.path, example.rows)
        return
    with pytest.raises(ValueError, match=re.escape(example.says)):
        _check(example.path, example.rows)


def test_files_that_are_named_exist() -> None:
    named = set(re.findall(r"`((?:wirenews|tests|tools|docs)/[\w./]+)`", PAGE)) - NEW
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert len(named) > 8


@pytest.mark.parametrize("command", [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()])
def test_commands_run_files_that_exist(command: str) -> None:
    files = [word for word in shlex.split(command) if word.endswith(".py")]
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_the_format_reads_a_document() -> None:
    module: dict[str, Any] = {}
    exec(next(text for kind, text in BLOCKS if kind == "python"), module)
    document = Document.of('{"id": "x1", "post": "OSLO, May 2 (Reuters) - It rained.", "title": "Rain"}', 1000)
    assert module["FORMAT"].holds(document)
    [story] = module["FORMAT"].stories(document)
    assert (story.headline, story.metadata.uri, story.article("json").body) == ("Rain", "x1", "It rained.")
    assert not module["FORMAT"].holds(Document.of("OSLO, May 2 (Reuters) - It rained.", 1000))


def test_the_page_is_linked() -> None:
    for page in ("README.md", "docs/index.md"):
        assert "CONTRIBUTING.md" in (ROOT / page).read_text(encoding="utf-8"), page
