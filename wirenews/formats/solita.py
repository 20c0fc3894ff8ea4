"""Press releases of the Nordic services on Solita's system (NTB, STT, Ritzau, TT): one ``<release>``, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .jsonwire import plain
from .reads import Reads, SubjectRow, XmlItem, read_path, read_story
from .story import Story
from .xmlwire import XmlFormat, content_text

if TYPE_CHECKING:
    from lxml.etree import _Element

READS = Reads(
    story={
        "headline": "release/title",
        "language": "release/@lang, release/language",
        "agency": "publisher/name, release/publisher",
    },
    metadata={
        "uri": "release/longurl, release/@id, release/url",
        "version": "release/version",
        "abstract": "release/leadtext",
        "provider": "publisher/name, release/publisher",
        "created": "release/published, release/date, release/created",
        "published": "release/published, release/date",
        "embargoed": "release/embargo",
        "keywords": "release/keywords",
        "genres": "release/type",
    },
    subjects=(SubjectRow("categories/category", code="@id, @code", name="category"),),
    notices={"furniture": "release/boilerplate", "contact": "release/contactsAsText"},
)
_BODY, _LEAD = read_path("release/body"), read_path("release/leadtext")


def _read(release: _Element, around: XmlItem | None) -> Story | None:
    """The story of a release: its lead, then its body."""
    item = XmlItem(release)
    parts = [content_text(node) for path in (_LEAD, _BODY) for node in item.nodes(path)]
    body = "\n\n".join(filter(None, parts[-1:]))
    if not body:
        return None
    story = read_story(item, READS, body)
    metadata = attrs.evolve(story.metadata, abstract=plain(story.metadata.abstract or "") or None)
    return attrs.evolve(story, headline=plain(story.headline or "") or None, metadata=metadata)


# What the table cannot say, for the page about formats.
ALSO = {
    "body": "`release/body`, else `release/leadtext`",
}
FORMAT = XmlFormat(
    holders=("releases",), items=("release",), read=_read, otherwise="no <release> has a <body>", mark="<release id="
)
