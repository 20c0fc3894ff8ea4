"""Stories out of interchange formats: one module a format, one table of them, the same parser for all.

A format module has two functions: ``holds(document)`` says whether a document is of its format,
``stories(document)`` gives what the document knows of each story, or raises ``NoStoryError`` with
what it holds instead. A new format is a new module and a row in ``_FORMATS``.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from ..arguments import check_count, day_of, wrong_type
from ..article import Article

if TYPE_CHECKING:
    from .document import Document
    from .story import Story

# In the order in which they are asked; the last takes everything.
_FORMATS = {
    "anpa": "anpa",
    "iptc7901": "iptc7901",
    "newsml-g2": "newsml_g2",
    "newsml": "newsml",
    "nitf": "nitf",
    "dpa": "dpa",
    "ap": "ap",
    "ninjs": "ninjs",
    "html": "html",
    "text": "text",
}

FORMATS = tuple(_FORMATS)

# The most bytes of a document that are read, unless the caller says otherwise: 64 MB.
LIMIT = 64 << 20


class _Format(Protocol):
    def holds(self, document: Document) -> bool: ...

    def stories(self, document: Document) -> Iterator[Story]: ...


def load(
    document: str | bytes | os.PathLike[str],
    *,
    format: str | None = None,
    reference: dt.date | dt.datetime | None = None,
    limit: int = LIMIT,
) -> list[Article]:
    """The stories of a document, parsed: ANPA 1312, IPTC 7901, NITF, NewsML, ninjs, HTML, plain text …

    ``document`` is the document itself (``str`` or ``bytes``) or a :class:`pathlib.Path` to it; a
    ``str`` is never taken for a path. Its format is told from its first characters, or named by
    ``format`` (one of :data:`wirenews.formats.FORMATS`). What the document states (headline,
    byline, date, copyright …) is taken from it and not guessed; ``reference`` is the day of a story
    whose document states none, as for :func:`wirenews.parse`. Bytes are decoded like those of
    :func:`wirenews.parse`, but XML and HTML that are not UTF-8 as they declare. What is packed with
    gzip or zstd is opened (zstd needs Python 3.14 or ``pip install 'wirenews[zstd]'``).

    >>> message = '{"uri": "urn:1", "headline": "Rain", "body_text": "OSLO, May 2 (Reuters) - It rained."}'
    >>> [article] = load(message)
    >>> article.format, article.headline.text, article.agency.id, article.body
    ('ninjs', 'Rain', 'reuters', 'It rained.')

    Raises ``ValueError`` for an unknown ``format``, for a document that is not of the format named,
    for one without a story (a picture, a package, an event), and for one that has more than
    ``limit`` bytes, unpacked (characters of a ``str``); ``ImportError`` when XML or HTML is to be
    read and ``lxml`` is not installed.
    """
    return list(iter_load(document, format=format, reference=reference, limit=limit))


def iter_load(
    document: str | bytes | os.PathLike[str],
    *,
    format: str | None = None,
    reference: dt.date | dt.datetime | None = None,
    limit: int = LIMIT,
) -> Iterator[Article]:
    """Like :func:`load`, one story of a feed at a time; items that hold no story are passed over.

    A wrong argument, and a file that cannot be read, raises at once.
    """
    names = f"one of {', '.join(FORMATS)} or None to detect it"
    if format is not None and not isinstance(format, str):
        raise wrong_type("format", names, format, "pass format='ninjs'")
    if format is not None and format not in FORMATS:
        raise ValueError(f"format must be {names}, got {format!r}")
    day = day_of(reference)
    check_count("limit", limit, LIMIT)
    # Whoever only parses text pays nothing for the formats at import.
    from .document import Document

    return _articles(Document.of(document, limit), format, day)


def _detect(document: Document) -> str:
    return next(name for name in FORMATS if _module(name).holds(document))


def _articles(document: Document, format: str | None, reference: dt.date | None) -> Iterator[Article]:
    from .document import NoStoryError

    name = format or _detect(document)
    try:
        for story in _module(name).stories(document):
            yield story.article(name, reference, document.defects)
    except NoStoryError as error:
        raise ValueError(f"this {name} document holds no story: {error}") from None


@cache
def _module(name: str) -> _Format:
    module: _Format = import_module(f".{_FORMATS[name]}", __name__)
    return module
