"""What a wire prints before a headline: "UPDATE 2-", "EXCLUSIVE-", "BREAKING:", "(LEAD)", "Watch |"."""

from __future__ import annotations

import re
from functools import cache

from ..text import tables
from ..text.patterns import plain_pattern

_MOST_LABELS = 3
_REACH = 32
_SIGN = plain_pattern(r"[-:：|(\[【–—.]")


def read_label(headline: str) -> str | None:
    """The label before a headline as printed, or ``None``.

    >>> read_label("RPT-UPDATE 2-Harbour dues to rise"), read_label("BREAKING: Harbour closed")
    ('RPT-UPDATE 2-', 'BREAKING:')
    >>> read_label("(LEAD) Harbour closed"), read_label("Update-happy phones"), read_label("Lead: a metal")
    ('(LEAD)', None, None)
    """
    if not _may_have_label(headline):
        return None
    end = 0
    for _ in range(_MOST_LABELS):
        label = _label().match(headline, end)
        if label is None or label.end() == len(headline):
            break
        end = label.end()
    return headline[:end].rstrip() or None


def _may_have_label(headline: str) -> bool:
    """Whether a sign stands near the beginning that may close a label."""
    return _SIGN.search(headline, 0, _REACH) is not None


@cache
def _label() -> re.Pattern[str]:
    """A label in capitals before a hyphen, or in any case before a colon, a bar or a dash, or in brackets."""
    words = sorted(tables.load("pages")["headlines"]["labels"], key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    capitals = "|".join(re.escape(word.upper()) for word in words)
    number = r"(?:[ .]?\d{1,2})?"
    return re.compile(
        rf"\s*(?:(?:{capitals}){number}(?: \([A-Z ]{{2,20}}\))?(?:-(?=\S)|\s*-{{1,2}}\s|\.\s)"
        rf"|(?i:(?:{either}){number}\s*(?:[:：|]|\s[–—]\s|--)\s*)"
        rf"|[(\[【](?:\d{{1,2}}(?:st|nd|rd|th) )?(?i:{either}|ld|lead){number}[)\]】]\s*)"
    )
