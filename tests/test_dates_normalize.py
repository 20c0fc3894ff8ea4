"""A date expression on its own: words before it, clocks, several days, order and language, wrong arguments."""

from __future__ import annotations

import datetime as dt

import pytest
from reading_dates import FRIDAY, read

from wirenews.article import WireDate
from wirenews.dates.normalize import normalize_date

# --- forms of clocks, pages and counts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20250418", "2025-04-18"),
        ("20250418T103000Z", "2025-04-18T10:30Z"),
        ("2025-04", "2025-04"),
        ("2025/04", "2025-04"),
        ("2025/4", "2025-04"),
        ("04/2025", "2025-04"),
        ("2010-12", "2010-12"),
        ("2011-12", None),
        ("1918-19", None),
        ("2025-13", None),
        ("2025-00", None),
        ("13/2025", None),
        ("3025-04", None),
        ("20250230", None),
        ("12345678", None),
        ("+44 171 542 7717", None),
        ("555-1234", None),
        ("3-1", None),
        ("Fri Apr 18 10:30:00 IST 2025", "2025-04-18T10:30+05:30"),
        ("Fri Apr 18 10:30:00 2025", "2025-04-18T10:30"),
        ("Fri Apr 18 10:30:00 +0530 2025", "2025-04-18T10:30+05:30"),
        ("Sat Feb 29 10:30:00 UTC 2025", None),
        ("10:30 a.m. on Friday, April 18", "--04-18T10:30"),
        ("at 10:30 a.m. on April 18, 2025", "2025-04-18T10:30"),
        ("10:30 Uhr am 18. April 2025", "2025-04-18T10:30"),
        ("à 10h30 le 18 avril", "--04-18T10:30"),
        ("Updated: Apr 18, 2025 10:30 am IST", "2025-04-18T10:30+05:30"),
        ("Last updated on April 18, 2025", "2025-04-18"),
        ("Published April 18, 2025 | 10:30 GMT", "2025-04-18T10:30Z"),
        ("Aktualisiert am 18. April 2025 um 10:30 Uhr", "2025-04-18T10:30"),
        ("Mis à jour le 18 avril 2025 à 10h30", "2025-04-18T10:30"),
        ("Stand: 18.04.2025", "2025-04-18"),
        ("Обновлено: 18 апреля 2025", "2025-04-18"),
        ("更新：2025年4月18日 10:30", "2025-04-18T10:30"),
        ("18 апреля 2025 года в 10:30", "2025-04-18T10:30"),
        ("18 kwietnia 2025 o godz. 10:30", "2025-04-18T10:30"),
        ("10:30, May 3, 2025 at 11:45", None),
        ("rain - April 18, 2025", None),
        ("Updated: never", None),
        ("April 17-18, 2025", "2025-04-17"),
        ("March 3-5", "--03-03"),
        ("17-18 April 2025", "2025-04-17"),
        ("April 17 to 18, 2025", "2025-04-17"),
        ("from April 17 through 19", "--04-17"),
        ("April 17, 18 and 19, 2025", "2025-04-17"),
        ("17, 18 and 19 April 2025", "2025-04-17"),
        ("du 17 au 18 avril 2025", "2025-04-17"),
        ("17. bis 18. April 2025", "2025-04-17"),
        ("April 30-May 2, 2025", "2025-04-30"),
        ("Dec. 30 - Jan. 2, 2025", "2024-12-30"),
        ("Dec. 30, 2024 - Jan. 2, 2025", "2024-12-30"),
        ("Dec. 30, 2023 - Jan. 2, 2025", "2023-12-30"),
        ("Feb. 29 - March 2, 2025", None),
        ("Feb. 29 - March 2, 2024", "2024-02-29"),
        ("April 18-17", None),
        ("April 17-32", None),
    ],
)
def test_a_form_of_clocks_and_pages(words, value):
    assert read(words, None) == value


def test_the_first_of_several_days_takes_its_year_from_the_last_and_not_from_the_story():
    date = normalize_date("Dec. 30 - Jan. 2, 2023", reference=FRIDAY)
    assert date == WireDate(2022, 12, 30)


@pytest.mark.parametrize(
    ("text", "options", "value"),
    [
        ("04/05/2025", {}, WireDate(2025, ambiguous=("month", "day"))),
        ("04/05/2025", {"order": "DMY"}, WireDate(2025, 5, 4)),
        ("04/05/2025", {"order": "MDY"}, WireDate(2025, 4, 5)),
        ("04/05/2025", {"language": "fr"}, WireDate(2025, 5, 4)),
        ("04/05/2025", {"language": "en"}, WireDate(2025, ambiguous=("month", "day"))),
        ("04/05/2025", {"language": "fr", "order": "MDY"}, WireDate(2025, 4, 5)),
        ("04.05.2025", {}, WireDate(2025, 5, 4)),
        ("04.05.2025", {"order": "MDY"}, WireDate(2025, 4, 5)),
        ("04-05-25", {"order": "MDY"}, WireDate(2025, 4, 5)),
        ("25/12/2023", {"order": "MDY"}, WireDate(2023, 12, 25)),
        ("12/25/2023", {"order": "DMY"}, WireDate(2023, 12, 25)),
        ("05/05/2023", {}, WireDate(2023, 5, 5)),
        ("12/05", {}, None),
        ("12/05", {"order": "DMY"}, WireDate(month=5, day=12)),
        ("12/05", {"order": "MDY"}, WireDate(month=12, day=5)),
        ("8/4", {}, None),
        ("8/4", {"order": "MDY"}, WireDate(month=8, day=4)),
        ("2025-04-05", {"order": "DMY"}, WireDate(2025, 4, 5)),
        ("April 5", {"order": "DMY"}, WireDate(month=4, day=5)),
    ],
)
def test_order_and_language_say_which_number_is_the_day(text, options, value):
    assert normalize_date(text, **options) == value


@pytest.mark.parametrize(
    ("text", "options", "value"),
    [
        ("19 listopada", {}, WireDate(day=19, ambiguous=("month",))),
        ("19 listopada", {"language": "pl"}, WireDate(month=11, day=19)),
        ("19. listopada", {"language": "hr"}, WireDate(month=10, day=19)),
        ("19 listopada", {"language": "en"}, WireDate(day=19, ambiguous=("month",))),
        ("19 LISTOPADA 2024", {}, WireDate(2024, day=19, ambiguous=("month",))),
        ("19. listopadu 2024", {"language": "cs"}, WireDate(2024, 11, 19)),
        ("listopada 2024", {}, WireDate(2024, ambiguous=("month",))),
        ("listopada 2024", {"language": "hr"}, WireDate(2024, 10)),
        ("listopad", {}, None),
        ("listopad", {"language": "pl"}, WireDate(month=11)),
        ("3 lip", {"language": "pl"}, WireDate(month=7, day=3)),
        ("3. srp", {"language": "hr"}, WireDate(month=7, day=3)),
        ("3. srpna", {}, WireDate(month=8, day=3)),
    ],
)
def test_a_month_that_languages_read_differently_needs_one(text, options, value):
    assert normalize_date(text, **options) == value
    if value is not None and value.ambiguous:
        assert normalize_date(text, reference=FRIDAY, **options) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 18 tháng 4 năm 2025", "2025-04-18"),
        ("vào ngày 18 tháng 4", "--04-18"),
        ("18 tháng 4", "--04-18"),
        ("le 18 avril", "--04-18"),
        ("den 18 april", "--04-18"),
        ("am 18. April", "--04-18"),
        ("am Freitag, dem 18. April 2025", "2025-04-18"),
        ("18 de abril de 2025", "2025-04-18"),
        ("el día 18 de abril", "--04-18"),
        ("pada tanggal 18 April 2025", "2025-04-18"),
        ("on the 18th of April", "--04-18"),
        ("วันที่ 18 เมษายน 2568", "2025-04-18"),
        ("2025년 4월 18일(금)", "2025-04-18"),
        ("١٨ أبريل ٢٠٢٥", "2025-04-18"),
        ("۱۸ آوریل ۲۰۲۵", "2025-04-18"),
        ("१८ अप्रैल २०२५", "2025-04-18"),
        ("১৮ এপ্রিল ২০২৫", "2025-04-18"),
        ("๑๘ เมษายน ๒๕๖๘", "2025-04-18"),
        ("九月二十七日", "--09-27"),
        ("十四日", "---14"),
        ("29 فروردین 1404", "2025-04-18"),
        ("Hà Nội, ngày 18 tháng 4", None),
    ],
)
def test_words_before_a_date_and_figures_of_all_scripts(text, value):
    assert read(text, None) == value


# --- what no calendar, clock or year shows --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("tháng 12", "--12"),
        ("tháng 13", None),
        ("trenta mitja", None),
        ("twenty half", None),
        ("tháng 0", None),
        ("十二日", "---12"),
        ("十二三日", None),
        ("summer nineteen ninety-six", "1996-SU"),
        ("summer thirty ninety-six", None),
        ("summer nineteen", None),
        ("summer nineteen two thousand", None),
        ("April 18, 8.30 p.m.", "--04-18T20:30"),
        ("April 18, 20 Uhr", "--04-18T20:00"),
        ("April 18, 8 GMT", None),
        ("April 18 10:30:00 IST 2025", "2025-04-18T10:30+05:30"),
        ("April 18 10:30:00 IST 9025", None),
    ],
)
def test_a_part_that_cannot_be_is_no_date(words, value):
    date = normalize_date(words)
    assert (None if date is None else date.isoformat()) == value


# --- seasons --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence", "reference", "value"),
    [
        # Winter is counted to the year in which it begins.
        ("this winter", None, dt.date(1998, 1, 10), "1997-WI"),
        ("this winter", None, dt.date(1998, 12, 20), "1998-WI"),
        ("this fall", None, dt.date(1998, 1, 10), "1998-FA"),
        ("fall", None, dt.date(1998, 1, 10), "1997-FA"),
        # Between two falls the tense decides, a month before one it does not.
        ("fall", "It opened in fall.", dt.date(1998, 4, 15), "1997-FA"),
        ("fall", "It will open in fall.", dt.date(1998, 4, 15), "1998-FA"),
        ("fall", "It was planned for fall.", dt.date(1998, 9, 15), "1998-FA"),
    ],
)
def test_a_season_is_the_nearest_or_what_the_tense_says(words, sentence, reference, value):
    date = normalize_date(words, reference=reference, context=sentence)
    assert date is not None
    assert date.isoformat() == value


def test_the_tense_moves_a_day_whose_year_is_open():
    march = dt.date(1998, 3, 15)
    dates = [
        normalize_date("Oct 3", reference=march, context=sentence)
        for sentence in (None, "They met on Oct 3.", "They will meet on Oct 3.")
    ]
    assert [date and date.isoformat() for date in dates] == ["1997-10-03", "1997-10-03", "1998-10-03"]


# --- bad arguments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ((None,), {}, "text must be a str, got NoneType None: pass the words of a date, such as 'Feb 26'"),
        ((5,), {}, "text must be a str, got int 5: pass the words of a date, such as 'Feb 26'"),
        ((b"Feb 26",), {}, "text must be a str, got bytes b'Feb 26': pass text.decode('utf-8')"),
        ((FRIDAY,), {}, "got date datetime.date(2025, 4, 18): pass its isoformat()"),
        (("today",), {"reference": "2025-04-18"}, "pass datetime.date.fromisoformat('2025-04-18')"),
        (("today",), {"reference": 20250418}, "reference must be a date or a datetime, got int 20250418: pass"),
        (("today",), {"context": 3}, "context must be the sentence as a str, or None, got int 3: pass context='"),
        (("today",), {"language": 3}, "language must be an ISO 639-1 code or None, got int 3: pass language='pl'"),
        (("today",), {"order": 3}, "order must be 'DMY', 'MDY' or None, got int 3: pass order='DMY'"),
    ],
)
def test_a_wrong_argument_says_what_to_pass(arguments, options, words):
    with pytest.raises(TypeError) as caught:
        normalize_date(*arguments, **options)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"language": "cz"}, "got 'cz': pass 'cs'"),
        ({"language": "Polish"}, "language must be an ISO 639-1 code, got 'Polish': pass 'pl'"),
        ({"language": "xx"}, "language must be an ISO 639-1 code, got 'xx': pass such as 'pl'"),
        ({"language": ""}, "got ''"),
        ({"order": "YMD"}, "order must be 'DMY' or 'MDY', got 'YMD': pass order='DMY' where the day stands first"),
        ({"order": "dmy"}, "got 'dmy'"),
        ({"order": ""}, "got ''"),
    ],
)
@pytest.mark.parametrize("text", ["today", "", "x" * 500])
def test_a_wrong_language_or_order_is_refused_whatever_the_text(text, options, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        normalize_date(text, **options)
    assert words in str(caught.value)


# --- what the story's day and the sentence settle -------------------------------------------------------------------


def test_the_year_of_several_days_is_inferred_from_the_story() -> None:
    date = normalize_date("Dec. 30 - Jan. 2", reference=FRIDAY)
    assert date is not None
    assert (date.isoformat(), date.inferred) == ("2024-12-30", ("year",))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [("They met on 12/20 in the town.", "2024-12-20"), ("They will meet on 12/20 in the town.", "2025-12-20")],
)
def test_the_sentence_tells_the_year_of_a_date_in_figures(sentence: str, value: str) -> None:
    date = normalize_date("12/20", reference=FRIDAY, context=sentence)
    assert date is not None
    assert date.isoformat() == value


@pytest.mark.parametrize(("day", "value"), [(dt.date(2025, 3, 20), "2025-SP"), (dt.date(2025, 10, 20), "2025-SP")])
def test_a_season_that_is_near_is_that_one_whatever_the_tense(day: dt.date, value: str) -> None:
    date = normalize_date("spring", reference=day, context="Sales rose in spring.")
    assert date is not None
    assert date.isoformat() == value
