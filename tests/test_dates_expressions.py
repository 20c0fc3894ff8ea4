"""Expressions of newspapers in many languages: what they mean on a Friday in April, and what is no date."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from reading_dates import FRIDAY, read

from wirenews.dates.normalize import normalize_date

CASES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parent / "dates").glob("*.toml")
}
READS = [(language, *row) for language, cases in CASES.items() for row in cases["reads"]]
NOT = [(language, words) for language, cases in CASES.items() for words in cases["not"]]


LARGE = "ar de es fr hi id it ja ko nl pl pt ru sv tr uk zh".split()


def test_every_large_language_has_twenty_expressions_and_ten_that_are_no_dates():
    assert {code for code in LARGE if len(CASES[code]["reads"]) < 20 or len(CASES[code]["not"]) < 10} == set()


@pytest.mark.parametrize(("language", "words", "value", "context"), [(*row, None)[:4] for row in READS])
def test_an_expression_is_read_whether_or_not_its_language_is_told(language, words, value, context):
    assert read(words, context=context) == value
    told = normalize_date(words, reference=FRIDAY, context=context, language=language)
    assert told is not None
    assert told.isoformat() == value


@pytest.mark.parametrize(("language", "words"), NOT)
def test_what_is_no_date_or_stays_open_is_none(language, words):
    assert read(words) is None
    assert normalize_date(words, reference=FRIDAY, language=language) is None


@pytest.mark.parametrize(("language", "words"), [row[:2] for row in READS if len(row) == 3])
def test_nothing_that_the_story_settles_is_read_without_it(language, words):
    date = normalize_date(words, language=language)
    assert date is None or not date.inferred
