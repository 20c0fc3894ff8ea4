"""Expressions that the story's day settles: "last month", "Friday", "3 hours ago", and the sentence that tells which."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil import tz
from reading_dates import FRIDAY, MOMENT, read

from wirenews.article import WireDate
from wirenews.dates.normalize import normalize_date
from wirenews.dates.reference import settle

# --- the reference --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "reference", "value", "inferred"),
    [
        ("Feb 26", dt.date(1987, 2, 26), "1987-02-26", ("year",)),
        ("Dec 30", dt.date(2025, 1, 2), "2024-12-30", ("year",)),
        ("Jan 2", dt.date(2024, 12, 30), "2025-01-02", ("year",)),
        ("Feb 29", dt.date(2024, 3, 1), "2024-02-29", ("year",)),
        ("Feb 29", dt.date(2025, 3, 1), "--02-29", ()),
        ("29日", dt.date(2025, 4, 30), "2025-04-29", ("year", "month")),
        ("29日", dt.date(2025, 4, 2), "2025-03-29", ("year", "month")),
        ("1日", dt.date(2025, 4, 30), "2025-05-01", ("year", "month")),
        ("Feb 26, 1987", dt.date(2025, 4, 18), "1987-02-26", ()),
        ("March 2001", dt.date(2025, 4, 18), "2001-03", ()),
        ("December", dt.date(2025, 4, 18), "2024-12", ("year",)),
        ("September", dt.date(2025, 4, 18), "2025-09", ("year",)),
        ("October", dt.date(2025, 4, 18), "--10", ()),  # as near behind as ahead
    ],
)
def test_the_reference_settles_what_has_one_nearest_reading(words, reference, value, inferred):
    date = normalize_date(words, reference=reference)
    assert date is not None
    assert (date.isoformat(), date.inferred) == (value, inferred)


def test_a_datetime_serves_as_well_and_only_its_day_counts():
    assert read("Feb 26", dt.datetime(1987, 2, 28, 23, 59)) == "1987-02-26"
    assert settle(WireDate(month=2, day=26), dt.datetime(1987, 2, 28)).year == 1987


def test_without_a_reference_partial_stays_partial():
    for words, value in (("Feb 26", "--02-26"), ("March", "--03"), ("29日", "---29"), ("1998", "1998")):
        assert read(words, None) == value
    for words in ("Friday", "today", "last month", "the weekend", "the third quarter", "two weeks ago", "Easter"):
        assert read(words, None) is None


# --- expressions ----------------------------------------------------------------------------------------------------

EXPRESSIONS = [
    # days
    ("today", "2025-04-18"),
    ("Today", "2025-04-18"),
    ("now", "2025-04-18"),
    ("tonight", "2025-04-18"),
    ("this morning", "2025-04-18"),
    ("yesterday", "2025-04-17"),
    ("late yesterday", "2025-04-17"),
    ("yesterday morning", "2025-04-17"),
    ("last night", "2025-04-17"),
    ("the day before yesterday", "2025-04-16"),
    ("tomorrow", "2025-04-19"),
    ("tomorrow night", "2025-04-19"),
    ("the day after tomorrow", "2025-04-20"),
    ("10 days ago", "2025-04-08"),
    ("three days earlier", "2025-04-15"),
    ("three days from now", "2025-04-21"),
    # weekdays: within seven days, past when nothing says otherwise
    ("Friday", "2025-04-18"),
    ("Friday's", "2025-04-18"),
    ("Saturday", "2025-04-12"),
    ("Thursday night", "2025-04-17"),
    ("early Tuesday", "2025-04-15"),
    ("Sat.", "2025-04-12"),
    ("by Tuesday", "2025-04-22"),
    ("since Tuesday", "2025-04-15"),
    ("last Friday", "2025-04-11"),
    ("last Monday", "2025-04-14"),
    ("next Friday", "2025-04-25"),
    ("next Monday", "2025-04-21"),
    ("this Sunday", "2025-04-20"),
    ("the previous Friday", "2025-04-11"),
    ("the previous Monday", "2025-04-07"),
    ("Monday of last week", "2025-04-07"),
    ("two weeks ago Thursday", "2025-04-03"),
    ("Friday two weeks ago", "2025-04-04"),
    ("Tuesday, Dec. 6", "2024-12-06"),
    # weeks
    ("this week", "2025-W16"),
    ("last week", "2025-W15"),
    ("next week", "2025-W17"),
    ("early this week", "2025-W16"),
    ("two weeks ago", "2025-W14"),
    ("the weekend", "2025-W16-WE"),
    ("last weekend", "2025-W15-WE"),
    ("next weekend", "2025-W17-WE"),
    ("a week ago", "2025-W15"),
    ("Easter week", "2025-W16"),
    ("the week of April 3", "2025-W14"),
    ("a couple of weeks ago", "2025-W14"),
    # months
    ("this month", "2025-04"),
    ("last month", "2025-03"),
    ("next month", "2025-05"),
    ("the end of the month", "2025-04"),
    ("five months ago", "2024-11"),
    ("a month ago", "2025-03"),
    ("early March", "2025-03"),
    ("mid-March", "2025-03"),
    ("last October", "2024-10"),
    ("last April", "2024-04"),
    ("this September", "2025-09"),
    ("next January", "2026-01"),
    ("June last year", "2024-06"),
    ("January of this year", "2025-01"),
    ("January nineteen ninety-seven", "1997-01"),
    # quarters and halves
    ("the third quarter", "2025-Q3"),
    ("third-quarter", "2025-Q3"),
    ("the quarter", "2025-Q1"),
    ("the latest quarter", "2025-Q1"),
    ("the latest period", "2025-Q1"),
    ("the year-ago quarter", "2024-Q1"),
    ("last fourth quarter", "2024-Q4"),
    ("next first quarter", "2026-Q1"),
    ("two quarters ago", "2024-Q4"),
    ("the year-earlier third quarter", "2024-Q3"),
    ("the 1988 third quarter", "1988-Q3"),
    ("the third quarter of 1990", "1990-Q3"),
    ("next year's first quarter", "2026-Q1"),
    ("the second quarter of next year", "2026-Q2"),
    ("fiscal second-quarter", "2025-Q2"),
    ("the first half", "2025-H1"),
    ("second half of 1990", "1990-H2"),
    ("Q3 2024", "2024-Q3"),
    ("Q2", "2025-Q2"),
    ("the final quarter of 1989", "1989-Q4"),
    ("the fourth quarter last year", "2024-Q4"),
    ("the same quarter last year", "2024-Q1"),
    ("the comparable year-earlier period", "2024-Q1"),
    ("the like period of 1988", "1988-Q1"),
    ("the most recent quarter", "2025-Q1"),
    ("the current quarter", "2025-Q2"),
    # years
    ("1998", "1998"),
    ("the year 2000", "2000"),
    ("fiscal 1989", "1989"),
    ("mid-1996", "1996"),
    ("the end of 1994", "1994"),
    ("this year", "2025"),
    ("earlier this year", "2025"),
    ("last year", "2024"),
    ("the past year", "2024"),
    ("next year", "2026"),
    ("the next year or so", "2026"),
    ("the year", "2025"),
    ("year-end", "2025"),
    ("a year ago", "2024"),
    ("nearly four years ago", "2021"),
    ("twenty-five years ago", "2000"),
    ("nineteen ninety-six", "1996"),
    ("the year two thousand", "2000"),
    ("twenty twenty-four", "2024"),
    ("'87", "1987"),
    # decades
    ("the 1960s", "196"),
    ("the late 1970s", "197"),
    ("the '60s", "196"),
    ("the nineties", "199"),
    ("the twenties", "202"),
    # seasons
    ("winter", "2024-WI"),
    ("last fall", "2024-FA"),
    ("the summer", "2025-SU"),
    ("the summer of last year", "2024-SU"),
    ("this past winter", "2024-WI"),
    ("next spring", "2026-SP"),
    ("the winter of 1994", "1994-WI"),
    ("summer 2012", "2012-SU"),
    # holidays
    ("Easter", "2025-04-20"),
    ("Good Friday", "2025-04-18"),
    ("Christmas Day", "2024-12-25"),
    ("New Year's Day", "2025-01-01"),
    ("New Year's Eve", "2024-12-31"),
    ("St. Patrick's Day", "2025-03-17"),
    ("the night of Oct. 23, 2024", "2024-10-23"),
    ("next Christmas", "2025-12-25"),
    ("last Christmas", "2024-12-25"),
    ("this Christmas", "2025-12-25"),
    ("last Easter", "2024-03-31"),
    ("next Good Friday", "2026-04-03"),
    ("last New Year's Day", "2025-01-01"),
    ("Thanksgiving weekend", "2024-W48-WE"),
    ("Thanksgiving", "2024-11-28"),
    ("Labor Day", "2025-09-01"),
    ("Memorial Day", "2025-05-26"),
]


@pytest.mark.parametrize(("words", "value"), EXPRESSIONS)
def test_an_english_expression(words, value):
    assert read(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "days",
        "weeks",
        "recently",
        "soon",
        "the day",
        "that day",
        "the following week",
        "the week of April",
        "the week of rain",
        "nineteen twenty thirty",
        "nineteen five six",
        "nineteen ninety six one",
        "nineteen rain",
        "rain nineteen ninety",
        "January nineteen rain",
        "0999",
        "2500",
        "二三十天前",
        "the following year",
        "the next few days",
        "Fridays",
        "every Friday",
        "the 19th century",
        "2 1/2 years ago",
        "ten years",
        "12/05",
        "Feb 30",
        "March 5-3",
        "May 3-1",
        "March 3-5-7",
        "Sept. 11 attacks",
        "Friday the 13th",
        "the May agreement",
        "999 decades ago",
        "on",
        "to",
        "la",
        "mid",
        "the",
        "25",
        "Ani DiFranco",
        "x" * 5000,
    ],
)
def test_what_no_reference_settles_is_none(words):
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "context", "value"),
    [
        ("Tuesday", "Voters will choose a council Tuesday.", "2025-04-22"),
        ("Tuesday", "Voters chose a council Tuesday.", "2025-04-15"),
        ("Tuesday", "The mayor resigned Tuesday but will return.", "2025-04-15"),
        ("Tuesday", "They will need help Tuesday.", "2025-04-22"),
        ("Tuesday", "Tuesday they will vote.", "2025-04-22"),
        ("Tuesday", "Tuesday they voted.", "2025-04-15"),
        ("Tuesday", "They will announce Tuesday a decision on the port.", "2025-04-22"),
        ("Tuesday", "The mayor walked to the port Tuesday.", "2025-04-15"),
        ("Tuesday", "The council chose a speaker Tuesday and will vote again.", "2025-04-15"),
        ("Tuesday", "The two ministers meet Tuesday in Oslo.", "2025-04-22"),
        ("Tuesday", "The port is to reopen Tuesday.", "2025-04-22"),
        ("Tuesday", "They agreed to talk again Tuesday.", "2025-04-22"),
        ("Tuesday", "A hearing is scheduled for Tuesday.", "2025-04-22"),
        ("Tuesday", "The hearing planned for Tuesday was put off.", "2025-04-15"),
        ("Tuesday", "The mayor said Tuesday that he would resign.", "2025-04-15"),
        ("Tuesday", "The school will be named at a rite Tuesday.", "2025-04-22"),
        ("Friday", "The mayor will resign Friday.", "2025-04-18"),
        ("the weekend", "Snow fell over the weekend.", "2025-W15-WE"),
        ("March 31", "Sales rose in the year ended March 31.", "2025-03-31"),
        ("May 31", "Sales rose in the year ended May 31.", "2024-05-31"),
        ("March", "The mayor said he would not forget March.", "2025-03"),
        ("Dec. 31", "The offer runs out by Dec. 31.", "2025-12-31"),
        ("Jan. 31", "Sales rose in the year ended Jan. 31.", "2025-01-31"),
        ("November", "The dam will open in November.", "2025-11"),
        ("November", "The dam burst in November.", "2024-11"),
        ("a year ago", "Net for the third quarter rose to $5 million from $4 million a year ago.", "2023-Q3"),
        ("a year ago", "The dam burst a year ago.", "2024"),
        ("the 1988 period", "In the third quarter it earned less than in the 1988 period.", "1988-Q3"),
        ("the year-earlier period", "Net was $3 million in the year-earlier period.", "2024-Q1"),
        ("25", "The ministers meet on April 24 and 25.", "2025-04-25"),
        ("25", "They counted 25 boats.", None),
        ("Tuesday", "Nothing about it here.", "2025-04-15"),
        ("Tuesday", "The hearing is Tuesday.", "2025-04-22"),
        ("Tuesday", "Tuesday is a holiday.", "2025-04-22"),
        ("Tuesday", "The shares, which fell Tuesday, are seen rising.", "2025-04-15"),
        ("Tuesday", "Tuesday's ruling would allow the sale.", "2025-04-15"),
        ("Tuesday", "Tuesday's game will be played indoors.", "2025-04-22"),
        ("Tuesday", "The hearing was postponed until Tuesday.", "2025-04-22"),
        ("Tuesday", "He was the mayor until Tuesday.", "2025-04-15"),
        ("Tuesday", "He was to appear in court Tuesday.", "2025-04-22"),
        ("Tuesday", "The union called a strike for Tuesday.", "2025-04-22"),
        ("Tuesday", "On the eve of Tuesday's election the rivals met.", "2025-04-22"),
        ("Tuesday", "The summit starts Tuesday.", "2025-04-22"),
        ("the second day", "It's the second day of the strike.", "2025-04-18"),
        ("the second day", "They left on the second day.", None),
    ],
)
def test_the_sentence_decides(words, context, value):
    assert read(words, context=context) == value


MONDAY, SATURDAY, SUNDAY = dt.date(2025, 4, 14), dt.date(2025, 4, 19), dt.date(2025, 4, 20)
FEBRUARY, NOVEMBER = dt.date(2025, 2, 10), dt.date(2025, 11, 10)


@pytest.mark.parametrize(
    ("words", "reference", "context", "value"),
    [
        ("the weekend", MONDAY, None, "2025-W15-WE"),
        ("the weekend", dt.date(2025, 4, 16), None, "2025-W16-WE"),
        ("the weekend", dt.date(2025, 4, 16), "Snow fell over the weekend.", "2025-W15-WE"),
        ("the weekend", dt.date(2025, 4, 16), "Snow will fall over the weekend.", "2025-W16-WE"),
        ("the weekend", SATURDAY, "Snow fell over the weekend.", "2025-W16-WE"),
        ("this weekend", MONDAY, None, "2025-W16-WE"),
        ("this past weekend", FRIDAY, None, "2025-W15-WE"),
        ("this past weekend", SUNDAY, None, "2025-W16-WE"),
        ("the fourth quarter", FEBRUARY, "Sales fell in the fourth quarter.", "2024-Q4"),
        ("the fourth quarter", FEBRUARY, "Sales will fall in the fourth quarter.", "2025-Q4"),
        ("the fourth quarter", FEBRUARY, None, "2025-Q4"),
        ("the first quarter", NOVEMBER, "Sales fell in the first quarter.", "2025-Q1"),
        ("the first quarter", NOVEMBER, "Sales will fall in the first quarter.", "2026-Q1"),
        ("the first quarter", NOVEMBER, None, "2025-Q1"),
        ("the third quarter", NOVEMBER, "Sales will fall in the third quarter.", "2025-Q3"),
        ("last year's fourth quarter", FEBRUARY, "Sales fell in last year's fourth quarter.", "2024-Q4"),
        ("next year's first quarter", NOVEMBER, "It will open in next year's first quarter.", "2026-Q1"),
        ("last year", FRIDAY, "In the latest quarter it earned more than last year.", "2024-Q1"),
        ("last year", FRIDAY, "The dam burst last year.", "2024"),
        ("last winter", dt.date(2025, 1, 15), None, "2024-WI"),
        ("last winter", dt.date(2025, 4, 18), None, "2024-WI"),
        ("year-end", FEBRUARY, "Prices have risen since year-end.", "2024-12-31"),
    ],
)
def test_the_day_and_the_tense_say_which(words, reference, context, value):
    assert read(words, reference, context) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hoy", "2025-04-18"),
        ("ayer", "2025-04-17"),
        ("demain", "2025-04-19"),
        ("gestern", "2025-04-17"),
        ("сегодня", "2025-04-18"),
        ("昨日", "2025-04-17"),
        ("viernes", "2025-04-18"),
        ("el miércoles", "2025-04-16"),
        ("sexta-feira", "2025-04-18"),
        ("terça", "2025-04-15"),
        ("jeudi", "2025-04-17"),
        ("Freitag", "2025-04-18"),
        ("am Mittwoch", "2025-04-16"),
        ("lunedì", "2025-04-14"),
        ("donderdag", "2025-04-17"),
        ("onsdag", "2025-04-16"),
        ("keskiviikko", "2025-04-16"),
        ("w środę", "2025-04-16"),
        ("čtvrtek", "2025-04-17"),
        ("szerdán", "2025-04-16"),
        ("joi", "2025-04-17"),
        ("Τετάρτη", "2025-04-16"),
        ("в среду", "2025-04-16"),
        ("четвер", "2025-04-17"),
        ("perşembe", "2025-04-17"),
        ("الخميس", "2025-04-17"),
        ("پنجشنبه", "2025-04-17"),
        ("गुरुवार", "2025-04-17"),
        ("বুধবার", "2025-04-16"),
        ("جمعرات", "2025-04-17"),
        ("Kamis", "2025-04-17"),
        ("Khamis", "2025-04-17"),
        ("thứ năm", "2025-04-17"),
        ("周四", "2025-04-17"),
        ("星期三", "2025-04-16"),
        ("木曜日", "2025-04-17"),
        ("목요일", "2025-04-17"),
        ("avril 2024", "2024-04"),
        ("le 18 avril", "2025-04-18"),
        ("am 18. April", "2025-04-18"),
        ("marzo", "2025-03"),
        ("4月", "2025-04"),
        ("2023年4月", "2023-04"),
    ],
)
def test_other_languages_have_their_dates_weekdays_and_neighbouring_days(words, value):
    assert read(words) == value


@pytest.mark.parametrize(
    ("words", "at_the_moment", "on_the_day"),
    [
        ("3 hours ago", "2025-04-17T22:30", "2025-04-18"),
        ("an hour ago", "2025-04-18T00:30", "2025-04-18"),
        ("half an hour ago", "2025-04-18T01:00", "2025-04-18"),
        ("5 mins ago", "2025-04-18T01:25", "2025-04-18"),
        ("3h ago", "2025-04-17T22:30", "2025-04-18"),
        ("10 seconds ago", "2025-04-18T01:30:30", "2025-04-18"),
        ("in 3 hours", "2025-04-18T04:30", "2025-04-18"),
        ("3 hours from now", "2025-04-18T04:30", "2025-04-18"),
        ("48 hours ago", "2025-04-16T01:30", "2025-04-16"),
        ("30 hours ago", "2025-04-16T19:30", None),
        ("3 hours", None, None),
        ("hours ago", None, None),
        ("hace 3 horas", "2025-04-17T22:30", "2025-04-18"),
        ("il y a 3 heures", "2025-04-17T22:30", "2025-04-18"),
        ("vor 3 Stunden", "2025-04-17T22:30", "2025-04-18"),
        ("há 3 horas", "2025-04-17T22:30", "2025-04-18"),
        ("3 ore fa", "2025-04-17T22:30", "2025-04-18"),
        ("3 uur geleden", "2025-04-17T22:30", "2025-04-18"),
        ("3 saat önce", "2025-04-17T22:30", "2025-04-18"),
        ("3 часа назад", "2025-04-17T22:30", "2025-04-18"),
        ("منذ 3 ساعات", "2025-04-17T22:30", "2025-04-18"),
        ("3小时前", "2025-04-17T22:30", "2025-04-18"),
        ("三个小时前", "2025-04-17T22:30", "2025-04-18"),
        ("3時間前", "2025-04-17T22:30", "2025-04-18"),
        ("3시간 전", "2025-04-17T22:30", "2025-04-18"),
        ("3 jam lalu", "2025-04-17T22:30", "2025-04-18"),
        ("3 घंटे पहले", "2025-04-17T22:30", "2025-04-18"),
        ("vor 2 Tagen", "2025-04-16", "2025-04-16"),
        ("hace dos días", "2025-04-16", "2025-04-16"),
        ("2 週間前", "2025-W14", "2025-W14"),
        ("il y a 2 ans", "2023", "2023"),
    ],
)
def test_a_count_from_now(words, at_the_moment, on_the_day):
    assert read(words, MOMENT) == at_the_moment
    assert read(words, FRIDAY) == on_the_day
    assert read(words, None) is None


def test_a_moment_keeps_its_offset_and_is_all_inferred():
    east = dt.timezone(dt.timedelta(hours=2))
    date = normalize_date("3 hours ago", reference=MOMENT.replace(tzinfo=east))
    assert date == WireDate(2025, 4, 17, dt.time(22, 30, tzinfo=east), inferred=("year", "month", "day", "time"))
    assert normalize_date("999 hours ago", reference=dt.datetime.min) is None


def test_a_moment_is_right_where_the_clocks_were_changed_meanwhile():
    new_york = tz.tzstr("EST5EDT,M3.2.0/2,M11.1.0/2")
    date = normalize_date("3 hours ago", reference=dt.datetime(2025, 3, 9, 4, 0, tzinfo=new_york))
    assert date is not None
    assert date.isoformat() == "2025-03-09T00:00-05:00"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("上周五", "2025-04-11"),
        ("上星期五", "2025-04-11"),
        ("上个星期五", "2025-04-11"),
        ("上週五", "2025-04-11"),
        ("本周三", "2025-04-16"),
        ("这周三", "2025-04-16"),
        ("下周一", "2025-04-21"),
        ("先週の金曜日", "2025-04-11"),
        ("지난주 금요일", "2025-04-11"),
        ("thứ sáu tuần trước", "2025-04-11"),
        ("el viernes pasado", "2025-04-11"),
        ("lunes pasado", "2025-04-14"),
        ("vendredi dernier", "2025-04-11"),
        ("letzten Freitag", "2025-04-11"),
        ("nächsten Montag", "2025-04-21"),
        ("в прошлую пятницу", "2025-04-11"),
        ("上周", "2025-W15"),
        ("letzte Woche", "2025-W15"),
        ("上个月", "2025-03"),
        ("el mes pasado", "2025-03"),
        ("去年", "2024"),
        ("l'année dernière", "2024"),
        ("vorgestern", "2025-04-16"),
        ("后天", "2025-04-20"),
        ("上五", None),
        ("letzten Satz", None),
        ("10:30 a.m. Friday", "2025-04-18T10:30"),
        ("Friday at 10:30 a.m.", "2025-04-18T10:30"),
        ("today at 6:05 pm", "2025-04-18T18:05"),
        ("Chapter 10:30 Friday", None),
    ],
)
def test_a_phrase_of_another_language_or_with_a_time(words, value):
    assert read(words) == value


@pytest.mark.parametrize(
    ("words", "context", "value"),
    [
        ("Monday", "HE WILL COME MONDAY, HE SAID.", "2025-04-21"),
        ("lundi", "IL ARRIVERA LUNDI.", "2025-04-21"),
        ("Monday", "The minister resigned; Monday the port will reopen.", "2025-04-21"),
        ("Monday", "He will resign; Monday the port closed.", "2025-04-14"),
        ("Monday", "It is being planned Monday", "2025-04-21"),
        ("since Monday", "He will stay there since Monday", "2025-04-14"),
    ],
)
def test_words_of_the_same_clause_tell_the_tense_in_capitals_too(words: str, context: str, value: str) -> None:
    assert read(words, context=context) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two days earlier", "2025-04-16"),
        ("earlier two days", None),
        ("hence two weeks", None),
        ("in two days", "2025-04-20"),
        ("from now two days", None),
    ],
)
def test_what_says_earlier_or_later_stands_where_its_language_puts_it(words: str, value: str | None) -> None:
    assert read(words) == value
