"""A GeoPackage for GIS programs: a table for each layer and kind of geometry, styled for QGIS.

Unlike a workspace it holds only what can be cited: features, and the links that support them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from groundtext.export.rows import LINK_COLUMNS, document_fields, read_exported
from groundtext.workspace import geopackage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundtext.export.rows import Exported
    from groundtext.model import Feature, Layer
    from groundtext.workspace import Workspace

_KINDS: Final = (("point", "Point"), ("line", "LineString"), ("area", "Polygon"))
_TEXTS: Final = ("name", "kind", "status", "operator", "country", "valid_from", "valid_to", "note")
_FEATURE_COLUMNS: Final = (
    *("feature_id", *_TEXTS, "aliases", "precision", "uncertainty_m", "confidence", "sources"),
    *("n_passages",),
)
_NUMBERS: Final = {
    "uncertainty_m": "REAL",
    "n_passages": "INTEGER",
    "score": "REAL",
    "start": "INTEGER",
    "end": "INTEGER",
    "characters": "INTEGER",
    "complete": "BOOLEAN",
}
# QGIS's own table of styles; it takes the one that `useAsDefault` marks.
_STYLES: Final = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),
  styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
  ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
"""


def geopackage_bytes(workspace: Workspace) -> bytes:
    """Return the file's bytes; geometries are EPSG:4326, longitude first."""
    found = read_exported(workspace)
    with TemporaryDirectory(prefix="groundtext-") as folder:
        path = Path(folder) / "export.gpkg"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript(geopackage.TABLES + _STYLES)
            connection.execute("BEGIN")
            _write(connection, found)
            connection.execute("COMMIT")
        return path.read_bytes()


def _write(connection: sqlite3.Connection, found: Exported) -> None:
    tables: list[geopackage.FeatureTable] = []
    for layer in found.layers:
        for kind, geometry_type in _KINDS:
            members = [f for f in found.features if f.layer_id == layer.id and _kind(f) == kind]
            if members:
                name = _free_name(
                    layer.id.replace("-", "_"), kind, [table.name for table in tables]
                )
                _write_features(connection, name, members, found)
                _write_style(connection, name, geometry_type, layer)
                bounds = [feature.geometry.bounds for feature in members]
                tables.append(geopackage.FeatureTable(name, _around(bounds), layer.title))
    links = [found.fields(link) for target in sorted(found.links) for link in found.links[target]]
    _write_table(connection, "evidence", LINK_COLUMNS, links)
    documents = [document_fields(found.documents[key], found.cards[key]) for key in found.documents]
    columns = tuple(documents[0]) if documents else ("id",)
    _write_table(connection, "documents", columns, documents)
    geopackage.write_entries(connection, tables, ("evidence", "documents", "layer_styles"))


def _kind(feature: Feature) -> str:
    kind = feature.geometry.geom_type
    return "point" if "Point" in kind else "line" if "Line" in kind else "area"


def _free_name(wanted: str, kind: str, taken: Sequence[str]) -> str:
    reserved = ("evidence", "documents", "layer_styles", "about")
    return wanted if wanted not in (*taken, *reserved) else f"{wanted}_{kind}"


def _around(boxes: Sequence[tuple[float, ...]]) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def _write_features(
    connection: sqlite3.Connection, table: str, features: Iterable[Feature], found: Exported
) -> None:
    columns = ", ".join(f'"{name}" {_NUMBERS.get(name, "TEXT")}' for name in _FEATURE_COLUMNS)
    connection.execute(
        f'CREATE TABLE "{table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,'
        f" {columns})"
    )
    marks = ", ".join("?" * (len(_FEATURE_COLUMNS) + 2))
    for number, feature in enumerate(features, 1):
        row = (
            *(number, geopackage.encode_geometry(feature.geometry), feature.id),
            *(getattr(feature, name) for name in _TEXTS),
            *("; ".join(feature.aliases), feature.precision.value, feature.uncertainty_m),
            *(feature.confidence, "; ".join(feature.sources)),
            len(found.links.get(feature.id, ())),
        )
        connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)  # noqa: S608  a slug of ours


def _write_table(
    connection: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    rows: Iterable[dict[str, Any]],
) -> None:
    columns = ", ".join(f'"{name}" {_NUMBERS.get(name, "TEXT")}' for name in names)
    connection.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY NOT NULL, {columns})")
    marks = ", ".join("?" * (len(names) + 1))
    numbers = count(1)
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608  our own table names
        [(next(numbers), *(row[name] for name in names)) for row in rows],
    )


def _write_style(
    connection: sqlite3.Connection, table: str, geometry_type: str, layer: Layer
) -> None:
    connection.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, 'geom', 'groundtext', ?, '', 1, ?, '', ?)",
        (table, _qml(geometry_type, layer), layer.title, geopackage.LAST_CHANGE),
    )


def _qml(geometry_type: str, layer: Layer) -> str:
    """Return QGIS's description of a single symbol in the layer's colour."""
    red, green, blue = (int(layer.colour[at : at + 2], 16) for at in (1, 3, 5))
    colour = f"{red},{green},{blue}"
    if geometry_type == "Point":
        symbol, options = "marker", {"name": "circle", "color": f"{colour},255", "size": "3"}
    elif geometry_type == "LineString":
        symbol, options = "line", {"line_color": f"{colour},255", "line_width": "0.8"}
    else:
        symbol = "fill"
        options = {"color": f"{colour},31", "outline_color": f"{colour},255", "style": "solid"}
    kinds = {"marker": "SimpleMarker", "line": "SimpleLine", "fill": "SimpleFill"}
    told = "".join(
        f'<Option name="{name}" type="QString" value="{value}"/>' for name, value in options.items()
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
        '<qgis version="3.28" styleCategories="Symbology"><renderer-v2 type="singleSymbol">'
        f'<symbols><symbol type="{symbol}" name="0" alpha="1"><layer class="{kinds[symbol]}" '
        f'enabled="1"><Option type="Map">{told}</Option></layer></symbol></symbols></renderer-v2>'
        f"<layerGeometryType>{('Point', 'LineString', 'Polygon').index(geometry_type)}"
        f"</layerGeometryType><title>{escape(layer.title)}</title></qgis>"
    )
