"""Markup and entities round a dateline: ``<b>OSLO (Reuters)</b> &mdash; ...``, ``**OSLO** - ...``."""

from __future__ import annotations

import re

import attrs

from ..text.patterns import plain_pattern
from .reading import Reading

# In copy of the wires "<Acme Inc>" is a company, and "<A>" its share.
_MARKUP = plain_pattern(
    r"</?(?:b|strong|i|em|u|p|span|div|font|a|br|h[1-6])(?:\s[a-z]+=[^<>]{0,80})?/?>"
    r"|\*{1,3}|(?<![^\s>*])#{1,6} ?(?=[^\W\d_])"
    r"|&(?:([mn]dash|#821[12]|#x201[34])|nbsp|#160);"
)


def may_have_markup(window: str) -> bool:
    """Whether a text begins with a sign of markup, ends an element, or has an entity that stands beside datelines."""
    return (
        window.startswith(("<", "*", "#"))
        or "</" in window
        or "dash;" in window
        or "&#" in window
        or "&nbsp;" in window
    )


def blanked(window: str) -> str:
    """The text with blanks for its markup and a dash for the entity of one, each character where it was.

    >>> blanked("<b>OSLO</b> &mdash; Rain fell")
    '   OSLO     —       Rain fell'
    """
    return _MARKUP.sub(_as_long, window)


def _as_long(markup: re.Match[str]) -> str:
    return ("—" if markup[1] else "").ljust(len(markup[0]))


def with_markup(reading: Reading, source: str, start: int) -> Reading:
    """The dateline with the markup that stands round it, so that its letters are a part of the dateline's."""
    end = reading.dateline.end
    for markup in _MARKUP.finditer(source, end, reading.lead):
        end = markup.end()
    return reading._replace(dateline=attrs.evolve(reading.dateline, start=start, end=end))
