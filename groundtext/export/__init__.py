"""What leaves the program: for GIS, spreadsheets, gazetteers, annotation tools, and readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from groundtext.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: how its files are called and what a browser is told of them."""

    suffix: str
    media_type: str
    words: str  # what it is for, in a few words


FORMS: Final[Mapping[str, Form]] = {
    "dossier": Form("html", "text/html", "one page with map and quotes, to read and print"),
    "gpkg": Form("gpkg", "application/geopackage+sqlite3", "GeoPackage, for QGIS"),
    "geojson": Form("geojson", "application/geo+json", "GeoJSON with quotes"),
    "kml": Form("kml", "application/vnd.google-earth.kml+xml", "KML, for Google Earth"),
    "csv": Form("csv", "text/csv", "CSV, for spreadsheets"),
    "lpf": Form("json", "application/geo+json", "Linked Places, for gazetteers"),
    "annotations": Form("jsonld", "application/ld+json", "Web Annotations"),
    "evidence-jsonl": Form("jsonl", "application/jsonl", "links, one a line"),
    "mentions-jsonl": Form("jsonl", "application/jsonl", "place names, one a line"),
    "dates-jsonl": Form("jsonl", "application/jsonl", "dates, one a line"),
    "disagreements-jsonl": Form("jsonl", "application/jsonl", "what documents say differently"),
    "gold-jsonl": Form("jsonl", "application/jsonl", "decisions, as right answers"),
}
FORMATS: Final = tuple(FORMS)


def export(workspace: Workspace, file_format: str) -> bytes:
    """Return a workspace's contents in one of `FORMATS`; texts are UTF-8 and end with a line end.

    Raises
    ------
    KeyError
        If there is no such format.
    """
    made = _writers()[file_format](workspace)
    return made if isinstance(made, bytes) else made.encode("utf-8", "replace")


def _writers() -> Mapping[str, Callable[[Workspace], str | bytes]]:
    # Loaded for those who export: folium alone is large.
    from groundtext.export.annotations import annotations_text  # noqa: PLC0415
    from groundtext.export.dossier import write_dossier  # noqa: PLC0415
    from groundtext.export.evidence import (  # noqa: PLC0415
        date_lines,
        disagreement_lines,
        evidence_lines,
        mention_lines,
    )
    from groundtext.export.geojson import geojson_text  # noqa: PLC0415
    from groundtext.export.geopackage import geopackage_bytes  # noqa: PLC0415
    from groundtext.export.gold import gold_lines  # noqa: PLC0415
    from groundtext.export.kml import kml_text  # noqa: PLC0415
    from groundtext.export.linked_places import linked_places_text  # noqa: PLC0415
    from groundtext.export.table import csv_text  # noqa: PLC0415

    return {
        "dossier": write_dossier,
        "gpkg": geopackage_bytes,
        "geojson": geojson_text,
        "kml": kml_text,
        "csv": csv_text,
        "lpf": linked_places_text,
        "annotations": annotations_text,
        "evidence-jsonl": lambda workspace: _ended(evidence_lines(workspace)),
        "mentions-jsonl": lambda workspace: _ended(mention_lines(workspace)),
        "dates-jsonl": lambda workspace: _ended(date_lines(workspace)),
        "disagreements-jsonl": lambda workspace: _ended(disagreement_lines(workspace)),
        "gold-jsonl": lambda workspace: _ended(gold_lines(workspace)),
    }


def _ended(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
