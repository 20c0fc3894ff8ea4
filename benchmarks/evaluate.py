"""How often the readings of your own stories are right: ``python benchmarks/evaluate.py CASES``.

CASES is a folder, or a file, of JSON lines. Each line is a case: a ``text``, perhaps the ``reference`` day it ran on,
and ``expect``: the columns of ``Article.record()`` that you judged, each with its right value, ``null`` for none.

{"text": "OSLO, May 2 (NTB) - It rained.", "expect": {"agency": "ntb", "city": "Oslo", "headline": null}}

It prints of each column how many are right of those judged, and exits with 1 if one is wrong; ``--wrong`` shows these.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wirenews


def cases(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cases of a file or a folder, each with where it stands."""
    for file in sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield f"{file.name}:{number}", json.loads(line)


def wrong_columns(case: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The judged columns that are read otherwise, each with how."""
    reference = case.get("reference")
    article = wirenews.parse(case["text"], reference=dt.date.fromisoformat(reference) if reference else None)
    row: dict[str, Any] = {**article.record()}
    for column, value in case["expect"].items():
        if column not in row:
            raise SystemExit(f"there is no column {column!r}: name some of {', '.join(row)}")
        if row[column] != value:
            yield column, row[column]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path, help="a file of JSON lines, or a folder of them")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong, and what it should be")
    options = parser.parse_args(arguments)
    judged: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for place, case in cases(options.cases):
        judged.update(case["expect"].keys())
        for column, value in wrong_columns(case):
            wrong[column] += 1
            if options.wrong:
                print(f"{place}: {column} is {value!r}, not {case['expect'][column]!r}")
    for column, total in sorted(judged.items()):
        right = total - wrong[column]
        print(f"{column:16}{right:8} of {total:<8}{right / total:8.2%}")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
