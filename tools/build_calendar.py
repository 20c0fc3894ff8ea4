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


def calendar() -> dict[str, dict[str, list[object]]]:
    """``months`` and ``weekdays``: folded word -> [number, "languages", 1 if it is a name in full]."""
    extra = tomllib.loads(EXTRA.read_text(encoding="utf-8"))
    return {
        "months": _table("months", extra["months"]),
        "weekdays": _table("days", extra["weekdays"]),
    }


def _table(kind: str, extra: dict[str, dict[str, int]]) -> dict[str, list[object]]:
    words: dict[str, dict[int, set[str]]] = {}
    full: set[str] = set()
    for language, locales in LOCALES.items():
        for locale in locales:
            # Babel merges a locale into the root's own dictionaries: without this, Japanese gets Hebrew months.
            localedata._cache.clear()
            names = getattr(Locale.parse(locale), kind)
            for width in ("wide", "abbreviated"):
                for context in ("format", "stand-alone"):
                    for number, name in names[context][width].items():
                        for word in _spellings(name, language):
                            words.setdefault(word, {}).setdefault(number, set()).add(language)
                            if width == "wide":
                                full.add(word)
        for name, number in extra.get(language, {}).items():
            for word in _spellings(name, language):
                words.setdefault(word, {}).setdefault(number, set()).add(language)
    # A word that names different months in different languages settles nothing.
    return {
        word: [number, " ".join(sorted(languages)), int(word in full)]
        for word, readings in sorted(words.items())
        if len(readings) == 1
        for number, languages in readings.items()
    }


def _spellings(name: str, language: str) -> set[str]:
    """A name as it is looked up: lower case, without a closing dot, with its accents and without."""
    if any(c.isdigit() for c in name):
        return set()
    word = name.lower().strip(" .॰׳\u200f").replace("\u0307", "")
    forms = {word} | {prefix + word for prefix in PREFIXES.get(language, [])}
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
