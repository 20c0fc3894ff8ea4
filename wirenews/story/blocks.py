"""A block of a story, and what it may be by its own words: each question is asked once, when somebody asks.

Several answers may hold for the same block: a line that reads as a byline closes the story where it stands last. Which
one counts is for :mod:`~wirenews.story.head` and :mod:`~wirenews.story.tail` to decide, by where the block stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeAlias, TypeVar, overload

from ..article import Attribution, Dateline, Field, Notice
from ..credit.agency_line import Filed, read_agency_line
from ..credit.byline import opens_byline, read_byline
from ..credit.caption import Caption, read_caption
from ..credit.closing import opens_sign_off, read_worded_credit
from ..credit.photo import LONGEST_PHOTO_CREDIT, read_photo_credit
from ..dateline.date_line import read_date_line
from ..dateline.read import read_dateline, read_place_line
from ..dateline.reading import Reading
from ..notice.attached import leading_notice
from ..notice.fields import read_field
from ..notice.read import read_notice
from ..notice.shapes import table
from ..people.lists import is_name
from ..text.characters import EAST_ASIA, PARAGRAPH_ENDS
from ..text.patterns import pattern, plain_pattern
from ..wire_date import WireDate
from .plain_words import may_say_more

# Characters; a block longer than this is never what the name says.
LONGEST_HEADER = 240
LONGEST_BYLINE = 160
LONGEST_CREDIT_LINE = 60
_LONGEST_DATE_LINE = 48
PARAGRAPH_LENGTH = 120
_EAST_ASIAN_PARAGRAPH = 40

# What stands between a notice or a tag and the words behind it on the same line.
JOINTS = " \t\n-–—"
# A byline or editor's note is no wrapped part of the headline above it. In ANPA 1312 copy a caret begins a
# header line: "Eds: UPDATES throughout ^By ANN IMSE". Inside a line it is a sign like any other: "2^N".
_HEADER_JOINT = pattern(r"\s+\^\s*(?=By \p{Lu}|E[Dd][Ss]:)|\s*\n\s*\^\s*(?=\p{Lu})|\s*\n\s*(?=By \p{Lu}|E[Dd][Ss]:)")

# A crawler's date before the first words of a page, on their line: "date 2025-04-18 LISBON (Reuters) -".
_DATE_IN_FRONT = plain_pattern(r"date (?P<year>[12]\d{3})-(?P<month>0[1-9]|1[012])(?P<day>-\d\d)?(?= \S)")
# A stamp behind a headline has a colon behind its label, or is glued to the headline.
_LONGEST_STAMP = 80
_STAMP_END = 24
_FEWEST_BLANKS = 2  # in the headline; fewer words are an author's or an agency's
_BEFORE_STAMP = " \t|·•-–—"
_FIGURE = plain_pattern(r"\d")
_LABEL = pattern(r"(?<!\p{Lu})\p{Lu}\p{L}+(?: \p{L}+){0,2}?(?=\s?[:：])|(?<=[\p{Ll}\d?!.’”])\p{Lu}\p{Ll}+(?=\s)")

Span: TypeAlias = tuple[int, int]
_Answer = TypeVar("_Answer")


class Story:
    """The plain text of a story, the day on which it ran, if that is known, and the blocks that were looked at."""

    def __init__(self, text: str, day: dt.date | None = None) -> None:
        self.text = text
        self.day = day
        self._blocks: dict[Span, Block] = {}

    def block(self, span: Span) -> Block:
        """The block of this span, the same one for everybody who asks."""
        block = self._blocks.get(span)
        if block is None:
            block = self._blocks[span] = Block(self.text, *span, self.day)
        return block

    def block_in_passing(self, span: Span) -> Block:
        """The block of a span that nobody asks for again, so that it is not kept: a long text has many."""
        return self._blocks.get(span) or Block(self.text, *span, self.day)

    def header_parts(self, span: Span) -> list[Block]:
        """The block of this span, cut where header lines were joined or follow a caret; a notice in front by itself."""
        text, (begin, end) = self.text, span
        if text.startswith("date ", begin) and (behind := self._date_in_front(begin, end)):
            return [self.block((begin, behind)), *self.header_parts((behind + 1, end))]
        stamp = _stamp_behind(text, begin, end)
        if stamp > begin:
            headline = (begin, begin + len(text[begin:stamp].rstrip(_BEFORE_STAMP)))
            return [self.block(headline), self.block((stamp, end))]
        if text[begin].isalnum() and not _may_have_joint(text, begin, end):
            return [self.block(span)]
        words = text[begin:end].lstrip("^")
        start = end - len(words) if words else begin
        parts: list[Block] = []
        notice = None if text[begin].isalnum() else leading_notice(text, start, end)
        if notice is not None:
            part = self.block((notice.start, notice.end))
            part.notice, part.is_in_front = notice, True
            parts, start = [part], end - len(text[notice.end : end].lstrip(JOINTS))
        if _may_have_joint(text, start, end):
            for joint in _HEADER_JOINT.finditer(text, start, min(end, start + LONGEST_HEADER)):
                if joint.start() > start and _begins_header(text, joint.end(), end):
                    parts.append(self.block((start, joint.start())))
                    start = joint.end()
        return [*parts, self.block((start, end))] if start < end else parts

    def _date_in_front(self, begin: int, end: int) -> int:
        """Where a crawler's date ends that stands before the first words of a page, or 0; a month is a field."""
        dated = None if self.text[:begin].strip() else _DATE_IN_FRONT.match(self.text, begin, end)
        if dated is None:
            return 0
        if dated["day"] is None:
            month = WireDate(int(dated["year"]), int(dated["month"]))
            self.block(dated.span()).field = Field(*dated.span(), dated[0], "field.date", "date", dated[0][5:], month)
        return dated.end()


def _stamp_behind(text: str, start: int, end: int) -> int:
    """Where the stamp begins that closes a headline's line ("Harbour dues to risePublished: 12 Mar 2020"), or -1."""
    if end - start > LONGEST_HEADER or _FIGURE.search(text, max(start, end - _STAMP_END), end) is None:
        return -1
    for label in _LABEL.finditer(text, max(start + 1, end - _LONGEST_STAMP), end):
        is_behind_words = text.count(" ", start, label.start()) >= _FEWEST_BLANKS
        if is_behind_words and label[0].casefold().startswith(_stamps()):
            field = read_field(text, label.start(), end)
            if field is not None and field.date is not None:
                return label.start()
    return -1


@cache
def _stamps() -> tuple[str, ...]:
    return tuple(table("timestamp"))


def _may_have_joint(text: str, start: int, end: int) -> bool:
    if text.find("^", start, end) >= 0:
        return True
    return text.find("\nBy ", start, end) >= 0 or text.find("\nE", start, end) >= 0


def _begins_header(text: str, start: int, end: int) -> bool:
    """Whether the line at ``start`` is no wrapped line of prose that happens to begin with "By"."""
    line = text[start:end].partition("\n")[0]
    return not line.startswith("By ") or read_byline(line, start, bare=False) is not None


class _once(Generic[_Answer]):  # noqa: N801 - it is written as `property` is
    """A property that is worked out when it is first asked for, and then kept."""

    def __init__(self, work_out: Callable[[Any], _Answer]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, block: None, owner: type[Any]) -> _once[_Answer]: ...
    @overload
    def __get__(self, block: object, owner: type[Any]) -> _Answer: ...
    def __get__(self, block: object | None, owner: type[Any]) -> _once[_Answer] | _Answer:
        if block is None:
            return self
        answer = self._work_out(block)
        setattr(block, self._name, answer)
        return answer


class Block:
    """A paragraph, a header line, or a part of one: ``text[start:end]``."""

    is_in_front = False  # whether it is a notice that stands before other words on its line

    def __init__(self, text: str, start: int, end: int, day: dt.date | None = None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.length: int = end - start
        self.words: str = text[start:end]
        self.day = day
        if self.length > LONGEST_BYLINE:
            self.photo_credit = self.date_line = self.byline = None  # of a line or two each, and nobody need ask

    @property
    def span(self) -> Span:
        return self.start, self.end

    def cut(self, start: int | None = None, end: int | None = None) -> Block:
        """The block from ``start`` to ``end``."""
        return Block(self.text, self.start if start is None else start, self.end if end is None else end, self.day)

    def follows(self, block: Block) -> bool:
        """Whether nothing but blanks lies between a block above and this one."""
        return not self.text[block.end : self.start].strip()

    @property
    def behind_colon(self) -> Block:
        """The value of a field, as a block."""
        colon = min([at for at in map(self.words.find, ":：") if at >= 0], default=-1)
        return self.cut(self.end - len(self.words[colon + 1 :].lstrip()))

    @property
    def ends_sentence(self) -> bool:
        return self.text[self.end - 1] in PARAGRAPH_ENDS

    @property
    def is_paragraph(self) -> bool:
        """Whether the block is as long as paragraphs are; where a letter is a syllable or a word, a third of that."""
        return self.length > (_EAST_ASIAN_PARAGRAPH if self.is_east_asian else PARAGRAPH_LENGTH)

    @property
    def is_east_asian(self) -> bool:
        return self.words[0] > EAST_ASIA

    @property
    def has_letters(self) -> bool:
        return any(map(str.isalpha, self.words))

    @_once
    def is_apart(self) -> bool:
        """Whether a blank line stands above the block."""
        text, start = self.text, self.start
        line = text.rfind("\n", 0, start)
        above = text.rfind("\n", 0, max(line, 0))
        return not text[above + 1 : line].strip()

    # -- what it may be ----------------------------------------------------------------------------

    @_once
    def may_say_more(self) -> bool:
        """Whether the block may be a field, a notice, a photo credit, a byline, a date line or a sign-off."""
        return may_say_more(self.words)

    @_once
    def field(self) -> Field | None:
        return read_field(self.text, self.start, self.end)

    @_once
    def notice(self) -> Notice | None:
        return read_notice(self.text, self.start, self.end)

    @_once
    def photo_credit(self) -> Attribution | None:
        return read_photo_credit(self.text, self.start, self.end) if self.length <= LONGEST_PHOTO_CREDIT else None

    @_once
    def caption(self) -> Caption | None:
        return read_caption(self.text, self.start, self.end)

    @_once
    def date_line(self) -> Dateline | None:
        return read_date_line(self.text, self.start, self.end, self.day) if self.length <= _LONGEST_DATE_LINE else None

    @_once
    def dateline(self) -> Reading | None:
        return read_dateline(self.text, self.start, self.end, reference=self.day)

    @_once
    def place_line(self) -> Reading | None:
        return read_place_line(self.text, self.start, self.end)

    @_once
    def byline(self) -> Attribution | None:
        """The byline that the block is by its words: "By Ana Paz", "Associated Press Writer", not a bare name."""
        return read_byline(self.words, self.start, bare=False) if self.length <= LONGEST_BYLINE else None

    @_once
    def author_line(self) -> Attribution | None:
        """The byline that the block is where an author is expected: a bare name too."""
        return read_byline(self.words, self.start)

    @_once
    def opens_byline(self) -> bool:
        return self.length <= LONGEST_BYLINE and opens_byline(self.words)

    @_once
    def is_name(self) -> bool:
        return is_name(self.words)

    @property
    def names_author(self) -> bool:
        """Whether the block is a bare name, or one in small letters behind "by": where an author is expected."""
        return self.is_name or (self.opens_byline and self.author_line is not None)

    @_once
    def opens_sign_off(self) -> bool:
        return opens_sign_off(self.text, self.start, self.end)

    @_once
    def worded_credits(self) -> tuple[Attribution, ...]:
        """The clauses of a sign-off, or another credit that says in words who did what."""
        return tuple(read_worded_credit(self.text, self.start, self.end))

    def agency_line(self, filed: Filed) -> Attribution | None:
        """The credit of a line that holds agencies and nothing else; the dateline says whose "CNA" is."""
        return read_agency_line(self.text, self.start, self.end, filed) if self.length <= LONGEST_CREDIT_LINE else None
