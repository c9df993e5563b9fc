"""The figures of docs/evaluation.md do not fall unseen; each floor is a little below its figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundtext.cli import main

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("subject", "links", "readings"),
    [
        ("river", 0.88, 0.96),
        ("shipping", 0.88, 0.95),
        ("election", 0.78, 0.97),
        ("mining", 0.9, 0.94),
    ],
)
def test_other_subjects_are_linked_as_well_as_they_were(
    subject: str, links: float, readings: float
) -> None:
    folder = HERE / subject
    floors = ["--at-least", f"links.f1={links}", "--at-least", f"readings.accuracy={readings}"]
    sources = ["--documents", str(folder / "documents"), "--layers", str(folder / "layers")]
    assert main(["evaluate", str(folder / "gold"), *sources, *floors]) == 0


@pytest.mark.parametrize(
    ("texts", "links", "readings"),
    [
        ("region", 0.95, 0.97),
        ("allusive", 0.9, 0.96),
        ("policy", 0.92, 0.93),
        ("genres", 0.88, 0.94),
    ],
)
def test_the_region_is_linked_as_well_as_it_was(texts: str, links: float, readings: float) -> None:
    floors = ["--at-least", f"links.f1={links}", "--at-least", f"readings.accuracy={readings}"]
    folder = HERE / texts
    sources = ["--documents", str(folder / "documents")]
    assert main(["evaluate", str(folder / "gold"), *sources, *floors]) == 0


def test_names_in_news_are_found_and_placed_as_well_as_they_were() -> None:
    floors = ["--at-least", "end_to_end.f1=0.87", "--at-least", "recognition.precision=0.96"]
    sources = ["--documents", str(HERE / "news" / "articles")]
    assert main(["evaluate", str(HERE / "news" / "gold.jsonl"), *sources, *floors]) == 0
