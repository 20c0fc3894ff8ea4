"""The text as all readers see it: one kind of blank, one line end, no marks without width, letters composed.

A story comes with no-break spaces, bare carriage returns, marks of direction, accents apart from their letters. Who
reads it should not have to know: :func:`plain` takes all that away once, at the door, and remembers where each
character stood.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

import attrs

from .patterns import pattern

# White space of other widths, and what `str.splitlines` takes for a line end, each as the usual one.
_BLANKS = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_USUAL = dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_LINE_ENDS, "\n")
# What is no text: the control characters of a wire (SOH, STX, ETX ...), marks of direction, marks without width,
# and hyphens that show only where a line is broken.
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_DROPPED = frozenset(
    map(chr, {*range(0x20), *range(0x7F, 0xA0), 0x00AD, 0x200B, 0x2060, 0xFEFF, *_DIRECTIONS} - {0x09, 0x0A})
)
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"
_SHORT = 100  # below this, looking at each character is faster than deleting them

# A letter that may change when it is composed, with all its accents; the parts of a Korean syllable.
_COMPOSED = pattern(r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\p{ASCII}\p{M}++|\P{ASCII}\p{M}*+")
# Nobody writes more accents on a letter; to sort thousands of them would take too long.
_MOST_ACCENTS = 30


class _Piece(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_Piece)


class Spread(NamedTuple):
    """Where the characters of a plain text stand in the text that it was made of."""

    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of ``text[start:end]``."""
        first = self.starts[start]
        return first, max(first, self.ends[end - 1]) if end > start else first

    def moved(self, piece: _Placed) -> _Placed:
        """A piece of the text with its place in the source."""
        start, end = self.place(piece.start, piece.end)
        return attrs.evolve(piece, start=start, end=end)  # type: ignore[misc]


def plain(source: str) -> tuple[str, Spread | None]:
    """The plain text of a source, and where its characters stand there; ``None`` where each stands in its own place.

    >>> text, spread = plain("NEW Y\\u200eK,\\u00a0May\\u2028")
    >>> text, spread.place(4, 6)
    ('NEW YK, May\\n', (4, 7))
    >>> plain("Oslo")
    ('Oslo', None)
    """
    if _is_plain(source):
        return source, None
    text = source.replace("\r\n", " \n")
    for sign, usual in _USUAL.items():  # in a long text ten times as fast as str.translate
        text = text.replace(sign, usual)
    dropped = _may_hold_dropped(text) and not _DROPPED.isdisjoint(text)
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not dropped:
        return text, None
    kept = [at for at, sign in enumerate(text) if sign not in _DROPPED] if dropped else range(len(text))
    text = "".join([text[at] for at in kept]) if dropped else text
    spread = Spread([*kept, len(source)], [at + 1 for at in kept])
    return (text, spread) if composed else _compose(text, spread)


def plain_text(source: str) -> str:
    """The plain text of a source whose places nobody asks for.

    >>> plain_text("Cafe\\u0301\\u00a0Lisboa") == "Café Lisboa"
    True
    """
    return plain(source)[0]


def _is_plain(text: str) -> bool:
    """Whether nothing is to be done to a text: a test in C, since most texts pass."""
    if len(text) > _SHORT and text.isascii():
        return not text.encode().translate(None, _PLAIN)
    return not _may_hold_dropped(text) and unicodedata.is_normalized("NFC", text)


def _may_hold_dropped(text: str) -> bool:
    """Whether a text has characters that are not printed, line ends and tabs apart."""
    return not text.replace("\n", "").replace("\t", "").isprintable()


def _compose(text: str, spread: Spread) -> tuple[str, Spread]:
    """The text with its letters composed; of what one letter becomes, the first character has the letter's place."""
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for letter in _COMPOSED.finditer(text):
        begin, end = letter.span()
        composed = unicodedata.normalize("NFC", letter[0]) if end - begin <= _MOST_ACCENTS else letter[0]
        if composed == letter[0]:
            continue
        shown += (text[at:begin], composed)
        starts += (*spread.starts[at : begin + 1], *[spread.starts[end]] * (len(composed) - 1))
        ends += (*spread.ends[at:begin], *[spread.ends[end - 1]] * len(composed))
        at = end
    shown.append(text[at:])
    return "".join(shown), Spread([*starts, *spread.starts[at:]], [*ends, *spread.ends[at:]])


# Brackets, each with the one that closes it; and the other way round.
BRACKETS = {
    "(": ")", "[": "]", "{": "}", "<": ">", "（": "）", "［": "］", "【": "】", "〔": "〕", "＜": "＞", "〈": "〉",
}  # fmt: skip
OPENING_OF = {closing: opening for opening, closing in BRACKETS.items()}
OPENING_BRACKETS = "".join(BRACKETS)
CLOSING_BRACKETS = "".join(OPENING_OF)
# What stands round a name or between the words of a header line and belongs to neither.
ORNAMENTS = " \t\n-‐‑‒–—―_=~*|/.,;:：，。、·•#>"
# What stands round a line that is a credit and nothing else.
AROUND = ORNAMENTS + OPENING_BRACKETS + CLOSING_BRACKETS + "!"
# From here on the letters of Chinese, Japanese and Korean: a syllable or a word each, without blanks between them.
EAST_ASIA = "\u2e80"
# What sentences end with in the scripts of the wires, and what may stand behind that.
SENTENCE_ENDS = ".?!…。？！।۔॥؟"
CLOSING_QUOTES = "\"'”’»」』"
# The last sign of a paragraph of sentences; an apostrophe is none.
PARAGRAPH_ENDS = SENTENCE_ENDS + '"”»」'
# What may stand last in a sentence, with the quotation mark or the bracket that closes behind it.
CLOSED_SENTENCE_ENDS = frozenset(SENTENCE_ENDS + CLOSING_QUOTES + ")")
QUOTES = CLOSING_QUOTES + "`“‘„«「『"
QUOTATION_MARKS = '"“”„«»'
