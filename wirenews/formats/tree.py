"""Reading element trees: names without namespaces, and running text out of markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .document import import_lxml

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements that begin and end a paragraph, in HTML and in NITF.
_BLOCKS = frozenset(
    "address article aside bq blockquote block body body.content caption credit dd div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hedline hl1 hl2 hr li main media nav nitf-table note ol p pre "
    "section table tbody tfoot thead tr ul".split()
)
# Elements whose text is not the story.
_SKIPPED = frozenset(
    "aside button figcaption figure footer form head iframe media nav noscript object script select style svg "
    "template title".split()
)


def name(element: _Element) -> str:
    """The tag without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def find_all(element: _Element, wanted: str) -> Iterator[_Element]:
    """The descendants of that name, in the order of the document, in any namespace."""
    return (inner for inner in element.iter() if name(inner) == wanted)


def find(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant reached by following the names, each anywhere below the one before."""
    if element is None or not path:
        return element
    return next((inner for step in find_all(element, path[0]) if (inner := find(step, *path[1:])) is not None), None)


def main_parts(element: _Element) -> list[_Element]:
    """The elements that hold the main text, of the surest kind that the markup has; else the element itself."""
    marked: dict[str, list[_Element]] = {"articleBody": [], "article": [], "main": []}
    for inner in element.iter():
        if "articleBody" in (inner.get("itemprop") or "").split():
            marked["articleBody"].append(inner)
        elif (tag := name(inner)) in ("article", "main"):
            marked[tag].append(inner)
        elif tag in ("section", "div") and "main" in (inner.get("class") or "").split():
            marked["main"].append(inner)
    for found in marked.values():
        if any(find(part, "p") is not None or (part.text or "").strip() for part in found):
            return found
    return [element]


def words(element: _Element | None) -> str | None:
    """The text of an element on one line; ``None`` when there is none."""
    if element is None:
        return None
    return " ".join(" ".join(paragraphs(element)).split()) or None


def paragraphs(element: _Element) -> list[str]:
    """The text of an element, a string a paragraph, white space folded; a ``<br>`` starts a new line."""
    found: list[str] = []
    line: list[str] = []
    depth_skipped = 0

    def flush() -> None:
        lines = (" ".join(part.split()) for part in "".join(line).split("\n"))
        text = "\n".join(part for part in lines if part)
        if text:
            found.append(text)
        line.clear()

    for event, node in import_lxml().iterwalk(element, events=("start", "end")):
        tag = name(node)
        if event == "start":
            depth_skipped += tag in _SKIPPED and node is not element
            if tag in _BLOCKS:
                flush()
            elif tag == "br":
                line.append("\n")
            elif tag in ("td", "th", "nitf-col"):
                line.append("  ")
            if not depth_skipped:
                line.append(_folded(node.text))
            continue
        if tag in _BLOCKS:
            flush()
        depth_skipped -= tag in _SKIPPED and node is not element
        if node is not element and not depth_skipped:
            line.append(_folded(node.tail))
    flush()
    return found


def _folded(text: str | None) -> str:
    """Markup's white space is a blank; only a ``<br>`` ends a line."""
    return text.replace("\r", " ").replace("\n", " ") if text else ""
