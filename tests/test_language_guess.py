"""Which language a story is in is told alike by the fast patterns for Latin copy and by those for any script."""

from __future__ import annotations

import pytest
from conftest import STORIES
from hypothesis import given
from hypothesis import strategies as st

from wirenews.text import language

_SIGNS = "aeé ß’'-.·«»U.S.ñł 5½"


def test_latin_letters_are_those_of_unicode() -> None:
    latin = [chr(code) for code in range(0x3000) if language._LATIN.fullmatch(chr(code).lower())]
    assert {"a", "ß", "é", "ő", "ș", "’", "€", "\u00a0"} <= set(latin)
    assert not {"ª", "µ", "\u0301", "Ω", "и", "、"} & set(latin)
    for sign in map(str.lower, latin):
        assert language._WORDS_IN_LATIN.findall(sign) == language._WORDS.findall(sign), sign


@given(st.text(st.sampled_from(_SIGNS), max_size=40))
def test_words_are_cut_alike(text: str) -> None:
    assert language._WORDS_IN_LATIN.findall(text.lower()) == language._WORDS.findall(text.lower())


def test_stories_of_houses_are_cut_alike() -> None:
    for story in STORIES.values():
        assert language._WORDS_IN_LATIN.findall(story.lower()) == language._WORDS.findall(story.lower())


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Luka Rijeka traži novog direktora; natječaj otvoren do kraja mjeseca.", "hr"),
        ("Radnici u luci Split štrajkaju već treći dan zbog plaća, izvijestio je sindikat.", "hr"),
        ("PRAHA - Česko zvýší přístavní poplatky, oznámilo ve čtvrtek ministerstvo.", "cs"),
        ("Slovenija bo zvišala pristaniške pristojbine, so sporočili z ministrstva.", "sl"),
        ("Slovensko zvýši prístavné poplatky, oznámilo vo štvrtok ministerstvo.", "sk"),
        ("ポルトガル政府は12日、来年から港湾使用料を1割引き上げると発表した。", "ja"),
        ("葡萄牙政府周四宣布,明年起港务费将上调一成。", "zh"),
    ],
)
def test_neighbours_are_told_apart(text: str, spoken: str) -> None:
    assert language.guess_language(text) == spoken
