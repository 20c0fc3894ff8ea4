"""What holds for every date and every text: it reads back, nothing raises, nothing is invented, time grows with the text."""

from __future__ import annotations

import datetime as dt
import doctest

import hypothesis.strategies as st
import pytest
from conftest import fail_if_it_grows_faster
from hypothesis import assume, example, given
from reading_dates import FRIDAY, MOMENT, MONTH_LANGUAGES, apart, found, read
from test_dates_relative import EXPRESSIONS

from wirenews.article import WireDate
from wirenews.dates import (
    calendar,
    clock,
    east_asian,
    find,
    normalize,
    parts,
    reference,
    relative,
    rules,
    said,
    tense,
    years,
)
from wirenews.dates.find import find_date, match_date
from wirenews.dates.normalize import normalize_date
from wirenews.dates.reference import settle
from wirenews.text import patterns

# --- promises -------------------------------------------------------------------------------------------------------

STYLES = [
    "{en} {d}, {y}",
    "{short}. {d}, {y}",
    "{short} {d:02} {y}",
    "{SHORT} {d} , {y}",
    "{d} {en} {y}",
    "{d:02} {SHORT} {y}",
    "{d} de {es} de {y}",
    "{d}. {de} {y}",
    "{d} {ru} {y}",
    "{d}. {da} {y}",
    "{d} {ro} {y}",
    "{y} m. {lt} {d} d.",
    "{y}-{m:02}-{d:02}",
    "{y}{m:02}{d:02}",
    "{d:02}.{m:02}.{y}",
    "{y}年{m}月{d}日",
    "{y}년 {m}월 {d}일",
    "{weekday}, {en} {d}, {y}",
]
EN = "January February March April May June July August September October November December".split()
ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
DA = "januar februar marts april maj juni juli august september oktober november december".split()
RO = "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".split()
LT = "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def written(style: str, day: dt.date) -> str:
    m = day.month - 1
    names = {"en": EN[m], "short": EN[m][:3], "SHORT": EN[m][:3].upper(), "es": ES[m], "de": DE[m], "ru": RU[m]}
    names |= {"da": DA[m], "ro": RO[m], "lt": LT[m]}
    return style.format(y=day.year, m=day.month, d=day.day, weekday=WEEKDAYS[day.weekday()], **names)


LETTERS = [str, str.lower, str.upper, apart]


@given(st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(STYLES), st.sampled_from(LETTERS))
@example(dt.date(2024, 2, 29), "{short}. {d}, {y}", str)
@example(dt.date(2024, 12, 19), "{d}. {da} {y}", str.lower)
def test_every_real_date_in_every_style_reads_back(day, style, letters):
    assume("{y}{m" not in style or 1900 <= day.year < 2100)  # other numbers of eight digits are no dates
    text = letters(written(style, day))
    assert read(text, None) == day.isoformat()
    if letters is not apart:  # who looks for a date in a text has it plain
        assert found(f"({text})") == (text, day.isoformat())


@given(st.integers(0, 99_999_999))
def test_eight_digits_are_a_possible_day_or_nothing(number):
    text = f"{number:08}"
    try:
        day = dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        day = None
    possible = day is not None and 1900 <= day.year < 2100
    assert read(text, None) == (day.isoformat() if possible else None)
    assert found(text) == ((text, day.isoformat()) if possible else None)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_numbers_in_either_order_read_back_when_the_order_is_told(day):
    for order, text in (("DMY", f"{day:%d/%m/%Y}"), ("MDY", f"{day:%m/%d/%Y}")):
        assert normalize_date(text, order=order) == WireDate(day.year, day.month, day.day)
        untold = normalize_date(text)
        assert untold in (WireDate(day.year, day.month, day.day), WireDate(day.year, ambiguous=("month", "day")))


@given(st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2099, 12, 31)), st.integers(0, 999))
def test_hours_are_counted_from_the_moment(moment, hours):
    then = moment - dt.timedelta(hours=hours)
    date = normalize_date(f"{hours} hours ago", reference=moment)
    assert date is not None
    assert (date.date, date.time) == (then.date(), then.time().replace(second=0, microsecond=0))


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_two_digits_of_a_year_mean_1970_to_2069(day):
    assert read(f"{day.day} {EN[day.month - 1][:3].upper()} {day.year % 100:02}", None) == day.isoformat()


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(-170, 170))
def test_a_date_without_its_year_is_the_nearest_and_says_so(reference, distance):
    day = reference + dt.timedelta(distance)
    text = f"{EN[day.month - 1]} {day.day}"
    partial = normalize_date(text)
    assert partial == WireDate(month=day.month, day=day.day)
    assert normalize_date(text, reference=reference) == WireDate(day.year, day.month, day.day, inferred=("year",))


@given(st.dates(dt.date(1000, 1, 10), dt.date(2200, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_seven_days_and_falls_on_that_day(reference, weekday):
    for context, low, high in ((None, -6, 0), (f"It will rain {weekday}.", 0, 6)):
        date = normalize_date(weekday, reference=reference, context=context)
        assert date is not None
        assert date.date is not None
        assert WEEKDAYS[date.date.weekday()] == weekday
        assert low <= (date.date - reference).days <= high


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("0123456789 .,/-:'年月日年월일٣१๓()TZ"),
        st.sampled_from("febmayjunsptdcoqh"),
        st.sampled_from("\u0301\u0308\u0327\u030c\u1105\u1167\u11af\u200c\u200d廿卅十"),
        st.characters(),
    ),
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        "Feb May 26 3 1990 2014 , . - / : ( ) GMT pm 10:30 Tuesday mar abr de 月 日 年 112 民國 tháng ago two weeks last "
        "quarter third year 'd 99 00 31 th -- \n คานูน كانون الثاني เม.ย. 30 20250418 2025-04 19 december decembrie listopada "
        "marta kovo d. m. gada fe\u0301vr 4\u110b\u116f\u11af 17-18 to and au hours hace 3時間前 上周五 Updated: IST 廿十一日 last".split(
            " "
        )
    ),
    max_size=12,
).map(" ".join)


@given(st.one_of(ODD, PIECES), st.data())
def test_nothing_raises_and_matches_stay_in_their_bounds(text, data):
    pos = data.draw(st.integers(0, len(text)))
    endpos = data.draw(st.integers(pos, len(text)))
    for match in (find_date(text, pos, endpos), match_date(text, pos, endpos)):
        if match is not None:
            assert pos <= match.start < match.end <= endpos
            if match.date is not None:
                settle(match.date, FRIDAY)
    normalize_date(text, reference=FRIDAY, context=text)
    normalize_date(text, reference=MOMENT, language=data.draw(st.sampled_from(MONTH_LANGUAGES)), order="MDY")
    normalize_date(text)


@given(st.sampled_from([words for words, _ in EXPRESSIONS]), st.sampled_from([dt.date.min, dt.date.max]))
def test_the_ends_of_the_calendar_do_not_raise(words, reference):
    normalize_date(words, reference=reference)
    normalize_date(words, reference=reference, context=f"They will go {words}.")


@given(PIECES)
def test_without_a_reference_nothing_is_inferred(text):
    date = normalize_date(text)
    assert date is None or (date.inferred == () and date != WireDate())


@pytest.mark.parametrize(
    "piece",
    [
        "Feb ",
        "1",
        "1 ",
        "26/",
        "12:",
        "May 1,",
        "a.",
        " ",
        "年",
        "1月",
        "Feb. 30 ",
        "12.12.",
        "is to ",
        "ago ",
        "fe\u0301v. ",
        "2025-",
        "20250418",
        "17-18 ",
        "1\u0301",
        "to ",
        "上周",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def read_all(text: str) -> None:
        find_date(text, 0, len(text))
        match_date(text, 0, len(text))
        normalize_date("Friday", reference=FRIDAY, context=text + " Friday")
        normalize_date("25", reference=FRIDAY, context=text)
        normalize_date(text, reference=FRIDAY)

    fail_if_it_grows_faster(read_all, (piece * 10_000)[:10_000], (piece * 40_000)[:40_000])


@pytest.mark.parametrize(
    "piece", ["1:00 ", "1-", "1 to ", "am ", "week of ", "May 1-", "at 1:00 ", "17 and ", "3 ", "updated ", "May to "]
)
def test_an_expression_is_not_read_over_and_over(piece, monkeypatch):
    calls = 0
    real = normalize.find_date

    def counted(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(normalize, "find_date", counted)
    normalize_date((piece * 80)[:80], reference=FRIDAY)
    assert calls <= 120


@pytest.mark.parametrize(
    "module",
    [
        calendar,
        clock,
        east_asian,
        find,
        normalize,
        parts,
        patterns,
        reference,
        relative,
        rules,
        said,
        tense,
        years,
    ],
)
def test_the_examples_in_the_docs_run(module):
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
