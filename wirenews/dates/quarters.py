"""Expressions for quarters and halves of a year: ``the third quarter``, ``zweites Halbjahr``, ``上半年``."""

from __future__ import annotations

from dateutil.relativedelta import relativedelta

from ..wire_date import WireDate
from .reference import Setting, quarter_of
from .rules import AbsoluteRule, Rule, step_of
from .said import Said, said_in

_MONTHS = {"q": 3, "b": 6}
_NAMES = {"q": "Q", "b": "H"}


def absolute_rules() -> list[AbsoluteRule]:
    """Expressions that say which year they mean."""
    return [("o[qb]y?#y?|#y?o[qb]", lambda said: _part(said.number("#"), said, inferred=()))]


def rules() -> list[Rule]:
    """Expressions whose year or quarter the story's date tells."""
    return [
        ("[WL]r", lambda said, setting: latest(setting)),
        ("S?C[qr]|S?[qr]C", lambda said, setting: _years_back(1, setting)),
        ("S?Wy[qr]|S?[qr]Wy", lambda said, setting: _years_back(-step_of(said.value("W")), setting)),
        ("S?[qr]#|S?#[qr]", lambda said, setting: _quarter_of(said.number("#"), setting)),
        ("W?o[qb]y?|o[qb]Wy|Wyo[qb]", lambda said, setting: _numbered(said, said.value("W"), setting)),
        ("Co[qb]|o[qb]C", lambda said, setting: _numbered(said, "last", setting)),
    ]


def latest(setting: Setting) -> WireDate:
    """The quarter that the sentence speaks of: the one it names, else the last that is over."""
    return _years_back(0, setting)


def last_year(setting: Setting) -> WireDate:
    """Last year: the quarter of then where the sentence speaks of the latest."""
    return _years_back(1, setting) if _speaks_of("Lq|Lr", setting) else _year_before(setting)


def year_ago(setting: Setting) -> WireDate:
    """A year ago: the quarter of then where the sentence compares quarters."""
    return _years_back(1, setting) if _speaks_of("q|#r|Lr", setting) else _year_before(setting)


def _speaks_of(letters: str, setting: Setting) -> bool:
    said = said_in(setting.sentence, setting.language).letters
    return any(part in said for part in letters.split("|"))


def _year_before(setting: Setting) -> WireDate:
    return WireDate(setting.near.year - 1, inferred=("year",))


def _years_back(years: int, setting: Setting) -> WireDate:
    year, number = _quarter_spoken_of(setting)
    return WireDate(year - years, period=f"Q{number}", inferred=("year", "period"))


def _quarter_of(year: int, setting: Setting) -> WireDate:
    return WireDate(year, period=f"Q{_quarter_spoken_of(setting)[1]}", inferred=("period",))


def _quarter_spoken_of(setting: Setting) -> tuple[int, int]:
    """The quarter that the sentence names, or the last that is over: its year and number."""
    near, said = setting.near, said_in(setting.sentence, setting.language)
    named = said.letters.find("oq")
    if named >= 0:
        number = int(said.values[named])
        return near.year - (number > quarter_of(near)), number
    over = near - relativedelta(months=3)
    return over.year, quarter_of(over)


def _numbered(said: Said, which: str | None, setting: Setting) -> WireDate | None:
    """A quarter or half of the year that ``which`` says, else of the last or next where the tense asks for it."""
    near, number, months = setting.near, said.number("o"), _MONTHS[_letter(said)]
    year = near.year + step_of(which)
    if not which and setting.tense < 0 and (number - 1) * months >= near.month:
        year -= 1  # it has not begun: "the fourth quarter was weak", said in February
    elif not which and setting.tense > 0 and number * months < near.month - 3:
        year += 1
    return _part(year, said, inferred=("year",))


def _letter(said: Said) -> str:
    return "b" if "b" in said.letters else "q"


def _part(year: int, said: Said, *, inferred: tuple[str, ...]) -> WireDate | None:
    letter, number = _letter(said), said.number("o")
    if number * _MONTHS[letter] > 12:
        return None
    return WireDate(year, period=f"{_NAMES[letter]}{number}", inferred=inferred)
