"""The value of an author field, a credit line, a byline, a sign-off -> :class:`~wirenews.article.Attribution`.

This is the public entry; what it calls is what :func:`wirenews.parse` calls too.
"""

from __future__ import annotations

import attrs

from ..agencies import only_agencies
from ..arguments import check_text
from ..article import Attribution
from ..notice.fields import read_field
from ..notice.shapes import copyright_signs, without_year
from ..text.characters import AROUND, plain
from ..text.layout import clean
from .byline import opens_byline, read_byline
from .closing import read_credit

_LONGEST = 4000


def normalize_attribution(text: str) -> Attribution | None:
    """Whom a credit on its own names: an author field, a credit line, a byline, a sign-off.

    Of a sign-off in several clauses the first clause gives role and people. ``None`` when the text
    names nobody; agencies and people are never mixed up. Offsets count characters of ``text``. What is no ``str``
    raises ``TypeError``.

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
    found = read_attributions(text)
    if not found:
        return None
    first, last = found[0], found[-1]
    return attrs.evolve(first, end=last.end, text=clean(text, first.start, last.end)) if first is not last else first


def read_attributions(text: str) -> tuple[Attribution, ...]:
    """All that a credit on its own says, a clause of a sign-off each; empty when the text names nobody.

    >>> [(c.role, c.people[0].name) for c in read_attributions("(Reporting by Ana Paz; Editing by Jo Roe)")]
    [('reporting', 'Ana Paz'), ('editing', 'Jo Roe')]
    >>> [(c.role, c.people[0].name) for c in read_attributions("By ANA PAZ")]
    [('byline', 'Ana Paz')]
    """
    check_text(text, "pass the credit's text")
    if len(text) > _LONGEST:
        return ()
    shown, spread = plain(text)
    found = _read_plain(shown) if shown.strip() else ()
    return found if spread is None else tuple(map(spread.moved, found))


def _read_plain(text: str) -> tuple[Attribution, ...]:
    source = text.strip()
    start = text.index(source)
    field = read_field(source, 0, len(source)) if source.isprintable() else None
    if field is not None and field.name == "author":
        found = read_byline(field.value, start + len(source) - len(field.value))
        return (found,) if found is not None else ()
    found = read_byline(source, start) if opens_byline(source) else None
    if found is not None:
        return (found,)
    credit = read_credit(text, start, start + len(source))
    if credit and (credit[0].agencies or credit[0].people or credit[0].role == "inputs"):
        return tuple(credit)
    found = (None if credit else read_byline(source, start)) or _read_copyright(text, start, source)
    return (found,) if found is not None else ()


def _read_copyright(text: str, start: int, source: str) -> Attribution | None:
    """The agencies of "© 2025 AFP", which in a story is a notice."""
    mark = copyright_signs().match(source)
    agencies = only_agencies(without_year(source[mark.end() :]).strip(AROUND)) if mark is not None else ()
    if not agencies:
        return None
    end = start + len(source)
    return Attribution(start, end, clean(text, start, end), "credit.agency", "origin", agencies)
