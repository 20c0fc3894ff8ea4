"""The top of a story: fields, notices, photo credits, headline, byline, dateline, down to where the body begins."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from .article import Attribution, Dateline, Field, Notice, Piece
from .bylines import opens_byline, read_byline
from .dateline import date_words, read_dateline, read_in_language
from .dates import match_date, may_begin_date, settle
from .glued import find_inner_dateline, read_glued_dateline
from .layout import Block, clean
from .notices import leading_notice, read_field, read_notice
from .patterns import pattern
from .people import is_name
from .photos import LONGEST_PHOTO_CREDIT, read_photo_credit
from .reading import Reading

# The dateline stands in one of the first blocks, and at most one long paragraph (a teaser) or two come before it.
_HEAD_BLOCKS = 14
_TEASERS = 1
_SHORT_PARAGRAPHS = 2
_PARAGRAPH_LENGTH = 120
# Longer blocks are no header lines; a header line over this is no byline.
_HEADER_LENGTH = 240
_BYLINE_LENGTH = 160
_TITLE_LENGTH = 60
# A headline that goes on in a second line fills most of the first.
_WRAPPED_HEADLINE = 50
_HEADLINE_LENGTH = 160
_SENTENCE_HEADLINE = 75
_DATE_LINE_LENGTH = 48

# How many blocks may follow a doubtful dateline before it is believed.
_SECOND_THOUGHTS = 3
_SENTENCE_ENDS = '.!?"”'
_JOINTS = " \t\r\n-–—"

# A byline or editor's note is no wrapped part of the headline above it. In ANPA 1312 copy a caret ends a
# header line: "Eds: UPDATES throughout ^By ANN IMSE".
_HEADER_JOINT = pattern(r"\s*\^\s*(?=\p{Lu})|\s*\n\s*(?=By \p{Lu}|E[Dd][Ss]:)")
_DIGIT = pattern(r"\p{N}")
# A label in capitals begins a headline and no lead: "RESEARCH ALERT - Two banks cut targets."
_LABEL = pattern(r"\p{Lu}[\p{Lu}\p{N}/&' -]{3,40}(?:\s*-+\s|:\s)")


class Head(NamedTuple):
    """What the top of a story holds, and the blocks that are left: the body and what closes it."""

    headline: Piece | None
    byline: Attribution | None
    reading: Reading | None
    fields: list[Field]
    notices: list[Notice]
    credits: list[Attribution]  # of photos
    blocks: list[Block]


class _Top(NamedTuple):
    """The first blocks, sorted out."""

    plain: list[Block]  # neither field, notice, credit, byline nor dateline
    bylines: list[Block]
    date_lines: list[Dateline]
    fields: list[Field]
    notices: list[Notice]
    credits: list[Attribution]
    read: dict[Block, Attribution]  # the bylines that are read already


def read_head(source: str, blocks: list[Block], reference: dt.date | None = None) -> Head:
    """The top of a story that begins with ``blocks``."""
    top = _Top([], [], [], [], [], [], {})
    found = _find_dateline(source, blocks, top, reference)
    reading, block, seen = found.reading, found.block, found.seen
    rest = blocks[seen:]
    if reading is None:
        reading = _unmarked_dateline(source, top, reference)
    else:
        lead = Block(reading.lead, block.end, block.indent, block.blank)
        if reading.doubtful:
            number = top.plain.index(block)
            top.plain[number : number + 1] = [lead] if lead.start < lead.end else []
        elif lead.start < lead.end:
            rest.insert(0, lead)
    headline, byline, body = _sort_plain(source, top, reading)
    headline, byline = _named(source, top, headline, byline)
    if byline is None and reading is not None and rest and reading.lead >= block.end:
        byline = _byline_below(source, rest[0])
        rest = rest if byline is None else rest[1:]
    fields = top.fields + [_date_field(line) for line in top.date_lines]
    return Head(headline, byline, reading, sorted(fields, key=_start), top.notices, top.credits, body + rest)


def _byline_below(source: str, block: Block) -> Attribution | None:
    """The byline that a line right below a dateline is, which has a line of its own too."""
    start, end, _, _ = block
    text = source[start:end] if end - start <= _BYLINE_LENGTH else ""
    return read_byline(text, start) if opens_byline(text) else None


class _Found(NamedTuple):
    """The dateline, the block that holds it, and how many blocks were looked at to find it."""

    reading: Reading | None
    block: Block
    seen: int


_NOWHERE = Block(0, 0, 0, 0)


def _find_dateline(source: str, blocks: list[Block], top: _Top, reference: dt.date | None) -> _Found:
    """The first sure dateline, else a doubtful one; the blocks above it are sorted into ``top``."""
    doubtful = _Found(None, _NOWHERE, 0)
    long = short = seen = 0
    for block in blocks[:_HEAD_BLOCKS]:
        if (
            long > _TEASERS
            or short > _SHORT_PARAGRAPHS
            or (doubtful.reading is not None and seen > doubtful.seen + _SECOND_THOUGHTS)
        ):
            break
        seen += 1
        for part in _parts(source, block, top):
            start, end, _, _ = part
            if end - start <= LONGEST_PHOTO_CREDIT and (photo := read_photo_credit(source, start, end)) is not None:
                top.credits.append(photo)
                continue
            reading = read_dateline(source, start, end, reference=reference)
            if reading is not None and not reading.doubtful:
                return _Found(reading, part, seen)
            if reading is not None and doubtful.reading is None and not long:
                doubtful = _Found(reading, part, seen)
                top.plain.append(part)
            elif end - start > _HEADER_LENGTH:
                long += 1
                top.plain.append(part)
            elif long or not _sort(source, part, top, reference):
                top.plain.append(part)
                short += end - start > _PARAGRAPH_LENGTH and source[end - 1] in _SENTENCE_ENDS
    return doubtful._replace(seen=seen)


def _parts(source: str, block: Block, top: _Top) -> list[Block]:
    """The block without a notice in brackets before it, cut where header lines were joined or follow a caret."""
    start, end, _, _ = block
    if not source[start].isalnum():
        notice = leading_notice(source, start, end)
        if notice is not None:
            top.notices.append(notice)
            block = block._replace(start=end - len(source[notice.end : end].lstrip(_JOINTS)))
    if source.find("^", start, end) < 0 and source.find("\nBy ", start, end) < 0 and source.find("\nE", start, end) < 0:
        return [block]
    parts = []
    for joint in _HEADER_JOINT.finditer(source, block.start, min(end, block.start + _HEADER_LENGTH)):
        parts.append(block._replace(end=joint.start()))
        block = block._replace(start=joint.end())
    return [*(part for part in parts if part.start < part.end), block]


def _sort(source: str, block: Block, top: _Top, reference: dt.date | None) -> bool:
    """Whether the block is a field, a notice, a byline or a date alone, which is then noted."""
    start, end, _, _ = block
    length = end - start
    field = read_field(source, start, end)
    if field is not None:
        top.fields.append(field)
        return True
    notice = read_notice(source, start, end)
    if notice is not None:
        top.notices.append(notice)
        return True
    if length <= _DATE_LINE_LENGTH and _DIGIT.search(source, start, end):
        date_line = _read_date_line(source, start, end, reference)
        if date_line is not None:
            top.date_lines.append(date_line)
            return True
    byline = read_byline(source[start:end], start, bare=False) if length <= _BYLINE_LENGTH else None
    # An agency alone below a paragraph closes the story.
    if byline is None or (not byline.people and top.plain and source[top.plain[-1].end - 1] in ".!?"):
        return False
    top.bylines.append(block)
    top.read[block] = byline
    return True


def _read_date_line(source: str, start: int, end: int, reference: dt.date | None) -> Dateline | None:
    """A date on a line of its own ("date 2025-04-18"), which is a dateline without places."""
    word, _, _ = source[start:end].partition(" ")
    at = start
    if word.rstrip(":").casefold() in date_words():
        at = end - len(source[start + len(word) : end].lstrip())
    elif not may_begin_date(word):
        return None
    match = match_date(source, at, end)
    if match is None or match.date is None or match.end < start + len(source[start:end].rstrip(" .,")):
        return None
    match = read_in_language(source, match, source, end)
    if match.date is None or match.date.month is None or match.date.day is None:
        return None
    date = settle(match.date, reference) if reference is not None else match.date
    return Dateline(start, end, clean(source, start, end), "dateline.date-line", date=date)


def _date_field(line: Dateline) -> Field:
    """A date line of a story that has a dateline besides."""
    return Field(line.start, line.end, line.text, "field.date-line", "date", line.text, line.date)


def _start(field: Field) -> int:
    return field.start


def _unmarked_dateline(source: str, top: _Top, reference: dt.date | None) -> Reading | None:
    """A dateline behind a headline on the same line, one that nothing closes, or a date line.

    ``top.plain`` is left with the lead after it as a block of its own.
    """
    for number, block in enumerate(top.plain[:2]):
        glued = read_glued_dateline(source, block.start, block.end)
        inner = glued or find_inner_dateline(source, block.start, block.end, reference=reference)
        if inner is None:
            continue
        before = block._replace(end=block.start + len(source[block.start : inner.dateline.start].rstrip()))
        after = block._replace(start=inner.lead)
        if _is_glued_byline(source, before):
            top.bylines.append(before._replace(end=before.start + len(source[before.start : before.end].rstrip("/ "))))
            before = before._replace(end=before.start)
        top.plain[number : number + 1] = [part for part in (before, after) if part.start < part.end]
        return inner
    if top.date_lines:
        line = top.date_lines.pop(0)
        return Reading(line, line.end)
    return None


def _is_glued_byline(source: str, block: Block) -> bool:
    """Whether what stands before a dateline on its line names the author ("Por Ana Paz LISBOA", "Ana PAZ/RİZE")."""
    text = source[block.start : block.end]
    return read_byline(text, block.start, bare=False) is not None or (text.endswith("/") and is_name(text[:-1]))


def _sort_plain(
    source: str, top: _Top, reading: Reading | None
) -> tuple[Piece | None, Attribution | None, list[Block]]:
    """Headline, byline, and the blocks that belong to the body, of all that is nothing else."""
    # A date line may stand above the headline; any other dateline begins the lead.
    lead = reading.dateline.start if reading is not None and reading.lead > reading.dateline.end else -1
    if reading is not None and reading.dateline.places:
        lead = reading.dateline.start
    headline: Block | None = None
    body: list[Block] = []
    for number, block in enumerate(top.plain):
        above = block.start < lead and block.end - block.start <= _HEADER_LENGTH
        following = top.plain[number + 1] if number + 1 < len(top.plain) else None
        if headline is None and not body and (above or _is_headline(source, block, following, top.bylines)):
            headline = block
        elif headline is not None and not body and _goes_on(source, headline, block, top.bylines, above=above):
            headline = headline._replace(end=block.end)
        elif not body and _is_in_byline(source, block, top.bylines, above=above):
            top.bylines.append(block)
        else:
            body.append(block)
    byline = reading.byline if reading is not None else None
    run, others = _first_run(source, top.bylines) if byline is None else (None, top.bylines)
    if run is not None:
        byline = top.read.get(run) or read_byline(source[run.start : run.end], run.start)
        others += [run] if byline is None else []
    body = sorted(body + others)
    if headline is None:
        return None, byline, body
    start, end, _, _ = headline
    return Piece(start, end, clean(source, start, end), "headline"), byline, body


def _first_run(source: str, bylines: list[Block]) -> tuple[Block | None, list[Block]]:
    """The lines of the first byline as one block, and what stands apart from them."""
    if not bylines:
        return None, []
    run, *others = sorted(bylines)
    for number, block in enumerate(others):
        if clean(source, run.end, block.start):
            return run, others[number:]
        run = run._replace(end=block.end)
    return run, []


def _goes_on(source: str, headline: Block, block: Block, bylines: list[Block], *, above: bool) -> bool:
    """Whether a short line below the headline belongs to it.

    It is its wrapped end ("... am 29.06. um\\n17:30 Uhr"), or stands between the headline and the byline.
    """
    start, end, _, _ = block
    if block.blank or clean(source, headline.end, start):
        return False
    if bylines and headline.end < bylines[0].start:
        return end <= bylines[0].start and end - start <= _BYLINE_LENGTH
    length = headline.end - headline.start
    return above and length >= _WRAPPED_HEADLINE and end - start <= length // 3 and not is_name(source[start:end])


def _named(
    source: str, top: _Top, headline: Piece | None, byline: Attribution | None
) -> tuple[Piece | None, Attribution | None]:
    """Headline and byline that fields name ("Title: ...", "Author: ..."), where the story has no others."""
    for field in top.fields[:]:
        start = field.end - len(source[field.start : field.end].partition(":")[2].lstrip())
        if field.name == "title" and headline is None:
            headline = Piece(start, field.end, field.value, "field.title")
        elif field.name == "author" and byline is None:
            byline = read_byline(source[start : field.end], start, "field.author")
            if byline is None:
                continue
        else:
            continue
        top.fields.remove(field)
    return headline, byline


def _is_in_byline(source: str, block: Block, bylines: list[Block], *, above: bool) -> bool:
    """Whether a short line is the author's title below the name or, above a dateline, a bare name."""
    start, end, _, _ = block
    if end - start > _BYLINE_LENGTH or source[end - 1] in ".?!:":
        return False
    if not bylines:
        return above and is_name(source[start:end])
    below = start >= bylines[-1].end and not clean(source, bylines[-1].end, start)
    return below and not block.blank and end - start <= _TITLE_LENGTH


def _is_headline(source: str, block: Block, following: Block | None, bylines: list[Block]) -> bool:
    """Whether the first line of a story without a dateline is its headline, and not its lead.

    A headline is short and begins with a label or ends without a full stop, and a byline or a longer
    paragraph follows.
    """
    start, end, _, _ = block
    if end - start > _HEADLINE_LENGTH:
        return False
    if bylines:
        return start < bylines[0].start
    if following is None:
        return False
    if _LABEL.match(source, start, end):
        return True
    if source[end - 1] in "!,;:\"'”’)…":
        return False
    longer = following.end - following.start > end - start
    if source[end - 1] == ".":
        return longer and not following.blank and end - start <= _SENTENCE_HEADLINE
    return longer and source[following.end - 1] in ".!?\"'”’)"
