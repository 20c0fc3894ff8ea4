"""Plain text: the document is the story."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Document, NoStoryError
from .jsonwire import dicts
from .story import Story


def holds(document: Document) -> bool:
    """Always: what is no other format is text."""
    return True


def stories(document: Document) -> Iterator[Story]:
    """The one story; even an empty text is one. XML or JSON that no other format took is none."""
    if document.head.startswith("<?xml"):
        raise NoStoryError(f"it is XML whose root <{document.root_name}> belongs to no format known here")
    if next(dicts(document.json), None) is not None:
        raise NoStoryError("it is JSON of no format known here")
    yield Story(document.text)
