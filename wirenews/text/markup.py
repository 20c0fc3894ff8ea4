"""Marked-up text as a picture: a stretch of text, its spans, and a colour for each kind."""

from __future__ import annotations

from collections.abc import Iterable

from .patterns import plain_pattern

# Half of a character of UTF-16. A str may hold one, UTF-8 may not.
SURROGATE = plain_pattern("[\ud800-\udfff]")

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_COLOURS = {
    "field": "#e8e8e8",
    "headline": "#ffe0b2",
    "deck": "#fff3cd",
    "byline": "#d1c4e9",
    "dateline": "#b3e5fc",
    "body": "transparent",
    "caption": "#f0e2d0",
    "credit": "#c8e6c9",
    "notice": "#ffcdd2",
    "gap": "transparent",
}


def highlight(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """An HTML fragment that shows ``text`` with each ``(start, end, kind)`` span coloured.

    Text and labels are escaped.

    >>> highlight("(ANI)", [(0, 5, "credit")])
    '<div style="white-space:pre-wrap"><mark title="credit" style="background:#c8e6c9">(ANI)</mark></div>'
    """
    parts = []
    for start, end, kind in spans:
        shown, colour = escape(text[start:end]), _COLOURS.get(kind, "transparent")
        if colour == "transparent":
            parts.append(shown)
        else:
            parts.append(f'<mark title="{escape(kind)}" style="background:{colour}">{shown}</mark>')
    return f'<div style="white-space:pre-wrap">{"".join(parts)}</div>'


def escape(text: str) -> str:
    """The text for use in HTML, where U+FFFD stands for a surrogate.

    >>> escape("Rain & \\ud83d")
    'Rain &amp; �'
    """
    return SURROGATE.sub("\ufffd", text).translate(_ESCAPED)
