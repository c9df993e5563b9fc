from __future__ import annotations

import pytest

from tests.linking.world import targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They mean to send Russian gas to Germany.", ["nord-stream"]),
        ("The firm pipes the gas of Russia to Germany.", ["nord-stream"]),
        ("Ships bring Azerbaijani oil across Georgia to Turkey.", ["btc"]),
        ("They mean to send Russian grain to Germany.", []),
        ("They mean to send German gas to Russia.", []),
        ("Russian gas costs more than in Germany.", []),
        ("They mean to send Russian gas to China.", []),
        ("They sell Russian gas and send envoys to China.", []),
    ],
)
def test_what_flows_is_told_by_whose_it_is(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
