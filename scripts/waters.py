"""Names for lakes and rivers, which the packages draw without one."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shapely.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

_NEAR_DEG: Final = 0.35  # a name's spot lies this close to its water; the waters are far apart


@dataclass(frozen=True, slots=True)
class Water:
    """A name and a spot on or beside the water that bears it."""

    name: str
    kind: str  # lake | river
    spot: Point


def read_waters(path: Path) -> tuple[Water, ...]:
    """Return the named waters of a table, in its order."""
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(
            Water(row["name"], row["kind"], Point(float(row["lon"]), float(row["lat"])))
            for row in csv.DictReader(table)
        )


def name_of(geometry: BaseGeometry, kind: str, waters: tuple[Water, ...]) -> str:
    """Return the name of the nearest spot of the kind, or nothing if none is near."""
    distances = sorted(
        (geometry.distance(water.spot), water.name) for water in waters if water.kind == kind
    )
    return distances[0][1] if distances and distances[0][0] <= _NEAR_DEG else ""
