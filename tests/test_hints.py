"""``parse(..., language=, country=)``: hints settle what a story leaves open, and nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import wirenews
from wirenews import Article

LEAD = "Rain fell on the whole coast for a third day on Monday, the weather office said."


def dateline(text: str, **hints: str | None) -> wirenews.Dateline:
    found = wirenews.parse(text, **hints).dateline  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("hints", "country", "subdivision"),
    [
        *[({}, None, None), ({"country": "US"}, "US", "US-MA"), ({"country": "gb"}, "GB", "GB-ENG")],
        *[({"country": "FR"}, None, None), ({"language": "en"}, None, None)],
    ],
)
def test_which_cambridge(hints: dict[str, str], country: str | None, subdivision: str | None) -> None:
    (place,) = dateline(f"CAMBRIDGE, May 2 (AP) - {LEAD}", **hints).places
    assert (place.country, place.subdivision) == (country, subdivision)


def test_what_convention_settles_stays() -> None:
    (place,) = dateline(f"PARIS, May 2 (AP) - {LEAD}", country="US").places
    assert place.country == "FR"


@pytest.mark.parametrize(
    ("text", "hints", "ids", "defects"),
    [
        ("GOTHAM, May 2 (CNA) - ", {}, [], ["agency-unknown"]),
        ("GOTHAM, May 2 (CNA) - ", {"country": "TW"}, ["cna-tw"], []),
        ("GOTHAM, May 2 (CNA) - ", {"country": "SG"}, ["cna-sg"], []),
        ("GOTHAM, May 2 (CNA) - ", {"language": "zh"}, ["cna-tw"], []),
        # the dateline's own place goes before the hint
        ("TAIPEI, May 2 (CNA) - ", {"country": "SG"}, ["cna-tw"], []),
        ("PARIS, May 2 (CNA) - ", {"country": "TW"}, [], ["agency-unknown"]),
        # an agency that nobody knows stays unknown
        ("GOTHAM, May 2 (QQN) - ", {"country": "TW", "language": "zh"}, [], ["agency-unknown"]),
    ],
)
def test_whose_cna(text: str, hints: dict[str, str], ids: list[str], defects: list[str]) -> None:
    article = wirenews.parse(text + LEAD, **hints)
    assert article.dateline is not None
    assert [agency.id for agency in article.dateline.agencies] == ids
    assert [defect.code for defect in article.defects] == defects


def test_the_credit_below_is_the_same_agencys() -> None:
    article = wirenews.parse(f"GOTHAM, May 2 - {LEAD}\n\n(CNA)", country="TW")
    assert [agency.id for credit in article.credits for agency in credit.agencies] == ["cna-tw"]


@pytest.mark.parametrize(("language", "iso"), [("hr", "2024-10-05"), ("pl", "2024-11-05")])
def test_listopada(language: str, iso: str) -> None:
    found = dateline("GOTHAM, 5. listopada 2024 (AP) - 12 345, 67 890.", language=language).date
    assert found is not None
    assert (found.isoformat(), found.ambiguous) == (iso, ())
    header = wirenews.parse(f"Datum: 5. listopada 2024.\n\n{LEAD}", language=language).fields[0]
    assert header.date is not None
    assert header.date.isoformat() == iso


def test_a_language_that_does_not_know_the_word_settles_no_date() -> None:
    text = "GOTHAM, 5. listopada 2024 (AP) - 12 345, 67 890."
    assert dateline(text, language="fr").date == dateline(text).date


def test_the_year_still_comes_from_the_reference() -> None:
    text = "GOTHAM, 5. listopada (AP) - 12 345, 67 890."
    found = wirenews.parse(text, language="hr", reference=dt.date(2024, 10, 7)).dateline
    assert found is not None
    assert found.date is not None
    assert (found.date.isoformat(), found.date.inferred) == ("2024-10-05", ("year",))


def test_what_the_storys_own_words_say_of_its_date_goes_before_the_hint() -> None:
    lead = (
        "Deszcz padał na całym wybrzeżu trzeci dzień z rzędu, poinformował w poniedziałek urząd, a morze było spokojne."
    )
    found = dateline(f"GOTHAM, 5 listopada 2024 - {lead}", language="hr").date
    assert found is not None
    assert found.month == 11


def test_the_language_of_an_article_is_the_hint_where_its_words_do_not_tell() -> None:
    assert wirenews.parse("NET 41,724 VS 120,329", language="ES").language == "es"
    assert wirenews.parse("NET 41,724 VS 120,329").language is None
    assert (
        wirenews.parse(f"LIMA (Reuters) - {LEAD} He said that it had not been so for years.", language="es").language
        == "en"
    )


STORIES = [
    f"Storm at sea\n\nBy Ana Paz\n\nGOTHAM, May 2 (CNA) - {LEAD}\n\n{LEAD}\n\n(Reporting by Ana Paz)\n\nCopyright 2024 QQN",
    f"CAMBRIDGE - {LEAD}",
    "5. listopada 2024.\n\n12 345",
    "Kochi\n\nA list of towns\n\nCambridge\n\nGeorgia",
    "Ani DiFranco told CNA that Georgia was on her mind.",
    "",
]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("hints", [{"country": "TW"}, {"language": "hr"}, {"country": "US", "language": "pl"}])
def test_hints_make_no_piece_and_move_none(story: str, hints: dict[str, Any]) -> None:
    def shape(article: Article) -> list[tuple[str, int, int]]:
        return [(segment.kind, segment.start, segment.end) for segment in article.segments]

    assert shape(wirenews.parse(story, **hints)) == shape(wirenews.parse(story))


@pytest.mark.parametrize("hints", [{"country": "USA"}, {"language": "eng"}, {"language": "pl-PL"}, {"country": ""}])
def test_what_is_no_code_raises(hints: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be an ISO"):
        wirenews.parse(LEAD, **hints)


@pytest.mark.parametrize("hints", [{"country": 840}, {"language": ["pl"]}])
def test_what_is_no_text_raises(hints: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="must be an ISO"):
        wirenews.parse(LEAD, **hints)


def test_hints_hold_for_documents_and_for_many_stories() -> None:
    story = {"uri": "urn:1", "body_text": "BIRMINGHAM, 5. listopada 2024 (AP) - 12 345, 67 890."}
    hints = {"country": "US", "language": "hr"}
    found = [
        *wirenews.load(story, **hints),
        *wirenews.iter_load(story, **hints),
        *wirenews.parse_many([story, story["body_text"]], **hints),
    ]
    for article in found:
        assert (article.dateline.places[0].country, article.dateline.date.isoformat()) == ("US", "2024-10-05")
        assert article.language == "hr"
    assert wirenews.load({**story, "language": "pl"}, **hints)[0].language == "pl"  # what it states itself
    for call in (wirenews.load, wirenews.iter_load):
        with pytest.raises(ValueError, match="ISO 3166"):
            call("Rain.", country="USA")
    with pytest.raises(ValueError, match="ISO 639-1"):
        wirenews.parse_many(["Rain."], language="eng")


def test_a_dateline_without_a_date_stays_without_one() -> None:
    for day in (None, dt.date(2025, 4, 18)):
        article = wirenews.parse(f"LISBON (Reuters) - {LEAD}", language="pt", reference=day)
        assert article.dateline is not None
        assert article.dateline.date is None


def test_a_date_that_the_language_does_not_settle_stays_open() -> None:
    assert dateline(f"LISBON, 12/05/2024 (Reuters) - {LEAD}", language="pt").date == wirenews.WireDate(2024, 5, 12)
    assert (
        dateline(f"LISBON, 12/05/2024 (Reuters) - {LEAD}", country="PT").date
        == dateline(f"LISBON, 12/05/2024 (Reuters) - {LEAD}").date
    )
