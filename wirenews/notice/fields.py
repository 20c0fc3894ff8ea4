"""The fields of a story's header: lines with a name and a value, and those that are known by their shape."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..agencies import only_agencies, read_agencies
from ..article import Agency, Field
from ..dates.find import find_date
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule
from ..wire_date import WireDate
from .shapes import are_names, table, words_of

RULES = (
    Rule("field.priority", "One of the words of the table by itself.", "URGENT"),
    Rule(
        "field.timestamp",
        "The time that a wire stamps, or a word such as “updated” and a date.",
        "AP-WF-11-13-13 1509GMT",
    ),
    Rule("field.slug", "A cycle, the slug, and perhaps a date and a number.", "BC-BRIDGE-VOTE   02-26 0105"),
    Rule("field.id", "The number of a message.", "AFP_ENG_19970401.0092"),
)

_LONGEST = 300
_LONGEST_NAME = 30
_LONGEST_SHAPE = 100
_LONGEST_SOURCE = 60
_LONGEST_COUNT = 20
_DATE_WITHIN = 80
_MOST_BESIDE_A_DATE = 30
_MOST_WORDS_BESIDE_A_DATE = 4
_LONGEST_FIRST_WORD = 12


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
    if not 0 < end - start <= _LONGEST:
        return None
    head = source[start:end][:_LONGEST_NAME]
    name, colon, _ = head.replace("：", ":").partition(":")
    label = _labels().get(name.strip().casefold()) if colon else None
    if label is not None:
        field, demand = label
        value = clean(source, start + len(name) + 1, end)
        found = _VALUES[demand](value) if value else None
        return _field(source, start, end, field, found) if found is not None else None
    return _shaped(source, start, end) if end - start <= _LONGEST_SHAPE else None


class _Value(NamedTuple):
    text: str
    date: WireDate | None = None
    agencies: tuple[Agency, ...] = ()


def _field(source: str, start: int, end: int, name: str, value: _Value) -> Field:
    text = clean(source, start, end)
    return Field(
        start, end, text, f"field.{name}", name=name, value=value.text, date=value.date, agencies=value.agencies
    )


# -- with a colon ----------------------------------------------------------------------------------


@cache
def _labels() -> dict[str, tuple[str, str]]:
    """The words before the colon -> the field's name and what its value must be."""
    return {word: (name, demand) for word, (name, demand) in table("labels").items()}


def _date_value(text: str) -> _Value | None:
    date = _only_date(text)
    return _Value(text, date, _agencies_behind(text)) if date is not None else None


def _agencies_behind(text: str) -> tuple[Agency, ...]:
    """The agencies in brackets behind a date: "2016-07-15 06:50 (Xinhua)"."""
    return only_agencies(text[text.rfind("(") + 1 : -1]) if text.endswith(")") else ()


def _source_value(text: str) -> _Value | None:
    """A source is known, or short and a name."""
    agencies = read_agencies(text)
    return _Value(text, None, agencies) if agencies or (len(text) <= _LONGEST_SOURCE and are_names(text)) else None


def _count_value(text: str) -> _Value | None:
    return _Value(text) if text[0].isdigit() and len(text) <= _LONGEST_COUNT else None


def _names_value(text: str) -> _Value | None:
    return _Value(text) if are_names(text) else None


# What a value must be, in the words of the table -> the reader of it.
_VALUES: dict[str, Callable[[str], _Value | None]] = {
    "text": _Value,
    "date": _date_value,
    "source": _source_value,
    "number": _count_value,
    "names": _names_value,
}


def _only_date(value: str, languages: tuple[str, ...] = ()) -> WireDate | None:
    """The date that a value is, with no more beside it than a clock or a zone."""
    found = find_date(value, 0, min(len(value), _DATE_WITHIN), languages=languages)
    if found is None or found.date is None:
        return None
    beside = value[: found.start] + value[found.end :]
    is_alone = len(beside) <= _MOST_BESIDE_A_DATE and len(words_of(beside)) <= _MOST_WORDS_BESIDE_A_DATE
    return found.date if is_alone else None


# -- without a colon -------------------------------------------------------------------------------


def _shaped(source: str, start: int, end: int) -> Field | None:
    """A priority, a time stamp, a message id or a slug, known by its shape."""
    if not _may_have_a_shape(source[start:end]):
        return None
    text = clean(source, start, end)
    for name, read in _SHAPES:
        value = read(text)
        if value is not None:
            return _field(source, start, end, name, value)
    return None


def _may_have_a_shape(line: str) -> bool:
    """Whether a line begins with a word of priorities or stamps, or has a sign or a figure where codes have one."""
    head = line[:_LONGEST_FIRST_WORD]
    if "-" in head or "_" in head or head[4:5].isdigit():
        return True
    return head.partition(" ")[0].casefold() in words_of_shapes()


@cache
def words_of_shapes() -> frozenset[str]:
    return frozenset(table("first_words"))


def _priority(text: str) -> _Value | None:
    return _Value(text) if text in table("priority")["words"] else None


def _words_and_date(text: str) -> _Value | None:
    """``Updated 3:21 PM EET, September 11, 2024``."""
    lower = text.casefold()
    for word, spoken in table("timestamp").items():
        if not lower.startswith(f"{word} "):
            continue
        # Days and months stand in the order of the language, but in English there are two.
        date = _only_date(text[len(word) + 1 :], () if "en" in spoken else tuple(spoken.split()))
        if date is not None:
            return _Value(text, date)
    return None


_STAMP = plain_pattern(
    r"[A-Z]{2,4}-[A-Z]{2,3}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+"
    r"(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>[A-Z]{2,4})?"
)


def _stamp(text: str) -> _Value | None:
    """The time of ``AP-WF-11-13-13 1509GMT``; wires with two figures for the year began in the 1960s."""
    stamp = _STAMP.fullmatch(text)
    if stamp is None:
        return None
    year = int(stamp["year"]) + (1900 if int(stamp["year"]) >= 60 else 2000)
    words = f"{year}-{stamp['month']}-{stamp['day']} {stamp['hour']}:{stamp['minute']} {stamp['zone'] or ''}"
    found = find_date(words, 0, len(words))
    return _Value(text, None if found is None else found.date)


def _slug(text: str) -> _Value | None:
    """The slug of ``r i AM-Bridge-Vote     01-01 0287``, and its day."""
    slug = _slug_line().fullmatch(text)
    if slug is None:
        return None
    found = find_date(f"2000-{slug['month']}-{slug['day']}", 0, 10) if slug["month"] else None
    date = found.date if found is not None else None
    return _Value(slug["slug"], WireDate(month=date.month, day=date.day) if date is not None else None)


@cache
def _slug_line() -> re.Pattern[str]:
    cycles = "|".join(table("slug")["cycles"])
    return re.compile(
        rf"(?:[a-z]{{1,2}} [a-z]{{1,2}} )?(?P<slug>(?:{cycles})-{{1,2}}(?=[A-Z\d])[\w&;.'/-]{{2,60}})"
        r"(?:(?:,? (?:\d[a-z]{2}|[A-Z])[\w -]{0,30})?(?:, ?[a-z]{0,2}\d{1,5})+"
        r"|\s+(?P<month>\d\d)-(?P<day>\d\d)\s+\d{4})?"
    )


_ID = plain_pattern(
    r"(?:[A-Z]{2,5}\d?-[A-Z]{2,5}\d?-\d{4}|[A-Z]{2,4}_[A-Z]{3}_\d{8}\.\d{4}|[A-Z]{2,4}\d{6,8}[.-]\d{4}"
    r"|[a-z]\d{4}(?:reuter?)?)(?: \([A-Z][A-Z &.-]{1,40}\))?"
)


def _id(text: str) -> _Value | None:
    return _Value(text) if _ID.fullmatch(text) else None


# In this order; the name of the field, and its reader.
_SHAPES: tuple[tuple[str, Callable[[str], _Value | None]], ...] = (
    ("priority", _priority),
    ("timestamp", _words_and_date),
    ("timestamp", _stamp),
    ("slug", _slug),
    ("id", _id),
)
