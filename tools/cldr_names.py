"""What Unicode CLDR calls months, weekdays and relative dates, as the block that stands in a language's file.

The names are those of the npm package ``cldr-dates-full`` (``npm pack cldr-dates-full``, unpacked).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[str, list[str]]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHICH = {"-1": "last", "0": "this", "1": "next"}
_DAYS = {"-2": "day before yesterday", "-1": "yesterday", "0": "today", "1": "tomorrow", "2": "day after tomorrow"}
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_PLURAL = "s"


def version(folder: Path) -> str:
    """The version of an unpacked package."""
    return str(json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"])


def block(folder: Path, locales: Sequence[str]) -> str:
    """The TOML lines of a language: its names of months and weekdays, and its words of relative dates."""
    lines = ["[cldr]"]
    for kind, numbers in (("months", [*map(str, range(1, 13))]), ("days", [*_WEEKDAYS])):
        for width in ("wide", "abbreviated"):
            lines += _names_row(folder, locales, kind, width, numbers)
    lines += ["", "[cldr.said]"]
    rows: Rows = {}
    for locale in locales:
        for concept, words in _said(_load(folder, locale, "dateFields")["fields"], is_spaced=_is_spaced(locale)):
            rows.setdefault(concept, []).extend(word for word in words if word not in rows.get(concept, ()))
    lines += [f"{_quoted(concept)} = [{', '.join(map(_quoted, words))}]" for concept, words in rows.items()]
    return "\n".join(lines) + "\n"


def _load(folder: Path, locale: str, file: str) -> Json:
    path = folder / "main" / locale / f"{file}.json"
    dates: Json = json.loads(path.read_text(encoding="utf-8"))["main"][locale]["dates"]
    return dates


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _is_spaced(locale: str) -> bool:
    return locale[:2] not in ("zh", "ja", "th", "ko")


# --- months and weekdays ----------------------------------------------------------------------------------------------


def _names_row(folder: Path, locales: Sequence[str], kind: str, width: str, numbers: list[str]) -> Iterator[str]:
    """``months = [["januari", ...], ...]``: a line for each set of names that some locale has."""
    sets: list[list[str]] = []
    for locale in locales:
        names = _load(folder, locale, "ca-gregorian")["calendars"]["gregorian"][kind]
        for context in ("format", "stand-alone"):
            row = [names[context][width][number] for number in numbers]
            if row not in sets:
                sets.append(row)
    # Names with a figure in them ("4月") are read by the figure.
    sets = [row for row in sets if not any(sign.isdigit() for name in row for sign in name)]
    if sets:
        name = {"months": "months", "days": "weekdays"}[kind]
        yield f"{'' if width == 'wide' else 'short_'}{name} = ["
        yield from (f"  [{', '.join(map(_quoted, row))}]," for row in sets)
        yield "]"


# --- relative dates ---------------------------------------------------------------------------------------------------


def _said(fields: Json, *, is_spaced: bool) -> Iterator[tuple[str, list[str]]]:
    """The words for each concept: ``("last week", ["letzte Woche"])``."""
    for step, concept in _DAYS.items():
        yield from _row(concept, [fields["day"].get(f"relative-type-{step}")])
    weeks = {fields["week"][f"relative-type-{step}"] for step in _WHICH}
    for step, which in _WHICH.items():
        for unit in ("week", "month", "quarter", "year"):
            yield from _row(f"{which} {unit}", [fields[unit].get(f"relative-type-{step}")])
        weekdays = [fields[day][f"relative-type-{step}"] for day in _WEEKDAYS]
        # "先週の金曜日" is Friday of last week, and read as such.
        if not any(week in day for week in weeks for day in weekdays):
            yield from _row(f"{which} weekday", weekdays)
    yield from _counted(fields, is_spaced=is_spaced)


def _row(concept: str, words: list[str | None]) -> Iterator[tuple[str, list[str]]]:
    known = [word.lower() for word in words if word]
    if known:
        yield concept, known


def _counted(fields: Json, *, is_spaced: bool) -> Iterator[tuple[str, list[str]]]:
    """Out of "vor {0} Tagen", "vor {0} Jahren" the words for "ago" and for each unit."""
    units: dict[str, list[str]] = {}
    for time, direction in (("past", "ago"), ("future", "hence")):
        patterns = {unit: [*_patterns(fields[unit], time)] for unit in _UNITS}
        counted = [words for found in patterns.values() for _, words in found if "{0}" in words]
        if len(counted) < len(_UNITS):
            continue
        heads, tails = zip(*(words.split("{0}") for words in counted), strict=True)
        head = _common([_pieces(head, is_spaced=is_spaced) for head in heads])
        tail = _common([_pieces(tail, is_spaced=is_spaced)[::-1] for tail in tails])[::-1]
        sign = "" if not is_spaced else " "
        before, behind = sign.join(head), sign.join(tail)
        if not (before or behind):  # Bengali says "ago" in two ways
            continue
        if before and behind:
            yield "little words", [before]
        yield (direction, [behind]) if behind else (f"{direction} before", [before])
        for unit, found in patterns.items():
            for plural, words in found:
                word = words.replace("{0}", " ").strip().removeprefix(before).removesuffix(behind).strip()
                concept = _concept(unit, plural, has_figure="{0}" in words)
                is_part = words.startswith(before) and words.endswith(behind) and "{0}" not in word
                if word and concept and is_part and word not in units.setdefault(concept, []):
                    units[concept].append(word)
    yield from units.items()


def _patterns(field: Json, time: str) -> Iterator[tuple[str, str]]:
    for name, words in field.get(f"relativeTime-type-{time}", {}).items():
        yield name.rpartition("-")[2], words.lower()


def _concept(unit: str, plural: str, *, has_figure: bool) -> str | None:
    """``days`` for "{0} Tagen", ``2 days`` for the Arabic dual "يومين"; none where a word stands for the whole."""
    if has_figure:
        return unit if plural == "one" else unit + _PLURAL
    return {"one": f"1 {unit}", "two": f"2 {unit}{_PLURAL}"}.get(plural)


def _pieces(text: str, *, is_spaced: bool) -> list[str]:
    return text.split() if is_spaced else [*text.replace(" ", "")]


def _common(rows: list[list[str]]) -> list[str]:
    """The pieces that all rows begin with."""
    return [pieces[0] for pieces in takewhile(lambda pieces: len(set(pieces)) == 1, zip(*rows, strict=False))]
