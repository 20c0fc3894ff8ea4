"""Notices without a fixed wording, known by their shape: copyright lines, contacts, rates of exchange, drawn lines."""

import re
from functools import cache
from typing import Any, NamedTuple

import regex

from ..agencies import find_agency
from ..article import Agency
from ..kinds import NoticeKind
from ..text import tables
from ..text.patterns import pattern, plain_pattern
from ..text.rules import Rule
from ..wire_date import WireDate

RULES = (
    Rule(
        "notice.copyright",
        "A sign or the word, a year, and an agency or another name; behind it nothing but terms.",
        "(c) Reuters Limited 1996",
    ),
    Rule(
        "notice.contact",
        "A desk or a person with a telephone number or an e-mail address, and no sentence.",
        "-- Oslo newsroom, +47 22 55 01 00",
    ),
    Rule("notice.conversion", "One or more rates of exchange.", "($1 = 119 yen)"),
    Rule("notice.end-mark", "A line drawn with one sign.", "###"),
)


class Found(NamedTuple):
    """What notice a block is."""

    rule: str
    kind: NoticeKind
    agencies: tuple[Agency, ...] = ()
    date: WireDate | None = None


class Words(NamedTuple):
    """The words of a block: white space folded, quotes straight."""

    text: str
    core: str  # without the dashes and brackets round it; may be empty
    bracketed: bool


@cache
def table(name: str) -> Any:
    """A part of the table of notices."""
    return tables.load("notices")[name]


# -- lines drawn with a sign -----------------------------------------------------------------------

_SHORTEST_LINE = {"#": 2, "_": 3, "—": 3}


def drawn_line(words: Words) -> Found | None:
    """``###``, ``___``, ``— — —``."""
    text = words.text.rstrip(".") or words.text
    sign = text[0]
    count = text.count(sign) + words.text.endswith(".")
    is_line = sign in _SHORTEST_LINE and count >= _SHORTEST_LINE[sign]
    return Found("end-mark", "end mark") if is_line and set(text) <= {sign, " "} else None


# -- copyright lines -------------------------------------------------------------------------------

_YEAR = plain_pattern(r"\b(?:1[89]|20)\d\d\b(?:\s?[-–,/]\s?(?P<last>(?:1[89]|20)?\d\d)\b)?")
_LONGEST_WITHOUT_TERMS = 200
_OWNER_WITHIN = 160
_BESIDE_AN_OWNER = " .:;-–"


def copyright_line(words: Words) -> Found | None:
    """``(c) Reuters Limited 1996``, ``Copyright 2017 The Associated Press. All rights reserved. ...``."""
    core = words.core
    signs = copyright_signs().match(core) if _may_begin_with_sign(core) else None
    if signs is None or (len(core) > _LONGEST_WITHOUT_TERMS and not _terms().search(core)):
        return None
    owned = core[signs.end() :]
    year = _YEAR.search(owned, 0, 80)
    owner = owner_of(without_year(owned))
    # "Copyright law has changed since 1996" and "(c) The board shall meet" are sentences, not lines.
    is_marked = year or "©" in core[:16] or _terms().search(owned)
    if not owner and not (is_marked and are_names(_stop().split(owned, maxsplit=1)[0])):
        return None
    return Found("copyright", "copyright", owner, year_of(core))


def without_year(owned: str) -> str:
    """What stands behind the sign of a copyright, with a comma where the year was."""
    year = _YEAR.search(owned, 0, 80)
    return owned if year is None else f"{owned[: year.start()]} , {owned[year.end() :]}"


def year_of(core: str) -> WireDate | None:
    """The year of a copyright line, the last of several."""
    match = _YEAR.search(core, 0, 120)
    if match is None:
        return None
    first, last = match.group()[:4], match["last"] or ""
    return WireDate(year=int(first[: 4 - len(last)] + last))


def owner_of(words: str) -> tuple[Agency, ...]:
    """The agency that a copyright line names."""
    for part in words[:_OWNER_WITHIN].split(","):
        name = _stop().split(part.strip(_BESIDE_AN_OWNER), maxsplit=1)[0].strip(_BESIDE_AN_OWNER)
        while name:
            agency = find_agency(name) or _named_in_short_and_in_full(name)
            if agency is not None:
                return (agency,)
            name = _without_company(name)
    return ()


def _named_in_short_and_in_full(name: str) -> Agency | None:
    """The agency of "dpa Deutsche Presse-Agentur"."""
    short, _, full = name.partition(" ")
    agency = find_agency(short)
    return agency if agency is not None and agency == find_agency(full) else None


def _without_company(name: str) -> str:
    """The name of an owner without the form of company behind it or the "by" before it; "" when it has none."""
    head, _, last = name.rpartition(" ")
    if last.casefold() in table("copyright")["company"]:
        return head.rstrip(_BESIDE_AN_OWNER)
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in table("copyright")["by"] else ""


def _may_begin_with_sign(core: str) -> bool:
    """Whether words begin with a letter or a sign that a copyright line begins with: nearly none do."""
    return core[:1].casefold() in _first_letters()


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(["c", *(sign[0].casefold() for sign in table("copyright")["signs"])])


@cache
def copyright_signs() -> re.Pattern[str]:
    """The pattern of what a copyright line begins with: up to three signs ("copyright (c)"), or "c." before a year."""
    row = table("copyright")
    words = "|".join(re.escape(sign) for sign in row["signs"] if sign not in row["closed_signs"])
    closed = "|".join(map(re.escape, row["closed_signs"]))
    return re.compile(rf"(?:(?:{closed}|(?:{words})(?![^\W\d_]))[ :,.]*+){{1,3}}|c\. ?(?=(?:19|20)\d\d\b)", re.I)


@cache
def _terms() -> re.Pattern[str]:
    return re.compile("|".join(table("copyright")["terms"]), re.I)


@cache
def _stop() -> regex.Pattern[str]:
    """What the name of an owner ends at."""
    words = "|".join(table("copyright")["stop"])
    return regex.compile(rf"(?<=\w{{3}})[.;](?=\s|$)|\b(?:{words})\b|[|]", regex.I)


_WORD = pattern(r"[^\W\d_][\w.'-]*")


def are_names(words: str) -> bool:
    """Whether no word but particles ("of", "von") and addresses begins with a small letter.

    >>> are_names("The Harbour Courier of Lima"), are_names("The board shall meet")
    (True, False)
    """
    particles = table("names")["particles"]
    return not any(word[0].islower() and "." not in word and word not in particles for word in words_of(words))


def words_of(text: str) -> list[str]:
    """The words of a text, without figures."""
    return _WORD.findall(text)


# -- contacts --------------------------------------------------------------------------------------

LONGEST_CONTACT = 160
_FEWEST_FIGURES = 7
_FULL_NUMBER = plain_pattern(
    r"""(?<![\w$.,])(?:
        (?:\+?\s?1[-\s.])?(?:\(\d{3}\)\s?|\d{3}[-\s./]\s?)\d{3}[-\s.]?\d{4}
      | \+{1,2}\s?\d{1,3}(?:[-\s./]{1,2}\(?\d{1,8}\)?){1,6}
      | \d{10}
    )(?![\w%])""",
    re.X,
)
_LOOSE_NUMBER = plain_pattern(
    r"(?<![\w$.,])(?!\d{4}-\d\d-\d\d)\(?\d{1,4}\)?(?:[-\s]\(?\d{1,8}\)?){1,4}(?:/\d{1,2})?(?![\w%])"
)
_FIGURES = b"0123456789"
_ADDRESS = plain_pattern(r"[\w.+'-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}")
_INITIALS = plain_pattern(r" [a-z]{2,3}(?:/[a-z]{2,4}){1,3}$")


def contact(words: Words) -> Found | None:
    """A desk or a person with a telephone number or an e-mail address, and no sentence."""
    if len(words.core) > LONGEST_CONTACT or not may_reach_somebody(words.core):
        return None
    told = _INITIALS.sub("", words.core) if "/" in words.core else words.core
    names_and_numbers = _ADDRESS.sub(" ", told) if "@" in told else told
    names = words_of(names_and_numbers)
    at_desk = _names_a_desk(names)
    stands_apart = at_desk or words.bracketed or words.text[0] in "-–—" or len(names) <= 1
    if not stands_apart or _are_of_a_sentence(names):
        return None
    rest = _without_numbers(names_and_numbers, at_desk)
    is_contact = rest != told and not _count_figures(rest)
    return Found("contact", "contact") if is_contact else None


def _names_a_desk(names: list[str]) -> bool:
    return any(name.casefold().rstrip(".") in table("contact")["desks"] for name in names)


def _are_of_a_sentence(names: list[str]) -> bool:
    """Whether one of the words is in small letters, and none of those beside telephone numbers."""
    allowed = table("contact")["words"]
    return any(name.islower() and name.rstrip(".") not in allowed for name in names)


def may_reach_somebody(text: str) -> bool:
    """Whether a text has the sign of an e-mail address, that before a country's number, or enough figures."""
    if "@" in text or "+" in text:
        return True
    figures = len(text) - len(text.encode().translate(None, _FIGURES)) if text.isascii() else _count_figures(text)
    return figures >= _FEWEST_FIGURES


def _without_numbers(text: str, at_desk: bool) -> str:
    """A text without its telephone numbers; of a desk with those too that are no more than figures with blanks."""
    rest = _FULL_NUMBER.sub(" ", text)
    return _LOOSE_NUMBER.sub(" ", rest) if at_desk and _count_figures(rest) >= _FEWEST_FIGURES else rest


def _count_figures(text: str) -> int:
    return sum(map(str.isdigit, text))


# -- rates of exchange -----------------------------------------------------------------------------


def conversion(words: Words) -> Found | None:
    """``($1=119 yen)``, ``(1 euro = $1.12)``."""
    core = words.core
    if not (words.bracketed or core.startswith(("$", "€", "£"))) or not _may_be_rate(core):
        return None
    return Found("conversion", "conversion") if _rate().fullmatch(core) else None


def _may_be_rate(core: str) -> bool:
    """Whether a text says that one thing equals another."""
    lower = core.casefold()
    return any(word in lower for word in table("conversion")["equals"])


@cache
def _rate() -> regex.Pattern[str]:
    row = table("conversion")
    one, equals = ("|".join(map(regex.escape, row[name])) for name in ("one", "equals"))
    return regex.compile(
        rf"""(?:
            (?:\p{{L}}{{0,3}}\s?\p{{Sc}}?\s?1(?:\.0+|00|000)?|\p{{L}}{{0,2}}\p{{Sc}}|{one})(?:\s[\p{{L}}.\s]{{1,30}})?
            \s?(?:{equals})\s?
            (?:[\p{{L}}.]{{0,12}}\s?\p{{Sc}}?\s?)(?:\d[\d,]{{0,12}}(?:\.\d{{1,9}})?|\.\d{{1,9}})(?:\s?[\p{{L}}.'\s-]{{1,40}})?
            (?:[;,]\s?|$)
        ){{1,4}}""",
        regex.X | regex.I,
    )
