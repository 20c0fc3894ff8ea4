"""The captions of pictures between the paragraphs of a story."""

from __future__ import annotations

from typing import NamedTuple

from ..article import Piece
from ..credit.caption import PROSE_ENDS, has_caption_edge
from .blocks import Span, Story


class Captions(NamedTuple):
    """The captions, and the blocks that are left."""

    captions: tuple[Piece, ...]
    rest: list[Span]


def read_captions(story: Story, spans: list[Span]) -> Captions:
    """The captions among the blocks of a story below its first paragraph and above its last block.

    >>> text = "Rain fell.\\nFILE - In this May 2, 2024, file photo, rain falls. (AP Photo/Ann Doe)\\nNobody was hurt."
    >>> found = read_captions(Story(text), [(0, 10), (11, 83), (84, 100)])
    >>> found.captions[0].text[:20], found.rest
    ('FILE - In this May 2', [(0, 10), (84, 100)])
    """
    text = story.text
    found = [span for span in spans[1:-1] if text[span[1] - 1] not in PROSE_ENDS or has_caption_edge(text, *span)]
    captions = {
        span: caption.piece for span in found if (caption := story.block(span).caption) is not None and caption.is_sure
    }
    if not captions:
        return Captions((), spans)
    return Captions(tuple(captions.values()), [span for span in spans if span not in captions])
