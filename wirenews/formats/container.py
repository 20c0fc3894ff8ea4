"""What a document may come in: gzip and zstd are opened, what is no text is refused by its name."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_HEAD = 4096
# A frame of zstd may make 128 kB of 4 bytes, gzip 1 kB of one: this many at a time make 8 MB at most.
_STEP = 256

_NONE = ""
_UNPACK = ": unpack it first"
_SAVE = ": save it as plain text or HTML first"
_TABLE = ": pass the stories in it, one at a time"
# How files begin that are no text, what they are, and what to do about it. The first that fits is told.
_SIGNATURES = tuple(
    (re.compile(pattern, re.S), what, advice)
    for pattern, what, advice in (
        (rb"\x89PNG\r\n\x1a\n", "a PNG picture", _NONE),
        (rb"\xff\xd8\xff", "a JPEG picture", _NONE),
        (rb"GIF8[79]a", "a GIF picture", _NONE),
        (rb"RIFF.{4}WEBP", "a WebP picture", _NONE),
        (rb"II\*\0|MM\0\*", "a TIFF picture", _NONE),
        (rb"BM.{4}\0{4}", "a BMP picture", _NONE),
        (rb"8BPS\0", "a Photoshop picture", _NONE),
        (rb"\0\0.{2}ftyp(?:avif|avis|hei[cfmsx]|mif1|msf1)", "a HEIF or AVIF picture", _NONE),
        (rb"\0\0.{2}(?:ftyp|moov|mdat|wide)", "an MP4 or QuickTime film", _NONE),
        (rb"\0\0\x01[\xb3\xba]", "an MPEG film", _NONE),
        (rb"\x1aE\xdf\xa3", "a Matroska or WebM film", _NONE),
        (rb"RIFF.{4}AVI ", "an AVI film", _NONE),
        (rb"0&\xb2u\x8ef\xcf\x11", "a Windows Media film", _NONE),
        (rb"RIFF.{4}WAVE", "a WAV recording", _NONE),
        (rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfb]", "an MP3 recording", _NONE),
        (rb"OggS\0", "an Ogg recording", _NONE),
        (rb"fLaC\0", "a FLAC recording", _NONE),
        (rb"\s{0,9}%PDF-\d", "a PDF document", ": take its text out first (pdftotext does)"),
        (rb"\x04?%!PS-|\xc5\xd0\xd3\xc6", "a PostScript document", _SAVE),
        (rb"\s{0,9}\{\\rtf", "an RTF document", _SAVE),
        (rb"PK\x03\x04(?=.*word/document)", "a Word document (docx)", _SAVE),
        (rb"PK\x03\x04(?=.*xl/workbook)", "an Excel workbook (xlsx)", _SAVE),
        (rb"PK\x03\x04(?=.*ppt/presentation)", "a PowerPoint presentation (pptx)", _SAVE),
        (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "an OpenDocument file (odt)", _SAVE),
        (rb"PK\x03\x04.{26}mimetypeapplication/epub", "an EPUB book", _SAVE),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1(?=.*W\0o\0r\0d\0D\0o\0c\0)", "a Word document (doc)", _SAVE),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an older Microsoft Office", _SAVE),
        (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a ZIP archive", _UNPACK),
        (rb"Rar!\x1a\x07", "a RAR archive", _UNPACK),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
        (rb".{257}ustar[\0 ]", "a tar archive", _UNPACK),
        (rb"BZh[1-9]1AY&SY", "a bzip2 archive", _UNPACK),
        (rb"\xfd7zXZ\0", "an xz archive", _UNPACK),
        (re.escape(_GZIP), "a gzip archive within another archive", _UNPACK),
        (re.escape(_ZSTD), "a zstd archive within another archive", _UNPACK),
        (rb"SQLite format 3\0", "an SQLite database", _TABLE),
        (rb"PAR1", "a Parquet file", _TABLE),
        (rb"ARROW1\0\0", "an Arrow file", _TABLE),
        (rb"\x7fELF", "a program", _NONE),
        (rb"WARC/\d", "an archive of web pages (WARC)", ": use warcio for its records"),
    )
)


def opened(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes as they are, or what is in them when gzip or zstd packed them: no more is unpacked than is asked for.

    Raises ``ValueError`` in its turn when that is damaged.
    """
    start = b""
    while len(start) < len(_ZSTD) and (chunk := next(chunks, None)) is not None:
        start += chunk
    whole = chain((start,), chunks)
    if start.startswith(_GZIP):
        return _out_of_gzip(whole)
    return _out_of_zstd(whole) if start.startswith(_ZSTD) else whole


def check_size(size: int, limit: int) -> None:
    """Raise ``ValueError`` when the size of a document, or what was read of it so far, is more than ``limit``."""
    if size > limit:
        raise ValueError(f"the document has more than {limit:,} bytes: give a higher limit to have it read")


def refuse_other_than_text(data: str | bytes) -> None:
    """Raise ``ValueError`` for what is no text, and say what it is."""
    start = data[:_HEAD] if isinstance(data, bytes) else data[:_HEAD].encode("utf-8", "replace")
    for signature, what, advice in _SIGNATURES:
        if signature.match(start):
            raise ValueError(f"this is {what}, no text{advice}")
    padded = start.lstrip(b"\0")
    if isinstance(data, bytes) and padded.count(b"\0") > len(padded) // 100:
        raise ValueError("these bytes are no text (they look like a picture, an archive or a program)")


def _out_of_gzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import zlib

    try:
        yield from _unpacked(chunks, lambda: zlib.decompressobj(31))
    except (EOFError, zlib.error):
        raise ValueError("this gzip archive is damaged or cut off") from None


if sys.version_info >= (3, 14):

    def _out_of_zstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
        from compression import zstd

        try:
            yield from _unpacked(chunks, zstd.ZstdDecompressor)
        except (zstd.ZstdError, EOFError):
            raise ValueError("this zstd archive is damaged or cut off") from None

else:

    def _out_of_zstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
        try:
            import zstandard
        except ImportError:
            raise ImportError("to open zstd, install zstandard: pip install 'wirenews[zstd]'") from None
        try:
            yield from _unpacked(chunks, lambda: zstandard.ZstdDecompressor().decompressobj())
        except (zstandard.ZstdError, EOFError):
            raise ValueError("this zstd archive is damaged or cut off") from None


def _unpacked(chunks: Iterable[bytes], new_frame: Callable[[], Any]) -> Iterator[bytes]:
    """What is in the frames, little by little. ``EOFError`` when the last of them is cut off."""
    frame = None
    for chunk in chunks:
        for at in range(0, len(chunk), _STEP):
            packed = chunk[at : at + _STEP]
            while packed:
                frame = frame or new_frame()
                yield frame.decompress(packed)
                packed = frame.unused_data.lstrip(b"\0") if frame.eof else b""
                frame = None if frame.eof else frame
    if frame is not None:
        raise EOFError
