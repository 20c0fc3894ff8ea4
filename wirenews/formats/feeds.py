"""What RSS and Atom share: an entry is a story, or only announces one. What it has of its text is the longest."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

import attrs

from .jsonwire import plain
from .nitf import nitf_inside
from .reads import Reads, XmlItem, read_path, read_story
from .story import Story
from .tree import find
from .xmlwire import content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_INNER = frozenset({"nitf", "html"})
# Of several, the first: WordPress has its excerpt second.
_ENCODED = read_path("encoded")
_TEXTS = tuple(map(read_path, ("content", "body", "text", "description", "summary")))
# A tag of HTML, with which a text in a feed is HTML whatever comes first.
_TAG = re.compile(r"</?(?:p|br|hr|div|b|i|a|em|strong|img|span|ul|ol|li|h\d|blockquote|iframe|figure)\b[^<>]*>", re.I)
_FIRST_LINE = read_path("first_line")


def entry_story(entry: _Element, around: XmlItem | None, reads: Reads) -> Story | None:
    """The story of an entry by the table of its format; of NITF inside it, as AP's WebFeeds have it."""
    item = XmlItem(entry, _INNER, around)
    inner = nitf_inside(entry)
    body = inner.body if inner is not None else _body(XmlItem(entry, _INNER))
    if not body:
        return None
    story = read_story(item, reads, body)
    if inner is not None:
        story = attrs.evolve(story.completed_by(inner), headline=inner.headline or story.headline)
    return attrs.evolve(story, headline=plain(story.headline)) if story.headline else story


def _body(entry: XmlItem) -> str:
    """The longest text of an entry, behind the first line where that stands by itself."""
    nodes = chain(islice(entry.nodes(_ENCODED), 1), *map(entry.nodes, _TEXTS))
    body = max(map(_text, nodes), key=len, default="")
    opening = next((_text(node) for node in entry.nodes(_FIRST_LINE)), "")
    return f"{opening}\n\n{body}" if opening and opening not in body else body


def _text(node: _Element) -> str:
    if len(node) == 0 and _TAG.search(node.text or ""):
        return plain(node.text or "")
    inner = find(node, "div") if len(node) else None
    return content_text(inner if inner is not None else node)
