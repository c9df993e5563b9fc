"""The part of OGC GeoPackage 1.3 that makes a workspace open in QGIS and `ogrinfo`."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from shapely.geometry.base import BaseGeometry

SRS_ID = 4326
APPLICATION_ID = 0x47504B47  # "GPKG"
USER_VERSION = 10300  # GeoPackage 1.3
# The same inputs give the same bytes, so the times that the standard asks for are fixed.
LAST_CHANGE = "2000-01-01T00:00:00.000Z"

_LITTLE_ENDIAN_WITH_XY_ENVELOPE = 0b00000011
_HEADER = struct.Struct("<2sBBi4d")  # magic, version, flags, srs id, min x, max x, min y, max y

TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
# The three rows that the standard requires of every GeoPackage.
_REFERENCE_SYSTEMS = (
    ("WGS 84 geodetic", SRS_ID, "EPSG", SRS_ID, _WGS84, "longitude and latitude in degrees"),
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", None),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
)


def encode_geometry(geometry: BaseGeometry) -> bytes:
    """Return the geometry (EPSG:4326, longitude first) as a GeoPackage blob."""
    west, south, east, north = geometry.bounds
    header = _HEADER.pack(
        b"GP", 0, _LITTLE_ENDIAN_WITH_XY_ENVELOPE, SRS_ID, west, east, south, north
    )
    wkb: bytes = shapely.to_wkb(geometry, byte_order=1)
    return header + wkb


def decode_geometry(blob: bytes) -> BaseGeometry:
    """Return the geometry in a blob that `encode_geometry` made.

    Raises
    ------
    ValueError
        If the blob has another header.
    """
    if blob[:4] != bytes((0x47, 0x50, 0, _LITTLE_ENDIAN_WITH_XY_ENVELOPE)):
        raise ValueError(f"a geometry begins with {blob[:4]!r}")
    return shapely.from_wkb(blob[_HEADER.size :])


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """A table with geometries in the column `geom`."""

    name: str
    bounds: tuple[float, float, float, float] | None  # west, south, east, north; degrees
    description: str = ""
    geometry_type: str = "GEOMETRY"  # of the standard, e.g. MULTIPOLYGON


def write_catalogue(
    connection: Connection,
    *,
    feature_table: str,
    attribute_tables: Sequence[str],
    bounds: tuple[float, float, float, float] | None,
) -> None:
    """Fill the tables that tell GIS programs what a workspace holds; see `write_entries`."""
    write_entries(connection, [FeatureTable(feature_table, bounds)], attribute_tables)


def write_entries(
    connection: Connection,
    feature_tables: Sequence[FeatureTable],
    attribute_tables: Sequence[str],
) -> None:
    """Fill the tables that tell GIS programs what a file holds."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {USER_VERSION}")
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _REFERENCE_SYSTEMS
    )
    nowhere = (None, None, None, None)
    rows: list[tuple[object, ...]] = [
        (table.name, "features", *(table.bounds or nowhere), SRS_ID, LAST_CHANGE, table.description)
        for table in feature_tables
    ]
    rows += [(table, "attributes", *nowhere, None, LAST_CHANGE, "") for table in attribute_tables]
    connection.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change,"
        " min_x, min_y, max_x, max_y, srs_id, description)"
        " VALUES (?1, ?2, ?1, ?8, ?3, ?4, ?5, ?6, ?7, ?9)",
        rows,
    )
    connection.executemany(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        [(table.name, table.geometry_type, SRS_ID) for table in feature_tables],
    )
