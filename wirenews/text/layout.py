"""Plain text -> blocks: the paragraphs and header lines of a story, with their places.

Wire copy comes with blank lines between paragraphs, with indented and hard-wrapped paragraphs, with
one paragraph a line, or all on one line. :func:`find_blocks` tells which, and cuts accordingly.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

# A line that is not blank: its span without the white space round it, the width of that before it, and the number of
# blank lines above it.
_Line: TypeAlias = tuple[int, int, int, int]

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


def find_blocks(text: str) -> list[tuple[int, int]]:
    """The spans of a plain text's blocks in order; between them lies what is blank, or a bracket or mark by itself.

    >>> find_blocks("RAIN EXPECTED\\n    LONDON, May 3 - It will\\nrain.\\n Reuter\\n")
    [(0, 13), (18, 47), (49, 55)]
    """
    lines = _lines(text)
    if not lines:
        return []
    joints = _joints(text, lines) or _rows(text, lines)
    firsts = [number for number, joint in enumerate(joints) if not joint]
    lasts = [number - 1 for number in firsts[1:]] + [len(lines) - 1]
    spans = [(lines[first][0], lines[last][1]) for first, last in zip(firsts, lasts, strict=True)]
    return [
        (start, end) for start, end in spans if end - start > _LONGEST_ORNAMENT or text[start:end].strip(_ORNAMENTS)
    ]


def clean(text: str, start: int, end: int) -> str:
    """``text[start:end]`` of a plain text, for reading: lines joined, spaces folded.

    >>> clean("he  said\\n  so", 0, 14)
    'he said so'
    """
    shown = text[start:end].replace("\n", " ")
    return " ".join(shown.split()) if "  " in shown or "\t" in shown else shown.strip()


def _lines(text: str) -> list[_Line]:
    """Each line that is not blank as a block of its own."""
    lines: list[_Line] = []
    position = blank = 0
    for line in text.split("\n"):
        shown = line.strip()
        if shown:
            indent = 0 if line[0] == shown[0] else line.index(shown)
            start = position + indent
            lines.append((start, start + len(shown), indent, blank if lines else 0))
            blank = 0
        else:
            blank += 1
        position += len(line) + 1
    return lines


def _rows(text: str, lines: list[_Line]) -> list[bool]:
    """Where lines are the rows of a table, which are one block where every line is a paragraph."""
    rows = [_is_row(text, line) for line in lines]
    return [here and above and not line[3] for here, above, line in zip(rows, [False, *rows[:-1]], lines, strict=True)]


def _is_row(text: str, line: _Line) -> bool:
    """Whether a line is the row of a table: columns apart by a tab or by blanks."""
    start, end, _, _ = line
    return text.find("\t", start, end) >= 0 or text.find("   ", start, end) >= 0


def _joints(text: str, lines: list[_Line]) -> list[bool] | None:
    """Which lines of a wrapped text go on from the line above; None where every line is a paragraph.

    There are hardly any longer than anybody wraps at. A line that goes on in lower case, or a long one that does not
    end as sentences do, breaks inside a sentence. Such breaks must be at least half of those that no blank line and no
    indentation explains.
    """
    widths = [end - start + indent for start, end, indent, _ in lines[:_SAMPLE]]
    if sum([width > _WIDEST_WRAP for width in widths]) * 20 > len(widths):
        return None
    width = min(max(widths), _WIDEST_WRAP)
    joints = [False] * len(lines)
    breaks = soft = 0
    for number, (above, line) in enumerate(pairwise(lines), 1):
        start, _, indent, blank = line
        if not blank and indent <= 1:
            goes_on = text[start].islower()
            counts = goes_on or (above[1] - above[0] > _LONG_LINE and text[above[1] - 1] not in _SENTENCE_ENDS)
            joints[number] = goes_on or _is_wrapped(text, above, line, width, header=number < _HEADER_LINES)
            if number < _SAMPLE:
                breaks += 1
                soft += counts
        if not (blank or joints[number]):
            joints[number] = _is_row(text, line) and _is_row(text, above)
    return joints if soft and soft * 2 >= breaks else None


def _is_wrapped(text: str, above: _Line, line: _Line, width: int, *, header: bool) -> bool:
    """Whether a line goes on from the line above: no room was left there for its first word.

    Where the word would have fitted, somebody ended the line above on purpose, unless it ends inside a sentence and
    stands below the header.
    """
    start, end, indent, _ = line
    space = text.find(" ", start, end)
    room = width - (above[1] - above[0]) - above[2] - 1
    ends = text[above[1] - 1] in _SENTENCE_ENDS
    if header and not indent:
        room -= 0 if ends else _HEADER_MARGIN
    elif not (indent or ends):
        return True
    return (space if space > 0 else end) - start > room
