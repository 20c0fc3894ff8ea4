"""The command line: ``python -m wirenews FILE...`` prints a story in its parts."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import errno
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import __version__
from .article import Article, Attribution, Dateline
from .formats import FORMATS, LIMIT, iter_load
from .record import json_parts

_EXAMPLES = """\
examples:
  wirenews story.txt                  print the story in its parts
  wirenews --json feed.xml            one JSON object a story, one a line
  curl -s URL | wirenews -            read standard input
  wirenews --reference 2025-04-18 story.txt
                                      "Feb 26" is then 2025-02-26
"""


class _UnreadError(Exception):
    """A file that could not be read or that holds no story; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0; 2 for a file or an output in trouble, or a file without a story; 130 after Ctrl-C."""
    try:
        return _run(arguments)
    except BrokenPipeError:
        status = 0  # whoever read has seen enough
    except KeyboardInterrupt:
        status = 130
    except OSError as error:
        _complain(f"cannot write the output: {_reason(error)}")
        status = 2
    _let_go_of_output()
    return status


def _run(arguments: Sequence[str] | None) -> int:
    """The exit status; ``OSError`` when the output cannot be written."""
    try:
        options = _parser().parse_args(arguments)
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        _use_utf8()
        status = 0
        for number, name in enumerate(options.files):
            if not _show_file(name, options, first=number == 0):
                status = 2
        return status
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _let_go_of_output() -> None:
    """Python flushes once more at exit: let that go nowhere."""
    with contextlib.suppress(AttributeError, OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(line: str) -> None:
    """Print a line on standard error, where there is one: ``print`` would take standard output for ``None``."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"wirenews: {line}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wirenews",
        description="Read wire-service stories and print their parts: where and when filed, by whom, what they say, "
        "who deserves the credit.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a story or a feed; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print each story as one line of JSON (Article.to_dict)")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print one line a part: where it stands, what it is, the rule that recognised it, the values it gave; "
        "then what settled the story's agency and date",
    )
    parser.add_argument(
        "--reference",
        type=_date,
        metavar="YYYY-MM-DD",
        help="the day the story ran: fills in the years that the text leaves out; without it they stay unknown",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="NAME",
        help=f"the format of the files, detected if not given: {', '.join(FORMATS)}",
    )
    parser.add_argument(
        "--limit",
        type=_megabytes,
        default=LIMIT >> 20,
        metavar="MB",
        help="refuse files that are larger, unpacked; %(default)s if not given",
    )
    parser.add_argument("--version", action="version", version=f"wirenews {__version__}")
    return parser


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2025-04-18") from None


def _megabytes(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of megabytes: write it as 64")
    return int(text)


def _use_utf8() -> None:
    """Print all of Unicode, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _show_file(name: str, options: argparse.Namespace, *, first: bool) -> bool:
    """Print the stories of a file; ``False`` when that could not be done, after a line that says why."""
    try:
        for article in _articles(name, options):
            if not first and not options.json:
                print()
            _print(_shown(article, options))
            first = False
    except _UnreadError as error:
        _complain(str(error))
        return False
    return True


def _print(parts: Iterable[str]) -> None:
    """Print a line of parts of any length, a megabyte at a time: to encode it whole would take as much memory again."""
    for part in parts:
        for start in range(0, len(part), 1 << 20):
            sys.stdout.write(part[start : start + (1 << 20)])
    sys.stdout.write("\n")


def _articles(name: str, options: argparse.Namespace) -> Iterator[Article]:
    limit = options.limit << 20
    try:
        document = _standard_input(limit) if name == "-" else Path(name)
        yield from iter_load(document, format=options.format, reference=options.reference, limit=limit)
    except OSError as error:
        raise _UnreadError(f"cannot read {'standard input' if name == '-' else name}: {_reason(error)}") from None
    except (ValueError, ImportError) as error:
        raise _UnreadError(f"{name}: {error}") from None


def _standard_input(limit: int) -> bytes:
    """Standard input, and one byte more than ``limit`` where it is larger, which :func:`iter_load` refuses."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer.read(limit + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a directory: name the files in it"
    return (error.strerror or str(error)).lower()


def _shown(article: Article, options: argparse.Namespace) -> Iterable[str]:
    if options.json:
        return json_parts(article)
    return [article.explain() if options.explain else describe(article)]


def describe(article: Article, *, width: int | None = None) -> str:
    """The story for a person to read: a line for each thing known about it, then its paragraphs, numbered."""
    width = width or min(max(shutil.get_terminal_size((80, 24)).columns, 40), 100)
    lines = [_labelled(label, text, width) for label, text in _facts(article)]
    if article.paragraphs:
        lines.append("")
    lines += [_numbered(number, piece.text, width) for number, piece in enumerate(article.paragraphs, 1)]
    after = [_labelled(label, text, width) for label, text in _rest(article)]
    return "\n".join([*lines, *([""] if after else []), *after])


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    if article.format != "text":
        yield "format", article.format
    if article.headline:
        yield "headline", article.headline.text
    if article.deck:
        yield "deck", article.deck.text
    if article.byline:
        yield "byline", _attribution(article.byline)
    if article.dateline:
        yield "dateline", _dateline(article.dateline)
    if article.date:
        yield "date", article.date.isoformat()
    if article.agency:
        agency = article.agency
        yield "agency", f"{agency.name} ({agency.id})" if agency.id else f"{agency.name} (not in the registry)"
    if article.language:
        yield "language", article.language
    for field in article.fields:
        yield "field", f"{field.name}: {field.value}"


def _rest(article: Article) -> Iterator[tuple[str, str]]:
    for caption in article.captions:
        yield "caption", caption.text
    for credit in article.credits:
        yield "credit", _attribution(credit)
    for notice in article.notices:
        yield "notice", f"{notice.text} [{notice.kind}]"
    for defect in article.defects:
        yield "defect", f"{defect.message} [{defect.code}, at {defect.start}-{defect.end}]"


def _dateline(dateline: Dateline) -> str:
    parts = [", ".join(filter(None, (place.name, place.region, place.country))) for place in dateline.places]
    if dateline.date:
        filled = f" ({', '.join(dateline.date.inferred)} inferred)" if dateline.date.inferred else ""
        parts.append(dateline.date.isoformat() + filled)
    return f"{dateline.text} [{'; '.join(parts)}]" if parts else dateline.text


def _attribution(attribution: Attribution) -> str:
    named = [person.name for person in attribution.people] + [a.id or a.name for a in attribution.agencies]
    role = "" if attribution.role == "byline" else f"{attribution.role}: "
    return f"{attribution.text} [{role}{', '.join(named) or 'nobody named'}]"


def _labelled(label: str, text: str, width: int) -> str:
    return textwrap.fill(
        " ".join(text.split()), width, initial_indent=f"{label:<10}", subsequent_indent=" " * 10, break_on_hyphens=False
    )


def _numbered(number: int, text: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent=f"{number:>4}  ", subsequent_indent=" " * 6, break_on_hyphens=False
    )
