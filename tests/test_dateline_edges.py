"""Where a dateline begins and ends to be one: a story that needs each condition beside one that must not have it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

import wirenews
from wirenews.dateline import date_line, marks, parts, read
from wirenews.dateline.parts import read_parts
from wirenews.text.patterns import Signs

BODY = "\n\nThe port authority said so on Friday, as the harbour needs new quays.\n"
DUES = "Harbour dues will rise again next year."
TASAS = "Las tasas del puerto subirán el año que viene."
SENTENCE = "Harbour dues will rise again next year, as the new quays cost more than was expected at first."
PUERTO = "El puerto abrió el martes tras dos días de cierre por el viento, dijo la autoridad portuaria."
RAIN = "Дождь шёл весь день и всю ночь."
PORT = "قالت هيئة الميناء إن الرسوم سترتفع في العام المقبل مرة أخرى."


class Case(NamedTuple):
    """What stands before a lead, the lead, and what of the first is the dateline: all of it, unless it is told."""

    id: str
    front: str
    lead: str = DUES
    dateline: str = ""
    agencies: str = ""
    author: str = ""


CASES = [
    # what closes it
    Case("two hyphens", "LISBON--", dateline="LISBON"),
    Case("two hyphens, one blank", "LISBON-- ", dateline="LISBON"),
    Case("a dash without blanks", "LISBON–", dateline="LISBON"),
    Case("a hyphen before a quotation", "LISBON -", f'"{DUES}"', dateline="LISBON"),
    Case("a hyphen before a capital", "LISBON -", dateline="LISBON"),
    Case("a hyphen behind a figure", "LISBON, Feb. 26- ", dateline="LISBON, Feb. 26"),
    Case("a hyphen behind a full stop", "Lisboa, 26 feb.- ", TASAS, dateline="Lisboa, 26 feb."),
    Case("a hyphen behind a comma", "LISBOA, 26 feb,- ", TASAS, dateline="LISBOA, 26 feb"),
    Case("a colon", "LISBON: ", dateline="LISBON"),
    Case("a colon behind a date", "LISBON, Feb 26: ", dateline="LISBON, Feb 26"),
    Case("a clock's colon", "LISBON, Feb 26 10:30 (Reuters) - ", dateline="LISBON, Feb 26 10:30 (Reuters)", agencies="reuters"),
    Case("two dashes in one", "LISBON -- ", dateline="LISBON"),
    # the agency
    Case("an agency, a date", "HANOI (TTXVN 10/10/2022) - ", dateline="HANOI (TTXVN 10/10/2022)", agencies="vna"),
    Case("a correspondent's title", "LISBON (Correspondent AP) - ", dateline="LISBON (Correspondent AP)", agencies="ap"),
    Case(
        "a correspondent", "LISBON (AP Olga Zimina) - ", dateline="LISBON (AP Olga Zimina)",
        agencies="ap", author="Olga Zimina",
    ),
    Case("one bracket of two", "LISBON Reuters) - ", dateline="LISBON Reuters)", agencies="reuters"),
    Case("empty brackets", "LISBON () - ", dateline="LISBON ()"),
    Case("an agency behind the dash", "LISBON - (Reuters) ", dateline="LISBON - (Reuters)", agencies="reuters"),
    Case("two agencies", "London /ritzau/Reuters: ", dateline="London /ritzau/Reuters", agencies="ritzau reuters"),
    Case(
        "one agency of two", "London /ritzau/", "Reuter Smith: the dues rise.", dateline="London /ritzau/",
        agencies="ritzau",
    ),
    Case("an agency behind its place", "SYDNEY AAP - ", dateline="SYDNEY AAP", agencies="aap"),
    Case("an agency and a full stop", "SYDNEY, AAP. - ", dateline="SYDNEY, AAP", agencies="aap"),
    Case("an agency before its place", "ANDINA, Lima, May 3 - ", dateline="ANDINA, Lima, May 3", agencies="andina"),
    Case("two letters that the lead spells out", "AP - ", "Angry Poles will strike over the dues of the harbour again.",
         dateline="AP", agencies="ap"),
    Case("an agency before full stop", "МОСКВА, 27 сен — РИА Новости. ", RAIN,
         dateline="МОСКВА, 27 сен — РИА Новости", agencies="ria-novosti"),
    Case("an agency and a reporter before a full stop", "МОСКВА, 27 сен — РИА Новости, Иван Петров. ", RAIN,
         dateline="МОСКВА, 27 сен — РИА Новости, Иван Петров", agencies="ria-novosti", author="Иван Петров"),
    Case("an agency and no reporter", "МОСКВА, 27 сен — ", "РИА Новости, как и порт. Дождь шёл.",
         dateline="МОСКВА, 27 сен"),
    Case("only stops close it", "30 апреля. УНН. ", RAIN, dateline="30 апреля. УНН", agencies="unn"),
    Case("nothing closes it", "11 мая, АЗЕРТАДЖ ", RAIN, dateline="11 мая, АЗЕРТАДЖ", agencies="azertac"),
    # what goes on behind
    Case("a whole dateline", "(ANSA) - ROMA, 3 MAG - ", dateline="(ANSA) - ROMA, 3 MAG", agencies="ansa"),
    Case("a dateline of another agency", "(Reuters) - PARIS (AFP) - ", dateline="(Reuters) - PARIS (AFP)",
         agencies="afp reuters"),
    Case("a place", "(ANSA) - ", "ROMA - Le tasse del porto saliranno ancora.", dateline="(ANSA)", agencies="ansa"),
    Case("dashes of the lead", "(Reuters) - ", "Harbour dues will rise - and rise again - next year.",
         dateline="(Reuters)", agencies="reuters"),
    Case("a reporter", "ANKARA (AA) - EMRE YILMAZ - ", dateline="ANKARA (AA) - EMRE YILMAZ", agencies="aa",
         author="EMRE YILMAZ"),
    Case("capitals that are no name", "ANKARA (AA) - ", "THE HARBOUR - Its dues will rise.", dateline="ANKARA (AA)",
         agencies="aa"),
    Case("a date between slashes", "LISBON / ACCESSWIRE / May 3, 2021 / ",
         dateline="LISBON / ACCESSWIRE / May 3, 2021", agencies="accesswire"),
    Case("a date between dashes", "LISBON--(BUSINESS WIRE)--Feb. 20, 1997--",
         dateline="LISBON--(BUSINESS WIRE)--Feb. 20, 1997", agencies="business-wire"),
    Case("a date of the lead", "LISBON (Reuters) - ", "May 3, 2021 - that is the day on which the dues rise.",
         dateline="LISBON (Reuters)", agencies="reuters"),
    Case("a date that the lead goes on behind", "LISBON--(BUSINESS WIRE)--", "Feb. 20, 1997 was the day.",
         dateline="LISBON--(BUSINESS WIRE)", agencies="business-wire"),
    # the date
    Case("a weekday behind the date", "LISBON, Feb 26, Friday (Reuters) - ",
         dateline="LISBON, Feb 26, Friday (Reuters)", agencies="reuters"),
    Case("a weekday behind a figure date", "LISBON, 2024-02-26 Friday - ", dateline="LISBON, 2024-02-26 Friday"),
    Case("a day alone", "MADRID, 11 (EUROPA PRESS) - ", TASAS, dateline="MADRID, 11 (EUROPA PRESS)",
         agencies="europa-press"),
    Case("a place that is a weekday elsewhere", "LA PAZ, 11 May (Reuters) - ", dateline="LA PAZ, 11 May (Reuters)",
         agencies="reuters"),
    # the places
    Case("a full stop behind the place", "LISBON. (Reuters) - ", dateline="LISBON. (Reuters)", agencies="reuters"),
    Case("two unknown places", "Quorvelthorpe and Wendlehaven, Feb 26 (Reuters) - ",
         dateline="Quorvelthorpe and Wendlehaven, Feb 26 (Reuters)", agencies="reuters"),
    Case("particles", "Quorvelthorpe on the Wendle, Feb 26 (Reuters) - ",
         dateline="Quorvelthorpe on the Wendle, Feb 26 (Reuters)", agencies="reuters"),
    Case("eight unknown places", ", ".join(["QUORVELTHORPE"] * 8) + ", Feb 26 - ",
         dateline=", ".join(["QUORVELTHORPE"] * 8) + ", Feb 26"),
    Case("a hyphen behind an Arabic date", "القاهرة، 3 مايو- ", PORT, dateline="القاهرة، 3 مايو"),
    Case("a known place in Arabic", "القاهرة (رويترز) - ", PORT, dateline="القاهرة (رويترز)", agencies="reuters"),
    Case("two cities", "LISBON/MADRID - ", dateline="LISBON/MADRID"),
    Case("a state in small letters", "Quorvelthorpe & Wendlehaven, pa., Feb 26 (Reuters) - ",
         dateline="Quorvelthorpe & Wendlehaven, pa., Feb 26 (Reuters)", agencies="reuters"),
    Case("an unknown place in capitals", "QUORVELTHORPE (Reuters) ", SENTENCE, dateline="QUORVELTHORPE (Reuters)",
         agencies="reuters"),
    Case("a long lead that nothing ends", "LISBON - ", SENTENCE.rstrip("."), dateline="LISBON"),
    Case("a lead in small letters", "LISBON, Feb 26 (Reuters) - ", "harbour dues will rise.",
         dateline="LISBON, Feb 26 (Reuters)", agencies="reuters"),
    Case("a place and a colon", "Lisbon: ", SENTENCE, dateline="Lisbon"),
    Case("a date and an agency before few words", "3 May, Reuters - ", "Rain falls.", dateline="3 May, Reuters",
         agencies="reuters"),
    Case("a sentence that begins with the place", "Lisbon: ", f"Lisbon {SENTENCE.lower()}", dateline="Lisbon"),
    Case("a sentence about another city", "Lisbon: ", "Prague is a town whose dues will rise as those of the port do.",
         dateline="Lisbon"),
    Case("a dash of the lead", "Lisbon - ", "Harbour dues will rise again next year - Porto agreed, as others do.",
         dateline="Lisbon"),
    Case("an Arabic place and a colon", "القاهرة: ", f"{PORT} {PORT}", dateline="القاهرة"),
    Case("a sentence of short items", "LISBON - ",
         "Dues, fees, rents, tolls, taxes, wages, prices rise again, all of it, the port says.", dateline="LISBON"),
    Case("a quotation behind a colon", "Lisbon: ",
         '"Quays cost more than ever," the port authority said on Friday, as dues rise.', dateline="Lisbon"),
    Case("two short items", "LISBON - ", "Dues to rise, port says so.", dateline="LISBON"),
    Case("short items and a long one", "LISBON - ", "Dues of the harbour rise, fees, rents, tolls.", dateline="LISBON"),
    Case("a misspelt agency and a day alone", "MADRID, 11 (EUROPA PRES) - ", TASAS,
         dateline="MADRID, 11 (EUROPA PRES)", agencies="europa-press"),
    Case("an agency's address", "Jakarta, antaranews.com - ", SENTENCE, dateline="Jakarta, antaranews.com",
         agencies="antara"),
    Case("a place, a day and a full stop", "Lima, mar. 12. ", PUERTO, dateline="Lima, mar. 12"),
    Case("a day in brackets", "SUVA, Fiji (Nov. 6, 2002) - ", dateline="SUVA, Fiji (Nov. 6, 2002)"),
    Case("a place and a day in one bracket", "(Lisbon, May 3, 2016) ", SENTENCE, dateline="(Lisbon, May 3, 2016)"),
    Case("a desk before the agency", "LISBON, May 3 ag (AFP) - ", dateline="LISBON, May 3 ag (AFP)", agencies="afp"),
    Case("an underscore without blanks", "Homs, SANA_", dateline="Homs, SANA", agencies="sana"),
    Case("a channel's name with the hours of a day", "ERBIL (Kurdistan24) - ", dateline="ERBIL (Kurdistan24)"),
    # between bars and dashes
    Case("an agency before its place, dashes", "APA - Abidjan (Côte d’Ivoire) – ", "Le port a rouvert mercredi.",
         dateline="APA - Abidjan (Côte d’Ivoire)", agencies="apa-news"),
    Case("an agency before its place, bars", "Reuters | Oslo | ", SENTENCE, dateline="Reuters | Oslo",
         agencies="reuters"),
    Case("an agency before what is no place", "Reuters | ", f"Sports | {SENTENCE}", dateline="Reuters",
         agencies="reuters"),
    Case("an agency before a sentence about a place", "AFP - ", "Paris - the city on the river - opened its port.",
         dateline="AFP", agencies="afp"),
    Case("a date behind a bar", "OSLO | Feb 26 | ", SENTENCE, dateline="OSLO | Feb 26"),
    Case("a word behind a bar", "OSLO | ", f"Sports | {SENTENCE}", dateline="OSLO"),
    Case("a bracket that is no agency behind a source", "(U-WIRE) ", f"Quorvelthorpe (Harbour) -- {SENTENCE}",
         dateline="(U-WIRE)", agencies="uwire"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_a_dateline_ends_where_its_lead_begins(case: Case) -> None:
    article = wirenews.parse(case.front + case.lead + BODY)
    assert article.dateline is not None
    assert article.dateline.text == case.dateline
    assert [agency.id for agency in article.dateline.agencies] == case.agencies.split()
    assert ", ".join([person.name for person in article.byline.people] if article.byline else []).casefold() == (
        case.author.casefold()
    )
    assert article.body.startswith(case.lead)


NO_DATELINES = {
    "a hyphen inside a word": f"LISBON-{DUES}",
    "a hyphen before small letters": "LISBON -harbour dues will rise again next year.",
    "a hyphen between a day and a word": f"LISBON, 26-{DUES}",
    "a hyphen between two days": f"LISBON, Feb. 26-March 3. {DUES}",
    "a hyphen between a full stop and a word": f"LISBOA, 26 feb.-{TASAS}",
    "a hyphen between Arabic words": f"القاهرة-{PORT}",
    "a hyphen between an Arabic date and a word": f"القاهرة، 3 مايو-{PORT}",
    "a hyphen behind a word": f"LISBON, 26 Feb- {DUES[0].lower()}{DUES[1:]}",
    "a hyphen before a letter with an accent": f"LISBOA, 26 feb.-Área del puerto: {TASAS}",
    "a hyphen before an Arabic word": f"القاهرة -{PORT}",
    "a colon inside a word": f"LISBON:{DUES}",
    "a dash and a comma": f"LISBON, Feb 26 -, {DUES}",
    "a list of agencies": "London (Reuters), Paris (AFP) and Rome (ANSA) raised their dues again.",
    "a comma behind the agency": f"LISBON (Reuters), {DUES}",
    "a bracket that nothing closes": f"LISBON (Reuters - {DUES}",
    "one slash": f"LISBON / {DUES}",
    "a photographer": f"LISBON (Photo: AP Olga Zimina) - {DUES}",
    "an agency and a number": f"LISBON (AP 1984) - {DUES}",
    "a channel": f"LISBON (ABC 5) - {DUES}",
    "an agency in small letters and a name": f"LISBON (ap Olga Zimina) - {DUES}",
    "an unknown place in small letters and a date": f"Quorvelthorpe, Feb 26 - {DUES}",
    "an unknown place and its agency": f"Quorvelthorpe AAP - {DUES}",
    "a place and an agency in small letters": f"SYDNEY aap - {DUES}",
    "no such day": f"MADRID, 41 (EUROPA PRESS) - {TASAS}",
    "the day nought": f"MADRID, 0 (EUROPA PRESS) - {TASAS}",
    "a day before an unknown word": f"MADRID, 11 (VERWALTUNG) - {TASAS}",
    "no agency in capitals": "Баку, 11 мая, ПРАВИТЕЛЬСТВО Министр открыл мост через реку.",
    "an agency that nothing closes, without a date": "Баку, АЗЕРТАДЖ Министр открыл мост через реку.",
    "stops, and an unknown place": f"Кворвель. УНН. {RAIN}",
    "stops, and no agency": f"КИЕВ. 30 апреля. {RAIN}",
    "small letters in an unknown place": f"Quorvelthorpe in bloom, Feb 26 (Reuters) - {DUES}",
    "an unknown word in small letters": f"Quorvelthorpe & Wendlehaven, qu., Feb 26 (Reuters) - {DUES}",
    "an unknown place before a heading": f"QUORVELTHORPE (Reuters) HARBOUR {DUES}",
    "an unknown place in small letters before a sentence": f"Quorvelthorpe (Reuters) {SENTENCE}",
    "small letters that nothing parts from a date": f"LISBON, Feb 26 (Reuters) {DUES.lower()}",
    "a city and a day of an event": "Lima, mar. 12. Entrada a las 8.",
    "a month and a full stop": f"Lima, mar. 2021. {PUERTO}",
    "a city, a full stop and a day": f"КИЕВ. 30 апреля. {RAIN * 3}",
    "no such day in brackets": f"SUVA, Fiji (Feb. 30, 2002) - {DUES}",
    "a month in brackets": f"SUVA, Fiji (Nov., 2002) - {DUES}",
    "a day and words in brackets": f"SUVA, Fiji (Nov. 6, 2002 or so) - {DUES}",
    "two brackets that do not match": f"[Lisbon, May 3, 2016) {SENTENCE}",
    "a capital before the agency": f"LISBON, May 3 Ag (AFP) - {DUES}",
    "a word before what is no agency": f"LISBON, May 3 ag (Belem) - {DUES}",
    "an underscore inside a name": f"LISBON_port {DUES}",
    "letters with a figure": f"ERBIL (G24) - {DUES}",
    "another town's agency that nothing closes": "Москва, АЗЕРТАДЖ Министр 3 моста открыл через реку.",
    "a town that is an agency's letters": f"SPA, Belgium - {DUES}",
    "somebody who speaks": "Jordan: I was wrong about the dues of the harbour, as the port authority said on Friday.",
    "an unknown place and a day in one bracket": f"(Quorvelthorpe, May 3, 2016) {SENTENCE}",
    "an unknown place and an address": f"Quorvelthorpe, KOMPAS.com - {DUES}",
    "a place, a day and an agency in one bracket": f"(Lisbon, May 3, 2016, Reuters) {SENTENCE}",
    "a word longer than a desk": f"LISBON, May 3 about (AFP) - {DUES}",
    "nine unknown places": ", ".join(["QUORVELTHORPE"] * 9) + f", Feb 26 - {DUES}",
}


@pytest.mark.parametrize("text", NO_DATELINES.values(), ids=NO_DATELINES)
def test_what_only_looks_like_a_dateline(text: str) -> None:
    article = wirenews.parse(text + BODY)
    assert article.dateline is None
    assert article.body.startswith(text)


@pytest.mark.parametrize("line", ["SAN FRANCISCO", "Lisbon (Reuters) .", "LISBON (Reuters) -"])
def test_a_dateline_has_a_line_of_its_own(line: str) -> None:
    article = wirenews.parse(f"Dues to rise again next year\n{line}\n{DUES * 3}\n")
    assert article.dateline is not None
    assert article.dateline.text == line.rstrip(" .-")
    assert article.headline is not None


@pytest.mark.parametrize("line", ["Lisbon:", "PORT-AU-PRINCE", "QUORVELTHORPE, Feb 26 (Reuters)"])
def test_signs_and_dates_make_a_line_a_dateline(line: str) -> None:
    article = wirenews.parse(f"Dues to rise again next year\n\n{line}\n\n{SENTENCE}\n")
    assert article.dateline is not None
    assert article.dateline.text == line.rstrip(":")
    assert article.body == SENTENCE


@pytest.mark.parametrize(("line", "place"), [("Lisbon", "Lisbon"), ("Quorvelthorpe", None)])
def test_a_known_city_below_a_byline_is_a_dateline(line: str, place: str | None) -> None:
    article = wirenews.parse(f"Dues to rise again\n\nBy Ana Paz\n\n{line}\n\n{SENTENCE}\n")
    assert (article.dateline and article.dateline.text) == place
    assert article.body.endswith(SENTENCE)


@pytest.mark.parametrize("line", ["San Francisco", "LISBON HARBOUR", "(Lisbon, May 3, 2016)"])
def test_another_line_is_no_dateline(line: str) -> None:
    assert wirenews.parse(f"Dues to rise again next year\n{line}\n{DUES * 3}\n").dateline is None


def test_a_date_line_is_read_by_the_day_of_the_story() -> None:
    text = f"Dues to rise again next year\n\nDec. 30\n\n{DUES * 3}\n"
    assert wirenews.parse(text).date is None
    assert wirenews.parse(text, reference=dt.date(2021, 1, 2)).date == dt.date(2020, 12, 30)


# -- inside a line ---------------------------------------------------------------------------------

SAID = "Harbour dues will rise again next year, the port authority said on Friday after long talks."
BRIDGE = "O primeiro-ministro foi à ponte."
PUENTE = "El puente nuevo se abre hoy al tráfico."
KÖPRÜ = "Köprü bugün açıldı ve trafik yeniden başladı."
CITY = "شهردار این شهر روز جمعه گفت که پل تازه ای بر رودخانه ساخته خواهد شد."


class Inner(NamedTuple):
    """A headline or byline, a dateline and a lead on one line."""

    id: str
    top: str
    dateline: str
    gap: str
    lead: str
    places: str


INNER = [
    Inner("nothing closes it", "", "PARIS", " ", SAID, "PARIS"),
    Inner("two places", "", "PARIS/LISBON", " ", SAID, "PARIS, LISBON"),
    Inner("two places and a word", "", "PARIS and LISBON", " ", SAID, "PARIS, LISBON"),
    Inner("an unknown city in its state", "", "QUORVELTHORPE, Wash.", " ", SAID, "QUORVELTHORPE, Wash."),
    Inner("an agency, a slash", "", "ایسنا/اصفهان", " ", CITY, "اصفهان"),
    Inner("an unknown city", "Ministro visita a ponte nova ", "QUORVELTHORPE (Reuters)", " - ", BRIDGE, "QUORVELTHORPE"),
    Inner("a city in small letters", "Se abre el puente nuevo ", "Miranda de Ebro (Burgos), 23 may (EFE)", ".- ", PUENTE,
          "Miranda de Ebro (Burgos)"),
    Inner("a city below capitals", "SE ABRE EL PUENTE NUEVO ", "Miranda de Ebro (Burgos), 23 may (EFE)", ".- ", PUENTE,
          "Miranda de Ebro (Burgos)"),
    Inner("a reporter", "Ahmet KAYA/", "RİZE, (DHA)", " - ", KÖPRÜ, "RİZE"),
    Inner("a reporter, no comma", "Ahmet KAYA/", "RİZE (DHA)", " - ", KÖPRÜ, "RİZE"),
    Inner("a date before the place", "Ministro visita ponte em 3 de maio ", "LISBOA (Reuters)", " - ", BRIDGE, "LISBOA"),
    Inner("capitals before the place", "Ministro visita a ponte da QVT ", "LISBOA (Reuters)", " - ", BRIDGE, "LISBOA"),
    Inner("a known place and one in capitals", "News from ", "PARIS/QUORVELTHORPE (Reuters)", " - ", DUES,
          "PARIS, QUORVELTHORPE"),
    Inner("two known places", "News from ", "Paris/Lisbon (Reuters)", " - ", DUES, "Paris, Lisbon"),
]  # fmt: skip


@pytest.mark.parametrize("case", INNER, ids=[case.id for case in INNER])
def test_a_dateline_stands_inside_a_line(case: Inner) -> None:
    article = wirenews.parse(case.top + case.dateline + case.gap + case.lead + BODY)
    assert article.dateline is not None
    assert article.dateline.text == case.dateline
    assert ", ".join(place.text for place in article.dateline.places) == case.places
    assert article.body.startswith(case.lead)
    named = article.byline if case.top.endswith("/") else article.headline
    assert (named.text if named else "") == case.top.rstrip(" /")


NO_INNER = {
    "a place that is an agency too, a slash": f"قنا/اصفهان {CITY}",
    "a lead in capitals": f"PARIS {SAID.upper()}",
    "a lead in small letters": f"PARIS {SAID.lower()}",
    "a short lead": f"PARIS {DUES}",
    "a date in small letters": "PARIS, 3 maggio le tasse del porto saliranno ancora il prossimo anno, ha detto il porto.",
    "a date": f"PARIS May 3 {SAID}",
    "a place in small letters": f"Paris {SAID}",
    "a place in capitals and one in small letters": "PARIS and London raised their dues, both ports said on Friday.",
    "an unknown city": f"QUORVELTHORPE {SAID}",
    "an unknown city and no state": f"QUORVELTHORPE, Whatever {SAID}",
    "an agency, a slash and a comma": f"ایسنا/اصفهان، {CITY}",
    "an agency, a slash and no place": f"ایسنا/{CITY}",
    "two places, a slash": f"تهران/اصفهان {CITY}",
    "a word, a slash": f"شهردار/اصفهان {CITY}",
    "an unknown city in small letters": f"Ministro visita a ponte nova Quorvelthorpe (Reuters) - {BRIDGE}",
    "a place behind a colon": f"Se abre el puente, dijo en Lisboa: Lisboa (EFE).- {PUENTE}",
    "a word in brackets": f"Se abre el puente Lisboa (Harbour) - {PUENTE}",
    "a quotation": f'"Se abre el puente" Lisboa (EFE) - {PUENTE}',
    "a known place and one in small letters": f"News from PARIS/Quorvelthorpe (Reuters) - {DUES}",
}


@pytest.mark.parametrize("text", NO_INNER.values(), ids=NO_INNER)
def test_what_only_looks_like_a_dateline_inside_a_line(text: str) -> None:
    article = wirenews.parse(text + BODY)
    assert article.dateline is None
    assert article.body.startswith(text)


# -- a date on its line ----------------------------------------------------------------------------

FRENCH = "Les droits du port augmenteront encore l'année prochaine, a annoncé vendredi la direction du port."


@pytest.mark.parametrize(
    ("line", "lead", "date"),
    [
        ("2021-05-03", SAID, "2021-05-03"),
        ("date 2021-05-03", SAID, "2021-05-03"),
        ("May 3", SAID, "--05-03"),
        ("12/05/2024", FRENCH, "2024-05-12"),
        ("12.05.2024", SAID, "2024-05-12"),
        ("12/05", FRENCH, "--05-12"),
        ("12/05/2024", SAID, None),
        ("12/05", SAID, None),
        ("2021", SAID, None),
        ("date 2021", SAID, None),
        ("May 2021", SAID, None),
        ("Feb 30, 2021", SAID, None),
        ("on 2021-05-03", SAID, None),
        ("2021-05-03 and later", SAID, None),
        ("Friday", SAID, None),
    ],
)
def test_a_date_has_a_line_of_its_own(line: str, lead: str, date: str | None) -> None:
    dateline = wirenews.parse(f"Dues to rise again\n\n{line}\n\n{lead}\n").dateline
    assert (dateline and dateline.date and dateline.date.isoformat()) == date


@pytest.mark.parametrize(
    "signs",
    [value for module in (marks, read, date_line) for value in vars(module).values() if isinstance(value, Signs)],
    ids=lambda signs: signs.in_ascii.decode(),
)
def test_the_signs_in_ascii_are_those_of_the_pattern(signs: Signs) -> None:
    found = {code for code in range(128) if signs.pattern.search(chr(code)) is not None}
    assert found == set(signs.in_ascii)


@pytest.mark.parametrize("rest", [" an", "an", " by"])
def test_a_line_with_a_word_behind_its_date_is_no_dateline_of_its_own(rest: str) -> None:
    story = (
        f"Rain falls\n\nHEBRON, West Bank, April 9, 1997{rest}\n\nHEBRON, West Bank, April 9, 1997 (AFP) - Rain fell.\n"
    )
    article = wirenews.parse(story)
    gaps = [story[s.start : s.end] for s in article.segments if s.kind == "gap"]
    assert not any(map(str.isalnum, "".join(gaps)))


# -- more of the same: agencies, brackets, stops ---------------------------------------------------

LEAD = (
    "Harbour dues will rise again next year, the port authority of Lisbon said on Friday, as the harbour needs quays."
)

MORE = [
    Case("an agency, a dash, a place and a date", "AFP - PARIS, May 3 - ", LEAD, "AFP - PARIS, May 3", "afp"),
    Case("a place before what nobody knows", "LISBON, Feb 26 (Friday) - ", DUES, "LISBON, Feb 26 (Friday)"),
    Case("a date before the city in capitals", "26 FEB, LISBON - ", DUES, "26 FEB, LISBON"),
    Case("small letters behind a known city", "LISBON (Reuters) - ", DUES.lower(), "LISBON (Reuters)", "reuters"),
    Case("a name in small letters behind an unknown city", "QUORVELTHORPE (Reuters) - ", "iPhone sales will rise again.",
         "QUORVELTHORPE (Reuters)", "reuters"),
    Case("one city with a slash in its name", "Frankfurt/Main: ", LEAD, "Frankfurt/Main"),
    Case("an agency's letters in small ones", "antara - Jakarta - ", LEAD, "antara - Jakarta", "antara"),
    Case("an agency in capitals behind a city in capitals", "DAMASCUS, SANA - ", LEAD, "DAMASCUS, SANA"),
    Case("a slash before the agency, and a full stop", "BAKU 3 May/AZERTAC. ", LEAD, "BAKU 3 May/AZERTAC", "azertac"),
    Case("day and agency, and a full stop", "3 May/Andina. ", LEAD, "3 May/Andina", "andina"),
    Case("a city far from its agency that nothing closes", "Лиссабон, 11 мая, АЗЕРТАДЖ ", RAIN,
         "Лиссабон, 11 мая, АЗЕРТАДЖ", "azertac"),
    Case("an ambiguous date", "OSLO, 12/05 (Reuters) - ", DUES, "OSLO, 12/05 (Reuters)", "reuters"),
]  # fmt: skip


@pytest.mark.parametrize("case", MORE, ids=[case.id for case in MORE])
def test_another_dateline_ends_where_its_lead_begins(case: Case) -> None:
    test_a_dateline_ends_where_its_lead_begins(case)


def test_a_date_that_may_be_of_two_months_is_none() -> None:
    dateline = wirenews.parse(f"OSLO, 12/05 (Reuters) - {DUES}{BODY}").dateline
    assert dateline is not None
    assert dateline.date is None


MORE_NO_DATELINES = {
    "a day in brackets without a dash": f"SUVA, Fiji (Nov. 6, 2002) {LEAD}",
    "small letters behind a place and a day in one bracket": f"(Lisbon, May 3, 2016) {LEAD.lower()}",
    "no such day in one bracket": f"(Lisbon, Feb 30, 2016) {LEAD}",
    "an agency behind the date, and another in brackets": f"LISBON, Feb 26, AFP (Reuters) - {DUES}",
    "a desk with a figure": f"LISBON, May 3 a1 (AFP) - {DUES}",
    "an unknown place and a newspaper's address": f"Quorvelthorpe, KOMPAS.com - {LEAD}",
    "an agency's letters in small ones before a place": f"apa - Bamako (Mali) - {LEAD}",
    "no such day before a full stop": f"Lima, 30 feb. {LEAD}",
    "an unknown city and a day before a full stop": (
        "Кворвель, 12 мар. Порт открылся во вторник после двух дней, сказала во вторник администрация порта и города."
    ),
    "small letters behind a day and a full stop": f"Lima, mar. 12. el puerto abre {LEAD}",
    "an agency far from home that nothing closes": f"Lisbon, May 11, AZERTAC {LEAD}",
    "an unknown city and its agency that nothing closes": f"Кворвель, 11 мая, АЗЕРТАДЖ {RAIN}",
    "one letter behind a dash": "LISBON - A",
    "an unknown place and a day in one bracket": f"(QUORVELTHORPE, May 3, 2016) {LEAD}",
    "a comma and a dash": f", - {LEAD}",
    "a colon and a dash": f": - {LEAD}",
    "a bracket behind a day, and a full stop": f"Lima, mar. 12 (Puerto). {PUERTO}",
}


@pytest.mark.parametrize("text", MORE_NO_DATELINES.values(), ids=MORE_NO_DATELINES)
def test_what_else_only_looks_like_a_dateline(text: str) -> None:
    article = wirenews.parse(text + BODY)
    assert article.dateline is None
    assert text in article.source[: article.paragraphs[-1].start]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("नई दिल्ली, आठ अगस्त", ""),
        ("QUORVELTHORPE 19970226", "QUORVELTHORPE 19970226"),
        ("LISBON AFP", "LISBON AFP"),
        ("Lisbon AFP", ""),
        ("26 February, Lisbon", "26 February, Lisbon"),
        ("AFP - Lisbon", "AFP - Lisbon"),
        ("QUORVELTHORPE, February 26, 1997 10:30 a.m. GMT", "QUORVELTHORPE, February 26, 1997 10:30 a.m. GMT"),
        ("QUORVELTHORPE, Feb. 26, 1997, 1030 GMT", "QUORVELTHORPE, Feb. 26, 1997, 1030 GMT"),
        ("LISBON, Feb 30, 1997", "LISBON, Feb 30, 1997"),
        (f"{'LISBON, ' * 11}Feb 26, 1997", ""),
        ("Lisbon, Madrid, Feb 26", ""),
    ],
)
def test_a_line_above_the_lead(line: str, dateline: str) -> None:
    found = wirenews.parse(f"Harbour dues to rise\n\n{line}\n\n{LEAD}{BODY}").dateline
    assert (found.text if found else "") == dateline


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("LISBON (Reuters)", "LISBON (Reuters)"),
        ("LISBON, Feb 26 (Reuters)", "LISBON, Feb 26 (Reuters)"),
        ("LISBON, Feb 26, 1997", "LISBON, Feb 26, 1997"),
        ("LISBON, Feb 26", "PORTO, May 3 (AFP)"),
        ("LISBON, Feb 30", "PORTO, May 3 (AFP)"),
        ("AFP - MADRID, May 3 - It rained on all of the town and on its port.", "AFP - MADRID, May 3"),
        ("AFP - It rained on all of the town and on its port.", "PORTO, May 3 (AFP)"),
    ],
)
def test_a_line_gives_way_to_a_dateline_below_it_only_where_it_says_little(line: str, dateline: str) -> None:
    found = wirenews.parse(f"{line}\n\nPORTO, May 3 (AFP) - {LEAD}\n").dateline
    assert found is not None
    assert found.text == dateline


@pytest.mark.parametrize(
    "text",
    [
        "Dues, fees to rise",
        "Пошлины растут",
        "Dues, fees and rents of all ports and ferries to rise",
        "Lisbon, Porto, Madrid, Paris, London, Rome, Oslo and Berlin",
        "Dues rise, 12 ships go",
        "AFP. It said so. Nobody else did.",
        "A well-known port, said Reuters. It rained. Nobody was hurt.",
        "Lisbon, the port. It rained for 12 days and nights, and nobody was hurt on any of the quays of the town.",
        "The quays, 12 of them, closed on Monday. Nobody was hurt on any of these, and it rained on all of the town.",
    ],
)
def test_what_is_no_dateline_by_its_words_is_not_taken_apart(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most lines are refused by a few words and signs, which saves the time of reading their parts."""
    asked: list[str] = []
    monkeypatch.setattr(read, "read_parts", lambda words: asked.append(words))
    monkeypatch.setattr(read, "read_unspaced_dateline", lambda source, *_args, **_kwargs: asked.append(source))
    wirenews.parse(f"{text}\n\n{DUES}{BODY}")
    assert [words for words in asked if text.startswith(words) or words.startswith(text)] == []


@pytest.mark.parametrize(
    ("words", "is_read"),
    [("Quorvelthorpe", False), ("Quorvelthorpe, Feb 26", True), ("Quorvelthorpe (Reuters)", True), ("Lisbon", True)],
)
def test_only_an_agency_or_a_date_vouches_for_a_place_that_nobody_knows(words: str, is_read: bool) -> None:
    assert (read_parts(words) is not None) == is_read


@pytest.mark.parametrize(
    "words",
    [
        "Quorvelthorpe",
        "(Reuters)",
        "Quorvelthorpe - Lisbon",
        "Lisbon, Feb 26, in town",
        "Lisbon",
        "QUORVELTHORPE (AFP)",
    ],
)
def test_no_agency_and_no_date_is_looked_up_where_no_word_may_be_of_one(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at the first and last words, at figures and letters, saves the time of reading names and dates."""
    asked: list[str] = []
    monkeypatch.setattr(parts, "lookup", lambda name, **_: asked.append(name))
    if "Feb" not in words:
        monkeypatch.setattr(parts, "find_date", lambda text, *_args, **_kwargs: asked.append(text))
    read_parts.__wrapped__(words)
    assert asked == []
