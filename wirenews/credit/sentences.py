"""Credits in other words -> :class:`~wirenews.article.Attribution`: inputs, contributions, sentences, reporters."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from ..agencies import find_titled, lookup, only_agencies
from ..article import Agency, Attribution, Person
from ..kinds import Role
from ..people.east_asian import east_asian_people
from ..people.lists import Names, read_names
from ..people.notes import place_of
from ..people.words import words_of
from ..text import tables
from ..text.characters import AROUND, EAST_ASIA, OPENING_BRACKETS, ORNAMENTS, SENTENCE_ENDS
from ..text.layout import clean
from ..text.patterns import Phrases, pattern, plain_pattern
from .byline import read_byline
from .openings import first_word

_LONGEST_INPUTS = 200
_LONGEST_UNKNOWN_INPUTS = 24
LONGEST_CONTRIBUTION = 500
_LONGEST_SUBJECT = 240
LONGEST_SENTENCE = 200
_LONGEST_SIGNATURE = 400
_LONGEST_UNMARKED_SIGNATURE = 80
_LONGEST_SOURCE = 120
_LONGEST_REPORTERS = 60
_MOST_SENTENCES = 4
_MOST_TITLE_WORDS = 8
_MOST_AGENCY_WORDS = 4
_POSSESSIVE = ("'s", "’s")


# ---------------------------------------------------------------- a byline below the story


def read_signature(source: str, start: int, end: int) -> Attribution | None:
    """A byline below the story: "_ By Ann Doe, Associated Press Writer.", "Ann Doe (AP)"."""
    if end - start > _LONGEST_SIGNATURE:
        return None
    found = _signature(source, end - len(source[start:end].lstrip(ORNAMENTS)), end)
    if found is None or not (found.people or found.agencies):
        return None
    return Attribution(start, end, clean(source, start, end), found.rule, "byline", found.agencies, found.people)


def _signature(source: str, start: int, end: int) -> Attribution | None:
    if source[start : start + 3].lower() == "by ":
        # Without the full stop of a sentence; that of an initial stays.
        stop = end - 1 if source[end - 1] == "." and source[end - 3] not in " ." else end
        return read_byline(source[start:stop], start, "credit.byline")
    if not _may_be_signature(source, start, end):
        return None
    found = read_byline(source[start:end], start, "credit.byline", bare=False)
    if found is None or not found.agencies:
        return None
    says_with = _says_with(source[start:end])
    if not (found.people or says_with):
        return None
    # Behind the slash of an agency of the world stands a photographer.
    is_sure = source[end - 1] == ")" or says_with or found.agencies[-1].kind == "national"
    return found if is_sure else None


def _may_be_signature(source: str, start: int, end: int) -> bool:
    """Whether a text may be "Ann Doe (AP)", "Nora Hamn/TT" or "Le Port avec AFP"."""
    if not 0 < end - start <= _LONGEST_UNMARKED_SIGNATURE or source[start] in OPENING_BRACKETS:
        return False
    return source[end - 1] == ")" or source.find("/", start, end) > 0 or _says_with(source[start:end])


def _says_with(text: str) -> bool:
    """Whether a short text holds the word that stands before agencies whose copy went in: "avec"."""
    return not words_of("with").isdisjoint(text.split())


# ---------------------------------------------------------------- whose copy went into it


def read_inputs(source: str, start: int, end: int) -> Attribution | None:
    """ "(With PTI inputs)", "(Avec AFP)", "Agencies": whose copy went into a story."""
    if end - start > _LONGEST_INPUTS or not begins_inputs(first_word(source, start, end).strip(AROUND)):
        return None
    text = clean(source, start, end)
    agencies = _input_agencies(text)
    return Attribution(start, end, text, "credit.inputs", "inputs", agencies) if agencies is not None else None


def begins_inputs(word: str) -> bool:
    """Whether the first word of a text may say whose copy went into a story, or who signs it."""
    return word in words_before_inputs()


@cache
def words_before_inputs() -> frozenset[str]:
    """The first words of lines that say whose copy went into a story."""
    unnamed = (row.split()[0] for row in words_of("agencies_unnamed"))
    releases = map(str.lower, words_of("press_release"))
    return frozenset([*releases, *words_of("inputs_before"), *words_of("with"), *unnamed])


@cache
def _inputs() -> regex.Pattern[str]:
    """ "with PTI inputs", "from AP and news agency reports"."""
    before, between, given = (_one_of([*words_of(row)]) for row in ("inputs_before", "inputs_between", "inputs"))
    return regex.compile(
        rf"[\s(\[–—-]*(?:{before})\s+(?:(?:{between})\s+)?(.{{0,100}}?)\s*\b(?:(?:{between})\s+)?(?:{given})[\s)\].]*",
        regex.IGNORECASE,
    )


def _input_agencies(text: str) -> tuple[Agency, ...] | None:
    """The agencies whose copy went in, which may be named or not; ``None`` when the text says nothing of that kind."""
    match = _inputs().fullmatch(text)
    if match is not None:
        names = read_names(match[1])
        unread = names.has_unread or names.people or (match[1] and not names.agencies and not names.has_desks)
        return names.agencies if not unread or _is_newspaper(match[1], text) else None
    core = text.strip(AROUND)
    if core.lower() in words_of("agencies_unnamed"):
        return ()
    word, _, rest = core.partition(" ")
    return (only_agencies(rest) or None) if rest and word.lower() in words_of("with") else None


def _is_newspaper(name: str, text: str) -> bool:
    """Whether the wires of "With Post wires" are those of a newspaper: one word with a capital, and no agency."""
    return name.isalpha() and name.istitle() and len(text) <= _LONGEST_UNKNOWN_INPUTS and text[-1].isalpha()


def read_source(source: str, start: int, end: int) -> Attribution | None:
    """The company that signs a press release: "SOURCE Acme Corp"."""
    word, _, company = source[start : min(end, start + _LONGEST_SOURCE)].partition(" ")
    if word not in words_of("press_release") or len(company) < 2 or end - start > _LONGEST_SOURCE:
        return None
    if company[0].islower() or (source[end - 1] in SENTENCE_ENDS and not _ends_company(company)):
        return None
    return Attribution(start, end, clean(source, start, end), "credit.source", "origin")


def _ends_company(words: str) -> bool:
    """Whether the full stop behind a name is that of its form: "Acme, Inc."."""
    return words.rpartition(" ")[2].lower() in tables.load("notices")["copyright"]["company"]


# ---------------------------------------------------------------- who contributed


class _Contribution(NamedTuple):
    """The words of such a sentence in one language."""

    stems: Phrases  # a word of each verb
    verbs: regex.Pattern[str]
    behind: regex.Pattern[str]
    told_to: frozenset[str]


class _Helpers(NamedTuple):
    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]


def read_contribution(source: str, start: int, end: int) -> Attribution | None:
    """ "Associated Press writer Ann Doe in Paris contributed to this report." """
    if end - start > LONGEST_CONTRIBUTION:
        return None
    text = clean(source, start, end)
    for words in _contributions():
        helpers = _read_helpers(text, words) if words.stems.are_in(text) else None
        if helpers is not None:
            role: Role = "additional reporting" if helpers.people else "inputs"
            agencies = tuple(dict.fromkeys(helpers.agencies))
            return Attribution(start, end, text, "credit.contribution", role, agencies, helpers.people)
    return None


def may_tell_who_helped(text: str) -> bool:
    """Whether a text holds a verb of such a sentence, in any language."""
    return _stems().are_in(text)


@cache
def _stems() -> Phrases:
    return Phrases(stem for table in tables.load("credits")["contribution"].values() for stem in _stems_of(table))


def _stems_of(table: dict[str, list[str]]) -> list[str]:
    """The longest word of each verb of a language."""
    return [max(verb.split(), key=len) for verb in table["helped"] + table.get("told", [])]


@cache
def _contributions() -> list[_Contribution]:
    """The verbs of such a sentence, and what stands behind them: "to this report from Paris.", by language.

    A verb that anybody's news may have ("reported") says whose work this report is only with "for this report".
    """
    found: list[_Contribution] = []
    for table in tables.load("credits")["contribution"].values():
        row = {name: _one_of(words) for name, words in table.items()}
        told = rf"(?<told>{row['told']})|" if "told" in row else ""
        found.append(
            _Contribution(
                Phrases(_stems_of(table)),
                pattern(rf"\s(?:also\s)?(?:{told}(?:{row['helped']}))(?=[\s.])"),
                pattern(
                    rf"(?:\s+(?<to>{row['to']})\s+(?:{row['this']}|(?<the>{row.get('the', '(?!)')}))\s+"
                    rf"(?<report>{row['report']}))?(?:\s*(?:{row['from']})\s+"
                    r"(?<place>\p{Lu}[^.;]{1,60}(?:\.[^.;]{1,12})?))?[\s.)\]]*"
                ),
                frozenset(table.get("told_to", ())),
            )
        )
    return found


def _one_of(words: Sequence[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))


def _read_helpers(text: str, words: _Contribution) -> _Helpers | None:
    """Whom sentences that are all of a text name as those who helped with the story; ``None`` when one is no such."""
    verbs = list(words.verbs.finditer(text))
    if not 0 < len(verbs) <= _MOST_SENTENCES:
        return None
    ends = [_sentence_end(text, verb.end(), following.start()) for verb, following in pairwise(verbs)]
    found: list[_Helpers] = []
    for verb, begin, end in zip(verbs, [0, *ends], [*ends, len(text)], strict=True):
        rest = words.behind.fullmatch(text, verb.end(), end) if end >= 0 else None
        helper = _read_helper(text[begin : verb.start()], verb, rest, words.told_to) if rest is not None else None
        if helper is None:
            return None
        found.append(helper)
    return _Helpers(
        tuple(person for helper in found for person in helper.people),
        tuple(agency for helper in found for agency in helper.agencies),
    )


def _sentence_end(text: str, low: int, high: int) -> int:
    """Where the first sentence between the two places ends, or -1."""
    at = text.find(". ", low, high)
    return at + 2 if at >= 0 else -1


def _read_helper(
    words: str, verb: regex.Match[str], rest: regex.Match[str], told_to: frozenset[str]
) -> _Helpers | None:
    """Whom one sentence names, if it is about this story."""
    words = words.strip(ORNAMENTS + OPENING_BRACKETS)
    subject = _subject(words) if 0 < len(words) <= _LONGEST_SUBJECT else None
    if subject is None or not _is_about_this(subject, verb, rest, told_to):
        return None
    place = place_of(rest["place"].strip()) if rest["place"] else None
    people = (Person(p.name, p.text, p.title or subject.title, p.place or place) for p in subject.names.people)
    return _Helpers(tuple(people), (*subject.names.agencies, *subject.title_agencies))


class _Subject(NamedTuple):
    """Who did something: "Associated Press writers A in X and B in Y"."""

    title: str | None
    title_agencies: tuple[Agency, ...]
    names: Names


def _is_about_this(subject: _Subject, verb: regex.Match[str], rest: regex.Match[str], told_to: frozenset[str]) -> bool:
    """Whether a sentence says who helped with this story: "CNN reported." is about another."""
    told = verb.groupdict().get("told") is not None
    if rest["report"]:
        return not told or (rest["to"] in told_to and not rest["the"])
    return bool(subject.names.people) and bool(rest["place"] or (subject.title_agencies and not told))


def _subject(text: str) -> _Subject | None:
    """The title, its agency and the names before a verb; ``None`` when there is anything else."""
    words = text.split()
    stop, agencies = _title(words)
    names = read_names(" ".join(words[stop:]))
    if names.has_unread or not (names.agencies or (names.people and not names.has_desks)):
        return None
    return _Subject(" ".join(words[:stop]) or None, agencies, names)


def _title(words: list[str]) -> tuple[int, tuple[Agency, ...]]:
    """How many words the title before a name has, and the agency in it: "AP writer", "CNN's"."""
    house = lookup(words[0][:-2]) if words[0].endswith(_POSSESSIVE) else None
    if house is not None:
        return 1, (house,)
    titles = words_of("titles")
    are_titles = [word.strip(".,").lower() in titles for word in words[:_MOST_TITLE_WORDS]]
    if True not in are_titles:
        return 0, ()
    first = are_titles.index(True)
    stop = are_titles.index(False, first) if False in are_titles[first:] else len(are_titles)
    agency = find_titled(" ".join(words[:stop]))
    if agency is not None:
        return stop, (agency,)
    if words[stop - 1][0].isupper():
        return 0, ()
    # "La periodista de The Associated Press Inés Prado": the title comes before the agency.
    for i in range(min(len(words) - 1, stop + 1 + _MOST_AGENCY_WORDS), stop + 1, -1):
        agency = lookup(" ".join(words[stop + 1 : i]))
        if agency is not None:
            return i, (agency,)
    return stop, ()


# ---------------------------------------------------------------- whole sentences


class _Sentence(NamedTuple):
    role: Role
    part: str  # the longest stretch of words in it that never vary, in lower case
    wording: re.Pattern[str]


def read_sentence(source: str, start: int, end: int) -> Attribution | None:
    """ "This report by The Canadian Press was first published July 3, 2020." """
    if end - start > LONGEST_SENTENCE:
        return None
    text = clean(source, start, end)
    lower = text.lower()
    for role, part, wording in _sentences():
        match = wording.fullmatch(text) if part in lower else None
        agencies = only_agencies(match["agency"].strip()) if match is not None else ()
        if agencies:
            return Attribution(start, end, text, "credit.sentence", role, agencies)
    return None


def may_be_sentence(text: str) -> bool:
    """Whether a text holds the words of a sentence that says whose report it is."""
    return _parts_of_sentences().are_in(text.lower())


@cache
def _parts_of_sentences() -> Phrases:
    return Phrases(sentence.part for sentence in _sentences())


@cache
def _sentences() -> list[_Sentence]:
    found: list[_Sentence] = []
    for role, rows in tables.load("credits")["sentences"].items():
        for row in rows:
            wording = re.escape(row).replace(r"\{agency\}", r"(?P<agency>[^.\n]{2,60}?)").replace(r"\{any\}", ".{0,80}")
            part = max(re.split(r"\{\w+\}", row), key=len).strip()
            found.append(_Sentence(role, part, plain_pattern(rf"[\s—–-]*{wording}[\s.]*", re.IGNORECASE)))
    return found


# ---------------------------------------------------------------- reporters in Chinese, Japanese, Korean


def read_reporters(source: str, start: int, end: int) -> Attribution | None:
    """ "（记者罗沙）" or "김병규 기자" on a line of its own."""
    if end - start > _LONGEST_REPORTERS or source[start] < EAST_ASIA:
        return None
    people = east_asian_people(source[start:end], bare=False)
    if not people:
        return None
    return Attribution(start, end, clean(source, start, end), "credit.reporter", "reporting", (), people)
