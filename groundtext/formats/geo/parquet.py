"""GeoParquet → a raw layer, through pyarrow; geometries are WKB as its specification says."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import MOST_FEATURES, WGS84, RawFeature, RawLayer, add_up_to_limit
from groundtext.formats.geo.table import Position, find_position, geometry_of
from groundtext.formats.geo.well_known import geometry_from_wkb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundtext.layers.geojson import Json

_SAMPLE: Final = 50
_MOST_BYTES: Final = 256 * 1024 * 1024  # unpacked, as the file's own footer counts
_CRS84: Final = ("OGC:CRS84", "EPSG:4326")


def read_parquet(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of a GeoParquet file, or of a plain one with columns of coordinates.

    Raises
    ------
    Unusable
        If it is damaged, too large, or says of no column that it is where.
    """
    try:
        file = pq.ParquetFile(io.BytesIO(source), memory_map=False)
        metadata = file.schema_arrow.metadata or {}
        groups = [file.metadata.row_group(n) for n in range(file.metadata.num_row_groups)]
        if file.metadata.num_rows > MOST_FEATURES:
            raise Unusable(f"holds more than {MOST_FEATURES:,} features; divide it.")
        if sum(group.total_byte_size for group in groups) > _MOST_BYTES:
            raise Unusable("unpacks to more than 256 MiB; divide it.")
        rows = [row for batch in file.iter_batches(10_000) for row in batch.to_pylist()]
    except (pa.ArrowException, OSError, ValueError, TypeError, OverflowError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(
            f"is a damaged Parquet file ({str(error)[:200]}); export it again."
        ) from error
    yield _layer(rows, _geo(metadata))


def _geo(metadata: Mapping[bytes, bytes]) -> dict[str, Any]:
    try:
        found = json.loads(metadata.get(b"geo", b"{}"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _layer(rows: list[dict[str, Any]], geo: Mapping[str, Any]) -> RawLayer:
    column = geo.get("primary_column")
    columns = geo.get("columns")
    about = columns.get(column) if isinstance(columns, dict) else None
    if isinstance(column, str) and isinstance(about, dict):
        layer = RawLayer("", crs=_crs(about))
        if about.get("encoding", "WKB") != "WKB":
            raise Unusable(f"holds geometries as {about.get('encoding')!r}; export them as WKB.")
        add_up_to_limit(layer, (_feature(n, row, column) for n, row in enumerate(rows, 1)))
        return layer
    texts = [{str(name): str(value) for name, value in row.items()} for row in rows]
    position = find_position(list(texts[0]) if texts else [], texts[:_SAMPLE])
    if position is None:
        raise Unusable("is a Parquet file without geometry; export it as GeoParquet.")
    layer = RawLayer("")
    add_up_to_limit(layer, (_row(n, row, position) for n, row in enumerate(texts, 1)))
    return layer


def _crs(about: Mapping[str, Any]) -> str:
    if "crs" not in about:
        return WGS84  # as the specification says
    crs = about["crs"]
    if not isinstance(crs, dict):
        return ""
    known = crs.get("id")
    if isinstance(known, dict) and f"{known.get('authority')}:{known.get('code')}" in _CRS84:
        return WGS84
    return json.dumps(crs)


def _feature(number: int, row: dict[str, Any], column: str) -> RawFeature:
    properties = {
        name: _plain(value) for name, value in row.items() if name not in (column, "bbox")
    }
    feature = RawFeature(f"row {number}", None, properties)
    try:
        feature.geometry = geometry_from_wkb(row.get(column))
    except Unusable as fault:
        feature.fault = str(fault)
    return feature


def _plain(value: object) -> Json:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return [str(each) for each in value] if isinstance(value, list) else str(value)


def _row(number: int, row: Mapping[str, str], position: Position) -> RawFeature:
    own: dict[str, Json] = {
        name: text for name, text in row.items() if name not in position.columns
    }
    feature = RawFeature(f"row {number}", None, own)
    try:
        feature.geometry = geometry_of(row, position, feature.notes)
    except Unusable as fault:
        feature.fault = str(fault)
    return feature
