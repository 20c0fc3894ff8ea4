"""What ANPA 1312 and IPTC 7901 share: messages between control characters, and typeset lines.

A message is ``SOH header STX text ETX trailer EOT``. In the text, AP and others set header lines as
``^words<`` (flush left) or ``^words=`` (centred), table rows after a backspace, and paragraphs
after a tab.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"

# Control characters that are neither white space nor a mark read here; a DLE ends a table row.
_DROPPED = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x0B, 0x7F])
_SET_LINE = regex.compile(r"\^?([^\n]*?)[ \t]*([<=])[ \t]*")


class Message(NamedTuple):
    """The parts of a message, line ends made ``\\n``."""

    header: str
    text: str
    trailer: str


class SetLines(NamedTuple):
    """The typeset lines above a story (by their sign), and what follows them."""

    left: list[str]
    byline: str | None
    body: str


def messages(text: str) -> Iterator[Message]:
    """The messages of a stream, in order. A missing ETX or EOT ends with the next message."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for part in text.split(SOH)[1:] if SOH in text else [text]:
        message = part.partition(EOT)[0]
        header, _, rest = message.partition(STX)
        content, _, trailer = rest.partition(ETX)
        yield Message(header.strip("\n"), content, trailer.strip())


def read_lines(text: str) -> SetLines:
    """The header lines at the top of a message's text, its byline, and the body without typesetting."""
    lines = text.split("\n")
    left: list[str] = []
    byline: list[str] = []
    for number, line in enumerate(lines):
        set_line = _SET_LINE.fullmatch(line.translate(_DROPPED))
        if not line.strip("\n \x7f"):
            continue
        if (
            set_line is None
            or (line[0] != "^" and set_line[2] == "=" and not left and number > 1)
            or line[0] in "\x08\t"
        ):
            break
        words = set_line[1].strip()
        if set_line[2] == "<":
            left.append(words)
        elif byline or words[:3].casefold() == "by ":
            byline.append(words)
        else:
            break
    else:
        number = len(lines)
    return SetLines([words for words in left if words], "\n".join(byline) or None, _body(lines[number:]))


def _body(lines: list[str]) -> str:
    """The body: paragraphs that a tab begins stand apart, table rows stay together."""
    out: list[str] = []
    in_table = False
    for line in lines:
        row, indented = line.startswith("\x08"), line.startswith("\t")
        shown = line.translate(_DROPPED)
        set_line = _SET_LINE.fullmatch(shown) if shown.startswith("^") else None
        shown = set_line[1] if set_line else shown.removeprefix("^")
        if out and out[-1] and (indented or set_line is not None or row != in_table):
            out.append("")
        out.append(shown.strip("\t \x7f") if indented or row or set_line else shown.rstrip())
        in_table = row
    return "\n".join(out).strip("\n")
