"""Build the tables of dates out of the sections "Dates" of ``wirenews/data/languages/*.toml``.

python tools/build_calendar.py                 write the tables
python tools/build_calendar.py --check         exit 1 if one is out of step
python tools/build_calendar.py --cldr FOLDER   first put what CLDR says into each language's file

In the file of a language stands what people wrote, and between two lines that say so what Unicode CLDR gives
(``tools/cldr_names.py``); where both have a word, what people wrote counts. FOLDER is an unpacked npm package
``cldr-dates-full``; without one the lines stand as they are.
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import cldr_names
import said_words
from languages import languages as languages_as_edited

DATA = Path(__file__).parent.parent / "wirenews" / "data"
SECTION = "# == Dates ="
OPENING = "# -- Out of Unicode CLDR"
CLOSING = "# -- End of CLDR --\n"

Table: TypeAlias = dict[str, Any]

# The number of a word that languages read differently; table ``disputed`` has the reading of each.
OPEN = -1

Readings: TypeAlias = dict[str, dict[int, set[str]]]

# What each row of ``[dates]`` is for. First, lists of words that are looked up whatever the language is.
COMMON = {
    "ordinary": "short months that are common words or names: they count only behind a day, before no further word",
    "verbs": "names of months that are verbs where they are written small",
    "openings": "at the top of a page before the date of the story",
    "spans": "between the first and the last of several days",
    "before_clock": "between a day and its time",
    "clocks": "behind a time; they give no offset",
    "full_hours": "of these, those that make a time of an hour alone",
    "articles": "before a date or weekday",
    "behind_day": "behind the figures of a day, before its month",
    "joins_month": "between the day and its month",
    "elided_joins": "the same, without a blank",
    "joins_year": "between the month and its year",
    "joins_year_to_any": "of these, those that tell that a common word is a month",
    "behind_year": "behind a year",
    "behind_time": "behind four figures that are a time, not a year",
    "joins_month_to_year": "between the year and a month behind it",
    "joins_day_to_year": "between the year and a day behind it",
    "joins_year_to_numbered_month": "between the number of a month and its year",
    "corresponding": "between a date of another calendar and ours, which is the one meant",
    "persian_months": "the months of the Persian calendar, from the first on",
    "islamic_months": "months of the Islamic calendar",
    "eras_of_others": "behind the year of that other calendar",
    "before_corresponding": "before the date of ours",
    "figures": "figures from zero to nine in the language's own script",
    "ten": "the figure for ten",
    "other_figures": "other figures, each with those that it stands for",
    "first_month": "words for the first month, beside its figure",
    "not_before_day": "before figures that are no date",
    "not_behind_day": "behind a number that is no day",
    "weekday_signs": "weekdays of one sign, in brackets behind a date",
}
# Lists that count only in their language.
BY_LANGUAGE = {
    "day_endings": "behind the figures of a day, behind its month",
    "numbered_month": "before the number of a month",
    "year_signs": "behind the figures of a year",
    "month_signs": "behind the figures of a month",
    "day_signs": "behind the figures of a day",
}
# What the language does, or does not.
HABITS = {
    "day_first": "12/05 is 12 May",
    "year_first": "the year stands before the month",
    "last_stands_behind": "“last” may stand behind its noun: “la semana pasada”",
    "buddhist_years": "years are those of the Buddhist era, 543 more than ours",
}
# What is read on the way to the tables.
RAW = {
    "locales": "the locales of CLDR, where they are not the language's code alone",
    "months": "months beside what CLDR gives: short ones, other spellings = their number",
    "weekdays": "weekdays beside what CLDR gives = their number, Monday is 0",
    "declined_months": "months as they are declined, January to December: one string a case",
    "month_prefixes": "what the month of a date takes before it",
    "endings": "what a word of `said` with ~ at its end takes in its place",
    "firsts": "the first day of a month",
    "days_in_words": "the days of a month from the first on, where dates spell them out: one string each",
    "numbers": "zero, one, two …: the forms of each in one string",
    "tens": "ten, twenty, thirty …: the same",
    "said": "what the words of relative dates mean: see said_words.py",
    "tense": "words, and endings with *, that tell a sentence's tense: see said_words.py",
}


def languages() -> dict[str, Table]:
    """The file of each language; ``ValueError`` for a row of its dates that nobody reads."""
    known = languages_as_edited()
    for language, table in known.items():
        unknown = table.get("dates", {}).keys() - {*COMMON, *BY_LANGUAGE, *HABITS, *RAW}
        if unknown:
            raise ValueError(f"languages/{language}.toml: no row of [dates] is called {sorted(unknown)[0]!r}")
    return known


def calendar() -> Table:
    """``months`` and ``weekdays``: folded word -> its number, whether it is a name in full, and its languages.

    A month that languages read differently (listopad) has the number -1, and stands in ``disputed_months`` with the
    number in each; such a weekday stands only in ``disputed_weekdays``. ``first_words`` are those of months of two.
    The rest are the words that stand beside them in dates.
    """
    known = languages()
    months, full_months = _readings("months", known)
    weekdays, full_weekdays = _readings("weekdays", known)
    disputed = {
        word: _row(OPEN, _by_language(readings), is_full=word in full_months)
        for word, readings in months.items()
        if len(readings) > 1
    }
    said = {code: table.get("dates", {}) for code, table in known.items()}
    return {
        "months": dict(sorted((_settled(months, full_months) | disputed).items())),
        "weekdays": _settled(weekdays, full_weekdays),
        "disputed_months": _disputed(months),
        "disputed_weekdays": _disputed(weekdays),
        "first_words": sorted({word.partition(" ")[0] for word in months if " " in word}),
        **{name: [*dict.fromkeys(word for dates in said.values() for word in dates.get(name, ()))] for name in COMMON},
        **{name: {code: dates[name] for code, dates in sorted(said.items()) if name in dates} for name in BY_LANGUAGE},
        **{name: [code for code, dates in said.items() if dates.get(name)] for name in HABITS},
        "days_in_words": {word: day for dates in said.values() for word, day in _days_in_words(dates)},
        "languages_with_figures": [code for code, dates in said.items() if "figures" in dates],
    }


def _days_in_words(dates: Table) -> Iterator[tuple[str, int]]:
    yield from ((word, 1) for word in dates.get("firsts", ()))
    for day, forms in enumerate(dates.get("days_in_words", ()), 1):
        yield from ((word, day) for word in forms.split())


def _readings(kind: str, known: dict[str, Table]) -> tuple[Readings, set[str]]:
    """What each word names, and in which languages; and the words that are names in full."""
    words: Readings = {}
    full: set[str] = set()
    for language, table in known.items():
        prefixes = table.get("dates", {}).get("month_prefixes", ()) if kind == "months" else ()
        for name, number, is_full in _names(kind, table):
            for word in _spellings(name, prefixes):
                words.setdefault(word, {}).setdefault(number, set()).add(language)
                full |= {word} if is_full else set()
    return words, full


def _names(kind: str, table: Table) -> Iterator[tuple[str, int, bool]]:
    """The names of a language, with their numbers, and whether each is one in full."""
    first = 1 if kind == "months" else 0
    cldr, dates = table.get("cldr", {}), table.get("dates", {})
    for key, is_full in ((kind, True), (f"short_{kind}", False)):
        for row in cldr.get(key, ()):
            yield from ((name, number, is_full) for number, name in enumerate(row, first))
    yield from ((name, number, False) for name, number in dates.get(kind, {}).items())
    for case in dates.get(f"declined_{kind}", ()):
        yield from ((name, number, True) for number, name in enumerate(case.split(), first))


def _settled(words: Readings, full: set[str]) -> dict[str, str]:
    """The words that name the same in all languages."""
    return {
        word: _row(number, languages, is_full=word in full)
        for word, readings in sorted(words.items())
        if len(readings) == 1
        for number, languages in readings.items()
    }


def _disputed(words: Readings) -> dict[str, dict[str, int]]:
    return {word: _by_language(readings) for word, readings in sorted(words.items()) if len(readings) > 1}


def _by_language(readings: dict[int, set[str]]) -> dict[str, int]:
    """The number in each language that has one reading of the word."""
    pairs = sorted((language, number) for number, languages in readings.items() for language in languages)
    codes = [language for language, _ in pairs]
    return {language: number for language, number in pairs if codes.count(language) == 1}


def _row(number: int, languages: Iterable[str], *, is_full: bool) -> str:
    """One string, which loads and is kept for less than a list, and is taken apart when its word is asked for.

    >>> _row(4, {"pt", "es"}, is_full=True)
    '4 full es pt'
    """
    return " ".join([str(number), "full" if is_full else "short", *sorted(languages)])


def _spellings(name: str, prefixes: Iterable[str]) -> set[str]:
    """A name as it is looked up: lower case, without a closing dot, with its accents and without."""
    word = unicodedata.normalize("NFC", name.lower().strip(" .॰׳\u200f").replace("\u0307", ""))
    unjoined = word.replace("\u200c", "").replace("\u200d", "")
    forms = {word, unjoined} | {prefix + word for prefix in prefixes}
    return {spelt for form in forms for spelt in (form, _plain(form)) if len(spelt) > 1}


def _plain(word: str) -> str:
    """A Latin or Greek word without its accents, as capitals often are."""
    if not any("a" <= c <= "z" or "\u0370" <= c <= "\u03ff" for c in word):
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.replace("ı", "i").replace("ø", "o").replace("ł", "l")


# --- writing ----------------------------------------------------------------------------------------------------------


def made() -> dict[Path, str]:
    """The text of each table that this script writes."""
    facts = tomllib.loads((DATA / "dates.toml").read_text(encoding="utf-8"))
    holidays = {name.replace("_", " ") for table in ("holidays", "easter", "orthodox_easter") for name in facts[table]}
    tables = {"calendar": calendar(), **said_words.relative(languages(), holidays)}
    return {DATA / f"{name}.json": written(table) for name, table in tables.items()}


def written(table: Table) -> str:
    """The JSON text of a table, a row a line so that changes show."""
    return "{\n" + ",\n".join(f"{_json(name)}:{_part(part)}" for name, part in table.items()) + "\n}\n"


def _part(part: Any) -> str:
    if isinstance(part, dict) and part:
        return "{\n" + ",\n".join(f"{_json(word)}:{_json(row)}" for word, row in part.items()) + "\n}"
    return _json(part)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def merge_cldr(folder: Path) -> None:
    """Put what CLDR gives into each language's file; whatever else stands there stays as it is."""
    head = f"{OPENING} {cldr_names.version(folder)}: written by tools/build_calendar.py; what stands above wins --\n"
    for path in sorted((DATA / "languages").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        locales = tomllib.loads(text).get("dates", {}).get("locales", [path.stem])
        path.write_text(with_block(text, head + cldr_names.block(folder, locales) + CLOSING), encoding="utf-8")


def with_block(text: str, block: str) -> str:
    """A language's file with the block of CLDR at the end of its section "Dates"."""
    start = text.find(OPENING)
    if start >= 0:
        return text[:start] + block + text[text.index(CLOSING, start) + len(CLOSING) :]
    section = text.index("\n", text.index(SECTION))
    end = text.find("\n# == ", section)
    end = len(text) if end < 0 else end + 1
    return f"{text[:end].rstrip()}\n\n{block}\n{text[end:]}"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--cldr"]:
        merge_cldr(Path(arguments[1]))
    stale = {
        path: text for path, text in made().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        if "--check" in arguments:
            print(f"{path.name} is out of step: run python tools/build_calendar.py", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
