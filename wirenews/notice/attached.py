"""Notices at the head or at the end of a paragraph."""

from __future__ import annotations

import string
from functools import cache

import regex

from ..article import Notice
from ..text.characters import BRACKETS, CLOSED_SENTENCE_ENDS, CLOSING_BRACKETS, OPENING_OF
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule
from .read import LONGEST, closing_bracket, read_notice
from .shapes import LONGEST_CONTACT, table

RULES = (
    Rule(
        "notice.source-tag",
        "What a monitoring service says of the text behind it: a known tag in square brackets, and beside it others in "
        "capitals.",
        "[SPEECH] [GARCIA] [TEXT] Rain fell.",
    ),
    Rule(
        "notice.weather",
        "The weather where a newspaper's story was filed.",
        "Clear/43 degrees - Rain fell.",
    ),
)


def leading_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice in brackets at the head of a block, before its byline, dateline or lead.

    >>> line = "(Corrects paragraph 7 to show the date) HAVANA (Reuters) - Cuba said"
    >>> notice = leading_notice(line, 0, len(line))
    >>> line[notice.start : notice.end]
    '(Corrects paragraph 7 to show the date)'

    A mark of a word or two belongs to the headline that it stands before:

    >>> leading_notice("(CORRECTED) - BANK RAISES RATE", 0, 30) is None
    True
    """
    if start >= end or source[start] not in BRACKETS:
        return None
    close = closing_bracket(source, start, min(end, start + LONGEST))
    if close is None or close + 1 >= end:
        return None
    notice = read_notice(source, start, close + 1)
    if notice is None or notice.text.count(" ") < 2:
        return None
    return notice


# -- behind the dateline ---------------------------------------------------------------------------


def source_tags(source: str, start: int, end: int) -> Notice | None:
    """What a monitoring service says, behind the dateline, of the text that follows: ``[SPEECH] [GARCIA] [TEXT]``.

    One of the brackets must be a known tag; beside it, words in capitals are the speaker or the broadcaster.

    >>> line = "[REPORT] [RADIO CENTRAL] [TEXT] Rain fell."
    >>> tags = source_tags(line, 0, len(line))
    >>> line[tags.start : tags.end]
    '[REPORT] [RADIO CENTRAL] [TEXT]'
    >>> source_tags("[He] said so.", 0, 13) is None
    True
    """
    weather = _weather().match(source, start, end) if _may_be_weather(source, start) else None
    if weather is not None:
        return Notice(start, weather.end(), clean(source, start, weather.end()), "notice.weather", kind="furniture")
    stop, tagged = start, False
    while (tag := _TAG.match(source, stop, end)) is not None:
        known = tag["words"].casefold().startswith(_known_tags())
        if not known and not tag["words"].isupper():
            break
        stop, tagged = tag.end(), tagged or known
    if not tagged:
        return None
    begin = source.index("[", start)
    return Notice(begin, stop, clean(source, begin, stop), "notice.source-tag", kind="source tag")


_WEATHER_WITHIN = 24
_TAG = plain_pattern(r"\s*\[(?P<words>[^\[\]]{1,250})\]")


def _may_be_weather(source: str, start: int) -> bool:
    """Whether there is a slash where the weather has one."""
    return source.find("/", start, start + _WEATHER_WITHIN) >= 0


@cache
def _weather() -> regex.Pattern[str]:
    return regex.compile(table("source_tag")["weather"])


@cache
def _known_tags() -> tuple[str, ...]:
    return tuple(map(str.casefold, table("source_tag")["words"]))


# -- behind the last sentence ----------------------------------------------------------------------

# Kinds that may follow words that are no sentence: a table, a list of shares.
_ANYWHERE = frozenset(("contact", "copyright", "correction"))
_FARTHEST = 700
_FARTHEST_SIGN = 300
_LONGEST_LINE = 24
_LONGEST_ADDRESS = 30
_LONGEST_END_MARK = 12


def closing_notice(source: str, start: int, end: int) -> Notice | None:
    """The notice glued to the end of a block, after its last sentence; the longest, where several nest.

    >>> line = "It gave no details. ($1=119 yen)"
    >>> notice = closing_notice(line, 0, len(line))
    >>> line[notice.start : notice.end]
    '($1=119 yen)'
    """
    low = max(start + 1, end - _FARTHEST)
    for begin in _beginnings(source, low, end):
        notice = read_notice(source, begin, end)
        if notice is not None and (notice.kind in _ANYWHERE or _ends_sentence(source, start, begin)):
            return notice
    return None


def closes_notice(word: str) -> bool:
    """Whether a word in small letters may be the last of a notice that is glued to a paragraph.

    >>> closes_notice("reserved"), closes_notice("enditem"), closes_notice("rain")
    (True, True, False)
    """
    return word in _last_words()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(table("last_words"))


def _ends_sentence(source: str, start: int, end: int) -> bool:
    return source[max(start, end - 8) : end].rstrip(" *_-–—\n\t")[-1:] in CLOSED_SENTENCE_ENDS


def _beginnings(source: str, low: int, end: int) -> list[int]:
    """Where a notice that runs to the end of the block may begin."""
    found = [find(source, low, end) for find in (_bracket, _last_line, _address, _dashes, _end_mark)]
    return sorted({*_signs(source, low, end), *[at for at in found if at is not None]})


def _signs(source: str, start: int, end: int) -> set[int]:
    """Where the last signs stand with which a notice begins."""
    near = max(start, end - _FARTHEST_SIGN)
    tail = source[near:end]
    return {near + tail.rfind(sign) for sign in table("glued")["signs"] if sign in tail}


def _bracket(source: str, low: int, end: int) -> int | None:
    """Where the bracket opens that closes at the end."""
    last = low + len(source[low:end].rstrip(".,; ")) - 1
    if last <= low or source[last] not in CLOSING_BRACKETS:
        return None
    closing, depth = source[last], 0
    opening = OPENING_OF[closing]
    at = source.rfind(opening, low, last)
    while at >= 0:
        depth += source.count(closing, at, last + 1) - 1
        if not depth:
            return at
        last = at - 1
        at = source.rfind(opening, low, at)
    return None


def _last_line(source: str, low: int, end: int) -> int | None:
    """Where the last line begins, when it is short."""
    line = source.rfind("\n", max(low, end - _LONGEST_LINE), end)
    return line + 1 if line >= 0 else None


def _address(source: str, low: int, end: int) -> int | None:
    """Where the e-mail address begins that ends a text, behind a whole sentence."""
    sign = source.rfind("@", max(low, end - _LONGEST_ADDRESS), end)
    if sign < 0:
        return None
    before = source[low:sign]
    name = before[len(before.rstrip(_IN_ADDRESSES)) :].lstrip(".")
    return sign - len(name) if _ends_sentence(source, low, sign - len(name)) else None


_IN_ADDRESSES = string.ascii_letters + string.digits + "._+-"


def _dashes(source: str, low: int, end: int) -> int | None:
    """Where the last two dashes or more stand that may open a contact."""
    at = source.rfind("--", max(low, end - LONGEST_CONTACT), end)
    return low + len(source[low:at].rstrip("-")) if at >= 0 else None


def _end_mark(source: str, low: int, end: int) -> int | None:
    """Where the last word begins, when it is an end mark after a whole sentence: ``... he said. Enditem``."""
    at = source.rfind(" ", max(low, end - _LONGEST_END_MARK), end)
    if at < 0 or not _ends_sentence(source, low, at):
        return None
    notice = read_notice(source, at + 1, end)
    return at + 1 if notice is not None and notice.kind == "end mark" else None
