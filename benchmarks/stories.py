"""Made-up stories in the house styles of the tables, each with its truth: what ``wirenews.parse`` must read in it.

>>> story = next(stories(seed=1))
>>> story.text.startswith(story.truth["headline"] or "")
True

Every row of a table is a card of a deck; a story takes the next card of each deck that it needs, and a deck that is
used up is shuffled and begun again. So in a run that is long enough each row is printed at least once, and ``rows`` of
the stories say which were.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from attrs import field, frozen

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import compile_tables  # noqa: E402
from languages import Table, languages  # noqa: E402

import wirenews  # noqa: E402

_Card = TypeVar("_Card")

# Datelines: {P} is a place in capitals, {p} as written, {D} a date, {A} an agency.
WITH_CAPITALS = (
    "{P}, {D} ({A}) - ",
    "{P}, {D} ({A}) -- ",
    "{P}, {D} ({A}) — ",
    "{P}, {D} ({A}).- ",
    "{P}, {D} ({A}): ",
    "{P} ({A}) - ",
    "{P} ({A}) — ",
    "{P} ({A}): ",
    "{P}, {D} /{A}/ -- ",
    "{P}, {D}. /{A}/. ",
    "{P}--({A})--",
    "{p}, {D} ({A}) - ",
    "{p}, {D} ({A}) – ",
    "{p}, {D} ({A}): ",
    "{p}, {D} ({A}).- ",
    "{p} ({A}) - ",
    "{p} ({A}) – ",
    "{p} ({A}): ",
    "({A}) - {P}, {D} - ",
    "{D} ({A}) - ",
    "({A}) - ",
    "{P}, {D} - ",
    "{P} - ",
    "{P} — ",
    "{p} – ",
    "{p} — ",
    "{p}: ",
    "{P}, {D} ({A})\n\n",
    "{p}, {D} ({A})\n\n",
)
WITHOUT_CAPITALS = ("{p}, {D} ({A}) - ", "{p} ({A}) - ", "{p} ({A}): ", "{D} ({A}) - ", "({A}) - ", "{p}: ")
UNSPACED = {
    "zh": ("{A}{p}{D}电 ", "（{A}{p}{D}電）", "{A}{p}{D}讯 "),
    "ja": ("【{p}{A}】", "［{p}　{D}　{A}］ - "),
    "ko": ("({p}={A}) ", "[{p}={A}] "),
}
WITHOUT_CASE = ("ar", "fa", "he", "hi", "bn", "ur", "th")
DATES = {
    "en": ("{month} {day}", "{day} {month}", "{month} {day}, 2025"),
    "es": ("{day} {month}", "{day} de {month}", "{day} de {month} de 2025"),
    "pt": ("{day} {month}", "{day} de {month}", "{day} de {month} de 2025"),
    "de": ("{day}. {month}", "{day}. {month} 2025"),
    "da": ("{day}. {month}", "{day}. {month} 2025"),
    "no": ("{day}. {month}", "{day}. {month} 2025"),
    "fi": ("{day}. {month}", "{day}. {month} 2025"),
    "cs": ("{day}. {month}", "{day}. {month} 2025"),
    "hu": ("2025. {month} {day}.",),
    "vi": ("{day}/{number}", "{day}/{number}/2025"),
    "zh": ("{number}月{day}日",),
    "ja": ("{number}月{day}日", "{day}日"),
    "ko": ("{number}월 {day}일",),
}
OTHER_DATES = ("{day} {month}", "{day} {month} 2025")
CAPTIONS = (
    "FILE - In this Dec. 13, 2016, file photo, a ferry waits at the pier in {p}. (AP Photo/{person}, File)",
    "A ferry waits at the pier in {p}. (Photo: {person}/Reuters)",
)


@frozen
class Story:
    """A story, what must be read in it, and the rows and the layout that it was made from."""

    text: str
    language: str
    truth: dict[str, Any]
    layout: str
    rows: tuple[tuple[str, str], ...]


class Deck(Generic[_Card]):
    """Cards in a shuffled order, without end."""

    def __init__(self, name: str, cards: Sequence[_Card], chance: random.Random) -> None:
        self.name = name
        self.cards = list(cards)
        self._chance = chance
        self._left: list[_Card] = []

    def next(self) -> _Card:
        """The next card."""
        if not self._left:
            self._left = self.cards[:]
            self._chance.shuffle(self._left)
        return self._left.pop()


@frozen
class _Language:
    """The decks of a language."""

    code: str
    words: Table  # of words.toml
    layouts: Deck[str]
    agencies: Deck[wirenews.Agency]
    months: Deck[tuple[str, int]]
    openings: Deck[str]
    roles: Deck[tuple[str, str]]
    closings: Deck[tuple[str, str | None]]  # a line, and the role of the credit that it is, if it is one that is told
    notices: Deck[tuple[str, str, str]]  # the row, its kind, the line
    fields: Deck[tuple[str, str]]


def stories(seed: int = 1) -> Iterator[Story]:
    """Stories without end, the same for the same seed."""
    chance = random.Random(seed)
    decks = {code: _decks(code, words, chance) for code, words in _words().items()}
    # A language has a turn for each of its agencies.
    turns = Deck("language", [code for code, made in decks.items() for _ in made.agencies.cards], chance)
    places = Deck("place", _places(), chance)
    while True:
        yield _Writer(decks[turns.next()], places, chance).story()


@cache
def _words() -> dict[str, Table]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _decks(code: str, words: Table, chance: random.Random) -> _Language:
    table = languages()[code]
    layouts = UNSPACED.get(code) or (WITHOUT_CAPITALS if code in WITHOUT_CASE else WITH_CAPITALS)
    bylines = table.get("bylines", {})
    roles = [(role, phrase) for role, rows in table.get("roles", {}).items() for phrase in rows]
    kinds = compile_tables.source("notices")["fields"]
    fields = [(name, word) for name, rows in table.get("fields", {}).items() for word in rows if kinds[name] == "text"]
    cards: dict[str, Sequence[Any]] = {
        "layouts": layouts,
        "agencies": _agencies(code),
        "months": _months(code),
        "openings": bylines.get("openings", ()),
        "roles": [row for row in roles if row[0] in _CLAUSES],
        "closings": _closings(table),
        "notices": _notices(table),
        "fields": [row for row in fields if row[0] != "title"],
    }
    return _Language(code, words, **{name: Deck(f"{code} {name}", rows, chance) for name, rows in cards.items()})


# Roles whose clause is a phrase and a name; the others speak of agencies, or of a photo.
_CLAUSES = ("reporting", "additional reporting", "writing", "editing", "compiling", "translation")


@cache
def _rows_of_agencies() -> dict[str, Table]:
    return compile_tables.source("agencies")["agency"]


def _agencies(code: str) -> list[wirenews.Agency]:
    """The agencies that file in a language, and in English those that file in none of the others."""
    others = set(_words()) - {"en"}
    mine = (
        agency
        for agency in wirenews.agencies()
        if code in agency.languages or (code == "en" and not others & set(agency.languages))
        if agency.kind != "photo"
    )
    return [agency for agency in mine if printed_name(agency, code)]


@cache
def printed_name(agency: wirenews.Agency, code: str) -> str:
    """A name of the agency that stories in a language print, and that is no other agency's; perhaps empty."""
    row = _rows_of_agencies()[agency.id]
    names = [agency.short, agency.name] if code == "en" else [row.get("native", ""), agency.short, agency.name]
    if code in UNSPACED:
        names = [name for name in (*names, *agency.aliases) if name > "\u2e80"]
    return next((name for name in names if name and "(" not in name and wirenews.find_agency(name) == agency), "")


def _months(code: str) -> list[tuple[str, int]]:
    rows = compile_tables.json.loads((compile_tables.DATA / "calendar.json").read_text(encoding="utf-8"))["months"]
    months = ((word, row.split()) for word, row in rows.items())
    found = [(word, int(number)) for word, (number, _, *speakers) in months if code in speakers and int(number) > 0]
    return found or [(str(number), number) for number in range(1, 13)]


def _closings(table: Table) -> list[tuple[str, str | None]]:
    credits, help = table.get("credits", {}), table.get("contribution", {})
    lines: list[tuple[str, str | None]] = [(line, "inputs") for line in credits.get("agencies_unnamed", ())]
    lines += [(f"({word.capitalize()} {{A}})", "inputs") for word in credits.get("with", ())]
    lines += [("({A})", None), ("{A}", None)]
    if help:
        first, *others = help["helped"]
        said = [
            f"{first} {help['to'][0]} {help['this'][0]} {report}" for report in help["report"] if report != "reports"
        ]
        said += [f"{verb} {help['from'][0]} {{place}}" for verb in others]
        lines += [(f"{{person}} {words}.", "additional reporting") for words in said]
    return lines


def _notices(table: Table) -> list[tuple[str, str, str]]:
    """A line for each wording that stands alone, and the samples of the others."""
    lines = []
    for row in table.get("notice", ()):
        whole = [
            f"({words})" if row.get("brackets") else words for words in (*row.get("whole", ()), *row.get("exact", ()))
        ]
        lines += [(row["id"], row["kind"], line) for line in (*whole, *row.get("sample", ()))]
    return lines


def _places() -> list[tuple[str, str]]:
    """The places of the hand-made table, with their countries."""
    cities = compile_tables.source("cities")
    alone = [
        (name, country) for country, states in cities["alone"].items() for names in states.values() for name in names
    ]
    famous = [(name, country) for country, names in cities["famous"].items() for name in names]
    return [(name, country) for name, country in (*alone, *famous) if name.isascii()]


@frozen
class _Writer:
    """Writes one story: each method gives a part of it, and notes its truth and its rows."""

    decks: _Language
    places: Deck[tuple[str, str]]
    chance: random.Random
    truth: dict[str, Any] = field(factory=dict)
    rows: list[tuple[str, str]] = field(factory=list)

    def story(self) -> Story:
        truth, words = self.truth, self.decks.words
        truth.update(agency=None, authors=[], credits=[], notices=[], headline=None, deck=None, captions=[])
        layout = self.decks.layouts.next()
        is_headed = self._often(0.7)
        head = [*self._fields(), *self._headline(), *self._deck(), *self._byline()] if is_headed else []
        dateline = self._dateline(layout)
        lead = self.chance.choice(words["leads"])
        others = self.chance.sample(words["paragraphs"], len(words["paragraphs"]))
        truth["paragraphs"] = [lead, *others]
        tail = [*self._closing(), *self._notice()]
        body = [dateline + lead, *others]
        if is_headed and self.decks.code == "en" and self._often(0.15):
            body.insert(1, self._caption())
        text = "\n\n".join((*head, *body, *tail)) + "\n"
        return Story(text, self.decks.code, truth, layout, tuple(self.rows))

    def _often(self, share: float) -> bool:
        return self.chance.random() < share

    def _card(self, deck: Deck[_Card]) -> _Card:
        card = deck.next()
        self.rows.append((deck.name, str(card)))
        return card

    def _person(self) -> str:
        return self.chance.choice(self.decks.words["people"])

    def _fields(self) -> list[str]:
        if not self.decks.fields.cards or not self._often(0.1):
            return []
        name, label = self._card(self.decks.fields)
        return [f"{label.capitalize()}: {'A7-0815' if name == 'id' else 'harbour dues'}"]

    def _headline(self) -> list[str]:
        self.truth["headline"] = self.chance.choice(self.decks.words["headlines"])
        return [self.truth["headline"]]

    def _deck(self) -> list[str]:
        if not self._often(0.15):
            return []
        self.truth["deck"] = self.chance.choice(self.decks.words["decks"])
        return [self.truth["deck"]]

    def _byline(self) -> list[str]:
        if not self.decks.openings.cards or not self._often(0.5):
            return []
        person = self._person()
        self.truth["authors"] = [person]
        opening = self._card(self.decks.openings)
        return [f"{opening[:1].upper()}{opening[1:]} {person}"]

    def _dateline(self, layout: str) -> str:
        agency = self._card(self.decks.agencies)
        name = printed_name(agency, self.decks.code)
        place, country = self._place()
        date, iso = self._date()
        dateline = layout.format(p=place, P=place.upper(), A=name, D=date)
        self.truth["dateline"] = " ".join(dateline.split()).strip("-–—: .=")
        self.truth["places"] = [country] if "{p}" in layout.lower() else []
        self.truth["date"] = iso if "{D}" in layout else None
        if "{A}" in layout:
            self.truth["agency"] = agency.id
        return dateline

    def _place(self) -> tuple[str, str]:
        if self.decks.code == "en" and self._often(0.9):
            return self._card(self.places)
        return self.chance.choice(list(self.decks.words["places"].items()))

    def _date(self) -> tuple[str, str]:
        month, number = self._card(self.decks.months)
        day = self.chance.randint(1, 28)
        shape = self.chance.choice(DATES.get(self.decks.code, OTHER_DATES))
        printed = shape.format(day=day, month=month.capitalize() if self.decks.code == "en" else month, number=number)
        if "month" not in shape and "number" not in shape:
            return printed, f"---{day:02}"
        return printed, f"{'2025' if '2025' in printed else '-'}-{number:02}-{day:02}"

    def _caption(self) -> str:
        place, _ = self._place()
        caption = self.chance.choice(CAPTIONS).format(p=place, person=self._person())
        self.truth["captions"] = [caption]
        return caption

    def _closing(self) -> list[str]:
        if self._often(0.4) and self.decks.roles.cards:
            clauses = [self._clause() for _ in range(self.chance.randint(1, 2))]
            return [f"({'; '.join(clauses)})"]
        if not self._often(0.5):
            return []
        line, role = self._card(self.decks.closings)
        person, agency = self._person(), self._closing_agency()
        if "{A}" in line and role is None:
            self.truth["agency"] = self.truth["agency"] or agency.id
        if "{person}" in line:
            self.truth["credits"].append((role, person))
        return [line.format(A=printed_name(agency, self.decks.code), person=person, place=self._place()[0])]

    def _closing_agency(self) -> wirenews.Agency:
        """The agency of the dateline, or any where that has none."""
        known = self.truth["agency"]
        return next(a for a in self.decks.agencies.cards if a.id == known) if known else self._card(self.decks.agencies)

    def _clause(self) -> str:
        role, phrase = self._card(self.decks.roles)
        person = self._person()
        self.truth["credits"].append((role, person))
        colon = "" if phrase.split()[-1] in self._by() else ":"
        return f"{phrase[:1].upper()}{phrase[1:]}{colon} {person}"

    def _by(self) -> list[str]:
        return languages()[self.decks.code].get("credits", {}).get("by", [])

    def _notice(self) -> list[str]:
        if not self.decks.notices.cards or not self._often(0.5):
            return []
        _, kind, line = self._card(self.decks.notices)
        self.truth["notices"] = [kind]
        if kind == "copyright" and self.truth["agency"] is None:
            del self.truth["agency"]  # the owner's, where he is one
        return [line]
