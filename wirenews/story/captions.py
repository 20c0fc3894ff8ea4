"""The captions of pictures between the paragraphs of a story."""

from __future__ import annotations

from ..article import Piece
from ..credit.caption import may_be_caption, with_caption_edges
from .blocks import Span, Story


def read_captions(story: Story, spans: list[Span]) -> tuple[tuple[Piece, ...], list[Span]]:
    """The captions among the blocks of a story below its first paragraph and above its last block; and what is left.

    >>> text = "Rain fell.\\nFILE - In this May 2, 2024, file photo, rain falls. (AP Photo/Ann Doe)\\nNobody was hurt."
    >>> captions, left = read_captions(Story(text), [(0, 10), (11, 83), (84, 100)])
    >>> captions[0].text[:20], left
    ('FILE - In this May 2', [(0, 10), (84, 100)])
    """
    found = with_caption_edges(story.text, spans[1:-1])
    captions = {
        span: caption.piece
        for span in found
        if may_be_caption(story.text, *span) and (caption := story.block(span).caption) is not None and caption.is_sure
    }
    if not captions:
        return (), spans
    return tuple(captions.values()), [span for span in spans if span not in captions]
