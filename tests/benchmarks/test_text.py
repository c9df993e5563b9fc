from __future__ import annotations

from benchmarks.text import render

ROUND = {
    "calibration_ms": 26.0,
    "megabytes": 2.0,
    "documents": 10,
    "words_per_mention": 28.0,
    "gazetteer_s": 0.3,
    "split_s": 0.2,
    "recognition_s": 1.0,
    "lookup_s": 0.5,
    "whole_s": 4.0,
    "peak_bytes": 140e6,
}


def test_the_report_gives_medians_and_says_which_bars_are_met() -> None:
    slower = ROUND | {"whole_s": 8.0}
    compiled = ROUND | {"whole_s": 1.6, "peak_bytes": 150e6}
    report = render([ROUND, slower, slower], [compiled] * 3, "a machine")
    assert "links | 8.00 (4.00\u20138.00) | 0.25 | 1.60 (1.60\u20131.60) | 1.25 |" in report
    assert "as it is | 0.25 MB/s | **not met**" in report
    assert "compiled | 1.25 MB/s | met" in report
    assert "150 MB | met" in report
    assert "2.0 times as long as the plain look-up" in report
