"""Names of people, and lists of them: who is named, and how people write it."""

from __future__ import annotations

import pytest

from wirenews.article import Person
from wirenews.people.east_asian import east_asian_people, reporters_and_places, reporters_of
from wirenews.people.lists import Names, is_name, items_of, read_names, read_person
from wirenews.people.names import person_of, plain_name
from wirenews.people.notes import place_of, read_notes
from wirenews.people.words import habits
from wirenews.place import Place
from wirenews.text.letters import Habits, is_written_out, natural_case

NAMES = {
    "PETER BLACKBURN": "Peter Blackburn",
    "TED D'AFFLISIO": "Ted D'Afflisio",
    "McDONALD": "McDonald",
    "JOHN McDONALD": "John McDonald",
    "JOHN MCDONALD": "John McDonald",
    "MACARTHUR": "MacArthur",
    "ANA MACHADO": "Ana Machado",
    "SEAN MacSWEENEY": "Sean MacSweeney",
    "KIM YOO-JEONG": "Kim Yoo-jeong",
    "JEAN-PAUL DUPONT": "Jean-Paul Dupont",
    "DE LA CRUZ": "de la Cruz",
    "MARIA DE LA CRUZ": "Maria de la Cruz",
    "JAN VAN DER BERG": "Jan van der Berg",
    "J. R. SMITH": "J. R. Smith",
    "J.R. SMITH": "J.R. Smith",
    "TJ SMITH": "TJ Smith",
    "PAT O'BRIEN": "Pat O'Brien",
    "BRENDAN O’BOYLE": "Brendan O’Boyle",
    "MARY O'NEIL-SMITH": "Mary O'Neil-Smith",
    "KEN JONES JR.": "Ken Jones Jr.",
    "KEN JONES III": "Ken Jones III",
    "ALI AL-SAYED": "Ali al-Sayed",
    "AL SMITH": "Al Smith",
    'ANN "BUD" ROE': 'Ann "Bud" Roe',
    "ÉMILE PETIT": "Émile Petit",
    "ИВАН ПЕТРОВ": "Иван Петров",
    "Ludwig van Beethoven": "Ludwig van Beethoven",
    "Ali al-Sayed": "Ali al-Sayed",
    "Ani DiFranco": "Ani DiFranco",
    "keith roe": "Keith Roe",
    "王小明": "王小明",
}


@pytest.mark.parametrize(("printed", "written"), NAMES.items())
def test_names_as_people_write_them(printed: str, written: str) -> None:
    person = read_person(printed)
    assert person is not None
    assert (person.name, person.text) == (written, printed)


@pytest.mark.parametrize(
    "text", ["Reuters", "Reuters Staff", "AP", "Beijing newsroom", "said nothing", "1234", "", " "]
)
def test_no_person(text: str) -> None:
    assert read_person(text) is None


@pytest.mark.parametrize("line", ["Ann Doe", "Michelle V. Roe", "Ana Paz and Jo Roe", "ANN DOE", "Ana de la Paz"])
def test_a_line_that_could_be_a_name(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK",
        "Associated Press",
        "Stocks Fall",
        "Rain fell.",
        "Lima",
        "Buenos Aires",
        "Wall Street",
        "U.S. Bonds",
        "",
    ],
)
def test_a_line_that_is_no_name(line: str) -> None:
    assert not is_name(line)


# ---------------------------------------------------------------- the case of names

PLACES = Habits(
    frozenset({"de", "do", "of", "am"}),
    small_joined=frozenset({"al", "upon", "of", "am"}),
    elided=frozenset({"d", "l"}),
)


@pytest.mark.parametrize(
    ("printed", "written"),
    {
        "KIM DO-HYUN": "Kim Do-hyun",
        "PARK": "Park",
        "ANN KIM-LEE": "Ann Kim-Lee",
        "JEAN-DU PRE": "Jean-Du Pre",
        "ANA DE LOS SANTOS": "Ana de los Santos",
        "ANA LA PAZ": "Ana La Paz",
        "ANA DE": "Ana De",
        "DE LA CRUZ": "de la Cruz",
        "DE LA": "De La",
        "KIM ANN SMITH-LEE": "Kim Ann Smith-Lee",
        "ZHANG LI'AN": "Zhang Li'an",
        "DE WIT": "De Wit",
        "VAN DER BERG": "van der Berg",
        "VAN ROMPUY ANN": "Van Rompuy Ann",
        "JR. ROE": "JR. Roe",
        "ANN ROE JR": "Ann Roe Jr",
        "ANN ROE, PH.D.": "Ann Roe, Ph.D.",
        "DE'ANDRE ROE": "De'Andre Roe",
        "HAR'EL ROE": "Har'el Roe",
        "ANN O'B": "Ann O'b",
        "'T HOOFT": "'t Hooft",
        "ANN 'BUD' ROE": "Ann 'Bud' Roe",
        "ABD-AL-RAHMAN": "Abd-al-Rahman",
        "AL-SAYED ALI": "al-Sayed Ali",
        "JO-AN ROE": "Jo-An Roe",
        "TJ NG": "TJ Ng",
        "MD. ALI": "Md. Ali",
        "AL ROE": "Al Roe",
        "ANN MCA": "Ann Mca",
        "ANN MCGEE": "Ann McGee",
        "ANN MACDONALD": "Ann MacDonald",
        "ANN MACHADO": "Ann Machado",
        "ANN MacQUIRE": "Ann MacQuire",
        "LESLIE H.DREYFOUS": "Leslie H.Dreyfous",
        "İBRAHİM YILDIZ": "İbrahim Yıldız",
        "j. roe": "J. Roe",
        "tj roe": "Tj Roe",
    }.items(),
)
def test_people_in_natural_case(printed: str, written: str) -> None:
    assert natural_case(printed, habits()) == written


@pytest.mark.parametrize(
    ("printed", "written"),
    {
        "XI'AN": "Xi'an",
        "MARTHA'S VINEYARD": "Martha's Vineyard",
        "NUKU'ALOFA": "Nuku'alofa",
        "L'AQUILA": "L'Aquila",
        "VAL D'OR": "Val d'Or",
        "O'FALLON": "O'Fallon",
        "AL-BALAH": "Al-Balah",
        "DEIR AL-BALAH": "Deir al-Balah",
        "STRATFORD-UPON-AVON": "Stratford-upon-Avon",
        "UNHEARD-OF HAMLET": "Unheard-of Hamlet",
        "RIO DE JANEIRO": "Rio de Janeiro",
        "DE PERE": "De Pere",
        "ST. LOUIS": "St. Louis",
        "FRANKFURT (ODER)": "Frankfurt (Oder)",
        "MCALLEN": "McAllen",
        "NG": "Ng",
        "TJ HILL": "Tj Hill",
        "west fargo": "West Fargo",
        "İZMİR": "İzmir",
        "ĞIR SIRT": "Ğır Sırt",
    }.items(),
)
def test_places_in_natural_case(printed: str, written: str) -> None:
    assert natural_case(printed, PLACES) == written


@pytest.mark.parametrize("name", ["Ann Roe", "Ani DiFranco", "iPhone", "Łódź", "罗沙", "O'Brien", "Лев Толстой"])
def test_a_name_that_is_written_out(name: str) -> None:
    assert is_written_out(name)


@pytest.mark.parametrize("name", ["ANN ROE", "ann roe", "ANN McDONALD", "KEN JONES Jr.", "ANN O’BRIEN", "ÉMILE McROE"])
def test_a_name_that_is_not(name: str) -> None:
    assert not is_written_out(name)


# ---------------------------------------------------------------- one person


@pytest.mark.parametrize(
    ("printed", "written"),
    {
        "ALI": "ALI",
        "EMMA": "Emma",
        "JO ROE": "Jo Roe",
        "ann roe": "Ann Roe",
        "maria de la cruz": None,
        "the fox runs home": None,
        "has rain": "Has Rain",
        "has Rain": None,
        "has r2": None,
        "la paz ann": "La Paz Ann",
        "de Wit": "de Wit",
        "d'Estaing Ann": "d'Estaing Ann",
        "al-Sayed Ali": "al-Sayed Ali",
        "Ann for Roe": None,
        "Ann de Roe": "Ann de Roe",
        "Ann roe": None,
        "de la": None,
        "Ann R2": None,
        "Ann self-Made Roe": None,
        "Ann to-day Roe": None,
        "Ann al-Roe": "Ann al-Roe",
        "Ann news.example": None,
        'Ann "Bud Roe': None,
        "Ann Bud Cal Dee Eve Fay Roe": None,
        "Ann Bud Cal Dee Eve Roe": "Ann Bud Cal Dee Eve Roe",
        "Reuters": None,
        "Associated Press": None,
        "Reuters Staff": None,
        "AP Medical Writer": None,
        "An Sa": None,
        "Editor": None,
        "market": None,
        "(Ann Roe)": "Ann Roe",
        "“Ann Roe”": "Ann Roe",
        "Ann Roe and Jo Poe": None,
        "the Berlin newsroom": None,
        "Our Reporter": None,
        "OUR REPORTER": None,
        "Berlin Newsroom": None,
        "Ann Roe in Lima": "Ann Roe",
        "news@news.example": None,
        "Ann Roe ann@news.example": "Ann Roe",
        "Abcdefghij " * 12: None,
        "罗沙": "罗沙",
        "罗沙、王优玲": None,
        "": None,
        "...": None,
    }.items(),
)
def test_one_person(printed: str, written: str | None) -> None:
    person = read_person(printed)
    assert (person and person.name) == written


def test_two_plain_words() -> None:
    assert plain_name("Jo Roe") == Person("Jo Roe", "Jo Roe")
    assert plain_name("JO ROE") == Person("Jo Roe", "JO ROE")
    for text in (
        "Jo",
        "Jo B. Roe",
        "jo roe",
        "Jo McRoe",
        "José Roe",
        "An Sa",
        "The Roe",
        "Our Roe",
        "Reuters Roe",
        "J2 Roe",
        "Jo R2",
        "Associated Press",
        "Berlin Staff",
    ):
        assert plain_name(text) is None, text


def test_a_long_name_is_none() -> None:
    assert plain_name(f"Jo B{'b' * 56}") is not None
    assert plain_name(f"Jo B{'b' * 57}") is None
    assert person_of(["Ann", "B.", "c" * 60]) is None
    assert person_of([]) is None
    assert person_of(["Jo", "B.", "C" * 60]) is None
    assert person_of(["Agence", "France-Presse"]) is None
    assert person_of(["Canadian", "Press"]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Jo Roe",
        "Ann B. Roe",
        "Ann Roe Jr.",
        "Ann Roe, Jo Poe, Al Moe",
        "Ann Roe, Jo Poe, Al Moe and Di Coe",
        "Ann de la Roe",
        "Ann Beth Cal Dee Roe",
        "Ann Beth Roe and Jo Cal Poe",
        "Ann Beth Roe, Jo Cal Poe",
        "J.R. Roe",
    ],
)
def test_a_line_of_names(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ann",
        "A Bo",
        "Ann Roe:",
        "Ann Roe?",
        "(Ann Roe)",
        "1 Ann Roe",
        "ann Roe",
        "Ann roe",
        "Ann Roe said it",
        "Ann Roe, Jo Poe, Al Moe, Di Coe, Ed Doe",
        "Ann Beth Cal Dee Eve Roe",
        "Ann Beth Roe Jo Cal Poe",
        "Ann Roe and",
        "Janet",
        "Ann Beth Cal Dee Eve Roe, Jo Poe",
        "Jane Beth Roe.",
        "Ann B",
        "Ann B. C.",
        "Rain fell.",
        "Ann Roe Inc.",
        "Ann Reporter",
        "Market Roe",
        "Ann Market",
        "Reuters Health",
        "Press Association",
        "Dow Jones",
        "Agence France-Presse",
        "San Francisco",
        "Ann R2d2",
        "Ann Roe, Lima",
        f"Ann {'b' * 120}",
        f"Ann Roe{', Jo Poe' * 14}",
    ],
)
def test_a_line_of_anything_else(line: str) -> None:
    assert not is_name(line)


# ---------------------------------------------------------------- lists of names


def shown(people: tuple[Person, ...]) -> list[str]:
    """Each person as one would print it."""
    return [
        " ".join(filter(None, (person.title, person.name, person.place and f"in {person.place.text}")))
        for person in people
    ]


@pytest.mark.parametrize(
    ("text", "people", "agencies"),
    [
        ("Ann Roe", ["Ann Roe"], []),
        ("(Ann Roe)", ["Ann Roe"], []),
        ("Ann Roe and Jo Poe", ["Ann Roe", "Jo Poe"], []),
        ("ANN ROE AND JO POE", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe, Jo Poe in Lima and Al Moe", ["Ann Roe in Lima", "Jo Poe in Lima", "Al Moe"], []),
        ("Ann Roe in Lima, Jo Poe in Quito", ["Ann Roe in Lima", "Jo Poe in Quito"], []),
        ("Ann Roe in Austin, Texas, Jo Poe", ["Ann Roe in Austin, Texas", "Jo Poe"], []),
        ("Ann Roe in Washington, D.C. Jo Poe in Boston", ["Ann Roe in Washington, D.C.", "Jo Poe in Boston"], []),
        ("Ann Roe (Quito), Jo Poe in Lima", ["Ann Roe in Lima", "Jo Poe in Lima"], []),
        ("Jo Poe in Lima, Ann Roe (Quito)", ["Jo Poe in Lima", "Ann Roe in Quito"], []),
        ("Ann Roe and Reuters", ["Ann Roe"], ["reuters"]),
        ("AP, AFP and AP", [], ["ap", "afp"]),
        ("Ann Roe (AP) and Jo Poe (Reuters)", ["Ann Roe", "Jo Poe"], ["ap", "reuters"]),
        ("Ann Roe (AP Medical Writer)", ["AP Medical Writer Ann Roe"], ["ap"]),
        ("Ann Roe (AP, Lima)", ["Ann Roe in Lima"], ["ap"]),
        ("Ann Roe (Lisbon, Portugal)", ["Ann Roe in Lisbon, Portugal"], []),
        ("Ann Roe (Guest)", ["Ann Roe"], []),
        (f"Ann Roe ({'Lima ' * 20})", ["Ann Roe"], []),
        ("Ann (Bud) Roe", ["Ann Roe"], []),
        ("Zoë (AP) Roe", ["Zoë", "Roe"], ["ap"]),
        ("(Ann Roe, Jo Poe)", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe;; Jo Poe", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe & Jo Poe", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe y Jo Poe", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe - Jo Poe", ["Ann Roe", "Jo Poe"], []),
        ("Ann Roe-Poe", ["Ann Roe-Poe"], []),
        ("Ann Roe Jr.", ["Ann Roe Jr."], []),
        ("Ann Roe J.", ["Ann Roe J."], []),
        ("Jo Roe B.A.", ["Jo Roe B.A."], []),
        ("Ann Beth Roe.", ["Ann Beth Roe"], []),
        ('"Ann Roe"', ["Ann Roe"], []),
        ('Ann "Bud" Roe', ['Ann "Bud" Roe'], []),
        ("Reuters writer Ann Roe", ["Reuters writer Ann Roe"], []),
        ("staff writer Ann Roe in Lima", ["staff writer Ann Roe in Lima"], []),
        ("the Reuters newsroom", [], ["reuters"]),
        ("Beijing newsroom", [], []),
        ("The Daily Example", [], []),
        ("our Berlin staff", [], []),
        ("Ann Roe, @annroe", ["Ann Roe"], []),
        ("Ann Roe @annroe", ["Ann Roe"], []),
        ("Shanghai, Ann Roe", ["Ann Roe"], []),
        ("O'Brien", ["O'Brien"], []),
        ("Getty Images in Lima", [], ["getty-images"]),
        ("Ann Roe in Lima, Dr. Jo Poe", ["Ann Roe in Lima", "Dr. Jo Poe"], []),
        ("BasisPoint, Ann Roe", ["Ann Roe"], []),
        ("أحمد علي للنشرة العربية", ["أحمد علي"], []),
    ],
)
def test_a_list_of_names(text: str, people: list[str], agencies: list[str]) -> None:
    names = read_names(text)
    assert (shown(names.people), [agency.id for agency in names.agencies]) == (people, agencies)
    assert not names.has_unread


@pytest.mark.parametrize(
    "text",
    [
        "journalists from the region",
        "the party has won",
        "Ann Roe said it",
        "Ann Roe, 2nd",
        "Example Cardinal writer Jo Roe",
        "The Party that all the people of this town want Back",
        "x" * 200,
    ],
)
def test_a_list_with_words_that_are_none(text: str) -> None:
    assert read_names(text).has_unread


@pytest.mark.parametrize("text", ["Beijing newsroom", "The Daily Example", "@annroe", "agencies", "Lima"])
def test_a_list_with_a_desk(text: str) -> None:
    assert read_names(text) == Names((), (), True, False)


@pytest.mark.parametrize("text", ["Ann Roe", "Reuters", "the party has won"])
def test_a_list_without_one(text: str) -> None:
    assert not read_names(text).has_desks


def test_what_brackets_say_of_a_person() -> None:
    note = read_notes(("AP Medical Writer", "Lima", "Quito", "staff writer"))
    assert ([agency.id for agency in note.agencies], note.title) == (["ap"], "AP Medical Writer")
    assert note.place is not None
    assert note.place.name == "Lima"
    person = Person("Ann Roe", "Ann Roe", "chief", None)
    assert (note.person(person).title, note.person(person).place) == ("chief", note.place)


def test_the_place_of_a_name() -> None:
    assert place_of("Lima").country == "PE"
    assert place_of("Quorvelthorpe, Texas").region == "Texas"
    assert place_of("Quorvelthorpe") == Place("Quorvelthorpe", "Quorvelthorpe")
    assert place_of("Lima/Quito") == Place("Lima/Quito", "Lima/Quito")
    note = read_notes(("staff writer, Lima",))
    assert (note.title, note.place) == ("staff writer", place_of("Lima"))
    person = Person("Ann Roe", "Ann Roe", None, place_of("Quito"))
    assert (note.person(person).title, note.person(person).place) == ("staff writer", place_of("Quito"))


def test_the_items_of_a_list() -> None:
    assert [item.text for item in items_of("Ann Roe,\n  Jo Poe ")] == ["Ann Roe", "Jo Poe"]
    assert [(item.text, item.notes) for item in items_of("Ann Roe (AP) (Lima)")] == [("Ann Roe", ("AP", "Lima"))]
    assert [item.text for item in items_of("Ann\nRoe")] == ["Ann Roe"]
    assert [item.text for item in items_of("Ann  Roe")] == ["Ann Roe"]
    assert [(item.text, item.notes) for item in items_of("Zoë (Bud)")] == [("Zoë", ("Bud",))]
    assert [item.text for item in items_of("Ann Roe”")] == ["Ann Roe”"]
    assert items_of("()") == items_of("") == []


# ---------------------------------------------------------------- Chinese, Japanese, Korean


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者罗沙", ["罗沙"]),
        ("（记者：罗沙）", ["罗沙"]),
        ("新华社记者罗沙", ["罗沙"]),
        ("特约记者 罗沙、王优玲", ["罗沙", "王优玲"]),
        ("罗沙 摄", ["罗沙"]),
        ("记者 韩　洁", ["韩洁"]),
        ("記者王優玲報導", ["王優玲"]),
        ("김병규 기자", ["김병규"]),
        ("김병규·이지은 기자", ["김병규", "이지은"]),
        ("김병규 이지은 특파원", ["김병규", "이지은"]),
    ],
)
def test_marked_reporters(text: str, names: list[str]) -> None:
    assert [person.name for person in east_asian_people(text, bare=False)] == names


@pytest.mark.parametrize(
    "text",
    [
        "罗沙",
        "罗沙 报道",
        "记者",
        "记者新华社",
        "记者 王 优玲",
        "记者 罗沙 王",
        "记者采访了他。",
        "记者走进了这家位于海边的工厂",
        "记者 Ann",
        "Ann Roe",
        "",
        "记者" + "罗沙、" * 30,
    ],
)
def test_no_marked_reporters(text: str) -> None:
    assert east_asian_people(text, bare=False) == ()


@pytest.mark.parametrize(
    ("text", "known"), [("罗沙", True), ("罗沙、王优", True), ("北京", False), ("天气预报", False), ("高雄", False)]
)
def test_bare_reporters(text: str, known: bool) -> None:
    assert bool(east_asian_people(text, bare=True)) is known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("罗沙", ["罗沙"]),
        ("记者 罗沙、王优玲", ["罗沙", "王优玲"]),
        ("本报首席记者 罗沙", ["罗沙"]),
        ("记者 李小班", ["李小班"]),
        ("佐藤さくら", ["佐藤さくら"]),
        ("김병규", ["김병규"]),
        ("경제부", []),
        ("经济部", []),
        ("김영국 기자", ["김영국"]),
        ("罗 沙", ["罗沙"]),
        ("新华社", []),
        ("罗沙 2", []),
        ("、".join(["罗沙"] * 9), []),
        ("", []),
    ],
)
def test_reporters_of_a_dateline(text: str, names: list[str]) -> None:
    assert [person.name for person in reporters_of(text)] == names


@pytest.mark.parametrize(
    ("text", "names", "places"),
    [
        ("戴雅真台北", ["戴雅真"], "台北"),
        ("郭建伸、王揚宇台北", ["郭建伸", "王揚宇"], "台北"),
        ("張三台北、李四高雄", ["張三", "李四"], "台北/高雄"),
        ("戴雅真小村", ["戴雅真"], "小村"),
        ("中央社台北", [], "台北"),
    ],
)
def test_reporters_and_their_places(text: str, names: list[str], places: str) -> None:
    people, found = reporters_and_places(text)
    assert ([person.name for person in people], found) == (names, places)
