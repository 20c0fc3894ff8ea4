"""The top of a story: headline or none, byline or none, fields; nothing of the lead is taken."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import wirenews

LEAD = (
    "The harbour was closed for a second day as the wind blew from the north, and no pilot left the shore, "
    "its master said on Monday."
)
SECOND = "Ships waited in the bay, and two of them turned for the islands to wait there for the calm."


class Case(NamedTuple):
    id: str
    top: str
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


HEADLINES = [
    Case("headline, blank line, dateline", "Harbour closed\n\nOSLO (AFP) - ", "Harbour closed"),
    Case("headline in capitals, indented lead", "HARBOUR CLOSED\n    OSLO, March 3 - ", "HARBOUR CLOSED"),
    Case(
        "headline of a sentence", "Harbour closed for second day.\nOSLO 1996-08-22\n", "Harbour closed for second day."
    ),
    Case("label", "RESEARCH ALERT - Harbour cut.\n", "RESEARCH ALERT - Harbour cut."),
    Case("headline without dateline", "Harbour closed for second day\n\n", "Harbour closed for second day"),
    Case("no headline", "OSLO (AFP) - "),
    Case("description that begins with an agency", "AP - "),
    Case("lead alone", ""),
    Case("title field", "Title: Harbour closed\nDate: April 18, 2025\n\nOSLO (AFP) - ", "Harbour closed"),
    Case(
        "slug above the headline", "BC-HARBOUR-CLOSED   02-26 0105\nHarbour closed\nOSLO, Feb 26 - ", "Harbour closed"
    ),
    Case("glued", "Harbour closed for a second day LISBOA (Reuters) - ", "Harbour closed for a second day"),
]

BYLINES = [
    Case("by", "Harbour closed\n\nBy Nora Fielding\n\nOSLO (AFP) - ", "Harbour closed", ("Nora Fielding",)),
    Case(
        "capitals and title",
        "Harbour Closed\nBy NORA FIELDING\nAssociated Press Writer\n   OSLO (AP) _ ",
        "Harbour Closed",
        ("Nora Fielding",),
        ("ap",),
    ),
    Case(
        "title without dateline",
        "Harbour Closed\nBy NORA FIELDING\nAssociated Press Writer\n   ",
        "Harbour Closed",
        ("Nora Fielding",),
        ("ap",),
    ),
    Case(
        "below a dateline on its line",
        "Harbour closed.\nOSLO 1996-08-22\nBy Nora Fielding, Shipping Correspondent\n",
        "Harbour closed.",
        ("Nora Fielding",),
    ),
    Case("bare name", "Harbour closed.\nNora Fielding\nOSLO 1996-08-22\n", "Harbour closed.", ("Nora Fielding",)),
    Case("on the dateline's line", "Por Nora Campos e Jan Klein OSLO (Reuters) - ", None, ("Nora Campos", "Jan Klein")),
    Case("agency", "Harbour closed\n\nBy Reuters Staff\n\nOSLO (Reuters) - ", "Harbour closed", (), ("reuters",)),
    Case(
        "agency and time",
        "Harbour closed\n\nPTI | Updated: Feb 13, 2020, 13:10 IST\n\nOslo, Feb 13 (PTI) ",
        "Harbour closed",
        (),
        ("pti",),
    ),
    Case(
        "caret",
        "Harbour Closed\nEds: UPDATES throughout ^By NORA FIELDING\n   OSLO (AP) _ ",
        "Harbour Closed",
        ("Nora Fielding",),
    ),
    Case(
        "author field",
        "Title: Harbour closed\nAuthor: Nora Fielding\n\nOSLO (AFP) - ",
        "Harbour closed",
        ("Nora Fielding",),
    ),
    Case(
        "joined to a headline that fills its line",
        "Harbour Closed for a Second Day as Wind Blows Hard From the North\nBy NORA FIELDING\n"
        "   OSLO (AP) _ The harbour was closed for a second day as the wind\n",
        "Harbour Closed for a Second Day as Wind Blows Hard From the North",
        ("Nora Fielding",),
    ),
]


@pytest.mark.parametrize("case", [*HEADLINES, *BYLINES], ids=lambda case: case.id)
def test_top(case: Case) -> None:
    article = wirenews.parse(f"{case.top}{LEAD}\n\n{SECOND}\n")
    assert (article.headline.text if article.headline else None) == case.headline
    assert (tuple(p.name for p in article.byline.people) if article.byline else ()) == case.authors
    assert (tuple(a.id for a in article.byline.agencies) if article.byline else ()) == case.agencies
    assert article.body.endswith(SECOND)
    assert LEAD[-40:] in article.body


# What stands first in a story and is no headline, byline or field of it.
PLAIN = [
    "By Tuesday the storm had passed and the ships left.",
    "By contrast, the port of Bergen stayed open all day.",
    '"We have seen worse," the harbour master said on Monday.',
    "Reuters shares rose on Monday after the results.",
    "Note: the figures are for the year to March.",
    "It rained.",
]


@pytest.mark.parametrize("first", PLAIN)
def test_the_lead_is_left_alone(first: str) -> None:
    article = wirenews.parse(f"{first}\n\n{LEAD}\n\n{SECOND}\n")
    assert article.headline is None
    assert article.byline is None
    assert not article.fields
    assert [p.text for p in article.paragraphs] == [first, LEAD, SECOND]


def test_fields_are_read_with_their_dates_and_agencies() -> None:
    article = wirenews.parse(
        f"Slug: HARBOUR-CLOSED\nDate: April 18, 2025\nSource: AFP\n\nHarbour closed\n\n{LEAD}\n\n{SECOND}"
    )
    assert [(f.name, f.value) for f in article.fields] == [
        ("slug", "HARBOUR-CLOSED"),
        ("date", "April 18, 2025"),
        ("source", "AFP"),
    ]
    assert article.date is not None
    assert article.date.isoformat() == "2025-04-18"
    assert article.agency is not None
    assert article.agency.id == "afp"


def test_the_header_is_trusted_before_the_dateline_and_a_conflict_is_told() -> None:
    article = wirenews.parse(f"Date: April 18, 2025\n\nHarbour closed\n\nOSLO, April 19, 2025 (AFP) - {LEAD}\n")
    assert article.date is not None
    assert article.date.isoformat() == "2025-04-18"
    (defect,) = article.defects
    assert defect.code == "date-conflict"
    assert article.source[defect.start : defect.end] == "OSLO, April 19, 2025 (AFP)"


def test_a_copyright_line_dates_a_story_that_nothing_else_dates() -> None:
    article = wirenews.parse(f"OSLO (AFP) - {LEAD}\n\n{SECOND}\n\nCopyright AFP 2025\n")
    assert article.date is None
    assert [notice.date.year for notice in article.notices if notice.date] == [2025]


def test_a_date_line_above_a_story_with_a_dateline_is_a_field() -> None:
    article = wirenews.parse(f"April 18, 2025\n\nHarbour closed\n\nOSLO (AFP) - {LEAD}\n\n{SECOND}\n")
    assert [(f.name, f.text) for f in article.fields] == [("date", "April 18, 2025")]
    assert article.dateline is not None
    assert article.dateline.text == "OSLO (AFP)"
    assert article.date is not None
    assert article.date.isoformat() == "2025-04-18"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ann Poe/AP",
        "Photo by Ann Poe/Reuters",
        "REUTERS/Ann Poe",
        "Ann Poe/AFP via Getty Images",
        "Foto: Ann Poe/dpa",
    ],
)
@pytest.mark.parametrize(
    "story",
    [
        "{line}\n\nHarbour closed\n\nOSLO (AFP) - {lead}\n\n{second}\n",
        "Harbour closed\n\n{line}\n\nOSLO (AFP) - {lead}\n\n{second}\n",
        "Harbour closed\n\n{line}\n\n{lead}\n\n{second}\n",
        "Harbour closed\n\nOSLO (AFP) - {lead}\n\n{line}\n\n{second}\n",
        "Harbour closed\n\nOSLO (AFP) - {lead}\n\n{second}\n\n{line}\n",
    ],
    ids=["first", "below the headline", "without dateline", "between paragraphs", "last"],
)
def test_a_photo_credit_on_its_line(line: str, story: str) -> None:
    article = wirenews.parse(story.format(line=line, lead=LEAD, second=SECOND))
    assert article.headline is not None
    assert article.headline.text == "Harbour closed"
    assert article.byline is None
    assert [(c.role, c.text, [p.name for p in c.people]) for c in article.credits] == [("photo", line, ["Ann Poe"])]
    assert [p.text for p in article.paragraphs] == [LEAD, SECOND]


@pytest.mark.parametrize(
    "headline",
    [
        "Photo finish in harbour race",
        "Photos show damage to bridge",
        "Photos: Hurricane Maria",
        "Photos by Satellite Show Storm",
        "Bild: Streit um den Hafen",
        "Photo: the story of a picture",
    ],
)
def test_a_headline_that_begins_like_a_photo_credit(headline: str) -> None:
    article = wirenews.parse(f"{headline}\n\nOSLO (AFP) - {LEAD}\n\n{SECOND}\n")
    assert article.headline is not None
    assert article.headline.text == headline
    assert article.credits == ()


def test_photo_credits_come_before_those_of_the_tail() -> None:
    article = wirenews.parse(f"Photo: AFP\n\nHarbour closed\n\nOSLO (AFP) - {LEAD}\n\n(Editing by Ann Poe)\n")
    assert [credit.role for credit in article.credits] == ["photo", "editing"]


def test_a_lead_below_a_dateline_may_begin_with_by() -> None:
    lead = "By noon the wind had closed the harbour, its master said."
    article = wirenews.parse(f"Harbour closed.\nOSLO 1996-08-22\n{lead}\n{SECOND}\n")
    assert article.byline is None
    assert article.paragraphs[0].text == lead


@pytest.mark.parametrize(
    ("first", "byline", "begin"),
    [
        ("LISBON, Feb 26 (Reuters) ^By NORA FIELDING\n", "By NORA FIELDING", LEAD),
        ("LISBON 1996-08-22 ^By NORA FIELDING\n", "By NORA FIELDING", LEAD),
        ("LISBON, Feb 26 (Reuters) - The port was shut ^By NORA FIELDING\n", "", "The port was shut ^By NORA FIELDING"),
        ("LISBON, Feb 26 (Reuters) - By Nora Fielding\n\n", "", "By Nora Fielding"),
    ],
)
def test_a_lead_on_the_line_of_its_dateline_holds_no_byline(first: str, byline: str, begin: str) -> None:
    article = wirenews.parse(f"{first}{LEAD}\n\n{SECOND}\n")
    assert (article.byline.text if article.byline else "") == byline
    assert article.body.startswith(begin)
