"""English expressions whose date lies some way from the story's: ``last month``, ``two weeks ago``, ``third quarter``.

Each rule is a pattern over the whole expression, in lower case and without the words that leave its value as it is
("early", "the", "about"), and a function that gives the :class:`~wirenews.article.WireDate`. The words are those of
the table ``calendar_extra``; values are as coarse as the words are, in the terms of TIMEX3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import regex
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from ..text import tables
from ..text.patterns import pattern
from ..wire_date import WireDate
from .calendar import OPEN, century, figures, month_word, names, nearest_year, weekday_word

Match: TypeAlias = "regex.Match[str]"


class Setting(NamedTuple):
    """Where an expression stands: the story's date, the sentence, and its tense (-1 past, 1 future, 0 unknown)."""

    near: dt.date
    sentence: str
    tense: int


def read_relative(text: str, reference: dt.date | None, printed: str, context: str | None) -> WireDate | None:
    """What an expression in :func:`plain` form means, or ``None`` when no rule reads it.

    ``printed`` is the expression as it stands in the sentence ``context``, whose tense decides.

    Without a reference only what needs none is read (``the 1960s``).

    >>> read_relative("two weeks ago", dt.date(1998, 8, 20), "two weeks ago", None).isoformat()
    '1998-W32'
    >>> read_relative("1960s", None, "the 1960s", None).isoformat()
    '196'
    """
    try:
        for rule, value in _absolute_rules():
            if (match := rule.fullmatch(text)) is not None and (date := value(match)) is not None:
                return date
        if reference is None:
            return None
        setting = Setting(reference, (context or "").lower(), tense(printed, context))
        for rule, read in _rules():
            if (match := rule.fullmatch(text)) is not None:
                return read(match, setting)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        pass
    return None


def read_counted(text: str, near: dt.date, moment: dt.datetime | None) -> WireDate | None:
    """What a count before or after the story's date means: ``3 hours ago``, ``vor 2 Tagen``, ``3小时前``.

    Of hours comes back the moment when ``moment`` is given, else the day, where the count leaves no doubt about it.

    >>> read_counted("3 hours ago", dt.date(2025, 4, 18), dt.datetime(2025, 4, 18, 1, 30)).isoformat()
    '2025-04-17T22:30'
    """
    found = _counted().fullmatch(text.lower())
    signs = [sign for name, sign in _SIGNS.items() if found is not None and found[name] is not None]
    if found is None or len(signs) != 1:
        return None
    unit = _units()[found["unit"]]
    try:
        if unit in _SECONDS:
            count = 0.5 if found["half"] else _count(found["count"])
            return _moment(signs[0] * count * _SECONDS[unit], near, moment, exact=unit == "second")
        return None if found["half"] else _ago(str(_count(found["count"])), unit, signs[0], Setting(near, "", 0))
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def read_foreign(text: str, reference: dt.date, context: str | None) -> WireDate | None:
    """What an expression means whose English the table ``phrases`` tells.

    >>> read_foreign("上周五", dt.date(2025, 4, 18), None).isoformat()
    '2025-04-11'
    """
    english = _in_english(text.lower())
    return None if english is None else read_relative(english, reference, text, context)


def plain(text: str) -> str:
    """An expression in lower case, hyphens and possessives undone, without words that do not change its value.

    >>> plain("the late 1970s")
    '1970s'
    >>> plain("Friday's")
    'friday'
    """
    text = text.lower().replace("\u2019", "'").replace("-", " ").replace("`", "'")
    text = _undressed(text)
    loose = _words().loose
    while True:
        shorter = loose.sub("", text, count=1)
        if not shorter or shorter == text:
            return text
        text = shorter


def _undressed(text: str) -> str:
    return " ".join(text.replace("'s ", " ").split()).strip(' .,;:()"').removesuffix("'s").removesuffix("s'")


# --- the rules ------------------------------------------------------------------------------------------------------


class _Words(NamedTuple):
    loose: Any
    numbers: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, tuple[str, int]]
    decades: dict[str, int]
    holidays: dict[str, list[int]]
    easter: dict[str, int]
    tense: dict[str, frozenset[str]]


@cache
def _words() -> _Words:
    english = tables.load("calendar_extra")["english"]
    ordinals = {word: n for n, word in enumerate(english["ordinals"], 1)}
    ordinals.update((word, n) for n, word in enumerate(english["short_ordinals"], 1))
    ordinals.update((word, 4) for word in english["last_ordinals"])
    return _Words(
        loose=regex.compile(rf"\A(?:{_any(english['loose'])})\s"),
        numbers={word: n for n, word in enumerate(english["numbers"])} | {"a": 1, "an": 1},
        tens={word: n * 10 for n, word in enumerate(english["tens"], 1)},
        ordinals=ordinals,
        seasons={word: (name, month) for word, (name, month) in english["seasons"].items()},
        decades={word: n for n, word in enumerate(english["decades"], 3)},
        holidays={_undressed(name): rule for name, rule in english["holidays"].items()},
        easter=english["easter"],
        tense={kind: frozenset(words) for kind, words in english["tense"].items()},
    )


def _any(words: Any) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


_LAST = "most recent|recent|last|past|previous|latest|preceding|prior"
_NEXT = "next|coming"
_WHICH = rf"{_LAST}|{_NEXT}|this past|this coming|this|current"
_PART = r"(?: (?:morning|afternoon|evening|night|midday|noon|at noon|at midnight|midnight))?"
_SAME = "(?:same|like|comparable|corresponding|equivalent|matching)"
_YEAR_AGO = "year ago|year earlier|year before|same year ago|last year|previous year|prior year"
_UNIT = "day|week|weekend|month|quarter|year|decade"


@cache
def _absolute_rules() -> list[tuple[Any, Callable[[Match], WireDate | None]]]:
    words = _words()
    year = rf"(?:{_any(words.tens)}|eighteen|nineteen|twenty|two thousand)(?: [a-z]+){{0,3}}"
    rules: list[tuple[str, Callable[[Match], WireDate | None]]] = [
        (r"(?:fiscal )?(?:year )?(?:fiscal )?(\d{4})", lambda m: _year(int(m[1]))),
        (r"'(\d\d)", lambda m: _year(century(int(m[1])))),
        (r"(\d{3})0'?s", lambda m: WireDate(decade=int(m[1]))),
        (r"'?([3-9])0'?s", lambda m: WireDate(decade=190 + int(m[1]))),
        (rf"({_any(words.decades)})", lambda m: WireDate(decade=190 + words.decades[m[1]])),
        (rf"(?:year )?({year})", lambda m: _year(_spelt_year(m[1]))),
        (rf"([a-z]+)\.? (?:of )?({year})", lambda m: _month_of(m[1], _spelt_year(m[2]))),
        (rf"({_any(words.seasons)})(?: of)?,? (\d{{4}})", lambda m: _season(m[1], int(m[2]))),
        (rf"({_any(words.seasons)})(?: of)? ({year})", lambda m: _season(m[1], _spelt_year(m[2]))),
        (rf"(\d{{4}}) ({_any(words.seasons)})", lambda m: _season(m[2], int(m[1]))),
        (
            rf"(?:fiscal )?({_any(words.ordinals)}) (?:fiscal )?(quarter|half)(?: of|,)? (?:fiscal )?(\d{{4}})",
            lambda m: _part_of_year(m[1], m[2], int(m[3])),
        ),
        (
            rf"(?:fiscal )?(\d{{4}}) (?:fiscal )?({_any(words.ordinals)}) (?:fiscal )?(quarter|half)",
            lambda m: _part_of_year(m[2], m[3], int(m[1])),
        ),
        (r"([qh])([1-4])(?: of)?,? (\d{4})", lambda m: WireDate(int(m[3]), period=m[1].upper() + m[2])),
    ]
    return [(pattern(source), value) for source, value in rules]


@cache
def _rules() -> list[tuple[Any, Callable[[Match, Setting], WireDate | None]]]:
    words = _words()
    number = rf"\d{{1,3}}|a couple of|couple of|{_any(words.numbers)}|(?:{_any(words.tens)})(?: [a-z]+)?"
    english_days = _any(word for word, row in names().weekdays.items() if "en" in row[1])
    english_months = _any(word for word, row in names().months.items() if "en" in row[1])
    ordinal, season = _any(words.ordinals), _any(words.seasons)
    rules: list[tuple[str, Callable[[Match, Setting], WireDate | None]]] = [
        (rf"(?:today|now|tonight|this (?:morning|afternoon|evening|day|noon)){_PART}", lambda m, s: _days(s, 0)),
        (rf"(?:yesterday{_PART}|last night|last evening)", lambda m, s: _days(s, -1)),
        (rf"tomorrow{_PART}", lambda m, s: _days(s, 1)),
        (r"day before yesterday", lambda m, s: _days(s, -2)),
        (r"day after tomorrow", lambda m, s: _days(s, 2)),
        (
            rf"(?:({_WHICH}) )?({english_days})\.?{_PART}(?: (?:of )?({_WHICH}) week)?",
            lambda m, s: _weekday(m[2], m[1] or "", m[3], s),
        ),
        (rf"({_WHICH}) week ({english_days})", lambda m, s: _weekday(m[2], "", m[1], s)),
        (rf"({number}) weeks? ago ({english_days})", lambda m, s: _weeks_before(m[1], m[2], s)),
        (rf"({english_days}) ({number}) weeks? ago", lambda m, s: _weeks_before(m[2], m[1], s)),
        (
            rf"(?:({_WHICH}) )?({english_months})\.?(?: (?:of )?({_WHICH}) year)?",
            lambda m, s: _month(m[2], m[1] or "", m[3], s),
        ),
        (
            rf"(?:({_WHICH}) )?(?:fiscal |calendar |full |business )?({_UNIT})(?: or (?:so|two))?",
            lambda m, s: _unit(m[2], m[1] or "", s),
        ),
        (r"(?:(?:latest|current|this) )?(?:fiscal )?period", lambda m, s: _quarter_back(0, s)),
        (rf"({number}) (day|week|month|year|decade)s? (?:ago|earlier|before)", lambda m, s: _ago(m[1], m[2], -1, s)),
        (rf"({number}) (day|week|month|year|decade)s? (?:from now|hence)", lambda m, s: _ago(m[1], m[2], 1, s)),
        (r"year (?:ago|earlier|before)", lambda m, s: _year_back(s)),
        (rf"(?:{_SAME} )?(?:{_YEAR_AGO}) (?:fiscal )?(?:quarter|period)", lambda m, s: _quarter_back(1, s)),
        (rf"(?:{_SAME} )?(?:quarter|period) (?:of |in )?(?:a )?(?:{_YEAR_AGO})", lambda m, s: _quarter_back(1, s)),
        (rf"(?:{_SAME} )?(?:quarter|period) (?:of|in) (\d{{4}})", lambda m, s: _quarter_of(int(m[1]), s)),
        (rf"(?:{_SAME} )?(\d{{4}}) (?:fiscal )?(?:quarter|period)", lambda m, s: _quarter_of(int(m[1]), s)),
        (
            rf"(?:({_WHICH}) )?(?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)"
            rf"(?: (?:of )?(?:the )?({_WHICH}) (?:fiscal )?year| of (?:the )?year)?",
            lambda m, s: _ordinal(m[2], m[3], m[4] or m[1], s),
        ),
        (
            rf"({_WHICH}) year (?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)",
            lambda m, s: _ordinal(m[2], m[3], m[1], s),
        ),
        (
            rf"(?:year ago|year earlier) (?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)",
            lambda m, s: _ordinal(m[1], m[2], "last", s),
        ),
        (rf"({ordinal}) (quarter|half) (?:a year (?:ago|earlier))", lambda m, s: _ordinal(m[1], m[2], "last", s)),
        (
            rf"(?:({_WHICH}) )?(?:early |late |mid )?({season})(?: (?:of )?({_WHICH}) year)?",
            lambda m, s: _nearest_season(m[2], m[1] or m[3], s),
        ),
        (r"year end|yearend|this year end", lambda m, s: _year_end(s)),
        (r"'?([012])0'?s|(tens|twenties)", lambda m, s: _decade(int(m[1] or ("tens", "twenties").index(m[2]) + 1), s)),
        (r"(?:fiscal )?q([1-4])", lambda m, s: _ordinal(tuple(_words().ordinals)[int(m[1]) - 1], "quarter", None, s)),
        (rf"({ordinal}) (?:straight |consecutive )?day", lambda m, s: _day_of_many(m[0], s)),
        (r"month end", lambda m, s: _unit("month", "", s)),
        (
            rf"(?:({_WHICH}) )?({_any([*words.holidays, *words.easter])})( week| weekend)?",
            lambda m, s: _holiday(m[2], m[1] or "", m[3] or "", s),
        ),
    ]
    return [(pattern(source), read) for source, read in rules]


# Which way the words before and behind a count point.
_SIGNS = {"past": -1, "ago": -1, "future": 1, "hence": 1}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAY = 86400


@cache
def _units() -> dict[str, str]:
    """The English unit of each word for one."""
    units: dict[str, list[str]] = tables.load("calendar_extra")["counted"]["units"]
    return {word: unit for unit, words in units.items() for word in words}


@cache
def _counted() -> regex.Pattern[str]:
    table = tables.load("calendar_extra")["counted"]
    count = rf"\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}|{_any({*table['ones'], *_words().numbers})}"
    return regex.compile(
        rf"(?:(?:(?P<past>{_any(table['past_before'])})|(?P<future>{_any(table['future_before'])}))\s?)?"
        rf"(?:(?P<half>{_any(table['halves'])})|(?P<count>{count}))[\s-]?(?P<unit>{_any(_units())})\.?"
        rf"(?:\s?(?:(?P<ago>{_any(table['past_behind'])})|(?P<hence>{_any(table['future_behind'])})))?"
    )


def _count(word: str) -> int:
    if word in tables.load("calendar_extra")["counted"]["ones"]:
        return 1
    number = figures(word.replace("两", "二")) if word[0] in "一二两三四五六七八九十" else _number(word)
    if number is None:
        raise ValueError(word)
    return number


def _moment(seconds: float, near: dt.date, moment: dt.datetime | None, *, exact: bool) -> WireDate | None:
    """The time so many seconds from the story's, or the day where only that is known."""
    if moment is None:
        days, rest = divmod(abs(seconds), _DAY)
        return None if days and rest else days_from(near, int(days) if seconds > 0 else -int(days))
    distance = dt.timedelta(seconds=seconds)
    # Through UTC, since the clocks may have been changed between the two.
    then = (
        moment + distance if moment.tzinfo is None else (moment.astimezone(dt.UTC) + distance).astimezone(moment.tzinfo)
    )
    offset = then.utcoffset()
    time = then.time().replace(microsecond=0) if exact else then.time().replace(second=0, microsecond=0)
    if offset is not None:
        time = time.replace(tzinfo=dt.timezone(offset))
    return WireDate(then.year, then.month, then.day, time, inferred=("year", "month", "day", "time"))


@cache
def _phrases() -> dict[str, str]:
    """The English of each phrase of another language."""
    phrases: dict[str, list[str]] = tables.load("calendar_extra")["phrases"]
    return {phrase: english for english, others in phrases.items() for phrase in others}


@cache
def _round_weekdays() -> dict[str, list[tuple[str, str, str]]]:
    """What stands before and behind a weekday, and the English of it, by the first or else the last letter."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for phrase, english in _phrases().items():
        before, star, behind = phrase.partition("*")
        if star:
            table.setdefault(before[:1] or behind[-1], []).append((before, behind, english))
    return table


def _in_english(text: str) -> str | None:
    """The English of an expression that has a weekday or none."""
    if text in _phrases():
        return _phrases()[text]
    for letter in {text[0], text[-1]}:
        for before, behind, english in _round_weekdays().get(letter, ()):
            named = weekday_word(text.removeprefix(before).removesuffix(behind))
            if named is not None and text.startswith(before) and text.endswith(behind):
                return english.replace("*", _english_weekdays()[named[0]])
    return None


@cache
def _english_weekdays() -> dict[int, str]:
    rows = names().weekdays.items()
    return {number: word for word, (number, languages, full) in rows if full and "en" in languages}


# --- values ---------------------------------------------------------------------------------------------------------


def _of_day(day: dt.date, *, coarse: str = "day") -> WireDate:
    """The day, week, month, year or decade that ``day`` lies in, all of it from the reference."""
    if coarse == "week":
        year, week, _ = day.isocalendar()
        return WireDate(year, period=f"W{week:02d}", inferred=("year", "period"))
    if coarse == "weekend":
        year, week, _ = day.isocalendar()
        return WireDate(year, period=f"W{week:02d}-WE", inferred=("year", "period"))
    if coarse == "month":
        return WireDate(day.year, day.month, inferred=("year", "month"))
    if coarse == "quarter":
        return WireDate(day.year, period=f"Q{(day.month + 2) // 3}", inferred=("year", "period"))
    if coarse == "year":
        return WireDate(day.year, inferred=("year",))
    if coarse == "decade":
        return WireDate(decade=day.year // 10, inferred=("decade",))
    return WireDate(day.year, day.month, day.day, inferred=("year", "month", "day"))


def _step(which: str | None) -> int:
    """-1, 0 or 1: what "last", "this" or "next" say."""
    if not which or which in ("this", "current"):
        return 0
    return 1 if which.removeprefix("this ") in _NEXT.split("|") else -1


def days_from(near: dt.date, step: int) -> WireDate:
    """The day so many days after ``near``."""
    return _of_day(near + dt.timedelta(step))


def week_of(date: WireDate | None) -> WireDate | None:
    """The week in which a day lies: ``the week of April 3``."""
    return None if date is None or date.date is None else _of_day(date.date, coarse="week")


def _days(setting: Setting, step: int) -> WireDate:
    return _of_day(setting.near + dt.timedelta(step))


def _day_of_many(day: str, setting: Setting) -> WireDate | None:
    """``It's the second day of the offensive``: today, where the present tense says so."""
    now = regex.search(rf"(?:'s|\bis|\bentering|\binto) (?:now )?(?:the|its|a|their) {day}\b", setting.sentence)
    return None if now is None else _days(setting, 0)


def _number(word: str) -> int:
    words = _words()
    if word.isdigit():
        return int(word)
    if word in words.numbers:
        return words.numbers[word]
    if word.endswith("couple of"):
        return 2
    ten, _, one = word.partition(" ")
    if ten not in words.tens or (one and one not in words.numbers):
        raise ValueError(word)
    return words.tens[ten] + words.numbers.get(one, 0)


def _year(year: int | None) -> WireDate | None:
    return WireDate(year) if year is not None and 1000 <= year <= 2199 else None


def _spelt_year(text: str) -> int | None:
    """``nineteen ninety-six``, ``two thousand one``, ``twenty twenty-four``."""
    words = text.replace("two thousand", "twenty hundred").split()
    numbers = _words().numbers | _words().tens
    if not words or words[0] not in ("eighteen", "nineteen", "twenty"):
        return None
    year = numbers[words[0]] * 100
    rest = [word for word in words[1:] if word not in ("hundred", "and", "oh")]
    if len(words) == 1 or len(rest) > 2 or any(word not in numbers or word in ("a", "an") for word in rest):
        return None
    if len(rest) == 2 and not (rest[0] in _words().tens and numbers[rest[1]] < 10):
        return None
    return year + sum(numbers[word] for word in rest)


def _month_of(word: str, year: int | None) -> WireDate | None:
    month = month_word(word)
    if month is None or year is None:
        return None
    return WireDate(year, ambiguous=("month",)) if month[0] == OPEN else WireDate(year, month[0])


def _season(word: str, year: int | None) -> WireDate | None:
    return None if year is None else WireDate(year, period=_words().seasons[word][0])


def _part_of_year(ordinal: str, part: str, year: int | None) -> WireDate | None:
    number = _words().ordinals[ordinal]
    if year is None or (part == "half" and number > 2):
        return None
    return WireDate(year, period=f"{'Q' if part == 'quarter' else 'H'}{number}")


def resolve_weekday(weekday: int, near: dt.date, tense: int) -> WireDate:
    """The day of that name within seven days: ``near`` itself, else past, or to come in the future tense."""
    back = (near.weekday() - weekday) % 7
    return _of_day(near + dt.timedelta(-back if tense <= 0 or back == 0 else 7 - back))


def _weekday(word: str, which: str, week: str | None, setting: Setting) -> WireDate | None:
    named = weekday_word(word)
    if named is None:
        return None
    near, weekday = setting.near, named[0]
    if week is not None:
        monday = near - dt.timedelta(near.weekday()) + dt.timedelta(7 * _step(week))
        return _of_day(monday + dt.timedelta(weekday))
    if not which or which == "current":
        return resolve_weekday(weekday, near, setting.tense)
    back = (near.weekday() - weekday) % 7
    if which == "this":
        return _of_day(near + dt.timedelta(0 if back == 0 else 7 - back if setting.tense >= 0 else -back))
    if which == "previous":
        back += 7  # the one before the last, which is "Friday" or "last Friday"
    # "Last Friday" on a Friday is a week ago, "next Friday" a week on.
    return _of_day(near + dt.timedelta(-(back or 7) if _step(which) < 0 else 7 - back))


def moved_tense(month: int, day: int | None, near: dt.date, tense: int) -> int:
    """The tense of the sentence as far as it may move a month from the nearest year: not when that lies far off."""
    year = nearest_year(month, day, near, tense)
    if year is None or abs((near.year - year) * 12 + near.month - month) > _FAR:
        return 0
    return tense


def resolve_month(month: int, near: dt.date, tense: int) -> WireDate:
    """The month in the year that is nearest, on the side of the tense unless that is far off."""
    year = nearest_year(month, None, near, moved_tense(month, None, near, tense))
    return WireDate(year, month, inferred=("year",) if year is not None else ())


def _month(word: str, which: str, year: str | None, setting: Setting) -> WireDate | None:
    named = month_word(word)
    if named is None:
        return None
    near, month = setting.near, named[0]
    if year is not None:
        return WireDate(near.year + _step(year), month, inferred=("year",))
    if which in ("this", "current"):
        return WireDate(near.year, month, inferred=("year",))
    if which:
        # "Last May" said in May is a year ago.
        ahead = _step(which)
        passed = month < near.month if ahead < 0 else month > near.month
        return WireDate(near.year + (0 if passed else ahead), month, inferred=("year",))
    return resolve_month(month, near, setting.tense)


def _unit(unit: str, which: str, setting: Setting) -> WireDate | None:
    near = setting.near
    if unit == "quarter" and (not which or which in ("latest", "past", "recent", "most recent")):
        return _quarter_back(0, setting)
    if unit == "weekend":
        return _weekend(which, setting)
    if unit == "year" and which == "last" and _LATEST_QUARTER.search(setting.sentence):
        return _quarter_back(1, setting)
    if unit == "day":
        return None  # which day is "the day", "the last day"?
    step = _step(which)
    if unit == "week":
        return _of_day(near + dt.timedelta(7 * step), coarse="week")
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    return _of_day(near + relativedelta(months=step * months), coarse=unit)


def _weekend(which: str, setting: Setting) -> WireDate:
    """The weekend: the last until Wednesday, then the next, unless the tense or a word says otherwise."""
    near, weekday = setting.near, setting.near.weekday()
    step = _step(which)
    if which in ("past", "this past"):
        step = 0 if weekday == 6 else -1
    elif not which and weekday < 5:
        step = setting.tense if setting.tense else (-1 if weekday < 2 else 0)
        step = min(step, 0)
    return _of_day(near + dt.timedelta(7 * step), coarse="weekend")


def _year_end(setting: Setting) -> WireDate:
    """``since year-end`` is a day, the last of the year before; ``by year-end`` only some time in this year."""
    near = setting.near
    return _of_day(dt.date(near.year - 1, 12, 31)) if setting.tense < 0 else _of_day(near, coarse="year")


def _decade(tens: int, setting: Setting) -> WireDate:
    """The twenties: of this century once they have begun, else of the last."""
    now = setting.near.year // 10
    return WireDate(decade=now - (now - tens) % 10, inferred=("decade",))


def _weeks_before(count: str, word: str, setting: Setting) -> WireDate | None:
    """``two weeks ago Friday``: so many weeks before the last Friday."""
    named = weekday_word(word)
    if named is None:
        return None
    last = setting.near - dt.timedelta((setting.near.weekday() - named[0]) % 7)
    return _of_day(last - dt.timedelta(7 * _number(count)))


def _ago(count: str, unit: str, sign: int, setting: Setting) -> WireDate | None:
    number = _number(count) * sign
    if unit == "year" and number == -1:
        return _year_back(setting)
    if unit in ("day", "week"):
        return _of_day(setting.near + dt.timedelta(number * (7 if unit == "week" else 1)), coarse=unit)
    months = {"month": 1, "year": 12, "decade": 120}[unit]
    return _of_day(setting.near + relativedelta(months=number * months), coarse=unit)


_QUARTER_NAMED = pattern(r"\b(first|second|third|fourth)[- ](?:fiscal[- ])?quarter")
_LATEST_QUARTER = pattern(r"\blatest (?:quarter|period)\b")
_QUARTER_SPOKEN_OF = pattern(r"\bquarter\b|\b(?:19|20)\d\d period\b|\blatest period\b")


def _quarter_named(setting: Setting) -> tuple[int, int]:
    """The quarter that the sentence names, or the last that is over: its year and number."""
    near = setting.near
    named = _QUARTER_NAMED.search(setting.sentence)
    if named is not None:
        number = _words().ordinals[named[1]]
        return near.year - (number > (near.month + 2) // 3), number
    over = near - relativedelta(months=3)
    return over.year, (over.month + 2) // 3


def _quarter_back(years: int, setting: Setting) -> WireDate:
    year, number = _quarter_named(setting)
    return WireDate(year - years, period=f"Q{number}", inferred=("year", "period"))


def _quarter_of(year: int, setting: Setting) -> WireDate:
    return WireDate(year, period=f"Q{_quarter_named(setting)[1]}", inferred=("period",))


def _year_back(setting: Setting) -> WireDate:
    """A year ago: the quarter of then where the sentence compares quarters."""
    if _QUARTER_SPOKEN_OF.search(setting.sentence):
        return _quarter_back(1, setting)
    return WireDate(setting.near.year - 1, inferred=("year",))


def _ordinal(word: str, part: str, which: str | None, setting: Setting) -> WireDate | None:
    number, near = _words().ordinals[word], setting.near
    if part == "half" and number > 2:
        return None
    year = near.year + _step(which)
    if not which and setting.tense < 0 and (number - 1) * (3 if part == "quarter" else 6) >= near.month:
        year -= 1  # it has not begun: "the fourth quarter was weak", said in February
    elif not which and setting.tense > 0 and number * (3 if part == "quarter" else 6) < near.month - 3:
        year += 1
    return WireDate(year, period=f"{'Q' if part == 'quarter' else 'H'}{number}", inferred=("year",))


def _nearest_season(word: str, which: str | None, setting: Setting) -> WireDate:
    """A season; winter is counted to the year in which it begins."""
    name, middle = _words().seasons[word]
    near = setting.near
    step = _step(which)
    years = [near.year - 1, near.year, near.year + 1]
    # Months from the reference to the middle of the season that begins in each year.
    apart = {year: (year + (middle == 1) - near.year) * 12 + middle - near.month for year in years}
    if step < 0:
        year = max((y for y in years if apart[y] < -1), default=near.year - 1)
    elif step > 0:
        year = min((y for y in years if apart[y] > 1), default=near.year + 1)
    else:
        year = min(years, key=lambda y: abs(apart[y]))
    return WireDate(year, period=name, inferred=("year",))


def _holiday(name: str, which: str, stretch: str, setting: Setting) -> WireDate | None:
    near = setting.near
    days = [_holiday_in(name, year) for year in (near.year - 1, near.year, near.year + 1)]
    step = _step(which)
    if step < 0:
        day = max(d for d in days if d < near)
    elif step > 0:
        day = min(d for d in days if d > near)
    elif which:
        day = days[1]
    else:
        day = min(days, key=lambda d: abs((d - near).days))
    if not stretch:
        return _of_day(day)
    return _of_day(day, coarse="weekend" if "end" in stretch else "week")


def _holiday_in(name: str, year: int) -> dt.date:
    words = _words()
    if name in words.easter:
        return easter(year) + dt.timedelta(words.easter[name])
    rule = words.holidays[name]
    if len(rule) == 2:
        return dt.date(year, rule[0], rule[1])
    month, weekday, which = rule
    if which < 0:
        last = dt.date(year, month, 1) + relativedelta(day=31)
        return last - dt.timedelta((last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


# Months after which a verb of the sentence more likely tells of something else than of the month.
_FAR = 8

# --- tense ----------------------------------------------------------------------------------------------------------

_TOKEN = pattern(r"[a-z]+(?:'[a-z]+)?|[;:]|--")


def tense(text: str, context: str | None) -> int:
    """-1 when the sentence speaks of the expression as past, 1 as to come, 0 when it does not say.

    The nearest sign before the expression decides, else the first after it.

    >>> tense("Friday", "The president will meet them Friday, he said.")
    1
    >>> tense("Friday", "The president met them Friday and will travel on.")
    -1
    """
    first = text.partition(" ")[0].lower()
    if first in _words().tense["past_before"] or first in _words().tense["future_before"]:
        return -1 if first in _words().tense["past_before"] else 1
    if not context:
        return 0
    sentence = context.lower().replace("\u2019", "'")
    at = sentence.find(text.lower())
    if at < 0:
        return 0
    before = [token.group() for token in _TOKEN.finditer(sentence, max(0, at - 160), at)]
    after = [token.group() for token in _TOKEN.finditer(sentence, at + len(text), at + len(text) + 80)]
    words = _words().tense
    if after and after[0] in words["past"]:
        return -1  # "the talks planned for Monday were put off"
    if sentence.startswith("'s ", at + len(text)) and words["happened"].intersection(after[:3]):
        return -1
    told = told_before(text, context)
    is_followed = sentence.startswith(" ", at + len(text)) and words["stands"].intersection(after[:1])
    if not told and (is_followed or words["stands"].intersection(before[-1:])):
        return 1
    return told or _sign_before(before) or _sign_after(after)


def told_before(text: str, context: str | None) -> int:
    """The tense that the words right before the expression tell: "since March" is past, "by March" to come.

    >>> told_before("March 31", "the year ended March 31")
    -1
    """
    if not context:
        return 0
    sentence = context.lower()
    at = sentence.find(text.lower())
    before = [token.group() for token in _TOKEN.finditer(sentence, max(0, at - 40), max(0, at))]
    words = _words().tense
    if any(" ".join(before[-size:]) in words["future_before"] for size in (1, 2, 3)):
        return 1
    if before and before[-1] in words["skipped"]:
        before.pop()
    return -1 if any(" ".join(before[-size:]) in words["past_before"] for size in (1, 2, 3)) else 0


def _sign_before(tokens: list[str]) -> int:
    words = _words().tense
    for number in range(len(tokens) - 1, -1, -1):
        token, previous = tokens[number], tokens[number - 1] if number else ""
        if token in _STOPS:
            return 0
        if token in words["future"] or token in words["arranged"] or (token == "to" and previous in words["intent"]):
            return 1
        if _is_past(token) and previous not in ("be", "being", "to"):  # "will be named" is no past
            return -1
    return 0


def _sign_after(tokens: list[str]) -> int:
    future = _words().tense["future"]
    for token in tokens:
        if token in _STOPS:
            return 0
        if token in future:
            return 1
        if _is_past(token):
            return -1
    return 0


_STOPS = frozenset((";", ":", "--"))


def _is_past(token: str) -> bool:
    return token in _words().tense["past"] or (len(token) > 4 and token.endswith("ed"))
