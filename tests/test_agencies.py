"""The registry: the table itself, names read and refused, lists, slips of the keys."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews.agencies import (
    agency_key,
    ends_agency,
    find_agency,
    is_house_spelling,
    lookup,
    may_name_agency,
    nearly,
    only_agencies,
    read_agencies,
)
from wirenews.text import tables

ROOT = Path(__file__).parent.parent
FIXED_IDS = """
    ani reuters ap afp efe acan-efe xinhua dpa tass ria-novosti ansa aa antara yonhap newsis kyodo jiji ctk cna-tw
    telam notimex prensa-latina ips cnn pr-newswire business-wire
""".split()


@cache
def _rows() -> dict[str, dict[str, Any]]:
    text = (ROOT / "wirenews" / "data" / "agencies.toml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = tomllib.loads(text)["agency"]
    return rows


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, Any]]:
    return _rows()


def own_names(row: dict[str, Any]) -> set[str]:
    """What the agency alone is called, in the form in which names are compared."""
    ambiguous, exact = row.get("ambiguous", ()), row.get("exact", ())
    printed = {agency_key(name) for name in exact}
    names = [name for name in (row["name"], row["short"], row.get("native"), *exact) if name and name not in ambiguous]
    names += row.get("aliases", ())
    return {name if agency_key(name) in printed else agency_key(name) for name in names}


class TestTable:
    def test_is_large(self, table: dict[str, dict[str, Any]]) -> None:
        assert len(table) >= 300
        assert len(wirenews.agencies()) == len(table)

    def test_has_the_agencies_whose_ids_are_fixed(self, table: dict[str, dict[str, Any]]) -> None:
        assert set(FIXED_IDS) <= set(table)

    def test_no_name_folds_to_nothing(self, table: dict[str, dict[str, Any]]) -> None:
        assert all(agency_key(name) for row in table.values() for name in own_names(row))

    def test_the_compiled_table_is_in_step(self, table: dict[str, dict[str, Any]]) -> None:
        assert {agency.id: agency.name for agency in wirenews.agencies()} == {id: r["name"] for id, r in table.items()}

    def test_ids_are_the_short_name(self, table: dict[str, dict[str, Any]]) -> None:
        """In lower case, hyphens for blanks; what tells two agencies apart comes after it."""
        for id, row in table.items():
            plain = unicodedata.normalize("NFKD", row["short"].replace("'", "").casefold())
            slug = regex.sub(r"[^a-z0-9]+", "-", regex.sub(r"\p{M}", "", plain)).strip("-")
            assert id == slug or id.startswith(slug + "-"), (id, slug)

    def test_rows_are_sorted_in_their_regions(self) -> None:
        text = (ROOT / "wirenews" / "data" / "agencies.toml").read_text(encoding="utf-8")
        for region in text.split("\n# -------- ")[1:]:
            ids = regex.findall(r"(?m)^\[agency\.(.+)\]$", region)
            assert ids == sorted(ids), region[:40]

    def test_every_agency_is_found_by_its_own_names(self, table: dict[str, dict[str, Any]]) -> None:
        for id, row in table.items():
            for name in (row["name"], row["short"], row.get("native"), *row.get("aliases", ())):
                if name and name not in row.get("ambiguous", ()):
                    found = find_agency(name)
                    assert found is not None, (id, name)
                    assert found.id == id, (id, name)

    def test_a_shared_name_is_found_with_the_country(self, table: dict[str, dict[str, Any]]) -> None:
        users = defaultdict(list)
        for id, row in table.items():
            for name in row.get("ambiguous", ()):
                users[name, row.get("country")].append(id)
        for (name, country), ids in users.items():
            if country and len(ids) == 1:
                found = find_agency(name, country=country)
                assert found is not None, (name, ids)
                assert table[found.id].get("country") == country, (name, ids)

    @pytest.mark.parametrize(
        "country",
        "AF AL DZ AO AR AM AU AT AZ BH BD BY BE BJ BO BW BR BG BF BI KH CM CA CV CF TD CN CG CD HR CU CY CZ CI DK DJ EG "
        "ER EE ET FI FR GA DE GH GR GT GN GW HU IN ID IR IQ IT JP JM JO KZ KE KW KG LA LV LB LS LR LY LT MG MW MY "
        "ML MR MX MD MN ME MA MZ MM NA NP NL NZ NE NG KP MK NO OM PK PY PE PH PL PT QA KR RO RU RW ST SA SN RS SC "
        "SL SK SI SO ZA ES LK SD SR SE CH SY TJ TH TL TG TN TR TM UG UA AE GB TZ US UZ VE VN YE ZM ZW BA PS".split(),
    )
    def test_a_country_with_an_agency_has_one(self, table: dict[str, dict[str, Any]], country: str) -> None:
        kinds = {"national", "international", "general", "topical"}
        assert any(row.get("country") == country and row["kind"] in kinds for row in table.values())


NAMES = [
    # as people write them
    ("Asian News International", "ani"),
    ("A.N.I.", "ani"),
    ("ani", "ani"),
    ("the Associated Press", "ap"),
    ("The AP", "ap"),
    ("AGENCE FRANCE-PRESSE", "afp"),
    ("Agence France Presse", "afp"),
    ("United Press International", "upi"),
    ("United Press", "up"),
    ("UPI", "upi"),
    ("UP", "up"),
    ("Associated Press of Pakistan", "app"),
    ("the Associated Press of Pakistan (APP)", "app"),
    ("Deutsche Presse-Agentur", "dpa"),
    ("Press Trust of India", "pti"),
    ("Canadian Press", "cp"),
    ("La Presse canadienne", "cp"),
    ("N.Y. Times News Service", "nyt"),
    ("The New York Times", "nyt"),
    ("TELAM", "telam"),
    ("Télam", "telam"),
    ("Agencia Telam", "telam"),
    ("CTK", "ctk"),
    ("Anadolu Ajansı", "aa"),
    ("ANADOLU AJANSI", "aa"),
    ("aa", "aa"),
    ("Anatolia News Agency", "aa"),
    ("Itar-Tass", "tass"),
    ("RIA-Novosti", "ria-novosti"),
    ("Xinhuanet", "xinhua"),
    ("Xinhua News Agency", "xinhua"),
    ("Inter Press Service (IPS)", "ips"),
    ("Central News Agency (CNA)", "cna-tw"),
    ("Agencia EFE", "efe"),
    ("agencia Xinhua", "xinhua"),
    ("news agency ANSA", "ansa"),
    ("kantor berita Antara", "antara"),
    ("агентство Интерфакс", "interfax"),
    ("Havas", "havas"),
    ("Wolff", "wolff"),
    ("Stefani", "stefani"),
    ("International News Service", "ins"),
    ("Exchange Telegraph", "exchange-telegraph"),
    ("Domei", "domei"),
    ("DNB", "dnb"),
    ("Sapa", "sapa"),
    ("dapd", "dapd"),
    ("DDP", "ddp"),
    ("ADN", "adn"),
    ("Jana", "jana"),
    ("Tanjug", "tanjug"),
    # own scripts
    ("رويترز", "reuters"),
    ("ロイター", "reuters"),
    ("路透社", "reuters"),
    ("ТАСС", "tass"),
    ("РИА Новости", "ria-novosti"),
    ("新华社", "xinhua"),
    ("新華社", "xinhua"),
    ("中央社", "cna-tw"),
    ("共同", "kyodo"),
    ("時事", "jiji"),
    ("연합뉴스", "yonhap"),
    ("連合뉴스", "yonhap"),
    ("뉴시스", "newsis"),
    ("조선중앙통신", "kcna"),
    ("สำนักข่าวไทย", "tna"),
    ("ایرنا", "irna"),
    ("وكالة الأنباء السعودية", "spa"),
    ("БТА", "bta"),
    ("Укрінформ", "ukrinform"),
    ("ΑΠΕ-ΜΠΕ", "ana-mpa"),
    ("पीटीआई", "pti"),
    ("वार्ता", "uni"),
    ("রয়টার্স", "reuters"),
    ("美联社", "ap"),
    ("شینهوا", "xinhua"),
    ("اے پی پی", "app"),
    # desks, services and staff
    ("Reuter", "reuters"),
    ("Thomson Reuters", "reuters"),
    ("Thomson Reuters Foundation", "reuters"),
    ("Reuters Health", "reuters"),
    ("Reuters Life!", "reuters"),
    ("Reuters Staff", "reuters"),
    ("LPC", "reuters"),
    ("IFR", "reuters"),
    ("EFECOM", "efe"),
    ("dpa/lno", "dpa"),
    ("dpa-AFX", "dpa"),
    ("AFP-Services", "afp"),
    ("AP Sports Writer", "ap"),
    ("Associated Press Writer", "ap"),
    ("AP White House Correspondent", "ap"),
    ("Press Association Political Correspondent", "pa"),
    ("연합뉴스 기자", "yonhap"),
    ("ats", "sda"),
    ("/ritzau/", "ritzau"),
    ("ANP", "anp"),
    ("PRNewswire", "pr-newswire"),
    ("PRNewswire-USNewswire", "pr-newswire"),
    ("PRNewswire-FirstCall", "pr-newswire"),
    ("BUSINESS WIRE", "business-wire"),
    ("GLOBE NEWSWIRE", "globe-newswire"),
    ("ACCESSWIRE", "accesswire"),
    ("EIN Presswire", "ein-presswire"),
    ("CNNMoney", "cnn"),
    ("HealthDay News", "healthday"),
    ("tca", "tca"),
    ("Knight Ridder/Tribune", "krt"),
    ("TNS", "tns"),
    # names in use on pages
    ("Assoc. Press", "ap"),
    ("ロイター通信", "reuters"),
    ("picture alliance", "dpa"),
    ("AZERTAG", "azertac"),
    ("PPI-OT", "ppi"),
    ("RNS", "rns-religion"),
    ("euro adhoc", "ots"),
    ("Deccan Herald News Service", "dhns"),
    ("Kashmir Media Service", "kms"),
    ("GAMNA", "gamna"),
    ("VOV", "vov"),
    ("The Center Square", "the-center-square"),
    ("State House News Service", "state-house-news-service"),
    ("Local Journalism Initiative Reporter", "local-journalism-initiative"),
    ("NEWS.am", "news-am"),
]


@pytest.mark.parametrize(("text", "id"), NAMES)
def test_name_is_found(text: str, id: str) -> None:
    found = find_agency(text)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    ("text", "id"), [("l'AFP", "afp"), ("L’Agence France-Presse", "afp"), ("(l'ANSA)", "ansa"), ("the AP", "ap")]
)
def test_an_article_does_not_count(text: str, id: str) -> None:
    assert [agency.id for agency in read_agencies(text)] == [id]


# What only looks like an agency, or like another one.
STRANGERS = """
Ani DiFranco | Reuters Institute | Reuters Institute for the Study of Journalism | AP Stylebook | AP Top 25 | AP Poll
Reuters Poll | Paul Reuter | Associated | Press | Associated Press of | The | a | news | News Agency | agency | agencia
Antarctica | Tasso | Kyoto | Sana | San`a | up | Up | latin | Latin | beta | Beta2 | tap | trend | report | Uni | uni | na
N/A | n.a. | aim | Mena | nan | spa | Spa | fars | focus | Vietnam | Ankara | Napa | Siena | Petrach | Zuma | sita | Nina K.
Radio Venceremos | DOMESTIC SERVICE | COPREFA | El Tiempo | Chicago | Paris | WHO | NATO | European Union | 2 Min Read
AP, | (, ) | - | / | . | … | 1234 | 新 | 社 | АП | Reuters told | told Reuters | an AP photographer saw | by Reuters
l'ap rouge | l' | L'Aquila | l'agence | Center Square | the center square | the media line | Press tv | Vov | picture
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("text", [s for s in STRANGERS if s not in ("", "AP,", "Nina K.", "Mena")])
def test_stranger_is_refused(text: str) -> None:
    assert find_agency(text) is None


def test_nothing_is_nobody() -> None:
    assert find_agency("") is None
    assert find_agency(" \n") is None
    assert read_agencies("") == ()
    assert nearly("") is None


SHARED = [
    ("CNA", {}, None),
    ("CNA", {"country": "TW"}, "cna-tw"),
    ("CNA", {"country": "SG"}, "cna-sg"),
    ("CNA", {"country": "CY"}, "cna-cy"),
    ("CNA", {"language": "zh"}, "cna-tw"),
    ("CNA", {"language": "en"}, None),
    ("CNA", {"country": "FR"}, None),
    ("CNA (Taiwan)", {}, "cna-tw"),
    ("Channel NewsAsia", {}, "cna-sg"),
    ("MNA", {}, None),
    ("MNA", {"country": "IR"}, "mna"),
    ("MNA", {"country": "MM"}, "mna-mm"),
    ("NA", {}, None),
    ("NA", {"country": "AR"}, "na"),
    ("NA", {"country": "US"}, None),
    ("PL", {"country": "CU"}, "prensa-latina"),
    ("PA", {"country": "GB"}, "pa"),
    ("PA", {"country": "US", "language": "en"}, None),
    ("ANA", {"country": "GR"}, "ana-mpa"),
    ("RFA", {"language": "es"}, None),
    # one agency has the name when nothing else is said
    ("APA", {}, "apa"),
    ("APA", {"country": "AZ"}, "apa-az"),
    ("GNA", {}, "gna"),
    ("GNA", {"country": "GY"}, "gna-gy"),
    ("ANI", {"country": "US", "language": "en"}, "ani"),
    ("SANA", {}, "sana"),
    ("RNS", {"country": "GB"}, "rns"),
    ("PNS", {}, None),
    ("PNS", {"country": "IN"}, "pns-in"),
    ("PNS", {"country": "PH"}, "pns-ph"),
]


@pytest.mark.parametrize(("text", "hints", "id"), SHARED)
def test_shared_name(text: str, hints: dict[str, str], id: str | None) -> None:
    found = find_agency(text, **hints)
    assert (found.id if found else None) == id
    assert [agency.id for agency in read_agencies(text, **hints)] == ([id] if id else [])


LISTS = [
    ("Reuters", "reuters"),
    ("AFP/Reuters", "afp reuters"),
    ("Xinhua / AFP", "xinhua afp"),
    ("tca/dpa", "tca dpa"),
    ("ats afp", "sda afp"),
    ("ats/afp", "sda afp"),
    ("AP, AFP, dpa, Reuters", "ap afp dpa reuters"),
    ("AFP, Reuters and dpa", "afp reuters dpa"),
    ("dpa und Reuters", "dpa reuters"),
    ("EFE y AP", "efe ap"),
    ("Reuters via AP", "reuters ap"),
    ("dpa/lno", "dpa"),
    ("dpa/lno, AFP", "dpa afp"),
    ("ACAN - EFE", "acan-efe"),
    ("ACAN-EFE", "acan-efe"),
    ("AFP - EFE", "afp efe"),
    ("TELAM-DPA", "telam dpa"),
    ("LPC/IFR", "reuters"),
    ("Thomson Reuters Foundation", "reuters"),
    ("SDA/sj", "sda"),
    ("APA, 11.9.2015", "apa"),
    ("MENAFN - IANS", "menafn ians"),
    ("AP Sports Writer", "ap"),
    ("Knight Ridder/Tribune", "krt"),
    ("AFP, AFP", "afp"),
    ("Reuters/Foo Bar", "reuters"),
    ("AFP、ロイター", "afp reuters"),
    ("PAP i AFP", "pap afp"),
    ("AA ve Reuters", "aa reuters"),
    ("ТАСС и Интерфакс", "tass interfax"),
    ("Antara dan Reuters", "antara reuters"),
    ("رويترز وأ ف ب", "reuters afp"),
    ("رويترز، واس", "reuters spa"),
    ("新华社和路透社", "xinhua reuters"),
    ("共同通信とロイター", "kyodo reuters"),
    ("연합뉴스와 로이터", "yonhap reuters"),
    # none
    ("RADIO VENCEREMOS", ""),
    ("Uttar Pradesh", ""),
    ("Kyoto", ""),
    ("ap photographer saw", ""),
    ("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o", ""),
    ("AP " * 100, ""),
]


@pytest.mark.parametrize(("text", "ids"), LISTS)
def test_list(text: str, ids: str) -> None:
    assert [agency.id for agency in read_agencies(text)] == ids.split()


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Xinhu", "xinhua"),
        ("Xinhau", "xinhua"),
        ("Xinua", "xinhua"),
        ("Xinhuaa", "xinhua"),
        ("Reutrs", "reuters"),
        ("Retuers", "reuters"),
        ("REUTRES", "reuters"),
        ("Assocated Press", "ap"),
        ("Associatzd Press", "ap"),
        ("Bernma", "bernama"),
        ("Yonhapp", "yonhap"),
        ("Agence Frence-Presse", "afp"),
    ],
)
def test_slip_of_the_keys(text: str, id: str) -> None:
    assert find_agency(text) is None
    found = nearly(text)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    "text",
    "Xinhua Reuters Kyoto Ankara Bergama Blomberg Napa Nampo Siena Radom Edina Tanjung Router Reuther Xinghua Khobar "
    "AFB APF Tas EEF Ruters2 Zinhua Italia Barcelona Uruguay reporter Berlin إيران".split(),
)
def test_no_slip(text: str) -> None:
    assert nearly(text) is None


JOINERS = sorted({word for words in tables.load("credits")["joiners"].values() for word in words})


@pytest.mark.parametrize("word", JOINERS)
def test_every_word_that_joins_names_joins_agencies(word: str) -> None:
    """In a dateline, which asks for the known ones, and in a credit, which asks for nothing else."""
    for text in (f"AFP {word} Reuters", f"dpa, AFP {word} Reuters"):
        ids = [agency.id for agency in read_agencies(text)]
        assert ids[-2:] == ["afp", "reuters"]
        assert [agency.id for agency in only_agencies(text)] == ids
    article = wirenews.parse(f"LIMA, May 3 (AFP {word} Reuters) - Rain fell.\n\n(AFP {word} Reuters)\n")
    assert article.dateline is not None
    assert article.dateline.agencies == article.credits[0].agencies == read_agencies("AFP, Reuters")


ALONE = [case for case in LISTS if case[1] and case[0] not in ("Reuters/Foo Bar", "dpa/lno, AFP", "SDA/sj")]


@pytest.mark.parametrize(("text", "ids"), ALONE)
def test_a_list_of_nothing_else(text: str, ids: str) -> None:
    assert [agency.id for agency in only_agencies(text)] == ids.split()


_LISTED = ["AFP", "Reuters", "dpa", "ТАСС", "新华社", "رويترز", "Agência Brasil", "ACAN-EFE", "The Associated Press"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        *[("dpa/lno", "dpa"), ("ritzau/FINANS", "ritzau"), ("dpa/report", ""), ("AFP/Sport", ""), ("AFP/SPORT", "afp")],
        *[("APA, 11.9.2015", "apa"), ("11.9.2015, APA", ""), ("APA, 11 september 2015 12:40", "apa"), ("APA, a5", "")],
        *[("ats/afp", "sda afp"), ("ats/ani", "sda ani"), ("ani/ani", ""), ("the associated press", "ap")],
    ],
)
def test_desks_and_dates_beside_agencies(text: str, ids: str) -> None:
    assert [agency.id for agency in only_agencies(text)] == ids.split()


def test_only_one_part_of_a_list_may_have_a_title() -> None:
    assert [agency.id for agency in read_agencies("Reuters and AP staff")] == ["reuters", "ap"]
    assert ends_agency("Ann Doe, TELAM-DPA")


@pytest.mark.parametrize("id", sorted(_rows()))
def test_the_cheap_tests_let_every_name_through(id: str) -> None:
    row = _rows()[id]
    for name in (
        row["name"],
        row["short"],
        row.get("native") or "AP",
        *row.get("aliases", ()),
        *row.get("domains", ()),
    ):
        assert may_name_agency(name), name
        assert may_name_agency(f"{name} reporter"), name
        assert may_name_agency(f"Ann Doe/{name}"), name
        assert ends_agency(f"Ann Doe, {name}") or name in row.get("domains", ()), name


@pytest.mark.parametrize("line", ["Rain fell in Lima", "Jane Roe", "It rained.", "Rain (again)", ""])
def test_the_cheap_tests_refuse_most_lines(line: str) -> None:
    assert not may_name_agency(line)
    assert not ends_agency(line)


@given(st.lists(st.sampled_from(_LISTED), min_size=2, max_size=5), st.data())
def test_any_list_reads_the_same_everywhere(names: list[str], data: st.DataObject) -> None:
    between = st.sampled_from([", ", " / ", "/", " - ", "、", *(f" {word} " for word in JOINERS)])
    text = names[0] + "".join(data.draw(between) + name for name in names[1:])
    ids = list(dict.fromkeys(agency.id for agency in map(lookup, names) if agency is not None))
    assert [agency.id for agency in read_agencies(text)] == ids
    assert [agency.id for agency in only_agencies(text)] == ids
    assert only_agencies(f"{text} and Ann Doe") == ()
    assert [agency.id for agency in read_agencies(f"{text} and Ann Doe")] == ids


@pytest.mark.parametrize(
    "text", ["AP and Ann Doe", "Ann Doe, AP", "ani", "up and beta", "AP told", "AFP said on", "Reuters 2020 Poll", ""]
)
def test_a_list_of_something_else_too(text: str) -> None:
    assert only_agencies(text) == ()


@pytest.mark.parametrize(
    ("text", "printed_so"),
    [
        *[("Xinhua", True), ("xinhua", True), ("XINHUA", True), ("Reuters", True), ("reuters", True), ("dpa", True)],
        *[("DPA", True), ("Dpa", False), ("ANI", True), ("ani", False), ("Ani", False), ("reuters.com", True)],
        *[("www.dpa.com", True), ("associated press", True), ("тасс", True), ("新华社", True), ("afp", False)],
    ],
)
def test_house_spelling(text: str, printed_so: bool) -> None:
    agency = lookup(text)
    assert agency is not None
    assert is_house_spelling(agency, text) is printed_so


@pytest.mark.parametrize("form", ["{}", "www.{}", "https://www.{}/", "http://{}", "({})", "WWW.{}"])
def test_every_agency_is_found_by_its_sites(table: dict[str, dict[str, Any]], form: str) -> None:
    for id, row in table.items():
        for domain in row.get("domains", ()):
            found = find_agency(form.format(domain))
            assert found is not None, domain
            assert found.id == id, domain


def test_sites_are_known_of_many_agencies_and_no_site_is_of_two(table: dict[str, dict[str, Any]]) -> None:
    domains = [domain for row in table.values() for domain in row.get("domains", ())]
    assert len([id for id, row in table.items() if row.get("domains")]) >= 60
    assert len(domains) == len(set(domains))
    assert all(regex.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}", domain) for domain in domains)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://www.reuters.com/world/story",
            "notreuters.com",
            "reuters.com.example.org",
            "reuters.co",
            "example.com",
        ),
        *("nora@reuters.com", "visit reuters.com", "com", "www.", "a.b.c.reuters.com"),
    ],
)
def test_another_site_is_nobodys(text: str) -> None:
    assert find_agency(text) is None


@pytest.mark.parametrize("country", ["TW", "tw", "Tw"])
@pytest.mark.parametrize("language", [None, "zh", "ZH", "en"])
def test_codes_in_any_case(country: str, language: str | None) -> None:
    found = find_agency("CNA", country=country, language=language)
    assert found is not None
    assert found.id == "cna-tw"


def test_the_language_settles_between_agencies_of_one_country() -> None:
    names = {(name, row.get("country")) for row in _rows().values() for name in row.get("ambiguous", ())}
    for name, country in sorted(names, key=str):
        users = [
            id for id, row in _rows().items() if name in row.get("ambiguous", ()) and row.get("country") == country
        ]
        tongues = [language for id in users for language in _rows()[id].get("languages", ())]
        for id in users if country and len(users) > 1 else ():
            for language in _rows()[id].get("languages", ()):
                if tongues.count(language) == 1:
                    found = find_agency(name, country=country, language=language)
                    assert found is not None, (name, country, language)
                    assert found.id == id


@pytest.mark.parametrize("text", ["CNA", "Reuters", "nobody"])
@pytest.mark.parametrize(
    ("hints", "error", "told"),
    [
        (
            {"country": "Taiwan"},
            ValueError,
            "country must be an ISO 3166 code of two letters such as 'TW', got 'Taiwan'",
        ),
        ({"country": "TWN"}, ValueError, "country must be .*, got 'TWN'"),
        ({"country": ""}, ValueError, "country must be .*, got ''"),
        ({"country": "臺灣"}, ValueError, "country must be .*, got '臺灣'"),
        ({"country": 5}, TypeError, "country must be .*, got int 5"),
        ({"country": b"TW"}, TypeError, "country must be .*, got bytes b'TW'"),
        ({"language": "Chinese"}, ValueError, "language must be an ISO 639-1 code of two letters such as 'zh', got"),
        ({"language": "zh-TW"}, ValueError, "language must be .*, got 'zh-TW'"),
        ({"language": 5}, TypeError, "language must be .*, got int 5"),
    ],
)
def test_a_wrong_hint_is_told_at_once(text: str, hints: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        find_agency(text, **hints)


@pytest.mark.parametrize(("text", "shown"), [(None, "NoneType None"), (5, "int 5"), (b"AP", "bytes b'AP'")])
def test_a_wrong_argument_is_told(text: Any, shown: str) -> None:
    with pytest.raises(TypeError, match=rf"text must be a str, got {shown}: pass the agency's name"):
        find_agency(text)


MNA = ["TEHRAN, May 21 (MNA) – ", "LONDON, May 21 (Mehr News Agency) – ", "Mehr News Agency, London, May 21 – "]


@pytest.mark.parametrize("dateline", MNA[:2])
@pytest.mark.parametrize("ending", [" (MNA)", "\n\n(MNA)", "\n\nMNA"])
def test_a_shared_name_is_that_of_the_agency_in_the_dateline(dateline: str, ending: str) -> None:
    article = wirenews.parse(f"{dateline}Rain fell in the hills, it said on Monday.{ending}\n")
    assert [[agency.id for agency in credit.agencies] for credit in article.credits] == [["mna"]]
    assert article.body == "Rain fell in the hills, it said on Monday."


def test_a_shared_name_is_that_of_an_agency_known_from_elsewhere() -> None:
    for id in ("cna-tw", "cna-sg"):
        known = tuple(agency for agency in wirenews.agencies() if agency.id in (id, "reuters"))
        assert [agency.id for agency in read_agencies("CNA", known=known)] == [id]


@pytest.mark.parametrize(
    "text", ["leAFP", "laAP", "o'AFP", "x’AFP", "'AFP Institute", "Ghana News Agency (GNA;", "(GNA)x"]
)
def test_what_is_beside_a_name_counts(text: str) -> None:
    assert find_agency(text) is None


@pytest.mark.parametrize("dateline", ["LONDON, May 21 – ", "LONDON, May 21 (Reuters) – "])
def test_and_nobodys_in_another_story(dateline: str) -> None:
    article = wirenews.parse(f"{dateline}Rain fell in the hills, it said on Monday.\n\n(MNA)\n")
    assert [(credit.text, credit.agencies) for credit in article.credits] == [("(MNA)", ())]


NOT_ASCII = sorted(
    (name, id)
    for id, row in _rows().items()
    for name in {row["name"], row["short"], row.get("native") or "", *row.get("aliases", ()), *row.get("exact", ())}
    if not name.isascii() and name not in row.get("ambiguous", ())
)


@pytest.mark.parametrize(("name", "id"), NOT_ASCII)
def test_accents_apart_from_their_letters(name: str, id: str) -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, name)  # type: ignore[arg-type]
        for found in (find_agency(text), find_agency(f"({text})"), *read_agencies(f"AFP, {text}")[1:]):
            assert found is not None, form
            assert found.id in (id, "afp"), form


def test_values_are_complete() -> None:
    agency = find_agency("연합뉴스")
    assert agency is not None
    assert (agency.name, agency.short, agency.native) == ("Yonhap News Agency", "Yonhap", "연합뉴스")
    assert (agency.country, agency.kind, agency.years) == ("KR", "national", None)
    assert agency.languages[0] == "ko"
    assert find_agency("Yonhap") is agency


def test_the_item_in_wikidata() -> None:
    afp, andina = find_agency("AFP"), find_agency("Andina")
    assert afp is not None
    assert andina is not None
    assert (afp.wikidata, andina.wikidata) == ("Q40464", None)
    items = [agency.wikidata for agency in wirenews.agencies() if agency.wikidata]
    assert len(items) == len(set(items)) >= 40
    article = wirenews.parse("LIMA, May 3 (AFP) - It rained all day in the city.\n")
    assert wirenews.Article.from_dict(article.to_dict()) == article


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    find_agency(text)
    read_agencies(text)
    nearly(text)


@given(st.sampled_from(NAMES), st.sampled_from(["{}.", " {} ", "({})", "{}\n", "/{}/", "{}:"]))
def test_blanks_and_stops_do_not_count(name: tuple[str, str], form: str) -> None:
    text, id = name
    found = find_agency(form.format(text)) if lookup(text) else find_agency(text)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize("text", ["ReUtErS", "XINHUA", "yonhap", "prensa LATINA", "ČTK", "čtk", "тасс", "TÉLAM"])
def test_case_does_not_count(text: str) -> None:
    assert find_agency(text) == find_agency(text.upper()) == find_agency(text.lower()) is not None


@pytest.mark.parametrize(
    "unit", ["AP/", "AP ", "a-", "(", "AFP, ", "агентство ", "agencia ", "Reuters Staff ", "a.", "和"]
)
def test_long_text_takes_no_time(unit: str) -> None:
    """A long text is refused at once: ten times the text must not take four times the time."""

    def seconds(text: str) -> float:
        start = process_time()
        for _ in range(20):
            find_agency(text)
            read_agencies(text)
            only_agencies(text)
            nearly(text)
        return process_time() - start

    small, large = unit * 5_000, unit * 50_000
    for _ in range(5):
        before, after = max(1e-3, seconds(small)), seconds(large)
        if after <= 4 * before:
            return
    pytest.fail(f"{len(large)} characters took {after / before:.1f} times as long as {len(small)}")


@pytest.mark.parametrize(
    ("text", "ids"),
    [("dpa/lno", ["dpa"]), ("ritzau/FINANS", ["ritzau"]), ("ani/SPORT", []), ("dpa/Sport", []), ("dpa/sports", [])],
)
def test_a_desk_stands_behind_an_agency_in_its_house_spelling(text: str, ids: list[str]) -> None:
    assert [agency.id for agency in only_agencies(text)] == ids
