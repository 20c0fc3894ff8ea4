"""Reading element trees: names without namespaces, and running text out of markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..text.tables import load
from .markup import import_lxml

if TYPE_CHECKING:
    from lxml.etree import _Element

# Signs in running text, which no tree holds: what ends a paragraph, a <br>, the end of a line in <pre>, a cell.
PARAGRAPH, BREAK, _LINE, _CELL = "\0", "\x01", "\x02", "\x03"
_ROUND_BREAK = re.compile(rf"[ \t]*\n?[ \t]*{BREAK}[ \t]*\n?")
_ROUND_CELL = re.compile(rf"\s*{_CELL}\s*")
_ELEMENTS = load("markup")
# Elements that begin and end a paragraph.
BLOCKS = frozenset(_ELEMENTS["paragraphs"])
# Elements whose text is not the story.
SKIPPED = frozenset(_ELEMENTS["other_text"])
# What an element shows where it begins.
SIGNS = dict.fromkeys(BLOCKS, PARAGRAPH) | dict.fromkeys(_ELEMENTS["cells"], _CELL) | {"br": BREAK}


def name(element: _Element) -> str:
    """The tag without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def outermost(
    element: _Element, wanted: Callable[[_Element], bool], without: frozenset[str] = frozenset()
) -> Iterator[_Element]:
    """The wanted among an element and its descendants, in order, none inside another: so no text is read twice.

    What stands in elements with a name in ``without`` is passed over.

    >>> from wirenews.formats.markup import read_html
    >>> page = read_html("<p>Rain</p><nav><p>Menu</p></nav><div><p>Wind</p></div>")
    >>> [words(p) for p in outermost(page, lambda element: name(element) == "p", frozenset({"nav"}))]
    ['Rain', 'Wind']
    """
    walk = import_lxml().iterwalk(element, events=("start",))
    for _, inner in walk:
        if name(inner) in without:
            walk.skip_subtree()
        elif wanted(inner):
            yield inner
            walk.skip_subtree()


def find_all(element: _Element, wanted: str, without: frozenset[str] = frozenset()) -> Iterator[_Element]:
    """The :func:`outermost` elements of that name, in any namespace."""
    if without:
        yield from outermost(element, lambda inner: name(inner) == wanted, without)
        return
    last = None
    for inner in element.iter(f"{{*}}{wanted}", f"{{*}}{wanted.upper()}"):
        if last is None or last not in inner.iterancestors():
            last = inner
            yield inner


def find(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant reached by following the names, each anywhere below the one before.

    A name is looked for as it is written, and in capitals.

    >>> from wirenews.formats.markup import read_html
    >>> words(find(read_html("<ul><li>Rain</li></ul><ol><li><b>Wind</b></li></ol>"), "ol", "b"))
    'Wind'
    """
    if element is None or not path:
        return element
    if len(path) == 1:
        return next(element.iter(f"{{*}}{path[0]}", f"{{*}}{path[0].upper()}"), None)
    return next((inner for step in find_all(element, path[0]) if (inner := find(step, *path[1:])) is not None), None)


def take_apart(root: _Element, wanted: str) -> list[_Element]:
    """All elements of that name, in order. One that stands in another is taken out of it, as a story of its own."""
    found: list[_Element] = []
    nested: list[_Element] = []
    depth = 0
    for event, inner in import_lxml().iterwalk(root, events=("start", "end")):
        if name(inner) != wanted:
            continue
        depth += 1 if event == "start" else -1
        if event == "start":
            found.append(inner)
            nested += [inner] * (depth > 1)
    for inner in reversed(nested):
        if (parent := inner.getparent()) is not None:
            parent.remove(inner)
    return found


def main_parts(element: _Element) -> list[_Element]:
    """The elements that hold the main text, of the surest kind that the markup has; else the element itself."""
    for is_main, tags in ((is_article_body, _BODIES), (_is_article, _ARTICLE), (_is_main, _MAIN)):
        if next(filter(is_main, element.iter(*tags)), None) is None:
            continue
        found = list(outermost(element, is_main))
        # An element with links alone is a teaser.
        if any(find(part, "p") is not None or (part.text or "").strip() for part in found):
            return found
    return [element]


_BODIES = ("{*}div", "{*}section", "{*}article", "{*}main", "{*}td", "{*}body")
_ARTICLE = ("{*}article",)
_MAIN = ("{*}main", "{*}section", "{*}div")


def is_article_body(element: _Element) -> bool:
    """Whether microdata call an element the text of an article."""
    return "articleBody" in (element.get("itemprop") or "").split()


def _is_article(element: _Element) -> bool:
    return name(element) == "article"


def _is_main(element: _Element) -> bool:
    tag = name(element)
    return tag == "main" or (tag in ("section", "div") and "main" in (element.get("class") or "").split())


def attribute(element: _Element | None, key: str) -> str | None:
    """The value of an attribute; ``None`` where there is none, or no element."""
    return None if element is None else element.get(key)


def words(element: _Element | None) -> str | None:
    """The text of an element on one line; ``None`` when there is none."""
    if element is None:
        return None
    if len(element) == 0:
        return " ".join((element.text or "").split()) or None
    return " ".join(" ".join(paragraphs(element)).split()) or None


def paragraphs(element: _Element, *, keep_lines: bool = False) -> list[str]:
    """The text of an element, a string a paragraph: a ``<br>`` starts a new line, a cell comes after a tab.

    White space is folded, but in a ``<pre>``; with ``keep_lines`` it is not where a paragraph has several lines.

    >>> from wirenews.formats.markup import read_html
    >>> paragraphs(read_html("<p>Rain<br>and  wind</p><aside>An advertisement</aside><pre>Snow\\n in May</pre>"))
    ['Rain\\nand wind', 'Snow\\n in May']
    """
    return laid_out(_blocks(element), keep_lines=keep_lines)


def laid_out(running: Iterable[str], *, keep_lines: bool = False) -> list[str]:
    """The paragraphs of running text, which has signs where they end."""
    found: list[str] = []
    for text in running:
        if text.isprintable():
            shown = " ".join(text.split()) if "  " in text else text.strip()
            found += [shown] if shown else []
        elif not text.isspace():
            found += [shown for block in text.split(PARAGRAPH) if (shown := _block(block, keep_lines))]
    return found


def _blocks(element: _Element) -> Iterator[str]:
    """The running text; children that are plain paragraphs, as most are, need no walk and come one by one."""
    if len(element) == 0 or element.tag == "pre":
        yield "".join(_running_text(element))
        return
    running = element.text or ""
    for child in element:
        tag = _local(child.tag) if isinstance(child.tag, str) else ""
        if len(child) or tag not in BLOCKS or tag == "pre" or tag in SKIPPED:
            running += "".join(_running_text(child, is_inner=True)) + (child.tail or "").replace("\r", "\n")
        else:
            yield running
            yield child.text or ""
            running = child.tail or ""
    yield running


def _block(block: str, keep_lines: bool) -> str:
    if not block or block.isspace():
        return ""
    if BREAK in block:
        block = _ROUND_BREAK.sub(BREAK, block)
    if _CELL in block:
        block = _ROUND_CELL.sub(_CELL, block.strip())
    return "\n".join(_lines(block, keep_lines)).replace(_CELL, "\t").strip(" \t\n")


def _lines(block: str, keep_lines: bool) -> list[str]:
    """The lines of a block: as they stand in a ``<pre>``, without their margin where they are kept, else folded."""
    is_pre = _LINE in block
    if not keep_lines and not is_pre:
        block = block.replace("\n", " ")
    if keep_lines and not is_pre and "\n" in block and BREAK not in block:
        return _without_margin(block)
    lines = block.replace(BREAK, "\n").replace(_LINE, "\n").split("\n")
    if is_pre:
        return [line.rstrip() for line in lines]
    return [folded for line in lines if (folded := " ".join(line.split()))]


def _without_margin(block: str) -> list[str]:
    """The lines without the margin that all of them have, as far as they are not blank; the first stands at its tag."""
    lines = (block.expandtabs(4) if "\t" in block else block).split("\n")
    first, *lines = [line.rstrip() for line in lines] if " \n" in block or block.endswith(" ") else lines
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0) if _may_be_set_in(lines) else 0
    return [first.lstrip(), *(line[margin:] for line in lines)] if margin else [first.lstrip(), *lines]


def _may_be_set_in(lines: list[str]) -> bool:
    """Whether the first line that is not blank is set in; most texts are not."""
    return next((line[0] == " " for line in lines if line), False)


def _running_text(element: _Element, *, is_inner: bool = False) -> Iterator[str]:
    """The text of an element piece by piece, with a sign where an inner element ends a paragraph, a line or a cell."""
    depth_skipped = depth_kept = 0
    for event, node in import_lxml().iterwalk(element, events=("start", "end")):
        tag = name(node)
        is_other_text = tag in SKIPPED and (is_inner or node is not element)
        if event == "start":
            depth_skipped += is_other_text
            depth_kept += tag == "pre"
            if (sign := SIGNS.get(tag)) is not None:
                yield sign
            text = node.text
        else:
            depth_skipped -= is_other_text
            depth_kept -= tag == "pre"
            if tag in BLOCKS:
                yield PARAGRAPH
            text = None if node is element else node.tail
        if text and not depth_skipped:
            yield text.replace("\r", "").replace("\n", _LINE) if depth_kept else text.replace("\r", "\n")
