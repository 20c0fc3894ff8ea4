"""The page of the registry for people to read, ``docs/agencies.md``."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from registry import GENERAL_KNOWLEDGE, TABLE, AgencyRow, registry, sections

PAGE = Path(__file__).parent.parent / "docs" / "agencies.md"

HEAD = """\
# The agencies that wirenews knows

<!-- Written by tools/build.py from wirenews/data/agencies.toml: edit the table, not this page. -->

{count} organisations: {kinds}.

`wirenews.find_agency(name)` finds each by its name, its short name, its own script, its former names, its desks
and the address of its site. Case, accents, dots, blanks and hyphens do not count, nor does an article before the name:

```python
>>> import wirenews
>>> wirenews.find_agency("the Associated Press").id, wirenews.find_agency("A.F.P.").id
('ap', 'afp')
>>> wirenews.find_agency("Associated Press of Pakistan").id, wirenews.find_agency("新华社").id
('app', 'xinhua')
>>> wirenews.find_agency("AP Sports Writer").id, wirenews.find_agency("dpa/lno").id
('ap', 'dpa')
>>> wirenews.find_agency("Reuters Institute") is None and wirenews.find_agency("Ani DiFranco") is None
True

```

A short name that several agencies use belongs to nobody, unless the country or the language of the story says whose
it is:

```python
>>> wirenews.find_agency("CNA") is None
True
>>> wirenews.find_agency("CNA", country="TW").id, wirenews.find_agency("CNA", country="SG").id
('cna-tw', 'cna-sg')

```

Some short names are common words too (`UP`, `Beta`, `TAP`, `SANA`): these are read only as the agency prints them.
An agency that is missing is a row in the table; a row needs facts, with the place where they were seen, and no code.

The last column says where the facts of a row were seen ({seen} rows). Where it is empty they are general knowledge:
nobody has compared the row with a page yet. The items of {items} agencies in Wikidata are known:

```python
>>> wirenews.find_agency("AFP").wikidata
'Q40464'

```
"""

COLUMNS = """\
| id | name | short | in its own words | country | languages | kind | years | wikidata | seen in |
|---|---|---|---|---|---|---|---|---|---|
"""

SHARED = """\
## Names that are shared

Read only when country or language of the story settle it; otherwise the agency in the last column has the name, or
nobody.

| name | agencies | otherwise |
|---|---|---|
"""


def made() -> dict[Path, str]:
    """The page."""
    rows = registry()
    kinds = Counter(row.kind for row in rows.values())
    seen = sum(row.source != GENERAL_KNOWLEDGE for row in rows.values())
    items = sum(row.wikidata is not None for row in rows.values())
    counts = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common())
    parts = [HEAD.format(count=len(rows), kinds=counts, seen=seen, items=items)]
    for title, ids in sections(TABLE.read_text(encoding="utf-8")).items():
        parts.append(f"## {title}\n\n" + COLUMNS + "\n".join(_line(id, rows[id]) for id in ids) + "\n")
    parts.append(SHARED + "\n".join(_shared(rows)))
    return {PAGE: "\n".join(parts) + "\n"}


def _line(id: str, row: AgencyRow) -> str:
    cells = (
        f"`{id}`",
        row.name,
        row.short,
        row.native or "",
        row.country or "",
        " ".join(row.languages),
        row.kind,
        row.years or "",
        f"[{row.wikidata}](https://www.wikidata.org/wiki/{row.wikidata})" if row.wikidata else "",
        _seen(row.source),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _seen(source: str) -> str:
    """Where the facts were seen, the address of a page by the name of its site."""
    if source == GENERAL_KNOWLEDGE:
        return ""
    return f"[{urlsplit(source).netloc.removeprefix('www.')}]({source})" if "://" in source else source


def _shared(rows: dict[str, AgencyRow]) -> list[str]:
    users: dict[str, list[str]] = defaultdict(list)
    for id, row in rows.items():
        for name in row.ambiguous:
            users[name].append(id)
    lines = []
    for name, ids in sorted(users.items()):
        owner = next((id for id, row in rows.items() if _owns(row, name)), "")
        everybody = [owner, *(id for id in ids if id != owner)] if owner else ids
        lines.append(f"| {name} | {', '.join(f'`{id}`' for id in everybody)} | {f'`{owner}`' if owner else ''} |")
    return lines


def _owns(row: AgencyRow, name: str) -> bool:
    return name in row.aliases or (name == row.short and name not in row.ambiguous)
