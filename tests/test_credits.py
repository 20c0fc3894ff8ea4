"""Credits as they stand alone, by the reader that knows them: what each takes, and what is like it and none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirenews.agencies import find_agency
from wirenews.article import Attribution
from wirenews.credit.agency_line import Filed, read_agency_line
from wirenews.credit.byline import opens_byline, read_byline
from wirenews.credit.closing import opens_sign_off, read_credit
from wirenews.credit.normalize import read_attributions
from wirenews.credit.openings import first_word, opens_with_role
from wirenews.credit.photo import read_photo_credit
from wirenews.credit.sentences import (
    read_contribution,
    read_inputs,
    read_reporters,
    read_sentence,
    read_signature,
    read_source,
)
from wirenews.credit.sign_off import read_sign_off
from wirenews.people.lists import read_names, read_person
from wirenews.text.characters import plain_text


def facts(credit: Attribution | None) -> tuple[str, list[str], list[str]] | None:
    """Rule, agencies and people of a credit."""
    if credit is None:
        return None
    return credit.rule, [agency.id for agency in credit.agencies], [person.name for person in credit.people]


def who(credit: Attribution | None) -> tuple[list[str], list[str]] | None:
    """Agencies and people of a credit."""
    found = facts(credit)
    return found and found[1:]


# ---------------------------------------------------------------- agencies and initials


@pytest.mark.parametrize(
    ("line", "rule", "agencies"),
    [
        ("(ANI)", "credit.agency", ["ani"]),
        ("- REUTERS", "credit.agency", ["reuters"]),
        ("REUTER^M", "credit.agency", ["reuters"]),
        ("REUTRES", "credit.agency", ["reuters"]),
        ("REUTERSS", "credit.agency", ["reuters"]),
        ("TT-Reuters", "credit.agency", ["tt", "reuters"]),
        ("AP, dpa", "credit.agency", ["ap", "dpa"]),
        ("(Reuters)(www.reuters.com)", "credit.agency", ["reuters"]),
        ("(Reuters) https://reuters.com/", "credit.agency", ["reuters"]),
        ("www.reuters.com", "credit.agency", ["reuters"]),
        ("PTI KKP RDS", "credit.initials", ["pti"]),
        ("dpa hm bs wjh", "credit.initials", ["dpa"]),
        ("AP-NY-01-13-89 0909EST", "credit.initials", ["ap"]),
        ("lo/rm (AP, dpa)", "credit.initials", ["ap", "dpa"]),
        ("hh/ph/ts", "credit.initials", []),
        ("(cm-kjd)", "credit.initials", []),
        ("RRL // MCL", "credit.initials", []),
        ("pba dav", "credit.initials", []),
        ("(Schluss) mra/kfi", "credit.initials", []),
    ],
)
def test_a_line_of_agencies(line: str, rule: str, agencies: list[str]) -> None:
    assert facts(read_agency_line(line, 0, len(line))) == (rule, agencies, [])


@pytest.mark.parametrize(
    "line",
    [
        "Reuters Institute",
        "Reutres",
        "REUTRES SAID",
        "XINHU",
        "PRESS TRUST OF INDLA",
        "REUTRES1",
        "© Reuters",
        "()",
        "-- --",
        "^M",
        "the rain",
        "the man was",
        "GDP UP",
        "ABC DEF",
        "xyz (abc)",
        "Ann Roe",
        "https://www.reuters.com/world/a-story",
        f"Reuters{' ' * 80}Reuters",
    ],
)
def test_a_line_that_is_none_of_agencies(line: str) -> None:
    assert read_agency_line(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "role"), [("Getty Images", "photo"), ("AP Photo", "photo"), ("(AP Photo)", "photo"), ("AP", "origin")]
)
def test_an_agency_that_sells_a_photo(line: str, role: str) -> None:
    credit = read_agency_line(line, 0, len(line))
    assert credit is not None
    assert credit.role == role


def test_the_dateline_says_whose_short_name_it_is() -> None:
    taiwan, singapore = find_agency("CNA", country="TW"), find_agency("CNA", country="SG")
    assert taiwan is not None
    assert singapore is not None
    assert taiwan != singapore
    for agency, filed in ((taiwan, Filed("TW")), (singapore, Filed("SG")), (taiwan, Filed(None, (taiwan,)))):
        credit = read_agency_line("(CNA)", 0, 5, filed)
        assert credit is not None
        assert credit.agencies == (agency,)


# ---------------------------------------------------------------- photos


@pytest.mark.parametrize(
    ("line", "agencies", "people"),
    [
        ("Photo: Ann Poe/AFP", ["afp"], ["Ann Poe"]),
        ("Photo AFP", ["afp"], []),
        ("Photo by Ann Poe", [], ["Ann Poe"]),
        ("Photo by Ann Poe, AP", ["ap"], ["Ann Poe"]),
        ("Foto: dpa", ["dpa"], []),
        ("Photo: @annpoe", [], []),
        ("Photo: File", [], []),
        ("Photo: PTI File Photo", ["pti"], []),
        ("PTI File Photo", ["pti"], []),
        ("Getty Images", ["getty-images"], []),
        ("Photo courtesy of Acme Corp.", [], []),
        ("Photo courtesy of the City of Lima", [], []),
        ("Image source: AP", ["ap"], []),
        ("Photo courtesy of Ann Poe", [], []),
        ("REUTERS/Ann Poe", ["reuters"], ["Ann Poe"]),
        ("REUTERS/Ann Poe/File Photo", ["reuters"], ["Ann Poe"]),
        ("AFP via Corbis", ["afp", "corbis"], []),
        ("Handout via REUTERS", ["reuters"], []),
        ("Jane Poe/Imago", ["imago"], ["Jane Poe"]),
        ("Ann Poe/Getty Images", ["getty-images"], ["Ann Poe"]),
        ("Ann Poe and Jo Roe/Getty Images", ["getty-images"], ["Ann Poe", "Jo Roe"]),
        ("AFP via Getty Images", ["afp", "getty-images"], []),
        ("Acme Corp/Handout via REUTERS", None, None),
        ("Ann Poe/Handout via REUTERS", ["reuters"], []),
        ("AP Photo/Ann Poe, AP", ["ap"], ["Ann Poe"]),
        ("사진=연합뉴스", ["yonhap"], []),
        ("写真：ロイター", ["reuters"], []),
    ],
)
def test_a_photo(line: str, agencies: list[str] | None, people: list[str] | None) -> None:
    expected = None if agencies is None else (agencies, people)
    assert who(read_photo_credit(line, 0, len(line))) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Photo",
        "Photo:",
        "Photo: the story of a picture",
        "Photo of Ann Poe",
        "Photo Ann Poe",
        "Photo: Ann Poe",
        "Photo by Ann Beth Cal Dee Poe",
        "Photo courtesy of the people who live here",
        "Photo courtesy of One Two Three Four Five Six Seven Eight",
        "Reuters",
        "Ann Poe/AFP",
        "AFP/Reuters",
        "ani/Ann Poe",
        "Ann Poe via Reuters",
        "sun photo",
        "ani file photo",
        "Lima/Getty Images",
        "Photo: Sun",
        "Photo: Reuters Institute",
        f"Photo: {'AP, ' * 8}",
        f"Photo: AP{' ' * 100}AP",
    ],
)
def test_what_is_like_a_photo(line: str) -> None:
    assert read_photo_credit(line, 0, len(line)) is None


# ---------------------------------------------------------------- sign-offs


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Reporting by Ann Roe; editing by Jo Poe", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("Reporting by Ann Roe and editing by Jo Poe", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("(Reporting Ann Roe; editing Jo Poe)", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("(Reporting: Ann Roe. Editing: Jo Poe", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("(Ann Roe; editing by Jo Poe)", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("(Ann Roe; editing by Jo Poe).", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("(Ann Roe and the man; editing by Jo Poe)", []),
        ("Writing and additional reporting by Ann Roe", ["writing: Ann Roe"]),
        ("(Writing, editing by Ann Roe)", ["writing: Ann Roe"]),
        ("Reporting by Ann Roe and Editing by Jo Poe", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("Editor: Ann Roe", ["editing: Ann Roe"]),
        ("Editor : Ann Roe", ["editing: Ann Roe"]),
        ("Editor Ann Roe", []),
        ("(Editor Ann Roe)", ["editing: Ann Roe"]),
        ("(editor said Ann Roe)", []),
        ("(Ann Roe editor Jo Poe)", []),
        ("(Ann Roe, editor Jo Poe)", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("Source: reuters.com", ["origin: "]),
        ("Source: Ann Roe", []),
        ("Source: company reports", ["origin: "]),
        ("Published by Ann Roe at Reuters", []),
        ("Reporting by the Beijing newsroom", ["reporting: "]),
        ("Reporting by Ann Roe; write to ann@news.example", []),
        ("Reporting by Ann Roe. Write to ann@news.example", ["reporting: Ann Roe"]),
        ("(Reporting by Ann Roe, 2nd desk)", ["reporting: Ann Roe"]),
        ("Reporting by Ann Roe, 2nd", []),
        ("(Reporting by 2nd)", []),
        ("(Reporting by Ann Roe, 2nd)", ["reporting: Ann Roe"]),
        ("(Reporting by Ann Roe; editing by 2nd)", []),
        ("(Reporting by Ann Roe; source: 2nd)", []),
        ("(Ann Roe, editor of a paper, Jo Poe)", []),
        ("(Ann Roe, editor)", []),
        ("(Ann Roe additional reporting Jo Poe)", []),
        ("(Ann Roe, by Jo Poe)", []),
        ("(Reporting by and Zoë Poe, editing by Jo Poe)", ["reporting: Zoë Poe", "editing: Jo Poe"]),
        ("(Reporting Zoë, editing by Jo Poe)", ["reporting: Zoë", "editing: Jo Poe"]),
        ("Reporting by Ann Roe; editing:", ["reporting: Ann Roe", "editing: "]),
        ("Reporting by", []),
        ("（編輯：李小山）1131016", ["editing: 李小山"]),
        ("（編輯：李小山） 1131016", ["editing: 李小山"]),
        ("AGERPRES/(A, AS - autor: Ana Pop, editor: Jon Rus)", ["origin: ", "writing: Ana Pop", "editing: Jon Rus"]),
        ("AGERPRES/(autor: Ana Pop, editor: Jon Rus)", ["origin: ", "writing: Ana Pop", "editing: Jon Rus"]),
        ("EXAMPLE/(autor: Ana Pop, editor: Jon Rus)", []),
        ("AGERPRES/(A, AS)", []),
        ("AGERPRES/(autor: Ana Pop, editor: Jon Rus", []),
        ("(by Ann Roe, editing by Jo Poe)", ["reporting: Ann Roe", "editing: Jo Poe"]),
        ("In addition, Ann Roe", []),
        (f"(Ann Roe, {'Jo Poe, ' * 60}editing by Al Moe)", []),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    found = read_sign_off(text, 0, len(text))
    assert [f"{credit.role}: {', '.join(person.name for person in credit.people)}" for credit in found] == clauses
    if found:
        assert "".join(text[credit.start : credit.end] for credit in found) == text


def test_a_sign_off_inside_a_text() -> None:
    text = "Rain. Reporting by Ann Roe: Editing"
    assert [credit.text for credit in read_sign_off(text, 6, 26)] == ["Reporting by Ann Roe"]
    text = "(Editor Ann Roe) Jo Poe"
    assert [credit.text for credit in read_sign_off(text, 0, 16)] == ["(Editor Ann Roe)"]


@pytest.mark.parametrize(
    "text",
    ["Reporting by Ann Roe", "(Writing and", "With reports of rain", "Agencies", "SOURCE Acme", "編輯：李", "By"],
)
def test_words_that_may_open_a_sign_off(text: str) -> None:
    assert opens_sign_off(text, 0, len(text))


@pytest.mark.parametrize("text", ["In addition, he said", "Rain fell.", "...", "The reporting by Ann", "Addition"])
def test_words_that_do_not(text: str) -> None:
    assert not opens_sign_off(text, 0, len(text)) or text == "Addition"


def test_the_first_word() -> None:
    assert first_word("(Reporting by", 0, 13) == "reporting"
    assert first_word("Editor: Ann", 0, 11) == "editor"
    assert first_word("编辑：王优", 0, 5) == "编辑"
    assert first_word("...", 0, 3) == ""
    assert opens_with_role("in redazione a Roma Ann", 0, 23, "in")
    assert not opens_with_role("in addition", 0, 11, "in")
    assert not opens_with_role("rain", 0, 4, "rain")
    assert not opens_with_role("in redazione", 0, 4, "in")


# ---------------------------------------------------------------- other credits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("_ By Ann Roe, Associated Press Writer.", (["ap"], ["Ann Roe"])),
        ("By Ann Roe", ([], ["Ann Roe"])),
        ("By Ann Roe J.", ([], ["Ann Roe J."])),
        ("By Our Correspondent", None),
        ("By the sea", None),
        ("Ann Roe (AP)", (["ap"], ["Ann Roe"])),
        ("Ann Roe (Lima)", None),
        ("(Ann Roe, AP)", None),
        ("Reuters (AP)", None),
        ("Jane Roe, staff writer (Lima)", None),
        ("PTI, Mumbai (India)", None),
        ("Ann Roe, AP", None),
        ("Автор: Иван Петров, Анна Петрова, Олег Иванов, Мария Сидорова; автор: Пётр Попов (Reuters)", None),
        (f"By Ann Roe{', Jo Poe' * 60}", None),
        (f"Ann Roe{', Jo Poe' * 12} (AP)", None),
    ],
)
def test_a_byline_below_the_story(text: str, found: object) -> None:
    assert who(read_signature(text, 0, len(text))) == found


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("(With PTI inputs)", ["pti"]),
        ("With inputs from PTI", None),
        ("With agency inputs", []),
        ("From AP and Reuters reports", ["ap", "reuters"]),
        ("With wire reports", []),
        ("(Avec AFP)", ["afp"]),
        ("Avec Ann Roe", None),
        ("Avec", None),
        ("From AFP", None),
        ("Agencies", []),
        ("(agencies)", []),
        ("Agencies said", None),
        ("With Ann Roe reports", None),
        ("With heavy reports", None),
        ("Said PTI inputs", None),
        (f"With {' ' * 200}PTI inputs", None),
    ],
)
def test_inputs(text: str, agencies: list[str] | None) -> None:
    credit = read_inputs(text, 0, len(text))
    assert (credit and [agency.id for agency in credit.agencies]) == agencies


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("SOURCE Acme Corp", True),
        ("SOURCE Acme Corp.", True),
        ("SOURCE Acme wins.", False),
        ("SOURCE acme", False),
        ("Source Acme", False),
        ("SOURCE A", False),
        (f"SOURCE A{'b' * 120}", False),
    ],
)
def test_source(text: str, is_source: bool) -> None:
    assert (read_source(text, 0, len(text)) is not None) is is_source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Associated Press writer Ann Roe in Paris contributed to this report.", (["ap"], ["Ann Roe"])),
        ("AP writers Ann Roe in Lima and Jo Poe in Quito contributed.", (["ap"], ["Ann Roe", "Jo Poe"])),
        ("AP writers Ann Roe and Jo Poe reported.", None),
        ("Ann Roe reported from Lima.", ([], ["Ann Roe"])),
        ("Ann Roe reported from Lima. Jo Poe contributed from Quito.", ([], ["Ann Roe", "Jo Poe"])),
        ("Ann Roe reported from Lima. It rained. Jo Poe contributed from Quito.", None),
        ("Ann Roe reported from Lima, Jo Poe contributed from Quito.", None),
        ("Ann Roe reported for this story.", ([], ["Ann Roe"])),
        ("Ann Roe reported to this story.", None),
        ("Ann Roe reported for the story.", None),
        ("Ann Roe contributed to the story.", ([], ["Ann Roe"])),
        ("Ann Roe contributed.", None),
        ("Reuters contributed to this report.", (["reuters"], [])),
        ("Reuters contributed.", None),
        ("Reuters contributed from Paris.", None),
        ("Ann Roe and the Beijing newsroom contributed to this report.", None),
        ("Ann Roe and the Reuters newsroom contributed to this report.", (["reuters"], ["Ann Roe"])),
        ("The man contributed to this report.", None),
        ("The newsroom contributed to this report.", None),
        ("AP writers contributed to this report.", None),
        (" contributed to this report.", None),
        ("Special correspondent Ann Roe contributed to this report.", ([], ["Ann Roe"])),
        ("staff writer Ann Roe contributed to this report.", ([], ["Ann Roe"])),
        ("La periodista de The Associated Press Inés Prado contribuyó a este despacho.", (["ap"], ["Inés Prado"])),
        ("Ann Roe contributed $500 to this report.", None),
        (f"{'Ann Roe, ' * 30}Jo Poe contributed to this report.", None),
        ("Ann Roe contributed to this report. " * 5, None),
        (f"Ann Roe contributed{' ' * 500}to this report.", None),
    ],
)
def test_contribution(text: str, found: object) -> None:
    assert who(read_contribution(text, 0, len(text))) == found


def test_where_a_contributor_was() -> None:
    text = "Ann Roe contributed to this report."
    credit = read_contribution(text, 0, len(text))
    assert credit is not None
    assert credit.people[0].title is None
    text = "AP writer Ann Roe contributed from Paris."
    credit = read_contribution(text, 0, len(text))
    assert credit is not None
    (person,) = credit.people
    assert (person.title, person.place and person.place.name) == ("AP writer", "Paris")
    text = "AP writer Ann Roe in Lima contributed from Paris."
    credit = read_contribution(text, 0, len(text))
    assert credit is not None
    assert credit.people[0].place is not None
    assert credit.people[0].place.name == "Lima"


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("This report by The Canadian Press was first published July 3, 2020.", ["cp"]),
        ("(END) Dow Jones Newswires", ["dow-jones"]),
        ("Reuters Staff contributed to this report.", ["reuters"]),
        ("This report by the committee was first published July 3, 2020.", None),
        (f"This report by Reuters was first published{' ' * 200}July 3.", None),
    ],
)
def test_a_whole_sentence(text: str, agencies: list[str] | None) -> None:
    credit = read_sentence(text, 0, len(text))
    assert (credit and [agency.id for agency in credit.agencies]) == agencies


def test_reporters() -> None:
    assert who(read_reporters("（记者罗沙）", 0, 6)) == ([], ["罗沙"])
    assert who(read_reporters("港口晚报记者 罗沙", 0, 9)) == ([], ["罗沙"])
    assert who(read_reporters("山田太郎記者、鈴木一郎記者", 0, 13)) == ([], ["山田太郎", "鈴木一郎"])
    assert read_reporters("罗沙", 0, 2) is None
    assert read_reporters("- 记者罗沙", 0, 6) is None


@given(st.text(max_size=60) | st.text("|/@-.,:;'()（）© \nA罗1記者", max_size=20))
def test_any_text_is_read(text: str) -> None:
    read_byline(text)
    read_byline(text, bare=False)
    read_person(text)
    read_names(plain_text(text))
    read_attributions(text)


def test_nothing_is_no_credit() -> None:
    assert read_credit("Reuters", 3, 3) == []
    assert read_credit(f"(Reporting by Ann Roe{', Jo Poe' * 600})", 0, 4822) == []
    assert read_attributions("(Reporting by Ann Roe)" + " " * 4000) == ()


# ---------------------------------------------------------------- bylines


@pytest.mark.parametrize(
    ("text", "rule", "agencies", "people"),
    [
        ("By Ann Roe", "byline", [], ["Ann Roe"]),
        ("By: Ann Roe", "byline", [], ["Ann Roe"]),
        ("By : Ann Roe", "byline", [], ["Ann Roe"]),
        ("Text by Ann Roe", "byline", [], ["Ann Roe"]),
        ("Text  by Ann Roe", "byline", [], ["Ann Roe"]),
        ("BY ANN ROE", "byline", [], ["Ann Roe"]),
        ("By Ann Roe\nShare", "byline", [], ["Ann Roe"]),
        ("By Ann Roe, Austin, Texas", "byline", [], ["Ann Roe"]),
        ("By Ann Roe in Lima and Jo Poe", "byline", [], ["Ann Roe", "Jo Poe"]),
        ("By Ann Roe, special to Reuters", "byline", [], ["Ann Roe"]),
        ("By Ann Roe, of Reuters", "byline", ["reuters"], ["Ann Roe"]),
        ("By Ann Roe for Reuters", "byline", ["reuters"], ["Ann Roe"]),
        ("By Ann Roe, chief writer, Reuters", "byline", ["reuters"], ["Ann Roe"]),
        ("By ann roe, Reuters", "byline", ["reuters"], ["Ann Roe"]),
        ("By ann roe, staff writer", "byline", [], ["Ann Roe"]),
        ("By our correspondent", "byline", [], []),
        ("By staff reporter\nReuters", "byline", ["reuters"], []),
        ("By Reuters\nAnn Roe", "byline", ["reuters"], ["Ann Roe"]),
        ("By Associatzd Press Writer Ann Roe", None, None, None),
        ("By Ann Roe, Associatzd Press Writer", "byline", ["ap"], ["Ann Roe"]),
        ("PTI | Updated: Feb 13, 2020", "byline.stamped", ["pti"], []),
        ("PTI | Ann Roe | Feb 13, 2020", "byline.stamped", ["pti"], ["Ann Roe"]),
        ("[Antara] | Jane Roe", "byline.stamped", ["antara"], ["Jane Roe"]),
        ("Ann Roe | Reuters", "byline.stamped", ["reuters"], ["Ann Roe"]),
        ("Reuters", "byline.agency", ["reuters"], []),
        ("AP Medical Writer", "byline.agency", ["ap"], []),
        ("ats/afp", "byline.agency", ["sda"], []),
        ("By Jane Roe, ians", "byline", ["ians"], ["Jane Roe"]),
        ("Por Renata Dias - Repórter da Agência Brasil", "byline", ["agencia-brasil"], ["Renata Dias"]),
        ("PTI | Jane Roe | Updated: Feb 13, 2020, 13:10 IST, Feb 14, 2020", "byline.stamped", ["pti"], ["Jane Roe"]),
        ("Reuters Staff", "byline.agency", ["reuters"], []),
        ("Reuters correspondent", "byline.agency", ["reuters"], []),
        ("By Reuters correspondent", "byline", ["reuters"], []),
        ("dpa/lno", "byline.agency", ["dpa"], []),
        ("韩洁、王优", "byline.reporter", [], ["韩洁", "王优"]),
        ("Ann Roe/AP", "byline.beside-agency", ["ap"], ["Ann Roe"]),
        ("Ann Roe (AP)", "byline.beside-agency", ["ap"], ["Ann Roe"]),
        ("PTI, New Delhi", "byline.titled", ["pti"], []),
        ("Ann Roe, Reuters", "byline.titled", ["reuters"], ["Ann Roe"]),
        ("Ann Roe, staff writer", "byline.titled", [], ["Ann Roe"]),
        ("Ann Roe", "byline.name", [], ["Ann Roe"]),
        ("Jane Roe", "byline.name", [], ["Jane Roe"]),
        ("Ann Roe\nReuters", "byline.name", ["reuters"], ["Ann Roe"]),
    ],
)
def test_a_byline_by_its_shape(
    text: str, rule: str | None, agencies: list[str] | None, people: list[str] | None
) -> None:
    assert facts(read_byline(text)) == (None if rule is None else (rule, agencies, people))


@pytest.mark.parametrize(
    "text",
    [
        "By",
        "By ",
        "By\n",
        "Story byAnn Roe",
        "|0",
        "By \nUpdated: Feb 13, 2020",
        "By Jane Market",
        "By Prices Rising",
        "By jo, Reuters",
        "By d'Estaing Roe",
        "By Jane Roe, Al",
        "By the sea",
        "By April",
        "By Market Roe",
        "By Ann Market",
        "By Tuesday, Ann Roe",
        "By Ann Roe, who left",
        "By An",
        "By Ann",
        "By ann Roe",
        "By Updated: Feb 13, 2020",
        "By the end of 2020",
        "By Lima",
        "By a man who left town",
        "By our man",
        "By a very long special staff reporter",
        "Home | Updated: Feb 13, 2020",
        "Ani",
        "Sun",
        "sun, Lima",
        "Reuters, said",
        "Rain, staff writer",
        "Ann Roe/Lima",
        "Rain/AP",
        "Ann Roe, Jo said",
        f"By Ann Roe{', Jo Poe' * 60}",
        f"Reuters {'staff ' * 10}",
        f"{'Example ' * 12}Staff",
    ],
)
def test_what_is_like_a_byline(text: str) -> None:
    assert read_byline(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe",
        "(AP photo)",
        "ABC's news service.",
        "韩洁、王优",
        "(Ann Roe, AP)",
        "Ann Roe, Reuters.",
        "Ann Roe, Lima",
    ],
)
def test_a_byline_that_takes_more_than_a_name(text: str) -> None:
    assert read_byline(text, bare=False) is None


@pytest.mark.parametrize(
    "text", ["Ann Roe, Reuters", "Ann Roe, staff writer", "Reuters", "PTI | 2020", "Jane Roe | 2020", "김철수 기자"]
)
def test_a_byline_that_has_it(text: str) -> None:
    assert read_byline(text, bare=False) is not None


def test_titles_and_places_in_a_byline() -> None:
    byline = read_byline("By Ann Roe, Reuters\nAustin, Texas")
    assert byline is not None
    (person,) = byline.people
    assert (person.title, person.place and person.place.text) == (None, "Austin, Texas")
    byline = read_byline("By Ann Roe, Example Sun Staff")
    assert byline is not None
    assert byline.people[0].title == "Example Sun Staff"
    byline = read_byline("By Ann Roe, Austin, Tex.")
    assert byline is not None
    assert byline.people[0].place is not None
    assert byline.people[0].place.region == "Texas"
    byline = read_byline("By Ann Roe and Jo Poe, AP Sports Writers")
    assert byline is not None
    assert [person.title for person in byline.people] == ["AP Sports Writers"] * 2
    byline = read_byline("By Ann Roe, staff writer, and Jo Poe, AP Medical Writer")
    assert byline is not None
    assert [person.title for person in byline.people] == ["staff writer", "AP Medical Writer"]
    byline = read_byline("By ANN ROE Associated Press Writer", 5, "a-rule")
    assert byline is not None
    assert (byline.rule, byline.people[0].title) == ("a-rule", "Associated Press Writer")
    byline = read_byline("By Ann Roe in Lima")
    assert byline is not None
    assert byline.people[0].place is not None


@pytest.mark.parametrize("text", ["By Ann", "Por: Ana", "Автор: Иван"])
def test_words_that_open_a_byline(text: str) -> None:
    assert opens_byline(text)


@pytest.mark.parametrize("text", ["", " ", "Rain by", "Bygone"])
def test_words_that_open_none(text: str) -> None:
    assert not opens_byline(text)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Reporting by Anand I; Editing by Tom E", ["Reporting by Anand I;", "Editing by Tom E"]),
        ("Reporting by Nora Fielding; by Tom Marsh", ["Reporting by Nora Fielding;", "by Tom Marsh"]),
        ("(Distributed by agencies; Editing by Ann Doe)", ["(Distributed by agencies;", "Editing by Ann Doe)"]),
        ("（編輯：王優）1131016", ["（編輯：王優）1131016"]),
        ("With Harbour wires", ["With Harbour wires"]),
    ],
)
def test_each_clause_of_a_sign_off_is_a_credit(text: str, clauses: list[str]) -> None:
    assert [credit.text for credit in read_credit(text, 0, len(text))] == clauses


@pytest.mark.parametrize(
    "text",
    [
        "(Distributed by Nora Fielding and staff)",
        "(Distributed by Nora Fielding and staff; Editing by Tom Marsh)",
        "（編輯：王優）123456789",
        "With additional Harbour agency reports",
        "Z udziałem Nory Portowej",
    ],
)
def test_what_only_begins_like_a_sign_off_is_no_credit(text: str) -> None:
    assert read_credit(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "agencies"),
    [("TT-Reuters", ["tt", "reuters"]), ("WAM/Nora Fielding", ["wam"])],
)
def test_agencies_and_people_joined_without_blanks(text: str, agencies: list[str]) -> None:
    (credit,) = read_credit(text, 0, len(text))
    assert [agency.id for agency in credit.agencies] == agencies
    assert credit.role != "photo"
