"""The text of an article on a web page: the paragraphs that stand together, without menus, teasers and captions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..text.tables import load
from .markup import import_lxml
from .tree import SKIPPED, find_all, is_article_body, main_parts, name, outermost, paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = load("markup")
# Words in the class or the id of an element that is no part of a story.
_BESIDE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_TABLE['beside'])})(?:$|[\s_-])", re.I)
_TEXTS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote", "pre", "dd"))
_LONG, _SENTENCE = 80, 30
# The part of a text that may be links.
_MOST_LINKED = 0.5
# How far above a paragraph the element is looked for that holds all of them, and what counts there.
_WEIGHTS = (1.0, 0.8, 0.5, 0.3)


class _Block(NamedTuple):
    element: _Element
    text: str


def page_text(root: _Element, stated: str) -> str:
    """The text of the article; ``stated`` is what the page's own data give of it, if they do.

    A stated text is taken unless the page shows twice as much: then it only announces the story. Where the page
    shows it in paragraphs, these are. Without one, the text is that of the element that microdata call its body, and
    else of the element that holds most of the long paragraphs.
    """
    marked = [] if stated else [block for part in outermost(root, is_article_body) for block in _blocks(part)]
    if sum(len(block.text) for block in marked) >= _LONG:
        return "\n\n".join(block.text for block in _without_ends(marked))
    blocks = list(_blocks(root))
    shown = "\n\n".join(block.text for block in _together(blocks))
    if len(stated) <= len(shown) / 2:
        return shown
    whole = " ".join(stated.split())
    own = [block.text for block in blocks if " ".join(block.text.split()) in whole]
    return "\n\n".join(own) if sum(map(len, own)) > 0.9 * len(whole) else stated


def fallback_text(root: _Element) -> str:
    """The longest text of an article element, for a page of a few words: its paragraphs where it marks any."""
    return max(("\n\n".join(_texts(part)) for part in main_parts(root)), key=len)


def _texts(part: _Element) -> list[str]:
    marked = [text for p in find_all(part, "p", SKIPPED) if (text := "\n".join(paragraphs(p)))]
    return marked if sum(map(len, marked)) >= _SENTENCE else paragraphs(part)


def _blocks(root: _Element) -> Iterator[_Block]:
    """The paragraphs of a page that may be the story's: no menu, no caption, not made of links."""
    walk = import_lxml().iterwalk(root, events=("start",))
    for _, element in walk:
        tag = name(element)
        if tag in SKIPPED or _is_beside(element, tag):
            walk.skip_subtree()
        elif tag in _TEXTS or (tag in ("div", "span", "td") and _is_text(element)):
            walk.skip_subtree()
            text = "\n".join(paragraphs(element))
            if text and not _is_linked(element, text):
                yield _Block(element, text)


def _is_beside(element: _Element, tag: str) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return tag not in ("html", "body", "article", "main") and _BESIDE.search(names) is not None


def _is_text(element: _Element) -> bool:
    """Whether a division is a paragraph itself: words of its own, and no block inside."""
    text = (element.text or "").strip()
    is_long = len(text) > _LONG or (len(text) > _SENTENCE and text[-1] in '.!?"”»…')
    return is_long and not any(name(child) in ("p", "div") for child in element)


def _is_linked(element: _Element, text: str) -> bool:
    linked = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return linked > _MOST_LINKED * len(text)


def _together(blocks: list[_Block]) -> list[_Block]:
    """The blocks inside the element that holds most of the long ones."""
    scores: dict[_Element, float] = defaultdict(float)
    for block in blocks:
        if len(block.text) >= _LONG:
            for weight, above in zip(_WEIGHTS, block.element.iterancestors(), strict=False):
                scores[above] += weight * len(block.text)
    if not scores:
        return []
    best = max(scores, key=lambda element: scores[element])
    inside = [block for block in blocks if best in block.element.iterancestors()]
    return _without_ends(inside)


def _without_ends(blocks: list[_Block]) -> list[_Block]:
    """The blocks without headings at their end, below which nothing follows."""
    last = max(
        (number for number, block in enumerate(blocks) if name(block.element) not in ("h2", "h3", "h4")), default=-1
    )
    return blocks[: last + 1]
