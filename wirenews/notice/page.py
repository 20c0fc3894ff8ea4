"""The words of a page: what tells words to its readers from a story."""

from functools import cache
from typing import NamedTuple

from ..text.patterns import plain_pattern
from .shapes import table

_LINK = plain_pattern(r"https?://|www\.|\S@\S|©|>>|»$")


def is_of_page(text: str) -> bool:
    """Whether words speak of the page they stand on, of newsletters, cookies, comments, or hold a link.

    >>> is_of_page("Please read our Comment Policy before commenting."), is_of_page("Rain fell on the port.")
    (True, False)
    """
    if _LINK.search(text) is not None:
        return True
    lower, known = text.casefold(), _words()
    words = _WORD.findall(lower)
    if not known.alone.isdisjoint(words):
        return True
    phrases = (phrase for word in words for phrase in known.phrases.get(word, ()))
    return any(map(lower.__contains__, phrases)) or (
        not text.isascii() and any(word in text for word in known.without_blanks)
    )


def is_link(text: str) -> bool:
    """Whether a text is an address of the web, or several, and nothing else.

    >>> is_link("https://www.harbour.example/dues"), is_link("See https://www.harbour.example")
    (True, False)
    """
    return _ONLY_LINKS.fullmatch(text.strip(" ()[]<>")) is not None


_ONLY_LINKS = plain_pattern(r"(?:(?:https?://|www\.)[^\s<>]+[\s,;|]*)+")


_WORD = plain_pattern(r"[^\W\d_]+(?:[-+'’][^\W\d_]+)*")


class _Words(NamedTuple):
    alone: frozenset[str]
    phrases: dict[str, tuple[str, ...]]  # by their first word
    without_blanks: tuple[str, ...]  # of scripts that leave none


@cache
def _words() -> _Words:
    phrases: dict[str, tuple[str, ...]] = {}
    alone: set[str] = set()
    without_blanks: list[str] = []
    for phrase in map(str.casefold, table("page_words")):
        first = _WORD.match(phrase)
        if phrase[0] >= _WITHOUT_BLANKS or first is None:
            without_blanks.append(phrase)
        elif first[0] == phrase:
            alone.add(phrase)
        else:
            phrases[first[0]] = (*phrases.get(first[0], ()), phrase)
    return _Words(frozenset(alone), phrases, tuple(without_blanks))


_WITHOUT_BLANKS = "\u0900"  # from the scripts of India on: vowel signs are no letters to a pattern
