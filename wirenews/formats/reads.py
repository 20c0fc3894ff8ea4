"""What a format has where: tables of paths, and the one walker that reads an item by them.

A path names elements or properties from the outside in, ``/`` between them, ``@`` before an attribute:
``contentMeta/headline``, ``newsItem/@guid``, ``infosources/name``. In XML it may begin anywhere. ``[@role=x]``,
``[@role!=x]`` and ``[!@role]`` keep some of several; a code counts from its colon on. ``()`` is what a concept names:
its ``<name>``, literal or code. Of several paths, in their order, the first that says something is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, TypeVar

from attrs import frozen

from ..kinds import NoticeKind
from ..metadata import Metadata, Subject
from .story import Story
from .tree import name, words
from .values import last_part, read_moment, read_number, read_status, subject

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_STEP = re.compile(r"([^/\[\]@()]*)(?:\[(!?)([^\]=!]+)(?:(!?=)([^\]]*))?\])?")
_MOMENTS = ("created", "modified", "published", "embargoed", "expires")
_ALL = ("keywords", "genres")
_SPLIT = re.compile(r"\s*[;,]\s+|\s*;\s*")


class Step(NamedTuple):
    """A name, and what is asked of its own attribute or property: a value, another than that, or none."""

    name: str
    lower: str = ""
    key: str = ""
    wanted: frozenset[str] = frozenset()
    is_not: bool = False


class Path(NamedTuple):
    """Steps, and what is read of the last of them: an attribute, what a concept names, or its text."""

    steps: tuple[Step, ...]
    leaf: str = ""
    # In XML: how many steps are looked up at once, as they are written, and the last of them.
    length: int = 0
    anchor: str = ""
    last: str = ""


@lru_cache(2048)
def read_path(written: str) -> Path:
    """The path that is written so.

    >>> [step.name for step in read_path("contentMeta/headline[!@role]").steps]
    ['contentMeta', 'headline']
    >>> read_path("newsItem/@guid").leaf
    '@guid'
    """
    leaf = "()" if written.endswith("()") else ""
    written = written.removesuffix("()")
    if (at := written.rfind("@")) > written.rfind("]"):
        written, leaf = written[:at].rstrip("/"), written[at:]
    steps = []
    for found in _STEP.finditer(written):
        if found[0]:
            wanted = frozenset(filter(None, (found[5] or "").casefold().split("|")))
            steps.append(Step(found[1], found[1].lower(), found[3] or "", wanted, "!" in f"{found[2]}{found[4]}"))
    length = next((number + 1 for number, step in enumerate(steps) if step.key), len(steps))
    anchor = "".join([f"/{step.lower}" for step in steps[:length]])
    return Path(tuple(steps), leaf, length, anchor, steps[length - 1].lower if steps else "")


class Item(Protocol):
    """An item of a document, as the walker asks it."""

    @property
    def names(self) -> frozenset[str]:
        """The names under which it has anything."""

    @staticmethod
    def key(path: Path) -> str:
        """The name under which a path is looked up."""

    def nodes(self, path: Path) -> Iterable[Any]:
        """What stands at a path."""

    def text(self, node: Any, leaf: str) -> str | None:
        """What a node says."""

    def inside(self, node: Any) -> Item:
        """The same questions of a node."""


@frozen
class SubjectRow:
    """Where subjects stand, and where each of them has its code, name and scheme."""

    where: str
    code: str = ""
    name: str = ""
    scheme: str = ""


@frozen(eq=False)
class Reads:
    """What a format has where. ``story`` and ``metadata`` are by the attribute that it becomes, ``notices`` by kind.

    In ``story``, ``dated`` is when the text was written, where it is not when the item was first created, and
    ``agency`` who may be the agency, beside ``provider``.
    """

    story: Mapping[str, str] = {}
    metadata: Mapping[str, str] = {}
    subjects: tuple[SubjectRow, ...] = ()
    notices: Mapping[NoticeKind, str] = {}


_Key: TypeAlias = Callable[[Path], str]
_Name = TypeVar("_Name", bound=str)


def read_story(item: Item, reads: Reads, body: str, **given: Any) -> Story:
    """The story of an item: what the table finds, and what is ``given`` where that is anything else than nothing."""
    reads = _reads_of(item, reads)
    found = {name: _first(item, paths) for name, paths in reads.story.items()}
    dated, agency = found.pop("dated", None), found.pop("agency", None)
    texts = ((attribute, _texts(item, paths)) for attribute, paths in reads.metadata.items())
    metadata = metadata_of(texts, _subjects(item, reads.subjects))
    notices = tuple((kind, text) for kind, paths in reads.notices.items() for text in _texts(item, paths))
    fields: dict[str, Any] = {
        **found,
        "notices": notices,
        "metadata": metadata,
        "dated": read_moment(dated) if dated else None,
        "agency": agency,
        **{name: value for name, value in given.items() if value},
    }
    return Story(body, **fields)


def metadata_of(texts: Iterable[tuple[str, Iterable[str]]], subjects: Iterable[Subject], **values: Any) -> Metadata:
    """The metadata that say what the texts say, those of each attribute in their order, beside the ``values``."""
    for attribute, found in texts:
        if attribute in _MOMENTS:
            value: Any = next(filter(None, map(read_moment, found)), None)
        elif attribute in _ALL:
            value = tuple(dict.fromkeys(_keywords("; ".join(found))))
        elif attribute == "urgency":
            value = next((number for text in found if (number := read_number(text)) is not None), None)
        elif attribute == "status":
            value = next(filter(None, map(read_status, found)), None)
        else:
            value = next(iter(found), None)
        if value:
            values[attribute] = value
    return Metadata(**values, subjects=tuple(dict.fromkeys(subjects)))


def _keywords(text: str) -> list[str]:
    """The keywords with commas or semicolons between them."""
    parts = _SPLIT.split(text) if "," in text else text.split("; ")
    return [part for part in parts if part]


def _reads_of(item: Item, reads: Reads) -> Reads:
    """The table without what the item cannot have: an item has few of the names, and items are much alike."""
    return _narrowed(reads, item.key, _names(reads, item.key) & item.names)


@lru_cache(128)
def _names(reads: Reads, key: _Key) -> frozenset[str]:
    """The names under which the paths of a table are looked up."""
    rows = (row.where for row in reads.subjects)
    written = (*reads.story.values(), *reads.metadata.values(), *reads.notices.values(), *rows)
    return frozenset(key(path) for paths in written for path in parted(paths))


@lru_cache(512)
def _narrowed(reads: Reads, key: _Key, names: frozenset[str]) -> Reads:
    """The table with those paths alone that are looked up under one of these names."""

    def kept(table: Mapping[_Name, str]) -> dict[_Name, str]:
        parts = {
            name: filter(lambda path: key(read_path(path)) in names, _written(paths)) for name, paths in table.items()
        }
        return {name: paths for name, found in parts.items() if (paths := ", ".join(found))}

    rows = tuple(row for row in reads.subjects if key(read_path(row.where)) in names)
    return Reads(kept(reads.story), kept(reads.metadata), rows, kept(reads.notices))


def _subjects(item: Item, rows: Iterable[SubjectRow]) -> Iterator[Subject]:
    for row in rows:
        for node in item.nodes(read_path(row.where)):
            inner = item.inside(node)
            found = subject(*(_first(inner, paths) if paths else None for paths in (row.code, row.name, row.scheme)))
            if found is not None:
                yield found


def _texts(item: Item, paths: str) -> Iterator[str]:
    """What stands at all of the paths."""
    for path in parted(paths):
        for node in item.nodes(path):
            if text := item.text(node, path.leaf):
                yield text


def _first(item: Item, paths: str) -> str | None:
    return next(_texts(item, paths), None)


@lru_cache(1024)
def parted(paths: str) -> tuple[Path, ...]:
    """The paths of a cell of a table."""
    return tuple(map(read_path, _written(paths)))


def _written(paths: str) -> list[str]:
    """The paths as they are written."""
    return [path.strip() for path in paths.split(",") if path.strip()]


def _is_kept(step: Step, value: str | None) -> bool:
    if not step.key:
        return True
    is_wanted = bool(value) and (not step.wanted or (value or "").rpartition(":")[2].casefold() in step.wanted)
    return is_wanted != step.is_not


class XmlItem:
    """An element of an item; what stands in the elements named in ``content`` is not looked at.

    What the item does not say may stand ``around`` it: in the header of its message.
    """

    def __init__(self, root: _Element, content: frozenset[str] = frozenset(), around: XmlItem | None = None) -> None:
        self.root = root
        self._around = around
        self._found: dict[str, list[tuple[str, _Element]]] = {}
        stack = [("", root)]
        while stack:
            above, element = stack.pop()
            tag = name(element)
            path = f"{above}/{tag}"
            at = self._found.get(tag)
            if at is None:
                self._found[tag] = [(path, element)]
            else:
                at.append((path, element))
            if len(element) and (tag not in content or element is root) and path.count("/") < 40:
                stack += [(path, child) for child in reversed(element)]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._found) if self._around is None else self._around.names.union(self._found)

    @staticmethod
    def key(path: Path) -> str:
        return path.last

    def nodes(self, path: Path) -> Iterable[_Element]:
        if not path.steps:
            return (self.root,)
        at = self._found.get(path.last)
        if at is None:
            return self._around.nodes(path) if self._around is not None else ()
        found = [element for where, element in at if where.endswith(path.anchor)]
        if found and (step := path.steps[path.length - 1]).key:
            below = path.steps[path.length :]
            found = [each for element in found if self._keeps(step, element) for each in self._below(element, below)]
        return found if found or self._around is None else self._around.nodes(path)

    def first(self, path: Path) -> _Element | None:
        """The first that stands at a path."""
        return next(iter(self.nodes(path)), None)

    def _below(self, element: _Element, steps: tuple[Step, ...]) -> Iterator[_Element]:
        if not steps:
            yield element
            return
        for child in element:
            if name(child) == steps[0].lower and self._keeps(steps[0], child):
                yield from self._below(child, steps[1:])

    def _keeps(self, step: Step, element: _Element) -> bool:
        if not step.key:
            return True
        path = read_path(step.key)
        found = (self.text(node, path.leaf) for node in self._below(element, path.steps))
        return _is_kept(step, next(filter(None, found), None))

    def text(self, node: _Element, leaf: str) -> str | None:
        if leaf == "()":
            code = last_part(node.get("qcode") or "")
            return next((text for child in node if name(child) == "name" and (text := words(child))), None) or (
                node.get("literal") or code
            )
        if leaf:
            value = node.get(_XML_LANGUAGE if leaf == "@xml:lang" else leaf[1:])
            return " ".join(value.split()) if value else None
        return words(node)

    def inside(self, node: _Element) -> XmlItem:
        return XmlItem(node)


class JsonItem:
    """An object of JSON. Lists are looked into."""

    def __init__(self, value: Any) -> None:
        self.value = value

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.value) if isinstance(self.value, dict) else frozenset()

    @staticmethod
    def key(path: Path) -> str:
        return path.steps[0].name if path.steps else path.leaf

    def nodes(self, path: Path) -> Iterator[Any]:
        return _inside(self.value, path.steps)

    def text(self, node: Any, leaf: str) -> str | None:
        if leaf.startswith("@") and isinstance(node, dict):
            node = node.get(leaf)
        if isinstance(node, bool) or not isinstance(node, str | int):
            return None
        return str(node).strip() or None

    def inside(self, node: Any) -> JsonItem:
        return JsonItem(node)


def _inside(value: Any, steps: tuple[Step, ...]) -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _inside(each, steps) if not isinstance(each, list) else ()
    elif not steps:
        yield value
    elif isinstance(value, dict):
        inner = value.get(steps[0].name) if steps[0].name else value
        for each in inner if isinstance(inner, list) else [inner]:
            if not steps[0].key or (isinstance(each, dict) and _is_kept(steps[0], _string(each.get(steps[0].key)))):
                yield from _inside(each, steps[1:])


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
