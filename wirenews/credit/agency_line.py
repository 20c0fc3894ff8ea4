"""Lines of agencies and initials -> :class:`~wirenews.article.Attribution`: "(ANI)", "PTI KKP RDS", "hh/ph/ts"."""

from functools import cache
from typing import NamedTuple

import regex

from ..agencies import may_name_agency, nearly, only_agencies
from ..article import Agency, Attribution
from ..kinds import Role
from ..people.words import refused_words, words_of
from ..text import tables
from ..text.characters import AROUND
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule

LONGEST_LINE = 80
_LONGEST_JOINED = 24
_SHORTEST_MISPRINT = 6

# Behind an agency's name, in brackets or not: "(NAN)(www.nan.example)".
_ADDRESS = plain_pattern(r"[\s()]+(?:https?://|www\.)[^\s()]+$")

RULES = (
    Rule(
        "credit.agency",
        "a line of up to 80 characters that holds agencies, as they print their names, and nothing else but "
        "dashes, brackets, a desk or a date; one name may have a misprint in capitals",
        "(ANI)",
    ),
    Rule(
        "credit.initials",
        "initials beside an agency, or at least two of them, joined by a slash or a hyphen or of three small letters",
        "lo/rm (AP, dpa)",
    ),
)


class Filed(NamedTuple):
    """Where a story was filed (ISO 3166) and the agencies of its dateline, which say whose "CNA" stands below it.

    The language (ISO 639-1) is what the caller knows of it.
    """

    country: str | None = None
    agencies: tuple[Agency, ...] = ()
    language: str | None = None


NOWHERE = Filed()


def read_agency_line(source: str, start: int, end: int, filed: Filed = NOWHERE) -> Attribution | None:
    """The credit of a line that holds agencies and nothing else but dashes, brackets, initials, a date.

    >>> for line in ("Reuter", "REUTER...", "(ANI)", "--IANS", "PTI KKP RDS RDS", "lo/rm (AP, dpa)"):
    ...     print([a.id for a in read_agency_line(line, 0, len(line)).agencies])
    ['reuters']
    ['reuters']
    ['ani']
    ['ians']
    ['pti']
    ['ap', 'dpa']
    >>> read_agency_line("Reuters Institute", 0, 17) is None
    True
    """
    if end - start > LONGEST_LINE:
        return None
    text = source[start:end]
    core = text.strip(AROUND)
    if core.endswith("^M"):  # a carriage return that an editor has spelt out
        core = core[:-2].strip(AROUND)
    if "©" in core:
        return None
    agencies = _agencies(core, filed)
    if agencies:
        return agency_credit(source, start, end, "credit.agency", agencies)
    return _read_initials(source, start, end) if _may_be_initials(text, core) else None


def agency_credit(source: str, start: int, end: int, rule: str, agencies: tuple[Agency, ...]) -> Attribution:
    """The credit of agencies: they sell a photo where the line says so ("AP Photo", "Getty Images")."""
    text = clean(source, start, end)
    role: Role = "origin"
    if text.rpartition(" ")[2].strip(AROUND).lower() in _photo_words():
        role = "photo"
    return Attribution(start, end, text, rule, role, agencies)


@cache
def _photo_words() -> frozenset[str]:
    rows = tables.load("credits")["roles"]["photo"].values()
    return frozenset(word for words in rows for word in words if " " not in word)


def _agencies(core: str, filed: Filed) -> tuple[Agency, ...]:
    """The agencies that a line names and nothing else, a misprinted one too."""
    if "www." in core or "://" in core:
        core = _ADDRESS.sub("", core).strip(AROUND)
    if may_name_agency(core) or _may_join_agencies(core):
        return only_agencies(core, country=filed.country, language=filed.language, known=filed.agencies)
    agency = nearly(core) if core.isupper() and len(core) >= _SHORTEST_MISPRINT else None
    return (agency,) if agency is not None else ()


def _may_join_agencies(core: str) -> bool:
    """Whether the text may be "TT-Reuters"."""
    return "-" in core and len(core) <= _LONGEST_JOINED and " " not in core and core[0].isupper()


# ---------------------------------------------------------------- initials


def _may_be_initials(text: str, core: str) -> bool:
    """Whether a line has a sign between initials, small letters only, or the name of an agency."""
    return "/" in text or "-" in text or core.islower() or may_name_agency(core)


def _read_initials(source: str, start: int, end: int) -> Attribution | None:
    """Initials, beside an agency or alone."""
    matched = _initials().fullmatch(source, start, end)
    if matched is None:
        return None
    named = matched["agency"] or matched["list"]
    agencies = only_agencies(named.strip()) if named else ()
    if not agencies and (not matched["alone"] or not refused_words().isdisjoint(matched["alone"].split())):
        return None
    return agency_credit(source, start, end, "credit.initials", agencies)


@cache
def _initials() -> regex.Pattern[str]:
    """Journalists' initials, alone ("hh/ph/ts/hd", "(cm-kjd)") or beside an agency's name."""
    return regex.compile(
        r"""
        # hh/ph/ts  (cm-kjd)  (Schluss) mra/kfi
        (?: [(] (?i:ENDS) [)] \s+ )?
        [(\[]?\s*(?<alone> \p{Ll}{2,4} (?: [/-] \p{Ll}{2,4} ){1,5} ) \s*[)\]]?\s*\.?
        # pba dav   hbi/ mir/   RRL // MCL
        | (?<alone> \p{Ll}{3} (?: \s \p{Ll}{3} ){1,2} )
        | (?<alone> \p{Ll}{2,4}/ (?: \s? \p{Ll}{2,4}/ ){1,4} )
        | (?<alone> \p{Lu}{2,4} (?: \s // \s \p{Lu}{2,4} ){1,3} )
        # PTI KKP RDS RDS   dpa hm bs wjh   --IANS ms/vd
        | [-–—=\s(]* (?<agency> [\p{L}-]{2,12} )
          (?: [\s,/]+ (?: \p{Lu}{2,4}\d? (?=[\s)/]|$) | \p{Ll}{1,4}\d? (?=[\s)/]|$) | \d{4,6} ) ){1,7} \s*\)?
        # भाषा प्रशांत माधव
        | (?<agency> [\p{Lo}\p{M}]{3,14} ) (?: \s [\p{Lo}\p{M}]{2,14} ){1,3}
        # AP-NY-01-13-89 0909EST
        | (?<agency> \p{Lu}{2,6} ) - \p{Lu}{1,4} - \d\d - \d\d - \d\d \s+ \d{4} \p{Lu}{2,4} (?: \s* [<+-] )?
        # lo/rm (AP, dpa)
        | (?: \p{L}{2,4} (?: [/,-] \p{L}{2,4} ){0,4} ) \s* [(\[] (?<list> [^()\[\]]{2,60} ) [)\]] \.?
        """.replace("ENDS", "|".join(sorted(words_of("ends")))),
        regex.VERBOSE,
    )
