"""Times of day as agencies write them: ``13:09 PDT``, ``3:21 PM EET``, ``0930 GMT``, ``10h30``, ``16.34 Uhr``."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from ..text.patterns import pattern
from .calendar import names

__all__ = ["CLOCK", "Clock", "clock_at"]

Clock: TypeAlias = tuple[int, int, dt.time]
"""Where a time of day starts and ends, and what it is."""

CLOCK = pattern(
    r"(?<hour>\d{1,2})(?:(?<sign>[:.h])(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d{1,6})?)?)?(?!\d)"
    r"(?:\s?(?<half>[AaPp](?:[Mm]\b|\.\s?[Mm]\.)))?(?:\s?(?<zone>[+-]\d\d:?\d\d\b|[A-Za-z]{1,5}\b))?"
)
_MILITARY = pattern(r"(?<hour>\d\d)(?<minute>\d\d)\s?(?<zone>[A-Za-z]{1,5}\b)")
_BASIC_CLOCK = pattern(r"T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\w)")


def clock_at(text: str, start: int, endpos: int) -> Clock | None:
    """The time of day at ``start`` with its zone, or ``None``.

    >>> clock_at("10:30 am IST", 0, 12)[2].isoformat()
    '10:30:00+05:30'
    """
    if start > 0 and text[start - 1] == "T" and (basic := _BASIC_CLOCK.match(text, start - 1, endpos)) is not None:
        time = _time(basic["hour"], basic["minute"], basic["second"], None, basic["zone"])
        return None if time is None else (start, basic.end(), time)
    clock = CLOCK.match(text, start, endpos)
    if clock is None or (clock["minute"] is None and clock["half"] is None):
        return _military(text, start, endpos)
    zone, end = clock["zone"], clock.end()
    if zone is not None and zone[0] not in "+-" and zone.upper() not in names().clocks:
        end, zone = clock.start("zone"), None
        end -= text[end - 1] == " "
    if clock["sign"] == "." and zone is None and clock["half"] is None:
        return None  # 13.10 is a time only where "Uhr" or a zone says so
    time = _time(clock["hour"], clock["minute"], clock["second"], clock["half"], zone)
    return None if time is None else (start, end, time)


def _military(text: str, start: int, endpos: int) -> Clock | None:
    """``0930 GMT``, which only its zone makes a time."""
    clock = _MILITARY.match(text, start, endpos)
    if clock is None or clock["zone"].upper() not in names().clocks:
        return None
    time = _time(clock["hour"], clock["minute"], None, None, clock["zone"])
    return None if time is None else (start, clock.end(), time)


def _time(hour: str, minute: str | None, second: str | None, half: str | None, zone: str | None) -> dt.time | None:
    h, m, s = int(hour), int(minute or 0), int(second or 0)
    if half is not None:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(h, m, s, tzinfo=_zone(zone)) if h <= 23 and m <= 59 and s <= 59 else None


def _zone(name: str | None) -> dt.timezone | None:
    if name is None or name[0] not in "+-":
        return None if name is None else names().zones.get(name.upper())
    minutes = int(name[1:3]) * 60 + int(name[-2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if name[0] == "-" else minutes)) if minutes < 1440 else None
