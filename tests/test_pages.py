"""Pages of newspapers and agencies: what stands above the lead, and texts of other kinds, in which nothing is found."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wirenews
from wirenews import Article
from wirenews.credit import caption
from wirenews.story import deck
from wirenews.text.rules import Rule

TABLE = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))
CHECKS: dict[str, Callable[[Article], object]] = {
    "headline": lambda a: a.headline.text if a.headline else "",
    "label": lambda a: (a.headline.label or "") if a.headline else "",
    "plain": lambda a: a.headline.plain if a.headline else "",
    "deck": lambda a: a.deck.text if a.deck else "",
    "dateline": lambda a: a.dateline.text if a.dateline else "",
    "places": lambda a: [place.name for place in a.dateline.places] if a.dateline else [],
    "date": lambda a: a.dateline.date.isoformat() if a.dateline and a.dateline.date else "",
    "agency": lambda a: a.agency.id if a.agency else "",
    "authors": lambda a: [person.name for person in a.byline.people] if a.byline else [],
    "captions": lambda a: [caption.text for caption in a.captions],
    "fields": lambda a: [[field.name, field.value] for field in a.fields],
    "defects": lambda a: [defect.code for defect in a.defects],
}


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["id"])
def test_page_is_read(case: dict[str, Any]) -> None:
    assert case.keys() <= {"id", "text", "body_start", *CHECKS}
    article = wirenews.parse(case["text"])
    expected = {key: case[key] for key in case if key in CHECKS}
    assert {key: CHECKS[key](article) for key in expected} == expected
    assert article.body.startswith(case.get("body_start", ""))
    assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source


@pytest.mark.parametrize("other", TABLE.get("other", []), ids=lambda other: other["text"][:40])
def test_nothing_is_found_in_what_is_no_wire_copy(other: dict[str, str]) -> None:
    article = wirenews.parse(other["text"])
    assert (article.dateline, article.agency, article.deck, article.captions) == (None, None, None, ())
    assert (article.headline.text if article.headline else "") == other.get("headline", "")


@pytest.mark.parametrize("rule", [*caption.RULES, *deck.RULES], ids=lambda rule: rule.id)
def test_a_caption_or_deck_is_read_by_its_rule(rule: Rule) -> None:
    article = wirenews.parse(f"{rule.example}\n\nHarbour dues will rise again next year, the port authority said.\n")
    assert rule.id in {piece.rule for piece in (article.deck, *article.captions) if piece is not None}


_LEAD = "LISBON, Feb 26 (Reuters) - Portugal will raise the dues of its harbours again next year, its government said."
_LAST = "Ships will pay a tenth more from May, it said."
_MORE = "The dues were low, and ships came from all the seas of the world to the quay. "


@pytest.mark.parametrize(
    "block",
    [
        "Cranes stood idle at the port of Lisbon on Tuesday. (Nora Fielding/HBC)",
        "Cranes stood idle at the port of Lisbon on Tuesday. (archive)",
        "In this photo cranes stand idle at the port of Lisbon. Photo Credit:",
        "This combination of photos, released by the port on Monday, shows the old quay and the new one.",
        "This screenshot, taken on Monday, shows the old quay and the new one.",
        f"FILE - In this May 2, 2024, photo, cranes stand idle. {_MORE * 5}".strip(),
    ],
)
def test_a_caption_between_two_paragraphs_is_no_body(block: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{block}\n\n{_LAST}\n")
    assert [caption.text for caption in article.captions] == [block]
    assert [part.text for part in article.paragraphs][1:] == [_LAST]


@pytest.mark.parametrize(
    "block",
    [
        "Bond yields fell to a record low in the afternoon, and the port's with them. [DUES/EUR]",
        "The quays are shown on a map of the port as it was in 1911. (Ships of the line/NATO)",
        "The prizes of the harbour's swimmers were given on Tuesday. (Nora Fielding/FREESTYLE)",
        "She keeps all of the harbour's old plans in one room (archive)",
        f"FILE - In this May 2, 2024, photo, cranes stand idle. {_MORE * 16}".strip(),
        "This combination of rain and wind closed the port on Monday, its master said.",
    ],
)
def test_a_paragraph_that_ends_or_begins_like_a_caption_stays(block: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{block}\n\n{_LAST}\n")
    assert article.captions == ()
    assert [part.text for part in article.paragraphs][1:] == [block, _LAST]


def test_a_headline_says_that_there_is_a_picture() -> None:
    headline = "Harbour master opens new quay under rain (picture)"
    article = wirenews.parse(f"{headline}\n\n{_LEAD}\n\n{_LAST}\n")
    assert article.headline is not None
    assert article.headline.text == headline
    assert article.captions == ()
