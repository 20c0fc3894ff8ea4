"""Lines of agencies and initials -> :class:`~wirenews.article.Attribution`: "(ANI)", "PTI KKP RDS", "hh/ph/ts"."""

from functools import cache
from typing import NamedTuple

from ..agencies import is_shared, may_name_agency, nearly, only_agencies
from ..article import Agency, Attribution
from ..kinds import Role
from ..people.words import words_of
from ..text import tables
from ..text.characters import AROUND, OPENING_BRACKETS
from ..text.language import guess_language
from ..text.layout import clean
from ..text.patterns import plain_pattern
from ..text.rules import Rule
from . import house_line
from .house_line import Told, read_house_line

LONGEST_LINE = 80
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
    *house_line.RULES,
)


class Filed(NamedTuple):
    """What says whose "CNA" stands below a story.

    That is the country where it was filed (ISO 3166), the agencies of its dateline, the language (ISO 639-1), if the
    caller knows it, and else the text, which tells it.
    """

    country: str | None = None
    agencies: tuple[Agency, ...] = ()
    language: str | None = None
    text: str = ""


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
    if "©" in core or text.rstrip()[-1:] == ":":
        return None
    agencies = _agencies(core, filed)
    if agencies:
        return agency_credit(source, start, end, "credit.agency", agencies)
    if not _may_be_house_line(text, core):
        return None
    line = read_house_line(text, Told(filed.country, filed.language, filed.agencies))
    if line is not None and _may_be_shared(core):
        line = read_house_line(text, Told(filed.country, guess_language(filed.text), filed.agencies))
    if line is None:
        return None
    if line.rule == "credit.signed":
        return Attribution(start, end, clean(source, start, end), line.rule, "byline", line.agencies, line.people)
    return agency_credit(source, start, end, line.rule, line.agencies)


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
    return "-" in core and " " not in core


def _may_be_house_line(text: str, core: str) -> bool:
    """Whether a line has a bracket, a sign between initials, small letters only, or words of agencies."""
    slash = text.find("/")
    if slash >= 0 and (
        text[slash + 1 : slash + 2] == "/" or text[max(slash - 1, 0) : slash + 2].replace("/", "").isalpha()
    ):
        return True
    if text[0] in OPENING_BRACKETS or core.islower() or may_name_agency(core):
        return True
    if "-" in core.partition(" ")[0]:
        return True
    return core.partition(" ")[0].rstrip(":").casefold() in words_of("whose")


def _may_be_shared(core: str) -> bool:
    """Whether a line has a name in capitals, which several agencies may go by."""
    return any(is_shared(word) for word in core.replace("/", " ").replace(",", " ").split() if word.isupper())
