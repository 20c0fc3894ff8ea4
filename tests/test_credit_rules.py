"""Every rule of a credit or a byline has an example that it reads, and one like it that is none."""

from __future__ import annotations

import pytest

from wirenews.article import Attribution
from wirenews.credit import byline, closing
from wirenews.credit.byline import read_byline
from wirenews.credit.closing import read_credit
from wirenews.text.rules import Rule

UNLIKE = {
    "credit.agency": "Reuters Institute",
    "credit.initials": "yes/no said the man",
    "credit.signed": "REUTERS/Ann Doe",
    "credit.desk": "(red wine)",
    "credit.publisher": "(Lisbon, 12 March 2020)",
    "credit.photo": "Photo: the story of a picture",
    "credit.byline": "By the end of the day, prices had risen.",
    "credit.sign-off": "Reporting by journalists from the region shows that prices rose.",
    "credit.inputs": "With reports of rain, markets fell.",
    "credit.source": "SOURCE of the river found.",
    "credit.contribution": "Smith contributed $500 to the campaign.",
    "credit.sentence": "This report by the committee was first published July 3, 2020.",
    "credit.reporter": "记者采访了他。",
    "byline": "By the time he left",
    "byline.stamped": "Home | Updated: Feb 13, 2020, 13:10 IST",
    "byline.agency": "Ani",
    "byline.reporter": "天气预报",
    "byline.beside-agency": "Photo: Ann Doe/AP",
    "byline.titled": "Rain Falls, Prices Rise",
    "byline.outlet": "Rain with wind",
    "byline.agency-place": "PTI reporters",
    "byline.desks": "rain/snow/sun",
    "byline.with-agencies": "Farmers and agencies",
    "byline.for-paper": "Prizes for The Harbour Times",
    "byline.unnamed": "Staff reporters strike",
    "byline.name": "Stocks Fall",
}


def _rules_of(text: str) -> set[str]:
    found: list[Attribution | None] = [*read_credit(text, 0, len(text)), read_byline(text)]
    return {credit.rule for credit in found if credit is not None}


@pytest.mark.parametrize("rule", [*closing.RULES, *byline.RULES], ids=lambda rule: rule.id)
def test_a_rule_reads_its_example_and_not_what_is_like_it(rule: Rule) -> None:
    assert rule.id in _rules_of(rule.example)
    assert rule.id not in _rules_of(UNLIKE[rule.id])


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [rule.id for rule in (*closing.RULES, *byline.RULES)]
    assert len(set(names)) == len(names)
