from __future__ import annotations

from groundtext.layers import Finding


def test_a_finding_reads_as_file_place_fault_and_remedy() -> None:
    finding = Finding("camps.geojson", "first-camp", "names no source", "say where it is from")
    assert str(finding) == "camps.geojson: first-camp: names no source; say where it is from."


def test_a_finding_about_a_file_names_no_place() -> None:
    assert Finding("camps.geojson", "", "no such file", "add it").reason == "no such file; add it."
