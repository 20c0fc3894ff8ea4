"""Stories a second for each core, on Ray and on Spark beside `parse_many`: 100,000 made-up stories in Parquet files.

python benchmarks/engines.py [--number 100000] [--workers 2]

Needs ``pip install 'wirenews[ray,spark]'`` and Java. Each engine works through a few stories before the clock
starts, in a process of its own. ``worked`` is the processor time of that process and all that it started: for a
busy machine; ``took`` is what a clock on the wall shows: for a quiet one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import many  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.dataset as ds  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402
from stories import stories  # noqa: E402

import wirenews  # noqa: E402
from wirenews.arrow import SCHEMA, parse_batch, parse_dataset  # noqa: E402

_FILES = 20
Run = Callable[[str, str], object]


def with_parse_many(workers: int) -> Run:
    def run(source: str, sink: str) -> None:
        texts = (text for batch in ds.dataset(source).to_batches() for text in batch["text"].to_pylist())
        for _ in wirenews.parse_many(texts, select=wirenews.Article.record, workers=workers):
            pass

    return run


def with_parse_dataset(workers: int) -> Run:
    return lambda source, sink: parse_dataset(source, sink, keep=["id"], workers=workers)


def with_ray(workers: int) -> Run:
    import ray

    ray.init(num_cpus=workers, include_dashboard=False, logging_level="error")

    def run(source: str, sink: str) -> None:
        read = ray.data.read_parquet(source, columns=["id", "text"]).repartition(target_num_rows_per_block=5_000)
        rows = read.map_batches(parse_batch, batch_format="pyarrow", batch_size=1000, fn_kwargs={"keep": ["id"]})
        rows.write_parquet(sink)

    return run


def with_spark(workers: int) -> Run:
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false").getOrCreate()
    schema = spark.createDataFrame(pa.schema([("id", pa.int64()), *SCHEMA]).empty_table()).schema

    def parse(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield parse_batch(batch, keep=["id"])

    return lambda source, sink: spark.read.parquet(source).mapInArrow(parse, schema).write.parquet(sink)


ENGINES = {"parse_many": with_parse_many, "parse_dataset": with_parse_dataset, "ray": with_ray, "spark": with_spark}


def write(folder: Path, number: int) -> None:
    """So many stories, in files; and a folder with a few of them."""
    made = stories(1)
    for at in range(_FILES):
        texts = [story.text for story in islice(made, number // _FILES)]
        table = pa.table({"id": range(at * len(texts), (at + 1) * len(texts)), "text": texts})
        for name, part in (("all", table), ("few", table[:100])):
            (folder / name).mkdir(exist_ok=True)
            pq.write_table(part, folder / name / f"part-{at:02}.parquet")


def measure(engine: str, folder: Path, workers: int) -> None:
    """Print how long the processor and the clock take for all stories of the folder."""
    run = ENGINES[engine](workers)
    run(str(folder / "few"), str(folder / f"few-{engine}"))
    worked, start = many.processor_time(), perf_counter()
    run(str(folder / "all"), str(folder / f"all-{engine}"))
    print(many.processor_time() - worked, perf_counter() - start)
    sys.stdout.flush()
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--measure", nargs=2, metavar=("ENGINE", "FOLDER"), help="what the processes are started with")
    options = parser.parse_args()
    if options.measure:
        measure(options.measure[0], Path(options.measure[1]), options.workers)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), options.number)
        for engine in ENGINES:
            command = [sys.executable, __file__, "--workers", str(options.workers), "--measure", engine, folder]
            environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}
            done = subprocess.run(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
            )
            worked, took = map(float, done.stdout.split()[-2:])
            print(
                f"{engine:<14} worked {worked:6.1f} s, {options.number / worked:6.0f} stories a second and core; "
                f"took {took:6.1f} s, {options.number / took / options.workers:6.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
