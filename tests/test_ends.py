"""How houses close a story, in as many countries: ``ends.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import wirenews

CASES = tomllib.loads((Path(__file__).parent / "ends.toml").read_text(encoding="utf-8"))
STORY = (
    "LISBON, Feb 26 - Portugal will raise the dues of its harbours again next year, the port authority said on Monday.\n"
    "\n"
    "The dues have risen in each of the last ten years, and those of the smaller ports more than the others.\n"
    "\n"
    "The harbour was closed for two days, and nobody was hurt."
)


def _names(article: wirenews.Article) -> list[str]:
    return [
        name
        for credit in article.credits
        for name in (*(agency.id or agency.name for agency in credit.agencies), *(p.name for p in credit.people))
    ]


@pytest.mark.parametrize("case", CASES["closing"].values(), ids=CASES["closing"])
def test_what_closes_a_story_is_no_body(case: dict[str, Any]) -> None:
    article = wirenews.parse(f"{STORY}{' ' if case.get('glued') else chr(10) * 2}{case['text']}\n")
    assert article.body.endswith("and nobody was hurt.")
    assert len(article.paragraphs) == 3
    if "credits" in case:
        assert _names(article) == case["credits"]
    if "notices" in case:
        assert [notice.kind for notice in article.notices] == case["notices"]
    assert article.defects == ()


@pytest.mark.parametrize("below", CASES["story"].values(), ids=CASES["story"])
def test_what_only_looks_like_an_end_stays_body(below: str) -> None:
    article = wirenews.parse(f"{STORY}\n\n{below}\n")
    last = below.rpartition("\n\n")[2].rpartition("\n")[2]
    assert article.body.endswith(" ".join(last.split()))
    assert article.defects == ()


@pytest.mark.parametrize("case", CASES["goes-on"].values(), ids=CASES["goes-on"])
def test_prose_below_a_credit_stays_body_and_is_told(case: dict[str, Any]) -> None:
    article = wirenews.parse(f"{STORY}\n\n{case['text']}\n")
    assert article.body.endswith(case["text"].rpartition("\n\n")[2])
    assert _names(article) == case["credits"]
    (defect,) = article.defects
    assert defect.code == "text-after-credit"
    assert article.source[defect.start : defect.end] == case["text"].partition("\n\n")[2]


@pytest.mark.parametrize(
    "last", ["Dues rose in 2019: 96%", "Its office is at +351 215 550 100", "Nobody told us why, or"]
)
def test_what_stands_above_a_copyright_line_and_is_no_credit_stays_body(last: str) -> None:
    article = wirenews.parse(f"{STORY} {last} © 2017 Mehr News Agency. All rights reserved\n")
    assert article.body.endswith(f"nobody was hurt. {last}")
    assert [notice.kind for notice in article.notices] == ["copyright"]


@pytest.mark.parametrize(
    ("story", "agency"),
    [
        ("Le gouvernement a annoncé lundi que les droits du port augmenteraient encore l'an prochain.", "aip"),
        ("The government said on Monday that the dues of the port would rise again next year.", "aip-af"),
    ],
)
def test_the_language_of_a_story_says_which_agency_a_name_beside_initials_is(story: str, agency: str) -> None:
    article = wirenews.parse(f"{story}\n\nAIP/nf\n")
    assert article.body == story
    assert _names(article) == [agency]


@pytest.mark.parametrize(
    ("behind", "credits", "notices"),
    [
        ("REUTER", ["reuters"], []),
        ("Enter your email to get our daily news in your inbox.", [], ["furniture"]),
    ],
)
def test_what_closes_a_story_stands_behind_a_quotation(behind: str, credits: list[str], notices: list[str]) -> None:
    story = f"{STORY}\n\n“The harbour was closed,” she said. “Nobody was hurt.”"
    article = wirenews.parse(f"{story} {behind}\n")
    assert article.body.endswith("“Nobody was hurt.”")
    assert (_names(article), [notice.kind for notice in article.notices]) == (credits, notices)
    assert [piece.text for piece in (*article.credits, *article.notices)] == [behind]


def test_a_sentence_of_an_agency_above_a_newsletter_stays_body() -> None:
    article = wirenews.parse(f"{STORY} Reuters said so. Enter your email to get our daily news in your inbox.\n")
    assert article.body.endswith("Reuters said so.")
    assert _names(article) == []


def test_a_defect_may_be_raised() -> None:
    with pytest.raises(wirenews.DefectError, match="text-after-credit"):
        wirenews.parse(f"{STORY}\n\n{CASES['goes-on']['update']['text']}\n", strict=True)


@pytest.mark.parametrize(("sentence", "behind"), [("Nobody saw it.", "AFP"), ("(Nobody saw it.)", " REUTER")])
def test_an_agency_stands_right_behind_the_last_sentence(sentence: str, behind: str) -> None:
    article = wirenews.parse(f"{STORY} {sentence}{behind}\n")
    assert article.body.endswith(f"nobody was hurt. {sentence}")
    assert [credit.text for credit in article.credits] == [behind.strip()]


def test_a_sentence_before_those_who_helped_is_of_the_story() -> None:
    helped = "Nora Fielding in Oslo contributed to this report."
    article = wirenews.parse(f"{STORY} Nobody contributed. {helped}\n")
    assert article.body.endswith("nobody was hurt. Nobody contributed.")
    assert [credit.text for credit in article.credits] == [helped]


@pytest.mark.parametrize(
    ("story", "agencies"),
    [
        ("Le gouvernement a annoncé lundi que les droits du port augmenteraient encore l'an prochain.", ["afp", "aip"]),
        ("The government said on Monday that the dues of the port would rise again next year.", ["afp", "aip-af"]),
    ],
)
def test_the_language_says_which_agency_a_name_beside_another_is(story: str, agencies: list[str]) -> None:
    article = wirenews.parse(f"{story}\n\n(AFP, AIP)\n")
    assert article.body == story
    assert _names(article) == agencies


@pytest.mark.parametrize(
    "behind",
    [
        "RHM\n\nFollow us on Twitter.",
        "Nobody knows why NATO\n\n© 2017 Mehr News Agency. All rights reserved",
        "NATO Enter your email to get our daily news in your inbox.",
        "Enter your email to get our daily news in your inbox. Yes. No. So.",
        "(Writing by Nora Fielding) and others. Enter your email to get our daily news in your inbox.",
    ],
)
def test_words_between_a_sentence_and_the_words_of_a_page_stay_body(behind: str) -> None:
    article = wirenews.parse(f"{STORY} {behind}\n")
    words = behind.partition("\n\n")[0]
    known = words.partition(" Enter")[0] if words.endswith("inbox.") and "NATO" not in words else words
    assert article.body.endswith(f"nobody was hurt. {known}")
    assert _names(article) == []


@pytest.mark.parametrize("end", ['!?"', " (so he said!)", "?!", " -"])
def test_words_of_a_page_stand_behind_any_sign_and_two_blanks(end: str) -> None:
    article = wirenews.parse(f"{STORY[:-1]}{end}  Enter your email to get our daily news in your inbox.\n")
    assert article.body.endswith(f"nobody was hurt{end}")
    assert [notice.kind for notice in article.notices] == ["furniture"]
