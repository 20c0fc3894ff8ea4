"""Work and time grow with the text and no faster, for every public function; memory too."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, fail_if_it_grows_faster
from growth import CALLS, OF_ARTICLE, OF_TEXT, given_to, lines_run, ordinary
from test_promises import HOSTILE

import wirenews
from wirenews import Article, export

TEXTS: dict[str, Callable[[int], str]] = {
    "ordinary": ordinary,
    **{name: HOSTILE[name] for name in ("dateline paragraphs", "sign-offs", "captions")},
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", CALLS)
class TestGrowth:
    """Lines of Python show what is done again for each part of a text; the clock, what is done in C as well."""

    def test_a_kilobyte_of_a_long_text_takes_no_more_lines(self, name: str, make: Callable[[int], str]) -> None:
        small, large = make(8_000), make(200_000 if make is ordinary else 32_000)
        CALLS[name](given_to(name, small))  # until tables are loaded and caches are full
        before, after = (lines_run(CALLS[name], given_to(name, text)) / len(text) for text in (small, large))
        assert after <= 1.1 * before, f"{before:.2f} lines a character of {len(small)}, {after:.2f} of {len(large)}"

    def test_eight_times_the_text_takes_at_most_fourteen_times_the_time(
        self, name: str, make: Callable[[int], str]
    ) -> None:
        small, large = make(8_000), make(64_000)
        given = {text: given_to(name, text) for text in (small, large)}
        # One that grows with the square takes 64 times as long.
        fail_if_it_grows_faster(lambda text: CALLS[name](given[text]), small, large, 14)


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
