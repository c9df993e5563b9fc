from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from shapely.geometry import box

from scripts.topology import read_topology, simplify_by_place

if TYPE_CHECKING:
    from pathlib import Path

    from scripts.topology import Arc


def write(path: Path, arcs: list[list[list[int]]], *geometries: dict[str, Any]) -> Path:
    """Write a topology whose numbers are degrees, its arcs given as positions."""
    steps = [[arc[0], *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc))] for arc in arcs]
    topology = {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": steps,
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
    }
    file = path / "world.json"
    file.write_text(json.dumps(topology), encoding="utf-8")
    return file


def ring(*arcs: int) -> dict[str, Any]:
    return {"type": "Polygon", "id": "004", "properties": {"name": "A"}, "arcs": [list(arcs)]}


def test_arcs_are_joined_forwards_and_backwards(tmp_path: Path) -> None:
    shared, west, east = (
        [[1, 0], [1, 1]],
        [[1, 1], [0, 1], [0, 0], [1, 0]],
        [[1, 1], [2, 0], [1, 0]],
    )
    file = write(tmp_path, [shared, west, east], ring(0, 1), ring(~1, ~0), ring(0, 2))
    left, again, right = (found.geometry for found in read_topology(file, "countries"))
    assert left.equals(box(0, 0, 1, 1))
    assert again.equals(left)
    assert left.touches(right)


def test_a_geometry_keeps_its_id_and_name(tmp_path: Path) -> None:
    file = write(tmp_path, [[[0, 0], [1, 0], [1, 1], [0, 0]]], ring(0))
    (found,) = read_topology(file, "countries")
    assert (found.id, found.name) == ("004", "A")


def test_a_ring_over_the_antimeridian_is_cut_there(tmp_path: Path) -> None:
    across = [[170, 0], [-170, 0], [-170, 10], [170, 10], [170, 0]]
    (found,) = read_topology(write(tmp_path, [across], ring(0)), "countries")
    assert found.geometry.equals(box(-180, 0, -170, 10).union(box(170, 0, 180, 10)))


def test_a_ring_round_the_pole_is_closed_over_it(tmp_path: Path) -> None:
    round_pole = [[lon, -70] for lon in range(-180, 181, 30)]
    (found,) = read_topology(write(tmp_path, [round_pole], ring(0)), "countries")
    assert found.geometry.equals(box(-180, -90, 180, -70))


def test_a_ring_that_collapses_is_dropped(tmp_path: Path) -> None:
    def flatten(arc: Arc) -> Arc:
        return [arc[0], arc[-1]]

    file = write(tmp_path, [[[0, 0], [1, 0], [1, 1], [0, 0]]], ring(0))
    assert read_topology(file, "countries", flatten) == ()


def test_an_arc_is_simplified_by_place() -> None:
    simplify = simplify_by_place(box(0, 0, 10, 10), inside_deg=0.01, outside_deg=1.0)
    arc = [(1.0, 5.0), (3.0, 5.2), (5.0, 5.0), (15.0, 5.0), (17.0, 5.2), (19.0, 5.0)]
    assert simplify(arc) == [(1.0, 5.0), (3.0, 5.2), (5.0, 5.0), (15.0, 5.0), (19.0, 5.0)]
