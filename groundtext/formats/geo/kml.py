"""KML and KMZ → raw layers; links to other files are named, and never followed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from lxml import etree
from shapely.errors import ShapelyError
from shapely.geometry import GeometryCollection, LineString, Point, Polygon

from groundtext.formats.archives import DamagedArchive, unpack
from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import RawFeature, RawLayer, add_up_to_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json

_UNREAD: Final = ("NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Model", "Tour")
_GEOMETRIES: Final = (
    "Point",
    "LineString",
    "LinearRing",
    "Polygon",
    "MultiGeometry",
    "Track",
    "MultiTrack",
)
_MIN_LINE: Final = 2
_MIN_RING: Final = 4
_TEXTS: Final = ("name", "description", "address", "phoneNumber", "Snippet")


def read_kmz(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of the first KML in a KMZ; errors as in `read_kml`."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            entries = [
                each for each in archive.infolist() if each.filename.lower().endswith(".kml")
            ]
            if not entries:
                raise Unusable("is a KMZ without a KML in it; save it again.")
            contents = unpack(archive, entries[0])
    except (zipfile.BadZipFile, DamagedArchive, NotImplementedError, OSError) as error:
        raise Unusable(f"is a damaged KMZ ({error}); save it again.") from error
    yield from read_kml(contents)


def read_kml(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of a KML: every placemark, with its folders as a property.

    Raises
    ------
    Unusable
        If it is no well-formed XML.
    """
    if b"<!DOCTYPE" in source[:65_536] or b"<!ENTITY" in source:
        raise Unusable("declares a document type or entities, which no KML needs; save it again.")
    root, warning = _parse(source)
    name = next((each.text or "" for each in _children(root, "name", 3)), "")
    layer = RawLayer(" ".join(name.split()), warnings=[warning] if warning else [])
    unread = sum(_local(each) in _UNREAD for each in root.iter())
    if unread:
        layer.warnings.append(
            f"refers {unread} times to pictures, models or other files, which are not read."
        )
    marks = (each for each in root.iter() if _local(each) == "Placemark")
    add_up_to_limit(layer, (_feature(number, each) for number, each in enumerate(marks, 1)))
    yield layer


def _parse(source: bytes) -> tuple[etree._Element, str]:
    """Return the root, and a sentence where prefixes are used that nothing declares.

    Programs often leave out the declaration of `gx:`; nothing else is wrong with such a file.
    """
    parser = _parser(recover=False)
    try:
        return etree.fromstring(source, parser), ""
    except (etree.XMLSyntaxError, ValueError) as error:
        domains = {entry.domain_name for entry in parser.error_log}
        if domains != {"NAMESPACE"}:
            raise Unusable(f"is no well-formed KML ({error}); save it again.") from error
    root = etree.fromstring(source, _parser(recover=True))
    return root, "uses prefixes that it does not declare; it was read all the same."


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover
    )


def _local(element: etree._Element) -> str:
    # Of a comment, the tag is a function; an undeclared prefix stays in the name.
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _children(element: etree._Element, name: str, depth: int = 1) -> Iterator[etree._Element]:
    for child in element:
        if _local(child) == name:
            yield child
        elif depth > 1 and _local(child) in ("Document", "Folder"):
            yield from _children(child, name, depth - 1)


def _feature(number: int, mark: etree._Element) -> RawFeature:
    properties = _properties(mark)
    feature = RawFeature(f"placemark {number}", None, properties, id=mark.get("id") or "")
    try:
        parts = [_geometry(each, feature.notes) for each in mark if _local(each) in _GEOMETRIES]
    except Unusable as fault:
        feature.fault = str(fault)
        return feature
    if not parts:
        feature.fault = "It has no geometry; give it one, or leave it out."
    else:
        feature.geometry = parts[0] if len(parts) == 1 else GeometryCollection(parts)
    return feature


def _properties(mark: etree._Element) -> dict[str, Json]:
    properties: dict[str, Json] = {}
    for name in _TEXTS:
        for child in _children(mark, name):
            properties[name] = (child.text or "").strip()
    for extended in _children(mark, "ExtendedData"):
        for each in extended.iter():
            if _local(each) == "Data":
                value = next(_children(each, "value"), None)
                properties[each.get("name") or "data"] = (
                    (value.text or "") if value is not None else ""
                )
            elif _local(each) == "SimpleData":
                properties[each.get("name") or "data"] = each.text or ""
    properties |= _times(mark)
    folders = [
        (name.text or "").strip()
        for above in mark.iterancestors()
        if _local(above) == "Folder"
        for name in _children(above, "name")
    ]
    if folders:
        properties.setdefault("folder", " / ".join(reversed(folders)))
    return properties


def _times(mark: etree._Element) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for span in _children(mark, "TimeSpan"):
        for edge, role in (("begin", "valid_from"), ("end", "valid_to")):
            for child in _children(span, edge):
                found[role] = (child.text or "").strip()
    for stamp in _children(mark, "TimeStamp"):
        for child in _children(stamp, "when"):
            found["valid_from"] = found["valid_to"] = (child.text or "").strip()
    return found


def _geometry(element: etree._Element, notes: list[str]) -> BaseGeometry:
    kind = _local(element)
    try:
        if kind == "Point":
            return Point(_coordinates(element, 1)[0])
        if kind in ("LineString", "Track"):
            return LineString(
                _track(element) if kind == "Track" else _coordinates(element, _MIN_LINE)
            )
        if kind == "LinearRing":
            return Polygon(_closed(element, notes))
        if kind == "Polygon":
            return _polygon(element, notes)
        parts = [_geometry(each, notes) for each in element if _local(each) in _GEOMETRIES]
    except (ShapelyError, ValueError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(f"Its geometry cannot be built ({error}); draw it again.") from error
    if not parts:
        raise Unusable("Its geometry has no parts; give it some, or leave it out.")
    return GeometryCollection(parts)


def _polygon(element: etree._Element, notes: list[str]) -> Polygon:
    rings: dict[str, list[list[tuple[float, float]]]] = {
        "outerBoundaryIs": [],
        "innerBoundaryIs": [],
    }
    for side, found in rings.items():
        for boundary in _children(element, side):
            found += [_closed(ring, notes) for ring in _children(boundary, "LinearRing")]
    if not rings["outerBoundaryIs"]:
        raise Unusable("Its polygon has no outer ring; draw it again.")
    return Polygon(rings["outerBoundaryIs"][0], rings["innerBoundaryIs"])


def _closed(element: etree._Element, notes: list[str]) -> list[tuple[float, float]]:
    ring = _coordinates(element, _MIN_RING - 1)
    if ring[0] != ring[-1]:
        ring.append(ring[0])
        notes.append("Its ring was open, and was closed.")
    return ring


def _coordinates(element: etree._Element, at_least: int) -> list[tuple[float, float]]:
    child = next(_children(element, "coordinates"), None)
    positions = [
        _position(each.split(","))
        for each in ((child.text or "") if child is not None else "").split()
    ]
    if len(positions) < at_least:
        raise Unusable(
            f"It has {len(positions)} positions where {at_least} are needed; complete it."
        )
    return positions


def _track(element: etree._Element) -> list[tuple[float, float]]:
    positions = [_position((each.text or "").split()) for each in _children(element, "coord")]
    if len(positions) < _MIN_LINE:
        raise Unusable("Its track has fewer than two positions; complete it.")
    return positions


def _position(numbers: list[str]) -> tuple[float, float]:
    try:
        return float(numbers[0]), float(numbers[1])
    except (ValueError, IndexError):
        shown = ",".join(numbers)[:60]
        raise Unusable(f"“{shown}” is no position; write longitude,latitude.") from None
