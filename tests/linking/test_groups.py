from __future__ import annotations

import pytest

from tests.linking.test_series import targets as series_targets
from tests.linking.world import targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Astana negotiations have produced nothing.", ["astana"]),
        ("The Astana negotiations have so far cost a fortune.", ["astana"]),
        ("Nobody knows what the Astana negotiations have achieved.", ["astana"]),
        ("The Vienna negotiations have produced nothing.", []),
        ("The Astana negotiators have produced nothing.", []),
        ("The Astana traders have produced nothing.", []),
    ],
)
def test_what_talks_have_come_to_is_said_of_all_though_the_last_is_near(
    text: str, expected: list[str]
) -> None:
    assert series_targets(text, "2014-09-20") == expected


@pytest.mark.parametrize(
    ("text", "published", "target"),
    [
        ("All the Geneva talks ended in acrimony.", "2017", "geneva-talks"),
        ("Several rounds of talks in Geneva brought nothing.", "2017", "geneva-talks"),
        ("Since January 2017 Kazakhstan has hosted regular talks.", "2018", "astana-talks"),
        ("Russia held regular talks with Turkey and Iran on Syria.", "2018", "astana-talks"),
    ],
)
def test_a_plural_means_the_group_of_meetings(text: str, published: str, target: str) -> None:
    assert targets(text, published) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Regular talks continue.",
        "Since March 2003 Kazakhstan has hosted regular talks on grain.",
        "All the Paris talks ended in acrimony.",
    ],
)
def test_a_plural_that_fits_no_group_means_none(text: str) -> None:
    assert targets(text, "2018") == []
