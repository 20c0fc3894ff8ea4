"""Text in HTML: what must be escaped, and what cannot stand there."""

from __future__ import annotations

from .patterns import plain_pattern

# Half of a character of UTF-16. A str may hold one, UTF-8 may not.
SURROGATE = plain_pattern("[\ud800-\udfff]")

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """The text for use in HTML, where U+FFFD stands for a surrogate.

    >>> escape("Rain & \\ud83d")
    'Rain &amp; �'
    """
    return SURROGATE.sub("\ufffd", text).translate(_ESCAPED)
