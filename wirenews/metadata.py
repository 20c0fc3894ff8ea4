"""What an interchange document states about its story, beside the story itself."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from .arguments import Shown, short_repr
from .kinds import Status


@frozen(repr=False)
class Subject(Shown):
    """What a story is about: a ``code`` of a ``scheme`` ("15054000" of "subj"), its ``name``, or both."""

    code: str | None = None
    name: str | None = None
    scheme: str | None = None


@frozen(repr=False)
class Metadata(Shown):
    """What a document states about its story; ``None`` or empty is what it does not state.

    ``urgency`` is 1 (most urgent) to 9, as in ninjs and NewsML-G2; ``priority`` is in the agency's own terms ("r",
    "3"). ``created`` is the first creation, ``modified`` that of this version, ``embargoed`` and ``expires`` the
    moments at which use begins and ends. ``take`` is the agency's word for a version ("1st Ld-Writethru"),
    ``located`` where the story was written.

    >>> import wirenews
    >>> [article] = wirenews.load({"uri": "urn:1", "urgency": 3, "body_text": "OSLO, May 2 (NTB) - It rained."})
    >>> article.metadata.uri, article.metadata.urgency
    ('urn:1', 3)
    """

    uri: str | None = None
    version: str | None = None
    status: Status | None = None
    urgency: int | None = None
    priority: str | None = None
    slugline: str | None = None
    take: str | None = None
    abstract: str | None = field(default=None, repr=short_repr)
    provider: str | None = None
    located: str | None = None
    created: dt.datetime | None = None
    modified: dt.datetime | None = None
    published: dt.datetime | None = None
    embargoed: dt.datetime | None = None
    expires: dt.datetime | None = None
    keywords: tuple[str, ...] = field(default=(), repr=short_repr)
    genres: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = field(default=(), repr=short_repr)

    @property
    def dated(self) -> dt.datetime | None:
        """When the story was written, as far as the document states it: first created, else published, else changed."""
        return self.created or self.published or self.modified
