"""How the tables of places spell a name."""

from __future__ import annotations

import unicodedata

# No name is longer: what is longer is split, but its parts are not looked up.
LONGEST = 100
# What may stand beside a place and is not part of it.
BESIDE = " \t\n,;:/،，、؛۔।。"
# The commas and brackets of other scripts as those of the Latin one.
LATIN_SIGNS = str.maketrans(dict.fromkeys("،，、", ",") | {"（": "(", "）": ")", "［": "[", "］": "]"})


def region_key(text: str) -> str:
    """How the table of regions spells ``text``: without case and dots.

    >>> region_key("W. Va."), region_key("N.Y."), region_key("New York")
    ('wva', 'ny', 'new york')
    """
    key = text.casefold()
    return key.replace(". ", "").replace(".", "") if "." in key else key


def city_key(text: str) -> str:
    """How the table of cities spells ``text`` where its own spelling is not in it.

    Without accents, dots and hyphens; "St.", "Ft." and "Mt." in full.

    >>> city_key("St-Étienne"), city_key("Mt. Vernon"), city_key("Łódź"), city_key("San`a")
    ('saint etienne', 'mount vernon', 'lodz', "san'a")
    """
    key = text.casefold()
    if not _may_be_spelled_otherwise(key):
        return key
    if not key.isascii():
        key = _without_accents(key.translate(_LETTERS))
    words = key.translate(_SIGNS).split()
    if len(words) > 1:
        words[0] = _IN_FULL.get(words[0], words[0])
    return " ".join(words)


def capitals(name: str) -> str:
    """A name as it is printed in capitals, which have no accents in Greek.

    >>> capitals("Αθήνα"), capitals("Łódź")
    ('ΑΘΗΝΑ', 'ŁÓDŹ')
    """
    name = name.upper()
    if any("\u0370" <= letter < "\u0400" for letter in name):
        apart = unicodedata.normalize("NFD", name)
        return "".join(letter for letter in apart if not unicodedata.combining(letter))
    return name


def _may_be_spelled_otherwise(key: str) -> bool:
    """Whether a name has signs, accents or a shortened first word: most have none, and are asked for often."""
    return not key.isascii() or not key.replace(" ", "").isalpha() or key.startswith(_SHORTENED) or "  " in key


def _without_accents(key: str) -> str:
    """The letters of an alphabet without their accents; other scripts are left as they are."""
    if max(key, default="") >= "\u1f00":
        return key
    return "".join(letter for letter in unicodedata.normalize("NFKD", key) if not unicodedata.combining(letter))


_SIGNS = str.maketrans("`-.", "'  ")
_IN_FULL = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_SHORTENED = tuple(f"{word} " for word in _IN_FULL)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
    | {"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "\u200c": " ", "״": '"'}
    | dict.fromkeys("’‘ʼʻ´′׳", "'")
    | dict.fromkeys("\u2010\u2011\u2013", "-")
)
