"""What a wrong argument is told: what it must be, what it was, and what to pass instead; and how values are shown."""

from __future__ import annotations

import datetime as dt
import reprlib
from typing import NamedTuple

import attrs

_SHOWN = 60


def wrong_type(name: str, wanted: str, got: object, advice: str) -> TypeError:
    """The error for an argument of a wrong type, in the same words for every function.

    >>> print(wrong_type("workers", "a whole number or None", "2", "pass int('2')"))
    workers must be a whole number or None, got str '2': pass int('2')
    """
    return TypeError(f"{name} must be {wanted}, got {type(got).__name__} {reprlib.repr(got)}: {advice}")


def check_text(text: object, advice: str) -> None:
    """Raise ``TypeError`` unless ``text`` is a ``str``; ``advice`` says what to pass."""
    if not isinstance(text, str):
        raise wrong_type("text", "a str", text, advice)


def check_count(name: str, count: object, example: int) -> None:
    """Raise ``TypeError`` unless ``count`` is a whole number (``True`` is none), ``ValueError`` when it is below 1."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise wrong_type(name, "a whole number (int)", count, f"pass {name}={example}")
    if count < 1:
        raise ValueError(f"{name} must be 1 or more, got {count}: pass {name}={example}")


def check_code(name: str, code: object, wanted: str) -> None:
    """Raise unless ``code`` is None or two letters: ``TypeError`` for what is no ``str``, else ``ValueError``.

    >>> check_code("country", "TWN", "an ISO 3166 code of two letters such as 'TW'")
    Traceback (most recent call last):
    ValueError: country must be an ISO 3166 code of two letters such as 'TW', got 'TWN'
    """
    if code is None:
        return
    if not isinstance(code, str):
        raise TypeError(f"{name} must be {wanted}, got {type(code).__name__} {reprlib.repr(code)}")
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise ValueError(f"{name} must be {wanted}, got {reprlib.repr(code)}")


class Hints(NamedTuple):
    """What a caller knows of a story and its text need not say: ISO 3166-1 alpha-2 and ISO 639-1."""

    country: str | None = None
    language: str | None = None


NO_HINTS = Hints()


def hints_of(country: str | None, language: str | None) -> Hints:
    """The hints, in the case of the tables; what is no code raises, as :func:`check_code` says.

    >>> hints_of("us", "EN"), hints_of(None, None) is NO_HINTS
    (Hints(country='US', language='en'), True)
    """
    if country is None and language is None:
        return NO_HINTS
    check_code("country", country, "an ISO 3166 code of two letters such as 'TW'")
    check_code("language", language, "an ISO 639-1 code of two letters such as 'zh'")
    return Hints(country and country.upper(), language and language.lower())


def day_of(reference: dt.date | dt.datetime | None) -> dt.date | None:
    """The day of a ``reference``, ``None`` where there is none.

    >>> day_of("2025-04-18")
    Traceback (most recent call last):
    TypeError: reference must be a date or a datetime, got str ...: pass datetime.date.fromisoformat('2025-04-18')
    """
    if reference is None:
        return None
    if isinstance(reference, dt.datetime):
        return reference.date()
    if isinstance(reference, dt.date):
        return reference
    given = reprlib.repr(reference) if isinstance(reference, str) else "'2025-04-18'"
    raise wrong_type("reference", "a date or a datetime", reference, f"pass datetime.date.fromisoformat({given})")


def short_repr(value: object) -> str:
    """The repr of a value, cut so that no repr of an article floods a terminal.

    >>> print(short_repr((1, 2, 3, 4)))
    (1, 2, 3, … 4 in all)
    """
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[: _SHOWN - 1]!r}… ({len(value)} characters)"
    if isinstance(value, tuple) and len(value) > 3:
        return f"({', '.join(map(repr, value[:3]))}, … {len(value)} in all)"
    return repr(value)


class Shown:
    """What all values show of themselves: ``Place(text='OSLO', name='Oslo', region=None, country='NO')``."""

    # Written once: to make one for each class, as attrs does, takes a tenth of the time of ``import wirenews``.
    __slots__ = ()

    def __repr__(self) -> str:
        shown = []
        for part in attrs.fields(type(self)):  # type: ignore[arg-type]
            if part.repr is False:
                continue
            show = part.repr if callable(part.repr) else repr
            shown.append(f"{part.name}={show(getattr(self, part.name))}")
        return f"{type(self).__qualname__}({', '.join(shown)})"
