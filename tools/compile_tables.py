"""The tables as they are looked up, ``wirenews/data/*.json``, from those that people edit.

Some tables are turned round on the way, from what people edit (an agency, with its names) to what a reader asks for
(a name: whose is it?). A row is a line of the .json, so that two people can change two rows; where both have changed
the same, build again.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from languages import WORDS, every, rows, words  # noqa: E402
from languages import languages as languages_as_edited  # noqa: E402
from registry import registry  # noqa: E402

from wirenews.agencies.indexes import indexed  # noqa: E402
from wirenews.notice.wordings import opening_key, row_key  # noqa: E402
from wirenews.places.keys import region_key  # noqa: E402

DATA = ROOT / "wirenews" / "data"

Table: TypeAlias = dict[str, Any]


def source(name: str) -> Table:
    """The table that people edit."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def compiled(name: str) -> str:
    """The JSON text of a table."""
    return written(COMPILERS.get(name, source)(name))


def written(table: Table) -> str:
    """A table as JSON, a row a line.

    >>> print(written({"words": {"a": "en es", "o": "pt"}, "ends": ["a", "b"]}), end="")
    {
    "words":{
    "a":"en es",
    "o":"pt"
    },
    "ends":["a","b"]
    }
    """
    return "{\n" + ",\n".join(f"{_json(key)}:{_part(value)}" for key, value in table.items()) + "\n}\n"


def _part(value: Any) -> str:
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_json(key)}:{_json(row)}" for key, row in value.items()) + "\n}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- agencies ------------------------------------------------------------------------------------


def agencies(name: str) -> Table:
    """The registry by name."""
    rows = registry()
    return {
        **indexed(rows),
        "words": {key: _casefolded(every("agencies", key)) for key in ("articles", "before", "beats", "titles")},
        "joins": {key: every("agencies", key) for key in ("joiners", "joined", "prefixed")},
    }


# --- places --------------------------------------------------------------------------------------


def cities(name: str) -> Table:
    """The cities by name in small letters, and the words that say what is one."""
    hand = source(name)
    alone = [
        (name.casefold(), country, state)
        for country, states in hand["alone"].items()
        for state, names in states.items()
        for name in names
    ]
    groups = [hand[group].items() for group in ("also", "famous", "seats", "unsettled")]
    return {
        "cities": {name.casefold(): country for group in groups for country, names in group for name in names}
        | {name: country for name, country, _ in alone}
        | {name.casefold(): "" for name in hand["nowhere"]["names"]},
        "states": {name: state for name, _, state in alone},
        "words": _casefolded(hand["words"]["cities"]),
        "not_regions": hand["words"]["regions"],
        "small": {"words": every("datelines", "small"), "elided": every("datelines", "elided")},
        "tails": _casefolded(hand["slash"]["tails"]),
        "domains": hand["nowhere"]["domains"],
        "aboard": [f"{word.casefold()} " for word in hand["nowhere"]["aboard"]],
    }


def regions(name: str) -> Table:
    """The regions, and the countries of ``cities.toml``, by each way of printing them."""
    divisions, hand = source(name)["divisions"], source("cities")
    pairs = [
        *(
            (form, region, c)
            for c, names in divisions.items()
            for region, forms in names.items()
            for form in (region, *forms)
        ),
        *((form, "", country) for country, names in hand["countries"].items() for form in names),
    ]
    former = {region_key(name): "|" for name in hand["former"]["names"]}
    return {
        "regions": _by_key(dict.fromkeys((region_key(form), f"{region}|{country}") for form, region, country in pairs))
        | former,
        "codes": sorted(_codes([form for form, region, _ in pairs if form != region], hand["words"]["regions"])),
        "abbreviations": sorted(
            {form.strip(".").casefold() for form, region, _ in pairs if region and form.endswith(".")}
        ),
    }


def _codes(forms: list[str], words: list[str]) -> set[str]:
    """What two letters without a dot may be a region: "NY" and "Va", but not "in", "AP" or "Me"."""
    codes = {form for form in forms if len(form) == 2}
    undotted = {form[:-1] for form in forms if len(form) == 3 and form.endswith(".")}
    return codes | undotted.difference(words)


# --- notices -------------------------------------------------------------------------------------


def notices(name: str) -> Table:
    """The wordings by how they begin, with their rows beside them; the labels of fields by word; words of shapes."""
    signs = source(name)
    wordings = list(rows("notice"))
    forms = [_Form(row, form, words) for _, row in wordings for form in _FORMS for words in row.get(form, ())]
    bare = [form for form in forms if "brackets" not in form.row]
    glued_ends = every("glued", "ends")
    return {
        "wording": {row["id"]: {key: row[key] for key in _DEMANDS if key in row} for _, row in wordings},
        "forms": _by_key((row_key(form.words, form.form), form.packed()) for form in forms),
        "openings": _openings(
            _of_copyright(signs) + [form.words.casefold() for form in bare if form.form == "opens"],
            [form.words.casefold() for form in bare if form.form != "opens"],
        ),
        "last_words": sorted({*glued_ends, *(form.words.lower() for form in forms if form.is_end_mark())}),
        "labels": _labels(signs["fields"]),
        "first_words": sorted(
            {word.partition(" ")[0].casefold() for table in ("priority", "stamps") for word in every(table, "words")}
        ),
        "source_tag": {"words": every("source_tag", "words"), "weather": words("source_tag", "weather")["en"]},
        "copyright": {
            **signs["copyright"],
            "company": [*signs["copyright"]["company"], *every("copyright", "company")],
            **{key: every("copyright", key) for key in ("by", "stop", "terms")},
        },
        "conversion": {"one": every("conversion", "one"), "equals": ["=", *every("conversion", "equals")]},
        "contact": {key: every("contact", key) for key in ("desks", "words")},
        "priority": {"words": every("priority", "words")},
        "names": {"particles": _small_among_names()},
        "timestamp": _speakers(
            {code: [word.casefold() for word in listed] for code, listed in words("stamps", "words").items()}
        ),
        "slug": signs["slug"],
        "end_heads": sorted({words[:8].casefold() for words in _openings_of_ends(wordings)}),
        "inner_rows": [row["id"] for _, row in wordings if row.get("inner")],
        "inner_heads": sorted(
            {words[:4].casefold() for _, row in wordings if row.get("inner") for words in row["opens"]}
        ),
        "inner_openings": every("inner", "openings"),
        "inner_phrases": every("inner", "phrases"),
        "about": sorted(every("press", "about"), key=len, reverse=True),
        "author_verbs": every("press", "author_verbs"),
        "page_words": [*signs["page"]["networks"], *every("page", "words")],
        "glued": {"signs": [*signs["copyright"]["closed_signs"], *every("glued", "signs")], "ends": glued_ends},
    }


def _openings_of_ends(wordings: list[tuple[str, Table]]) -> list[str]:
    """How the notices begin below which no story goes on."""
    ends = ("copyright", "disclaimer", "usage terms")
    return [
        words for _, row in wordings if row["kind"] in ends and "brackets" not in row for words in row.get("opens", ())
    ]


def _labels(values: dict[str, str]) -> dict[str, list[str]]:
    """The words before a colon -> the field and what its value must be; no word names two fields."""
    labels: dict[str, list[str]] = {}
    for field, value in values.items():
        for word in every("fields", field):
            if labels.setdefault(word.casefold(), [field, value])[0] != field:
                raise ValueError(f"{word!r} names the field {field!r} and the field {labels[word.casefold()][0]!r}")
    return labels


def _small_among_names() -> list[str]:
    """The words in small letters that may stand among names."""
    small = (("particles", "lower"), ("particles", "after"), ("particles", "joined"), ("names", "between"))
    return sorted({word for table, key in small for word in every(table, key)})


_FORMS = ("whole", "exact", "opens")
_DEMANDS = ("kind", "brackets", "max", "then", "has", "of_page")


class _Form(NamedTuple):
    """One wording of a row."""

    row: Table
    form: str
    words: str

    def is_end_mark(self) -> bool:
        return self.row["kind"] == "end mark" and self.form != "opens"

    def packed(self) -> str:
        """The wording as one string, which ``notice.wordings`` takes apart when it is asked for."""
        words = self.words if self.form == "exact" else self.words.casefold()
        return f"{self.form}|{self.row['id']}|{words}"


def _of_copyright(signs: Table) -> list[str]:
    """How a copyright line may begin."""
    return [*signs["copyright"]["signs"], *signs["copyright"]["years"]]


def _openings(any_length: list[str], short: list[str]) -> dict[str, str]:
    """How a block without brackets may begin, by its first letters; behind a tab, how only a short one may.

    The two stand together because the wheel is packed in stretches of 32 kB: of what is repeated further on nothing is
    saved.
    """
    long, brief = (
        _by_key(
            (spelt, opening)
            for opening in openings
            for spelt in {opening_key(opening), opening_key(opening).replace("'", "’")}
        )
        for openings in (any_length, short)
    )
    packed = {key: f"{long.get(key, '')}\t{brief.get(key, '')}".rstrip("\t") for key in {*long, *brief}}
    return dict(sorted(packed.items()))


def _by_key(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The lines of each key."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, line in pairs:
        found[key].append(line)
    return {key: "\n".join(found[key]) for key in sorted(found)}


# --- languages -----------------------------------------------------------------------------------


def languages(name: str) -> Table:
    """The languages that each word, letter and script belongs to."""
    return {
        "words": _speakers(words("tells", "words")),
        "letters": _speakers(words("tells", "letters")),
        # In the order of the languages: Japanese mixes its own scripts with that of Chinese.
        "scripts": _speakers(words("tells", "scripts"), sort=False),
    }


def _speakers(listed: dict[str, Iterable[str]], *, sort: bool = True) -> dict[str, str]:
    speakers: dict[str, list[str]] = defaultdict(list)
    for language, signs in listed.items():
        for word in signs:
            speakers[word].append(language)
    return {word: " ".join(speakers[word]) for word in (sorted(speakers) if sort else speakers)}


# --- bylines and credits -------------------------------------------------------------------------

_LISTS_OF_CREDITS = {
    "credits": (
        "agencies_unnamed",
        "with",
        "ends",
        "signing",
        "whose",
        "endings",
        "press_release",
        "inputs_before",
        "inputs_between",
        "inputs",
    ),
    "names": ("joiners", "places", "titles", "desks", "articles", "between", "papers", "not_names"),
    "bylines": ("unnamed", "unsigned", "behalf", "stamps"),
}


def credits(name: str) -> Table:
    """The words of bylines, credits, sign-offs and names, by language."""
    people = source("people")
    every_language = languages_as_edited()
    return {
        "roles": {role: words("roles", role) for role in WORDS["roles"]},
        "misprints": {
            printed: meant for table in every_language.values() for printed, meant in table.get("misprints", {}).items()
        },
        "by": {"words": every("credits", "by")},
        "byline": words("bylines", "openings"),
        **{key: words(table, key) for table, keys in _LISTS_OF_CREDITS.items() for key in keys},
        "given": every("names", "given"),
        "family": every("names", "family"),
        "particles": {key: every("particles", key) for key in WORDS["particles"]} | people,
        "photo": {key: words("photo", key) for key in WORDS["photo"]},
        "contribution": {
            code: table["contribution"] for code, table in every_language.items() if "contribution" in table
        },
        "sentences": {role: every("sentences", role) for role in WORDS["sentences"]},
        "east_asian": {key: every("reporters", key) for key in ("houses", "before", "after", "verbs", "desks")}
        | {"families": "".join(words("reporters", "families").values())},
    }


# --- datelines -----------------------------------------------------------------------------------


def datelines(name: str) -> Table:
    """The words of datelines, and their forms in scripts without blanks."""
    table = source(name)
    # The Japanese ones are the loosest, and are tried last.
    listed = sorted(rows("dateline"), key=lambda row: row[0] == "ja")
    forms = [{key: value for key, value in row.items() if key != "not"} for _, row in listed]
    return {
        "slots": table["slots"],
        "form": [*forms, *table["form"]],
        **{key: every("datelines", key) for key in WORDS["datelines"]},
    }


def pages(name: str) -> Table:
    """The words of captions, of the labels of headlines, and of decks."""
    return {table: {key: every(table, key) for key in WORDS[table]} for table in ("captions", "headlines", "decks")}


def _casefolded(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]


# What is not written as it is edited.
COMPILERS: dict[str, Callable[[str], Table]] = {
    "agencies": agencies,
    "cities": cities,
    "credits": credits,
    "datelines": datelines,
    "languages": languages,
    "notices": notices,
    "pages": pages,
    "regions": regions,
}


# Read as it is edited.
_AS_EDITED = ("dates", "markup")


def made() -> dict[Path, str]:
    """Each compiled table and its text."""
    return {DATA / f"{name}.json": compiled(name) for name in (*COMPILERS, *_AS_EDITED)}
