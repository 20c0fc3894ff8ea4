"""What the JSON formats share: values that may be missing, null or of the wrong type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .document import read_html
from .tree import main_parts, paragraphs


def text_of(item: dict[str, Any], *names: str) -> str | None:
    """The first of these properties that is a string with something in it.

    >>> text_of({"by": None, "byline": " ", "author": "Ana Paz"}, "by", "byline", "author")
    'Ana Paz'
    """
    return next((v for n in names if isinstance(v := item.get(n), str) and v.strip()), None)


def dicts(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list, or the one object that stands where a list is expected.

    >>> list(dicts([{"a": 1}, None])), list(dicts({"a": 1})), list(dicts("text"))
    ([{'a': 1}], [{'a': 1}], [])
    """
    yield from (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict))


def plain(markup: str) -> str:
    """The text of an HTML fragment, its paragraphs apart by a blank line.

    >>> plain("<p>Rain &amp; wind.</p><p>No<br>snow.</p>")
    'Rain & wind.\\n\\nNo\\nsnow.'
    """
    if "<" not in markup and "&" not in markup:
        return markup
    root = read_html(f"<div>{markup}</div>")
    return max(("\n\n".join(paragraphs(part)) for part in main_parts(root)), key=len) if root is not None else ""
