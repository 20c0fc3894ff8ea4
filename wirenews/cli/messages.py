"""What a person is told on standard error: what went wrong and what to do, and how far a long run is."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from types import TracebackType
from typing import Any, Self

# Of the stories of one file that are in trouble, so many are told one by one.
_MOST_TOLD = 3
# What the library says to a program, and what that is on the command line.
_AS_OPTIONS = (
    ('format="text" reads it as plain text', "--format text reads it as plain text"),
    ("give a higher limit to have it read", "give a higher --limit to have it read"),
)


class WrongUseError(Exception):
    """The command was asked for what cannot be done; the message says what to do instead."""


def complain(line: str) -> None:
    """Print a line on standard error, where there is one: ``print`` would take standard output for ``None``."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"wirenews: {line}", file=sys.stderr)


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, in small letters."""
    return (error.strerror or str(error)).lower()


def as_options(message: str) -> str:
    """A message of the library in the words of the command line.

    >>> as_options("the document has more than 9 bytes: give a higher limit to have it read")
    'the document has more than 9 bytes: give a higher --limit to have it read'
    """
    for said, meant in _AS_OPTIONS:
        message = message.replace(said, meant)
    return message


class Told:
    """What is told while files are read: what failed, and on a terminal a bar that grows."""

    def __init__(self, files: int) -> None:
        self.has_failed: bool = False
        self._files = files
        self._bar = _bar(files)
        self._in_trouble: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.close()

    def failure(self, line: str) -> None:
        """Something could not be read: the exit status will say so too."""
        self.has_failed = True
        self.note(line)

    def note(self, line: str) -> None:
        """Something that one should know."""
        if self._bar is not None:
            self._bar.clear()
        complain(line)

    def story(self, file: str, number: int, failure: str | None, note: str | None) -> None:
        """A story of a file was read; in trouble, if it was. Of many in trouble only the first are told."""
        if self._bar is not None and self._files == 1:
            self._bar.update()
        message = failure or note
        if message is None:
            return
        self._in_trouble[file] += 1
        self.has_failed = self.has_failed or failure is not None
        if self._in_trouble[file] <= _MOST_TOLD:
            self.note(f"{file}, story {number}: {message}")

    def end_of_file(self, file: str, failure: str | None) -> None:
        """A file was read to its end, or no further than a failure."""
        if self._bar is not None and self._files > 1:
            self._bar.update()
        if (left := self._in_trouble.pop(file, 0) - _MOST_TOLD) > 0:
            self.note(f"{file}: {left} more stories like these")
        if failure is not None:
            self.failure(failure)


def _bar(files: int) -> Any:
    """A bar of ``tqdm``, where it is installed and somebody looks; never where stories themselves are shown."""
    if sys.stderr is None or not sys.stderr.isatty() or sys.stdout.isatty():
        return None
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    return tqdm(total=files if files > 1 else None, unit=" files" if files > 1 else " stories", file=sys.stderr)
