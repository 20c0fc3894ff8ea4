"""English expressions for quarters and halves of a year: ``the third quarter``, ``the year-ago period``."""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from ..text.patterns import plain_pattern
from ..wire_date import WireDate
from .english import AbsoluteRule, Rule, english, step_of
from .parts import any_of
from .reference import Setting, quarter_of

_MONTHS = {"quarter": 3, "half": 6}
_NAMED = plain_pattern(r"\b(first|second|third|fourth)[- ](?:fiscal[- ])?quarter")
_LATEST = plain_pattern(r"\blatest (?:quarter|period)\b")
_SPOKEN_OF = plain_pattern(r"\bquarter\b|\b(?:19|20)\d\d period\b|\blatest period\b")


def absolute_rules() -> list[AbsoluteRule]:
    """Expressions that say which year they mean."""
    ordinal = any_of(english().ordinals)
    return [
        (
            rf"(?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)(?: of|,)? (?:fiscal )?(\d{{4}})",
            lambda m: _part_of_year(m[1], m[2], int(m[3])),
        ),
        (
            rf"(?:fiscal )?(\d{{4}}) (?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)",
            lambda m: _part_of_year(m[2], m[3], int(m[1])),
        ),
        (r"([qh])([1-4])(?: of)?,? (\d{4})", lambda m: WireDate(int(m[3]), period=m[1].upper() + m[2])),
    ]


def rules() -> list[Rule]:
    """Expressions whose year or quarter the story's date tells."""
    known = english()
    ordinal, which = any_of(known.ordinals), any_of(known.which)
    same, year_ago = rf"(?:(?:{known.any_of('same')}) )?", known.any_of("year_ago")
    return [
        (r"(?:(?:latest|current|this) )?(?:fiscal )?period", lambda m, s: latest(s)),
        (rf"{same}(?:{year_ago}) (?:fiscal )?(?:quarter|period)", lambda m, s: _years_back(1, s)),
        (rf"{same}(?:quarter|period) (?:of |in )?(?:a )?(?:{year_ago})", lambda m, s: _years_back(1, s)),
        (rf"{same}(?:quarter|period) (?:of|in) (\d{{4}})", lambda m, s: _quarter_of(int(m[1]), s)),
        (rf"{same}(\d{{4}}) (?:fiscal )?(?:quarter|period)", lambda m, s: _quarter_of(int(m[1]), s)),
        (
            rf"(?:({which}) )?(?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)"
            rf"(?: (?:of )?(?:the )?({which}) (?:fiscal )?year| of (?:the )?year)?",
            lambda m, s: _numbered(known.ordinals[m[2]], m[3], m[4] or m[1], s),
        ),
        (
            rf"({which}) year (?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)",
            lambda m, s: _numbered(known.ordinals[m[2]], m[3], m[1], s),
        ),
        (
            rf"(?:year ago|year earlier) (?:fiscal )?({ordinal}) (?:fiscal )?(quarter|half)",
            lambda m, s: _numbered(known.ordinals[m[1]], m[2], "last", s),
        ),
        (
            rf"({ordinal}) (quarter|half) (?:a year (?:ago|earlier))",
            lambda m, s: _numbered(known.ordinals[m[1]], m[2], "last", s),
        ),
        (r"(?:fiscal )?q([1-4])", lambda m, s: _numbered(int(m[1]), "quarter", None, s)),
    ]


def latest(setting: Setting) -> WireDate:
    """The quarter that the sentence speaks of: the one it names, else the last that is over."""
    return _years_back(0, setting)


def last_year(setting: Setting) -> WireDate:
    """Last year: the quarter of then where the sentence speaks of the latest."""
    return _years_back(1, setting) if _LATEST.search(setting.sentence) else _year_before(setting)


def year_ago(setting: Setting) -> WireDate:
    """A year ago: the quarter of then where the sentence compares quarters."""
    return _years_back(1, setting) if _SPOKEN_OF.search(setting.sentence) else _year_before(setting)


def _year_before(setting: Setting) -> WireDate:
    return WireDate(setting.near.year - 1, inferred=("year",))


def _years_back(years: int, setting: Setting) -> WireDate:
    year, number = _quarter_spoken_of(setting)
    return WireDate(year - years, period=f"Q{number}", inferred=("year", "period"))


def _quarter_of(year: int, setting: Setting) -> WireDate:
    return WireDate(year, period=f"Q{_quarter_spoken_of(setting)[1]}", inferred=("period",))


def _quarter_spoken_of(setting: Setting) -> tuple[int, int]:
    """The quarter that the sentence names, or the last that is over: its year and number."""
    near, named = setting.near, _NAMED.search(setting.sentence)
    if named is not None:
        number = english().ordinals[named[1]]
        return near.year - (number > quarter_of(near)), number
    over = near - relativedelta(months=3)
    return over.year, quarter_of(over)


def _part_of_year(ordinal: str, part: str, year: int) -> WireDate | None:
    return _part(year, part, english().ordinals[ordinal], inferred=())


def _numbered(number: int, part: str, which: str | None, setting: Setting) -> WireDate | None:
    """A quarter or half of the year that ``which`` says, else of the last or next where the tense asks for it."""
    near, months = setting.near, _MONTHS[part]
    year = near.year + step_of(which)
    if not which and setting.tense < 0 and (number - 1) * months >= near.month:
        year -= 1  # it has not begun: "the fourth quarter was weak", said in February
    elif not which and setting.tense > 0 and number * months < near.month - 3:
        year += 1
    return _part(year, part, number, inferred=("year",))


def _part(year: int, part: str, number: int, *, inferred: tuple[str, ...]) -> WireDate | None:
    if part == "half" and number > 2:
        return None
    return WireDate(year, period=f"{part[0].upper()}{number}", inferred=inferred)
