"""What is damaged, glued, cut off, packed, endless: nothing of a document is lost, and what is wrong is told."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import attrs
import documents
import pytest
from test_formats import ANPA, G2, G2_ITEM, HTML, IPTC, NEWSML, NINJS_1, NINJS_2, NITF

import wirenews
from wirenews import Article, DefectError, Metadata, Subject
from wirenews.formats import MODULES
from wirenews.formats.reads import Reads
from wirenews.formats.story import Story
from wirenews.kinds import NoticeKind

LATER = G2_ITEM.replace("Harbour dues to rise", "Ferries stay in port")


def load_one(document: Any, **options: Any) -> Article:
    [article] = wirenews.load(document, **options)
    return article


def codes(article: Article) -> list[str]:
    return [defect.code for defect in article.defects]


def nitf(paragraphs: str) -> str:
    start, end = NITF.index("<body.content>") + len("<body.content>"), NITF.index("</body.content>")
    return f"{NITF[:start]}{paragraphs}{NITF[end:]}"


class TestDamagedXml:
    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("It rained & blew &undefined; &amp; froze &lt;hard&gt;.", "It rained & blew &undefined; & froze <hard>."),
            ("It rained.</br>It blew.", "It rained. It blew."),
            ("It <b class=strong>rained</b> all day.", "It rained all day."),
            ("It <b>rained <i>and</b> blew</i> hard.", "It rained and blew hard."),
            ("It rained\x0band blew.\x19", "It rained and blew.\ufffd"),
            ("It rained & the sun &copy; shone.", "It rained & the sun © shone."),
            ("It rained <3 times.", "It rained <3 times."),
            ("It rained <and> blew > froze.", "It rained blew > froze."),
        ],
    )
    def test_loses_no_text_and_is_told(self, written: str, read: str) -> None:
        article = load_one(nitf(f"<p>{written}</p><p>Nobody minded & slept.</p>"))
        assert " ".join(article.body.split()) == f"{read} Nobody minded & slept."
        assert codes(article) == ["markup-malformed"]

    def test_the_line_and_the_column_are_those_of_the_document(self) -> None:
        document = G2.replace("Lines had", "Lines & had")
        line = document[: document.index("& had")].count("\n") + 1
        column = document.index("& had") - document.rindex("\n", 0, document.index("& had"))
        [defect] = load_one(document).defects
        assert f"line {line}, column {column + 1}" in defect.message

    def test_a_document_cut_in_half_says_so(self) -> None:
        article = load_one(nitf("<p>It rained.</p><p>It blew.</p>").partition("blew")[0])
        assert article.body == "It rained.\n\nIt"
        assert "ends early" in article.defects[0].message

    def test_what_is_well_formed_is_no_damage(self) -> None:
        assert codes(load_one(NITF)) == []
        assert codes(load_one(G2.replace("<headline>", '<x:y z:w="1"/><headline>'))) == []

    def test_a_paragraph_of_12_megabytes(self) -> None:
        text = "It rained all day. " * 700_000
        assert load_one(nitf(f"<p>{text}</p>"), format="nitf").body == text.strip()

    @pytest.mark.parametrize("depth", [300, 1500, 40_000])
    def test_deep_elements(self, depth: int) -> None:
        article = load_one(nitf(f"<p>It rained.</p>{'<b>' * depth}It blew.{'</b>' * depth}<p>It froze.</p>"))
        assert [paragraph.text for paragraph in article.paragraphs] == ["It rained.", "It blew.", "It froze."]
        assert codes(article) == (["markup-malformed"] if depth > 2000 else [])

    def test_a_deep_page(self) -> None:
        page = (
            f"<html><body>{'<div>' * 5000}<p>{documents.LEAD}</p>{'</div>' * 5000}<p>{documents.MORE}</p></body></html>"
        )
        assert load_one(page).body == f"Portugal will raise harbour dues.\n\n{documents.MORE}"

    @pytest.mark.parametrize(
        ("declared", "read", "defects"),
        [
            ('<!ENTITY paper "The Courier">', "The Courier said.", []),
            ('<!ENTITY paper "Zeitung &#252;ber alles">', "Zeitung über alles said.", []),
            ('<!ENTITY paper SYSTEM "file:///etc/hostname">', "&paper; said.", ["markup-malformed"]),
            ('<!ENTITY paper "<p>x</p>">', "&paper; said.", ["markup-malformed"]),
            (f'<!ENTITY paper "{"x" * 3000}">', "&paper; said.", ["markup-malformed"]),
            ('<!ENTITY a "ha"><!ENTITY paper "&a;&a;">', "&paper; said.", ["markup-malformed"]),
            ('<!ENTITY % paper "x">', "&paper; said.", ["markup-malformed"]),
        ],
    )
    def test_entities_that_it_declares(self, declared: str, read: str, defects: list[str]) -> None:
        document = nitf("<p>&paper; said.</p>").replace('"nitf-3-2.dtd">', f'"nitf-3-2.dtd" [{declared}]>')
        article = load_one(document)
        assert (article.body, codes(article)) == (read, defects)

    def test_strict_raises(self) -> None:
        with pytest.raises(DefectError, match="markup-malformed"):
            wirenews.load(nitf("<p>It rained & blew.</p>"), strict=True)
        assert wirenews.load(NITF, strict=True)


class TestOneBadItem:
    def test_in_a_message_costs_no_other(self) -> None:
        bad = "<newsItem><contentSet><inlineXML>"
        message = G2.replace("<itemSet>", f"<itemSet>{G2_ITEM}").replace(
            "</itemSet>", f"{bad}</newsItem>{LATER}</itemSet>"
        )
        first, second, broken, last = wirenews.load(message)
        assert [first.defects, second.defects, last.defects] == [(), (), ()]
        assert (codes(broken), broken.source, broken.format) == (["source-unreadable"], "", "newsml-g2")
        assert last.headline is not None
        assert last.headline.text == "Ferries stay in port"

    def test_damage_stands_on_its_own_item(self) -> None:
        message = G2.replace("<itemSet>", f"<itemSet>{G2_ITEM.replace('Lines had', 'Lines & had')}")
        assert [codes(article) for article in wirenews.load(message)] == [["markup-malformed"], []]

    def test_glued_documents(self) -> None:
        for document in (NITF, G2, NEWSML, documents.RSS):
            assert len(wirenews.load(document * 3)) == 3
        cut = NITF.partition("the mill")[0]
        first, second = wirenews.load(cut + NITF)
        assert "ends early" in first.defects[0].message
        assert second == load_one(NITF)

    def test_json_lines_with_a_broken_one(self) -> None:
        lines = [json.dumps(NINJS_1), '{"uri": "x", "body_text": ', json.dumps(NINJS_2)]
        first, broken, last = wirenews.load("\n".join(lines))
        assert (codes(broken), broken.source) == (["source-unreadable"], "")
        assert "line 2" in broken.defects[0].message
        assert [first, last] == [load_one(lines[0]), load_one(lines[2])]
        with pytest.raises(DefectError, match="source-unreadable"):
            wirenews.load("\n".join(lines), strict=True)

    def test_json_lines_whose_first_is_broken(self) -> None:
        good = json.dumps(NINJS_1)
        broken, read, _ = wirenews.load('{"uri": "x", \n' + good + "\n" + good)
        assert (codes(broken), read) == (["source-unreadable"], load_one(good))

    @pytest.mark.parametrize("between", ["", "\n", "  ", ",\n"])
    @pytest.mark.parametrize("indent", [None, 2])
    def test_objects_behind_each_other(self, between: str, indent: int | None) -> None:
        document = between.join(json.dumps(item, indent=indent) for item in (NINJS_1, NINJS_2, NINJS_1))
        assert len(wirenews.load(document)) == 3

    def test_a_document_of_nothing_but_damage_is_refused(self) -> None:
        with pytest.raises(ValueError, match=r"holds no story: .*ends early"):
            wirenews.load("<nitf><head><title>Rain</title>")


class TestRefusals:
    @pytest.mark.parametrize(
        ("document", "words"),
        [
            ('{"uri": "x",\n"body_text": "It rai', 'looks like JSON but ends early, line 2: format="text" reads it'),
            ('{"uri": "x" "body_text": 5}', "looks like JSON but is none, line 1, column 13"),
            ("[" * 100_000, "nested too deeply"),
            ('{"uri": ' * 100_000, "nested too deeply"),
            ('{"uri": ' + "1" * 100_000 + "}", "too many digits"),
            ('{"colour": "red"}', "JSON of no format known"),
            ('<?xml version="1.0"?><opml/>', "XML whose root <opml>"),
            ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>', "a sitemap"),
            ('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>', "XMP"),
        ],
    )
    def test_say_what_it_is(self, document: str, words: str) -> None:
        for each in (document, document.encode()):
            with pytest.raises(ValueError, match=re.escape(words)):
                wirenews.load(each)
        assert load_one(document, format="text").source == document

    def test_an_archive_of_pages(self) -> None:
        with pytest.raises(ValueError, match=r"WARC.*use warcio for its records"):
            wirenews.load(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n")

    @pytest.mark.parametrize("text", ["[Reuters] It rained.", "{Rain} fell.", "<AP> It rained.", "< 5 of them"])
    def test_are_for_no_text(self, text: str) -> None:
        assert load_one(text).format == "text"


class TestBeginnings:
    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_without_a_mark(self, encoding: str) -> None:
        assert load_one(NITF.encode(encoding)).body == load_one(NITF).body

    @pytest.mark.parametrize(
        "before",
        [
            "\n" * 9000,
            "\0" * 100,
            f"<!-- {'x' * 20_000} -->",
            "<!DOCTYPE nitf [" + '<!ENTITY a SYSTEM "b">' * 900 + "]>",
        ],
    )
    def test_what_stands_before_the_root(self, before: str) -> None:
        document = NITF[NITF.index("<nitf") :]
        assert load_one((before + document).encode()).format == "nitf"
        assert load_one(("\n" * 9000 + HTML).encode()).format == "html"

    def test_a_mapping_and_an_open_file(self, tmp_path: Path) -> None:
        assert load_one(NINJS_1) == load_one(json.dumps(NINJS_1))
        (tmp_path / "feed.gz").write_bytes(gzip.compress(NITF.encode()))
        with (tmp_path / "feed.gz").open("rb") as file:
            assert load_one(file) == load_one(NITF)
        with pytest.raises(TypeError, match="open it with open"):
            wirenews.load(io.StringIO("text"))


# A feed of many items: what stands before them, one, and what stands behind them.
FEEDS = {
    "newsml-g2": (G2.partition("<newsItem")[0], G2_ITEM, "</itemSet></newsMessage>"),
    "newsml": (NEWSML[: NEWSML.index("<NewsItem>")], NEWSML[NEWSML.index("<NewsItem>") : NEWSML.index("</NewsML>")], ""),
    "rss": (documents.RSS.partition("<item>")[0], documents.RSS[documents.RSS.index("<item>") : documents.RSS.index("</channel>")], ""),
    "ninjs": ("", json.dumps(NINJS_1) + "\n", ""),
    "anpa": ("", ANPA, ""),
    "iptc7901": ("", IPTC, ""),
    "sgml": ("", documents.REUTERS_21578, ""),
    "mail": ("", f"From a@b.example Wed Feb 26 09:00:00 2025\n{documents.MAIL}", ""),
    "nexis": ("", documents.NEXIS.partition("                               2 of 2")[0], ""),
    "factiva": ("", documents.FACTIVA, ""),
    "zczc": ("", documents.ZCZC, ""),
}  # fmt: skip
# Documents whose damage is tried out character by character.
DAMAGED = {
    "factiva": documents.FACTIVA_WITHOUT_CODES,
    "zczc": documents.MEDIANET,
    "iptc7901": documents.ATS,
    "rss": documents.WXR,
    "ap": json.dumps(documents.AP_WITH_NITF),
    "html": documents.MICRODATA,
    "json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": documents.LEAD}]}),
}  # fmt: skip


class TestDamage:
    @pytest.mark.parametrize("format", DAMAGED)
    def test_a_document_cut_anywhere_is_read_or_refused_in_words(self, format: str) -> None:
        document = DAMAGED[format].encode()
        assert wirenews.load(document)[0].format == format
        for end in range(1, len(document), 41):
            for damaged in (document[:end], document[:end] + b"\xff\x93\0" + document[end:]):
                with contextlib.suppress(ValueError):
                    for article in wirenews.load(damaged):
                        assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source

    @pytest.mark.parametrize(
        "inner",
        [
            "<b itemscope itemprop=author itemtype=https://schema.org/NewsArticle>",
            "<b itemprop=articleBody>",
            "<b itemprop=a>",
        ],
    )
    def test_nested_microdata(self, inner: str) -> None:
        page = (
            f'<html><body><div itemscope itemtype="https://schema.org/NewsArticle">{inner * 20_000}<p>{documents.LEAD}'
        )
        assert load_one(page).body == "Portugal will raise harbour dues."

    def test_a_huge_attribute(self) -> None:
        page = documents.MICRODATA.replace('content="Ports"', f'content="{"Ports, " * 200_000}"')
        metadata = load_one(page).metadata
        assert metadata is not None
        assert metadata.keywords == ("Ports",)


class _Endless(io.RawIOBase):
    """A file that counts how much of it was read."""

    def __init__(self, before: str, item: str, size: int) -> None:
        self._before, self._item = before.encode(), item.encode()
        self.left = size
        self.read_so_far = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self.left <= 0:
            return b""
        data = self._before + self._item * max(1, (size - len(self._before)) // len(self._item))
        self._before = b""
        self.left -= len(data)
        self.read_so_far += len(data)
        return data


class TestStreams:
    @pytest.mark.parametrize("format", FEEDS)
    def test_the_first_story_comes_before_the_last_is_read(self, format: str) -> None:
        before, item, _ = FEEDS[format]
        file = _Endless(before, item, 1 << 40)
        stories: Iterator[Article] = wirenews.iter_load(file)  # type: ignore[arg-type]
        first = next(stories)
        assert (first.format, bool(first.body)) == (format, True)
        assert file.read_so_far < 2_000_000
        assert next(stories).body == first.body

    @pytest.mark.parametrize("format", ["newsml-g2", "ninjs", "anpa"])
    def test_twenty_megabytes_take_no_more_memory_than_one(self, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is measured is what reading holds, so that no time goes into parsing."""
        monkeypatch.setattr("wirenews.formats.story.parse", lambda body, **_: Article(body))
        before, item, _ = FEEDS[format]
        item = item.replace("Lines had expected more.", "More. " * 3000).replace("It will take weeks.", "More. " * 3000)
        item = item.replace("Talks resume", "More. " * 3000 + "Talks resume")
        peaks = []
        for size in (1 << 20, 20 << 20):
            file = _Endless(before, item, size)
            tracemalloc.start()
            try:
                assert sum(1 for _ in wirenews.iter_load(file)) >= size // len(item)  # type: ignore[arg-type]
                peaks.append(tracemalloc.get_traced_memory()[1])
            finally:
                tracemalloc.stop()
        assert peaks[1] < peaks[0] + (2 << 20)

    def test_the_limit_bounds_an_item_of_a_stream_and_the_whole_of_a_document(self) -> None:
        document = (json.dumps(NINJS_1) + "\n") * 100
        assert sum(1 for _ in wirenews.iter_load(document.encode(), limit=5000)) == 100
        with pytest.raises(ValueError, match="more than 5,000 bytes"):
            wirenews.load(document.encode(), limit=5000)
        endless = G2.partition("<p>")[0] + "<p>It rained.</p>" * 1000
        with pytest.raises(ValueError, match="more than 5,000 bytes"):
            list(wirenews.iter_load(endless.encode(), limit=5000))


class TestLines:
    STORY = "LISBON, Feb 26 (Reuters) - Portugal will raise\nharbour dues by 4 percent this year.\n\nShipping lines had\nexpected more.\n"
    PARAGRAPHS = ("Portugal will raise harbour dues by 4 percent this year.", "Shipping lines had expected more.")

    @pytest.mark.parametrize("tag", ["p", "pre"])
    def test_a_whole_story_in_one_paragraph(self, tag: str) -> None:
        for document in (nitf(f"<{tag}>{self.STORY}</{tag}>"), _g2_of(f"<{tag}>{self.STORY}</{tag}>")):
            article = load_one(document)
            assert tuple(paragraph.text for paragraph in article.paragraphs) == self.PARAGRAPHS

    def test_indented_paragraphs_in_one(self) -> None:
        text = "LISBON, Feb 26 (Reuters) - Portugal will raise\nharbour dues by 4 percent.\n   Shipping lines had\nexpected more.\n"
        indented = "".join(f"          {line}\n" for line in text.splitlines())
        for each in (text, f"\n{indented}"):
            assert (
                load_one(nitf(f"<p>{each}</p>")).body
                == "Portugal will raise harbour dues by 4 percent.\n\nShipping lines had expected more."
            )

    def test_wrapped_markup_is_one_paragraph(self) -> None:
        assert (
            load_one(nitf("<p>Dues rise in\n    all harbours.</p><p>Lines had\n    more.</p>")).body
            == "Dues rise in all harbours.\n\nLines had more."
        )

    def test_escaped_markup_is_read(self) -> None:
        escaped = "&lt;p&gt;Dues rise &amp;amp; fall.&lt;/p&gt;&lt;p&gt;Lines had more.&lt;/p&gt;"
        for document in (nitf(escaped), _g2_of(escaped), documents.RBNEWS.replace("&lt;/p&gt;", "&lt;/p&gt; ")):
            assert len(load_one(document).paragraphs) == 2
        assert load_one(nitf(escaped)).body == "Dues rise & fall.\n\nLines had more."

    def test_tables_and_lists(self) -> None:
        table = "<table>\n<tr>\n <td>Lisbon</td>\n <td>4</td>\n</tr><tr><td>Porto</td><td>5</td></tr></table><ul><li>Dues</li><li>Tolls</li></ul>"
        article = load_one(nitf(f"<p>Dues rise in all harbours.</p>{table}"))
        assert "Lisbon\t4\n\nPorto\t5\n\nDues\n\nTolls" in article.source

    def test_a_lead_that_is_printed_twice_stands_once(self) -> None:
        lead = "<p>Portugal will raise harbour dues.</p>"
        content = (
            f'<block class="lead_paragraph">{lead}</block><block class="full_text">{lead}<p>Lines had more.</p></block>'
        )
        assert load_one(nitf(content)).body == "Portugal will raise harbour dues.\n\nLines had more."
        other = content.replace("<p>Portugal will", "<p>LEAD: Portugal will", 1)
        assert load_one(nitf(other)).body.count("harbour dues") == 2


def _g2_of(content: str) -> str:
    start, end = G2_ITEM.index("<body>") + len("<body>"), G2_ITEM.index("</body>")
    return f"{G2_ITEM[:start]}{content}{G2_ITEM[end:]}"


class TestBylines:
    @pytest.mark.parametrize(
        ("byline", "people", "titles", "agencies"),
        [
            ("By BERNARD CONDON<byttl>AP Business Writer</byttl>", ["Bernard Condon"], ["AP Business Writer"], ["ap"]),
            (
                "<person>Nora Fielding</person><person>Tom Marsh</person>",
                ["Nora Fielding", "Tom Marsh"],
                [None, None],
                [],
            ),
            (
                "By <person>Nora Fielding</person> and <person>Tom Marsh</person>",
                ["Nora Fielding", "Tom Marsh"],
                [None, None],
                [],
            ),
            (
                "<person>Nora Fielding</person><byttl>The Canadian Press</byttl>",
                ["Nora Fielding"],
                [None],
                ["canadian-press"],
            ),
        ],
    )
    def test_children_are_parted(
        self, byline: str, people: list[str], titles: list[str | None], agencies: list[str]
    ) -> None:
        read = load_one(NITF.replace("By Nora Fielding", byline)).byline
        assert read is not None
        assert [person.name for person in read.people] == people
        assert [agency.id for agency in read.agencies][:1] == agencies[:1] or read.people[0].title in titles

    @pytest.mark.parametrize("stated", ["powell.robin", "gr/bp", "YKN-CER", "Staff Reporter"])
    def test_one_that_names_nobody_does_not_beat_that_of_the_text(self, stated: str) -> None:
        item = {**NINJS_1, "byline": stated, "body_text": f"By Nora Fielding\n\n{documents.LEAD}"}
        article = load_one(item)
        assert article.byline is not None
        assert [person.name for person in article.byline.people] == ["Nora Fielding"]
        assert stated in article.source

    @pytest.mark.parametrize("stated", ["powell.robin", "gr/bp", "YKN-CER"])
    def test_a_login_is_no_byline(self, stated: str) -> None:
        article = load_one({**NINJS_1, "byline": stated})
        assert article.byline is None
        assert ("byline", stated) in [(field.name, field.value) for field in article.fields]


class TestMetadata:
    def test_of_newsml_g2(self) -> None:
        document = G2_ITEM.replace("<newsItem ", '<newsItem guid="urn:newsml:x:1" version="7" ')
        document = document.replace(
            "<itemMeta>", '<itemMeta><firstCreated>2018-10-20T09:00:00Z</firstCreated><pubStatus qcode="stat:usable"/>'
        )
        document = document.replace(
            "<contentMeta>",
            "<contentMeta><urgency>3</urgency><genre><name>Analysis</name></genre><keyword>ports; dues</keyword>"
            '<subject qcode="medtop:20000344"><name>shipping</name></subject><description role="drol:summary">Lines pay.</description>',
        )
        metadata = load_one(document).metadata
        assert metadata is not None
        assert (metadata.uri, metadata.version, metadata.status, metadata.urgency) == (
            "urn:newsml:x:1",
            "7",
            "usable",
            3,
        )
        assert (metadata.slugline, metadata.located, metadata.provider) == ("PORTUGAL-PORTS/DUES", "Lisbon", "REUTERS")
        assert metadata.subjects == (Subject("20000344", "shipping", "medtop"),)
        assert (metadata.keywords, metadata.genres, metadata.abstract) == (
            ("ports", "dues"),
            ("Analysis",),
            "Lines pay.",
        )
        assert str(metadata.created) == "2018-10-20 09:00:00+00:00"
        assert str(metadata.modified) == "2018-10-21 16:25:32-05:00"
        assert str(metadata.embargoed) == "2018-10-23 12:00:00+00:00"

    def test_the_teaser_of_dpa_is_no_paragraph(self) -> None:
        article = load_one(
            _g2_of(f'<section class="main"><p class="teaser">Lines pay.</p><p>{documents.LEAD}</p></section>')
        )
        assert article.body == "Portugal will raise harbour dues."
        assert article.metadata is not None
        assert article.metadata.abstract == "Lines pay."

    def test_of_nitf(self) -> None:
        document = NITF.replace(
            "<docdata>",
            '<docdata management-status="usable"><doc-id id-string="x1"/><urgency ed-urg="4"/><date.expire norm="20131101T000000Z"/>'
            '<du-key key="bridge" version="3"/>',
        ).replace(
            "<head>",
            '<head><tobject><tobject.subject tobject.subject.refnum="11006000" tobject.subject.matter="Works"/></tobject>',
        )
        metadata = load_one(document).metadata
        assert metadata == Metadata(
            uri="x1", version="3", status="usable", urgency=4, slugline="bridge", abstract="Detour by the lake",
            provider="AAP", located="Sydney", created=metadata.created if metadata else None,
            expires=metadata.expires if metadata else None, keywords=("Bridge",), subjects=(Subject("11006000", "Works"),),
        )  # fmt: skip

    def test_of_newsml_1(self) -> None:
        document = NEWSML.replace(
            "<NewsManagement>",
            "<Identification><NewsIdentifier><RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:x:1</PublicIdentifier>"
            '</NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/><Urgency FormalName="4"/>',
        ).replace("<NewsItem>", '<NewsEnvelope><Priority FormalName="5"/></NewsEnvelope><NewsItem>')
        metadata = load_one(document).metadata
        assert metadata is not None
        assert (metadata.uri, metadata.version, metadata.status, metadata.urgency) == (
            "urn:newsml:x:1",
            "2",
            "usable",
            4,
        )
        assert (metadata.priority, metadata.provider) == ("5", "AFP")

    def test_of_the_wires(self) -> None:
        anpa, iptc = load_one(ANPA).metadata, load_one(IPTC).metadata
        assert anpa is not None
        assert iptc is not None
        assert (anpa.priority, anpa.slugline, anpa.provider, anpa.subjects[0].code) == (
            "f",
            "BC-US--Ferry Strike",
            "AP",
            "l",
        )
        assert (iptc.uri, iptc.priority, iptc.slugline, iptc.provider) == ("eca:062", "4", "Austria-rail", "dpa")

    def test_of_a_wire_that_has_lost_its_control_characters(self) -> None:
        text = (
            "eca00075 3 i 510    dpa 1003\n\n/transport/ports/\n2ND LEAD\n3RD NET\nHarbour dues to rise\nBy Nora Fielding, dpa  =\n"
            " \nLisbon (dpa) - Portugal will raise harbour dues by 4 percent, the\nport authority said.\n\n# Notebook\n\n"
            "## Note to editors\n- Adds reaction\n\n## Editorial contacts\n- Reporting by: Nora Fielding\n\n"
            "dpa hm bs wjh\n\n\n101137 GMT Dez 18\n"
        )
        article = load_one(text)
        assert article.headline is not None
        assert (article.format, article.headline.text) == ("iptc7901", "Harbour dues to rise")
        assert article.body == "Portugal will raise harbour dues by 4 percent, the port authority said."
        assert [credit.text for credit in article.credits] == ["dpa hm bs wjh"]
        assert [notice.kind for notice in article.notices] == ["editor's note", "contact"]
        assert article.metadata is not None
        assert (article.metadata.take, article.metadata.slugline) == ("2ND LEAD 3RD NET", "transport/ports")

    def test_the_dialects_of_kyodo_and_ats(self) -> None:
        kyodo = (
            "\x01a0105KYODO\x1fkoko-\r\nu s\x14\x12 BC-Soccer-Cup   09-12 0344\r\n\x02BC-Soccer-Cup\r\nSoccer: Reds win the Cup+\r\n"
            "     SAITAMA, Japan, Dec. 9 Kyodo - The Reds won the Cup on Sunday after \r\na long night.\r\n==Kyodo\r\n"
            "\x03KWS-21:37-09-12-18\x04\r\n"
        )
        article = load_one(kyodo)
        assert article.headline is not None
        assert article.headline.text == "Soccer: Reds win the Cup"
        assert article.body == "The Reds won the Cup on Sunday after a long night."
        assert article.metadata is not None
        assert (str(article.metadata.created), article.metadata.provider) == ("2018-12-09 21:37:00", "Kyodo")
        assert load_one(f"\x7f\x7f\r\n\x7f{IPTC}").format == "iptc7901"

    def test_take_keys_above_a_headline(self) -> None:
        for take in ("EXTRA", "(Achtung)", "2ND LEAD", "REFILE"):
            article = load_one(IPTC.replace("Night trains", f"{take}\nNight trains", 1))
            assert article.headline is not None
            assert article.headline.text == "Night trains to run to the coast again from June"
            assert article.metadata is not None
            assert article.metadata.take == take

    def test_plain_text_has_none(self) -> None:
        assert load_one("OSLO (Reuters) - It rained.").metadata is None

    @pytest.mark.parametrize(
        ("document", "status"),
        [
            ({**NINJS_1, "pubstatus": "canceled"}, "canceled"),
            ({**NINJS_1, "pubstatus": "withheld"}, "withheld"),
            ({**NINJS_2, "pubStatus": "withheld"}, "withheld"),
            (NITF.replace("<docdata>", '<docdata management-status="canceled">'), "canceled"),
            (G2_ITEM.replace("<itemMeta>", '<itemMeta><pubStatus qcode="stat:withheld"/>'), "withheld"),
            (NEWSML.replace("<NewsManagement>", '<NewsManagement><Status FormalName="Canceled"/>'), "canceled"),
            (json.dumps({"data": {"item": {**NINJS_1, "signals": ["newscontent", "kill"]}}}), "canceled"),
            (documents.RBNEWS.replace("false", "true"), "canceled"),
        ],
    )
    def test_kills_and_holds_are_told(self, document: Any, status: str) -> None:
        article = load_one(document)
        assert article.metadata is not None
        assert article.metadata.status == status
        assert f"Status: {status}" in [notice.text for notice in article.notices if notice.kind == "status"]

    def test_nothing_is_told_of_what_is_usable(self) -> None:
        assert not [
            notice for notice in load_one({**NINJS_1, "pubstatus": "usable"}).notices if notice.kind == "status"
        ]

    def test_the_provider_is_the_last_to_be_believed(self) -> None:
        silent = {"uri": "urn:1", "provider": "AFP", "body_text": "It rained."}
        agency = load_one(silent).agency
        assert agency is not None
        assert agency.id == "afp"
        assert "metadata" in load_one(silent).explain()
        named = load_one({**silent, "body_text": "OSLO (Reuters) - It rained."}).agency
        assert named is not None
        assert named.id == "reuters"

    @pytest.mark.parametrize(
        ("dates", "filed"),
        [
            ({"firstcreated": "2012-12-31T10:00:00Z", "versioncreated": "2014-06-01T10:00:00Z"}, "2012-12-31"),
            ({"contentcreated": "2012-12-31T10:00:00Z", "firstcreated": "2014-06-01T10:00:00Z"}, "2012-12-31"),
            ({"versioncreated": "2014-06-01T10:00:00Z"}, "2013-12-31"),
        ],
    )
    def test_the_first_date_resolves_the_dateline(self, dates: dict[str, str], filed: str) -> None:
        article = load_one({"uri": "urn:1", "body_text": "OSLO, Dec 31 (Reuters) - It rained.", **dates})
        assert str(article.date) == filed

    def test_an_article_with_it_is_a_value(self) -> None:
        article = load_one({**NINJS_1, "subject": [{"code": "1", "name": "Rain", "scheme": "x"}], "urgency": 3})
        assert Article.from_dict(json.loads(article.to_json())) == article
        assert article.to_dict()["metadata"]["urgency"] == 3


def test_the_page_of_formats_is_in_step() -> None:
    script = Path(__file__).parent.parent / "tools" / "build_formats_page.py"
    run = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_what_a_table_names_is_there() -> None:
    names = {attribute.name for attribute in attrs.fields(Metadata)}
    parts = {attribute.name for attribute in attrs.fields(Story)}
    for module_name in MODULES.values():
        reads = import_module(f"wirenews.formats.{module_name}").READS
        if isinstance(reads, Reads):
            assert set(reads.metadata) <= names, module_name
            assert set(reads.story) <= parts, module_name
            assert set(reads.notices) <= set(get_args(NoticeKind)), module_name


class TestFeeds:
    def test_what_a_feed_states(self) -> None:
        metadata = load_one(documents.RSS).metadata
        assert metadata is not None
        assert (metadata.uri, metadata.provider, metadata.abstract) == (
            "courier-1",
            "The Courier",
            "What lines will pay.",
        )
        assert metadata.keywords == ("Ports", "Trade")
        assert str(metadata.published) == "2025-02-26 09:00:00+00:00"
        assert load_one(documents.RSS).stated_language == "en"
        entry = load_one(documents.ATOM).metadata
        assert entry is not None
        assert entry.subjects == (Subject("ports", "Ports", "https://courier.example/tags"),)
        assert str(entry.modified) == "2025-02-27 10:30:00+00:00"

    def test_what_factiva_states(self) -> None:
        first, second = wirenews.load(documents.FACTIVA * 2)
        assert first == second
        assert first.metadata is not None
        assert (first.metadata.uri, first.metadata.provider) == ("LBA0000020250226el2q0001", "Reuters News")
        assert str(first.metadata.published) == "2025-02-26 09:00:00"
        assert Subject("port", "Portugal", "RE") in first.metadata.subjects
        assert [notice.kind for notice in first.notices] == ["copyright"]

    def test_factiva_may_be_set_in(self) -> None:
        assert wirenews.load(documents.FACTIVA_SET_IN) == wirenews.load(documents.FACTIVA)

    def test_factiva_without_codes(self) -> None:
        first, second = wirenews.load(documents.FACTIVA_WITHOUT_CODES)
        said = [
            (
                a.headline and a.headline.text,
                a.byline and a.byline.people[0].name,
                a.body,
                str(a.date),
                a.stated_language,
            )
            for a in (first, second)
        ]
        assert said == [
            (
                "Harbour dues to rise",
                "Nora Fielding",
                "Portugal will raise harbour dues.\n\nShipping lines had expected more.",
                "2025-02-26",
                "en",
            ),
            ("Norway will not", "Jo Roe", "Norway will not raise them.", "2025-02-27", "en"),
        ]
        numbers = [a.metadata.uri for a in (first, second) if a.metadata is not None]
        assert numbers == ["LBA0000020250226el2q0001", "LBA0000020250227el2q0002"]

    @pytest.mark.parametrize(
        "text",
        [
            "Harbour dues to rise\n\n1,035 words\n\n26 February 2025\n\nIt rained all day.",
            "HD Homes said\nit would build 300 words\nIN the city.",
            "ZCZC\nIt rained all day.\nNNNN",
        ],
    )
    def test_what_only_looks_like_an_export_is_text(self, text: str) -> None:
        assert load_one(text).format == "text"

    def test_small_words_in_capitals_are_no_codes(self) -> None:
        text = documents.FACTIVA.replace("Shipping lines had", "IN the end, they had")
        assert load_one(text).body.endswith("IN the end, they had expected more.")

    def test_what_medianet_sends(self) -> None:
        article = load_one(documents.MEDIANET)
        assert (article.format, article.headline and article.headline.text) == (
            "zczc",
            "Port authority raises its dues",
        )
        assert article.body.endswith("Shipping lines had expected more.")
        assert article.metadata is not None
        assert article.metadata.subjects == (Subject("J", None, "anpa-1312"),)

    def test_an_address_above_a_table_is_passed_over(self) -> None:
        article = load_one("ZCZC FMG000\nYY TDR\nWeather is fine in Melbourne today.\nThe track is soft.\n\nNNNN\n")
        assert (article.format, "YY" in article.source, "NNNN" in article.source) == ("zczc", False, False)

    def test_a_keyword_alone_above_the_headline(self) -> None:
        article = load_one(documents.ATS)
        assert article.metadata is not None
        assert (article.metadata.slugline, article.metadata.provider) == ("Droits de port GE", None)
        assert article.headline is not None
        assert article.headline.text == "Droits de port GE: Le canton augmente les droits de mouillage"
        assert article.dateline is not None
        assert (article.dateline.text, str(article.date)) == ("Genève (ats)", "2019-01-21")

    def test_what_wordpress_exports(self) -> None:
        article = load_one(documents.WXR)
        assert article.byline is not None
        assert [person.name for person in article.byline.people] == ["Nora Fielding"]
        assert article.body == "Portugal will raise harbour dues.\n\nShipping lines had expected more."
        assert article.metadata is not None
        assert (article.metadata.abstract, article.metadata.status) == ("What lines will pay.", "withheld")

    def test_a_json_feed_speaks_for_its_items(self) -> None:
        items = [
            {"id": "1", "content_text": f"{documents.LEAD}\n\n{documents.MORE}"},
            {"id": "2", "title": "Rain", "authors": [{"name": "Jo Roe"}], "content_html": "<p>It rained.</p>"},
        ]
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Courier",
            "language": "en",
            "authors": [{"name": "Nora Fielding"}],
        }
        # Each item on a line of its own is no JSON a line.
        written = f'{json.dumps(feed)[:-1]}, "items": [\n{json.dumps(items[0])},\n{json.dumps(items[1])},\n{{}}\n]}}'
        first, second = wirenews.load(written)
        assert [a.byline and a.byline.people[0].name for a in (first, second)] == ["Nora Fielding", "Jo Roe"]
        assert [a.stated_language for a in (first, second)] == ["en", "en"]
        assert {a.metadata.provider for a in (first, second) if a.metadata is not None} == {"The Courier"}

    @pytest.mark.parametrize(
        "record",
        [
            {"text": documents.LEAD, "url": "https://courier.example/1", "timestamp": "2025-02-26T09:00:00Z"},
            {"title": "Dues", "plaintext": documents.LEAD, "publishing_date": "2025-02-26 09:00:00+00:00"},
            {
                "title": "Dues",
                "content": documents.LEAD,
                "publishedAt": "2025-02-26T09:00:00Z",
                "source": {"name": "Reuters"},
            },
            {
                "title": "Dues",
                "plain_text": documents.LEAD,
                "published_date": "2025-02-26",
                "domain": "courier.example",
            },
        ],
        ids=["c4", "fundus", "newsapi", "ccnews"],
    )
    def test_records_of_several_scrapers(self, record: dict[str, Any]) -> None:
        article = load_one(record)
        assert article.format == "json"
        assert article.body == "Portugal will raise harbour dues."
        assert str(article.date) == "2025-02-26"

    def test_a_text_with_an_address_alone_is_no_record(self) -> None:
        with pytest.raises(ValueError, match="JSON of no format"):
            load_one({"text": documents.LEAD, "url": "https://courier.example/1"})

    def test_nitf_that_was_fetched_for_an_item_of_ap(self) -> None:
        article = load_one(documents.AP_WITH_NITF)
        assert (article.format, article.headline and article.headline.text) == ("ap", "Dues rise")
        assert article.byline is not None
        assert [person.name for person in article.byline.people] == ["Nora Fielding"]
        assert article.body == "Portugal will raise harbour dues."

    def test_the_language_of_the_component_with_the_text(self) -> None:
        marked = NEWSML.replace("<NewsComponent", '<NewsComponent xml:lang="fr"')
        assert load_one(marked).stated_language == "fr"

    def test_what_microdata_and_meta_state(self) -> None:
        article = load_one(documents.MICRODATA)
        assert article.body.startswith("Portugal will raise harbour dues.")
        assert article.body.endswith("\n\nShipping lines had expected more.")
        assert article.byline is not None
        assert [person.name for person in article.byline.people] == ["Nora Fielding"]
        assert article.metadata is not None
        assert (article.metadata.uri, article.metadata.keywords) == ("https://courier.example/1", ("Ports",))
        assert (str(article.metadata.published), article.metadata.genres) == ("2025-02-26 09:00:00+00:00", ("Trade",))

    def test_a_quoted_from_is_a_line_of_the_message(self) -> None:
        message = (
            "From a@b.example Wed Feb 26 09:00:00 2025\nMessage-ID: <1@b.example>\nSubject: Rain\n\n"
            "It rained all day.\n\n>From now on it rains.\n"
        )
        assert load_one(message).body.endswith("From now on it rains.")
        assert ">From" not in load_one(message).source

    def test_an_mbox(self) -> None:
        message = f"From a@b.example Wed Feb 26 09:00:00 2025\n{documents.MAIL}\n"
        assert [article.metadata.uri for article in wirenews.load(message * 2) if article.metadata] == [
            "1@courier.example"
        ] * 2

    @pytest.mark.parametrize(
        ("delsp", "written"), [("yes", "It rain \ned all  \nday.\n"), ("no", "It rained \nall day.\n")]
    )
    def test_flowed_lines_are_whole(self, delsp: str, written: str) -> None:
        message = (
            f"MIME-Version: 1.0\nSubject: Rain\nContent-Type: text/plain; format=flowed; delsp={delsp}\n\n{written}"
        )
        assert load_one(message).body == "It rained all day."

    @pytest.mark.parametrize("text", ["Date: May 2\nSubject: Rain\n\nIt rained.", "From: Oslo\n\nIt rained."])
    def test_header_lines_of_a_story_make_no_mail(self, text: str) -> None:
        assert load_one(text).format == "text"

    def test_a_page_is_read_without_what_stands_beside_the_story(self) -> None:
        story = "".join(
            f"<p>{documents.LEAD} It will do so in March, its ministry said on Monday.</p>" for _ in range(3)
        )
        beside = "".join(
            f"<div class='{name}'><p>Another story that many people read today, and one more about the weather.</p></div>"
            for name in ("related", "newsletter-signup", "share social", "comments")
        )
        teasers = "".join(f"<p><a href=x>{'A teaser of another story ' * 4}</a></p>" for _ in range(9))
        page = f"<html><body><div><div>{teasers}</div><div>{story}{beside}</div></div></body></html>"
        article = load_one(page)
        assert "Another story" not in article.source
        assert "teaser" not in article.source
        assert len(article.paragraphs) == 3

    def test_the_text_that_a_page_states_in_the_paragraphs_that_it_shows(self) -> None:
        first, second = f"{documents.LEAD} " * 3, f"{documents.MORE} " * 3
        data = json.dumps({"@type": "NewsArticle", "articleBody": f"{first}{second}".strip()})
        page = f'<html><script type="application/ld+json">{data}</script><p>{first}</p><p>Advertisement</p><p>{second}</p></html>'
        assert len(load_one(page).paragraphs) == 2
        assert "Advertisement" not in load_one(page).source

    def test_a_stated_text_that_only_announces(self) -> None:
        data = json.dumps({"@type": "NewsArticle", "articleBody": "Portugal raises dues."})
        page = f'<html><script type="application/ld+json">{data}</script><p>{documents.LEAD * 3}</p></html>'
        assert load_one(page).body.startswith("Portugal will raise harbour dues.")


class TestRoundTrips:
    @pytest.mark.parametrize(
        "item",
        [
            {
                **NINJS_1, "version": "4", "pubstatus": "usable", "urgency": 3, "firstcreated": "2013-07-08T10:37:00+00:00",
                "subject": [{"code": "20000344", "name": "shipping", "scheme": "http://cv.iptc.org/newscodes/mediatopic/"}],
            },
            {
                **NINJS_2, "version": "4", "pubstatus": "withheld", "urgency": 3,
                "subjects": [{"name": "shipping", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000344"}, {"name": "ports"}],
            },
            {
                **NINJS_1, "body_xhtml": None, "version": "4", "pubStatus": "canceled", "urgency": 0,
                "subjects": [{"name": "shipping", "literal": "subj:15000000"}], "genres": [{"name": "Analysis"}],
            },
        ],
        ids=["ninjs 1", "ninjs 2", "ninjs 3"],
    )  # fmt: skip
    def test_ninjs_in_and_out(self, item: dict[str, Any]) -> None:
        article = load_one(item)
        again = load_one(wirenews.export.to_ninjs(article))
        assert article.metadata is not None
        assert again.metadata is not None
        for name in ("uri", "version", "status", "urgency", "subjects", "genres", "created", "modified"):
            assert getattr(again.metadata, name) == getattr(article.metadata, name), name
        assert again.body == article.body

    def test_json_ld_has_it(self) -> None:
        article = load_one(
            {**NINJS_1, "version": "4", "subjects": [{"name": "shipping", "literal": "subj:15"}], "keywords": ["ports"]}
        )
        data = wirenews.export.to_jsonld(article)
        assert (data["identifier"], data["version"], data["keywords"]) == ("http://ninjs.example.com/1", "4", ["ports"])
        assert data["about"] == [
            {"@type": "DefinedTerm", "name": "shipping", "termCode": "15", "inDefinedTermSet": "subj"}
        ]
        assert data["dateModified"] == "2013-07-09T10:37:00+00:00"
