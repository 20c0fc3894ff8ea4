"""Write docs/agencies.md, the registry for people to read, from ``wirenews/data/agencies.toml``.

python tools/build_docs_agencies.py           write the page
python tools/build_docs_agencies.py --check   exit 1 if it is out of step
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "wirenews" / "data" / "agencies.toml"
PAGE = ROOT / "docs" / "agencies.md"

HEAD = """\
# The agencies that wirenews knows

<!-- Written by tools/build_docs_agencies.py from wirenews/data/agencies.toml: edit the table, not this page. -->

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
"""

SHARED = """\
## Names that are shared

Read only when country or language of the story settle it; otherwise the agency in the last column has the name, or
nobody.

| name | agencies | otherwise |
|---|---|---|
"""


def page(text: str) -> str:
    """The page for the text of the table."""
    table: dict[str, dict[str, Any]] = tomllib.loads(text)["agency"]
    kinds = Counter(row["kind"] for row in table.values())
    parts = [HEAD.format(count=len(table), kinds=", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))]
    for title, ids in _sections(text):
        parts.append(f"## {title}\n\n| id | name | short | in its own words | country | languages | kind | years |")
        parts.append("|---|---|---|---|---|---|---|---|\n" + "\n".join(_line(id, table[id]) for id in ids) + "\n")
    parts.append(SHARED + "\n".join(_shared(table)))
    return "\n".join(parts) + "\n"


def _sections(text: str) -> list[tuple[str, list[str]]]:
    """The regions of the table with the ids of their agencies."""
    sections: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("# -------- "):
            sections.append((line.removeprefix("# -------- "), []))
        elif line.startswith("[agency."):
            sections[-1][1].append(line.removeprefix("[agency.").removesuffix("]"))
    return sections


def _line(id: str, row: dict[str, Any]) -> str:
    cells = (
        f"`{id}`",
        row["name"],
        row["short"],
        row.get("native", ""),
        row.get("country", ""),
        " ".join(row.get("languages", ())),
        row["kind"],
        row.get("years", ""),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _shared(table: dict[str, dict[str, Any]]) -> list[str]:
    users: dict[str, list[str]] = defaultdict(list)
    for id, row in table.items():
        for name in row.get("ambiguous", ()):
            users[name].append(id)
    lines = []
    for name, ids in sorted(users.items()):
        owner = next((id for id, row in table.items() if _owns(row, name)), "")
        everybody = [owner, *(id for id in ids if id != owner)] if owner else ids
        lines.append(f"| {name} | {', '.join(f'`{id}`' for id in everybody)} | {f'`{owner}`' if owner else ''} |")
    return lines


def _owns(row: dict[str, Any], name: str) -> bool:
    return name in row.get("aliases", ()) or (name == row["short"] and name not in row.get("ambiguous", ()))


def main() -> int:
    text = page(TABLE.read_text(encoding="utf-8"))
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
            return 0
        print("docs/agencies.md is out of step: run python tools/build_docs_agencies.py", file=sys.stderr)
        return 1
    PAGE.write_text(text, encoding="utf-8")
    print("wrote docs/agencies.md")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
