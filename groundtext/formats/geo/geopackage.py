"""GeoPackage → raw layers, through SQLite itself: read-only, tables only, no extension, no trigger.

GDAL is not used: its drivers follow what a file claims to be (design §8), and a database from
strangers may hold views and triggers that reach further than its tables.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import WGS84, RawFeature, RawLayer, add_up_to_limit
from groundtext.formats.geo.well_known import geometry_from_wkb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

_ENVELOPES: Final = (0, 32, 48, 48, 64)  # bytes, by the number in the flags
_HEADER: Final = 8  # bytes before the envelope
_EMPTY: Final = 0b00010000
_ALLOWED: Final = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_FUNCTIONS: Final = frozenset({"count", "length", "typeof"})
_MOST_LAYERS: Final = 200
_MOST_STEPS: Final = 200_000_000  # of SQLite's machine, for one file


def read_geopackage(source: bytes) -> Iterator[RawLayer]:
    """Yield every layer of features, and one without features for each table that has no map.

    Raises
    ------
    Unusable
        If it is no GeoPackage, or damaged.
    """
    with TemporaryDirectory(prefix="groundtext-") as folder:
        path = Path(folder) / "layer.gpkg"
        path.write_bytes(source)
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
                _restrict(connection)
                yield from _layers(connection)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # names may be any bytes, too
            raise Unusable(f"is a damaged GeoPackage ({error}); export it again.") from error


def _restrict(connection: sqlite3.Connection) -> None:
    connection.text_factory = lambda text: text.decode("utf-8", "replace")  # it may hold any bytes
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)
    steps = iter(range(_MOST_STEPS // 100_000))
    connection.set_progress_handler(lambda: next(steps, None) is None, 100_000)
    connection.set_authorizer(_authorise)


def _authorise(
    action: int, first: str | None, second: str | None, _schema: str | None, _within: str | None
) -> int:
    is_known = action != sqlite3.SQLITE_FUNCTION or (second or "").lower() in _FUNCTIONS
    _ = first
    return sqlite3.SQLITE_OK if action in _ALLOWED and is_known else sqlite3.SQLITE_DENY


def _layers(connection: sqlite3.Connection) -> Iterator[RawLayer]:
    tables = {
        str(name)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    if "gpkg_contents" not in tables:
        raise Unusable("is a database, but no GeoPackage; export its layers as GeoPackage.")
    kinds = connection.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
    columns: dict[str, tuple[str, int]] = {}
    if "gpkg_geometry_columns" in tables:
        rows = connection.execute(
            "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
        )
        columns = {str(table): (str(column), srs_id) for table, column, srs_id in rows}
    for table, kind in kinds[:_MOST_LAYERS]:
        if kind != "features" or table not in columns:
            continue
        if table not in tables:
            yield RawLayer(str(table), warnings=["is a view or is missing, and was not read."])
            continue
        layer = RawLayer(str(table), crs=_crs(connection, columns[table][1]))
        add_up_to_limit(layer, _features(connection, str(table), columns[table][0]))
        yield layer


def _crs(connection: sqlite3.Connection, srs_id: object) -> str:
    row = connection.execute(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
        " WHERE srs_id = ?",
        (srs_id,),
    ).fetchone()
    if row is None or srs_id in (0, -1):
        return ""
    organisation, code, definition = row
    if str(organisation).upper() == "EPSG":
        return WGS84 if code in (4326, 4979) else f"EPSG:{code}"
    return str(definition)


def _features(connection: sqlite3.Connection, table: str, column: str) -> Iterator[RawFeature]:
    quoted = table.replace('"', '""')
    cursor = connection.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608  a quoted name of its own
    names = [str(description[0]) for description in cursor.description]
    if column not in names:
        raise Unusable(f"says that {table} has a geometry in {column!r}, and it has none there.")
    for number, row in enumerate(cursor, 1):
        values = dict(zip(names, row, strict=True))
        blob = values.pop(column)
        key = values.pop("fid", None)
        feature = RawFeature(f"row {number}", None, _properties(values))
        feature.id = str(key) if isinstance(key, int) else ""
        try:
            feature.geometry = _decode(blob)
        except Unusable as fault:
            feature.fault = str(fault)
        yield feature


def _properties(values: dict[str, object]) -> dict[str, Json]:
    return {name: value for name, value in values.items() if isinstance(value, str | int | float)}


def _decode(blob: object) -> BaseGeometry:
    if blob is None:
        raise Unusable("It has no geometry; give it one, or leave it out.")
    if not isinstance(blob, bytes) or len(blob) < _HEADER or blob[:2] != b"GP":
        raise Unusable("Its geometry is damaged; export the layer again.")
    flags = blob[3]
    kind = (flags >> 1) & 0b111
    if flags & _EMPTY:
        raise Unusable("Its geometry is empty; give it one, or leave it out.")
    if kind >= len(_ENVELOPES):
        raise Unusable("Its geometry has an unknown header; export the layer again.")
    return geometry_from_wkb(blob[_HEADER + _ENVELOPES[kind] :])
