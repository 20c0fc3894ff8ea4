"""The calendar is what its script makes of the languages' files, and these keep what CLDR and people wrote apart."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from build_calendar import CLOSING, OPENING, with_block
from said_words import relative

from wirenews.dates.calendar import OPEN

ROOT = Path(__file__).parent.parent
DATA = ROOT / "wirenews" / "data"
LANGUAGES = {path.stem for path in (DATA / "languages").glob("*.toml")}


def named(rows: dict[str, str]) -> dict[str, tuple[int, set[str], str]]:
    """Each word's number, languages and length."""
    return {
        word: (int(number), set(languages), length)
        for word, (number, length, *languages) in ((word, row.split()) for word, row in rows.items())
    }


def languages() -> dict[str, dict[str, Any]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in (DATA / "languages").glob("*.toml")}


def test_the_table_has_the_shape_that_is_looked_up():
    calendar = json.loads((DATA / "calendar.json").read_text(encoding="utf-8"))
    kinds = {"months", "weekdays", "disputed_months", "disputed_weekdays"}
    assert set(calendar) >= {"first_words", "articles", "openings", "spans"} | kinds
    for kind, numbers in (("months", range(1, 13)), ("weekdays", range(7))):
        assert list(calendar[kind]) == sorted(calendar[kind])
        for word, (number, languages, length) in named(calendar[kind]).items():
            assert word == word.lower().strip(" .")
            assert number in numbers or (number == OPEN and word in calendar["disputed_months"])
            assert languages <= LANGUAGES
            assert length in ("full", "short")
            assert unicodedata.is_normalized("NFC", word)
        for word, readings in calendar[f"disputed_{kind}"].items():
            assert set(readings) <= LANGUAGES
            assert set(readings.values()) <= set(numbers)
            assert named(calendar[kind]).get(word, (OPEN,))[0] == OPEN


@pytest.mark.parametrize(
    ("kind", "word", "number", "language"),
    [
        ("months", "february", 2, "en"),
        ("months", "avril", 4, "fr"),
        ("months", "setembro", 9, "pt"),
        ("months", "kwietnia", 4, "pl"),
        ("months", "nisan", 4, "tr"),
        ("months", "апреля", 4, "ru"),
        ("months", "تشرين الأول", 10, "ar"),
        ("months", "เม.ย", 4, "th"),
        ("weekdays", "freitag", 4, "de"),
        ("weekdays", "csütörtök", 3, "hu"),
        ("weekdays", "星期日", 6, "zh"),
        ("weekdays", "金曜日", 4, "ja"),
    ],
)
def test_names_that_every_version_has(kind, word, number, language):
    calendar = json.loads((DATA / "calendar.json").read_text(encoding="utf-8"))
    assert named(calendar[kind])[word][0] == number
    assert language in named(calendar[kind])[word][1]


def test_words_that_languages_read_differently_are_told_apart():
    calendar = json.loads((DATA / "calendar.json").read_text(encoding="utf-8"))
    assert calendar["disputed_months"]["listopada"] == {"hr": 10, "pl": 11}
    assert calendar["disputed_months"]["listopad"] == {"cs": 11, "hr": 10, "pl": 11}
    assert named(calendar["months"])["listopada"] == (OPEN, {"hr", "pl"}, "full")
    assert {word for word, row in named(calendar["months"]).items() if row[0] == OPEN} == set(
        calendar["disputed_months"]
    )


def test_declined_months_are_twelve_a_case():
    cases = [case for table in languages().values() for case in table.get("dates", {}).get("declined_months", ())]
    assert {len(case.split()) for case in cases} == {12}


def test_what_is_taken_for_a_code_is_none():
    facts = tomllib.loads((DATA / "dates.toml").read_text(encoding="utf-8"))
    codes = set(facts["codes"].split())
    assert codes >= LANGUAGES
    assert set(languages()) <= codes
    assert set(facts["taken_for_codes"].values()) <= codes
    assert not set(facts["taken_for_codes"]) & codes


def test_no_word_of_a_language_stands_for_two_units():
    tables = ("relative", "relative_other_scripts")
    said = {
        phrase: row
        for table in tables
        for phrase, row in json.loads((DATA / f"{table}.json").read_text(encoding="utf-8"))["said"].items()
    }
    units: dict[tuple[str, str], set[str]] = {}
    for phrase, row in said.items():
        for language, meaning in (reading.split(":") for reading in row.split("|")):
            if meaning[0].lower() in "tgkevqbyz" and " " not in meaning:
                units.setdefault((phrase, language), set()).add(meaning.lower())
    assert {word: found for word, found in units.items() if len(found) > 1} == {}


def test_every_language_has_its_weekdays_and_all_but_those_that_number_them_their_months():
    calendar = json.loads((DATA / "calendar.json").read_text(encoding="utf-8"))
    for kind, size, without in (("months", 12, {"ja", "ko", "vi"}), ("weekdays", 7, set())):
        numbers: dict[str, set[int]] = {}
        for number, languages, _ in named(calendar[kind]).values():
            for language in languages:
                numbers.setdefault(language, set()).add(number)
        for readings in calendar[f"disputed_{kind}"].values():
            for language, number in readings.items():
                numbers.setdefault(language, set()).add(number)
        assert set(numbers) == LANGUAGES - without
        assert {language for language, found in numbers.items() if len(found) < size} == set()


def test_ordinary_words_and_day_first_languages_are_known():
    calendar = json.loads((DATA / "calendar.json").read_text(encoding="utf-8"))
    assert set(calendar["day_first"]) < LANGUAGES
    assert {word for word in [*calendar["ordinary"], *calendar["verbs"]] if word not in calendar["months"]} == set()
    assert {word.partition(" ")[0] for word in calendar["months"] if " " in word} == set(calendar["first_words"])


def test_zones_lie_within_a_day_of_greenwich():
    facts = tomllib.loads((DATA / "dates.toml").read_text(encoding="utf-8"))
    assert all(abs(east) <= 14 * 60 for east in facts["zones"].values())


def test_cldr_is_put_into_a_file_without_a_change_to_what_people_wrote():
    before, after = "# == Dates ==\n\n[dates]\nday_first = true\n", "# == Notices ==\nwords = []\n"
    block = f"{OPENING} 1 --\n[cldr]\n{CLOSING}"
    once = with_block(f"{before}\n{after}", block)
    assert once == f"{before}\n{block}\n{after}"
    assert with_block(once, block.replace(" 1 ", " 2 ")) == once.replace(" 1 ", " 2 ")


def test_what_people_wrote_counts_where_cldr_has_the_same_word():
    table = {"dates": {"said": {"yesterday": ["ieri"]}}, "cldr": {"said": {"today": ["ieri"], "tomorrow": ["demà"]}}}
    assert relative({"ca": table}, set())["relative"]["said"] == {"demà": "ca:d1", "ieri": "ca:d-1"}


def test_a_stem_takes_each_ending_and_a_word_for_one_or_many_is_that_for_one():
    rows = {"last": ["passa~"], "year": ["any"], "years": ["any", "anys"]}
    said = relative({"ca": {"dates": {"endings": ["t", "da"], "said": rows}}}, set())["relative"]["said"]
    assert said == {"any": "ca:y", "anys": "ca:Y", "passada": "ca:Wlast", "passat": "ca:Wlast"}


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ({"said": {"lasst week": ["x"]}}, "no meaning is called 'lasst"),
        ({"said": {"today": [""]}}, "has an empty word"),
        ({"tense": {"futur": ["anirà"]}}, r"no row of \[dates.tense\] is called 'futur'"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(dates, says):
    with pytest.raises(ValueError, match=says):
        relative({"ca": {"dates": dates}}, set())
