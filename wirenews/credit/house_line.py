"""The line with which a house closes a story: an agency or a publisher, and beside it initials, a desk, a date.

``(APA/dpa, 1.11.2015)``, ``(red, 13.02.16)``, ``ZANIS/ENDS/JM``, ``WAM/Ann Doe``, ``(China Daily 10/03/2017 page4)``:
whatever the brackets and slashes, such a line is made of the same few parts. :func:`read_house_line` cuts it into
them, and a table says which parts together make a closing line.
"""

from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

import regex

from ..agencies import is_house_spelling, is_shared, lookup, only_agencies
from ..article import Agency, Person
from ..dates.find import find_date
from ..notice.read import read_notice
from ..people.lists import is_name, read_person
from ..people.words import refused_words, words_of
from ..places.lookup import is_place
from ..text.characters import AROUND, CLOSING_BRACKETS, OPENING_BRACKETS
from ..text.language import is_common_word
from ..text.patterns import pattern, plain_pattern
from ..text.rules import Evidence, listed
from ..wire_date import WireDate

_MOST_PARTS = 8
_MOST_CODES = 7
_MOST_WORDS_JOINED = 3
_MOST_AGENCY_WORDS = 3
_MOST_NAME_WORDS = 5
_MOST_FIGURES = 2

_Kind: TypeAlias = Literal["agency", "initials", "desk", "end", "page", "name"]


class HouseLine(NamedTuple):
    """Who signs such a line; ``rule`` says by which of the rows below it is one."""

    rule: str
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()


class Told(NamedTuple):
    """What a story tells of itself, by which a name that several agencies use is settled."""

    country: str | None = None
    language: str | None = None
    known: tuple[Agency, ...] = ()


NOTHING_TOLD = Told()


class _Part(NamedTuple):
    kind: _Kind
    agencies: tuple[Agency, ...] = ()
    name: str = ""


class _Line(NamedTuple):
    text: str
    parts: list[_Part]
    is_dated: bool
    is_attributed: bool  # whether a word before it says whose copy it is: "Theo TTXVN"

    def has(self, kind: _Kind) -> bool:
        return any(part.kind == kind for part in self.parts)


# -- which parts together are a closing line -------------------------------------------------------


def _has_agency(line: _Line) -> bool:
    return line.has("agency")


def _has_name(line: _Line) -> bool:
    return line.has("name")


def _names_people(line: _Line) -> bool:
    """Whether slashes join the names of people, and nothing else, to the agency that comes first."""
    first, *others = line.parts
    if not others or not all(part.kind == "name" and is_name(part.name) for part in others):
        return False
    is_of_one_script = line.text[0].isascii() == others[0].name[0].isascii()
    return bool(first.agencies) and is_of_one_script and line.text.count("/") == len(others)


def _is_one_name(line: _Line) -> bool:
    """Whether a line holds one name, which is no place, and perhaps a page."""
    names = [part.name for part in line.parts if part.kind == "name"]
    return len(names) == 1 and not is_place(names[0]) and all(part.kind in ("name", "page") for part in line.parts)


def _sells_photos(line: _Line) -> bool:
    """Whether "REUTERS/Ann Doe" would be the credit of a photo."""
    return any(agency.kind in ("international", "photo") for part in line.parts for agency in part.agencies)


def _is_bracketed(line: _Line) -> bool:
    shown = line.text.rstrip(". ")
    return line.text[0] in OPENING_BRACKETS and shown[-1] in CLOSING_BRACKETS


def _is_set_off(line: _Line) -> bool:
    """Whether a line stands in brackets or between slashes."""
    return _is_bracketed(line) or _BETWEEN_SLASHES.fullmatch(line.text.strip()) is not None


def _has_desk(line: _Line) -> bool:
    return line.has("desk")


def _is_dated(line: _Line) -> bool:
    return line.is_dated


def _is_attributed(line: _Line) -> bool:
    return line.is_attributed


def _are_initials(line: _Line) -> bool:
    return all(part.kind in ("initials", "end") for part in line.parts)


def _are_joined(line: _Line) -> bool:
    """Whether a sign joins the initials: "hh/ph", "ESF/MTN", "RRL // MCL", "cm-kjd"."""
    behind_end_mark = line.text.strip(_BESIDE).rpartition(")")[2]
    return _JOINED.fullmatch(behind_end_mark.strip(_BESIDE)) is not None


def _are_alone(line: _Line) -> bool:
    """Whether the initials are one set of small letters, and no word."""
    shown = line.text.strip(AROUND)
    if not (_ALONE.fullmatch(shown) or _BETWEEN_SLASHES.fullmatch(line.text.strip())) or is_common_word(shown):
        return False
    return read_notice(line.text, 0, len(line.text)) is None  # "(fin)"


def _are_three_by_three(line: _Line) -> bool:
    return _THREES.fullmatch(line.text) is not None and not any(map(is_common_word, line.text.split()))


def _holds_words(line: _Line) -> bool:
    """Whether one of the initials is a word that nobody is called: "and/or", but "ap/kam/bfi/an"."""
    words = line.text.lower().replace("/", " ").replace("-", " ").split()
    return len(words) <= _MOST_WORDS_JOINED and not refused_words().isdisjoint(words)


_ROWS: tuple[Evidence[_Line], ...] = (
    Evidence(
        "credit.signed",
        "an agency, and behind a slash who wrote it",
        "WAM/Nora Fielding",
        (_has_agency, _names_people),
        unless=(_sells_photos,),
    ),
    Evidence(
        "credit.initials",
        "initials, a desk or an end mark beside an agency; without an agency at least two of them joined by a slash or "
        "a hyphen, or of three small letters, or one of small letters in brackets, which is no common word",
        "lo/rm (AP, dpa)",
        (_has_agency,),
        unless=(_has_name,),
    ),
    Evidence("credit.initials", "", "ESF/MTN", (_are_initials, _are_joined), unless=(_holds_words,)),
    Evidence("credit.initials", "", "pba dav", (_are_initials, _are_three_by_three), unless=(_holds_words,)),
    Evidence("credit.initials", "", "(fd)", (_are_initials, _is_set_off, _are_alone), unless=(_holds_words,)),
    Evidence("credit.initials", "", "(fd, 13.2.2016)", (_are_initials, _is_bracketed, _is_dated)),
    Evidence(
        "credit.desk",
        "a desk that signs in an agency's place, in brackets, with initials or a date or alone",
        "(red, 13.02.16)",
        (_has_desk, _is_bracketed),
        unless=(_has_name,),
    ),
    Evidence(
        "credit.publisher",
        "a name in capitals that is no place, with a day, and perhaps a page, in brackets; or behind a word that says "
        "whose copy it is",
        "(Harbour Courier 10/03/2017 page4)",
        (_is_one_name, _is_bracketed, _is_dated),
    ),
    Evidence("credit.publisher", "", "Theo Cảng Tin", (_is_one_name, _is_attributed)),
)
RULES = tuple(rule for rule in listed(*_ROWS) if rule.about)


@lru_cache(maxsize=256)
def read_house_line(text: str, told: Told = NOTHING_TOLD) -> HouseLine | None:
    """Who signs the closing line that a text is; ``None`` when it is none. The same lines stand below many stories.

    >>> [agency.id for agency in read_house_line("(APA/dpa/red - 1.11. 2015)").agencies]
    ['apa', 'dpa']
    >>> read_house_line("(red, 13.02.16)").rule, read_house_line("ESF/MTN").rule
    ('credit.desk', 'credit.initials')
    >>> read_house_line("Officials told AP") is None
    True
    """
    line = _line_of(text, told)
    if line is None:
        return None
    for row in _ROWS:
        if row.holds(line):
            agencies = dict.fromkeys(agency for part in line.parts for agency in part.agencies)
            people = [read_person(part.name) for part in line.parts if part.name] if row.rule == "credit.signed" else []
            return HouseLine(row.rule, tuple(agencies), tuple(person for person in people if person is not None))
    return None


# -- the parts -------------------------------------------------------------------------------------

_BESIDE = " \t\n.,:;=*_#|•·–—-()[]（）"
_SEPARATORS = pattern(r"\s*(?:[/／,;|()\[\]（）［］\n]|\s-+\s|-{2,}|[–—])+\s*")
_JOINED = pattern(
    r"""\p{Lu}{2,4} (?: \s?//?\s? \p{Lu}{2,4} ){1,5} | \p{Ll}{2,4} (?: [/-] \p{Ll}{2,4} ){1,5}
    | \p{Ll}{2,4}/ (?: \s? \p{Ll}{2,4}/ ){1,4} | \p{Lu}{2,4}/\p{Lu}{0,4}\d{5,9}""",
    regex.X,
)
_ALONE = pattern(r"\p{Ll}{2,3}")
_BETWEEN_SLASHES = pattern(r"/\p{Lu}{2,3}/|/\p{Ll}{2,3}/")
_THREES = pattern(r"\p{Ll}{3}(?:\s\p{Ll}{3}){1,2}")
_CLOCK = plain_pattern(r"\b\d{1,2}:\d\d(?:\s?[A-Z]{2,4}\b)?")
# A telephone number, a sum, a fraction ("1-1/4", "5/8").
_FIGURES = plain_pattern(r"\d{3}[- ,]\d{3}|\d-\d+/|\b\d{1,2}/\d{1,2}(?![/.\d])")
_PAGE = pattern(r"(?:p\.?|page|s\.?|seite|pág\.?|стр\.?)\s?\d{1,3}", regex.I)
# The last part of "END/IPS/al/mj/96".
_YEAR = plain_pattern(r"\d\d")
_CODE = pattern(r"\p{Lu}{1,4}\d?|\p{Ll}{1,4}\d?|\p{Ll}{2,4}(?:-\p{Ll}{2,4}){1,5}|\d{4,9}|\d{4}h|\p{Lu}{2,4}\d{5,9}")
# A given name in a script without capitals, behind an agency in the same: "भाषा प्रशांत माधव".
_GIVEN_NAME = pattern(r"[\p{Lo}\p{M}]{2,14}")
_STAMPED = pattern(r"(\p{Lu}{2,6})-\p{Lu}{1,4}-\d\d-\d\d-\d\d\s+\d{4}\p{Lu}{2,4}(?:\s*[<+-])?")


def _line_of(text: str, told: Told) -> _Line | None:
    """The parts of a line; ``None`` when one of them is none that a closing line has."""
    shown = text.strip()
    if not _may_be_parts(shown):
        return None
    stamped = _STAMPED.fullmatch(shown)
    if stamped is not None:
        shown = stamped[1]
    first, _, rest = shown.partition(" ")
    is_attributed = first.rstrip(":").casefold() in words_of("whose")
    words, is_dated = _without_date(rest if is_attributed else shown)
    fields = [field for field in (piece.strip(_BESIDE) for piece in _SEPARATORS.split(words)) if field]
    if not 0 < len(fields) <= _MOST_PARTS:
        return None
    parts: list[_Part] = []
    for field in fields:
        part = _part_of(field, told)
        if part is None:
            return None
        parts.append(part)
    if shown.islower() and any(part.agencies for part in parts):
        parts = [_in_small_letters(field, part, told) for field, part in zip(fields, parts, strict=True)]
    return _Line(shown, parts, is_dated, is_attributed)


def _may_be_parts(text: str) -> bool:
    """Whether a line is neither a telephone number, nor a copyright line, nor a sentence of small letters."""
    if text[:3].casefold() == "(c)" or "  " in text or not _NEVER.isdisjoint(text):
        return False
    small = [word for word in text.split() if len(word) > _LONGEST_SMALL and word.isalpha() and word.islower()]
    return len(small) <= _MOST_SMALL and _FIGURES.search(text) is None


_NEVER = frozenset('+@$%€£©?!"“”«»\t')
_LONGEST_SMALL = 3
_MOST_SMALL = 1


def _without_date(text: str) -> tuple[str, bool]:
    """A text without its dates and times, and whether it had one with a day in it."""
    is_dated = False
    while any(map(str.isdigit, text)):
        found = find_date(text, 0, len(text))
        if found is None or not _has_day(found.date):
            break
        text, is_dated = f"{text[: found.start]},{text[found.end :]}", True
    return _CLOCK.sub(",", text) if ":" in text else text, is_dated


def _has_day(date: WireDate | None) -> bool:
    """Whether a date is a day: a year alone may be the age of a book; of "10/03" nobody knows which is the day."""
    return date is None or date.day is not None or bool(date.ambiguous)


def _part_of(field: str, told: Told) -> _Part | None:
    """What one part of a line is."""
    agencies = only_agencies(field, **told._asdict())
    if agencies or (field.isupper() and len(field) > 2 and is_shared(field)):
        return _Part("agency", agencies)
    lower = field.casefold()
    if _YEAR.fullmatch(field) is not None:
        return _Part("initials")
    if lower in words_of("ends"):
        return _Part("end")
    if lower in _desks():
        return _Part("desk")
    if _PAGE.fullmatch(field) is not None:
        return _Part("page")
    words = field.split()
    beside = _agency_and_codes(words, told)
    if beside is not None:
        return beside
    if _are_letters(words):
        return _Part("initials") if len(words) == 1 or not _are_words(words) else None
    return _Part("name", name=field) if _is_capitalised(words) else None


def _in_small_letters(field: str, part: _Part, told: Told) -> _Part:
    """The part, or the agency of the world that its initials are: "dpa/afp/cat"."""
    agency = lookup(field, **told._asdict()) if part.kind == "initials" and len(field) > 2 else None
    return _Part("agency", (agency,)) if agency is not None and agency.kind == "international" else part


def _are_letters(words: list[str]) -> bool:
    """Whether words are each a few letters, as initials are."""
    return len(words) <= _MOST_CODES and all(len(word) > 1 and _is_code(word) for word in words)


def _agency_and_codes(words: list[str], told: Told) -> _Part | None:
    """The agency of "PTI KKP RDS", "dpa hm bs", "PIA8", "China Daily page4"."""
    for length in range(min(_MOST_AGENCY_WORDS, len(words) - 1), 0, -1):
        name, codes = " ".join(words[:length]), words[length:]
        agency = lookup(name, **told._asdict())
        if agency is not None and is_house_spelling(agency, name) and _are_codes(name, codes):
            return _Part("agency", (agency,))
    return _agency_and_figure(words[0], told) if len(words) == 1 else None


def _are_codes(name: str, codes: list[str]) -> bool:
    """Whether what stands behind an agency's name are initials and figures, or given names in its script."""
    if _GIVEN_NAME.fullmatch(name) is not None:
        return all(_GIVEN_NAME.fullmatch(code) and not is_common_word(code) for code in codes)
    return len(codes) <= _MOST_CODES and all(map(_is_code, codes)) and not _are_words(codes)


def _agency_and_figure(word: str, told: Told) -> _Part | None:
    """The agency of "PIA8", a region's office."""
    name = word.rstrip("0123456789")
    if not 0 < len(word) - len(name) <= _MOST_FIGURES:
        return None
    agency = lookup(name, **told._asdict())
    if agency is None and not is_shared(name):
        return None
    return _Part("agency", () if agency is None else (agency,))


def _are_words(codes: list[str]) -> bool:
    """Whether what could be initials are words of a sentence: "Reuters said so"."""
    return 2 * sum(map(is_common_word, codes)) >= len(codes) and (len(codes) > 1 or len(codes[0]) > 2)


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word.rstrip(".")) is not None or _PAGE.fullmatch(word) is not None


def _is_capitalised(words: list[str]) -> bool:
    """Whether words could be the name of a person or a newspaper: few, and each but particles with a capital."""
    return len(words) <= _MOST_NAME_WORDS and not any(
        word[0].islower() and word not in words_of("between") for word in words
    )


@cache
def _desks() -> frozenset[str]:
    """Words of desks and groups, as they sign in an agency's place: "red", "ag."."""
    words = words_of("signing") | words_of("agencies_unnamed")
    return words | frozenset(f"{word}." for word in words)
