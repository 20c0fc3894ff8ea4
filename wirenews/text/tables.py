"""The package's own tables: facts in ``data/``, read on first use and kept.

People edit the ``.toml`` files; ``tools/compile_tables.py`` writes each as ``.json`` beside it,
which loads some twenty times faster. A test fails when the two disagree.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> Any:
    """The table ``data/<name>.json``; callers must not change it."""
    path = resources.files("wirenews").joinpath("data", f"{name}.json")
    return json.loads(path.read_bytes())
