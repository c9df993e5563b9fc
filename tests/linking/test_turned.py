from __future__ import annotations

import pytest

from tests.linking.lines_world import last, link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lane through the Gulf of Sidra was marked with buoys.", ["levant"]),
        ("The lane across the Gulf of Sidra was marked.", ["levant"]),
        ("The railway of Lakes was late.", ["lakes"]),
        ("A canal through the Gulf of Sidra was marked.", []),
        ("The lane through the Gulf of Riga was marked.", []),
        ("Nobody drew a lane near the Gulf of Sidra.", []),
        ("There was no lane through the Gulf of Sidra.", []),
        ("The railway of lakes and hills was late.", []),
    ],
)
def test_a_name_may_be_turned_round(text: str, expected: list[str]) -> None:
    assert last(text) == expected


def test_the_reason_says_so() -> None:
    [found] = link("The lane across the Gulf of Sidra was marked.")
    assert found.reason == (
        "‘lane across the Gulf of Sidra’, its name turned round: Gulf of Sidra shipping lane"
    )
