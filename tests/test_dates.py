"""Words -> dates: every form agencies write, what is no date, and what the reference settles."""

from __future__ import annotations

import datetime as dt
import doctest
import unicodedata

import hypothesis.strategies as st
import pytest
from conftest import fail_if_it_grows_faster
from dateutil import tz
from hypothesis import assume, example, given

import wirenews
from wirenews.dates import calendar as almanac
from wirenews.dates import clock
from wirenews.dates import find as dates
from wirenews.dates import relative as timex
from wirenews.dates.find import find_date, match_date, normalize_date, settle
from wirenews.text import patterns
from wirenews.wire_date import WireDate

FRIDAY = dt.date(2025, 4, 18)


def found(text: str, **options: object) -> tuple[str, str | None] | None:
    """The date that stands in a dateline: its words and its value."""
    match = find_date(text, 0, len(text), **options)  # type: ignore[arg-type]
    if match is None:
        return None
    return text[match.start : match.end], None if match.date is None else match.date.isoformat()


def read(text: str, reference: dt.date | None = FRIDAY, context: str | None = None) -> str | None:
    date = normalize_date(text, reference=reference, context=context)
    return None if date is None else date.isoformat()


# --- dates in datelines ---------------------------------------------------------------------------------------------

IN_DATELINES = [
    # month and day
    ("SALVADOR, Feb 26 -", "Feb 26", "--02-26"),
    ("OSLO, Feb. 26 (AP) _", "Feb. 26", "--02-26"),
    ("OSLO, February 26 (Reuters)", "February 26", "--02-26"),
    ("LOS ANGELES, MArch 19 -", "MArch 19", "--03-19"),
    ("west fargo, april 7 -", "april 7", "--04-07"),
    ("OSLO, Feb26 -", "Feb26", "--02-26"),
    ("OTTAWA, Oct 2-\n", "Oct 2", "--10-02"),
    ("BRISBANE, Australia, Jan. 1(Xinhua) --", "Jan. 1", "--01-01"),
    ("BERGEN, Sept 3 (Reuters)", "Sept 3", "--09-03"),
    ("BERGEN, Sept. 03 (Reuters)", "Sept. 03", "--09-03"),
    ("BERGEN, May, 5 (AP)", "May, 5", "--05-05"),
    ("WASHINGTON, D.C. March 18 -", "March 18", "--03-18"),
    ("BERGEN, June 1st (AP)", "June 1st", "--06-01"),
    ("BERGEN, Feb\n26 (AP)", "Feb\n26", "--02-26"),
    ("BERGEN, Feb 29 (AP)", "Feb 29", "--02-29"),
    # several days: the first
    ("OSLO, April 17-18, 2025 (AP) -", "April 17-18, 2025", "2025-04-17"),
    ("OSLO, April 17–18 (AP) -", "April 17–18", "--04-17"),
    ("OSLO, 17-18 April 2025 (AP) -", "17-18 April 2025", "2025-04-17"),
    ("Wien, 17.-18. April (APA) -", "17.-18. April", "--04-17"),
    ("OSLO, April 17 - 18 boats sank", "April 17", "--04-17"),
    # the year last
    ("Fri Apr 18 10:30:00 IST 2025", "Fri Apr 18 10:30:00 IST 2025", "2025-04-18T10:30+05:30"),
    ("Fri Apr 18 10:30:05 2025", "Fri Apr 18 10:30:05 2025", "2025-04-18T10:30:05"),
    ("OSLO, Feb 26 0930 GMT 2014 teams", "Feb 26 0930 GMT", "--02-26T09:30Z"),
    # digits only
    ("date 20250418", "20250418", "2025-04-18"),
    ("(20250418T103000Z)", "20250418T103000Z", "2025-04-18T10:30Z"),
    ("20250418T1030+0530", "20250418T1030+0530", "2025-04-18T10:30+05:30"),
    # with a year
    ("STOCKHOLM, Aug 29, 2014 (AFP) -", "Aug 29, 2014", "2014-08-29"),
    ("KUALA LUMPUR, April 1 , 1997 (AFP)", "April 1 , 1997", "1997-04-01"),
    ("CALGARY, Alberta, Dec. 03, 2019 (GLOBE NEWSWIRE)", "Dec. 03, 2019", "2019-12-03"),
    ("BERGEN, April 18 2025 (AP)", "April 18 2025", "2025-04-18"),
    ("BERGEN, Feb. 26 '87 (AP)", "Feb. 26 '87", "1987-02-26"),
    ("BERGEN, March 2001 (AP)", "March 2001", "2001-03"),
    # day and month
    ("Paris, 21 jan 2019 (AFP) -", "21 jan 2019", "2019-01-21"),
    ("BOGOTA, 9 JAN 90 (EFE) --", "9 JAN 90", "1990-01-09"),
    ("SAN SALVADOR, 3 JAN 90 --", "3 JAN 90", "1990-01-03"),
    ("LIMA, 3 JAN 04 --", "3 JAN 04", "2004-01-03"),
    ("BERGEN, 26 February (NTB)", "26 February", "--02-26"),
    ("BERGEN, 26Feb (NTB)", "26Feb", "--02-26"),
    ("BERGEN, 26-Feb-2020 (NTB)", "26-Feb-2020", "2020-02-26"),
    ("BERGEN, 26th of February 2020 (NTB)", "26th of February 2020", "2020-02-26"),
    ("BERGEN, 11 may (EFE)", "11 may", "--05-11"),
    ("ROME, 22 MAR (ANSA)", "22 MAR", "--03-22"),
    # numbers
    ("BURLINGAME, Calif. 1996-08-20", "1996-08-20", "1996-08-20"),
    ("date 2025-04-18", "2025-04-18", "2025-04-18"),
    ("2025/04/18", "2025/04/18", "2025-04-18"),
    ("Gdańsk, 11.05.2023 (PAP)", "11.05.2023", "2023-05-11"),
    ("(APA, 11.9.2015)", "11.9.2015", "2015-09-11"),
    ("25/12/2023", "25/12/2023", "2023-12-25"),
    ("12/25/2023", "12/25/2023", "2023-12-25"),
    ("05/05/2023", "05/05/2023", "2023-05-05"),
    ("ANVERS 25/05 (BELGA)", "25/05", "--05-25"),
    ("Wien, 18.04. (APA)", "18.04.", "--04-18"),
    # weekday before it
    ("TUESDAY, Dec. 6 (HealthDay News)", "TUESDAY, Dec. 6", "--12-06"),
    ("Pa. 1997-03-13", "1997-03-13", "1997-03-13"),
    ("Tuesday, December 6, 2022", "Tuesday, December 6, 2022", "2022-12-06"),
    ("Sun, 12 Jan 2020", "Sun, 12 Jan 2020", "2020-01-12"),
    ("Fr., 18. April 2025", "Fr., 18. April 2025", "2025-04-18"),
    ("viernes, 18 de abril", "viernes, 18 de abril", "--04-18"),
    ("mar 3 abr 2018", "mar 3 abr 2018", "2018-04-03"),
    # times and zones
    ("(07-17) 13:09 PDT BERKELEY", "(07-17) 13:09 PDT", "--07-17T13:09-07:00"),
    ("(07-05) 13:09 PDT BERKELEY", "(07-05) 13:09 PDT", "--07-05T13:09-07:00"),
    ("Updated: Feb 13, 2020, 13:10 IST", "Feb 13, 2020, 13:10 IST", "2020-02-13T13:10+05:30"),
    ("Apr 18, 2025 20:10 IST", "Apr 18, 2025 20:10 IST", "2025-04-18T20:10+05:30"),
    ("Updated 3:21 PM EET, September 11, 2024", "3:21 PM EET, September 11, 2024", "2024-09-11T15:21+02:00"),
    ("Feb 26 0930 GMT", "Feb 26 0930 GMT", "--02-26T09:30Z"),
    ("March 29, 2019 12:20 ET", "March 29, 2019 12:20 ET", "2019-03-29T12:20"),
    ("2025-04-18T20:10:00Z", "2025-04-18T20:10:00Z", "2025-04-18T20:10Z"),
    ("2025-04-18T20:10:30+02:00", "2025-04-18T20:10:30+02:00", "2025-04-18T20:10:30+02:00"),
    ("29.06.2017 um 16:34 Uhr", "29.06.2017 um 16:34 Uhr", "2017-06-29T16:34"),
    ("29.06.2017 16.34 Uhr", "29.06.2017 16.34 Uhr", "2017-06-29T16:34"),
    ("Feb 26, 10:30 AFP", "Feb 26, 10:30", "--02-26T10:30"),
    ("Feb 26 at 12 a.m.", "Feb 26 at 12 a.m.", "--02-26T00:00"),
    # other languages
    ("Madrid, 11 may (EFE).-", "11 may", "--05-11"),
    ("MADRID, 3 Abr. (EUROPA PRESS) -", "3 Abr.", "--04-03"),
    ("Madrid, 18 de abril de 2025 (EFE)", "18 de abril de 2025", "2025-04-18"),
    ("Río de Janeiro, 23 may (EFE)", "23 may", "--05-23"),
    ("Lisboa, 18 abr 2023 (Lusa) -", "18 abr 2023", "2023-04-18"),
    ("São Paulo, 18 de março (Agência)", "18 de março", "--03-18"),
    ("Paris, 1er févr. 2019 (AFP)", "1er févr. 2019", "2019-02-01"),
    ("Paris, 14. März. (AFP).", "14. März", "--03-14"),
    ("Wien, 3. Jänner 2020 (APA)", "3. Jänner 2020", "2020-01-03"),
    ("(ANSA) - ROMA, 01 SET -", "01 SET", "--09-01"),
    ("(ANSA) - ROMA, 11 OTT -", "11 OTT", "--10-11"),
    ("Den Haag, 3 mrt 2020 (ANP)", "3 mrt 2020", "2020-03-03"),
    ("Stockholm, 3 augusti (TT)", "3 augusti", "--08-03"),
    ("København, 3. oktober /ritzau/", "3. oktober", "--10-03"),
    ("Helsinki, 18. huhtikuuta 2025 (STT)", "18. huhtikuuta 2025", "2025-04-18"),
    ("Warszawa, 18 kwietnia 2025 (PAP)", "18 kwietnia 2025", "2025-04-18"),
    ("PRAHA 18. června (ČTK) -", "18. června", "--06-18"),
    ("Budapest, 2023. április 18. (MTI)", "2023. április 18.", "2023-04-18"),
    ("Budapest, április 18. (MTI)", "április 18", "--04-18"),
    ("Budapest, 2023. április 18-án (MTI)", "2023. április 18-án", "2023-04-18"),
    ("Budapest, 2023. április (MTI)", "2023. április", "2023-04"),
    ("ZAGREB, 30. kolovoza (Hina) -", "30. kolovoza", "--08-30"),
    ("BEOGRAD, 12. marta (Tanjug) -", "12. marta", "--03-12"),
    ("БЕОГРАД, 12. марта 2025. (Танјуг) -", "12. марта 2025", "2025-03-12"),
    ("Vilnius, kovo 12 d. (BNS) -", "kovo 12 d.", "--03-12"),
    ("Vilnius, 2024 m. gruodžio 19 d. (BNS) -", "2024 m. gruodžio 19 d.", "2024-12-19"),
    ("Rīga, 2024. gada 19. decembrī (LETA) -", "2024. gada 19. decembrī", "2024-12-19"),
    ("Tallinn, 19. detsember (BNS) -", "19. detsember", "--12-19"),
    ("Oslo, 19. desember (NTB) -", "19. desember", "--12-19"),
    ("Bratislava, 19. decembra 2024 (TASR) -", "19. decembra 2024", "2024-12-19"),
    ("București, 19 decembrie (Agerpres) -", "19 decembrie", "--12-19"),
    ("Stockholm, 19 december (TT) -", "19 december", "--12-19"),
    ("சென்னை, 18 ஏப்ரல் 2025", "18 ஏப்ரல் 2025", "2025-04-18"),
    ("मुंबई, १८ एप्रिल २०२५", "१८ एप्रिल २०२५", "2025-04-18"),
    ("București, 18 aprilie (Agerpres)", "18 aprilie", "--04-18"),
    ("ΑΘΗΝΑ, 18 ΑΠΡΙΛΙΟΥ 2025", "18 ΑΠΡΙΛΙΟΥ 2025", "2025-04-18"),
    ("МОСКВА, 27 августа. /ТАСС/.", "27 августа", "--08-27"),
    ("МОСКВА, 27 сен — РИА Новости.", "27 сен", "--09-27"),
    ("МОСКВА, 18 апреля 2025 года", "18 апреля 2025 года", "2025-04-18"),
    ("КИЇВ, 18 квітня (Укрінформ)", "18 квітня", "--04-18"),
    ("ANKARA, 18 NİSAN 2025 (AA)", "18 NİSAN 2025", "2025-04-18"),
    ("ANKARA, 3 KASIM (AA)", "3 KASIM", "--11-03"),
    ("9 يونيو (رويترز) -", "9 يونيو", "--06-09"),
    ("بيروت، 18 كانون الثاني 2020", "18 كانون الثاني 2020", "2020-01-18"),
    ("الرباط ٩ يونيو", "٩ يونيو", "--06-09"),
    ("ירושלים, 18 באפריל 2025", "18 באפריל 2025", "2025-04-18"),
    ("۱۸ آوریل ۲۰۲۵", "۱۸ آوریل ۲۰۲۵", "2025-04-18"),
    ("नई दिल्ली, १८ अप्रैल 2025 (भाषा)", "१८ अप्रैल 2025", "2025-04-18"),
    ("ঢাকা, ১৮ এপ্রিল ২০২৫ (বাসস)", "১৮ এপ্রিল ২০২৫", "2025-04-18"),
    ("اسلام آباد، 18 اپریل", "18 اپریل", "--04-18"),
    ("Jakarta, 17 Agustus 2024 (ANTARA)", "17 Agustus 2024", "2024-08-17"),
    ("KUALA LUMPUR, 6 Ogos (Bernama) --", "6 Ogos", "--08-06"),
    ("Hà Nội, 18 tháng 4 năm 2023 (TTXVN)", "18 tháng 4 năm 2023", "2023-04-18"),
    ("กรุงเทพฯ 18 เมษายน 2566", "18 เมษายน 2566", "2023-04-18"),
    ("กรุงเทพฯ 18 เม.ย. 66", "18 เม.ย. 66", "2023-04-18"),
    ("新华社北京6月14日电", "6月14日", "--06-14"),
    ("新华社北京１０月２２日电", "１０月２２日", "--10-22"),
    ("（中央社記者台北29日電）", "29日", "---29"),
    ("2023年4月18日", "2023年4月18日", "2023-04-18"),
    ("民國112年4月18日", "民國112年4月18日", "2023-04-18"),
    ("令和5年4月18日", "令和5年4月18日", "2023-04-18"),
    ("2023년 4월 18일", "2023년 4월 18일", "2023-04-18"),
    ("(서울 18일 연합뉴스)", "18일", "---18"),
    # day and month without a nought, where the day is over 12
    ("Hà Nội, 18/4 (TTXVN) -", "18/4", "--04-18"),
    ("Hà Nội (TTXVN 10/10/2022)", "10/10/2022", "2022-10-10"),
    # a month named twice
    ("القاهرة 9 يونيو حزيران (رويترز) -", "9 يونيو حزيران", "--06-09"),
    ("القاهرة 12 أكتوبر تشرين الأول (رويترز) -", "12 أكتوبر تشرين الأول", "--10-12"),
    ("بيروت 12 تشرين الأول/أكتوبر 2025", "12 تشرين الأول/أكتوبر 2025", "2025-10-12"),
    ("دمشق 18 نيسان / أبريل 2025", "18 نيسان / أبريل 2025", "2025-04-18"),
    ("القاهرة 9 يونيو أيار", "9 يونيو", "--06-09"),
    # the date of another calendar before it
    ("جدة 20 شوال 1446 هـ الموافق 18 أبريل 2025 م واس", "20 شوال 1446 هـ الموافق 18 أبريل 2025 م", "2025-04-18"),
    (
        "الرياض 22 جمادى الأولى 1446هـ الموافق 24 نوفمبر 2024 م",
        "22 جمادى الأولى 1446هـ الموافق 24 نوفمبر 2024 م",
        "2024-11-24",
    ),
    # figures and dashes
    ("الكويت - 18 - 4 - 2025 (كونا) --", "18 - 4 - 2025", "2025-04-18"),
    # weekday after it
    ("Budapest, 2023. május 11., csütörtök (MTI)", "2023. május 11., csütörtök", "2023-05-11"),
    ("Roma, 11 maggio 2023, giovedì -", "11 maggio 2023, giovedì", "2023-05-11"),
    ("Москва, 18 апреля 2025 года, пятница", "18 апреля 2025 года, пятница", "2025-04-18"),
    ("ANKARA, 7 Nisan 2025 Pazartesi (AA)", "7 Nisan 2025 Pazartesi", "2025-04-07"),
    ("2025年4月18日（金）", "2025年4月18日（金）", "2025-04-18"),
    ("2025년 4월 18일(금)", "2025년 4월 18일(금)", "2025-04-18"),
    ("OSLO, Feb 26 Friday prayers", "Feb 26", "--02-26"),
    ("OSLO, 26 Feb, vendredi", "26 Feb", "--02-26"),
    # weekday of two words, or with a word between
    ("terça-feira, 18 de abril", "terça-feira, 18 de abril", "--04-18"),
    ("Thứ Sáu, ngày 18 tháng 4", "Thứ Sáu, ngày 18 tháng 4", "--04-18"),
    ("יום שישי, 18 באפריל 2025", "יום שישי, 18 באפריל 2025", "2025-04-18"),
    ("Freitag, dem 18. April 2025", "Freitag, dem 18. April 2025", "2025-04-18"),
    ("วันศุกร์ที่ 18 เมษายน พ.ศ. 2568", "วันศุกร์ที่ 18 เมษายน พ.ศ. 2568", "2025-04-18"),
    # without a digit
    ("新華社北京九月二十七日電", "九月二十七日", "--09-27"),
    ("（十四日電）", "十四日", "---14"),
    ("二〇二五年四月十八日", "二〇二五年四月十八日", "2025-04-18"),
    ("正月三十一日", "正月三十一日", "--01-31"),
    ("十二月廿五日", "十二月廿五日", "--12-25"),
    ("ڈھاکہ ۔ یکم دسمبر (اے پی پی)", "یکم دسمبر", "--12-01"),
    ("اسلام آباد، یکم دسمبر 2024ء", "یکم دسمبر 2024ء", "2024-12-01"),
]


@pytest.mark.parametrize(("text", "words", "value"), IN_DATELINES)
def test_a_date_in_a_dateline(text, words, value):
    assert found(text) == (words, value)


@pytest.mark.parametrize(("text", "words", "value"), IN_DATELINES)
def test_the_same_date_is_matched_where_it_starts_and_nowhere_else(text, words, value):
    start = text.index(words)
    match = match_date(text, start, len(text))
    assert match is not None
    assert (match.start, match.end) == (start, start + len(words))
    if start and not text[start - 1].isalnum():
        earlier = match_date(text, start - 1, len(text))
        assert earlier is None or earlier.start == start - 1


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, Feb 30 -",
        "OSLO, April 31 (AP)",
        "OSLO, 31 June (AP)",
        "OSLO, Feb. 29, 2023 (AP)",
        "OSLO, 29 FEB 1900",
        "1996-02-30",
        "31.06.2020",
        "2月30日",
        "OSLO, Jan 0 (AP)",
    ],
)
def test_a_day_that_no_calendar_has_is_a_match_without_a_date(text):
    match = find_date(text, 0, len(text))
    assert match is not None
    assert match.date is None


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON (Reuters)",
        "",
        " ",
        "WASHINGTON",
        # names and verbs
        "May told 3 people",
        "March on 7 cities",
        "Mar 12,000 acres",
        "12 may have died",
        "25 march through the town",
        "MARS 2020",
        "Ian 3, Tom 2",
        "Dec 5.5 pct",
        "June 5% higher",
        # ordinary words that are months elsewhere
        "Rovers led 3",
        "3 out of 5",
        "5 ago in a row",
        "14 sub-zero nights",
        "12 set the pace",
        "100 lip readers",
        # scores, fractions, ratios, clocks, ranges
        "FINAL - Northgate 2, Southgate 1",
        "beat Ashford 2-1",
        "12-6",
        "May 6-3",
        "2-5 goals",
        "24/7",
        "1/2",
        "5/16",
        "15/16",
        "9/11",
        "1-1/2",
        "01-01 0287",
        "13:09",
        "99/99",
        "45.60.2020",
        "version 10.4.1",
        # eight digits that are no day, or belong to a longer number
        "20251341",
        "20250230",
        "12345678",
        "99990418",
        "+20250418",
        "No. 555-20250418",
        "20250418.5",
        "20250418123",
        "A20250418",
        "20250418x",
        # years and other numbers in pairs
        "1918-19",
        "2011-12",
        "the 1998-99 season",
        "555-1234",
        "10.12.14.16",
        # other numbers
        "A320 crash",
        "G7 summit",
        "section 1996",
        "$1=119 yen",
        "+44 171 542 7717",
        "2020-13-01",
        "3日間",
        "5日本人",
        "24小时",
        "第十四日",
        "十日内",
        "二日本人",
        # figures that are no date in any language's order, and a score
        "الكويت 3 - 1",
        "25/16",
        "25/0",
        # other calendars
        "29 فروردین 1404",
        "۱۴۰۴/۰۱/۲۹",
        "20 شوال 1446 هـ",
    ],
)
def test_no_date(text):
    assert found(text) is None


@pytest.mark.parametrize("text", ["12/05", "ANVERS 12/05 (BELGA)", "(07-05)"])
def test_order_of_day_and_month_is_not_guessed(text):
    match = find_date(text, 0, len(text))
    assert match is not None
    assert match.date == WireDate(ambiguous=("month", "day"))
    assert settle(match.date, FRIDAY) == match.date


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


POLISH = (
    "Rada miasta przyjęła w środę nowy budżet, który przewiduje budowę dwóch szkół. Mieszkańcy mogą zgłaszać uwagi."
)
FRENCH = "Le conseil municipal a adopté mercredi un nouveau budget qui prévoit deux écoles, selon le maire de la ville."
ENGLISH = "The council adopted a new budget on Wednesday that provides for two schools, the mayor of the town said."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"WARSZAWA, 19 listopada 2024 - {POLISH}", WireDate(2024, 11, 19)),
        (f"WARSZAWA, 19 listopada (PAP) - {POLISH}", WireDate(month=11, day=19)),
        (f"19 listopada 2024\n\n{POLISH}", WireDate(2024, 11, 19)),
        (f"WARSZAWA, 19 listopada 2024 - {ENGLISH}", WireDate(2024, day=19, ambiguous=("month",))),
        (f"PARIS, 04/05/2025 - {FRENCH}", WireDate(2025, 5, 4)),
        (f"PARIS, 04/05/2025 - {ENGLISH}", WireDate(2025, ambiguous=("month", "day"))),
        (f"PARIS, 12/05 - {ENGLISH}", None),
    ],
)
def test_parse_asks_the_story_for_its_language(text, value):
    dateline = wirenews.parse(text).dateline
    assert dateline is not None
    assert dateline.date == value


def test_parse_asks_only_when_a_date_is_ambiguous(monkeypatch):
    monkeypatch.setattr("wirenews.dateline.date_line.guess_language", lambda *_: pytest.fail("asked without need"))
    wirenews.parse(f"PARIS, May 4, 2025 (AFP) - {ENGLISH}")
    wirenews.parse(f"PARIS, 14/05/2025 - {FRENCH}")


def test_a_year_stays_when_day_and_month_are_open():
    assert found("12/05/2023") == ("12/05/2023", "2023")


@pytest.mark.parametrize(
    ("languages", "value"),
    [(("fr", "nl"), "--05-12"), (("de",), "--05-12"), (("en",), ""), (("en", "fr"), ""), (("zh",), ""), ((), "")],
)
def test_languages_that_write_the_day_first_settle_the_order(languages, value):
    assert found("ANVERS 12/05 (BELGA)", languages=languages) == ("12/05", value)


@pytest.mark.parametrize(
    ("text", "languages", "value"),
    [
        ("Hà Nội, 8/4 (TTXVN)", ("vi",), ("8/4", "--04-08")),
        ("Hà Nội, 24/7 (TTXVN)", ("vi",), ("24/7", "--07-24")),
        ("الكويت - 18 - 4 (كونا) --", ("ar",), ("18 - 4", "--04-18")),
        ("الكويت - 18 - 4 (كونا) --", (), None),
        ("Bremen 3 - 1", ("de",), None),
        ("8/4", ("en",), None),
    ],
)
def test_figures_that_are_a_date_only_in_a_known_language(text, languages, value):
    assert found(text, languages=languages) == value


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
        ("29 فروردین 1404", None),
        ("Hà Nội, ngày 18 tháng 4", None),
    ],
)
def test_words_before_a_date_and_figures_of_all_scripts(text, value):
    assert read(text, None) == value


def test_languages_are_those_that_all_words_of_the_date_share():
    def languages(text: str) -> tuple[str, ...]:
        match = find_date(text, 0, len(text))
        assert match is not None
        return match.languages

    assert languages("27 августа") == ("ru", "sr")
    assert languages("18 abr 2023") == ("es", "pt")
    assert languages("sexta, 18 abr 2023") == ("pt",)
    assert "en" in languages("April 18")
    assert languages("1996-08-22") == ()
    assert languages("6月14日") == ("ja", "zh")


def test_only_what_lies_in_the_bounds_is_read():
    text = "OSLO, Feb 26, 2014 (AP)"
    assert find_date(text, 0, 5) is None
    assert find_date(text, 0, 12).date == WireDate(month=2, day=26)  # type: ignore[union-attr]
    assert find_date(text, 10, 12) is None
    assert find_date(text, 0, 18).date == WireDate(2014, 2, 26)  # type: ignore[union-attr]


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
    ("Easter week", "2025-W16"),
    ("the week of April 3", "2025-W14"),
    ("a couple of weeks ago", "2025-W14"),
    # months
    ("this month", "2025-04"),
    ("last month", "2025-03"),
    ("next month", "2025-05"),
    ("the end of the month", "2025-04"),
    ("five months ago", "2024-11"),
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


# --- every month of every language ----------------------------------------------------------------------------------

DAY_FIRST = ["{d} {m}", "{d}. {m}", "{d} {m} {y}", "{d}. {m} {y}"]
WITH_DE = ["{d} de {m}", "{d} de {m} de {y}", "{d} de {m} del {y}"]
STYLES_OF = {
    "en": ["{m} {d}", "{m} {d}, {y}", "{d} {m}", "{d} {m} {y}", "{m} {d}th", "{d}th of {m} {y}"],
    "es": DAY_FIRST + WITH_DE,
    "pt": DAY_FIRST + WITH_DE,
    "hu": ["{m} {d}.", "{m} {d}", "{y}. {m} {d}.", "{y}. {m} {d}", "{y}. {m} {d}-án", "{m} {d}-én"],
    "lt": ["{m} {d} d.", "{m} {d}", "{y} m. {m} {d} d.", "{y} {m} {d}"],
    "lv": [*DAY_FIRST, "{y}. gada {d}. {m}"],
}
CASES = [str.lower, str.upper, str.capitalize]
MONTH_FIRST = ("{m}", "{y}")


def months_of(language: str) -> list[tuple[str, int]]:
    """The names of months in a language, all cases and short forms, and their numbers."""
    known = almanac.names()
    plain = [(word, number) for word, (number, codes, _) in known.months.items() if language in codes and number > 0]
    disputed = [(word, rows[language]) for word, rows in known.disputed_months.items() if language in rows]
    return plain + disputed


def written_in(language: str) -> list[tuple[str, int]]:
    """Each month of a language on its 19th, in the styles that the language has, small and in capitals."""
    ordinary = almanac.names().ordinary
    return [
        (case(style.format(d=19, m=word, y=2024)), number)
        for word, number in months_of(language)
        for style in STYLES_OF.get(language, DAY_FIRST)
        if word not in ordinary or not style.startswith(MONTH_FIRST)
        for case in CASES
    ]


MONTH_LANGUAGES = sorted({code for _, codes, _ in almanac.names().months.values() for code in codes})


def test_the_languages_that_name_their_months_are_known():
    assert len(MONTH_LANGUAGES) >= 45


@pytest.mark.parametrize("language", MONTH_LANGUAGES)
def test_every_month_is_read_in_every_style_of_its_language(language):
    wrong = []
    for text, month in written_in(language):
        date = normalize_date(text, language=language)
        in_line = f"OSLO, {text} (AP) -"
        match = find_date(in_line, 0, len(in_line), languages=(language,))
        expected = WireDate(2024 if "2024" in text else None, month, 19)
        if date != expected or match is None or match.date != expected or not match.start <= 6:
            wrong.append((text, date and date.isoformat(), match))
    assert not wrong


@pytest.mark.parametrize(
    ("language", "months"),
    [
        ("sv", "januari februari mars april maj juni juli augusti september oktober november december"),
        ("da", "januar februar marts april maj juni juli august september oktober november december"),
        ("no", "januar februar mars april mai juni juli august september oktober november desember"),
        ("et", "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"),
        ("sk", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"),
        ("sl", "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"),
        ("ro", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        ("nl", "januari februari maart april mei juni juli augustus september oktober november december"),
        ("hr", "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"),
        ("sr", "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra"),
        ("sr", "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра"),
        ("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        ("cs", "ledna února března dubna května června července srpna září října listopadu prosince"),
        ("uk", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("lv", "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī"),
        ("ta", "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்"),
        ("mr", "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर"),
    ],
)
def test_months_written_out_by_hand_are_read(language, months):
    for number, month in enumerate(months.split(), 1):
        for text in (f"19 {month}", f"19. {month} 2024", f"19. {month.upper()}"):
            date = normalize_date(text, language=language)
            assert date is not None, text
            assert (date.month, date.day) == (number, 19), text


@pytest.mark.parametrize(
    "months", ["sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"]
)
def test_lithuanian_months_stand_before_their_day(months):
    for number, month in enumerate(months.split(), 1):
        assert read(f"{month} 12 d.", None) == f"--{number:02}-12"
        assert read(f"2024 m. {month} 12 d.", None) == f"2024-{number:02}-12"
        assert read(f"2024 m. {month.upper()} 12 d.", None) == f"2024-{number:02}-12"


# --- accents apart from their letters -------------------------------------------------------------------------------


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("language", MONTH_LANGUAGES)
def test_every_month_is_read_with_its_accents_apart(language):
    for text, month in written_in(language):
        date = normalize_date(apart(text), language=language)
        assert date is not None, text
        assert (date.month, date.day) == (month, 19), text


WEEKDAY_NAMES = [(word, number) for word, (number, _, _) in almanac.names().weekdays.items() if len(word) > 2]


def test_every_weekday_is_read_with_its_accents_apart():
    for word, number in WEEKDAY_NAMES:
        date = normalize_date(apart(word), reference=FRIDAY)
        assert date == normalize_date(word, reference=FRIDAY), word
        assert date is None or date.date is None or date.date.weekday() == number, word


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
        ("Feb. 29 - March 2, 2025", None),
        ("Feb. 29 - March 2, 2024", "2024-02-29"),
        ("April 18-17", None),
        ("April 17-32", None),
    ],
)
def test_a_form_of_clocks_and_pages(words, value):
    assert read(words, None) == value


MOMENT = dt.datetime(2025, 4, 18, 1, 30, 40)


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
        ("hace dos días", None, None),
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


def test_every_phrase_that_the_table_has_is_read():
    for phrase, english in timex._phrases().items():
        if "*" not in phrase:
            assert normalize_date(phrase, reference=FRIDAY) == normalize_date(english, reference=FRIDAY), phrase


@pytest.mark.parametrize(
    ("signs", "number"),
    [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("二十七", 27), ("廿", 20), ("廿七", 27), ("廿十一", 21), ("卅", 30), ("卅一", 31), ("三十一", 31),
     ("二〇二五", 2025), ("二○二五", 2025), ("二零二五", 2025), ("二五", 25), ("十十十", None), ("二三十", None), ("百", None), ("", None), (None, None)],
)  # fmt: skip
def test_figures_of_chinese(signs, number):
    assert almanac.figures(signs) == number


@pytest.mark.parametrize("day", ["十", "廿一", "廿十一", "二十七", "卅一"])
def test_figures_are_read_alike_in_a_dateline_and_alone(day):
    number = almanac.figures(day)
    dateline = wirenews.parse(f"（中央社記者王小明台北{day}日電）市政府今天公布新的預算。").dateline
    assert found(f"五月{day}日") == (f"五月{day}日", f"--05-{number:02}")
    assert dateline is not None
    assert dateline.date == WireDate(day=number)


# --- bad arguments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ((None,), {}, "`text` must be a str such as 'Feb 26', got NoneType"),
        ((b"Feb 26",), {}, "decode it first"),
        ((FRIDAY,), {}, "pass its isoformat"),
        (("today",), {"reference": "2025-04-18"}, "pass datetime.date.fromisoformat('2025-04-18')"),
        (("today",), {"reference": 20250418}, "`reference` must be a date, a datetime or None, got int"),
        (("today",), {"context": 3}, "`context` must be the sentence as a str"),
        (("today",), {"language": 3}, "`language` must be an ISO 639-1 code such as 'pl', or None, got int"),
        (("today",), {"order": 3}, "`order` must be 'DMY', 'MDY' or None, got int"),
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
        ({"language": "Polish"}, "`language` must be an ISO 639-1 code such as 'pl', got 'Polish': pass 'pl'"),
        ({"language": "xx"}, "`language` must be an ISO 639-1 code such as 'pl', got 'xx'"),
        ({"language": ""}, "got ''"),
        ({"order": "YMD"}, "`order` must be 'DMY' (day first) or 'MDY' (month first), got 'YMD'"),
        ({"order": "dmy"}, "got 'dmy'"),
        ({"order": ""}, "got ''"),
    ],
)
@pytest.mark.parametrize("text", ["today", "", "x" * 500])
def test_a_wrong_language_or_order_is_refused_whatever_the_text(text, options, words):
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        normalize_date(text, **options)
    assert words in str(caught.value)


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
    real = dates.find_date

    def counted(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(dates, "find_date", counted)
    normalize_date((piece * 80)[:80], reference=FRIDAY)
    assert calls <= 120


@pytest.mark.parametrize("module", [dates, timex, almanac, clock, patterns])
def test_the_examples_in_the_docs_run(module):
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
