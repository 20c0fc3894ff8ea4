"""Scripts that ask for several processes: killed workers, Ctrl-C, daemons, and what the main module must look like."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

METHODS = multiprocessing.get_all_start_methods()
HEAD = """
import multiprocessing, os, signal, sys, time
import wirenews

def killed(article):
    if article.body == "Die.":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.body

def killed_once(article):
    if article.body == "Die." and not os.path.exists("killed"):
        open("killed", "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return article.body

STORIES = [f"OSLO (NTB) - {'Die' if number == 150 else number}." for number in range(300)]
"""


def run(folder: Path, script: str, *arguments: str, method: str = "") -> subprocess.CompletedProcess[str]:
    """What a script prints that is run as a file of its own."""
    (folder / "script.py").write_text(HEAD + script, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-W", "error", "script.py", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("method", METHODS)
class TestEveryWayToStart:
    def test_a_killed_workers_stories_are_read_again(self, method: str, tmp_path: Path) -> None:
        done = run(
            tmp_path,
            """
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    bodies = list(wirenews.parse_many(STORIES, workers=2, select=killed_once))
    assert bodies == [story.removeprefix("OSLO (NTB) - ") for story in STORIES], bodies
    assert os.path.exists("killed")
    found = []
    try:
        found.extend(wirenews.parse_many(STORIES, workers=2, select=killed))
    except RuntimeError as error:
        print(len(found), error)
""",
            method,
        )
        assert done.stdout == "128 two workers were killed (exit code -9), and these are lost: sources 128 to 191\n", (
            done
        )

    def test_an_unguarded_script_is_told_in_a_sentence(self, method: str, tmp_path: Path) -> None:
        done = run(
            tmp_path,
            """
multiprocessing.set_start_method(sys.argv[1], force=True)
print(len(list(wirenews.parse_many(STORIES[:3], workers=2))))
""",
            method,
        )
        if method == "fork":
            assert done.stdout == "3\n", done
        else:
            last = done.stderr.splitlines()[-1]
            assert 'put what runs there under `if __name__ == "__main__":`' in last
            assert done.stderr.count("Traceback") == 1, done.stderr


def test_ctrl_c_ends_the_script_and_its_workers(tmp_path: Path) -> None:
    script = """
def slow(article):
    time.sleep(0.05)
    return os.getpid()

if __name__ == "__main__":
    for number, process in enumerate(wirenews.parse_many(STORIES * 1000, workers=2, select=slow)):
        if number % 64 == 0:
            print(process, flush=True)
"""
    (tmp_path / "script.py").write_text(HEAD + script, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "script.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert told.count("Traceback") == 1
    assert told.splitlines()[-1] == "KeyboardInterrupt"
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_workers_end_when_who_asked_is_killed(tmp_path: Path) -> None:
    script = """
def slow(article):
    time.sleep(0.01)
    return os.getpid()

if __name__ == "__main__":
    print(next(wirenews.parse_many(STORIES * 1000, workers=2, select=slow)), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = run(tmp_path, script)
    for _ in range(200):
        try:
            os.kill(int(done.stdout), 0)
        except ProcessLookupError:
            return
        signal.sigtimedwait([], 0.05)
    pytest.fail("the worker is still there")


def test_a_daemon_is_told_at_once(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
def ask():
    try:
        wirenews.parse_many(STORIES, workers=2)
    except RuntimeError as error:
        print(error)

if __name__ == "__main__":
    daemon = multiprocessing.Process(target=ask, daemon=True)
    daemon.start()
    daemon.join()
""",
    )
    assert done.stdout.startswith("parse_many(workers=2) starts processes, which a daemon"), done


def test_a_select_of_the_script_itself_is_found(tmp_path: Path) -> None:
    script = """
if __name__ == "__main__":
    print(*wirenews.parse_many(STORIES[:3], workers=2, select=killed))
"""
    assert run(tmp_path, script).stdout == "0. 1. 2.\n"
