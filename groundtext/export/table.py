"""CSV: one row for each link, and one for each feature or group that nothing supports.

Spreadsheets take a cell that begins with = + - @ for a formula, and run it: such a text gets an
apostrophe in front. Numbers are numbers. The file begins with a byte order mark, without which
Excel takes UTF-8 for an old encoding and spoils every accent.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Final

import shapely

from groundtext.export.printable import printable
from groundtext.export.rows import LINK_COLUMNS, read_exported

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection

    from groundtext.model import Collection, Feature, LayerId
    from groundtext.workspace import Workspace

_FEATURE_COLUMNS: Final = (
    *("layer", "lon", "lat", "precision", "uncertainty_m", "feature_kind", "operator", "country"),
    *("feature_status", "valid_from", "valid_to", "planned_end", "confidence", "sources"),
    *("aliases", "feature_note", "properties", "members", "wkt"),
)
COLUMNS: Final = (*LINK_COLUMNS, *_FEATURE_COLUMNS)
# Full-width forms count in East Asian versions of the programs.
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK: Final = "\ufeff"
_MOST_CHARACTERS: Final = 32_000  # a cell of a spreadsheet holds 32,767
_DECIMALS: Final = 6  # of a degree: 11 cm


def csv_text(workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None) -> str:
    """Return the table; `lon` and `lat` are a point on the feature, degrees, EPSG:4326."""
    found = read_exported(workspace, layer_ids)
    about = {
        **{feature.id: _about(feature) for feature in found.features},
        **{group.id: _about_group(group) for group in found.collections},
    }
    output = io.StringIO(newline="")
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\r\n", restval="")
    writer.writeheader()
    for target, name in found.names.items():
        links = (*found.links.get(target, ()), *found.others.get(target, ()))
        silent = {
            "target": target,
            "target_name": name,
            "is_group": "layer" not in about[target],
        }
        for fields in [found.fields(link) for link in links] or [silent]:
            row = {**about[target], **fields}
            writer.writerow({column: _cell(value) for column, value in row.items()})
    return _MARK + output.getvalue()


def _about(feature: Feature) -> dict[str, Any]:
    point = feature.geometry.representative_point()
    wkt = shapely.to_wkt(feature.geometry, rounding_precision=_DECIMALS)
    return {
        "layer": feature.layer_id,
        "lon": round(point.x, _DECIMALS),
        "lat": round(point.y, _DECIMALS),
        "precision": feature.precision.value,
        "uncertainty_m": feature.uncertainty_m,
        "feature_kind": feature.kind,
        "operator": feature.operator,
        "country": feature.country,
        "feature_status": feature.status,
        "valid_from": feature.valid_from,
        "valid_to": feature.valid_to,
        "planned_end": feature.planned_end,
        "confidence": feature.confidence,
        "sources": "; ".join(feature.sources),
        "aliases": "; ".join(feature.aliases),
        "feature_note": feature.note,
        "properties": json.dumps(dict(feature.properties), ensure_ascii=False)
        if feature.properties
        else "",
        "wkt": wkt if len(wkt) <= _MOST_CHARACTERS else "",
    }


def _about_group(group: Collection) -> dict[str, Any]:
    return {
        "aliases": "; ".join(group.aliases),
        "feature_note": group.note,
        "members": " ".join(group.members),
    }


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text
