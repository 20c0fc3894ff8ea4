"""Streams of bytes cut into items, one at a time: elements, JSON values, messages. Nothing else is held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_TOO_LARGE = "an item has more than {:,} bytes: give a higher limit to have it read"


class Cut(NamedTuple):
    """An item, where it begins (its line and column, from 0 on), and what stood in front of the first of a stream."""

    data: bytes
    line: int = 0
    column: int = 0
    before: bytes = b""
    is_nested: bool = False


def cut_at(chunks: Iterable[bytes], start: re.Pattern[bytes], limit: int) -> Iterator[bytes]:
    """What stands before the first match, then from each match to the next.

    A match must not be longer than a line: up to 200 bytes at the end of a chunk are looked at again.

    >>> list(cut_at([b"head #on", b"e ", b"#two"], re.compile(b"#"), 100))
    [b'head ', b'#one ', b'#two']
    """
    held, begun, looked = b"", 0, 0
    for chunk in chunks:
        held, looked, begun = held[begun:] + chunk, looked - begun, 0
        while (found := start.search(held, looked)) is not None and found.end() < len(held):
            if found.start() > begun:
                _check(found.start() - begun, limit)
                yield held[begun : found.start()]
            begun, looked = found.start(), found.end()
        looked = max(looked, len(held) - 200)
        _check(len(held) - begun, limit)
    found = start.search(held, looked)
    if found is not None and found.start() > begun:
        yield held[begun : found.start()]
        begun = found.start()
    if held[begun:]:
        yield held[begun:]


def cut_elements(chunks: Iterable[bytes], names: Iterable[str], limit: int) -> Iterator[Cut]:
    """The outermost elements of these names; one that is not closed ends where another document begins, or at the end.

    >>> feed = b"<feed><entry>1</entry> <!-- <entry> --><entry>2 <?xml version='1.0'?><entry/>"
    >>> [cut.data for cut in cut_elements([feed], ["entry"], 100)]
    [b'<entry>1</entry>', b'<entry>2 ', b'<entry/>']
    """
    cutter = _Elements(names, limit)
    for chunk in chunks:
        yield from cutter.feed(chunk)
    yield from cutter.feed(None)


class _Elements:
    """The state of :func:`cut_elements`: what is held, how far it was looked at, how deep that is inside an item."""

    def __init__(self, names: Iterable[str], limit: int) -> None:
        wanted = b"|".join(re.escape(name.encode()) for name in names)
        tag = rb"(?P<close>/?)(?:[\w.-]{1,40}:)?(?:%s)(?=[\s/>])[^<>]*>" % wanted
        opaque, document = rb"(?P<opaque>!--|!\[CDATA\[)", rb"(?P<document>\?xml\s|!DOCTYPE\s)"
        # One sign in front of all: the search is for this then.
        self._mark = re.compile(rb"<(?:%s|%s|%s)" % (opaque, document, tag), re.I)
        self._limit = limit
        self._held = b""
        # Chunks that are not looked at yet: where an item is long they are gathered.
        self._waiting: list[bytes] = []
        self._at = self._depth = self._start = 0
        self._is_first, self._is_nested = True, False
        # A place in what is held, its line and its column.
        self._counted = (0, 0, 0)
        # From where on there is no end of a comment, and none of a section.
        self._endless: dict[bytes, int] = {}

    def feed(self, chunk: bytes | None) -> Iterator[Cut]:
        """The items that end in this chunk; ``None`` is the end of the stream."""
        self._waiting.append(chunk or b"")
        if chunk is not None and sum(map(len, self._waiting)) < len(self._held) // 2:
            return
        self._take(b"".join(self._waiting))
        self._waiting = []
        while (mark := self._mark.search(self._held, self._at)) is not None:
            if mark["opaque"] and not self._skip(mark, is_end=chunk is None):
                return
            if mark["document"]:
                if self._depth:
                    yield self._cut(mark.start())
                self._at = mark.end()
            elif not mark["opaque"]:
                self._at = mark.end()
                if self._closes(mark):
                    yield self._cut(mark.end())
        self._at = max(self._at, self._held.rfind(b"<"))
        if chunk is None and self._depth:
            yield self._cut(len(self._held))
        _check(len(self._held) - (self._start if self._depth else self._at), self._limit)

    def _take(self, chunk: bytes) -> None:
        """Hold what is begun and not yet cut, and the chunk; before the first item, all of it."""
        begun = 0 if self._is_first else self._start if self._depth else self._at
        line, column = self._place(begun)
        self._counted = (0, line, column)
        self._held = self._held[begun:] + chunk
        self._at -= begun
        self._start -= begun
        self._endless = {}

    def _skip(self, mark: re.Match[bytes], *, is_end: bool) -> bool:
        """Go past a comment or a CDATA section; ``False`` when its end is still to come."""
        end = b"-->" if mark[0] == b"<!--" else b"]]>"
        is_endless = mark.end() >= self._endless.get(end, len(self._held) + 1)
        found = -1 if is_endless else self._held.find(end, mark.end())
        if found < 0 and not is_end:
            self._at = mark.start()
            return False
        if found < 0:
            self._endless[end] = min(mark.end(), self._endless.get(end, mark.end()))
        self._at = mark.end() if found < 0 else found + len(end)
        return True

    def _closes(self, mark: re.Match[bytes]) -> bool:
        """Whether an item ends with this tag."""
        is_empty = mark[0].endswith(b"/>")
        if mark["close"]:
            self._depth -= 1
            if self._depth < 0:
                self._depth = 0
                return False
            return self._depth == 0
        if self._depth == 0:
            self._start = mark.start()
            self._is_nested = False
        else:
            self._is_nested = True
        self._depth += not is_empty
        return self._depth == 0

    def _cut(self, end: int) -> Cut:
        """The item that ends here."""
        _check(end - self._start, self._limit)
        before = self._held[: self._start] if self._is_first else b""
        self._is_first, self._depth = False, 0
        return Cut(self._held[self._start : end], *self._place(self._start), before, self._is_nested)

    def _place(self, at: int) -> tuple[int, int]:
        """The line and the column of a place in what is held."""
        counted, lines, column = self._counted
        new = self._held.count(b"\n", counted, at)
        column = at - self._held.rfind(b"\n", counted, at) - 1 if new else column + at - counted
        self._counted = (at, lines + new, column)
        return lines + new, column


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise ValueError(_TOO_LARGE.format(limit))
