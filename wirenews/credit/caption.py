"""The words under a picture that stand among the paragraphs of a story, with the credit of the photo behind them.

A caption is known by how it begins ("FILE - In this Dec. 13, 2016, file photo ..."), by how it ends ("... is seen in
this file photo"), or by the photo's credit behind it ("... on Tuesday. | Photo Credit: PTI"). What is credited is the
photo, never the story. The words are those of ``[captions]`` in the files of the languages.
"""

import re
from functools import cache
from typing import NamedTuple

import regex

from ..agencies import is_house_spelling, lookup, only_agencies, read_agencies
from ..article import Agency, Attribution, Piece
from ..people.lists import is_name
from ..text import tables
from ..text.characters import CLOSED_SENTENCE_ENDS
from ..text.layout import clean
from ..text.patterns import Phrases, pattern
from ..text.rules import Rule
from .photo import LONGEST_PHOTO_CREDIT, read_photo_credit
from .photo_east_asian import is_east_asian, read_taken

# Characters; a block longer than this is never what the name says.
LONGEST_CAPTION = 1200
_LONGEST_CLOSED = 400
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 8  # where no blanks stand between words
_MOST_CREDITS = 3
_OPENING_REACH = 200
# How many letters at its edges say whether a paragraph is worth a closer look, and how prose ends.
_EDGE = 5
PROSE_ENDS = frozenset(".\"”’?!…'»:;,")

RULES = (
    Rule(
        "caption.file",
        "a block that begins as captions do: “FILE -”, “In this May 2, 2024, photo”, “This picture … shows”",
        "FILE - In this May 2, 2024, file photo, cranes stand idle at the port of Lisbon.",
    ),
    Rule(
        "caption.closed",
        "a block that ends as captions do",
        "Cranes stand idle at the port of Lisbon in this file photo.",
    ),
    Rule(
        "caption.credited",
        "words with the credit of a photo behind them",
        "Cranes stand idle at the port of Lisbon on Tuesday. | Photo Credit: AFP",
    ),
    Rule(
        "caption.agency",
        "above the lead: a block that ends with an agency in brackets or behind a slash, where others do not",
        "Cranes stand idle at the port of Lisbon on Tuesday. (Reuters)",
    ),
)
# Where a credit may begin at the end of a caption; a photographer's name and a slash stand there without brackets.
_NAME_AND_AGENCY = pattern(
    r"""(?: \p{Lu} [\p{L}.'’-]*+ (?<!\p{L}{3}\.) [ ] ){1,4}?  # no word that ends a sentence
    \p{Lu} [\p{L}'’-]++ [ ]?/[ ]? \p{Lu} [\p{L}\ ]{1,30}$""",
    regex.X,
)
_AGENCY_AND_NAME = pattern(r"\p{Lu}[\p{L}]{1,20}(?: \p{Lu}[\p{L}]{1,20})?/(?:\p{Lu}[\p{L}.'’-]*+ ?){1,4}$")
# What parts a credit from the words before it: "... at Kochi harbour. — AFP photo".
_PARTING = ("©", " - ", " – ", " — ", " | ")
_BRACKETS = {")": "(", "]": "[", "）": "（"}
_MOST_OWNER_WORDS = 8
_MOST_LABEL_WORDS = 3
_LONGEST_LETTERS = 6


class Caption(NamedTuple):
    """The caption that a block is. One that is not ``is_sure`` counts only above the lead, where no other ends so."""

    piece: Piece
    is_sure: bool


def read_caption(source: str, start: int, end: int) -> Caption | None:
    """The caption that the block ``source[start:end]`` is, the credit of its photo included.

    >>> for line in (
    ...     "Cranes stand idle at the port on Tuesday. (Ann Doe/AFP via Getty Images)",
    ...     "Rain fell, he told The Times. (ANI)",
    ... ):
    ...     caption = read_caption(line, 0, len(line))
    ...     print(caption.piece.rule, caption.is_sure)
    caption.credited True
    caption.agency False
    """
    if end - start > LONGEST_CAPTION or not may_be_caption(source, start, end):
        return None
    credits = _credits(source, start, end)
    stop = credits[-1].start if credits else end
    stop = start + len(source[start:stop].rstrip(" \n|-–—"))
    is_close = is_east_asian(source, start) and stop - start >= _FEWEST_LETTERS
    if not is_close and source.count(" ", start, stop) < _FEWEST_WORDS - 1:
        return None
    is_photo = any(credit.rule == "credit.photo" for credit in credits)
    if _opens_caption(source[start : min(stop, start + _OPENING_REACH)]):
        rule = "caption.file"
    elif _closes_caption(source, start, stop):
        rule = "caption.closed"
    elif is_photo:
        rule = "caption.credited"
    elif credits and source[stop - 1] in CLOSED_SENTENCE_ENDS:
        rule = "caption.agency"
    else:
        return None
    return Caption(Piece(start, end, clean(source, start, end), rule), rule != "caption.agency")


def may_be_caption(source: str, start: int, end: int) -> bool:
    """Whether a block may be a caption by its first letters or its last ones; nearly no paragraph may."""
    if source[end - 1] in PROSE_ENDS:
        return bool(with_caption_edges(source, [(start, end)])) and _has_sign(source, start, end)
    if is_east_asian(source, start) and source.startswith(_words().opens, start):
        return True
    return source[end - 1] in ")]）" or _has_sign(source, max(start, end - LONGEST_PHOTO_CREDIT), end)


def with_caption_edges(source: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blocks that begin with letters that open captions, or do not end as prose does: all that may be captions."""
    begins, ends = _edges()
    return [
        (start, end)
        for start, end in spans
        if source[end - 1] not in PROSE_ENDS
        or source[start : start + _EDGE] in begins
        or source[end - _EDGE : end] in ends
    ]


def _has_sign(source: str, start: int, end: int) -> bool:
    return _signs().are_in(source[start:end])


# -- the words -------------------------------------------------------------------------------------


class _Words(NamedTuple):
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    pictured: re.Pattern[str]
    labels: frozenset[str]


@cache
def _words() -> _Words:
    table, roles = tables.load("pages")["captions"], tables.load("credits")["roles"]
    opens, closes = tuple(table["opens"]), tuple(table["closes"])
    this, pictures, shown = ("|".join(map(re.escape, table[key])) for key in ("this", "pictures", "shown"))
    return _Words(
        opens,
        closes,
        re.compile(
            rf"(?:{this})\b(?:[^.!?]|(?<=[a-z]{{3}})\.|(?<=\d)\.){{0,60}}?\b(?:{pictures})\b.{{0,120}}?\b(?:{shown})\b"
        ),
        frozenset(row for rows in roles["photo"].values() for row in rows),
    )


class _Edges(NamedTuple):
    """The first letters of what opens a caption and the last ones, before a full stop, of what closes one."""

    begins: frozenset[str]
    ends: frozenset[str]


@cache
def _edges() -> _Edges:
    table = tables.load("pages")["captions"]
    begins = [form[:_EDGE] for row in (*table["opens"], *table["this"]) for form in _printed(row + " ")]
    ends = [f"{form[1 - _EDGE :]}." for row in table["closes"] for form in _printed(row)]
    return _Edges(frozenset(begins), frozenset(ends))


def _printed(words: str) -> tuple[str, ...]:
    """Words as they may be printed: in small letters, with a capital, each with one, all in capitals."""
    return words, words[:1].upper() + words[1:], words.title(), words.upper()


@cache
def _signs() -> Phrases:
    return Phrases(tables.load("pages")["captions"]["signs"])


def _opens_caption(text: str) -> bool:
    opening = " ".join(text.casefold().split())
    return opening.startswith(_words().opens) or _words().pictured.match(opening) is not None


def _closes_caption(source: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_CLOSED:
        return False
    return source[max(start, end - _OPENING_REACH) : end].casefold().rstrip(".)）] ").endswith(_words().closes)


# -- the credits behind them -----------------------------------------------------------------------


def _credits(source: str, start: int, end: int) -> tuple[Attribution, ...]:
    """The credits with which a block ends, the last first."""
    found: list[Attribution] = []
    for _ in range(_MOST_CREDITS):
        credit = _credit_at_end(source, start, end)
        if credit is None:
            break
        found.append(credit)
        end = start + len(source[start : credit.start].rstrip(" \n|-–—"))
    return tuple(found)


def _credit_at_end(source: str, start: int, end: int) -> Attribution | None:
    """The last credit of a block: behind a label, behind a sign, in brackets, or a name beside its agency."""
    low = max(start, end - LONGEST_PHOTO_CREDIT)
    taken = read_taken(source, low, end) if is_east_asian(source, start) else None
    if taken is not None:
        return taken
    colon = max(source.rfind(":", low, end), source.rfind("：", low, end), source.rfind("| ", low, end))
    at = _label_before(source, low, colon) if colon > 0 else -1
    if at >= 0:
        return read_photo_credit(source, at, end) or _labelled(source, at, colon + 1, end)
    credit = _behind_sign(source, start, low, end)
    if credit is None and source[end - 1] in _BRACKETS:
        at = source.rfind(_BRACKETS[source[end - 1]], low, end)
        return _in_brackets(source, at, end) if at > start else None
    return credit or _named(source, start, low, end)


def _behind_sign(source: str, start: int, low: int, end: int) -> Attribution | None:
    """What stands behind a dash, a bar or the sign of copyright."""
    sign = max(source.rfind(sign, low, end) for sign in _PARTING)
    if sign <= start:
        return None
    at = sign if source[sign] == "©" else sign + 3
    return read_photo_credit(source, at, end) or _copyrighted(source, at, end)


def _named(source: str, start: int, low: int, end: int) -> Attribution | None:
    """A photographer beside the agency, behind the words of the caption: "... Ann Doe/Reuters"."""
    may_be_named = source.find("/", low, end) > 0
    named = _NAME_AND_AGENCY.search(source, low, end) if may_be_named else None
    if named is None and may_be_named:
        named = _AGENCY_AND_NAME.search(source, low, end)
    at = named.start() if named is not None else start
    if at == start or not _is_behind_words(source, start, at):
        return None
    return read_photo_credit(source, at, end) or _beside_agency(source, at, end)


def _label_before(source: str, low: int, colon: int) -> int:
    """Where the label of a photo begins that a colon closes: "Photo Credit: ..."; -1 where there is none."""
    at = colon
    for _ in range(_MOST_LABEL_WORDS):
        at = max(source.rfind(sign, low, at) for sign in " \n(|")
        if source[at + 1 : colon].rstrip().casefold() in _words().labels:
            return at + 1
        if at <= low:
            break
    return -1


def _labelled(source: str, at: int, behind: int, end: int) -> Attribution | None:
    """What follows a photo's label and is a few words in capitals: "Photo Credit: AFP/KCNA via KNS"."""
    words = source[behind:end].split()
    small = [word for word in words if word[0].islower() and word not in _through()]
    if not words or len(words) > _MOST_OWNER_WORDS or small or words[-1].endswith("."):
        return None
    return _credit(source, at, end, "credit.photo", read_agencies(" ".join(words)))


def _copyrighted(source: str, at: int, end: int) -> Attribution | None:
    """The photographer and agency behind a dash or a sign of copyright: "©Ann Doe (AFP)"."""
    owner = source[at:end].lstrip("© ")
    if source[at] == "©" and (owners := only_agencies(owner)):
        return _credit(source, at, end, "credit.photo", owners)
    name, bracket, agency = owner.partition(" (")
    agencies = only_agencies(agency.rstrip(") ")) if bracket else ()
    return _credit(source, at, end, "credit.photo", agencies) if agencies and is_name(name) else None


def _is_behind_words(source: str, start: int, at: int) -> bool:
    """Whether a sentence or a quotation ends before a name, which otherwise could be a part of it."""
    return source[start:at].rstrip()[-1:] in CLOSED_SENTENCE_ENDS


def _in_brackets(source: str, at: int, end: int) -> Attribution | None:
    """The credit in brackets: of a photo, or an agency alone, or of whom an agency passes on."""
    credit = read_photo_credit(source, at, end)
    if credit is not None:
        return credit
    inner = source[at + 1 : end - 1].strip()
    if inner.casefold() in _marks() and source[:at].rstrip()[-1:] in CLOSED_SENTENCE_ENDS:
        return _credit(source, at, end, "credit.photo", ())
    agencies = only_agencies(inner)
    if agencies:
        return _credit(source, at, end, "credit.agency", agencies)
    for sign in _through():
        _, via, name = inner.rpartition(f" {sign} ")
        agency = lookup(name.partition(",")[0]) if via else None
        if agency is not None:
            return _credit(source, at, end, "credit.photo", (agency,))
    return _beside_agency(source, at, end)


def _beside_agency(source: str, at: int, end: int) -> Attribution | None:
    """The credit "Name, File/Agency", whatever the name is; of an agency that several may be, beside a person."""
    first, _, house = source[at:end].strip("()[] ").rpartition("/")
    name = first.partition(",")[0].strip()
    if not name[:1].isupper():
        return None
    agency = lookup(house.strip())
    if agency is not None and is_house_spelling(agency, house.strip()):
        return _credit(source, at, end, "credit.photo", (agency,))
    is_letters = house.isupper() and len(house) <= _LONGEST_LETTERS
    return _credit(source, at, end, "credit.photo", ()) if is_letters and is_name(name) else None


def _credit(source: str, start: int, end: int, rule: str, agencies: tuple[Agency, ...]) -> Attribution:
    return Attribution(start, end, clean(source, start, end), rule, "photo", agencies)


@cache
def _marks() -> frozenset[str]:
    return frozenset(row for rows in tables.load("credits")["photo"]["marks"].values() for row in rows)


@cache
def _through() -> frozenset[str]:
    return frozenset(row for rows in tables.load("credits")["photo"]["through"].values() for row in rows)
