"""The values: they compare, hash, pickle, print, and come back from JSON."""

from __future__ import annotations

import ast
import copy
import datetime as dt
import json
import pickle
from itertools import pairwise
from typing import Any, get_args

import attrs
import pytest
from conftest import ROOT, STORIES
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
    Headline,
    Notice,
    Person,
    Piece,
    Place,
    Segment,
    WireDate,
)

VALUES: list[type[Any]] = [
    Agency, Article, Attribution, Dateline, Defect, Field, Headline, Notice, Person, Piece, Place, Segment,
    WireDate,
]  # fmt: skip

names = st.text(max_size=12)
maybe = st.none() | names
# Of the registry, or known by id and name alone.
agencies = st.sampled_from(wirenews.agencies()) | st.builds(Agency, st.just("no-such-id"), names)
places = st.builds(Place, names, names, maybe, maybe)
people = st.builds(Person, names, names, maybe, st.none() | places)
offsets = st.timedeltas(dt.timedelta(hours=-23), dt.timedelta(hours=23)).map(dt.timezone)
times = st.none() | st.times(timezones=st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=-7))]) | offsets)
years = st.none() | st.integers(1, 9999)
periods = st.sampled_from(
    ["Q1", "Q3", "Q4", "H1", "H2", "W01", "W31", "W53", "W01-WE", "W31-WE", "SP", "SU", "FA", "WI"]
)
inferred = st.sampled_from([(), ("year",)])


@st.composite
def plain_dates(draw: st.DrawFn) -> WireDate:
    """A date with any of its parts, those that are open ambiguous or not."""
    parts = {
        "year": draw(years),
        "month": draw(st.none() | st.integers(1, 12)),
        "day": draw(st.none() | st.integers(1, 28)),
    }
    is_open = [name for name, part in parts.items() if part is None]
    ambiguous = tuple(draw(st.lists(st.sampled_from(is_open), unique=True))) if is_open else ()
    return WireDate(**parts, time=draw(times), inferred=draw(inferred), ambiguous=ambiguous)


dates = (
    plain_dates()
    | st.builds(WireDate, year=years, period=periods, inferred=inferred)
    | st.builds(WireDate, decade=st.integers(0, 999), inferred=inferred)
)


LISTS = ["paragraphs", "captions", "credits", "notices", "fields"]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article whose pieces stand one after the other, each of a kind drawn at random."""
    source = draw(st.text(min_size=8, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=8)))
    found: dict[str, Any] = {"paragraphs": [], "captions": [], "credits": [], "notices": [], "fields": []}
    for start, end in pairwise(cuts):
        at = (start, end, source[start:end], "a-rule")
        some = tuple(draw(st.lists(agencies, max_size=2)))
        kind = draw(st.sampled_from(["headline", "deck", "byline", "dateline", *LISTS]))
        if kind == "headline":
            found[kind] = Headline(*at, label=draw(maybe))
        elif kind == "deck":
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
        for text in (True, False):
            data = json.loads(json.dumps(article.to_dict(text=text)))
            assert Article.from_dict(data) == article
            assert json.loads(article.to_json(text=text)) == data

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
            ({"source": "Rain", "headline": "Rain"}, "'Rain' is no Headline"),
            ({"source": "Rain", "paragraphs": [5]}, "5 is no Piece"),
            ({"source": "Rain", "headline": {"start": 0}}, "Headline needs 'end'"),
            ({"source": "Rain", "iso": "2025"}, "Article has no 'iso'"),
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

    @pytest.mark.parametrize(
        ("parts", "words"),
        [
            ({"month": 13}, "month must be"),
            ({"month": 0}, "month must be"),
            ({"month": 2, "day": 30}, "day"),
            ({"day": 32}, "day"),
            ({"year": 0}, "year must be"),
            ({"year": 10_000}, "year must be"),
            ({"decade": 1960}, "decade must be"),
            ({"decade": 196, "year": 1960}, "decade has no other part"),
            ({"period": "Q5"}, "period must be"),
            ({"period": "W54"}, "period must be"),
            ({"period": "Q3", "month": 8}, "only a year beside it"),
            ({"period": "Q3", "time": dt.time(9)}, "only a year beside it"),
            ({"month": 4, "ambiguous": ("month",)}, "ambiguous names parts"),
            ({"ambiguous": ("time",)}, "ambiguous names parts"),
        ],
    )
    def test_a_date_is_one_that_can_be(self, parts: dict[str, Any], words: str) -> None:
        with pytest.raises(ValueError, match=words):
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
            (WireDate(2025, 4, 18, dt.time(9, 30, 0, 5)), "2025-04-18T09:30:00.000005"),
            (WireDate(2024, day=19, ambiguous=("month",)), "2024-XX-19"),
            (WireDate(2025, ambiguous=("month", "day")), "2025"),
            (WireDate(time=dt.time(9, 30)), "T09:30"),
            (WireDate(decade=0), "000"),
            (WireDate(), ""),
        ],
    )
    def test_is_as_coarse_as_the_words(self, date: WireDate, iso: str) -> None:
        assert date.isoformat() == iso
        assert WireDate.fromisoformat(iso) == attrs.evolve(date, ambiguous=())

    @pytest.mark.parametrize(
        ("date", "shown"),
        [
            (WireDate(), "WireDate()"),
            (WireDate(2025, 4, 18), "WireDate(year=2025, month=4, day=18)"),
            (WireDate(month=2, day=26, inferred=("month",)), "WireDate(month=2, day=26, inferred=('month',))"),
            (WireDate(2024, day=19, ambiguous=("month",)), "WireDate(year=2024, day=19, ambiguous=('month',))"),
            (WireDate(time=dt.time(0)), "WireDate(time=datetime.time(0, 0))"),
            (WireDate(decade=0), "WireDate(decade=0)"),
        ],
    )
    def test_shows_only_the_parts_that_there_are(self, date: WireDate, shown: str) -> None:
        assert repr(date) == shown
        assert eval(shown, {"datetime": dt, "WireDate": WireDate}) == date

    @given(dates)
    def test_comes_back_from_iso_but_for_what_is_inferred_and_ambiguous(self, date: WireDate) -> None:
        again = WireDate.fromisoformat(date.isoformat())
        assert again == attrs.evolve(date, inferred=(), ambiguous=())
        assert again.isoformat() == date.isoformat()

    @given(st.text(alphabet="0123456789-TXZQWHE:+.", max_size=16) | st.text(max_size=12))
    def test_what_is_read_is_what_would_be_written(self, text: str) -> None:
        try:
            date = WireDate.fromisoformat(text)
        except ValueError:
            return
        assert date.isoformat() == text

    @pytest.mark.parametrize(
        "text",
        ["Feb 26", "2025-13", "2025-02-30", "2025-4-18", "20250418", "2025-04-18 10:30", "2025-04-18T25:00", "1998-Q5", "２０２５", " 2025",
         "2025-04-18T", "2025-04-18T10:30+00:00", "1998-W54", "XXXX-04", "0000", "99999"],
    )  # fmt: skip
    def test_other_text_is_refused_in_words_that_say_what_to_pass(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"pass such as '2025-04-18'"):
            WireDate.fromisoformat(text)

    @pytest.mark.parametrize("value", [None, b"2025", dt.date(2025, 4, 18), 2025])
    def test_only_text_is_read(self, value: Any) -> None:
        with pytest.raises(TypeError, match="must be a str such as '2025-04-18'"):
            WireDate.fromisoformat(value)

    @pytest.mark.parametrize(
        "in_order",
        [
            "196 1960 1960-H1 1960-Q1 1960-01 1960-01-01 1960-01-01T00:00 1960-01-01T09:30 1960-01-02 1960-W01 1960-01-04 1960-SP 1960-FA 1960-WI 1961 197",
            "2024-12-30 2024-12-31 2025 2025-01 2025-W01 2025-01-01 2025-W01-WE 2025-01-04 2025-W02 2025-01-06",
            "2025-04-18 2025-04-18T09:30 2025-04-18T10:30+02:00 2025-04-18T10:30Z 2025-04-18T23:00-07:00 2025-04-19 2025-04-19T01:00Z",
            "2024 2024-XX-05 2024-XX-19 2024-H1 2024-Q1 2024-01",
            "---05 ---19 XXXX-Q1 --01 --01-31 --02 --02-29 --03 XXXX-WI --12-01",
            "000 0001 0001-01-01 001 9999-W52-WE",
        ],
    )
    def test_sort_by_what_they_say_the_coarser_first(self, in_order: str) -> None:
        dates = [WireDate.fromisoformat(text) for text in in_order.split()]
        backwards = dates[::-1]
        assert [date.isoformat() for date in sorted(backwards)] == in_order.split()
        assert all(a < b and a <= b and b > a and b >= a and not b < a for a, b in pairwise(dates))

    @given(dates, dates)
    def test_of_two_dates_one_comes_first_or_they_are_equal(self, a: WireDate, b: WireDate) -> None:
        if (a.year is None and a.decade is None) == (b.year is None and b.decade is None):
            assert [a < b, a == b, a > b].count(True) == 1
            assert (a <= b) == (a < b or a == b)
        else:
            with pytest.raises(TypeError, match="have no order, since one has no year"):
                sorted([a, b])

    @given(st.dates(), times)
    def test_what_holds_a_date_comes_before_it(self, day: dt.date, time: dt.time | None) -> None:
        exact = WireDate(day.year, day.month, day.day)
        coarser = [WireDate(decade=day.year // 10), WireDate(day.year), WireDate(day.year, period=f"H{(day.month + 5) // 6}"),
                   WireDate(day.year, period=f"Q{(day.month + 2) // 3}"), WireDate(day.year, day.month), exact]  # fmt: skip
        backwards = coarser[::-1]
        assert sorted(backwards) == coarser
        assert time is None or exact < attrs.evolve(exact, time=time)

    def test_have_no_order_beside_other_values(self) -> None:
        with pytest.raises(TypeError):
            WireDate(2025) < dt.date(2025, 1, 1)  # type: ignore[operator]  # noqa: B015

    def test_one_moment_in_two_zones_is_printed_and_compared_as_two(self) -> None:
        one, two = (WireDate.fromisoformat(f"2025-04-18T{time}") for time in ("10:30+02:00", "08:30Z"))
        assert one != two
        assert len({one, two}) == 2

    def test_is_a_calendar_date_only_when_settled(self) -> None:
        assert WireDate(2025, 4, 18).date == dt.date(2025, 4, 18)
        assert WireDate(2025, 4).date is None
        assert WireDate(month=4, day=18).date is None


AP, PTI, AFP = Agency("ap", "Associated Press"), Agency("pti", "Press Trust"), Agency("", "A House Unknown")
SETTLED, OPEN = WireDate(2025, 4, 18), WireDate(month=4, day=19)
# Pieces that name an agency and have a date, from the one that is believed first to the one that is believed last.
BYLINE = Attribution(20, 22, "by", "r", role="byline", agencies=(PTI,))
DATELINE = Dateline(23, 25, "at", "r", date=SETTLED, agencies=(AP, PTI))
OWNER = Attribution(30, 32, "of", "r", role="distribution", agencies=(AFP,))
HELPER = Attribution(33, 35, "by", "r", role="inputs", agencies=(AP,))
COPYRIGHT = Notice(40, 42, "(c)", "r", kind="copyright", agencies=(PTI,), date=WireDate(2024, 1, 1))
EMBARGO = Notice(43, 45, "no", "r", kind="embargo", agencies=(AP,), date=WireDate(2024, 2, 2))
HEADER = Field(0, 2, "x", "r", name="x", value="1", date=WireDate(2023, 3, 3), agencies=(AP,))
SOURCE = "0123456789" * 5


class TestExplain:
    def decision(self, article: Article, name: str) -> list[str]:
        """What settled a question, and below it what did not."""
        lines = article.explain().splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}: "))
        rest = [line.strip() for line in lines[start + 1 :]]
        end = next((number for number, line in enumerate(rest) if line.startswith("date: ")), len(rest))
        return [lines[start].removeprefix(f"{name}: "), *rest[:end]]

    @pytest.mark.parametrize(
        ("pieces", "agency", "decision"),
        [
            ({}, None, ["none"]),
            (
                {"dateline": DATELINE, "byline": BYLINE, "credits": (OWNER, HELPER), "fields": (HEADER,)},
                AP,
                ["ap, dateline at 23-25",
                 "not A House Unknown, credit at 30-32: the dateline comes first",
                 "also ap, credit at 33-35: the role 'inputs' makes no owner",
                 "not pti, byline at 20-22: the dateline comes first",
                 "also ap, field at 0-2: the dateline comes first"],
            ),
            (
                {"dateline": Dateline(23, 25, "at", "r"), "byline": BYLINE, "credits": (HELPER, OWNER)},
                AFP,
                ["A House Unknown, credit at 30-32",
                 "not ap, credit at 33-35: the role 'inputs' makes no owner",
                 "not pti, byline at 20-22: the credit comes first"],
            ),
            ({"credits": (HELPER,)}, None, ["none", "not ap, credit at 33-35: the role 'inputs' makes no owner"]),
            (
                {"byline": BYLINE, "fields": (HEADER,), "notices": (EMBARGO, COPYRIGHT)},
                PTI,
                ["pti, byline at 20-22",
                 "not ap, field at 0-2: the byline comes first",
                 "not ap, notice at 43-45: a notice of the kind 'embargo' speaks of something else",
                 "also pti, notice at 40-42: the byline comes first"],
            ),
            (
                {"fields": (Field(3, 5, "x", "r", name="x", value="1"), HEADER), "notices": (COPYRIGHT,)},
                AP,
                ["ap, field at 0-2", "not pti, notice at 40-42: the field comes first"],
            ),
            (
                {"notices": (EMBARGO, COPYRIGHT)},
                PTI,
                ["pti, notice at 40-42",
                 "not ap, notice at 43-45: a notice of the kind 'embargo' speaks of something else"],
            ),
        ],
    )  # fmt: skip
    def test_whose_copy_it_is_and_why(self, pieces: Any, agency: Agency | None, decision: list[str]) -> None:
        article = Article(SOURCE, **pieces)
        assert article.agency == agency
        assert self.decision(article, "agency") == decision

    @pytest.mark.parametrize(
        ("pieces", "date", "decision"),
        [
            ({}, None, ["none"]),
            (
                {"dateline": DATELINE, "fields": (HEADER,), "notices": (COPYRIGHT,)},
                HEADER.date,
                ["2023-03-03, field at 0-2",
                 "not 2025-04-18, dateline at 23-25: the field comes first",
                 "not 2024-01-01, notice at 40-42: the field comes first"],
            ),
            (
                {"dateline": attrs.evolve(DATELINE, date=OPEN), "notices": (EMBARGO, COPYRIGHT)},
                COPYRIGHT.date,
                ["2024-01-01, notice at 40-42",
                 "not --04-19, dateline at 23-25: it does not settle day, month and year",
                 "not 2024-02-02, notice at 43-45: a notice of the kind 'embargo' speaks of something else"],
            ),
            (
                {"fields": (attrs.evolve(HEADER, date=OPEN),), "dateline": DATELINE},
                SETTLED,
                ["2025-04-18, dateline at 23-25",
                 "not --04-19, field at 0-2: it does not settle day, month and year"],
            ),
        ],
    )  # fmt: skip
    def test_when_it_was_filed_and_why(self, pieces: Any, date: WireDate | None, decision: list[str]) -> None:
        article = Article(SOURCE, **pieces)
        assert article.date == (date.date if date is not None else None)
        assert self.decision(article, "date") == decision

    @given(articles())
    def test_what_it_says_is_what_the_article_says(self, article: Article) -> None:
        agency, date = self.decision(article, "agency")[0], self.decision(article, "date")[0]
        assert (agency == "none") == (article.agency is None)
        named = "" if article.agency is None else article.agency.id or article.agency.name
        assert agency.startswith(" ".join(named.split()))
        assert date.startswith("none" if article.date is None else article.date.isoformat())

    def test_every_value_of_a_piece_is_told(self) -> None:
        story = (
            "Slug: PORTUGAL-PORTS\n\nHarbour dues to rise\n\nBy Nora Fielding\n\n"
            "LISBON/Seattle, Feb 26 (Reuters, AP) - Portugal will raise harbour dues.\n\n"
            "(Reporting by Nora Fielding and Tom Marsh)\n\nCopyright 2025 Thomson Reuters\n"
        )
        lines = wirenews.parse(story, reference=dt.date(2025, 3, 1)).explain().splitlines()
        told = [line.partition("-> ")[2] for line in lines if line.startswith("  ") and line.strip()[0].isdigit()]
        assert told == [
            "name slug; value PORTUGAL-PORTS",
            "",
            "role byline; people Nora Fielding",
            "place Lisbon, PT + Seattle, Washington, US; date 2025-02-26 (year inferred); agency reuters + ap",
            "",
            "role reporting; people Nora Fielding + Tom Marsh",
            "kind copyright; agency reuters; date 2025",
        ]

    def test_a_byline_inside_the_dateline_and_a_defect_are_told(self) -> None:
        article = wirenews.parse("（中央社記者戴雅真台北31日電）今天下雨。")
        assert any("byline" in line and "(inside the dateline)" in line for line in article.explain().splitlines())
        shown = wirenews.parse("OSLO, Feb 30 (Reuters) - It rained.").explain()
        assert "6-12     defect    date-invalid" in " ".join(shown.split("\n"))
        assert "there is no such date as 'Feb 30'" in shown


class TestKinds:
    REFERENCE = "".join((ROOT / "docs" / page).read_text(encoding="utf-8") for page in ("api.md", "defects.md"))

    @pytest.mark.parametrize("kinds", [wirenews.Role, wirenews.NoticeKind, wirenews.SegmentKind, wirenews.DefectCode])
    def test_each_is_in_the_reference(self, kinds: Any) -> None:
        assert [kind for kind in get_args(kinds) if f"`{kind}`" not in self.REFERENCE] == []

    def test_the_codes_are_those_that_the_library_tells(self) -> None:
        calls = [
            node
            for path in (ROOT / "wirenews").rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Defect"
        ]
        codes = [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]
        assert len(codes) == len(calls), "a code must be written out where its defect is made"
        assert set(codes) == set(get_args(wirenews.DefectCode))

    @pytest.mark.parametrize(
        ("source", "code", "place"),
        [
            ("OSLO, May 2 (Ruters) - It rained.", "agency-misspelt", "Ruters"),
            ("OSLO, May 2 (XQZ) - It rained.", "agency-unknown", "XQZ"),
            ("OSLO – Über Nacht fiel Regen.".encode() + b"\xff", "bytes-undecodable", "\ufffd"),
            ("date 2025-04-18\n\nOSLO, May 2, 2025 (NTB) - Rain.", "date-conflict", "OSLO, May 2, 2025 (NTB)"),
            ("OSLO, Feb 30 (Reuters) - It rained.", "date-invalid", "Feb 30"),
            (b"Z\xdcRICH", "encoding-guessed", "ZÜRICH"),
        ],
    )
    def test_a_code_stands_where_the_reference_says(self, source: str | bytes, code: str, place: str) -> None:
        article = wirenews.parse(source)
        [defect] = article.defects
        assert (defect.code, article.source[defect.start : defect.end]) == (code, place)
        with pytest.raises(DefectError, match=code):
            wirenews.parse(source, strict=True)


class TestArticle:
    def test_the_agency_is_the_datelines_first(self) -> None:
        afp, ap = Agency("afp", "Agence France-Presse"), Agency("ap", "The Associated Press")
        dateline = Dateline(0, 2, "", "r", agencies=(afp,))
        assert (
            Article("0123456789", dateline=dateline, credits=(Attribution(4, 6, "", "r", agencies=(ap,)),)).agency
            == afp
        )
        assert Article("0123456789", credits=(Attribution(4, 6, "", "r", agencies=(ap, afp)),)).agency == ap

    def test_segments_say_of_every_piece_what_it_is(self) -> None:
        article = Article(
            "0123456789ABCDEF",
            fields=(Field(0, 1, "", "r", name="x", value=""),),
            headline=Headline(1, 2, "", "r"),
            deck=Piece(2, 3, "", "r"),
            byline=Attribution(3, 4, "", "r", role="byline"),
            dateline=Dateline(5, 6, "", "r"),
            paragraphs=(Piece(6, 7, "", "r"), Piece(9, 9, "", "r")),
            captions=(Piece(7, 8, "", "r"),),
            credits=(Attribution(10, 12, "", "r"), Attribution(12, 13, "", "r", role="byline")),
            notices=(Notice(13, 14, "", "r", kind="furniture"),),
        )
        assert [(segment.kind, segment.start, segment.end) for segment in article.segments] == [
            ("field", 0, 1), ("headline", 1, 2), ("deck", 2, 3), ("byline", 3, 4), ("gap", 4, 5), ("dateline", 5, 6),
            ("body", 6, 7), ("caption", 7, 8), ("gap", 8, 9), ("gap", 9, 10), ("credit", 10, 12), ("credit", 12, 13), ("notice", 13, 14), ("gap", 14, 16),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("byline", "kinds"),
        [
            ((2, 4), "dateline byline dateline gap body"),
            ((0, 4), "byline dateline gap body"),
            ((4, 7), "dateline byline gap body"),
            ((7, 8), "dateline byline body"),
        ],
    )
    def test_a_byline_is_cut_out_of_the_dateline(self, byline: tuple[int, int], kinds: str) -> None:
        inner = Attribution(*byline, "", "r", role="byline")
        article = Article(
            "0123456789", dateline=Dateline(0, 7, "", "r"), byline=inner, paragraphs=(Piece(8, 10, "", "r"),)
        )
        assert " ".join(segment.kind for segment in article.segments) == kinds

    @pytest.mark.parametrize("at", [0, 2, 4, 6])
    def test_an_empty_piece_cuts_nothing(self, at: int) -> None:
        article = Article("012345", paragraphs=(Piece(2, 4, "23", "r"),), captions=(Piece(at, at, "", "r"),))
        assert [(s.kind, s.start, s.end) for s in article.segments if s.kind != "gap"] == [("body", 2, 4)]
        assert "".join(article.source[s.start : s.end] for s in article.segments) == article.source

    @pytest.mark.parametrize(
        ("parts", "language"),
        [
            ({}, "en"),
            ({"paragraphs": (Piece(0, 0, "Der Regen fiel auf die Stadt und auf das Land.", "r"),)}, "de"),
            ({"stated_language": "sv"}, "sv"),
        ],
    )
    def test_the_language_is_stated_or_that_of_the_first_words(self, parts: Any, language: str) -> None:
        assert Article("The rain fell on the city and on the land that is around it.", **parts).language == language

    def test_an_agency_settles_a_language_that_the_words_leave_open(self) -> None:
        dateline = Dateline(0, 0, "", "r", agencies=(Agency("x", "X", languages=("da",)),))
        source = "Regn over Oslo i dag"
        assert Article(source, dateline=dateline).language == "da"

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
