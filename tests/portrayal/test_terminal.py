from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.portrayal.terminal import on_one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\r\n lines\u00a0here ", "two lines here"),
        ("\x1b[2J", "\\u001b[2J"),
        ("a\u202eb", "a\\u202eb"),
        ("Herāt 🛰", "Herāt 🛰"),
    ],
)
def test_what_would_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


@given(st.text(), st.integers(1, 20))
def test_a_line_is_printable_and_no_longer_than_asked(text: str, most: int) -> None:
    line = on_one_line(text, most)
    assert len(line) <= most
    assert line.encode().decode() == line
    assert len(line.splitlines()) <= 1
