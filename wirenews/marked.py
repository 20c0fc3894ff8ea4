"""A story as one looks at it: the source with every piece marked, and beside it what each piece gave.

The HTML needs no script. What a piece says of itself is what :meth:`wirenews.Article.explain` shows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple
from zlib import crc32

from .explain import values_of
from .kinds import SegmentKind
from .text.markup import escape
from .text.patterns import plain_pattern

_FILES = Path(__file__).parent / "export"
_TITLE_LENGTH = 90
_LONE_RETURN = plain_pattern("\r(?!\n)")
_LANGUAGE = plain_pattern("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def fragment(articles: Iterable[Any]) -> str:
    """The stories as one fragment of HTML, whose style touches nothing else of the page that it is put into."""
    stories = "".join(_story(number, article) for number, article in enumerate(articles, 1))
    return f'<div class="wirenews"><style>{file("story.css")}</style>\n{stories}</div>'


@cache
def file(name: str) -> str:
    """A file of the pages: a template, a style or a script."""
    return (_FILES / name).read_text(encoding="utf-8")


def title_of(article: Any) -> str:
    """What to call a story: its headline, else how its body or its source begins; "Empty story" where nothing is."""
    pieces = (article.headline, *article.paragraphs[:1])
    text = next((piece.text for piece in pieces if piece is not None), article.source[: 10 * _TITLE_LENGTH])
    words = " ".join(text.replace("\0", " ").split()) or "Empty story"
    return words if len(words) <= _TITLE_LENGTH else f"{words[: _TITLE_LENGTH - 1].rstrip()}…"


def printed_place(place: Any) -> str:
    """A place as people write it: "Dayton, Ohio, US"."""
    return ", ".join(filter(None, (place.name, place.region, place.country)))


class Note(NamedTuple):
    """What a piece says of itself: what it is, where it stands, its rule, and the values that it gave, by name."""

    kind: SegmentKind
    where: str
    rule: str
    values: tuple[tuple[str, str], ...]


class Marked(NamedTuple):
    """A source cut into stretches, each with the number of the note that belongs to it; a gap has none."""

    stretches: list[tuple[int, int, int | None]]
    notes: list[Note]


def marked(article: Any) -> Marked:
    """The stretches of a story's source and the notes on its pieces, both in the order of the source."""
    cut = list(article._cut())
    pieces = {id(piece): (segment.kind, piece) for segment, piece in cut if piece is not None}
    numbers = {key: number for number, key in enumerate(pieces)}
    return Marked(
        [(segment.start, segment.end, numbers.get(id(piece))) for segment, piece in cut],
        [Note(kind, f"{p.start}–{p.end}", p.rule, tuple(values_of(p))) for kind, p in pieces.values()],
    )


def _story(number: int, article: Any) -> str:
    key = f"wn-{crc32(article.source.encode('utf-8', 'surrogatepass')):x}-{number}"
    stretches, notes = marked(article)
    language = article.language
    return Template(file("story.html")).substitute(
        key=key,
        title=_shown(title_of(article)),
        answers="".join(f"<div><dt>{name}</dt> <dd>{_shown(value)}</dd></div>" for name, value in _answers(article)),
        legend="".join(_legend(notes)),
        language=f' lang="{language}"' if language is not None and _LANGUAGE.fullmatch(language) else "",
        source="".join(_marks(key, article, stretches, notes)),
        notes="".join(_note(f"{key}-{number}", note) for number, note in enumerate(notes)),
        defects="".join(map(_defect, article.defects)),
    )


def _answers(article: Any) -> Iterator[tuple[str, str]]:
    """What most people ask of a story, by name."""
    if article.agency is not None:
        yield "agency", article.agency.name
    if article.dateline is not None and article.dateline.places:
        yield "filed in", printed_place(article.dateline.places[0])
    if article.date is not None:
        yield "on", article.date.isoformat()
    if article.language is not None:
        yield "language", article.language


def _legend(notes: list[Note]) -> Iterator[str]:
    for kind, number in Counter(note.kind for note in notes).items():
        yield f'<li class="wn-{kind}">{kind}{f" × {number}" if number > 1 else ""}</li>'


def _marks(key: str, article: Any, stretches: list[tuple[int, int, int | None]], notes: list[Note]) -> Iterator[str]:
    """The source, each stretch of a piece in a mark; a note that several stretches share is named by the first."""
    flaws = _Flaws.of(article.defects)
    named: set[int] = set()
    for start, end, number in stretches:
        shown = "".join(flaws.shown(article.source, start, end))
        if number is None:
            yield shown
            continue
        note = notes[number]
        said = "\n".join([f"{note.kind} · {note.rule}", *(f"{name}: {value}" for name, value in note.values)])
        name = "" if number in named else f' id="{key}-{number}"'
        named |= {number}
        yield (
            f'<mark class="wn-{note.kind}"{name} tabindex="0" aria-describedby="{key}-{number}-note" '
            f'data-note="{_shown(said)}">{shown}</mark>'
        )


def _note(key: str, note: Note) -> str:
    """What a piece gave, under its name, which leads to the piece."""
    values = "".join(f"<div><dt>{_shown(name)}</dt> <dd>{_shown(value)}</dd></div>" for name, value in note.values)
    return (
        f'<li class="wn-{note.kind}" id="{key}-note"><a href="#{key}">{note.kind}</a> <code>{_shown(note.rule)}</code> '
        f"<small>{note.where}</small>{f'<dl>{values}</dl>' if values else ''}</li>"
    )


def _defect(defect: Any) -> str:
    return (
        f'<li class="wn-defect"><b>{_shown(defect.code)}</b> <small>{defect.start}–{defect.end}</small>'
        f"<p>{_shown(defect.message)}</p></li>"
    )


class _Flaws(NamedTuple):
    """Where a source is damaged: the edges of stretches that do not overlap, beginnings and ends by turns."""

    edges: list[int]

    @classmethod
    def of(cls, defects: Iterable[Any]) -> _Flaws:
        edges: list[int] = []
        for start, end in sorted((defect.start, defect.end) for defect in defects if defect.start < defect.end):
            if edges and start <= edges[-1]:
                edges[-1] = max(end, edges[-1])
            else:
                edges += (start, end)
        return cls(edges)

    def shown(self, source: str, start: int, end: int) -> Iterator[str]:
        """A stretch of the source in HTML, with what is damaged in it set apart."""
        first, last = bisect_right(self.edges, start), bisect_left(self.edges, end)
        for number, (left, right) in enumerate(pairwise([start, *self.edges[first:last], end]), first):
            shown = _shown(source[left:right])
            yield f'<span class="wn-flaw">{shown}</span>' if number % 2 else shown


def _shown(text: str) -> str:
    """The text in HTML, so that a browser has the same characters again.

    A carriage return would become a line feed there, if it stood for itself. NUL and halves of characters of UTF-16
    cannot stand in HTML at all: U+FFFD shows where they were.
    """
    escaped = escape(text).replace("\0", "\ufffd")
    return _LONE_RETURN.sub("&#13;<br>", escaped).replace("\r\n", "&#13;\n") if "\r" in escaped else escaped
