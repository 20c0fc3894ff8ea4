"""The words on the command line -> a command and its options; and what ``--help`` says."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from .. import __version__, add_agencies
from ..arguments import hints_of
from ..formats import FORMATS, LIMIT
from .inputs import Reading
from .paths import find_files
from .tables import Columns
from .writers import COLUMNS

_DESCRIPTION = """\
Read wire-service stories: where and when they were filed, by whom, what they say, who deserves the credit.
wirenews FILE... is short for wirenews parse FILE...; a file that has the name of a command is read as ./summary.
"""
_EXAMPLES = """\
examples:
  wirenews story.txt                              look at a story on the terminal
  wirenews feeds/ -o stories.csv                  make a table of a folder, for a spreadsheet
  wirenews --column text rows.csv -o stories.csv  make one of the stories in a table
  wirenews feed.xml | jq .agency                  give a pipe a row for each story, as JSON
  wirenews archive/ -o rows.jsonl --resume        go on where a long run was stopped
  wirenews report archive/ -o report.html         look at an archive in a browser
  wirenews explain story.txt --agency             see why it is this agency and no other

wirenews parse --help tells all options of reading, wirenews COMMAND --help those of another command.
"""


class Command(NamedTuple):
    """What a command is for, what adds its options, and the function that does it, by module and name."""

    help: str
    add_options: Callable[[argparse.ArgumentParser], None]
    function: str

    def run(self, options: argparse.Namespace) -> int:
        """The exit status."""
        module, _, name = self.function.partition(":")
        status: int = getattr(import_module(f".{module}", __package__), name)(options)
        return status


def read_arguments(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command and its options; exits with a message for what is wrong, and after ``--help`` and ``--version``."""
    name, rest = (arguments[0], arguments[1:]) if arguments and arguments[0] in COMMANDS else ("parse", arguments)
    if not arguments or arguments[0] in ("-h", "--help", "--version"):
        _front().parse_args(arguments)
        _front().error("name a file, a folder, or - for standard input; wirenews --help says what else there is")
    command = COMMANDS[name]
    parser = argparse.ArgumentParser(
        prog=f"wirenews {name}" if name != "parse" or name in arguments[:1] else "wirenews",
        description=command.help,
        allow_abbrev=False,
    )
    command.add_options(parser)
    options = parser.parse_intermixed_args(rest)
    _use(options, parser)
    return command, options


def _front() -> argparse.ArgumentParser:
    """What ``wirenews --help`` shows: the commands."""
    parser = argparse.ArgumentParser(
        prog="wirenews",
        usage="wirenews [COMMAND] FILE... [options]",
        description=_DESCRIPTION + "\ncommands:\n" + "\n".join(f"  {n:<12} {c.help}" for n, c in COMMANDS.items()),
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"wirenews {__version__}")
    return parser


def _use(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Put together what several options say, and know the agencies of one's own."""
    try:
        hints = hints_of(getattr(options, "country", None), getattr(options, "language", None))
        if getattr(options, "agencies", None) is not None:
            add_agencies(options.agencies)
    except ValueError as error:
        parser.error(str(error))
    except OSError as error:
        parser.error(f"cannot read {options.agencies}: {(error.strerror or str(error)).lower()}")
    if not hasattr(options, "files"):
        return
    others = (options.title_column, options.reference_column, options.id_column)
    if options.column is None and any(others):
        parser.error("name the column that holds the stories too, as in --column text")
    output = getattr(options, "output", None)
    options.reading = Reading(
        files=tuple(find_files(options.files, Path(output) if output is not None else None)),
        format=options.format,
        limit=options.limit << 20,
        columns=Columns(options.column, *others) if options.column is not None else None,
        reference=options.reference,
        hints=hints,
        is_strict=options.strict,
        workers=options.workers,
    )


# ---------------------------------------------------------------- what is read, for all commands that read files


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="A file, a folder (all that is in it is read), a pattern such as 'feeds/*.xml', or - for standard input; "
        "what gzip or zstd packed is opened.",
    )
    group = parser.add_argument_group("what is read")
    group.add_argument(
        "--format",
        choices=FORMATS,
        metavar="NAME",
        help="Read the files as this format where they are taken for another; without it each is told by its first "
        f"characters. One of {', '.join(FORMATS)}.",
    )
    group.add_argument(
        "--column",
        metavar="NAME",
        help="Read tables (CSV, TSV, JSON lines, Parquet) whose stories stand in the column of this name.",
    )
    group.add_argument(
        "--title-column",
        metavar="NAME",
        help="Take the headline of each story from this column of the table, where the text does not print it.",
    )
    group.add_argument(
        "--reference-column",
        metavar="NAME",
        help="Take from this column of the table the day on which each story ran, so that 'Feb 26' gets its year.",
    )
    group.add_argument(
        "--id-column",
        metavar="NAME",
        help="Copy this column of the table to the rows, so that they can be joined with the table again.",
    )
    group.add_argument(
        "--limit",
        type=_megabytes,
        default=LIMIT >> 20,
        metavar="MB",
        help="Refuse stories that are larger, unpacked, so that no archive fills the memory; %(default)s if not given.",
    )
    _add_knowledge(parser)
    group = parser.add_argument_group("how it is read")
    group.add_argument(
        "--strict",
        action="store_true",
        help="Leave out every story that has a defect, and count it as failed, when only sound ones are of use.",
    )
    group.add_argument(
        "--workers",
        type=_count,
        default=1,
        metavar="N",
        help="Parse in so many processes at a time, which is faster where there are many stories; they stay in order.",
    )


def _add_knowledge(parser: argparse.ArgumentParser, *, has_reference: bool = True) -> None:
    group = parser.add_argument_group("what you know")
    if has_reference:
        group.add_argument(
            "--reference",
            type=_date,
            metavar="DATE",
            help="Say on which day the stories ran (2025-04-18): it fills in the years that the texts leave out, which "
            "else stay unknown.",
        )
    group.add_argument(
        "--language",
        metavar="CODE",
        help="Say in which language the stories are (ISO 639-1, such as pl), which settles words that two languages "
        "share.",
    )
    group.add_argument(
        "--country",
        metavar="CODE",
        help="Say in which country they ran (ISO 3166, such as US), which settles which Birmingham is meant.",
    )
    _add_agencies(group)


def _add_agencies(group: argparse._ActionsContainer) -> None:
    group.add_argument(
        "--agencies",
        metavar="FILE.toml",
        help="Know the agencies of this file too, where yours are not in the registry: [agency.hbn], and below it "
        'name = "Hafenbote".',
    )


# ---------------------------------------------------------------- each command


def _add_parse(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Without a form a terminal gets a view of each story, a pipe or a file rows as JSON lines; the "
    parser.epilog += "ending of -o (.csv, .parquet, .json, .txt, .html) asks for a form too."
    _add_reading(parser)
    forms = parser.add_argument_group("the form of what comes out").add_mutually_exclusive_group()
    for name, help in (
        ("view", "Show each story in its parts, for a person to read, also where nobody looks at a terminal."),
        ("jsonl", "Write a row for each story as JSON on a line, for jq and for programs; a pipe gets it unasked."),
        ("json", "Write all that is known of each story on a line, with the offsets of its parts (Article.to_dict)."),
        ("csv", "Write a table for spreadsheets, R and pandas; the values of a list stand between ' | '."),
        ("excel", "Write the table of --csv with the mark by which Excel knows UTF-8 when you double-click it."),
        ("parquet", "Write a table of fixed types for DuckDB, Spark and data frames (needs pyarrow)."),
        ("text", "Write the bare story, without dateline, byline, credits and notices, to train or to count on."),
        ("html", "Write a page with the parts of each story in colours, to see at a glance what was recognised."),
    ):
        forms.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=help)
    group = parser.add_argument_group("where it goes")
    group.add_argument(
        "--fields",
        type=_columns,
        metavar="NAMES",
        help="Keep only these columns of the rows, in this order, as in headline,agency,city. All are "
        f"{', '.join(COLUMNS)}.",
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="Write to this file, over what is in it, or to this folder (an ending slash makes one), where each file "
        "that is read gets one of its own name.",
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="Go on where the same command was stopped: what is in the output of -o is kept and not done again.",
    )


def _add_explain(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    group = parser.add_argument_group("what is shown")
    group.add_argument(
        "--agency",
        action="store_true",
        help="Show only what settled whose copy it is, and why other agencies in the story were passed over.",
    )
    group.add_argument(
        "--date", action="store_true", help="Show only what settled the date of the story, and why other dates did not."
    )
    _add_json(group)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    group = parser.add_argument_group("the form of what comes out")
    _add_csv(group)
    _add_json(group)


def _add_copies(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    group = parser.add_argument_group("what comes out")
    group.add_argument(
        "--at",
        type=_share,
        default=0.5,
        metavar="SHARE",
        help="Leave out pairs that share less than this much of the shorter story; %(default)s if not given.",
    )
    _add_csv(group)
    _add_json(group)


def _add_report(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    group = parser.add_argument_group("where it goes")
    group.add_argument("-o", "--output", metavar="OUT", help="Write the page to this file, to open it in a browser.")


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", metavar="TEXT", help="A name, a short name, an alias or a part of one.")
    _add_knowledge(parser, has_reference=False)
    _add_json(parser)


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="The words of a date, such as 'last Friday' or 'Feb 26'.")
    parser.add_argument(
        "--reference", type=_date, metavar="DATE", help="Say from which day 'last Friday' counts (2025-04-18)."
    )
    parser.add_argument(
        "--context", metavar="SENTENCE", help="Give the sentence, whose tense tells which Friday is meant."
    )
    parser.add_argument(
        "--language", metavar="CODE", help="Say in which language the words are (ISO 639-1, such as pl)."
    )
    parser.add_argument(
        "--order", choices=("DMY", "MDY"), help="Say whether 04/05/2025 begins with the day or with the month."
    )
    _add_json(parser)


def _add_attribution(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="A byline, a credit or a sign-off, such as 'By Ana Paz, Reuters'.")
    _add_agencies(parser)
    _add_json(parser)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="A place as datelines print it, such as 'BELLEVUE, Wash.'.")
    _add_knowledge(parser, has_reference=False)
    _add_json(parser)


def _add_csv(group: argparse._ActionsContainer) -> None:
    group.add_argument("--csv", action="store_true", help="Write a table for a spreadsheet.")


def _add_json(group: argparse._ActionsContainer) -> None:
    group.add_argument("--json", action="store_true", help="Write JSON, for jq and for programs.")


COMMANDS = {
    "parse": Command("Read stories and put out their parts in the form that you want.", _add_parse, "reading:run"),
    "explain": Command(
        "Show which rule recognised each part of a story, and why it is this agency and this date and no other.",
        _add_explain,
        "explaining:run",
    ),
    "summary": Command(
        "Count stories, agencies, countries, days, languages and defects, to know what is in an archive.",
        _add_summary,
        "summary:run",
    ),
    "copies": Command(
        "Find the same story in several files, credited or not, to know whose copy ran where.",
        _add_copies,
        "copying:run",
    ),
    "report": Command(
        "Make a page of many stories for a browser: agencies, a map, days, copies, and each story in its parts.",
        _add_report,
        "reporting:run",
    ),
    "agencies": Command(
        "List the agencies that are known, or say which one a name means.", _add_list, "lookups:agencies"
    ),
    "date": Command("Say which day the words of a date mean.", _add_date, "lookups:date"),
    "attribution": Command("Say whom a byline or a credit names.", _add_attribution, "lookups:attribution"),
    "place": Command("Say which place a name means: region, country, coordinates.", _add_place, "lookups:place"),
}


# ---------------------------------------------------------------- values


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write it as 2025-04-18") from None


def _megabytes(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of megabytes: write it as 64")
    return int(text)


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes: write it as 4")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = 0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a share over 0 and up to 1: write it as 0.5")
    return share


def _columns(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in names:
        if name not in COLUMNS:
            raise argparse.ArgumentTypeError(f"there is no column {name!r}: choose from {', '.join(COLUMNS)}")
    return names
