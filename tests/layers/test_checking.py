from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from shapely.geometry import LineString

from groundtext.layers import check_layers, read_layers
from groundtext.model import Collection, Precision

if TYPE_CHECKING:
    from groundtext.layers import LayerSet
    from tests.layers.conftest import Folder

CORRIDOR_REMEDY = "use “corridor” for lines and only for lines."
NO_METRES = "an uncertainty of 0 m claims more than the precision"


@pytest.fixture
def layer_set(folder: Folder) -> LayerSet:
    return read_layers(folder.path)


def reasons(layer_set: LayerSet, folder: Folder) -> list[str]:
    return [finding.reason for finding in check_layers(layer_set, folder.path)]


def with_first(layer_set: LayerSet, **changes: object) -> LayerSet:
    first, *others = layer_set.features
    return replace(layer_set, features=(replace(first, **changes), *others))  # type: ignore[arg-type]


def test_sound_layers_need_no_facts_to_pass(layer_set: LayerSet, folder: Folder) -> None:
    assert reasons(layer_set, folder) == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"sources": ()}, "first-camp: names no source; say where it is known from."),
        ({"sources": (" ",)}, "first-camp: names no source; say where it is known from."),
        (
            {"valid_from": "2014", "valid_to": "2001"},
            "first-camp: ends before it begins: 2014 to 2001; correct the dates.",
        ),
        (
            {"valid_from": "2014", "planned_end": "2001"},
            "first-camp: ends before it begins: 2014 to 2001; correct the dates.",
        ),
        (
            {"precision": Precision.CORRIDOR},
            f"first-camp: precision “corridor” does not fit a Point; {CORRIDOR_REMEDY}",
        ),
        (
            {"geometry": LineString([(0, 0), (1, 1)])},
            f"first-camp: precision “site” does not fit a LineString; {CORRIDOR_REMEDY}",
        ),
        (
            {"precision": Precision.PROVINCE, "uncertainty_m": 0.0},
            f"first-camp: {NO_METRES} “province”; say within how many metres it lies.",
        ),
    ],
)
def test_a_doubtful_feature_is_found(
    layer_set: LayerSet, folder: Folder, changes: dict[str, object], reason: str
) -> None:
    assert reasons(with_first(layer_set, **changes), folder) == [reason]


@pytest.mark.parametrize("dates", [("2014", "2014-01"), ("", "2001"), ("2001", "")])
def test_dates_that_may_be_in_order_pass(
    layer_set: LayerSet, folder: Folder, dates: tuple[str, str]
) -> None:
    valid_from, valid_to = dates
    changed = with_first(layer_set, valid_from=valid_from, valid_to=valid_to)
    assert reasons(changed, folder) == []


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        (("first-camp", "no-camp"), "members that do not exist: no-camp"),
        (("first-camp", "first-camp"), "names a member twice"),
        (("all-camps",), "is a member of itself"),
        (("ring",), "is a member of itself"),
    ],
)
def test_a_group_that_cannot_be_is_found(
    layer_set: LayerSet, folder: Folder, members: tuple[str, ...], reason: str
) -> None:
    groups = (Collection("all-camps", "All", members), Collection("ring", "Ring", ("all-camps",)))
    assert reason in reasons(replace(layer_set, collections=groups), folder)[0]


def test_a_layer_without_features_is_found(layer_set: LayerSet, folder: Folder) -> None:
    empty = replace(layer_set, features=(), collections=())
    (finding,) = check_layers(empty, folder.path)
    assert (finding.file, finding.message) == ("camps.geojson", "no feature can be used")
