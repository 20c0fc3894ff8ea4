"""``wirenews summary``: what is in an archive, counted."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from ..article import Article
from ..record import dumps
from .inputs import Reading, number_of_files
from .messages import Told
from .views import Look, look_of_terminal, many, printable
from .writers import put

# What is counted, as columns of the row, and what the groups are called.
_GROUPS = {"agency": "agencies", "country": "countries", "date": "days", "language": "languages", "defects": "defects"}
_WITHOUT = ("dateline", "agency", "country", "date", "language")
_MOST_SHOWN = 15
_BAR = 20


@attrs.define
class _Counts:
    """The counts of all stories: of each group how many stories have which value."""

    files: int = 0
    stories: int = 0
    groups: dict[str, Counter[str]] = attrs.field(factory=lambda: {name: Counter() for name in _GROUPS})
    without: Counter[str] = attrs.field(factory=Counter)

    def add(self, row: dict[str, Any]) -> None:
        self.stories += 1
        for name in _GROUPS:
            value = row[name]
            self.groups[name].update({*value} if isinstance(value, list) else filter(None, [value]))
        self.without.update(name for name in _WITHOUT if row[name] is None)


def run(options: argparse.Namespace) -> int:
    """The exit status."""
    reading: Reading = options.reading
    counts, files = _Counts(), set()
    with Told(number_of_files(reading.files)) as told:
        for origin, row in reading.told(_counted, told):
            files.add(origin.file)
            counts.add(row)
    counts.files = len(files)
    if options.json:
        put(sys.stdout, dumps(_plain(counts)), "\n")
    elif options.csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(_rows(counts))
    else:
        put(sys.stdout, *[f"{line}\n" for line in _lines(counts, look_of_terminal())])
    return 1 if told.has_failed else 0


def _counted(article: Article) -> dict[str, Any]:
    row = article.record()
    return {name: row[name] for name in (*_GROUPS, "dateline")}  # type: ignore[literal-required]


def _plain(counts: _Counts) -> dict[str, Any]:
    return {
        "files": counts.files,
        "stories": counts.stories,
        **{title: dict(_ordered(name, counts)) for name, title in _GROUPS.items()},
        **{f"without_{name}": counts.without[name] for name in _WITHOUT},
    }


def _ordered(name: str, counts: _Counts) -> list[tuple[str, int]]:
    """The values of a group: days in their order, all others by their number."""
    found = counts.groups[name].items()
    return sorted(found) if name == "date" else sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _rows(counts: _Counts) -> Iterator[tuple[str, str, Any]]:
    yield "what", "value", "stories"
    yield "all", "", counts.stories
    for name in _GROUPS:
        for value, number in _ordered(name, counts):
            yield name.removesuffix("s"), value, number
    for name in _WITHOUT:
        yield "without", name, counts.without[name]


def _lines(counts: _Counts, look: Look) -> Iterator[str]:
    yield f"{many(counts.stories, 'story', 'stories')} in {many(counts.files, 'file', 'files')}"
    if not counts.stories:
        return
    for name, title in _GROUPS.items():
        ordered = _ordered(name, counts)
        if not ordered and name == "defects":
            continue
        yield ""
        yield look.coloured(f"{title} ({len(ordered):,})", "1")
        yield from (_line(value, number, counts.stories) for value, number in ordered[:_MOST_SHOWN])
        if left := ordered[_MOST_SHOWN:]:
            yield _line(f"… {len(left):,} more", sum(number for _, number in left), counts.stories)
        if counts.without[name]:
            yield _line("unknown", counts.without[name], counts.stories)
    yield ""
    yield f"without a dateline: {many(counts.without['dateline'], 'story', 'stories')}"


def _line(value: str, number: int, stories: int) -> str:
    bar = "█" * round(_BAR * min(number / stories, 1))
    return f"  {printable(value):<24} {number:>9,} {number / stories:>6.1%} {bar}".rstrip()
