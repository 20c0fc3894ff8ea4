"""Bytes -> text, and what had to be guessed to read them."""

from __future__ import annotations

import codecs
import re

from .arguments import wrong_type
from .article import Defect
from .text.patterns import plain_pattern

_BOMS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
# One place of damage in bytes that were decoded with "surrogateescape", which makes U+DC92 of a bad byte 0x92: a
# character with a byte put into it, the beginning of a character, or a byte.
_BYTE, _REST = "[\udc80-\udcff]", "[\udc80-\udcbf]"
_DAMAGE = plain_pattern(
    f"""
    [\udcc2-\udcdf] {_BYTE} {_REST}
    | [\udce0-\udcef] (?: {_BYTE} {_REST} | {_REST} {_BYTE} ) {_REST}
    | [\udcf0-\udcf4] (?: {_BYTE} {_REST}{{2}} | {_REST} {_BYTE} {_REST} | {_REST}{{2}} {_BYTE} ) {_REST}
    | [\udcf0-\udcf4] [\x80-\u07ff] {_REST}{{2}}
    | [\udce0-\udcf4] {_REST}{{1,2}}+
    | {_BYTE}
    """,
    re.X,
)


def decode(source: str | bytes) -> tuple[str, list[Defect]]:
    """The text of a story, and what had to be guessed to read its bytes.

    >>> text, [defect] = decode("A café in Zürich".encode() + b"\\x96")
    >>> text, defect.message
    ('A café in Zürich\ufffd', 'byte 0x96 at offset 18 is not UTF-8: U+FFFD stands for it')
    """
    if isinstance(source, str):
        return source, []
    if not isinstance(source, bytes):
        raise wrong_type("source", "the text of a story (str) or its bytes", source, "pass str or bytes")
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return decode_as(encoding, source, len(bom))
    try:
        return source.decode("utf-8"), []
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(source):
            return decode_as("UTF-8", source)
        text, defects = decode_as("Windows-1252", source)
        message = f"the bytes are not UTF-8 (byte {error.start}): read as Windows-1252"
        return text, [Defect("encoding-guessed", message, 0, len(text)), *defects]


def decode_as(encoding: str, source: bytes, start: int = 0) -> tuple[str, list[Defect]]:
    """The text of the bytes from ``start`` on, and a defect that names the first of those that are no ``encoding``."""
    data = source[start:]
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        text, at = data.decode(encoding, "replace"), len(data[: error.start].decode(encoding, "replace"))
        more = ", and more after it" if "\ufffd" in text[at + 1 :] else ""
        bad = f"byte 0x{data[error.start]:02X} at offset {start + error.start}"
        message = f"{bad} is not {encoding}: U+FFFD stands for it{more}"
        return text, [Defect("bytes-undecodable", message, at, min(at + 1, len(text)))]


def _is_damaged_utf8(source: bytes) -> bool:
    """Whether bytes have at least as many whole characters beyond ASCII, in UTF-8, as places that are none.

    Chance makes few such characters: in Windows-1252, each would be a capital with an accent before a
    quotation mark or another sign.
    """
    text = source.decode("utf-8", "surrogateescape")
    bad = len(source) - len(text.encode("utf-8", "ignore"))
    whole = len(text) - bad - len(text.encode("ascii", "ignore"))
    return _may_be_few_places(bad, whole) and sum(1 for _ in _DAMAGE.finditer(text)) <= whole


def _may_be_few_places(bad: int, whole: int) -> bool:
    """Whether so many bad bytes may stand in as few places as there are whole characters: a place has five at most."""
    return bad <= 5 * whole
