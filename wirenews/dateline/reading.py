"""What the dateline readers hand on."""

from typing import NamedTuple

from ..article import Attribution, Dateline, Defect


class Reading(NamedTuple):
    """A dateline, the offset at which the lead begins, and what was wrong.

    ``byline`` is the reporter whom the dateline names. A doubtful dateline could be a headline: any
    better one below it wins. An opening one counts before the first paragraph of a story only.
    """

    dateline: Dateline
    lead: int
    defects: tuple[Defect, ...] = ()
    byline: Attribution | None = None
    is_doubtful: bool = False
    is_opening: bool = False
