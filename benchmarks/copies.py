"""How many re-housed stories are found again by their fingerprints, and how many wrong pairs come with them.

python benchmarks/copies.py [--corpora FOLDER] [--number 1000] [--at 0.5]

A paper's version of an agency story keeps 40 to 90 percent of its paragraphs, loses 2 percent of the words, and has
five lines of local furniture, the same on all pages of that paper. Found is what share of the versions are paired with
the story they come from; wrong is how many pairs are of two stories that share no copy on the wire either.
Without ``--corpora`` the stories are made up; with it they are those of ``reuters_web`` and ``ap89`` in the folder.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import process_time

from wirenews import Fingerprint, find_copies, fingerprint, parse

_PAPERS = 40
_WORDS = (
    "harbour dues quay ferry rain city port ship crane tide pier rope salt wind gull lamp bell sand reef boat".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, help="a folder with reuters_web.jsonl.gz and ap89.jsonl.gz")
    parser.add_argument("--number", type=int, default=1000, help="how many stories")
    parser.add_argument("--at", type=float, default=0.5)
    options = parser.parse_args()
    chance = random.Random(1)
    sources = list(islice(_real(options.corpora) if options.corpora else _made_up(chance), options.number))
    for name, cut in (("whole texts", False), ("bodies cut by parse", True)):
        made = list(_corpus(sources, random.Random(2), cut))
        start = process_time()
        pairs = list(find_copies(made, at=options.at))
        seconds = process_time() - start
        found = {b for a, b, _ in pairs if a[1] == b[1]}
        updates = _updates(made)
        wrong = [(a, b) for a, b, _ in pairs if a[1] != b[1] and (a[1], b[1]) not in updates]
        versions = sum(kind == "paper" for (kind, _), _ in made)
        print(
            f"{name}: {100 * len(found) / versions:.1f} % of {versions} found, {len(wrong)} of {len(pairs)} "
            f"pairs wrong; {seconds * 1e6 / len(made):.0f} us a story, "
            f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most"
        )


def _corpus(sources: list[str], chance: random.Random, cut: bool) -> Iterator[tuple[tuple[str, int], Fingerprint]]:
    """The stories, then each in a paper: of whole texts, or of the bodies that ``parse`` cuts out."""
    furniture = [[" ".join(chance.choices(_WORDS, k=8)) for _ in range(5)] for _ in range(_PAPERS)]
    for number, source in enumerate(sources):
        yield ("wire", number), _fingerprint(source, cut)
    for number, source in enumerate(sources):
        yield ("paper", number), _fingerprint(_rehoused(source, chance.choice(furniture), chance), cut)


def _updates(made: list[tuple[tuple[str, int], Fingerprint]]) -> set[tuple[int, int]]:
    """The stories that run the copy of an earlier one on the wire itself, in either order."""
    wire = [(number, print) for (kind, number), print in made if kind == "wire"]
    pairs = {(a, b) for a, b, _ in find_copies(wire, at=0.1)}
    return pairs | {(b, a) for a, b in pairs}


def _fingerprint(text: str, cut: bool) -> Fingerprint:
    # A colon before every line keeps all of it in the body.
    return fingerprint(text if cut else "".join(f": {line} and so on, it was said.\n\n" for line in text.split("\n")))


def _rehoused(source: str, furniture: list[str], chance: random.Random) -> str:
    paragraphs = [paragraph.text for paragraph in parse(source).paragraphs]
    kept = paragraphs[: max(1, round(len(paragraphs) * chance.uniform(0.4, 0.9)))]
    words = ("\n\n".join(kept)).split(" ")
    body = " ".join(word for word in words if chance.random() > 0.02)
    return "\n\n".join([*furniture[:2], "Dues to rise", "By Staff Reporter", body, *furniture[2:]])


def _real(folder: Path) -> Iterator[str]:
    for name in ("reuters_web", "ap89"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def _made_up(chance: random.Random) -> Iterator[str]:
    while True:
        body = [" ".join(chance.choices(_WORDS, k=chance.randint(15, 40))) for _ in range(chance.randint(4, 14))]
        yield (
            "LISBON, Feb 26 (Reuters) - "
            + "\n\n".join(f"{p.capitalize()}." for p in body)
            + "\n\n(Reporting by Ana Paz)"
        )


if __name__ == "__main__":
    main()
