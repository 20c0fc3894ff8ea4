"""Many stories: in order, lazily, in one process or several."""

from __future__ import annotations

import copy
import datetime as dt
import operator
import os
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import STORIES

import wirenews
from wirenews import Agency, Article, Attribution


def process_of(_: Article) -> int:
    return os.getpid()


def fails_at_70(article: Article) -> str:
    if "Story 70 " in article.body:
        raise ArithmeticError("number 70")
    return article.body


def unsendable_at_70(article: Article) -> object:
    return (sign for sign in article.body) if "Story 70 " in article.body else article.body


class UnsendableError(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def raises_unsendable(_: Article) -> None:
    raise UnsendableError("two", "words")


def numbered(count: int, taken: list[int] | None = None) -> Iterator[str]:
    """Stories that carry their number; ``taken`` records those that were asked for."""
    for number in range(count):
        if taken is not None:
            taken.append(number)
        yield f"OSLO, Feb 26 (Reuters) - Story {number} of the day."


@pytest.mark.parametrize("workers", [None, 1, 2])
class TestInOneProcessOrSeveral:
    def test_in_order(self, workers: int | None) -> None:
        articles = list(wirenews.parse_many(numbered(300), workers=workers))
        assert [article.body for article in articles] == [f"Story {number} of the day." for number in range(300)]

    def test_the_same_as_one_by_one(self, workers: int | None) -> None:
        sources: list[str | bytes] = [*numbered(3), "", "Zürich (dpa) - Schnee.".encode("cp1252")]
        reference = dt.date(2025, 4, 18)
        expected = [wirenews.parse(source, reference=reference) for source in sources]
        assert list(wirenews.parse_many(sources, reference=reference, workers=workers)) == expected

    def test_nothing_gives_nothing(self, workers: int | None) -> None:
        assert list(wirenews.parse_many([], workers=workers)) == []

    def test_a_source_that_is_no_text_raises_in_its_turn(self, workers: int | None) -> None:
        sources: list[Any] = ["OSLO (Reuters) - One.", None, "OSLO (Reuters) - Three."]
        articles = wirenews.parse_many(sources, workers=workers)
        assert next(articles).body == "One."
        with pytest.raises(TypeError, match=r"sources\[1\]: source must be .* got NoneType None: pass str or bytes"):
            next(articles)

    def test_a_source_that_is_no_text_may_be_a_defect(self, workers: int | None) -> None:
        sources: list[Any] = ["OSLO (NTB) - One.", 5, {"title": "Rain"}, ("OSLO (NTB) - Two.", "2025"), open, lambda: 0]
        articles = list(wirenews.parse_many(sources, workers=workers, errors="defect"))
        assert [article.body for article in articles] == ["One.", "", "", "", "", ""]
        assert [[defect.code for defect in article.defects] for article in articles] == [
            [],
            *[["source-unreadable"]] * 5,
        ]
        assert "this document holds no story" in articles[2].defects[0].message
        assert articles[1].defects[0].start == articles[1].defects[0].end == 0

    def test_a_mapping_states_its_parts(self, workers: int | None) -> None:
        story = {
            "title": "Rain in Oslo", "content": "OSLO, May 2 (NTB) - It rained.", "authors": ["Ana Paz", "Jo Lie"],
            "date_publish": dt.date(2025, 5, 3), "language": "nb-NO", "views": 5,
        }  # fmt: skip
        [article] = wirenews.parse_many([story], workers=workers)
        assert article.headline is not None
        assert (article.headline.text, article.body, article.language) == ("Rain in Oslo", "It rained.", "nb")
        assert [person.name for person in article.byline.people] == ["Ana Paz", "Jo Lie"]  # type: ignore[union-attr]
        assert article.dateline.date.isoformat() == "2025-05-02"  # type: ignore[union-attr]

    def test_a_mapping_may_be_of_a_format_that_is_known(self, workers: int | None) -> None:
        item = {"uri": "urn:1", "headline": "Rain", "body_text": "OSLO, May 2 (NTB) - It rained."}
        [row] = wirenews.parse_many([item], workers=workers, select=Article.record)
        assert (row["uri"], row["format"], row["body"]) == ("urn:1", "ninjs", "It rained.")
        with pytest.raises(ValueError, match=r"sources\[0\]: a source is one story, this mapping holds 2: pass it to"):
            next(wirenews.parse_many([{"text": "", "items": [{"title": "A", "text": "x"}] * 2}], workers=workers))

    def test_a_pair_has_a_reference_of_its_own(self, workers: int | None) -> None:
        story = "OSLO, May 2 (NTB) - It rained."
        sources = [
            (story, dt.date(2021, 5, 3)),
            (story.encode(), dt.datetime(2022, 5, 3, 9)),
            ({"text": story}, None),
            story,
        ]
        articles = wirenews.parse_many(sources, workers=workers, reference=dt.date(2023, 5, 3))
        assert [article.date.year for article in articles] == [2021, 2022, 2023, 2023]  # type: ignore[union-attr]

    def test_select_is_called_where_the_story_is_read(self, workers: int | None) -> None:
        bodies = list(wirenews.parse_many(numbered(200), workers=workers, select=operator.attrgetter("body")))
        assert bodies == [f"Story {number} of the day." for number in range(200)]
        rows = list(wirenews.parse_many(numbered(3), workers=workers, select=Article.record))
        assert rows == [wirenews.parse(story).record() for story in numbered(3)]
        places = set(wirenews.parse_many(numbered(3), workers=workers, select=process_of))
        assert (os.getpid() in places) == (workers != 2)

    def test_an_error_of_select_comes_in_its_turn(self, workers: int | None) -> None:
        found: list[str] = []
        with pytest.raises(ArithmeticError, match="number 70"):
            found.extend(wirenews.parse_many(numbered(200), workers=workers, select=fails_at_70))
        assert len(found) == 70

    def test_an_error_of_the_sources_is_not_swallowed(self, workers: int | None) -> None:
        def broken() -> Iterator[str]:
            yield "OSLO (Reuters) - One."
            raise OSError("the disk is gone")

        with pytest.raises(OSError, match="the disk is gone"):
            list(wirenews.parse_many(broken(), workers=workers))

    @pytest.mark.parametrize("count", [0, 1, 64, 100, 300])
    def test_an_error_of_the_sources_comes_after_their_articles(self, workers: int | None, count: int) -> None:
        def broken() -> Iterator[str]:
            yield from numbered(count)
            raise OSError("the disk is gone")

        bodies: list[str] = []
        with pytest.raises(OSError, match="the disk is gone"):
            bodies.extend(article.body for article in wirenews.parse_many(broken(), workers=workers))
        assert bodies == [f"Story {number} of the day." for number in range(count)]

    def test_reads_ahead_no_more_than_it_says(self, workers: int | None) -> None:
        taken: list[int] = []
        articles = wirenews.parse_many(numbered(100_000, taken), workers=workers)
        next(articles)
        assert len(taken) <= (128 * workers if workers and workers > 1 else 1)
        articles.close()  # type: ignore[attr-defined]

    def test_is_lazy(self, workers: int | None) -> None:
        taken: list[int] = []
        wirenews.parse_many(numbered(10, taken), workers=workers)
        assert taken == []


class TestTravelling:
    """What goes from process to process."""

    @pytest.mark.parametrize("story", [*STORIES.values(), "", "a\u00a0b\r\n\r\nc", *["x\n\ny\n\n" * 50]])
    def test_an_article_comes_back_small_and_equal(self, story: str) -> None:
        article = wirenews.parse(story)
        packed = pickle.dumps(article)
        assert pickle.loads(packed) == article
        article.to_dict()  # makes the paragraphs
        assert pickle.loads(pickle.dumps(article)) == pickle.loads(packed) == copy.deepcopy(article) == article
        assert len(packed) < 2 * len(story.encode()) + 1500

    @pytest.mark.parametrize(
        "agency", [Agency("ap", "Not the AP"), Agency("", "X"), Agency("harbour", "Harbour", "HN")]
    )
    def test_an_agency_of_ones_own_comes_back_whole(self, agency: Agency) -> None:
        article = Article("0123", credits=(Attribution(0, 1, "0", "r", agencies=(agency,)),))
        assert pickle.loads(pickle.dumps(article)) == article

    def test_what_select_gives_and_cannot_be_sent_is_named(self) -> None:
        found: list[object] = []
        with pytest.raises(TypeError, match=r"select gave for sources\[70\] a generator that cannot be sent back"):
            found.extend(wirenews.parse_many(numbered(100), workers=2, select=unsendable_at_70))
        assert len(found) == 70

    def test_an_error_that_cannot_be_sent_is_told(self) -> None:
        with pytest.raises(RuntimeError, match="UnsendableError: two words") as told:
            list(wirenews.parse_many(numbered(3), workers=2, select=raises_unsendable))
        assert "in a worker of parse_many" in told.value.__notes__[0]

    def test_long_stories_travel_in_small_chunks(self) -> None:
        taken: list[int] = []
        long = (f"{story} {'More. ' * 100_000}" for story in numbered(50, taken))
        assert len(next(wirenews.parse_many(long, workers=2)).source) > 600_000
        assert len(taken) <= 5


class TestStopping:
    def test_early_closes_the_processes(self) -> None:
        import multiprocessing

        articles = wirenews.parse_many(numbered(100_000), workers=2)
        assert next(articles).body == "Story 0 of the day."
        assert multiprocessing.active_children()
        articles.close()  # type: ignore[attr-defined]
        assert not multiprocessing.active_children()


class TestArguments:
    @pytest.mark.parametrize("workers", [0, -1])
    def test_too_few_workers(self, workers: int) -> None:
        with pytest.raises(ValueError, match=r"workers must be 1 or more.*got"):
            wirenews.parse_many([], workers=workers)

    @pytest.mark.parametrize("sources", ["one story", b"one story", {"text": "one story"}])
    def test_one_story_is_not_many(self, sources: Any) -> None:
        with pytest.raises(TypeError, match=r"pass it to wirenews\.parse"):
            wirenews.parse_many(sources)

    @pytest.mark.parametrize(
        ("options", "error", "words"),
        [
            ({"select": "body"}, TypeError, "select must be a function of an Article, got str 'body'"),
            (
                {"select": lambda article: article, "workers": 2},
                TypeError,
                "select must be a function that other processes",
            ),
            ({"errors": "ignore"}, ValueError, "errors must be 'raise' or 'defect', got 'ignore'"),
        ],
    )
    def test_another_that_is_wrong_raises_at_once(self, options: Any, error: type[Exception], words: str) -> None:
        with pytest.raises(error, match=words):
            wirenews.parse_many(["text"], **options)

    @pytest.mark.parametrize("workers", [None, 2])
    def test_a_reference_that_is_a_string(self, workers: int | None) -> None:
        with pytest.raises(TypeError, match="fromisoformat"):
            wirenews.parse_many(["text"], reference="2025-04-18", workers=workers)  # type: ignore[arg-type]
