"""Plain text -> blocks: the paragraphs and header lines of a story, with their places.

Wire copy comes with blank lines between paragraphs, with indented and hard-wrapped paragraphs, with
one paragraph a line, or all on one line. :func:`find_blocks` tells which, and cuts accordingly.
"""

from __future__ import annotations

from itertools import islice
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
_ORNAMENTS = "()[]{}<>（）［］【】«»“”*•·—–-|"
_LONGEST_ORNAMENT = 3
_SENTENCE_ENDS = ".!?:;\"'”’»)]…。！？」"
_COLUMN_GAP = "   "


def find_blocks(text: str) -> list[Span]:
    """The spans of a plain text's blocks in order; between them lies what is blank, or a bracket or mark by itself.

    >>> find_blocks("RAIN EXPECTED\\n    LONDON, May 3 - It will\\nrain.\\n Reuter\\n")
    [(0, 13), (18, 47), (49, 55)]
    """
    lines = text.split("\n")
    may_have_rows = "\t" in text or _COLUMN_GAP in text
    margin = _margin(lines)
    spans = _wrapped(lines, margin, may_have_rows=may_have_rows) if margin else None
    if spans is None:
        spans = _lines(lines, may_have_rows=may_have_rows)
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


def _lines(lines: list[str], *, may_have_rows: bool) -> list[Span]:
    """The blocks where every line is a paragraph, but the rows of a table are one."""
    spans: list[Span] = []
    at = 0
    above = ""
    for line in lines:
        words = line.strip()
        if words:
            start = at if words[0] == line[0] else at + line.index(words)
            end = start + len(words)
            if may_have_rows and _are_rows(above, words):
                start, _ = spans.pop()
            spans.append((start, end))
        above = words
        at += len(line) + 1
    return spans


def _are_rows(above: str, words: str) -> bool:
    """Whether two lines are rows of a table: columns apart by a tab or by blanks."""
    return ("\t" in words or _COLUMN_GAP in words) and ("\t" in above or _COLUMN_GAP in above)


def _margin(lines: list[str]) -> int:
    """The width at which a text is wrapped; 0 where too many lines are longer than anybody wraps at."""
    widths = list(islice(filter(None, map(len, map(str.rstrip, lines))), _SAMPLE))
    margin = max(widths, default=0)
    if margin <= _WIDEST_WRAP:
        return margin
    return 0 if sum([width > _WIDEST_WRAP for width in widths]) * 20 > len(widths) else _WIDEST_WRAP


def _wrapped(lines: list[str], margin: int, *, may_have_rows: bool) -> list[Span] | None:
    """The blocks of a wrapped text; None where every line is a paragraph.

    A line that goes on in lower case, or a long one that does not end as sentences do, breaks inside a sentence. Such
    breaks must be at least half of those that no blank line and no indentation explains.
    """
    spans: list[Span] = []
    above, room = "", 0
    number = breaks = soft = at = start = end = 0
    for line in lines:
        words, width = line.strip(), len(line)
        if not words:
            if number >= _SAMPLE and not _is_half(soft, breaks):
                return None
            above = ""
            at += width + 1
            continue
        size = len(words)
        indent = 0 if size == width else width - len(line.lstrip())
        goes_on = False
        if above:
            if indent <= 1:
                goes_on = words[0].islower()
                if number < _SAMPLE:
                    breaks += 1
                    soft += goes_on or _is_unfinished(above)
                goes_on = goes_on or _is_wrapped(above, room, words, indent, number)
            goes_on = goes_on or (may_have_rows and _are_rows(above, words))
        if not goes_on:
            spans.append((start, end))
            start = at + indent
        end = at + indent + size
        above, room = words, margin - indent - size - 1
        number += 1
        at += width + 1
    return [*spans[1:], (start, end)] if _is_half(soft, breaks) else None


def _is_half(soft: int, breaks: int) -> bool:
    """Whether at least half of all breaks are soft."""
    return soft * 2 >= breaks


def _is_unfinished(words: str) -> bool:
    """Whether a line is long and ends inside a sentence."""
    return len(words) > _LONG_LINE and words[-1] not in _SENTENCE_ENDS


def _is_wrapped(above: str, room: int, words: str, indent: int, number: int) -> bool:
    """Whether a line goes on from the line above: no room was left there for its first word.

    Where the word would have fitted, somebody ended the line above on purpose, unless it ends inside a sentence and
    stands below the header.
    """
    ends = above[-1] in _SENTENCE_ENDS
    if number < _HEADER_LINES and not indent:
        room -= 0 if ends else _HEADER_MARGIN
    elif not (indent or ends):
        return True
    return len(words.partition(" ")[0]) > room
