"""An article in other shapes: the flat row, dicts with the answers first, the chosen parts as a text."""

from __future__ import annotations

import datetime as dt
import json
from itertools import islice
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from conftest import ROOT, STORIES
from hypothesis import given
from hypothesis import strategies as st
from stories import stories

import wirenews
from wirenews import Agency, Article, Attribution, Dateline, Headline, Person, Piece, Record

STORY = (
    "Harbour dues to rise\n\nBy Nora Fielding\n\nLISBON/Seattle, Feb 26 (Reuters) - Portugal will raise harbour dues.\n\n"
    "They rose in May.\n\n(Reporting by Nora Fielding; Editing by Tom Marsh)\n\nWith inputs from PTI\n\n"
    "Copyright 2025 Thomson Reuters\n"
)
MADE_UP = [story.text for story in islice(stories(3), 150)]


def fits(value: Any, kind: Any) -> bool:
    if get_origin(kind) is list:
        return isinstance(value, list) and all(isinstance(each, get_args(kind)[0]) for each in value)
    return isinstance(value, kind)


class TestTheRow:
    def test_reads_like_this(self) -> None:
        assert wirenews.parse(STORY, reference=dt.date(2025, 3, 1)).record() == {
            "uri": None,
            "format": "text",
            "headline": "Harbour dues to rise",
            "deck": None,
            "authors": ["Nora Fielding"],
            "agency": "reuters",
            "agency_name": "Reuters",
            "dateline": "LISBON/Seattle, Feb 26 (Reuters)",
            "places": ["Lisbon", "Seattle"],
            "city": "Lisbon",
            "region": None,
            "country": "PT",
            "date": "2025-02-26",
            "dateline_date": "2025-02-26",
            "language": "en",
            "paragraphs": 2,
            "body": "Portugal will raise harbour dues.\n\nThey rose in May.",
            "contributors": ["reporting: Nora Fielding", "editing: Tom Marsh", "inputs: Press Trust of India"],
            "credits": ["(Reporting by Nora Fielding;", "Editing by Tom Marsh)", "With inputs from PTI"],
            "notices": ["copyright"],
            "captions": [],
            "defects": [],
        }

    def test_a_date_is_as_coarse_as_its_words(self) -> None:
        row = wirenews.parse(STORY).record()
        assert (row["date"], row["dateline_date"]) == (None, "--02-26")

    @pytest.mark.parametrize("story", ["", "x", *STORIES.values(), *MADE_UP[:40]])
    def test_has_the_same_keys_and_types_for_every_story(self, story: str) -> None:
        row = wirenews.parse(story).record()
        kinds = get_type_hints(Record)
        assert list(row) == list(kinds)
        assert {name: value for name, value in row.items() if not fits(value, kinds[name])} == {}

    def test_what_is_unknown_is_none_or_an_empty_list(self) -> None:
        row = wirenews.parse("").record()
        known = {name for name, value in row.items() if value not in (None, [], "", 0)}
        assert known == {"format"}

    def test_a_house_that_is_in_no_registry_has_a_name_alone(self) -> None:
        dateline = Dateline(0, 1, "x", "r", agencies=(Agency("", "Harbour News"),))
        row = Article("0123", dateline=dateline).record()
        assert (row["agency"], row["agency_name"]) == (None, "Harbour News")

    def test_the_reference_lists_its_columns_in_order(self) -> None:
        page = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
        rows = [line.split("|") for line in page.splitlines() if line.startswith("| `")]
        listed = {cells[1].strip(" `"): cells[2].strip() for cells in rows}
        words = {str | None: "text or none", str: "text", int: "number", list[str]: "list of texts"}
        expected = {name: words[kind] for name, kind in get_type_hints(Record).items()}
        assert list(listed.items())[: len(expected)] == list(expected.items())


class TestDicts:
    def test_begin_with_the_answers(self) -> None:
        data = wirenews.parse(STORY).to_dict()
        assert list(data)[:6] == ["agency", "date", "language", "city", "country", "source"]
        assert [data[name] for name in ("agency", "date", "language", "city", "country")] == [
            "reuters", None, "en", "Lisbon", "PT",
        ]  # fmt: skip

    def test_an_agency_is_its_id_and_name(self) -> None:
        written = wirenews.parse(STORY).to_json()
        assert json.loads(written)["dateline"]["agencies"] == [{"id": "reuters", "name": "Reuters"}]
        assert "Thomson Reuters Foundation" not in written

    def test_an_agency_comes_back_as_the_registry_knows_it(self) -> None:
        [known] = Article.from_dict(wirenews.parse(STORY).to_dict()).dateline.agencies  # type: ignore[union-attr]
        assert known == wirenews.find_agency("Reuters")

    @pytest.mark.parametrize("agency", [Agency("harbour", "Harbour News"), Agency("ap", "Not the AP"), Agency("", "X")])
    def test_an_agency_that_the_registry_does_not_know_is_its_id_and_name(self, agency: Agency) -> None:
        article = Article("0123", credits=(Attribution(0, 1, "0", "r", agencies=(agency,)),))
        assert Article.from_dict(article.to_dict()).agency == agency

    @pytest.mark.parametrize("story", [*STORIES.values(), *MADE_UP])
    def test_without_texts_they_are_small_and_give_the_same_article(self, story: str) -> None:
        article = wirenews.parse(story)
        short, full = article.to_json(text=False), article.to_json()
        size = len(story.encode())
        assert len(short.encode()) <= 1.5 * size + 1100
        # A date or a person takes as much in a short story as in a long one.
        assert len(full.encode()) <= 2.5 * size + 1536
        assert Article.from_dict(json.loads(short)) == Article.from_dict(json.loads(full)) == article

    def test_a_text_that_its_offsets_do_not_give_stays(self) -> None:
        article = Article("Rain  fell", headline=Headline(0, 4, "RAIN", "r"), paragraphs=(Piece(4, 10, "fell", "r"),))
        data = article.to_dict(text=False)
        assert data["headline"]["text"] == "RAIN"
        assert "text" not in data["paragraphs"][0]
        assert Article.from_dict(data) == article

    @pytest.mark.parametrize(
        "source", ["OSLO\u00a0(Reuters) - It\u00a0 rai\u00adned.", "Cafe\u0301\r\n\r\nOSLO (dpa) - Rain."]
    )
    def test_of_a_source_with_other_blanks_and_accents(self, source: str) -> None:
        article = wirenews.parse(source)
        data = article.to_dict(text=False)
        assert all("text" not in piece for piece in data["paragraphs"])
        assert Article.from_dict(data) == article


class TestText:
    ARTICLE = wirenews.parse(STORY)

    @pytest.mark.parametrize(
        ("kinds", "shown"),
        [
            ((), "Portugal will raise harbour dues.\n\nThey rose in May."),
            (("body",), "Portugal will raise harbour dues.\n\nThey rose in May."),
            (("headline", "body"), "Harbour dues to rise\n\nPortugal will raise harbour dues.\n\nThey rose in May."),
            (("body", "headline"), "Harbour dues to rise\n\nPortugal will raise harbour dues.\n\nThey rose in May."),
            (
                ("dateline", "body"),
                "LISBON/Seattle, Feb 26 (Reuters) - Portugal will raise harbour dues.\n\nThey rose in May.",
            ),
            (("credit",), "(Reporting by Nora Fielding; Editing by Tom Marsh)\n\nWith inputs from PTI"),
            (("byline", "notice"), "By Nora Fielding\n\nCopyright 2025 Thomson Reuters"),
            (("field",), ""),
        ],
    )
    def test_of_the_chosen_kinds_as_printed(self, kinds: Any, shown: str) -> None:
        assert self.ARTICLE.text(*kinds) == shown

    def test_a_byline_inside_the_dateline_is_printed_once(self) -> None:
        article = wirenews.parse("（中央社記者戴雅真台北31日電）今天下雨。")
        assert article.text("byline", "dateline", "body") == "（中央社記者戴雅真台北31日電）今天下雨。"
        assert article.text("byline") == "記者戴雅真"

    def test_what_is_between_two_parts_and_not_chosen_parts_them(self) -> None:
        article = Article(
            "0123 4567 89",
            headline=Headline(0, 4, "0123", "r"),
            byline=Attribution(5, 9, "4567", "r", role="byline", people=(Person("A", "A"),)),
            paragraphs=(Piece(10, 12, "89", "r"),),
        )
        assert article.text("headline", "body") == "0123\n\n89"
        assert article.text("headline", "byline", "body") == "0123 4567 89"

    def test_a_kind_that_is_none(self) -> None:
        with pytest.raises(ValueError, match="there is no kind 'lead': pass some of field, headline"):
            self.ARTICLE.text("lead")  # type: ignore[arg-type]

    @given(st.text(max_size=200))
    def test_the_body_is_the_default(self, source: str) -> None:
        article = wirenews.parse(source)
        assert article.text() == article.body == wirenews.clean(source)
        assert article.text("body").split() == article.body.split()


@pytest.mark.parametrize("source", ["OSLO (NTB) - Snø falt.", "OSLO (NTB) - Snø falt.".encode("cp1252")])
def test_clean_is_the_body(source: str | bytes) -> None:
    assert wirenews.clean(source) == "Snø falt."
