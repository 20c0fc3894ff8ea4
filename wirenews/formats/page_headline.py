"""The headline of a web page: what it states or shows, without the name of its site, which is no headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .tree import find, find_all, name, words

if TYPE_CHECKING:
    from lxml.etree import _Element

# What stands between a headline and the name of the site, in a title.
_SEPARATOR = re.compile(r"\s*[|»›•·]\s*|\s+[-–—:/~]{1,2}\s+|(?<=[\u3040-\u9fff\uac00-\ud7af])[-_](?=\S)")
_HOST = re.compile(r"//([^/:?#]+)")
# The words of a text; a sign of Chinese or Japanese is one.
_WORD = re.compile(r"[\u3040-\u9fff]|[^\W_]+")
_LETTERS = re.compile(r"[\W_]+")
# A headline has so many words at least, where nothing but the title of the page says that it is one.
_FEWEST = 3
# Elements that repeat the title of a page, or name other pages.
_NO_TITLES = ("title", "a", "option", "script", "style")
# The part of its words that a heading shares with the title at least, when it says the same in other words.
_LEAST_SHARED = 1 / 3


class Site(NamedTuple):
    """What a page says of its site: its names, and the parts of the host in the address of the page."""

    names: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str | None], address: str | None) -> Site:
        """The site of these names; ``address`` is that of the page.

        >>> site = Site.of(["The Courier", None], "https://www.harbour-courier.example/news/1")
        >>> site.is_named("THE COURIER"), site.is_named("Harbour Courier"), site.is_named("The Courier closes")
        (True, True, False)
        >>> site.without("Rain - in May - Harbour Courier"), site.without("The Courier | Rain")
        ('Rain - in May', 'Rain')
        """
        # The address of a copy in an archive ends in that of the page.
        host = next(reversed(_HOST.findall(address or "")), "").removeprefix("www.")
        said = [*filter(None, names), host, *host.split(".")]
        return cls(frozenset(letters for name in said if len(letters := _letters(name)) > 2))

    def is_named(self, text: str) -> bool:
        """Whether a text is a name of the site, or of its host."""
        return _letters(text) in self.names

    def without(self, title: str) -> str:
        """A title without the name of the site at its end or its beginning; "" when it is nothing else."""
        parts = list(_SEPARATOR.finditer(title))
        if self.is_named(title):
            return ""
        if parts and self.is_named(title[parts[-1].end() :]):
            return self.without(title[: parts[-1].start()])
        return title[parts[0].end() :] if parts and self.is_named(title[: parts[0].start()]) else title


def headline_of(root: _Element, stated: str | None, shared: str | None, site: Site) -> str | None:
    """The headline: ``stated`` by the data of the page, else a heading, else as it is ``shared`` with other sites.

    A heading that has nothing of the title is no headline: it names the site or a part of it. Without a heading and
    without a title for sharing, the page's own title is taken as far as the page shows it too.
    """
    if stated and (own := site.without(stated)):
        return own
    title = words(find(root, "head", "title")) or ""
    said = site.without(shared or "") or site.without(title)
    headings = [text for text in _headings(root) if not site.is_named(text)]
    best = max(headings, key=lambda text: _shared(text, said), default=None)
    if best is not None and (not said or _shared(best, said) >= _LEAST_SHARED):
        return best
    return said if shared else _shown_part(root, title, site)


def _shown_part(root: _Element, title: str, site: Site) -> str | None:
    """The longest part of a title that stands in an element of its own on the page too."""
    ends = [0, *(at for found in _SEPARATOR.finditer(title) for at in found.span()), len(title)]
    parts = {title[start:end] for start in ends[::2] for end in ends[1::2] if start < end}
    wanted = {part for part in parts if len(_WORD.findall(part)) >= _FEWEST and not site.is_named(part)}
    shown = (" ".join((element.text or "").split()) for element in root.iter("*") if name(element) not in _NO_TITLES)
    return max(wanted.intersection(shown), key=len, default=None)


def _headings(root: _Element) -> Iterator[str]:
    """The headings of the article, then all of the page."""
    for part in (find(root, "article"), root):
        if part is not None:
            yield from filter(None, map(words, find_all(part, "h1")))


def _shared(heading: str, title: str) -> float:
    """The part of the words of the shorter of two texts that the other has too; the same text has the most."""
    own, others = (set(_WORD.findall(text.casefold())) for text in (heading, title))
    both = len(own & others)
    return both / max(1, min(len(own), len(others))) + both / max(1, len(own | others)) / 100


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold())
