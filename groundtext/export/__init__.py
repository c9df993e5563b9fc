"""What leaves the program: for GIS, spreadsheets, gazetteers, annotation tools, and readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Collection as AnyCollection

    from groundtext.model import LayerId
    from groundtext.workspace import Workspace

    _Writer = Callable[[Workspace, AnyCollection[LayerId] | None], str | bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: how its files are called and what a browser is told of them."""

    suffix: str
    media_type: str
    is_text: bool = True  # whether a terminal can show it
    knows_layers: bool = True  # whether some layers can be taken out alone


_LINES: Final = Form("jsonl", "application/jsonl", knows_layers=False)


# By their names; the catalogue says what each one is for.
FORMS: Final[Mapping[str, Form]] = {
    "dossier": Form("html", "text/html"),
    "gpkg": Form("gpkg", "application/geopackage+sqlite3", is_text=False),
    "geojson": Form("geojson", "application/geo+json"),
    "kml": Form("kml", "application/vnd.google-earth.kml+xml"),
    "csv": Form("csv", "text/csv"),
    "lpf": Form("lpf.json", "application/geo+json"),
    "annotations": Form("jsonld", "application/ld+json"),
    "evidence-jsonl": _LINES,
    "mentions-jsonl": _LINES,
    "dates-jsonl": _LINES,
    "disagreements-jsonl": _LINES,
    "gold-jsonl": _LINES,
}
FORMATS: Final = tuple(FORMS)


def export(
    workspace: Workspace,
    file_format: str,
    layer_ids: AnyCollection[LayerId] | None = None,
    *,
    picked: str = "",
) -> bytes:
    """Return a workspace's contents in one of `FORMATS`; texts are UTF-8 and end with a line end.

    Parameters
    ----------
    workspace
        What is taken out.
    file_format
        The form.
    layer_ids
        The layers that are taken out, with what is about them; all for None, and in the forms
        that know no layers.
    picked
        Id of the feature or group that a dossier opens with.

    Raises
    ------
    KeyError
        If there is no such format.
    """
    made: str | bytes
    if file_format == "dossier":
        from groundtext.export.dossier import write_dossier  # noqa: PLC0415  folium is large

        made = write_dossier(workspace, layer_ids=layer_ids, picked=picked)
    elif FORMS[file_format].knows_layers:
        made = _writers()[file_format](workspace, layer_ids)
    else:
        made = "".join(f"{line}\n" for line in _line_writers()[file_format](workspace))
    return made if isinstance(made, bytes) else made.encode()


def _writers() -> Mapping[str, _Writer]:
    # Loaded for those who export, and not with the app.
    from groundtext.export.annotations import annotations_text  # noqa: PLC0415
    from groundtext.export.geojson import geojson_text  # noqa: PLC0415
    from groundtext.export.geopackage import geopackage_bytes  # noqa: PLC0415
    from groundtext.export.kml import kml_bytes  # noqa: PLC0415
    from groundtext.export.linked_places import linked_places_text  # noqa: PLC0415
    from groundtext.export.table import csv_text  # noqa: PLC0415

    return {
        "gpkg": geopackage_bytes,
        "geojson": geojson_text,
        "kml": kml_bytes,
        "csv": csv_text,
        "lpf": linked_places_text,
        "annotations": annotations_text,
    }


def _line_writers() -> Mapping[str, Callable[[Workspace], Iterator[str]]]:
    from groundtext.export.evidence import (  # noqa: PLC0415
        date_lines,
        disagreement_lines,
        evidence_lines,
        mention_lines,
    )
    from groundtext.export.gold import gold_lines  # noqa: PLC0415

    return {
        "evidence-jsonl": evidence_lines,
        "mentions-jsonl": mention_lines,
        "dates-jsonl": date_lines,
        "disagreements-jsonl": disagreement_lines,
        "gold-jsonl": gold_lines,
    }
