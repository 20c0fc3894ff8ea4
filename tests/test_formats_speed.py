"""A document costs little more than the parse of its stories: counted in calls, since a clock tells nothing here."""

from __future__ import annotations

import sys
from collections.abc import Callable

import documents

import wirenews
from wirenews import Article

_HEAD, _STORY = documents.REUTERS_21578.split("\n", 1)
_MORE = (
    "    The increase, which takes effect on April 1, will pay for\n"
    "dredging at three terminals and for a new pilot station, the\n"
    "authority said in a statement.\n"
)


def _stories(count: int) -> str:
    """A file of Reuters-21578 with so many stories, each with a headline, a dateline and a number of its own."""
    stories = (
        _STORY.replace('NEWID="7"', f'NEWID="{number}"')
        .replace("HARBOUR DUES", f"HARBOUR DUES AT BERTH {number}")
        .replace("LISBON, Feb 26", f"LISBON, Feb {1 + number % 28}")
        .replace("    Shipping", _MORE * 3 + "    Shipping")
        for number in range(count)
    )
    return "\n".join((_HEAD, *stories))


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, of Python and of C."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work()  # tables and patterns are made on first use
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_thousand_stories_of_reuters_21578_come_as_a_thousand_articles() -> None:
    articles = wirenews.load(_stories(1000))
    assert [article.metadata.uri for article in articles if article.metadata] == [str(n) for n in range(1000)]
    assert articles[-1].headline is not None
    assert articles[-1].headline.text == "HARBOUR DUES AT BERTH 999 SEEN <RISING>"
    assert {article.paragraphs[-1].text for article in articles} == {
        "Shipping lines said they had expected a smaller rise."
    }


def test_to_load_them_takes_little_more_than_to_parse_them() -> None:
    document = _stories(60)
    articles: list[Article] = wirenews.load(document)
    sources = [(article.source, article.date) for article in articles]
    parse = _calls(lambda: [wirenews.parse(source, reference=date) for source, date in sources])
    assert _calls(lambda: wirenews.load(document)) < 1.35 * parse
