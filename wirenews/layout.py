"""Source text -> blocks: the paragraphs and header lines of a story, with their places.

Wire copy comes with blank lines between paragraphs, with indented and hard-wrapped paragraphs, with
one paragraph a line, or all on one line. :func:`find_blocks` tells which, and cuts accordingly.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Block(NamedTuple):
    """A paragraph or header line: its span without the white space around it.

    ``indent`` is the width of the white space before its first line, ``blank`` the number of blank
    lines above it.
    """

    start: int
    end: int
    indent: int
    blank: int


# Not text: white space, the control characters of a wire (SOH, STX, ETX ...), marks without width.
_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF]))
_BLANK = _CONTROLS + " \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_DROP_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))

_Line: TypeAlias = tuple[int, int, int, int]

# The longest line that anybody wraps at; a longer one is a paragraph of its own.
_WIDEST_WRAP = 120
# Lines in which a short one is a header line of its own, not the ragged end of wrapped text.
_HEADER_LINES = 8
# Headlines are wrapped a little earlier than the body.
_HEADER_MARGIN = 8
# How many lines tell whether a text is wrapped.
_SAMPLE = 100
_SENTENCE_ENDS = ".!?:;\"'”’»)]…。！？」"


def find_blocks(source: str) -> list[Block]:
    """The blocks of a text in order; they do not overlap, and only what is blank lies between.

    >>> find_blocks("RAIN EXPECTED\\n    LONDON, May 3 - It will\\nrain.\\n Reuter\\n")
    [Block(start=0, end=13, indent=0, blank=0), Block(start=18, end=47, indent=4, blank=0), \
Block(start=49, end=55, indent=1, blank=0)]
    """
    lines = _find_lines(source)
    width = _wrap_width(source, lines)
    if not width:
        return [Block(*line) for line in lines]
    blocks: list[Block] = []
    above = lines[0]
    begin, before, margin, gap = above
    for number, line in enumerate(lines):
        start, end, indent, blank = line
        goes_on = not blank and indent <= 1
        if goes_on and not source[start].islower():
            room = width - (above[1] - above[0] + above[2]) - 1
            if number < _HEADER_LINES and not indent and source[before - 1] not in _SENTENCE_ENDS:
                room -= _HEADER_MARGIN
            # A first word that would have fitted on the line above: somebody ended that line on purpose.
            if _first_word(source, start, end) <= room:
                goes_on = number >= _HEADER_LINES and not indent and source[before - 1] not in _SENTENCE_ENDS
        if not goes_on and number:
            blocks.append(Block(begin, before, margin, gap))
            begin, _, margin, gap = line
        before, above = end, line
    blocks.append(Block(begin, before, margin, gap))
    return blocks


def clean(source: str, start: int, end: int) -> str:
    """``source[start:end]`` for reading: lines joined, spaces folded, control characters left out.

    >>> clean("he  said\\n  so\\x03", 0, 15)
    'he said so'
    """
    text = source[start:end].replace("\n", " ")
    if not text.isprintable():
        text = " ".join(text.split()).translate(_DROP_CONTROLS)
    return " ".join(text.split()) if "  " in text else text.strip()


def _find_lines(source: str) -> list[_Line]:
    """The lines that are not blank."""
    blanks = None if source.replace("\n", "").isprintable() else _BLANK
    lines: list[_Line] = []
    position = blank = 0
    for line in source.splitlines(keepends=True):
        text = line.strip(blanks)
        if text:
            indent = 0 if line[0] == text[0] else line.index(text)
            start = position + indent
            lines.append((start, start + len(text), indent, blank))
            blank = 0
        else:
            blank += 1
        position += len(line)
    return lines


def _wrap_width(source: str, lines: list[_Line]) -> int:
    """The width at which the text is hard-wrapped, or 0 where every line is a paragraph.

    A line that goes on in lower case, or a long one that does not end as sentences do, breaks inside
    a sentence. Such breaks must be at least half of those that no blank line and no indentation explains.
    """
    long = breaks = soft = above = width = 0
    for start, end, indent, blank in lines[:_SAMPLE]:
        length = end - start
        if length + indent > width:
            width = length + indent
            if length > _WIDEST_WRAP:
                long += 1
        if indent <= 1 and not blank and above:
            breaks += 1
            if source[start].islower() or (above > 45 and source[start - indent - 2] not in _SENTENCE_ENDS):
                soft += 1
        above = length
    is_wrapped = soft > 0 and soft * 2 >= breaks and long * 20 <= min(len(lines), _SAMPLE)
    return min(width, _WIDEST_WRAP) if is_wrapped else 0


def _first_word(source: str, start: int, end: int) -> int:
    space = source.find(" ", start, end)
    return (end if space < 0 else space) - start
