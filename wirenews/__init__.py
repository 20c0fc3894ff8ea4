"""Wire-service stories in their parts: dateline, headline, byline, body, credits, notices.

>>> import wirenews
>>> article = wirenews.parse("OSLO, May 2 (Reuters) - It rained all day.")
>>> article.dateline.places[0].country, article.dateline.date.isoformat(), article.agency.name
('NO', '--05-02', 'Reuters')
"""

from . import export
from .agencies import agencies, find_agency
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
    Place,
    Segment,
)
from .batch import parse_many
from .copies import Fingerprint, find_copies, fingerprint
from .credit.normalize import normalize_attribution, read_attributions
from .dates.normalize import normalize_date
from .formats import iter_load, load
from .kinds import DefectCode, NoticeKind, Role, SegmentKind
from .parser import parse
from .places.lookup import find_place
from .wire_date import WireDate

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
    "Notice",
    "NoticeKind",
    "Person",
    "Piece",
    "Place",
    "Role",
    "Segment",
    "SegmentKind",
    "WireDate",
    "__version__",
    "agencies",
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
]
