from __future__ import annotations

import pytest

from tests.linking.lines_world import last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pipe is to be 36 inches wide and to carry 10 billion cubic metres a year.",
            ["amber"],
        ),
        ("The Amber pipeline is late. A 36-inch pipe is cheap.", ["amber"]),
        ("The Amber pipeline is late. It took pipe for 830 km.", ["amber-no"]),
        ("The Lakes railway is late. Track was laid for 1,450 kilometres.", ["lakes-2014"]),
        ("A 36-inch pipe is cheap.", []),
        ("The Amber pipeline is late. A 48-inch pipe is cheap.", []),
        ("The Amber pipeline is late. A 36-inch screen is cheap.", []),
        ("The Amber pipeline is late. Pipe was laid for 12 km.", []),
        ("Track was laid for 1,450 kilometres.", []),
        ("The Lakes railway is late. He swam 1,450 kilometres.", []),
    ],
)
def test_figures_tell_a_line(text: str, expected: list[str]) -> None:
    assert last(text) == expected
