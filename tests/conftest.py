"""What several test modules share: the seed, and a story in the style of each great house."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import hypothesis
import pytest

from wirenews.agencies import know_own_agencies

ROOT = Path(__file__).parent.parent

# The same examples in every run, and no deadline: a slow machine is not a wrong program.
hypothesis.settings.register_profile("wirenews", deadline=None, derandomize=True, max_examples=150)
hypothesis.settings.load_profile("wirenews")

# Made up, each in the style of a house.
STORIES = {
    "reuters": (
        "Harbour dues to rise\n\nBy Nora Fielding\n\nLISBON, Feb 26 (Reuters) - Portugal will raise harbour dues by "
        "4 percent this year, its port authority said on Wednesday.\n\nShipping lines told Reuters they had expected "
        "less.\n\n(Reporting by Nora Fielding; Editing by Tom Marsh)\n"
    ),
    "reuters-1987": (
        "    OSLO, March 3 - A pump failed at a dam north of here and\n"
        "two villages were without water, the county said.\n"
        "    Engineers expect to mend it within a week.\n Reuter\n"
    ),
    "ap": (
        "By HARRIET LOWE\nAssociated Press Writer\n   DAYTON, Ohio (AP) _ A bakery that burned down in May opened its "
        "doors again\nMonday.\n   ``We never thought of giving up,'' its owner said.\n"
    ),
    "afp": "STOCKHOLM, Aug 29, 2014 (AFP) - A ferry ran aground off Gotland on Friday.\n\nNobody was hurt.\n\nhh/ph/ts\n",
    "xinhua": "GAZA, Dec. 1 (Xinhua) -- Two crossings opened on Sunday, officials said.\n\nEnditem\n",
    "ani": (
        "New Delhi [India], April 26 (ANI): The city's buses will run all night from May, the transport minister said "
        "on Friday.\n\nTickets cost the same as by day, he said. (ANI)\n"
    ),
    "pti": "Mumbai, Dec 9 (PTI) Onion prices fell for a third week, traders said.\n\nPTI KKP RDS RDS\n",
    "dpa": "Frankfurt/Main (dpa) - Der Main ist am Montag über die Ufer getreten.\n\ndpa hm bs wjh\n",
    "efe": "Madrid, 11 may (EFE).- El museo abrirá de noche desde junio, según anunció este lunes.\n",
    "prnewswire": "CARLSBAD, Calif., May 5, 2025 /PRNewswire/ -- A maker of kettles opened a plant.\n\nSOURCE Kettle Co.\n",
}


@pytest.fixture(autouse=True)
def no_agencies_of_ones_own() -> Iterator[None]:
    """What a test or an example adds to the registry is gone after it."""
    yield
    know_own_agencies({})


@pytest.fixture(scope="session")
def seed() -> str:
    """The story that the package was asked for."""
    return (ROOT / "seeds" / "000_3dfea72b4227982c.txt").read_text(encoding="utf-8")


def fail_if_it_grows_faster(call: Callable[[str], object], small: str, large: str, most: float = 6) -> None:
    """Fail when ``call(large)`` takes more than ``most`` times the time of ``call(small)``.

    Only the time that the processor gives to this process counts, at the best of some rounds: of more
    of them each time that a busy machine spoils the comparison.
    """
    # A call costs some microseconds whatever the text: what is that fast has no growth to measure.
    floor = 100e-6
    for attempt in range(5):
        before = max(floor, _seconds(call, small, 0.03 * 4**attempt))
        after = _seconds(call, large, 0.03 * 4**attempt)
        if after <= most * before:
            return
    pytest.fail(
        f"{len(large)} characters took {after / before:.1f} times as long as {len(small)}: {before * 1e3:.2f} ms"
    )


def _seconds(call: Callable[[str], object], text: str, budget: float) -> float:
    """The time of one call: the best of as many as the budget allows, three at least."""
    best, spent, rounds = float("inf"), 0.0, 0
    while rounds < 3 or (spent < budget and rounds < 50):
        start = process_time()
        call(text)
        taken = process_time() - start
        best, spent, rounds = min(best, taken), spent + taken, rounds + 1
    return best


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A folder that is called like a marker (engines, docs …) is collected by ``-m`` with that marker alone.

    Its tests need what the extra "test" has not.
    """
    groups = {marker.partition(":")[0] for marker in config.getini("markers")}
    is_group = collection_path.parent == ROOT / "tests" and collection_path.name in groups
    return True if is_group and collection_path.name != config.option.markexpr else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is generated is checked first."""
    items.sort(key=lambda item: item.name != "test_everything_generated_is_in_step")
