"""The words of a page: what tells words to its readers from a story."""

from __future__ import annotations

import re
from functools import cache

from .shapes import table

_LINK = re.compile(r"https?://|www\.|\S@\S|©|>>|»$")


def is_of_page(text: str) -> bool:
    """Whether words speak of the page they stand on, of newsletters, cookies, comments, or hold a link.

    >>> is_of_page("Please read our Comment Policy before commenting."), is_of_page("Rain fell on the port.")
    (True, False)
    """
    return _LINK.search(text) is not None or _words().search(text) is not None


def is_link(text: str) -> bool:
    """Whether a text is an address of the web, or several, and nothing else.

    >>> is_link("https://www.harbour.example/dues"), is_link("See https://www.harbour.example")
    (True, False)
    """
    return _ONLY_LINKS.fullmatch(text.strip(" ()[]<>")) is not None


_ONLY_LINKS = re.compile(r"(?:(?:https?://|www\.)[^\s<>]+[\s,;|]*)+")


@cache
def _words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(table("page_words"), key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE)
