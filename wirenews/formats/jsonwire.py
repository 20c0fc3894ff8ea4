"""JSON as it comes: one value, a list, one a line, several behind each other; a broken one costs no other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, TypeAlias

from attrs import frozen

from .cutting import cut_at
from .document import Document
from .markup import read_html
from .story import Found, Story, Unread, stories_of
from .tree import main_parts, paragraphs

Object: TypeAlias = dict[str, Any]

_LINE = re.compile(rb"\n")
# Where another value may begin behind a broken one.
_NEXT = re.compile(r"\n(?=[{\[])|(?<=\})(?=\s*\{)")
_BLANK = re.compile(r"[\s,\ufeff]*+")
# How many values are looked at, where the first are broken, to tell the format.
_LOOKED_AT = 20
# After as many broken values the rest is not looked at.
_MOST_BROKEN = 1000
_MARKUP = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|body|p|div|section|article|h[1-6]|ul|ol|table|br|block)\b", re.I | re.S
)


def text_of(item: Object, *names: str) -> str | None:
    """The first of these properties that is a string with something in it.

    >>> text_of({"by": None, "byline": " ", "author": "Ana Paz"}, "by", "byline", "author")
    'Ana Paz'
    """
    return next((v for n in names if isinstance(v := item.get(n), str) and v.strip()), None)


def dicts(value: Any) -> Iterator[Object]:
    """The objects in a list, or the one object that stands where a list is expected.

    >>> list(dicts([{"a": 1}, None])), list(dicts({"a": 1})), list(dicts("text"))
    ([{'a': 1}], [{'a': 1}], [])
    """
    yield from (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict))


def plain(markup: str) -> str:
    """The text of an HTML fragment, its paragraphs apart by a blank line; where it has several lines, they stay.

    >>> plain("<p>Rain &amp; wind.</p><p>No<br>snow.</p>")
    'Rain & wind.\\n\\nNo\\nsnow.'
    """
    if "<" not in markup and "&" not in markup:
        return markup
    root = read_html(f"<div>{markup}</div>")
    if root is None:
        return ""
    return max(("\n\n".join(paragraphs(part, keep_lines=True)) for part in main_parts(root)), key=len)


def unescaped(text: str) -> str:
    """A text, or what it says when it is markup that was put where text is expected.

    >>> unescaped("<p>Rain &amp; wind.</p>"), unescaped("a <b> & c")
    ('Rain & wind.', 'a <b> & c')
    """
    return plain(text) if _MARKUP.match(text) else text


@frozen
class JsonFormat:
    """A format in JSON: what is an item of it, what unwraps the items of a value, and what reads one."""

    is_item: Callable[[Object], bool]
    read: Callable[[Object], Story | None]
    otherwise: str
    items: Callable[[Any], Iterator[Object]] = dicts

    def holds(self, document: Document) -> bool:
        """Whether the first value of the document has an item of this format."""
        return any(map(self.is_item, self.items(first_value(document))))

    def stories(self, document: Document) -> Iterator[Found]:
        """A story for each item with a text."""
        return stories_of(
            self._found(document), lambda kinds: f"{self.otherwise} ({', '.join(kinds) or 'there is no item'})"
        )

    def _found(self, document: Document) -> Iterator[Found | str]:
        if not _may_be_json(document):
            yield Unread("it cannot be read as JSON")
            return
        for value in values(document):
            if isinstance(value, Unread):
                yield value
                continue
            for item in self.items(value):
                yield self.read(item) or text_of(item, "type") or "an item without a type"


def first_value(document: Document) -> Any:
    """The first value of a document that can be read; ``None`` where none of the first can."""
    return next((value for value in _first_values(document) if not isinstance(value, Unread)), None)


def what_is_broken(document: Document) -> str | None:
    """In words, what is wrong with a document that looks like JSON and is none."""
    first = _first_values(document)
    return first[0].message if first and all(isinstance(value, Unread) for value in first) else None


def _may_be_json(document: Document) -> bool:
    return re.match(r"\{\s*[\"}]|\[\s*[\[{\"\]]", document.head) is not None


def _first_values(document: Document) -> list[Any]:
    """The first value that can be read, behind those that cannot."""
    if not _may_be_json(document):
        return []
    if document.values is None:
        values = _lines(document) if _is_lines(document) else _parsed(document.whole().text, 1)
        first: list[Any] = []
        for value in islice(values, _LOOKED_AT):
            first.append(value)
            if not isinstance(value, Unread):
                break
        document.values = (first, values)
    return document.values[0]


def values(document: Document) -> Iterator[Any]:
    """The values of a document, from the first on; :class:`Unread` in the place of one that is broken."""
    first = _first_values(document)
    return chain(first, document.values[1]) if document.values is not None else iter(first)


def _is_lines(document: Document) -> bool:
    """Whether each line is a value of its own: the first is, or else the second, if the first does not go on in it."""
    lines = [line.strip(b",\r\n \xef\xbb\xbf") for line in document.start_lines(2)]
    if len(lines) < 2 or isinstance(_parse(lines[0]), dict):
        return len(lines) == 2
    return (lines[0] == b"[" or not _goes_on(lines[0])) and isinstance(_parse(lines[1]), dict)


def _goes_on(line: bytes) -> bool:
    """Whether a value that a line begins is sound as far as it goes, and not at its end."""
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return error.pos >= len(error.doc) and not error.msg.startswith("Unterminated string")
    except (ValueError, RecursionError):
        pass
    return False


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _lines(document: Document) -> Iterator[Any]:
    """The values of JSON lines; a line is read as soon as it is there."""
    for number, line in enumerate(cut_at(document.chunks(), _LINE, document.limit), 1):
        # Each line but the first has the end of the one above in front.
        yield from _parsed(document.decoded(line).text, max(1, number - 1))


def _parsed(text: str, line: int) -> Iterator[Any]:
    """The values in a text; where one is broken, what is wrong, and the values behind it."""
    decoder, at, broken = json.JSONDecoder(), 0, 0
    while (at := _after_blank(text, at)) < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Unread(_complaint(error, text, at, line))
            broken += 1
            following = _NEXT.search(text, at + 1) if broken < _MOST_BROKEN else None
            at = following.end() if following is not None else len(text)
        else:
            yield value


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank is not None else at


def _complaint(error: Exception, text: str, at: int, line: int) -> str:
    if isinstance(error, RecursionError):
        return f"this JSON is nested too deeply (line {line + text.count(chr(10), 0, at)})"
    if not isinstance(error, json.JSONDecodeError):
        return f"this JSON has a number of too many digits (line {line + text.count(chr(10), 0, at)})"
    where = f"line {line + text.count(chr(10), 0, error.pos)}"
    ends = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    if ends:
        return f"this looks like JSON but ends early, line {line + text.rstrip().count(chr(10))}"
    column = error.pos - text.rfind(chr(10), 0, error.pos)
    return f"this looks like JSON but is none, {where}, column {column}: {error.msg}"
