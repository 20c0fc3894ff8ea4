"""What Factiva exports as text: documents one after another, their parts behind codes of two or three letters.

Its other display has the same parts without their codes: a line tells them by how it looks and by the one above it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from textwrap import dedent

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
# A code has a line of its own, or a gap behind it ("IN the" is none). Some displays set the codes in.
_PART = re.compile(rf"^[ \t]{{0,8}}(?P<code>{_CODES})(?: ?\t[ \t]*| {{2,}}|[ \t]*\n)", re.M)
_START = re.compile(
    r"\s*(?:SE|HD)\b[ \t]*\n?[^\n]*\n(?:[^\n]*\n){0,12}?[ \t]*WC[ \t]*\n?[^\n]*(?:words|Wörter|mots|palabras)", re.I
)
# The count of words, the date and the copyright line of a document whose parts have no codes.
_COUNT = re.compile(
    r"^[ \t]*\d[\d., ]{0,7} (?:words|Wörter|mots|palabras|parole|palavras|woorden)[ \t]*\n"
    r"[ \t]*(?P<day>\d{1,2}\.? [^\W\d_]{3,12} \d{4})[ \t]*\n"
    r"(?:[ \t]*(?P<time>\d\d:\d\d)[ \t]*\n)?"
    r"[ \t]*(?P<source>[^\n]{2,80})\n"
    r"(?P<more>(?:[^\n]+\n){0,6}?)"
    r"[ \t]*(?P<copyright>(?:\(c\)|©|Copyright)[^\n]*(?:\n(?=[^\n]*\S)[^\n]+){0,4})\n",
    re.M | re.I,
)
# Where a document begins with codes, and where one ends without.
_CODED = re.compile(
    rb"(?:^|(?<=\n))[ \t]{0,8}(?:SE(?:[ \t]*\r?\n| ?\t|  )[^\n]{0,80}\n[ \t]{0,8})?HD(?=[ \t]*\r?\n| ?\t|  )"
)
_END = re.compile(rb"(?<=\n)[ \t]{0,8}(?:Document|Dokument|Documento) [A-Za-z0-9]{15,40}[ \t]*\r?\n")
_NUMBER = re.compile(r"[ \t]*(?:Document|Dokument|Documento) (?P<number>\w{15,40})[ \t]*\n")
_BYLINE = re.compile(r"(?:By|Von|Par|De|Por|Di|Door) [^\n]{2,80}")
_SUBJECTS = ("NS", "IN", "RE", "CO")
_SUBJECT = re.compile(r"([\w.]{1,12}) : ([^|\n]{1,100})")
_LANGUAGES = {
    "ENGLISH": "en",
    "ENGLISCH": "en",
    "ANGLAIS": "en",
    "GERMAN": "de",
    "DEUTSCH": "de",
    "FRENCH": "fr",
    "FRANÇAIS": "fr",
    "SPANISH": "es",
    "ESPAÑOL": "es",
    "DUTCH": "nl",
    "ITALIAN": "it",
    "PORTUGUESE": "pt",
}


class FactivaFormat:
    """Documents whose parts stand behind HD, WC, PD, LP, TD and other codes, or one after another without them."""

    def holds(self, document: Document) -> bool:
        """Whether a headline and a count of words stand behind their codes, or a count, a date and a copyright line."""
        return _START.match(document.first_lines) is not None or _COUNT.search(document.first_lines) is not None

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each document with a text."""
        return stories_of(self._found(document), lambda _: "no document has a text behind LP or TD")

    def _found(self, document: Document) -> Iterator[Found | None]:
        if _START.match(document.first_lines) is not None:
            for data in cut_at(document.chunks(), _CODED, document.limit):
                yield _read(document, data, _parts)
            return
        # The number of a document stands below it, where the next begins.
        last: Story | None = None
        for data in cut_at(document.chunks(), _END, document.limit):
            numbered = _NUMBER.match(document.decoded(data).text.replace("\r\n", "\n"))
            if last is not None and numbered is not None:
                last = attrs.evolve(last, metadata=attrs.evolve(last.metadata, uri=numbered["number"]))
            yield last
            last = _read(document, data, _parts_without_codes)
        yield last


FORMAT = FactivaFormat()


def _read(document: Document, data: bytes, parts_of: Callable[[str], dict[str, str]]) -> Story | None:
    text, defects = document.decoded(data)
    parts = parts_of(text.replace("\r\n", "\n"))
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
            uri=(_folded(parts, "AN") or "").rpartition(" ")[2] or None,
            provider=_folded(parts, "SN"),
            published=_moment(_folded(parts, "PD"), _folded(parts, "ET")),
            genres=tuple(filter(None, (_folded(parts, "SE"),))),
            subjects=tuple(subjects),
        ),
        damage=defects,
    )


def _parts(text: str) -> dict[str, str]:
    """The text behind each code, the first where one stands twice."""
    found = list(_PART.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts: dict[str, str] = {}
    for each, end in zip(found, ends, strict=False):
        # Some displays set the text in, too.
        parts.setdefault(each["code"], dedent(text[each.end() : end]).strip())
    return parts


def _parts_without_codes(text: str) -> dict[str, str]:
    """The parts of a document by the line with its count of words, the source below the date, the copyright line."""
    if (number := _NUMBER.match(text)) is not None:
        text = text[number.end() :]
    count = _COUNT.search(text)
    if count is None:
        return {}
    spoken = (line.strip() for line in count["more"].split("\n"))
    return {
        **_above(text[: count.start()]),
        "PD": count["day"],
        "ET": count["time"] or "",
        "SN": count["source"],
        "LA": next((line for line in spoken if line.upper() in _LANGUAGES), ""),
        "CY": count["copyright"],
        "LP": text[count.end() :].strip(),
    }


def _above(text: str) -> dict[str, str]:
    """The headline and the byline above the count of words."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    bylines = [line for line in lines[1:] if _BYLINE.fullmatch(line)]
    titles = [line for line in lines if line not in bylines]
    return {"HD": "".join(titles[-1:]), "BY": "\n".join(bylines)}


def _folded(parts: dict[str, str], code: str) -> str | None:
    return " ".join(parts.get(code, "").split()) or None


def _moment(day: str | None, time: str | None) -> dt.datetime | None:
    date = normalize_date(day or "")
    if date is None or date.date is None:
        return None
    hour, _, minute = (time or "").partition(":")
    is_time = hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
    return dt.datetime.combine(date.date, dt.time(int(hour), int(minute)) if is_time else dt.time())
