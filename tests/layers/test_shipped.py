"""The checks of what ships, on what ships: whole first, then broken in one place."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shapely.affinity import translate

from groundtext.layers import check_layers, read_layers
from groundtext.layers.shipped import Length
from groundtext.settings import DATA, LAYERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from groundtext.layers import LayerSet
    from groundtext.model import Feature


@pytest.fixture(scope="module")
def shipped() -> LayerSet:
    return read_layers(LAYERS)


def reasons(layer_set: LayerSet, data: Path = DATA) -> list[str]:
    return [finding.reason for finding in check_layers(layer_set, data)]


def without(layer_set: LayerSet, feature_id: str) -> LayerSet:
    kept = tuple(one for one in layer_set.features if one.id != feature_id)
    return replace(layer_set, features=kept)


def changed(layer_set: LayerSet, change: Callable[[Feature], Feature]) -> LayerSet:
    return replace(layer_set, features=tuple(change(one) for one in layer_set.features))


def moved(feature_id: str, east: float) -> Callable[[Feature], Feature]:
    return lambda one: (
        replace(one, geometry=translate(one.geometry, east)) if one.id == feature_id else one
    )


def test_what_ships_has_no_finding(shipped: LayerSet) -> None:
    assert shipped.listed == ()
    assert reasons(shipped) == []


def test_a_missing_province_and_its_gap_are_found(shipped: LayerSet) -> None:
    found = " ".join(reasons(without(shipped, "balkh")))
    assert "balkh: no such province" in found
    assert "of Afghanistan are in no province" in found


def test_two_provinces_under_each_others_name_are_found(shipped: LayerSet) -> None:
    names = {"panjshir": "parwan", "parwan": "panjshir"}
    swapped = changed(shipped, lambda one: replace(one, id=names.get(one.id, one.id)))
    found = " ".join(reasons(swapped))
    assert "panjshir: its capital Bazarak lies in parwan" in found
    assert "parwan: its capital Charikar lies in panjshir" in found


def test_a_province_out_of_place_overlaps_and_leaves_the_country(shipped: LayerSet) -> None:
    found = " ".join(reasons(changed(shipped, moved("herat", -0.3))))
    assert "of the provinces are outside Afghanistan" in found
    assert "overlaps" in " ".join(reasons(changed(shipped, moved("herat", 0.3))))


def test_a_section_of_the_wrong_length_is_found(shipped: LayerSet) -> None:
    whole = {one.id: one.geometry for one in shipped.features}
    swapped = changed(
        shipped,
        lambda one: (
            replace(one, geometry=whole["tapi-india"]) if one.id == "tapi-pakistan" else one
        ),
    )
    remedy = "check the waypoints in data/facts."
    assert reasons(swapped) == [
        f"tapi-pakistan: 13 km long, published are 819 to 826 km ± 15%; {remedy}",
        f"tapi: 1,005 km long, published are 1,814 km ± 5%; {remedy}",
    ]


def test_a_missing_section_is_found(shipped: LayerSet) -> None:
    found = " ".join(reasons(without(shipped, "tapi-afghanistan")))
    assert "tapi-afghanistan: no such section of TAPI" in found


@pytest.mark.parametrize("name", ["basemap.json", "facts/provinces.csv", "facts/routes.toml"])
@pytest.mark.parametrize(
    ("contents", "message"),
    [(None, "no such file, so the layers cannot be compared with it"), ("[{", "cannot be read")],
)
def test_facts_that_are_gone_or_broken_are_findings(
    shipped: LayerSet, tmp_path: Path, name: str, contents: str | None, message: str
) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA / "facts", data / "facts")
    shutil.copy(DATA / "basemap.json", data)
    (data / name).unlink()
    if contents is not None:
        (data / name).write_text(contents, encoding="utf-8")
    assert [message for reason in reasons(shipped, data) if message in reason] == [message]


@pytest.mark.parametrize(
    ("length_km", "fits"), [(849.9, False), (850.1, True), (1_379.9, True), (1_380.1, False)]
)
def test_a_tolerance_widens_the_published_range(length_km: float, fits: bool) -> None:  # noqa: FBT001
    assert Length("a", least_km=1_000, most_km=1_200, tolerance=0.15).fits(length_km) is fits
