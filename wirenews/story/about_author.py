"""What the page says of the author below the story: "Nora Fielding is a reporter at The Harbour Times."."""

from functools import cache

from ..article import Attribution, Notice
from ..notice.shapes import table
from ..text.layout import clean
from ..text.rules import Rule
from .blocks import Span, Story

RULES = (
    Rule(
        "notice.about-author",
        "the last paragraph of a story, or the last two, that begins with the name of an author in its byline and a "
        "verb such as “is” or “covers”",
        "By Nora Fielding\n\nHarbour dues will rise next year, officials said.\n\nNora Fielding covers ports.",
    ),
)
_LONGEST = 400
_MOST = 3


def read_about_author(story: Story, body: list[Span], byline: Attribution | None) -> tuple[list[Span], list[Notice]]:
    """The body without the last paragraphs that say who its author is, and these."""
    notes: list[Notice] = []
    names = [person.name for person in byline.people] if byline is not None else []
    while names and len(body) > 1 and len(notes) < _MOST and _is_about(story.text, *body[-1], names):
        notes.append(Notice(*body[-1], clean(story.text, *body[-1]), "notice.about-author", kind="furniture"))
        body = body[:-1]
    return body, notes


def _is_about(text: str, start: int, end: int, names: list[str]) -> bool:
    """Whether a block begins with one of the names and a verb that says who somebody is."""
    if end - start > _LONGEST:
        return False
    lower = text[start:end].casefold().lstrip("(*_—–- ")
    name = next(filter(lower.startswith, map(str.casefold, names)), "")
    return bool(name) and lower[len(name) :].lstrip(",").startswith(_verbs())


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(f" {verb} " for verb in table("author_verbs"))
