"""What stands in a story and is not the story: notices, and the fields of its header.

The wordings are rows in ``data/notices.toml``. They are looked up by the first letters of a block,
so that an ordinary paragraph is refused before any pattern is tried.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from . import tables
from .agencies import find_agency, read_agencies
from .article import Agency, Field, Notice, NoticeKind, WireDate
from .dates import find_date

_LONGEST_FIELD = 300
_LONGEST_NAME = 30
_LONGEST = 1000  # characters; a longer block is no notice
_KEY = 4  # letters of a block that are looked up
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "<": ">"}
_ROUND = " \t\r\n\f\v\xa0*_^=-–—~|/"  # printed round a notice, no part of its words
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "`": "'"})


def read_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice that the block ``source[start:end]`` is, when it is nothing else.

    >>> text = "(c) Reuters Limited 1996"
    >>> read_notice(text, 0, len(text)).kind
    'copyright'
    >>> read_notice("Copyright law has changed.", 0, 26) is None
    True
    """
    if not 0 < end - start <= _LONGEST:
        return None
    first = source[start]
    if first.isalpha():
        if not (
            source[start : min(end, start + _KEY)].casefold() in _index()
            or (first >= "\u2e80" and source[start : start + 2] in _index())
            or (end - start <= _CONTACT_LONGEST and (source[end - 1].isdigit() or source[end - 1] == ")"))
        ):
            return None
    elif first in "\"'`“‘”«»„":
        return None
    found = _read(_fold(source[start:end]))
    if found is None:
        return None
    return Notice(start, end, " ".join(source[start:end].split()), *found)


def leading_notice(source: str, start: int, end: int) -> Notice | None:
    """The bracketed notice at the head of a block, before its dateline or lead.

    >>> text = "(Corrects paragraph 7 to show the date) HAVANA (Reuters) - Cuba said"
    >>> notice = leading_notice(text, 0, len(text))
    >>> text[notice.start : notice.end]
    '(Corrects paragraph 7 to show the date)'
    """
    if start >= end or source[start] not in _BRACKETS:
        return None
    close = _closing(source, start, min(end, start + _LONGEST))
    return None if close is None or close + 1 >= end else read_notice(source, start, close + 1)


def closing_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice glued to the end of a block, after its last sentence.

    >>> text = "It gave no details. ($1=119 yen)"
    >>> notice = closing_notice(text, 0, len(text))
    >>> text[notice.start : notice.end]
    '($1=119 yen)'
    """
    for begin in _glued(source, start, end):
        notice = read_notice(source, begin, end)
        if notice is not None:
            return notice
    return None


def read_field(source: str, start: int, end: int) -> Field | None:
    """The header field that the line ``source[start:end]`` is: its name and its value.

    >>> line = "AP-WF-11-13-13 1509GMT"
    >>> field = read_field(line, 0, len(line))
    >>> field.name, field.date.isoformat()
    ('timestamp', '2013-11-13T15:09Z')
    """
    if not 0 < end - start <= _LONGEST_FIELD:
        return None
    colon = source.find(":", start, min(end, start + _LONGEST_NAME))
    if colon < 0:
        colon = source.find("：", start, min(end, start + _LONGEST_NAME))
    if colon > 0:
        kind = _names().get(source[start:colon].strip().casefold())
        if kind is not None:
            return _labelled(source, start, end, colon, *kind)
    return _shaped(source, start, end)


# -- a block of words -> what kind of notice it is ---------------------------------------------------

_Found = tuple[str, NoticeKind, tuple[Agency, ...], WireDate | None]


def _read(text: str) -> _Found | None:
    """Rule, kind, agencies and date of a notice; ``text`` has its white space folded."""
    core, bracketed = _unwrap(text)
    lower = core.casefold()
    return (
        _whole(text, core, bracketed)
        or _symbols(text)
        or _copyright(core, lower)
        or _wording(core, lower, bracketed)
        or _conversion(lower, bracketed)
        or _contact(text, core, bracketed)
    )


def _fold(text: str) -> str:
    return " ".join(text.split()).translate(_STRAIGHT)


def _unwrap(text: str) -> tuple[str, bool]:
    """The words without the dashes and brackets round them, and whether there were brackets.

    >>> _unwrap("((--Chicago newsdesk, 312-408-8787)).")
    ('Chicago newsdesk, 312-408-8787', True)
    """
    bracketed = False
    for _ in range(4):
        text = text.strip(_ROUND)
        inner = text.rstrip(".,;")
        if len(inner) > 2 and inner[0] in _BRACKETS and _closing(inner, 0, len(inner)) == len(inner) - 1:
            text, bracketed = inner[1:-1], True
        else:
            break
    return text, bracketed


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at ``start`` closes."""
    opening, depth = text[start], 0
    closing = _BRACKETS[opening]
    for i in range(start, end):
        if text[i] == opening:
            depth += 1
        elif text[i] == closing:
            depth -= 1
            if not depth:
                return i
    return None


class _Row(NamedTuple):
    id: str
    kind: NoticeKind
    opening: str
    whole: bool
    exact: bool
    brackets: bool
    then: regex.Pattern[str] | None
    has: tuple[str, ...]
    max: int


@cache
def _index() -> dict[str, list[_Row]]:
    """The wordings by their first letters; those that begin with a figure are under "0"."""
    index: dict[str, list[_Row]] = {}
    for row in tables.load("notices")["wording"]:
        then = row.get("then")
        common = (
            row.get("brackets", False),
            regex.compile(then, regex.V1) if then else None,
            tuple(row.get("has", ())),
            row.get("max", 300),
        )
        for key in ("whole", "exact", "opens"):
            for words in row.get(key, ()):
                entry = _Row(row["id"], row["kind"], words, key != "opens", key == "exact", *common)
                index.setdefault(_key(words), []).append(entry)
    for sign in tables.load("notices")["copyright"]["signs"]:
        index.setdefault(_key(sign), [])
    return index


def _key(words: str) -> str:
    """ "0" for figures, two characters of Chinese, Japanese or Korean, else four letters."""
    if words[0].isdigit():
        return "0"
    return words[:2] if words[0] >= "\u2e80" else words[:_KEY].casefold()


def _whole(text: str, core: str, bracketed: bool) -> _Found | None:
    for words in (text, core):
        if not words or len(words) > 80:
            continue
        plain = words.casefold()
        for row in _index().get(_key(words), ()):
            if row.whole and (
                row.opening == words if row.exact else plain.rstrip(".") == row.opening or plain == row.opening
            ):
                if bracketed or not row.brackets:
                    return _found(row)
    return None


def _wording(core: str, lower: str, bracketed: bool) -> _Found | None:
    if not core:
        return None
    for row in _index().get(_key(lower), ()):
        if row.whole or len(core) > row.max or (row.brackets and not bracketed):
            continue
        at = 1 if row.opening == "0" else len(row.opening)
        if row.opening != "0" and not lower.startswith(row.opening):
            continue
        if row.then is not None and row.then.fullmatch(lower, at) is None:
            continue
        if row.has and not any(word in lower[at:] for word in row.has):
            continue
        date = find_date(core, at, len(core)) if row.kind == "embargo" else None
        return _found(row, date.date if date else None)
    return None


def _found(row: _Row, date: WireDate | None = None) -> _Found:
    return f"notice.{row.id}", row.kind, (), date


def _symbols(text: str) -> _Found | None:
    """``###`` and ``___``."""
    bare = text.replace(" ", "")
    if len(bare) >= 2 and (not bare.strip("#") or (len(bare) >= 3 and not bare.strip("_"))):
        return "notice.end-mark", "end mark", (), None
    return None


# -- copyright lines -------------------------------------------------------------------------------

_YEAR = regex.compile(r"\b(?:1[89]|20)\d\d\b(?:\s?[-–,/]\s?(?P<last>(?:1[89]|20)?\d\d)\b)?", regex.V1)
_SENTENCE = regex.compile(r"(?<=\w{3})[.;](?=\s|$)|\ball rights\b|[|]", regex.V1 | regex.I)
_RIGHTS = regex.compile(
    r"rights reserved|may not be|permission|prohibit|redistribut|published|reproduc", regex.V1 | regex.I
)


def _copyright(core: str, lower: str) -> _Found | None:
    rest = _after_sign(lower)
    if rest is None or (len(core) > 200 and not _RIGHTS.search(core)):
        return None
    words = core[len(core) - len(rest) :]
    year = _YEAR.search(words, 0, 80)
    date = WireDate(year=_last_year(year)) if year else None
    if year is not None:
        words = f"{words[: year.start()]} , {words[year.end() :]}"
    owner = _owner(words)
    # "Copyright law has changed since 1996" and clause "(c) The board shall meet" are sentences.
    if not owner and not ((year or "©" in lower[:16]) and _capitalised(_SENTENCE.split(words, maxsplit=1)[0])):
        return None
    return "notice.copyright", "copyright", owner, date


def _after_sign(lower: str) -> str | None:
    """What follows the copyright signs ("copyright (c)"), or None."""
    rest, found = lower, False
    for _ in range(3):
        for sign in tables.load("notices")["copyright"]["signs"]:
            if rest.startswith(sign) and not rest[len(sign) : len(sign) + 1].isalpha():
                rest, found = rest[len(sign) :].lstrip(" :,."), True
                break
        else:
            break
    return rest if found else None


def _last_year(match: regex.Match[str]) -> int:
    first, last = match.group()[:4], match["last"]
    return int(first if last is None else first[: 4 - len(last)] + last)


def _owner(words: str) -> tuple[Agency, ...]:
    """The agency that a copyright line names as its owner."""
    for part in words[:160].split(","):
        name = _SENTENCE.split(part.strip(" .:;-–"), maxsplit=1)[0].strip(" .:;-–")
        while name:
            agency = find_agency(name)
            if agency is not None:
                return (agency,)
            head, _, last = name.rpartition(" ")
            if last.casefold() in tables.load("notices")["copyright"]["company"]:
                name = head
            elif name.casefold().startswith("by "):
                name = name[3:]
            else:
                break
    return ()


# -- contacts --------------------------------------------------------------------------------------

_CONTACT_LONGEST = 160
_PHONE = regex.compile(
    r"""(?<![\w$.,])(?:
        \+{0,2}\s?1?[-\s.]?\(?\d{3}\)?[-\s.]{1,2}\d{3}[-\s.]?\d{4}
      | \+{1,2}\s?\d{1,3}(?:[-\s./]{1,2}\(?\d{1,8}\)?){1,6}
      | \(?\d{1,4}(?:[-\s]\(?\d{1,8}\)?){1,4}(?:/\d{1,2})?
      | \d{10}
    )(?![\w%])""",
    regex.V1 | regex.X,
)
_EMAIL = regex.compile(r"[\w.+'-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}", regex.V1)
_WORD = regex.compile(r"[^\W\d_][\w.'-]*", regex.V1)


def _contact(text: str, core: str, bracketed: bool) -> _Found | None:
    """A desk or a person with a telephone number or an e-mail address, and no sentence."""
    if len(core) > _CONTACT_LONGEST or core.startswith("$"):
        return None
    rest = _EMAIL.sub(" ", core)
    bare = _PHONE.sub(" ", rest)
    mailed, phoned = rest != core, bare != rest and sum(map(str.isdigit, rest)) >= 8
    if not (mailed or phoned) or any(c.isdigit() for c in bare):
        return None
    known = tables.load("notices")["contact"]["words"]
    words = _WORD.findall(bare)
    if any(w.islower() and w.rstrip(".") not in known for w in words):
        return None
    desk = any(w.casefold().rstrip(".") in known[6:16] for w in words)
    dashed = text[0] in "-–—"
    if not (mailed or desk or bracketed or dashed):
        return None
    return "notice.contact", "contact", (), None


# -- conversions -----------------------------------------------------------------------------------

_CONVERSION = regex.compile(
    r"(?:\w{0,3}\p{Sc}? ?1(?:\.0+|00|000)?(?: [\p{L}. ]{1,30})? ?= ?[\p{L}. ]{0,12}\p{Sc}? ?\d{0,9}[.,]?\d{1,9}"
    r"(?: ?[\p{L}.' -]{1,40})?(?:[;,] ?|$)){1,4}",
    regex.V1,
)


def _conversion(lower: str, bracketed: bool) -> _Found | None:
    """``($1=119 yen)``, ``(1 euro = $1.12)``."""
    if "=" not in lower or len(lower) > 160 or not (bracketed or lower[0] in "$1€£"):
        return None
    return ("notice.conversion", "conversion", (), None) if _CONVERSION.fullmatch(lower) else None


# -- notices at the end of a paragraph ---------------------------------------------------------------


def _glued(source: str, start: int, end: int) -> list[int]:
    """Where a notice that ends the block might begin."""
    low = max(start, end - _LONGEST)
    places = []
    tail = source[low:end]
    if tail.rstrip(".,; ")[-1:] in (")", "]", "）"):
        at = _opening(source, low, end)
        if at is not None:
            places.append(at)
    near = max(low, end - 200)
    for sign in ("(c) ", "©", "Copyright "):
        at = source.rfind(sign, near, end)
        if at >= 0:
            places.append(at)
    at = source.rfind("--", max(low, end - _CONTACT_LONGEST), end)
    if at >= 0:
        while at > low and source[at - 1] == "-":
            at -= 1
        places.append(at)
    return [p for p in places if p > start]


def _opening(source: str, low: int, end: int) -> int | None:
    """Where the bracket opens that closes at the end of the block."""
    i = end - 1
    while i > low and source[i] in ".,; ":
        i -= 1
    closing = source[i]
    opening = next((o for o, c in _BRACKETS.items() if c == closing), "")
    depth = 0
    for j in range(i, low - 1, -1):
        if source[j] == closing:
            depth += 1
        elif source[j] == opening:
            depth -= 1
            if not depth:
                return j
    return None


# -- header fields ---------------------------------------------------------------------------------


@cache
def _names() -> dict[str, tuple[str, str]]:
    """The words before the colon -> the field's name and what its value must be."""
    return {word: (row["name"], row["value"]) for row in tables.load("notices")["field"] for word in row["words"]}


def _labelled(source: str, start: int, end: int, colon: int, name: str, kind: str) -> Field | None:
    value = " ".join(source[colon + 1 : end].split())
    if not value:
        return None
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()
    if kind == "date":
        date = _only_date(value)
        if date is None:
            return None
    elif kind == "source":
        agencies = read_agencies(value)
        if not agencies and (len(value) > 60 or not _capitalised(value)):
            return None
    elif kind == "number":
        if not value[0].isdigit() or len(value) > 20:
            return None
    elif kind == "names" and not _capitalised(value):
        return None
    return _field(source, start, end, f"field.{name}", name, value, date, agencies)


def _field(
    source: str,
    start: int,
    end: int,
    rule: str,
    name: str,
    value: str,
    date: WireDate | None = None,
    agencies: tuple[Agency, ...] = (),
) -> Field:
    text = " ".join(source[start:end].split())
    return Field(start, end, text, rule, name=name, value=value, date=date, agencies=agencies)


def _only_date(value: str) -> WireDate | None:
    """The date that a value is, with little beside it (a clock, a zone)."""
    found = find_date(value, 0, min(len(value), 80))
    if found is None or found.date is None:
        return None
    beside = value[: found.start] + value[found.end :]
    return found.date if len(beside) <= 30 and len(_WORD.findall(beside)) <= 4 else None


def _capitalised(value: str) -> bool:
    """Whether these are names: no word but particles begins with a small letter."""
    return not any(w[0].islower() and w not in _PARTICLES and "." not in w for w in _WORD.findall(value))


_PARTICLES = frozenset(
    (
        "by",
        "and",
        "of",
        "the",
        "for",
        "in",
        "de",
        "von",
        "van",
        "der",
        "den",
        "da",
        "di",
        "del",
        "la",
        "le",
        "el",
        "al",
        "und",
        "et",
        "y",
        "e",
    )
)

_SLUG = regex.compile(
    r"(?:[a-z]{1,2} [a-z]{1,2} )?(?P<slug>(?:AM|PM|BC|AP|BUD|RM|WX|LT)-{1,2}(?=[A-Z\d])[\w&;.'/-]{2,60})"
    r"(?:(?P<rest>,? (?:\d[a-z]{2}|[A-Z])[\w -]{0,30})?(?:, ?[a-z]{0,2}\d{1,5})+|\s+(?P<month>\d\d)-(?P<day>\d\d)\s+\d{4})?",
    regex.V1,
)
_STAMP = regex.compile(
    r"(?P<id>[A-Z]{2,4}-[A-Z]{2,3})-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>[A-Z]{2,4})?",
    regex.V1,
)
_ID = regex.compile(
    r"(?:[A-Z]{2,5}\d?-[A-Z]{2,5}\d?-\d{4}|[A-Z]{2,4}_[A-Z]{3}_\d{8}\.\d{4}|[A-Z]{2,4}\d{6,8}[.-]\d{4}|[a-z]\d{4}(?:reute|reuter)?)"
    r"(?: \([A-Z][A-Z &.-]{1,40}\))?",
    regex.V1,
)


def _shaped(source: str, start: int, end: int) -> Field | None:
    """A slug, a time stamp, a message id or a priority, known by its shape."""
    if end - start > 100:
        return None
    text = " ".join(source[start:end].split())
    if text in _priorities():
        return _field(source, start, end, "field.priority", "priority", text)
    stamp = _STAMP.fullmatch(text)
    if stamp is not None:
        return _field(source, start, end, "field.timestamp", "timestamp", text, _stamped(stamp))
    slug = _SLUG.fullmatch(text)
    if slug is not None:
        date = None
        if slug["month"]:
            found = find_date(f"2000-{slug['month']}-{slug['day']}", 0, 10)
            if found is not None and found.date is not None:
                date = WireDate(month=found.date.month, day=found.date.day)
        return _field(source, start, end, "field.slug", "slug", slug["slug"], date)
    if _ID.fullmatch(text):
        return _field(source, start, end, "field.id", "id", text)
    return _timestamp(source, start, end, text)


@cache
def _priorities() -> frozenset[str]:
    return frozenset(word for row in tables.load("notices")["priority"] for word in row["words"])


def _stamped(stamp: regex.Match[str]) -> WireDate | None:
    century = "19" if stamp["year"] >= "50" else "20"
    words = f"{century}{stamp['year']}-{stamp['month']}-{stamp['day']} {stamp['hour']}:{stamp['minute']} {stamp['zone'] or ''}"
    found = find_date(words, 0, len(words))
    return found.date if found is not None else None


def _timestamp(source: str, start: int, end: int, text: str) -> Field | None:
    """``Updated 3:21 PM EET, September 11, 2024``."""
    lower = text.casefold()
    for word in tables.load("notices")["timestamp"]["words"]:
        if lower.startswith(word + " "):
            date = _only_date(text[len(word) + 1 :])
            if date is not None:
                return _field(source, start, end, "field.timestamp", "timestamp", text, date)
    return None
