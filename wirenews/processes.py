"""Tasks done by several processes, their answers in the order of the tasks.

A worker that is killed loses nothing: its task goes to a new one, once. The process that asks has no threads, so it
may be forked, and Ctrl-C reaches it alone. At most two tasks for each worker are read ahead or wait for their turn.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, TypeAlias

import attrs

Work: TypeAlias = Callable[[bytes], bytes]

# Tasks under way for each worker: one at work, one waiting.
_AHEAD = 2
_GUARD = (
    "Processes import the program's main module again before they begin: put what runs there under"
    ' `if __name__ == "__main__":`'
)


@attrs.define
class Task:
    """What is to be done, packed, and what to call it in an error."""

    packed: bytes
    name: str
    is_second_try: bool = False
    answer: bytes | None = None
    lost: str = ""  # why there will be no answer


@attrs.define
class _Worker:
    """A process, the pipe to it, and the tasks that it was sent and has not answered."""

    process: Any
    connection: Connection
    tasks: deque[Task] = attrs.field(factory=deque)
    is_ready: bool = False

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.connection.close()


def check_may_start(what: str) -> None:
    """Raise ``RuntimeError`` in a daemon, which may have no processes of its own."""
    if multiprocessing.current_process().daemon:
        raise RuntimeError(
            f"{what} starts processes, which a daemon (such as a worker of multiprocessing.Pool) may not:"
            " leave workers out there, or start your own with concurrent.futures.ProcessPoolExecutor"
        )


def answers(work: Work, tasks: Iterable[Task], workers: int, begin: Callable[[], object]) -> Iterator[bytes]:
    """What ``work`` gives for each task, in their order; each process calls ``begin`` before its first one.

    Raises ``RuntimeError`` in the turn of a task that has killed two workers, with its name, and when no process can
    start.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        # The main module is being imported for a worker: its end tells the process that asked.
        raise SystemExit(1)
    crew = _Crew(work, begin, workers)
    left = iter(tasks)
    under_way: deque[Task] = deque()
    try:
        while True:
            while len(under_way) < workers * _AHEAD and (task := next(left, None)) is not None:
                under_way.append(task)
                crew.take(task)
            if not under_way:
                return
            task = under_way.popleft()
            while task.answer is None and not task.lost:
                crew.wait()
            if task.answer is None:
                raise RuntimeError(task.lost)
            yield task.answer
    finally:
        crew.stop()


class _Crew:
    """The workers, and the tasks that wait for one."""

    def __init__(self, work: Work, begin: Callable[[], object], size: int) -> None:
        self._serve = (work, begin)
        self._size = size
        self._context = _context()
        self._workers: dict[Connection, _Worker] = {}
        self._waiting: deque[Task] = deque()

    def take(self, task: Task) -> None:
        """Have a task done: by a new worker, if there may be one more, else by the one that has least to do."""
        self._waiting.append(task)
        if len(self._workers) < self._size:
            self._start()
        self._hand_out()

    def wait(self) -> None:
        """Wait until a worker is ready, has an answer or is dead."""
        for connection in wait(list(self._workers)):
            worker = self._workers[connection]  # type: ignore[index]
            answer = _received(worker.connection)
            if answer is None:
                self._replace(worker)
            elif worker.is_ready:
                worker.tasks.popleft().answer = answer
            worker.is_ready = True
        self._hand_out()

    def stop(self) -> None:
        for worker in self._workers.values():
            worker.stop()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, *self._serve), daemon=True)
        try:
            process.start()
        except (EOFError, OSError) as error:
            raise RuntimeError(f"no process could be started ({error!r}). {_GUARD}") from None
        theirs.close()
        self._workers[ours] = _Worker(process, ours)

    def _hand_out(self) -> None:
        """Send the tasks that wait to the workers that have room, the idlest first."""
        while self._waiting:
            ready = [worker for worker in self._workers.values() if worker.is_ready and len(worker.tasks) < _AHEAD]
            if not ready:
                return
            worker = min(ready, key=lambda worker: len(worker.tasks))
            worker.tasks.append(self._waiting.popleft())
            try:
                worker.connection.send_bytes(worker.tasks[-1].packed)
            except OSError:
                self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """A new worker for one that is dead; what that one was at is tried once more, before all that waits."""
        del self._workers[worker.connection]
        worker.stop()
        if not worker.is_ready:
            raise RuntimeError(f"a process ended before it could begin. {_GUARD}")
        left = list(worker.tasks)
        if left and left[0].is_second_try:
            task, code = left.pop(0), worker.process.exitcode
            task.lost = f"two workers were killed (exit code {code}), and these are lost: {task.name}"
        elif left:
            left[0].is_second_try = True
        self._waiting.extendleft(reversed(left))
        self._start()


def _received(connection: Connection) -> bytes | None:
    """What the other side has sent; ``None`` where it is gone."""
    try:
        return connection.recv_bytes()
    except (EOFError, OSError):
        return None


def _context() -> Any:
    """How processes start: as the program has chosen with ``multiprocessing.set_start_method``, else by a server.

    Not by "fork", Linux's default before Python 3.14: a forked copy of a program with threads may hang.
    """
    chosen = multiprocessing.get_start_method(allow_none=True)
    default = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return multiprocessing.get_context(chosen or default)


def _serve(connection: Connection, work: Work, begin: Callable[[], object]) -> None:
    """What a worker does: it says that it is ready, then answers task by task."""
    from queue import SimpleQueue
    from threading import Thread

    # Ctrl-C is for the process that asked; it stops its workers by SIGTERM.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    inbox: SimpleQueue[bytes] = SimpleQueue()
    # While this process works or sends, a thread receives: neither side ever waits for the other to read.
    Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    begin()
    connection.send_bytes(b"ready")
    while True:
        connection.send_bytes(work(inbox.get()))


def _receive(connection: Connection, inbox: Any) -> None:
    """Put what comes into the inbox; end this process when the one that asks is gone."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    while parent.sentinel not in wait([connection, parent.sentinel]):
        received = _received(connection)
        if received is None:
            break
        inbox.put(received)
    os._exit(0)
