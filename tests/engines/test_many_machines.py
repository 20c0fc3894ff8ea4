"""The scripts of docs/scale.md on real engines: the rows of one process, though a worker is killed; and copies."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import copies
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
import regex
from conftest import ROOT
from stories import stories

import wirenews
from wirenews.arrow import SCHEMA

pytestmark = pytest.mark.engines

_PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
SCRIPTS = dict(regex.findall(r"<!-- script: (\w+)\.py -->\n```text\n(.*?)^```$", _PAGE, regex.M | regex.S))
TEXTS = [story.text for story in islice(stories(11), 1200)]
ROWS = [{"id": number, **wirenews.parse(text).record()} for number, text in enumerate(TEXTS)]

# A `parse_batch` that begins when two workers are there, and is killed in the middle of its work, by the story 700, once.
_KILLED = """
import os, pathlib, signal, time
from wirenews import arrow
from wirenews.arrow import SCHEMA

def parse_batch(batch, **options):
    rows = arrow.parse_batch(batch, **options)
    here = pathlib.Path(__file__).parent
    (here / f"{os.getpid()}.pid").touch()
    until = time.monotonic() + 60
    while len(list(here.glob("*.pid"))) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    if 700 in batch["id"].to_pylist() and not (here / "killed").exists():
        (here / "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return rows
"""


@pytest.fixture(autouse=True)
def data_set(tmp_path: Path) -> None:
    """Four Parquet files in the folder ``stories``."""
    _write(tmp_path, TEXTS)


def _write(folder: Path, texts: list[str]) -> None:
    (folder / "stories").mkdir(exist_ok=True)
    size = len(texts) // 4
    for part in range(4):
        ids = range(part * size, (part + 1) * size)
        table = pa.table({"id": ids, "text": [texts[number] for number in ids]})
        pq.write_table(table, folder / "stories" / f"part-{part}.parquet")


def run(folder: Path, name: str, **replaced: str) -> None:
    """Run a script of the page in a folder, on two workers."""
    script = SCRIPTS[name].replace("ray.init()", "ray.init(num_cpus=2, include_dashboard=False)")
    script = script.replace("10_000", "100").replace("batch_size=1000", "batch_size=100")
    for old, new in replaced.items():
        assert old in script
        script = script.replace(old, new)
    (folder / f"{name}.py").write_text(script, encoding="utf-8")
    spark = "--master local[2,4] --conf spark.ui.enabled=false --conf spark.sql.files.maxPartitionBytes=20000"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_SUBMIT_ARGS": f"{spark} --conf spark.sql.shuffle.partitions=2 pyspark-shell",
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, f"{name}.py"], cwd=folder, env=environment, capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr[-4000:]


def read(folder: Path) -> list[dict[str, Any]]:
    table = ds.dataset(folder, format="parquet").to_table()
    assert table.schema.names == ["id", *SCHEMA.names]
    return sorted(table.to_pylist(), key=lambda row: int(row["id"]))


@pytest.mark.parametrize("engine", ["ray", "spark"])
class TestRows:
    def test_are_those_of_one_process(self, tmp_path: Path, engine: str) -> None:
        run(tmp_path, f"rows_{engine}")
        assert read(tmp_path / f"rows_{engine}") == ROWS

    def test_are_all_there_though_a_worker_was_killed(self, tmp_path: Path, engine: str) -> None:
        (tmp_path / "killing.py").write_text(_KILLED, encoding="utf-8")
        run(tmp_path, f"rows_{engine}", **{"wirenews.arrow": "killing"})
        assert (tmp_path / "killed").exists()
        assert read(tmp_path / f"rows_{engine}") == ROWS
        assert len(list(tmp_path.glob("*.pid"))) >= 2


def rehoused() -> list[str]:
    """Stories of an agency, papers that ran them, and a sentence that over 200 of all have."""
    chance = random.Random(5)
    wire = list(islice(copies._made_up(chance), 150))
    papers = [copies._rehoused(text, ["From the harbour", "Rain"], chance) for text in wire]
    common = " ".join(f"word{number}" for number in range(80))
    return [text.replace("\n\n", f"\n\n{common.capitalize()}.\n\n", 1) for text in (*wire, *papers)]


class TestCopies:
    def expected(self, texts: list[str]) -> dict[tuple[int, int], float]:
        pairs = wirenews.find_copies(enumerate(map(wirenews.fingerprint, texts)))
        return {(one, other): pytest.approx(share) for one, other, share in pairs}

    def found(self, path: Path) -> dict[tuple[int, int], float]:
        rows = ds.dataset(path, format="parquet").to_table().to_pylist()
        return {(row["one"], row["other"]): min(row["share"], 1.0) for row in rows}

    def test_by_duckdb_are_those_of_find_copies(self, tmp_path: Path) -> None:
        _write(tmp_path, texts := rehoused())
        run(tmp_path, "copies_duckdb")
        assert self.found(tmp_path / "copies_duckdb.parquet") == self.expected(texts)
        ran = pq.read_table(tmp_path / "ran.parquet").to_pylist()
        assert {row["agency"] for row in ran} == {"reuters"}
        assert len({row["id"] for row in ran if not row["is_credited"]}) > 140

    def test_by_spark_are_those_of_find_copies(self, tmp_path: Path) -> None:
        _write(tmp_path, texts := rehoused())
        run(tmp_path, "copies_spark")
        assert self.found(tmp_path / "copies_spark") == self.expected(texts)
