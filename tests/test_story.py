"""The blocks of a story: no block is asked a question twice, and what is sure of it is kept."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from conftest import STORIES

import wirenews
from wirenews.story import blocks, endings, head
from wirenews.story.blocks import Story
from wirenews.story.plain_words import may_say_more

READERS = {
    blocks: [
        *("is_name", "leading_notice", "opens_byline", "opens_sign_off", "read_agency_line", "read_byline"),
        *("read_date_line", "read_dateline", "read_field", "read_notice", "read_photo_credit", "read_worded_credit"),
    ],
    head: ["find_inner_dateline", "read_glued_dateline", "source_tags"],
    endings: ["closing_notice"],
}
UNDATED = "\n\n".join([
    "Harbour closed for second day",
    "The harbour was closed on Monday, its master said.",
    "(AP Photo/Ann Doe)",
    "Ships waited in the bay.",
    "Also read",
    "Nobody was hurt.",
    "(With inputs from PTI)",
])  # fmt: skip


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[Any, ...]]:
    """How often each reader was asked about each stretch of the text."""
    count: Counter[tuple[Any, ...]] = Counter()

    def counting(name: str, reader: Callable[..., Any]) -> Callable[..., Any]:
        def read(*args: Any, **kwargs: Any) -> Any:
            count[(name, *[arg for arg in args if isinstance(arg, str | int)], *kwargs.items())] += 1
            return reader(*args, **kwargs)

        return read

    for module, names in READERS.items():
        for name in names:
            monkeypatch.setattr(module, name, counting(name, getattr(module, name)))
    return count


@pytest.mark.parametrize("story", [*STORIES.values(), UNDATED], ids=[*STORIES, "undated"])
def test_no_block_is_asked_a_question_twice(story: str, asked: Counter[tuple[Any, ...]]) -> None:
    wirenews.parse(story)
    assert asked
    assert [question for question, times in asked.items() if times > 1] == []


def test_a_long_story_is_asked_about_its_top_and_its_end(asked: Counter[tuple[Any, ...]]) -> None:
    paragraph = (
        "The port authority said on Friday that the dues would rise again next year, as the harbour needs quays.\n\n"
    )
    wirenews.parse(f"LISBON, Feb 26 (Reuters) - Dues will rise.\n\n{paragraph * 400}")
    assert sum(asked.values()) < 40


def test_a_headline_of_plain_words_is_asked_for_a_dateline_alone(asked: Counter[tuple[Any, ...]]) -> None:
    wirenews.parse("Harbour dues to rise\n\nLISBON, Feb 26 (Reuters) - Portugal will raise harbour dues.")
    assert {name for name, *where in asked if where[1:3] == [0, 20]} == {"read_dateline"}


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Harbour dues to rise", False),
        ("HARBOUR DUES TO RISE IN U.S. PORTS", False),
        ("Ships wait\nfor a berth", False),
        ("By Nora Fielding", True),
        ("By\nNora Fielding", True),
        ("Nora Fielding (AP)", True),
        ("Nora Fielding, Staff Writer", True),
        ("Nora Fielding, Staff Writer\nHarbour bureau", True),
        ("(Corrects spelling throughout)", True),
        ("Call the desk 555 0100", True),
        ("April 18, 2025", True),
        ("Friday 18 April", True),
        ("Photo courtesy of the port", True),
        ("Cranes at the quay via the port", True),
        ("BC-HARBOUR", True),
        ("a1234", True),
        ("Slug: RAIN", True),
        ("Naše město", True),
    ],
)
def test_a_line_of_plain_words(line: str, may: bool) -> None:
    assert may_say_more(line) == may


def test_a_block_keeps_its_answers() -> None:
    story = Story("Rain falls\n\nBy Ana Paz\nOSLO (AP) - Rain fell.")
    first, second = story.block((0, 10)), story.block((12, 22))
    assert (first.is_apart, second.is_apart) == (False, True)
    assert second.byline is not None
    assert second.byline is second.byline
    assert second is story.block((12, 22))
    assert second.follows(first)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Harbour closed\nBy NORA FIELDING", ["Harbour closed", "By NORA FIELDING"]),
        ("Eds: UPDATES throughout ^By NORA FIELDING", ["Eds: UPDATES throughout", "By NORA FIELDING"]),
        ("Eds: UPDATES throughout\n^Harbour closed", ["Eds: UPDATES throughout", "Harbour closed"]),
        ("(Corrects paragraph 2) Harbour closed", ["(Corrects paragraph 2)", "Harbour closed"]),
        ("(Corrects paragraph 2) -", ["(Corrects paragraph 2)"]),
        ("^Harbour closed", ["Harbour closed"]),
        ("^", ["^"]),
        ("2^N grows fast", ["2^N grows fast"]),
        ("said on the\nBy Design group, which", ["said on the\nBy Design group, which"]),
    ],
)
def test_header_lines_that_were_joined_are_cut(text: str, parts: list[str]) -> None:
    assert [part.words for part in Story(text).header_parts((0, len(text)))] == parts


def test_paragraphs_are_made_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    clean = wirenews.pieces.clean
    monkeypatch.setattr("wirenews.pieces.clean", lambda *args: made.append(1) or clean(*args))
    article = wirenews.parse("OSLO (AP) - Rain fell.\n\nNobody was hurt.\n")
    assert made == []
    assert [piece.text for piece in article.paragraphs] == ["Rain fell.", "Nobody was hurt."]
    assert article.paragraphs is article.paragraphs
    assert len(made) == 2
    again = wirenews.parse(article.source)
    assert again == article
    assert hash(again) == hash(article)
    assert attrs.evolve(again, format="nitf").paragraphs == article.paragraphs
    assert attrs.evolve(wirenews.parse(article.source), paragraphs=()).paragraphs == ()
    assert pickle.loads(pickle.dumps(wirenews.parse(article.source))) == article
    with pytest.raises(AttributeError, match="has no attribute 'paragraph'"):
        _ = article.paragraph  # type: ignore[attr-defined]


_SAID = "the port authority said on Friday that the dues would rise again next year"
_ABOVE = f"Lisbon's port was closed on Monday, and {_SAID}."


@pytest.mark.parametrize(
    ("last", "asked_for_none_of"),
    [
        ("Nobody was hurt.", {"read_worded_credit"}),
        (f"Nobody was hurt, and {_SAID}.", {"read_worded_credit", "read_notice", "read_agency_line"}),
        (f"Nobody was hurt, and {_SAID}, as {_SAID} in 2019", {"read_worded_credit", "read_notice"}),
        (f"In this report by a clerk, which was first published late, {_SAID}, as {_SAID}.", {"read_notice"}),
        (f"Ships contributed much to it, and {', '.join([_SAID] * 7)}.", {"read_worded_credit", "read_notice"}),
        (f"“Nobody was hurt,” {_SAID}.", {"read_worded_credit"}),
        (f"“Nobody was hurt,” {_SAID} (and again in May)", {"read_worded_credit"}),
        (f"“In this report by a clerk, first published late,” {_SAID}, as {_SAID}.", {"read_worded_credit"}),
        (f"“Ships contributed much to it,” {', '.join([_SAID] * 7)}.", {"read_worded_credit"}),
    ],
)
def test_a_last_paragraph_is_read_only_where_it_may_be_a_credit_or_a_notice(
    last: str, asked_for_none_of: set[str], asked: Counter[tuple[Any, ...]]
) -> None:
    """What refuses prose by its first letters, its length and a word or two saves the time of all readers."""
    story = "\n\n".join([f"LISBON, Feb 26 (Reuters) - {_ABOVE}", *[_ABOVE] * 4, last])
    wirenews.parse(story)
    start = len(story) - len(last)
    assert {name for name, *where in asked if where[1:3] == [start, len(story)]}.isdisjoint(asked_for_none_of)
    above = start - 2 - len(_ABOVE)
    assert {name for name, *where in asked if where[1:3] == [above, start - 2]} == set()
