"""Source text -> blocks: the paragraphs and header lines of a story, with their places.

Wire copy comes with blank lines between paragraphs, with indented and hard-wrapped paragraphs, with
one paragraph a line, or all on one line. :func:`find_blocks` tells which, and cuts accordingly.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph or header line: its span without the white space around it.

    ``indent`` is the width of the white space before its first line, ``blank`` the number of blank
    lines above it.
    """

    start: int
    end: int
    indent: int
    blank: int


# Not text: white space, the control characters of a wire (SOH, STX, ETX ...), marks without width or of direction.
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF, *_DIRECTIONS]))
_BLANK = _CONTROLS + " \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_SHORT = 100  # below this, looking at each character is faster than deleting them
_DROP_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))

# The longest line that anybody wraps at; a longer one is a paragraph of its own.
_WIDEST_WRAP = 120
# Lines in which a short one is a header line of its own, not the ragged end of wrapped text.
_HEADER_LINES = 8
# Headlines are wrapped a little earlier than the body.
_HEADER_MARGIN = 8
# A line that is longer and does not end as sentences do goes on in the next.
_LONG_LINE = 45
# How many lines tell whether a text is wrapped.
_SAMPLE = 100
_SENTENCE_ENDS = ".!?:;\"'”’»)]…。！？」"


_block = partial(tuple.__new__, Block)  # as Block() does, in half the time


def find_blocks(source: str) -> list[Block]:
    """The blocks of a text in order; they do not overlap, and only what is blank lies between.

    >>> find_blocks("RAIN EXPECTED\\n    LONDON, May 3 - It will\\nrain.\\n Reuter\\n")
    [Block(start=0, end=13, indent=0, blank=0), Block(start=18, end=47, indent=4, blank=0), \
Block(start=49, end=55, indent=1, blank=0)]
    """
    lines = source.splitlines(keepends=True)
    texts = list(map(str.strip, lines)) if is_plain(source) else [line.strip(_BLANK) for line in lines]
    width = max(map(len, map(str.rstrip, lines)), default=0)
    if width > _WIDEST_WRAP:
        width = _WIDEST_WRAP
        long = sum([len(line) > width for line in lines[:_SAMPLE]])
        if long * 20 > min(len(lines), _SAMPLE):
            return _every_line(lines, texts)
    blocks = _joined_lines(lines, texts, width)
    return _every_line(lines, texts) if blocks is None else blocks


def is_plain(text: str) -> bool:
    """Whether a text has no control characters but line feeds, no marks without width, no blanks but the usual one."""
    if len(text) > _SHORT and text.isascii():
        return not text.encode().translate(None, _PLAIN)
    return text.replace("\n", "").isprintable()


def clean(source: str, start: int, end: int) -> str:
    """``source[start:end]`` for reading: lines joined, spaces folded, control characters left out.

    >>> clean("he  said\\n  so\\x03", 0, 15)
    'he said so'
    """
    text = source[start:end]
    return _folded(text) if is_plain(text) else _folded(" ".join(text.split()).translate(_DROP_CONTROLS))


def clean_blocks(source: str, blocks: list[Block]) -> list[str]:
    """What :func:`clean` gives for each block."""
    if is_plain(source):
        return [_folded(source[start:end]) for start, end, _, _ in blocks]
    return [clean(source, start, end) for start, end, _, _ in blocks]


def _folded(text: str) -> str:
    """A plain text on one line, with single blanks."""
    text = text.replace("\n", " ")
    return " ".join(text.split()) if "  " in text else text.strip()


def _every_line(lines: list[str], texts: list[str]) -> list[Block]:
    """A block for each line that is not blank; the rows of a table are one."""
    blocks: list[Block] = []
    position = blank = 0
    above = ""
    for line, text in zip(lines, texts, strict=True):
        if text:
            indent = 0 if line[0] == text[0] else line.index(text)
            start = position + indent
            if blank or not _is_row(text) or not _is_row(above):
                blocks.append(_block((start, start + len(text), indent, blank)))
            else:
                blocks[-1] = blocks[-1]._replace(end=start + len(text))
            above = text
            blank = 0
        else:
            blank += 1
        position += len(line)
    return blocks


def _is_row(text: str) -> bool:
    """Whether a line is the row of a table: columns apart by a tab or by blanks."""
    return "\t" in text or "   " in text


def _joined_lines(lines: list[str], texts: list[str], width: int) -> list[Block] | None:
    """The paragraphs of a text that is wrapped at ``width``, or None where every line is a paragraph.

    A line that goes on in lower case, or a long one that does not end as sentences do, breaks inside
    a sentence. Such breaks must be at least half of those that no blank line and no indentation explains.
    """
    blocks: list[Block] = []
    position = blank = number = breaks = soft = begin = end = margin = gap = before = 0
    above = ""
    for line, text in zip(lines, texts, strict=True):
        if not text:
            blank += 1
            position += len(line)
            continue
        indent = 0 if line[0] == text[0] else line.index(text)
        start = position + indent
        position += len(line)
        if blank or indent > 1 or not above:
            goes_on = False
        else:
            breaks += 1
            goes_on = text[0].islower()
            if goes_on:
                soft += 1
            else:
                ends = above[-1] in _SENTENCE_ENDS
                soft += not ends and len(above) > _LONG_LINE
                room = width - len(above) - before - 1
                header = number < _HEADER_LINES and not indent
                if header and not ends:
                    room -= _HEADER_MARGIN
                # A first word that would have fitted on the line above: somebody ended that line on purpose.
                goes_on = len(text.partition(" ")[0]) > room or not (header or indent or ends)
        if not goes_on and not (above and not blank and _is_row(text) and _is_row(above)):
            if above:
                blocks.append(_block((begin, end, margin, gap)))
            begin, margin, gap, blank = start, indent, blank, 0
        end = start + len(text)
        above, before = text, indent
        number += 1
    if soft == 0 or soft * 2 < breaks:
        return None
    blocks.append(_block((begin, end, margin, gap)))
    return blocks
