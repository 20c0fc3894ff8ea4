"""The case of names: "PETER O'BRIEN" and "RIO DE JANEIRO" as people write them.

By rule every word of a name has a capital first; what a kind of names has beside that is its :class:`Habits`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from .patterns import pattern, plain_pattern

_APOSTROPHES = "'’ʼ`"
_AT_APOSTROPHE = plain_pattern(f"([{_APOSTROPHES}])")
_PIECE = pattern(rf"[\p{{L}}\p{{M}}{_APOSTROPHES}]++|[^\p{{L}}\p{{M}}{_APOSTROPHES}]++")
# Small letters in a name that is printed in capitals otherwise: "JOHN McDONALD", "KEN JONES Jr."
_INNER_SMALL = pattern(r"\b(?:Mac|Mc|O['’]|D['’])(?=\p{Lu})|\b(?:Jr|Sr|Dr|St|Mr|Ms|Mrs)\b\.?")
_TURKISH = frozenset("İĞ")
_VOWELS = frozenset("AEIOUYÄÖÜÉ")


class Habits(NamedTuple):
    """How names of a kind are written; all words are in lower case."""

    small: frozenset[str]  # small inside a name: "Rio de Janeiro", "Jan van Berg"
    small_behind: frozenset[str] = frozenset()  # small only behind one of these: "Maria de la Cruz"
    small_joined: frozenset[str] = frozenset()  # small where a hyphen joins them: "Ali al-Assad", "Deir al-Balah"
    elided: frozenset[str] = frozenset()  # small before an apostrophe: "Coeur d'Alene"
    written: Mapping[str, str] = {}  # behind the first word: "jr." is "Jr.", "iii" is "III"
    mac: frozenset[str] = frozenset()  # "macdonald", for there is "Machado" too
    family_first: frozenset[str] = frozenset()  # before a given name with a hyphen: "Kim Yoo-jeong"
    no_initials: frozenset[str] = frozenset()  # short names without a vowel: "Ng"
    of_people: bool = False  # who have initials ("TJ Smith"), and names like "De'Andre" where a place is "Xi'an"


def is_written_out(name: str) -> bool:
    """Whether a name has its capitals and small letters, or is of a script that has only one kind.

    >>> is_written_out("Ani DiFranco"), is_written_out("罗沙")
    (True, True)
    >>> is_written_out("JOHN McDONALD"), is_written_out("ann doe")
    (False, False)
    """
    if name.isupper() or name.islower():
        return False
    rest = _INNER_SMALL.sub("", name)
    return rest == name or any(map(str.islower, rest))


def natural_case(name: str, habits: Habits) -> str:
    """A name that is printed in capitals, or in small letters, as people write it.

    >>> habits = Habits(frozenset({"de"}), small_joined=frozenset({"al"}), elided=frozenset({"d"}))
    >>> [natural_case(t, habits) for t in ("RIO DE JANEIRO", "ST. LOUIS", "COEUR D'ALENE", "DEIR AL-BALAH", "MCALLEN")]
    ['Rio de Janeiro', 'St. Louis', "Coeur d'Alene", 'Deir al-Balah', 'McAllen']

    A dotted capital I tells Turkish, where the other one is dotless in small letters.

    >>> natural_case("DİYARBAKIR", habits), natural_case("İZMİR", habits)
    ('Diyarbakır', 'İzmir')
    """
    if not _TURKISH.isdisjoint(name):
        return " ".join(map(_turkish, name.split(" ")))
    words = name.split(" ")
    lower = [word.lower() for word in words]
    return " ".join([_word(word, lower, number, habits) for number, word in enumerate(words)])


def _turkish(word: str) -> str:
    return word[:1] + word[1:].replace("I", "ı").replace("İ", "i").lower()


def _word(word: str, lower: list[str], number: int, habits: Habits) -> str:
    """One word of a name, by its place among the others."""
    if number and lower[number] in habits.written:
        return habits.written[lower[number]]
    if _is_small(lower, number, habits):
        return lower[number]
    if word.isalpha():
        return _capitalised(word, habits)
    pieces = _PIECE.findall(word)
    if number == 1 and lower[0] in habits.family_first:
        first, *given = pieces
        return _capitalised(first, habits) + "".join(given).lower()
    return "".join([_piece(pieces, at, habits, is_first=not (number or at)) for at in range(len(pieces))])


def _is_small(lower: list[str], number: int, habits: Habits) -> bool:
    """Whether a word has no capital at its place: "Maria de la Cruz", and "de la Cruz" by itself."""
    word = lower[number]
    if number + 1 == len(lower):
        return False
    if number:
        return word in habits.small or (word in habits.small_behind and lower[number - 1] in habits.small)
    return len(lower) > 2 and word in habits.small and lower[1] in habits.small_behind


def _piece(pieces: list[str], at: int, habits: Habits, *, is_first: bool) -> str:
    """A run of letters in a word, by what stands beside it there; the signs between two runs as they are."""
    piece = pieces[at]
    if piece.lower() in habits.small_joined and _is_joined(pieces, at, habits, is_first):
        return piece.lower()
    head, *others = _AT_APOSTROPHE.split(piece)
    if not others:
        return _capitalised(piece, habits)
    written = head.lower() if head.lower() in habits.elided and not is_first else head.capitalize()
    for mark, letters in zip(others[::2], others[1::2], strict=True):
        is_name = _begins_name(head, letters, habits)
        written += mark + (letters.capitalize() if is_name else letters.lower())
        head = letters
    return written


def _is_joined(pieces: list[str], at: int, habits: Habits, is_first: bool) -> bool:
    """Whether a small word is joined to the name: behind it a person's name goes on, before it a place's began."""
    return pieces[at + 1 : at + 2] == ["-"] if habits.of_people else not is_first


def _begins_name(head: str, letters: str, habits: Habits) -> bool:
    """Whether a capital stands behind an apostrophe: in "O'Brien" and "De'Andre", not in "Martha's" and "'t"."""
    if len(head) < 2:
        return len(letters) > 1
    return habits.of_people and len(letters) > 2


def _capitalised(word: str, habits: Habits) -> str:
    """The word with a capital first, and in "McAllen" and "MacDonald"; initials ("TJ") as they are."""
    lower = word.lower()
    if habits.of_people and _is_initials(word) and lower not in habits.no_initials:
        return word
    if lower.startswith("mc") and len(lower) > 3:
        return "Mc" + word[2:].capitalize()
    if lower in habits.mac or word.startswith("Mac"):
        return "Mac" + word[3:].capitalize()
    return word.capitalize()


def _is_initials(word: str) -> bool:
    """Whether two letters may be initials that are run together: capitals without a vowel."""
    return len(word) == 2 and word.isupper() and _VOWELS.isdisjoint(word)
