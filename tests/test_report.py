"""The report of a corpus: what its figures say, and that no story gets out of its place in the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews import Article, report
from wirenews.export.projection import HEIGHT, WIDTH, place_on_map

LONG = " ".join(f"The quay of pier {n} will be closed on the {n}th day of works." for n in range(40))
STORIES = [
    "desk: Sports\n\nHarbour dues to rise\n\nLISBON, Feb 26, 2025 (Reuters) - Portugal will raise harbour dues.\n\n"
    "(Reporting by Nora Fielding in Porto; Editing by Tom Marsh)\n",
    f"Quays to close\n\nOSLO, May 2, 2025 (NTB) - {LONG}\n",
    f"Harbour works\n\nOslo: {LONG}\n",
    "LISBON, Feb 30 (Reuters) - Portugal will raise harbour dues, its port authority said on Friday.\n",
    "Prices rose.",
]
ARTICLES = [wirenews.parse(story) for story in STORIES]


def data(page: str, name: str) -> Any:
    [inner] = regex.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', page, regex.S)
    return json.loads(inner)


def counts(page: str, figure: str) -> dict[str, list[int]]:
    """The stories of each label of a figure."""
    made = data(page, "index")["figures"][figure]
    names = [label[0] if isinstance(label, list) else label for label in made["labels"]]
    return {name: [at for at, of in enumerate(made["of"]) if number in of] for number, name in enumerate(names)}


PAGE = report(ARTICLES)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("agency", {"Reuters": [0, 3], "Norsk Telegrambyrå": [1]}),
        ("city", {"Lisbon, PT": [0, 3], "Oslo, NO": [1, 2]}),
        ("country", {"PT": [0, 3], "NO": [1, 2]}),
        ("role", {"reporting": [0], "editing": [0]}),
        ("desk", {"Sports": [0], "Porto": [0]}),
        ("defect", {"date-invalid": [3]}),
        ("copies", {"Quays to close": [1, 2]}),
    ],
)
def test_a_figure_counts_its_stories(figure: str, expected: dict[str, list[int]]) -> None:
    assert counts(PAGE, figure) == expected


def test_languages_and_days() -> None:
    assert counts(PAGE, "language")["en"][:4] == [0, 1, 2, 3]
    assert data(PAGE, "index")["days"] == ["2025-02-26", "2025-05-02", "", "", ""]


def test_titles_are_headlines_or_how_the_story_begins() -> None:
    titles = data(PAGE, "index")["titles"]
    assert titles[:3] == ["Harbour dues to rise", "Quays to close", "Harbour works"]
    assert titles[4] == "Prices rose."
    assert all(len(title) <= 90 for title in titles)


def test_each_story_is_there_with_its_pieces() -> None:
    shown = data(PAGE, "stories-0")
    assert ["".join(text for text, _ in story["cut"]) for story in shown] == STORIES
    kinds = [[story["notes"][note][0] for _, note in story["cut"] if note is not None] for story in shown]
    assert kinds == [[s.kind for s in article.segments if s.kind != "gap"] for article in ARTICLES]
    [dateline] = [note for note in shown[0]["notes"] if note[0] == "dateline"]
    assert ["place", "Lisbon, PT"] in dateline[3]
    assert shown[3]["defects"][0][0] == "date-invalid"


def test_articles_are_read_one_by_one_and_packed_in_batches() -> None:
    def articles() -> Iterator[Article]:
        yield from (wirenews.parse(f"Story {n}.") for n in range(120))

    page = report(articles())
    index = data(page, "index")
    assert [len(data(page, f"stories-{n}")) for n in range(3)] == [50, 50, 20]
    assert len(index["titles"]) == len(index["days"]) == 120
    assert {len(figure["of"]) for figure in index["figures"].values()} == {120}


def test_the_page_needs_nothing_else() -> None:
    assert "default-src 'none'" in PAGE
    assert not regex.search(r"<link|<img|url\(|@import|<script src", PAGE)
    assert PAGE.count("<script>") == 1
    assert "<!--" not in PAGE


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "\u202e", "$x ${x} <!--script-->"]
)
def test_no_story_gets_out_of_its_place(words: str) -> None:
    story = f"Rain {words} in Oslo\n\nOSLO, May 2 (Reuters) - It rained all day in the city, {words} they said."
    page = report(wirenews.parse(story))
    assert page.count("<script") == PAGE.count("<script")
    assert "".join(text for text, _ in data(page, "stories-0")[0]["cut"]) == story


@given(st.lists(st.text(max_size=100), max_size=3))
def test_of_any_texts(texts: list[str]) -> None:
    page = report(map(wirenews.parse, texts))
    page.encode("utf-8")
    stories = data(page, "stories-0") if texts else []
    shown = ["".join(text for text, _ in story["cut"]) for story in stories]
    # Two halves that stand side by side are one character to JSON.
    assert shown == [text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") for text in texts]


def test_no_stories_at_all() -> None:
    assert data(report([]), "index")["titles"] == []


def test_an_item_that_is_no_article_raises() -> None:
    with pytest.raises(TypeError, match=r"^article must be an Article, got str 'text'"):
        report(["text"])  # type: ignore[list-item]


class TestTheMap:
    @pytest.mark.parametrize(
        ("latitude", "longitude"), [(83, 0), (-56, -68), (0, 180), (0, -180), (64, -22), (-41, 175)]
    )
    def test_holds_all_places(self, latitude: float, longitude: float) -> None:
        across, down = place_on_map(latitude, longitude)
        assert 0 <= across <= WIDTH
        assert 0 <= down <= HEIGHT

    def test_has_north_above_and_east_on_the_right(self) -> None:
        oslo, lima = place_on_map(59.9, 10.7), place_on_map(-12.0, -77.0)
        assert oslo[0] > lima[0]
        assert oslo[1] < lima[1]

    def test_areas_keep_their_share(self) -> None:
        """A square degree on the equator and one at 60 degrees, which has half the area."""

        def area(latitude: float) -> float:
            (left, top), (right, bottom) = place_on_map(latitude + 0.05, -0.05), place_on_map(latitude - 0.05, 0.05)
            return (right - left) * (bottom - top)

        assert area(60) / area(0) == pytest.approx(0.5, rel=0.01)

    def test_cities_stand_on_land(self) -> None:
        path = regex.search(r'<path d="([^"]*)"', PAGE)
        assert path is not None
        rings = [_ring(part) for part in path[1].split("z") if part]
        for latitude, longitude in [
            (48.9, 2.3),
            (39.9, 116.4),
            (-15.8, -47.9),
            (39.7, -105.0),
            (-23.7, 133.9),
            (9.0, 38.7),
        ]:
            assert sum(_is_inside(place_on_map(latitude, longitude), ring) for ring in rings) % 2, (latitude, longitude)
        for latitude, longitude in [(30, -45), (0, -150), (-40, 80)]:
            assert not any(_is_inside(place_on_map(latitude, longitude), ring) for ring in rings)


def _ring(path: str) -> list[tuple[float, float]]:
    x, y, *moves = (int(number) for number in regex.findall(r"-?\d+", path))
    ring = [(x, y)]
    for step_x, step_y in zip(moves[::2], moves[1::2], strict=True):
        x, y = x + step_x, y + step_y
        ring.append((x, y))
    return ring


def _is_inside(point: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    """Whether a ray to the right crosses the ring an odd number of times."""
    x, y = point
    crossed = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        crossed += (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay)
    return crossed % 2 == 1
