"""Wire-service stories in their parts: dateline, headline, byline, body, credits, notices.

>>> import wirenews
>>> article = wirenews.parse("OSLO, May 2 (Reuters) - It rained all day.")
>>> article.dateline.places[0].country, article.dateline.date.isoformat(), article.agency.name
('NO', '--05-02', 'Reuters')
"""

from typing import TYPE_CHECKING

from . import pickled as pickled
from .agencies import add_agencies, add_agency, agencies, find_agency
from .article import (
    Agency,
    Article,
    Attribution,
    Dateline,
    Defect,
    DefectError,
    Field,
    Headline,
    Notice,
    Person,
    Piece,
    Segment,
)
from .kinds import DefectCode, NoticeKind, Role, SegmentKind, Status
from .metadata import Metadata, Subject
from .parser import clean, parse
from .place import Place
from .places.find import find_place
from .record import Record
from .wire_date import WireDate

# Imported when they are first asked for: ``parse`` has no need of them.
if TYPE_CHECKING:
    from . import export
    from .batch import parse_many
    from .copies import Fingerprint, find_copies, fingerprint
    from .credit.normalize import normalize_attribution, read_attributions
    from .dates.normalize import normalize_date
    from .export.report import report
    from .formats import iter_load, load
else:
    _HOMES = {
        "Fingerprint": ".copies",
        "export": ".export",
        "find_copies": ".copies",
        "fingerprint": ".copies",
        "iter_load": ".formats",
        "load": ".formats",
        "normalize_attribution": ".credit.normalize",
        "normalize_date": ".dates.normalize",
        "parse_many": ".batch",
        "read_attributions": ".credit.normalize",
        "report": ".export.report",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = import_module(_HOMES[name], __name__)
        globals()[name] = found = home if name == "export" else getattr(home, name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *_HOMES})


__version__ = "0.1.0"

__all__ = [
    "Agency",
    "Article",
    "Attribution",
    "Dateline",
    "Defect",
    "DefectCode",
    "DefectError",
    "Field",
    "Fingerprint",
    "Headline",
    "Metadata",
    "Notice",
    "NoticeKind",
    "Person",
    "Piece",
    "Place",
    "Record",
    "Role",
    "Segment",
    "SegmentKind",
    "Status",
    "Subject",
    "WireDate",
    "__version__",
    "add_agencies",
    "add_agency",
    "agencies",
    "clean",
    "export",
    "find_agency",
    "find_copies",
    "find_place",
    "fingerprint",
    "iter_load",
    "load",
    "normalize_attribution",
    "normalize_date",
    "parse",
    "parse_many",
    "read_attributions",
    "report",
]
