"""What Nexis and Factiva export as text: documents one after another, their parts named in capitals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import filterfalse

import attrs

from ..dates.normalize import normalize_date
from ..metadata import Metadata
from .cutting import cut_at
from .document import Document
from .story import Found, Story, stories_of

READS = {
    "headline": "HEADLINE:, else the line above the first named part",
    "byline": "BYLINE:",
    "dateline": "DATELINE:",
    "body": "BODY:, else what follows the last part named above the text",
    "abstract": "HIGHLIGHT:",
    "provider": "the first line: the newspaper, the agency",
    "published": "the line with a date below it",
    "keywords": "SUBJECT:, KEYWORD:",
    "genres": "PUBLICATION-TYPE:, SECTION:",
    "modified": "LOAD-DATE:",
    "copyright": "the line with Copyright",
    "language": "LANGUAGE:",
}
_NUMBER = re.compile(
    rb"(?:^|(?<=\n))[ \t]*\d{1,6} (?:of|von|de|sur) \d{1,6} (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTOS?)[ \t]*\r?\n", re.I
)
_HEADS = re.compile(r"[ \t]*\d{1,6} (?:of|von|de|sur) \d{1,6} (?:DOCUMENT|DOKUMENT)", re.I)
_PART = re.compile(r"^(?P<name>[A-Z][A-Z-]{2,24}): ?(?P<text>[^\n]*(?:\n(?!\n)[^\n]*)*)", re.M)
_BLANK_LINES = re.compile(r"\n\s*\n")
_COPYRIGHT = re.compile(r"\s*(?:Copyright|\(c\)|©)", re.I)
# The parts that stand above the text, and those below it.
_ABOVE = ("HEADLINE", "BYLINE", "LENGTH", "SECTION", "DATELINE", "HIGHLIGHT", "SERIES", "SOURCE")
_BELOW = frozenset(
    "LOAD-DATE LANGUAGE PUBLICATION-TYPE JOURNAL-CODE SUBJECT GRAPHIC NOTES TYPE ORGANIZATION TICKER INDUSTRY COMPANY "
    "GEOGRAPHIC COUNTRY STATE CITY PERSON DOCUMENT-TYPE CORRECTION KEYWORD CATEGORY".split()
)
_LANGUAGES = {
    "ENGLISH": "en",
    "GERMAN": "de",
    "FRENCH": "fr",
    "SPANISH": "es",
    "DUTCH": "nl",
    "ITALIAN": "it",
    "PORTUGUESE": "pt",
}


class NexisFormat:
    """Documents behind lines such as "3 of 20 DOCUMENTS"."""

    def holds(self, document: Document) -> bool:
        """Whether the beginning has such a line, and named parts behind it."""
        found = re.search(rf"^{_HEADS.pattern}", document.head, re.M | re.I)
        return found is not None and _PART.search(document.head, found.end()) is not None

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each document with a text."""
        return stories_of(self._found(document), lambda _: "no document has a text")

    def _found(self, document: Document) -> Iterator[Found | None]:
        for data in cut_at(document.chunks(), _NUMBER, document.limit):
            if _NUMBER.match(data) is None:
                continue
            text, defects = document.decoded(data)
            story = _read(text.replace("\r\n", "\n"))
            if story is not None:
                yield attrs.evolve(story, damage=defects)


FORMAT = NexisFormat()


def _read(text: str) -> Story | None:
    text = text.partition("\n")[2]
    parts = {found["name"]: found for found in reversed(list(_PART.finditer(text)))}
    above = [parts[name] for name in _ABOVE if name in parts]
    body = _body(text, parts, above).strip("\n")
    if not body.strip():
        return None
    lines = list(filter(str.strip, _BLANK_LINES.split(text[: min(part.start() for part in above)])))
    copyrights = list(filter(_COPYRIGHT.match, lines))
    head = list(filterfalse(_COPYRIGHT.match, lines))
    return Story(
        body=body,
        headline=_said(parts, "HEADLINE") or (_folded(head[-1]) if len(head) > 2 else None),
        byline=_said(parts, "BYLINE"),
        dateline=_said(parts, "DATELINE"),
        language=_LANGUAGES.get((_said(parts, "LANGUAGE") or "").partition(";")[0].upper()),
        notices=tuple(("copyright", block) for block in copyrights),
        metadata=_metadata(parts, head),
    )


def _body(text: str, parts: dict[str, re.Match[str]], above: list[re.Match[str]]) -> str:
    """The text between the parts that stand above it and those below; nothing where there are none above."""
    if not above:
        return ""
    last = max(part.end() for part in above)
    start = parts["BODY"].start("text") if "BODY" in parts else last
    below = [part.start() for name, part in parts.items() if name in _BELOW and part.start() > last]
    return text[start : min(below, default=len(text))]


def _metadata(parts: dict[str, re.Match[str]], head: list[str]) -> Metadata:
    subjects = re.split(r"[;,]", _said(parts, "SUBJECT") or "")
    return Metadata(
        abstract=_said(parts, "HIGHLIGHT"),
        provider=_folded(head[0]) if head else None,
        published=next(filter(None, map(_moment, head[1:4])), None),
        modified=_moment(_said(parts, "LOAD-DATE") or ""),
        keywords=tuple(subject.strip() for subject in subjects if subject.strip()),
        genres=tuple(filter(None, (_said(parts, "PUBLICATION-TYPE"), _said(parts, "SECTION")))),
    )


def _said(parts: dict[str, re.Match[str]], name: str) -> str | None:
    found = parts.get(name)
    return _folded(found["text"]) if found is not None else None


def _folded(text: str) -> str | None:
    return " ".join(text.split()) or None


def _moment(text: str) -> dt.datetime | None:
    date = normalize_date(_folded(text) or "")
    if date is None or date.date is None:
        return None
    return dt.datetime.combine(date.date, dt.time())
