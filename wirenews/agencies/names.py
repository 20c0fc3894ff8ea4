"""Names of agencies as they are printed: lists of them, and how an agency spells its own.

There is one reader of lists, for datelines, bylines and credits alike. The words that join names are the rows of
``joiners`` of ``[names]`` in the files of the languages, and of ``[agencies]`` those that join agencies only.
"""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple, TypeAlias

import regex

from ..article import Agency
from ..text import tables
from ..text.characters import EAST_ASIA
from ..text.patterns import plain_pattern
from .registry import find_titled, is_address, lookup

_LONGEST_LIST = 160
_MOST_NAMES = 12
_MOST_ALONE = 8
_MOST_RUN_TOGETHER = 4
_LONGEST_RUN_TOGETHER = 24
_LONGEST_DESK = 4


def read_agencies(
    text: str, *, country: str | None = None, language: str | None = None, known: tuple[Agency, ...] = ()
) -> tuple[Agency, ...]:
    """The known agencies of a list as it stands in a dateline or a credit, each once, in order.

    >>> [a.id for a in read_agencies("AP, AFP, dpa i Reuters")]
    ['ap', 'afp', 'dpa', 'reuters']
    >>> [a.id for a in read_agencies("ACAN - EFE")], [a.id for a in read_agencies("dpa/lno")]
    (['acan-efe'], ['dpa'])
    >>> read_agencies("RADIO VENCEREMOS")
    ()
    """
    look = partial(lookup, country=country, language=language, known=known)
    whole = look(text)
    if whole is not None:
        return (whole,)
    if not _may_be_list(text):
        return ()
    titled = partial(find_titled, country=country, language=language, known=known)
    return _agencies_of(_items(text, look, titled))


@lru_cache(maxsize=256)
def only_agencies(
    text: str, *, country: str | None = None, language: str | None = None, known: tuple[Agency, ...] = ()
) -> tuple[Agency, ...]:
    """The agencies of a text that names nothing else but a desk or a date, all in their house spelling.

    >>> [a.id for a in only_agencies("ТАСС и Интерфакс")], [a.id for a in only_agencies("APA, 11.9.2015")]
    (['tass', 'interfax'], ['apa'])
    >>> only_agencies("AP and Ann Doe"), only_agencies("ani")
    ((), ())
    """
    look = partial(lookup, country=country, language=language, known=known)
    whole = look(text)
    if whole is not None and is_house_spelling(whole, text):
        return (whole,)
    items = _items(text, look, look) if _may_be_list(text) else []
    if _is_agency_and_desk(items, text):
        return items[0].agencies
    named = _without_dates(items)
    return _agencies_of(named) if _are_agencies_alone(named, text) else ()


def is_house_spelling(agency: Agency, text: str) -> bool:
    """Whether a name looks as the agency prints it: a lower-case ``ani`` or a ``Sun`` is a word like any other.

    Names of two words, names in capitals, names of five letters that are the whole name, and names spelt to the
    letter do; so do the addresses of sites.
    """
    if " " in text or "/" in text or text.isupper() or not text.isascii() or is_address(text):
        return True
    if text in (agency.short, agency.name, agency.native) or text in agency.aliases:
        return True
    return len(text) >= 5 and (text.lower() == agency.short.lower() or text.casefold() in _names_in_any_case(agency))


@cache
def _names_in_any_case(agency: Agency) -> frozenset[str]:
    return frozenset(name.casefold() for name in (agency.id, agency.name, *agency.aliases))


# ---------------------------------------------------------------- lists

_Look: TypeAlias = Callable[[str], Agency | None]


class _Item(NamedTuple):
    """One part of a list, and whom it names."""

    printed: str
    agencies: tuple[Agency, ...]
    is_house_spelling: bool


def _may_be_list(text: str) -> bool:
    """Whether a text is short and has two words, or is of a script that leaves no blanks between them."""
    return len(text) <= _LONGEST_LIST and not (text.isalpha() and max(text) < EAST_ASIA)


def _agencies_of(items: list[_Item]) -> tuple[Agency, ...]:
    """The agencies of a list, each once."""
    return tuple({agency.id: agency for item in items for agency in item.agencies}.values())


def _items(text: str, look: _Look, titled: _Look) -> list[_Item]:
    """The parts of a list, the longest names first: "ACAN - EFE" is one agency, "AFP - EFE" two.

    Only between two cuts may a name have a title: "Reuters and AP staff" are two.
    """
    cuts = [(0, 0), *(m.span() for m in _separator().finditer(text)), (len(text), len(text))]
    if len(cuts) > _MOST_NAMES + 1:
        return []
    found: list[_Item] = []
    i = 0
    while i < len(cuts) - 1:
        for j in range(len(cuts) - 1, i, -1):
            if not text[cuts[j - 1][1] : cuts[j][0]].strip():
                continue  # no name ends with a comma
            name = text[cuts[i][1] : cuts[j][0]].strip()
            agency = (titled if j == i + 1 else look)(name)
            if agency is not None:
                found.append(_Item(name, (agency,), is_house_spelling(agency, name)))
                i = j
                break
        else:
            name = text[cuts[i][1] : cuts[i + 1][0]].strip()
            if name:
                found.append(_run_together(name, look))
            i += 1
    return found


def _run_together(text: str, look: _Look) -> _Item:
    """The agencies of "ats afp" and "TELAM-DPA": names with no more than a blank or a hyphen between, all known."""
    parts = text.replace("-", " ").split()
    found = [look(part) for part in parts] if 1 < len(parts) <= _MOST_RUN_TOGETHER else []
    agencies = tuple(agency for agency in found if agency is not None)
    if not agencies or len(agencies) < len(parts):
        return _Item(text, (), False)
    sure = len(text) <= _LONGEST_RUN_TOGETHER and any(map(is_house_spelling, agencies, parts))
    return _Item(text, agencies, sure)


def _without_dates(items: list[_Item]) -> list[_Item]:
    """The parts of a list that begins with an agency, without the dates in it; any other list as it is."""
    if not items or not items[0].agencies:
        return items
    return [item for item in items if item.agencies or not _is_date(item.printed)]


def _are_agencies_alone(items: list[_Item], text: str) -> bool:
    """Whether all parts of a list are agencies, in their house spelling: of "ats/afp" one is enough."""
    if not 0 < len(items) <= _MOST_ALONE or not all(item.agencies for item in items):
        return False
    enough = all if " " in text else any
    return enough(item.is_house_spelling for item in items)


def _is_agency_and_desk(items: list[_Item], text: str) -> bool:
    """Whether a text is "dpa/lno" or "ritzau/FINANS"."""
    if len(items) != 2 or "/" not in text or not items[0].is_house_spelling or items[1].agencies:
        return False
    desk = items[1].printed
    short = len(desk) <= _LONGEST_DESK and desk.islower()
    return desk.isalpha() and (desk.isupper() or short) and text.endswith(f"/{desk}")


_DATE = plain_pattern(r"[\d.,:/\s–-]+(?:[^\W\d_]+\.?[\d.,:/\s–-]*)?")


def _is_date(text: str) -> bool:
    return any(c.isdigit() for c in text) and _DATE.fullmatch(text) is not None


@cache
def _separator() -> regex.Pattern[str]:
    """What stands between two agencies of a list: a sign, a word between blanks, a word of a script without blanks."""
    joins = tables.load("agencies")["joins"]
    spaced = {*joins["joiners"], *(word for words in tables.load("credits")["joiners"].values() for word in words)}
    lists = (spaced, joins["joined"], joins["prefixed"])
    words, close, before = ("|".join(map(regex.escape, sorted(listed))) for listed in lists)
    return regex.compile(
        rf"[/／,，،;；、|+&]|(?<=\s)[-–—](?=\s)|(?<=\s)(?:{words})(?=\s)|(?<=\s)(?:{before})(?=\p{{Arabic}})"
        rf"|(?<=[^\W\p{{Latin}}])(?:{close})(?=\s?\w)",
        regex.IGNORECASE,
    )


# ---------------------------------------------------------------- cheap tests


def may_name_agency(line: str) -> bool:
    """Whether the first or the last word of a line is one that names of agencies begin or end with.

    It refuses nearly every line before its words are folded and looked up. It does not know of misprints.

    >>> may_name_agency("AP Sports Writer"), may_name_agency("Ann Doe/REUTERS"), may_name_agency("Rain fell in Lima")
    (True, True, False)
    """
    if not line.isascii():
        return True
    firsts, lasts = first_and_last_words()
    first, _, rest = line.lower().partition(" ")
    last = rest.rpartition(" ")[2] or first
    if first in firsts or last in lasts:
        return True
    if first.isalpha() and last.isalpha():
        return False
    return "/" in last or _bare(first) in firsts or _bare(last) in lasts or is_address(line)


def ends_agency(line: str) -> bool:
    """Whether the last word of a line is one that names of agencies end with."""
    if not line.isascii():
        return True
    lasts = first_and_last_words()[1]
    last = line[line.rfind(" ") + 1 :].lower()
    return last in lasts or (not last.isalpha() and ("/" in last or "-" in last or _bare(last) in lasts))


def _bare(word: str) -> str:
    return word.strip(".,:;()[]-=*_").replace(".", "")


@cache
def first_and_last_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of the names of agencies: in lower case, printed in full and without signs."""
    table = tables.load("agencies")
    return frozenset(table["first_words"].split()), frozenset(table["last_words"].split())


@cache
def names_without_blanks() -> dict[str, tuple[str, ...]]:
    """The names in Chinese, Japanese and Korean, by their first character, the longest first."""
    return {sign: tuple(names.split("|")) for sign, names in tables.load("agencies")["without_blanks"].items()}
