"""``wirenews [parse] FILE...``: stories in the form that is asked for."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import attrs

from ..article import Article
from ..export import to_html
from ..record import json_parts
from .inputs import Reading, number_of_files
from .messages import Told, WrongUseError
from .outputs import Form, Output, check_is_not_read, paths_in, to_file, to_folder, to_standard_output, to_whole_file
from .resume import mend_csv, mend_lines
from .views import describe, look_of_terminal
from .writers import COLUMNS, Csv, Json, JsonLines, Page, Parquet, Texts, Views

# The form that the ending of an output asks for.
_BY_ENDING = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".parquet": "parquet",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
}
_PACKED = (".gz", ".zst", ".bz2", ".xz", ".zip")
_CAN_GO_ON = ("jsonl", "json", "csv", "excel")


def run(options: argparse.Namespace) -> int:
    """The exit status."""
    name = options.form or _form_asked_for(options.output)
    columns = options.fields or COLUMNS
    form, make = _form(name, columns)
    plan = _plan(options, name, columns, form)
    with Told(number_of_files(plan.reading.files)) as told, plan.output as out:
        for origin, value in plan.reading.told(make, told, plan.done, out.end_of_file):
            out.write(origin, value)
    return 1 if told.has_failed else 0


def _form_asked_for(output: str | None) -> str:
    """The form where no option names one: by the ending of the output, for a person, else rows as JSON lines."""
    if output is None:
        return "view" if sys.stdout.isatty() else "jsonl"
    target = Path(output)
    if target.suffix in _PACKED:
        raise WrongUseError(f"{target} would not be packed: leave out -o, and end the command with | gzip > {target}")
    return _BY_ENDING.get(target.suffix, "jsonl")


def _form(name: str, columns: tuple[str, ...]) -> tuple[Form, Callable[[Article], Any]]:
    """A form by its name, and what is made of an article for it."""
    look = partial(describe, look=look_of_terminal(), fields=columns if columns is not COLUMNS else ())
    forms: dict[str, tuple[Form, Callable[[Article], Any]]] = {
        "view": (Form(".txt", Views), look),
        "jsonl": (Form(".jsonl", partial(JsonLines, columns=columns)), Article.record),
        "json": (Form(".json", Json), json_parts),
        "csv": (Form(".csv", partial(Csv, columns=columns)), Article.record),
        "excel": (Form(".csv", partial(Csv, columns=columns, is_for_excel=True)), Article.record),
        "parquet": (Form(".parquet", partial(Parquet, columns=columns), is_binary=True), Article.record),
        "text": (Form(".txt", Texts), attrgetter("body")),
        "html": (Form(".html", Page), to_html),
    }
    return forms[name]


@attrs.frozen
class _Plan:
    """Where stories go, which files are read and how many of their stories are there already."""

    output: AbstractContextManager[Output]
    reading: Reading
    done: Mapping[str, int | None] = attrs.field(factory=dict)


def _plan(options: argparse.Namespace, name: str, columns: tuple[str, ...], form: Form) -> _Plan:
    reading: Reading = options.reading
    if options.output is None:
        if options.resume:
            raise WrongUseError("--resume goes on with an output: name it with -o")
        if form.is_binary and sys.stdout.isatty():
            raise WrongUseError("Parquet is nothing to look at: name a file with -o")
        return _Plan(to_standard_output(form), reading)
    target = Path(options.output)
    if target.is_dir() or options.output.endswith(("/", os.sep)):
        paths = paths_in(target, reading.files, form.suffix)
        done = {file: None for file, path in paths.items() if path.exists()} if options.resume else {}
        return _Plan(to_folder(paths, form), reading, done)
    check_is_not_read(target, reading.files)
    if not options.resume:
        return _Plan((to_whole_file if form.is_binary else to_file)(target, form), reading)
    if name not in _CAN_GO_ON:
        raise WrongUseError(f"--resume cannot go on in a file of --{name}: write to a folder with -o {target.stem}/")
    if not {"file", "number"} <= {*columns}:
        raise WrongUseError("--resume needs to know the stories that are there: add file and number to --fields")
    return _going_on(target, form, reading, name, columns)


def _going_on(target: Path, form: Form, reading: Reading, name: str, columns: tuple[str, ...]) -> _Plan:
    """The plan for an output that has stories in it, or is begun."""
    done: dict[str, int | None] = {}
    if target.exists():
        is_csv = name in ("csv", "excel")
        done = mend_csv(target, columns) if is_csv else mend_lines(target, None if name == "json" else columns)
    # The file that is half done comes first, since what was written last tells how far the run was.
    files = sorted(reading.files, key=lambda file: done.get(file.name) is None)
    goes_on = target.exists() and target.stat().st_size > 0
    return _Plan(to_file(target, form, goes_on=goes_on), attrs.evolve(reading, files=tuple(files)), done)
