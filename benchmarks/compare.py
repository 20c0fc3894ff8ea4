"""What people would use instead: how long each takes for a story, and how often it is right, in one table.

python benchmarks/compare.py [--number 300] [--corpora FOLDER]

Needs ``pip install 'wirenews[bench]'`` (with pip 24 or later; a package that is not there is left out and named). A
time is that of the processor for one story, on stories that are all different. Right is how often the answer is
that of the truth: on made-up English stories, and with ``--corpora`` on the cases of a folder: ``.jsonl`` or
``.jsonl.gz`` files with a ``text`` and ``gold`` (``dateline``, ``date``, ``body_start``, ``authors``, ``headline``)
on each line.

Of a date month and day count, since most packages take today's year where none is printed. Packages that read pages
get the story as a page. ``nitful`` is not here: its NITF is the imagery format of that name, not the one for news.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import html
import importlib
import itertools
import json
import platform
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import process_time
from typing import Any

from attrs import field, frozen

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

import bench  # noqa: E402
import stories as made_up  # noqa: E402

import wirenews  # noqa: E402

_ROUNDS = 3


@frozen
class Case:
    """A story, and what is true of it."""

    text: str
    truth: dict[str, Any]
    page: str = field(init=False)
    g2: bytes = field(init=False)

    @page.default
    def _page(self) -> str:
        parts = [html.escape(part).replace("\n", "<br/>\n") for part in self.text.split("\n\n") if part.strip()]
        title = html.escape(self.truth.get("headline") or "")
        paragraphs = "\n".join(f"<p>{part}</p>" for part in parts)
        return f"<html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>"

    @g2.default
    def _g2(self) -> bytes:
        title = html.escape(self.truth.get("headline") or "")
        message = bench.documents(html.escape(self.text))["NewsML-G2"].replace(
            b"Dues", title.encode("utf-8", "replace")
        )
        item = message[message.index(b"<newsItem ") : message.index(b"</itemSet>")]
        # newsmlg2 reads items, and no messages.
        return item.replace(b"<newsItem ", b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ', 1)


@frozen
class Asked:
    """What gives an answer, and the package it is of, where it is none of wirenews'."""

    package: str
    call: str
    answer: Callable[[Any], Any]


# What public code that prepares news for training cuts off: capitals, perhaps more, to a dash.
_NAIVE = re.compile(r"^\s*([A-Z][A-Z .,'/-]+[^\n]{0,40}?(?:\([A-Za-z ]+\))?)\s*(?:--?|[–—])\s", re.M)


def naive_dateline(case: Case) -> str | None:
    found = _NAIVE.search(case.text)
    return found[1] if found else None


def _of_package(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)


def _dateline(case: Case) -> Any:
    dateline = wirenews.parse(case.text).dateline
    return dateline.text if dateline is not None else None


def _date(case: Case) -> Any:
    dateline = wirenews.parse(case.text).dateline
    return dateline.date if dateline is not None else None


def _searched(case: Case) -> Any:
    found = _of_package("dateparser.search").search_dates(case.text[:1000], languages=["en"])
    return found[0][1] if found else None


def _found(case: Case) -> Any:
    return next(_of_package("datefinder").find_dates(case.text[:1000]), None)


def _body(case: Case) -> Any:
    return wirenews.load(case.page, format="html")[0].body


def _newspaper(case: Case) -> Any:
    article = _of_package("newspaper").Article("https://example.org/", language="en")
    article.download(input_html=case.page)
    article.parse()
    return article


def _authors(case: Case) -> list[str]:
    byline = wirenews.load(case.page, format="html")[0].byline
    return [person.name for person in byline.people] if byline is not None else []


def _trafilatura_authors(case: Case) -> list[str]:
    author = _of_package("trafilatura").bare_extraction(case.page, with_metadata=True).author
    return author.split("; ") if author else []


def _g2_headline(case: Case) -> Any:
    return str(_of_package("NewsMLG2").NewsMLG2Document(case.g2).get_item().contentmeta.headline)


def _name(line: str) -> str:
    return wirenews.normalize_attribution(line).people[0].name  # type: ignore[union-attr]


def _human_name(line: str) -> str:
    name = _of_package("nameparser").HumanName(line.removeprefix("By "))
    name.capitalize(force=True)
    return str(name)


_spacy: list[Any] = []


def _tokens(case: Case) -> Any:
    if not _spacy:
        _spacy.append(_of_package("spacy").blank("en"))
    return _spacy[0](case.text)


# What is asked, by the name of the truth: of stories, of printed dates, of bylines.
OF_STORIES: dict[str, list[Asked]] = {
    "dateline": [Asked("", "parse", _dateline), Asked("", "a naive expression", naive_dateline)],
    "date": [
        Asked("", "parse", _date),
        Asked("dateparser", "search_dates, the first", _searched),
        Asked("datefinder", "find_dates, the first", _found),
        Asked("htmldate", "find_date", lambda case: _of_package("htmldate").find_date(case.page)),
    ],
    "body_start": [
        Asked("", "load of the page", _body),
        Asked("trafilatura", "extract", lambda case: _of_package("trafilatura").extract(case.page)),
        Asked("newspaper4k", "Article.parse", lambda case: _newspaper(case).text),
    ],
    "authors": [
        Asked("", "load of the page", _authors),
        Asked("trafilatura", "bare_extraction", _trafilatura_authors),
        Asked("newspaper4k", "Article.parse", lambda case: _newspaper(case).authors),
    ],
    "headline": [
        Asked("", "load of NewsML-G2", lambda case: wirenews.load(case.g2)[0].headline),
        Asked("newsmlg2", "NewsMLG2Document", _g2_headline),
    ],
    "words": [Asked("spacy", "blank('en'), its tokens", _tokens)],
}
OF_DATES = [
    Asked("", "normalize_date", lambda words: wirenews.normalize_date(words, language="en")),
    Asked("dateparser", "parse", lambda words: _of_package("dateparser").parse(words, languages=["en"])),
    Asked("python-dateutil", "parse", lambda words: _of_package("dateutil.parser").parse(words)),
]
OF_NAMES = [Asked("", "normalize_attribution", _name), Asked("nameparser", "HumanName", _human_name)]
TITLES = {
    "dateline": "the dateline of a story",
    "date": "the date of a story",
    "body_start": "the body, from its first word",
    "authors": "the authors of a page",
    "headline": "the headline of NewsML-G2",
    "words": "words",
}


# ---------------------------------------------------------------- the cases


def generated(number: int) -> list[Case]:
    """Made-up English stories."""
    english = (story for story in made_up.stories(1) if story.language == "en")
    return [
        Case(story.text, {**story.truth, "body_start": story.truth["paragraphs"][0][:60]})
        for story in itertools.islice(english, number)
    ]


def cases_of(folder: Path, number: int) -> list[Case]:
    """The cases of a folder, as many as asked for, spread evenly over each file."""
    found: list[Case] = []
    for path in sorted(folder.glob("*.jsonl*")):
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if "text" in row and isinstance(row.get("gold"), dict)]
        found += [Case(row["text"], row["gold"]) for row in rows[:: max(1, len(rows) // number)][:number]]
    return found


def dates(number: int) -> Iterator[tuple[str, str]]:
    """Printed dates, each with its month and day, or all of it where the year is printed."""
    for at in range(number):
        shape = made_up.DATES["en"][at % 3]
        words, month = made_up._months("en")[at // 3 % 24]
        printed = shape.format(day=at % 28 + 1, month=words.capitalize())
        yield printed, f"{'2025' if '2025' in printed else '-'}-{month:02}-{at % 28 + 1:02}"


def names(number: int) -> Iterator[tuple[str, str]]:
    """Bylines in capitals, each with its name."""
    for at in range(number):
        name = f"{bench._NAMES[at % 16]} {bench._FAMILIES[at // 16 % 16]}"
        yield f"By {name.upper()}", name


# ---------------------------------------------------------------- the measures


def is_right(what: str, truth: Any, answer: Any) -> bool:
    """Whether an answer is the truth, without regard to case, blanks and the signs round a dateline."""
    if what == "date":
        shown = answer.isoformat() if hasattr(answer, "isoformat") else answer or ""
        return shown[:10].endswith(truth[-6:])
    if what == "body_start":
        return _folded(answer).startswith(_folded(truth))
    if what == "authors":
        return [_folded(name) for name in answer] == [_folded(name) for name in truth]
    return _folded(getattr(answer, "text", answer)) == _folded(truth)


def _folded(text: Any) -> str:
    return re.sub(r"^[\W_]+|[\W_]+$", "", " ".join(str(text or "").split()).casefold())


def measured(asked: Asked, what: str, pairs: list[tuple[Any, Any]]) -> tuple[float, float, float]:
    """The microseconds a case, how many are right, and of how many."""
    _answered(asked, pairs[0][0])
    answers: list[Any] = []
    best = float("inf")
    for part in (pairs[start::_ROUNDS] for start in range(_ROUNDS)):
        begin = process_time()
        answers += [_answered(asked, given) for given, _ in part]
        best = min(best, (process_time() - begin) / max(1, len(part)))
    truths = [truth for start in range(_ROUNDS) for _, truth in pairs[start::_ROUNDS]]
    right = sum(is_right(what, truth, answer) for truth, answer in zip(truths, answers, strict=True))
    return best * 1e6, right, len(pairs)


def _answered(asked: Asked, given: Any) -> Any:
    """The answer; none where the package raises."""
    try:
        return asked.answer(given)
    except ImportError:
        raise
    except Exception:
        return ""


def rows(number: int, corpora: Path | None) -> Iterator[list[str]]:
    """The rows of the table."""
    made, real = generated(number), cases_of(corpora, number) if corpora is not None else []
    for what, asked in OF_STORIES.items():
        yield from _rows(TITLES[what], what, asked, _pairs(what, made), _pairs(what, real))
    yield from _rows("one printed date", "date", OF_DATES, list(dates(number)), [])
    yield from _rows("the name of a byline", "name", OF_NAMES, list(names(number)), [])


def _pairs(what: str, cases: list[Case]) -> list[tuple[Any, Any]]:
    """The cases that a question can be asked of, with their truths."""
    if what == "words":
        return [(case, None) for case in cases]
    return [(case, case.truth[what]) for case in cases if case.truth.get(what)]


def _rows(title: str, what: str, asked: list[Asked], made: Any, real: Any) -> Iterator[list[str]]:
    for each in asked:
        name = f"{each.package or 'wirenews'}: {each.call}" if each.call != "a naive expression" else each.call
        try:
            time, right, number = measured(each, what, made)
            of_real = measured(each, what, real) if real else (0.0, 0, 0)
        except ImportError:
            yield [title, name, "not installed", "", ""]
            continue
        shares = [f"{100 * n / whole:.1f} %" if whole else "" for n, whole in ((right, number), of_real[1:])]
        yield [title, name, f"{time:,.0f}", *(shares if what != "words" else ["", ""])]


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} not installed"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--number", type=int, default=300, help="how many stories, and cases of each file")
    parser.add_argument("--corpora", type=Path, help="a folder of .jsonl or .jsonl.gz files with text and gold")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    asked = [each for group in (*OF_STORIES.values(), OF_DATES, OF_NAMES) for each in group]
    packages = sorted({each.package for each in asked if each.package})
    print(
        f"{dt.date.today()}, Python {platform.python_version()}, {_processor()}; wirenews {wirenews.__version__}, ",
        end="",
    )
    print(", ".join(map(_version, packages)) + ".\n")
    print("| what | by | microseconds | right, made-up stories | right, real copy |\n|---|---|---|---|---|")
    for row in rows(options.number, options.corpora):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
