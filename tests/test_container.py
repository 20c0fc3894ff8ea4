"""What a document comes in: gzip and zstd are opened, what is no text is refused by its name."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
import regex

import wirenews
from wirenews import Article

DOCUMENTS = [
    "ZÜRICH (Reuters) - Snow fell.",
    '{"uri": "urn:1", "headline": "Rain", "body_text": "OSLO (NTB) - It rained."}\n' * 3,
    "<html><body><article><p>OSLO (Reuters) - It rained all day in the city.</p></article></body></html>",
]


def load_one(document: Any, **options: Any) -> Article:
    [article] = wirenews.load(document, **options)
    return article


PICTURES = {
    "a PNG picture": b"\x89PNG\r\n\x1a\n",
    "a JPEG picture": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "a GIF picture": b"GIF89a\x01\0\x01\0",
    "a WebP picture": b"RIFF\x24\0\0\0WEBPVP8 ",
    "a TIFF picture": b"II*\0\x08\0\0\0",
    "a BMP picture": b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0",
    "a HEIF or AVIF picture": b"\0\0\0\x18ftypheic\0\0\0\0",
    "an MP4 or QuickTime film": b"\0\0\0\x18ftypmp42\0\0\0\0",
    "an MPEG film": b"\0\0\x01\xba\x44\0\x04",
    "an AVI film": b"RIFF\x24\0\0\0AVI LIST",
    "an MP3 recording": b"ID3\x04\0\0\0\0\0\0",
    "a WAV recording": b"RIFF\x24\0\0\0WAVEfmt ",
    "a PDF document": b"%PDF-1.7\n1 0 obj\n",
    "a PostScript document": b"%!PS-Adobe-3.0\n",
    "an RTF document": b"{\\rtf1\\ansi OSLO (Reuters) - It rained.}",
    "a Word document (doc)": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"),
    "a file of an older Microsoft Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "a RAR archive": b"Rar!\x1a\x07\x01\0",
    "a 7z archive": b"7z\xbc\xaf\x27\x1c\0\x04",
    "an SQLite database": b"SQLite format 3\0",
    "a program": b"\x7fELF\x02\x01\x01\0",
}


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "words " * 50)
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("story.txt"))
    return file.getvalue()


class TestWhatIsNoText:
    @pytest.mark.parametrize(("what", "data"), [
        *PICTURES.items(),
        ("a ZIP archive", zipped("story.txt")),
        ("a Word document (docx)", zipped("[Content_Types].xml", "word/document.xml")),
        ("an Excel workbook (xlsx)", zipped("[Content_Types].xml", "xl/workbook.xml")),
        ("an EPUB book", zipped("mimetype", "chapter.html")),
        ("a bzip2 archive", bz2.compress(b"words")),
        ("an xz archive", lzma.compress(b"words")),
        ("a tar archive", tarred()),
    ])  # fmt: skip
    def test_is_refused_by_name(self, what: str, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "story.txt"
        for bytes_ in (data, gzip.compress(data)):
            path.write_bytes(bytes_)
            for document in (bytes_, path):
                with pytest.raises(ValueError, match=f"^this is {regex.escape(what)}, no text"):
                    wirenews.iter_load(document)
        with pytest.raises(ValueError, match=f"^this is {regex.escape(what)}, no text"):
            wirenews.load(data, format="text")

    def test_other_bytes_with_many_zeros(self) -> None:
        with pytest.raises(ValueError, match=r"^these bytes are no text"):
            wirenews.load(b"MZ\x90\0\x03\0\0\0\x04" + bytes(100))

    def test_zeros_in_a_str_are_characters(self) -> None:
        assert load_one("Rain.\0\0\0").source == "Rain.\0\0\0"

    def test_rtf_as_a_str_too(self) -> None:
        with pytest.raises(ValueError, match="this is an RTF document"):
            wirenews.load("{\\rtf1 It rained.}")

    @pytest.mark.parametrize(
        "text",
        [
            "GIF animations",
            "BMW cut prices",
            "ID3 tags",
            "PK won the vote",
            "RIFFA, Bahrain (AFP) - Rain.",
            "%PDF",
            "II. Rain",
        ],
    )
    def test_words_are_no_signature(self, text: str) -> None:
        assert load_one(text.encode()).source == text

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
    def test_wide_characters_are_text(self, encoding: str) -> None:
        assert load_one("OSLO (Reuters) - It rained.".encode(encoding)).body == "It rained."


class TestPacked:
    @pytest.mark.parametrize("text", DOCUMENTS)
    def test_gzip_is_opened(self, text: str, tmp_path: Path) -> None:
        data = text.encode()
        path = tmp_path / "story.gz"
        path.write_bytes(gzip.compress(data))
        assert wirenews.load(path) == wirenews.load(gzip.compress(data)) == wirenews.load(data)

    def test_zstd_is_opened(self) -> None:
        text = "OSLO (Reuters) - It rained.\n" + "Nobody minded.\n" * 100_000
        packed = zstd_compress(text.encode())
        assert load_one(packed).source == text
        assert load_one(packed + zstd_compress(b"More.")).source == text + "More."
        with pytest.raises(ValueError, match="this is a PNG picture"):
            wirenews.load(zstd_compress(PICTURES["a PNG picture"]))

    @pytest.mark.parametrize("cut", [5, 10, -1])
    def test_damage_is_told(self, cut: int) -> None:
        for name, packed in (("gzip", gzip.compress(b"words " * 99)), ("zstd", zstd_compress(b"words " * 99))):
            with pytest.raises(ValueError, match=f"^this {name} archive is damaged or cut off"):
                wirenews.load(packed[:cut])
            with pytest.raises(ValueError, match="damaged or cut off"):
                wirenews.load(packed[:8] + b"\xff" * 40)

    def test_once_and_no_more(self) -> None:
        for inner in (gzip.compress(b"words"), zstd_compress(b"words")):
            for outer in (gzip.compress(inner), zstd_compress(inner)):
                with pytest.raises(ValueError, match="archive within another archive, no text: unpack it first"):
                    wirenews.load(outer)

    @pytest.mark.parametrize("pack", ["gzip", "zstd"])
    def test_a_bomb_fills_no_memory(self, pack: str) -> None:
        bomb = gzip.compress(bytes(200 << 20), 1) if pack == "gzip" else zstd_compress(bytes(200 << 20))
        tracemalloc.start()
        try:
            with pytest.raises(ValueError, match="more than 1,000,000 bytes: give a higher limit"):
                wirenews.load(bomb, limit=1_000_000)
            assert tracemalloc.get_traced_memory()[1] < 30 << 20
        finally:
            tracemalloc.stop()

    def test_the_limit_counts_what_comes_out(self) -> None:
        text = "OSLO (Reuters) - It rained all day.\n" * 10
        for document in (text, text.encode(), gzip.compress(text.encode()), zstd_compress(text.encode())):
            assert wirenews.load(document, limit=len(text))
            with pytest.raises(ValueError, match="give a higher limit"):
                wirenews.load(document, limit=len(text) - 1)

    def test_a_large_file_is_not_read_to_its_end(self, tmp_path: Path) -> None:
        path = tmp_path / "large.txt"
        path.write_bytes(b"words " * 100_000)
        with pytest.raises(ValueError, match="more than 1,000 bytes"):
            next(wirenews.iter_load(path, limit=1000))

    @pytest.mark.skipif(sys.version_info >= (3, 14), reason="the standard library opens zstd")
    def test_without_zstandard_it_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        packed = zstd_compress(b"words")
        monkeypatch.setitem(sys.modules, "zstandard", None)
        with pytest.raises(ImportError, match=r"pip install 'wirenews\[zstd\]'"):
            wirenews.load(packed)


def zstd_compress(data: bytes) -> bytes:
    name = "compression.zstd" if sys.version_info >= (3, 14) else "zstandard"
    packed: bytes = importlib.import_module(name).compress(data)
    return packed
