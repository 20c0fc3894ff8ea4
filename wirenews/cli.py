"""The command line: ``python -m wirenews FILE...`` prints a story in its parts."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import __version__
from .article import Article, Attribution, Dateline
from .formats import FORMATS, read

_EXAMPLES = """\
examples:
  wirenews story.txt                  print the story in its parts
  wirenews --json feed.xml            one JSON object a story, one a line
  curl -s URL | wirenews -            read standard input
  wirenews --reference 2025-04-18 story.txt
                                      "Feb 26" is then 2025-02-26
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0, or 2 when a file could not be read or holds no story."""
    options = _parser().parse_args(arguments)
    try:
        _use_utf8()
        status = 0
        for number, name in enumerate(options.files):
            if not _show_file(name, options, first=number == 0):
                status = 2
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough. Python flushes once more at exit: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


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
        help="print one line a part: where it stands, what it is, and the rule that recognised it",
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
    parser.add_argument("--version", action="version", version=f"wirenews {__version__}")
    return parser


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2025-04-18") from None


def _use_utf8() -> None:
    """Print all of Unicode, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _show_file(name: str, options: argparse.Namespace, *, first: bool) -> bool:
    """Print the stories of a file; ``False`` when that could not be done, after a line that says why."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        _refuse_binary(data)
        for article in read(data, options.format, options.reference):
            if not first and not options.json:
                print()
            print(_shown(article, options))
            first = False
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"wirenews: cannot read {name}: {_reason(error)}", file=sys.stderr)
        return False
    except (ValueError, ImportError) as error:
        print(f"wirenews: {name}: {error}", file=sys.stderr)
        return False
    return True


def _refuse_binary(data: bytes) -> None:
    """Raise for bytes that are no text in any encoding that is read here."""
    start = data[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    if b"\0" in start and start.count(b"\0") > len(start) // 100:
        raise ValueError("these bytes are no text (they look like a picture, an archive or a program)")


def _reason(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a directory: name the files in it"
    return (error.strerror or str(error)).lower()


def _shown(article: Article, options: argparse.Namespace) -> str:
    if options.json:
        return article.to_json()
    return article.explain() if options.explain else describe(article)


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
