"""A document as it comes, in chunks: unpacked, told by its head, and decoded item by item."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self

from ..arguments import wrong_type
from ..article import Defect
from ..decoding import decode, decode_as
from .container import check_size, opened, refuse_other_than_text

_CHUNK = 1 << 18
# The first characters, by which most formats are told.
_HEAD = 4096
_BLANK = b" \t\r\n\0"
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?\sencoding|<meta[^>]{0,200}?charset)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
# Encodings that a document may declare and bytes cannot show: all that are no Unicode, by Python's names.
_LEGACY = ("big5", "cp", "euc", "gb", "iso2022", "iso8859", "johab", "koi8", "mac", "shift_jis", "tis")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PROLOGUE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s+", re.S | re.I)
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,60})(?=[\s/>]|\Z)")
# An element with a namespace, or with another in it: "<AP> Rain" is none.
_IS_XML = re.compile(r"<[\w.:-]+(?:\s[^<>]*)?>\s*<[\w.:!?-]+|<[\w.:-]+\s[^<>]*xmlns|<!DOCTYPE", re.I)


class NoStoryError(ValueError):
    """A document that is of the format and holds no story; the message says what it holds instead."""


class Text(NamedTuple):
    """The text of a document or of an item, and what decoding had to guess."""

    text: str
    defects: tuple[Defect, ...] = ()


class Document:
    """What :func:`wirenews.load` was given. It is read in chunks, once, and no further than somebody asks."""

    def __init__(self, chunks: Iterable[bytes], limit: int, *, is_text: bool = False) -> None:
        self._chunks = iter(chunks)
        self._held = b""
        self.limit = limit
        self._is_text = is_text
        self._told: tuple[Defect, ...] = ()
        # The first values of JSON and those behind them, once somebody asked.
        self.values: tuple[list[Any], Iterator[Any]] | None = None

    @classmethod
    def of(cls, document: Any, limit: int, *, is_whole: bool = True) -> Self:
        """The document behind text, bytes, a path or an open binary file, unpacked.

        ``is_whole`` bounds all of it by ``limit``, not only what is held at a time. Raises ``ValueError`` when it is
        no text.
        """
        if isinstance(document, str):
            refuse_other_than_text(document)
            chunks: Iterable[bytes] = iter((document.encode("utf-8", "surrogatepass"),))
        else:
            chunks = _gathered(opened(_chunks_of(document)))
        new = cls(_bounded(chunks, limit) if is_whole else chunks, limit, is_text=isinstance(document, str))
        if not isinstance(document, str):
            new._look()
        return new

    @cached_property
    def head(self) -> str:
        """The first characters, without a byte order mark and white space before them."""
        at = 0
        while True:
            self._hold(at + 2 * _HEAD)
            at = len(self._held) - len(self._held[at:].lstrip(_BLANK)) if at else _first(self._held)
            if at < len(self._held) or not self._more():
                break
        self._hold(at + _HEAD)
        return self._decoded(self._held[at : at + _HEAD], is_cut=True).text

    @cached_property
    def first_lines(self) -> str:
        """The head for patterns of lines: these end with ``\\n``, as they do not in files from Windows."""
        return self.head.replace("\r\n", "\n")

    @cached_property
    def root_name(self) -> str | None:
        """The name of the XML root element, behind whatever comes before it; ``None`` when it is not XML."""
        if not self.head.startswith("<"):
            return None
        at = _first(self._held)
        while True:
            if (skipped := _PROLOGUE.match(self._held, at)) is not None:
                at = skipped.end()
            elif self._held[at : at + 2] in (b"<?", b"<!") or len(self._held) - at < 100:
                if not self._more():
                    break
            else:
                break
        root = _ROOT.match(self._held, at)
        return root[1].decode("ascii", "replace") if root else None

    @cached_property
    def is_markup(self) -> bool:
        """Whether it begins as XML does, or is one element from its beginning to its end."""
        if not self.head.startswith("<"):
            return False
        return self.root_name is not None and (self.head.startswith("<?xml") or _IS_XML.match(self.head) is not None)

    def start_lines(self, count: int) -> list[bytes]:
        """The first lines that are not blank; fewer where there are no more."""
        while True:
            *lines, last = self._held.split(b"\n", count + 40)
            found = [line for line in lines if line.strip(_BLANK)]
            if len(found) >= count or not self._more():
                return [*found, *([last] if last.strip(_BLANK) else [])][:count]

    def chunks(self) -> Iterator[bytes]:
        """All of its bytes, from the first on, in UTF-8 or another encoding that has ASCII in it."""
        return chain((self._held,), self._chunks)

    def whole(self) -> Text:
        """All of its text. Raises ``ValueError`` when that has more than ``limit`` bytes."""
        self._hold_all()
        return self.decoded(self._held)

    def last_whole(self) -> Text:
        """:meth:`whole` for who asks nothing more: its bytes are not kept beside the text."""
        text = self.whole()
        self._held = b""
        return text

    def decoded(self, data: bytes) -> Text:
        """The text of some of its bytes, decoded like those of a story, or as its markup declares."""
        text = self._decoded(data)
        return Text(text.text, (*self._told, *text.defects))

    def _decoded(self, data: bytes, *, is_cut: bool = False) -> Text:
        if self._is_text:
            return Text(data.decode("utf-8", "surrogatepass" if not is_cut else "replace"))
        if self._declared_codec is None and data.isascii():
            return Text(data.decode("ascii"))
        text, defects = decode(data)
        if (codec := self._declared_codec) is None:
            return Text(text, tuple(defects))
        # What is UTF-8 is so by no accident, whatever it declares; but seven bits are always UTF-8.
        if not defects and not codec.startswith("iso2022"):
            return Text(text)
        text, defects = decode_as(codec, data)
        return Text(text, tuple(defects))

    @cached_property
    def _declared_codec(self) -> str | None:
        """Python's name of the encoding that markup declares; ``None`` for Unicode, which is known by its bytes."""
        head = self._held[:_HEAD].lstrip(_BLANK)
        declared = _DECLARED.search(head) if head.startswith(b"<") else None
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

    def _look(self) -> None:
        """Refuse what is no text; make UTF-8 of wide characters, all at once, for no item can be cut out of them."""
        self._hold(_HEAD)
        encoding = _wide_encoding(self._held)
        if encoding is None:
            refuse_other_than_text(self._held[:_HEAD])
            self._held = self._held.lstrip(b"\0")
            return
        self._hold_all()
        text, defects = decode_as(encoding, self._held)
        self._held = text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
        self._is_text, self._told = True, tuple(defects)

    def _hold(self, size: int) -> None:
        while len(self._held) < size and self._more():
            pass

    def _hold_all(self) -> None:
        size, parts = 0, [self._held]
        for chunk in self._chunks:
            parts.append(chunk)
            size += len(chunk)
            check_size(size, self.limit)
        self._held = b"".join(parts)
        check_size(len(self._held), self.limit)

    def _more(self) -> bool:
        """Hold the next chunk; ``False`` when there is none."""
        chunk = next(self._chunks, None)
        if chunk is None:
            return False
        self._held += chunk
        check_size(len(self._held) - _CHUNK, self.limit)
        return True


def _chunks_of(document: Any) -> Iterator[bytes]:
    if isinstance(document, bytes):
        return (document[at : at + _CHUNK] for at in range(0, len(document), _CHUNK))
    if isinstance(document, os.PathLike):
        return _read(Path(document).open("rb"), is_own=True)
    if callable(getattr(document, "read", None)):
        return _read(document, is_own=False)
    advice = "pass the text of the document, or pathlib.Path(name) to have a file read"
    raise wrong_type("document", "str, bytes or a path (pathlib.Path), or an open binary file", document, advice)


def _read(file: BinaryIO, *, is_own: bool) -> Iterator[bytes]:
    try:
        while chunk := file.read(_CHUNK):
            if not isinstance(chunk, bytes):
                raise wrong_type("document", "a file opened for bytes", chunk, "open it with open(name, 'rb')")
            yield chunk
    finally:
        if is_own:
            file.close()


def _gathered(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in chunks of some size."""
    size, parts = 0, []
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size >= _CHUNK:
            yield b"".join(parts)
            size, parts = 0, []
    if parts:
        yield b"".join(parts)


def _bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    read = 0
    for chunk in chunks:
        read += len(chunk)
        check_size(read, limit)
        yield chunk


def _first(data: bytes) -> int:
    """Where the first byte stands that is no mark of an encoding and no blank."""
    at = next((len(bom) for bom in _BOMS[:1] if data.startswith(bom)), 0)
    return len(data) - len(data[at:].lstrip(_BLANK))


def _wide_encoding(data: bytes) -> str | None:
    """The encoding of two or four bytes a character, by its mark or by the zeros between the letters of markup."""
    for bom, encoding in zip(_BOMS[1:], ("UTF-32", "UTF-32", "UTF-16", "UTF-16"), strict=True):
        if data.startswith(bom):
            return encoding
    sample = data[:400].lstrip(b"\0")
    start = len(data[:400]) - len(sample)
    if len(sample) < 8 or sample[1::2].count(0) < 0.4 * len(sample) or 0 in sample[0::2]:
        return None
    return "UTF-16-LE" if start % 2 == 0 else "UTF-16-BE"
