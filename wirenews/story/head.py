"""The top of a story, down to where the lead begins.

Above a lead may stand, mostly in this order:

    fields, notices, photo credits   "Slug: RAIN", "(Corrects paragraph 3)", "(AP Photo/Ann Doe)"
    captions of pictures             "FILE - In this May 2, 2024, file photo, ..."
    a headline of a line or two
    a deck that sums the story up
    a byline of a line or two        "By ANN DOE", "Associated Press Writer"; above a dateline a bare name too
    a date line                      "April 18, 2025"
    the dateline                     on a line of its own, or before the lead
    tags                             "[TEXT]"

:func:`read_head` sorts the first blocks by their own words until the dateline is found, and then decides by where they
stand what the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

import attrs

from ..article import Attribution, Field, Headline, Notice, Piece
from ..dateline.date_line import date_field
from ..dateline.inline import find_inner_dateline, read_glued_dateline
from ..dateline.read import LONGEST_NAME
from ..dateline.reading import Reading
from ..notice.attached import source_tags
from ..notice.labels import read_label
from ..text.layout import clean
from .blocks import JOINTS, LONGEST_HEADER, Block, Span, Story
from .deck import find_deck, opens_deck
from .headline import Found, find_headline
from .opening import LOOK_BELOW, opens_story

# The dateline stands in one of the first blocks, and at most one long paragraph (a teaser) or two short come before it.
_HEAD_BLOCKS = 14
_TEASERS = 1
_SHORT_PARAGRAPHS = 2
_PARAGRAPH_LENGTH = 120
_LONGEST_END_MARK = 12
# How many blocks may follow a doubtful dateline before it is believed.
_SECOND_THOUGHTS = 3
_SHORTEST_CAPTION = 48
# Characters of a line that breaks before its value or its date.
_LONGEST_BROKEN = 40


class Head(NamedTuple):
    """What the top of a story holds, and what is left: the body and what closes it."""

    headline: Headline | None
    deck: Piece | None
    byline: Attribution | None
    reading: Reading | None
    captions: tuple[Piece, ...]
    fields: tuple[Field, ...]
    notices: tuple[Notice, ...]
    credits: tuple[Attribution, ...]  # of photos
    rest: list[Span]


_Kind: TypeAlias = Literal[
    "dateline", "doubtful dateline", "photo credit", "caption", "sign-off", "field", "notice", "date line", "byline",
    "long paragraph", "paragraph", "line",
]  # fmt: skip
_PLAIN: frozenset[_Kind] = frozenset(("doubtful dateline", "long paragraph", "paragraph", "line"))


class _Top(NamedTuple):
    """The first blocks by what their own words make them, those that say nothing of themselves, and what is below."""

    by_kind: dict[_Kind, list[Block]]
    plain: list[Block]
    rest: list[Span]
    below: Sequence[Block] = ()  # what is left of the block that holds the dateline

    def of(self, kind: _Kind) -> list[Block]:
        return self.by_kind.get(kind, [])


def read_head(story: Story, spans: list[Span]) -> Head:
    """The top of a story that begins with ``spans``."""
    top = _sort(story, spans)
    lead = _marked_lead(top) or _doubtful_lead(top) or _unmarked_lead(top) or _date_line_lead(top)
    bylines = [*top.of("byline"), *lead.bylines]
    begins = lead.starts
    labelled = _labelled(lead.above)
    above = lead.above[: len(lead.above) - len(labelled)]
    found = find_headline(above, begins, bylines)
    byline, others = _find_byline(lead, [*bylines, *found.names])
    if begins < 0 and byline is not None and found.headline is not None:
        begins = byline.start
    deck = find_deck(found, labelled, begins)
    stated = _stated(top.of("field"), found, byline)
    below = _byline_below(story, lead) if stated.byline is None else None
    return Head(
        stated.headline,
        deck.piece,
        stated.byline or below,
        lead.reading,
        tuple([block.caption.piece for block in top.of("caption") if block.caption is not None]),
        (*stated.fields, *_date_fields(top, lead)),
        (*[block.notice for block in top.of("notice") if block.notice is not None], *lead.tags),
        tuple(_credits(top)),
        [*_spans([*deck.body, *others]), *(lead.rest if below is None else lead.rest[1:])],
    )


def _labelled(blocks: list[Block]) -> list[Block]:
    """The blocks from the first on that says it is a deck."""
    for number, block in enumerate(blocks):
        if opens_deck(block):
            return blocks[number:]
    return []


def _credits(top: _Top) -> Iterator[Attribution]:
    """The credits of photos above the lead, and a sign-off that stands there."""
    for block in top.of("photo credit"):
        if block.photo_credit is not None:
            yield block.photo_credit
    for block in top.of("sign-off"):
        yield from block.worded_credits


def _spans(blocks: list[Block]) -> list[Span]:
    return sorted([block.span for block in blocks])


# -- sorting by the words --------------------------------------------------------------------------


def _sort(story: Story, spans: list[Span]) -> _Top:
    """The first blocks, down to a sure dateline or to where none can follow."""
    by_kind: dict[_Kind, list[Block]] = {}
    plain: list[Block] = []
    kinds: list[_Kind] = []
    following = 0
    while following < min(_HEAD_BLOCKS, len(spans)):
        if _is_past(kinds):
            break
        span, following = _mended(story, spans, following)
        parts = story.header_parts(span)
        for at, part in enumerate(parts, 1):
            kind = _kind(story, part, by_kind, plain, spans[following : following + LOOK_BELOW])
            kinds.append(kind)
            by_kind.setdefault(kind, []).append(part)
            if kind in _PLAIN:
                plain.append(part)
            elif kind == "dateline":
                return _Top(by_kind, plain, spans[following:], parts[at:])
    return _Top(by_kind, plain, spans[following:])


def _mended(story: Story, spans: list[Span], number: int) -> tuple[Span, int]:
    """The block of a number, and the number of the next: a short line that breaks before its value goes on.

    "Published On:" above "Feb 4, 2023" is one field, "KATHMANDU," above "April 25 (Reuters) -" one dateline.
    """
    start, end = spans[number]
    if story.text[end - 1] in ":," and end - start <= _LONGEST_BROKEN and number + 1 < len(spans):
        whole = (start, spans[number + 1][1])
        if story.text[start].isalpha() and _is_mended(story.block((start, end)), story.block(whole)):
            return whole, number + 2
    return spans[number], number + 1


def _is_mended(line: Block, whole: Block) -> bool:
    if line.words.endswith(":"):
        is_short = whole.end - line.end <= _LONGEST_BROKEN
        return is_short and line.field is None and whole.field is not None and whole.field.date is not None
    if line.dateline is not None and not line.dateline.is_doubtful:
        return False
    reading = whole.dateline
    is_sure = reading is not None and not reading.is_doubtful and not reading.is_opening
    return is_sure and reading is not None and bool(reading.dateline.places)


def _is_past(kinds: list[_Kind]) -> bool:
    """Whether no dateline is looked for any more, behind blocks of these kinds."""
    if kinds.count("long paragraph") > _TEASERS or kinds.count("paragraph") > _SHORT_PARAGRAPHS:
        return True
    return "doubtful dateline" in kinds and len(kinds) - kinds.index("doubtful dateline") > _SECOND_THOUGHTS + 1


def _kind(story: Story, block: Block, above: dict[_Kind, list[Block]], plain: list[Block], below: list[Span]) -> _Kind:
    """What a block at the top of a story is by its words: those above are sorted, those below are not."""
    if block.is_in_front:
        return "notice"
    if block.photo_credit is not None:
        return "photo credit"
    is_deep = "long paragraph" in above
    reading = None if _is_end_mark(block) else block.dateline
    if reading is None and "byline" in above and block.length <= LONGEST_NAME:
        reading = block.place_line
    if not is_deep and (reading is None or reading.is_opening) and _is_caption(story, block, above, below):
        return "caption"
    if reading is not None and reading.is_opening and not _is_opening(story, reading, block, above, plain, below):
        reading = None
    if reading is not None and not reading.is_doubtful:
        return "dateline"
    if reading is not None and not is_deep and "doubtful dateline" not in above:
        return "doubtful dateline"
    if block.length > LONGEST_HEADER:
        return "notice" if not is_deep and block.notice is not None else "long paragraph"
    kind = None if is_deep else _header_kind(block, plain)
    return kind or ("paragraph" if block.length > _PARAGRAPH_LENGTH and block.ends_sentence else "line")


def _is_caption(story: Story, block: Block, above: dict[_Kind, list[Block]], below: list[Span]) -> bool:
    """Whether the words of a picture stand above the lead; what ends with an agency alone could close a paragraph."""
    caption = block.caption if below and block.length >= _SHORTEST_CAPTION and not block.words.isupper() else None
    if caption is None or "paragraph" in above:
        return False
    following = story.block(below[0])
    return caption.is_sure or following.caption is None or following.words == block.words


def _is_opening(
    story: Story,
    reading: Reading,
    block: Block,
    above: dict[_Kind, list[Block]],
    plain: list[Block],
    below: list[Span],
) -> bool:
    """Whether a dateline that counts at the start of a story only stands there."""
    is_first = above.keys().isdisjoint(("long paragraph", "paragraph", "doubtful dateline"))
    return is_first and opens_story(story, reading, block, plain, below, is_signed="byline" in above)


def _is_end_mark(block: Block) -> bool:
    """Whether a line is the end mark “ENDE”, and not the city in Indonesia."""
    return block.length <= _LONGEST_END_MARK and block.notice is not None and block.notice.kind == "end mark"


def _header_kind(block: Block, plain: list[Block]) -> _Kind | None:
    """What a header line is that says so itself."""
    if block.field is not None:
        return "field"
    if block.notice is not None and (plain or block.notice.kind != "furniture" or read_label(block.words) is None):
        return "notice"
    if block.date_line is not None:
        return "date line"
    if block.byline is not None:
        return "byline" if not _closes_story(block.byline, plain) else None
    return "sign-off" if not plain and block.opens_sign_off and len(block.worded_credits) > 1 else None


def _closes_story(byline: Attribution, plain: list[Block]) -> bool:
    """Whether an agency alone stands below a paragraph, and so is the story's credit."""
    return not byline.people and bool(plain) and plain[-1].words[-1] in ".!?"


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


def _marked_lead(top: _Top) -> _Lead | None:
    """Behind a sure dateline; its lead goes on to the end of the block, and is not cut where header lines would be."""
    for block in top.of("dateline"):
        reading = block.dateline or block.place_line
        if reading is None:
            continue
        goes_on = bool(top.below) and reading.lead < block.end
        lead, tags = _lead_of(block.text, reading, top.below[-1].end if goes_on else block.end)
        below = [] if goes_on else [part.span for part in top.below]
        return _Lead(reading, top.plain, [*lead, *below, *top.rest], tags, is_below=not lead)
    return None


def _doubtful_lead(top: _Top) -> _Lead | None:
    """Behind a line that may be a headline too, where nothing better follows."""
    for block in top.of("doubtful dateline"):
        reading = block.dateline or block.place_line
        if reading is not None:
            lead, tags = _lead_of(block.text, reading, block.end)
            at = top.plain.index(block)
            above = [*top.plain[:at], *[block.cut(start) for start, _ in lead], *top.plain[at + 1 :]]
            return _Lead(reading, above, top.rest, tags, is_below=not lead)
    return None


def _lead_of(text: str, reading: Reading, end: int) -> tuple[list[Span], tuple[Notice, ...]]:
    """The lead behind a dateline, in a block that ends at ``end``, and the tags between them ("[TEXT]")."""
    start = reading.lead
    tags = source_tags(text, start, end)
    if tags is not None:
        start = end - len(text[tags.end : end].lstrip(JOINTS))
    return [(start, end)] if start < end else [], () if tags is None else (tags,)


def _unmarked_lead(top: _Top) -> _Lead | None:
    """Behind a dateline that follows a headline on the same line, or that nothing closes."""
    for number, block in enumerate(top.plain[:2]):
        reading = _reading_inside(block)
        if reading is None:
            continue
        before = block.cut(end=block.start + len(block.text[block.start : reading.dateline.start].rstrip()))
        byline = _byline_in_front(before)
        parts = [before, block.cut(reading.lead)] if byline is None else [block.cut(reading.lead)]
        around = [*top.plain[:number], *[part for part in parts if part.length], *top.plain[number + 1 :]]
        return _Lead(reading, around, top.rest, bylines=() if byline is None else (byline,))
    return None


def _reading_inside(block: Block) -> Reading | None:
    glued = read_glued_dateline(block.text, block.start, block.end)
    return glued or find_inner_dateline(block.text, block.start, block.end, reference=block.day)


def _byline_in_front(block: Block) -> Block | None:
    """The author whom the words before a dateline on its line name ("Por Ana Paz LISBOA", "Ana PAZ/RİZE")."""
    author = block.cut(end=block.start + len(block.words.rstrip("/ ")))
    return author if block.byline is not None or (block.words.endswith("/") and author.is_name) else None


def _date_line_lead(top: _Top) -> _Lead:
    """Below a date line, the only dateline there is, or of a story that has none."""
    for block in top.of("date line"):
        if block.date_line is not None:
            return _Lead(Reading(block.date_line, block.end), top.plain, top.rest)
    return _Lead(None, top.plain, top.rest)


def _date_fields(top: _Top, lead: _Lead) -> list[Field]:
    """The date lines of a story that has a dateline besides."""
    if "date line" not in top.by_kind:
        return []
    filed = None if lead.reading is None else lead.reading.dateline
    lines = [block.date_line for block in top.of("date line")]
    return [date_field(line) for line in lines if line is not None and line is not filed]


# -- the byline ------------------------------------------------------------------------------------


def _find_byline(lead: _Lead, lines: list[Block]) -> tuple[Attribution | None, list[Block]]:
    """The byline, and the lines that are none after all."""
    if lead.reading is not None and lead.reading.byline is not None:
        return lead.reading.byline, lines
    if not lines:
        return None, []
    run, others = _first_run(sorted(lines, key=_start))
    byline = run.byline or run.author_line
    if byline is not None and not byline.people and lead.reading is None and _is_below(run, lead.above):
        byline = None  # an agency below all of the story is its credit
    return byline, others if byline is not None else [run, *others]


def _is_below(block: Block, others: list[Block]) -> bool:
    return all(block.start > other.start for other in others)


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
    block = story.block(lead.rest[0])
    return block.author_line if block.opens_byline else None


def _start(block: Block) -> int:
    return block.start


def _headline(start: int, end: int, text: str, rule: str) -> Headline:
    return Headline(start, end, text, rule, read_label(text))


class _Stated(NamedTuple):
    headline: Headline | None
    byline: Attribution | None
    fields: tuple[Field, ...]


def _stated(blocks: list[Block], found: Found, byline: Attribution | None) -> _Stated:
    """Headline and byline, those that fields name ("Title: ...") where there are no others; and the other fields."""
    title: Headline | None = None
    if found.headline is not None:
        start, end = found.headline.span
        title = _headline(start, end, clean(found.headline.text, start, end), found.rule)
    fields: list[Field] = []
    for block in blocks:
        field = block.field
        if field is None:
            continue
        if field.name == "title" and title is None:
            title = _headline(*block.behind_colon.span, field.value, "field.title")
        elif field.name == "author" and byline is None and (author := block.behind_colon.author_line) is not None:
            byline = attrs.evolve(author, rule="field.author")
        else:
            fields.append(field)
    return _Stated(title, byline, tuple(fields))
