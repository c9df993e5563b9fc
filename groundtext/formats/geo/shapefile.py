"""Zipped Shapefiles → raw layers, in pure Python: no file of the machine can be named in one."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Final

import shapefile as pyshp
from shapely.errors import ShapelyError
from shapely.geometry import shape

from groundtext.formats.archives import DamagedArchive, unpack
from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import RawFeature, RawLayer, add_up_to_limit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

_PARTS: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_MAGIC: Final = b"\x00\x00\x27\x0a"
_DAMAGE: Final = (
    *(pyshp.ShapefileException, struct.error, ValueError, IndexError, KeyError, TypeError),
    *(UnicodeDecodeError, EOFError, OSError, AttributeError, AssertionError, MemoryError),
    OverflowError,
)


def read_shapefile(source: bytes) -> Iterator[RawLayer]:
    """Yield a layer for each Shapefile in a zip.

    Raises
    ------
    Unusable
        If none can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            sets = _sets(archive)
    except (zipfile.BadZipFile, DamagedArchive, NotImplementedError, OSError) as error:
        raise Unusable(f"is a damaged zip archive ({error}); make it again.") from error
    for name, parts in sorted(sets.items()):
        if ".shp" in parts:
            yield _layer(name, parts)


def _sets(archive: zipfile.ZipFile) -> dict[str, dict[str, bytes]]:
    sets: dict[str, dict[str, bytes]] = {}
    for entry in archive.infolist():
        stem, dot, suffix = entry.filename.rpartition(".")
        part = f"{dot}{suffix}".lower()
        if part in _PARTS and not entry.filename.startswith("__MACOSX"):
            sets.setdefault(stem, {})[part] = unpack(archive, entry)
    return sets


def _layer(stem: str, parts: Mapping[str, bytes]) -> RawLayer:
    layer = RawLayer(stem.replace("\\", "/").rpartition("/")[2], crs="")
    if not parts[".shp"].startswith(_MAGIC):
        raise Unusable("holds a .shp that is no Shapefile; export it again.")
    if ".prj" in parts:
        layer.crs = parts[".prj"].decode("utf-8", "replace").strip()
    if ".dbf" not in parts:
        layer.warnings.append("has no .dbf: its features have no names; put it into the zip.")
    try:
        with _reader(parts) as reader:
            add_up_to_limit(layer, _features(reader, has_records=".dbf" in parts))
    except Unusable:
        raise
    except _DAMAGE as error:
        if not layer.features:
            raise Unusable(f"is a damaged Shapefile ({error}); export it again.") from error
        layer.warnings.append(f"is damaged after feature {len(layer.features)} ({error}).")
    return layer


def _reader(parts: Mapping[str, bytes]) -> pyshp.Reader:
    files = {
        suffix[1:]: io.BytesIO(parts[suffix]) for suffix in (".shp", ".dbf") if suffix in parts
    }
    if ".shx" in parts:
        files["shx"] = io.BytesIO(parts[".shx"])
    said = parts.get(".cpg", b"").decode("ascii", "ignore").strip().lower()
    encoding = "utf-8" if not said or said in ("utf-8", "utf8", "65001") else said
    try:
        "".encode(encoding)
    except LookupError:
        encoding = "cp1252"
    return pyshp.Reader(**files, encoding=encoding, encodingErrors="replace")


def _features(reader: pyshp.Reader, *, has_records: bool) -> Iterator[RawFeature]:
    for number, found in enumerate(
        reader.iterShapeRecords() if has_records else reader.iterShapes(), 1
    ):
        form = found.shape if has_records else found
        properties = _properties(found.record.as_dict(date_strings=True)) if has_records else {}
        feature = RawFeature(f"feature {number}", None, properties)
        try:
            feature.geometry = _geometry(form)
        except Unusable as fault:
            feature.fault = str(fault)
        yield feature


def _geometry(form: pyshp.Shape) -> BaseGeometry:
    try:
        mapping = form.__geo_interface__
        if not mapping.get("coordinates"):
            raise Unusable("It has no geometry; give it one, or leave it out.")
        return shape(mapping)
    except (ShapelyError, pyshp.GeoJSON_Error, ValueError, TypeError, IndexError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(f"Its geometry is damaged ({error}); draw it again.") from error


def _properties(record: Mapping[str, object]) -> dict[str, Json]:
    return {
        str(name): value.strip() if isinstance(value, str) else value
        for name, value in record.items()
        if isinstance(value, str | int | float)
    }
