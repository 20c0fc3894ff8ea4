"""What stands in a story and is not the story: notices, and the fields of its header.

The wordings are rows in ``data/notices.toml``, looked up by the first letters of a block, so that an
ordinary paragraph is refused before any pattern is tried. What has no fixed wording (a copyright line,
a desk's telephone number, a rate of exchange, a slug) is known by its shape.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

import attrs
import regex

from ..agencies import find_agency, read_agencies
from ..article import Agency, Field, Notice
from ..dates.calendar import century
from ..dates.clock import clocks
from ..dates.find import find_date
from ..kinds import NoticeKind
from ..text import tables
from ..text.layout import clean
from ..text.patterns import pattern
from ..wire_date import WireDate

__all__ = ["closing_notice", "leading_notice", "read_field", "read_notice", "source_tags"]

# Characters; a block longer than this is never what the name says.
_LONGEST = 1000
_SHORT_KEY = 4
_LONG_KEY = 8
_LONGEST_OPENING = 60
_LONGEST_WHOLE = 100
_LONGEST_CONTACT = 160
_LONGEST_FIELD = 300
_LONGEST_NAME = 30
_LONGEST_SHAPE = 100
_LONGEST_REMEMBERED = 200

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "（": "）", "【": "】", "［": "］"}
_CLOSERS = frozenset(_BRACKETS.values())
_QUOTES = "\"'`“‘”’«»„「『"
_ROUND = " *_^=-–—~|/#"  # printed round a notice, no part of its words
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'"})


def read_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice that the block ``source[start:end]`` is, when it is nothing else.

    >>> line = "(c) Reuters Limited 1996"
    >>> notice = read_notice(line, 0, len(line))
    >>> notice.kind, notice.agencies[0].id, notice.date.isoformat()
    ('copyright', 'reuters', '1996')
    >>> read_notice("Copyright law has changed since 1996.", 0, 37) is None
    True
    """
    if not 0 < end - start <= _LONGEST or not _might_be_notice(source, start, end):
        return None
    text = clean(source, start, end)
    if not text:
        return None
    found = _read_short(text) if len(text) <= _LONGEST_REMEMBERED else _read(text)
    if found is None:
        return None
    return Notice(start, end, text, f"notice.{found.rule}", kind=found.kind, agencies=found.agencies, date=found.date)


def leading_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice in brackets at the head of a block, before its byline, dateline or lead.

    >>> line = "(Corrects paragraph 7 to show the date) HAVANA (Reuters) - Cuba said"
    >>> notice = leading_notice(line, 0, len(line))
    >>> line[notice.start : notice.end]
    '(Corrects paragraph 7 to show the date)'

    A mark of a word or two belongs to the headline that it stands before:

    >>> leading_notice("(CORRECTED) - BANK RAISES RATE", 0, 30) is None
    True
    """
    if start >= end or source[start] not in _BRACKETS:
        return None
    close = _closing(source, start, min(end, start + _LONGEST))
    if close is None or close + 1 >= end:
        return None
    notice = read_notice(source, start, close + 1)
    if notice is None or (notice.rule != "notice.lead-mark" and notice.text.count(" ") < 2):
        return None
    return notice


def source_tags(source: str, start: int, end: int) -> Notice | None:
    """What a monitoring service says, behind the dateline, of the text that follows: ``[SPEECH] [GARCIA] [TEXT]``.

    One of the brackets must be a known tag; beside it, words in capitals are the speaker or the broadcaster.

    >>> line = "[REPORT] [RADIO CENTRAL] [TEXT] Rain fell."
    >>> tags = source_tags(line, 0, len(line))
    >>> line[tags.start : tags.end]
    '[REPORT] [RADIO CENTRAL] [TEXT]'
    >>> source_tags("[He] said so.", 0, 13) is None
    True
    """
    if source.find("/", start, start + _WEATHER_REACH) > 0:
        weather = _compiled(_table("source_tag")["weather"]).match(source, start, end)
        if weather is not None:
            return Notice(start, weather.end(), clean(source, start, weather.end()), "notice.weather", kind="furniture")
    stop, tagged = start, False
    while (tag := _TAG.match(source, stop, end)) is not None:
        known = tag["words"].casefold().startswith(_known_tags())
        if not known and not tag["words"].isupper():
            break
        stop, tagged = tag.end(), tagged or known
    if not tagged:
        return None
    begin = start + len(source[start:stop]) - len(source[start:stop].lstrip())
    return Notice(begin, stop, clean(source, begin, stop), "notice.source-tag", kind="source tag")


_WEATHER_REACH = 24
_TAG = pattern(r"\s*\[(?P<words>[^\[\]]{1,250})\]", regex.V1)


@cache
def _known_tags() -> tuple[str, ...]:
    return tuple(word.casefold() for word in _table("source_tag")["words"])


def closing_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice glued to the end of a block, after its last sentence; the longest, where several nest.

    >>> line = "It gave no details. ($1=119 yen)"
    >>> notice = closing_notice(line, 0, len(line))
    >>> line[notice.start : notice.end]
    '($1=119 yen)'
    """
    last = source[end - 1 : end]
    if last.isalpha() or last == ".":
        word = source[max(start, end - 24) : end].rpartition(" ")[2].rpartition("\n")[2].rstrip(".")
        plain = word.islower() or (word.istitle() and last == "." and not _signs(source, start, end))
        if plain and word.isalpha() and not closes_notice(word.lower()):
            return None
    for begin in sorted(_glued(source, start, end)):
        notice = read_notice(source, begin, end)
        if notice is not None and (notice.kind in _ANYWHERE or _ends_sentence(source, start, begin)):
            return notice
    return None


def closes_notice(word: str) -> bool:
    """Whether a word in small letters may be the last of a notice that is glued to a paragraph.

    >>> closes_notice("reserved"), closes_notice("enditem"), closes_notice("rain")
    (True, True, False)
    """
    return word in _last_words()


def read_field(source: str, start: int, end: int) -> Field | None:
    """The header field that the line ``source[start:end]`` is: its name and its value.

    >>> line = "AP-WF-11-13-13 1509GMT"
    >>> field = read_field(line, 0, len(line))
    >>> field.name, field.date.isoformat()
    ('timestamp', '2013-11-13T15:09Z')
    >>> line = "Source: Reuters"
    >>> field = read_field(line, 0, len(line))
    >>> field.name, field.value, field.agencies[0].id
    ('source', 'Reuters', 'reuters')
    """
    if not 0 < end - start <= _LONGEST_FIELD:
        return None
    limit = start + _LONGEST_NAME if end - start > _LONGEST_NAME else end
    colon = source.find(":", start, limit)
    if colon < 0 and not source.isascii():
        colon = source.find("：", start, limit)
    if colon >= 0:
        label = _labels().get(source[start:colon].strip().casefold())
        if label is not None:
            return _labelled(source, start, end, colon, *label)
    return _shaped(source, start, end) if end - start <= _LONGEST_SHAPE else None


# -- the wordings ----------------------------------------------------------------------------------


class _Row(NamedTuple):
    """One wording of the table."""

    id: str
    kind: NoticeKind
    words: str
    whole: bool
    exact: bool
    brackets: bool
    then: str
    has: tuple[str, ...]
    max: int


class _Found(NamedTuple):
    rule: str
    kind: NoticeKind
    agencies: tuple[Agency, ...] = ()
    date: WireDate | None = None


_Labels: TypeAlias = dict[str, tuple[str, str]]


@cache
def _table(name: str) -> Any:
    return tables.load("notices")[name]


@cache
def _rows() -> dict[str, list[_Row]]:
    """The wordings by their first letters; an opening too short for that is under "", and is for brackets alone."""
    rows: dict[str, list[_Row]] = {"": []}
    for entry in _table("wording"):
        shared = (
            entry.get("brackets", False),
            entry.get("then", ""),
            tuple(entry.get("has", ())),
            entry.get("max", 300),
        )
        for form in ("whole", "exact", "opens"):
            for words in entry.get(form, ()):
                folded = words if form == "exact" else words.casefold()
                row = _Row(entry["id"], entry["kind"], folded, form != "opens", form == "exact", *shared)
                short = form == "opens" and len(words) < _SHORT_KEY and words[0] < "\u2e80" and words != "0"
                rows.setdefault("" if short else _key(words), []).append(row)
    return rows


@cache
def _bare(short: bool) -> dict[str, tuple[str, ...]]:
    """How a short or a long block without brackets may begin, by its first letters: eight where there are so many."""
    bare: dict[str, list[str]] = {}
    openings = [
        r.words.casefold() for rows in _rows().values() for r in rows if not r.brackets and (short or not r.whole)
    ]
    for words in openings + _table("copyright")["signs"] + _table("copyright")["years"]:
        key = words[:_LONG_KEY] if len(words) >= _LONG_KEY and words[0] < "\u2e80" else _key(words)
        for spelt in {key, key.replace("'", "’")}:
            bare.setdefault(spelt, []).append(words)
    return {key: tuple(words) for key, words in bare.items()}


def _key(words: str) -> str:
    """The letters a wording is looked up by: two of Chinese, Japanese or Korean, four of other scripts."""
    if words[0].isdigit():
        return "0"
    return words[:2] if words[0] >= "\u2e80" else words[:_SHORT_KEY].casefold()


def _might_be_notice(source: str, start: int, end: int) -> bool:
    """Whether it is worth a closer look: nearly every paragraph is refused here."""
    first = source[start]
    length = end - start
    if first.isalpha():
        head = source[start : start + _LONG_KEY if length > _LONG_KEY else end].casefold()
        bare = _bare(length <= _LONGEST_WHOLE)
        openings = bare.get(head) or bare.get(head[:_SHORT_KEY] if first < "\u2e80" else head[:2])
        if openings is not None:
            whole_head = _straight(" ".join(source[start : min(end, start + _LONGEST_OPENING)].split()))
            if whole_head.casefold().startswith(openings):
                return True
        return length <= _LONGEST_CONTACT and (
            source[end - 1].isdigit()
            or source.find("@", start, end) >= 0
            or (source[end - 1] == ")" and source[start:end].rstrip(")")[-1:].isdigit())
        )
    if first in _BRACKETS:
        return source[start : start + 3].casefold() == "(c)" or source[start:end].rstrip(".,;。 ")[-1:] in _CLOSERS
    if first in "©ⓒ":
        return True
    return first not in _QUOTES and length <= (_LONGEST_OPENING if first.isdigit() else _LONGEST_FIELD)


@lru_cache(maxsize=256)
def _read_short(text: str) -> _Found | None:
    """The same few notices stand under most stories."""
    return _read(text)


def _read(text: str) -> _Found | None:
    """What notice a text is; its white space is folded."""
    text = _straight(text)
    core, bracketed = _unwrap(text)
    return (
        _whole(text, core, bracketed)
        or _ruled(text)
        or (core and (_copyright(core) or _opened(core, bracketed)))
        or _conversion(core, bracketed)
        or _contact(text, core, bracketed)
        or None
    )


def _straight(text: str) -> str:
    """The text with straight quotes."""
    return text if text.isascii() and "`" not in text else text.translate(_STRAIGHT)


def _unwrap(text: str) -> tuple[str, bool]:
    """The words without the dashes and brackets round them, and whether there were brackets.

    >>> _unwrap("((--Chicago newsdesk, 312-408-8787)).")
    ('Chicago newsdesk, 312-408-8787', True)
    """
    bracketed = False
    for _ in range(4):
        text = text.strip(_ROUND)
        inner = text.rstrip(".,;。")
        if len(inner) < 3 or inner[0] not in _BRACKETS or _closing(inner, 0, len(inner)) != len(inner) - 1:
            break
        text, bracketed = inner[1:-1], True
    return text, bracketed


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at ``start`` closes."""
    opening, depth = text[start], 0
    closing = _BRACKETS[opening]
    at = text.find(closing, start, end)
    while at >= 0:
        depth += text.count(opening, start, at) - 1
        if not depth:
            return at
        start = at + 1
        at = text.find(closing, start, end)
    return None


def _whole(text: str, core: str, bracketed: bool) -> _Found | None:
    """A block that reads as a wording and no more."""
    for words in (text, core) if core != text else (text,):
        if not words or len(words) > _LONGEST_WHOLE:
            continue
        lower = words.casefold()
        for row in _rows().get(_key(words), ()):
            if not row.whole or (row.brackets and not bracketed):
                continue
            if words == row.words if row.exact else row.words in (lower, lower.rstrip(".。")):
                return _Found(row.id, row.kind)
    return None


def _opened(core: str, bracketed: bool) -> _Found | None:
    """A block that begins with a wording, and goes on as its row demands."""
    lower = core.casefold()
    rows = _rows().get(_key(lower), [])
    for row in rows + _rows()[""] if bracketed else rows:
        if row.whole or len(core) > row.max or (row.brackets and not bracketed):
            continue
        if row.words == "0":
            at = 0
        elif lower.startswith(row.words):
            at = len(row.words)
        else:
            continue
        if row.then and _compiled(row.then).fullmatch(lower, at) is None:
            continue
        if row.has and not any(word in lower[at:] for word in row.has):
            continue
        if row.kind == "usage terms" and (sign := core.find("©")) >= 0 and (found := _copyright(core[sign:])):
            return found  # "Tous droits réservés. © Agence France-Presse"
        if row.kind == "copyright":
            return _Found(row.id, row.kind, _owner(core[at:].replace("(c)", "").replace("ⓒ", "")), _year(core))
        return _Found(row.id, row.kind, (), _embargo_date(core, at) if row.kind == "embargo" else None)
    return None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.V1)


def _embargo_date(core: str, at: int) -> WireDate | None:
    """When an embargo ends: its date, its time, or both, as far as the words go."""
    end = min(len(core), at + 150)
    found = find_date(core, at, end)
    date = None if found is None else found.date
    if date is not None and date.time is not None:
        return date
    for clock in clocks(core, at, end):
        if found is None or not found.start <= clock.start < found.end:
            return attrs.evolve(date or WireDate(), time=clock.time)
    return date


def _ruled(text: str) -> _Found | None:
    """``###``, ``___``, ``———``: a rule drawn with one sign."""
    if text[0] not in _RULES:
        return None
    bare = text.replace(" ", "")
    if len(bare) >= (2 if bare[0] == "#" else 3) and not bare.strip(bare[0]):
        return _Found("end-mark", "end mark")
    return None


_RULES = "#_—"


# -- copyright lines -------------------------------------------------------------------------------

_YEAR = pattern(r"\b(?:1[89]|20)\d\d\b(?:\s?[-–,/]\s?(?P<last>(?:1[89]|20)?\d\d)\b)?", regex.V1)
_STOP = pattern(r"(?<=\w{3})[.;](?=\s|$)|\ball rights\b|[|]", regex.V1 | regex.I)
_TERMS = pattern(r"rights reserved|may not be|permission|prohibit|redistribut|publi[sc]|reproduc", regex.V1 | regex.I)
_C_YEAR = pattern(r"c\. ?(?=(?:19|20)\d\d\b)", regex.V1)
_LONGEST_WITHOUT_TERMS = 200


def _copyright(core: str) -> _Found | None:
    """``(c) Reuters Limited 1996``, ``Copyright 2017 The Associated Press. All rights reserved. ...``."""
    lower = core.casefold()
    rest = _after_signs(lower)
    if rest is None or (len(core) > _LONGEST_WITHOUT_TERMS and not _TERMS.search(core)):
        return None
    words = core[len(core) - len(rest) :]
    year = _YEAR.search(words, 0, 80)
    if year is not None:
        words = f"{words[: year.start()]} , {words[year.end() :]}"
    owner = _owner(words)
    # "Copyright law has changed since 1996" and "(c) The board shall meet" are sentences, not lines.
    if not owner and not ((year or "©" in core[:16]) and _are_names(_STOP.split(words, maxsplit=1)[0])):
        return None
    return _Found("copyright", "copyright", owner, _year(core))


def _after_signs(lower: str) -> str | None:
    """What follows the signs ("copyright (c)"), or ``None`` when there are none."""
    rest, found = lower, False
    signs = _copyright_signs()
    for _ in range(3):
        for sign in signs if rest.startswith(signs) else ():
            if rest.startswith(sign) and (sign[-1] in "©)" or not rest[len(sign) : len(sign) + 1].isalpha()):
                break
        else:
            break
        rest, found = rest[len(sign) :].lstrip(" :,."), True
    if not found and (sign_and_year := _C_YEAR.match(lower)):
        return lower[sign_and_year.end() :]
    return rest if found else None


@cache
def _copyright_signs() -> tuple[str, ...]:
    return tuple(_table("copyright")["signs"])


def _year(core: str) -> WireDate | None:
    match = _YEAR.search(core, 0, 120)
    if match is None:
        return None
    first, last = match.group()[:4], match["last"] or ""
    return WireDate(year=int(first[: 4 - len(last)] + last))


def _owner(words: str) -> tuple[Agency, ...]:
    """The agency that a copyright line names."""
    for part in words[:160].split(","):
        name = _STOP.split(part.strip(" .:;-–"), maxsplit=1)[0].strip(" .:;-–")
        while name:
            agency = find_agency(name)
            if agency is not None:
                return (agency,)
            head, _, last = name.rpartition(" ")
            if last.casefold() in _table("copyright")["company"]:
                name = head.rstrip(" .:;-–")
            elif name[:3].casefold() == "by ":
                name = name[3:]
            elif (short := find_agency(name.partition(" ")[0])) and short == find_agency(name.partition(" ")[2]):
                return (short,)  # "dpa Deutsche Presse-Agentur"
            else:
                break
    return ()


_WORD = pattern(r"[^\W\d_][\w.'-]*", regex.V1)


def _are_names(words: str) -> bool:
    """Whether no word but particles ("of", "von") and addresses begins with a small letter."""
    particles = _table("names")["particles"]
    return not any(w[0].islower() and "." not in w and w not in particles for w in _WORD.findall(words))


# -- contacts and rates of exchange ----------------------------------------------------------------

_FULL_NUMBER = pattern(
    r"""(?<![\w$.,])(?:
        (?:\+?\s?1[-\s.])?(?:\(\d{3}\)\s?|\d{3}[-\s./]\s?)\d{3}[-\s.]?\d{4}
      | \+{1,2}\s?\d{1,3}(?:[-\s./]{1,2}\(?\d{1,8}\)?){1,6}
      | \d{10}
    )(?![\w%])""",
    regex.V1 | regex.X,
)
_LOOSE_NUMBER = pattern(
    r"(?<![\w$.,])(?!\d{4}-\d\d-\d\d)\(?\d{1,4}\)?(?:[-\s]\(?\d{1,8}\)?){1,4}(?:/\d{1,2})?(?![\w%])", regex.V1
)
_FIGURES = pattern(r"\d\d|\d\W\d", regex.V1)
_ADDRESS = pattern(r"[\w.+'-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}", regex.V1)
_INITIALS = pattern(r" [a-z]{2,3}(?:/[a-z]{2,4}){1,3}$", regex.V1)


_FEWEST_FIGURES = 7


def _contact(text: str, core: str, bracketed: bool) -> _Found | None:
    """A desk or a person with a telephone number or an e-mail address, and no sentence."""
    if len(core) > _LONGEST_CONTACT or not ("@" in core or _FIGURES.search(core)):
        return None
    rest = _INITIALS.sub("", core) if "/" in core else core
    rest = _ADDRESS.sub(" ", rest) if "@" in rest else rest
    words = _WORD.findall(rest)
    table = _table("contact")
    at_desk = not {w.casefold().rstrip(".") for w in words}.isdisjoint(table["desks"])
    if not (at_desk or bracketed or text[0] in "-–—" or len(words) <= 1):
        return None
    if {w.rstrip(".") for w in words if w.islower()}.difference(table["words"]):
        return None
    bare = _FULL_NUMBER.sub(" ", rest)
    figures = sum(map(str.isdigit, bare))
    if at_desk and figures >= _FEWEST_FIGURES:
        bare = _LOOSE_NUMBER.sub(" ", bare)
        figures = sum(map(str.isdigit, bare))
    if bare == core or figures:
        return None
    return _Found("contact", "contact")


_RATE = pattern(
    r"""(?:
        (?:\p{L}{0,3}\s?\p{Sc}?\s?1(?:\.0+|00|000)?|\p{L}{0,2}\p{Sc}|one)(?:\s[\p{L}.\s]{1,30})?
        \s?(?:=|equals)\s?
        (?:[\p{L}.]{0,12}\s?\p{Sc}?\s?)(?:\d[\d,]{0,12}(?:\.\d{1,9})?|\.\d{1,9})(?:\s?[\p{L}.'\s-]{1,40})?
        (?:[;,]\s?|$)
    ){1,4}""",
    regex.V1 | regex.X | regex.I,
)


def _conversion(core: str, bracketed: bool) -> _Found | None:
    """``($1=119 yen)``, ``(1 euro = $1.12)``."""
    if not ("=" in core or "equals" in core) or len(core) > _LONGEST_CONTACT or not (bracketed or core[0] in "$€£"):
        return None
    return _Found("conversion", "conversion") if _RATE.fullmatch(core) else None


# -- notices at the end of a paragraph -------------------------------------------------------------

# Kinds that may follow words that are no sentence: a table, a list of shares.
_ANYWHERE = frozenset(("contact", "copyright", "correction"))
_SENTENCE_END = (".", "!", "?", '"', "'", "”", "’", "»", "。", "」", ")", "।", "؟")
_FARTHEST = 700
_FARTHEST_SIGN = 300
_SHORT_LINE = 24


def _ends_sentence(source: str, start: int, end: int) -> bool:
    return source[max(start, end - 8) : end].rstrip(" *_-–—\n\t\r")[-1:] in _SENTENCE_END


def _glued(source: str, start: int, end: int) -> set[int]:
    """Where a notice that runs to the end of the block may begin."""
    low = max(start + 1, end - _FARTHEST)
    places = _signs(source, low, end)
    last = end - 1
    while last > low and source[last] in ".,; ":
        last -= 1
    if last > low and source[last] in _CLOSERS:
        opening = _opening(source, low, last)
        if opening is not None:
            places.add(opening)
    line = source.rfind("\n", max(low, end - _SHORT_LINE), end)
    if line > 0:
        places.add(line + 1)
    address = _address(source, low, end)
    if address is not None:
        places.add(address)
    dashes = source.rfind("--", max(low, end - _LONGEST_CONTACT), end)
    if dashes >= 0:
        while dashes > low and source[dashes - 1] == "-":
            dashes -= 1
        places.add(dashes)
    mark = _end_mark(source, low, end)
    if mark is not None:
        places.add(mark)
    return places


def _signs(source: str, start: int, end: int) -> set[int]:
    """Where the last signs stand with which a notice begins."""
    near = max(start, end - _FARTHEST_SIGN)
    tail = source[near:end]
    return {near + tail.rfind(sign) for sign in _table("glued")["signs"] if sign in tail}


def _opening(source: str, low: int, last: int) -> int | None:
    """Where the bracket opens that closes at ``last``."""
    closing, depth = source[last], 0
    opening = next(o for o, c in _BRACKETS.items() if c == closing)
    at = source.rfind(opening, low, last)
    while at >= 0:
        depth += source.count(closing, at, last + 1) - 1
        if not depth:
            return at
        last = at - 1
        at = source.rfind(opening, low, at)
    return None


def _address(source: str, low: int, end: int) -> int | None:
    """Where the e-mail address begins that ends a text, behind a whole sentence."""
    at = source.rfind("@", max(low, end - _LONGEST_NAME), end)
    if at < 0:
        return None
    while at > low and source[at - 1].isascii() and (source[at - 1].isalnum() or source[at - 1] in "._+-"):
        at -= 1
    while source[at] == ".":
        at += 1
    return at if _ends_sentence(source, low, at) else None


def _end_mark(source: str, low: int, end: int) -> int | None:
    """Where the last word begins, when it is an end mark after a whole sentence: ``... he said. Enditem``."""
    at = source.rfind(" ", max(low, end - 12), end)
    if at < 0 or not _ends_sentence(source, low, at):
        return None
    notice = read_notice(source, at + 1, end)
    return at + 1 if notice is not None and notice.kind == "end mark" else None


# -- header fields ---------------------------------------------------------------------------------


@cache
def _last_words() -> frozenset[str]:
    ends = (r.words for rows in _rows().values() for r in rows if r.kind == "end mark" and r.whole)
    return frozenset([*_table("glued")["ends"], *(words.lower() for words in ends)])


@cache
def _labels() -> _Labels:
    """The words before the colon -> the field's name and what its value must be."""
    return {word: (row["name"], row["value"]) for row in _table("field") for word in row["words"]}


def _labelled(source: str, start: int, end: int, colon: int, name: str, demand: str) -> Field | None:
    value = clean(source, colon + 1, end)
    date = _only_date(value) if demand == "date" else None
    agencies = read_agencies(value) if demand == "source" else ()
    if not value:
        return None
    if demand == "date" and date is None:
        return None
    if demand == "source" and not agencies and (len(value) > 60 or not _are_names(value)):
        return None
    if demand == "number" and not (value[0].isdigit() and len(value) <= 20):
        return None
    if demand == "names" and not _are_names(value):
        return None
    return _field(source, start, end, name, value, date, agencies)


def _field(
    source: str,
    start: int,
    end: int,
    name: str,
    value: str,
    date: WireDate | None = None,
    agencies: tuple[Agency, ...] = (),
) -> Field:
    text = clean(source, start, end)
    return Field(start, end, text, f"field.{name}", name=name, value=value, date=date, agencies=agencies)


def _only_date(value: str) -> WireDate | None:
    """The date that a value is, with no more beside it than a clock or a zone."""
    found = find_date(value, 0, min(len(value), 80))
    if found is None or found.date is None:
        return None
    beside = value[: found.start] + value[found.end :]
    return found.date if len(beside) <= 30 and len(_WORD.findall(beside)) <= 4 else None


_STAMP = pattern(
    r"[A-Z]{2,4}-[A-Z]{2,3}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+"
    r"(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>[A-Z]{2,4})?",
    regex.V1,
)
_ID = pattern(
    r"(?:[A-Z]{2,5}\d?-[A-Z]{2,5}\d?-\d{4}|[A-Z]{2,4}_[A-Z]{3}_\d{8}\.\d{4}|[A-Z]{2,4}\d{6,8}[.-]\d{4}"
    r"|[a-z]\d{4}(?:reuter?)?)(?: \([A-Z][A-Z &.-]{1,40}\))?",
    regex.V1,
)


@cache
def _slug() -> regex.Pattern[str]:
    cycles = "|".join(_table("slug")["cycles"])
    return regex.compile(
        rf"(?:[a-z]{{1,2}} [a-z]{{1,2}} )?(?P<slug>(?:{cycles})-{{1,2}}(?=[A-Z\d])[\w&;.'/-]{{2,60}})"
        r"(?:(?:,? (?:\d[a-z]{2}|[A-Z])[\w -]{0,30})?(?:, ?[a-z]{0,2}\d{1,5})+"
        r"|\s+(?P<month>\d\d)-(?P<day>\d\d)\s+\d{4})?",
        regex.V1,
    )


def _shaped(source: str, start: int, end: int) -> Field | None:
    """A priority, a time stamp, a message id or a slug, known by its shape."""
    head = source[start : start + 9 if end - start > 9 else end]
    if head.partition(" ")[0].casefold() in _first_words():
        text = clean(source, start, end)
        if text in _table("priority")["words"]:
            return _field(source, start, end, "priority", text)
        return _dated(source, start, end, text)
    if "-" not in head and "_" not in head and not head[3:5].isdigit():
        return None
    text = clean(source, start, end)
    if (stamp := _STAMP.fullmatch(text)) is not None:
        return _field(source, start, end, "timestamp", text, _stamped(stamp))
    if (slug := _slug().fullmatch(text)) is not None:
        date = find_date(f"2000-{slug['month']}-{slug['day']}", 0, 10) if slug["month"] else None
        known = date.date if date is not None else None
        partial = WireDate(month=known.month, day=known.day) if known is not None else None
        return _field(source, start, end, "slug", slug["slug"], partial)
    return _field(source, start, end, "id", text) if _ID.fullmatch(text) else None


@cache
def _first_words() -> frozenset[str]:
    """How priorities and time stamps begin, cut as :func:`_shaped` cuts."""
    words = _table("priority")["words"] + _table("timestamp")["words"]
    return frozenset(word[:9].split(" ", 1)[0].casefold() for word in words)


def _stamped(stamp: regex.Match[str]) -> WireDate | None:
    """The time of ``AP-WF-11-13-13 1509GMT``; wires with two figures for the year began in the 1960s."""
    year = century(int(stamp["year"]), first=60)
    words = f"{year}-{stamp['month']}-{stamp['day']} {stamp['hour']}:{stamp['minute']} {stamp['zone'] or ''}"
    found = find_date(words, 0, len(words))
    return None if found is None else found.date


def _dated(source: str, start: int, end: int, text: str) -> Field | None:
    """``Updated 3:21 PM EET, September 11, 2024``."""
    lower = text.casefold()
    for word in _table("timestamp")["words"]:
        if lower.startswith(f"{word} ") and (date := _only_date(text[len(word) + 1 :])) is not None:
            return _field(source, start, end, "timestamp", text, date)
    return None
