"""English expressions whose date lies some way from the story's: ``last month``, ``two weeks ago``, ``the weekend``.

Each rule is a pattern over the whole expression, in lower case and without the words that leave its value as it is
("early", "the", "about"), and a function that gives the :class:`~wirenews.article.WireDate`. The words are those of
the table ``calendar_extra``; values are as coarse as the words are, in the terms of TIMEX3. Rules for years, quarters,
seasons and holidays stand in modules of their own.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dateutil.relativedelta import relativedelta, weekday

from ..text.patterns import plain_pattern
from ..wire_date import WireDate
from . import holidays, quarters, years
from .calendar import month_names, month_word, weekday_names, weekday_word
from .english import AbsoluteReader, Reader, Rule, english, number_of, number_pattern, step_of
from .parts import any_of
from .reference import Setting, days_from, moved_tense, nearest_year, of_day
from .tense import tense


def read_relative(text: str, reference: dt.date | None, printed: str, context: str | None) -> WireDate | None:
    """What an expression in :func:`~wirenews.dates.english.plain` form means, or ``None`` when no rule reads it.

    ``printed`` is the expression as it stands in the sentence ``context``, whose tense decides.

    Without a reference only what needs none is read (``the 1960s``).

    >>> read_relative("two weeks ago", dt.date(1998, 8, 20), "two weeks ago", None).isoformat()
    '1998-W32'
    >>> read_relative("1960s", None, "the 1960s", None).isoformat()
    '196'
    """
    try:
        return _absolute(text) or (None if reference is None else _counted_from(reference, text, printed, context))
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def _absolute(text: str) -> WireDate | None:
    for pattern, value in _absolute_rules():
        if (found := pattern.fullmatch(text)) is not None and (date := value(found)) is not None:
            return date
    return None


def _counted_from(reference: dt.date, text: str, printed: str, context: str | None) -> WireDate | None:
    setting = Setting(reference, (context or "").lower(), tense(printed, context))
    for pattern, read in _rules():
        if (found := pattern.fullmatch(text)) is not None:
            return read(found, setting)
    return None


@cache
def _absolute_rules() -> list[tuple[re.Pattern[str], AbsoluteReader]]:
    rules = [*years.absolute_rules(), *holidays.absolute_rules(), *quarters.absolute_rules()]
    return [(plain_pattern(source), value) for source, value in rules]


@cache
def _rules() -> list[tuple[re.Pattern[str], Reader]]:
    rules = [*_day_rules(), *_month_rules(), *_unit_rules(), *quarters.rules(), *holidays.rules(), *years.rules()]
    return [(plain_pattern(source), read) for source, read in rules]


# --- days -----------------------------------------------------------------------------------------------------------


def _day_rules() -> list[Rule]:
    known, number, weekdays = english(), number_pattern(), any_of(_weekdays())
    which, part = any_of(known.which), rf"(?: (?:{known.any_of('parts_of_day')}))?"
    return [
        (rf"({any_of(known.days)}){part}", lambda m, s: days_from(s.near, known.days[m[1]])),
        (
            rf"(?:({which}) )?({weekdays})\.?{part}(?: (?:of )?({which}) week)?",
            lambda m, s: _weekday(m[2], m[1], m[3], s),
        ),
        (rf"({which}) week ({weekdays})", lambda m, s: _weekday(m[2], None, m[1], s)),
        (rf"({number}) weeks? ago ({weekdays})", lambda m, s: _weeks_before(m[1], m[2], s)),
        (rf"({weekdays}) ({number}) weeks? ago", lambda m, s: _weeks_before(m[2], m[1], s)),
        (rf"({any_of(known.ordinals)}) (?:straight |consecutive )?day", lambda m, s: _day_of_many(m[0], s)),
    ]


@cache
def _weekdays() -> dict[str, int]:
    """The number of each weekday's English names."""
    return {word: named.number for word in weekday_names("en") if (named := weekday_word(word)) is not None}


def resolve_weekday(number: int, near: dt.date, tense: int) -> WireDate:
    """The day of that name within seven days: ``near`` itself, else past, or to come in the future tense."""
    return of_day(near + relativedelta(weekday=weekday(number)(1 if tense > 0 else -1)))


def _weekday(word: str, which: str | None, week: str | None, setting: Setting) -> WireDate | None:
    near, number = setting.near, _weekdays()[word]
    if week is not None:
        return of_day(near + dt.timedelta(number - near.weekday(), weeks=step_of(week)))
    if which == "this":
        return resolve_weekday(number, near, 1 if setting.tense >= 0 else -1)
    step = step_of(which)
    if step == 0:
        return resolve_weekday(number, near, setting.tense)
    # "Last Friday" on a Friday is a week ago, "next Friday" a week on; "the previous Friday" is one earlier.
    away = relativedelta(weeks=-1) if which == "previous" else relativedelta(days=step)
    return of_day(near + away + relativedelta(weekday=weekday(number)(step)))


def _weeks_before(count: str, word: str, setting: Setting) -> WireDate | None:
    """``two weeks ago Friday``: so many weeks before the last Friday."""
    last = setting.near + relativedelta(weekday=weekday(_weekdays()[word])(-1))
    return of_day(last - dt.timedelta(weeks=number_of(count)))


def _day_of_many(day: str, setting: Setting) -> WireDate | None:
    """``It's the second day of the offensive``: today, where the present tense says so."""
    now = re.search(rf"(?:'s|\bis|\bentering|\binto) (?:now )?(?:the|its|a|their) {day}\b", setting.sentence)
    return None if now is None else of_day(setting.near)


# --- months ---------------------------------------------------------------------------------------------------------


def _month_rules() -> list[Rule]:
    which, months = any_of(english().which), any_of(_months())
    return [
        (
            rf"(?:({which}) )?({months})\.?(?: (?:of )?({which}) year)?",
            lambda m, s: _month(_months()[m[2]], m[1], m[3], s),
        ),
    ]


@cache
def _months() -> dict[str, int]:
    """The number of each month's English names."""
    return {word: named.number for word in month_names("en") if (named := month_word(word)) is not None}


def resolve_month(month: int, near: dt.date, tense: int) -> WireDate:
    """The month in the year that is nearest, on the side of the tense unless that is far off."""
    year = nearest_year(month, None, near, moved_tense(month, None, near, tense))
    return WireDate(year, month, inferred=("year",) if year is not None else ())


def _month(month: int, which: str | None, year: str | None, setting: Setting) -> WireDate:
    near, step = setting.near, step_of(which)
    if year is not None:
        return WireDate(near.year + step_of(year), month, inferred=("year",))
    if which is None:
        return resolve_month(month, near, setting.tense)
    # "Last May" said in May is a year ago.
    is_within_year = month < near.month if step < 0 else month > near.month
    return WireDate(near.year + (0 if is_within_year else step), month, inferred=("year",))


# --- units of time --------------------------------------------------------------------------------------------------

_LENGTHS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
}


def _unit_rules() -> list[Rule]:
    known, number, unit = english(), number_pattern(), any_of(_LENGTHS)
    which, kind = any_of(known.which), rf"(?:(?:{known.any_of('kinds_of_year')}) )?"
    about, longer = r"(?: or (?:so|two))?", any_of([unit for unit in _LENGTHS if unit != "day"])
    return [
        (rf"(?:(?:{known.any_of('just_over')}) )?{kind}quarter{about}", lambda m, s: quarters.latest(s)),
        (rf"last {kind}year{about}", lambda m, s: quarters.last_year(s)),
        (rf"(?:({which}) )?{kind}weekend{about}", lambda m, s: _weekend(m[1], s)),
        (rf"(?:({which}) )?{kind}({longer}){about}", lambda m, s: from_now(step_of(m[1]), m[2], s)),
        (r"month end", lambda m, s: of_day(s.near, "month")),
        (rf"({number}) ({unit})s? (?:ago|earlier|before)", lambda m, s: _ago(number_of(m[1]), m[2], s)),
        (rf"({number}) ({unit})s? (?:from now|hence)", lambda m, s: from_now(number_of(m[1]), m[2], s)),
        (r"year (?:ago|earlier|before)", lambda m, s: quarters.year_ago(s)),
    ]


def from_now(count: int, unit: str, setting: Setting) -> WireDate:
    """The day, week, month … so many of them after the story's date."""
    return of_day(setting.near + count * _LENGTHS[unit], unit)


def _ago(count: int, unit: str, setting: Setting) -> WireDate:
    """The day, week, month … so many of them ago; "a year ago" a quarter, where the sentence compares quarters."""
    return quarters.year_ago(setting) if unit == "year" and count == 1 else from_now(-count, unit, setting)


def _weekend(which: str | None, setting: Setting) -> WireDate:
    """The weekend: the last until Wednesday, then the next, unless the tense or a word says otherwise."""
    weekday, step = setting.near.weekday(), step_of(which)
    if which in ("past", "this past"):
        step = 0 if weekday == 6 else -1
    elif which is None and weekday < 5:
        step = min(0, setting.tense or (-1 if weekday < 2 else 0))
    return of_day(setting.near + dt.timedelta(weeks=step), "weekend")
