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
_OTHER_SIGNS = "*&%"


def _read(message: Message) -> Story | None:
    lines = message.header.split("\n")
    header: dict[str, str] = {}
    at = 2 if len(lines) > 1 and _ADDRESS.fullmatch(lines[1]) else 1
    while at < len(lines) and lines[at][:1] and lines[at][0] in (*_SIGNS, *_OTHER_SIGNS):
        if value := lines[at][1:].strip():
            header.setdefault(_SIGNS.get(lines[at][0], ""), value)
        at += 1
    body = "\n".join(lines[at:]).partition("\nNNNN")[0].strip("\n")
    if not body.strip():
        return None
    headline = header.get("headline")
    subjects = (Subject(header.get("category"), None, "anpa-1312"), Subject(header.get("subject"), None, "subj"))
    return Story(
        body=body,
        headline=headline or header.get("name"),
        metadata=Metadata(
            slugline=header.get("slugline") or (header.get("name") if headline else None),
            take=header.get("take"),
            subjects=tuple(subject for subject in subjects if subject.code),
        ),
    )


FORMAT = WireFormat(_START, _read, re.compile(rb"(?:^|(?<=\n))[ \t]*ZCZC"))
