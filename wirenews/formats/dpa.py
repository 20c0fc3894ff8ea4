"""dpa digitalwires (JSON, since 2019): one entry, a list of them, or the API's ``{"entries": [...]}``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from ..kinds import NoticeKind
from .jsonwire import JsonFormat, Object, dicts, plain, text_of
from .reads import JsonItem, Reads, SubjectRow, read_story
from .story import Story

READS = Reads(
    story={
        "headline": "headline",
        "byline": "byline",
        "dateline": "dateline",
        "credit": "ednotes[role=closingline]/ednote, creditline",
        "language": "language",
        "dated": "content_created",
        "agency": "creditline",
    },
    metadata={
        "uri": "urn, entry_id",
        "version": "version",
        "status": "pubstatus, signal",
        "urgency": "urgency",
        "slugline": "kicker",
        "abstract": "teaser, subhead, descriptions/description",
        "provider": "creditline",
        "located": "categories[type=located]/name",
        "created": "content_created",
        "modified": "version_created, updated",
        "embargoed": "embargoed",
        "keywords": "keyword_names, dpasubject_names, geosubject_names, categories[type=keyword]/name",
        "genres": "genre_names",
    },
    subjects=(
        SubjectRow("categories[type=dpasubject]", code="qcode", name="name"),
        SubjectRow("categories[type=geosubject]", code="qcode", name="name"),
        SubjectRow("categories[type=category]", code="qcode", name="name"),
    ),
    notices={
        "copyright": "copyrightnotice",
        "usage terms": "usageterms",
        "editor's note": "autopublishnotice",
    },
)
# The kind of a note with a role of its own ("dpaednoterole:correction").
_NOTES: dict[str, NoticeKind] = {"correction": "correction", "correctionshort": "correction", "dpacontacts": "contact"}


def _is_item(entry: Object) -> bool:
    return "article_html" in entry or (text_of(entry, "format") or "").startswith("digitalwires")


def _entries(value: Any) -> Iterator[Object]:
    entries = value.get("entries") if isinstance(value, dict) else None
    return dicts(entries if isinstance(entries, list) else value)


def _read(entry: Object) -> Story | None:
    body = plain(text_of(entry, "article_html") or "")
    if not body:
        return None
    story = read_story(JsonItem(entry), READS, body)
    return attrs.evolve(story, notices=(*story.notices, *_notes(entry)))


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`article_html`",
}
FORMAT = JsonFormat(
    _is_item, _read, "no entry has an article_html: it may be a picture, an audio or a video", items=_entries
)


def _notes(entry: Object) -> Iterator[tuple[NoticeKind, str]]:
    for note in dicts(entry.get("ednotes")):
        role = (text_of(note, "role") or "").rpartition(":")[2]
        if role != "closingline":
            yield _NOTES.get(role, "editor's note"), plain(text_of(note, "ednote") or "")
