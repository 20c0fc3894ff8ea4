"""What a company says of itself below its press release: "About Acme Corp" and the paragraphs under that heading."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from ..article import Attribution, Notice
from ..credit.agency_line import Filed
from ..notice.shapes import table
from ..text.layout import clean
from ..text.rules import Rule
from .blocks import Block, Span, Story

RULES = (
    Rule(
        "notice.boilerplate",
        "“About” and a name in capitals on a line of a press release, with the paragraphs below it down to the next "
        "short line, the first of which begins with the name",
        "About Acme Quays\n\nAcme Quays builds harbours.\n\nSOURCE Acme Quays",
    ),
)

_LONGEST_HEADING = 80
_LOOK_ABOVE = 24

_Pieces: TypeAlias = tuple[Attribution | Notice, ...]


def read_boilerplate(story: Story, body: list[Span], below: _Pieces, filed: Filed) -> tuple[list[Span], _Pieces]:
    """The body of a press release without what the company says of itself, and that; any other story's as it is."""
    if not _is_press_release(below, filed):
        return body, ()
    kept = body[: max(len(body) - _LOOK_ABOVE, 0)]
    found: list[Attribution | Notice] = []
    rest = body[len(kept) :]
    number = 0
    while number < len(rest):
        count = _length_at(story, rest[number:])
        if count:
            start, end = rest[number][0], rest[number + count - 1][1]
            found.append(Notice(start, end, clean(story.text, start, end), "notice.boilerplate", kind="boilerplate"))
        else:
            kept.append(rest[number])
        number += count or 1
    return kept, tuple(found)


def _is_press_release(below: _Pieces, filed: Filed) -> bool:
    """Whether an agency of press releases distributed a story, or its source or a contact stands below it."""
    if any(agency.kind == "press release" for agency in filed.agencies):
        return True
    return any(piece.rule == "credit.source" or _names_contact(piece) for piece in below)


def _names_contact(piece: Attribution | Notice) -> bool:
    """Whether a piece says in words whom to reach: the desk of a wire is no such contact."""
    return isinstance(piece, Notice) and piece.kind == "contact" and piece.rule != "notice.contact"


def _length_at(story: Story, spans: list[Span]) -> int:
    """How many blocks the heading and its paragraphs are, or 0."""
    name = _named(story.block(spans[0]))
    if not name or len(spans) < 2 or name not in story.text[spans[1][0] : spans[1][1]][: len(name) + _LONGEST_HEADING]:
        return 0
    count = 2
    while count < len(spans) and not _is_heading(story.block(spans[count])):
        count += 1
    return count


def _named(block: Block) -> str:
    """The first word of the name that a heading says something about; "" when it is no such heading."""
    if not _is_heading(block):
        return ""
    lower = block.words.casefold()
    opening = next((opening for opening in _openings() if lower.startswith(opening)), "")
    name = block.words[len(opening) :].lstrip("“\"' ") if opening else ""
    return name.split()[0].strip("“”\"',:") if name and not name[0].islower() else ""


def _is_heading(block: Block) -> bool:
    return block.length <= _LONGEST_HEADING and not block.ends_sentence


@cache
def _openings() -> tuple[str, ...]:
    return tuple(table("about"))
