"""Imports go one way: a module knows what stands below it, never what stands above."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "wirenews"

# From the top down. A module may import from its own row (without a circle) and from the rows below.
LEVELS = (
    ("__main__",),
    ("cli",),
    ("__init__",),
    ("arrow", "batch", "copies", "export", "formats", "parallel", "pickled", "processes", "spacy"),
    ("parser",),
    ("story",),
    ("dateline",),
    ("credit",),
    ("notice", "people"),
    ("agencies", "dates", "places"),
    ("decoding",),
    ("article",),
    ("pieces",),
    ("marked",),
    ("explain", "metadata", "record"),
    ("kinds", "place", "roster", "wire_date"),
    ("arguments", "text"),
)
LEVEL = {module: number for number, row in enumerate(LEVELS) for module in row}


def _unit(path: Path) -> str:
    """The module, or the room (sub-package) that a file belongs to."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def _imports(path: Path) -> set[str]:
    """The modules and sub-packages of wirenews that a file imports, anywhere in it."""
    depth = len(path.relative_to(PACKAGE).parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            found |= {(name[1] if len(name) > 1 else "__init__") for name in names if name[0] == "wirenews"}
        elif isinstance(node, ast.ImportFrom):
            name = (node.module or "").split(".") if node.module else []
            if node.level == 0:
                if name[:1] != ["wirenews"]:
                    continue
                name = name[1:]
            elif node.level < depth:
                continue  # within its own sub-package
            if name:
                found.add(name[0])
            else:
                found |= {alias.name if alias.name in LEVEL else "__init__" for alias in node.names}
    return found - {_unit(path)}


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_nothing_from_above(path: Path) -> None:
    unit = _unit(path)
    assert unit in LEVEL, f"{unit} has no row: give it one in LEVELS"
    above = {other for other in _imports(path) if LEVEL.get(other, -1) < LEVEL[unit]}
    assert not above, f"{path.name} imports {', '.join(sorted(above))} from above"


def test_no_import_goes_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path in FILES:
        graph.setdefault(_unit(path), set()).update(_imports(path))
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"imports go in a circle: {' -> '.join(error.args[1])}")


def test_the_walk_sees_what_it_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("test_layering.PACKAGE", tmp_path)
    module = tmp_path / "formats" / "new.py"
    module.parent.mkdir()
    module.write_text(
        "from ..parser import parse\nfrom .document import Document\nfrom .. import cli\n"
        "def late():\n    import wirenews.batch\n    from wirenews.export import to_html\n"
    )
    assert _imports(module) == {"parser", "cli", "batch", "export"}
