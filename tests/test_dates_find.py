"""Dates in datelines: every form agencies write, and what is no date."""

from __future__ import annotations

import pytest
from reading_dates import FRIDAY, found

import wirenews
from wirenews.article import WireDate
from wirenews.dates.calendar import weekday_word
from wirenews.dates.clock import clocks
from wirenews.dates.east_asian import figures
from wirenews.dates.find import find_date, match_date, may_begin_date
from wirenews.dates.reference import settle

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
    ("MADRID, mar 17-18 abr (EFE) -", "mar 17-18 abr", "--04-17"),
    ("MADRID, mar 17-18 feb 2025 (EFE) -", "mar 17-18 feb 2025", "2025-02-17"),
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
    ("OSLO, Feb 26 - 2014 teams met", "Feb 26", "--02-26"),
    ("OSLO, Feb 26. 2014 (AP)", "Feb 26. 2014", "2014-02-26"),
    ("MADRID, 3 Abr. de 2025 (EFE)", "3 Abr. de 2025", "2025-04-03"),
    ("OSLO, 18 April 2566 (AP)", "18 April", "--04-18"),
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
    ("OSLO,Feb 26 (AP)", "Feb 26", "--02-26"),
    ("(Feb 26)", "Feb 26", "--02-26"),
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
    ("2025年4月18日 周五", "2025年4月18日 周五", "2025-04-18"),
    ("(Paris, 26 avril 2025, samedi)", "26 avril 2025, samedi", "2025-04-26"),
    ("OSLO, 18 April to (AP)", "18 April", "--04-18"),
    ("2025年4月18日（金）", "2025年4月18日（金）", "2025-04-18"),
    ("2025년 4월 18일(금)", "2025년 4월 18일(금)", "2025-04-18"),
    ("OSLO, Feb 26 Friday prayers", "Feb 26", "--02-26"),
    ("OSLO, 26 Feb, vendredi", "26 Feb", "--02-26"),
    # weekday of two words, or with a word between
    ("terça-feira, 18 de abril", "terça-feira, 18 de abril", "--04-18"),
    ("segunda-feira, 18 de abril", "segunda-feira, 18 de abril", "--04-18"),
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
        "2020-12-32",
        "32.05.2020",
        "00/05/2020",
        "1-05-23",
        "11-5-23",
        "-18 - 4 - 2025",
        "45 May",
        "99 may",
        "بيروت 18 كانون",
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
        # figures of another calendar
        "۱۴۰۴/۰۱/۲۹",
    ],
)
def test_no_date(text):
    assert found(text) is None


def test_a_day_that_no_calendar_has_has_no_time_either():
    match = find_date("3:21 PM, Feb 30", 0, 15)
    assert match is not None
    assert (match.start, match.date) == (9, None)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("until 0001 GMT Monday", ["00:01:00+00:00"]),
        ("until 0001 Monday", ["00:01:00"]),
        ("00.01 MONDAY", ["00:01:00"]),
        ("before 6pm", ["18:00:00"]),
        ("from 12 a.m. to 12.30 p.m.", ["00:00:00", "12:30:00"]),
        ("16.34 Uhr", ["16:34:00"]),
        ("18h30 CEST", ["18:30:00+02:00"]),
        ("10:30:15.5 +0530", ["10:30:15+05:30"]),
        ("2460 boats, 12:75, 25:00, 13 pm, 0 am, room 12, 10:30:99, A0930", []),
        ("10:30 +9900", ["10:30:00"]),
    ],
)
def test_times_of_day_in_words_that_tell_of_one(text, times):
    assert [clock.time.isoformat() for clock in clocks(text, 0, len(text))] == times


@pytest.mark.parametrize(
    ("word", "may"), [("El", True), ("sábado,", True), ("3", True), ("Rain", False), ("(Rain)", False)]
)
def test_a_word_that_may_begin_a_date(word, may):
    assert may_begin_date(word) is may


@pytest.mark.parametrize("text", ["12/05", "ANVERS 12/05 (BELGA)", "(07-05)"])
def test_order_of_day_and_month_is_not_guessed(text):
    match = find_date(text, 0, len(text))
    assert match is not None
    assert match.date == WireDate(ambiguous=("month", "day"))
    assert settle(match.date, FRIDAY) == match.date


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


def test_languages_are_those_that_all_words_of_the_date_share():
    def languages(text: str) -> tuple[str, ...]:
        match = find_date(text, 0, len(text))
        assert match is not None
        return match.languages

    assert languages("27 августа") == ("ru", "sr")
    assert languages("18 abr 2023") == ("ca", "es", "pt")
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


@pytest.mark.parametrize(
    ("signs", "number"),
    [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("二十七", 27), ("廿", 20), ("廿七", 27), ("廿十一", 21), ("卅", 30), ("卅一", 31), ("三十一", 31),
     ("二〇二五", 2025), ("二○二五", 2025), ("二零二五", 2025), ("二五", 25), ("十十十", None), ("二三十", None), ("百", None), ("", None), (None, None)],
)  # fmt: skip
def test_figures_of_chinese(signs, number):
    assert figures(signs) == number


@pytest.mark.parametrize("day", ["十", "廿一", "廿十一", "二十七", "卅一"])
def test_figures_are_read_alike_in_a_dateline_and_alone(day):
    number = figures(day)
    dateline = wirenews.parse(f"（中央社記者王小明台北{day}日電）市政府今天公布新的預算。").dateline
    assert found(f"五月{day}日") == (f"五月{day}日", f"--05-{number:02}")
    assert dateline is not None
    assert dateline.date == WireDate(day=number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("29 فروردین 1404", "2025-04-18"),
        ("جمعه ۲۹ فروردین ۱۴۰۴", "2025-04-18"),
        ("30 اسفند 1399", "2021-03-20"),  # a leap year
        ("30 اسفند 1400", None),
        ("31 مهر 1403", None),
        ("29 فروردین", None),  # which year?
        ("29 فروردین 2025", None),
        ("20 شوال 1446 هـ", None),
        ("12 رجب", None),
    ],
)
def test_a_date_of_another_calendar_is_found_and_read_where_reckoning_is_sure(text, value):
    match = find_date(text, 0, len(text))
    assert match is not None
    assert (match.start, match.end) == (0, len(text))
    assert (match.date.isoformat() if match.date else None) == value


@pytest.mark.parametrize("text", ["12 رجبيون", "29 فروردینی", "129 مهر"])
def test_no_date_of_another_calendar(text):
    assert find_date(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("आठ अगस्त", "--08-08"),
        ("इक्कीस मार्च", "--03-21"),
        ("पहली जनवरी", "--01-01"),
        ("Addis Ababa May 5/2023", "2023-05-05"),
    ],
)
def test_days_in_words_and_a_year_behind_a_slash(text, value):
    match = find_date(text, 0, len(text))
    assert match is not None
    assert match.date.isoformat() == value


@pytest.mark.parametrize("text", ["6月41日", "九月四十一日", "十三月四日", "二〇二五年十三月"])
def test_figures_that_no_month_or_year_has_are_no_date(text: str) -> None:
    assert find_date(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("OSLO, Feb 26 14 (AP) -", "Feb 26", "--02-26"),
        ("OSLO, 26 Feb 14 (AP) -", "26 Feb 14", "2014-02-26"),
        ("OSLO, Feb 30 10:30 GMT (AP) -", "Feb 30", None),
        ("2023. április", "2023. április", "2023-04"),
        ("PAZARTESİ, 21 NİSAN 2025", "PAZARTESİ, 21 NİSAN 2025", "2025-04-21"),
        ("1 مهر 1403", "1 مهر 1403", "2024-09-22"),
        ("0 مهر 1403", "0 مهر 1403", None),
        ("Sáu 18 tháng 4 ở Thứ ", "18 tháng 4", "--04-18"),
        ("Thứ Sáu 18 tháng 4", "Thứ Sáu 18 tháng 4", "--04-18"),
    ],
)
def test_where_a_date_ends_and_begins(text: str, words: str, value: str | None) -> None:
    assert found(text) == (words, value)


def test_a_sentence_between_a_year_and_a_month_parts_them() -> None:
    assert found("im Jahr 2023. April war kalt") is None


@pytest.mark.parametrize(("word", "may"), [("Friday", True), ("freitag", True), ("Quay", False)])
def test_a_weekday_may_begin_a_date(word: str, may: bool) -> None:
    assert may_begin_date(word) is may


@pytest.mark.parametrize("languages", [(), ("de",)])
def test_a_word_that_is_no_weekday_in_any_language(languages: tuple[str, ...]) -> None:
    assert weekday_word("Quay", languages) is None
