"""What the tests of dates share: short ways to find and read one, and a story's day."""

from __future__ import annotations

import datetime as dt
import unicodedata

from wirenews.dates.calendar import month_word, words
from wirenews.dates.find import find_date
from wirenews.dates.normalize import normalize_date

FRIDAY = dt.date(2025, 4, 18)
MOMENT = dt.datetime(2025, 4, 18, 1, 30, 40)


def found(text: str, **options: object) -> tuple[str, str | None] | None:
    """The date that stands in a dateline: its words and its value."""
    match = find_date(text, 0, len(text), **options)  # type: ignore[arg-type]
    if match is None:
        return None
    return text[match.start : match.end], None if match.date is None else match.date.isoformat()


def read(text: str, reference: dt.date | None = FRIDAY, context: str | None = None) -> str | None:
    date = normalize_date(text, reference=reference, context=context)
    return None if date is None else date.isoformat()


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


MONTH_LANGUAGES = sorted({code for word in words().months if (named := month_word(word)) for code in named.languages})
