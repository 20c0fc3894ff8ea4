"""Make ``wirenews/export/land.svg``: the outline of the continents, as the report's map draws it.

python tools/build_outline.py land-110m.json

The outline is Natural Earth's land at 1:110 million (https://www.naturalearthdata.com, public domain), as packed in
``world-atlas`` 2.0.2: ``npm pack world-atlas@2.0.2`` fetches it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from wirenews.export.projection import HEIGHT, WIDTH, place_on_map  # noqa: E402

# In units of the map, a thousand of which are its width: a corner goes whose triangle with its neighbours is smaller,
# and an island that is.
LEAST_CORNER, LEAST_ISLAND = 2.4, 8.0
# Antarctica lies below.
SOUTH = -57.0

Point = tuple[float, float]


def outline(topology: dict[str, Any]) -> str:
    """The picture: one path in whole units, each point as its step from the one before."""
    cut = [part for ring in rings_of(topology) for part in between_edges(unrolled(ring))]
    rings = [[place_on_map(latitude, longitude) for longitude, latitude in ring] for ring in cut]
    path = "".join(steps(simplified(ring)) for ring in rings if abs(area(ring)) >= LEAST_ISLAND)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n<path d="{path}"/>\n</svg>\n'


def rings_of(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of all land but Antarctica, in degrees, longitude first."""
    arcs = [list(degrees(arc, **topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for numbers in polygon:
                ring = [point for number in numbers for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
                if max(latitude for _, latitude in ring) > SOUTH:
                    yield ring


def degrees(arc: list[list[int]], scale: Point, translate: Point) -> Iterator[Point]:
    """The points of an arc, which TopoJSON packs as steps on a grid."""
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale[0] + translate[0], y * scale[1] + translate[1]


def unrolled(ring: list[Point]) -> list[Point]:
    """The ring without leaps from one edge of the map to the other: it may leave the map instead."""
    turns, last, points = 0, ring[0][0], []
    for longitude, latitude in ring:
        turns += (longitude - last < -180) - (longitude - last > 180)
        points.append((longitude + 360 * turns, latitude))
        last = longitude
    return points


def between_edges(ring: list[Point]) -> Iterator[list[Point]]:
    """What of a ring is on the map, and what of it comes in again at the other edge."""
    for turn in (-360, 0, 360):
        shifted = [(longitude + turn, latitude) for longitude, latitude in ring]
        part = east_of(-180, [(-x, y) for x, y in east_of(-180, [(-x, y) for x, y in shifted])])
        if part:
            yield part


def east_of(edge: float, ring: list[Point]) -> list[Point]:
    """The part of a ring that lies east of a meridian (Sutherland and Hodgman's way)."""
    kept: list[Point] = []
    for (x, y), (after_x, after_y) in zip(ring, ring[1:] + ring[:1], strict=True):
        if x >= edge:
            kept.append((x, y))
        if (x >= edge) != (after_x >= edge):
            kept.append((edge, y + (after_y - y) * (edge - x) / (after_x - x)))
    return kept


def simplified(ring: list[Point]) -> list[Point]:
    """The ring without its least corners, the least first (Visvalingam's way)."""
    kept = list(ring)
    while len(kept) > 4:
        sizes = [abs(area([kept[at - 1], kept[at], kept[(at + 1) % len(kept)]])) for at in range(len(kept))]
        least = min(range(len(kept)), key=sizes.__getitem__)
        if sizes[least] >= LEAST_CORNER:
            break
        del kept[least]
    return kept


def area(ring: list[Point]) -> float:
    """The area inside a ring, negative where it runs the other way round."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(x * after_y - after_x * y for (x, y), (after_x, after_y) in pairs) / 2


def steps(ring: list[Point]) -> str:
    """The ring as a path of SVG: where it begins, and the steps from there."""
    points = [(round(x), round(y)) for x, y in ring]
    walk = pairwise(points)
    moves = [(after_x - x, after_y - y) for (x, y), (after_x, after_y) in walk if (x, y) != (after_x, after_y)]
    shown = " ".join(f"{x} {y}" for x, y in moves).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{shown}z"


if __name__ == "__main__":
    source = Path(sys.argv[1])
    (ROOT / "wirenews" / "export" / "land.svg").write_text(outline(json.loads(source.read_text("utf-8"))), "utf-8")
