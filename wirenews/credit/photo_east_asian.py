"""Who took a photo, as captions in Chinese and Japanese say: "新华社记者李明摄", "（李明摄）", "＝山田太郎撮影"."""

from functools import cache

from ..agencies import only_agencies
from ..article import Attribution
from ..people.east_asian import east_asian_people
from ..text import tables
from ..text.characters import AROUND, EAST_ASIA
from ..text.layout import clean
from ..text.patterns import pattern

_HEAD = 6
_LONGEST = 40
# What stands before such a credit: the end of a sentence, a bracket, the sign of Japanese papers.
_BEFORE = "。！？（(＝=】、 "
_NAME = pattern(r"[\p{Han}\p{Katakana}ー・]{3,8}")


def is_east_asian(source: str, start: int) -> bool:
    """Whether a text begins in Chinese, Japanese or Korean letters, perhaps behind the day of a month."""
    return max(source[start : start + _HEAD]) >= EAST_ASIA


def read_taken(source: str, low: int, end: int) -> Attribution | None:
    """The photo's credit with which the Chinese or Japanese text ``source[low:end]`` ends."""
    shown = source[low:end].rstrip(AROUND)
    word = next(filter(shown.endswith, _words()), "")
    if not word:
        return _behind_sign(source, low, end)
    stop = low + len(shown[: -len(word)].rstrip())
    at = max(source.rfind(sign, max(low, stop - _LONGEST), stop) for sign in _BEFORE)
    names = source[at + 1 : stop].strip()
    people = east_asian_people(names, bare=True) if names else ()
    is_signed = source[at] in "（(＝=、" and _NAME.fullmatch(names) is not None
    if at < low or not (people or is_signed):
        return None
    return Attribution(at + 1, end, clean(source, at + 1, end), "credit.photo", "photo", (), people)


def _behind_sign(source: str, low: int, end: int) -> Attribution | None:
    """The agency behind the sign with which Japanese papers close a caption: "…停泊する貨物船＝ロイター"."""
    at = max(source.rfind("＝", low, end), source.rfind("=", low, end))
    agencies = only_agencies(source[at + 1 : end].strip(AROUND)) if at > low else ()
    return Attribution(at, end, clean(source, at, end), "credit.photo", "photo", agencies) if agencies else None


@cache
def _words() -> tuple[str, ...]:
    rows = tables.load("credits")["photo"]["taken"].values()
    return tuple(sorted({word for words in rows for word in words}, key=len, reverse=True))
