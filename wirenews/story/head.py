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

:mod:`~wirenews.story.sorting` sorts the first blocks by their own words until the dateline is found; :func:`read_head`
then decides by where they stand what the others are.
"""

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from ..article import Attribution, Field, Headline, Notice, Piece
from ..dateline.date_line import date_field
from ..dateline.inline import find_inner_dateline, read_glued_dateline
from ..dateline.reading import Reading
from ..notice.attached import source_tags
from ..notice.labels import read_label
from ..text.layout import clean
from .blocks import JOINTS, Block, Span, Story
from .deck import find_deck, is_deck_label, opens_deck
from .headline import Found, find_headline
from .repeats import without_repeats
from .sorting import SortedHead, sort_head

_SHORTEST_LEAD = 90


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


def read_head(story: Story, spans: list[Span]) -> Head:
    """The top of a story that begins with ``spans``."""
    top = sort_head(story, spans)
    lead = _marked_lead(top) or _doubtful_lead(top) or _unmarked_lead(top) or _date_line_lead(top)
    bylines = [*top.of("byline"), *lead.bylines]
    plain, labelled, begins = _labelled(top, lead)
    above, repeats = without_repeats(plain, is_above_lead=begins >= 0)
    found = find_headline(above, begins, bylines, is_repeated=bool(repeats))
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
        (*[block.notice for block in top.of("notice") if block.notice is not None], *repeats, *lead.tags),
        tuple(_credits(top)),
        [*_spans([*deck.body, *others]), *(lead.rest if below is None else lead.rest[1:])],
    )


class _Labelled(NamedTuple):
    """The plain blocks above a label of decks and from it on, and where the lead begins (-1: unknown)."""

    above: list[Block]
    labelled: list[Block]
    begins: int


def _labelled(top: SortedHead, lead: "_Lead") -> _Labelled:
    """The blocks from the first on that says it is a deck, or stands below such a label; they may end at the lead."""
    label = next((block.start for block in top.of("notice") if is_deck_label(block.words)), -1)
    at = next((n for n, block in enumerate(lead.above) if opens_deck(block) or -1 < label < block.start), -1)
    if at < 0:
        return _Labelled(lead.above, [], lead.starts)
    above, labelled, begins = lead.above[:at], lead.above[at:], lead.starts
    is_below_lead = begins < 0 and any(block.ends_sentence for block in above)
    if begins < 0 and not is_below_lead:
        begins = _lead_below(labelled)
    if labelled[0].start == begins or (is_below_lead and is_deck_label(labelled[0].words)):
        return _Labelled(lead.above, [], begins)
    return _Labelled(above, labelled, begins)


def _lead_below(labelled: list[Block]) -> int:
    """Where the lead begins below a deck's label: the first paragraph; -1 where there is none."""
    below = (block for block in labelled if not opens_deck(block))
    return next((block.start for block in below if block.length > _SHORTEST_LEAD and block.ends_sentence), -1)


def _credits(top: SortedHead) -> Iterator[Attribution]:
    """The credits of photos above the lead, and a sign-off that stands there."""
    for block in top.of("photo credit"):
        if block.photo_credit is not None:
            yield block.photo_credit
    for block in top.of("sign-off"):
        yield from block.worded_credits


def _spans(blocks: list[Block]) -> list[Span]:
    return sorted([block.span for block in blocks])


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
        is_filed = dateline.places or dateline.agencies or self.reading.lead > dateline.end
        return dateline.start if is_filed else -1


def _marked_lead(top: SortedHead) -> _Lead | None:
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


def _doubtful_lead(top: SortedHead) -> _Lead | None:
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


def _unmarked_lead(top: SortedHead) -> _Lead | None:
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


def _date_line_lead(top: SortedHead) -> _Lead:
    """Below a date line, the only dateline there is, or of a story that has none."""
    for block in top.of("date line"):
        if block.date_line is not None:
            return _Lead(Reading(block.date_line, block.end), top.plain, top.rest)
    return _Lead(None, top.plain, top.rest)


def _date_fields(top: SortedHead, lead: _Lead) -> list[Field]:
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
    if not lead.is_below or not lead.rest:
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
