"""A story for a person to read on a terminal: a line for each thing known about it, then its paragraphs."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator

import attrs

from ..article import Agency, Article, Attribution, Dateline

_LABEL = 10
_NARROWEST, _WIDEST = 40, 100
_COLOURS = {"headline": "1", "agency": "1;36", "dateline": "36", "date": "36", "defect": "1;31", "file": "2"}
_DIM = "2"
# What would move the cursor or change colours: a story may have it in its text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@attrs.frozen
class Look:
    """How wide a view is, and whether it has colours."""

    width: int
    has_colours: bool = False

    def coloured(self, text: str, code: str) -> str:
        """The text in a colour, where there are colours.

        >>> Look(80, has_colours=True).coloured("rain", "1"), Look(80).coloured("rain", "1")
        ('\\x1b[1mrain\\x1b[0m', 'rain')
        """
        return f"\033[{code}m{text}\033[0m" if self.has_colours else text


def look_of_terminal() -> Look:
    """The width of the terminal; colours where standard output is one and ``NO_COLOR`` is not set."""
    columns = shutil.get_terminal_size((80, 24)).columns
    has_colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(min(max(columns, _NARROWEST), _WIDEST), has_colours)


def describe(article: Article, *, look: Look, fields: tuple[str, ...] = ()) -> str:
    """The story for a person to read; of ``fields``, columns of its row, only these."""
    if fields:
        return "\n".join(_rows(article, fields, look))
    lines = [_labelled(label, text, look) for label, text in _facts(article)]
    if article.paragraphs:
        lines.append("")
    lines += [_numbered(number, piece.text, look) for number, piece in enumerate(article.paragraphs, 1)]
    after = [_labelled(label, text, look) for label, text in _rest(article)]
    return "\n".join([*lines, *([""] if after else []), *after])


def _rows(article: Article, fields: tuple[str, ...], look: Look) -> Iterator[str]:
    row = article.record()
    for name in fields:
        if name in row:
            value = row[name]  # type: ignore[literal-required]
            yield _labelled(name, "; ".join(value) if isinstance(value, list) else str(value or ""), look)


def _facts(article: Article) -> Iterator[tuple[str, str]]:
    if article.format != "text":
        yield "format", article.format
    if article.headline:
        yield "headline", article.headline.text
    if article.deck:
        yield "deck", article.deck.text
    if article.byline:
        yield "byline", _attribution(article.byline)
    if article.dateline:
        yield "dateline", _dateline(article.dateline)
    if article.date:
        yield "date", article.date.isoformat()
    if article.agency:
        yield "agency", agency_in_words(article.agency)
    if article.language:
        yield "language", article.language
    for field in article.fields:
        yield "field", f"{field.name}: {field.value}"


def _rest(article: Article) -> Iterator[tuple[str, str]]:
    for caption in article.captions:
        yield "caption", caption.text
    for credit in article.credits:
        yield "credit", _attribution(credit)
    for notice in article.notices:
        yield "notice", f"{notice.text} [{notice.kind}]"
    for defect in article.defects:
        yield "defect", f"{defect.message} [{defect.code}, at {defect.start}-{defect.end}]"


def agency_in_words(agency: Agency) -> str:
    """The name of an agency and its id."""
    return f"{agency.name} ({agency.id})" if agency.id else f"{agency.name} (not in the registry)"


def _dateline(dateline: Dateline) -> str:
    parts = [", ".join(filter(None, (place.name, place.region, place.country))) for place in dateline.places]
    if dateline.date:
        filled = f" ({', '.join(dateline.date.inferred)} inferred)" if dateline.date.inferred else ""
        parts.append(dateline.date.isoformat() + filled)
    return f"{dateline.text} [{'; '.join(parts)}]" if parts else dateline.text


def _attribution(attribution: Attribution) -> str:
    named = [person.name for person in attribution.people] + [a.id or a.name for a in attribution.agencies]
    role = "" if attribution.role == "byline" else f"{attribution.role}: "
    return f"{attribution.text} [{role}{', '.join(named) or 'nobody named'}]"


def _labelled(label: str, text: str, look: Look) -> str:
    """A label, and beside it its text in as many lines as it takes."""
    room = max(_LABEL, len(label) + 2)
    [first, *rest] = _lines(" ".join(text.split()), look.width - room) or [""]
    colour = _COLOURS.get(label)
    shown = [look.coloured(line, colour) if colour else line for line in (first, *rest)]
    head = look.coloured(f"{label:<{room}}", _DIM)
    return "\n".join([f"{head}{shown[0]}".rstrip(), *[f"{'':<{room}}{line}" for line in shown[1:]]])


def _numbered(number: int, text: str, look: Look) -> str:
    [first, *rest] = _lines(text, look.width - 6) or [""]
    return "\n".join([f"{look.coloured(f'{number:>4}', _DIM)}  {first}", *[f"      {line}" for line in rest]])


def _lines(text: str, width: int) -> list[str]:
    """The lines of a text in columns of a terminal, where a Chinese character takes two."""
    text = printable(text)
    columns = len(text) if text.isascii() else sum(map(_columns, text))
    return textwrap.wrap(text, max(width * len(text) // max(columns, 1), 2), break_on_hyphens=False)


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    r"""The text with U+FFFD for each character that would command the terminal.

    >>> printable("rain\x1b[2J")
    'rain\ufffd[2J'
    """
    return _CONTROL.sub("\ufffd", text)


def many(number: int, one: str, several: str) -> str:
    """A number of things.

    >>> many(1, "story", "stories"), many(2000, "story", "stories")
    ('1 story', '2,000 stories')
    """
    return f"{number:,} {one if number == 1 else several}"
