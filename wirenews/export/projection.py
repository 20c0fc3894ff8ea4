"""Where a place stands on the map of the world: the Equal Earth projection, in which areas keep their share.

Bojan Šavrič, Tom Patterson and Bernhard Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019).
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

# The map runs from 84° North to 57° South: Antarctica has no datelines, and takes room.
WIDTH, HEIGHT = 1000, 436
_SCALE, _TOP = 184.7, 243.0
_A, _B, _C, _D = 1.340264, -0.081106, 0.000893, 0.003796


def place_on_map(latitude: float, longitude: float) -> tuple[float, float]:
    """How far from the left and from the top of the map a place stands, from ``(0, 0)`` to ``(WIDTH, HEIGHT)``.

    >>> [round(part) for part in place_on_map(0.0, 0.0)], [round(part) for part in place_on_map(-41.3, 174.8)]
    ([500, 243], [927, 390])
    """
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    across = cos(angle) / (_A + 3 * _B * square + sixth * (7 * _C + 9 * _D * square)) * radians(longitude)
    up = angle * (_A + _B * square + sixth * (_C + _D * square))
    return WIDTH / 2 + _SCALE * 2 / sqrt(3) * across, _TOP - _SCALE * up
