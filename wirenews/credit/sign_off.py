"""Credits and sign-offs -> :class:`~wirenews.article.Attribution`: read as they stand alone, whole.

Where in a story they stand is for :mod:`~wirenews.tail` to say. The words are rows in
``data/credits.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ..agencies import find_titled, lookup, may_name_agency, nearly, only_agencies
from ..article import Agency, Attribution, Person
from ..kinds import Role
from ..people.names import (
    AROUND,
    CLOSING,
    OPENING,
    ROUND,
    Names,
    east_asian_names,
    joining_words,
    place_of,
    read_names,
    refused_words,
    title_words,
)
from ..text import tables
from ..text.layout import clean
from ..text.patterns import Characters, pattern
from .byline import read_byline
from .photo import read_photo_credit

_LONGEST_CREDIT = 4000
_LONGEST_SIGNED = 400
_LONGEST_UNMARKED = 400  # of a sign-off whose first names have no role


class Filed(NamedTuple):
    """Where a story was filed (ISO 3166) and the agencies of its dateline, which say whose "CNA" stands below it."""

    country: str | None = None
    agencies: tuple[Agency, ...] = ()


_NOWHERE = Filed()


def read_credit(source: str, start: int, end: int, filed: Filed = _NOWHERE) -> list[Attribution]:
    """The credits that ``source[start:end]`` is, when it is nothing else; an empty list otherwise.

    Each clause of a sign-off is one credit; together they cover the whole span.

    >>> text = "(Reporting by Ana Paz in Lima; Editing by Jo Roe)"
    >>> [(c.role, c.people[0].name, text[c.start : c.end]) for c in read_credit(text, 0, len(text))]
    [('reporting', 'Ana Paz', '(Reporting by Ana Paz in Lima; '), ('editing', 'Jo Roe', 'Editing by Jo Roe)')]
    """
    if not 0 < end - start <= _LONGEST_CREDIT:
        return []
    line = read_agency_line(source, start, end, filed)
    return [line] if line is not None else read_worded_credit(source, start, end)


def read_worded_credit(source: str, start: int, end: int) -> list[Attribution]:
    """The credits of a text that says in words who did what: :func:`read_credit` without agency lines."""
    length = end - start
    if length > _LONGEST_CREDIT:
        return []
    photo = read_photo_credit(source, start, end)
    if photo is not None:
        return [photo]
    if length <= _LONGEST_SIGNED:
        signed = _read_signed(source, start, end)
        if signed is not None:
            return [signed]
    marked = source[start] in OPENING and length <= _LONGEST_UNMARKED
    if marked or _opens_with_role(source, start, end, _first_word(source, start, end)):
        clauses = _read_sign_off(source, start, end)
        if clauses:
            return clauses
    elif source[end - 1] in CLOSING and source.find("/(", start, start + _LONGEST_JOINED) > 0:
        clauses = _read_agency_and_sign_off(source, start, end)
        if clauses:
            return clauses
    for read in (_read_inputs, _read_contribution, _read_sentence, _read_east_asian_credit):
        found = read(source, start, end)
        if found is not None:
            return [found]
    return []


# ---------------------------------------------------------------- agencies


def read_agency_line(source: str, start: int, end: int, filed: Filed = _NOWHERE) -> Attribution | None:
    """The credit of a line that holds agencies and nothing else but dashes, brackets, initials, a date.

    >>> for line in ("Reuter", "REUTER...", "(ANI)", "--IANS", "PTI KKP RDS RDS", "lo/rm (AP, dpa)"):
    ...     print([a.id for a in read_agency_line(line, 0, len(line)).agencies])
    ['reuters']
    ['reuters']
    ['ani']
    ['ians']
    ['pti']
    ['ap', 'dpa']
    >>> read_agency_line("Reuters Institute", 0, 17) is None
    True
    """
    if end - start > _LONGEST_LINE:
        return None
    text = source[start:end]
    core = text.strip(AROUND)
    if core.endswith("^M"):  # a carriage return that an editor has spelt out
        core = core[:-2].strip(AROUND)
    if not core or "©" in core:
        return None
    agencies = _agencies_of_line(core, filed)
    if agencies:
        return _agency_line(source, start, end, "credit.agency", agencies)
    is_web = "www." in core or "://" in core
    initialled = not text[-1].isdigit() and ("/" in text or "-" in text or core.islower())
    return _read_initials(source, start, end) if not is_web and (initialled or may_name_agency(core)) else None


def _agencies_of_line(core: str, filed: Filed) -> tuple[Agency, ...]:
    """The agencies that a line names and nothing else, a misprinted one too; cheap tests first, for most name none."""
    if "www." in core or "://" in core:
        core = _ADDRESS.sub("", core).strip(AROUND)
    if may_name_agency(core) or ("-" in core and _may_join_agencies(core)):
        return only_agencies(core, country=filed.country, known=filed.agencies)
    agency = nearly(core) if core.isupper() and core.isalpha() and len(core) >= 6 else None
    return (agency,) if agency is not None else ()


_LONGEST_LINE = 80
# Behind an agency's name, in brackets or not: "(NAN)(www.nan.example)".
_ADDRESS = pattern(r"[\s()]++(?:https?://|www\.)[^\s()]++$")


def _agency_line(source: str, start: int, end: int, rule: str, agencies: tuple[Agency, ...]) -> Attribution:
    text = clean(source, start, end)
    role: Role = "origin"
    if " " in text and text.rpartition(" ")[2].strip(AROUND).lower() in _photo_words():
        role = "photo"
    return Attribution(start, end, text, rule, role, agencies)


@cache
def _photo_words() -> frozenset[str]:
    """The words that make "(AP Photo)" and "Getty Images" a photo's credit."""
    return frozenset(
        row for rows in tables.load("credits")["roles"]["photo"].values() for row in rows if " " not in row
    )


def _may_join_agencies(core: str) -> bool:
    """Whether the text may be "TT-Reuters"."""
    return len(core) <= _LONGEST_JOINED and " " not in core and core[0].isupper()


_LONGEST_JOINED = 24
_LONGEST_INITIALS = 11  # without a sign between them


def _read_initials(source: str, start: int, end: int) -> Attribution | None:
    """Initials, beside an agency or alone."""
    matched = _initials().fullmatch(source, start, end)
    if matched is None:
        return None
    named = matched["agency"] or matched["list"]
    agencies = only_agencies(named.strip()) if named else ()
    if not agencies and (not matched["alone"] or not refused_words().isdisjoint(matched["alone"].split())):
        return None
    return _agency_line(source, start, end, "credit.initials", agencies)


@cache
def _initials() -> regex.Pattern[str]:
    """Journalists' initials, alone ("hh/ph/ts/hd", "(cm-kjd)") or beside an agency's name."""
    ends = "|".join(word for words in tables.load("credits")["ends"].values() for word in words)
    return regex.compile(
        r"""
        # hh/ph/ts  (cm-kjd)  (Schluss) mra/kfi
        (?: [(] (?i:ENDS) [)] \s+ )?
        [(\[]?\s*(?<alone> \p{Ll}{2,4} (?: [/-] \p{Ll}{2,4} ){1,5} ) \s*[)\]]?\s*\.?
        # pba dav   hbi/ mir/   RRL // MCL
        | (?<alone> \p{Ll}{3} (?: \s \p{Ll}{3} ){1,2} )
        | (?<alone> \p{Ll}{2,4}/ (?: \s? \p{Ll}{2,4}/ ){1,4} )
        | (?<alone> \p{Lu}{2,4} (?: \s // \s \p{Lu}{2,4} ){1,3} )
        # PTI KKP RDS RDS   dpa hm bs wjh   --IANS ms/vd
        | [-–—=\s(]* (?<agency> [\p{L}-]{2,12} )
          (?: [\s,/]+ (?: \p{Lu}{2,4}\d? (?=[\s)/]|$) | \p{Ll}{1,4}\d? (?=[\s)/]|$) | \d{4,6} ) ){1,7} \s*\)?
        # भाषा प्रशांत माधव
        | (?<agency> [\p{Lo}\p{M}]{3,14} ) (?: \s [\p{Lo}\p{M}]{2,14} ){1,3}
        # AP-NY-01-13-89 0909EST
        | (?<agency> \p{Lu}{2,6} ) - \p{Lu}{1,4} - \d\d - \d\d - \d\d \s+ \d{4} \p{Lu}{2,4} (?: \s* [<+-] )?
        # lo/rm (AP, dpa)
        | (?: \p{L}{2,4} (?: [/,-] \p{L}{2,4} ){0,4} ) \s* [(\[] (?<list> [^()\[\]]{2,60} ) [)\]] \.?
        """.replace("ENDS", ends),
        regex.VERBOSE,
    )


# ---------------------------------------------------------------- sign-offs


class _Opening(NamedTuple):
    """A phrase that opens a clause: "additional reporting by"."""

    length: int  # in words
    role: Role
    strong: bool  # ends with "by", so that it opens a clause wherever it stands
    first: bool  # "by" alone, which opens the first clause only


class _Clause(NamedTuple):
    start: int  # where the clause begins, its joiner included
    names: int  # where the names begin
    role: Role


class _Openings(NamedTuple):
    """The phrases by their words, misprints too, and how many words a phrase may have that begins with this one."""

    phrases: dict[str, _Opening]
    lengths: dict[str, list[int]]


@cache
def _openings() -> _Openings:
    table = tables.load("credits")
    by = frozenset(table["by"]["words"])
    misprints: dict[str, list[str]] = {}
    for printed, meant in table["misprints"].items():
        misprints.setdefault(meant, []).append(printed)
    phrases: dict[str, _Opening] = {}
    lengths: dict[str, set[int]] = {}
    for role, languages in table["roles"].items():
        for rows in languages.values():
            for phrase in rows:
                first, *others = phrase.split()
                # The role that is listed first keeps a phrase that two use.
                strong = bool(others) and others[-1] in by
                opening = _Opening(1 + len(others), role, strong, phrase in by)
                for word in (first, *misprints.get(first, ())):
                    phrases.setdefault(" ".join((word, *others)), opening)
                    lengths.setdefault(word, set()).add(opening.length)
    return _Openings(phrases, {word: sorted(found, reverse=True) for word, found in lengths.items()})


@cache
def _first_input_words() -> frozenset[str]:
    """The first words of credits that say whose copy went into a story."""
    unnamed = (row.split()[0] for row in _agencies_unnamed())
    return frozenset(["with", "from", "source", *_with_words(), *unnamed])


def opens_sign_off(source: str, start: int, end: int) -> bool:
    """Whether the first words may open a sign-off: a cheap test that refuses an ordinary paragraph."""
    word = _first_word(source, start, end)
    if word not in _first_words():
        return False
    return word in _first_input_words() or _opens_with_role(source, start, end, word)


@cache
def _first_words() -> frozenset[str]:
    return _first_input_words() | _openings().lengths.keys()


def _opens_with_role(source: str, start: int, end: int, first: str) -> bool:
    """Whether a text begins with a phrase that names a role: not "In addition", though "in redazione" is one."""
    phrases, lengths = _openings()
    if first in phrases or first not in lengths:
        return first in phrases
    head = source[start : start + _LONGEST_OPENING if end - start > _LONGEST_OPENING else end]
    words = head.translate(_SPACED).lower().split()
    return bool(words) and _opening_at(words, 0) is not None


def _first_word(source: str, start: int, end: int) -> str:
    """The first word of a text, in lower case and without a colon."""
    head = source[start : start + _LONGEST_OPENING if end - start > _LONGEST_OPENING else end]
    if not head[0].isalpha():
        head = head.lstrip(_BEFORE_WORDS)
    words = head.split(None, 1)
    word = words[0].lower() if words else ""
    if word.isalpha():
        return word
    letters = None if word.isascii() else _LETTERS.match(word)  # "编辑：王优"
    return word.rstrip(":") if letters is None else letters[0]


_LETTERS = pattern(r"[\p{L}\p{M}]+")
_LONGEST_OPENING = 60
_BEFORE_WORDS = ROUND + OPENING


# Roles of organisations; a person in such a clause is the source of something else than the story.
_WITHOUT_PEOPLE = frozenset({"origin", "distribution"})


def _read_sign_off(source: str, start: int, end: int) -> list[Attribution]:
    """The clauses of a sign-off, when the whole text is one."""
    stop = _without_number(source, start, end)
    bracketed = source[start] in OPENING and (source[stop - 1] in CLOSING or source[stop - 2] in CLOSING)
    clauses = _find_clauses(source, start, stop, bracketed)
    credits: list[Attribution] = []
    named = False
    begin = start
    for number, clause in enumerate(clauses, 1):
        until = clauses[number].start if number < len(clauses) else end
        names = read_names(_without_address(source[clause.names : until if until < stop else stop]))
        if clause.role in _WITHOUT_PEOPLE:
            if not (names.agencies or (names.desks and not names.people)):
                return []
            names = names._replace(people=(), strange=False)
        some = bool(names.people or names.agencies or names.desks)
        if names.strange and (not bracketed or not some or clause.names == clause.start):
            return []
        named = named or some
        text = clean(source, begin, until)
        credits.append(Attribution(begin, until, text, "credit.sign-off", clause.role, names.agencies, names.people))
        begin = until
    return credits if named else []


def _read_agency_and_sign_off(source: str, start: int, end: int) -> list[Attribution]:
    """ "AGERPRES/(A, AS - autor: Ana Pop, editor: Jon Rus)"; the initials of others go with the agency."""
    at = source.index("/(", start)
    agency = lookup(source[start:at])
    colon = source.find(":", at, end)
    begin = max(source.rfind(" - ", at, colon) + 3, at + 2)
    clauses = _read_sign_off(source, begin, end) if agency is not None else []
    return [_agency_line(source, start, begin, "credit.agency", (agency,)), *clauses] if agency and clauses else []


def _without_address(names: str) -> str:
    """Names without the sentence behind them that says where to write to."""
    if "@" not in names:
        return names
    before, _, after = names.partition(". ")
    return before if "@" in after else names


_NUMBER = pattern(r"(?<=[)）])\s*\d{6,8}")


def _without_number(source: str, start: int, end: int) -> int:
    """Where a sign-off ends before the date that Taiwan's CNA prints behind it: "（編輯：…）1131016"."""
    if not source[end - 1].isdigit():
        return end
    match = _NUMBER.search(source, max(start, end - 10), end)
    return match.start() if match is not None and match.end() == end else end


def _in_word(character: str) -> str:
    """The character where it may stand in a word, and a blank for any other."""
    return character if _IN_WORD.match(character) else " "


_IN_WORD = pattern(r"[\w'’]")
_SPACED = Characters(_in_word)


def _find_clauses(source: str, start: int, end: int, bracketed: bool) -> list[_Clause]:
    """Where the clauses of a sign-off begin.

    The first must begin the text; in brackets names may come before it, and then they reported.
    Outside of brackets one of the clauses must open with "by" or a colon.
    """
    spaced = f" {source[start:end].translate(_SPACED)} "
    lower = spaced.lower().split()
    first_words, joiners = _openings().lengths, joining_words()
    if first_words.keys().isdisjoint(lower):
        return []
    words = spaced.split()
    clauses: list[_Clause] = []
    at = -1  # where the last word that was looked at begins; the next is found by the blanks round it
    behind = -1  # the first word behind the last opening
    closed = False  # whether that opening ends in "by"
    sure = bracketed
    for i, word in enumerate(lower):
        if word not in first_words or i < behind:
            continue
        if i and not clauses and not bracketed:
            return []
        at = spaced.index(f" {words[i]} ", at + 1)
        opening = _opening_at(lower, i)
        if opening is None:
            continue
        # "Writing and additional reporting by": the first of the roles counts.
        chained = bool(clauses) and ((i == behind and not closed) or (i == behind + 1 and lower[behind] in joiners))
        stop = i + opening.length
        last = at
        for other in words[i + 1 : stop]:
            last = spaced.index(f" {other} ", last + 1)
        names = start + last + len(words[stop - 1])
        if not (chained or opening.strong or _is_colon(source, names, end)) and not (
            _is_clause_start(source, start, start + at) and _may_follow(source, names, end, lower, stop)
        ):
            continue
        sure = sure or opening.strong or _is_colon(source, names, end)
        if chained:
            clauses[-1] = clauses[-1]._replace(names=names)
        else:
            if i and not clauses:
                clauses.append(_Clause(start, start, "reporting"))
            joined = i > max(behind, 0) and lower[i - 1] in joiners
            begin = spaced.rindex(f" {words[i - 1]} ", 0, at + 1) if joined else at
            clauses.append(_Clause(start + begin, names, opening.role))
        at, behind, closed = last, stop, opening.strong
    return clauses if sure else []


def _is_colon(source: str, at: int, end: int) -> bool:
    return source[at : min(at + 2, end)].lstrip()[:1] in (":", "：")


def _is_clause_start(source: str, start: int, at: int) -> bool:
    """Whether the signs before a word part it from what comes before."""
    before = source[max(start, at - 4) : at].rstrip()
    return not before.strip(AROUND) or before[-1] in ";.,/|)（(-–—"


def _may_follow(source: str, at: int, end: int, lower: list[str], i: int) -> bool:
    """Whether a name, or another role, follows a role that has no "by": at ``at``, with word ``i``."""
    rest = source[at : min(end, at + 8)].lstrip(" :：\u00a0\u3000")
    if rest and rest[0].isalpha() and not rest[0].islower():
        return True
    if i < len(lower) and lower[i] in joining_words():
        i += 1
    return i < len(lower) and _opening_at(lower, i) is not None


def _opening_at(lower: list[str], i: int) -> _Opening | None:
    """The longest phrase that stands at word ``i``."""
    phrases, lengths = _openings()
    for length in lengths.get(lower[i], ()):
        opening = phrases.get(" ".join(lower[i : i + length]))
        if opening is not None and not (opening.first and i):
            return opening
    return None


# ---------------------------------------------------------------- other credits


def _read_signed(source: str, start: int, end: int) -> Attribution | None:
    """A byline below the story: "_ By Ann Doe, Associated Press Writer.", "Ann Doe (AP)"."""
    at = start
    while at < end and source[at] in ROUND:
        at += 1
    if source[at : at + 3].lower() == "by ":
        stop = end - 1 if source[end - 1] == "." and source[end - 3] not in " ." else end
        found = read_byline(source[at:stop], at, "credit.byline")
    elif source[end - 1] == ")" and source[at] not in OPENING and end - at <= _LONGEST_LINE:
        found = read_byline(source[at:end], at, "credit.byline", bare=False)
        found = found if found is not None and found.people and found.agencies else None
    else:
        return None
    if found is None or not (found.people or found.agencies):
        return None
    return Attribution(start, end, clean(source, start, end), found.rule, "byline", found.agencies, found.people)


def _read_inputs(source: str, start: int, end: int) -> Attribution | None:
    """ "(With PTI inputs)", "Agencies": whose copy went into a story."""
    if end - start > 200 or _first_word(source, start, end).strip(AROUND) not in _first_input_words():
        return None
    text = clean(source, start, end)
    match = _INPUTS.fullmatch(text)
    if match is None:
        return _read_with(source, start, end, text) or _read_source(source, start, end, text)
    names = read_names(match[1] or "")
    if names.strange or names.people or (match[1] and not names.agencies and not names.desks):
        return None
    return Attribution(start, end, text, "credit.inputs", "inputs", names.agencies)


_INPUTS = pattern(
    r"[\s(\[–—-]*+(?:with|from)\s+(?:additional\s+)?(.{0,100}?)\s*\b(?:agency\s+|agencies\s+)?(?:inputs?|reports?|files|wires?)[\s)\].]*+",
    regex.IGNORECASE,
)


def _read_with(source: str, start: int, end: int, text: str) -> Attribution | None:
    """ "(Avec AFP)"."""
    word, _, rest = text.strip(AROUND).partition(" ")
    agencies = only_agencies(rest) if rest and word.lower() in _with_words() else ()
    return Attribution(start, end, text, "credit.inputs", "inputs", agencies) if agencies else None


@cache
def _with_words() -> frozenset[str]:
    return frozenset(row for rows in tables.load("credits")["with"].values() for row in rows)


def _read_source(source: str, start: int, end: int, text: str) -> Attribution | None:
    """ "Agencies", and the company that signs a press release: "SOURCE Acme Corp"."""
    core = text.strip(AROUND).lower()
    if core in _agencies_unnamed():
        return Attribution(start, end, text, "credit.inputs", "inputs")
    if text.startswith("SOURCE ") and 8 < len(text) <= 120 and not text[7].islower() and text[-1] not in ".?!":
        return Attribution(start, end, text, "credit.source", "origin")
    return None


@cache
def _agencies_unnamed() -> frozenset[str]:
    return frozenset(row for rows in tables.load("credits")["agencies_unnamed"].values() for row in rows)


class _Contribution(NamedTuple):
    """The words of such a sentence in one language."""

    stems: frozenset[str]  # a word of each verb
    verbs: regex.Pattern[str]
    behind: regex.Pattern[str]
    told_to: frozenset[str]


@cache
def _contributions() -> list[_Contribution]:
    """The verbs of such a sentence, and what stands behind them: "to this report from Paris.", by language.

    A verb that anybody's news may have ("reported") says whose work this report is only with "for this report".
    """
    found: list[_Contribution] = []
    for table in tables.load("credits")["contribution"].values():
        row = {name: _one_of(words) for name, words in table.items()}
        verbs = table["helped"] + table.get("told", [])
        told = rf"(?<told>{row['told']})|" if "told" in row else ""
        found.append(
            _Contribution(
                frozenset(verb.rpartition(" ")[2] for verb in verbs),
                regex.compile(rf"\s(?:also\s)?(?:{told}(?:{row['helped']}))(?=[\s.])"),
                regex.compile(
                    rf"(?:\s+(?<to>{row['to']})\s+(?:{row['this']}|(?<the>{row.get('the', '(?!)')}))\s+"
                    rf"(?<report>{row['report']}))?(?:\s*(?:{row['from']})\s+"
                    r"(?<place>\p{Lu}[^.;]{1,60}(?:\.[^.;]{1,12})?))?[\s.)\]]*"
                ),
                frozenset(table.get("told_to", ())),
            )
        )
    return found


def _one_of(words: list[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))


def _read_contribution(source: str, start: int, end: int) -> Attribution | None:
    """ "Associated Press writer Ann Doe in Paris contributed to this report." """
    if end - start > 500:
        return None
    text = " ".join(source[start:end].split())
    for words in _contributions():
        helpers = _read_helpers(text, words) if any(map(text.__contains__, words.stems)) else None
        if helpers is not None:
            role: Role = "additional reporting" if helpers.people else "inputs"
            people, agencies = tuple(helpers.people), tuple(dict.fromkeys(helpers.agencies))
            return Attribution(start, end, text, "credit.contribution", role, agencies, people)
    return None


class _Helpers(NamedTuple):
    people: list[Person]
    agencies: list[Agency]


def _read_helpers(text: str, words: _Contribution) -> _Helpers | None:
    """Whom sentences that are all of a text name as those who helped with the story; ``None`` when one is no such."""
    matches = list(words.verbs.finditer(text))
    if not 0 < len(matches) <= 4:
        return None
    found = _Helpers([], [])
    position = 0
    for number, match in enumerate(matches):
        stop = len(text)
        if number + 1 < len(matches):
            stop = _sentence_end(text, match.end(), matches[number + 1].start())
        rest = words.behind.fullmatch(text, match.end(), stop) if stop >= 0 else None
        more = _read_helper(text[position : match.start()], match, rest, words.told_to) if rest is not None else None
        if more is None:
            return None
        found = _Helpers(found.people + more.people, found.agencies + more.agencies)
        position = stop
    return found


def _read_helper(
    subject: str, verb: regex.Match[str], rest: regex.Match[str], told_to: frozenset[str]
) -> _Helpers | None:
    """Whom one sentence names, if it is about this story: "CNN reported." is about another."""
    subject = subject.strip(ROUND + OPENING)
    if not subject or len(subject) > 240:
        return None
    title, agency, names = _subject(subject)
    if names.strange or not (names.people or names.agencies) or (names.desks and not names.agencies):
        return None
    told = verb.groupdict().get("told") is not None
    if rest["report"]:
        about_this = not told or (rest["to"] in told_to and not rest["the"])
    else:
        about_this = bool(names.people) and bool(rest["place"] or (agency is not None and not told))
    if not about_this:
        return None
    place = place_of(rest["place"].strip()) if rest["place"] else None
    people = [Person(p.name, p.text, p.title or title, p.place or place) for p in names.people]
    return _Helpers(people, [*names.agencies, *([agency] if agency is not None else [])])


def _sentence_end(text: str, low: int, high: int) -> int:
    """Where the first sentence between the two places ends."""
    at = text.find(". ", low, high)
    return at + 2 if at >= 0 else -1


def _subject(text: str) -> tuple[str | None, Agency | None, Names]:
    """The title, its agency and the names of the subject: "Associated Press writers A in X and B in Y"."""
    words = text.split()
    lower = [word.strip(".,").lower() for word in words]
    titles = title_words()
    last = -1
    for i, word in enumerate(lower[:8]):
        if word in titles:
            last = i
        elif last >= 0:
            break
    if last < 0:
        return None, None, read_names(text)
    agency = find_titled(" ".join(words[: last + 1]))
    stop = last + 1
    if agency is None and not words[last][0].isupper():
        # "La periodista de The Associated Press Inés Prado": the title comes before the agency.
        for i in range(min(len(words) - 1, last + 6), last + 2, -1):
            agency = lookup(" ".join(words[last + 2 : i]))
            if agency is not None:
                stop = i
                break
    elif agency is None:
        return None, None, read_names(text)
    return " ".join(words[:stop]), agency, read_names(" ".join(words[stop:]))


class _Sentence(NamedTuple):
    role: Role
    part: str  # the longest stretch of words in it that never vary, in lower case
    wording: regex.Pattern[str]


@cache
def _sentences() -> list[_Sentence]:
    found: list[_Sentence] = []
    for role, rows in tables.load("credits")["sentences"].items():
        for row in rows:
            pattern = regex.escape(row, special_only=True).replace(r"\{agency\}", r"(?<agency>[^.\n]{2,60}?)")
            pattern = pattern.replace(r"\{any\}", r"[^\n]{0,80}")
            wording = regex.compile(rf"[\s—–-]*+{pattern}[\s.]*", regex.IGNORECASE)
            found.append(_Sentence(role, max(regex.split(r"\{\w+\}", row), key=len).strip(), wording))
    return found


def _read_sentence(source: str, start: int, end: int) -> Attribution | None:
    """ "This report by The Canadian Press was first published July 3, 2020." """
    if end - start > 200 or source[start] not in "TtaA(—–-":
        return None
    text = clean(source, start, end)
    lower = text.lower()
    for role, part, wording in _sentences():
        match = wording.fullmatch(text) if part in lower else None
        agencies = only_agencies(match["agency"].strip()) if match is not None else ()
        if agencies:
            return Attribution(start, end, text, "credit.sentence", role, agencies)
    return None


def _read_east_asian_credit(source: str, start: int, end: int) -> Attribution | None:
    """ "（记者罗沙）" or "김병규 기자" on a line of its own."""
    if end - start > 60 or source[start] < "\u2e80":
        return None
    names = east_asian_names(source[start:end], bare=False)
    if not names:
        return None
    people = tuple(Person(name, name) for name in names)
    return Attribution(start, end, clean(source, start, end), "credit.reporter", "reporting", (), people)
