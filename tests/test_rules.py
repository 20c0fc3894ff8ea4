"""Every rule of a credit or a byline has an example that it reads, and one like it that is none."""

from __future__ import annotations

import pytest

from wirenews.article import Attribution
from wirenews.credit import byline, closing
from wirenews.credit.byline import read_byline
from wirenews.credit.closing import read_credit
from wirenews.credit.rules import Rule


def _rules_of(text: str) -> set[str]:
    found: list[Attribution | None] = [*read_credit(text, 0, len(text)), read_byline(text)]
    return {credit.rule for credit in found if credit is not None}


@pytest.mark.parametrize("rule", [*closing.RULES, *byline.RULES], ids=lambda rule: rule.id)
def test_a_rule_reads_its_example_and_not_what_is_like_it(rule: Rule) -> None:
    assert rule.id in _rules_of(rule.example)
    assert rule.id not in _rules_of(rule.unlike)
    assert rule.about.endswith(".")


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [rule.id for rule in (*closing.RULES, *byline.RULES)]
    assert len(set(names)) == len(names)
