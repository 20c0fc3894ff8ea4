"""Compile the hand-edited tables: ``wirenews/data/*.toml`` -> ``wirenews/data/*.json``.

python tools/compile_tables.py           write the .json files
python tools/compile_tables.py --check   exit 1 if one is out of step
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

DATA = Path(__file__).parent.parent / "wirenews" / "data"


def compiled(toml: Path) -> str:
    """The JSON text of a TOML table."""
    return json.dumps(tomllib.loads(toml.read_text(encoding="utf-8")), ensure_ascii=False, separators=(",", ":")) + "\n"


def out_of_step() -> list[Path]:
    """The TOML tables whose JSON is missing or old."""
    return [
        t
        for t in sorted(DATA.glob("*.toml"))
        if not t.with_suffix(".json").exists() or t.with_suffix(".json").read_text(encoding="utf-8") != compiled(t)
    ]


def main() -> int:
    stale = out_of_step()
    if "--check" in sys.argv[1:]:
        for toml in stale:
            print(f"{toml.name} has changed: run python tools/compile_tables.py", file=sys.stderr)
        return 1 if stale else 0
    for toml in stale:
        toml.with_suffix(".json").write_text(compiled(toml), encoding="utf-8")
        print(f"wrote {toml.with_suffix('.json').name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
