"""Layout: the blocks of any text, with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirenews.text.characters import plain_text
from wirenews.text.layout import clean, find_blocks

WRAPPED = [
    "The harbour was closed for a second day as the wind",
    "blew from the north and the pilots stayed ashore, its",
    "master said.",
]
LONG = "The harbour was closed for a second day as the wind blew from the north, and no pilot left the shore. " * 2


def texts(source: str) -> list[str]:
    text = plain_text(source)
    return [clean(text, start, end) for start, end in find_blocks(text)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t\n ", [], id="only blanks"),
        pytest.param("One.\n\nTwo.\n", ["One.", "Two."], id="blank line"),
        pytest.param("One.\n\n\n \t \n\n\nTwo.", ["One.", "Two."], id="many blank lines with white space in them"),
        pytest.param(f"{LONG}\n{LONG}\n", [LONG.strip(), LONG.strip()], id="one paragraph a line"),
        pytest.param(LONG * 30, [(LONG * 30).strip()], id="one long line"),
        pytest.param(f"    {LONG}\r\n    {LONG}\r\n", [LONG.strip(), LONG.strip()], id="CRLF"),
        pytest.param("One.\r\rTwo.\r", ["One.", "Two."], id="CR"),
        pytest.param("One.\u2029Two.\u2028Three.", ["One.", "Two.", "Three."], id="line and paragraph separators"),
        pytest.param("One.\f\nTwo.", ["One.", "Two."], id="form feed"),
        pytest.param("\tOne.\n\tTwo.\n", ["One.", "Two."], id="tabs"),
        pytest.param("\u00a0\u00a0One.\n\u00a0\nTwo.", ["One.", "Two."], id="no-break spaces"),
        pytest.param("\ufeffOne.\n\nTwo.", ["One.", "Two."], id="byte order mark"),
        pytest.param("\x02One.\x03\n\n\x00\x00\n\nTwo.\x04", ["One.", "Two."], id="control characters"),
    ],
)
def test_blocks(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize("indent", [2, 3, 4, 5, 8])
def test_indented_and_wrapped_paragraphs_are_joined(indent: int) -> None:
    paragraph = " " * indent + "\n".join(WRAPPED)
    assert texts(f"HARBOUR CLOSED\n{paragraph}\n{paragraph}\n Reuter\n") == [
        "HARBOUR CLOSED",
        " ".join(WRAPPED),
        " ".join(WRAPPED),
        "Reuter",
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\n\n\n\n"])
def test_wrapped_paragraphs_apart_by_blank_lines_are_joined(gap: str) -> None:
    paragraph = "\n".join(WRAPPED)
    assert texts(gap.join([paragraph, paragraph])) == [" ".join(WRAPPED)] * 2


def test_header_lines_above_wrapped_text_stay_apart() -> None:
    source = "Harbour Closed\nBy NORA FIELDING\nAssociated Press Writer\n   OSLO (AP) _ " + "\n".join(WRAPPED) + "\n"
    assert texts(source)[:3] == ["Harbour Closed", "By NORA FIELDING", "Associated Press Writer"]


def test_a_headline_that_fills_its_line_is_joined_with_the_next() -> None:
    source = "Harbour Closed for Second Day as Wind Blows From the\nNorth\n   " + "\n".join(WRAPPED) + "\n"
    assert texts(source)[0] == "Harbour Closed for Second Day as Wind Blows From the North"


def test_a_word_that_is_indented_by_one_blank_goes_on() -> None:
    source = (
        "    The government and the firm of Harbour Holdings Co\n <HHC.N> expect to sign on Monday, officials said.\n"
    )
    assert texts(source) == [
        "The government and the firm of Harbour Holdings Co <HHC.N> expect to sign on Monday, officials said."
    ]


def test_a_table_stays_together() -> None:
    paragraph = "\n".join(WRAPPED)
    lines = "\n\n".join([paragraph] * 4)
    table = "Tin      4,100\nCopper   7,750\nZinc     1,020"
    assert texts(f"{lines}\n\n{table}\n\n{paragraph}")[4] == "Tin 4,100 Copper 7,750 Zinc 1,020"


def test_the_rows_of_a_table_are_one_block_where_every_line_is_a_paragraph() -> None:
    table = "Tin\t4,100\nCopper\t7,750\nZinc   1,020"
    assert texts(f"{LONG}\n{table}\n{LONG}\n") == [LONG.strip(), "Tin 4,100 Copper 7,750 Zinc 1,020", LONG.strip()]


@pytest.mark.parametrize("source", ["(\nAP\n)\n", "—\nAP\n—\n", "•\nAP\n•\n", "***\n\nAP\n\n***\n"])
def test_a_mark_alone_on_its_line_is_no_block(source: str) -> None:
    assert texts(source) == ["AP"]


@given(st.text(alphabet=st.sampled_from("aB. \n\t,-"), max_size=200))
def test_only_what_is_blank_lies_between_blocks(text: str) -> None:
    position = 0
    for start, end in find_blocks(text):
        assert start >= position
        assert not text[position:start].strip(" -\n\t")
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end
    assert not text[position:].strip(" -\n\t")


@given(st.text(alphabet=st.sampled_from("aB. \n\t,-"), max_size=200))
def test_clean_text_is_on_one_line_with_single_blanks(text: str) -> None:
    assert clean(text, 0, len(text)) == " ".join(text.split())
