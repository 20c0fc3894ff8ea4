"""A function with ``may_`` in its name only saves time: where it always says yes, every story reads the same."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from conftest import STORIES

import wirenews
from wirenews.dateline.parts import read_parts

_GUARD = re.compile(r"_?may_")
_HERE = Path(__file__).parent


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(wirenews.__path__, "wirenews."):
        if not info.name.endswith(("__main__", "arrow", "spacy")) and ".formats" not in info.name:
            yield importlib.import_module(info.name)


def _guards() -> list[tuple[ModuleType, str]]:
    return [
        (module, name)
        for module in _modules()
        for name, value in vars(module).items()
        if _GUARD.match(name) and inspect.isfunction(value)
    ]


def _stories() -> list[str]:
    """The stories that several tests share, and those in the style of each house."""
    cases = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((_HERE / "languages").glob("*.toml"))]
    return [*STORIES.values(), *[case["text"] for table in cases for case in table.get("case", []) if "text" in case]]


def test_there_are_guards_and_stories() -> None:
    assert len(_guards()) > 5
    assert len(_stories()) > 100


def test_without_guards_all_stories_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    reference = dt.date(2025, 4, 18)
    stories = _stories()
    before = [wirenews.parse(story, reference=reference).to_dict() for story in stories]
    for module, name in _guards():
        monkeypatch.setattr(module, name, lambda *_args, **_kwargs: True)
    read_parts.cache_clear()
    for story, expected in zip(stories, before, strict=True):
        assert wirenews.parse(story, reference=reference).to_dict() == expected, story
