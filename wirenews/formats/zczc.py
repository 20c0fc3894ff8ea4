"""AAP's messages between ``ZCZC`` and ``NNNN``: header lines that a sign in front names, then the text."""

from __future__ import annotations

import re

from ..metadata import Metadata, Subject
from .story import Story
from .wire import Message, WireFormat

READS = {
    "headline": "the line behind ^",
    "slugline": "the line behind :",
    "take": "the line behind =",
    "subjects": "the letter behind $ (scheme anpa-1312), the number behind + (scheme subj)",
    "body": "what follows, up to NNNN",
}
_START = re.compile(r"ZCZC[^\n]{0,20}\n(?:[$:=^*&+][^\n]*\n){2}")
# Each sign, and what stands behind it.
_SIGNS = {"^": "headline", ":": "slugline", "=": "take", "$": "category", "+": "subject", "*": "form", "&": "service"}


def _read(message: Message) -> Story | None:
    lines = message.header.split("\n")
    header: dict[str, str] = {}
    at = 1
    while at < len(lines) and (name := _SIGNS.get(lines[at][:1])) is not None:
        header.setdefault(name, lines[at][1:].strip())
        at += 1
    body = "\n".join(lines[at:]).partition("\nNNNN")[0].strip("\n")
    if not header or not body.strip():
        return None
    subjects = (Subject(header.get("category"), None, "anpa-1312"), Subject(header.get("subject"), None, "subj"))
    return Story(
        body=body,
        headline=header.get("headline"),
        metadata=Metadata(
            slugline=header.get("slugline"),
            take=header.get("take"),
            subjects=tuple(subject for subject in subjects if subject.code),
        ),
    )


FORMAT = WireFormat(_START, _read, re.compile(rb"(?:^|(?<=\n))ZCZC"))
