"""The text of an article on a web page: the paragraphs that stand together, without menus, teasers and captions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ..text.characters import PARAGRAPH_ENDS
from ..text.tables import load
from .markup import import_lxml
from .tree import BLOCKS, SKIPPED, find_all, is_article_body, main_parts, name, paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = load("markup")
# Words in the class or the id of an element that is no part of the story, unless most of the page stands in it; and
# of one that never is.
_BESIDE, _NEVER = (
    re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_TABLE[key])})(?:$|[\s_-])", re.I) for key in ("beside", "never")
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
# Elements whose text may be a paragraph: of any length, and where it is as long as one, or a sentence.
_HEADINGS = frozenset(("h2", "h3", "h4"))
_TEXTS = _HEADINGS | {"p", "li", "blockquote", "pre", "dd"}
_DIVISIONS = frozenset(("div", "td", "section", "article", "main", "body", "center", "form"))
_ENDING_A_RUN = BLOCKS.union(_TABLE["cells"])
# Those whose text is passed over. A form may be the whole page.
_PASSED_OVER = SKIPPED - {"form"}
_LONG, _SENTENCE = 80, 30
_ENDS = f"{PARAGRAPH_ENDS}…"
# A sign of Chinese, Japanese or Korean says as much as two letters.
_DENSE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_SPACES = re.compile(r"\s+")
_TWO_BREAKS = re.compile(r"\n\s*\n")
# The part of a paragraph that may be links; of the long paragraphs, the part that the story has at least, and the
# part that stands in elements of their own where divisions beside these are none; of an article, a teaser of it.
_MOST_LINKED, _STORY, _MARKED, _TEASER = 0.5, 0.6, 2 / 3, 0.25


class _Block(NamedTuple):
    """A paragraph, and the innermost block element in which it stands."""

    element: _Element
    text: str

    @property
    def is_marked(self) -> bool:
        return name(self.element) in _TEXTS

    @property
    def size(self) -> int:
        return len(self.text) + len(_DENSE.findall(self.text))


class _Piece(NamedTuple):
    """A piece of running text; all with one ``number`` stand in one paragraph."""

    number: int
    block: _Element
    text: str
    is_linked: bool


def page_text(root: _Element, stated: str) -> str:
    """The text of the article; ``stated`` is what the page's own data give of it, if they do.

    A stated text is taken unless the page shows twice as much: then it only announces the story. Where the page
    shows it in paragraphs, these are. Without one, the text is that of the element that microdata call its body,
    unless this is a teaser too, and else of the smallest element that holds most of the long paragraphs.
    """
    elements = list(root.iter("*"))
    blocks = _blocks(root, elements)
    shown = _main(elements, blocks)
    if len(stated) <= _size(shown) / 2:
        return "\n\n".join(block.text for block in shown)
    whole = " ".join(stated.split())
    own = [block.text for block in blocks if " ".join(block.text.split()) in whole]
    return "\n\n".join(own) if sum(map(len, own)) > 0.9 * len(whole) else stated


def fallback_text(root: _Element) -> str:
    """The longest text of an article element, for a page of a few words: its paragraphs where it marks any."""
    return max(("\n\n".join(_texts(part)) for part in main_parts(root)), key=len)


def _texts(part: _Element) -> list[str]:
    marked = [text for p in find_all(part, "p", SKIPPED) if (text := "\n".join(paragraphs(p)))]
    return marked if sum(map(len, marked)) >= _SENTENCE else paragraphs(part)


def _blocks(root: _Element, elements: list[_Element]) -> list[_Block]:
    """The paragraphs that may be the story's: no menu, no caption, not made of links."""
    never = _below(elements, lambda element: _is_named(element, _NEVER) or _is_hidden(element))
    blocks = [block for block in _all_blocks(root) if block.element not in never]
    sizes = _sizes(elements, blocks)
    most = sizes[root] / 2

    def is_beside(element: _Element) -> bool:
        return (name(element) == "form" or _is_named(element, _BESIDE)) and sizes[element] <= most

    beside = _below(elements, is_beside)
    return [block for block in blocks if block.element not in beside]


def _is_named(element: _Element, pattern: re.Pattern[str]) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and not _is_main(element) and pattern.search(names) is not None


def _is_hidden(element: _Element) -> bool:
    style = element.get("style")
    return style is not None and not _is_main(element) and _HIDDEN.search(style) is not None


def _is_main(element: _Element) -> bool:
    return name(element) in ("html", "body", "article", "main")


def _below(elements: list[_Element], is_wanted: Callable[[_Element], bool]) -> set[_Element]:
    """The wanted among the elements of a page, and all that stand in them."""
    found: set[_Element] = set()
    for element in elements:
        if element.getparent() in found or is_wanted(element):
            found.add(element)
    return found


def _sizes(elements: list[_Element], blocks: Iterable[_Block]) -> dict[_Element, int]:
    """How much text in long paragraphs each element holds."""
    sizes: dict[_Element, int] = defaultdict(int)
    for block in blocks:
        sizes[block.element] += block.size if block.size >= _LONG else 0
    for element in reversed(elements):
        if (parent := element.getparent()) is not None:
            sizes[parent] += sizes[element]
    return sizes


def _size(blocks: Iterable[_Block]) -> int:
    return sum(block.size for block in blocks)


def _all_blocks(root: _Element) -> Iterator[_Block]:
    """The paragraphs of a page, those too that have no element of their own and are parted by two ``<br>``."""
    for _, group in groupby(_pieces(root), lambda piece: piece.number):
        pieces = list(group)
        whole = "".join(piece.text for piece in pieces)
        linked = sum(len(piece.text) for piece in pieces if piece.is_linked)
        if linked > _MOST_LINKED * len(whole):
            continue
        block = pieces[0].block
        for part in [whole] if name(block) == "pre" else _TWO_BREAKS.split(whole):
            found = _Block(block, _shown(part, is_pre=name(block) == "pre"))
            if found.text and _is_paragraph(found):
                yield found


def _shown(text: str, *, is_pre: bool) -> str:
    if is_pre:
        return text.strip("\n").rstrip()
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _is_paragraph(block: _Block) -> bool:
    if block.is_marked or name(block.element) not in _DIVISIONS:
        return block.is_marked
    return block.size > _LONG or (block.size > _SENTENCE and block.text[-1] in _ENDS)


def _pieces(root: _Element) -> Iterator[_Piece]:
    """The text of a page, piece by piece. A ``<br>`` is the only end of a line, but in a ``<pre>``."""
    number = links = 0
    open_blocks = [root]
    walk = import_lxml().iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag, is_start = name(element), event == "start"
        is_passed_over = tag in _PASSED_OVER
        if is_start and is_passed_over:
            walk.skip_subtree()
        if tag in _ENDING_A_RUN:
            number += 1
            if not is_passed_over:
                open_blocks = [*open_blocks, element] if is_start else open_blocks[:-1]
        elif tag == "a":
            links += 1 if is_start else -1
        if tag == "br" and is_start:
            yield _Piece(number, open_blocks[-1], "\n", links > 0)
        if text := _text_behind(element, is_start=is_start):
            text = text if name(open_blocks[-1]) == "pre" else _SPACES.sub(" ", text)
            yield _Piece(number, open_blocks[-1], text, links > 0)


def _text_behind(element: _Element, *, is_start: bool) -> str | None:
    """The text behind the start tag of an element, or behind its end tag."""
    if is_start and name(element) in _PASSED_OVER:
        return None
    text: str | None = element.text if is_start else element.tail
    return text


def _main(elements: list[_Element], blocks: list[_Block]) -> list[_Block]:
    """The blocks of the article."""
    together = _together(elements, blocks)
    bodies = _below(elements, is_article_body)
    marked = [block for block in blocks if block.element in bodies]
    # Teasers may be marked as bodies too, one beside the other.
    is_alone = sum(map(is_article_body, elements)) == 1
    is_body = _size(marked) >= max(_LONG, 0 if is_alone else _size(together) / 2)
    return _without_ends(_once(_without_strays(elements, marked if is_body else together)))


def _together(elements: list[_Element], blocks: list[_Block]) -> list[_Block]:
    """The blocks inside the smallest element with most of the long ones; of several articles, inside the first."""
    sizes = _sizes(elements, blocks)
    most = _STORY * sizes[elements[0]]
    if not most:
        return []
    # Of two with the same text the inner one stands behind the outer.
    holders = [each for each in reversed(elements) if sizes[each] >= most and name(each) not in _TEXTS]
    best = min(holders, key=lambda each: sizes[each])
    if best not in _below(elements, _is_article):
        best = _first_article(best, sizes, most)
    inside = _below(elements, lambda element: element is best)
    return [block for block in blocks if block.element in inside]


def _first_article(element: _Element, sizes: dict[_Element, int], most: float) -> _Element:
    """The first article that is no teaser, where an element is a list of articles; else the element."""
    articles = [each for each in element.iter("article") if each is not element and sizes[each]]
    if sum(sizes[each] for each in articles) < most:
        return element
    longest = max(sizes[each] for each in articles)
    return next(each for each in articles if sizes[each] >= _TEASER * longest)


def _is_article(element: _Element) -> bool:
    return name(element) == "article"


def _without_strays(elements: list[_Element], blocks: list[_Block]) -> list[_Block]:
    """The blocks without divisions that are captions or asides, where the story stands in paragraphs."""
    marked = [block for block in blocks if block.is_marked]
    if _size(marked) < _MARKED * _size(blocks):
        return blocks
    holders = _sizes(elements, marked)
    return [block for block in blocks if block.is_marked or holders[block.element]]


def _once(blocks: list[_Block]) -> list[_Block]:
    """The blocks without those of a second copy, which a page shows when it is printed."""
    texts = [block.text for block in blocks]
    half = len(texts) // 2
    return blocks[:half] if half > 1 and texts[:half] == texts[half:] else blocks


def _without_ends(blocks: list[_Block]) -> list[_Block]:
    """The blocks without headings at their end, below which nothing follows."""
    last = max((number for number, block in enumerate(blocks) if name(block.element) not in _HEADINGS), default=-1)
    return blocks[: last + 1]
