"""Which texts run the same copy: a story's fingerprint, and the pairs of a corpus that share one.

A fingerprint is a sample of the runs of six words in a story's body. Two papers that print the same agency story cut
it, change a word here and there and add lines of their own; most of what is left of the sample is then in both.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

import attrs

from .arguments import wrong_type
from .article import Article
from .parser import parse
from .text.patterns import pattern

_Key = TypeVar("_Key", bound=Hashable)

_SHINGLE = 6  # words
_ONE_IN = 8
_WORD = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|[\p{L}\p{M}\p{N}]++")
_MASK = (1 << 64) - 1
# Odd multipliers: the first of a polynomial over the words of a shingle, the second to spread it over 64 bits.
_BASE = 0x9E3779B97F4A7C15
_SPREAD = 0xD6E8FEB86659FD93
_KEPT_BELOW = (1 << 64) // _ONE_IN
_LEAVES = pow(_BASE, _SHINGLE, 1 << 64)
# Fewer shared shingles than this are chance, or a sentence that both quote.
_LEAST_SHARED = 5
# A shingle of more texts than this is a phrase of a wire ("the company said in a statement on") or of a page.
_MOST_TEXTS = 200


@attrs.frozen
class Fingerprint:
    """A sample of the six-word shingles of a story's body, as 64-bit hashes that are the same on every machine.

    One shingle in eight is kept, always the same ones, so two fingerprints can be compared hash by hash. ``hashes`` are
    sorted and each there once; a body of under six words has none.

    >>> from wirenews import fingerprint
    >>> story = "Rain fell on the harbour for the ninth day in a row, and the ferry to the islands stayed in port. " * 3
    >>> fingerprint(story) == Fingerprint.from_bytes(bytes(fingerprint(story)))
    True
    """

    hashes: tuple[int, ...]

    def containment(self, other: Fingerprint) -> float:
        """The share of this fingerprint that is in the other one, from 0 to 1; 0 where this one has no hash.

        >>> Fingerprint((1, 2, 3, 4)).containment(Fingerprint((2, 3, 4, 5, 6, 7)))
        0.75
        """
        if not isinstance(other, Fingerprint):
            raise wrong_type("other", "a Fingerprint", other, "pass what wirenews.fingerprint gave")
        return len({*self.hashes} & {*other.hashes}) / len(self.hashes) if self.hashes else 0.0

    def __bytes__(self) -> bytes:
        """The hashes, eight bytes each, little-endian."""
        return struct.pack(f"<{len(self.hashes)}Q", *self.hashes)

    @classmethod
    def from_bytes(cls, packed: bytes) -> Fingerprint:
        """The fingerprint that ``bytes(fingerprint)`` gave; :class:`ValueError` where it cannot have been one."""
        if len(packed) % 8:
            raise ValueError(f"a hash has eight bytes, got {len(packed)}: pass what bytes(fingerprint) gave")
        return cls(struct.unpack(f"<{len(packed) // 8}Q", packed))


def fingerprint(source: Article | str) -> Fingerprint:
    """The fingerprint of a story's body, without dateline, credits and notices, which every house prints its own way.

    A text is parsed first. Case, punctuation and paragraphs do not count; in scripts that leave no blanks between
    words a character is a word.

    >>> told = "The city will raise its harbour dues by four percent next year to pay for two quays, it said on Friday."
    >>> wire = fingerprint(f"LISBON, Feb 26 (Reuters) - {told}\\n\\n(Reporting by Nora Fielding)")
    >>> paper = fingerprint(f"Dues to rise\\n\\nBy Agencies\\n\\nLisbon: {told}")
    >>> wire.containment(paper)
    1.0
    """
    if isinstance(source, str):
        source = parse(source)
    elif not isinstance(source, Article):
        raise wrong_type("source", "an Article or a str", source, "pass what wirenews.parse gave, or a story's text")
    return Fingerprint(tuple(sorted(set(_kept(source.body.casefold())))))


def _kept(text: str) -> Iterator[int]:
    """The hashes of the sample."""
    words = [zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1 for word in _WORD.findall(text)]
    rolling = 0
    for at, word in enumerate(words):
        leaves = words[at - _SHINGLE] * _LEAVES if at >= _SHINGLE else 0
        rolling = (rolling * _BASE + word - leaves) & _MASK
        spread = (rolling ^ rolling >> 32) * _SPREAD & _MASK
        if spread < _KEPT_BELOW and at >= _SHINGLE - 1:
            yield spread


def find_copies(items: Iterable[tuple[_Key, Fingerprint]], *, at: float = 0.5) -> Iterator[tuple[_Key, _Key, float]]:
    """The pairs that run the same copy: two keys, and the share of the shorter fingerprint that is in the other one.

    ``items`` are pairs of a key and a fingerprint, all of them read before the first pair comes; ``at`` is the least
    share. Of each pair the key that came first stands first. A hash counts the less for the share the more items have
    it (by the root of their number), so that the furniture of a paper makes no copies; one that over 200 items have is
    left out, so that the time grows with the corpus and not with its square. A pair shares five hashes at least, which
    a brief of under some fifty words has not.

    >>> story = " ".join(f"word{n}" for n in range(200))
    >>> texts = {"wire": story, "paper": story[:900], "other": story.replace("word", "term")}
    >>> list(find_copies((name, fingerprint(text)) for name, text in texts.items()))
    [('wire', 'paper', 1.0)]
    """
    if not 0 < at <= 1:
        raise ValueError(f"at must be over 0 and at most 1, got {at!r}: pass the least share, such as 0.5")
    listed = [(key, made.hashes) for key, made in items]
    spread = Counter(hash for _, hashes in listed for hash in hashes)
    weights = {hash: number**-0.5 for hash, number in spread.items() if number <= _MOST_TEXTS}
    whole = [sum(weights.get(hash, 0.0) for hash in hashes) for _, hashes in listed]
    for first, second, shared in _sharing([[hash for hash in hashes if hash in weights] for _, hashes in listed]):
        share = sum(map(weights.__getitem__, shared)) / min(whole[first], whole[second])
        if share >= at:
            yield listed[first][0], listed[second][0], min(share, 1.0)


def _sharing(rows: list[list[int]]) -> Iterator[tuple[int, int, list[int]]]:
    """The pairs of rows that share enough hashes, and these."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        shared: defaultdict[int, list[int]] = defaultdict(list)
        for hash in row:
            for other in holders[hash]:
                shared[other].append(hash)
            holders[hash].append(number)
        yield from ((other, number, found) for other, found in shared.items() if len(found) >= _LEAST_SHARED)
