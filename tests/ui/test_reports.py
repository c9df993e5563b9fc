from __future__ import annotations

import pytest

from groundtext.ui.reports import offset_of, text_of


@pytest.mark.parametrize("value", [None, 7, ["a"], {"a": 1}, True])
def test_what_is_no_text_is_empty(value: object) -> None:
    assert text_of({"feature": value}, "feature") == ""
    assert text_of({}, "feature") == ""


@pytest.mark.parametrize("value", [None, "7", -1, 1.5, [7]])
def test_what_is_no_offset_is_none(value: object) -> None:
    assert offset_of({"start": value}, "start") is None


def test_what_was_reported_comes_back() -> None:
    report = {"feature": "fort-alder", "start": 0}
    assert (text_of(report, "feature"), offset_of(report, "start")) == ("fort-alder", 0)
