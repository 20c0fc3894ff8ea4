"""The source with its parts in colours, for looking at what the parser did."""

from __future__ import annotations

from ..article import Article, check_article
from ..text.markup import escape, highlight

_PAGE = """<!DOCTYPE html>
<html{language}>
<head><meta charset="utf-8"><title>{title}</title></head>
<body style="max-width:46em;margin:2em auto;font-family:Georgia,serif;line-height:1.5">
{legend}
{view}
</body>
</html>
"""


def to_html(article: Article, *, page: bool = False) -> str:
    """An HTML fragment (with ``page=True`` a page of its own) showing the source, each segment in its colour.

    Every character of the source is there, escaped (a lone surrogate as U+FFFD).

    >>> import wirenews
    >>> '<mark title="dateline"' in to_html(wirenews.parse("OSLO, May 2 (Reuters) - It rained all day."))
    True
    """
    check_article(article)
    segments = article.segments
    view = highlight(article.source, ((s.start, s.end, s.kind) for s in segments))
    if not page:
        return view
    kinds = [kind for kind in dict.fromkeys(s.kind for s in segments) if kind not in ("body", "gap")]
    return _PAGE.format(
        language=f' lang="{escape(article.language)}"' if article.language else "",
        title=escape(article.headline.text if article.headline else "A wire story"),
        legend="\n".join(highlight(kind, [(0, len(kind), kind)]) for kind in kinds),
        view=view,
    )
