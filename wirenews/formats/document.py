"""A document as it came: its bytes or text, read as JSON or XML once when a format asks for it."""

from __future__ import annotations

import codecs
import json
import os
import re
from functools import cached_property
from html import escape
from html.entities import name2codepoint
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ..arguments import wrong_type
from ..article import Defect
from ..decoding import decode, decode_as
from .container import check_size, opened, refuse_other_than_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 4096
_BEFORE = "\ufeff \t\r\n"
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
# What XML need not understand, and the marks that an agency forgot to escape.
_TO_REPAIR = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,30})|#(?P<number>[0-9]{1,9})|#x(?P<hex>[0-9a-fA-F]{1,8}));"
    r"|(?P<mark>&|<(?![^\W\d]|[:/!?])|\]\]>)",
    re.S,
)
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?\sencoding|<meta[^>]{0,200}?charset)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
# Encodings that a document may declare and bytes cannot show: all that are no Unicode, by Python's names.
_LEGACY = ("big5", "cp", "euc", "gb", "iso2022", "iso8859", "johab", "koi8", "mac", "shift_jis", "tis")
_PROLOGUE = re.compile(
    r"(?:<\?[^>]{0,2000}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,3000}\])?\s*>|\s)*+", re.S | re.I
)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([\w.-]{1,60})")


class NoStoryError(ValueError):
    """A document that is of the format and holds no story; the message says what it holds instead."""


class Document:
    """What :func:`wirenews.load` was given. ``data`` is untouched; everything else is read from it once."""

    def __init__(self, data: str | bytes) -> None:
        self.data = data

    @classmethod
    def of(cls, document: str | bytes | os.PathLike[str], limit: int) -> Self:
        """The document behind text, bytes or a path, unpacked.

        Raises ``ValueError`` when it has more than ``limit`` bytes, and when it is no text.
        """
        if not isinstance(document, str | bytes | os.PathLike):
            advice = "pass the text of the document, or pathlib.Path(name) to have a file read"
            raise wrong_type("document", "str, bytes or a path (pathlib.Path)", document, advice)
        if isinstance(document, os.PathLike):
            with Path(document).open("rb") as file:
                document = file.read(limit + 1)
        check_size(document, limit)
        data = opened(document, limit) if isinstance(document, bytes) else document
        refuse_other_than_text(data)
        return cls(data)

    @cached_property
    def text(self) -> str:
        """The document as text, decoded like the bytes of a story, or as its markup declares when it is no Unicode."""
        return self._decoded[0]

    @property
    def defects(self) -> list[Defect]:
        """What decoding had to guess."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str, list[Defect]]:
        text, defects = decode(self.data)
        if isinstance(self.data, str) or (codec := _declared_codec(self.data)) is None:
            return text, defects
        # What is UTF-8 is so by no accident, whatever it declares; but seven bits are always UTF-8.
        if not defects and not codec.startswith("iso2022"):
            return text, defects
        return decode_as(codec, self.data)

    @cached_property
    def head(self) -> str:
        """The first characters, without a byte order mark and white space before them."""
        return self.text[: 2 * _HEAD].lstrip(_BEFORE)[:_HEAD]

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
        text = self.text.lstrip(_BEFORE)
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
        try:
            return [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            return None

    @cached_property
    def root(self) -> _Element:
        """The root element of the XML document. Entities are not resolved, nothing is fetched."""
        etree = import_lxml()
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(_encoded(_TO_REPAIR.sub(_repair_entity, self.text.lstrip(_BEFORE))), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(f"the document cannot be read as XML: {error}") from None
        if root is None:
            raise ValueError("the document cannot be read as XML: it has no element")
        return root


def read_html(markup: str) -> _Element | None:
    """The root element of a page or fragment; ``None`` when there is no element in it."""
    etree = import_lxml()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root: _Element | None = etree.fromstring(_encoded(markup), parser)
    except etree.XMLSyntaxError:
        return None
    return root


def import_lxml() -> Any:
    """``lxml.etree``, or an ``ImportError`` that says how to get it."""
    try:
        from lxml import etree
    except ImportError:
        raise ImportError("to read XML and HTML, install lxml: pip install 'wirenews[xml]'") from None
    return etree


def _encoded(markup: str) -> bytes:
    """The bytes for ``lxml``, which stops at a NUL and knows no lone surrogate."""
    return markup.replace("\0", "").encode("utf-8", "replace")


def _declared_codec(data: bytes) -> str | None:
    """Python's name of the encoding that markup declares; ``None`` for Unicode, which is known by its bytes."""
    declared = _DECLARED.search(data[:_HEAD]) if data[:_HEAD].lstrip().startswith(b"<") else None
    if declared is None:
        return None
    try:
        codec = codecs.lookup(declared[1].decode()).name
    except (LookupError, UnicodeError):
        return None
    # Whoever declares Latin 1 means Windows-1252, which has letters and quotes for its control characters.
    codec = "cp1252" if codec == "iso8859-1" else codec
    # The declaration could be read, so bytes of EBCDIC they are not.
    return codec if codec.startswith(_LEGACY) and b"<".decode(codec, "replace") == "<" else None


def _repair_entity(found: re.Match[str]) -> str:
    """The character of an HTML entity that the DTD would have declared (``&eacute;``), the escape of a bare mark.

    A number that is no character's stands as U+FFFD; a CDATA section stays as it is.
    """
    if mark := found["mark"]:
        return escape(mark, quote=False)
    if name := found["name"]:
        return found[0] if name in _XML_OWN or name not in name2codepoint else chr(name2codepoint[name])
    digits = found["number"] or found["hex"]
    number = int(digits, 10 if found["number"] else 16) if digits else 0
    return "\ufffd" if 0xD800 <= number < 0xE000 or number > 0x10FFFF else found[0]
