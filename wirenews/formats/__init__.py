"""Stories out of interchange formats: one module a format, one table of them, the same parser for all.

A format module has a table of what it reads from where (``READS``) and a ``FORMAT``: its ``holds(document)`` says
whether a document is of the format, its ``stories(document)`` gives what the document knows of each story as it comes,
or raises ``NoStoryError`` with what it holds instead. A new format is a new module and a row in ``MODULES``.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeAlias

from ..arguments import Hints, check_count, day_of, hints_of, wrong_type
from ..article import Article, DefectError

if TYPE_CHECKING:
    from .document import Document
    from .story import Found

# In the order in which they are asked; the last takes everything.
MODULES = {
    "anpa": "anpa",
    "iptc7901": "iptc7901",
    "zczc": "zczc",
    "rcv1": "rcv1",
    "newsml-g2": "newsml_g2",
    "newsml": "newsml",
    "nitf": "nitf",
    "rss": "rss",
    "atom": "atom",
    "rbnews": "rbnews",
    "solita": "solita",
    "sgml": "sgml",
    "dpa": "dpa",
    "reuters": "reuters",
    "ap": "ap",
    "ninjs": "ninjs",
    "json": "webjson",
    "html": "html",
    "mail": "mail",
    "nexis": "nexis",
    "factiva": "factiva",
    "text": "text",
}

FORMATS = tuple(MODULES)

# The most bytes of a document that are read, unless the caller says otherwise: 64 MB.
LIMIT = 64 << 20


Source: TypeAlias = str | bytes | os.PathLike[str] | Mapping[str, Any] | BinaryIO


class _Format(Protocol):
    def holds(self, document: Document) -> bool: ...

    def stories(self, document: Document) -> Iterator[Found]: ...


def load(
    document: Source,
    *,
    format: str | None = None,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    strict: bool = False,
    limit: int = LIMIT,
) -> list[Article]:
    """The stories of a document, parsed: ANPA 1312, IPTC 7901, NITF, NewsML, ninjs, HTML, plain text …

    ``document`` is the document itself (``str``, ``bytes``, or an object of JSON as a mapping), a
    :class:`pathlib.Path` to it, or an open binary file; a ``str`` is never taken for a path. Its format is told from
    its first characters, or named by ``format`` (one of :data:`wirenews.formats.FORMATS`). What the document states
    is taken from it and not guessed, and its ``metadata`` is what it says about the story; ``reference`` is the day
    of a story whose document states none, ``language`` and ``country`` settle what it leaves open, as for
    :func:`wirenews.parse`. Bytes are decoded like those of
    :func:`wirenews.parse`, but XML and HTML that are not UTF-8 as they declare. What is packed with gzip or zstd is
    opened (zstd needs Python 3.14 or ``pip install 'wirenews[zstd]'``).

    >>> message = '{"uri": "urn:1", "headline": "Rain", "body_text": "OSLO, May 2 (Reuters) - It rained."}'
    >>> [article] = load(message)
    >>> article.format, article.headline.text, article.agency.id, article.body, article.metadata.uri
    ('ninjs', 'Rain', 'reuters', 'It rained.', 'urn:1')

    Damage is told in the ``defects`` of an article; an item that cannot be read is an empty article with the defect
    ``source-unreadable``. With ``strict`` the first defect is raised as a :class:`DefectError`.

    Raises ``ValueError`` for an unknown ``format``, for a document that is not of the format named, for one without
    a story (a picture, a package, an event), for what is no text or ends early, and for one that has more than
    ``limit`` bytes, unpacked; ``ImportError`` when XML or HTML is to be read and ``lxml`` is not installed.
    """
    return list(_load(document, format, reference, hints_of(country, language), strict, limit, is_whole=True))


def iter_load(
    document: Source,
    *,
    format: str | None = None,
    reference: dt.date | dt.datetime | None = None,
    language: str | None = None,
    country: str | None = None,
    strict: bool = False,
    limit: int = LIMIT,
) -> Iterator[Article]:
    """Like :func:`load`, one story of a feed at a time; items that hold no story are passed over.

    A file is read no further than the stories that you ask for, and no more of it is held than one item:
    ``limit`` is the most bytes that this may have. A wrong argument, and a file that cannot be read, raises at once.

    >>> import io
    >>> feed = io.BytesIO(b'{"uri": "urn:1", "body_text": "It rained."}\\n{"uri": "urn:2", "body_text": "It blew."}')
    >>> [article.metadata.uri for article in iter_load(feed)]
    ['urn:1', 'urn:2']
    """
    return _load(document, format, reference, hints_of(country, language), strict, limit, is_whole=False)


def iter_found(document: Source, *, format: str | None = None, limit: int = LIMIT) -> Iterator[tuple[str, Found]]:
    """What a document holds, before it is parsed: for each story the name of the format and what was found.

    It raises what :func:`iter_load` does: see there.
    """
    return _found(_opened(document, format, limit, is_whole=False), format)


def _load(
    document: Source,
    format: str | None,
    reference: dt.date | dt.datetime | None,
    hints: Hints,
    strict: bool,
    limit: int,
    *,
    is_whole: bool,
) -> Iterator[Article]:
    day = day_of(reference)
    return _articles(_opened(document, format, limit, is_whole=is_whole), format, day, hints, strict)


def _opened(document: Source, format: str | None, limit: int, *, is_whole: bool) -> Document:
    names = f"one of {', '.join(FORMATS)} or None to detect it"
    if format is not None and not isinstance(format, str):
        raise wrong_type("format", names, format, "pass format='ninjs'")
    if format is not None and format not in FORMATS:
        raise ValueError(f"format must be {names}, got {format!r}")
    check_count("limit", limit, LIMIT)
    # Whoever only parses text pays nothing for the formats at import.
    from .document import Document

    if isinstance(document, Mapping):
        document = json.dumps(dict(document), default=str)
    return Document.of(document, limit, is_whole=is_whole)


def _articles(
    document: Document, format: str | None, reference: dt.date | None, hints: Hints, strict: bool
) -> Iterator[Article]:
    for name, found in _found(document, format):
        article = found.article(name, reference, hints)
        if strict and article.defects:
            raise DefectError(article.defects[0])
        yield article


def _found(document: Document, format: str | None) -> Iterator[tuple[str, Found]]:
    from .document import NoStoryError

    name = format or _detect(document)
    try:
        for found in _format(name).stories(document):
            yield name, found
    except NoStoryError as error:
        raise ValueError(f"this {name} document holds no story: {error}") from None


def _detect(document: Document) -> str:
    name = next(name for name in FORMATS if _format(name).holds(document))
    if name == "text":
        _refuse_unknown_markup(document)
    return name


def _refuse_unknown_markup(document: Document) -> None:
    """Raise ``ValueError`` for XML and JSON that no format took: read as text they would be a story of garbage."""
    from .jsonwire import first_value, what_is_broken

    advice = 'format="text" reads it as plain text'
    if (broken := what_is_broken(document)) is not None:
        raise ValueError(f"{broken}: {advice}")
    if isinstance(first_value(document), dict | list):
        raise ValueError(f"this document holds no story: it is JSON of no format known here ({advice})")
    if document.is_markup:
        raise ValueError(f"this document holds no story: {_what_xml(document.root_name)} ({advice})")


def _what_xml(root: str | None) -> str:
    known = {
        "urlset": "it is a sitemap",
        "sitemapindex": "it is an index of sitemaps",
        "xmpmeta": "it is XMP, the metadata of a picture",
    }
    return known.get(root or "", f"it is XML whose root <{root}> belongs to no format known here")


@cache
def _format(name: str) -> _Format:
    format: _Format = import_module(f".{MODULES[name]}", __name__).FORMAT
    return format
