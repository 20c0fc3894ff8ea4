"""Stories in the world's languages, each in the style of an agency that files in it: one table a language.

A case is a ``[[case]]`` in ``languages/<ISO 639-1>.toml``. ``id`` and ``text`` are its story, made up for the
purpose; ``reference`` is the day it ran. What else it gives is checked, and only that:

``dateline``    as printed, without the dash that closes it; "" where there is none
``places``      ``Place.name`` of each;  ``countries``  ISO 3166, "" for an unknown one
``date``        of the dateline, in ISO 8601, as coarse as the words
``agency``      id of ``article.agency``, or ""
``authors``     ``Person.name`` of the byline's people
``headline``    or "";  ``body_start``, ``body_end``  how the body begins and ends;  ``paragraphs``  how many
``credits``     ``[role, name of a person or id of an agency]``, in order
``notices``     their kinds, in order
``defects``     their codes;  ``language``  ISO 639-1, or ""

``xfail`` says why a case is known to fail, and must fail then.

Before its cases a table may give ``openings``, the ways in which a story begins: each with the places as printed
(parted by ``|``), their countries (parted by blanks, "?" for an unknown one), the date and the agency's id; a sixth
value is an ``xfail``. Each is tried before the sentence ``lead``, which must be all that is left as the body.
``negatives`` are sentences that only look as if they began with a dateline or byline: they are body and nothing else.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import wirenews
from wirenews.article import Article, Attribution

TABLES = sorted((Path(__file__).parent / "languages").glob("*.toml"))


def _cases() -> list[Any]:
    cases = []
    for table in TABLES:
        for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            cases.append(pytest.param(case, id=f"{table.stem}-{case['id']}", marks=marks))
    return cases


def _names(credit: Attribution) -> list[str]:
    return [agency.id or agency.name for agency in credit.agencies] + [person.name for person in credit.people]


def _body_edge(article: Article, case: dict[str, Any], key: str) -> str:
    """As much of the body's begin or end as the case gives."""
    length = len(case[key])
    return article.body[:length] if key == "body_start" else article.body[-length:]


CHECKS: dict[str, Callable[[Article], object]] = {
    "dateline": lambda a: a.dateline.text if a.dateline else "",
    "places": lambda a: [p.name for p in a.dateline.places] if a.dateline else [],
    "countries": lambda a: [p.country or "" for p in a.dateline.places] if a.dateline else [],
    "date": lambda a: a.dateline.date.isoformat() if a.dateline and a.dateline.date else "",
    "agency": lambda a: a.agency.id if a.agency else "",
    "authors": lambda a: [p.name for p in a.byline.people] if a.byline else [],
    "headline": lambda a: a.headline.text if a.headline else "",
    "paragraphs": lambda a: len(a.paragraphs),
    "credits": lambda a: [[c.role, name] for c in a.credits for name in _names(c)],
    "notices": lambda a: [n.kind for n in a.notices],
    "defects": lambda a: [d.code for d in a.defects],
}
EDGES = ("body_start", "body_end")
KEYS = {"id", "text", "reference", "xfail", "language", *EDGES, *CHECKS}


def _parse(case: dict[str, Any]) -> Article:
    reference = case.get("reference")
    day = dt.date.fromisoformat(reference) if isinstance(reference, str) else reference
    return wirenews.parse(case["text"], reference=day)


@pytest.mark.parametrize("case", _cases())
def test_story_is_read(case: dict[str, Any]) -> None:
    assert case.keys() <= KEYS
    article = _parse(case)
    got = {key: CHECKS[key](article) for key in case if key in CHECKS}
    got |= {key: _body_edge(article, case, key) for key in EDGES if key in case}
    assert got == {key: case[key] for key in got}


def _openings() -> list[Any]:
    rows = []
    for table in TABLES:
        read = tomllib.loads(table.read_text(encoding="utf-8"))
        for opening, *expected in read.get("openings", ()):
            marks = [pytest.mark.xfail(reason=expected.pop(), strict=True)] if len(expected) > 4 else []
            rows.append(pytest.param(opening, read["lead"], expected, id=f"{table.stem}-{opening}", marks=marks))
    return rows


@pytest.mark.parametrize(("opening", "lead", "expected"), _openings())
def test_opening_is_read(opening: str, lead: str, expected: list[str]) -> None:
    article = wirenews.parse(f"{opening} {lead}\n")
    dateline = article.dateline
    assert dateline is not None
    places = "|".join(place.text for place in dateline.places)
    countries = " ".join(place.country or "?" for place in dateline.places)
    date = dateline.date.isoformat() if dateline.date else ""
    assert [places, countries, date, article.agency.id if article.agency else ""] == expected
    assert article.body == lead


def _negatives() -> list[str]:
    return [row for t in TABLES for row in tomllib.loads(t.read_text(encoding="utf-8")).get("negatives", ())]


@pytest.mark.parametrize("sentence", _negatives())
def test_sentence_is_body(sentence: str) -> None:
    article = wirenews.parse(sentence + "\n")
    assert article.dateline is None
    assert article.byline is None
    assert (article.agency, article.credits, article.notices, article.fields) == (None, (), (), ())
    assert article.body == sentence


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_stories_are_lossless(table: Path) -> None:
    """Every character of every story is in exactly one segment."""
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]:
        article = _parse(case)
        assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source, case["id"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_language_is_told(table: Path) -> None:
    cases = tomllib.loads(table.read_text(encoding="utf-8"))["case"]
    told = {case["id"]: (_parse(case).language or "", case["language"]) for case in cases if "language" in case}
    assert {id: both for id, both in told.items() if both[0] != both[1]} == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_tables_hold_positives_and_negatives(table: Path) -> None:
    """Each language has at least five stories with something to find, and sentences that only look alike."""
    cases = tomllib.loads(table.read_text(encoding="utf-8"))["case"]
    negatives = [case for case in cases if case.get("dateline") == "" and case.get("agency", "") == ""]
    assert len(cases) - len(negatives) >= 5
    assert negatives
    assert len({case["id"] for case in cases}) == len(cases)
