"""Build ``wirenews/data/calendar.json``: month and weekday names of the agencies' languages, out of CLDR.

python tools/build_calendar.py           write the table
python tools/build_calendar.py --check   exit 1 if it is out of step, 3 if another version of CLDR is installed

The names come from Babel (``pip install babel``), long and short, as they stand alone and as they stand in a date.
``wirenews/data/calendar_extra.toml`` adds what agencies write beside them.
"""

from __future__ import annotations

import json
import sys
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from babel import Locale, localedata

DATA = Path(__file__).parent.parent / "wirenews" / "data"
OUT = DATA / "calendar.json"
EXTRA = DATA / "calendar_extra.toml"

# Several locales for a language that names its months in more than one way.
LOCALES = {
    "en": ["en"],
    "es": ["es", "es_MX", "es_AR"],
    "pt": ["pt", "pt_PT"],
    "fr": ["fr", "fr_CA"],
    "de": ["de", "de_AT"],
    "it": ["it"],
    "nl": ["nl"],
    "sv": ["sv"],
    "da": ["da"],
    "no": ["nb", "nn"],
    "fi": ["fi"],
    "pl": ["pl"],
    "cs": ["cs"],
    "hu": ["hu"],
    "ro": ["ro"],
    "el": ["el"],
    "ru": ["ru"],
    "uk": ["uk"],
    "sk": ["sk"],
    "sl": ["sl"],
    "hr": ["hr"],
    "sr": ["sr", "sr_Latn"],
    "bg": ["bg"],
    "lt": ["lt"],
    "lv": ["lv"],
    "et": ["et"],
    "tr": ["tr"],
    "ar": ["ar", "ar_LB", "ar_DZ", "ar_MA", "ar_IQ"],
    "he": ["he"],
    "fa": ["fa"],
    "hi": ["hi"],
    "bn": ["bn", "bn_IN"],
    "ur": ["ur"],
    "ta": ["ta"],
    "mr": ["mr"],
    "te": ["te"],
    "gu": ["gu"],
    "kn": ["kn"],
    "ml": ["ml"],
    "pa": ["pa"],
    "ne": ["ne"],
    "id": ["id"],
    "ms": ["ms"],
    "vi": ["vi"],
    "th": ["th"],
    "zh": ["zh_Hans", "zh_Hant"],
    "ja": ["ja"],
    "ko": ["ko"],
}
# In Hebrew the month of a date takes the letter "in" before it: 18 באפריל.
PREFIXES = {"he": ["ב"]}


# The number of a word that languages read differently; table ``disputed`` has the reading of each.
OPEN = -1

Readings = dict[str, dict[int, set[str]]]


def calendar() -> dict[str, dict[str, object] | list[str]]:
    """``months`` and ``weekdays``: folded word -> its number, whether it is a name in full, and its languages.

    A month that languages read differently (listopad) has the number -1, and stands in ``disputed_months`` with the
    number in each; such a weekday stands only in ``disputed_weekdays``. ``first_words`` are those of months of two.
    """
    extra = tomllib.loads(EXTRA.read_text(encoding="utf-8"))
    months, full_months = _readings("months", extra["months"], extra["declined_months"])
    weekdays, full_weekdays = _readings("days", extra["weekdays"], {})
    disputed = {
        word: _row(OPEN, _by_language(readings), is_full=word in full_months)
        for word, readings in months.items()
        if len(readings) > 1
    }
    return {
        "months": dict(sorted((_settled(months, full_months) | disputed).items())),
        "weekdays": _settled(weekdays, full_weekdays),
        "disputed_months": _disputed(months),
        "disputed_weekdays": _disputed(weekdays),
        "first_words": sorted({word.partition(" ")[0] for word in months if " " in word}),
    }


def _readings(kind: str, extra: dict[str, dict[str, int]], declined: dict[str, list[str]]) -> tuple[Readings, set[str]]:
    """What each word names, and in which languages; and the words that are names in full."""
    rows = [row for language in LOCALES for row in _names(kind, language)]
    rows += [(word, n, language, False) for language, more in extra.items() for word, n in more.items()]
    rows += [
        (word, n, language, True)
        for language, cases in declined.items()
        for case in cases
        for n, word in enumerate(case.split(), 1)
    ]
    words: Readings = {}
    full: set[str] = set()
    for name, number, language, is_full in rows:
        for word in _spellings(name, language):
            words.setdefault(word, {}).setdefault(number, set()).add(language)
            full |= {word} if is_full else set()
    return words, full


def _names(kind: str, language: str) -> list[tuple[str, int, str, bool]]:
    """The names of CLDR, with their numbers, and whether each is one in full."""
    rows = []
    for locale in LOCALES[language]:
        # Babel merges a locale into the root's own dictionaries: without this, Japanese gets Hebrew months.
        localedata._cache.clear()
        names = getattr(Locale.parse(locale), kind)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                rows += [(name, n, language, width == "wide") for n, name in names[context][width].items()]
    return rows


def _settled(words: Readings, full: set[str]) -> dict[str, object]:
    """The words that name the same in all languages."""
    return {
        word: _row(number, languages, is_full=word in full)
        for word, readings in sorted(words.items())
        if len(readings) == 1
        for number, languages in readings.items()
    }


def _disputed(words: Readings) -> dict[str, object]:
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


def _spellings(name: str, language: str) -> set[str]:
    """A name as it is looked up: lower case, without a closing dot, with its accents and without."""
    if any(c.isdigit() for c in name):
        return set()
    word = unicodedata.normalize("NFC", name.lower().strip(" .॰׳\u200f").replace("\u0307", ""))
    unjoined = word.replace("\u200c", "").replace("\u200d", "")
    forms = {word, unjoined} | {prefix + word for prefix in PREFIXES.get(language, [])}
    return {spelt for form in forms for spelt in (form, _plain(form)) if len(spelt) > 1}


def _plain(word: str) -> str:
    """A Latin or Greek word without its accents, as capitals often are."""
    if not any("a" <= c <= "z" or "\u0370" <= c <= "\u03ff" for c in word):
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.replace("ı", "i").replace("ø", "o").replace("ł", "l")


def source() -> str:
    """Where the names come from: a Babel of the same number, but for its last part, has the same CLDR."""
    return "Unicode CLDR in babel " + ".".join(version("babel").split(".")[:2])


def compiled() -> str:
    """The JSON text of the table, a word a line so that changes show."""
    sections = [f'"source":{json.dumps(source())}']
    for name, words in calendar().items():
        if isinstance(words, list):
            sections.append(f'"{name}":{json.dumps(words, ensure_ascii=False)}')
            continue
        rows = ",\n".join(f"{json.dumps(w, ensure_ascii=False)}:{json.dumps(v)}" for w, v in words.items())
        sections.append(f'"{name}":{{\n{rows}\n}}')
    return "{" + ",\n".join(sections) + "}\n"


def main() -> int:
    if "--check" in sys.argv[1:] and (made_from := json.loads(OUT.read_text(encoding="utf-8"))["source"]) != source():
        print(f"the table was made from {made_from}, installed is {source()}", file=sys.stderr)
        return 3
    text = compiled()
    if "--check" in sys.argv[1:]:
        if OUT.read_text(encoding="utf-8") == text:
            return 0
        print("calendar.json is out of step: run python tools/build_calendar.py", file=sys.stderr)
        return 1
    OUT.write_text(text, encoding="utf-8")
    print(f"wrote {OUT.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
