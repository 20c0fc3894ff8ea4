"""Plain text -> blocks: the paragraphs and header lines of a story, with their places.

Wire copy comes with blank lines between paragraphs, with indented and hard-wrapped paragraphs, with
one paragraph a line, or all on one line. :func:`find_blocks` tells which, and cuts accordingly.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

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
# Brackets and marks that stand alone on a line, as "(", "AP", ")" on three.
_ORNAMENTS = "()[]{}<>（）［］【】«»“”*•·—–|"
_LONGEST_ORNAMENT = 3
_SENTENCE_ENDS = ".!?:;\"'”’»)]…。！？」"
_COLUMN_GAP = "   "


# A line that is not blank: where it starts, its text without the white space round it, the width of that before it,
# and the number of blank lines above it.
_Line: TypeAlias = tuple[int, str, int, int]


def find_blocks(text: str) -> list[Span]:
    """The spans of a plain text's blocks in order; between them lies what is blank, or a bracket or mark by itself.

    >>> find_blocks("RAIN EXPECTED\n    LONDON, May 3 - It will\nrain.\n Reuter\n")
    [(0, 13), (18, 47), (49, 55)]
    """
    lines = _lines(text)
    if not lines:
        return []
    has_rows = "\t" in text or _COLUMN_GAP in text
    firsts = _firsts_of_wrapped(lines, has_rows=has_rows) or (_firsts_of_rows(lines) if has_rows else None)
    if firsts is None:
        spans = [(start, start + len(shown)) for start, shown, _, _ in lines]
    else:
        lasts = [lines[first - 1] for first in firsts[1:]] + [lines[-1]]
        spans = [(lines[first][0], last[0] + len(last[1])) for first, last in zip(firsts, lasts, strict=True)]
    return [span for span in spans if span[1] - span[0] > _LONGEST_ORNAMENT or text[slice(*span)].strip(_ORNAMENTS)]


def clean(text: str, start: int, end: int) -> str:
    """``text[start:end]`` of a plain text, for reading: lines joined, spaces folded.

    >>> clean("he  said\\n  so", 0, 14)
    'he said so'
    """
    shown = text[start:end].replace("\n", " ")
    return " ".join(shown.split()) if "  " in shown or "\t" in shown else shown.strip()


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank."""
    lines: list[_Line] = []
    position = blank = 0
    for line in text.split("\n"):
        shown, width = line.strip(), len(line)
        if shown:
            indent = 0 if len(shown) == width else width - len(line.lstrip())
            lines.append((position + indent, shown, indent, blank))
            blank = 0
        elif lines:
            blank += 1
        position += width + 1
    return lines


def _firsts_of_rows(lines: list[_Line]) -> list[int]:
    """The lines that begin a block where every line is a paragraph, but the rows of a table are one."""
    return [
        0,
        *[number for number, (above, line) in enumerate(pairwise(lines), 1) if line[3] or not _are_rows(above, line)],
    ]


def _are_rows(above: _Line, line: _Line) -> bool:
    """Whether two lines are rows of a table: columns apart by a tab or by blanks."""
    return ("\t" in line[1] or _COLUMN_GAP in line[1]) and ("\t" in above[1] or _COLUMN_GAP in above[1])


def _firsts_of_wrapped(lines: list[_Line], *, has_rows: bool) -> list[int] | None:
    """The lines of a wrapped text that begin a block; None where every line is a paragraph.

    There are hardly any longer than anybody wraps at. A line that goes on in lower case, or a long one that does not
    end as sentences do, breaks inside a sentence. Such breaks must be at least half of those that no blank line and no
    indentation explains.
    """
    widths = [len(shown) + indent for _, shown, indent, _ in lines[:_SAMPLE]]
    width = max(widths)
    if width > _WIDEST_WRAP:
        width = _WIDEST_WRAP
        if sum([width < wide for wide in widths]) * 20 > len(widths):
            return None
    firsts = [0]
    breaks = soft = 0
    above = lines[0]
    for number, line in enumerate(lines[1:], 1):
        _, shown, indent, blank = line
        goes_on = False
        if not blank:
            if indent <= 1:
                goes_on = shown[0].islower()
                if number < _SAMPLE:
                    breaks += 1
                    soft += goes_on or (len(above[1]) > _LONG_LINE and above[1][-1] not in _SENTENCE_ENDS)
                goes_on = goes_on or _is_wrapped(above, line, width, header=number < _HEADER_LINES)
            goes_on = goes_on or (has_rows and _are_rows(above, line))
        if not goes_on:
            firsts.append(number)
        above = line
    return firsts if soft and soft * 2 >= breaks else None


def _is_wrapped(above: _Line, line: _Line, width: int, *, header: bool) -> bool:
    """Whether a line goes on from the line above: no room was left there for its first word.

    Where the word would have fitted, somebody ended the line above on purpose, unless it ends inside a sentence and
    stands below the header.
    """
    _, shown, indent, _ = line
    _, shown_above, indent_above, _ = above
    ends = shown_above[-1] in _SENTENCE_ENDS
    room = width - len(shown_above) - indent_above - 1
    if header and not indent:
        room -= 0 if ends else _HEADER_MARGIN
    elif not (indent or ends):
        return True
    return len(shown.partition(" ")[0]) > room
