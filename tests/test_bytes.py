"""Bytes: what they are decoded as, and what is said of those that cannot be."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews.decoding import decode

WINDOWS = [
    "Le président a déclaré que l’été était « très » chaud.",
    "Über die Straße – nach Köln",
    "It’s raining",
    "don’t, can’t, won’t",
    # One pair of these is a character in UTF-8: É before a quotation mark, Å before a dash.
    "«CAFÉ» est fermé. L'été est fini, c'est la rentrée.",
    "Han så en Å–dal og gik på æbler.",
    "smørrebrød",
]
OTHERS = [
    ("shift_jis", "東京で大きな地震がありました。気象庁は津波の心配はないと発表した。"),
    ("euc_jp", "東京で大きな地震がありました。気象庁は津波の心配はないと発表した。"),
    ("gbk", "新华社北京电国家主席今天会见了来访的外国客人。"),
    ("big5", "台北今天下午發生地震中央社記者報導"),
    ("cp1251", "Київ. Вінниця, Міністр і його їжа. Європа"),
    ("koi8-r", "Москва, дождь шёл весь день"),
    ("cp1253", "Η Αθήνα ανακοίνωσε σήμερα· ότι Έλληνες"),
    ("cp1256", "الرياض اليوم أعلنت"),
]
characters = st.characters(exclude_categories=["Cs"])
beyond_ascii = st.characters(min_codepoint=0x80, exclude_categories=["Cs"])


@given(
    st.text(characters, max_size=20), beyond_ascii, st.text(characters, max_size=20),
    st.integers(0), st.integers(0x80, 0xFF),
)  # fmt: skip
def test_one_bad_byte_anywhere_spoils_no_other_character(before: str, some: str, after: str, at: int, bad: int) -> None:
    data = (before + some + after).encode()
    at %= len(data) + 1
    # Where the byte comes to stand inside a character, that one is damaged too.
    first, last = data[:at].decode(errors="ignore"), data[at:].decode(errors="ignore")
    hypothesis.assume(not (first + last).isascii())
    text, defects = decode(data[:at] + bytes([bad]) + data[at:])
    assert text.startswith(first)
    assert text.endswith(last)
    assert "encoding-guessed" not in [defect.code for defect in defects]


@pytest.mark.parametrize("position", ["start", "middle", "end"])
@pytest.mark.parametrize("bad", [0x80, 0x92, 0xC3, 0xE9, 0xF0, 0xFF])
@pytest.mark.parametrize(
    "story", ["OSLO (Reuters) - A café opened.", "МОСКВА, 27 августа. /ТАСС/. Дождь шёл.", "雨。", "é"]
)
def test_the_byte_is_named(story: str, bad: int, position: str) -> None:
    at = {"start": 0, "middle": len(story) // 2, "end": len(story)}[position]
    offset = len(story[:at].encode())
    data = story[:at].encode() + bytes([bad]) + story[at:].encode()
    article = wirenews.parse(data)
    assert article.source == story[:at] + "\ufffd" + story[at:]
    [defect] = article.defects
    assert (defect.code, defect.start, defect.end) == ("bytes-undecodable", at, at + 1)
    assert defect.message == f"byte 0x{bad:02X} at offset {offset} is not UTF-8: U+FFFD stands for it"
    [loaded] = wirenews.load(data)
    assert (loaded.source, loaded.defects) == (article.source, article.defects)


def test_several_bad_bytes_are_one_defect() -> None:
    text, [defect] = decode(b"caf\xc3\xa9 \xff \xc3\xbc \xe9\xe9 \xc3\xb6")
    assert text == "café \ufffd ü \ufffd\ufffd ö"
    assert defect.message == "byte 0xFF at offset 6 is not UTF-8: U+FFFD stands for it, and more after it"


@pytest.mark.parametrize("text", WINDOWS)
def test_windows_1252_stays_what_it_is(text: str) -> None:
    for decoded, defects in [decode(text.encode("cp1252")), decode(f"{text} {text}".encode("cp1252"))]:
        assert decoded.startswith(text)
        assert [defect.code for defect in defects] == ["encoding-guessed"]


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_no_other_encoding_passes_for_damaged_utf8(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding))[1][0].code == "encoding-guessed"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_byte_is_named_behind_a_byte_order_mark(encoding: str) -> None:
    whole = "Zürich".encode(encoding)
    bad = b"\xff" if encoding == "utf-8-sig" else b"\x00\xd8" + b"\0" * (2 if encoding == "utf-32" else 0)
    text, [defect] = decode(whole + bad)
    assert text == "Zürich\ufffd"
    assert f"at offset {len(whole)} is not UTF-" in defect.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_replacement_character_that_was_sent_is_no_damage(encoding: str) -> None:
    text = "Rain \ufffd in Oslo"
    assert decode(text.encode(encoding)) == (text, [])


def test_half_a_page_of_utf8_is_read_as_such() -> None:
    page = "<html><body><article><p>" + "Der Fluss trat über die Ufer. " * 400 + "</p></article></body></html>"
    data = page.encode()
    for cut in range(4080, 4200):  # a look at the beginning must not stop inside a character
        assert wirenews.load(data[:cut] + b"\xff" + data[cut:])[0].format == "html"
