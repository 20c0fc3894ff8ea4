"""Who wrote a web page: whom its data name, else whom it marks as its author, without its site and its accounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..agencies import find_agency
from ..text.tables import load
from .jsonwire import text_of
from .page_headline import Site
from .tree import SKIPPED, attribute, outermost, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = load("markup")
# Classes of an element with the author, and such as "article__author", "post-author-name", "meta_author".
_SURE = frozenset(("byline", "author"))
_LIKELY = re.compile(
    r"(?:\S*[-_])?(?:article|blog|byline|entry|header|meta|news|post|story)[-_]+(?:byline|author)(?:[-_]+(?:name|credit))?",
    re.I,
)
_ACCOUNTS = frozenset(_TABLE["accounts"])
_BEFORE_COMMA = re.compile(r" (?=[,;])")
# Longer than this is no line with names.
_LONGEST = 200


def authors_of(root: _Element, stated: Any, meta: str | None, site: Site) -> str | None:
    """The names that ``stated``, the ``author`` of the page's data, has, each once; else those that the page marks.

    ``meta`` is whom its ``<meta>`` names. The site is no author, unless it is an agency, nor is an account ("admin").
    """
    authors = stated if isinstance(stated, list) else [stated]
    names = [text_of(a, "name") if isinstance(a, dict) else a if isinstance(a, str) else None for a in authors]
    persons = _persons(filter(None, names), site)
    if persons or (line := _marked(root, _is_sure, site)) is None:
        line = ", ".join(persons) or ", ".join(_persons(filter(None, [meta]), site))
    return line or _marked(root, _is_likely, site)


def _persons(names: Iterator[str], site: Site) -> dict[str, None]:
    return dict.fromkeys(each for each in map(str.strip, names) if _may_write(each, site))


def _may_write(author: str, site: Site) -> bool:
    return author.casefold() not in _ACCOUNTS and (not site.is_named(author) or find_agency(author) is not None)


def _marked(root: _Element, is_marked: Callable[[_Element], bool], site: Site) -> str | None:
    """The first line of names in an element that the page marks as the author's."""
    for element in outermost(root, is_marked, SKIPPED):
        line = _line(element)
        if 0 < len(line) <= _LONGEST and _may_write(line, site) and _may_write(line.partition(" ")[2], site):
            return line
    return None


def _is_sure(element: _Element) -> bool:
    marks = (element.get("class"), element.get("rel"), element.get("itemprop"))
    return any(mark is not None and not _SURE.isdisjoint(mark.split()) for mark in marks)


def _is_likely(element: _Element) -> bool:
    return any(map(_LIKELY.fullmatch, (element.get("class") or "").split()))


def _line(element: _Element) -> str:
    """The names in an element: in those inside that are marked, else its words up to a piece with a number.

    Behind a name stand its moment, and how many have read it.
    """
    inner = [text for child in element for each in outermost(child, _is_sure) if (text := words(each))]
    if inner:
        return ", ".join(dict.fromkeys(inner))
    pieces = [piece for text in element.itertext() if (piece := " ".join(text.split()))]
    numbered = (number for number, piece in enumerate(pieces) if any(map(str.isdigit, piece)))
    line = _BEFORE_COMMA.sub("", " ".join(pieces[: next(numbered, len(pieces))])) or pieces[0] if pieces else ""
    is_text = sum(map(str.isalpha, line)) > len(line) / 2
    return line.strip(" |•·,–-") if is_text else attribute(element, "content") or ""
