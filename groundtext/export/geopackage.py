"""A GeoPackage for GIS programs: a table for each layer and kind of geometry, styled for QGIS.

Unlike a workspace it holds only what can be cited: features, groups, and the links to passages.
Written with `sqlite3` from values, in a file of its own: GDAL never meets a live workspace.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon

from groundtext.export.printable import printable
from groundtext.export.qgis_style import sign_word, style_text
from groundtext.export.rows import LINK_COLUMNS, RIGHTS, document_fields, read_exported
from groundtext.portrayal.signs import sign_of
from groundtext.workspace import geopackage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Collection as AnyCollection

    from shapely.geometry.base import BaseGeometry

    from groundtext.export.rows import Exported
    from groundtext.model import Feature, Layer, LayerId
    from groundtext.workspace import Workspace

_MULTI: Final[Mapping[str, Callable[[Any], BaseGeometry]]] = {
    "point": MultiPoint,
    "line": MultiLineString,
    "area": MultiPolygon,
}
_TYPES: Final = {"point": "POINT", "line": "LINESTRING", "area": "POLYGON"}
_FEATURE_COLUMNS: Final = (
    *("feature_id", "name", "kind", "status", "operator", "country", "valid_from", "valid_to"),
    *("planned_end", "precision", "uncertainty_m", "confidence", "sources", "aliases", "note"),
    *("properties", "sign", "n_passages"),
)
_LAYER_COLUMNS: Final = (
    *("id", "title", "geometry_kind", "colour", "source", "licence", "retrieved", "notice"),
)
_GROUP_COLUMNS: Final = ("id", "name", "aliases", "note", "n_passages")
_MEMBER_COLUMNS: Final = ("group_id", "member_id")
_ABOUT_COLUMNS: Final = ("key", "value")
_DOCUMENT_COLUMNS: Final = (
    *("id", "file", "title", "author", "publisher", "published", "basis", "language", "sha256"),
    *("characters", "complete", "passages_quoted", "words_quoted", "citation"),
)
# Columns that are no text; the others are.
_OTHER_TYPES: Final = {
    **dict.fromkeys(("uncertainty_m", "score"), "REAL"),
    **dict.fromkeys(("start", "end", "characters", "n_passages"), "INTEGER"),
    **dict.fromkeys(("passages_quoted", "words_quoted"), "INTEGER"),
    **dict.fromkeys(("complete", "is_group", "supports"), "BOOLEAN"),
}
_TABLES: Final = ("evidence", "documents", "layers", "groups", "group_members", "about")
_STYLE_TABLE: Final = "layer_styles"
# QGIS's own table of styles; it takes the one that `useAsDefault` marks.
_STYLES: Final = f"""
CREATE TABLE {_STYLE_TABLE} (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),
  styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
  ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
"""


def geopackage_bytes(
    workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None
) -> bytes:
    """Return the file's bytes; geometries are EPSG:4326, longitude first."""
    found = read_exported(workspace, layer_ids)
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
        features = [feature for feature in found.features if feature.layer_id == layer.id]
        kinds = {kind: [f for f in features if _kind(f) == kind] for kind in _TYPES}
        used = [kind for kind in kinds if kinds[kind]]
        for kind in used:
            table = _table_name(layer, kind, is_alone=len(used) == 1, taken=tables)
            tables.append(_write_features(connection, table, layer, kinds[kind], found))
            _write_style(connection, table, kind, layer, kinds[kind])
    for table, columns, rows in _attribute_tables(found):
        _write_table(connection, table, columns, rows)
    geopackage.write_entries(connection, tables, (*_TABLES, _STYLE_TABLE))


def _kind(feature: Feature) -> str:
    geometry_type = feature.geometry.geom_type
    return "point" if "Point" in geometry_type else "line" if "Line" in geometry_type else "area"


def _table_name(
    layer: Layer, kind: str, *, is_alone: bool, taken: Sequence[geopackage.FeatureTable]
) -> str:
    """Return a name that begins with a letter, and that neither SQLite nor the format keeps."""
    name = layer.id.replace("-", "_") if is_alone else f"{layer.id.replace('-', '_')}_{kind}s"
    prefixes = ("gpkg", "sqlite", "rtree", "ogr")
    if name in (*_TABLES, _STYLE_TABLE) or name.startswith(prefixes) or not name[0].isalpha():
        name = f"layer_{name}"
    names = {table.name for table in taken}
    while name in names:
        name = f"{name}_more"
    return name


def _write_features(
    connection: sqlite3.Connection,
    table: str,
    layer: Layer,
    features: Sequence[Feature],
    found: Exported,
) -> geopackage.FeatureTable:
    kind = _kind(features[0])
    is_multi = any(feature.geometry.geom_type.startswith("Multi") for feature in features)
    _create(connection, table, _FEATURE_COLUMNS, "geom BLOB, ")
    marks = ", ".join("?" * (len(_FEATURE_COLUMNS) + 2))
    for number, feature in enumerate(features, 1):
        geometry = _as_multi(feature.geometry, kind) if is_multi else feature.geometry
        row = _feature_fields(feature, layer, found)
        values = (_value(row[name]) for name in _FEATURE_COLUMNS)
        connection.execute(
            f'INSERT INTO "{table}" VALUES ({marks})',  # noqa: S608  a slug of ours
            (number, geopackage.encode_geometry(geometry), *values),
        )
    boxes = [feature.geometry.bounds for feature in features]
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return geopackage.FeatureTable(
        table,
        (min(wests), min(souths), max(easts), max(norths)),
        printable(f"{layer.title}. {layer.source}. {layer.licence}"),
        f"MULTI{_TYPES[kind]}" if is_multi else _TYPES[kind],
    )


def _as_multi(geometry: BaseGeometry, kind: str) -> BaseGeometry:
    return geometry if geometry.geom_type.startswith("Multi") else _MULTI[kind]([geometry])


def _feature_fields(feature: Feature, layer: Layer, found: Exported) -> dict[str, Any]:
    derived = {
        "feature_id": feature.id,
        "precision": feature.precision.value,
        "sources": "; ".join(feature.sources),
        "aliases": "; ".join(feature.aliases),
        "properties": _json(dict(feature.properties)),
        "sign": sign_word(sign_of(feature, layer)),
        "n_passages": len(found.links.get(feature.id, ())),
    }
    return {
        name: derived[name] if name in derived else getattr(feature, name)
        for name in _FEATURE_COLUMNS
    }


def _attribute_tables(
    found: Exported,
) -> Iterator[tuple[str, Sequence[str], Iterable[dict[str, Any]]]]:
    yield "evidence", LINK_COLUMNS, (found.fields(link) for link in found.every_link())
    documents = (document_fields(document, found) for document in found.documents.values())
    yield "documents", _DOCUMENT_COLUMNS, documents
    layers = ({name: getattr(layer, name) for name in _LAYER_COLUMNS} for layer in found.layers)
    yield "layers", _LAYER_COLUMNS, layers
    groups = [
        {
            "id": group.id,
            "name": group.name,
            "aliases": "; ".join(group.aliases),
            "note": group.note,
            "n_passages": len(found.links.get(group.id, ())),
        }
        for group in found.collections
    ]
    yield "groups", _GROUP_COLUMNS, groups
    members = (
        {"group_id": group.id, "member_id": member}
        for group in found.collections
        for member in group.members
    )
    yield "group_members", _MEMBER_COLUMNS, members
    about = {"rights": RIGHTS, "workspace": found.stamp}
    yield "about", _ABOUT_COLUMNS, ({"key": key, "value": about[key]} for key in about)


def _write_table(
    connection: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    rows: Iterable[dict[str, Any]],
) -> None:
    _create(connection, table, names)
    marks = ", ".join("?" * (len(names) + 1))
    connection.executemany(
        f'INSERT INTO "{table}" VALUES ({marks})',  # noqa: S608  our own table names
        ((number, *(_value(row[name]) for name in names)) for number, row in enumerate(rows, 1)),
    )


def _create(
    connection: sqlite3.Connection, table: str, names: Sequence[str], first: str = ""
) -> None:
    columns = ", ".join(f'"{name}" {_OTHER_TYPES.get(name, "TEXT")}' for name in names)
    key = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    connection.execute(f'CREATE TABLE "{table}" ({key}, {first}{columns})')


def _value(value: object) -> object:
    # GDAL reads texts as C does: a NUL would end them.
    return printable(value) if isinstance(value, str) else value


def _json(value: dict[str, str]) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _write_style(
    connection: sqlite3.Connection,
    table: str,
    kind: str,
    layer: Layer,
    features: Iterable[Feature],
) -> None:
    style = style_text(layer, kind, [sign_of(feature, layer) for feature in features])
    connection.execute(
        f"INSERT INTO {_STYLE_TABLE} (f_table_catalog, f_table_schema, f_table_name,"  # noqa: S608  our own
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, 'geom', 'groundtext', ?, '', 1, ?, '', ?)",
        (table, style, printable(layer.title), geopackage.LAST_CHANGE),
    )
