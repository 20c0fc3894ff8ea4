"""Expressions whose date lies some way from the story's: ``last month``, ``vor zwei Wochen``, ``上周五``.

Each rule tells the letters of what is said (:mod:`~wirenews.dates.said`), whatever the language, and a
function that gives the :class:`~wirenews.article.WireDate`: as coarse as the words are, in the terms of TIMEX3. Rules
for years, quarters, seasons and holidays stand in modules of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

from dateutil.relativedelta import relativedelta, weekday

from ..wire_date import WireDate
from . import holidays, quarters, years
from .counted import read_moment
from .parts import date_of
from .reference import Setting, days_from, moved_tense, nearest_year, of_day, settle
from .rules import Rule, by_letters, step_of
from .said import Said, is_no_day, sayings, shown
from .tense import says_that_it_is_now, tense


def read_relative(
    text: str, reference: dt.date | None, context: str | None, *, moment: dt.datetime | None, languages: Iterable[str]
) -> WireDate | None:
    """What an expression means, or ``None`` when no rule reads it, or languages differ about it.

    ``context`` is the sentence, whose tense decides; ``languages`` are those that it may be in. Where languages
    differ, one counts in which the sentence shows its tense. Without a reference
    only what needs none is read (``the 1960s``).

    >>> read_relative("two weeks ago", dt.date(1998, 8, 20), None, moment=None, languages=()).isoformat()
    '1998-W32'
    >>> read_relative("上周五", dt.date(2025, 4, 18), None, moment=None, languages=()).isoformat()
    '2025-04-11'
    """
    readings = [*_readings(text, reference, context, moment, languages)]
    told = {date for date, tense in readings if tense}
    dates = told if len(told) == 1 else {date for date, _ in readings}
    return dates.pop() if len(dates) == 1 else None


def _readings(
    text: str, reference: dt.date | None, context: str | None, moment: dt.datetime | None, languages: Iterable[str]
) -> Iterator[tuple[WireDate, int]]:
    """What an expression means in each language, and the tense of its sentence there."""
    done: set[str] = set()
    for language, said in sayings(shown(text), languages, context):
        if language in done:
            continue
        told = 0 if reference is None else tense(text, context, language)
        date = _absolute(said)
        if date is None and reference is None:
            date = _month_alone(said)
        elif date is None and reference is not None:
            date = _counted_from(said, Setting(reference, moment, text, context or "", language, told))
        if date is not None:
            yield date, told
        # "Am Morgen" is no day, though "morgen" may be one.
        if date is not None or is_no_day(said):
            done.add(language)


def _absolute(said: Said) -> WireDate | None:
    return _first(said, _absolute_rules(), ())


def _month_alone(said: Said) -> WireDate | None:
    return date_of(None, said.number("m"), None) if said.letters == "m" else None


def _counted_from(said: Said, setting: Setting) -> WireDate | None:
    return _first(said, _rules(), (setting,))


_Reader: TypeAlias = Callable[..., WireDate | None]


def _first(said: Said, rules: dict[str, _Reader], more: tuple[Setting, ...]) -> WireDate | None:
    """What the rule gives that reads what is said, without "beginning" and "end", else with them."""
    for part in dict.fromkeys((said.without_edges(), said)):
        read = rules.get(part.letters)
        date = None if read is None else _asked(read, part, more)
        if date is not None:
            return date
    return None


def _asked(read: _Reader, said: Said, more: tuple[Setting, ...]) -> WireDate | None:
    try:
        return read(said, *more)
    except (ValueError, OverflowError):  # Feb 30; before the year 1 or after 9999
        return None


@cache
def _absolute_rules() -> dict[str, _Reader]:
    return by_letters([*years.absolute_rules(), *holidays.absolute_rules(), *quarters.absolute_rules()])


@cache
def _rules() -> dict[str, _Reader]:
    rules = [*_day_rules(), *_month_rules(), *_unit_rules(), *quarters.rules(), *holidays.rules(), *years.rules()]
    return by_letters(rules)


# --- days -----------------------------------------------------------------------------------------------------------


def _day_rules() -> list[Rule]:
    return [
        ("p?dp?|dp?wp?", lambda said, setting: days_from(setting.near, said.number("d"))),
        ("p?cp?", lambda said, setting: _day_by_tense(said.number("c"), setting)),
        ("d[aA]n[gGkKvVyY]|dn[gGkKvVyY][aA]", lambda said, setting: _day_of(said, setting, -1)),
        ("d[fF]n[gGkKvVyY]|dn[gGkKvVyY][fF]", lambda said, setting: _day_of(said, setting, 1)),
        ("p?wp?|W?p?wp?|wp?W", lambda said, setting: _weekday(said, said.value("W"), setting)),
        ("wp?Wk|Wkp?wp?", lambda said, setting: _weekday_of_week(said, setting)),
        ("n[kK][aA]w|wn[kK][aA]|w[aA]n[kK]", lambda said, setting: _weeks_from(said, setting, -1)),
        ("n[kK][fF]w|wn[kK][fF]|w[fF]n[kK]", lambda said, setting: _weeks_from(said, setting, 1)),
        ("og", lambda said, setting: of_day(setting.near) if _is_now(setting) else None),
    ]


def _is_now(setting: Setting) -> bool:
    return says_that_it_is_now(setting.printed, setting.sentence, setting.language)


def resolve_weekday(number: int, near: dt.date, tense: int) -> WireDate:
    """The day of that name within seven days: ``near`` itself, else past, or to come in the future tense."""
    return of_day(near + relativedelta(weekday=weekday(number)(1 if tense > 0 else -1)))


def _day_by_tense(days: int, setting: Setting) -> WireDate | None:
    """Hindi has one word for yesterday and tomorrow."""
    return days_from(setting.near, days * setting.tense) if setting.tense else None


def _day_of(said: Said, setting: Setting, sign: int) -> WireDate:
    """``today ten years ago``: the day itself."""
    unit = _UNITS[said.letter("gGkKvVyY")]
    day = setting.near + dt.timedelta(said.number("d"))
    return of_day(day + sign * said.number() * _LENGTHS[unit])


def _weekday(said: Said, which: str | None, setting: Setting) -> WireDate:
    near, number, step = setting.near, said.number("w"), step_of(which)
    if which == "this":
        return resolve_weekday(number, near, 1 if setting.tense >= 0 else -1)
    if step == 0:
        return resolve_weekday(number, near, setting.tense)
    # "Last Friday" on a Friday is a week ago, "next Friday" a week on; "the previous Friday" is one earlier.
    away = relativedelta(weeks=-1) if which == "previous" else relativedelta(days=1 if step > 0 else -1)
    return of_day(near + away + relativedelta(weekday=weekday(number)(step)))


def _weekday_of_week(said: Said, setting: Setting) -> WireDate:
    near = setting.near
    return of_day(near + dt.timedelta(said.number("w") - near.weekday(), weeks=step_of(said.value("W"))))


def _weeks_from(said: Said, setting: Setting, sign: int) -> WireDate:
    """``two weeks ago Friday``: so many weeks before the last Friday, or after the next."""
    nearest = setting.near + relativedelta(weekday=weekday(said.number("w"))(sign))
    return of_day(nearest + sign * dt.timedelta(weeks=said.number()))


# --- months ---------------------------------------------------------------------------------------------------------


def _month_rules() -> list[Rule]:
    return [
        ("W?v?mv?|mv?W", lambda said, setting: _month(said, setting)),
        ("mWy|Wymv?", lambda said, setting: _in_year(said, setting, None)),
        ("W[no]m|[no]mW|Wm[no]", lambda said, setting: _nearest_day(said, setting)),
        ("[no]mWy|Wym[no]|m[no]Wy", lambda said, setting: _in_year(said, setting, said.number("no"))),
    ]


def resolve_month(month: int, near: dt.date, tense: int) -> WireDate:
    """The month in the year that is nearest, on the side of the tense unless that is far off."""
    year = nearest_year(month, None, near, moved_tense(month, None, near, tense))
    return WireDate(year, month, inferred=("year",) if year is not None else ())


def _in_year(said: Said, setting: Setting, day: int | None) -> WireDate:
    """``June last year``, ``am 5. Mai vergangenen Jahres``."""
    return WireDate(setting.near.year + step_of(said.value("W")), said.number("m"), day, inferred=("year",))


def _nearest_day(said: Said, setting: Setting) -> WireDate:
    """``le 5 mai dernier``, ``el próximo 5 de mayo``."""
    day = WireDate(month=said.number("m"), day=said.number("no"))
    return settle(day, setting.near, tense=step_of(said.value("W")))


def _month(said: Said, setting: Setting) -> WireDate:
    near, month, which = setting.near, said.number("m"), said.value("W")
    if which is None:
        return resolve_month(month, near, setting.tense)
    step = step_of(which)
    # "Last May" said in May is a year ago.
    is_within_year = month < near.month if step < 0 else month > near.month
    return WireDate(near.year + (0 if is_within_year else step), month, inferred=("year",))


# --- units of time --------------------------------------------------------------------------------------------------

_UNITS = {"g": "day", "k": "week", "v": "month", "q": "quarter", "y": "year", "z": "decade"}
_LENGTHS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
}


def _unit_rules() -> list[Rule]:
    return [
        ("Lq", lambda said, setting: quarters.latest(setting)),
        ("W?e|eW", lambda said, setting: _weekend(said.value("W"), setting)),
        ("i?e", lambda said, setting: _weekend(None, setting)),
        ("[WL]y|yW", lambda said, setting: _year(said, setting)),
        (
            "[WL][kvqz]|[kvqz]W|i[kvyz]|[kvyz]i",
            lambda said, setting: _from_now(step_of(said.value("WL")), said, setting),
        ),
        ("n[gGkKvVqQyYzZ][aA]|[aA]n[gGkKvVqQyYzZ]", lambda said, setting: _ago(said, setting)),
        ("[gkvyz]A|A[gkvyz]", lambda said, setting: _from_now(-1, said, setting)),
        ("n[gGkKvVqQyYzZ][fF]|[fF]n[gGkKvVqQyYzZ]", lambda said, setting: _from_now(said.number(), said, setting)),
        ("[gkvyz]F|F[gkvyz]", lambda said, setting: _from_now(1, said, setting)),
        ("n[tT][aA]|[aA]n[tT]|tA|At", lambda said, setting: read_moment(said, setting, -1)),
        ("n[tT][fF]|[fF]n[tT]|tF|Ft", lambda said, setting: read_moment(said, setting, 1)),
        ("C", lambda said, setting: quarters.year_ago(setting)),
    ]


def _from_now(count: int, said: Said, setting: Setting) -> WireDate:
    """The day, week, month … so many of them after the story's date."""
    unit = _UNITS[said.letter("gGkKvVqQyYzZ")]
    return of_day(setting.near + count * _LENGTHS[unit], unit)


def _year(said: Said, setting: Setting) -> WireDate:
    return (
        quarters.last_year(setting)
        if said.value("W") == "last"
        else _from_now(step_of(said.value("WL")), said, setting)
    )


def _ago(said: Said, setting: Setting) -> WireDate | None:
    """The day, week, month … so many of them ago; "a year ago" a quarter, where the sentence compares quarters."""
    if float(said.value("n") or 1) < 1:
        return None
    is_year = said.value("yY") is not None and said.number() == 1
    return quarters.year_ago(setting) if is_year else _from_now(-said.number(), said, setting)


def _weekend(which: str | None, setting: Setting) -> WireDate:
    """The weekend: the last until Wednesday, then the next, unless the tense or a word says otherwise."""
    weekday, step = setting.near.weekday(), step_of(which)
    if which == "past":
        step = 0 if weekday == 6 else -1
    elif which is None and weekday < 5:
        step = min(0, setting.tense or (-1 if weekday < 2 else 0))
    return of_day(setting.near + dt.timedelta(weeks=step), "weekend")
