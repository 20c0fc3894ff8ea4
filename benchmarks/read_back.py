"""Whether ``parse`` reads back what the generator of stories writes: by field, by layout and by row.

python benchmarks/read_back.py [--number 20000] [--seed 1] [--show 10]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from stories import Story, stories

import wirenews


def read(story: Story) -> dict[str, Any]:
    """What ``parse`` reads of each field that the truth has."""
    article = wirenews.parse(story.text)
    dateline = article.dateline
    date = dateline.date if dateline is not None else None
    return {
        "dateline": dateline.text.strip("-–—: .=") if dateline is not None else None,
        "places": [place.country for place in dateline.places] if dateline is not None else [],
        "date": date.isoformat() if date is not None else None,
        "agency": article.agency.id if article.agency is not None else None,
        "headline": article.headline.text if article.headline is not None else None,
        "authors": [person.name for person in article.byline.people] if article.byline is not None else [],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "credits": [
            (credit.role, person.name)
            for credit in article.credits
            for person in credit.people
            if credit.role != "photo"
        ],
        "notices": [notice.kind for notice in article.notices],
    }


def wrong(story: Story) -> Iterator[tuple[str, Any, Any]]:
    """The fields that are read wrong, each with its truth and what was read."""
    for name, found in read(story).items():
        if name in story.truth and found != story.truth[name]:
            yield name, story.truth[name], found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--number", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="how many failures of each field to print")
    options = parser.parse_args()
    fields: Counter[str] = Counter()
    classes: Counter[tuple[str, str, str]] = Counter()
    rows: defaultdict[str, set[str]] = defaultdict(set)
    shown: Counter[str] = Counter()
    for story in islice(stories(options.seed), options.number):
        for deck, card in story.rows:
            rows[deck].add(card)
        for name, truth, found in wrong(story):
            fields[name] += 1
            classes[name, story.language, story.layout.strip()] += 1
            shown[name] += 1
            if shown[name] <= options.show:
                print(f"{name}: {truth!r}\n  read: {found!r}\n{story.text}")
    for name in ("dateline", "places", "date", "agency", "headline", "authors", "paragraphs", "credits", "notices"):
        print(f"{name:12} {100 - 100 * fields[name] / options.number:6.2f} %")
    print("\nThe commonest failures: field, language, layout")
    for (name, language, layout), count in classes.most_common(30):
        print(f"{count:6} {name:12} {language}  {layout}")
    print("\nRows printed, by deck")
    for deck, cards in sorted(rows.items()):
        print(f"{len(cards):6} {deck}")


if __name__ == "__main__":
    main()
