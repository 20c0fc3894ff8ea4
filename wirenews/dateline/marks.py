"""The signs of a dateline: what may close it, and what stands between its parts."""

from __future__ import annotations

import re

from ..text.patterns import Signs, pattern, plain_pattern

DIGITS = Signs(plain_pattern(r"\d"), b"0123456789")
# What stands round the parts of a dateline and between them.
SEPARATORS = " ,;:-–—―_=،؛۔।。，"
QUOTES = ('"', "“", "'", "‘", "`", "«", "„", "»")
CLOSING_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【", "/": "/"}
CLOSING_MARK = plain_pattern(r"[)\]）】/:؛|]|[-–—―_=]+")
# Those signs again, to see whether there is one at all.
CLOSING_SIGNS = Signs(CLOSING_MARK, b")]/:|-_=")
# A hyphen without blanks between the day and the lead: "NAIROBI, Kenya, Feb 26-Nairobi County ...".
_DAY_AND_WORD = pattern(r"[ \p{L}.]? ?\d{1,2}-\p{Lu}\p{Ll}{3,} \p{L}")
_BEFORE_LEAD = plain_pattern(r"[\s.,:;|*=_–—―،؛۔।。-]*")


def stop_before(window: str, mark: re.Match[str]) -> int | None:
    """Where the text ends that a mark may close, or None: a hyphen inside a word closes nothing."""
    at, after = mark.span()
    sign = window[at]
    following = window[after : after + 1]
    if sign in CLOSING_BRACKETS:
        return after if sign != "/" or following == " " or window.find("/") < at else None
    if sign in ":؛|":
        return at if following in ("", " ") else None
    if after - at > 1 or sign in "–—―" or (sign == "_" and following.isupper()):  # "Homs, SANA_The governor"
        return at
    return at if _single_hyphen_closes(window, at, after) else None


def _single_hyphen_closes(window: str, at: int, after: int) -> bool:
    following, behind = window[after : after + 1], window[after + 1 : after + 2]
    if following.isupper() and _DAY_AND_WORD.match(window, max(at - 3, 0)) is not None:
        return True
    return _hyphen_closes(window[at - 1 : at], following) or (following == " " and behind.isupper())


def _hyphen_closes(before: str, following: str) -> bool:
    """Whether a hyphen or another single sign between two characters stands between a dateline and its lead."""
    if before == " ":
        return following in ("", " ", "<", *QUOTES) or following.isupper()
    if following not in ("", " ") and (following.isascii() or not is_caseless(following)):
        return False
    return before.isdigit() or before in ".,)" or (following == " " and is_caseless(before))


def past_closing(window: str, position: int) -> int:
    """Where the lead begins, past the dashes, stops and blanks that close a dateline."""
    closing = _BEFORE_LEAD.match(window, position)
    return position if closing is None else closing.end()


def is_one_bracket(text: str) -> bool:
    """Whether all of a text stands in one pair of brackets."""
    return CLOSING_BRACKETS.get(text[-1:]) == text[:1] and text.find(text[-1], 1) == len(text) - 1


def is_caseless(text: str) -> bool:
    """Whether the text is letters of a script without capitals (Arabic, Thai)."""
    return text.isalpha() and text.lower() == text.upper()


def begins_sentence(text: str) -> bool:
    """Whether the first character of a text is one that sentences begin with: a capital, a figure, a caseless letter.

    >>> [begins_sentence(text) for text in ("Rain", "7 ships", "雨", "rain", "")]
    [True, True, True, False, False]
    """
    first = text[:1]
    return first.isupper() or first.isnumeric() or is_caseless(first)
