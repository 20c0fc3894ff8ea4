"""The bottom of a story: credits, sign-offs and closing notices, up to where the body ends.

Works from the last block upwards, and stops at the first that is story. What only mentions an
agency or a reporter stays body.
"""

from __future__ import annotations

from typing import NamedTuple

from .agencies import lookup, may_name_agency
from .article import Agency, Attribution, Notice
from .credits import Filed, opens_sign_off, read_agency_line, read_credit, read_worded_credit
from .layout import Block
from .notices import closes_notice, closing_notice, read_notice
from .photos import LONGEST_PHOTO_CREDIT, read_photo_credit

# Blocks above the last that may still hold a sign-off, when unknown words stand below it.
_LOOK_ABOVE = 6
# A block over this length is never furniture in the middle of a story.
_FURNITURE_LENGTH = 40
_INNER_OPENINGS = ("(", "（", "SOURCE ")
_INNER_NOTICES = ("furniture", "continuation", "end mark")
# The longest credit glued to the end of the last sentence, and how many of them are taken.
_GLUED_LENGTH = 600
_MOST_GLUED = 4
_LINE_LENGTH = 60
_SHORT_BELOW = 20
_SHORT_LINE = 12
_MOST_SENTENCES = 6


class Tail(NamedTuple):
    """The blocks that are body, and what closes the story, in the order of the source."""

    blocks: list[Block]
    credits: list[Attribution]
    notices: list[Notice]


def read_tail(source: str, blocks: list[Block], *, country: str | None = None, known: tuple[Agency, ...] = ()) -> Tail:
    """The body blocks of a story, with its closing credits and notices taken off.

    ``country`` is where the story was filed (ISO 3166), ``known`` are the agencies of its dateline: they say whose
    "CNA" stands at the end.

    >>> text = "Rain fell, he said. (ANI)"
    >>> tail = read_tail(text, [Block(0, 25, 0, 0)])
    >>> tail.blocks[0].end, tail.credits[0].agencies[0].id
    (19, 'ani')
    """
    filed = Filed(country, known)
    body = list(blocks)
    credits: list[Attribution] = []
    notices: list[Notice] = []
    while body and _take_last(source, body, credits, notices, filed):
        pass
    if body:
        _cut_glued(source, body, credits, notices, filed)
    if len(body) > 1:
        _take_inner(source, body, credits, notices)
    if len(credits) > 1:
        credits.sort(key=_start)
    if len(notices) > 1:
        notices.sort(key=_start)
    return Tail(body, credits, notices)


def _take_last(source: str, body: list[Block], credits: list[Attribution], notices: list[Notice], filed: Filed) -> bool:
    """Take off the last block if it is a credit or a notice, and say whether it was."""
    start, end, _, _ = body[-1]
    found = _read_credit_block(source, start, end, filed)
    if not found:
        notice = read_notice(source, start, end)
        if notice is not None:
            notices.append(notice)
            body.pop()
            return True
        found = _read_marked_credit(source, start, end)
    if found:
        credits += found
    elif not _read_two_lines(source, body, credits):
        return False
    body.pop()
    return True


def _start(piece: Attribution | Notice) -> int:
    return piece.start


def _read_credit_block(source: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credits that a whole block is, by its agencies or its first word; cheap tests first, for most are none."""
    line = read_agency_line(source, start, end, filed) if end - start <= _LINE_LENGTH else None
    if line is not None:
        return [line]
    if opens_sign_off(source, start, end) or "This " in source[start : start + 8]:
        return read_worded_credit(source, start, end)
    return []


def _read_marked_credit(source: str, start: int, end: int) -> list[Attribution]:
    """The credits of a block that only its signs or its verb mark as one, and that is no notice."""
    if (
        source[start] in "([{（-—–_"
        or source.find("ontribu", end - 160 if end - start > 160 else start, end) >= 0
        or source.find("/(", start, start + 24) > 0
        or (
            end - start <= _LINE_LENGTH
            and (
                source[start] > "\u0400"
                or source[end - 1] == ")"
                or source.find("/", start, end) > 0
                or source.find(" via ", start, end) > 0
            )
        )
    ):
        return read_worded_credit(source, start, end)
    return []


def _read_two_lines(source: str, body: list[Block], credits: list[Attribution]) -> bool:
    """Whether the last two blocks are an agency and initials ("PTI SKC" over "RAX RAX"); the upper one is taken."""
    start, end, _, _ = body[-1]
    if end - start > _SHORT_BELOW or len(body) < 2 or end - body[-2].start > _LINE_LENGTH:
        return False
    found = read_agency_line(source, body[-2].start, end)
    if found is None or not found.agencies:
        return False
    credits.append(found)
    body.pop()
    return True


def _cut_glued(source: str, body: list[Block], credits: list[Attribution], notices: list[Notice], filed: Filed) -> None:
    """Take the credits and notices off the end of the last paragraph."""
    for _ in range(_MOST_GLUED):
        block = body[-1]
        start, end, _, _ = block
        if not _may_have_glued(source, start, end):
            return
        found = _glued_credit(source, start, end, filed)
        if found:
            credits += found
            cut = found[0].start
        else:
            notice = closing_notice(source, start, end)
            if notice is None or notice.start <= start:
                return
            notices.append(notice)
            cut = notice.start
        while cut > start and source[cut - 1].isspace():
            cut -= 1
        if cut <= start:
            body.pop()
            return
        body[-1] = Block(start, cut, block.indent, block.blank)


def _may_have_glued(source: str, start: int, end: int) -> bool:
    """Whether credits or notices may stand behind the last sentence of a paragraph: nearly none ends like that."""
    last = source[end - 1]
    if last in _SPEECH_ENDS:
        return False
    stop = end - 1 if last == "." else end
    word = source[stop - 24 if stop - start > 24 else start : stop].rpartition(" ")[2].rpartition("\n")[2]
    if not (word.islower() and word.isalpha() and word.isascii()):
        return True
    return (len(word) <= 4 and stop == end) or closes_notice(word) or (may_name_agency(word) and bool(lookup(word)))


def _glued_credit(source: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credits behind the last sentence of a paragraph: "he said. (ANI)", "he said. REUTER"."""
    last = source[end - 1]
    ending = source[max(start, end - 8) : end]
    if last in ")）]" or ending[-2:-1] in _CLOSED or (last.isdigit() and "）" in ending):
        found = _glued_parenthesis(source, start, end, filed)
        if found:
            return found
    low = max(start, end - _LINE_LENGTH)
    line = source.rfind("\n", low, end) + 1
    if line and (end - line <= _SHORT_LINE or source[max(start, line - 8) : line].rstrip()[-1:] in _SENTENCE_ENDS):
        # A line that wrapping has joined to the last paragraph.
        found = _line_at(source, line, end)
        if found:
            return found
    words_end = end
    while words_end > low and source[words_end - 1] == ".":
        words_end -= 1
    if end - words_end not in (1, 2):
        at = max([source.rfind(sign, low, words_end) for sign in _SENTENCE_ENDS])
        found = _line_at(source, at + 1, end) if at > start else []
        if found and found[0].agencies:
            return found
    blank = source.rfind(" ", low, words_end)
    if blank > 0 and not source[blank + 1 : blank + 2].islower():
        return _glued_sign_off(source, start, end)
    return []


_CLOSED = frozenset(")）")
_SPEECH_ENDS = "\"”’'»?!,;"
_SENTENCE_ENDS = '.!?"”»。'


def _line_at(source: str, at: int, end: int) -> list[Attribution]:
    """The agency line that begins at ``at``, blanks and quotation marks aside."""
    while at < end and (source[at].isspace() or source[at] in "\"”’'»)"):
        at += 1
    found = read_agency_line(source, at, end) if at < end else None
    return [found] if found is not None else []


def _glued_sign_off(source: str, start: int, end: int) -> list[Attribution]:
    """A sign-off without brackets behind the last sentence: "he said. Reporting by Ann Doe"."""
    low = max(start, end - _GLUED_LENGTH)
    at = end
    found: list[Attribution] = []
    for _ in range(_MOST_SENTENCES):
        at = source.rfind(". ", low, at)
        if at < 0:
            break
        begin = at + 2
        if opens_sign_off(source, begin, end):
            longer = read_credit(source, begin, end)
            if longer:
                found = longer
    return found


def _glued_parenthesis(source: str, start: int, end: int, filed: Filed) -> list[Attribution]:
    """The credit in brackets at the end of a paragraph, behind a sentence."""
    at = max(source.rfind("(", max(start, end - _GLUED_LENGTH), end), source.rfind("（", max(start, end - 80), end))
    if at <= start:
        return []
    ended = source[start:at].rstrip()[-1:]
    if ended not in ".!?…\"”’'»)。！？" and (
        source[end - 1] == "." or not _is_plain_agency(source, start, at, end, filed)
    ):
        return []
    return read_credit(source, at, end, filed)


def _is_plain_agency(source: str, start: int, at: int, end: int, filed: Filed) -> bool:
    """Whether brackets without a full stop before them hold an agency, and not the short form of a name."""
    inner = source[at + 1 : end - 1].strip()
    agency = lookup(inner, country=filed.country, known=filed.agencies)
    if agency is None or not inner.isupper() or " " in inner:
        return False
    initials = [word[0] for word in source[max(start, at - 120) : at].split()[-len(inner) - 3 :]]
    return "".join(c for c in initials if c.isupper())[-len(inner) :] != inner


def _take_inner(source: str, body: list[Block], credits: list[Attribution], notices: list[Notice]) -> None:
    """Take out sign-offs above unknown closing words, and photo credits and page furniture between the paragraphs."""
    lowest = len(body) - 1 - _LOOK_ABOVE
    for number in range(len(body) - 2, 0, -1):
        start, end, _, _ = body[number]
        if number > lowest and source.startswith(_INNER_OPENINGS, start) and opens_sign_off(source, start, end):
            found = read_credit(source, start, end)
            if found and found[0].rule == ("credit.source" if source[start] == "S" else "credit.sign-off"):
                credits += found
                del body[number]
                continue
        if end - start > LONGEST_PHOTO_CREDIT:
            continue
        photo = read_photo_credit(source, start, end) if source[end - 1] != "." else None
        if photo is not None:
            credits.append(photo)
            del body[number]
        elif end - start <= _FURNITURE_LENGTH:
            notice = read_notice(source, start, end)
            if notice is not None and notice.kind in _INNER_NOTICES:
                notices.append(notice)
                del body[number]
