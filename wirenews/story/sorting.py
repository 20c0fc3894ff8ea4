"""The first blocks of a story, sorted by what their own words make them, down to the dateline."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

import attrs

from ..article import Attribution
from ..credit.agency_line import NOWHERE
from ..credit.photo import LONGEST_PHOTO_CREDIT
from ..credit.photo_east_asian import is_east_asian
from ..dateline.read import LONGEST_NAME
from ..dateline.reading import Reading
from ..notice.labels import read_label
from ..text.characters import PARAGRAPH_ENDS
from ..text.layout import clean
from .blocks import LONGEST_BYLINE, LONGEST_HEADER, PARAGRAPH_LENGTH, Block, Span, Story
from .opening import LOOK_BELOW, opens_story

# The dateline stands in one of the first blocks, and at most one long paragraph (a teaser) or two short come before it.
_HEAD_BLOCKS = 14
_TEASERS = 1
_SHORT_PARAGRAPHS = 2
_LONGEST_END_MARK = 12
# How many blocks may follow a doubtful dateline before it is believed.
_SECOND_THOUGHTS = 3
_SHORTEST_CAPTION = 48
_SHORTEST_CLOSE_CAPTION = 14  # where no blanks stand between words
_LONGEST_LABEL = 24
_SHORTEST_STORY = 60  # below the words of a picture
# Characters of a line that breaks before its value or its date.
_LONGEST_BROKEN = 40


Kind: TypeAlias = Literal[
    "dateline", "doubtful dateline", "photo credit", "caption", "sign-off", "field", "notice", "date line", "byline",
    "long paragraph", "paragraph", "line",
]  # fmt: skip
_PLAIN: frozenset[Kind] = frozenset(("doubtful dateline", "long paragraph", "paragraph", "line"))


class SortedHead(NamedTuple):
    """The first blocks by what their own words make them, those that say nothing of themselves, and what is below."""

    by_kind: dict[Kind, list[Block]]
    plain: list[Block]
    rest: list[Span]
    below: Sequence[Block] = ()  # what is left of the block that holds the dateline

    def of(self, kind: Kind) -> list[Block]:
        return self.by_kind.get(kind, [])


class _Sorted(NamedTuple):
    """The blocks that are sorted already, and those of them that say nothing of themselves."""

    by_kind: dict[Kind, list[Block]]
    plain: list[Block]


def sort_head(story: Story, spans: list[Span]) -> SortedHead:
    """The first blocks, down to a sure dateline or to where none can follow."""
    above = _Sorted({}, [])
    by_kind, plain = above
    kinds: list[Kind] = []
    following = 0
    while following < min(_HEAD_BLOCKS, len(spans)):
        if _is_past(kinds):
            break
        span, following = _mended(story, spans, following)
        parts = story.header_parts(span)
        for at, part in enumerate(parts, 1):
            kind = _kind(story, part, above, spans[following : following + LOOK_BELOW])
            kinds.append(kind)
            by_kind.setdefault(kind, []).append(part)
            if kind in _PLAIN:
                plain.append(part)
            elif kind == "dateline":
                return SortedHead(by_kind, plain, spans[following:], parts[at:])
    return SortedHead(by_kind, plain, spans[following:])


def _mended(story: Story, spans: list[Span], number: int) -> tuple[Span, int]:
    """The block of a number, and the number of the next: a short line that breaks before its value goes on.

    "Published On:" above "Feb 4, 2023" is one field, "KATHMANDU," above "April 25 (Reuters) -" one dateline.
    """
    start, end = spans[number]
    if story.text[end - 1] in ":," and end - start <= _LONGEST_BROKEN and number + 1 < len(spans):
        whole = (start, spans[number + 1][1])
        if story.text[start].isalpha() and _is_mended(story.block((start, end)), story.block(whole)):
            return whole, number + 2
    whole_copyright = _whole_copyright(story, *spans[number : number + 2]) if number + 1 < len(spans) else None
    return (spans[number], number + 1) if whole_copyright is None else (whole_copyright.span, number + 2)


def _whole_copyright(story: Story, line: Span, below: Span) -> Block | None:
    """The copyright line in capitals that does not end, and the line below that goes on: one block, and one notice."""
    text, (start, end) = story.text, line
    if text[end - 1] in PARAGRAPH_ENDS or not text[start:end].isupper() or below[1] - end > LONGEST_BYLINE:
        return None
    notice = story.block(line).notice
    goes_on = text[slice(*below)].isupper() and "\n\n" not in text[end : below[0]]
    if notice is None or notice.kind != "copyright" or not goes_on:
        return None
    whole = story.block((start, below[1]))
    whole.notice = attrs.evolve(notice, end=whole.end, text=clean(text, start, whole.end))
    return whole


def _is_mended(line: Block, whole: Block) -> bool:
    if line.words.endswith(":"):
        is_short = whole.end - line.end <= _LONGEST_BROKEN
        return is_short and line.field is None and whole.field is not None and whole.field.date is not None
    if line.dateline is not None and not line.dateline.is_doubtful:
        return False
    reading = whole.dateline
    is_sure = reading is not None and not reading.is_doubtful and not reading.is_opening
    return is_sure and reading is not None and bool(reading.dateline.places)


def _is_past(kinds: list[Kind]) -> bool:
    """Whether no dateline is looked for any more, behind blocks of these kinds."""
    if kinds.count("long paragraph") > _TEASERS or kinds.count("paragraph") > _SHORT_PARAGRAPHS:
        return True
    return "doubtful dateline" in kinds and len(kinds) - kinds.index("doubtful dateline") > _SECOND_THOUGHTS + 1


def _kind(story: Story, block: Block, above: _Sorted, below: list[Span]) -> Kind:
    """What a block at the top of a story is by its words: those above are sorted, those below are not."""
    if block.is_in_front:
        return "notice"
    if _is_photo_credit(block):
        return "photo credit"
    is_deep = "long paragraph" in above.by_kind
    reading = _reading(block, is_signed="byline" in above.by_kind)
    is_weak = reading is None or reading.is_opening
    if not is_deep and (is_weak or _is_dated_caption(block, reading)) and _is_caption(story, block, above, below):
        return "caption"
    if reading is not None and is_weak and not _is_opening(story, reading, block, above, below):
        reading = None
    kind = None if reading is None else _dateline_kind(reading, above)
    return kind or _other_kind(block, above, is_deep=is_deep)


def _is_photo_credit(block: Block) -> bool:
    return block.length <= LONGEST_PHOTO_CREDIT and block.may_say_more and block.photo_credit is not None


def _reading(block: Block, *, is_signed: bool) -> Reading | None:
    """The dateline of a block, or below a byline the place that it is: not an end mark, and no label of a headline."""
    reading = None if _is_end_mark(block) else block.dateline
    if reading is not None and not reading.dateline.places and block.words[0] in "([" and read_label(block.words):
        reading = None  # "(News Focus) Harbour dues to rise"
    if reading is not None and ":" in block.words[:_LONGEST_LABEL] and _is_stamp(block):
        return None
    is_name = reading is None and is_signed and block.length <= LONGEST_NAME
    return block.place_line if is_name else reading


def _is_stamp(block: Block) -> bool:
    """Whether a block is a field with its date: "Updated: 2016-07-15 06:50 (Xinhua)"."""
    return block.field is not None and block.field.date is not None


def _dateline_kind(reading: Reading, above: _Sorted) -> Kind | None:
    if not reading.is_doubtful:
        return "dateline"
    is_first = above.by_kind.keys().isdisjoint(("long paragraph", "doubtful dateline"))
    return "doubtful dateline" if is_first else None


def _other_kind(block: Block, above: _Sorted, *, is_deep: bool) -> Kind:
    """What a block is that has no dateline and is no caption."""
    if block.length > LONGEST_HEADER:
        return "notice" if not is_deep and block.notice is not None else "long paragraph"
    kind = None if is_deep or not block.may_say_more else _header_kind(block, above.plain)
    return kind or ("paragraph" if block.length > PARAGRAPH_LENGTH and block.ends_sentence else "line")


def _is_dated_caption(block: Block, reading: Reading | None) -> bool:
    """Whether a block with a dateline may be the words of a picture: "Lisbon, 12/03/2020 - ... Photo: Ann Doe/AFP"."""
    if reading is None or reading.dateline.agencies or reading.lead >= block.end:
        return False
    return block.caption is not None and block.caption.piece.rule == "caption.credited"


def _is_caption(story: Story, block: Block, above: _Sorted, below: list[Span]) -> bool:
    """Whether the words of a picture stand above the lead; what ends with an agency alone could close a paragraph."""
    shortest = _SHORTEST_CAPTION if not is_east_asian(block.words, 0) else _SHORTEST_CLOSE_CAPTION
    caption = block.caption if below and block.length >= shortest and not block.words.isupper() else None
    if caption is None or "paragraph" in above.by_kind:
        return False
    following = story.block(below[0])
    if caption.is_sure or following.words == block.words:
        return True
    return following.caption is None and any(end - start >= _SHORTEST_STORY for start, end in below)


def _is_opening(story: Story, reading: Reading, block: Block, above: _Sorted, below: list[Span]) -> bool:
    """Whether a dateline that counts at the start of a story only stands there."""
    is_first = above.by_kind.keys().isdisjoint(("long paragraph", "paragraph", "doubtful dateline"))
    return is_first and opens_story(story, reading, block, above.plain, below, is_signed="byline" in above.by_kind)


def _is_end_mark(block: Block) -> bool:
    """Whether a line is the end mark “ENDE”, and not the city in Indonesia."""
    return block.length <= _LONGEST_END_MARK and block.notice is not None and block.notice.kind == "end mark"


def _header_kind(block: Block, plain: list[Block]) -> Kind | None:
    """What a header line is that says so itself."""
    if block.field is not None:
        return "field"
    if block.notice is not None and (plain or block.notice.kind != "furniture" or read_label(block.words) is None):
        return "notice"
    if block.date_line is not None:
        return "date line"
    byline = block.byline or _bracketed_agency(block, plain)
    if byline is not None:
        return "byline" if not _is_other_line(byline, plain) else None
    is_credit = block.length <= LONGEST_BYLINE and block.opens_sign_off and bool(block.worded_credits)
    return "sign-off" if is_credit and _may_sign(block.worded_credits, plain) else None


def _bracketed_agency(block: Block, plain: list[Block]) -> Attribution | None:
    """The byline that an agency in brackets is, on its line below the headline: "(Belga)"; the block keeps it."""
    if block.words[0] not in "([" or len(plain) != 1 or plain[0].ends_sentence:
        return None
    line = block.agency_line(NOWHERE)
    if line is not None and line.rule == "credit.agency" and line.agencies:
        block.byline = attrs.evolve(line, rule="byline.agency", role="byline")
    return block.byline


def _may_sign(credits: tuple[Attribution, ...], plain: list[Block]) -> bool:
    """Whether credits above the lead are no headline: several clauses, or one of them below a headline."""
    if len(credits) > 1:
        return len(plain) <= 1
    is_below_headline = len(plain) == 1 and not plain[0].ends_sentence
    return is_below_headline and credits[0].role not in ("photo", "reporting", "byline")


def _is_other_line(byline: Attribution, plain: list[Block]) -> bool:
    """Whether an agency alone below a paragraph is the story's credit, or a name "for" a paper the headline."""
    if byline.rule == "byline.for-paper" and not plain:
        return True
    return not byline.people and bool(plain) and plain[-1].words[-1] in ".!?"
