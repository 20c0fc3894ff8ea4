"""Every month and weekday of every language, in every style."""

from __future__ import annotations

import pytest
from reading_dates import FRIDAY, MONTH_LANGUAGES, apart, read

from wirenews.article import WireDate
from wirenews.dates import calendar
from wirenews.dates.calendar import OPEN, month_names, month_word, weekday_word
from wirenews.dates.find import find_date
from wirenews.dates.normalize import normalize_date

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
    named = {word: month_word(word, (language,)) for word in month_names(language)}
    return [(word, month.number) for word, month in named.items() if month is not None and month.number != OPEN]


def written_in(language: str) -> list[tuple[str, int]]:
    """Each month of a language on its 19th, in the styles that the language has, small and in capitals."""
    ordinary = calendar.words().ordinary
    return [
        (case(style.format(d=19, m=word, y=2024)), number)
        for word, number in months_of(language)
        for style in STYLES_OF.get(language, DAY_FIRST)
        if word not in ordinary or not style.startswith(MONTH_FIRST)
        for case in CASES
    ]


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


@pytest.mark.parametrize("language", MONTH_LANGUAGES)
def test_every_month_is_read_with_its_accents_apart(language):
    for text, month in written_in(language):
        date = normalize_date(apart(text), language=language)
        assert date is not None, text
        assert (date.month, date.day) == (month, 19), text


WEEKDAY_NAMES = [
    (word, named.number) for word in calendar.words().weekdays if len(word) > 2 and (named := weekday_word(word))
]


def test_every_weekday_is_read_with_its_accents_apart():
    for word, number in WEEKDAY_NAMES:
        date = normalize_date(apart(word), reference=FRIDAY)
        assert date == normalize_date(word, reference=FRIDAY), word
        assert date is None or date.date is None or date.date.weekday() == number, word
