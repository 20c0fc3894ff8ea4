"""Time per kilobyte as texts grow, for every public function, on ordinary and on hostile text.

python benchmarks/growth.py [--hostile] [--most 10_000_000] [--without-collector | --lines]

A figure is the processor time of one call, in microseconds a kilobyte (the best of a few calls), at each size. The last
column is the greatest of them from 10 kB on, beside that at 10 kB: 1.0 where time grows with the text and no faster.
Python's collector of garbage and the memory behind many values count in it; ``--without-collector`` leaves the one out,
and ``--lines`` both: it counts the lines of Python that a call runs, a kilobyte.
"""

from __future__ import annotations

import argparse
import gc
import json
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any, TypeAlias

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

import bench  # noqa: E402
from test_promises import HOSTILE  # noqa: E402

import wirenews  # noqa: E402
from wirenews import Article, export  # noqa: E402

Measure: TypeAlias = Callable[[Callable[[Any], object], Any], float]

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)

# Of a text; and of an article, which is parsed before the clock starts.
OF_TEXT: dict[str, Callable[[str], object]] = {
    "parse": wirenews.parse,
    "parse(bytes)": lambda text: wirenews.parse(text.encode("utf-8", "surrogatepass")),
    "clean": wirenews.clean,
    "load": lambda text: wirenews.load(text, format="text"),
    "iter_load": lambda text: list(wirenews.iter_load(text.encode("utf-8", "surrogatepass"), format="text")),
    "parse_many": lambda text: list(wirenews.parse_many([text], select=Article.record)),
    "report": lambda text: wirenews.report(wirenews.parse(text)),
    "fingerprint": wirenews.fingerprint,
    "find_copies": lambda text: list(wirenews.find_copies(enumerate([wirenews.fingerprint(text)] * 2))),
    "normalize_date": wirenews.normalize_date,
    "normalize_date(context)": lambda text: wirenews.normalize_date("Feb 26", context=text),
    "normalize_attribution": wirenews.normalize_attribution,
    "read_attributions": wirenews.read_attributions,
    "find_agency": wirenews.find_agency,
    "find_place": wirenews.find_place,
}
OF_ARTICLE: dict[str, Callable[[Article], object]] = {
    "segments": lambda article: article.segments,
    "record": Article.record,
    "text": lambda article: article.text("headline", "dateline", "body", "credit", "notice"),
    "to_dict": Article.to_dict,
    "to_json": Article.to_json,
    "to_json(text=False)": lambda article: article.to_json(text=False),
    "explain": Article.explain,
    "_repr_html_": Article._repr_html_,
    "pickle": lambda article: pickle.loads(pickle.dumps(article)),
    "to_ninjs": export.to_ninjs,
    "to_jsonld": export.to_jsonld,
    "to_html": export.to_html,
}
CALLS: dict[str, Callable[[Any], object]] = {**OF_TEXT, **OF_ARTICLE, "from_dict": Article.from_dict}


def ordinary(size: int) -> str:
    """A story of today, of so many characters or a little more."""
    middle = "".join(bench._PARAGRAPHS)
    return bench._HEAD + middle * max(1, (size - len(bench._HEAD)) // len(middle)) + bench._TAIL


def lines_run(call: Callable[[Any], object], given: Any) -> int:
    """How many lines of Python a call runs: the same on every machine, however busy it is."""
    count = 0

    def step(*_: object) -> Any:
        nonlocal count
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        call(given)
    finally:
        sys.settrace(before)
    return count


def seconds(call: Callable[[Any], object], given: Any) -> float:
    """The time of one call: the best of three, of one that takes over a second."""
    best, rounds = float("inf"), 0
    while rounds < (3 if best < 1 else 1) or (best < 0.001 and rounds < 30):
        start = process_time()
        call(given)
        best, rounds = min(best, process_time() - start), rounds + 1
    return best


def measured(make: Callable[[int], str], most: int, measure: Measure) -> dict[str, list[float]]:
    """What is measured of each function, a kilobyte, at each size."""
    found: dict[str, list[float]] = {name: [] for name in CALLS}
    for size in [size for size in SIZES if size <= most]:
        text = make(size)
        for name, call in CALLS.items():
            found[name].append(measure(call, given_to(name, text)) / max(len(text), 1) * 1000)
    return found


def given_to(name: str, text: str) -> Any:
    """What a function is called with: a text, or what was made of it before the measure begins."""
    if name in OF_TEXT:
        return text
    article = wirenews.parse(text)
    return article if name in OF_ARTICLE else json.loads(article.to_json())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--hostile", action="store_true", help="the hostile texts of the tests too")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the longest text, in characters")
    parser.add_argument("--without-collector", action="store_true", help="the collector of garbage is switched off")
    parser.add_argument("--lines", action="store_true", help="lines of Python, in place of microseconds")
    options = parser.parse_args()
    if options.without_collector:
        gc.disable()
    measure = lines_run if options.lines else lambda call, given: seconds(call, given) * 1e6
    texts: dict[str, Callable[[int], str]] = {"ordinary": ordinary, "wrapped": lambda n: bench._WRAPPED * (n // 1000)}
    if options.hostile:
        texts.update(HOSTILE)
    for title, make in texts.items():
        print(f"\n{title:<26}" + "".join(f"{size // 1000:>9} kB" for size in SIZES if size <= options.most))
        for name, figures in measured(make, options.most, measure).items():
            growth = max(figures[1:]) / max(figures[1], 0.1)
            print(f"{name:<26}" + "".join(f"{figure:>12.1f}" for figure in figures) + f"{growth:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
