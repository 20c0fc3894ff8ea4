"""What several processes gain: 20,000 stories of 1 kB, as rows and as articles, in one process and in two.

python benchmarks/many.py [--number 20000] [--workers 2] [--start forkserver]

``gain`` is the time in one process beside that in several, as a clock on the wall shows it: for a quiet machine. ``at
most`` is what the processor time allows, all processes together, if each had a core of its own: for a busy one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

import bench  # noqa: E402

import wirenews  # noqa: E402
from wirenews import Article  # noqa: E402


def processor_time() -> float:
    """The seconds that this process and all that descend from it have worked (Linux).

    Those that ended count with the process that waited for them: processes of a "forkserver" with the server.
    """
    parents, worked = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            numbers = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        process = int(path.parent.name)
        parents[process], worked[process] = int(numbers[1]), sum(map(int, numbers[11:15]))
    mine = {os.getpid()}
    while found := {process for process, parent in parents.items() if parent in mine} - mine:
        mine |= found
    return sum(worked[process] for process in mine) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--number", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--start", default="forkserver", help="fork, spawn or forkserver")
    options = parser.parse_args()
    multiprocessing.set_start_method(options.start)
    sources = list(islice(cycle(bench.many_stories(1000)), options.number))
    wirenews.parse(sources[0])
    for title, select in (("rows", Article.record), ("articles", None)):
        wall, worked = [], []
        for workers in (None, options.workers):
            before, start = processor_time(), perf_counter()
            for _ in wirenews.parse_many(sources, select=select, workers=workers):  # type: ignore[call-overload]
                pass
            wall.append(perf_counter() - start)
            worked.append(processor_time() - before)
        gain, most = wall[0] / wall[1], worked[0] / (worked[1] / options.workers)
        print(
            f"{title}: {worked[0] / len(sources) * 1e6:.0f} us a story in one process; "
            f"{options.workers} processes: gain {gain:.2f}, at most {most:.2f}"
        )


if __name__ == "__main__":
    main()
