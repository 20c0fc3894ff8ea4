"""Whether a weak dateline opens a story: "Mumbai: ...", which could be a heading, a speaker or a row of a list."""

from __future__ import annotations

from ..dateline.reading import Reading
from ..text.patterns import pattern
from .blocks import Block, Span, Story

# Characters; what is shorter could be a heading.
_PARAGRAPH_LENGTH = 70
_SURE_LENGTH = 160
# A list, an interview, a horoscope: how many of the next blocks are looked at, and how many may begin with a name.
LOOK_BELOW = 6
_MOST_NAMED = 1
_NAMED = pattern(r"\p{Lu}[\p{L}\p{M}.'’-]*+(?:,? \(?[\p{L}\p{M}.'’-]++\)?){0,3}? ?(?<mark>:|--?|[–—|]) ")


def opens_story(
    story: Story, reading: Reading, block: Block, above: list[Block], below: list[Span], *, is_signed: bool
) -> bool:
    """Whether a weak dateline of ``block`` stands before the first paragraph of a story, or on the line above it.

    ``above`` are the lines over it that say nothing of themselves. A place alone on its line could be a heading: it
    needs a byline above it (``is_signed``).
    """
    if reading.dateline.start > block.start or _is_in_list(story, block, above, below):
        return False
    if reading.lead < block.end:
        return _is_paragraph(block) if reading.dateline.rule != "dateline.flash" else not below
    is_alone = reading.dateline.date is None and not block.words.endswith(":")
    return (is_signed or not is_alone) and bool(below) and _is_paragraph(story.block(below[0]))


def _is_paragraph(block: Block) -> bool:
    return block.length >= _SURE_LENGTH or (block.length >= _PARAGRAPH_LENGTH and block.ends_sentence)


def _is_in_list(story: Story, block: Block, above: list[Block], below: list[Span]) -> bool:
    """Whether other blocks begin as this one does: with a name and the same mark, or are names of places too."""
    named = _NAMED.match(block.words)
    if named is None:
        return sum([story.block(span).dateline is not None for span in below[1:LOOK_BELOW]]) > 0
    mark: str = named["mark"]
    spans = [*[line.span for line in above if line.length >= _PARAGRAPH_LENGTH], *below[:LOOK_BELOW]]
    others = [_NAMED.match(story.text, start, end) for start, end in spans]
    marks = [other["mark"] for other in others if other is not None]
    return marks.count(mark) > _MOST_NAMED or (bool(marks) and len(spans) > len(below) and marks[0] == mark)
