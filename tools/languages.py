"""The languages as people edit them, ``wirenews/data/languages/<code>.toml``, read and checked.

Each file holds all words of one language that the library knows. What a table and its keys are for is told here, once
for all languages; a table, a key or a kind of value that is not listed is an error that names the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from functools import cache
from keyword import iskeyword
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, get_args

import regex
from attrs import field, frozen, validators

from wirenews.kinds import NoticeKind, Role

FOLDER = Path(__file__).parent.parent / "wirenews" / "data" / "languages"

Table: TypeAlias = dict[str, Any]

# What each word list is for: table -> key -> about.
WORDS: dict[str, dict[str, str]] = {
    "tells": {
        "words": "the commonest words, in lower case; one that several languages list counts the less for each",
        "letters": "letters that few languages have, as one string",
        "scripts": "scripts of Unicode that tell the language; of several that write one the words decide",
    },
    "roles": {role: f"phrases that open a clause of the role {role!r}" for role in get_args(Role)},
    "misprints": {},  # a misprint of the first word of such a phrase = the word
    "credits": {
        "by": "last words of a phrase that may open a clause anywhere, as others do only at its start, before a name",
        "agencies_unnamed": "lines that say no more than that agencies had a part in it",
        "with": "before agencies alone they say whose copy went into a story: “Avec AFP”",
        "ends": "end marks in brackets that stand before initials: “(Schluss) mra/kfi”",
        "signing": "desks that sign in an agency's place, beside a date or initials: “(red, 13.02.16)”",
        "whose": "before agencies alone they say whose copy it is: “Theo TTXVN”",
        "endings": "words behind a name that say for which service it was written",
        "press_release": "in capitals before the company that signs a press release: “SOURCE Acme Corp”",
        "inputs_before": "before agencies and a word of `inputs`: “with PTI inputs”",
        "inputs": "what agencies give to a story, behind their names",
        "inputs_between": "between agencies and such a word: “with news agency inputs”",
    },
    "sentences": {
        "origin": "whole sentences that say whose report it is; {agency} is an agency, {any} whatever follows",
        "inputs": "the same, of the agencies whose copy went in",
        "distribution": "the same, of the agencies that pass the story on",
    },
    "contribution": {
        "helped": "verbs of a sentence that credits help",
        "told": "verbs of any news, which need a person and a place, or “for this report”",
        "told_to": "what such a verb needs before “this report”",
        "to": "between the verb and “this report”",
        "this": "“this”",
        "the": "articles that may stand there in its place",
        "report": "words for the story",
        "from": "before the place it was reported from",
    },
    "agencies": {
        "articles": "before the name of an agency",
        "before": "words for an agency that stand before its name: “agencia EFE”",
        "beats": "between the name and a title: “AP White House Correspondent”",
        "titles": "what may stand last: “Reuters Staff”, “Kyodo News Agency”",
        "joiners": "words between two agencies, beside those of `names`",
        "joined": "signs between two agencies that no blank parts",
        "prefixed": "words written as one with the agency behind them",
    },
    "bylines": {
        "openings": "how a byline begins: “by”, “story by”",
        "unnamed": "first words of a byline that names nobody: “by our correspondent”",
        "unsigned": "whole lines, in small letters, that stand for a reporter without a name: “staff reporter”",
        "behalf": "between a person and the agency: “Ann Doe for AFP”",
        "stamps": "words of lines in a byline that say when, or belong to the page",
    },
    "names": {
        "joiners": "words that join two names",
        "places": "between a name and the place it was reported from",
        "titles": "words that make a run of words a title or a desk",
        "desks": "words of desks and groups: no person, and no title either",
        "articles": "what may stand before the name of a newspaper or a desk",
        "papers": "the last words of newspapers' and stations' names",
        "not_names": "words that no person is called: a line that holds one is no bare name",
        "between": "in small letters between names",
        "given": "of these, what may be a given name behind “by”: April",
        "family": "of these, what may be a family name behind “by”: West",
    },
    "particles": {
        "lower": "parts of a name that people write small",
        "after": "such parts behind one of these alone: DE LA CRUZ",
        "joined": "articles that a hyphen joins to a name: al-Assad",
    },
    "reporters": {
        "houses": "names of houses and kinds of reporter before the word for a reporter",
        "before": "words for a reporter before the names",
        "after": "words for a reporter behind them",
        "verbs": "verbs behind all that",
        "desks": "last letters of a desk that signs in a reporter's place",
        "families": "the commonest family names, as one string",
    },
    "photo": {
        "names": "labels of the role `photo` that a person's name alone may follow",
        "owners": "words of labels that say whose the photo is",
        "marks": "beside agencies and names: where the photo comes from",
        "givers": "marks beside the name of who gave the photo to the agency, which need be no person",
        "taken": "last words of a caption's credit, behind the name of who took the photo: “摄”",
        "through": "between the owner of a photo and the agency that passes it on",
    },
    "captions": {
        "opens": "how a caption begins, in small letters: “file -”, “in this photo”",
        "closes": "how it ends: “in this file photo”",
        "this": "how it begins that says further on that it is a picture: “this”",
        "pictures": "words for a picture",
        "shown": "what follows them: “shows”, “taken”",
        "signs": "letters of which one stands in each caption, as printed: “hoto”",
    },
    "headlines": {
        "labels": "words before a headline that say what kind of story it is, in small letters: “update”, “exclusive”",
        "asks": "letters or words before the questions of an interview, with their sign: “q:”",
        "dropped": "small words that headlines drop and sentences have: “has”, “were”",
    },
    "decks": {"labels": "words before the lines below a headline: “story highlights”"},
    "datelines": {
        "date_words": "before a date on a line of its own: “date 2025-04-18”",
        "picture_words": "a bracket with one of these is a picture's credit and no dateline",
        "before_date": "between the places of a dateline and its date",
        "region_words": "in small letters they make a region of the name before them: “Краснодарский край”",
        "particles": "in small letters inside the names of places and between two of them",
        "joins": "“and” between two places",
        "small": "words that stay small in the name of a place that is printed in capitals: “Rio de Janeiro”",
        "elided": "the same before an apostrophe: “Coeur d'Alene”",
        "defining": "behind a place's name: what an encyclopaedia says it is, “is a”",
        "speaking": "first words of what somebody says behind a name and a colon: “I”, “we”, “yes”",
    },
    "fields": {},  # the name of a field = its words, checked against notices.toml
    "contact": {
        "desks": "words that make a line with loose figures a contact",
        "words": "words in small letters that a line with a telephone number may hold, and still be no sentence",
    },
    "source_tag": {
        "words": "how a bracket begins in which a monitoring service says what the text behind it is",
        "weather": "the weather where a newspaper's story was filed, as a pattern, with the dash behind it",
    },
    "copyright": {
        "by": "what may stand before the owner",
        "company": "words that the name of an owner goes without",
        "stop": "what the owner's name ends at",
        "terms": "a long line has one of these",
    },
    "conversion": {"one": "“one”, before a currency", "equals": "“equals”, between two rates"},
    "stamps": {"words": "before a date that has no colon before it: “Updated September 11, 2024”"},
    "priority": {"words": "lines that say how urgent a story is"},
    "press": {
        "about": "what a heading begins with under which a company says what it is, with the blank behind it",
        "author_verbs": "verbs behind an author's name in a paragraph below the story that says who it is: “covers”",
    },
    "page": {
        "words": "words of a page to its readers, of newsletters, accounts, comments: no story's",
    },
    "inner": {
        "openings": "how a pointer to another story begins inside a paragraph, as printed, up to a colon or a bar",
        "phrases": "words of buttons and players between two sentences, that end with neither a stop nor a line",
    },
    "glued": {
        "signs": "how an unbracketed notice begins that may follow the last sentence of a paragraph",
        "ends": "the last words of such notices, in small letters",
    },
}

# What lines stand under each key of ``[samples]``, and what is said of each.
SAMPLES: dict[str, str] = {
    "credits": "lines below a story: “role: Ann Doe in Lima, efe; other role: Jo Roe”; a role alone names nobody",
    "bylines": "lines above a dateline: “Ann Doe (title) in Lima, efe”; “nobody” where they name none",
    "fields": "lines at the head: “name: value”, of a date as ISO 8601 writes it",
    "nothing": "a list of lines that say nothing of that kind: sentences that begin alike, headlines",
}

_TEXTS = ("letters", "families", "weather")  # all other keys are lists
_ANY_KEY = ("misprints", "fields")
_CHECKED_ELSEWHERE = ("dates", "cldr")  # in build_calendar


@cache
def languages() -> dict[str, Table]:
    """The tables of each language, by its code, English first."""
    files = sorted(FOLDER.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem))
    return {path.stem: checked(path.name, _read(path)) for path in files}


def _read(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name} is no TOML: {error}") from error


def words(table: str, key: str) -> dict[str, Any]:
    """What each language that has it says under a key.

    >>> words("credits", "with")["de"]
    ['mit']
    """
    assert key in WORDS[table] or table in _ANY_KEY, (table, key)
    return {code: file[table][key] for code, file in languages().items() if key in file.get(table, ())}


def every(table: str, key: str) -> list[str]:
    """The words of all languages, each once."""
    return list(dict.fromkeys(word for listed in words(table, key).values() for word in listed))


def rows(name: str) -> Iterator[tuple[str, Table]]:
    """The rows of ``[[name]]``, each with its language."""
    return ((code, row) for code, file in languages().items() for row in file.get(name, ()))


@frozen(kw_only=True)
class NoticeRow:
    """One wording of a notice, ``[[notice]]``.

    White space is folded, typographic quotes are straight, and letters are small before a block is compared. A wording
    that could begin a story's own paragraph needs ``then``, ``has``, ``of_page`` or ``brackets``.
    """

    id: str = field(validator=validators.matches_re(r"[a-z0-9-]+"))  # "notice." + id is the rule
    kind: str = field(validator=validators.in_(get_args(NoticeKind)))
    whole: list[str] = field(factory=list)  # the whole block reads so (case, brackets and dashes round it aside)
    exact: list[str] = field(factory=list)  # the same, printed in just this case
    opens: list[str] = field(factory=list)  # how the block begins ("0": with a figure, which `then` reads too)
    then: str = field(default="", validator=lambda row, attribute, value: re.compile(value))  # what follows `opens`
    has: list[str] = field(factory=list)  # one of these stands in what follows
    of_page: bool = False  # a word of `[page]`, the name of a network or a link stands in what follows
    inner: bool = False  # it may be long and stand between the paragraphs of a story too
    brackets: bool = False  # only when brackets stand round the whole
    max: int = 300  # the most characters of such a notice
    sample: list[str] = field(factory=list)  # lines below a story that must be read as this notice
    not_: list[str] = field(factory=list)  # `not`: lines there that must stay body: sentences that begin alike

    def __attrs_post_init__(self) -> None:
        if not (self.whole or self.exact or self.opens):
            raise ValueError(f"the notice {self.id!r} has no wording: give it `whole`, `exact` or `opens`")
        if (self.then or self.has) and not self.opens:
            raise ValueError(
                f"`then` and `has` of the notice {self.id!r} speak of what follows `opens`, which it lacks"
            )
        if printed := [words for words in (*self.whole, *self.opens, *self.has) if words != words.lower()]:
            raise ValueError(f"a block is compared in small letters: {printed[0]!r} would never be found")
        if self.opens and not self.sample:
            raise ValueError("what `opens` a notice needs a `sample`: a line, made up, that is such a notice")
        if strange := [line for line in self.sample if not self._begins(line)]:
            raise ValueError(f"the sample {strange[0]!r} begins with none of the row's own wordings")

    def _begins(self, line: str) -> bool:
        words = line.casefold().lstrip(_BESIDE).replace("’", "'")
        own = tuple(map(str.casefold, (*self.opens, *self.whole, *self.exact)))
        return words.startswith(own) or ("0" in self.opens and words[:1].isdigit())

    def check_openings(self, common: Collection[str]) -> None:
        """:class:`ValueError` for an opening that would take a sentence for a notice.

        ``common`` are the commonest words of the language.
        """
        if self.brackets or self.then or self.has or self.of_page:
            return
        for opening in self.opens:
            words = regex.findall(r"[\p{L}\p{M}]+", opening)
            is_short = sum(map(len, words)) < (_SHORTEST_OPENING if opening < _EAST_ASIA else _SHORTEST_EAST_ASIAN)
            if opening[0].isalpha() and opening[-1] not in _SIGNS and (is_short or set(words) <= set(common)):
                raise ValueError(
                    f"a sentence may begin with {opening!r}: say with `then` or `has` what follows, or use `whole`"
                )


@frozen(kw_only=True)
class DatelineRow:
    """A form of dateline in a script that leaves no blanks between words, ``[[dateline]]``: see ``datelines.toml``."""

    id: str
    sample: str
    pattern: str
    begins: str = ""
    signs: list[str] = field(factory=list)
    one_of: list[str] = field(factory=list)
    known: bool = False
    any_name: bool = False
    not_: list[str] = field(factory=list)  # `not`: beginnings of sentences that are no dateline


Row = TypeVar("Row", NoticeRow, DatelineRow)
_ROWS: dict[str, type[NoticeRow] | type[DatelineRow]] = {"notice": NoticeRow, "dateline": DatelineRow}
_SHORTEST_OPENING = 7  # letters
_SHORTEST_EAST_ASIAN = 3
_EAST_ASIA = "\u2e80"
_BESIDE = " ([（［<*_-–—"  # may stand before a wording
_SIGNS = ":：.-–—("  # an opening that ends with one of these begins no sentence


def checked(file: str, tables: Table) -> Table:
    """The tables of a file; :class:`ValueError` names what is wrong in it."""
    common = tables.get("tells", {}).get("words", ())
    for table, content in tables.items():
        if table in ("name", *_CHECKED_ELSEWHERE):
            continue
        if table in _ROWS:
            for row in content:
                _check_row(file, table, row, common)
        elif table == "samples":
            _check_samples(file, content)
        elif table in WORDS:
            for key, value in content.items():
                _check_words(file, table, key, value)
        else:
            tables_read = ", ".join((*WORDS, *_ROWS, "samples"))
            raise ValueError(f"{file} has a table [{table}] that nothing reads: one of {tables_read}")
    return tables


def typed(row: Table, of: type[Row]) -> Row:
    """A row of a table as its class: ``not``, which Python does not let be a name, is ``not_`` there."""
    return of(**{f"{key}_" if iskeyword(key) else key: value for key, value in row.items()})


def _check_row(file: str, table: str, row: Table, common: Collection[str]) -> None:
    try:
        made = typed(row, _ROWS[table])
        if isinstance(made, NoticeRow):
            made.check_openings(common)
    except (TypeError, ValueError, re.error) as error:
        raise ValueError(f"{file}: [[{table}]] {row.get('id', row)}: {error.args[0]}") from error


def _check_samples(file: str, samples: Table) -> None:
    for key, lines in samples.items():
        if key not in SAMPLES:
            raise ValueError(f"{file}: [samples] has no key {key!r}: one of {', '.join(SAMPLES)}")
        wanted, said = (list, "a list of lines") if key == "nothing" else (dict, "a table: line = what it says")
        if not isinstance(lines, wanted) or not all(isinstance(line, str) for line in _flat(lines)):
            raise ValueError(f"{file}: [samples] {key} must be {said}")


def _flat(lines: list[Any] | dict[str, Any]) -> list[Any]:
    return lines if isinstance(lines, list) else list(lines.values())


def _check_words(file: str, table: str, key: str, value: Any) -> None:
    if table not in _ANY_KEY and key not in WORDS[table]:
        raise ValueError(f"{file}: [{table}] has no key {key!r}: one of {', '.join(WORDS[table])}")
    wanted = str if key in _TEXTS or table == "misprints" else list
    if not isinstance(value, wanted) or not value or (wanted is list and not all(isinstance(w, str) for w in value)):
        raise ValueError(f"{file}: [{table}] {key} must be {'text' if wanted is str else 'a list of words'}")
