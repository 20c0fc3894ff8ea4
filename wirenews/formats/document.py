"""A document as it came: its bytes or text, read as JSON or XML once when a format asks for it."""

from __future__ import annotations

import json
import os
from functools import cached_property
from html.entities import name2codepoint
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import regex

from ..article import Defect
from ..parser import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 4096
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_ENTITY = regex.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_PROLOGUE = regex.compile(
    r"(?:<\?[^>]{0,2000}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,3000}\])?\s*>|\s)*+", regex.S | regex.I
)
_ROOT = regex.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,60})")


class NoStoryError(ValueError):
    """A document that is of the format and holds no story; the message says what it holds instead."""


class Document:
    """What :func:`wirenews.load` was given. ``data`` is untouched; everything else is read from it once."""

    def __init__(self, data: str | bytes) -> None:
        self.data = data

    @classmethod
    def of(cls, document: str | bytes | os.PathLike[str]) -> Self:
        """The document behind text, bytes or a path."""
        if isinstance(document, str | bytes):
            return cls(document)
        if isinstance(document, os.PathLike):
            return cls(Path(document).read_bytes())
        raise TypeError(
            f"document must be str, bytes or a path (pathlib.Path), got {type(document).__name__}: "
            "pass the text of the document, or pathlib.Path(name) to have a file read"
        )

    @cached_property
    def text(self) -> str:
        """The document as text, decoded like the bytes of a story."""
        return self._decoded[0]

    @property
    def defects(self) -> list[Defect]:
        """What decoding had to guess."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str, list[Defect]]:
        return decode(self.data)

    @cached_property
    def head(self) -> str:
        """The first characters, without a byte order mark and white space before them."""
        start = self.data[: 2 * _HEAD]
        return decode(start)[0].lstrip("\ufeff \t\r\n")[:_HEAD]

    @cached_property
    def root_name(self) -> str | None:
        """The name of the XML root element, told from the first characters; ``None`` when it is not XML."""
        if not self.head.startswith("<"):
            return None
        prologue = _PROLOGUE.match(self.head)
        root = _ROOT.match(self.head, prologue.end() if prologue else 0)
        return root[1] if root else None

    @cached_property
    def json(self) -> Any:
        """The document read as JSON, or as JSON lines; ``None`` when it is neither."""
        if self.head[:1] not in ("{", "["):
            return None
        text = self.text.lstrip("\ufeff")
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            return None

    @cached_property
    def root(self) -> _Element:
        """The root element of the XML document. Entities are not resolved, nothing is fetched."""
        etree = import_lxml()
        data = self.data.encode("utf-8", "replace") if isinstance(self.data, str) else self.data
        parser = etree.XMLParser(
            encoding="utf-8" if isinstance(self.data, str) else None,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(_ENTITY.sub(_numeric, data.lstrip()), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(f"the document cannot be read as XML: {error}") from None
        if root is None:
            raise ValueError("the document cannot be read as XML: it has no element")
        return root


def import_lxml() -> Any:
    """``lxml.etree``, or an ``ImportError`` that says how to get it."""
    try:
        from lxml import etree
    except ImportError:
        raise ImportError("to read XML and HTML, install lxml: pip install 'wirenews[xml]'") from None
    return etree


def _numeric(found: regex.Match[bytes]) -> bytes:
    """An HTML entity that the DTD would have declared (``&eacute;``), as the number that needs no DTD."""
    name = found[1].decode()
    if name in _XML_OWN or name not in name2codepoint:
        return found[0]
    return b"&#%d;" % name2codepoint[name]
