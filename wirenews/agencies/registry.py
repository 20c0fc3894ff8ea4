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

from ..article import Agency
from ..text import tables
from ..text.characters import plain_text
from ..text.patterns import Characters, pattern

_ROUND_A_NAME = " \t\n.,:;-()[]/"
_LONGEST_NAME = 100
_LONGEST_PRINTED = 1000  # with marks and accents that a plain text has not
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
    country = _code("country", country, "an ISO 3166 code of two letters such as 'TW'")
    language = _code("language", language, "an ISO 639-1 code of two letters such as 'zh'")
    if len(text) > _LONGEST_PRINTED:
        return None
    return find_titled(plain_text(text), country=country and country.upper(), language=language and language.lower())


def _code(name: str, value: str | None, advice: str) -> str | None:
    """The code of two letters that a caller passed, in any case; anything else is told at once."""
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be {advice}, got {type(value).__name__} {value!r}")
    if value is not None and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise ValueError(f"{name} must be {advice}, got {value!r}")
    return value


def find_titled(
    text: str, *, country: str | None = None, language: str | None = None, known: tuple[Agency, ...] = ()
) -> Agency | None:
    """The agency of this name, staff title and the word "agency" beside it or not: :func:`find_agency` for readers."""
    return lookup(text, country=country, language=language, known=known) or _named_twice(text) or _desk(text)


def agencies() -> tuple[Agency, ...]:
    """All agencies of the registry, in the order of the table (by region, then by id)."""
    return tuple(_agency(id) for id in _registry().rows)


def lookup(
    text: str, *, country: str | None = None, language: str | None = None, known: tuple[Agency, ...] = ()
) -> Agency | None:
    """The agency that goes by exactly this name once folded, or ``None``: :func:`find_agency` without titles.

    A name that several agencies use is that of the one among those ``known`` from elsewhere in the story.

    >>> lookup("AGENCE FRANCE-PRESSE").id, lookup("ТАСС").id, lookup("/ritzau/").id, lookup("www.reuters.com").id
    ('afp', 'tass', 'ritzau', 'reuters')
    """
    if len(text) > _LONGEST_NAME:
        return None
    registry = _registry()
    key = _key(text, registry)
    if key is None:
        owner = _owner_of_address(text.strip(_ROUND_A_NAME)) if "." in text else None
        return _agency(owner) if owner is not None else None
    owner = registry.names[key]
    if (country or language or known) and key in registry.shared:
        owner = _settle(registry.shared[key], country, language, known) or owner
    return _agency(owner) if owner else None


def _key(text: str, registry: _Registry) -> str | None:
    """The form of a name under which the registry has it: as printed, folded, without its article."""
    names = registry.names
    if text in names:
        return text
    bare = text.strip(_ROUND_A_NAME)
    if bare in names:
        return bare
    key = fold(text)
    if key in names:
        return key
    rest = _without_article(bare, registry.articles)
    key = fold(rest) if rest is not None else ""
    return key if key in names else None


_ADDRESS = pattern(r"(?:https?://)?+(?:www\.)?+((?:[\w-]++\.)+\p{L}{2,})", regex.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a name is printed as the address of a site: "reuters.com", "https://www.reuters.com/"."""
    return "." in text and _ADDRESS.fullmatch(text.rstrip("/")) is not None


def _owner_of_address(text: str) -> str | None:
    """Whose site an address is, that of a language or a country too ("uk.reuters.com"); of its front page only."""
    address = _ADDRESS.fullmatch(text)
    if address is None:
        return None
    host = address[1].lower()
    domains = _registry().domains
    return domains.get(host) or domains.get(host.partition(".")[2])


def _without_article(text: str, articles: frozenset[str]) -> str | None:
    """What follows an article, as a word ("the AP") or elided ("l'AFP"); ``None`` where there is none."""
    article, blank, rest = text.partition(" ")
    if blank and article.casefold() in articles:
        return rest
    if text[1:2] in "'’" and text[:1].casefold() + "'" in articles:
        return text[2:]
    return None


def nearly(text: str) -> Agency | None:
    """The agency whose name, of five letters or more, this is with one typing error.

    An error is a letter too few, too many or wrong, or two neighbours exchanged; never the first letter. A name
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
        if _one_error_apart(key, name)
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
    domains: dict[str, str]  # the address of a site -> id
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
    domains = {domain: id for id, row in rows.items() for domain in row.get("domains", ())}
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
    sets = [frozenset(map(str.casefold, words[name])) for name in ("articles", "before", "beats", "titles")]
    return _Registry(rows, names, shared, domains, frozenset(unlike), *sets)


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


def _settle(ids: tuple[str, ...], country: str | None, language: str | None, known: tuple[Agency, ...]) -> str | None:
    """The one of these agencies that is known, that is at home in the country, or that files in the language."""
    named = [agency.id for agency in known if agency.id in ids]
    if named:
        return named[0]
    rows = _registry().rows
    at_home = [id for id in ids if country and rows[id].get("country") == country]
    if len(at_home) != 1 and len(ids) > 1:
        at_home = [id for id in at_home or ids if language and language in rows[id].get("languages", ())]
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


def _one_error_apart(written: str, meant: str) -> bool:
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
