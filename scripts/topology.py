"""TopoJSON to shapely: shared arcs are simplified once, so that neighbours stay neighbours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

Arc: TypeAlias = list[tuple[float, float]]

_MIN_RING: Final = 4
_HALF_TURN: Final = 180.0
_FULL_TURN: Final = 360.0
_WORLD: Final = box(-180, -90, 180, 90)


@dataclass(frozen=True, slots=True)
class TopologyObject:
    """One geometry of a topology with what is said of it."""

    id: str
    name: str
    geometry: BaseGeometry


def read_topology(
    path: Path, object_name: str, simplify: Callable[[Arc], Arc] = list
) -> tuple[TopologyObject, ...]:
    """Return the geometries of one object of a TopoJSON file, EPSG:4326, in the file's order.

    Every arc goes through `simplify` once, before rings are put together; rings that are left
    with fewer than four positions are dropped, and geometries without a ring with them.
    Polygons over the antimeridian are cut there.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [simplify(arc) for arc in _arcs(topology)]
    found = []
    for member in topology["objects"][object_name]["geometries"]:
        geometry = _geometry(member, arcs)
        if not geometry.is_empty:
            name = (member.get("properties") or {}).get("name", "")
            found.append(TopologyObject(str(member.get("id", "")), name, geometry))
    return tuple(found)


def simplify_by_place(
    area: BaseGeometry, inside_deg: float, outside_deg: float
) -> Callable[[Arc], Arc]:
    """Return a simplifier (Douglas-Peucker) with one tolerance inside an area, one outside.

    An arc that crosses the edge of the area is simplified run by run; the ends of runs stay.
    """
    shapely.prepare(area)

    def simplify(arc: Arc) -> Arc:
        simple = [arc[0]]
        for tolerance, run in _runs(arc, lambda position: area.intersects(Point(position))):
            line = LineString(run).simplify(inside_deg if tolerance else outside_deg)
            simple += [(lon, lat) for lon, lat in line.coords][1:]
        return simple

    return simplify


def _runs(arc: Arc, is_inside: Callable[[tuple[float, float]], bool]) -> Iterator[tuple[bool, Arc]]:
    """Yield the stretches of an arc; a leg belongs inside if it starts there."""
    legs = ((is_inside(start), start, end) for start, end in pairwise(arc))
    for inside, stretch in groupby(legs, key=lambda leg: leg[0]):
        run = list(stretch)
        yield inside, [run[0][1], *(end for _, _, end in run)]


def _arcs(topology: dict[str, Any]) -> Iterator[Arc]:
    scale_lon, scale_lat = topology["transform"]["scale"]
    first_lon, first_lat = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        column = row = 0
        positions = []
        for step_column, step_row in arc:
            column, row = column + step_column, row + step_row
            positions.append((column * scale_lon + first_lon, row * scale_lat + first_lat))
        yield positions


def _geometry(member: dict[str, Any], arcs: list[Arc]) -> BaseGeometry:
    kind, indices = member["type"], member.get("arcs", [])
    if kind == "LineString":
        return LineString(_joined(indices, arcs))
    if kind == "MultiLineString":
        return MultiLineString([_joined(part, arcs) for part in indices])
    polygons = indices if kind == "MultiPolygon" else [indices]
    parts = [part for rings in polygons for part in _polygons(rings, arcs)]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _polygons(rings: list[list[int]], arcs: list[Arc]) -> list[Polygon]:
    joined = [_unrolled(_joined(ring, arcs)) for ring in rings]
    shell, *holes = joined
    if len(shell) < _MIN_RING:
        return []
    polygon: BaseGeometry = Polygon(shell, [hole for hole in holes if len(hole) >= _MIN_RING])
    if not polygon.is_valid:
        polygon = shapely.make_valid(polygon, method="structure", keep_collapsed=False)
    west, _, east, _ = polygon.bounds
    if west < -_HALF_TURN or east > _HALF_TURN:
        polygon = _wrapped(polygon)
    return [part for part in shapely.get_parts(polygon) if isinstance(part, Polygon)]


def _joined(indices: list[int], arcs: list[Arc]) -> Arc:
    """Join arcs end to start; the index ~i means arc i backwards."""
    joined: Arc = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        joined += arc[1:] if joined else arc
    return joined


def _unrolled(ring: Arc) -> Arc:
    """Let longitudes run on past 180 degrees, and close a ring round a pole over that pole."""
    unrolled = ring[:1]
    for (before, _), (lon, lat) in pairwise(ring):
        turns = round((before - lon) / _FULL_TURN)
        offset = unrolled[-1][0] - before
        unrolled.append((lon + offset + turns * _FULL_TURN, lat))
    if unrolled and abs(unrolled[-1][0] - unrolled[0][0]) > _HALF_TURN:
        pole = 90.0 if unrolled[0][1] > 0 else -90.0
        unrolled += [(unrolled[-1][0], pole), (unrolled[0][0], pole), unrolled[0]]
    return unrolled


def _wrapped(polygon: BaseGeometry) -> BaseGeometry:
    """Cut what lies past 180 degrees and bring it back."""
    turned = [translate(polygon, turn) for turn in (-_FULL_TURN, 0, _FULL_TURN)]
    return shapely.union_all([copy.intersection(_WORLD) for copy in turned])
