"""What Factiva exports as text: documents one after another, their parts behind codes of two or three letters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from ..dates.normalize import normalize_date
from ..metadata import Metadata, Subject
from .cutting import cut_at
from .document import Document
from .story import Found, Story, stories_of

READS = {
    "headline": "HD",
    "byline": "BY",
    "body": "LP, then TD",
    "language": "LA",
    "uri": "AN",
    "provider": "SN",
    "published": "PD, and ET for the time",
    "genres": "SE",
    "subjects": "NS, IN, RE, CO: code : name",
    "copyright": "CY",
}
_CODES = "HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|ART|CLM|AN"
_PART = re.compile(rf"^(?P<code>{_CODES})(?:[ \t]+|[ \t]*\n)", re.M)
_START = re.compile(r"\s*(?:SE|HD)[ \t]*\n?[^\n]*\n(?:[^\n]*\n){0,12}?WC[ \t]*\n?[^\n]*words", re.I)
_END = re.compile(rb"(?<=\n)(?:SE|HD)[ \t]*\r?\n")
_SUBJECTS = ("NS", "IN", "RE", "CO")
_SUBJECT = re.compile(r"([\w.]{1,12}) : ([^|\n]{1,100})")
_LANGUAGES = {"ENGLISH": "en", "GERMAN": "de", "FRENCH": "fr", "SPANISH": "es", "DUTCH": "nl", "ITALIAN": "it"}


class FactivaFormat:
    """Documents whose parts stand behind HD, WC, PD, LP, TD and other codes."""

    def holds(self, document: Document) -> bool:
        """Whether a headline and a count of words stand behind their codes."""
        return _START.match(document.head) is not None

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each document with a text."""
        return stories_of(self._found(document), lambda: "no document has a text behind LP or TD")

    def _found(self, document: Document) -> Iterator[Found | None]:
        for data in cut_at(document.chunks(), _END, document.limit):
            text, defects = document.decoded(data)
            story = _read(text.replace("\r\n", "\n"))
            yield attrs.evolve(story, damage=defects) if story is not None and defects else story


FORMAT = FactivaFormat()


def _read(text: str) -> Story | None:
    parts = _parts(text)
    body = "\n\n".join(filter(None, (parts.get("LP"), parts.get("TD"))))
    if not body:
        return None
    subjects = (
        Subject(code, name.strip(), code_of)
        for code_of in _SUBJECTS
        for code, name in _SUBJECT.findall(parts.get(code_of, ""))
    )
    return Story(
        body=body,
        headline=_folded(parts, "HD"),
        byline=parts.get("BY"),
        language=_LANGUAGES.get((_folded(parts, "LA") or "").upper()),
        notices=(("copyright", parts.get("CY")),),
        metadata=Metadata(
            uri=(_folded(parts, "AN") or "").removeprefix("Document ") or None,
            provider=_folded(parts, "SN"),
            published=_moment(_folded(parts, "PD"), _folded(parts, "ET")),
            genres=tuple(filter(None, (_folded(parts, "SE"),))),
            subjects=tuple(subjects),
        ),
    )


def _parts(text: str) -> dict[str, str]:
    """The text behind each code, the first where one stands twice."""
    found = list(_PART.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    parts: dict[str, str] = {}
    for each, end in zip(found, ends, strict=True):
        parts.setdefault(each["code"], text[each.end() : end].strip())
    return parts


def _folded(parts: dict[str, str], code: str) -> str | None:
    return " ".join(parts.get(code, "").split()) or None


def _moment(day: str | None, time: str | None) -> dt.datetime | None:
    date = normalize_date(day or "")
    if date is None or date.date is None:
        return None
    hour, _, minute = (time or "").partition(":")
    is_time = hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
    return dt.datetime.combine(date.date, dt.time(int(hour), int(minute)) if is_time else dt.time())
