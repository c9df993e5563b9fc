"""CSV: one row for each link, and one for each feature that nothing supports.

Spreadsheets take a cell that begins with = + - @ for a formula, and run it: such a text gets an
apostrophe in front. Numbers are numbers. The file begins with a byte order mark, without which
Excel takes UTF-8 for an old encoding and spoils every accent.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

import shapely

from groundtext.export.rows import LINK_COLUMNS, read_exported

if TYPE_CHECKING:
    from groundtext.model import Feature
    from groundtext.workspace import Workspace

_FEATURE_COLUMNS: Final = (
    *("layer", "lon", "lat", "precision", "uncertainty_m", "feature_kind", "operator", "country"),
    *("feature_status", "valid_from", "valid_to", "wkt"),
)
COLUMNS: Final = (*LINK_COLUMNS, *_FEATURE_COLUMNS)
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK: Final = "\ufeff"
_MOST_WKT: Final = 30_000  # characters; a cell of a spreadsheet holds 32,767


def csv_text(workspace: Workspace) -> str:
    """Return the table; `lon` and `lat` are a point on the feature, degrees, EPSG:4326."""
    found = read_exported(workspace)
    features = {feature.id: feature for feature in found.features}
    output = io.StringIO(newline="")
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\r\n", restval="")
    writer.writeheader()
    for target in (*features, *(group.id for group in found.collections)):
        about = _about(features[target]) if target in features else {}
        links = [found.fields(link) for link in found.links.get(target, ())]
        alone = (
            [{"target": target, "target_name": found.name(target)}] if target in features else []
        )
        for fields in links or alone:
            writer.writerow({name: _safe(value) for name, value in {**about, **fields}.items()})
    return _MARK + output.getvalue()


def _about(feature: Feature) -> dict[str, Any]:
    point = feature.geometry.representative_point()
    wkt = shapely.to_wkt(feature.geometry, rounding_precision=6)
    return {
        "layer": feature.layer_id,
        "lon": round(point.x, 6),
        "lat": round(point.y, 6),
        "precision": feature.precision.value,
        "uncertainty_m": feature.uncertainty_m,
        "feature_kind": feature.kind,
        "operator": feature.operator,
        "country": feature.country,
        "feature_status": feature.status,
        "valid_from": feature.valid_from,
        "valid_to": feature.valid_to,
        "wkt": wkt if len(wkt) <= _MOST_WKT else "",
    }


def _safe(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULAS) else text
