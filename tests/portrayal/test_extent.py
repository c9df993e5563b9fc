from __future__ import annotations

from shapely.geometry import Point

from groundtext.portrayal.extent import first_look


def test_the_first_look_passes_over_what_lies_far_off() -> None:
    near = [Point(60 + step / 10, 35 + step / 10) for step in range(20)]
    west, south, east, north = first_look([*near, Point(-77, 38)])
    assert west > 59
    assert (south, east, north) < (36, 62, 37)


def test_the_first_look_at_nothing_is_the_world() -> None:
    west, south, east, north = first_look([])
    assert west < south < north < east
