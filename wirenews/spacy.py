"""A pipe for spaCy: ``nlp.add_pipe("wirenews")`` puts the pieces of each story into ``doc.spans["wirenews"]``.

It needs ``spacy``: ``pip install 'wirenews[spacy]'``. Nobody has to import this module: spaCy finds it itself.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> pipe = nlp.add_pipe("wirenews")
>>> doc = nlp("LISBON, Feb 26 (Reuters) - Dues will rise.")
>>> [(span.label_, span.text, span.kb_id_) for span in doc.spans["wirenews"]]
[('dateline', 'LISBON, Feb 26 (Reuters)', 'reuters'), ('body', 'Dues will rise.', '')]
>>> doc._.wirenews["city"], doc._.wirenews["dateline_date"]
('Lisbon', '--02-26')
"""

# spaCy reads the annotations of the factory, and cannot where they are strings.
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc
except ImportError as _error:
    raise ImportError("wirenews.spacy needs spaCy: pip install 'wirenews[spacy]'") from _error

from .arguments import hints_of
from .article import Article, Piece
from .kinds import SegmentKind
from .parser import parse

_NAME = "wirenews"


class Wirenews:
    """The pipe: it needs no other one, so it may stand anywhere in a pipeline.

    A span of ``doc.spans["wirenews"]`` is a piece. Its ``label_`` is the kind of segment (``"dateline"``, ``"body"``
    for each paragraph …), its ``id_`` the rule that recognised the piece, its ``kb_id_`` the id of the first agency
    that it names, or empty. A span has whole tokens and none of its neighbours': where a piece ends inside a token,
    that token is in no span, and a piece without a whole token has none. ``doc._.wirenews`` is the flat row of the
    story, as ``Article.record()`` gives it, which does not depend on tokens.

    ``language`` and ``country`` are those of all stories, where they are known: hints as for :func:`wirenews.parse`,
    which also says what they raise.
    """

    def __init__(self, language: str | None = None, country: str | None = None) -> None:
        hints_of(country, language)
        self.language = language
        self.country = country
        if not Doc.has_extension(_NAME):
            Doc.set_extension(_NAME, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The same ``doc``, with its spans and its row."""
        article = parse(doc.text, language=self.language, country=self.country)
        spans = [_span(doc, kind, piece) for kind, piece in _pieces(article)]
        doc.spans[_NAME] = [span for span in spans if span is not None]
        doc._.set(_NAME, article.record())
        return doc


def make_pipe(nlp: Language, name: str, language: str | None, country: str | None) -> Wirenews:
    """The pipe that ``nlp.add_pipe("wirenews", config={"country": "GB"})`` adds."""
    return Wirenews(language, country)


Language.factory(
    _NAME,
    func=make_pipe,
    assigns=["doc.spans", f"doc._.{_NAME}"],
    default_config={"language": None, "country": None},
)


def _pieces(article: Article) -> list[tuple[SegmentKind, Piece]]:
    """The pieces in the order of the source, each with its kind."""
    named: dict[SegmentKind, tuple[Piece | None, ...]] = {
        "field": article.fields,
        "headline": (article.headline,),
        "deck": (article.deck,),
        "dateline": (article.dateline,),
        "byline": (article.byline,),
        "body": article.paragraphs,
        "caption": article.captions,
        "credit": article.credits,
        "notice": article.notices,
    }
    found = [(kind, piece) for kind, pieces in named.items() for piece in pieces if piece is not None]
    return sorted(found, key=lambda each: each[1].start)


def _span(doc: Doc, kind: SegmentKind, piece: Piece) -> Any:
    """The span of a piece, or ``None`` where it has no whole token."""
    agencies = getattr(piece, "agencies", ())
    return doc.char_span(
        piece.start,
        piece.end,
        label=kind,
        kb_id=agencies[0].id if agencies else "",
        span_id=piece.rule,
        alignment_mode="contract",
    )
