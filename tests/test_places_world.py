"""Places of the world: ids, coordinates and divisions; names in other languages and of other days; hints."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from itertools import accumulate
from pathlib import Path

import attrs
import pytest

import wirenews
from wirenews import Article, Place, find_place
from wirenews.places.facts import countries_speaking
from wirenews.text import tables

ROOT = Path(__file__).parent.parent


def found(text: str) -> Place:
    place = find_place(text)
    assert place is not None, text
    return place


# --- ids, coordinates, divisions -----------------------------------------------------------------

CITIES = """
PARIS | FR-IDF | 2988507 | 48.85 | 2.35
PARIS, Texas | US-TX | 4717560 | 33.66 | -95.56
NEW YORK | US-NY | 5128581 | 40.71 | -74.01
WASHINGTON | US-DC | 4140963 | 38.9 | -77.04
Bellevue, Wash. | US-WA | 5786882 | 47.61 | -122.2
London, Ontario | CA-ON | 6058560 | 42.98 | -81.23
SPRINGFIELD, Ill. | US-IL | 4250542 | 39.8 | -89.64
SPRINGFIELD, Mo. | US-MO | 4409896 | 37.22 | -93.3
DOVER, Kent | GB-KEN | 2651048 | 51.13 | 1.31
Lucknow (Uttar Pradesh) [India] | IN-UP | 1264733 | 26.84 | 80.92
NEW DELHI | IN-DL | 1261481 | 28.62 | 77.21
DELHI | IN-DL | 1273294 | 28.65 | 77.23
Frankfurt/Main | DE-HE | 2925533 | 50.12 | 8.68
МОСКВА | RU-MOW | 524901 | 55.75 | 37.62
東京 | JP-13 | 1850147 | 35.69 | 139.69
القاهرة | EG-C | 360630 | 30.06 | 31.25
मुंबई | IN-MH | 1275339 | 19.07 | 72.88
SINGAPORE | None | 1880252 | 1.29 | 103.85
DJIBOUTI | DJ-DJ | 223817 | 11.59 | 43.15
SUVA | FJ-C | 2198148 | -18.14 | 178.43
TROMSO | NO-55 | 3133895 | 69.65 | 18.96
"""


@pytest.mark.parametrize("row", CITIES.strip().splitlines())
def test_a_city_has_its_division_id_and_coordinates(row: str) -> None:
    text, *facts = row.split(" | ")
    place = found(text)
    assert [str(place.subdivision), str(place.geonames), str(place.latitude), str(place.longitude)] == facts


REGIONS_AND_COUNTRIES = """
Texas | US-TX | 4736286
BAVARIA | DE-BY | 2951839
Uttar Pradesh | IN-UP | 1253626
INDIA | None | 1269750
Россия | None | 2017370
"""


@pytest.mark.parametrize("row", REGIONS_AND_COUNTRIES.strip().splitlines())
def test_a_division_or_a_country_has_an_id_and_no_coordinates(row: str) -> None:
    text, *facts = row.split(" | ")
    place = found(text)
    assert [str(place.subdivision), str(place.geonames), place.latitude, place.longitude] == [*facts, None, None]


@pytest.mark.parametrize("text", ["SPRINGFIELD", "COLUMBUS", "GORAKHPUR", "Salamanca"])
def test_of_namesakes_in_one_country_none_is_picked(text: str) -> None:
    place = found(text)
    assert place.country is not None
    assert (place.subdivision, place.geonames, place.latitude, place.longitude) == (None, None, None, None)


@pytest.mark.parametrize("text", ["BIRMINGHAM", "CAMBRIDGE", "GEORGIA", "PUNJAB", "AT SEA"])
def test_where_the_country_is_open_all_is_open(text: str) -> None:
    place = found(text)
    assert (place.country, place.subdivision, place.geonames, place.latitude) == (None, None, None, None)


def test_a_city_that_no_table_knows_has_the_division_that_was_printed() -> None:
    place = found("SMALLVILLE JUNCTION, Kan.")
    assert (place.subdivision, place.geonames, place.latitude, place.longitude) == ("US-KS", None, None, None)


def test_a_namesake_in_another_division_is_not_meant() -> None:
    assert found("PARIS, Tenn.").geonames != found("PARIS, Texas").geonames
    assert found("BELLEVUE, Kan.").geonames is None


def test_a_place_is_a_plain_value() -> None:
    """Whoever asks first, and however: the facts that are looked up late are attributes like any other."""
    fresh = [found("PARIS") for _ in range(6)]
    plain = Place("PARIS", "Paris", None, "FR", "FR-IDF", 2988507, 48.85, 2.35)
    assert fresh[0] == plain
    assert hash(fresh[1]) == hash(plain)
    assert repr(fresh[2]) == repr(plain)
    assert pickle.loads(pickle.dumps(fresh[3])) == plain
    assert copy.deepcopy(fresh[4]) == plain
    assert attrs.evolve(fresh[5], text="Paris").latitude == 48.85
    assert attrs.asdict(found("PARIS"), filter=lambda attribute, _: attribute.init) == {
        "text": "PARIS", "name": "Paris", "region": None, "country": "FR",
        "subdivision": "FR-IDF", "geonames": 2988507, "latitude": 48.85, "longitude": 2.35,
    }  # fmt: skip
    with pytest.raises(AttributeError, match="population"):
        found("PARIS").population  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found("PARIS").latitude = 0.0  # type: ignore[misc]


def test_an_article_keeps_them_through_json() -> None:
    article = wirenews.parse("LIMA, March 3 (Reuters) - Rain fell on the whole coast for a third day on Monday.")
    data = json.loads(article.to_json())
    assert data["dateline"]["places"] == [
        {"text": "LIMA", "name": "Lima", "region": None, "country": "PE", "subdivision": "PE-LMA", "geonames": 3936456,
         "latitude": -12.04, "longitude": -77.03}
    ]  # fmt: skip
    assert Article.from_dict(data) == article


def test_nothing_is_looked_up_that_nobody_asks_for() -> None:
    script = """
import sys, wirenews
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
article = wirenews.parse("OSLO, May 2 (Reuters) - It rained all day in the capital, the weather office said.")
assert article.dateline.places[0].country == "NO"
before = any("places_facts" in path for path in opened)
article.dateline.places[0].latitude
print(before, any("places_facts" in path for path in opened))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_the_table_of_facts_has_the_shape_that_is_read() -> None:
    made = tables.load("places_facts")
    assert list(made) == ["source", "rows", "links", "countries", "divisions", "speakers"]
    for country, rows in made["rows"].items():
        steps = [tuple(map(int, row.rpartition(":")[2].split(" "))) for row in rows.split("|")]
        for id, latitude, longitude in zip(*map(accumulate, zip(*steps, strict=True)), strict=True):
            assert id > 0, country
            assert -9000 <= latitude <= 9000
            assert -18000 <= longitude <= 18000
    names = [tables.load(name)["cities"] for name in ("places", "places_arabic")]
    for shelves in names:
        for head, shelf in shelves.items():
            tails = [tail for _, *tails in tables.shelf_rows(shelf) for tail in tails]
            assert len(made["links"][head].split(" ")) == len(tails), head


# --- names of other days and other languages -----------------------------------------------------

OTHER_NAMES = """
Mumbai: Bombay, BOMBAY, Бомбей, ムンバイ, 孟买
Kolkata: Calcutta, Calcuta, Kalkutta
Chennai: Madras
Beijing: Peking, Pekín, Pékin, Pechino, Пекин, بكين
Guangzhou: Canton
Ho Chi Minh City: Saigon, Saigón
Saint Petersburg: Leningrad, Petrograd, Sankt Petersburg, San Petersburgo
Yangon: Rangoon, Rangún
Istanbul: Constantinople, Estambul, İstanbul, Стамбул
Izmir: Smyrna, İzmir
Thessaloniki: Salonica, Salonika, Θεσσαλονίκη
Jakarta: Batavia, Djakarta
Volgograd: Stalingrad
Nizhny Novgorod: Gorky
Yekaterinburg: Sverdlovsk
Wroclaw: Breslau
Gdansk: Danzig
Pune: Poona
Xiamen: Amoy
Trabzon: Trebizond
Stuttgart: Stoccarda, Штутгарт, シュトゥットガルト, 斯图加特
Nuremberg: Nürnberg, Norimberga, Núremberg, Norymberga, Нюрнберг
Vijayapura: Bijapur
Malacca: Melaka, MELAKA
Bandung: Kota Bandung
Kharkiv: Харків, Харьков, Charkiw
Johannesburg: جوهانسبرغ, Йоханнесбург, 约翰内斯堡
"""


@pytest.mark.parametrize("line", OTHER_NAMES.strip().splitlines())
def test_one_city_by_all_its_names(line: str) -> None:
    name, _, others = line.partition(": ")
    city = found(name)
    assert city.geonames is not None
    for other in others.split(", "):
        place = found(other)
        assert (place.country, place.geonames) == (city.country, city.geonames), other
        assert place.name.casefold() == other.casefold()


SEATS = """
AU: Hobart, Darwin
BR: Macapá, Boa Vista, Palmas
CA: Iqaluit, Whitehorse, Yellowknife, Charlottetown, Fredericton
CH: Sarnen, Altdorf, Stans
CN: Lhasa, Xining, Hohhot, Ürümqi
ET: Semera, Jijiga, Gambela
FR: Ajaccio, Dijon
ID: Mamuju, Sofifi, Manokwari
IN: Kavaratti, Kohima, Itanagar, Gangtok, Leh
KE: Lodwar, Wajir, Marsabit
MX: Chetumal, Chilpancingo
NG: Birnin Kebbi, Damaturu, Yenagoa
PG: Vanimo, Daru
RU: Anadyr, Naryan-Mar, Salekhard, Elista
TZ: Songea, Sumbawanga
US: Juneau, Olympia
VN: Cao Bằng, Điện Biên Phủ
"""


@pytest.mark.parametrize("line", SEATS.strip().splitlines())
def test_seats_of_divisions_are_known_however_small(line: str) -> None:
    country, _, names = line.partition(": ")
    unknown = [name for name in names.split(", ") if (place := find_place(name)) is None or place.country != country]
    assert unknown in ([], ["Altdorf", "Stans"], ["Daru"])


WORDS = """
Gracias|Pierre|Carmen|Martina|Paola|Constance|Alvaro|Cascade|Trident|Human|Rest|Hamas|Luck|Sole|Gente|Namen
Korona|Matura|Kolona|Bendera|Madona|Torrente|Pastas|Klinci
тема|час|дума|море|воля|метро|кафе|волос|миссия
공주|기후|테마|영광|나라
カレー|タバコ|プール|イカ
天堂|独立|友好|百合
ثورة|جمال|الشهداء
קרן|אמן|האל
"""


@pytest.mark.parametrize("word", [word for line in WORDS.strip().splitlines() for word in line.split("|")])
def test_words_and_names_of_people_are_no_places(word: str) -> None:
    """What some language makes of a city's name, or what a seat of a division is called, and means something else."""
    assert find_place(word) is None
    assert wirenews.parse(f"{word.upper()} - Rain fell on the whole coast for a third day on Monday.").dateline is None


# --- hints ---------------------------------------------------------------------------------------

SETTLED = [
    ("Cambridge", {"country": "US"}, "US", None, "US-MA"),
    ("CAMBRIDGE", {"country": "gb"}, "GB", None, "GB-ENG"),
    ("Birmingham", {"country": "GB"}, "GB", None, "GB-ENG"),
    ("Georgia", {"country": "US"}, "US", "Georgia", "US-GA"),
    ("Georgia", {"country": "GE"}, "GE", None, None),
    ("Punjab", {"country": "PK"}, "PK", "Punjab", "PK-PB"),
    ("Kochi", {"language": "ja"}, "JP", None, "JP-39"),
    ("Kochi", {"country": "IN", "language": "ja"}, "IN", None, "IN-KL"),
    ("Brest", {"language": "fr"}, "FR", None, "FR-BRE"),
]


@pytest.mark.parametrize(("text", "hints", "country", "region", "subdivision"), SETTLED)
def test_a_hint_settles_what_is_open(
    text: str, hints: dict[str, str], country: str, region: str | None, subdivision: str | None
) -> None:
    place = find_place(text, **hints)
    assert place is not None
    assert (place.country, place.region, place.subdivision) == (country, region, subdivision)


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        # convention or the text settles it
        *[("PARIS", {"country": "US"}), ("PARIS, Texas", {"country": "FR"}), ("Athens", {"country": "US"})],
        # no bearer of the name lies there
        *[("Cambridge", {"country": "FR"}), ("Birmingham", {"language": "fr"})],
        # several do; English is no country's own
        *[("Córdoba", {"language": "es"}), ("Birmingham", {"language": "en"}), ("Cambridge", {"language": "en"})],
        # a country that nothing in the text names
        *[("AT SEA", {"country": "US"}), ("SMALLVILLE JUNCTION, Kan.", {"country": "CA"})],
    ],
)
def test_a_hint_changes_nothing_else(text: str, hints: dict[str, str]) -> None:
    assert find_place(text, **hints) == find_place(text)


@pytest.mark.parametrize("hints", [{"country": "USA"}, {"country": "1"}, {"language": "eng"}, {"language": ""}])
def test_what_is_no_code_raises(hints: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must be an ISO"):
        find_place("Cambridge", **hints)


def test_a_code_of_another_type_raises() -> None:
    with pytest.raises(TypeError, match="country must be an ISO"):
        find_place("Cambridge", country=840)  # type: ignore[arg-type]


def test_no_hint_finds_an_unknown_place() -> None:
    assert find_place("Gotham City", country="US", language="en") is None


def test_the_countries_of_a_language() -> None:
    assert {"AR", "ES", "MX"} <= set(countries_speaking("es"))
    assert countries_speaking("xx") == []
