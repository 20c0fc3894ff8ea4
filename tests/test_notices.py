"""Notices and header fields, read alone: one row a form, negatives in groups of their own."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import fail_if_it_grows_faster
from languages import languages, rows

import wirenews
from wirenews.article import Field, Notice
from wirenews.notice import attached, fields, shapes
from wirenews.notice.attached import closing_notice, leading_notice, source_tags
from wirenews.notice.fields import read_field
from wirenews.notice.labels import read_label
from wirenews.notice.page import count_page_words, is_of_page, read_link
from wirenews.notice.read import read_notice
from wirenews.notice.wordings import opening_key, row_key
from wirenews.text.rules import Rule


def notice(text: str) -> Notice | None:
    return read_notice(text, 0, len(text))


def field(line: str) -> Field | None:
    return read_field(line, 0, len(line))


# -- copyright -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "owner", "year"),
    [
        ("(c) Reuters Limited 1996", "reuters", 1996),
        ("(C) REUTERS LIMITED 1997", "reuters", 1997),
        ("© 2025 AFP", "afp", 2025),
        ("Copyright (c) 2012 dpa Deutsche Presse-Agentur GmbH", "dpa", 2012),
        ("©2023 The Canadian Press", "cp", 2023),
        ("Copyright © ANTARA 2024", "antara", 2024),
        ("Copyright 1996", None, 1996),
        ("Copyright (c) 1995-97 by UPI", "upi", 1997),
        ("Copyright 2013-2019 The Associated Press. All rights reserved.", "ap", 2019),
        (
            "Copyright 2017 The Associated Press. All rights reserved. This material may not be published, "
            "broadcast, rewritten or redistributed.",
            "ap",
            2017,
        ),
        ("(Copyright 2003 by The Associated Press. All Rights Reserved.)", "ap", 2003),
        ("Copyright by The Associated Press", "ap", None),
        ("© Thomson Reuters 2014 All rights reserved", "reuters", 2014),
        ("© 2021 Harbour Courier Media", None, 2021),
        ("c.1998 N.Y. Times News Service", "nyt", 1998),
        ("<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>", "yonhap", None),
    ],
)
def test_copyright(line: str, owner: str | None, year: int | None) -> None:
    found = notice(line)
    assert found is not None
    assert found.kind == "copyright"
    assert (found.date.year if found.date else None) == year
    assert [a.id for a in found.agencies] == ([owner] if owner else [])


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law has changed since 1996.",
        "Copyright infringement cost studios $3 billion in 2011, the group said.",
        "Copyright holders may sue within three years.",
        "Copyright",
        "(c) The board shall meet four times in 1996.",
        "(c) Historical earnings per share for the year",
        "Copyrights on the songs expire in 2031.",
    ],
)
def test_no_copyright(line: str) -> None:
    assert notice(line) is None


# -- wordings --------------------------------------------------------------------------------------

KINDS = {
    "correction": """
        (Corrects paragraph 7 to show the vote was on Monday)
        (Corrects spelling of minister's name throughout.)
        (Refiles to add dropped word in headline)
        (Refiles Nov. 30 story to cut extraneous word in second paragraph)
        (This version of the Dec 6 story corrects paragraph 3 to say the plant closed in 2011)
        (This story has been refiled to correct a typographical error in the headline)
        (The Dec. 1 story was refiled to correct first name in paragraph 1)
        (In April 8 story, corrects headline to read "opens" instead of "open")
        (Story corrects to delete reference to bank in paragraph 4)
        (Story refiled fixing typo in first paragraph)
        (Drops extraneous word in second paragraph)
        [CORRECTED 23:31 GMT]
        (Clarifies title of official in third paragraph)
        Correction: An earlier version of this story gave the wrong year.
        This story has been corrected to show that the bridge opened in 1931.
        An earlier version of this article misspelled the name of the mayor.
    """,
    "editor's note": """
        Eds: Updates with closing prices.
        EDS: LEADS throughout
        ^Eds: SUBS 4th graf to fix name. No pickup.
        (Eds: one name)
        (ATTN: ADDS details in paras 4-5, photos)
        ATTN: UPDATES with minister's remarks in last 3 paras
        Editor's note: The writer spent two weeks with the crew.
        Note to editors: photographs are available from the desk.
        (Adds details, background)
        (Recasts with court ruling)
        (Updates prices, adds analyst comment)
        (LEAD)
        (2nd LD)
        (STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)
        (OPTIONAL TRIM FOLLOWS)
    """,
    "embargo": """
        Embargoed until 0001 GMT Monday May 5
        EMBARGOED FOR RELEASE UNTIL 10 A.M. EST, TUESDAY, JAN. 5, 2010
        NOT FOR PUBLICATION BEFORE 0001 MONDAY JUNE 3
        HOLD FOR RELEASE UNTIL 6 P.M.
        FOR IMMEDIATE RELEASE
        Sperrfrist: 12. Mai 2020, 10.00 Uhr
    """,
    "disclaimer": """
        (Except for the headline, this story has not been edited by Courier staff and is published from a syndicated feed.)
        This story has been published from a wire agency feed without modifications to the text.
        Only the headline has been changed.
        (This is an unedited and auto-generated story from Syndicated News feed, Courier staff may not have modified it)
        (This story has not been edited by our staff and is auto-generated from a syndicated feed.)
        Disclaimer: The above press release comes to you under an arrangement with a wire.
        Reuters has not verified these stories and does not vouch for their accuracy.
        (The following statement was released by the rating agency)
        The views expressed here are those of the author.
        This story is from the PTI news service. The Courier holds no responsibility for its content.
        (This article has been published under an arrangement with PTI.)
        The Associated Press receives support from several private foundations. See more about AP's initiative here.
        This report does not necessarily reflect the views of the United Nations
    """,
    "usage terms": """
        All rights reserved.
        This material may not be published, broadcast, rewritten or redistributed.
        No part of this report may be reproduced without permission.
        Republication or redistribution of content is prohibited without consent.
        EDITORIAL USE ONLY
        This report by The Canadian Press was first published July 3, 2020.
    """,
    "end mark": """
        Enditem
        ENDS
        END
        (END)
        (Ends)
        -30-
        - 30 -
        -0-
        ###
        # # #
        ———
        ___
        NNNN
    """,
    "continuation": """
        MORE
        (MORE)
        (more)
        --MORE--
        More follows
        [CONTINUED]
        1st Add
        2nd Add, Budget
        Take 2
        ADD 1
    """,
    "contact": """
        -- London Newsroom +44 171 555 0100
        -- New York newsroom, (212) 555-0100
        --Chicago newsdesk, 312-555-0100
        ((--Chicago newsdesk, 312-555-0100))
        ((--Jane Doe, Wall Street Desk, 212-555-0100)).
        -- Singapore newsroom (65 5550100)
        -- Cairo newsroom 20 2 555 0100/1
        -- Jane Doe, in Palo Alto, +1 415 555 0100
        --Jane Doe((202-555-0100))
        -- 202 555-0100
        ((jane.doe@example.com, Palo Alto Bureau 415 555 0100))
        --- Paris Newsroom +33 1 5550 0100 gd/pmc
        E-mail: desk@example.com
        Reuters Chicago Newsdesk - 312-555-0100
        Media contact: Jane Doe, 212-555-0100
        Write to Jane Doe at jane.doe@example.com
        To contact the reporter on this story: Jane Doe in New York at jdoe@example.net
        To contact the editors responsible for this story: John Roe at jroe@example.net
        For further information: Jane Doe, 212-555-0100
        Press contacts:
        For comments and feedback contact: desk@example.com
    """,
    "conversion": """
        ($1=119 yen)
        ($1 = 0.7554 pounds)
        ($1=.7986 Sterling)
        ($ = 1.665 German Marks)
        (1 euro = $1.12)
        (US$1 = 30.5 Thai baht; 1 euro = 1.2 dollars)
        ($1 = 82.4 Indian rupees)
        ($1 = 1,130.50 won)
        (1 US dollar equals 85 rupees)
        (One dollar = 110 yen)
        (Rs 1 crore = Rs 10 million)
    """,
    "furniture": """
        2 Min Read
        12 minute read
        Share
        Advertisement
        ADVERTISEMENT
        Story continues below advertisement
        Read more:
        READ MORE: Council votes on new bridge
        Also Read | Council votes on new bridge
        RELATED: What the bridge will cost
        Click here to read the full report
        For a graphic on bridges, click here tinyurl.example
        Our Standards: The Thomson Reuters Trust Principles.
        First Published: March 3, 2022 12:20 IST
        Story first published: Thursday, March 3, 2022, 12:20 [IST]
        Last Updated: 3 March 2022
        Issued on: 03/03/2022 - 12:20
        Updated 2 hours ago
        2 hours ago
        0:00 / 1:20
        12 Comments
        Tags: harbours, bridges
        Topics: Harbours | Bridges
        TAGS
        Article continues below this ad
        Register now for FREE unlimited access to Reuters.com
        Purchase Licensing Rights, opens new tab
        Thank you for subscribing to our newsletter.
        Your email address will not be published. Required fields are marked *
        Have something to say? Share your comments below
        View original content: https://www.prnewswire.com/news-releases/bridge-1.html
        View source version on businesswire.com: https://www.businesswire.com/news/home/1/en/
        To view the source version of this press release, please visit https://www.newsfilecorp.com/release/1
        A photo accompanying this announcement is available at https://www.globenewswire.com/NewsRoom/1
        (Logo: http://photos.prnewswire.com/prnh/1/LOGO)
        Photo - https://mma.prnewswire.com/media/1/bridge.jpg
        FILE PHOTO: The bridge in Lisbon, Portugal, March 1, 2022.
        Visit the Harbour Tribune at www.harbourtribune.com
        Follow AP's coverage of bridges at https://apnews.com/hub/bridges
        AP sports: https://apnews.com/hub/apf-sports and https://twitter.com/AP_Sports
        More AP stories on bridges: https://apnews.com/hub/bridges
    """,
}
ENGLISH = [(kind, line.strip()) for kind, lines in KINDS.items() for line in lines.strip().splitlines()]

LANGUAGES = [
    ("correction", "(Corrige el título de la ministra en el segundo párrafo)"),
    ("correction", "(Corrige nome do ministro no título)"),
    ("correction", "(Rectifie le nom du maire au 3e paragraphe)"),
    ("correction", "(Berichtigung: Name des Ministers im zweiten Absatz)"),
    ("correction", "Rettelse: I en tidligere version stod der et forkert årstal."),
    ("correction", "(Исправлено имя министра во втором абзаце)"),
    ("correction", "(لتصحيح اسم الوزير في الفقرة الثانية)"),
    ("correction", "（更正：第二段的年份）"),
    ("editor's note", "Achtung Redaktionen: Eine Zusammenfassung folgt."),
    ("editor's note", "Nota del editor: las fotos están disponibles."),
    ("embargo", "Embargado hasta las 10:00 del 5 de mayo de 2020"),
    ("embargo", "Эмбарго до 10:00 5 мая 2020 года"),
    ("usage terms", "Alle Rechte vorbehalten."),
    ("usage terms", "Tous droits réservés"),
    ("copyright", "© RIPRODUZIONE RISERVATA"),
    ("usage terms", "版权所有，未经授权不得转载。"),
    ("usage terms", "Все права защищены."),
    ("usage terms", "جميع الحقوق محفوظة"),
    ("usage terms", "無断転載を禁じます。"),
    ("end mark", "（完）"),
    ("end mark", "(끝)"),
    ("end mark", "<끝>"),
    ("end mark", "(конец)"),
    ("end mark", "(fin)"),
    ("end mark", "انتهای پیام"),
    ("continuation", "(segue)"),
    ("continuation", "（待续）"),
    ("continuation", "(يتبع)"),
    ("continuation", "(folgt mehr)"),
    ("furniture", "Publicidad"),
    ("furniture", "Lea también: El puente abrirá en mayo"),
    ("furniture", "À lire aussi : le pont ouvrira en mai"),
    ("furniture", "Читайте также: Мост откроют в мае"),
    ("furniture", "Baca juga: Jembatan dibuka pada Mei"),
    ("furniture", "延伸閱讀：大橋五月開通"),
    ("furniture", "विज्ञापन"),
    ("furniture", "Lea también"),
    ("furniture", "Etiquetas:"),
    ("furniture", "Leia também"),
    ("furniture", "La suite après cette publicité"),
    ("furniture", "Das könnte Sie auch interessieren"),
    ("furniture", "Notizie correlate"),
    ("furniture", "Czytaj także"),
    ("furniture", "Читайте также"),
    ("furniture", "Теги:"),
    ("furniture", "Подписывайтесь на наш канал в Telegram"),
    ("furniture", "Підписуйтесь на наш канал в Telegram"),
    ("furniture", "اقرأ أيضاً"),
    ("furniture", "इसे भी पढ़ें"),
    ("furniture", "Simak juga: Jembatan dibuka pada Mei"),
    ("furniture", "あわせて読みたい"),
    ("furniture", "Original-Content von: Hafen AG, übermittelt durch news aktuell"),
    ("contact", "Pressekontakt:"),
    ("contact", "Rückfragehinweis: Jana Roh, Hafen AG"),
]


@pytest.mark.parametrize(("kind", "line"), ENGLISH + LANGUAGES)
def test_kind(kind: str, line: str) -> None:
    found = notice(line)
    assert found is not None
    assert (found.kind, found.start, found.end) == (kind, 0, len(line))
    assert found.rule.startswith("notice.")


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("EMBARGOED FOR RELEASE UNTIL 10 A.M. EST, TUESDAY, JAN. 5, 2010", "2010-01-05T10:00-05:00"),
        ("STRICTLY EMBARGOED UNTIL 00:01 BST, FRIDAY 3 JUNE 2016", "2016-06-03T00:01+01:00"),
        ("NOT FOR PUBLICATION BEFORE 0001 MONDAY JUNE 3", "--06-03T00:01"),
        ("EMBARGO: 00.01 MONDAY 5 MAY", "--05-05T00:01"),
        ("Embargoed for publication until 5 May 2020", "2020-05-05"),
        ("(Embargoed until 10 p.m.)", "T22:00"),
        ("Not for publication before 6pm", "T18:00"),
    ],
)
def test_an_embargo_tells_when_it_ends(line: str, ends: str) -> None:
    found = notice(line)
    assert found is not None
    assert found.date is not None
    assert found.date.isoformat() == ends


def test_a_wrapped_block_is_one_notice() -> None:
    text = "   (Corrects paragraph 7 to show\n   the vote was on Monday)   "
    found = read_notice(text, 3, len(text.rstrip()))
    assert found is not None
    assert found.text == "(Corrects paragraph 7 to show the vote was on Monday)"


STORY = """
    Share prices fell in heavy trading.
    Shares closed at 12.5, up 3.
    More than 100 people were hurt.
    More follows from a man who knows
    MORE GRAIN FOR ALGERIA
    End of the road for the old bridge
    Ends meet in odd ways in this town.
    "Editor's note: that was wrong," she read aloud.
    Editor of Harbour Magazine Dies
    Editors said they could not explain the report.
    Read more books, teachers say.
    Read the report before you vote, she said.
    Advertisement spending rose 4 percent.
    Advertising would play a role, he said.
    Click beetles eat roots.
    The correction in stocks went on for a third day.
    Corrects and clear laws are what the country needs, he said.
    Correction of the budget took a week.
    Updated figures showed growth of 3 percent.
    Embargo on arms to be lifted in May
    Embargoes have failed since 1990, the report said.
    For release of the hostages, the group wants 3 million dollars.
    This story has a moral, the judge told them.
    This report by the ministry counts 34 schools.
    This is a separate issue from the question of cost.
    The views from the tower are fine.
    Disclaimers were signed by all 12.
    Contact with the crew was lost at 0400 GMT.
    Reuters has not said when it will report results.
    All rights groups condemned the raid.
    Related costs came to 12 million.
    Listen to the river, the old man said.
    Follow the money.
    Tags were put on 300 geese last year.
    Topics for the talks were set in 2020.
    Previous talks failed in 1996.
    Next came the rain.
    Top stories were told by the fire.
    Latest news from the front was bad, he said.
    Published in 1998, the novel sold well.
    Updated: 12 people were killed in the storm
    Updated 2 of its forecasts for 2022
    Two hours ago there was no bridge, he said.
    2 hours ago there was no bridge, he said.
    12 comments were read out in court.
    10:30
    A photo accompanying the letter showed the bridge.
    Photo albums were on sale for 3 dollars.
    Video of the fall was seen by millions.
    Logo design is an art.
    File photos of the bridge were lost.
    Visit the times of the tides before you sail, he said.
    Visit the Harbour Museum at 12 Main Street.
    Follow AP style, the teacher said.
    More AP members voted for the plan.
    The Associated Press receives many letters.
    The Associated Press received support from other papers, its editor said.
    This story is from the north and holds no surprise.
    This report is from a ministry that takes no responsibility.
    Write to your member of parliament, he said.
    To contact the reporter, he used a friend's phone.
    Contacts between the two sides began in May.
    Subscribe rates rose at the papers, the report said.
    Register of voters is out of date
    View of the harbour from the hill
    Have something to say? Say it now, he told the crowd.
    Join the conversation about tides, she said.
    * * * *
    ----------
    Kontakte zwischen beiden Seiten gab es nicht.
    Теги на стенах стерли к 3 мая.
    Подписывайтесь на бумагу, просил он.
    Urgent aid is needed.
    -- Earnings per share rose to 1.23 from 1.12
    -- Harbour Bank cut its forecast to 1,234 from 1,345
    --Shares in the company were unchanged at 30-1/4.
    - 9 pct bonds due July 9, 1994 at a price of 101.25
    (In thousands, except earnings per share)
    (Reporting by Jane Doe; Editing by John Roe)
    (Additional reporting by Jane Doe in New York, newsroom)
    (Drops of rain fell on the crowd.)
    (Leads in the case dried up.)
    (In a sense, the story is over.)
    (The story so far fills nine volumes.)
    (This is the third such story this year.)
    (25-23, 25-19, 22-25, 25-20)
    (1882-1941)
    (1)
    (cdn)
    Tel Aviv 1996-10-10
    TEL AVIV 1996-10-10
    OAKLAND, Calif. 1996-08-20
    Total: 202 555 0100 333
    A man of 30
    The end
    Fine
    Son
    Slut
    Die Anzeige wurde am Montag erstattet.
    Fin de semana tranquilo en Madrid
    Publicidad engañosa: multa a dos empresas
    Реклама подорожала на 3 процента.
    完成了三项工程
    分享经验的会议在北京举行
"""


@pytest.mark.parametrize("line", [line.strip() for line in STORY.strip().splitlines()])
def test_story_text_is_no_notice(line: str) -> None:
    assert notice(line) is None
    assert notice(line + " The council will meet again on Monday to hear from the people who live there." * 3) is None


# -- one notice or another ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind", "owner"),
    [
        ("All rights reserved. © Agence France-Presse", "copyright", "afp"),
        ("All rights reserved.", "usage terms", None),
        ("All rights reserved. © the people of the town", "usage terms", None),
        ("This story has been published from a wire agency feed without modifications. © Reuters", "disclaimer", None),
        ("© Reuters. " + "Reproduction of the story is prohibited without permission. " * 6, "copyright", "reuters"),
        ("Newsroom news@example.com", "contact", None),
        ("Oslo newsroom, (47 22 55 01 00)", "contact", None),
        ("“(c) Reuters Limited 1996”", None, None),
        ("Copyright 2017 Reuters " + "and the story goes on for a while as it does " * 5, None, None),
        ("(Fixes typo in headline " + "that was in the story " * 20 + ")", None, None),
        ("(Fixes typo in headline)", "correction", None),
        ("[Fixes typo in headline", None, None),
        ("-- the bureau was flooded, 312-555-0100", None, None),
        ("+47 22 55 01 00", "contact", None),
        ("Newsroom " + "+47 22 55 01 00 " * 12, None, None),
        ("Desk @home", None, None),
        ("$1=119 yen", "conversion", None),
        ("1 euro = $1.12", None, None),
        ("#", None, None),
        ("##", "end mark", None),
        ("__", None, None),
        ("_ _ _", "end mark", None),
        ("#_#", None, None),
    ],
)
def test_which_notice(text: str, kind: str | None, owner: str | None) -> None:
    found = notice(text)
    assert (found.kind if found else None) == kind
    assert (found.agencies[0].id if found and found.agencies else None) == owner


# -- the table -------------------------------------------------------------------------------------

ROWS = [row for _, row in rows("notice")]
LABELS = {field for file in languages().values() for field in file.get("fields", ())}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_row(row: dict[str, Any]) -> None:
    for form in ("whole", "opens"):
        for words in row.get(form, ()):
            assert words == words.lower()
    for form in ("whole", "exact"):
        for words in row.get(form, ()):
            found = notice(f"({words})" if row.get("brackets") else words)
            assert found is not None, words
            assert found.kind == row["kind"], words


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


# -- glued before and after ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("(Corrects paragraph 7 to show the date)", " HAVANA (Reuters) - Cuba said"),
        ("(This version of the Nov. 8 story corrects paragraph 6 (the vote))", " By Jane Doe WASHINGTON (Reuters) - A"),
        ("(Adds details, background)", "\nLONDON, May 5 (Reuters) - Stocks rose"),
    ],
)
def test_leading(head: str, rest: str) -> None:
    found = leading_notice(head + rest, 0, len(head + rest))
    assert found is not None
    assert (found.start, found.end) == (0, len(head))


@pytest.mark.parametrize(
    "line",
    [
        "(Reuters) - Stocks rose",
        "(ANSA) - ROMA, 01 SET - Testo",
        "(CORRECTED) - BANK RAISES RATE",
        "(1) Includes a gain of 3 million",
        "(Corrects paragraph 7",
        "(서울=연합뉴스) 김 기자 = 본문",
        "(The story so far) Harbour town",
        "",
    ],
)
def test_nothing_leading(line: str) -> None:
    assert leading_notice(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("story", "glued", "kind"),
    [
        ("It gave no details. ", "($1=119 yen)", "conversion"),
        ("It gave no details. ", "(Corrects to show that the vote was on Monday.)", "correction"),
        ("Shares Issued  481,364  481,364 ", "(c) Reuters Limited 1996", "copyright"),
        ("Shares closed at 24. ", "-- New York Newsdesk 212 555-0100", "contact"),
        ("Shares closed at 24. ", "((--Jane Doe, 312 555 0100/Email: desk@example.com))", "contact"),
        ("The council will meet again. ", "[CONTINUED]", "continuation"),
        ("The council will meet again. ", "Enditem", "end mark"),
        ("The council will meet again. ", "© 2020 Reuters", "copyright"),
        ("The council will meet again.\n", "Enditem", "end mark"),
        ("The council will meet again. ", "news.desk+a@example.com", "contact"),
        ("The council (of the town) will meet again ", "(Adds vote, (council), details)", None),
        ("The council will meet again. ", "(Adds vote, (council), details)", "editor's note"),
        ("The council will meet again. ", "Copyright 2017 The Associated Press. All rights reserved.", "copyright"),
        (
            "The council met. ",
            "This story has been published from a wire agency feed without modifications.",
            "disclaimer",
        ),
    ],
)
def test_closing(story: str, glued: str, kind: str | None) -> None:
    found = closing_notice(story + glued, 0, len(story + glued))
    assert (found.kind if found is not None else None) == kind
    if found is not None:
        assert (found.start, found.end) == (len(story), len(story + glued))


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("[TEXT] [GARCIA] Rain fell.", "[TEXT] [GARCIA]"),
        ("[GARCIA] [TEXT] Rain fell.", "[GARCIA] [TEXT]"),
        ("[GARCIA] [TEXT] [He] said so.", "[GARCIA] [TEXT]"),
        ("[GARCIA] Rain fell.", None),
        ("[Text] Rain fell.", "[Text]"),
        ("Clear/43 degrees - Rain fell.", "Clear/43 degrees"),
        ("Clear roads and 43 degrees - Rain fell.", None),
    ],
)
def test_tags(line: str, tags: str | None) -> None:
    found = source_tags(line, 0, len(line))
    assert (line[found.start : found.end] if found is not None else None) == tags


@pytest.mark.parametrize(
    "paragraph",
    [
        "It was a long day (and a longer night).",
        "The stake is worth 5 billion marks ($1=1.5 marks).",
        "Brazil beat Bulgaria, 3-1 (25-23, 25-19, 22-25, 25-20).",
        "He was born in Harbour Town (1882-1941).",
        "They wanted to know who owned the copyright in 1996.",
        "He said so -- and then he said it again in 1996",
        "That is where it ENDS",
        "",
    ],
)
def test_nothing_closing(paragraph: str) -> None:
    assert closing_notice(paragraph, 0, len(paragraph)) is None


# -- fields ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name", "value", "date"),
    [
        ("r i AM-Thatcher-Women     01-01 0287", "slug", "AM-Thatcher-Women", "--01-01"),
        ("BC-BAHIA-COCOA-REVIEW   02-26 0105", "slug", "BC-BAHIA-COCOA-REVIEW", "--02-26"),
        ("PM-Budget, 1st Ld-Writethru,a0512,0732", "slug", "PM-Budget", None),
        ("AM-Bridge-Vote,0287", "slug", "AM-Bridge-Vote", None),
        ("BC-TX--Bridge", "slug", "BC-TX--Bridge", None),
        ("Slug: BRIDGE-VOTE/", "slug", "BRIDGE-VOTE/", None),
        ("AP-WF-11-13-13 1509GMT", "timestamp", "AP-WF-11-13-13 1509GMT", "2013-11-13T15:09Z"),
        ("AP-NY-01-01-89 0315EST", "timestamp", "AP-NY-01-01-89 0315EST", "1989-01-01T03:15-05:00"),
        (
            "Updated 3:21 PM EET, September 11, 2024",
            "timestamp",
            "Updated 3:21 PM EET, September 11, 2024",
            "2024-09-11T15:21+02:00",
        ),
        ("Published On 5 Jan 2020", "timestamp", "Published On 5 Jan 2020", "2020-01-05"),
        ("DEV-MUC3-0001 (NOSC)", "id", "DEV-MUC3-0001 (NOSC)", None),
        ("AFP_ENG_19970401.0092", "id", "AFP_ENG_19970401.0092", None),
        ("a0541", "id", "a0541", None),
        ("f0704reute", "id", "f0704reute", None),
        ("Message-ID: <1234@example.com>", "id", "<1234@example.com>", None),
        ("URGENT", "priority", "URGENT", None),
        ("Priority: 3", "priority", "3", None),
        ("Title: Council votes on  new bridge", "title", "Council votes on new bridge", None),
        ("Date: 2025-04-18", "date", "2025-04-18", "2025-04-18"),
        ("Date: Friday, April 18, 2025", "date", "Friday, April 18, 2025", "2025-04-18"),
        ("Updated: Feb 13, 2020, 13:10 IST", "updated", "Feb 13, 2020, 13:10 IST", "2020-02-13T13:10+05:30"),
        ("Author: Jane Doe and John Roe", "author", "Jane Doe and John Roe", None),
        ("Keywords: bridge, council, vote", "keywords", "bridge, council, vote", None),
        ("Source: The Harbour Courier", "source", "The Harbour Courier", None),
        ("Source： example.com", "source", "example.com", None),
        ("AFP123456.0001", "id", "AFP123456.0001", None),
        ("ABCD123456-0001", "id", "ABCD123456-0001", None),
        ("AP-WF-11-13-68 1509GMT", "timestamp", "AP-WF-11-13-68 1509GMT", "1968-11-13T15:09Z"),
        ("LENGTH: 345 words", "length", "345 words", None),
        ("Fecha: 18 de abril de 2025", "date", "18 de abril de 2025", "2025-04-18"),
    ],
)
def test_field(line: str, name: str, value: str, date: str | None) -> None:
    found = field(line)
    assert found is not None
    assert (found.name, found.value) == (name, value)
    assert (found.date.isoformat() if found.date else None) == date


def test_a_source_names_its_agencies() -> None:
    found = field("Source: AFP/Reuters")
    assert found is not None
    assert [a.id for a in found.agencies] == ["afp", "reuters"]


@pytest.mark.parametrize(
    "line",
    [
        " date 2025-04-18 ",
        "2025-04-18",
        "Date: the long search for love",
        "Date:",
        "Source: Apple to buy car maker",
        "Author: I was wrong about it",
        "AM-FM Radio Sales Fall",
        "PM-elect wins vote",
        "$Adv 13",
        "COVID-19",
        "F-16 crashes",
        "U-2 band on tour",
        "Urgent aid needed",
        "Updated figures show growth in May",
        "Published reports said he had left on May 5, 2010, with two friends and a dog",
        "ANI | Updated: Apr 18, 2025 20:10 IST",
        "Today's Highlight in History:",
        "Length: of the road",
        "Length: 345 words, and the story goes on",
        "Source: " + "The Harbour Courier of the Town " * 3,
        "Updated: in the year of 1995 on May 5 with many words beside the date",
        "Date: 2025-04-18 " + "x" * 300,
        "URGENT " * 20,
        "Obama: no deal",
        "By Jane Doe",
        "",
    ],
)
def test_no_field(line: str) -> None:
    assert field(line) is None


# -- speed -----------------------------------------------------------------------------------------

HOSTILE = {
    "brackets": "(" * 20000,
    "pairs": "()" * 10000,
    "dashes": "-" * 20000,
    "hashes": "# " * 10000,
    "signs": "(c) " * 5000,
    "copyright": "Copyright 1996 " * 2000,
    "numbers": "-- newsroom " + "123 " * 5000,
    "addresses": "a@b." * 5000,
    "rates": "($1=" + "1 yen; $1=" * 3000,
    "this": "(This story " + "version of the story " * 1000 + ")",
    "colons": "date:" * 5000,
    "slug": "AM-" + "A-" * 9000,
    "blanks": "Updated " + " " * 20000 + "5",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_at_most_six_times_the_time(name: str) -> None:
    text = HOSTILE[name]

    def read(start: str) -> None:
        for reader in (read_notice, leading_notice, closing_notice, read_field):
            reader(text, 0, len(start))

    for size in (960, len(text)):
        fail_if_it_grows_faster(read, text[: size // 4], text[:size])


# -- the rules -------------------------------------------------------------------------------------

RULES = (*shapes.RULES, *attached.RULES, *fields.RULES)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_rule_reads_its_example(rule: Rule) -> None:
    end = len(rule.example)
    found = [
        read_notice(rule.example, 0, end),
        source_tags(rule.example, 0, end),
        read_field(rule.example, 0, end),
    ]
    assert [piece.rule for piece in found if piece is not None] == [rule.id]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_story_shows_the_rule(rule: Rule) -> None:
    body = "Rain fell in the hills on Monday, and the roads were closed, the county said."
    if rule in attached.RULES:
        story = f"LIMA, May 3 (Reuters) - {rule.example} {body}"
    elif rule in fields.RULES:
        story = f"{rule.example}\n\nLIMA, May 3 (Reuters) - {body}"
    else:
        story = f"LIMA, May 3 (Reuters) - {body}\n\n{rule.example}\n"
    article = wirenews.parse(story)
    assert rule.id in [piece.rule for piece in (*article.notices, *article.fields)]


def test_every_notice_and_field_names_a_rule_that_is_told_somewhere() -> None:
    told = {rule.id for rule in RULES} | {f"notice.{row['id']}" for row in ROWS} | {f"field.{name}" for name in LABELS}
    stories = [*(rule.example for rule in RULES), *(words for row in ROWS for words in row.get("whole", ()))]
    found = {piece.rule for story in stories for piece in (notice(story), field(story)) if piece is not None}
    assert found <= told


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("© 2016 dpa Deutsche Presse-Agentur", ["dpa"]),
        ("© 2016 Reuters Associated Press", []),
        ("Copyright 2016 Reuters Foo Bar", []),
    ],
)
def test_an_owner_named_twice_is_one_agency(line: str, agencies: list[str]) -> None:
    found = notice(line)
    assert found is not None
    assert [agency.id for agency in found.agencies] == agencies


@pytest.mark.parametrize(("line", "is_contact"), [("Newsroom 312-408-8787", True), ("Total: 2158550100 €", False)])
def test_a_number_of_a_telephone_ends_its_line(line: str, is_contact: bool) -> None:
    assert (notice(line) is not None) is is_contact


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("our comment policy", 1),
        ("Get our newsletter straight to your inbox.", 4),
        ("www.harbour.example", 1),
        ("ニュースレター", 1),
        ("สมัครรับจดหมายข่าว", 2),
        ("उनका न्यूज़लेटर", 1),
        ("港口关闭了", 0),
        ("Rain fell on the port's café.", 0),
    ],
)
def test_words_that_speak_of_the_page_they_stand_on(words: str, number: int) -> None:
    assert count_page_words(words) == number
    assert is_of_page(words) is (number > 0)


@pytest.mark.parametrize(
    ("words", "is_notice"),
    [
        ("https://www.harbour.example/dues", True),
        ("Www.Harbour.example", True),
        ("HTTP of the world", False),
        ("house www.harbour.example", False),
        ("See www.harbour.example", False),
    ],
)
def test_a_link_is_an_address_and_nothing_else(words: str, is_notice: bool) -> None:
    assert (read_link(words, 0, len(words)) is not None) is is_notice


@pytest.mark.parametrize(
    ("words", "form", "key"),
    [
        ("copyright", "opens", "copy"),
        ("ⓒ", "opens", ""),
        ("end", "whole", "end"),
        ("2nd lead", "opens", "0"),
        ("0", "opens", "0"),
        ("图片", "opens", "图片"),
        ("版权所有", "whole", "版权"),
    ],
)
def test_the_letters_by_which_a_wording_is_looked_up(words: str, form: str, key: str) -> None:
    assert row_key(words, form) == key


@pytest.mark.parametrize(("words", "key"), [("copyright notice", "copyrigh"), ("版权所有不得转载不得转载", "版权")])
def test_a_long_opening_is_looked_up_by_eight_letters(words: str, key: str) -> None:
    assert opening_key(words) == key


@pytest.mark.parametrize(
    ("line", "is_notice"), [("📲 Follow us on Twitter.", True), ("☂ Rain fell on the port.", False)]
)
def test_a_picture_before_the_words_of_a_notice_is_none_of_them(line: str, is_notice: bool) -> None:
    assert (notice(line) is not None) is is_notice


@pytest.mark.parametrize(
    ("headline", "label"),
    [("Exclusive – Harbour closed", "Exclusive –"), ("Harbour – a history", None), ("Lead: a metal", None)],
)
def test_a_label_before_a_headline(headline: str, label: str | None) -> None:
    assert read_label(headline) == label
