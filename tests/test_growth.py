"""Time grows with the text and no faster, for every public function; memory too."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, fail_if_it_grows_faster
from growth import OF_ARTICLE, OF_TEXT, from_dict, ordinary
from test_promises import HOSTILE

import wirenews
from wirenews import Article, export

TEXTS: dict[str, Callable[[int], str]] = {
    "ordinary": ordinary,
    **{name: HOSTILE[name] for name in ("dateline paragraphs", "sign-offs")},
}
SMALL, LARGE = 8_000, 64_000
# Eight times the text: a function whose time grows with the square takes 64 times as long.
MOST = 14


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
class TestTime:
    @pytest.mark.parametrize("call", OF_TEXT.values(), ids=OF_TEXT)
    def test_of_a_text(self, call: Callable[[str], object], make: Callable[[int], str]) -> None:
        fail_if_it_grows_faster(call, make(SMALL), make(LARGE), MOST)

    @pytest.mark.parametrize("call", [*OF_ARTICLE.values(), from_dict], ids=[*OF_ARTICLE, "from_dict"])
    def test_of_an_article(self, call: Callable[[Any], object], make: Callable[[int], str]) -> None:
        small, large = make(SMALL), make(LARGE)
        given: dict[str, Any] = {text: wirenews.parse(text) for text in (small, large)}
        if call is from_dict:
            given = {text: json.loads(article.to_json()) for text, article in given.items()}
        fail_if_it_grows_faster(lambda text: call(given[text]), small, large, MOST)


def test_every_method_of_an_article_is_measured() -> None:
    methods = {name for name, value in vars(Article).items() if callable(value) and not name.startswith("_")}
    measured = {name.partition("(")[0] for name in OF_ARTICLE}
    assert methods - measured == set()


def test_every_public_function_is_measured() -> None:
    functions = {name for name in wirenews.__all__ if inspect.isfunction(getattr(wirenews, name))}
    measured = {name.partition("(")[0] for name in OF_TEXT}
    assert functions - measured == {"add_agency", "add_agencies", "agencies"}
    assert {name for name in export.__all__ if inspect.isfunction(getattr(export, name))} <= OF_ARTICLE.keys()


def test_a_large_text_as_json_takes_less_than_ten_times_its_size(tmp_path: Path) -> None:
    script = (
        "import resource, sys\nfrom wirenews.cli import main\nmain(['--json', sys.argv[1]])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, file=sys.stderr)"
    )
    peaks = []
    for size in (10_000, 12_000_000):
        path = tmp_path / f"{size}.txt"
        path.write_text(ordinary(size), encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        )
        peaks.append(int(run.stderr))
    assert peaks[1] - peaks[0] < 10 * 12_000_000
