"""Plain text: the document is the story."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Document
from .story import Story


def holds(document: Document) -> bool:
    """Always: what is no other format is text."""
    return True


def stories(document: Document) -> Iterator[Story]:
    """The one story; even an empty text is one."""
    yield Story(document.data)
