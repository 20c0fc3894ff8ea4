"""Names of people, and lists of them: who is named, and how people write it."""

from __future__ import annotations

import pytest

from wirenews.people.lists import is_name, read_person

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
