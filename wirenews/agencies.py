"""The registry of news agencies: names to :class:`~wirenews.article.Agency`.

The facts are rows of ``data/agencies.toml``. A name is compared folded (no case, dots, blanks, hyphens,
accents), never by likeness: "A.N.I." is ANI, "Ani DiFranco" is nobody. The functions here are asked about a name
that stands alone: in parentheses, in a byline, under a story. Whether words inside a sentence are a credit or
only a mention is for the caller to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

import regex

from . import tables
from .article import Agency
from .patterns import Characters

_ROUND_A_NAME = " \t\n.,:;-()[]/"
_LONGEST_NAME = 100
_LONGEST_LIST = 160
_MOST_NAMES = 12
_MOST_WORDS = 8
_NEARLY_FROM = 5
_NEARLY_ALL_FROM = 9


def find_agency(text: str, *, country: str | None = None, language: str | None = None) -> Agency | None:
    """The agency of this name, short name, alias, desk or staff title, or ``None``.

    >>> find_agency("Asian News International").id, find_agency("A.N.I.").id, find_agency("ani").id
    ('ani', 'ani', 'ani')
    >>> find_agency("the Associated Press").id, find_agency("Associated Press of Pakistan").id
    ('ap', 'app')
    >>> find_agency("AP Sports Writer").id, find_agency("agencia EFE").id, find_agency("중앙통신") is None
    ('ap', 'efe', True)
    >>> find_agency("Reuters Institute") is None and find_agency("Ani DiFranco") is None
    True

    A short name that several agencies use is ``None``, unless ``country`` (ISO 3166 alpha-2, where the story
    was filed) or ``language`` (ISO 639-1) settles whose it is:

    >>> find_agency("CNA") is None
    True
    >>> find_agency("CNA", country="TW").id, find_agency("CNA (Taiwan)").id
    ('cna-tw', 'cna-tw')

    A short name that is also a common word ("UP", "AIM") is read only as the agency prints it.
    """
    if not isinstance(text, str):
        raise TypeError(f"find_agency() reads a str, got {type(text).__name__} {text!r}: pass the agency's name")
    return lookup(text, country=country, language=language) or _named_twice(text) or _desk(text)


def agencies() -> tuple[Agency, ...]:
    """All agencies of the registry, in the order of the table (by region, then by id)."""
    return tuple(_agency(id) for id in _registry().rows)


def lookup(text: str, *, country: str | None = None, language: str | None = None) -> Agency | None:
    """The agency that goes by exactly this name once folded, or ``None``: :func:`find_agency` without titles.

    >>> lookup("AGENCE FRANCE-PRESSE").id, lookup("ТАСС").id, lookup("/ritzau/").id
    ('afp', 'tass', 'ritzau')
    """
    if len(text) > _LONGEST_NAME:
        return None
    registry = _registry()
    names = registry.names
    key = text
    if key not in names:
        key = text.strip(_ROUND_A_NAME)
    if key not in names:
        key = fold(text)
        if key not in names:
            rest = _without_article(text.strip(_ROUND_A_NAME), registry.articles)
            if rest is None:
                return None
            key = fold(rest)
            if key not in names:
                return None
    owner = names[key]
    if (country or language) and key in registry.shared:
        owner = _settle(registry.shared[key], country, language) or owner
    return _agency(owner) if owner else None


def _without_article(text: str, articles: frozenset[str]) -> str | None:
    """What follows an article, as a word ("the AP") or elided ("l'AFP"); ``None`` where there is none."""
    article, blank, rest = text.partition(" ")
    if blank and article.casefold() in articles:
        return rest
    if text[1:2] in "'’" and text[:1].casefold() + "'" in articles:
        return text[2:]
    return None


def read_agencies(text: str, *, country: str | None = None, language: str | None = None) -> tuple[Agency, ...]:
    """The known agencies of a list as it stands in a dateline or a credit, each once, in order.

    >>> [a.id for a in read_agencies("AP, AFP, dpa, Reuters")]
    ['ap', 'afp', 'dpa', 'reuters']
    >>> [a.id for a in read_agencies("ACAN - EFE")], [a.id for a in read_agencies("dpa/lno")]
    (['acan-efe'], ['dpa'])
    >>> read_agencies("RADIO VENCEREMOS")
    ()
    """
    whole = lookup(text, country=country, language=language)
    if whole is not None:
        return (whole,)
    if len(text) > _LONGEST_LIST or text.isalpha():
        return ()
    found: dict[str, Agency] = {}
    for agency in _listed(text, country, language):
        found.setdefault(agency.id, agency)
    return tuple(found.values())


def nearly(text: str) -> Agency | None:
    """The agency whose name, of five letters or more, this is with one slip of the keys.

    A slip is a letter too few, too many or wrong, or two neighbours exchanged; never the first letter. A name
    spelt right is ``None`` here, and so is what could be two agencies, and what the table knows to be another
    word (``Kyoto`` is not Kyodo).

    >>> nearly("Xinhu").id, nearly("Xinhau").id
    ('xinhua', 'xinhua')
    >>> nearly("Xinhua") is None and nearly("Kyoto") is None
    True
    """
    if len(text) > _LONGEST_NAME:
        return None
    key = fold(text)
    registry = _registry()
    if len(key) < _NEARLY_FROM - 1 or key in registry.names or key in registry.unlike:
        return None
    owners = {
        registry.names[name]
        for length in (len(key) - 1, len(key), len(key) + 1)
        for name in _long_names().get((key[0], length), ())
        if _one_slip(key, name)
    }
    return _agency(owners.pop()) if len(owners) == 1 else None


def fold(text: str) -> str:
    """The name without case, accents, blanks and punctuation, for comparing.

    >>> fold("Agence France-Presse"), fold("A.N.I."), fold("Télam"), fold("ČTK")
    ('agencefrancepresse', 'ani', 'telam', 'ctk')
    """
    if text.isascii():
        return text.lower().translate(_DROPPED)
    return unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)


def _fold_all(names: Collection[str]) -> dict[str, str]:
    """Each name with its folded form: in two goes, which is several times faster than one by one."""
    plain = [name for name in names if name.isascii()]
    others = [name for name in names if not name.isascii()]
    line_kept = {code: None for code in _DROPPED if code != 10}
    folded = "\n".join(plain).lower().translate(line_kept).split("\n")
    together = unicodedata.normalize("NFKD", "\n".join(others).casefold())
    folded += together.translate(Characters(_letter, {**_LIKE, 10: "\n"})).split("\n")
    return dict(zip(plain + others, folded, strict=True))


def _letter(character: str) -> str:
    """What is left of a character of a decomposed name: letters and digits, and not their accents."""
    # Vowel signs, which Unicode calls marks as it does accents, are letters of Indic and Thai names.
    is_letter = character.isalnum() or (character >= "\u0900" and _is_vowel_sign(character))
    return character if is_letter else ""


def _is_vowel_sign(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and not unicodedata.combining(character)


_DROPPED = {code: None for code in range(128) if not chr(code).isalnum()}
# Letters that Unicode does not take apart into a letter and its accent; and Arabic letters that keyboards exchange.
_LIKE = {
    ord(letter): plain
    for letter, plain in {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ی": "ي", "ک": "ك", "ـ": "",
    }.items()
}  # fmt: skip
_FOLDED = Characters(_letter, _LIKE)


class _Registry(NamedTuple):
    """The table, indexed by name."""

    rows: dict[str, dict[str, Any]]
    names: dict[str, str]  # as printed and folded -> id; "" where several agencies use the name
    shared: dict[str, tuple[str, ...]]  # the ids that use such a name
    unlike: frozenset[str]
    articles: frozenset[str]
    before: frozenset[str]
    beats: frozenset[str]
    titles: frozenset[str]


@cache
def _registry() -> _Registry:
    table = tables.load("agencies")
    words: dict[str, list[str]] = table["words"]
    rows: dict[str, dict[str, Any]] = table["agency"]
    names: dict[str, str] = {}
    shared: dict[str, tuple[str, ...]] = {}
    unlike: set[str] = set()
    exact: set[tuple[str, str]] = set()  # id and folded name
    for id, row in rows.items():
        ambiguous = row.get("ambiguous", ())
        own = [name for name in (row["name"], row["short"], row.get("native")) if name and name not in ambiguous]
        own += row.get("aliases", ())
        if "exact" in row:
            own += [name for name in row["exact"] if name not in ambiguous]
            exact.update((id, fold(name)) for name in row["exact"])
        names.update(dict.fromkeys(own, id))
        for name in ambiguous:
            for key in {name} if (id, fold(name)) in exact else {name, fold(name)}:
                shared[key] = (*shared.get(key, ()), id)
        unlike.update(fold(name) for name in row.get("unlike", ()))
    for name, folded in _fold_all(names).items():
        id = names[name]
        if (id, folded) not in exact:
            names[folded] = id
    for key, ids in shared.items():
        owner = names.setdefault(key, "")
        # An agency that owns the name by convention stands among those that use it.
        if owner and owner not in ids:
            shared[key] = (owner, *ids)
    sets = {name: frozenset(word.casefold() for word in words[name]) for name in words}
    return _Registry(
        rows, names, shared, frozenset(unlike), sets["articles"], sets["before"], sets["beats"], sets["titles"]
    )


@cache
def _agency(id: str) -> Agency:
    row = _registry().rows[id]
    return Agency(
        id=id,
        name=row["name"],
        short=row["short"],
        native=row.get("native"),
        aliases=tuple(row.get("aliases", ())),
        country=row.get("country"),
        languages=tuple(row.get("languages", ())),
        kind=row["kind"],
        years=row.get("years"),
    )


def _settle(ids: tuple[str, ...], country: str | None, language: str | None) -> str | None:
    """The one of these agencies that is at home in the country, or files in the language."""
    rows = _registry().rows
    at_home = [id for id in ids if country and rows[id].get("country") == country]
    if not at_home and len(ids) > 1:
        at_home = [id for id in ids if language and language in rows[id].get("languages", ())]
    return at_home[0] if len(at_home) == 1 else None


def _named_twice(text: str) -> Agency | None:
    """The agency of "Ghana News Agency (GNA)"; that others are called GNA too does no harm here."""
    if not text.endswith(")") or len(text) > _LONGEST_NAME:
        return None
    name, _, short = text[:-1].rpartition("(")
    agency = lookup(name)
    if agency is None:
        return None
    registry = _registry()
    key = fold(short)
    return agency if registry.names.get(key) == agency.id or agency.id in registry.shared.get(key, ()) else None


def _desk(text: str) -> Agency | None:
    """An agency's name with a staff title after it, or the word "agency" in some language before it."""
    if len(text) > _LONGEST_NAME:
        return None
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS:
        return None
    registry = _registry()
    if words[0].casefold() in registry.before:
        rest = " ".join(words[1:])
        return lookup(rest) or _desk(rest)
    last = words.pop().casefold()
    if last not in registry.titles:
        return None
    while words:
        agency = lookup(" ".join(words))
        if agency is not None:
            return agency
        if words.pop().casefold() not in registry.beats:
            return None
    return None


def _listed(text: str, country: str | None, language: str | None) -> list[Agency]:
    """The agencies of a list, the longest names first: "ACAN - EFE" is one, "AFP - EFE" two.

    Only between two cuts may a name have a title: "Reuters and AP staff" are two.
    """
    cuts = [(0, 0), *(m.span() for m in _separator().finditer(text)), (len(text), len(text))]
    if len(cuts) > _MOST_NAMES + 1:
        return []
    found: list[Agency] = []
    i = 0
    while i < len(cuts) - 1:
        for j in range(len(cuts) - 1, i, -1):
            name = text[cuts[i][1] : cuts[j][0]].strip()
            known_as = find_agency if j == i + 1 else lookup
            agency = known_as(name, country=country, language=language)
            if agency is not None:
                found.append(agency)
                i = j
                break
        else:
            found += _run_together(text[cuts[i][1] : cuts[i + 1][0]], country, language)
            i += 1
    return found


def _run_together(text: str, country: str | None, language: str | None) -> list[Agency]:
    """The agencies of "ats afp" and "TELAM-DPA": names with no more than a blank or a hyphen between, all known."""
    parts = text.replace("-", " ").split()
    if not 1 < len(parts) <= 4:
        return []
    found = [lookup(part, country=country, language=language) for part in parts]
    return [agency for agency in found if agency is not None] if all(found) else []


@cache
def _separator() -> regex.Pattern[str]:
    joins = "|".join(map(regex.escape, tables.load("agencies")["words"]["joins"]))
    return regex.compile(rf"[/／,，;；、|+&]|(?<=\s)[-–—](?=\s)|(?<=\s)(?:{joins})(?=\s)", regex.IGNORECASE)


@cache
def _long_names() -> dict[tuple[str, int], list[str]]:
    """The folded names that are known by all but a letter, by first letter and length.

    Long ones of every agency; of five letters and more only the short names of national agencies and all of the
    international ones: there are more places and people one letter away from "Rador" than misprints of it.
    """
    registry = _registry()
    found: dict[tuple[str, int], list[str]] = {}
    for id, row in registry.rows.items():
        if "years" in row:
            continue
        short = (row["short"], row.get("native", ""))
        all_names = (row["name"], *short, *row.get("aliases", ()))
        for name in {fold(name) for name in all_names}:
            if registry.names.get(name) == id and (
                len(name) >= _NEARLY_ALL_FROM
                or (len(name) >= _NEARLY_FROM and row["kind"] == "international")
                or (len(name) >= _NEARLY_FROM and row["kind"] == "national" and name in map(fold, short))
            ):
                found.setdefault((name[0], len(name)), []).append(name)
    return found


def _one_slip(written: str, meant: str) -> bool:
    """Whether one letter is missing, added or wrong, or two neighbours are exchanged, after the first letter."""
    shorter = min(len(written), len(meant))
    i = 1
    while i < shorter and written[i] == meant[i]:
        i += 1
    if len(written) < len(meant):
        return written[i:] == meant[i + 1 :]
    if len(written) > len(meant):
        return written[i + 1 :] == meant[i:]
    if written[i + 1 :] == meant[i + 1 :]:
        return True
    return written[i : i + 2] == meant[i : i + 2][::-1] and written[i + 2 :] == meant[i + 2 :]
