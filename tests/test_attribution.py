"""Bylines, names and credits on their own: what :func:`wirenews.normalize_attribution` and its helpers read."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from wirenews.article import Attribution
from wirenews.attribution import normalize_attribution
from wirenews.bylines import read_byline
from wirenews.credits import read_credit
from wirenews.people import is_name, read_person


class Byline(NamedTuple):
    """A byline as printed, the names of its people, the ids of its agencies."""

    text: str
    people: tuple[str, ...]
    agencies: tuple[str, ...] = ()


def people(attribution: Attribution) -> tuple[str, ...]:
    return tuple(person.name for person in attribution.people)


def agencies(attribution: Attribution) -> tuple[str, ...]:
    return tuple(agency.id for agency in attribution.agencies)


PEOPLE = [
    Byline("By ANN DOE\nAssociated Press Writer", ("Ann Doe",), ("ap",)),
    Byline("By ANN DOE\nAssociatzd Press Writer", ("Ann Doe",), ("ap",)),
    Byline("By ANN DOE\nAssocaited Press Writer", ("Ann Doe",), ("ap",)),
    Byline("By ANN DOE\nAP Business Writer", ("Ann Doe",), ("ap",)),
    Byline("By ANN DOE Associated Press Writer", ("Ann Doe",), ("ap",)),
    Byline("By ANN DOE and JO ROE\nAP Sports Writers", ("Ann Doe", "Jo Roe"), ("ap",)),
    Byline("By MARIA ROE, AP Medical Writer", ("Maria Roe",), ("ap",)),
    Byline("By Sam Roe, Press Association Political Correspondent", ("Sam Roe",), ("pa",)),
    Byline("By Sam Roe, of The Press Association", ("Sam Roe",), ("pa",)),
    Byline("By Sam Roe of The Press Association", ("Sam Roe",), ("pa",)),
    Byline("By Sam Roe for AFP", ("Sam Roe",), ("afp",)),
    Byline("By Ann Doe, Reuters", ("Ann Doe",), ("reuters",)),
    Byline("By Ann Doe, Reuter", ("Ann Doe",), ("reuters",)),
    Byline("BY STEPHEN DOE AND PHILIP ROE, REUTERS", ("Stephen Doe", "Philip Roe"), ("reuters",)),
    Byline("By keith roe, Reuters", ("Keith Roe",), ("reuters",)),
    Byline("by Jane Doe", ("Jane Doe",)),
    Byline("By Adam West", ("Adam West",)),
    Byline("BY APRIL JONES AND SARA STORY", ("April Jones", "Sara Story")),
    Byline("Jane Doe", ("Jane Doe",)),
    Byline("Michelle V. Roe", ("Michelle V. Roe",)),
    Byline("Jane Doe\nReuters Health", ("Jane Doe",), ("reuters",)),
    Byline("By  ANN DOE\nUpdated 3:21 PM EET, September 11, 2024\nShare", ("Ann Doe",)),
    Byline("By Ann Doe and Jo Roe in Washington", ("Ann Doe", "Jo Roe")),
    Byline("By Ann Doe, Jo Roe and Al Poe", ("Ann Doe", "Jo Roe", "Al Poe")),
    Byline("By Ann Doe, Staff Writer", ("Ann Doe",)),
    Byline("By ANN DOE\nSpecial to The Daily Example", ("Ann Doe",)),
    Byline("By Ann Doe | Associated Press", ("Ann Doe",), ("ap",)),
    Byline("Ann Doe, The Associated Press", ("Ann Doe",), ("ap",)),
    Byline("By Shirish B Kumar", ("Shirish B Kumar",)),
    Byline("Von Anna Muster, dpa", ("Anna Muster",), ("dpa",)),
    Byline("Por Ana Paz", ("Ana Paz",)),
    Byline("Por Krisztina Kis e Jan Nowak", ("Krisztina Kis", "Jan Nowak")),
    Byline("Par Anne Petit", ("Anne Petit",)),
    Byline("Par Anne Petit et Luc Blanc", ("Anne Petit", "Luc Blanc")),
    Byline("Di Maria Bianchi", ("Maria Bianchi",)),
    Byline("Door Jan de Wit", ("Jan de Wit",)),
    Byline("Av Kari Berg", ("Kari Berg",)),
    Byline("Oleh Budi Santoso", ("Budi Santoso",)),
    Byline("Автор: Иван Петров", ("Иван Петров",)),
    Byline("Text: Anna Muster", ("Anna Muster",)),
    Byline("记者罗山", ("罗山",)),
    Byline("韩洁、王优", ("韩洁", "王优")),
    Byline("김철수 기자", ("김철수",)),
    Byline("Por Renata Dias - Repórter da Agência Brasil - Brasília", ("Renata Dias",), ("agencia-brasil",)),
]

AGENCIES = [
    Byline("By Reuters Staff", (), ("reuters",)),
    Byline("Associated Press", (), ("ap",)),
    Byline("By The Associated Press", (), ("ap",)),
    Byline("By PTI", (), ("pti",)),
    Byline("PTI | Updated: Feb 13, 2020, 13:10 IST", (), ("pti",)),
    Byline("ANI | Updated: Apr 18, 2025 20:10 IST", (), ("ani",)),
    Byline("dpa/lno", (), ("dpa",)),
    Byline("By Agence France-Presse", (), ("afp",)),
    Byline("PTI, New Delhi", (), ("pti",)),
]


@pytest.mark.parametrize("case", PEOPLE + AGENCIES, ids=lambda case: case.text)
def test_byline(case: Byline) -> None:
    byline = read_byline(case.text, 7, "byline")
    assert byline is not None
    assert people(byline) == case.people
    assert agencies(byline) == case.agencies
    assert (byline.role, byline.start, byline.end) == ("byline", 7, 7 + len(case.text))


@pytest.mark.parametrize("text", ["By Our Correspondent", "By a staff reporter"])
def test_a_byline_may_name_nobody(text: str) -> None:
    byline = read_byline(text)
    assert byline is not None
    assert byline.people == byline.agencies == ()


@pytest.mark.parametrize(
    "text",
    [
        "By contrast, prices rose",
        "By the time he left",
        "By Tuesday, the rain had stopped",
        "By Popular Demand",
        "By Invitation Only",
        "By North Korea",
        "By Gold Standard",
        "By August",
        "Today in History",
        "Rain Falls on Spain",
        "Prices to rise next year.",
        "Net Income Up",
        "NEW YORK",
        "Prime Minister Visits Lima",
        "Por favor",
        "Von der Leyen",
        "Ani",
        "",
        "B",
        "Share",
        "Updated 3:21 PM EET, September 11, 2024",
    ],
)
def test_no_byline(text: str) -> None:
    assert read_byline(text) is None


def test_a_bare_name_is_no_byline_where_it_is_not_asked_for() -> None:
    assert read_byline("Jane Doe", bare=False) is None
    assert read_byline("Jane Doe, Reuters", bare=False) is not None


@pytest.mark.parametrize("text", ["(AP photo)", "(AP Photo/Jane Doe)", "ABC's news service.", "The news is from AP."])
def test_a_photo_credit_and_a_sentence_are_no_bylines(text: str) -> None:
    assert read_byline(text, bare=False) is None


def test_title_and_place_go_with_the_person() -> None:
    byline = read_byline("By MARIA ROE, AP Medical Writer")
    assert byline is not None
    assert byline.people[0].title == "AP Medical Writer"
    assert byline.people[0].text == "MARIA ROE"
    byline = read_byline("By Ann Doe and Jo Roe in Washington")
    assert byline is not None
    assert [person.place and person.place.name for person in byline.people] == ["Washington", "Washington"]


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


class Credit(NamedTuple):
    """A credit as printed: role, people, agencies of the one attribution it is read into."""

    text: str
    role: str
    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


CREDITS = [
    Credit("(ANI)", "origin", (), ("ani",)),
    Credit("Reuters, AFP", "origin", (), ("reuters", "afp")),
    Credit("Reuters Staff", "origin", (), ("reuters",)),
    Credit("By Jane Doe", "byline", ("Jane Doe",)),
    Credit("Jane Doe, John Roe", "byline", ("Jane Doe", "John Roe")),
    Credit("Jane Doe and John Roe, Associated Press", "byline", ("Jane Doe", "John Roe"), ("ap",)),
    Credit("Ann Doe (AP)", "byline", ("Ann Doe",), ("ap",)),
    Credit("Ann Doe/AP", "byline", ("Ann Doe",), ("ap",)),
    Credit("Ani DiFranco", "byline", ("Ani DiFranco",)),
    Credit("With inputs from PTI", "inputs", (), ("pti",)),
    Credit("Agencies", "inputs"),
    Credit("(Reporting by Ann Doe; Editing by Jo Roe)", "reporting", ("Ann Doe",)),
    Credit("Photo: AP", "photo", (), ("ap",)),
    Credit("(AP Photo/Ann Doe)", "photo", ("Ann Doe",), ("ap",)),
    Credit("The Associated Press contributed to this report.", "inputs", (), ("ap",)),
    Credit("新华社", "origin", (), ("xinhua",)),
]


@pytest.mark.parametrize("case", CREDITS, ids=lambda case: case.text)
def test_normalize_attribution(case: Credit) -> None:
    credit = normalize_attribution(f"  {case.text}\n")
    assert credit is not None
    assert (credit.role, people(credit), agencies(credit)) == (case.role, case.people, case.agencies)
    assert (credit.start, credit.end) == (2, 2 + len(case.text))


@pytest.mark.parametrize(
    "text",
    [
        "Officials told AP the talks stalled",
        "Told Reuters",
        "Reuters Institute",
        "unknown words here",
        "https://example.com/ann",
        "",
        "   ",
        "x" * 10_000,
    ],
)
def test_what_names_nobody_is_none(text: str) -> None:
    assert normalize_attribution(text) is None


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="reads a str, got int 3: pass the credit's text"):
        normalize_attribution(3)  # type: ignore[arg-type]


SIGN_OFF = (
    "(Reporting by Ann Doe in Lima, Jo Roe and Al Poe in Austin, Texas; additional reporting by the Beijing newsroom; "
    "Writing by Ed Moe. Editing by Di Coe/Flo Goe)"
)


def test_the_clauses_of_a_sign_off_cover_it() -> None:
    clauses = read_credit(SIGN_OFF, 0, len(SIGN_OFF))
    assert "".join(SIGN_OFF[c.start : c.end] for c in clauses) == SIGN_OFF
    assert [(c.role, people(c)) for c in clauses] == [
        ("reporting", ("Ann Doe", "Jo Roe", "Al Poe")),
        ("additional reporting", ()),
        ("writing", ("Ed Moe",)),
        ("editing", ("Di Coe", "Flo Goe")),
    ]
    places = [person.place and (person.place.name, person.place.region) for person in clauses[0].people]
    assert places == [("Lima", None), ("Austin", "Texas"), ("Austin", "Texas")]


class SignOff(NamedTuple):
    """A sign-off as printed, and role and names of its clauses."""

    text: str
    clauses: list[tuple[str, tuple[str, ...]]]


ANN, JO = ("Ann Doe",), ("Jo Roe",)
SIGN_OFFS = [
    SignOff("(Reporting By Ann Doe. Editing by Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reporting by Ann Doe Editing by Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reporting by Ann Doe, Editing Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reporting Ann Doe; editing Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reporting by Ann Doe; Editing by Jo Roe", [("reporting", ANN), ("editing", JO)]),
    SignOff("Reporting by Ann Doe; Editing by Jo Roe", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reporting by Ann Doe; Editor by Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Additonal reporting by Ann Doe; Editng by Jo Roe)", [("additional reporting", ANN), ("editing", JO)]),
    SignOff(
        "(Reporting by Ann Doe, with additional reporting by Jo Roe)",
        [("reporting", ANN), ("additional reporting", JO)],
    ),
    SignOff(
        "(additional reporting by Ann Doe; reporting by Jo Roe)",
        [("additional reporting", ANN), ("reporting", JO)],
    ),
    SignOff("(Writing and additional reporting by Ann Doe)", [("writing", ANN)]),
    SignOff("(Reporting and writing by Ann Doe; Written by Jo Roe)", [("reporting", ANN), ("writing", JO)]),
    SignOff("(Writing by Ann Doe; @anndoe)", [("writing", ANN)]),
    SignOff("Compiled by Ann Doe; Translated by Jo Roe", [("compiling", ANN), ("translation", JO)]),
    SignOff("With assistance from Ann Doe.", [("additional reporting", ANN)]),
    SignOff("Edited by: Ann Doe", [("editing", ANN)]),
    SignOff("(Reporte de Ann Doe en Lima; Editado por Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reportagem de Ann Doe; Edição de Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("Reportagem de Ann Doe Edição de Jo Roe", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Reportage Ann Doe à Paris ; édité par Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Ann Doe, édité par Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("(Ann Doe, in redazione a Roma Jo Roe)", [("reporting", ANN), ("editing", JO)]),
    SignOff("Redaktion: Ann Doe", [("editing", ANN)]),
    SignOff("Pewarta: Ann Doe Editor: Jo Roe", [("reporting", ANN), ("editing", JO)]),
    SignOff("Текст: Иван Петров", [("writing", ("Иван Петров",))]),
    SignOff("Muhabir: Ann Doe", [("reporting", ANN)]),
    SignOff(
        "(إعداد أحمد علي للنشرة العربية - تحرير سامي حسن)", [("writing", ("أحمد علي",)), ("editing", ("سامي حسن",))]
    ),
    SignOff("（编辑：李小山）", [("editing", ("李小山",))]),
    SignOff("（編輯：李小山）1131016", [("editing", ("李小山",))]),
    SignOff("(翻訳：田中太郎　編集：佐藤花子)", [("translation", ("田中太郎",)), ("editing", ("佐藤花子",))]),
    SignOff("（记者罗山）", [("reporting", ("罗山",))]),
    SignOff("김철수 기자", [("reporting", ("김철수",))]),
]


@pytest.mark.parametrize("case", SIGN_OFFS, ids=lambda case: case.text)
def test_sign_off(case: SignOff) -> None:
    clauses = read_credit(case.text, 0, len(case.text))
    assert [(c.role, people(c)) for c in clauses] == case.clauses


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Associated Press writer Ann Doe contributed from Lima.", ("Ann Doe",)),
        ("—Associated Press writer Ann Doe in Paris contributed to this report.", ("Ann Doe",)),
        ("Ann Beth Doe and Reuters contributed to this report.", ("Ann Beth Doe",)),
        ("AP writers Ann Doe in Lima and Jo Roe in Quito contributed.", ("Ann Doe", "Jo Roe")),
        ("Ann Doe reported from Lima. Jo Roe contributed from Quito.", ("Ann Doe", "Jo Roe")),
    ],
)
def test_contribution(text: str, named: tuple[str, ...]) -> None:
    (credit,) = read_credit(text, 0, len(text))
    assert credit.role == "additional reporting"
    assert people(credit) == named
    assert agencies(credit) in {("ap",), ("reuters",), ()}


def test_a_clause_begins_with_the_word_that_joins_it() -> None:
    text = "Reporting by Ann Doe and editing by Jo Roe, edited by Al Poe"
    assert [c.text for c in read_credit(text, 0, len(text))] == [
        "Reporting by Ann Doe",
        "and editing by Jo Roe,",
        "edited by Al Poe",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by journalists from the region shows that prices rose.",
        "Writing by hand is good for the brain.",
        "Editing by computers is new. Ann Doe wrote it.",
        "Editor Ann Doe said the paper would close.",
        "Reporter Ann Doe was arrested.",
        "Smith contributed $500 to the campaign.",
        "The senator contributed to this report by the committee.",
        "Research by Ann Doe and Jo Roe shows rain.",
        "Photo finishes are rare.",
        "Source: Company figures",
        "By the end of the day, prices had risen.",
        "With reports of rain, markets fell.",
        "Reuters has not verified these stories and does not vouch for their accuracy.",
        "An AP photographer saw it.",
        "yes/no said the man",
    ],
)
def test_no_credit(text: str) -> None:
    assert read_credit(text, 0, len(text)) == []


PHOTOS = [
    Credit("(AP Photo/Ann Poe)", "photo", ("Ann Poe",), ("ap",)),
    Credit("AP Photo/Ann Poe, File", "photo", ("Ann Poe",), ("ap",)),
    Credit("(AP Photo/Ann Poe and Jo Roe)", "photo", ("Ann Poe", "Jo Roe"), ("ap",)),
    Credit("REUTERS/Ann Poe/File Photo", "photo", ("Ann Poe",), ("reuters",)),
    Credit("Ann Poe/AFP/Getty Images", "photo", ("Ann Poe",), ("afp", "getty-images")),
    Credit("AFP via Getty Images", "photo", (), ("afp", "getty-images")),
    Credit("Ann Poe/AFP via Getty Images", "photo", ("Ann Poe",), ("afp", "getty-images")),
    Credit("Photograph: Ann Poe/Reuters", "photo", ("Ann Poe",), ("reuters",)),
    Credit("Picture: AFP", "photo", (), ("afp",)),
    Credit("Photo courtesy of Acme Corp.", "photo"),
    Credit("(Photo by Ann Poe / AFP)", "photo", ("Ann Poe",), ("afp",)),
    Credit("Photo by Ann Poe", "photo", ("Ann Poe",)),
    Credit("Archivfoto: Ann Poe/dpa", "photo", ("Ann Poe",), ("dpa",)),
    Credit("(File photo: AP)", "photo", (), ("ap",)),
    Credit("Pool/AFP", "photo", (), ("afp",)),
    Credit("Handout via REUTERS", "photo", (), ("reuters",)),
    Credit("White House/Handout via REUTERS", "photo", (), ("reuters",)),
    Credit("Representational Image (ANI)", "photo", (), ("ani",)),
    Credit("Representative Photo (ANI)", "photo", (), ("ani",)),
    Credit("File Photo (PTI)", "photo", (), ("pti",)),
    Credit("Screengrab (Twitter/ANI)", "photo", (), ("ani",)),
    Credit("写真：ロイター", "photo", (), ("reuters",)),
    Credit("사진=연합뉴스", "photo", (), ("yonhap",)),
]


@pytest.mark.parametrize("case", PHOTOS, ids=lambda case: case.text)
def test_a_photo_credit(case: Credit) -> None:
    (credit,) = read_credit(case.text, 0, len(case.text))
    assert (credit.role, people(credit), agencies(credit)) == (case.role, case.people, case.agencies)


@pytest.mark.parametrize(
    "text",
    [
        "Photo finish in Lima marathon",
        "Photo: the story of a picture",
        "Photo: Lima harbour/AP workers strike",
        "Bild: Streit um den Hafen",
        "File photo policy/AP style",
        "AFP photo wins prize",
        "(AP Photo) - A barn.",
        "Reuters/Ipsos Poll",
        "PTI/New Delhi",
        "Handout via post angers voters",
    ],
)
def test_no_photo_credit(text: str) -> None:
    assert read_credit(text, 0, len(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Representational Image",
        "File Photo",
        "Press Release",
        "Breaking News",
        "Live Updates",
        "Latest Stories",
        "Sponsored Content",
        "Guest Author",
        "Special Arrangement",
        "Staff Reporter",
        "Web Desk",
        "Our Bureau",
        "News Desk",
        "Online Desk",
        "Agency Report",
    ],
)
@pytest.mark.parametrize("line", ["{}", "{} (ANI)", "{} (PTI)", "{}, Reuters", "{}/AP"])
def test_words_that_are_no_name_make_no_person(words: str, line: str) -> None:
    text = line.format(words)
    byline = read_byline(text)
    assert byline is None or byline.people == ()
    assert all(credit.people == () for credit in read_credit(text, 0, len(text)))
