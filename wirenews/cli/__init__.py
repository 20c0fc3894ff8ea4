"""The command line: ``wirenews FILE...`` reads stories, ``wirenews COMMAND ...`` does something else with them."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence

from .messages import WrongUseError, complain, reason
from .options import read_arguments


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0; 1 when some inputs failed; 2 for wrong use or an output in trouble; 130 after Ctrl-C."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except BrokenPipeError:
        status = 0  # whoever read has seen enough
    except KeyboardInterrupt:
        status = 130
    except WrongUseError as error:
        complain(str(error))
        status = 2
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        complain(f"cannot write the output{where}: {reason(error)}")
        status = 2
    _let_go_of_output()
    return status


def _run(arguments: Sequence[str]) -> int:
    """The exit status; ``OSError`` when the output cannot be written."""
    try:
        command, options = read_arguments(arguments)
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        _use_utf8()
        return command.run(options)
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _use_utf8() -> None:
    """Print all of Unicode, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _let_go_of_output() -> None:
    """Python flushes once more at exit: let that go nowhere."""
    with contextlib.suppress(AttributeError, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
