"""Mutate the documents of the tests at random and load them: nothing may raise but ValueError, nothing may take long.

python tools/fuzz_documents.py                    a thousand documents of each format
python tools/fuzz_documents.py --number 100000    more
python tools/fuzz_documents.py --seed 7           others

Prints what was found, with the seed that makes it again; the exit status is 1 then.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_formats import CASES  # noqa: E402

import wirenews  # noqa: E402

# What is put into a document: marks that a format may choke on.
PIECES = (
    "<", ">", "&", "</p>", "<p>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "&#0;", "&amp;", '"', "'",
    "{", "}", "[", "]", ",", "\\", "\n", "\r\n", "\t", "\x01", "\x02", "\x03", "\x04", "\x00", "\ud800", "\ufffd",
    "<newsItem>", "</newsItem>", "<item>", "</entry>", "<DOC>", "From a@b\n", "1 of 2 DOCUMENTS\n", "=E9", " " * 50,
)  # fmt: skip
# The most seconds that a document of some kilobytes may take.
SLOW = 1.0


def mutated(document: str, random_: random.Random) -> str:
    """The document after some cuts, doublings, and pieces put in."""
    for _ in range(random_.randint(1, 6)):
        at, end = sorted(random_.randrange(len(document) + 1) for _ in range(2))
        change = random_.randrange(5)
        if change == 0:
            document = document[:at] + document[min(end, at + 200) :]
        elif change == 1:
            document = document[:at]
        elif change == 2:
            document = document[:end] + document[at : min(end, at + 500)] + document[end:]
        else:
            document = document[:at] + random_.choice(PIECES) * random_.choice((1, 1, 3, 40)) + document[at:]
    return document


def faults(document: str | bytes) -> Iterator[str]:
    """What is wrong with how a document is loaded."""
    start = process_time()
    try:
        for article in wirenews.load(document):
            if "".join(article.source[s.start : s.end] for s in article.segments) != article.source:
                yield "the segments are not the source"
            if wirenews.Article.from_dict(article.to_dict()) != article:
                yield "the article is another after to_dict and from_dict"
    except ValueError as error:
        if type(error) is not ValueError:
            yield f"{type(error).__name__}: {error}"
    except Exception as error:  # what is looked for
        yield f"{type(error).__name__}: {error}"
    if process_time() - start > SLOW:
        yield f"it took {process_time() - start:.1f} seconds"


def main() -> int:
    """The exit status: 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000, help="how many documents of each format")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    found = 0
    for case in CASES:
        for number in range(options.number):
            seed = f"{options.seed}/{case.format}/{number}"
            document = mutated(case.document, random.Random(seed))
            for each in (document, document.encode("utf-8", "replace")):
                for fault in faults(each):
                    found += 1
                    print(f"{case.format}, seed {seed}: {fault}")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
