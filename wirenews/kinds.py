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
"""How somebody is credited: ``Attribution.role``."""
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
"""What a notice is about: ``Notice.kind``."""
Status: TypeAlias = Literal["usable", "withheld", "canceled"]
"""What a document says of its use: ``Metadata.status``."""
SegmentKind: TypeAlias = Literal[
    "field", "headline", "deck", "byline", "dateline", "body", "caption", "credit", "notice", "gap"
]
"""What a stretch of the source is: ``Segment.kind``."""
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
"""What is wrong with a text: ``Defect.code``. These names stay."""
