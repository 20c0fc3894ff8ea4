"""Every rule holds in its own example, and in no other's."""

from __future__ import annotations

import pytest

import wirenews
from wirenews.dateline import date_line, evidence, inline, read
from wirenews.dateline.candidate import Candidate
from wirenews.dateline.evidence import find_evidence, find_line_evidence
from wirenews.dateline.parts import read_parts
from wirenews.story import headline
from wirenews.text.rules import Rule

RULES = [rule for module in (evidence, read, date_line, inline, headline) for rule in module.RULES]


def _story(rule: str, example: str) -> str:
    """The example where it would stand: a line above a lead, anything else by itself."""
    if rule.startswith(("dateline.line-", "dateline.date-line")):
        return f"{example}\n\nHarbour dues will rise again next year, the port authority said on Friday.\n"
    return example


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_example_is_read_by_its_rule(rule: Rule) -> None:
    article = wirenews.parse(_story(rule.id, rule.example))
    piece = article.headline if rule.id.startswith("headline.") else article.dateline
    assert piece is not None
    assert piece.rule == rule.id


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


DATELINES = {
    "a name in small letters before the dash": "LISBON, Feb 26 (Reuters) - iPhone sales will rise again next year.",
    "a name in small letters, without a date": "LISBON (Reuters) - iPhone sales will rise again next year.",
    "a known place without a dash": "Mumbai (PTI) Onion prices will fall again next year, traders said.",
    "an unknown place in capitals without a dash": "QUORVELTHORPE (AP) Dues will rise again next year, the city said.",
    "two letters that the lead begins with": "AP - All ports will raise their dues again next year, it said.",
    "a long lead without a full stop": "LISBON - Harbour dues will rise again next year, and so will those of all the other ports",
    "a source that no table knows": "LISBON (Diário do Cais) - Harbour dues will rise again next year.",
    "an unknown place and a date": "QUORVELTHORPE, Feb 26 - Harbour dues will rise again next year.",
    "a known place in small letters and a date": "Lisbon, Feb 26 - Harbour dues will rise again next year.",
}


@pytest.mark.parametrize("text", DATELINES.values(), ids=DATELINES)
def test_what_is_a_dateline(text: str) -> None:
    article = wirenews.parse(f"{text}\n\nThe port authority said so on Friday, as the harbour needs new quays.\n")
    assert article.dateline is not None
    assert article.body.startswith(text[article.dateline.end :].lstrip(" -"))


NO_DATELINES = {
    "an unknown place in small letters without a dash": "Quorvelthorpe (AP) Dues will rise again next year, it said.",
    "a known place before small letters without a dash": "Mumbai (PTI) onion prices will fall again next year.",
    "letters that are spelt out with a short word": "AFP - A Federal Parliament will vote on the dues next year.",
    "a picture": "LISBON (Photo) - Harbour dues will rise again next year.",
    "a known place in small letters behind its date": "May 3, Lisbon - Harbour dues will rise again next year.",
    "an agency before a short line": "(Reuters) - Rain.",
    "an agency before lower case": "(Reuters) - harbour dues will rise again next year.",
    "an agency in brackets before a lead without a dash, in lower case": "(Reuters) harbour dues will rise again next year.",
    "a photo's agency": "(AP Photo) - Harbour dues will rise again next year.",
    "a photo behind a place": "LISBON (AP Photo) - Harbour dues will rise again next year.",
    "letters that are spelt out": "AFP - Australian Federal Police raised the dues of the harbour.",
    "an agency over a heading": "AP - Harbour dues next year and after",
    "a speaker": "SMITH (AP): Sir, the dues will rise.",
    "a place over a heading": "LISBON - HARBOUR DUES",
    "a place and a year in brackets": "LISBON (1984) - Harbour dues will rise again next year.",
    "a place and a word in brackets": "LISBON (vinho) - Harbour dues will rise again next year.",
    "a place in small letters and what is said of it": "Lisbon - Harbour of the west - will raise its dues next year, "
    "the city said on Friday after a long talk.",
    "a company over a headline in capitals": "CANADIAN PACIFIC (CP) UNIT STUDIES MERGER",
    "a company over a headline": "CANADIAN PACIFIC (CP) Unit to study merger",
    "a word in capitals": "HARBOUR - The dues will rise again next year, the city said.",
    "a place without a mark": "LISBON Feb 26 the dues will rise again next year, the city said.",
    "a sentence before a dash": "The city of Lisbon and all of its many friends said on Feb 26 (AP) - the dues rise.",
}


@pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES)
def test_what_is_no_dateline(text: str) -> None:
    article = wirenews.parse(f"{text}\n\nThe port authority said so on Friday, as the harbour needs new quays.\n")
    assert article.dateline is None


DATELINE_LINES = {
    "an unknown place in capitals and a date with its year": "QUORVELTHORPE 1996-08-22",
    "a known place in small letters and a date with its year": "Lisbon, Aug 22, 1996",
    "a known place and an agency": "Lisbon (Reuters)",
    "an unknown place, a date and an agency": "QUORVELTHORPE, Feb 26 (Reuters)",
}


@pytest.mark.parametrize("line", DATELINE_LINES.values(), ids=DATELINE_LINES)
def test_a_line_that_is_a_dateline(line: str) -> None:
    article = wirenews.parse(f"{line}\n\nThe port authority said so on Friday, as the harbour needs new quays.\n")
    assert article.dateline is not None
    assert article.dateline.text == line


NO_DATELINE_LINES = {
    "many words in two names": "GREAT SOUTH HARBOUR TOWN, NEW NORTH COUNTY, 1996-08-22",
    "an unknown place in small letters and a date": "Quorvelthorpe 1996-08-22",
    "an unknown place and an agency without a date": "QUORVELTHORPE (Reuters)",
    "a photo": "File photo (AP)",
    "a word in brackets": "LISBON (HARBOUR)",
    "many words in capitals": "LISBON HARBOUR DUES WILL RISE AGAIN NEXT YEAR, 1996-08-22",
    "an unknown place without a year": "QUORVELTHORPE, Feb 26",
    "places in small letters": "Lisbon, Porto, Feb 26",
    "one bracket": "(LISBON, Feb 26)",
    "a date's name": "DATE, 1996-08-22",
}


@pytest.mark.parametrize("line", NO_DATELINE_LINES.values(), ids=NO_DATELINE_LINES)
def test_a_line_that_is_no_dateline(line: str) -> None:
    lead = "The port authority said so on Friday, as the harbour needs new quays."
    article = wirenews.parse(f"{line}\n\n{lead}\n\nIt gave no date, and no sum.\n")
    assert article.dateline is None or article.dateline.places == ()


def test_places_are_no_evidence_without_a_sign() -> None:
    parts = read_parts("LISBON")
    assert parts is not None
    window = "LISBON Harbour dues will rise again next year."
    assert find_evidence(Candidate(window, parts, 6, 7)) is None
    assert find_line_evidence(parts, "LISBON") is not None


@pytest.mark.parametrize(
    ("top", "rule"),
    [
        ("Harbour dues to rise!\n\n", None),
        ("Harbour dues to rise:\n\n", None),
        ("Harbour dues rise.\n\n", None),
        ("Harbour dues rise.\n", "headline.stopped"),
        ("Harbour dues to rise\n\n", "headline.unstopped"),
        (
            "A sentence that is much longer than the paragraph which stands below it, and has no end, " * 2 + "\n\n",
            None,
        ),
    ],
)
def test_what_is_a_headline_without_byline_and_dateline(top: str, rule: str | None) -> None:
    article = wirenews.parse(f"{top}Portugal will raise its harbour dues, the port authority said on Wednesday.\n")
    assert (article.headline and article.headline.rule) == rule


@pytest.mark.parametrize(
    "story",
    [
        "Harbour dues to rise\n\nA list of the ports that will raise their dues this year and in the next\n",
        "Harbour dues to rise again in all the ports of the country\n\nRain fell on Monday.\n",
        "Harbour dues rise in Lisbon today.\nRain fell on Monday.\n",
    ],
    ids=["above no sentence", "above a shorter paragraph", "a sentence above a shorter one"],
)
def test_a_first_line_above_what_is_no_lead_is_no_headline(story: str) -> None:
    assert wirenews.parse(story).headline is None
