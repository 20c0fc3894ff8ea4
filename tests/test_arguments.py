"""A wrong argument, anywhere in the public face: a ``TypeError`` at once that says what to pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import wirenews
from wirenews import Article, export

ARTICLE = wirenews.parse("OSLO, May 2 (Reuters) - It rained all day.")

# The argument's name, a call with it, and values of a wrong type.
CASES: list[tuple[str, Callable[[Any], object], list[Any]]] = [
    ("source", wirenews.parse, [None, 5, ["text"], bytearray(b"text"), ARTICLE]),
    ("reference", lambda wrong: wirenews.parse("Rain.", reference=wrong), ["2025-04-18", 2025, (2025, 4, 18)]),
    ("document", wirenews.load, [None, 5, ["text"], {"text"}]),
    ("document", wirenews.iter_load, [None, 5, ["text"], {"text"}]),
    ("format", lambda wrong: wirenews.iter_load("Rain.", format=wrong), [5, ["text"], b"text"]),
    ("reference", lambda wrong: wirenews.load("Rain.", reference=wrong), ["2025-04-18", 2025]),
    ("reference", lambda wrong: wirenews.iter_load("Rain.", reference=wrong), ["2025-04-18", 2025]),
    ("limit", lambda wrong: wirenews.load("Rain.", limit=wrong), [None, "5", 5.0, True]),
    ("limit", lambda wrong: wirenews.iter_load("Rain.", limit=wrong), [None, "5", 5.0, True]),
    ("sources", wirenews.parse_many, [None, 5, "text", b"text", ARTICLE]),
    ("workers", lambda wrong: wirenews.parse_many([], workers=wrong), ["2", 2.0, True, False, [2]]),
    ("reference", lambda wrong: wirenews.parse_many([], reference=wrong), ["2025-04-18", 2025]),
    ("reference", lambda wrong: wirenews.parse_many([], reference=wrong, workers=2), ["2025-04-18", 2025]),
    ("text", wirenews.find_place, [None, 5, b"PARIS", ["PARIS"], ARTICLE]),
    ("text", wirenews.normalize_date, [None, 5, b"Feb 26", ["Feb 26"], dt.date(2025, 4, 18)]),
    ("reference", lambda wrong: wirenews.normalize_date("today", reference=wrong), ["2025-04-18", 2025]),
    ("context", lambda wrong: wirenews.normalize_date("today", context=wrong), [5, b"They vote today."]),
    ("language", lambda wrong: wirenews.normalize_date("today", language=wrong), [5, ["pl"]]),
    ("order", lambda wrong: wirenews.normalize_date("today", order=wrong), [5, b"DMY"]),
    ("articles", export.to_html, [None, "x", b"x", {}, 5]),
    ("articles", wirenews.report, [None, "x", b"x", {}, 5]),
    ("article", export.to_ninjs, [None, "x", {}, [ARTICLE]]),
    ("article", export.to_jsonld, [None, "x", {}, [ARTICLE]]),
    ("uri", lambda wrong: export.to_ninjs(ARTICLE, uri=wrong), [5, b"urn:1"]),
    ("data", Article.from_dict, [None, "{}", 5, [], ARTICLE]),
]


@pytest.mark.parametrize(
    ("name", "call", "wrong"),
    [pytest.param(name, call, wrong, id=f"{name}-{wrong!r:.30}") for name, call, values in CASES for wrong in values],
)
def test_a_wrong_argument_raises_at_once(name: str, call: Callable[[Any], object], wrong: Any) -> None:
    with pytest.raises(TypeError) as caught:
        call(wrong)
    message = str(caught.value)
    assert message.startswith(f"{name} must be ")
    assert f", got {type(wrong).__name__} " in message
    assert ": pass " in message
    assert len(message) < 300


@pytest.mark.parametrize("wrong", [None, 5, b"text"])
@pytest.mark.parametrize("call", [wirenews.normalize_attribution, wirenews.find_agency])
def test_the_other_helpers_raise_too(call: Callable[[Any], object], wrong: Any) -> None:
    with pytest.raises(TypeError, match="str"):
        call(wrong)


@pytest.mark.parametrize(
    "call",
    [
        lambda: wirenews.parse_many([], workers=0),
        lambda: wirenews.parse_many([], workers=-1),
        lambda: wirenews.load("Rain.", limit=0),
        lambda: wirenews.iter_load("Rain.", limit=-5),
    ],
)
def test_a_count_below_one(call: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"^(workers|limit) must be 1 or more, got .*: pass "):
        call()


def test_a_string_as_reference_is_told_how_to_read_it() -> None:
    with pytest.raises(TypeError) as caught:
        wirenews.load("Rain.", reference="2025-04-18")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "reference must be a date or a datetime, got str '2025-04-18': pass datetime.date.fromisoformat('2025-04-18')"
    )


def test_right_arguments_pass() -> None:
    day = dt.datetime(2025, 4, 18, 12)
    assert [article.date for article in wirenews.load("OSLO, May 2 (Reuters) - Rain.", reference=day, limit=100)] == [
        dt.date(2025, 5, 2)
    ]
    assert list(wirenews.parse_many((text for text in ["Rain."]), reference=day, workers=1))
