"""The top of a story, down to where the lead begins.

Above a lead may stand, mostly in this order:

    fields, notices, photo credits   "Slug: RAIN", "(Corrects paragraph 3)", "(AP Photo/Ann Doe)"
    a headline of a line or two
    a byline of a line or two        "By ANN DOE", "Associated Press Writer"; above a dateline a bare name too
    a date line                      "April 18, 2025"
    the dateline                     on a line of its own, or before the lead
    tags                             "[TEXT]"

:func:`read_head` sorts the first blocks by their own words until the dateline is found, and then decides by where they
stand what the others are.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import attrs

from ..article import Attribution, Dateline, Field, Notice, Piece
from ..dateline.inline import find_inner_dateline, read_glued_dateline
from ..dateline.read import date_field
from ..dateline.reading import Reading
from ..notice.attached import source_tags
from ..text.layout import clean
from ..text.patterns import pattern
from .blocks import LONGEST_BYLINE, LONGEST_HEADER, Block, Span, Story

# The dateline stands in one of the first blocks, and at most one long paragraph (a teaser) or two short come before it.
_HEAD_BLOCKS = 14
_TEASERS = 1
_SHORT_PARAGRAPHS = 2
_PARAGRAPH_LENGTH = 120
# How many blocks may follow a doubtful dateline before it is believed.
_SECOND_THOUGHTS = 3

_TITLE_LENGTH = 60
# A headline that goes on in a second line fills most of the first.
_WRAPPED_HEADLINE = 50
_HEADLINE_LENGTH = 160
_SENTENCE_HEADLINE = 75
# A label in capitals begins a headline and no lead: "RESEARCH ALERT - Two banks cut targets."
_LABEL = pattern(r"\p{Lu}[\p{Lu}\p{N}/&' -]{3,40}(?:\s*-+\s|:\s)")
_BEHIND_TAGS = " \t\n-–—"


class Head(NamedTuple):
    """What the top of a story holds, and what is left: the body and what closes it."""

    headline: Piece | None
    byline: Attribution | None
    reading: Reading | None
    fields: tuple[Field, ...]
    notices: tuple[Notice, ...]
    credits: tuple[Attribution, ...]  # of photos
    rest: list[Span]


_Kind: TypeAlias = Literal[
    "dateline", "doubtful dateline", "photo credit", "field", "notice", "date line", "byline",
    "long paragraph", "paragraph", "line",
]  # fmt: skip
_PLAIN: tuple[_Kind, ...] = ("doubtful dateline", "long paragraph", "paragraph", "line")


class _Top(NamedTuple):
    """The first blocks by what their own words make them, and what stands below them; a dateline is the last."""

    blocks: tuple[tuple[_Kind, Block], ...]
    rest: list[Span]

    def of(self, *kinds: _Kind) -> list[Block]:
        return [block for kind, block in self.blocks if kind in kinds]


def read_head(story: Story, spans: list[Span]) -> Head:
    """The top of a story that begins with ``spans``."""
    top = _sort(story, spans)
    lead = _marked_lead(top) or _doubtful_lead(top) or _unmarked_lead(top) or _date_line_lead(top)
    bylines = [*top.of("byline"), *lead.bylines]
    headline, names, body = _find_headline(lead, bylines)
    byline, others = _find_byline(lead, [*bylines, *names])
    stated = _stated(top.of("field"), headline, byline)
    below = _byline_below(story, lead) if stated.byline is None else None
    date_lines = [line for block in top.of("date line") if (line := block.date_line) is not None]
    return Head(
        stated.headline,
        stated.byline or below,
        lead.reading,
        (*stated.fields, *[date_field(line) for line in date_lines if not lead.is_filed_by(line)]),
        (*[notice for block in top.of("notice") if (notice := block.notice) is not None], *lead.tags),
        tuple([credit for block in top.of("photo credit") if (credit := block.photo_credit) is not None]),
        [*sorted([*body, *others]), *(lead.rest if below is None else lead.rest[1:])],
    )


# -- sorting by the words --------------------------------------------------------------------------


def _sort(story: Story, spans: list[Span]) -> _Top:
    """The first blocks, down to a sure dateline or to where none can follow."""
    blocks: list[tuple[_Kind, Block]] = []
    for number, span in enumerate(spans[:_HEAD_BLOCKS]):
        if _is_past([kind for kind, _ in blocks]):
            return _Top(tuple(blocks), spans[number:])
        parts = Block(story, span).header_parts()
        for at, part in enumerate(parts, 1):
            kind = _kind(part, blocks)
            if kind == "dateline":
                part, *rest = _whole_lead(part, parts[at:])
                return _Top((*blocks, (kind, part)), [*rest, *spans[number + 1 :]])
            blocks.append((kind, part))
    return _Top(tuple(blocks), spans[_HEAD_BLOCKS:])


def _is_past(kinds: list[_Kind]) -> bool:
    """Whether no dateline is looked for any more, behind blocks of these kinds."""
    if kinds.count("long paragraph") > _TEASERS or kinds.count("paragraph") > _SHORT_PARAGRAPHS:
        return True
    return "doubtful dateline" in kinds and len(kinds) - kinds.index("doubtful dateline") > _SECOND_THOUGHTS + 1


def _kind(block: Block, above: list[tuple[_Kind, Block]]) -> _Kind:
    """What a block at the top of a story is by its words, below those that are sorted."""
    if block.is_in_front:
        return "notice"
    if block.photo_credit is not None:
        return "photo credit"
    kinds = [kind for kind, _ in above]
    deep = "long paragraph" in kinds
    reading = block.dateline
    if reading is not None and not reading.doubtful:
        return "dateline"
    if reading is not None and not deep and "doubtful dateline" not in kinds:
        return "doubtful dateline"
    if block.length > LONGEST_HEADER:
        return "long paragraph"
    return (None if deep else _header_kind(block, above)) or (
        "paragraph" if block.length > _PARAGRAPH_LENGTH and block.ends_sentence else "line"
    )


def _header_kind(block: Block, above: list[tuple[_Kind, Block]]) -> _Kind | None:
    """What a header line is that says so itself."""
    if block.field is not None:
        return "field"
    if block.notice is not None:
        return "notice"
    if block.date_line is not None:
        return "date line"
    return "byline" if block.byline is not None and not _closes_story(block.byline, above) else None


def _closes_story(byline: Attribution, above: list[tuple[_Kind, Block]]) -> bool:
    """Whether an agency alone stands below a paragraph, and so is the story's credit."""
    plain = [block for kind, block in above if kind in _PLAIN]
    return not byline.people and bool(plain) and plain[-1].words[-1] in ".!?"


def _whole_lead(block: Block, below: list[Block]) -> list[Block]:
    """The block of a dateline and the parts below it; a lead goes on to the end of the last part, and is not cut."""
    reading = block.dateline
    if reading is None or reading.lead >= block.end or not below:
        return [block, *below]
    whole = block.cut(end=below[-1].end)
    whole.know(dateline=reading)
    return [whole]


# -- where the lead begins -------------------------------------------------------------------------


class _Lead(NamedTuple):
    """The dateline, and the plain blocks above and below it; nothing is below a lead that is in ``above``."""

    reading: Reading | None
    above: list[Block]
    rest: list[Span]
    tags: tuple[Notice, ...] = ()
    bylines: tuple[Block, ...] = ()  # on the dateline's line
    is_below: bool = False  # whether the lead begins in the first block of ``rest``

    @property
    def starts(self) -> int:
        """Where a dateline stands above which a short line is a header line, or -1.

        A date line may stand above the headline; any other dateline begins the lead.
        """
        if self.reading is None:
            return -1
        dateline = self.reading.dateline
        return dateline.start if dateline.places or self.reading.lead > dateline.end else -1

    def is_filed_by(self, line: Dateline) -> bool:
        return self.reading is not None and self.reading.dateline is line


def _marked_lead(top: _Top) -> _Lead | None:
    """Behind a sure dateline."""
    for block in top.of("dateline"):
        lead, tags = _lead_of(block)
        reading = block.dateline
        return _Lead(reading, top.of(*_PLAIN), [*lead, *top.rest], tags, is_below=not lead)
    return None


def _doubtful_lead(top: _Top) -> _Lead | None:
    """Behind a line that may be a headline too, where nothing better follows."""
    plain = top.of(*_PLAIN)
    for block in top.of("doubtful dateline"):
        lead, tags = _lead_of(block)
        at = plain.index(block)
        return _Lead(block.dateline, [*plain[:at], *lead, *plain[at + 1 :]], top.rest, tags, is_below=not lead)
    return None


def _lead_of(block: Block) -> tuple[list[Block], tuple[Notice, ...]]:
    """What is left of a dateline's block for the body, and the tags behind the dateline ("[TEXT]")."""
    reading = block.dateline
    start = block.end if reading is None else reading.lead
    tags = source_tags(block.story.text, start, block.end)
    if tags is not None:
        start = block.end - len(block.story.text[tags.end : block.end].lstrip(_BEHIND_TAGS))
    return [block.cut(start)] if start < block.end else [], () if tags is None else (tags,)


def _unmarked_lead(top: _Top) -> _Lead | None:
    """Behind a dateline that follows a headline on the same line, or that nothing closes."""
    plain = top.of(*_PLAIN)
    for number, block in enumerate(plain[:2]):
        text = block.story.text
        reading = read_glued_dateline(text, *block) or find_inner_dateline(text, *block, reference=block.story.day)
        if reading is None:
            continue
        before = block.cut(end=block.start + len(text[block.start : reading.dateline.start].rstrip()))
        byline = _byline_in_front(before)
        parts = [before, block.cut(reading.lead)] if byline is None else [block.cut(reading.lead)]
        around = [*plain[:number], *[part for part in parts if part.length], *plain[number + 1 :]]
        return _Lead(reading, around, top.rest, bylines=() if byline is None else (byline,))
    return None


def _byline_in_front(block: Block) -> Block | None:
    """The author whom the words before a dateline on its line name ("Por Ana Paz LISBOA", "Ana PAZ/RİZE")."""
    author = block.cut(end=block.start + len(block.words.rstrip("/ ")))
    return author if block.byline is not None or (block.words.endswith("/") and author.is_name) else None


def _date_line_lead(top: _Top) -> _Lead:
    """Below a date line, the only dateline there is, or of a story that has none."""
    plain = top.of(*_PLAIN)
    for block in top.of("date line"):
        line = block.date_line
        return _Lead(None if line is None else Reading(line, line.end), plain, top.rest)
    return _Lead(None, plain, top.rest)


# -- headline and byline, by where they stand ------------------------------------------------------


def _find_headline(lead: _Lead, bylines: list[Block]) -> tuple[Block | None, list[Block], list[Block]]:
    """The headline, the lines that name the author without saying so, and the blocks of the body."""
    plain = lead.above
    headline: Block | None = None
    names: list[Block] = []
    # A byline with nothing below it closes the story.
    over_story = bylines if not plain or min(bylines, default=plain[-1]) < plain[-1] else []
    for number, block in enumerate(plain):
        above = block.start < lead.starts and block.length <= LONGEST_HEADER
        following = plain[number + 1] if number + 1 < len(plain) else None
        if headline is None and (above or _is_headline(block, following, over_story)):
            headline = block
        elif headline is not None and _goes_on(headline, block, [*bylines, *names], above=above):
            headline = headline.cut(end=block.end)
        elif _is_in_byline(block, [*bylines, *names], above=above):
            names.append(block)
        else:
            return headline, names, plain[number:]
    return headline, names, []


def _is_headline(block: Block, following: Block | None, bylines: list[Block]) -> bool:
    """Whether the first line of a story without a dateline is its headline, and not its lead.

    A headline is short and begins with a label or ends without a full stop, and a byline or a longer
    paragraph follows.
    """
    if block.length > _HEADLINE_LENGTH:
        return False
    if bylines:
        return block.start < bylines[0].start
    if following is None:
        return False
    if _LABEL.match(block.story.text, *block):
        return True
    last = block.words[-1]
    if last in "!,;:\"'”’)…":
        return False
    longer = following.length > block.length
    if last == ".":
        return longer and not following.is_apart and block.length <= _SENTENCE_HEADLINE
    return longer and following.words[-1] in ".!?\"'”’)"


def _goes_on(headline: Block, block: Block, bylines: list[Block], *, above: bool) -> bool:
    """Whether a short line below the headline belongs to it.

    It is its wrapped end ("... am 29.06. um\\n17:30 Uhr"), or stands between the headline and the byline.
    """
    if block.is_apart or not block.follows(headline):
        return False
    if bylines and headline.end < bylines[0].start:
        return block.end <= bylines[0].start and block.length <= LONGEST_BYLINE
    fills_line = headline.length >= _WRAPPED_HEADLINE and block.length <= headline.length // 3
    return above and fills_line and not block.is_name


def _is_in_byline(block: Block, bylines: list[Block], *, above: bool) -> bool:
    """Whether a short line is the author's title below the name or, above a dateline, a bare name."""
    if block.length > LONGEST_BYLINE or block.words[-1] in ".?!:":
        return False
    if not bylines:
        return above and block.is_name
    below = block.start >= bylines[-1].end and block.follows(bylines[-1])
    return below and not block.is_apart and block.length <= _TITLE_LENGTH


def _find_byline(lead: _Lead, lines: list[Block]) -> tuple[Attribution | None, list[Block]]:
    """The byline, and the lines that are none after all."""
    if lead.reading is not None and lead.reading.byline is not None:
        return lead.reading.byline, lines
    if not lines:
        return None, []
    run, others = _first_run(sorted(lines))
    byline = run.byline or run.author_line
    if byline is not None and not byline.people and lead.reading is None and run > max(lead.above, default=run):
        byline = None  # an agency below all of the story is its credit
    return byline, others if byline is not None else [run, *others]


def _first_run(lines: list[Block]) -> tuple[Block, list[Block]]:
    """The lines of the first byline as one block, and those that stand apart from them."""
    run, *others = lines
    for number, block in enumerate(others):
        if not block.follows(run):
            return run, others[number:]
        run = run.cut(end=block.end)
    return run, []


def _byline_below(story: Story, lead: _Lead) -> Attribution | None:
    """The byline that a line right below a dateline is, which has a line of its own too."""
    if lead.reading is None or not lead.is_below or not lead.rest:
        return None
    block = Block(story, lead.rest[0])
    return block.author_line if block.opens_byline else None


class _Stated(NamedTuple):
    headline: Piece | None
    byline: Attribution | None
    fields: tuple[Field, ...]


def _stated(blocks: list[Block], headline: Block | None, byline: Attribution | None) -> _Stated:
    """Headline and byline, those that fields name ("Title: ...") where there are no others; and the other fields."""
    title = None if headline is None else Piece(*headline, clean(headline.story.text, *headline), "headline")
    fields: list[Field] = []
    for block in blocks:
        field, value = block.field, block.behind_colon
        if field is None:
            continue
        if field.name == "title" and title is None:
            title = Piece(*value, field.value, "field.title")
        elif field.name == "author" and byline is None and (author := value.author_line) is not None:
            byline = attrs.evolve(author, rule="field.author")
        else:
            fields.append(field)
    return _Stated(title, byline, tuple(fields))
