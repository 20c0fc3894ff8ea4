"""A story as a mapping: what a row of a data set or an object of JSON states, by the usual names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ..arguments import day_of, wrong_type
from ..article import Article

_NAMES = {
    "body": ("text", "body", "content"),
    "headline": ("headline", "title"),
    "byline": ("byline", "authors"),
    "date": ("date", "date_publish"),
    "language": ("language",),
}


def read_mapping(story: Mapping[str, Any], reference: dt.date | None = None) -> Article:
    """The article of a story that states its parts; only its text is parsed.

    >>> article = read_mapping({"title": "Rain", "text": "OSLO, May 2 (NTB) - It rained.", "date": "2025-05-03"})
    >>> article.headline.text, article.date.isoformat(), article.body
    ('Rain', '2025-05-03', 'It rained.')

    Raises ``TypeError`` for a mapping without a text.
    """
    from .story import Story

    stated = {name: next((story[key] for key in keys if story.get(key)), None) for name, keys in _NAMES.items()}
    body, date = stated["body"], stated["date"]
    if not isinstance(body, str):
        keys = ", ".join(map(str, story))[:200]
        raise wrong_type("a mapping", "with a `text`, `body` or `content` (str)", body, f"its keys are {keys}")
    return Story(
        body,
        headline=_text(stated["headline"]),
        byline=_text(stated["byline"]),
        fields=(("date", date.isoformat() if isinstance(date, dt.date) else _text(date)),),
        language=_text(stated["language"]),
    ).article("text", day_of(reference))


def _text(value: Any) -> str | None:
    """A text, or several one a line; ``None`` for anything else."""
    if isinstance(value, list | tuple):
        return "\n".join(each for each in value if isinstance(each, str)) or None
    return value if isinstance(value, str) else None
