"""The names of places in the case that people write."""

from __future__ import annotations

from functools import cache

from ..text import tables
from ..text.patterns import pattern
from .keys import capitals
from .world import spelling


def natural_name(text: str) -> str:
    """The name in the case that people write; a name in mixed case is left as it is.

    >>> natural_name("RIO DE JANEIRO"), natural_name("МОСКВА"), natural_name("McLEAN"), natural_name("Den Haag")
    ('Rio de Janeiro', 'Москва', 'McLean', 'Den Haag')
    """
    if not (text.isupper() or text.islower()):
        if not (text.startswith("Mc") and text[2:].isupper()):
            return text
        text = text.upper()
    key = text.casefold() if text.isascii() else capitals(text).casefold()
    return spelling(key) or titled(text, _small())


@cache
def _small() -> frozenset[str]:
    return frozenset(tables.load("cities")["small"])


def titled(text: str, small: frozenset[str]) -> str:
    """A name out of capitals, by rule.

    >>> small = frozenset({"de", "upon", "al"})
    >>> [titled(t, small) for t in ("RIO DE JANEIRO", "ST. LOUIS", "COEUR D'ALENE", "DEIR AL-BALAH", "MCALLEN")]
    ['Rio de Janeiro', 'St. Louis', "Coeur d'Alene", 'Deir al-Balah', 'McAllen']

    A dotted capital I tells Turkish, where the other one is dotless in small letters.

    >>> titled("DİYARBAKIR", small), titled("İZMİR", small)
    ('Diyarbakır', 'İzmir')
    """
    if "İ" in text or "Ğ" in text:
        return " ".join(map(_turkish, text.split(" ")))
    pieces = _PIECE.findall(text.lower())
    return "".join(p if p in small and i else _capitalised(p, is_first=not i) for i, p in enumerate(pieces))


def _turkish(word: str) -> str:
    return word[:1] + word[1:].replace("I", "ı").replace("İ", "i").lower()


_PIECE = pattern(r"[\p{L}\p{M}'’`]++|[^\p{L}\p{M}'’`]++")


def _capitalised(word: str, *, is_first: bool = True) -> str:
    if "'" in word or "’" in word or "`" in word:
        return _after_apostrophe(word, is_first=is_first)
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def _after_apostrophe(word: str, *, is_first: bool) -> str:
    """ "Coeur d'Alene", "L'Aquila", "O'Fallon"; but "Xi'an", "Martha's"."""
    if len(word) < 4 or word[1] not in "'’`":
        return word.capitalize()
    head = word[0] if word[0] in "dl" and not is_first else word[0].upper()
    return head + word[1] + word[2:].capitalize()
