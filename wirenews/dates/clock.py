"""Times of day as agencies write them: ``13:09 PDT``, ``3:21 PM EET``, ``0930 GMT``, ``10h30``, ``16.34 Uhr``."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..text import tables
from ..text.patterns import plain_pattern


class Clock(NamedTuple):
    """A time of day as it stands in a text: ``text[start:end]``."""

    start: int
    end: int
    time: dt.time


_CLOCK = plain_pattern(
    r"(?P<hour>\d{1,2})(?:(?P<sign>[:.h])(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,6})?)?)?(?!\d)"
    r"(?:\s?(?P<half>[AaPp])(?:[Mm]\b|\.\s?[Mm]\.))?(?:\s?(?P<zone>[+-]\d\d:?\d\d\b|[A-Za-z]{1,5}\b))?"
)
_FOUR_FIGURES = plain_pattern(r"(?P<hour>\d\d)(?P<minute>\d\d)(?!\d)(?:\s?(?P<zone>[A-Za-z]{1,5})\b)?")
_BASIC = plain_pattern(r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\w)")
_NUMBER = plain_pattern(r"(?<![\w.:])\d{1,4}")


def clock_at(text: str, start: int, endpos: int, *, told: bool = False) -> Clock | None:
    """The time of day at ``start`` with its zone, or ``None``.

    ``0930`` and ``09.30`` need a zone or "Uhr" behind them, unless the words have ``told`` that a time follows.

    >>> clock_at("10:30 am IST", 0, 12).time.isoformat()
    '10:30:00+05:30'
    >>> clock_at("09.30", 0, 5), clock_at("09.30", 0, 5, told=True).time.isoformat()
    (None, '09:30:00')
    """
    if text[start - 1 : start] == "T" and (basic := _basic(text, start, endpos)) is not None:
        return basic
    found = _CLOCK.match(text, start, endpos)
    if found is None or (found["minute"] is None and found["half"] is None and not _is_full_hour(found)):
        return _four_figures(text, start, endpos, told=told)
    zone, end = _zone_and_end(found)
    if found["sign"] == "." and not (zone or found["half"] or told):
        return None
    return _clock(start, end, _time(found["hour"], found["minute"], found["second"], found["half"], zone))


def _is_full_hour(found: re.Match[str]) -> bool:
    """``20 Uhr``: words that stand behind no length of time."""
    return found["zone"] is not None and found["zone"].upper() in tables.load("calendar")["full_hours"]


def clocks(text: str, pos: int, endpos: int) -> Iterator[Clock]:
    """Each time of day in ``text[pos:endpos]``, words that tell of one: ``until 0001 GMT``.

    >>> [clock.time.isoformat() for clock in clocks("not before 6pm Friday or 0001 Monday", 0, 36)]
    ['18:00:00', '00:01:00']
    """
    while (number := _NUMBER.search(text, pos, endpos)) is not None:
        clock = clock_at(text, number.start(), endpos, told=True)
        if clock is not None:
            yield clock
        pos = number.end() if clock is None else clock.end


def zone_at(text: str, start: int, endpos: int) -> str | None:
    """The word behind the time of day at ``start``, which may be its zone, or ``None``."""
    found = _CLOCK.match(text, start, endpos)
    return None if found is None else found["zone"]


def _basic(text: str, start: int, endpos: int) -> Clock | None:
    """``103000Z`` behind a T."""
    found = _BASIC.match(text, start, endpos)
    if found is None:
        return None
    return _clock(start, found.end(), _time(found["hour"], found["minute"], found["second"], zone=found["zone"]))


def _four_figures(text: str, start: int, endpos: int, *, told: bool) -> Clock | None:
    """``0930 GMT``; ``0930`` where the words have told that it is a time."""
    found = _FOUR_FIGURES.match(text, start, endpos)
    zone, end = _zone_and_end(found) if found is not None else (None, start)
    if found is None or not (zone or told):
        return None
    return _clock(start, end, _time(found["hour"], found["minute"], zone=zone))


def _zone_and_end(found: re.Match[str]) -> tuple[str | None, int]:
    """The zone behind a time, and where the time ends; a word that is no zone is none of it."""
    zone = found["zone"]
    if zone is None or zone[0] in "+-" or zone.upper() in _zones() or zone.upper() in _words_behind():
        return zone, found.end()
    end = found.start("zone")
    return None, end - found.string[end - 1].isspace()


@cache
def _zones() -> dict[str, int]:
    """The minutes east of Greenwich of each zone."""
    zones: dict[str, int] = tables.load("dates")["zones"]
    return zones


@cache
def _words_behind() -> frozenset[str]:
    return frozenset((*tables.load("calendar")["clocks"], *tables.load("dates")["zones_without_offset"]))


def _clock(start: int, end: int, time: dt.time | None) -> Clock | None:
    return None if time is None else Clock(start, end, time)


def _time(
    hour: str, minute: str | None, second: str | None = None, half: str | None = None, zone: str | None = None
) -> dt.time | None:
    """The time of day, or ``None`` when no clock shows it."""
    h, m, s = int(hour), int(minute or 0), int(second or 0)
    if half is not None:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half in "pP" else 0)
    return dt.time(h, m, s, tzinfo=_timezone(zone)) if h <= 23 and m <= 59 and s <= 59 else None


def _timezone(zone: str | None) -> dt.timezone | None:
    """The zone of ``+05:30`` or ``IST``; ``None`` for a word that gives no offset, and for an offset of a day."""
    if zone is None:
        return None
    if zone[0] not in "+-":
        minutes = _zones().get(zone.upper())
        return None if minutes is None else dt.timezone(dt.timedelta(minutes=minutes))
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes)) if minutes < 1440 else None
