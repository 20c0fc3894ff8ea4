"""Datelines: every form in the table is read, nothing else is."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wirenews

ROOT = Path(__file__).parent.parent
TABLE = tomllib.loads((ROOT / "tests" / "datelines.toml").read_text(encoding="utf-8"))
READS = [case for group in TABLE["group"] for case in group["reads"]]
REFUSES = [text for group in TABLE["refuses"] for text in group["texts"]]

# Whatever follows, these openings stay what they are.
BODY = "\n\nThe council will meet again next week, its chairman said, to hear all who live by the river.\n"


@pytest.mark.parametrize("case", READS, ids=[case["text"][:50] for case in READS])
@pytest.mark.parametrize(
    "before", ["", "A headline for the story\n\n", "A headline for the story\nBy Nora Fielding\n\n"]
)
def test_form_is_read(case: dict[str, Any], before: str) -> None:
    article = wirenews.parse(before + case["text"] + (BODY if before else ""))
    assert article.dateline is not None
    assert article.dateline.text == case["dateline"]
    places = [[p.text, p.name, p.region or "", p.country or ""] for p in article.dateline.places]
    assert places == case.get("places", [])
    assert (article.dateline.date.isoformat() if article.dateline.date else None) == case.get("date")
    assert [agency.id for agency in article.dateline.agencies] == case.get("agencies", [])
    assert [defect.code for defect in article.defects] == case.get("defects", [])
    assert article.body.startswith(case.get("body", ""))


@pytest.mark.parametrize("text", REFUSES)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    for story in (text, text + BODY):
        article = wirenews.parse(story)
        assert article.dateline is None
        assert article.agency is None


@pytest.mark.parametrize("text", REFUSES)
def test_it_is_left_alone_under_a_headline_too(text: str) -> None:
    article = wirenews.parse("Council to meet by the river\n\n" + text + BODY)
    assert article.dateline is None


# -- where it stands ------------------------------------------------------------------------------


def test_it_may_have_a_line_of_its_own() -> None:
    article = wirenews.parse(
        "Quarry output up.\nNora Fielding\nBELLEVUE, Wash. 1996-08-22\nStonecutters had a good year, their union said.\n"
    )
    assert article.dateline is not None
    assert article.dateline.text == "BELLEVUE, Wash. 1996-08-22"
    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["Nora Fielding"]
    assert article.body == "Stonecutters had a good year, their union said."


def test_it_may_follow_a_correction_on_the_same_line() -> None:
    article = wirenews.parse("(Corrects name of river in paragraph 2) HAVANA (Reuters) - Cuba will dredge a river.")
    assert article.dateline is not None
    assert article.dateline.text == "HAVANA (Reuters)"
    assert [notice.kind for notice in article.notices] == ["correction"]


def test_it_may_follow_a_headline_on_the_same_line() -> None:
    article = wirenews.parse("Primeiro-ministro visita a ponte nova ROMA (Reuters) - O primeiro-ministro foi à ponte.")
    assert article.headline is not None
    assert article.headline.text == "Primeiro-ministro visita a ponte nova"
    assert article.dateline is not None
    assert article.dateline.text == "ROMA (Reuters)"


def test_it_may_follow_a_teaser() -> None:
    teaser = "Wochenlang stieg der Fluss, nun sinkt er wieder, und die Stadt zählt ihre Keller. " * 3
    article = wirenews.parse(f"Der Fluss sinkt\n\n{teaser}\n\nKöln (dpa) - Die Feuerwehr hat am Montag gepumpt.\n")
    assert article.dateline is not None
    assert article.dateline.text == "Köln (dpa)"
    assert article.deck is not None
    assert article.deck.text == teaser.strip()
    assert [p.text for p in article.paragraphs] == ["Die Feuerwehr hat am Montag gepumpt."]


def test_a_headline_in_capitals_gives_way_to_the_dateline_below_it() -> None:
    article = wirenews.parse("BANKS CLOSE IN TEXAS, OHIO\n    WASHINGTON, Feb 26 - Two banks closed on Friday.\n")
    assert article.headline is not None
    assert article.headline.text == "BANKS CLOSE IN TEXAS, OHIO"
    assert article.dateline is not None
    assert article.dateline.text == "WASHINGTON, Feb 26"


def test_a_date_alone_at_the_top_is_a_dateline_without_places() -> None:
    article = wirenews.parse(
        " date 2025-04-18 \n\nTwo leaders spoke by telephone on Friday, their offices said.\n\nANI\n"
    )
    assert article.dateline is not None
    assert article.dateline.places == ()
    assert article.date == dt.date(2025, 4, 18)
    assert article.headline is None


@pytest.mark.parametrize(
    "tags", ["[TEXT] ", "[SPEECH] [GARCIA] [TEXT] ", "[NEWS CONFERENCE BY THE PRESIDENT] [EXCERPT] "]
)
def test_source_tags_are_not_body(tags: str) -> None:
    article = wirenews.parse(f"BOGOTA, 9 JAN 90 (EFE) -- {tags}THE MINISTER LEFT TODAY.")
    assert article.body == "THE MINISTER LEFT TODAY."


# -- what is damaged ------------------------------------------------------------------------------


def test_a_date_that_cannot_be_is_a_defect_and_no_date() -> None:
    article = wirenews.parse("OSLO, Feb 30 (Reuters) - A calendar was misprinted.")
    assert article.dateline is not None
    assert article.dateline.date is None
    (defect,) = article.defects
    assert defect.code == "date-invalid"
    assert article.source[defect.start : defect.end] == "Feb 30"


def test_an_unknown_agency_is_kept_as_text() -> None:
    article = wirenews.parse("CLANDESTINE, 26 JUN 89 (RADIO LIBRE) -- [TEXT] LISTENERS WERE THANKED.")
    assert article.dateline is not None
    assert article.dateline.agencies == ()
    assert article.dateline.text.endswith("(RADIO LIBRE)")
    (defect,) = article.defects
    assert defect.code == "agency-unknown"
    assert article.source[defect.start : defect.end] == "RADIO LIBRE"


def test_a_misprint_is_mended_and_told() -> None:
    article = wirenews.parse("BEIJING, Nov. 26, 2006 (Xinhau) -- Snow fell on the capital.")
    assert article.agency is not None
    assert article.agency.id == "xinhua"
    assert [defect.code for defect in article.defects] == ["agency-misspelt"]


def test_an_agency_of_two_countries_is_told_by_the_place() -> None:
    article = wirenews.parse("TEHRAN, May 21 (MNA) – A film won a prize.")
    assert article.agency is not None
    assert article.agency.country == "IR"


# -- years ----------------------------------------------------------------------------------------


def test_without_a_reference_the_year_stays_open() -> None:
    article = wirenews.parse("OSLO, Dec 30 (Reuters) - Snow fell.")
    assert article.dateline is not None
    assert article.dateline.date is not None
    assert article.dateline.date.year is None
    assert article.date is None


def test_the_reference_settles_the_year_and_says_so() -> None:
    article = wirenews.parse("OSLO, Dec 30 (Reuters) - Snow fell.", reference=dt.date(1997, 1, 2))
    assert article.date == dt.date(1996, 12, 30)
    assert article.dateline is not None
    assert article.dateline.date is not None
    assert article.dateline.date.inferred == ("year",)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.sampled_from(["OSLO", "ST. LOUIS", "NAIROBI, Kenya"]))
def test_every_day_of_the_year_reads_back(day: dt.date, place: str) -> None:
    for written in (f"{day:%b} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        article = wirenews.parse(f"{place}, {written} (AFP) - Something happened in the town.")
        assert article.date == day


@pytest.mark.parametrize(
    ("opening", "agency", "country"),
    [
        ("RĪGA, 11. maijs (LETA). ", "leta", "LV"),
        ("BRATISLAVA 11. mája (TASR) - ", "tasr", "SK"),
        ("BEOGRAD, 11. maja (Tanjug) - ", "tanjug", "RS"),
        ("София, 11 май (БТА) - ", "bta", "BG"),
    ],
)
def test_months_of_other_languages(opening: str, agency: str, country: str) -> None:
    article = wirenews.parse(opening + "Xxxx xxxx xxx xxxxx.")
    assert article.dateline is not None
    assert article.dateline.date is not None
    assert article.dateline.date.isoformat() == "--05-11"
    assert (article.agency.id if article.agency else None) == agency
    assert article.dateline.places[0].country == country
