"""The source with its pieces marked, for looking at what the parser did."""

from __future__ import annotations

from collections.abc import Iterable
from string import Template

from ..article import Article, each_article
from ..marked import file, fragment


def to_html(articles: Article | Iterable[Article], *, page: bool = False) -> str:
    """An HTML fragment (with ``page=True`` a page of its own) that shows a story, or several, with every piece marked.

    Each piece has a colour; its name, its rule and the values that it gave stand beside the text, and over the piece
    itself under the pointer or when the Tab key has brought you to it. There is a legend, a dark scheme, and a form for
    print; nothing is fetched, no script runs, and the fragment's style touches nothing outside it.

    The ``textContent`` of each element of the class ``wn-source`` is the source of a story, but for NUL and for halves
    of surrogate pairs, which HTML cannot hold: each is U+FFFD there.

    >>> import wirenews
    >>> shown = to_html(wirenews.parse("OSLO, May 2 (Reuters) - It rained all day."))
    >>> '<mark class="wn-dateline"' in shown, "place: Oslo, NO" in shown
    (True, True)

    Raises ``TypeError`` for what is neither an article nor articles.
    """
    stories = fragment(each_article(articles))
    if not page:
        return stories
    return Template(file("page.html")).substitute(title="Wire stories, piece by piece", stories=stories)
