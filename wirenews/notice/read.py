"""A block that is a notice and nothing else.

Words about the story that are not the story have a wording of the table (:mod:`~wirenews.notice.wordings`) or a shape
(:mod:`~wirenews.notice.shapes`). An ordinary paragraph is refused by its first letters, before any pattern is tried.
"""

from __future__ import annotations

from functools import lru_cache

from ..article import Notice
from ..text.characters import BRACKETS, CLOSING_BRACKETS, QUOTES
from ..text.layout import clean
from ..text.patterns import pattern
from .shapes import LONGEST_CONTACT, Found, Words, contact, conversion, copyright_line, drawn_line, may_reach_somebody
from .wordings import may_open_notice, opening_wording, straight, whole_wording

# Characters; a block longer than this is never what the name says.
LONGEST = 1000
_MOST_BRACKETS = 4
_ORNAMENT = " *_^=-–—~|/#"  # printed round a notice, no part of its words


def read_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice that the block ``source[start:end]`` is, when it is nothing else.

    >>> line = "(c) Reuters Limited 1996"
    >>> notice = read_notice(line, 0, len(line))
    >>> notice.kind, notice.agencies[0].id, notice.date.isoformat()
    ('copyright', 'reuters', '1996')
    >>> read_notice("Copyright law has changed since 1996.", 0, 37) is None
    True
    """
    if not 0 < end - start <= LONGEST or not _may_be_notice(source, start, end):
        return None
    text = clean(source, start, end)
    if not text:
        return None
    found = _read(text)
    if found is None:
        return None
    return Notice(start, end, text, f"notice.{found.rule}", kind=found.kind, agencies=found.agencies, date=found.date)


def _may_be_notice(source: str, start: int, end: int) -> bool:
    """Whether it is worth a closer look: nearly every paragraph is refused here."""
    first = source[start]
    if first.isalpha():
        return may_open_notice(source, start, end) or _may_be_contact(source, start, end)
    if first in BRACKETS:
        is_sign = source[start : start + 3].casefold() == "(c)"
        return is_sign or source[start:end].rstrip(".,;。 ")[-1] in CLOSING_BRACKETS
    return first not in QUOTES


def _may_be_contact(source: str, start: int, end: int) -> bool:
    """Whether a short block ends with a figure, of those of a telephone, or has the sign of an e-mail address.

    A comma stands in no such number: "Net 807,000 vs 2,858,000".
    """
    if end - start > LONGEST_CONTACT:
        return False
    words = source[start:end].rstrip(")")
    if "@" in words:
        return True
    return words[-1].isdigit() and "," not in words[words.rfind(" ") :] and may_reach_somebody(words)


# In this order, and the first that reads the block decides.
_READERS = (whole_wording, drawn_line, copyright_line, opening_wording, conversion, contact)


@lru_cache(maxsize=256)
def _read(text: str) -> Found | None:
    """What notice a text is; its white space is folded. The same few notices stand under most stories."""
    text = straight(text)
    words = Words(text, *_unwrap(text))
    for read in _READERS:
        found = read(words)
        if found is not None:
            return found
    return None


# Emoji, arrows and bullets before the words, but no sign of copyright.
_PICTURES = pattern(r"^(?:(?![©®℗ⓒ™])\p{So}[\uFE0F\u200d]?\s*)+")


def _unwrap(text: str) -> tuple[str, bool]:
    """The words without the dashes and brackets round them, and whether there were brackets.

    >>> _unwrap("((--Chicago newsdesk, 312-408-8787)).")
    ('Chicago newsdesk, 312-408-8787', True)
    >>> _unwrap("📲 Follow us")
    ('Follow us', False)
    """
    bracketed = False
    if not text[0].isascii():
        text = _PICTURES.sub("", text, count=1)
    for _ in range(_MOST_BRACKETS):
        text = text.strip(_ORNAMENT)
        inner = text.rstrip(".,;。")
        if len(inner) < 3 or inner[0] not in BRACKETS or closing_bracket(inner, 0, len(inner)) != len(inner) - 1:
            break
        text, bracketed = inner[1:-1], True
    return text, bracketed


def closing_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at ``start`` closes, or ``None``.

    >>> closing_bracket("(a (b) c) d)", 0, 12), closing_bracket("(a (b)", 0, 6)
    (8, None)
    """
    opening, depth = text[start], 0
    closing = BRACKETS[opening]
    at = text.find(closing, start, end)
    while at >= 0:
        depth += text.count(opening, start, at) - 1
        if not depth:
            return at
        start = at + 1
        at = text.find(closing, start, end)
    return None
