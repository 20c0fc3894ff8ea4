"""Plain text: the document is the story."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Document
from .story import Found, Story


class TextFormat:
    """What is no other format is text."""

    def holds(self, document: Document) -> bool:
        """Always."""
        return True

    def stories(self, document: Document) -> Iterator[Found]:
        """The one story; even an empty text is one."""
        text, defects = document.last_whole()
        yield Story(text, damage=defects)


FORMAT = TextFormat()
READS = {"body": "the document"}
