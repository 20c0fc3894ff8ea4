"""What kinds there are: of credits, notices, segments and defects."""

from __future__ import annotations

from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "byline",
    "origin",
    "inputs",
    "distribution",
    "reporting",
    "additional reporting",
    "writing",
    "editing",
    "compiling",
    "translation",
    "photo",
]
NoticeKind: TypeAlias = Literal[
    "copyright",
    "correction",
    "embargo",
    "editor's note",
    "disclaimer",
    "usage terms",
    "end mark",
    "continuation",
    "contact",
    "conversion",
    "furniture",
    "boilerplate",
    "source tag",
    "status",
]
Status: TypeAlias = Literal["usable", "withheld", "canceled"]
SegmentKind: TypeAlias = Literal[
    "field", "headline", "deck", "byline", "dateline", "body", "caption", "credit", "notice", "gap"
]
DefectCode: TypeAlias = Literal[
    "agency-misspelt",
    "agency-unknown",
    "bytes-undecodable",
    "calendar-unread",
    "date-conflict",
    "date-invalid",
    "encoding-guessed",
    "markup-malformed",
    "pieces-overlap",
    "source-unreadable",
    "text-after-credit",
]
