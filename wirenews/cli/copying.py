"""``wirenews copies``: the same story in several files."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from typing import Any

from ..article import Article
from ..copies import Fingerprint, find_copies, fingerprint
from ..record import dumps
from .inputs import Origin, Reading, number_of_files
from .messages import Told
from .views import look_of_terminal, many, printable
from .writers import put

_COLUMNS = tuple(f"{which}{name}" for which in ("", "other_") for name in (*Origin._fields, "agency", "headline"))


def run(options: argparse.Namespace) -> int:
    """The exit status."""
    reading: Reading = options.reading
    with Told(number_of_files(reading.files)) as told:
        stories = [(origin, made) for origin, made in reading.told(_marked, told)]
    pairs = _pairs(stories, options.at)
    if options.json:
        for pair in pairs:
            put(sys.stdout, dumps(pair), "\n")
    elif options.csv:
        writer = csv.DictWriter(sys.stdout, (*_COLUMNS, "containment"), lineterminator="\n")
        writer.writeheader()
        writer.writerows(pairs)
    else:
        _show(pairs, len(stories))
    return 1 if told.has_failed else 0


def _marked(article: Article) -> tuple[Fingerprint, str | None, str | None]:
    """What is kept of a story: its fingerprint, its agency and its headline."""
    row = article.record()
    return fingerprint(article), row["agency"] or row["agency_name"], row["headline"]


def _pairs(stories: list[tuple[Origin, Any]], at: float) -> Iterator[dict[str, Any]]:
    """The pairs of stories that run the same copy, as rows."""
    prints = ((number, made[0]) for number, (_, made) in enumerate(stories))
    for first, second, share in find_copies(prints, at=at):
        row: list[Any] = []
        for number in (first, second):
            origin, (_, agency, headline) = stories[number]
            row += (*origin, agency, headline)
        yield {**dict(zip(_COLUMNS, row, strict=True)), "containment": round(share, 3)}


def _show(pairs: Iterator[dict[str, Any]], stories: int) -> None:
    look = look_of_terminal()
    number = 0
    for number, pair in enumerate(pairs, 1):  # noqa: B007
        put(sys.stdout, look.coloured(f"{pair['containment']:.0%} of the shorter one", "1"), "\n")
        for which in ("", "other_"):
            place = f"{pair[f'{which}file']}, story {pair[f'{which}number']}"
            agency = pair[f"{which}agency"] or "no agency"
            headline = pair[f"{which}headline"]
            put(
                sys.stdout,
                f"  {printable(place):<40} {look.coloured(f'{agency:<12}', '36')} {printable(headline or '')}".rstrip(),
                "\n",
            )
    put(sys.stdout, f"{many(number, 'pair', 'pairs')} among {many(stories, 'story', 'stories')}\n")
