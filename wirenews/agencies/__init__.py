"""The news agencies: the registry of their names, and the reader of lists of them."""

from .names import (
    ends_agency,
    first_and_last_words,
    is_house_spelling,
    may_name_agency,
    names_without_blanks,
    only_agencies,
    read_agencies,
)
from .own import add_agencies, add_agency, know_own_agencies, own_agencies
from .registry import (
    agencies,
    agency_key,
    agency_of,
    find_agency,
    find_titled,
    is_printed_name,
    is_shared,
    lookup,
    nearly,
)

__all__ = [
    "add_agencies",
    "add_agency",
    "agencies",
    "agency_key",
    "agency_of",
    "ends_agency",
    "find_agency",
    "find_titled",
    "first_and_last_words",
    "is_house_spelling",
    "is_printed_name",
    "is_shared",
    "know_own_agencies",
    "lookup",
    "may_name_agency",
    "names_without_blanks",
    "nearly",
    "only_agencies",
    "own_agencies",
    "read_agencies",
]
