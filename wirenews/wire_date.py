"""The value of a date in a story: as much as its words say."""

from __future__ import annotations

import datetime as dt
from functools import total_ordering
from typing import Any, Self

import attrs
from attrs import field, frozen

from .arguments import short_repr
from .text.patterns import pattern, plain_pattern


def _printed_time(time: dt.time | None) -> str | None:
    """A time of day in ISO 8601: equal only where the same is printed, so that 10:30+02:00 is not 08:30Z."""
    if time is None:
        return None
    grain = "microseconds" if time.microsecond else "seconds" if time.second else "minutes"
    text = time.isoformat(timespec=grain)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


@total_ordering
@frozen(repr=False)
class WireDate:
    """What the words of a date say, and no more.

    ``period`` is the part of the year that is coarser than a day and no month, in TIMEX3 terms:
    ``Q3``, ``H1``, ``W31``, ``W31-WE``, ``WI``. ``decade`` counts tens of years (the 1960s are 196).
    ``inferred`` names the parts that came from the reference and not from the words. ``ambiguous``
    names those that are ``None`` because the words can be read in two ways: month and day of ``04/05/2025``.

    Dates sort by what they say, a coarse one before the finer ones in it: ``2025``, ``2025-01``, ``2025-01-01``,
    then the times of that day, as printed, whatever their zones. Decades and periods stand where they begin, a
    season with March, June, September or December; a week that begins in the year before, on January 1. To order
    a date with a year and one without raises ``TypeError``.

    >>> [date.isoformat() for date in sorted([WireDate(2025, 1, 1), WireDate(2025, period="Q1"), WireDate(2025)])]
    ['2025', '2025-Q1', '2025-01-01']
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: dt.time | None = field(default=None, eq=_printed_time)
    period: str | None = None
    decade: int | None = None
    inferred: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"year must be 1 to 9999, got {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"month must be 1 to 12, got {self.month}")
        if self.day is not None:
            # A leap year stands in for an unknown one, so that "Feb 29" alone is a date.
            dt.date(self.year or _LEAP_YEAR, self.month or 1, self.day)
        if self.period is not None or self.decade is not None:
            self._check_coarse()
        for name in self.ambiguous:
            if name not in ("year", "month", "day") or getattr(self, name) is not None:
                raise ValueError(f"ambiguous names parts among year, month and day that are None, got {name!r}")

    def _check_coarse(self) -> None:
        if self.decade is not None and not 0 <= self.decade <= 999:
            raise ValueError(f"decade must be 0 to 999 (the 1960s are 196), got {self.decade}")
        if self.period is not None and not _PERIOD.fullmatch(self.period):
            raise ValueError(f"period must be such as 'Q3', 'H1', 'W31', 'W31-WE' or 'WI', got {self.period!r}")
        finer = (self.month, self.day, self.time)
        if self.decade is not None and (self.year, self.period, *finer) != (None,) * 5:
            raise ValueError("a date with a decade has no other part")
        if self.period is not None and finer != (None,) * 3:
            raise ValueError("a date with a period has only a year beside it")

    def __repr__(self) -> str:
        """The parts that there are.

        >>> WireDate(2025, 4, 18, inferred=("year",))
        WireDate(year=2025, month=4, day=18, inferred=('year',))
        """
        parts = {part.name: getattr(self, part.name) for part in attrs.fields(WireDate)}
        shown = [f"{name}={part!r}" for name, part in parts.items() if part not in (None, ())]
        return f"WireDate({', '.join(shown)})"

    def isoformat(self) -> str:
        """The date in ISO 8601, as coarse as the words (TIMEX3 where ISO has no form).

        ``inferred`` and ``ambiguous`` are not written.

        >>> WireDate(year=2025, month=4, day=18).isoformat()
        '2025-04-18'
        >>> WireDate(month=2, day=26).isoformat()
        '--02-26'
        >>> WireDate(year=1998, period="Q3").isoformat()
        '1998-Q3'
        >>> WireDate(year=2024, day=19, ambiguous=("month",)).isoformat()
        '2024-XX-19'
        """
        if self.decade is not None:
            return f"{self.decade:03d}"
        year = "" if self.year is None else f"{self.year:04d}"
        if self.period is not None:
            return f"{year or 'XXXX'}-{self.period}"
        if self.month is None and self.day is None:
            date = year
        elif self.day is None:
            date = f"{year or '-'}-{self.month:02d}"
        elif self.month is None:
            date = f"{year}-XX-{self.day:02d}" if year else f"---{self.day:02d}"
        else:
            date = f"{year or '-'}-{self.month:02d}-{self.day:02d}"
        return date if self.time is None else f"{date}T{_printed_time(self.time)}"

    @classmethod
    def fromisoformat(cls, text: str) -> Self:
        """The date that ``isoformat`` wrote so; anything else is a ``ValueError``.

        >>> WireDate.fromisoformat("--02-26") == WireDate(month=2, day=26)
        True
        """
        if not isinstance(text, str):
            raise TypeError(f"`text` must be a str such as '2025-04-18', got {type(text).__name__}")
        try:
            date = cls(**_parts_of_iso(text))
        except ValueError:
            date = None
        if date is None or date.isoformat() != text:
            raise ValueError(
                f"{short_repr(text)} is no date that isoformat() writes: pass such as '2025-04-18', '2025-04',"
                " '--02-26', '1998-Q3' or '2025-04-18T10:30Z'; normalize_date() reads words"
            )
        return date

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, WireDate):
            return NotImplemented
        if _has_year(self) != _has_year(other):
            dated, bare = (self, other) if _has_year(self) else (other, self)
            raise TypeError(
                f"{dated.isoformat()!r} and {bare.isoformat()!r} have no order, since one has no year:"
                " give normalize_date() or parse() a `reference`"
            )
        return _sort_key(self) < _sort_key(other)

    @property
    def date(self) -> dt.date | None:
        """The calendar date, when year, month and day are all settled."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)


_LEAP_YEAR = 2000
_PERIOD = plain_pattern(r"Q[1-4]|H[12]|W(?:0[1-9]|[1-4][0-9]|5[0-3])(?:-WE)?|SP|SU|FA|WI")
_TIMED = r"(?:T(?P<time>.+))?"
_ISO = pattern(
    r"(?P<decade>\d{3})"
    r"|(?:(?P<year>\d{4})|XXXX)-(?P<period>[A-Z]\w+(?:-WE)?)"
    rf"|(?:(?P<year>\d{{4}})(?:-(?P<month>\d\d))?|--(?P<month>\d\d))(?:-(?P<day>\d\d))?{_TIMED}"
    rf"|(?:(?P<year>\d{{4}})-XX|--)-(?P<day>\d\d){_TIMED}"
    rf"|{_TIMED}"
)
# What a date says, from long to short; of two that begin on one day the longer comes first.
_LENGTHS = ("decade", "year", "day of a month", "half", "quarter", "season", "month", "week", "weekend", "day")
_FIRST_MONTHS = {"H1": 1, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _parts_of_iso(text: str) -> dict[str, Any]:
    """The parts of a date, by name, that ISO 8601 or TIMEX3 text states; ``ValueError`` when it is neither."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(text)
    parts: dict[str, Any] = {name: value for name, value in found.groupdict().items() if value is not None}
    for name in parts.keys() & {"decade", "year", "month", "day"}:
        parts[name] = int(parts[name])
    if "time" in parts:
        parts["time"] = dt.time.fromisoformat(parts["time"])
    return parts


def _has_year(date: WireDate) -> bool:
    return date.year is not None or date.decade is not None


def _sort_key(date: WireDate) -> tuple[Any, ...]:
    start, length = _begins(date)
    time = () if date.time is None else (date.time.replace(tzinfo=None),)
    return start, _LENGTHS.index(length), time, date.isoformat(), date.inferred, date.ambiguous


def _begins(date: WireDate) -> tuple[int, str]:
    """The first day of what a date says, counted from the year 1, and how long that lasts."""
    if date.decade is not None:
        return dt.date(max(1, date.decade * 10), 1, 1).toordinal(), "decade"
    year = date.year or _LEAP_YEAR
    if date.period is not None:
        return _period_begins(year, date.period)
    length = "month" if date.day is None else "day"
    if date.month is None:
        length = "year" if date.day is None else "day of a month"
        return dt.date(year, 1, 1).toordinal(), length
    return dt.date(year, date.month, date.day or 1).toordinal(), length


def _period_begins(year: int, period: str) -> tuple[int, str]:
    month = _FIRST_MONTHS.get(period)
    if month is not None:
        length = {"H": "half", "Q": "quarter"}.get(period[0], "season")
        return dt.date(year, month, 1).toordinal(), length
    monday = dt.date.fromisocalendar(year, 1, 1).toordinal() + 7 * (int(period[1:3]) - 1)
    if period.endswith("-WE"):
        return monday + 5, "weekend"
    return max(monday, dt.date(year, 1, 1).toordinal()), "week"
