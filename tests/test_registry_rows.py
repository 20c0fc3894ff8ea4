"""The rows of the registry: what is wrong with one is said in a sentence, and what is easily mistaken is read right."""

from __future__ import annotations

import re
from typing import Any

import pytest
from registry import AgencyRow, checked, registry, sections

import wirenews

HEADINGS = {"Religious": ["religious"], "Baltic": ["EE", "LT", "LV"], "Agencies that are gone": []}
REST = "Rain fell in the hills on Monday, the county said."


def row(**content: Any) -> dict[str, Any]:
    """A right row, with what is to be wrong in it; a key with the value None is left out."""
    right = {"name": "Harbour News", "short": "HN", "languages": ["en"], "kind": "general", "source": "a page"}
    return {key: value for key, value in {**right, **content}.items() if value is not None}


def wrong(says: str, **content: Any) -> Any:
    return pytest.param({"hn": row(**content)}, says, id=says.split(":")[0])


def two(says: str, first: dict[str, Any], second: dict[str, Any]) -> Any:
    return pytest.param({"hn": row(**first), "ln": row(name="Lake News", **second)}, says, id=says.split(":")[0])


def check(rows: dict[str, Any], heading: str = "Agencies that are gone") -> dict[str, AgencyRow]:
    return checked({"agency": rows, "sections": HEADINGS}, {heading: rows})


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        wrong("agency.hn has a key `alias` that nothing reads: one of name, short, ", alias=["Harbour Agency"]),
        wrong("agency.hn needs `kind`", kind=None),
        wrong('agency.hn needs `source`: say where its facts were seen, or "general knowledge"', source=None),
        wrong("agency.hn: `aliases` must be a list of texts, not 'Harbour Agency'", aliases="Harbour Agency"),
        wrong("agency.hn: `domains` must be a list of texts, not [1]", domains=[1]),
        wrong("agency.hn: `name` must be text, not ['Harbour']", name=["Harbour"]),
        wrong("agency.hn: `name` must be text, not ''", name=""),
        wrong("agency.hn: `native` must do without the sign |, not 'H|N'", native="H|N"),
        wrong("agency.hn: `country` must be a country of ISO 3166-1 in two capitals, not 'UK'", country="UK"),
        wrong("agency.hn: `country` must be a country of ISO 3166-1 in two capitals, not 'gb'", country="gb"),
        wrong(
            "agency.hn: `languages` must be languages of ISO 639-1 in two small letters, not 'eng'", languages=["eng"]
        ),
        wrong("agency.hn: `kind` must be one of international, national, ", kind="newspaper"),
        wrong(
            'agency.hn: `years` must be two years such as "1835-1940" or "?-1940", not \'since 1990\'',
            years="since 1990",
        ),
        wrong(
            "agency.hn: `domains` must be addresses such as \"afp.com\", not 'https://hn.com'",
            domains=["https://hn.com"],
        ),
        wrong("agency.hn: `wikidata` must be an item such as \"Q40464\", not '40464'", wikidata="40464"),
        wrong(
            "agency.hn owns 'Zephyr', which people are called: list it under `exact`, as printed", aliases=["Zephyr"]
        ),
        wrong("agency.hn is not alone in 'Zephyr': list under `not` a line", aliases=["Zephyr"], exact=["Zephyr"]),
        wrong("agency.hn is not alone in 'HN': list under `not` a line", ambiguous=["HN"]),
        two("'HN' is of two agencies, agency.hn and agency.ln: ", {"exact": ["HN"]}, {"short": "HN", "exact": ["HN"]}),
        two("'hn' is of two agencies, agency.hn and agency.ln: ", {}, {"short": "LN", "aliases": ["h.n."]}),
        two("'hn.com' is of two agencies, ", {"domains": ["hn.com"]}, {"short": "LN", "domains": ["hn.com"]}),
    ],
)
def test_a_wrong_row_says_what_is_wrong(rows: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        check(rows)


def test_a_right_row_passes() -> None:
    held_back = {"aliases": ["Zephyr"], "exact": ["Zephyr"], "not": ["Zephyr Ash"], "sample": ["OSLO, May 3 (HN) -"]}
    assert check({"hn": row(**held_back)})["hn"].not_ == ["Zephyr Ash"]


@pytest.mark.parametrize(
    ("heading", "content", "says"),
    [
        (
            "Religious",
            {},
            "agency.hn (general, of no country) is in the wrong section: under 'Religious' belong religious",
        ),
        (
            "Baltic",
            {"country": "PL"},
            "agency.hn (general, PL) is in the wrong section: under 'Baltic' belong EE, LT, LV",
        ),
        ("Elsewhere", {}, "[sections] does not say what belongs under 'Elsewhere': list its kinds or its countries"),
    ],
)
def test_a_row_stands_under_its_heading(heading: str, content: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        check({"hn": row(**content)}, heading)


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Religious", {"kind": "religious"}),
        ("Baltic", {"country": "LV"}),
        ("Baltic", {"kind": "regional"}),  # of no country, and no other heading
        ("Agencies that are gone", {"country": "PL"}),
    ],
)
def test_a_row_under_its_heading_passes(heading: str, content: dict[str, Any]) -> None:
    assert check({"hn": row(**content)}, heading)


def test_headings_are_read_with_their_rows() -> None:
    text = '# -------- Baltic\n\n[agency.hn]\nname = "x"\n\n[agency.ln]\n\n# -------- Religious\n'
    assert sections(text) == {"Baltic": ["hn", "ln"], "Religious": []}


# --- rows that test themselves -------------------------------------------------------------------


def read_in(line: str) -> set[str]:
    """The ids of the agencies of a line: it opens a story if it ends in a dash or a colon, else it closes one."""
    opens = line[-1] in "-–—:"
    article = wirenews.parse(f"{line} {REST}\n" if opens else f"{REST}\n\nIt will rain again, it said.\n\n{line}\n")
    parts = [article.dateline, article.byline, *article.credits, *article.notices, *article.fields]
    return {agency.id for part in parts if part is not None for agency in part.agencies}


ROWS = registry()


@pytest.mark.parametrize("id", [id for id, row in ROWS.items() if row.sample or row.not_])
def test_a_row_is_read_and_not_mistaken(id: str) -> None:
    assert [line for line in ROWS[id].sample if id not in read_in(line)] == []
    assert [line for line in ROWS[id].not_ if id in read_in(line)] == []


def test_the_likely_mistakes_have_their_lines() -> None:
    assert sum(1 for row in ROWS.values() if row.sample and row.not_) >= 280


def test_a_line_that_names_no_agency_is_read_as_none() -> None:
    assert read_in("OSLO, May 3 -") == set()
    assert read_in("Prices rose.") == set()
