"""What is uncertain is said, and what is not leaves nothing to say."""

from __future__ import annotations

import pytest
from shapely.geometry import LineString, Point, box

from groundtext.model import Precision
from groundtext.portrayal.certainty import doubts_of
from tests import zoo

SURE = {"precision": Precision.SITE, "uncertainty_m": 500.0, "confidence": "high"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ()),
        ({"precision": Precision.SETTLEMENT, "uncertainty_m": 10_000.0}, ()),
        ({"uncertainty_m": 25_000.0}, ("its place is known to about 25 km only",)),
        ({"precision": Precision.COUNTRY}, ("only the country is known",)),
        ({"precision": Precision.PROVINCE}, ("only the province is known",)),
        (
            {
                "precision": Precision.PROVINCE,
                "uncertainty_m": 3_000.0,
                "geometry": box(0, 0, 1, 1),
            },
            (),
        ),
        (
            {
                "precision": Precision.CORRIDOR,
                "uncertainty_m": 40_000.0,
                "geometry": LineString([(0, 0), (1, 1)]),
            },
            ("its course is known to about 40 km only",),
        ),
        ({"status": "disputed"}, ("its status is: disputed",)),
        ({"status": "closed"}, ()),
        ({"valid_from": "2001?"}, ("its dates are uncertain",)),
        ({"valid_from": "2001"}, ()),
        ({"confidence": "low"}, ("the sources for it are weak",)),
        (
            {"confidence": "low", "valid_to": "2014~"},
            ("its dates are uncertain", "the sources for it are weak"),
        ),
    ],
)
def test_every_doubt_is_named(changes: dict[str, object], said: tuple[str, ...]) -> None:
    assert doubts_of(zoo.feature(**{"geometry": Point(6, 46), **SURE, **changes})) == said
