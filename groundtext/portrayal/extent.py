"""Which part of the world a map shows first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

_DECIMALS: Final = 4  # of a degree
_MIDDLE: Final = (4, 96)  # percentiles of the features that the first look shows


def first_look(geometries: Iterable[BaseGeometry]) -> list[float]:
    """Return west, south, east, north of where most features are: far-off ones do not count."""
    boxes = shapely.bounds(list(geometries))
    if not len(boxes):
        return [-170.0, -55.0, 170.0, 70.0]
    least, most = _MIDDLE
    parts = (least, least, most, most)
    edges = [_percentile(sorted(boxes[:, side]), part) for side, part in enumerate(parts)]
    return [round(float(edge), _DECIMALS) for edge in edges]


def _percentile(ordered: Sequence[float], part: int) -> float:
    return ordered[round((len(ordered) - 1) * part / 100)]
