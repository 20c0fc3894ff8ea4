"""The bottom of a story: what closes it, and what only looks like it and stays body."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from conftest import fail_if_it_grows_faster
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews.credit.agency_line import Filed
from wirenews.story.blocks import Story
from wirenews.story.tail import Tail, read_tail
from wirenews.text.layout import find_blocks


def tail_of(text: str, country: str | None = None) -> Tail:
    return read_tail(Story(text), find_blocks(text), Filed(country))


def body_of(text: str, tail: Tail) -> str:
    return "\n".join(text[start:end] for start, end in tail.body)


class Closing(NamedTuple):
    """What stands behind "Rain fell, he said." and the role and names that it gives."""

    text: str
    role: str
    names: tuple[str, ...]  # ids of the agencies, then the people


AGENCY_LINES = [
    Closing("\n Reuter", "origin", ("reuters",)),
    Closing("\nREUTER", "origin", ("reuters",)),
    Closing("\n reuter", "origin", ("reuters",)),
    Closing("\nREUTER...", "origin", ("reuters",)),
    Closing("\nREUTER...^M", "origin", ("reuters",)),
    Closing("\n REUITER", "origin", ("reuters",)),
    Closing("\nReuters.", "origin", ("reuters",)),
    Closing("\n- REUTERS", "origin", ("reuters",)),
    Closing("\n(NAN)(www.nan.example)", "origin", ("nan",)),
    Closing("\n(ANI) (www.ani.example)", "origin", ("ani",)),
    Closing("\nANI", "origin", ("ani",)),
    Closing("\n(ANI)", "origin", ("ani",)),
    Closing(" (ANI)", "origin", ("ani",)),
    Closing(" REUTER", "origin", ("reuters",)),
    Closing(" REUTER...", "origin", ("reuters",)),
    Closing("\n-- BERNAMA", "origin", ("bernama",)),
    Closing("\n==Kyodo", "origin", ("kyodo",)),
    Closing("==Kyodo", "origin", ("kyodo",)),
    Closing(" (PNA)", "origin", ("pna",)),
    Closing(" /PNA", "origin", ("pna",)),
    Closing(" /ТАСС/", "origin", ("tass",)),
    Closing("\n(ats afp)", "origin", ("sda", "afp")),
    Closing("\n(APA, 11.9.2015)", "origin", ("apa",)),
    Closing("\n(END) Dow Jones Newswires", "origin", ("dow-jones",)),
    Closing("\nThis report by The Canadian Press was first published July 3, 2020.", "origin", ("cp",)),
    Closing("\n— This report by The Canadian Press was first published July 3, 2020.", "origin", ("cp",)),
    Closing("\nAP-NY-01-13-89 0909EST", "origin", ("ap",)),
    Closing("\nSource: Xinhua", "origin", ("xinhua",)),
    Closing("\nQuelle: dpa", "origin", ("dpa",)),
    Closing("\nSOURCE Acme Corp", "origin", ()),
    Closing("\n(NTB-Reuters)", "origin", ("ntb", "reuters")),
    Closing("\nTT-Reuters", "origin", ("tt", "reuters")),
    Closing("\nSTT--REUTERS", "origin", ("stt", "reuters")),
    Closing("\n/ritzau/FINANS", "origin", ("ritzau",)),
    Closing("\nИсточник: ТАСС", "origin", ("tass",)),
    Closing("\n(AP photo)", "photo", ("ap",)),
    Closing("\nPhoto: AP", "photo", ("ap",)),
]

INITIALS = [
    Closing("\nPTI KKP RDS RDS", "origin", ("pti",)),
    Closing(" PTI KKP RDS RDS", "origin", ("pti",)),
    Closing("\nPTI SKC\nRAX RAX", "origin", ("pti",)),
    Closing("\ndpa hm bs wjh", "origin", ("dpa",)),
    Closing(" dpa/lno", "origin", ("dpa",)),
    Closing(" (SDA/sj)", "origin", ("sda",)),
    Closing("\n(cm-kjd)", "origin", ()),
    Closing("\nhh/ph/ts/hd", "origin", ()),
    Closing("\nRRL // MCL", "origin", ()),
    Closing("\nhbi/ mir/", "origin", ()),
    Closing("\npba dav", "origin", ()),
    Closing("\n(Schluss) mra/kfi", "origin", ()),
    Closing("\nभाषा प्रशांत माधव", "origin", ("bhasha",)),
    Closing("\nlo/rm (AP, AFP, dpa, Reuters)", "origin", ("ap", "afp", "dpa", "reuters")),
    Closing(" --IANS ms/vd", "origin", ("ians",)),
]

INPUTS = [
    Closing("\n(With PTI inputs)", "inputs", ("pti",)),
    Closing("\nWith PTI inputs", "inputs", ("pti",)),
    Closing(" (With inputs from agencies)", "inputs", ()),
    Closing("\n(With agency inputs)", "inputs", ()),
    Closing("\nWith inputs from PTI and ANI", "inputs", ("pti", "ani")),
    Closing("\nWith files from Reuters and Ann Doe", "inputs", ("reuters", "Ann Doe")),
    Closing("\nReuters contributed to this report.", "inputs", ("reuters",)),
    Closing("\nAgencies", "inputs", ()),
    Closing("\n(Avec AFP)", "inputs", ("afp",)),
    Closing("\nCom AFP", "inputs", ("afp",)),
    Closing("\n*Com informações da Agência Brasil", "inputs", ("agencia-brasil",)),
]

PEOPLE = [
    Closing("\n(Editing by Ann Doe)", "editing", ("Ann Doe",)),
    Closing(" (Editing by Ann Doe)", "editing", ("Ann Doe",)),
    Closing(" Editing by Ann Doe", "editing", ("Ann Doe",)),
    Closing("\nEdited by: Ann Doe", "editing", ("Ann Doe",)),
    Closing("\n(Compiled by Ann Doe)", "compiling", ("Ann Doe",)),
    Closing("\nTranslated by Ann Doe", "translation", ("Ann Doe",)),
    Closing("\n--With assistance from Ann Doe in Lima.", "additional reporting", ("Ann Doe",)),
    Closing(
        "\n—Associated Press writer Ann Doe contributed to this report.", "additional reporting", ("ap", "Ann Doe")
    ),
    Closing("\n(AP Photo/Ann Doe)", "photo", ("ap", "Ann Doe")),
    Closing("\nREUTERS/Ann Doe", "photo", ("reuters", "Ann Doe")),
    Closing("\n_ By Ann Doe, Associated Press Writer.", "byline", ("ap", "Ann Doe")),
    Closing("\nRedaktion: Anna Muster", "editing", ("Anna Muster",)),
    Closing("\nMai Nguyen (TTXVN)", "byline", ("vna", "Mai Nguyen")),
    Closing("\nPhoto: Ann Doe/AP", "photo", ("ap", "Ann Doe")),
    Closing(
        "\nLa periodista de The Associated Press Ana Paz contribuyó a este despacho desde Lima.",
        "additional reporting",
        ("ap", "Ana Paz"),
    ),
    Closing("\n(Editing by Ann Doe. Please write to desk@example.org)", "editing", ("Ann Doe",)),
    Closing("\n김철수 기자", "reporting", ("김철수",)),
    Closing("（记者罗山）", "reporting", ("罗山",)),
]


@pytest.mark.parametrize("case", AGENCY_LINES + INITIALS + INPUTS + PEOPLE, ids=lambda case: repr(case.text))
def test_a_closing_credit(case: Closing) -> None:
    text = "Rain fell, he said." + case.text
    tail = tail_of(text)
    assert body_of(text, tail) == "Rain fell, he said."
    (credit,) = tail.credits
    names = (*(agency.id for agency in credit.agencies), *(person.name for person in credit.people))
    assert (credit.role, names) == (case.role, case.names)
    assert text[credit.start : credit.end] == case.text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Officials told AP the talks stalled.",
        '"We saw it," he told Reuters.',
        "An AP photographer saw it.",
        "He likes Ani DiFranco",
        "She read The Sun.",
        "He joined the Press Trust of India (PTI).",
        "He joined the Press Trust of India (PTI)",
        "The case went to the Monopolies and Mergers Commission (MMC).",
        "It was worth 3.1 million pounds ($5.2 million).",
        "Reporting by journalists from the region shows that prices rose.",
        "The film was good. Written by hand, it was slow.",
        "Smith contributed $500 to the campaign.",
        "With reports of rain, markets fell.",
        "By the end of the day, prices had risen.",
        "Editor Ann Doe said the paper would close.",
        "Source: Company figures",
        "Source: www.harbour.example",
        "Harbour (www.harbour.example)",
        "Total 12/34",
        "and the",
        "Prices rose in Lima-Callao",
        "Com a chuva, os preços subiram.",
        "police.",
        "he said.",
        "Report.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    story = "LIMA, March 3 - Rain fell on Tuesday, and it fell on the whole of the plain.\n\n" + text
    tail = tail_of(story)
    assert tail.credits == ()
    assert body_of(story, tail).endswith(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Haber: Ayşe USTA - Kamera: Zeki GÜL", [("reporting", "Ayşe USTA"), ("photo", "Zeki GÜL")]),
        (
            "AGERPRES/(A, AS - autor: Ana Pop, editor: Jon Rus, editor online: Ada Mor)",
            [("origin", "agerpres"), ("writing", "Ana Pop"), ("editing", "Jon Rus"), ("editing", "Ada Mor")],
        ),
    ],
)
def test_the_clauses_of_other_houses(line: str, expected: list[tuple[str, str]]) -> None:
    credits = tail_of(f"Rain fell, he said.\n\n{line}\n").credits
    names = [(c.role, name) for c in credits for name in (*(a.id for a in c.agencies), *(p.name for p in c.people))]
    assert names == expected


def test_each_clause_of_a_sign_off_is_a_credit() -> None:
    text = "Rain fell.\n(Reporting by Ann Doe and Jo Roe in Lima; Editing by Al Poe)\n"
    tail = tail_of(text)
    assert [(c.role, [p.name for p in c.people]) for c in tail.credits] == [
        ("reporting", ["Ann Doe", "Jo Roe"]),
        ("editing", ["Al Poe"]),
    ]
    first, last = tail.credits
    assert first.end == last.start
    assert (text[first.start], text[last.end - 1]) == ("(", ")")


def test_credits_and_notices_are_peeled_in_turn() -> None:
    text = "Rain fell.\n(Reporting by Ann Doe)\n(c) Reuters Limited 1996\n"
    tail = tail_of(text)
    assert body_of(text, tail) == "Rain fell."
    assert [notice.kind for notice in tail.notices] == ["copyright"]
    assert [credit.role for credit in tail.credits] == ["reporting"]


def test_credits_come_in_the_order_of_the_source() -> None:
    text = "Rain fell.\nPewarta: Ann Doe\nEditor: Jo Roe\nCopyright © ANTARA 2024\n"
    tail = tail_of(text)
    assert [credit.role for credit in tail.credits] == ["reporting", "editing"]


def test_words_nobody_knows_below_a_sign_off_are_furniture() -> None:
    text = (
        "Rain fell.\n\n(Editing by Ann Doe)\n\nThe museum is open every day but Monday, and on holidays until noon.\n"
    )
    tail = tail_of(text)
    assert [credit.role for credit in tail.credits] == ["editing"]
    assert body_of(text, tail) == "Rain fell."
    assert [(notice.kind, notice.rule) for notice in tail.notices] == [("furniture", "notice.below-end")]


def test_the_source_of_a_press_release_above_its_links_is_found() -> None:
    text = "Rain fell.\n\nSOURCE Acme Corp\n\nRelated Links\n\nhttp://www.acme.example\n"
    tail = tail_of(text)
    assert [(credit.text, credit.role) for credit in tail.credits] == [("SOURCE Acme Corp", "origin")]


def test_agency_and_initials_on_lines_of_their_own() -> None:
    text = "Rain fell.\n\n--IANS\n\nms/vd\n"
    tail = tail_of(text)
    assert body_of(text, tail) == "Rain fell."
    assert [[agency.id for agency in credit.agencies] for credit in tail.credits] == [["ians"], []]


def test_the_country_says_whose_the_name_is() -> None:
    text = "Rain fell, he said.\n\nCNA\n"
    assert [credit.agencies[0].id for credit in tail_of(text, "TW").credits] == ["cna-tw"]
    assert [credit.agencies[0].id for credit in tail_of(text, "SG").credits] == ["cna-sg"]
    assert [credit.agencies for credit in tail_of(text).credits] == [()]


def test_a_story_may_be_nothing_but_a_credit() -> None:
    assert tail_of("ANI").body == []
    assert tail_of("") == Tail([], (), ())


HOSTILE = {
    "sign-off without end": "Rain fell.\n(Reporting by Ann Doe and ",
    "clauses": "Rain fell.\n(" + "Editing by Ann Doe; " * 2,
    "roles": "Rain fell. reporting reporting and ",
    "brackets": "Rain fell. ((((",
    "initials": "Rain fell.\nab/cd/",
    "agencies": "Rain fell.\n(AP, AFP, ",
    "contributed": "Rain fell. Ann Doe contributed contributed. ",
    "sentences": "Rain fell. By Ann Doe. ",
    "lines": "Share\n(Editing by Ann\n",
    "photo": "Rain fell.\nAP/",
    "east": "下雨。记者、",
}


@pytest.mark.parametrize("seed", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_takes_at_most_six_times_the_time(seed: str) -> None:
    small, large = seed * (10_000 // len(seed)), seed * (40_000 // len(seed))
    blocks = {text: find_blocks(text) for text in (small, large)}

    def read(text: str) -> None:
        read_tail(Story(text), blocks[text])
        read_tail(Story(text), [(0, len(text.rstrip()))])

    fail_if_it_grows_faster(read, small, large)


BITS = (
    "By by Reporting by|Editing by|and|&|(|)|[|—|--|.|,|;|/|:|：|REUTER|AP|(ANI)|dpa|hm|With inputs from|contributed|Ann|Doe|in|Lima"
    "|D.C.|记者|罗山|（|）|。|기자|@x|Jr.|de|la|O'|’|1|1131016|Photo|SOURCE|...|^M|Mc|al-|تحرير|Текст|\n|\n\n| "
).split("|")


@given(
    st.lists(st.sampled_from(BITS), max_size=14).map(" ".join)
    | st.lists(st.sampled_from(BITS), max_size=14).map("".join)
)
def test_any_text_is_cut_without_overlap(text: str) -> None:
    tail = tail_of(text)
    position = 0
    for start, end in sorted((p.start, p.end) for p in [*tail.credits, *tail.notices]):
        assert position <= start < end <= len(text)
        position = end
    pieces = [(p.start, p.end) for p in [*tail.credits, *tail.notices]]
    assert all(end <= low or high <= start for start, end in pieces for low, high in tail.body)


_PAGE = " ".join(f"Quay {number} of the port was closed on Monday for a day." for number in range(1, 30))


@pytest.mark.parametrize(
    ("before", "between", "kinds"),
    [
        (
            "This material may not be published, broadcast, rewritten or redistributed. ©2025 Harbour Network. ",
            "",
            ["usage terms", "copyright"],
        ),
        (
            "",
            "Get our newsletter straight to your inbox. You can unsubscribe at any time. ",
            ["furniture", "furniture"],
        ),
        ("", "Get our newsletter straight to your inbox. All rights reserved. ", ["furniture", "usage terms"]),
        ("", "Please refresh your browser to be logged in ", ["furniture"]),
    ],
)
def test_words_of_a_page_inside_a_long_paragraph_are_no_body(before: str, between: str, kinds: list[str]) -> None:
    article = wirenews.parse(f"{before}{_PAGE} {between}{_PAGE}")
    assert " ".join(article.body.split()) == f"{_PAGE} {_PAGE}"
    assert [notice.kind for notice in article.notices] == kinds


@pytest.mark.parametrize(
    "prose",
    [
        "“You can unsubscribe at any time,” said the master.",
        "The newsletter was, " + "as everybody said who had read it on the quay, of no use to them, " * 6 + "he said.",
        "The ships left in the evening.",
    ],
)
def test_the_words_of_a_page_end_where_somebody_speaks_or_the_story_goes_on(prose: str) -> None:
    article = wirenews.parse(f"{_PAGE} Get our newsletter straight to your inbox. {prose} {_PAGE}")
    assert " ".join(article.body.split()) == f"{_PAGE} {prose} {_PAGE}"
    assert [notice.text for notice in article.notices] == ["Get our newsletter straight to your inbox."]


@pytest.mark.parametrize(
    "prose",
    [
        "He wrote a newsletter about the port and sold it on the quay.",
        "“Get our newsletter straight to your inbox,” the harbour master told the crowd.",
        "Watch the tide, he said, and tell us when it turns.",
        "By submitting the plan, the port met its promise.",
        "Subscribe to our newsletter and get it in your inbox, “all of you”, said the harbour master.",
        "Sign up here.",
    ],
)
def test_a_sentence_of_a_long_paragraph_that_only_mentions_a_newsletter_stays(prose: str) -> None:
    article = wirenews.parse(f"{_PAGE} {prose} {_PAGE}")
    assert article.body == f"{_PAGE} {prose} {_PAGE}"
    assert article.notices == ()


_LEAD = "LISBON, Feb 26 (Reuters) - Portugal will raise the dues of its harbours again next year, its government said."
_LAST = "Ships will pay a tenth more from May, it said."


@pytest.mark.parametrize(
    ("paragraph", "notices", "left"),
    [
        (
            "Rain fell. Also Read | Dues to rise.Nobody was hurt.",
            ["Also Read | Dues to rise."],
            ["Rain fell.", "Nobody was hurt."],
        ),
        ("Rain fell. Also Read | Dues to rise", ["Also Read | Dues to rise"], ["Rain fell."]),
        (
            "Rain fell. Watch | Dues rise.Nobody was hurt. Also Read | Ships leave.Nobody saw it.",
            ["Watch | Dues rise.", "Also Read | Ships leave."],
            ["Rain fell.", "Nobody was hurt.", "Nobody saw it."],
        ),
        (
            f"{_PAGE} [Read more: Dues to rise. Ships leave] Nobody was hurt.",
            ["[Read more: Dues to rise. Ships leave]"],
            [_PAGE, "Nobody was hurt."],
        ),
    ],
)
def test_a_pointer_inside_a_paragraph_is_cut_out(paragraph: str, notices: list[str], left: list[str]) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{paragraph}\n\n{_LAST}\n")
    assert [notice.text for notice in article.notices] == notices
    assert [part.text for part in article.paragraphs][1:] == [*left, _LAST]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Rain fell. Also Read | Dues to rise. Nobody was hurt.",
        "Rain fell. Also Read | " + "the dues rise and rise again " * 10 + "in May",
        f"{_PAGE} [Read more: Dues to rise. Nobody was hurt.",
    ],
)
def test_a_pointer_of_which_nobody_knows_the_end_stays(paragraph: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{paragraph}\n\n{_LAST}\n")
    assert article.notices == ()
    assert [part.text for part in article.paragraphs][1:] == [paragraph, _LAST]


_POINTED = "Dues will rise again next year, says the port of Lisbon, and the ships that use it will pay a tenth more"


@pytest.mark.parametrize(
    "line", [f"Also read: {_POINTED}", f"(Also read: {_POINTED})", "Follow us on Twitter.", "Advertisement", "(MORE)"]
)
def test_what_stands_between_two_paragraphs_and_is_of_the_page_is_no_body(line: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{line}\n\n{_LAST}\n")
    assert [notice.text for notice in article.notices] == [line]
    assert [part.text for part in article.paragraphs][1:] == [_LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Media contact: Nora Fielding",
        "Sign up for our newsletter to get the harbour's news.",
        f"Also read were the letters: {_POINTED}, said he.",
    ],
)
def test_a_line_between_two_paragraphs_that_may_be_of_the_story_stays(line: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{line}\n\n{_LAST}\n")
    assert article.notices == ()
    assert [part.text for part in article.paragraphs][1:] == [line, _LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter and get the news of the harbour",
        "Keep up with this story and more by subscribing now",
    ],
)
def test_a_line_of_the_page_between_two_paragraphs_needs_no_full_stop(line: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{line}\n\n{_LAST}\n")
    assert [notice.text for notice in article.notices] == [line]
    assert [part.text for part in article.paragraphs][1:] == [_LAST]


@pytest.mark.parametrize(
    "line",
    [
        "You can unsubscribe from our newsletter at any time, the clerk told him.",
        "You can unsubscribe from our newsletter at any time, the clerk told the old man, and nobody will mind.",
        "You can now subscribe to our newsletter and get all the news of the port in your inbox, said the clerk, who",
        "WAM/Nora Fielding",
    ],
)
def test_a_sentence_or_a_clause_between_two_paragraphs_stays(line: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{_LAST}\n\n{line}\n\n" + f"{_LAST}\n\n" * 4)
    assert (article.notices, article.credits) == ((), ())
    assert line in [part.text for part in article.paragraphs]


@pytest.mark.parametrize("line", ["(From agencies)", "(Reporting by Nora Fielding)", "(With AFP)"])
def test_a_credit_far_above_the_end_is_no_body(line: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{_LAST}\n\n{line}\n\n" + f"{_LAST}\n\n" * 4)
    assert [credit.text for credit in article.credits] == [line]
    assert [part.text for part in article.paragraphs][1:] == [_LAST] * 5


@pytest.mark.parametrize(
    ("below", "notes"),
    [
        ("Nora Fielding covers ports for The Harbour Times.", ["Nora Fielding covers ports for The Harbour Times."]),
        (
            "(Nora Fielding is a pilot.)\n\nTom Marsh writes about ships. Follow him @tmarsh.",
            ["(Nora Fielding is a pilot.)", "Tom Marsh writes about ships. Follow him @tmarsh."],
        ),
        ("Ana Paz is a reporter at The Harbour Times.", []),
        ("Nora Fielding was not on the ship when it sank, said the master. " + "She was on the quay. " * 20, []),
        ("Nora Fielding’s ship sank.", []),
    ],
)
def test_what_is_said_of_the_author_below_a_story_is_a_notice(below: str, notes: list[str]) -> None:
    article = wirenews.parse(f"By Nora Fielding and Tom Marsh\n\n{_LEAD}\n\n{_LAST} (Reuters)\n\n{below}\n")
    assert [notice.text for notice in article.notices] == notes
    assert (article.body.endswith(_LAST), bool(article.credits)) == (bool(notes), bool(notes))


def test_a_story_is_never_what_is_said_of_its_author() -> None:
    assert wirenews.parse("By Nora Fielding\n\nNora Fielding is a pilot.\n").notices == ()


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("This story has not been edited by our staff.", "disclaimer"),
        ("Also read: Dues rise.", "furniture"),
        ("Copyright Harbour Courier 2025.", "copyright"),
    ],
)
def test_a_notice_behind_words_of_a_page_is_what_its_wording_says(first: str, kind: str) -> None:
    article = wirenews.parse(f"{_PAGE} Get our newsletter straight to your inbox. {first} {_PAGE}")
    assert [(notice.text, notice.kind) for notice in article.notices][1:] == [(first, kind)]


def test_two_blanks_end_the_words_of_a_page() -> None:
    article = wirenews.parse(f"{_PAGE} Get our newsletter straight to your inbox  {_PAGE}")
    assert [notice.text for notice in article.notices] == ["Get our newsletter straight to your inbox"]
    assert " ".join(article.body.split()) == f"{_PAGE} {_PAGE}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Embargoed until Monday 10:00.",
        "This story has been corrected to show that the newsletter is free.",
        "Contact us by email at news@harbour.example.",
    ],
)
def test_only_words_to_the_readers_of_a_page_are_cut_out_of_a_paragraph(sentence: str) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{sentence} {_PAGE} {_PAGE}\n\n{_LAST}\n")
    assert [notice.rule for notice in article.notices if notice.rule == "notice.page-words"] == []
    assert article.paragraphs[-2].text.endswith(f"{_PAGE} {_PAGE}")
    assert article.source[article.paragraphs[1].start :].startswith(sentence)


_TERMS = "This material may not be published, broadcast, rewritten or redistributed in whole or in part without leave"


@pytest.mark.parametrize(
    ("first", "notices"),
    [
        ("©2025 Harbour Network.", ["copyright"]),
        (f"{_TERMS} of the Harbour Network and of those who own it, by newsletter, email or on any website.", ["usage terms"]),
        (f"{_TERMS}, said the master of the harbour to all of the crews of the ships that lay there on Monday.", []),
    ],
    ids=["copyright", "terms to the end", "terms that somebody tells"],
)  # fmt: skip
def test_a_paragraph_begins_with_words_of_its_page(first: str, notices: list[str]) -> None:
    article = wirenews.parse(f"{_LEAD}\n\n{first} {_PAGE} {_PAGE}\n\n{_LAST}\n")
    assert [notice.kind for notice in article.notices] == notices
    assert article.paragraphs[1].text == (f"{_PAGE} {_PAGE}" if notices else f"{first} {_PAGE} {_PAGE}")
