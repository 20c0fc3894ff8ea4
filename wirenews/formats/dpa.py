"""dpa digitalwires (JSON, since 2019): one entry, a list of them, or the API's ``{"entries": [...]}``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..kinds import NoticeKind
from .document import Document
from .jsonwire import dicts, plain, text_of
from .story import Story, stories_of

# The kind of a note with a role of its own ("dpaednoterole:correction").
_NOTES: dict[str, NoticeKind] = {"correction": "correction", "correctionshort": "correction", "dpacontacts": "contact"}


def holds(document: Document) -> bool:
    """Whether it is JSON whose entries say "digitalwires", or have dpa's ``article_html``."""
    return any(
        "article_html" in e or (text_of(e, "format") or "").startswith("digitalwires") for e in _entries(document.json)
    )


def stories(document: Document) -> Iterator[Story]:
    """A story for each entry with an article."""
    return stories_of(
        map(_read, _entries(document.json)),
        lambda: "no entry has an article_html (it may be a picture, an audio or a video)",
    )


def _entries(json: Any) -> list[dict[str, Any]]:
    if isinstance(json, dict) and isinstance(json.get("entries"), list):
        json = json["entries"]
    return list(dicts(json))


def _read(entry: dict[str, Any]) -> Story | None:
    body = plain(text_of(entry, "article_html") or "")
    if not body:
        return None
    return Story(
        body=body,
        headline=text_of(entry, "headline"),
        byline=text_of(entry, "byline"),
        dateline=_stripped(text_of(entry, "dateline")),
        credit=_closing_line(entry) or text_of(entry, "creditline"),
        fields=tuple(_fields(entry)),
        notices=tuple(_notices(entry)),
        language=text_of(entry, "language"),
    )


def _closing_line(entry: dict[str, Any]) -> str | None:
    """The line that closes dpa's copy: "dpa hm bs wjh"."""
    notes = dicts(entry.get("ednotes"))
    return next((text_of(n, "ednote") for n in notes if (text_of(n, "role") or "").endswith("closingline")), None)


def _fields(entry: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    yield "date", text_of(entry, "version_created", "content_created", "updated")
    yield "slug", text_of(entry, "kicker")
    yield "source", text_of(entry, "creditline")


def _notices(entry: dict[str, Any]) -> Iterator[tuple[NoticeKind, str | None]]:
    yield "copyright", text_of(entry, "copyrightnotice")
    yield "usage terms", text_of(entry, "usageterms")
    yield "editor's note", text_of(entry, "autopublishnotice")
    for note in dicts(entry.get("ednotes")):
        role = (text_of(note, "role") or "").rpartition(":")[2]
        if role != "closingline":
            yield _NOTES.get(role, "editor's note"), plain(text_of(note, "ednote") or "")
    until = text_of(entry, "embargoed")
    yield "embargo", f"Embargoed until {until}" if until else None


def _stripped(text: str | None) -> str | None:
    return text.strip() if text else None
