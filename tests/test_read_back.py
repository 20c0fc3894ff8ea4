"""What the generator writes out of the tables, ``parse`` reads back."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from read_back import wrong
from stories import stories

_NUMBER = 400


def test_stories_in_every_house_style_are_read_back() -> None:
    """At least 99 of 100 of every field; ``benchmarks/read_back.py`` does the same with 20,000 and lists what is not."""
    made = list(islice(stories(seed=7), _NUMBER))
    failures = Counter(name for story in made for name, _, _ in wrong(story))
    assert {name: count for name, count in failures.items() if count > _NUMBER // 100} == {}


def test_the_same_seed_gives_the_same_stories() -> None:
    first, again, other = (list(islice(stories(seed), 20)) for seed in (3, 3, 4))
    assert first == again != other


def test_the_stories_have_all_the_parts() -> None:
    made = list(islice(stories(seed=7), _NUMBER))
    languages = {story.language for story in made}
    assert {"en", "es", "ar", "zh", "ko"} <= languages
    for part in ("headline", "deck", "authors", "dateline", "date", "agency", "credits", "notices"):
        assert any(story.truth.get(part) for story in made), part
