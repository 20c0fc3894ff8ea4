"""How long ``parse`` takes, beside what a user knows: ``str.splitlines`` and one ``dateutil.parser.parse``.

python benchmarks/bench.py

Times are the best of several rounds, interleaved, so that a busy machine slows all columns alike.
The stories are made up, in the style of Reuters: of today, and of 1987, when copy was wrapped and unsigned.
"Many stories" have a headline, a dateline and names of their own each, so that nothing is remembered of them.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter

import dateutil.parser
from lxml import etree

import wirenews

_HEAD = """Harbour dues to rise in two steps

By Nora Fielding

LISBON, Feb 26 (Reuters) - Portugal's port authority said on Wednesday it would raise harbour dues by 4 percent
this year and by a further 3 percent in 2026, its first increase since a freeze was agreed with shipping lines.

"""
_PARAGRAPHS = (
    "The increase, which takes effect on April 1, will pay for dredging at three terminals and for a new pilot "
    'station, the authority said in a statement. "It is a modest step after a long freeze," it said.\n\n',
    "Shipping lines said they had expected a smaller rise. Dues make up about a tenth of the cost of a call at a "
    "Portuguese port, according to a survey of 40 operators that was published last month.\n\n",
    "Container traffic through the country's ports rose 6.2 percent to 3.1 million units in 2024, helped by ships "
    "that were sent around the Cape of Good Hope.\n\n",
)
_TAIL = "(Reporting by Nora Fielding; Editing by Tom Marsh)\n"
_WRAPPED = """HARBOUR DUES SEEN RISING IN TWO STEPS
    LISBON, Feb 26 - Portugal's port authority said it would
raise harbour dues by four pct this year and by a further three
pct in 1988, its first increase since a freeze was agreed with
shipping lines in 1984.
    The increase, which takes effect on April 1, will pay for
dredging at three terminals and for a new pilot station, the
authority said in a statement.
    Shipping lines said they had expected a smaller rise. Dues
make up about a tenth of the cost of a call at a Portuguese
port, according to a survey of 40 operators.
    Container traffic through the country's ports rose 6.2 pct
to 310,000 units in 1986, helped by ships that were sent around
the Cape of Good Hope. Bulk cargo fell 1.4 pct as less coal was
landed at Sines.
    The authority will publish its accounts on March 16.
 Reuter
"""
_CITIES = "LISBON MADRID PARIS LONDON ROME ATHENS VIENNA OSLO CAIRO NAIROBI LAGOS TOKYO SEOUL MANILA HANOI LIMA".split()
_NAMES = "Ana Ben Cleo Dan Eva Finn Gina Hugo Ines Jan Kira Luis Mona Nils Olga Paul".split()
_FAMILIES = "Abbot Brand Castle Dorn Ebner Falk Gomez Hill Iversen Jonas Kern Lund Marsh Novak Ortiz Pires".split()
_ROUNDS = 15
_MOST_OF_A_LOAD = 3.0
_WANTED = {"parse of 0.9 kB": 4.0, "parse of 0.9 kB, 1987": 4.0, "parse of 0.9 kB, many stories": 4.0}


def story(size: int) -> str:
    """A made-up story of about ``size`` characters."""
    text, number = _HEAD, 0
    while len(text) + len(_TAIL) + len(_PARAGRAPHS[number % 3]) // 2 < size:
        text += _PARAGRAPHS[number % 3]
        number += 1
    return text + _TAIL


def many_stories(size: int) -> list[str]:
    """Made-up stories of about ``size`` characters that share no headline, dateline or name."""
    text = story(size)
    days = [f"{month} {day}" for month in ("Jan", "Feb", "March", "April") for day in range(1, 29)]
    numbers = range(16 * len(days))
    return [
        text.replace("LISBON, Feb 26", f"{_CITIES[n % 16]}, {days[n // 16]}")
        .replace("Harbour dues", f"Harbour dues at berth {n}")
        .replace("Nora Fielding", f"{_NAMES[n % 16]} {_FAMILIES[n // 16 % 16]}{'aeiou'[n % 5]}{'lmnrs'[n // 5 % 5]}")
        .replace("Tom Marsh", f"{_NAMES[n // 16 % 16]} {_FAMILIES[n % 16]}{'aeiou'[n // 25 % 5]}{'lmnrs'[n % 5]}")
        for n in numbers
    ]


_NITF = """<nitf><head><docdata><doc-id id-string="1"/><date.issue norm="2025-02-26T09:00:00Z"/></docdata></head><body>
<body.head><hedline><hl1>Dues</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"""
_G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1" version="1">
<itemMeta><provider literal="Reuters"/><versionCreated>2025-02-26T09:00:00Z</versionCreated></itemMeta>
<contentMeta><urgency>3</urgency><subject qcode="subj:1"><name>ports</name></subject>
<headline>Dues</headline></contentMeta>
<contentSet><inlineXML><html><body>{}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
_NINJS = {"uri": "urn:1", "version": "1", "urgency": 3, "versioncreated": "2025-02-26T09:00:00Z", "headline": "Dues"}


def documents(text: str) -> dict[str, bytes]:
    """A story in the formats that agencies send most."""
    paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in text.split("\n\n") if paragraph)
    ninjs = json.dumps({**_NINJS, "body_text": text})
    return {
        "NITF": _NITF.format(paragraphs).encode(),
        "NewsML-G2": _G2.format(paragraphs).encode(),
        "ninjs": ninjs.encode(),
    }


def loads(text: str) -> None:
    """Print how long ``load`` takes beside what nobody can do without: to parse the document, and the text in it."""
    calls: dict[str, Callable[[], object]] = {"parse": lambda: wirenews.parse(text)}
    for name, data in documents(text).items():
        calls[name] = lambda data=data: wirenews.load(data)  # type: ignore[misc]
        own = json.loads if name == "ninjs" else etree.fromstring
        calls[f"{name} alone"] = lambda own=own, data=data: own(data)  # type: ignore[misc]
    times = best_times(calls)
    for name in documents(text):
        ratio = times[name] / (times[f"{name} alone"] + times["parse"])
        own = f"{ratio:.2f} times its own parse and that of its text"
        print(f"load of 10 kB of {name}: {times[name] * 1e6:.0f} us, {own}, at most {_MOST_OF_A_LOAD:g} wanted")


_REUTERS_21578 = """<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="{old}" NEWID="{new}">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<PLACES><D>portugal</D><D>spain</D></PLACES>
<PEOPLE></PEOPLE>
<ORGS></ORGS>
<EXCHANGES></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-HARBOUR-DUES   02-26 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>{title}</TITLE>
<DATELINE>    {dateline} - </DATELINE><BODY>{body}&#3;</BODY></TEXT>
</REUTERS>
"""


def corpus(count: int) -> tuple[str, list[str]]:
    """A file in the form of Reuters-21578, and the texts of the stories in it, which share no headline or dateline."""
    title, _, rest = _WRAPPED.partition("\n")
    body = rest.partition(" - ")[2]
    heads = [(f"{title} AT BERTH {n}", f"{_CITIES[n % 16]}, Feb {1 + n // 16 % 28}") for n in range(count)]
    texts = [f"{title}\n    {dateline} - {body}" for title, dateline in heads]
    items = [
        _REUTERS_21578.format(old=5544 + n, new=n, title=title, dateline=dateline, body=body)
        for n, (title, dateline) in enumerate(heads)
    ]
    return '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + "".join(items), texts


def load_corpus() -> None:
    """Print how long ``load`` takes for 1,000 stories in one file, beside the parse of each of them."""
    document, texts = corpus(1000)
    calls: dict[str, Callable[[], object]] = {
        "load": lambda: wirenews.load(document),
        "parse": lambda: [wirenews.parse(text) for text in texts],
    }
    times = best_times(calls)
    ratio = times["load"] / times["parse"]
    print(f"load of 1,000 stories of Reuters-21578: {times['load'] * 1e3:.0f} ms, {ratio:.2f} times their parse")


def best_times(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The seconds that one call takes, for each, at best."""
    best = dict.fromkeys(calls, float("inf"))
    repeats = {name: max(1, int(0.01 / _once(call, 1))) for name, call in calls.items()}
    for _ in range(_ROUNDS):
        for name, call in calls.items():
            best[name] = min(best[name], _once(call, repeats[name]))
    return best


def _once(call: Callable[[], object], times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        call()
    return (perf_counter() - start) / times


def import_time(statement: str) -> float:
    """The milliseconds that a statement takes in a fresh interpreter, at best of seven, start-up left out.

    Modules are compiled once, in the first run, as they are in an installed package.
    """
    script = f"from time import perf_counter as p; s = p(); {statement}; print((p() - s) * 1000)"
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        runs = [
            subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
            for _ in range(7)
        ]
    return min(float(run.stdout) for run in runs)


def main() -> None:
    stories = {size: story(size) for size in (900, 3_000, 10_000, 100_000)}
    wirenews.parse(stories[900])  # the tables are loaded on first use
    calls: dict[str, Callable[[], object]] = {
        'dateutil.parser.parse("Feb 26")': lambda: dateutil.parser.parse("Feb 26")
    }
    calls["parse of 0.9 kB, 1987"] = lambda: wirenews.parse(_WRAPPED)
    many = itertools.cycle(many_stories(900))
    calls["parse of 0.9 kB, many stories"] = lambda: wirenews.parse(next(many))
    for size, text in stories.items():
        calls[f"splitlines of {size / 1000:g} kB"] = text.splitlines
        calls[f"parse of {size / 1000:g} kB"] = lambda text=text: wirenews.parse(text)  # type: ignore[misc]
    times = best_times(calls)
    date = times['dateutil.parser.parse("Feb 26")']
    print(f"{'':<36}{'microseconds':>14}{'x one dateutil date':>22}")
    for name, seconds in times.items():
        print(f"{name:<36}{seconds * 1e6:>14.1f}{seconds / date:>22.2f}")
    for name, most in _WANTED.items():
        print(f"{name}: {times[name] / date:.2f} dateutil dates, at most {most:g} wanted")

    loads(stories[10_000])
    load_corpus()
    dependencies = "import attrs, regex, dateutil.parser, dateutil.relativedelta, dateutil.tz"
    base, whole = import_time(dependencies), import_time(f"{dependencies}; import wirenews")
    print(f"import of attrs, regex, dateutil: {base:.1f} ms; with wirenews: {whole:.1f} ms (+{whole - base:.1f})")


if __name__ == "__main__":
    main()
