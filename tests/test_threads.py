"""Threads may share everything but an iterator: each scenario begins in a new process, where no table is loaded yet."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT

_TOGETHER = """
import sys, threading
import wirenews
from conftest import STORIES

THREADS = 8
sys.setswitchinterval(1e-6)  # as many changes of thread as Python allows


def together(*works):
    \"\"\"What each work gives, all begun at the same moment.\"\"\"
    gate, given = threading.Barrier(len(works)), [None] * len(works)

    def run(number, work):
        gate.wait()
        try:
            given[number] = work()
        except BaseException as error:
            given[number] = error

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given
"""

SCENARIOS = {
    "stories read while tables load": """
def read():
    return [wirenews.parse(text).to_dict() for text in STORIES.values()]

found = together(*[read] * THREADS)
assert found == [read()] * THREADS, [each for each in found if isinstance(each, Exception)]
""",
    "helpers and formats on first use": """
feed = '{"uri": "urn:1", "headline": "Rain", "body_text": "OSLO, May 2 (NTB) - It rained."}'
page = "<html><body><article><h1>Rain</h1><p>OSLO, May 2 (NTB) - It rained all day and all night.</p></article></body></html>"

def ask():
    return (
        wirenews.find_agency("Agence France-Presse").id,
        wirenews.find_place("PARIS").latitude,
        wirenews.normalize_date("May 2, 2025").isoformat(),
        [person.name for person in wirenews.normalize_attribution("By PETER BLACKBURN, Reuters").people],
        len(wirenews.agencies()),
        [article.to_dict() for document in (feed, page) for article in wirenews.load(document)],
        [wirenews.fingerprint(text).hashes for text in STORIES.values()],
    )

found = together(*[ask] * THREADS)
assert found == [ask()] * THREADS, found
""",
    "what an article works out when it is asked": """
for _ in range(60):
    article = wirenews.parse("OSLO, May 2 (NTB) - It rained.\\n\\nThe rain went on.\\n\\n(Reporting by Nora Fielding)")
    place = article.dateline.places[0]

    def ask():
        return place.latitude, place.subdivision, article.paragraphs, article.language, article.segments, article.record()

    found = together(*[ask] * THREADS)
    assert found == [ask()] * THREADS, found
""",
    "agencies added by all of them": """
def add(number):
    return lambda: wirenews.add_agency(wirenews.Agency(f"own{number}", f"Hafenbote {number}", short=f"HBNQ{number}"))

found = together(*[add(number) for number in range(THREADS)])
assert found == [None] * THREADS, found
add(THREADS)()  # what was remembered meanwhile is forgotten
for number in range(THREADS + 1):
    assert wirenews.parse(f"KIEL, May 2 (HBNQ{number}) - It rained all day.").agency.id == f"own{number}"
""",
    "agencies added while stories are read": """
def read():
    return [wirenews.parse(text).to_dict() for _ in range(10) for text in STORIES.values()]

def add():
    for number in range(10):
        wirenews.add_agency(wirenews.Agency(f"own{number}", f"Hafenbote Nachrichten {number}"))

found = together(add, *[read] * THREADS)
assert found == [None, *[read()] * THREADS], [each for each in found if isinstance(each, Exception)]
""",
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_threads_find_what_one_finds(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TOGETHER + SCENARIOS[name]],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
