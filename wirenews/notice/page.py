"""The words of a page: what tells words to its readers from a story."""

import re
from functools import cache
from typing import NamedTuple

from ..article import Notice
from ..text.layout import clean
from ..text.patterns import Phrases, plain_pattern
from ..text.rules import Rule
from .shapes import table

RULES = (
    Rule(
        "notice.link", "a paragraph that is an address of the web and nothing else", "https://www.harbour.example/dues"
    ),
)

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
    return any(map(lower.__contains__, phrases)) or _without_blanks().are_in(text)


def count_page_words(text: str) -> int:
    """How many words of pages a text has, and links: a sentence of a story has one at most, mostly.

    >>> count_page_words("Get our newsletter straight to your inbox."), count_page_words("He wrote a newsletter.")
    (4, 1)
    """
    lower, known = text.casefold(), _words()
    words = set(_WORD.findall(lower))
    phrases = {phrase for word in words for phrase in known.phrases.get(word, ()) if phrase in lower}
    others = sum([word in text for word in known.without_blanks]) if not text.isascii() else 0
    return len(words & known.alone) + len(phrases) + others + (_LINK.search(text) is not None)


def read_link(source: str, start: int, end: int) -> Notice | None:
    """The notice that a block is which holds an address of the web, or several, and nothing else."""
    if not may_begin_link(source, start) or not is_link(source[start:end]):
        return None
    return Notice(start, end, clean(source, start, end), "notice.link", kind="furniture")


def may_begin_link(source: str, start: int) -> bool:
    """Whether a text begins as an address of the web does."""
    return source.startswith(_OPENS_LINK, start)


_OPENS_LINK = ("http", "www.", "Http", "Www.", "HTTP", "WWW.")


def is_link(text: str) -> bool:
    """Whether a text is an address of the web, or several, and nothing else.

    >>> is_link("https://www.harbour.example/dues"), is_link("See https://www.harbour.example")
    (True, False)
    """
    return _ONLY_LINKS.fullmatch(text.strip(" ()[]<>")) is not None


_ONLY_LINKS = plain_pattern(r"(?:(?:https?://|www\.)[^\s<>]+[\s,;|]*)+", re.I)


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
        first, blank, _ = phrase.partition(" ")
        if phrase[0] >= _WITHOUT_BLANKS:
            without_blanks.append(phrase)
        elif not blank:
            alone.add(phrase)
        else:
            phrases[first] = (*phrases.get(first, ()), phrase)
    return _Words(frozenset(alone), phrases, tuple(without_blanks))


@cache
def _without_blanks() -> Phrases:
    return Phrases(_words().without_blanks)


_WITHOUT_BLANKS = "\u0900"  # from the scripts of India on: vowel signs are no letters to a pattern
