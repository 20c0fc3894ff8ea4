"""What the words of an expression mean, in any language: ``two weeks ago``, ``vor zwei Wochen``, ``两周前``.

The table ``relative`` tells what the words and phrases of each language mean; names of months and weekdays are those of
the table ``calendar``. What an expression says is a row of meanings, each a letter and a value: "vor zwei Wochen" and
"two weeks ago" say that something is so many (``n``: 2) weeks (``K``) ago (``a``). A number in figures has a plus
before it. The letters are these:

    d a day near the story's    w weekday      p part of the day    m month         # year        s season
    h holiday                   W which one    n number             o ordinal       a A ago       f F hence
    / the first of two years    L the latest   c a day before or after
    i beginning, middle, end    D decade       j J makes a decade   l end of year   S the same    C a year ago
    t hour, minute, second      g day          k week               e weekend       v month       q quarter
    b half a year               r period       y year               z decade        (capitals: more than one)
    x nothing of its own        - no date      . M N make a day or month of a number                O week of
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

from ..text import tables
from ..text.language import guess_language
from ..text.patterns import pattern, plain_pattern
from .calendar import OPEN, century, is_name_alone, month_word, weekday_word
from .east_asian import figures, figures_pattern
from .parts import WORD


class Said(NamedTuple):
    """What an expression says: the letter of each meaning, and the values."""

    letters: str
    values: tuple[str, ...]

    def value(self, letters: str, nth: int = 0) -> str | None:
        """The value of the ``nth`` meaning with one of these letters, or ``None``."""
        found = [value for letter, value in zip(self.letters, self.values, strict=True) if letter in letters]
        return found[nth] if nth < len(found) else None

    def number(self, letters: str = "n", nth: int = 0) -> int:
        """The same as a number; 1 when there is none."""
        value = self.value(letters, nth)
        return 1 if value is None else int(value)

    def spelt_numbers(self) -> list[int]:
        """All the numbers, one by one; ``ValueError`` where one stands in figures."""
        values = [value for letter, value in zip(self.letters, self.values, strict=True) if letter == "n"]
        if any(value.startswith("+") for value in values):
            raise ValueError(values)
        return [int(value) for value in values]

    def letter(self, letters: str) -> str:
        """The first of these letters that it has, in lower case."""
        return next(letter for letter in self.letters if letter in letters).lower()

    def without_edges(self) -> Said:
        """The same without "beginning", "middle" and "end", which no day has."""
        if not _DAYS.isdisjoint(self.letters):
            return self
        return _said([pair for pair in zip(self.letters, self.values, strict=True) if pair[0] != "i"])


Meaning: TypeAlias = tuple[str, str]
_Readings: TypeAlias = dict[str, list[list[Meaning]]]
_Edge: TypeAlias = tuple[int, _Readings]

_DAYS = frozenset("dcw")
_NONE, _WEEK_OF = "x", "O"
_DIRECTIONS = "aAfF"
_ANY = ""
# The longest phrase, in words and blanks, and where no blanks part the words, in signs.
_MOST_PIECES, _MOST_SIGNS = 9, 20
_MOST_READINGS = 24
# Signs between the parts of an expression.
_BETWEEN = " .,()"
_PIECE = pattern(rf"[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}}\p{{Thai}}]|{WORD}+|\d+|.")
_UNSPACED = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\d]")
# Not the hyphen of "A-2128".
_HYPHEN = plain_pattern(r"(?<!\b[a-z])-")
_FIGURES = plain_pattern(r"(?P<short>')(?P<two>\d\d)(?!\d)|(?P<year>\d{4})(?!\d)|(?P<number>\d{1,3})(?!\d)")
_TWO_YEARS = plain_pattern(r"(\d{4})/(?:\d\d)?\d\d(?!\d)")
_PART_OF_YEAR = plain_pattern(r"(?P<part>[qh])(?P<number>[1-4])(?!\w)")
_PARTS_OF_YEAR = {"q": ("q", 4), "h": ("b", 2)}
_SHORTEST_STEM = 3
_AFTER_LATIN = "\u0250"


def shown(text: str) -> str:
    """An expression as it is looked up: in lower case, hyphens and typists' apostrophes undone.

    >>> shown("(Vor-gestern’s)")
    "vor gestern's"
    """
    text = text.lower().replace("\u0307", "").replace("\u2019", "'").replace("`", "'")
    text = _HYPHEN.sub(" ", text)
    return " ".join(text.split()).strip(' .,;:()"')


def sayings(text: str, languages: Iterable[str] = (), sentence: str | None = None) -> Iterator[tuple[str, Said]]:
    """What an expression in :func:`shown` form may say, with the language.

    Where several languages know it, only ``languages`` count, else that of the sentence.

    >>> [*sayings("two weeks ago")][0]
    ('en', Said(letters='nKa', values=('2', '', '')))
    """
    edges = _edges(text)
    ends = _ends_reached(text, edges)
    spoken = {language for language, places in ends.items() if 0 in places}
    known = spoken.intersection(languages) or spoken
    if len(known) > 1 and sentence and (guessed := guess_language(sentence)) in known:
        known = {guessed}
    for language in sorted(known) if known != {_ANY} else [_ANY]:
        if language or len(known) == 1:
            for meanings in islice(_paths(text, 0, language, edges, ends), _MOST_READINGS):
                if _is_in_order(meanings, language):
                    yield language, _said(_joined([pair for pair in meanings if pair[0] != _NONE]))


def is_no_day(said: Said) -> bool:
    """Whether only a part of the day is said, or what the table knows to be no date: "am Morgen", "los lunes"."""
    return bool(said.letters) and set(said.letters) <= {"p", "-"}


def says_no_day(text: str) -> bool:
    """Whether an expression in :func:`shown` form is, in some language, no day.

    >>> says_no_day("am morgen"), says_no_day("freitag")
    (True, False)
    """
    seen: set[str] = set()
    for language, said in sayings(text):
        if language not in seen and is_no_day(said):
            return True
        seen.add(language)
    return False


def said_in(sentence: str, language: str) -> Said:
    """What a sentence says, word for word; ``?`` for what says nothing of time."""
    text, meanings, at = shown(sentence), [], 0
    edges = _edges(text)
    while at < len(text):
        for end, readings in edges.get(at, ()):
            row = readings.get(language) or readings.get(_ANY)
            if row is not None:
                meanings += [pair for pair in row[0] if pair[0] != _NONE]
                at = end
                break
        else:
            meanings += [] if text[at] in _BETWEEN else [("?", "")]
            at += 1
    return _said(meanings)


def without_little_words(text: str) -> str:
    """An expression in :func:`shown` form without the words before it that leave its value as it is.

    >>> without_little_words("late november 1989"), without_little_words("anfang mai 2014")
    ('november 1989', 'mai 2014')
    """
    while (end := _end_of_first(text, f"{_NONE}i")) is not None:
        text = text[end:].lstrip()
    return text


def after_week_of(text: str) -> str | None:
    """What stands behind "week of" in an expression in :func:`shown` form, or ``None``."""
    end = _end_of_first(text, _WEEK_OF)
    return None if end is None else text[end:].lstrip()


def _end_of_first(text: str, letters: str) -> int | None:
    """Where the first phrase ends that says nothing but one of these, and before more."""
    for end in reversed(_starts(text)[1 : _MOST_PIECES + 1]):
        readings = _meanings(text[:end])
        if readings and any(said in letters for said in (_letters(rows) for rows in readings.values()) if said):
            return end
    return None


def _letters(readings: list[list[Meaning]]) -> str:
    return "".join({letter for letter, _ in readings[0]}) if len(readings[0]) == 1 else ""


# --- the ways through an expression -----------------------------------------------------------------------------------


def _starts(text: str) -> list[int]:
    """Where words, figures and signs start, and the end of the text."""
    return [*(piece.start() for piece in _PIECE.finditer(text)), len(text)]


def _edges(text: str) -> dict[int, list[_Edge]]:
    """What may stand where: by its start, the ends of known words and phrases, the longest first."""
    starts = _starts(text)
    stems = {at for first, last in pairwise(starts) for at in _stem_ends(text, first, last)}
    places = sorted({*starts, *stems})
    edges: dict[int, list[_Edge]] = {}
    for number, start in enumerate(places[:-1]):
        if text[start] == " ":
            continue
        row = edges.setdefault(start, [])
        most = _MOST_SIGNS if _UNSPACED.match(text, start) else _MOST_PIECES
        for end in reversed(places[number + 1 : number + 1 + most]):
            readings = _readings(text, start, end, is_tail=start in stems)
            if readings:
                row.append((end, readings))
        row.extend(_of_figures(text, start))
    return edges


def _stem_ends(text: str, first: int, last: int) -> Iterator[int]:
    """Where in a word a part begins that may be joined to another: "freitag|abend"."""
    for at in range(first + _SHORTEST_STEM, last - 1):
        if _meanings(f"~{text[at:last]}") is not None:
            yield at


def _readings(text: str, start: int, end: int, *, is_tail: bool) -> _Readings:
    phrase = text[start:end]
    if phrase[-1] == " ":
        return {}
    tail = _meanings(f"~{phrase}") if start and (is_tail or _UNSPACED.match(text, start - 1)) else None
    whole = None if is_tail else _meanings(phrase)
    return _merged(tail or {}, _merged(whole or {}, {} if is_tail else _names(phrase)))


def _merged(first: _Readings, second: _Readings) -> _Readings:
    languages = first.keys() | second.keys()
    return {language: [*first.get(language, ()), *second.get(language, ())] for language in languages}


def _names(phrase: str) -> _Readings:
    """What a name of a month or weekday says."""
    if not is_name_alone(phrase):
        return {}
    readings: _Readings = {}
    for letter, named in (("m", month_word), ("w", weekday_word)):
        name = named(phrase) or named(phrase.replace(" ", "-"))
        for language in name.languages if name is not None else ():
            settled = name if name is None or name.number != OPEN else named(phrase, (language,))
            if settled is not None and settled.number != OPEN:
                readings.setdefault(language, []).append([(letter, str(settled.number))])
    return readings


def _of_figures(text: str, start: int) -> Iterator[_Edge]:
    """A number or year in figures, ``q3``, and numbers in Chinese figures."""
    if (years := _TWO_YEARS.match(text, start)) is not None:
        yield years.end(), {_ANY: [[("/", years[1])]]}
    if (found := _FIGURES.match(text, start)) is not None:
        if found["two"]:
            yield found.end(), {_ANY: [[("n", f"+{int(found['two'])}")], [("#", str(century(int(found["two"]))))]]}
        elif found["year"]:
            yield found.end(), {_ANY: [[("#", str(int(found["year"])))]]}
        else:
            yield found.end(), {_ANY: [[("n", f"+{int(found['number'])}")]]}
    elif (part := _PART_OF_YEAR.match(text, start)) is not None:
        letter, most = _PARTS_OF_YEAR[part["part"]]
        if int(part["number"]) <= most:
            yield part.end(), {_ANY: [[("o", part["number"]), (letter, "")]]}
    elif (signs := _chinese().match(text, start)) is not None and (number := figures(signs[0])) is not None:
        yield (
            signs.end(),
            {language: [[("n", str(number))]] for language in tables.load("calendar")["languages_with_figures"]},
        )


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"{figures_pattern()}{{1,3}}")


def _ends_reached(text: str, edges: dict[int, list[_Edge]]) -> dict[str, set[int]]:
    """For each language the places from which words lead to the end."""
    spoken = {language for row in edges.values() for _, readings in row for language in readings}
    reached: dict[str, set[int]] = {}
    for language in spoken:
        places = {len(text)}
        for at in range(len(text) - 1, -1, -1):
            is_skipped = text[at] in _BETWEEN and at + 1 in places
            if is_skipped or any(
                end in places and (language in readings or _ANY in readings) for end, readings in edges.get(at, ())
            ):
                places.add(at)
        reached[language] = places
    return reached


def _paths(
    text: str, at: int, language: str, edges: dict[int, list[_Edge]], ends: dict[str, set[int]]
) -> Iterator[list[Meaning]]:
    """The ways to read ``text[at:]`` in a language, the longest phrases first."""
    if at == len(text):
        yield []
        return
    if at not in ends[language]:
        return
    for end, readings in edges.get(at, ()):
        for meanings in [*readings.get(language, ()), *(readings.get(_ANY, ()) if language else ())]:
            for rest in _paths(text, end, language, edges, ends):
                yield [*meanings, *rest]
    if text[at] in _BETWEEN:
        yield from _paths(text, at + 1, language, edges, ends)


def _is_in_order(meanings: list[Meaning], language: str) -> bool:
    """Whether nothing stands last or first that may not: "today the", "six years in", "ago two weeks", "year last"."""
    if not meanings:
        return False
    (first, its_place), (last, place) = meanings[0], meanings[-1]
    if last == _NONE and not place:
        return False
    if (last in _DIRECTIONS and place) or (first in _DIRECTIONS and not its_place):
        return False
    return last != "W" or len(meanings) == 1 or language in tables.load("calendar")["last_stands_behind"]


# --- meanings ---------------------------------------------------------------------------------------------------------


def _said(meanings: list[Meaning]) -> Said:
    return Said("".join(letter for letter, _ in meanings), tuple([value for _, value in meanings]))


def _joined(meanings: list[Meaning]) -> list[Meaning]:
    """The meanings with what stands beside a number joined to it: "twenty" and "five", "3" and ".", "5" and "月"."""
    joined: list[Meaning] = []
    for letter, value in meanings:
        before = joined[-1] if joined else ("", "")
        if letter == before[0] == "p":
            continue
        if before[0] == "n" and letter in _MARKS and float(before[1]) <= _MARKS[letter][1]:
            joined[-1] = (_MARKS[letter][0], before[1])
        elif before[0] == "M" and letter == "n":
            joined[-1] = ("m", value)
        elif letter == before[0] == "n" and _is_ten(before[1]) and value.isdigit() and int(value) < 10:
            joined[-1] = ("n", str(int(before[1]) + int(value)))
        else:
            joined.append((letter, value))
    return joined


# What makes another meaning of the number before it, and up to which number: the month of "5月", the day of "3日".
_MARKS = {".": ("o", 31), "M": ("m", 12), "N": ("o", 31)}


def _is_ten(value: str) -> bool:
    return value in ("20", "30", "40", "50", "60", "70", "80", "90")


# --- the table --------------------------------------------------------------------------------------------------------


def _meanings(phrase: str) -> _Readings | None:
    """What a phrase of the tables means in each language, or ``None``."""
    return _words(is_latin=max(phrase) < _AFTER_LATIN).get(phrase)


@cache
def _words(*, is_latin: bool) -> tables.OnDemand[_Readings]:
    return tables.OnDemand(tables.load("relative" if is_latin else "relative_other_scripts")["said"], _unpacked)


def _unpacked(row: str) -> _Readings:
    """``en:n2|de:n2 y`` as the readings of each language."""
    readings: _Readings = {}
    for reading in row.split("|"):
        language, _, meanings = reading.partition(":")
        readings.setdefault(language, []).append([(meaning[0], meaning[1:]) for meaning in meanings.split(" ")])
    return readings
