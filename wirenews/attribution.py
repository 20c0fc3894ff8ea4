"""Words -> :class:`~wirenews.article.Attribution`: bylines, credits and sign-offs, read on their own.

Where in a story they stand is not decided here: :mod:`~wirenews.head` and :mod:`~wirenews.tail` find
the text, this module says whom it names. The words are rows in ``data/credits.toml``.

The package ``nameparser`` is not used: it takes names apart (given, middle, family name), which a
credit does not need, it is LGPL, and what is needed here, a name in capitals written as people write
it, is a page of code.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from . import tables
from .agencies import find_agency, lookup, nearly, read_agencies
from .article import Agency, Attribution, Person, Place, Role
from .layout import clean
from .places import find_place, is_place, is_region, read_places

_LONGEST_BYLINE = 400
_LONGEST_CREDIT = 4000
_LONGEST_UNMARKED = 400  # of a sign-off whose first names have no role
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 6
_ROUND = " \t\r\n\f\v\u00a0\u3000-‐‑‒–—―_=~*|/.,;:：，。、·•#>\u200b"
_OPENING = "([{（［【〔"
_CLOSING = ")]}）］】〕"
_AROUND = _ROUND + _OPENING + _CLOSING + "!"
_APOSTROPHES = "'’ʼ`"


def normalize_attribution(text: str) -> Attribution | None:
    """Whom a credit on its own names: an author field, a credit line, a byline, a sign-off.

    Of a sign-off in several clauses the first clause gives role and people. ``None`` when the text
    names nobody; agencies and people are never mixed up.

    >>> normalize_attribution("By HILLEL ITALIE\\nAssociated Press Writer").people[0].name
    'Hillel Italie'
    >>> credit = normalize_attribution("(With inputs from PTI)")
    >>> credit.role, credit.agencies[0].id
    ('inputs', 'pti')
    >>> normalize_attribution("By Reuters Staff").people
    ()
    >>> normalize_attribution("Officials told AP the talks stalled") is None
    True
    """
    if not isinstance(text, str):
        raise TypeError(
            f"normalize_attribution() reads a str, got {type(text).__name__} {text!r}: pass the credit's text"
        )
    if len(text) > _LONGEST_CREDIT:
        return None
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    source = text[start:end]
    found = read_byline(source, start, "byline") if _opens_byline(source) else None
    if found is not None:
        return found
    credit = read_credit(text, start, end)
    if credit:
        first = credit[0]
        if first.agencies or first.people or first.role == "inputs":
            return Attribution(
                start, end, clean(text, start, end), first.rule, first.role, first.agencies, first.people
            )
    return read_byline(source, start, "byline")


def read_credit(source: str, start: int, end: int) -> list[Attribution]:
    """The credits that ``source[start:end]`` is, when it is nothing else; an empty list otherwise.

    Each clause of a sign-off is one credit; together they cover the whole span.

    >>> text = "(Reporting by Ana Paz in Lima; Editing by Jo Roe)"
    >>> [(c.role, c.people[0].name, text[c.start : c.end]) for c in read_credit(text, 0, len(text))]
    [('reporting', 'Ana Paz', '(Reporting by Ana Paz in Lima; '), ('editing', 'Jo Roe', 'Editing by Jo Roe)')]
    """
    if not 0 < end - start <= _LONGEST_CREDIT:
        return []
    line = read_agency_line(source, start, end)
    if line is not None:
        return [line]
    if end - start <= _LONGEST_BYLINE:
        signed = _read_signed(source, start, end)
        if signed is not None:
            return [signed]
    if opens_sign_off(source, start, end) or (source[start] in _OPENING and end - start <= _LONGEST_UNMARKED):
        clauses = _read_sign_off(source, start, end)
        if clauses:
            return clauses
    for read in (_read_inputs, _read_contribution, _read_sentence, _read_photo, _read_east_asian_credit):
        found = read(source, start, end)
        if found is not None:
            return [found]
    return []


# ---------------------------------------------------------------- agencies


def read_agency_line(source: str, start: int, end: int) -> Attribution | None:
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
    if end - start > 80:
        return None
    text = source[start:end]
    core = text.strip(_AROUND)
    if core.endswith("^M"):  # a carriage return that an editor has spelt out
        core = core[:-2].strip(_AROUND)
    if not core:
        return None
    agencies = _agencies_alone(core)
    if agencies:
        return Attribution(start, end, " ".join(text.split()), "credit.agency", "origin", agencies)
    matched = _initials().fullmatch(text)
    if matched is None:
        return None
    named = matched["agency"] or matched["list"]
    if named:
        agencies = _agencies_alone(named.strip())
        if not agencies:
            return None
    elif not matched["alone"]:
        return None
    return Attribution(start, end, " ".join(text.split()), "credit.initials", "origin", agencies)


def _agencies_alone(core: str) -> tuple[Agency, ...]:
    """The agencies of a text that names nothing else, each printed its own way."""
    agency = lookup(core)
    if agency is not None:
        return (agency,) if prints_so(agency, core) else ()
    if " " not in core and core.isalpha():
        agency = nearly(core) if len(core) >= 6 and core.isupper() else None
        return (agency,) if agency is not None else ()
    names = [name for name in _LIST.split(core) if not _is_date(name)]
    if 0 < len(names) <= 8:
        found = [lookup(name) for name in names]
        if all(a is not None and prints_so(a, name.strip()) for a, name in zip(found, names, strict=True)):
            return tuple(dict.fromkeys(a for a in found if a is not None))
    words = core.split()
    if 1 < len(words) <= 3 and len(core) <= 24:
        found = [lookup(word) for word in words]
        if all(a is not None and prints_so(a, word) for a, word in zip(found, words, strict=True)):
            return tuple(dict.fromkeys(a for a in found if a is not None))
    if "/" in core:
        first, _, rest = core.partition("/")
        agency = lookup(first)
        if agency is not None and prints_so(agency, first) and rest.isalpha() and rest.islower() and len(rest) <= 4:
            return (agency,)
    return ()


_LIST = regex.compile(r"\s*[,/;、+&]\s*|\s+(?:and|und|et|y|e|og|och)\s+|\s+-\s+")
_DATE = regex.compile(r"[\d.,:/\s–-]+(?:\p{L}+\.?[\d.,:/\s–-]*)?")


def _is_date(text: str) -> bool:
    return any(c.isdigit() for c in text) and len(text) < 24 and _DATE.fullmatch(text.strip()) is not None


def prints_so(agency: Agency, text: str) -> bool:
    """Whether a name looks as the agency prints it: a lower-case ``ani`` or a ``Sun`` is a word like any other.

    Names of two words, names in capitals, and names spelt to the letter do.
    """
    if " " in text or text.isupper() or text == agency.short or text == agency.name or text in agency.aliases:
        return True
    if text == agency.native or not text.isascii():
        return True
    return len(text) >= 5 and (text.lower() == agency.short.lower() or text.casefold() in _folded(agency))


@cache
def _folded(agency: Agency) -> frozenset[str]:
    return frozenset(name.casefold() for name in (agency.id, agency.name, *agency.aliases))


@cache
def _initials() -> regex.Pattern[str]:
    """Journalists' initials, alone ("hh/ph/ts/hd", "(cm-kjd)") or beside an agency's name."""
    return regex.compile(
        r"""
        # hh/ph/ts  (cm-kjd)
        [(\[]?\s*(?<alone> \p{Ll}{2,4} (?: [/-] \p{Ll}{2,4} ){1,5} ) \s*[)\]]?\s*\.?
        # PTI KKP RDS RDS   dpa hm bs wjh   --IANS ms/vd
        | [-–—=\s(]* (?<agency> [\p{L}-]{2,12} )
          (?: [\s,/]+ (?: \p{Lu}{2,4}\d? (?=[\s)/]|$) | \p{Ll}{1,4}\d? (?=[\s)/]|$) | \d{4,6} ) ){1,7} \s*\)?
        # AP-NY-01-13-89 0909EST
        | (?<agency> \p{Lu}{2,6} ) - \p{Lu}{1,4} - \d\d - \d\d - \d\d \s+ \d{4} \p{Lu}{2,4} (?: \s* [<+-] )?
        # lo/rm (AP, dpa)
        | (?: \p{L}{2,4} (?: [/,-] \p{L}{2,4} ){0,4} ) \s* [(\[] (?<list> [^()\[\]]{2,60} ) [)\]] \.?
        """,
        regex.VERBOSE,
    )


# ---------------------------------------------------------------- sign-offs


class _Opening(NamedTuple):
    """A phrase that opens a clause: "additional reporting by"."""

    words: tuple[str, ...]
    role: Role
    strong: bool  # ends with "by", so that it opens a clause wherever it stands
    first: bool  # "by" alone, which opens the first clause only


class _Clause(NamedTuple):
    start: int  # where the clause begins, its joiner included
    names: int  # where the names begin
    role: Role


@cache
def _openings() -> dict[str, list[_Opening]]:
    """The phrases that open a clause, by their first word, the longest first."""
    table = tables.load("credits")
    by = frozenset(table["by"]["words"])
    found: dict[str, dict[tuple[str, ...], _Opening]] = {}
    for role, languages in table["roles"].items():
        for phrases in languages.values():
            for phrase in phrases:
                words = tuple(phrase.split())
                strong = len(words) > 1 and words[-1] in by
                # The word first listed keeps a phrase that two roles use.
                found.setdefault(words[0], {}).setdefault(words, _Opening(words, role, strong, phrase in by))
    return {word: sorted(rows.values(), key=_length, reverse=True) for word, rows in found.items()}


def _length(opening: _Opening) -> int:
    return len(opening.words)


@cache
def _misprints() -> dict[str, str]:
    """Misprints of the first words, and what was meant: "additonal"."""
    misprints: dict[str, str] = tables.load("credits")["misprints"]
    return misprints


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_openings()) | frozenset(_misprints())


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["joiners"].values() for word in words)


_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*+")
_FIRST = regex.compile(r"[\s(\[{（［【\-‐-―_*=.•]*+([\p{L}\p{M}]+)")


def opens_sign_off(source: str, start: int, end: int) -> bool:
    """Whether the first word may open a sign-off: a cheap test that refuses an ordinary paragraph."""
    if source[start].isalpha() and source[start] < "\u2e80":
        return source[start : min(end, start + 24)].partition(" ")[0].rstrip(":").lower() in _first_words()
    first = _FIRST.match(source, start, min(end, start + 40))
    if first is None:
        return False
    return first[1].lower() in _first_words()


# Roles of organisations; a person in such a clause is the source of something else than the story.
_WITHOUT_PEOPLE = frozenset({"origin", "distribution"})


def _read_sign_off(source: str, start: int, end: int) -> list[Attribution]:
    """The clauses of a sign-off, when the whole text is one."""
    stop = _without_number(source, start, end)
    bracketed = source[start] in _OPENING and (source[stop - 1] in _CLOSING or source[stop - 2] in _CLOSING)
    clauses = _find_clauses(source, start, stop, bracketed)
    credits: list[Attribution] = []
    named = False
    for number, clause in enumerate(clauses):
        last = number + 1 == len(clauses)
        begin, until = clause.start if number else start, end if last else clauses[number + 1].start
        names = _read_names(source[clause.names : stop if last else until])
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
    return credits if named else []


_NUMBER = regex.compile(r"(?<=[)）])\s*\d{6,8}")


def _without_number(source: str, start: int, end: int) -> int:
    """Where a sign-off ends before the date that Taiwan's CNA prints behind it: "（編輯：…）1131016"."""
    if not source[end - 1].isdigit():
        return end
    match = _NUMBER.search(source, max(start, end - 10), end)
    return match.start() if match is not None and match.end() == end else end


class _Words(NamedTuple):
    """The words of a text: their places, and they themselves in lower case."""

    starts: list[int]
    ends: list[int]
    lower: list[str]


def _find_clauses(source: str, start: int, end: int, bracketed: bool) -> list[_Clause]:
    """Where the clauses of a sign-off begin.

    The first must begin the text; in brackets names may come before it, and then they reported.
    Outside of brackets one of the clauses must open with "by" or a colon.
    """
    matches = list(_WORD.finditer(source, start, end))
    words = _Words([m.start() for m in matches], [m.end() for m in matches], [m[0].lower() for m in matches])
    clauses: list[_Clause] = []
    first_words, joiners = _first_words(), _joiners()
    behind = -1  # the first word behind the last opening
    sure = bracketed
    i = 0
    while i < len(matches):
        opening = None
        if words.lower[i] in first_words:
            opening = _opening_at(words, i)
        if opening is None:
            if not clauses and not bracketed:
                return []
            i += 1
            continue
        stop = i + len(opening.words)
        # "Writing and additional reporting by": the first of the roles counts.
        chained = bool(clauses) and (i == behind or (i == behind + 1 and words.lower[behind] in joiners))
        marked = opening.strong or _is_colon(source, words.ends[stop - 1], end)
        if not (
            chained
            or marked
            or (_is_clause_start(source, start, words.starts[i]) and _may_follow(source, words, stop, end))
        ):
            if not clauses and not bracketed:
                return []
            i += 1
            continue
        sure = sure or marked
        if chained:
            clauses[-1] = clauses[-1]._replace(names=words.ends[stop - 1])
        else:
            if i and not clauses:
                clauses.append(_Clause(start, start, "reporting"))
            first = i - 1 if i > max(behind, 0) and words.lower[i - 1] in joiners else i
            clauses.append(_Clause(words.starts[first], words.ends[stop - 1], opening.role))
        behind = i = stop
    return clauses if sure else []


def _is_colon(source: str, at: int, end: int) -> bool:
    return source[at : min(at + 2, end)].lstrip()[:1] in (":", "：")


def _is_clause_start(source: str, start: int, at: int) -> bool:
    """Whether the signs before a word part it from what comes before."""
    before = source[max(start, at - 4) : at].rstrip()
    return not before.strip(_AROUND) or before[-1] in ";.,/|)（(-–—"


def _may_follow(source: str, words: _Words, i: int, end: int) -> bool:
    """Whether a name, or another role, follows a role that has no "by"."""
    at = words.ends[i - 1]
    rest = source[at : min(end, at + 8)].lstrip(" :：\u00a0\u3000")
    if rest and rest[0].isalpha() and not rest[0].islower():
        return True
    if i < len(words.lower) and words.lower[i] in _joiners():
        i += 1
    return i < len(words.lower) and _opening_at(words, i) is not None


def _opening_at(words: _Words, i: int) -> _Opening | None:
    """The longest phrase that stands at word ``i``."""
    lower = words.lower
    openings = _openings()
    for row in openings.get(_misprints().get(lower[i], lower[i]), ()):
        length = len(row.words)
        if not (row.first and i) and tuple(lower[i + 1 : i + length]) == row.words[1:]:
            return row
    return None


# ---------------------------------------------------------------- names


class _Names(NamedTuple):
    """What a list of names holds; ``strange`` when something in it is none of these."""

    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    desks: bool
    strange: bool


@cache
def _cuts() -> regex.Pattern[str]:
    """What stands between two names of a list."""
    words = sorted(_joiners(), key=len, reverse=True)
    words += [word.upper() for word in words if len(word) > 1 and word.isascii() and word.isalpha()]
    joined = "|".join(map(regex.escape, words))
    return regex.compile(rf"\s*[,;、，；/&·|\n•]\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|\.\s*;|\s+[-–—]\s+")


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["places"].values() for word in words)


@cache
def _desks() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["desks"].values() for word in words)


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for words in tables.load("credits")["titles"].values() for word in words)


def _read_names(text: str) -> _Names:
    """The people with their places, the agencies and desks of a list of names.

    A place is that of all who are named since the last one: "A, B and C in Lima, D in Quito".
    """
    people: list[Person] = []
    agencies: list[Agency] = []
    desks = strange = False
    group = 0  # the first person of whom no place is known yet
    settled = 0  # the first person of the last group that has a place
    place: str | None = None
    for item in _items(text):
        if place is not None:
            region, item = _lead_region(item)
            if region:
                place = f"{place}, {region}"
                _settle_place(people, settled, place)
            if not item:
                continue
        name = _read_item(item)
        if name.person is not None:
            people.append(name.person)
        agencies += name.agencies
        desks = desks or name.desk
        strange = strange or not (name.person or name.agencies or name.desk)
        place = name.place
        if place is not None:
            settled, group = group, len(people)
            _settle_place(people, settled, place)
    return _Names(tuple(people), tuple(dict.fromkeys(agencies)), desks, strange)


def _items(text: str) -> list[str]:
    """The parts of a list of names, without what stands round them."""
    text = text.strip(_ROUND + _OPENING + _CLOSING) if "." not in text[-4:] else _strip_end(text)
    if "\n" in text or "  " in text:
        text = " ".join(text.split())
    return [item for item in (_strip_end(part) for part in _cuts().split(text)) if item]


def _strip_end(text: str) -> str:
    """The text without the signs round it; the full stop of "Jr." and of an initial stays."""
    text = text.strip(_ROUND.replace(".", "") + _OPENING + _CLOSING)
    while text.endswith("."):
        last = text[text.rfind(" ") + 1 :]
        if len(last) == 2 or last.lower() in tables.load("credits")["particles"]["suffixes"] or last.count(".") > 1:
            break
        text = text[:-1].rstrip(_ROUND + _CLOSING)
    return text.strip()


_LEAD_REGION = regex.compile(r"((?:\p{Lu}\.){2,3}|\p{Lu}\p{Ll}{1,4}\.)\s+(?=\p{Lu})")


def _lead_region(item: str) -> tuple[str, str]:
    """The region that an item is, or begins with, and the rest: "in Washington, D.C. Ann Doe in Boston"."""
    if is_region(item):
        return item, ""
    match = _LEAD_REGION.match(item)
    return (match[1], item[match.end() :]) if match is not None and is_region(match[1]) else ("", item)


def _settle_place(people: list[Person], first: int, text: str) -> None:
    """Give the place to those named before it."""
    place = _place(text)
    for number in range(first, len(people)):
        old = people[number]
        people[number] = Person(old.name, old.text, old.title, place)


def _place(text: str) -> Place:
    found = find_place(text)
    if found is None:
        several = read_places(text)
        found = several[0] if len(several) == 1 else None
    return found or Place(text, text)


class _Name(NamedTuple):
    """One item of a list: a person, agencies, or a desk; ``place`` as printed."""

    person: Person | None = None
    agencies: tuple[Agency, ...] = ()
    place: str | None = None
    desk: bool = False


def _read_item(item: str) -> _Name:
    if len(item) > _LONGEST_ITEM:
        return _Name()
    agency = lookup(item) if len(item) <= _LONGEST_NAME else None
    if agency is not None:
        return _Name(agencies=(agency,))
    words = [word for word in item.split() if "@" not in word]
    if not words:
        return _Name(desk=True)
    words, place = _without_place(words)
    if not item.isascii():
        words = _without_ending(words)
    lower = [word.strip(".,'’").lower() for word in words]
    desks = _desks()
    if lower[-1] in desks or lower[0] in _ARTICLES:
        rest = [word for word, low in zip(words, lower, strict=True) if low not in desks and low not in _ARTICLES]
        agency = lookup(" ".join(words)) or (lookup(" ".join(rest)) if rest else None)
        return _Name(agencies=(agency,) if agency is not None else (), place=place, desk=True)
    if len(words) == 1 and (is_place(words[0]) or not _may_stand_alone(words[0])):
        return _Name(desk=True)  # "Shanghai and Beijing newsrooms", "at IFR/BasisPoint"
    title, name = _without_title(words, lower) if len(words) > 2 else (None, words)
    person = _person(name, title)
    return _Name(person, place=place if person is not None else None)


_LONGEST_ITEM = 160
_ARTICLES = frozenset({"the", "our"})


def _may_stand_alone(word: str) -> bool:
    """Whether one word alone may be a name: not "BasisPoint"."""
    return not any(c.isupper() for c in word[1:]) or word.isupper() or "-" in word or "'" in word


def _without_place(words: list[str]) -> tuple[list[str], str | None]:
    """A name without "in Lima" behind it, and the place."""
    places = _place_words()
    for i in range(1, len(words) - 1):
        if words[i] in places and not words[i + 1][0].islower():
            place = " ".join(words[i + 1 :])
            return words[:i], place
    return words, None


def _without_ending(words: list[str]) -> list[str]:
    """A name without words for a language service behind it ("… للنشرة العربية")."""
    for ending in _endings():
        if len(words) > len(ending) and tuple(words[-len(ending) :]) == ending:
            return words[: -len(ending)]
    return words


@cache
def _endings() -> list[tuple[str, ...]]:
    return [tuple(row.split()) for rows in tables.load("credits")["endings"].values() for row in rows]


def _without_title(words: list[str], lower: list[str]) -> tuple[str | None, list[str]]:
    """The title before a name, and the name: "Associated Press writer", "Jill Colvin"."""
    titles = _titles()
    for i in range(len(words) - 2, -1, -1):
        if lower[i] in titles and words[i][0].islower():
            before = words[:i]
            if lookup(" ".join(before)) is not None or all(word in titles for word in before):
                return " ".join(words[: i + 1]), words[i + 1 :]
            return None, words
    return None, words


def read_person(text: str) -> Person | None:
    """The person of this name, written as people write it; ``None`` for an agency, a desk, a sentence.

    A name in mixed case is left as it is.

    >>> read_person("PETER BLACKBURN").name, read_person("TED D'AFFLISIO").name
    ('Peter Blackburn', "Ted D'Afflisio")
    >>> read_person("KIM YOO-JEONG").name, read_person("MARIA DE LA CRUZ").name
    ('Kim Yoo-jeong', 'Maria de la Cruz')
    >>> read_person("Reuters Staff") is None
    True
    """
    if not isinstance(text, str):
        raise TypeError(f"read_person() reads a str, got {type(text).__name__} {text!r}: pass the person's name")
    if len(text) > 2 * _LONGEST_NAME:
        return None
    item = _strip_end(" ".join(text.split()))
    if not item:
        return None
    east = _east_asian_names(item, bare=True)
    if east and len(east) == 1:
        return Person(east[0], text.strip())
    if " " not in item:
        alone = item if lookup(item) is None and item.lower() not in _desks() | _titles() | _not_names() else ""
        return _person([alone]) if alone else None
    return _read_item(item).person


def _person(words: list[str], title: str | None = None) -> Person | None:
    """The person whose name these words are."""
    if not 0 < len(words) <= _MOST_NAME_WORDS:
        return None
    text = " ".join(words)
    if text.istitle() and text.isascii() and text.replace(" ", "").isalpha() and len(text) <= _LONGEST_NAME:
        return Person(text, text, title)
    if not _is_name_shape(words):
        return None
    return Person(_natural_case(text, words), text, title)


def _is_name_shape(words: list[str]) -> bool:
    """Whether words look like a name: capitals first, particles in between, no figures."""
    first = words[0]
    if first[0].islower() and not (first.lower() in _particles().lower or _is_bound(first)):
        return (
            all(word.isalpha() and word.islower() for word in words)
            and 2 <= len(words) <= 3
            and not (_not_names() & set(words))
        )
    capital = False
    for word in words:
        if not _NAME_WORD.fullmatch(word):
            return False
        if not word[0].islower():
            capital = True
        elif not (word in _particles().lower or word in _particles().after or _is_bound(word)):
            return False
    return capital and len(" ".join(words)) <= _LONGEST_NAME


_NAME_WORD = regex.compile(r"""[\p{L}\p{M}'’ʼ`“”".\-‐‑()]+""")


def _is_bound(word: str) -> bool:
    """Whether a word in lower case is bound to a name: "al-Assad", "d'Estaing"."""
    head, mark, rest = word.replace("’", "'").replace("'", "-").partition("-")
    return bool(mark) and len(head) <= 3 and bool(rest) and not rest[0].islower()


class _Particles(NamedTuple):
    lower: frozenset[str]
    after: frozenset[str]
    mac: frozenset[str]
    suffixes: dict[str, str]
    family_first: frozenset[str]
    short: frozenset[str]


@cache
def _particles() -> _Particles:
    row = tables.load("credits")["particles"]
    return _Particles(
        frozenset(row["lower"]),
        frozenset(row["after"]),
        frozenset(row["mac"]),
        row["suffixes"],
        frozenset(row["family_first"]),
        frozenset(row["short"]),
    )


_INNER_CAPITALS = regex.compile(r"\b(?:Mc|Mac|O['’]|D['’]|Mac)(?=\p{Lu})|\b(?:Jr|Sr|Dr|St|Mr|Ms|Mrs)\b\.?")


def _natural_case(text: str, words: list[str]) -> str:
    """A name in capitals (or in small letters) as people write it; any other as it is."""
    if not text.islower() and any(c.islower() for c in _INNER_CAPITALS.sub("", text)):
        return text
    if not (text.isupper() or text.islower() or text.isascii() or _INNER_CAPITALS.search(text)):
        return text
    if not any(c.isupper() or c.islower() for c in text):
        return text
    if len(words) == 1 and len(text) <= 3 and text.isupper():
        return text
    particles = _particles()
    small = text.islower()
    written: list[str] = []
    for i, word in enumerate(words):
        lower = word.lower()
        before = words[i - 1].lower() if i else ""
        last = i + 1 == len(words)
        small_first = not i and len(words) > 2 and words[1].lower() in particles.after
        if lower in particles.suffixes and i:
            written.append(particles.suffixes[lower])
        elif not last and (
            (lower in particles.lower and (i or small_first))
            or (lower in particles.after and before in particles.lower)
        ):
            written.append(lower)
        else:
            family = written[0].lower() if i == 1 else ""
            written.append(_cased(word, family in particles.family_first, small))
    return " ".join(written)


def _cased(word: str, given_after_family: bool, small: bool) -> str:
    """One word of a name with its capitals."""
    particles = _particles()
    bare = word.strip(".")
    if len(bare) == 1:
        return word.upper()
    if "." in bare:
        return word.upper() if len(word) <= 6 else word
    if not small and _is_initials(bare, particles):
        return word
    if "-" in word:
        head, *parts = word.split("-")
        if head.lower() in _ARTICLES_ARABIC:
            return "-".join([head.lower(), *(_cased(part, False, small) for part in parts)])
        if given_after_family:
            return "-".join([_cased(head, False, small), *(part.lower() for part in parts)])
        return "-".join(_cased(part, False, small) if part else "" for part in (head, *parts))
    for mark in _APOSTROPHES:
        head, found, tail = word.partition(mark)
        if found and tail:
            return _capital(head) + mark + (_capital(tail) if len(head) <= 2 or len(tail) > 2 else tail.lower())
    lower = word.lower()
    if lower.startswith("mc") and len(lower) > 3:
        return "Mc" + _capital(lower[2:])
    if lower in particles.mac or (word.startswith("Mac") and word[3:].isupper()):
        return "Mac" + _capital(lower[3:])
    return _capital(word)


_ARTICLES_ARABIC = frozenset({"al", "el", "ul", "ad", "as", "ar", "an"})


def _is_initials(word: str, particles: _Particles) -> bool:
    """Whether two capitals are initials run together ("TJ Smith"), and not a short name ("Ng")."""
    return (
        len(word) == 2 and word.isupper() and not set(word) & set("AEIOUYÄÖÜÉ") and word.lower() not in particles.short
    )


def _capital(word: str) -> str:
    """The word with a capital first, behind the quotation mark of a nickname too."""
    first = 1 if word[:1] in '"“(' else 0
    return word[:first] + word[first : first + 1].upper() + word[first + 1 :].lower()


@cache
def _not_names() -> frozenset[str]:
    return frozenset(tables.load("credits")["not_names"]["en"])


def is_name(text: str) -> bool:
    """Whether a whole line could be the bare name of a person, or of several.

    >>> is_name("Andrew Kelly"), is_name("Michelle V. Rafter"), is_name("Ana Paz and Jo Roe")
    (True, True, True)
    >>> is_name("NEW YORK"), is_name("Associated Press"), is_name("Stocks Fall"), is_name("Rain fell.")
    (False, False, False, False)
    """
    length = len(text)
    if not 4 < length <= 120 or text[-1] in "?!:;,)]" or not text[0].isalpha() or text[0].islower():
        return False
    if text.count(" ") > 12:
        return False
    items = _cuts().split(text.strip())
    return 0 < len(items) <= 4 and all(map(_is_one_name, items))


def _is_one_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or not _is_name_shape(words):
        return False
    refused = _not_names()
    if any(word.strip(".'’").lower() in refused for word in words):
        return False
    last = words[-1]
    if last[-1] == "." and last.lower() not in _particles().suffixes:
        return False
    if not any(len(word.strip(".")) > 1 for word in words[1:]):
        return False
    return lookup(text) is None and not is_place(text) and words[-1].lower() not in _titles()


# ---------------------------------------------------------------- bylines


@cache
def _byline_words() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that open a byline, by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrases in tables.load("credits")["byline"].values():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], set()).add(words)
    return {word: sorted(rows, key=len, reverse=True) for word, rows in found.items()}


def _opens_byline(text: str) -> bool:
    first = text.split(None, 1)[0] if text else ""
    return first.rstrip(":").lower() in _byline_words()


def read_byline(text: str, offset: int = 0, rule: str = "byline", *, bare: bool = True) -> Attribution | None:
    """The authors and agencies of a byline, in one or several lines; ``None`` when it is none.

    ``offset`` is where the text stands in the source. Without ``bare`` a name alone is not read: it
    takes a "By" before it or an agency beside it.

    >>> byline = read_byline("By HILLEL ITALIE\\nAssociated Press Writer")
    >>> byline.people[0].name, byline.people[0].title, byline.agencies[0].id
    ('Hillel Italie', 'Associated Press Writer', 'ap')
    >>> read_byline("PTI | Updated: Feb 13, 2020, 13:10 IST").people
    ()
    >>> read_byline("By contrast, prices rose") is None
    True
    """
    if not 1 < len(text) <= _LONGEST_BYLINE:
        return None
    begins = _byline_start(text)
    found = _unmarked(text, bare) if begins < 0 else _marked(text[begins:])
    if found is None:
        return None
    people, agencies = found
    if not people and not agencies and (begins < 0 or not _is_unnamed(text[begins:])):
        return None
    shown = text if "\n" not in text and "  " not in text else " ".join(text.split())
    return Attribution(offset, offset + len(text), shown, rule, "byline", agencies, people)


def _byline_start(text: str) -> int:
    """Where the names begin after "By", or -1."""
    blank = text.find(" ")
    first = text[:blank] if blank > 0 else text
    rows = _byline_words().get(first.rstrip(":：").lower())
    if rows is None:
        return -1
    for row in rows:
        at = 0
        for word in row:
            at += len(text[at:]) - len(text[at:].lstrip())
            if text[at : at + len(word)].lower() != word:
                break
            at += len(word)
        else:
            rest = text[at:].lstrip(" \t\u00a0")
            if rest[:1] in (":", "："):
                return len(text) - len(rest) + 1
            if rest and len(rest) < len(text[at:]):
                return at
    return -1


_Found = tuple[tuple[Person, ...], tuple[Agency, ...]]


def _marked(text: str) -> _Found | None:
    """Whom a byline names behind its "By"; ``None`` when it reads like a sentence."""
    people: list[Person] = []
    agencies: list[Agency] = []
    for number, line in enumerate(text.split("\n")):
        for segment in line.split("|"):
            segment = " ".join(segment.split())
            if not segment:
                continue
            if _is_stamp(segment):
                if number == 0 and not people and not agencies:
                    return None
                continue
            if not _read_segment(segment, people, agencies, first=not people and not agencies):
                return None
    return tuple(people), tuple(dict.fromkeys(agencies))


def _is_unnamed(text: str) -> bool:
    """Whether a byline names a desk and nobody: "By Our Correspondent", "By staff reporter"."""
    words = [word.strip(".,").lower() for word in text.split()]
    return 0 < len(words) <= 5 and words[-1] in _titles() and words[0] in _UNNAMED_FIRST


_UNNAMED_FIRST = frozenset({"our", "a", "staff", "special", "from", "onze", "the"})


@cache
def _stamps() -> frozenset[str]:
    return frozenset(word.split()[0] for words in tables.load("credits")["stamps"].values() for word in words)


_CLOCK = regex.compile(r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b")


def _is_stamp(segment: str) -> bool:
    """Whether words only say when: "Updated: Feb 13, 2020", or belong to a page: "Share"."""
    first = segment.split(None, 1)[0].strip(":").lower()
    return first in _stamps() or first in ("share", "print", "comments") or _CLOCK.search(segment) is not None


def _read_segment(segment: str, people: list[Person], agencies: list[Agency], *, first: bool) -> bool:
    """Read one line of a byline into the lists; false when something in it is no part of a byline."""
    agency = _agency_words(segment)
    if agency is not None:
        _give_title(people, segment)
        agencies.append(agency)
        return True
    if first and _is_unnamed(segment):
        return True
    return all(
        _read_byline_item(item, people, agencies, is_first=first and number == 0)
        for number, item in enumerate(_items(segment))
    )


def _read_byline_item(item: str, people: list[Person], agencies: list[Agency], *, is_first: bool) -> bool:
    agency = _agency_words(item)
    if agency is not None:
        agencies.append(agency)
        _give_title(people, item)
        return True
    words = item.split()
    lower = [word.strip(".,'’:").lower() for word in words]
    titles = _titles()
    if not is_first and (lower[-1] in titles or lower[0] in ("special", "of", "for") or lower[-1] in _desks()):
        agency = _agency_in_title(words, lower)
        if agency is not None:
            agencies.append(agency)
        _give_title(people, item)
        return bool(people or agency)
    for i in range(2, len(words) - 1):
        # "Ann Doe of The Press Association", "Ann Doe for AFP"
        if lower[i] in ("of", "for"):
            agency = _agency_words(" ".join(words[i + 1 :]))
            person = _person(words[:i])
            if agency is None or person is None:
                return False
            people.append(person)
            agencies.append(agency)
            return True
    if lower[-1] in titles and len(words) > 3:
        # The title on the same line: "ANN DOE Associated Press Writer".
        for i in range(2, len(words) - 1):
            agency = find_agency(" ".join(words[i:]))
            person = _person(words[:i]) if agency is not None else None
            if agency is not None and person is not None:
                people.append(Person(person.name, person.text, " ".join(words[i:])))
                agencies.append(agency)
                return True
        return False
    east = _east_asian_names(item, bare=False)
    if east:
        people += [Person(name, name) for name in east]
        return True
    if people and (is_place(item) or is_region(item)):
        old = people[-1]
        text = f"{old.place.text}, {item}" if old.place is not None else item
        people[-1] = Person(old.name, old.text, old.title, _place(text))
        return True
    name = _read_item(item)
    person = name.person
    if person is None:
        agencies += name.agencies
        return bool(name.agencies)
    if (
        len(person.text) < 3
        or (person.text[0].islower() and not person.text.islower())
        or (" " not in person.text and (is_first and not _is_mononym(person.text)))
    ):
        return False
    if any(word.lower() in _not_names() for word in person.text.split()):
        return False
    people.append(person)
    if name.place is not None:
        _settle_place(people, 0, name.place)
    return True


def _is_mononym(text: str) -> bool:
    """Whether one word alone may be a name in a byline: in capitals, or in a script without them."""
    return not text.isascii() and not text[0].islower() and not text[0].isupper()


def _give_title(people: list[Person], title: str) -> None:
    """Give a title to those who have none, unless it is but the name of their agency."""
    if lookup(title) is not None and title.split()[-1].lower() not in _titles():
        return
    for number, old in enumerate(people):
        if old.title is None:
            people[number] = Person(old.name, old.text, title, old.place)


def _agency_words(text: str) -> Agency | None:
    """The agency that words name, as such or by its staff: "Reuters", "AP Medical Writer", "dpa/lno"."""
    if len(text) > 80:
        return None
    agency = lookup(text)
    if agency is not None:
        return agency if prints_so(agency, text) or len(text) > 3 else None
    words = text.split()
    if len(words) > 1 and words[-1].strip(".").lower() in _titles() | _desks():
        return find_agency(text) or (_misprinted(words) if len(words) > 2 else None)
    if len(words) == 1 and "/" in text:
        found = read_agencies(text)
        return found[0] if found else None
    return None


def _agency_in_title(words: list[str], lower: list[str]) -> Agency | None:
    """The agency in a title with a slip in it: "Associatzd Press Writer", "of The Press Association"."""
    if lower[0] in ("of", "for"):
        return find_agency(" ".join(words[1:]))
    return find_agency(" ".join(words)) or _misprinted(words)


def _misprinted(words: list[str]) -> Agency | None:
    """The agency whose long name, with one slip in it, begins a title."""
    for i in range(len(words) - 1, 0, -1):
        text = " ".join(words[:i])
        agency = lookup(text) or (nearly(text) if len(text) > 6 else None)
        if agency is not None:
            return agency
    return None


def _unmarked(text: str, bare: bool) -> _Found | None:
    """Whom a byline names that has no "By": an agency, a name with its agency or title, a bare name."""
    if "|" in text:
        first, _, rest = text.partition("|")
        agency = _agency_words(first.strip())
        if agency is not None:
            people, _ = _marked(rest) or ((), ())
            return people, (agency,)
        return _marked(text) if is_name(first.strip()) else None
    line = text.partition("\n")[0].strip()
    if line.count(" ") > _MOST_UNMARKED_WORDS:
        return None
    agency = _agency_words(line)
    if agency is not None:
        return ((), (agency,)) if prints_so(agency, line) else None
    east = _east_asian_names(line, bare=bare)
    if east:
        return tuple(Person(name, name) for name in east), ()
    beside = _BESIDE.fullmatch(line)
    if beside is not None:
        agency = lookup(beside["agency"])
        if agency is not None and is_name(beside["name"]):
            return _marked(f"{beside['name']}\n{beside['agency']}")
    name, comma, title = line.partition(", ")
    if comma:
        agency = _agency_words(name)
        if agency is not None and prints_so(agency, name) and is_place(title):
            return (), (agency,)
        if is_name(name) and (bare or title.split()[-1].lower() in _titles() or _agency_words(title) is not None):
            return _marked(text)
        return None
    return _marked(text) if bare and is_name(line) else None


_MOST_UNMARKED_WORDS = 9
_BESIDE = regex.compile(r"(?<name>[^/()]{5,50}?)\s*(?:/|\()\s*(?<agency>[^/()]{2,40})\)?")


# ---------------------------------------------------------------- other credits


def _read_signed(source: str, start: int, end: int) -> Attribution | None:
    """A byline below the story: "_ By Ann Doe, Associated Press Writer." """
    at = start
    while at < end and source[at] in _ROUND:
        at += 1
    stop = end - 1 if source[end - 1] == "." and source[end - 3] not in " ." else end
    if source[at : at + 3].lower() != "by ":
        return None
    found = read_byline(source[at:stop], at, "credit.byline")
    if found is None or not (found.people or found.agencies):
        return None
    return Attribution(start, end, clean(source, start, end), found.rule, "byline", found.agencies, found.people)


def _read_inputs(source: str, start: int, end: int) -> Attribution | None:
    """ "(With PTI inputs)", "Agencies": whose copy went into a story."""
    if end - start > 200:
        return None
    text = " ".join(source[start:end].split())
    match = _INPUTS.fullmatch(text)
    if match is None:
        return _read_source(source, start, end, text)
    names = _read_names(match[1] or "")
    if names.strange or names.people or (match[1] and not names.agencies and not names.desks):
        return None
    return Attribution(start, end, text, "credit.inputs", "inputs", names.agencies)


_INPUTS = regex.compile(
    r"[\s(\[–—-]*+with\s+(?:additional\s+)?(.{0,100}?)\s*\b(?:agency\s+|agencies\s+)?(?:inputs?|reports?|files|wires?)[\s)\].]*+",
    regex.IGNORECASE,
)


def _read_source(source: str, start: int, end: int, text: str) -> Attribution | None:
    """ "Agencies", and the company that signs a press release: "SOURCE Acme Corp"."""
    core = text.strip(_AROUND).lower()
    if core in _agencies_unnamed():
        return Attribution(start, end, text, "credit.inputs", "inputs")
    if text.startswith("SOURCE ") and 8 < len(text) <= 120 and not text[7].islower() and text[-1] not in ".?!":
        return Attribution(start, end, text, "credit.source", "origin")
    return None


@cache
def _agencies_unnamed() -> frozenset[str]:
    return frozenset(row for rows in tables.load("credits")["agencies_unnamed"].values() for row in rows)


@cache
def _verbs() -> regex.Pattern[str]:
    verbs = sorted((v for row in tables.load("credits")["contribution"].values() for v in row), key=len, reverse=True)
    return regex.compile(rf"\s(?:also\s)?(?:{'|'.join(map(regex.escape, verbs))})(?=[\s.])")


_CONTRIBUTED = regex.compile(
    r"(?:\s+reporting)?(?:\s+(?:to|for|in|with)\s+(?:this|the|these)\s+(?:report|story|article|dispatch|reports))?"
    r"(?:\s*from\s+(?<place>\p{Lu}[^.;]{1,60}(?:\.[^.;]{1,12})?))?[\s.)\]]*"
)


def _read_contribution(source: str, start: int, end: int) -> Attribution | None:
    """ "Associated Press writer Ann Doe in Paris contributed to this report." """
    if end - start > 500:
        return None
    text = " ".join(source[start:end].split())
    matches = list(_verbs().finditer(text))
    if not matches or len(matches) > 4:
        return None
    people: list[Person] = []
    agencies: list[Agency] = []
    position = 0
    for number, match in enumerate(matches):
        subject = text[position : match.start()].strip(_ROUND + _OPENING)
        stop = len(text)
        if number + 1 < len(matches):
            stop = _sentence_end(text, match.end(), matches[number + 1].start())
            if stop < 0:
                return None
        rest = _CONTRIBUTED.fullmatch(text, match.end(), stop)
        if rest is None or not subject or len(subject) > 240:
            return None
        title, names = _subject(subject)
        if names.strange or not (names.people or names.agencies):
            return None
        place = _place(rest["place"].strip()) if rest["place"] else None
        people += [Person(p.name, p.text, p.title or title, p.place or place) for p in names.people]
        agencies += names.agencies
        agency = find_agency(title) if title else None
        if agency is not None:
            agencies.append(agency)
        position = stop
    role: Role = "additional reporting" if people else "inputs"
    return Attribution(start, end, text, "credit.contribution", role, tuple(dict.fromkeys(agencies)), tuple(people))


def _sentence_end(text: str, low: int, high: int) -> int:
    """Where the first sentence between the two places ends."""
    at = text.find(". ", low, high)
    return at + 2 if at >= 0 else -1


def _subject(text: str) -> tuple[str | None, _Names]:
    """The title and the names of the subject: "Associated Press writers A in X and B in Y"."""
    words = text.split()
    lower = [word.strip(".,").lower() for word in words]
    titles = _titles()
    last = -1
    for i, word in enumerate(lower[:8]):
        if word in titles:
            last = i
        elif last >= 0:
            break
    if last >= 0 and (words[last][0].islower() or find_agency(" ".join(words[: last + 1])) is not None):
        return " ".join(words[: last + 1]), _read_names(" ".join(words[last + 1 :]))
    return None, _read_names(text)


@cache
def _sentences() -> list[tuple[Role, regex.Pattern[str]]]:
    found: list[tuple[Role, regex.Pattern[str]]] = []
    for role, rows in tables.load("credits")["sentences"].items():
        for row in rows:
            pattern = regex.escape(row, special_only=True).replace(r"\{agency\}", r"(?<agency>[^.\n]{2,60}?)")
            pattern = pattern.replace(r"\{any\}", r"[^\n]{0,80}")
            found.append((role, regex.compile(rf"[\s—–-]*+{pattern}[\s.]*", regex.IGNORECASE)))
    return found


def _read_sentence(source: str, start: int, end: int) -> Attribution | None:
    """ "This report by The Canadian Press was first published July 3, 2020." """
    if end - start > 200 or source[start] not in "TtaA(—–-":
        return None
    text = " ".join(source[start:end].split())
    for role, pattern in _sentences():
        match = pattern.fullmatch(text)
        agency = lookup(match["agency"].strip()) if match is not None else None
        if agency is not None:
            return Attribution(start, end, text, "credit.sentence", role, (agency,))
    return None


_PHOTO = regex.compile(
    r"[(\[]?\s*(?<agency>[\p{L}. ]{2,30}?)(?:\s+(?:Photo|Images|Picture|Foto))?\s*/\s*(?<name>[^/()\[\]]{4,50})[)\]]?"
)


def _read_photo(source: str, start: int, end: int) -> Attribution | None:
    """ "(AP Photo/Ann Doe)", "REUTERS/Ann Doe"."""
    if not 8 < end - start <= 90 or "/" not in source[start:end]:
        return None
    match = _PHOTO.fullmatch(source, start, end)
    if match is None:
        return None
    agency = lookup(match["agency"])
    person = _person(match["name"].split()) if agency is not None else None
    if agency is None or person is None or " " not in person.text or not prints_so(agency, match["agency"]):
        return None
    return Attribution(start, end, " ".join(source[start:end].split()), "credit.photo", "photo", (agency,), (person,))


# ---------------------------------------------------------------- East Asian names


class _EastAsian(NamedTuple):
    before: regex.Pattern[str]
    after: regex.Pattern[str]
    families: frozenset[str]


@cache
def _east_asian() -> _EastAsian:
    row = tables.load("credits")["east_asian"]
    before = "|".join(sorted(map(regex.escape, row["before"]), key=len, reverse=True))
    after = "|".join(sorted(map(regex.escape, row["after"]), key=len, reverse=True))
    return _EastAsian(
        regex.compile(rf"\s*(?:{before})\s*[:：]?\s*"), regex.compile(rf"\s*(?:{after})\s*"), frozenset(row["families"])
    )


_EAST_NAME = regex.compile(r"\p{Han}{2,4}|\p{Hangul}{2,4}|\p{Han}{1,3}[ 　]\p{Han}{1,3}|[\p{Han}\p{Katakana}·・]{3,14}")
_EAST_CUT = regex.compile(r"[、，,/;；\s]+")


def _east_asian_names(text: str, *, bare: bool) -> list[str]:
    """The reporters of "记者罗沙", "김병규 기자"; with ``bare`` also names alone, known by the family name."""
    if text.isascii() or len(text) > 60 or max(text) < "\u2e80":
        return []
    table = _east_asian()
    core = text.strip(_ROUND + _OPENING + _CLOSING)
    marked = False
    match = table.before.match(core)
    if match is not None:
        core, marked = core[match.end() :], True
    names: list[str] = []
    for part in _EAST_CUT.split(core):
        after = table.after.search(part)
        if after is not None and after.end() == len(part):
            marked = True
            part = part[: after.start()]
        if not part:
            continue
        if _EAST_NAME.fullmatch(part) is None:
            return []
        names.append(part)
    if not marked and (not bare or any(name[0] not in table.families or is_place(name) for name in names)):
        return []
    return names


def _read_east_asian_credit(source: str, start: int, end: int) -> Attribution | None:
    """ "（记者罗沙）" or "김병규 기자" on a line of its own."""
    if end - start > 60 or source[start] < "\u2e80":
        return None
    names = _east_asian_names(source[start:end], bare=False)
    if not names:
        return None
    people = tuple(Person(name, name) for name in names)
    return Attribution(start, end, " ".join(source[start:end].split()), "credit.reporter", "reporting", (), people)
