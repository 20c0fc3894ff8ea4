"""The value of an author field, a credit line, a byline, a sign-off -> :class:`~wirenews.article.Attribution`.

This is the public entry; what it calls is what :func:`wirenews.parse` calls too.
"""

from __future__ import annotations

from .article import Attribution
from .bylines import opens_byline, read_byline
from .credits import read_credit
from .layout import clean

_LONGEST = 4000


def normalize_attribution(text: str) -> Attribution | None:
    """Whom a credit on its own names: an author field, a credit line, a byline, a sign-off.

    Of a sign-off in several clauses the first clause gives role and people. ``None`` when the text
    names nobody; agencies and people are never mixed up.

    >>> normalize_attribution("By HILLEL ITALIE\\nAssociated Press Writer").people[0].name
    'Hillel Italie'
    >>> credit = normalize_attribution("(With inputs from PTI)")
    >>> credit.role, credit.agencies[0].id
    ('inputs', 'pti')
    >>> normalize_attribution("By Reuters Staff").people
    ()
    >>> normalize_attribution("Officials told AP the talks stalled") is None
    True
    """
    if not isinstance(text, str):
        raise TypeError(
            f"normalize_attribution() reads a str, got {type(text).__name__} {text!r}: pass the credit's text"
        )
    if len(text) > _LONGEST:
        return None
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    source = text[start:end]
    found = read_byline(source, start, "byline") if opens_byline(source) else None
    if found is not None:
        return found
    credit = read_credit(text, start, end)
    if credit:
        first = credit[0]
        if first.agencies or first.people or first.role == "inputs":
            return Attribution(
                start, end, clean(text, start, end), first.rule, first.role, first.agencies, first.people
            )
    return read_byline(source, start, "byline")
