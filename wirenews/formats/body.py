"""The parsed body of a story as part of the longer source that a document makes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

import attrs

from ..article import Article, Attribution, Defect, Headline, Piece, Unmade

_P = TypeVar("_P", bound=Piece | Defect)


class Body(NamedTuple):
    """The article of a body as part of a longer source, in which it begins at ``offset``.

    Where the document states a headline or a byline, the body's own are a paragraph and a credit.
    """

    article: Article
    offset: int
    source: str
    states_headline: bool
    states_byline: bool

    def headline(self) -> Headline | None:
        return None if self.states_headline else self.one(self.article.headline)

    def byline(self) -> Attribution | None:
        return None if self.states_byline else self.one(self.article.byline)

    def credits(self) -> tuple[Attribution, ...]:
        own = self.article.byline if self.states_byline and self.article._byline_inside is None else None
        return self.all((own, *self.article.credits) if own is not None else self.article.credits)

    def one(self, piece: _P | None) -> _P | None:
        if piece is None:
            return None
        return _moved(piece, self.offset)

    def all(self, pieces: tuple[_P, ...]) -> tuple[_P, ...]:
        return tuple([_moved(piece, self.offset) for piece in pieces])

    def paragraphs(self) -> tuple[Piece, ...] | Unmade:
        """The paragraphs; those that nobody has asked for stay so."""
        at, unmade = self.offset, self.article._unmade
        demoted = self.article.headline if self.states_headline else None
        if unmade is None:
            own = [Piece(demoted.start, demoted.end, demoted.text, "body")] if demoted is not None else []
            pieces = (*own, *self.article.paragraphs)
            return self.all(tuple(sorted(pieces, key=lambda piece: piece.start)))
        if not at and demoted is None:
            return unmade
        spans = unmade.spans if demoted is None else sorted([(demoted.start, demoted.end), *unmade.spans])
        text = self.source if unmade.text == self.article.source else self.source[:at] + unmade.text
        return Unmade(text, [(start + at, end + at) for start, end in spans])


def _moved(piece: _P, by: int) -> _P:
    """The piece so many characters further on."""
    if isinstance(piece, Defect):
        return attrs.evolve(piece, start=piece.start + by, end=piece.end + by)
    # What attrs.evolve does takes twice the time.
    return type(piece)(piece.start + by, piece.end + by, *_rest_of(type(piece))(piece))  # type: ignore[arg-type]


@cache
def _rest_of(kind: type[Piece]) -> Callable[[Piece], tuple[Any, ...]]:
    """What a piece of this kind has besides its places."""
    return attrgetter(*[each.name for each in attrs.fields(kind)[2:]])
