"""What texts are matched and translated with, made on first use, so that ``import wirenews`` makes none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import regex


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """What ``regex.compile(source, flags)`` gives, compiled when one of its methods is first asked for.

    >>> digits = pattern(r"\\d+")
    >>> digits.search("Feb 26").group()
    '26'
    """
    return cast("regex.Pattern[str]", _Uncompiled(source, flags, regex.compile))


def plain_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile(source, flags)`` gives, compiled as late: some three times faster, but without ``\\p{L}``.

    >>> digits = plain_pattern(r"\\d+")
    >>> digits.search("Feb 26").group()
    '26'
    """
    return cast("re.Pattern[str]", _Uncompiled(source, flags, re.compile))


class _Uncompiled:
    """Stands for a pattern; each method that was asked for once is kept, and is as fast as the pattern's own."""

    def __init__(self, source: str, flags: int, compile: Callable[[str, int], Any]) -> None:
        self._source = source
        self._flags = flags
        self._compile = compile

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        method = getattr(self._compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method

    def __repr__(self) -> str:
        return f"pattern({self._source!r})"


class Signs:
    """Characters to look for: a pattern that finds any of them, and a list of those that are ASCII.

    >>> commas = Signs(plain_pattern("[,،]"), b",")
    >>> commas.are_in("Rain, hail"), commas.are_in("Žďár"), commas.are_in("القاهرة، 3 مايو")
    (True, False, True)
    """

    def __init__(self, pattern: re.Pattern[str] | regex.Pattern[str], in_ascii: bytes) -> None:
        self.pattern = pattern
        self.in_ascii = in_ascii

    def are_in(self, text: str) -> bool:
        """Whether one of them is in a text: in ASCII they are looked for in C, some twenty times as fast."""
        if text.isascii():
            return len(text.encode().translate(None, self.in_ascii)) < len(text)
        return self.pattern.search(text) is not None


class Phrases:
    """Words to look for anywhere in a text: those beyond ASCII only where it is no ASCII itself.

    >>> pictures = Phrases(["photo", "photographer", "फाइल"])
    >>> pictures.are_in("a file photo"), pictures.are_in("फाइल फोटो"), pictures.are_in("Rain, हवा")
    (True, True, False)
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        every = set(phrases)
        self._phrases = tuple(sorted(it for it in every if not any(other in it for other in every - {it})))
        self._in_ascii = tuple(filter(str.isascii, self._phrases))

    def are_in(self, text: str) -> bool:
        """Whether one of them is in a text, as printed."""
        return any(map(text.__contains__, self._in_ascii if text.isascii() else self._phrases))


class Characters(dict[int, str]):
    """For ``str.translate``: what ``show`` gives for each character, remembered for the first some thousands.

    >>> "Feb. 26".translate(Characters(lambda character: character if character.isalnum() else " "))
    'Feb  26'
    """

    _MOST = 8192

    def __init__(self, show: Callable[[str], str], known: Mapping[int, str] | None = None) -> None:
        super().__init__(known or {})
        self._show = show

    def __missing__(self, code: int) -> str:
        shown = self._show(chr(code))
        if len(self) < self._MOST:
            self[code] = shown
        return shown
