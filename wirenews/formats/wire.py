"""What ANPA 1312 and IPTC 7901 share: messages between control characters, and typeset lines.

A message is ``SOH header STX text ETX trailer EOT``. In the text, AP and others set header lines as
``^words<`` (flush left) or ``^words=`` (centred), table rows after a backspace, and paragraphs
after a tab.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import attrs

from .cutting import cut_at
from .document import Document
from .story import Found, Story, stories_of

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
_START = re.compile(rb"\x01")

# Control characters that are neither white space nor a mark read here; a DLE ends a table row.
_DROPPED = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), 0x0B, 0x7F])
# What begins a table row, and a paragraph.
_BODY_SIGNS = "\x08\t"


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


@attrs.frozen
class WireFormat:
    """A format of messages: how the first of a stream begins, what reads one, and with what each begins."""

    start: re.Pattern[str]
    read: Callable[[Message], Story | None]
    mark: re.Pattern[bytes] = _START

    def holds(self, document: Document) -> bool:
        """Whether it begins as the first message of a stream does."""
        return self.start.match(document.first_lines) is not None

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each message with a text."""
        return stories_of(self._found(document), lambda _: "no message has a text between STX and ETX")

    def _found(self, document: Document) -> Iterator[Found | None]:
        for data in cut_at(document.chunks(), self.mark, document.limit):
            text, defects = document.decoded(data)
            story = self.read(message(text))
            yield attrs.evolve(story, damage=defects) if story is not None and defects else story


def message(text: str) -> Message:
    """The parts of a message. A missing ETX or EOT is at its end.

    >>> message("\\x01head\\x02text\\r\\n\\x03tail\\x04"), message("\\x01another\\x02cut off").text
    (Message(header='head', text='text\\n', trailer='tail'), 'cut off')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix(SOH)
    header, _, rest = text.partition(EOT)[0].partition(STX)
    content, _, trailer = rest.partition(ETX)
    return Message(header.strip("\n"), content, trailer.strip())


def read_lines(text: str) -> SetLines:
    """The header lines at the top of a message's text, its byline, and the body without typesetting.

    >>> read_lines("^BC-Rain,90<\\n^By ANA PAZ=\\n\\tOSLO (AP) _ It rained.\\n")
    SetLines(left=['BC-Rain,90'], byline='By ANA PAZ', body='OSLO (AP) _ It rained.')
    """
    lines = text.split("\n")
    top = _header_length(lines)
    shown = [(words, sign) for words, sign in map(_set_line, lines[:top]) if words]
    left = [words for words, sign in shown if sign == "<"]
    centred = [words for words, sign in shown if sign == "="]
    return SetLines(left, "\n".join(centred) or None, _body(lines[top:]))


def _header_length(lines: list[str]) -> int:
    """How many lines stand above the body: empty ones, those set flush left, and a byline, which is centred."""
    in_byline = False
    for number, line in enumerate(lines):
        words, sign = _set_line(line)
        in_byline = in_byline or (sign == "=" and words[:3].casefold() == "by ")
        if words and (line[0] in _BODY_SIGNS or not (sign == "<" or (sign == "=" and in_byline))):
            return number
    return len(lines)


def _set_line(line: str) -> tuple[str, str]:
    """The words of a line, and the sign that ends it when it is typeset: ``<``, ``=`` or nothing."""
    shown = line.translate(_DROPPED).strip().removeprefix("^")
    return (shown[:-1].rstrip(), shown[-1]) if shown.endswith(("<", "=")) else (shown, "")


def _body(lines: list[str]) -> str:
    """The body: paragraphs that a tab begins stand apart, table rows stay together."""
    out: list[str] = []
    in_table = False
    for line in lines:
        row, indented, typeset = line.startswith("\x08"), line.startswith("\t"), line.startswith("^")
        shown = _set_line(line)[0] if typeset else line.translate(_DROPPED)
        if out and out[-1] and (indented or typeset or row != in_table):
            out.append("")
        out.append(shown.strip().removeprefix("^") if indented or row else shown.rstrip())
        in_table = row
    return "\n".join(out).strip("\n")
