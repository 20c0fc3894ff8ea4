"""Messages between ``ZCZC`` and ``NNNN``, AAP's and those it takes: header lines that a sign names, then the text."""

from __future__ import annotations

import re

from ..metadata import Metadata, Subject
from .story import Story
from .wire import Message, WireFormat

READS = {
    "headline": "the line behind ^, else (as Medianet has it) the line behind :",
    "slugline": "the line behind : where one behind ^ is the headline, or behind #",
    "take": "the line behind =, or behind @",
    "subjects": "the letter behind $ (scheme anpa-1312), the number behind + (scheme subj)",
    "body": "what follows, up to NNNN",
}
# The first lines behind "ZCZC" have signs, or are an address ("YY TDA").
_START = re.compile(
    r"[ \t]{0,9}ZCZC(?: [^\n]{0,20}| ?#[^\n]{1,60})?\n(?:(?:[$:=^*&+%#@][^\n]*\n){2}|[A-Z]{2} [A-Z]{2,4}\r?\n)"
)
_ADDRESS = re.compile(r"[A-Z]{2} [A-Z]{2,4}")
# Each sign, and what stands behind it; of "*", "&" and "%" the story knows nothing: form, level of service, routing.
_SIGNS = {"^": "headline", ":": "name", "#": "slugline", "=": "take", "@": "take", "$": "category", "+": "subject"}
_ALL_SIGNS = frozenset((*_SIGNS, "*", "&", "%"))


def _read(message: Message) -> Story | None:
    header, rest = _header(message.header.split("\n"))
    body = rest.partition("\nNNNN")[0].strip("\n")
    if not body.strip():
        return None
    headline, name = header.get("headline"), header.get("name")
    subjects = (Subject(header.get("category"), None, "anpa-1312"), Subject(header.get("subject"), None, "subj"))
    return Story(
        body=body,
        headline=headline or name,
        metadata=Metadata(
            slugline=header.get("slugline") or (name if headline else None),
            take=header.get("take"),
            subjects=tuple(subject for subject in subjects if subject.code),
        ),
    )


def _header(lines: list[str]) -> tuple[dict[str, str], str]:
    """What the signs below the first line name, the first that says something, and what follows them."""
    header: dict[str, str] = {}
    at = 2 if len(lines) > 1 and _ADDRESS.fullmatch(lines[1]) else 1
    while at < len(lines) and lines[at][:1] in _ALL_SIGNS:
        if value := lines[at][1:].strip():
            header.setdefault(_SIGNS.get(lines[at][0], ""), value)
        at += 1
    return header, "\n".join(lines[at:])


FORMAT = WireFormat(_START, _read, re.compile(rb"(?:^|(?<=\n))[ \t]*ZCZC"))
