"""How the pages become a site: ``sphinx-build -W -n docs OUT``, with ``pip install 'wirenews[docs]'``.

The pages are Markdown that reads well where the repository is shown, so what only a site needs stands here.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module

from sphinx.application import Sphinx
from sphinx.ext.autodoc.mock import mock

import wirenews
import wirenews.export

project = "wirenews"
author = "The wirenews authors"
copyright = author
version = release = wirenews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns: list[str] = []
html_theme = "furo"
html_title = f"wirenews {release}"
html_copy_source = False

# Every heading can be linked to, by the anchor that it has in the repository too.
myst_heading_anchors = 4
# A prompt is no code.
copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# Names that are not ours have no page here: this build asks no network.
nitpick_ignore_regex = [("py:.*", r"(?!wirenews).*"), ("py:.*", r"wirenews\.(?:pieces\.Unmade|.*\._.*)")]

# Addresses that want no visits from programs.
linkcheck_ignore = [r"https://github\.com/wirenews/wirenews.*"]
linkcheck_anchors = False
linkcheck_timeout = 30
linkcheck_retries = 2

_REPOSITORY = "https://github.com/wirenews/wirenews/blob/main"
_TREE = {
    "First steps": ["quickstart", "command-line"],
    "Guides": [
        "guides/cleaning",
        "guides/agencies-share",
        "guides/pandas",
        "guides/polars",
        "guides/duckdb",
        "guides/datasets",
        "guides/spacy",
        "guides/scrapy",
        "guides/fastapi",
        "guides/jq",
        "guides/progress",
        "guides/threads",
        "columns",
        "scale",
    ],
    "Reference": ["api", "reference", "compatibility"],
    "What it knows": ["agencies", "datelines", "places", "languages", "notices", "rules", "formats", "defects"],
    "How good, how fast, how built": ["evaluation", "performance", "architecture"],
    "The project": [
        f"Changes <{_REPOSITORY}/CHANGELOG.md>",
        f"Contributing <{_REPOSITORY}/CONTRIBUTING.md>",
        f"Security <{_REPOSITORY}/SECURITY.md>",
    ],
}


def _add_contents(app: Sphinx, page: str, source: list[str]) -> None:
    """The tree of pages below the first one, and links to files of the repository as addresses."""
    if page == "index":
        for caption, pages in _TREE.items():
            source[0] += "\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])
    source[0] = re.sub(r"\]\((?:\.\./)+(?=[A-Z.]|wirenews/|tests/|tools/|benchmarks/)", f"]({_REPOSITORY}/", source[0])


def _show_where_people_find_it() -> None:
    """Have each public name shown in the module from which it is imported, not in the one where it is written."""
    with mock(["pyarrow", "spacy"]):  # not needed for their docstrings
        for module in ("arrow", "spacy"):
            import_module(f"wirenews.{module}")
    for home in (wirenews, wirenews.export):
        for name in home.__all__:
            value = getattr(home, name)
            if inspect.isclass(value) or inspect.isfunction(value):
                value.__module__ = home.__name__


def setup(app: Sphinx) -> None:
    _show_where_people_find_it()
    app.connect("source-read", _add_contents)
