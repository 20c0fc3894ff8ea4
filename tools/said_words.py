"""The words of relative dates, as people and CLDR wrote them -> ``relative*.json`` and ``tense.json``.

A row of ``[dates.said]`` or ``[cldr.said]`` names a meaning ("last week", "2 days", "ago") and the words for it. A ~ at
the beginning of a word joins it to what stands before it ("~abend" in "Freitagabend"); one at the end stands for each
of the ``endings`` of the language ("vergangen~").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias

Table: TypeAlias = dict[str, Any]

_UNITS = {
    "second": "t", "minute": "t", "hour": "t", "day": "g", "week": "k", "weekend": "e", "month": "v", "quarter": "q",
    "half-year": "b", "period": "r", "year": "y", "decade": "z",
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

# The meanings that a row may name, and the letter and value of each in ``wirenews.dates.said``.
MEANINGS = {
    "little words": "x",
    "words before or behind": "xbehind",
    "beginning, middle or end": "i",
    "part of the day": "p",
    "no date": "-",
    "week of": "O",
    "day before yesterday": "d-2",
    "yesterday": "d-1",
    "today": "d0",
    "tomorrow": "d1",
    "day after tomorrow": "d2",
    "yesterday or tomorrow": "c1",
    "two days before or after": "c2",
    "before last": "Wbefore_last",
    "last": "Wlast",
    "previous": "Wprevious",
    "past": "Wpast",
    "latest": "Lpast",
    "this": "Wthis",
    "next": "Wnext",
    "after next": "Wafter_next",
    "ago": "a",
    "hence": "f",
    "ago before": "abefore",
    "hence before": "fbefore",
    "a unit ago": "A",
    "a unit hence": "F",
    "a unit ago before": "Abefore",
    "a unit hence before": "Fbefore",
    "half": "n0.5",
    "ordinal sign": ".",
    "month sign": "M",
    "day sign": "N",
    "decade sign": "j",
    "decade of": "J",
    "year-end": "l",
    "same": "S",
    "year ago": "C",
    "spring": "sSP",
    "summer": "sSU",
    "autumn": "sFA",
    "winter": "sWI",
    **{unit: f"{letter}{unit if letter == 't' else ''}" for unit, letter in _UNITS.items()},
    **{f"{unit}s": f"{letter.upper()}{unit if letter == 't' else ''}" for unit, letter in _UNITS.items()},
    **{name: f"w{number}" for number, name in enumerate(_WEEKDAYS)},
    **{name: f"m{number}" for number, name in enumerate(_MONTHS, 1)},
    **{name: f"o{number}" for number, name in enumerate(("first", "second one", "third", "fourth"), 1)},
    **{f"{tens}0s": f"D{tens}" for tens in range(10)},
}

# What each row of ``[dates.tense]`` is for.
TENSE = {
    "clause_ends": "signs that end a clause",
    "past_before": "directly before an expression that is past",
    "future_before": "directly before one that is to come",
    "skipped": "articles and the like that may stand between",
    "future": "verbs of what will be; * stands for three letters and more",
    "arranged": "the same, but only before the expression",
    "past": "verbs of what was",
    "neither": "what only looks like one of these",
    "no_past_behind": "before what is no past, though it looks like one: “will be named”",
    "told_past_after": "directly behind an expression that is past",
    "stands": "directly before or behind one that is to come: “the hearing is Friday”",
    "possessives": "endings of an expression that something belongs to",
    "happened": "what nobody can know of before it has happened, behind such an ending",
    "now": "before an expression that means today: “it is the second day”",
    "nouns_have_capitals": "nouns are written with a capital, so that verbs are told from them",
}
_PLURALS = frozenset(letter.upper() for letter in _UNITS.values())


def relative(languages: dict[str, Table], holidays: set[str]) -> dict[str, Table]:
    """The tables by name: a phrase with what it means in each language; the words that tell a tense, by language."""
    said: dict[str, list[str]] = defaultdict(list)
    for language, table in languages.items():
        try:
            phrases = [*_phrases(table, holidays)]
        except ValueError as error:
            raise ValueError(f"languages/{language}.toml: {error}") from error
        for phrase, meanings in phrases:
            reading = f"{language}:{meanings}"
            if reading not in said[phrase]:
                said[phrase].append(reading)
    tenses = {code: table["dates"]["tense"] for code, table in languages.items() if "tense" in table.get("dates", {})}
    for language, rows in tenses.items():
        if unknown := rows.keys() - {*TENSE}:
            raise ValueError(f"languages/{language}.toml: no row of [dates.tense] is called {sorted(unknown)[0]!r}")
    rows = {phrase: "|".join(said[phrase]) for phrase in sorted(said)}
    return {
        "relative": {"said": {phrase: row for phrase, row in rows.items() if _is_latin(phrase)}},
        "relative_other_scripts": {"said": {phrase: row for phrase, row in rows.items() if not _is_latin(phrase)}},
        "tense": {"tense": tenses},
    }


def _is_latin(phrase: str) -> bool:
    return max(phrase) < "\u0250"


def _phrases(table: Table, holidays: set[str]) -> Iterator[tuple[str, str]]:
    """Each phrase of a language with its meanings, those of people first, and alone where CLDR has another."""
    dates = table.get("dates", {})
    rows: Table = dates.get("said", {})
    own = [
        (phrase, meanings_of(name, holidays))
        for name, words in (*rows.items(), *_number_rows(dates))
        for word in words
        for phrase in _forms(word, dates.get("endings", ()))
    ]
    known = {phrase for phrase, _ in own}
    # Norwegian has no word for the coming Wednesday but "onsdag".
    plain = {lookup_form(name) for names in table.get("cldr", {}).get("weekdays", ()) for name in names}
    little = {phrase for phrase, meanings in own if meanings[0] == "x"}
    cldr = [
        (lookup_form(word), meanings_of(name.replace("weekday", _WEEKDAYS[number % 7]), holidays))
        for name, words in table.get("cldr", {}).get("said", {}).items()
        for number, word in enumerate(words)
    ]
    if any(not phrase for phrase, _ in own + cldr):
        raise ValueError("a row of dates has an empty word")
    rows_of_all = [
        *own,
        *(
            (phrase, meanings)
            for phrase, meanings in cldr
            if phrase not in known and not _is_plain(phrase, plain, little)
        ),
    ]
    # A word for one or more than one ("år") counts as that for one, which may be counted too.
    yield from (row for row in rows_of_all if row[1][0] not in _PLURALS or _singular(row) not in rows_of_all)


def _is_plain(phrase: str, weekdays: set[str], little: set[str]) -> bool:
    """Whether a phrase of CLDR for "this Wednesday" says no more than "on Wednesday"."""
    head, _, last = phrase.rpartition(" ")
    return last in weekdays and (not head or head in little)


def _singular(row: tuple[str, str]) -> tuple[str, str]:
    phrase, meanings = row
    return phrase, meanings[0].lower() + meanings[1:]


def _number_rows(dates: Table) -> Iterator[tuple[str, list[str]]]:
    """``numbers`` from 0 on, the forms of each in one string; ``tens`` from 10 on."""
    for number, forms in enumerate(dates.get("numbers", ())):
        yield str(number), forms.split()
    for number, forms in enumerate(dates.get("tens", ()), 1):
        yield str(number * 10), forms.split()
    for number, forms in enumerate(dates.get("ordinals", ()), 1):
        yield f"#{number}", forms.split()


def _forms(word: str, endings: list[str]) -> Iterator[str]:
    if not word.endswith("~"):
        yield lookup_form(word)
        return
    yield from (lookup_form(word[:-1] + ending) for ending in endings)


def lookup_form(word: str) -> str:
    """A phrase as it is looked up.

    >>> lookup_form("Avant-hier")
    'avant hier'
    """
    word = word.lower().replace("\u0307", "").replace("\u2019", "'").replace("-", " ")
    return " ".join(word.split())


def meanings_of(name: str, holidays: set[str]) -> str:
    """The letters and values of a row's name.

    >>> meanings_of("last week", set()), meanings_of("2 days", set()), meanings_of("easter weekend", {"easter"})
    ('Wlast k', 'n2 G', 'heaster e')
    """
    if name in MEANINGS:
        return MEANINGS[name]
    if name in holidays:
        return "h" + name.replace(" ", "_")
    if name.isdecimal():
        return f"n{name}"
    if name.startswith("#") and name[1:].isdecimal():
        return f"o{name[1:]}"
    words = name.split(" ")
    for size in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:size]), " ".join(words[size:])
        if head in MEANINGS or head in holidays or head.isdecimal():
            return f"{meanings_of(head, holidays)} {meanings_of(tail, holidays)}"
    raise ValueError(f"no meaning is called {name!r}")
