"""Agencies of one's own: read like those of the registry, in this process and in its workers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import wirenews
from wirenews import Agency, Article

HBN = Agency("hafen", "Hafenbote Nachrichten", "HBN", aliases=("Hafenbote Newsdesk", "港口通讯社"), country="DE")
TABLE = """
[agency.hafen]
name = "Hafenbote Nachrichten"
short = "HBN"
country = "DE"
domains = ["hafenbote.de"]
ambiguous = ["CNA"]
exact = ["Pier"]
unlike = ["Hafenbota Nachrichten"]
sample = ["KIEL (HBN) - Es regnete."]

[agency.fjord]
name = "Fjordnytt"
languages = ["no"]
"""


def add(tmp_path: Path, table: str) -> None:
    (tmp_path / "mine.toml").write_text(table, encoding="utf-8")
    wirenews.add_agencies(tmp_path / "mine.toml")


def owner(text: str) -> str | None:
    agency = wirenews.parse(text).agency
    return agency.id if agency is not None else None


READ = [
    "KIEL, 2. Mai (HBN) - Es regnete den ganzen Tag.",
    "Es regnete den ganzen Tag, sagte der Wetterdienst.\n\n(Hafenbote Nachrichten)",
    "Regen in Kiel\n\nBy Hafenbote Newsdesk\n\nKIEL - Es regnete den ganzen Tag.",
    "港口通讯社基尔5月2日电 今天下雨。",
    "KIEL (Hafenbote Nachrichtan) - Es regnete den ganzen Tag.",
]


class TestAdded:
    @pytest.mark.parametrize("story", READ)
    def test_is_read_at_once_wherever_it_stands(self, story: str) -> None:
        assert owner(story) is None  # and is remembered so
        wirenews.add_agency(HBN)
        assert owner(story) == "hafen"

    def test_is_one_of_the_agencies(self) -> None:
        number = len(wirenews.agencies())
        wirenews.add_agency(HBN)
        assert wirenews.agencies()[number:] == (Agency(**{**vars_of(HBN), "kind": "agency"}),)
        assert wirenews.find_agency("hafenbote newsdesk") == HBN
        assert wirenews.find_agency("Reuters").id == "reuters"  # type: ignore[union-attr]

    def test_comes_back_from_json(self) -> None:
        wirenews.add_agency(HBN)
        article = wirenews.parse(READ[0])
        assert Article.from_dict(article.to_dict()) == article

    @pytest.mark.parametrize("workers", [None, 2])
    def test_is_known_to_the_workers(self, workers: int | None) -> None:
        wirenews.add_agency(HBN)
        articles = list(wirenews.parse_many(READ, workers=workers))
        assert [article.agency for article in articles] == [HBN] * len(READ)

    def test_again_is_replaced(self) -> None:
        wirenews.add_agency(HBN)
        wirenews.add_agency(HBN)
        wirenews.add_agency(Agency("hafen", "Hafenpost"))
        assert owner("KIEL (Hafenpost) - Regen.") == "hafen"
        assert owner("KIEL (HBN) - Regen.") is None

    def test_two_stand_side_by_side(self) -> None:
        wirenews.add_agency(HBN)
        wirenews.add_agency(Agency("fjord", "Fjordnytt"))
        assert [owner(f"KIEL ({name}) - Regen.") for name in ("HBN", "Fjordnytt", "dpa")] == ["hafen", "fjord", "dpa"]


def vars_of(agency: Agency) -> dict[str, Any]:
    return {name: getattr(agency, name) for name in agency.__slots__ if not name.startswith("__")}


class TestAFile:
    def test_has_all_that_the_registry_has(self, tmp_path: Path) -> None:
        add(tmp_path, TABLE)
        assert owner("KIEL (www.hafenbote.de) - Regen.") == "hafen"
        assert owner("BERGEN (Fjordnytt) - Regn.") == "fjord"
        assert [wirenews.find_agency(name) is None for name in ("Pier", "PIER", "pier")] == [False, True, True]
        assert wirenews.find_agency("Hafenbota Nachrichten") is None

    def test_shares_a_name_where_it_says_so(self, tmp_path: Path) -> None:
        before = wirenews.find_agency("CNA"), wirenews.find_agency("CNA", country="TW")
        add(tmp_path, TABLE)
        assert wirenews.find_agency("CNA", country="DE").id == "hafen"  # type: ignore[union-attr]
        assert (wirenews.find_agency("CNA"), wirenews.find_agency("CNA", country="TW")) == before

    def test_shares_a_name_that_the_registry_gives_to_one(self, tmp_path: Path) -> None:
        add(tmp_path, '[agency.fjord]\nname = "Fjordnytt"\nlanguages = ["no"]\nambiguous = ["NTB"]')
        assert wirenews.find_agency("NTB").id == "ntb"  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("table", "words"),
        [
            ("[agency.x", r"mine\.toml cannot be read as TOML: "),
            ("[agencies.x]\nname = 'X'", r"mine\.toml has no table \[agency\.ID\]: write"),
            ("[agency]\nx = 'X'", "agency.x must be a table of keys and values, not 'X'"),
            ("[agency.x]\nshort = 'X'", "agency.x needs `name`"),
            (
                "[agency.x]\nname = 'X'\nalias = 'Y'",
                "agency.x has a key `alias` that nothing reads: one of name, short",
            ),
            ("[agency.x]\nname = 'X'\naliases = 'Y'", "agency.x: `aliases` must be a list of texts, not 'Y'"),
            ("[agency.x]\nname = 'X'\ncountry = 'Norway'", "agency.x: `country` must be a country of ISO 3166-1"),
            ("[agency.x]\nname = 'Ix'\n[agency.y]\nname = 'IX'", "'ix' is of two agencies, agency.x and agency.y"),
            (
                "[agency.x]\nname = 'Ix'\ndomains = ['reuters.com']",
                r"agency.x and agency.reuters \(Reuters\) have the site",
            ),
        ],
    )
    def test_that_is_wrong_is_told(self, tmp_path: Path, table: str, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            add(tmp_path, table)

    def test_with_an_error_adds_nothing(self, tmp_path: Path) -> None:
        number = len(wirenews.agencies())
        with pytest.raises(ValueError, match="have the name 'reuters'"):
            add(tmp_path, TABLE + '[agency.z]\nname = "Reuters"')
        assert len(wirenews.agencies()) == number

    def test_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            wirenews.add_agencies(tmp_path / "none.toml")


class TestClashes:
    @pytest.mark.parametrize(
        ("agency", "words"),
        [
            (Agency("x", "Reuters"), r"agency\.x and agency\.reuters \(Reuters\) have the name 'reuters'"),
            (
                Agency("x", "Harbour", aliases=("A.N.I.",)),
                r"agency\.ani \(Asian News International\) have the name 'ani'",
            ),
            (
                Agency("x", "Harbour", "CNA"),
                r"agency\.x and agency\.cna-.* and .* have the name 'cna': leave it out, or",
            ),
            (Agency("ap", "Harbour"), r"the id 'ap' is that of agency\.ap \(The Associated Press\): choose another"),
            (Agency("", "Harbour"), "needs an id"),
            (Agency("x", ""), "`name` must be text, not ''"),
            (Agency("x", "A|B"), "`name` must do without the sign |"),
            (Agency("x", "Harbour", country="Norway"), "`country` must be a country of ISO 3166-1 in two capitals"),
        ],
    )
    def test_are_told(self, agency: Agency, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            wirenews.add_agency(agency)

    def test_with_another_of_ones_own_too(self) -> None:
        wirenews.add_agency(HBN)
        with pytest.raises(ValueError, match=r"'hbn' is of two agencies, agency\.hafen and agency\.other"):
            wirenews.add_agency(Agency("other", "HBN"))

    def test_what_is_no_agency(self) -> None:
        with pytest.raises(TypeError, match=r"agency must be an Agency, got str 'HBN': pass wirenews\.Agency"):
            wirenews.add_agency("HBN")  # type: ignore[arg-type]
