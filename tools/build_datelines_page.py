"""``docs/datelines.md``: every form of dateline that is read, from the cases of ``tests/datelines.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "datelines.toml"
PAGE = ROOT / "docs" / "datelines.md"

INTRODUCTION = """\
# Datelines

What `wirenews.parse` reads as a dateline, and what it leaves alone. The page is written from the table that
the tests run (`tests/datelines.toml`), so every line on it is true.

A dateline is places, a date and agencies, each of them optional, in any order that agencies use, closed by a
dash, a bracket, a colon, or by the end of a line of its own. One part alone is rarely enough: places need a
date or an agency beside them, or capitals and a known name; an agency alone needs its brackets, or a dash and
the way it prints its own name.
"""


def made() -> dict[Path, str]:
    """The page."""
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    parts = [INTRODUCTION]
    for group in cases["group"]:
        parts.append(
            f"\n## {group['title']}\n\n| a story that begins | places | date | agencies |\n|---|---|---|---|\n"
        )
        parts += [_row(case) for case in group["reads"]]
    parts.append("\n## Not datelines\n")
    for group in cases["refuses"]:
        parts.append(f"\n### {group['title']}\n\n")
        parts += [f"- {_code(text)}\n" for text in group["texts"]]
    return {PAGE: "".join(parts)}


def _row(case: dict[str, Any]) -> str:
    places = "; ".join(", ".join(filter(None, place[1:])) for place in case.get("places", ()))
    agencies = ", ".join(case.get("agencies", ()))
    return f"| {_code(case['text'])} | {places} | {case.get('date', '')} | {agencies} |\n"


def _code(text: str) -> str:
    """Inline code that holds backticks, bars and line ends safely."""
    text = text.strip().replace("\n", " ⏎ ").replace("|", "\\|")
    return f"`` {text} ``" if "`" in text else f"`{text}`"
