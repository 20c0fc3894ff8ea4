"""The same text in other clothes reads the same: blanks, line ends, marks without width, letters and accents apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from conftest import STORIES
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews.text.characters import plain, plain_text

ACCENTED = {
    "es": "Suben las tasas del puerto\n\nPor Inés Núñez\n\nSAN SEBASTIÁN, 11 may (EFE).- El muelle cerró el viernes.\n\n"
    "El alcalde no dijo por qué.\n",
    "fr": "PARIS, 26 février 2020 (AFP) - Le marché a ouvert à l'aube.\n\nhh/ph/ts\n",
    "mx": "MÉXICO, D.F., 3 dic (Notimex) - Llovió todo el día.\n",
    "tr": "KUDÜS (AA) - Liman cuma günü kapandı.\n",
    "cs": "PRAHA 18. června (ČTK) - Přístav byl v pátek uzavřen.\n",
    "vi": "Hà Nội (TTXVN) - Cảng đóng cửa hôm thứ Sáu, thị trưởng cho biết.\n",
    "ko": "(서울=연합뉴스) 김병규 기자 = 항구가 금요일 문을 닫았다고 시장이 말했다.\n",
    "ja": "【ベルリン時事】港は金曜日に閉鎖されたと市長が述べた。\n",
    "hi": "मुंबई, 8 अगस्त (भाषा) बंदरगाह शुक्रवार को बंद रहा।\n",
    "ar": "القاهرة 9 يونيو (رويترز) - أغلق الميناء يوم الجمعة.\n",
}
CLOTHES: dict[str, Callable[[str], str]] = {
    "carriage returns": lambda text: text.replace("\n", "\r"),
    "carriage returns and line feeds": lambda text: text.replace("\n", "\r\n"),
    "line separators": lambda text: text.replace("\n", "\u2028"),
    "next lines": lambda text: text.replace("\n", "\x85"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "ideographic spaces": lambda text: text.replace(" ", "\u3000"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "blank lines round it": lambda text: f"\n\n \n{text}\n \n\n",
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "marks of direction round the words": lambda text: "\u200f" + text.replace(" ", "\u200e \u200f"),
    "marks without width in the words": lambda text: "\u200b".join(text),
    "soft hyphens": lambda text: "\u00ad".join(text),
}


def _values(article: wirenews.Article) -> dict[str, Any]:
    """What an article says, without the places of its pieces."""
    values = article.to_dict()
    del values["source"]
    return {key: _without_places(value) for key, value in values.items()}


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(v) for key, v in value.items() if key not in ("start", "end")}
    return [_without_places(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("clothes", CLOTHES.values(), ids=CLOTHES)
@pytest.mark.parametrize("story", [*STORIES.values(), *ACCENTED.values()], ids=[*STORIES, *ACCENTED])
def test_a_story_reads_the_same_in_other_clothes(story: str, clothes: Callable[[str], str]) -> None:
    dressed = clothes(story)
    article = wirenews.parse(dressed)
    assert _values(article) == _values(wirenews.parse(story))
    assert article.source == dressed
    assert "".join(dressed[s.start : s.end] for s in article.segments) == dressed


@pytest.mark.parametrize("story", ACCENTED.values(), ids=ACCENTED)
def test_the_stories_with_accents_have_datelines_that_are_read(story: str) -> None:
    dateline = wirenews.parse(story).dateline
    assert dateline is not None
    assert dateline.places[0].country is not None


def test_a_mark_inside_a_name_is_in_no_value() -> None:
    article = wirenews.parse("NEW Y\u200eORK (AP) - Rain fell on the town all day, the city said.")
    assert article.dateline is not None
    assert article.dateline.text == "NEW YORK (AP)"
    assert [(place.text, place.name) for place in article.dateline.places] == [("NEW YORK", "New York")]
    assert article.source[article.dateline.start : article.dateline.end] == "NEW Y\u200eORK (AP)"


@pytest.mark.parametrize("name", ["San Sebastián", "México, D.F.", "Kudüs", "Łódź", "København", "São Paulo"])
def test_a_place_with_its_accents_apart_is_the_same_place(name: str) -> None:
    found, apart = wirenews.find_place(name), wirenews.find_place(unicodedata.normalize("NFD", name))
    assert found is not None
    assert found == apart


def test_lines_appended_far_below_leave_the_head_alone() -> None:
    story = (
        STORIES["reuters-1987"].replace(" Reuter\n", "")
        + "    More rain is on its way, the weather office said.\n" * 120
    )
    long = (
        "The port authority said on Friday that the dues would rise again next year, as the harbour needs quays. " * 9
    )
    before, after = wirenews.parse(story), wirenews.parse(story + f"{long}\n" * 40)
    assert (before.headline, before.byline, before.dateline) == (after.headline, after.byline, after.dateline)
    assert before.paragraphs[:100] == after.paragraphs[:100]


@given(st.text() | st.text(alphabet="aé\u0301\u0323\u200b\u00ad\r\n\u2028\u00a0 ᄀ\u1161\u11a8가ｶ\u0344\u0958"))
def test_a_plain_text_and_its_places(source: str) -> None:
    text, spread = plain(source)
    assert plain(text)[0] == text
    if spread is None:
        assert len(text) == len(source)
        return
    assert len(spread.starts) == len(spread.ends) + 1 == len(text) + 1
    position = 0
    for at in range(len(text)):
        start, end = spread.place(at, at + 1)
        assert position <= start <= end <= len(source)
        position = end


def test_a_letter_with_thousands_of_accents_takes_no_time() -> None:
    """They are left as they are: to sort them takes time that grows with the square of their number."""
    accents = "e" + "\u0315\u0323" * 50_000
    assert plain_text(accents) == accents
