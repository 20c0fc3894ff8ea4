"""XML and HTML, read so that nothing is lost: strictly first, and where that fails a second time, loosely.

No entity, DTD or other file is ever fetched: the document type is cut off before anything is parsed.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import unescape
from html.entities import name2codepoint
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
# What no tree of lxml may hold; the first are white space.
_CONTROLS = {
    **dict.fromkeys([*range(0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)], "\ufffd"),
    **dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F), " "),
    0: None,
    9: "\t",
    10: "\n",
    13: "\n",
}
_DOCTYPE = re.compile(r"<!DOCTYPE(?P<outside>[^>\[]{0,2000})(?:\[(?P<inside>.*?)\]\s*)?>", re.S | re.I)
_DECLARED = re.compile(r"""<!ENTITY\s+(%\s+)?([\w.:-]{1,60})\s+(?:"([^"]*)"|'([^']*)'|[^>]*>)""")
# The longest text of an entity that a document may declare, and how much all of these may add to it.
_SHORT = 200
_MOST_ADDED = 100_000
_REFERENCE = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&([A-Za-z_][\w.:-]*);", re.S)
_XML_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_MAY_REFER = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#)[A-Za-z_]")

# The tree of a document that is no XML is no deeper than this: what stands deeper stands side by side.
_DEEPEST = 250
_TAG = re.compile(
    r"""<(?:(?P<close>/)(?P<ended>[A-Za-z_][\w.:-]*)[^<>]*>
          |(?P<started>[A-Za-z_][\w.:-]*)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)>)""",
    re.X | re.A,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_][\w.:-]*+)\s*+=\s*+(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'<>]++))""", re.A)
# Elements without an end; and those that one of the same name ends.
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_ENDED_BY_THE_NEXT = frozenset(("p", "li", "tr", "td", "th", "dt", "dd", "option"))


def read_xml(markup: str, prologue: str = "", line: int = 0, column: int = 0) -> tuple[_Element, str | None]:
    """The root element of an XML document, and in words what was wrong with it.

    The markup may be an item cut out of a document: ``prologue`` is what stands before, where entities are declared,
    ``line`` and ``column`` (from 0 on) where it begins.

    >>> root, damage = read_xml("<p>Rain &lt; wind</br> in <b>Oslo</p>")
    >>> "".join(root.itertext())
    'Rain < wind in Oslo'
    >>> damage
    'the markup is malformed (line 1, column 23: Opening and ending tag mismatch: p line 1 and br)'
    """
    dtd = _DocumentType.of(prologue or markup)
    markup, unread = _expand(markup if prologue else dtd.cut_off(markup), dtd)
    where = _Place(line, column)
    root, errors = _read_strictly(markup)
    if root is not None and not errors:
        if unread is None:
            return root, None
        return root, f"the markup is malformed ({where.of(unread.line, unread.column)}: {unread.what})"
    at = where.of(errors[0].line, errors[0].column) if errors else where.of(1, 1)
    what = " ".join(errors[0].message.split())[:200] if errors else "there is no element in it"
    loose = _Loose(markup)
    root = loose.read()
    if loose.unclosed:
        return root, f"the document ends early: <{loose.unclosed}> is not closed ({at}: {what})"
    deep = "; what stands deeper than 250 elements is read side by side" if loose.is_too_deep else ""
    return root, f"the markup is malformed ({at}: {what}){deep}"


class _Place(NamedTuple):
    """Where an item begins in its document, and where a place in it is then."""

    line: int
    column: int

    def of(self, line: int, column: int) -> str:
        return f"line {self.line + line}, column {column + (self.column if line == 1 else 0)}"


def _read_strictly(markup: str) -> tuple[_Element | None, list[Any]]:
    """The root element, and the errors. A prefix that nobody declared is none: it may be declared around the item."""
    etree = import_lxml()
    parser = _parsers.strict
    try:
        root: _Element | None = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    log = parser.error_log
    errors = [error for error in log if error.domain != etree.ErrorDomains.NAMESPACE] if len(log) else []
    if root is not None and len(log) and not errors:
        _drop_prefixes(root)
    return root, errors


def _drop_prefixes(root: _Element) -> None:
    """Prefixes that an item lost the meaning of when it was cut out of its document are no part of a name."""
    for element in root.iter("*"):
        if isinstance(element.tag, str) and ":" in element.tag and not element.tag.startswith("{"):
            element.tag = element.tag.rpartition(":")[2]


def read_opening(markup: str) -> _Element | None:
    """The root element of a document whose end is missing, as it stands before the items of a feed."""
    etree = import_lxml()
    markup = _DocumentType.of(markup).cut_off(markup)
    try:
        root: _Element | None = etree.fromstring(markup.encode("utf-8", "replace"), _parsers.strict)
    except etree.XMLSyntaxError:
        return None
    return root


def read_html(markup: str) -> _Element | None:
    """The root element of a page or fragment; ``None`` when there is no element in it."""
    etree = import_lxml()
    parser = _parsers.html
    try:
        root: _Element | None = etree.fromstring(_allowed(markup).encode(), parser)
    except etree.XMLSyntaxError:
        return None
    if root is not None and any("depth" in error.message for error in parser.error_log):
        return _Loose(markup).read()
    return root


def _allowed(markup: str) -> str:
    """The markup with characters alone that a tree may hold."""
    return markup.replace("\r\n", "\n").translate(_CONTROLS)


def import_lxml() -> Any:
    """``lxml.etree``, or an ``ImportError`` that says how to get it."""
    try:
        from lxml import etree
    except ImportError:
        raise ImportError("to read XML and HTML, install lxml: pip install 'wirenews[xml]'") from None
    return etree


class _Parsers(threading.local):
    """The parsers of a thread: two threads would read each other's log of errors."""

    @cached_property
    def strict(self) -> Any:
        """A parser whose log has every error."""
        return import_lxml().XMLParser(
            encoding="utf-8",
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )

    @cached_property
    def html(self) -> Any:
        return import_lxml().HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )


_parsers = _Parsers()


class _DocumentType(NamedTuple):
    """The document type of a document: where it stands, what entities it declares, whether it has more elsewhere."""

    start: int = 0
    end: int = 0
    declared: Mapping[str, str | None] = MappingProxyType({})
    has_more: bool = False

    @classmethod
    def of(cls, markup: str) -> _DocumentType:
        at = _doctype_start(markup)
        found = _DOCTYPE.match(markup, at) if at >= 0 else None
        if found is None:
            return cls()
        has_more = re.search("SYSTEM|PUBLIC", found["outside"]) is not None
        return cls(at, found.end(), _entities(found["inside"] or ""), has_more)

    def cut_off(self, markup: str) -> str:
        """The markup without it, and without what stands before the first element; lines keep their numbers."""
        shown = markup[: self.start] + "\n" * markup.count("\n", self.start, self.end) + markup[self.end :]
        blank = len(shown) - len(shown.lstrip("\ufeff \t\r\n\0"))
        return (
            "\n" * shown.count("\n", 0, blank) + shown[blank:] if not shown[blank:].startswith("<?") else shown[blank:]
        )


def _doctype_start(markup: str) -> int:
    """Where the document type begins; -1 where an element comes first."""
    at = 0
    while (at := markup.find("<", at)) >= 0:
        if markup.startswith("<!--", at):
            at = markup.find("-->", at)
        elif markup.startswith("<?", at):
            at = markup.find("?>", at)
        else:
            return at if markup[at + 1 : at + 2] == "!" else -1
        if at < 0:
            break
    return -1


def _entities(subset: str) -> dict[str, str | None]:
    """The texts of the entities that a document declares; ``None`` for one that is long, has markup, is elsewhere."""
    found: dict[str, str | None] = {}
    for parameter, name, double, single in _DECLARED.findall(subset):
        text = unescape(double or single)
        is_harmless = text and len(text) <= _SHORT and "<" not in text and not re.search("[&%][A-Za-z]", text)
        found.setdefault(f"%{name}" if parameter else name, text if is_harmless else None)
    return found


class _Unread(NamedTuple):
    """An entity that is not known or not harmless, and where it stands."""

    what: str
    line: int
    column: int


def _expand(markup: str, dtd: _DocumentType) -> tuple[str, _Unread | None]:
    """The markup with the text of each entity, and the first that is not known or not harmless, which stays so."""
    if _MAY_REFER.search(markup) is None:
        return markup, None
    unread: list[tuple[str, int]] = []
    added = 0

    def text_of(found: re.Match[str]) -> str:
        nonlocal added
        name = found[1]
        if name is None or name in _XML_OWN:
            return found[0]
        is_declared = name in dtd.declared
        text = dtd.declared[name] if is_declared else _html_entity(name)
        if text is None or added > _MOST_ADDED or not (is_declared or dtd.has_more):
            why = "declares no short text for" if is_declared else "does not declare"
            unread.append((f"the document {why} &{name};", found.start()))
        if text is None or added > _MOST_ADDED:
            return f"&amp;{name};"
        added += len(text)
        return text.replace("&", "&amp;").replace("<", "&lt;")

    expanded = _REFERENCE.sub(text_of, markup)
    if not unread:
        return expanded, None
    what, at = unread[0]
    return expanded, _Unread(what, markup.count("\n", 0, at) + 1, at - markup.rfind("\n", 0, at))


def _html_entity(name: str) -> str | None:
    return chr(name2codepoint[name]) if name in name2codepoint else None


class _Loose:
    """A reader of what is no XML. All text stays, in its order; each tag does what it can."""

    def __init__(self, markup: str) -> None:
        self._markup = _allowed(markup)
        self._builder = import_lxml().TreeBuilder()
        self._open: list[str] = []
        self._names: Counter[str] = Counter()
        self.is_too_deep = False
        self.unclosed = ""

    def read(self) -> _Element:
        self._builder.start("document", {})
        for text, tag in self._tokens():
            if text:
                self._builder.data(text)
            if tag is not None:
                self._end(_local(tag["ended"])) if tag["close"] else self._start(tag)
        self.unclosed = next((name for name in self._open if name.casefold() not in _ENDED_BY_THE_NEXT), "")
        while self._open:
            self._close()
        self._builder.end("document")
        document: _Element = self._builder.close()
        is_alone = len(document) == 1 and not (document.text or "").strip() and not (document[0].tail or "").strip()
        return document[0] if is_alone else document

    def _tokens(self) -> Iterator[tuple[str, re.Match[str] | None]]:
        """The text before each tag, and the tag."""
        markup, at = self._markup, 0
        searches = {start: _Search(markup, end) for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))}
        while (mark := markup.find("<", at)) >= 0:
            yield unescape(markup[at:mark]), None
            start = next((start for start in searches if markup.startswith(start, mark)), None)
            if start is not None:
                inner = mark + len(start)
                end = searches[start].after(inner)
                yield (markup[inner : max(inner, end[0])] if start == "<![CDATA[" else ""), None
                at = end[1]
            elif (tag := _TAG.match(markup, mark)) is not None:
                yield "", tag
                at = tag.end()
            elif markup.startswith("<!", mark) and (end_of_mark := markup.find(">", mark, mark + 1000)) >= 0:
                at = end_of_mark + 1
            else:
                yield "<", None
                at = mark + 1
        yield unescape(markup[at:]), None

    def _start(self, tag: re.Match[str]) -> None:
        name = _local(tag["started"])
        key = name.casefold()
        if self._open and self._open[-1].casefold() == key and key in _ENDED_BY_THE_NEXT:
            self._close()
        is_empty = key in _EMPTY or tag["attributes"].endswith("/")
        if len(self._open) >= _DEEPEST and not is_empty:
            self.is_too_deep = True
            self._close()
        self._builder.start(name, dict(_attributes(tag["attributes"])))
        if is_empty:
            self._builder.end(name)
        else:
            self._open.append(name)
            self._names[key] += 1

    def _end(self, name: str) -> None:
        """Close the nearest element of that name, and what is open inside it. An end without a start is a break."""
        key = name.casefold()
        if self._names[key] == 0:
            self._builder.start(name, {})
            self._builder.end(name)
            return
        while self._close() != key:
            pass

    def _close(self) -> str:
        name = self._open.pop()
        self._builder.end(name)
        self._names[name.casefold()] -= 1
        return name.casefold()


class _Search:
    """Where the next end of a comment or a section stands; a markup without one is searched once."""

    def __init__(self, markup: str, end: str) -> None:
        self._markup, self._end, self._last = markup, end, markup.rfind(end)

    def after(self, start: int) -> tuple[int, int]:
        """Where it begins and ends; where there is none, the start: what was begun holds nothing then."""
        if start > self._last:
            return start, start
        at = self._markup.find(self._end, start)
        return at, at + len(self._end)


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        if not name.startswith("xmlns"):
            key = f"{_XML}{_local(name)}" if name.startswith("xml:") else _local(name)
            yield key, unescape(double or single or bare.removesuffix("/"))


def _local(name: str) -> str:
    """A name without its prefix; XML has no name that begins with a digit or a dash."""
    local: str = name.rpartition(":")[2]
    return local if local[:1].isalpha() or local[:1] == "_" else "element"
