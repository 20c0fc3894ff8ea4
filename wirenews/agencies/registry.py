"""The registry of news agencies: names to :class:`~wirenews.article.Agency`.

The facts are rows of ``data/agencies.toml``. A name is compared folded (no case, dots, blanks, hyphens,
accents), never by likeness: "A.N.I." is ANI, "Ani DiFranco" is nobody. The functions here are asked about a name
that stands alone: in parentheses, in a byline, under a story. Whether words inside a sentence are a credit or
only a mention is for the caller to say.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from ..arguments import check_code, check_text
from ..article import Agency
from ..roster import facts_of
from ..text import tables
from ..text.characters import plain_text
from ..text.patterns import Characters, plain_pattern

_BESIDE_A_NAME = " \t\n.,:;-()[]/"
_LONGEST_NAME = 100
_LONGEST_PRINTED = 1000  # with marks and accents that a plain text has not
_MOST_WORDS = 8
_SHORTEST_MISPRINT = 4  # of a name of five letters


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
    check_text(text, "pass the agency's name")
    check_code("country", country, "an ISO 3166 code of two letters such as 'TW'")
    check_code("language", language, "an ISO 639-1 code of two letters such as 'zh'")
    if len(text) > _LONGEST_PRINTED:
        return None
    return find_titled(plain_text(text), country=country and country.upper(), language=language and language.lower())


def find_titled(
    text: str, *, country: str | None = None, language: str | None = None, known: tuple[Agency, ...] = ()
) -> Agency | None:
    """The agency of this name, staff title and the word "agency" beside it or not: :func:`find_agency` for readers."""
    return lookup(text, country=country, language=language, known=known) or _named_twice(text) or _desk(text)


def agencies() -> tuple[Agency, ...]:
    """All agencies of the registry, in the order of the table (by region, then by id), with those that were added.

    >>> [agency.name for agency in agencies() if agency.country == "EE"]
    ['Eesti Teadete Agentuur']
    """
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
    key = _known_form(text, registry)
    if key is None:
        owner = _owner_of_address(text.strip(_BESIDE_A_NAME)) if "." in text else None
    elif key in registry.shared:
        owner = _settled(registry.shared[key], country, language, known) or registry.names[key]
    else:
        owner = registry.names[key]
    return _agency(owner) if owner else None


def is_printed_name(text: str) -> bool:
    """Whether a text is a name of an agency to the letter, however many go by it: a test without folding."""
    return text in _registry().names


def is_shared(text: str) -> bool:
    """Whether several agencies go by a name, so that the name alone does not say which of them it is.

    >>> is_shared("CNA"), is_shared("Reuters")
    (True, False)
    """
    registry = _registry()
    return _known_form(text, registry) in registry.shared if len(text) <= _LONGEST_NAME else False


def _known_form(text: str, registry: "_Registry") -> str | None:
    """The form of a name under which the registry has it: as printed, folded, without its article."""
    names = registry.names
    if text in names:
        return text
    bare = text.strip(_BESIDE_A_NAME)
    if bare in names:
        return bare
    key = agency_key(text)
    if key not in names or key in registry.small:
        rest = _without_article(bare, registry.articles)
        if rest is None:
            return None
        key = agency_key(rest)
    return key if key in names and key not in registry.small else None


_ADDRESS = plain_pattern(r"(?:https?://)?+(?:www\.)?+((?:[\w-]++\.)+[^\W\d_]{2,})", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a name is printed as the address of a site: "reuters.com", "https://www.reuters.com/"."""
    return _ADDRESS.fullmatch(text.rstrip("/")) is not None


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
    elided = text[:2].casefold().replace("’", "'")
    return text[2:] if elided[1:] == "'" and elided in articles else None


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
    key = agency_key(text)
    registry = _registry()
    if len(key) < _SHORTEST_MISPRINT or key in registry.names or key in registry.unlike:
        return None
    owners = {
        registry.names[name]
        for length in (len(key) - 1, len(key), len(key) + 1)
        for name in registry.long_names.get(f"{key[0]}{length}", "").split()
        if _one_error_apart(key, name)
    }
    return _agency(owners.pop()) if len(owners) == 1 else None


def agency_key(text: str) -> str:
    """The name without case, accents, blanks and punctuation, for comparing.

    >>> agency_key("Agence France-Presse"), agency_key("A.N.I."), agency_key("Télam"), agency_key("ČTK")
    ('agencefrancepresse', 'ani', 'telam', 'ctk')
    """
    if text.isascii():
        return text.lower().translate(_SIGNS)
    return unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS_AND_DIGITS)


def _letter_or_digit(character: str) -> str:
    """What is left of a character of a decomposed name: letters and digits, and not their accents."""
    # Vowel signs, which Unicode calls marks as it does accents, are letters of Indic and Thai names.
    is_letter = character.isalnum() or (character >= "\u0900" and _is_vowel_sign(character))
    return character if is_letter else ""


def _is_vowel_sign(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" and not unicodedata.combining(character)


_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}
# Letters that Unicode does not take apart into a letter and its accent; and Arabic letters that keyboards exchange.
_PLAIN_LETTERS = {
    ord(letter): plain
    for letter, plain in {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ی": "ي", "ک": "ك", "ـ": "",
    }.items()
}  # fmt: skip
_LETTERS_AND_DIGITS = Characters(_letter_or_digit, _PLAIN_LETTERS)


class _Registry(NamedTuple):
    """The table, by name; ``tools/compile_tables.py`` says what is in it."""

    rows: dict[str, str]  # id -> the agency, packed
    names: dict[str, str]  # as printed and folded -> id; "" where several agencies use the name
    shared: dict[str, list[str]]  # the ids that use such a name
    covers: dict[str, str]  # id -> the countries besides its own whose stories are the agency's
    domains: dict[str, str]  # the address of a site -> id
    unlike: frozenset[str]
    small: frozenset[str]  # names that count only as printed, in small letters
    long_names: dict[str, str]  # first letter and length -> the names to compare a misprint with
    articles: frozenset[str]
    before: frozenset[str]
    beats: frozenset[str]
    titles: frozenset[str]


@cache
def _registry() -> _Registry:
    table = tables.load("agencies")
    words = [frozenset(table["words"][name]) for name in ("articles", "before", "beats", "titles")]
    names = {name: id for id, names in table["names"].items() for name in names.split("|")}
    rows, shared, covers, domains = table["agency"], table["shared"], table["covers"], table["domains"]
    return _Registry(
        rows,
        names,
        shared,
        covers,
        domains,
        frozenset(table["unlike"]),
        frozenset(table["small"]),
        table["long_names"],
        *words,
    )


@cache
def _agency(id: str) -> Agency:
    facts = facts_of(id)
    assert facts is not None, f"no agency has the id {id!r}"
    return Agency(id, **facts)


def agency_of(id: str, name: str) -> Agency:
    """The agency of the registry with this id and name; where there is none, one that has these two alone."""
    known = _agency(id) if id in _registry().rows else None
    return known if known is not None and known.name == name else Agency(id, name)


def _settled(ids: list[str], country: str | None, language: str | None, known: tuple[Agency, ...]) -> str | None:
    """The one of these agencies that is known, that is at home in the country, or that files in the language."""
    told = next((agency.id for agency in known if agency.id in ids), None)
    if told is not None:
        return told
    at_home = _at_home_in(country, ids)
    if len(at_home) != 1 and len(ids) > 1:
        at_home = _filing_in(language, at_home or ids)
    return at_home[0] if len(at_home) == 1 else None


def _at_home_in(country: str | None, ids: list[str]) -> list[str]:
    if country is None:
        return []
    covers = _registry().covers
    return [id for id in ids if _agency(id).country == country or country in covers.get(id, "")]


def _filing_in(language: str | None, ids: list[str]) -> list[str]:
    return [id for id in ids if language in _agency(id).languages]


def _named_twice(text: str) -> Agency | None:
    """The agency of "Ghana News Agency (GNA)"; that others are called GNA too does no harm here."""
    if not text.endswith(")") or len(text) > _LONGEST_NAME:
        return None
    name, _, short = text[:-1].rpartition("(")
    agency = lookup(name)
    if agency is None:
        return None
    registry = _registry()
    key = agency_key(short)
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
