"""SGML of corpora: documents as they are marked up, well and badly. All of them are made up."""

from __future__ import annotations

from typing import Any

import pytest
from documents import GIGAWORD, REUTERS_21578, TREC
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews.formats.flat import FlatItem
from wirenews.formats.reads import Reads

LEAD = "Portugal will raise harbour dues by 4 percent."
MORE = "Shipping lines had expected more."

# A document, and what it says: its headline, byline, dateline, day and paragraphs.
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "no element is closed but the document": (
        f"<DOC><DOCNO>AP890226-0007</DOCNO><TEXT>\n<P>\n{LEAD}\n<P>\n{MORE}\n</DOC>",
        {"date": "1989-02-26", "paragraphs": [LEAD, MORE]}),
    "an element inside the body": (
        f"<DOC><DOCNO>AFP20010512.0004</DOCNO><BODY><HEADLINE>Dues rise</HEADLINE><TEXT><P>{LEAD}</P><P>{MORE}</P></TEXT></BODY></DOC>",
        {"headline": "Dues rise", "date": "2001-05-12", "paragraphs": [LEAD, MORE]}),
    "paragraphs in the headline and the date": (
        f"<DOC><DATE><P>May 12, 1994, Thursday</P></DATE><HEADLINE><P>Dues</P><P>rise</P></HEADLINE><TEXT><P>{LEAD}</P></TEXT></DOC>",
        {"headline": "Dues rise", "date": "1994-05-12", "paragraphs": [LEAD]}),
    "a brief has all in its text": (
        '<REUTERS NEWID="3"><DATE>26-FEB-1987 15:01:01.79</DATE><TEXT TYPE="BRIEF">&#2;\n<TITLE>DUES RISE &lt;D></TITLE>'
        f"<AUTHOR>    By Nora Fielding, Reuters</AUTHOR>\n<DATELINE>    LISBON, Feb 26 - </DATELINE>{LEAD}\n&#3;</TEXT></REUTERS>",
        {"headline": "DUES RISE <D>", "byline": ["Nora Fielding"], "dateline": "LISBON, Feb 26", "paragraphs": [LEAD]}),
    "names in lower case": (
        f"<doc id='AFP_ENG_19940512.0004'><headline>Dues rise</headline><text><p>{LEAD}</p></text></doc>",
        {"headline": "Dues rise", "date": "1994-05-12", "paragraphs": [LEAD]}),
    "signs that are no tags": (
        "<DOC><TEXT>Prices < 5 and > 3 percent, AT&T said, <5 or so.</TEXT></DOC>",
        {"paragraphs": ["Prices < 5 and > 3 percent, AT&T said, <5 or so."]}),
    "references": (
        "<DOC><TEXT>R&amp;D in Z&uuml;rich&#5; &lt;ABB> cost &amp;lt; 5&#37;.</TEXT></DOC>",
        {"paragraphs": ["R&D in Zürich <ABB> cost &lt; 5%."]}),
    "ends without a start": (
        f"<DOC></HEADLINE><TEXT></I>{LEAD}</P>{MORE}</TITLE></TEXT></DOC>", {"paragraphs": [LEAD, MORE]}),
    "the beginning of a document within a word": (
        "<DOC><TEXT>Portugal will raise har<DOC>bour dues.</TEXT></DOC>", {"paragraphs": ["Portugal will raise harbour dues."]}),
    "a tag that ends nowhere": (f"<DOC><TEXT>{LEAD}\n<P", {"paragraphs": [LEAD, "<P"]}),
    "text that is not the story": (
        f"<DOC><TEXT><P>{LEAD}</P><FIGURE><P>A harbour</P></FIGURE><P>{MORE}</P></TEXT></DOC>", {"paragraphs": [LEAD, MORE]}),
    "lines set in": (
        "<DOC><TEXT>\n\tPortugal will raise\nharbour dues.\n\tIt goes on.\n</TEXT></DOC>",
        {"paragraphs": ["Portugal will raise harbour dues.", "It goes on."]}),
}  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
@pytest.mark.parametrize(("document", "expected"), CASES.values(), ids=CASES)
def test_a_document(document: str, expected: dict[str, Any], ends: str) -> None:
    [article] = wirenews.load(document.replace("\n", ends))
    found = {
        "headline": article.headline.text if article.headline else None,
        "byline": [person.name for person in article.byline.people] if article.byline else None,
        "dateline": article.dateline.text if article.dateline else None,
        "date": str(article.date) if article.date else None,
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
    }
    assert {name: found[name] for name in expected} == expected


def test_documents_one_behind_the_other_are_stories_of_their_own() -> None:
    documents = TREC + GIGAWORD + REUTERS_21578 + "<DOC><TEXT>Cut o"
    assert [article.metadata.uri for article in wirenews.load(documents) if article.metadata] == [
        "AP890226-0007",
        "AFP_ENG_19940512.0004",
        "7",
    ]


def test_no_library_for_xml_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    assert [article.format for article in wirenews.load(REUTERS_21578)] == ["sgml"]


def test_an_element_is_no_deeper_than_forty() -> None:
    [article] = wirenews.load(f"<DOC>{'<B>' * 5000}<TEXT>{LEAD}</TEXT>{'</B>' * 5000}</DOC>")
    assert article.body == LEAD


READS = Reads(story={"title": "TITLE", "text": "TEXT"}, metadata={"uri": "DOC/@id", "kind": "TEXT/@TYPE"})


@given(
    st.lists(st.sampled_from(["<TEXT>", "</TEXT>", "<P>", "</P>", "<TITLE>", "</TITLE>", "Rain ", "<"]), max_size=12)
)
def test_items_tagged_alike_are_read_alike_whatever_came_before(parts: list[str]) -> None:
    """What is worked out once for all of them must not keep anything of one."""
    for word in ("wind", "snow"):
        item = FlatItem("<DOC id='1'>" + "".join(parts).replace("Rain", word), READS)
        texts = [text for places in item.plan.story.values() for text in item.texts(places)]
        assert not any({"wind": "snow", "snow": "wind"}[word] in text for text in texts)


def test_attributes_of_the_first_tag_are_its_own() -> None:
    found = []
    for number in ("1", "2"):
        item = FlatItem(f'<DOC grid="0" id="{number}"><TEXT TYPE=BRIEF>Rain</TEXT></DOC>', READS)
        found.append([item.texts(places) for places in item.plan.metadata.values()])
    assert found == [[["1"], ["BRIEF"]], [["2"], ["BRIEF"]]]
