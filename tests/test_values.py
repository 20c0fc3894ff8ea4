"""The values: they compare, hash, pickle, print, and come back from JSON."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from itertools import pairwise
from typing import Any

import attrs
import pytest
from conftest import STORIES
from hypothesis import given
from hypothesis import strategies as st

import wirenews
from wirenews import (
    Agency,
    Article,
    Attribution,
    Dateline,
    Defect,
    DefectError,
    Field,
    Notice,
    Person,
    Piece,
    Place,
    Segment,
    WireDate,
)

VALUES: list[type[Any]] = [
    Agency, Article, Attribution, Dateline, Defect, Field, Notice, Person, Piece, Place, Segment, WireDate,
]  # fmt: skip

names = st.text(max_size=12)
maybe = st.none() | names
agencies = st.builds(
    Agency, names, names, names, maybe, st.tuples(names), maybe, st.tuples(names), st.just("agency"), maybe
)
places = st.builds(Place, names, names, maybe, maybe)
people = st.builds(Person, names, names, maybe, st.none() | places)
times = st.none() | st.times(timezones=st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=-7))]))
dates = st.builds(
    WireDate,
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
    time=times,
    period=st.sampled_from([None, "Q3", "W31-WE"]),
    decade=st.none() | st.integers(0, 202),
    inferred=st.sampled_from([(), ("year",)]),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article whose pieces stand one after the other, each of a kind drawn at random."""
    source = draw(st.text(min_size=8, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=8)))
    found: dict[str, Any] = {"paragraphs": [], "credits": [], "notices": [], "fields": []}
    for start, end in pairwise(cuts):
        at = (start, end, source[start:end], "a-rule")
        some = tuple(draw(st.lists(agencies, max_size=2)))
        kind = draw(st.sampled_from(["headline", "byline", "dateline", "paragraphs", "credits", "notices", "fields"]))
        if kind == "headline":
            found[kind] = Piece(*at)
        elif kind == "dateline":
            found[kind] = Dateline(
                *at, places=tuple(draw(st.lists(places, max_size=2))), date=draw(dates), agencies=some
            )
        elif kind in ("byline", "credits"):
            by = Attribution(*at, role="editing", agencies=some, people=tuple(draw(st.lists(people, max_size=2))))
            found[kind] = by if kind == "byline" else [*found[kind], by]
        elif kind == "notices":
            found[kind].append(Notice(*at, kind="copyright", agencies=some, date=draw(st.none() | dates)))
        elif kind == "fields":
            found[kind].append(
                Field(*at, name=draw(names), value=draw(names), date=draw(st.none() | dates), agencies=some)
            )
        else:
            found[kind].append(Piece(*at))
    return Article(
        source,
        defects=(Defect("a-code", draw(names), 0, len(source)),),
        stated_language=draw(st.sampled_from([None, "en"])),
        **{kind: tuple(value) if isinstance(value, list) else value for kind, value in found.items()},
    )


class TestEveryValue:
    @pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
    def test_is_frozen_and_slotted(self, cls: type[Any]) -> None:
        assert "__slots__" in vars(cls)
        assert attrs.has(cls)
        assert cls.__setattr__ is not object.__setattr__

    def test_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            Piece(0, 1, "a", "r").start = 3  # type: ignore[misc]

    @given(articles())
    def test_comes_back_from_json(self, article: Article) -> None:
        data = json.loads(json.dumps(article.to_dict()))
        assert Article.from_dict(data) == article
        assert json.loads(article.to_json()) == data

    @given(articles())
    def test_pickles_hashes_and_compares(self, article: Article) -> None:
        again = pickle.loads(pickle.dumps(article))
        assert again == article
        assert hash(again) == hash(article)
        assert copy.deepcopy(article) == article
        assert attrs.evolve(article, source=article.source + "!") != article

    @given(articles())
    def test_segments_are_the_source(self, article: Article) -> None:
        assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source
        assert all(s.start < s.end for s in article.segments)

    @pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
    def test_of_a_parsed_story(self, story: str) -> None:
        article = wirenews.parse(story)
        assert Article.from_dict(json.loads(article.to_json())) == article
        assert pickle.loads(pickle.dumps(article)) == article

    @given(st.text(st.characters(categories=["Cs", "L", "Zs"]), min_size=1, max_size=30))
    def test_surrogates_are_escaped_in_json(self, source: str) -> None:
        article = Article(source, paragraphs=(Piece(0, len(source), source, "body"),))
        written = article.to_json()
        written.encode("utf-8")
        # JSON reads a pair of surrogates as the one character that they stand for.
        carried = source.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") == source
        if carried:
            assert Article.from_dict(json.loads(written)) == article

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            ({"colour": "red", "source": ""}, "Article has no 'colour'"),
            ({}, "Article needs 'source'"),
            ({"source": "Rain", "headline": "Rain"}, "'Rain' is no Piece"),
            ({"source": "Rain", "paragraphs": [5]}, "5 is no Piece"),
            ({"source": "Rain", "headline": {"start": 0}}, "Piece needs 'end'"),
        ],
    )
    def test_from_dict_says_what_is_wrong(self, data: Any, words: str) -> None:
        with pytest.raises(ValueError, match=words):
            Article.from_dict(data)


class TestRepr:
    def test_is_bounded(self) -> None:
        long = "word " * 100_000
        article = Article(long, paragraphs=tuple(Piece(i, i + 1, "w", "r") for i in range(0, 10_000, 2)))
        assert len(repr(article)) < 300
        assert len(repr(Piece(0, len(long), long, "body"))) < 300

    def test_says_what_matters(self) -> None:
        assert repr(wirenews.parse(STORIES["reuters"])) == (
            "<Article headline='Harbour dues to rise', 2 paragraphs, dateline='LISBON, Feb 26 (Reuters)', "
            "agency='reuters'>"
        )

    @pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
    def test_of_every_piece_is_bounded(self, story: str) -> None:
        article = wirenews.parse(story)
        for piece in (*article.paragraphs, *article.credits, *article.notices, *article.fields):
            assert len(repr(piece)) < 1000

    def test_html_escapes_everything(self) -> None:
        shown = wirenews.parse("OSLO (Reuters) - <script>alert(1)</script> & more \ud83d")._repr_html_()
        shown.encode("utf-8")
        assert "<script>" not in shown
        assert "&amp; more" in shown


class TestInvariants:
    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
    @pytest.mark.parametrize("make", [
        lambda s, e: Piece(s, e, "", "r"),
        lambda s, e: Dateline(s, e, "", "r"),
        lambda s, e: Defect("c", "m", s, e),
        lambda s, e: Segment("body", s, e),
    ])  # fmt: skip
    def test_a_span_runs_forward(self, make: Any, start: int, end: int) -> None:
        with pytest.raises(ValueError, match="0 <= start <= end"):
            make(start, end)

    def test_pieces_do_not_overlap(self) -> None:
        with pytest.raises(ValueError, match="overlap"):
            Article("0123456789", headline=Piece(0, 5, "", "r"), paragraphs=(Piece(4, 8, "", "r"),))

    def test_pieces_end_within_the_source(self) -> None:
        with pytest.raises(ValueError, match="ends after the source"):
            Article("0123", paragraphs=(Piece(0, 5, "", "r"),))

    def test_defects_end_within_the_source(self) -> None:
        with pytest.raises(ValueError, match="ends after the source"):
            Article("0123", defects=(Defect("c", "m", 2, 9),))

    def test_a_byline_may_stand_inside_the_dateline(self) -> None:
        article = Article(
            "0123456789", dateline=Dateline(0, 8, "", "r"), byline=Attribution(2, 4, "", "r", role="byline")
        )
        assert [(s.kind, s.start, s.end) for s in article.segments] == [
            ("dateline", 0, 2),
            ("byline", 2, 4),
            ("dateline", 4, 8),
            ("gap", 8, 10),
        ]

    def test_a_byline_does_not_run_out_of_the_dateline(self) -> None:
        with pytest.raises(ValueError, match="runs out of the dateline"):
            Article("0123456789", dateline=Dateline(0, 5, "", "r"), byline=Attribution(2, 8, "", "r", role="byline"))

    @pytest.mark.parametrize("parts", [{"month": 13}, {"month": 0}, {"month": 2, "day": 30}, {"day": 32}])
    def test_a_date_is_one_that_can_be(self, parts: dict[str, int]) -> None:
        with pytest.raises(ValueError, match=r"month|day"):
            WireDate(**parts)

    def test_a_leap_day_needs_no_year(self) -> None:
        assert WireDate(month=2, day=29).isoformat() == "--02-29"
        with pytest.raises(ValueError, match="day"):
            WireDate(year=2023, month=2, day=29)


class TestWireDate:
    @pytest.mark.parametrize(
        ("date", "iso"),
        [
            (WireDate(2025, 4, 18), "2025-04-18"),
            (WireDate(2025, 4), "2025-04"),
            (WireDate(2025), "2025"),
            (WireDate(month=2, day=26), "--02-26"),
            (WireDate(month=2), "--02"),
            (WireDate(day=9), "---09"),
            (WireDate(1998, period="Q3"), "1998-Q3"),
            (WireDate(1998, period="W31-WE"), "1998-W31-WE"),
            (WireDate(period="WI"), "XXXX-WI"),
            (WireDate(decade=196), "196"),
            (WireDate(2025, 4, 18, dt.time(13, 9)), "2025-04-18T13:09"),
            (WireDate(2025, 4, 18, dt.time(9, 30, tzinfo=dt.UTC)), "2025-04-18T09:30Z"),
        ],
    )
    def test_is_as_coarse_as_the_words(self, date: WireDate, iso: str) -> None:
        assert date.isoformat() == iso

    def test_is_a_calendar_date_only_when_settled(self) -> None:
        assert WireDate(2025, 4, 18).date == dt.date(2025, 4, 18)
        assert WireDate(2025, 4).date is None
        assert WireDate(month=4, day=18).date is None


class TestArticle:
    def test_the_agency_is_the_datelines_first(self) -> None:
        afp, ap = Agency("afp", "Agence France-Presse"), Agency("ap", "The Associated Press")
        dateline = Dateline(0, 2, "", "r", agencies=(afp,))
        assert (
            Article("0123456789", dateline=dateline, credits=(Attribution(4, 6, "", "r", agencies=(ap,)),)).agency
            == afp
        )
        assert Article("0123456789", credits=(Attribution(4, 6, "", "r", agencies=(ap, afp)),)).agency == ap

    def test_inputs_do_not_make_a_story_theirs(self) -> None:
        pti = Agency("pti", "Press Trust of India")
        assert (
            Article("0123456789", credits=(Attribution(4, 6, "", "r", role="inputs", agencies=(pti,)),)).agency is None
        )

    def test_a_header_date_is_trusted_before_the_dateline(self) -> None:
        field = Field(0, 2, "", "r", name="date", value="", date=WireDate(2025, 4, 18))
        dateline = Dateline(3, 5, "", "r", date=WireDate(2024, 1, 1))
        assert Article("0123456789", fields=(field,), dateline=dateline).date == dt.date(2025, 4, 18)

    def test_from_dict_refuses_what_it_does_not_know(self) -> None:
        with pytest.raises(ValueError, match="no 'colour'"):
            Article.from_dict({"source": "", "colour": "red"})

    def test_the_body_is_the_paragraphs(self) -> None:
        assert wirenews.parse(STORIES["reuters"]).body == (
            "Portugal will raise harbour dues by 4 percent this year, its port authority said on Wednesday.\n\n"
            "Shipping lines told Reuters they had expected less."
        )

    def test_the_error_of_strict_pickles(self) -> None:
        error = DefectError(Defect("a-code", "a message", 1, 2))
        again = pickle.loads(pickle.dumps(error))
        assert again.defect == error.defect
        assert str(again) == "a-code: a message (at 1-2)"
