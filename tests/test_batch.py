"""Many stories: in order, lazily, in one process or several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

import wirenews


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
        with pytest.raises(TypeError, match="source must be"):
            next(articles)

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

    @pytest.mark.parametrize("sources", ["one story", b"one story"])
    def test_one_story_is_not_many(self, sources: Any) -> None:
        with pytest.raises(TypeError, match=r"pass it to wirenews\.parse"):
            wirenews.parse_many(sources)

    @pytest.mark.parametrize("workers", [None, 2])
    def test_a_reference_that_is_a_string(self, workers: int | None) -> None:
        with pytest.raises(TypeError, match="fromisoformat"):
            wirenews.parse_many(["text"], reference="2025-04-18", workers=workers)  # type: ignore[arg-type]
