"""KML 2.2: a folder for each layer, in its colour, with the quotes as descriptions.

Viewers take a description for HTML, so what documents say is escaped as HTML first, and as XML by
the library that writes it: no viewer runs or fetches anything that stands in a document.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final

from lxml import etree

from groundtext.export.moments import first_day, last_day
from groundtext.export.printable import printable
from groundtext.export.rows import RIGHTS, citation_text, read_exported

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element
    from shapely.geometry.base import BaseGeometry

    from groundtext.export.rows import Exported
    from groundtext.model import Feature, Layer, LayerId
    from groundtext.workspace import Workspace

_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
_OPAQUE, _THIN = "ff", "1f"  # the second is 12 %, as on the map
_LINE_WIDTH: Final = "3"  # pixels
_GROUPS: Final = "Groups"


def kml_bytes(workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None) -> bytes:
    """Return the document, UTF-8; positions are longitude,latitude in degrees, EPSG:4326.

    Groups have a folder of their own, and no geometry. A time span is from the first day to the
    last that the dates of a feature allow; what has no end is open.
    """
    found = read_exported(workspace, layer_ids)
    kml = etree.Element("kml", xmlns=_NAMESPACE)
    document = etree.SubElement(kml, "Document")
    _add(document, "name", "Groundtext")
    _add(document, "description", escape(RIGHTS))
    for layer in found.layers:
        _add_style(document, layer)
    for layer in found.layers:
        members = [feature for feature in found.features if feature.layer_id == layer.id]
        folder = _add_folder(document, layer.title, f"{layer.source}. {layer.licence}")
        for feature in members:
            _add_feature(folder, feature, found)
    if found.collections:
        _add_groups(_add_folder(document, _GROUPS, ""), found)
    body: bytes = etree.tostring(kml, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return body


def _add(parent: _Element, tag: str, text: str = "", **attributes: str) -> _Element:
    element = etree.SubElement(parent, tag, attrib=attributes)
    element.text = printable(text) or None
    return element


def _add_folder(parent: _Element, title: str, about: str) -> _Element:
    folder = _add(parent, "Folder")
    _add(folder, "name", title)
    if about:
        _add(folder, "description", escape(about))
    return folder


def _add_style(document: _Element, layer: Layer) -> None:
    style = _add(document, "Style", id=f"layer-{layer.id}")
    # KML writes colours as alpha, blue, green, red.
    red, green, blue = (layer.colour[at : at + 2] for at in (1, 3, 5))
    opaque = f"{_OPAQUE}{blue}{green}{red}"
    _add(_add(style, "IconStyle"), "color", opaque)
    line = _add(style, "LineStyle")
    _add(line, "color", opaque)
    _add(line, "width", _LINE_WIDTH)
    _add(_add(style, "PolyStyle"), "color", f"{_THIN}{blue}{green}{red}")


def _add_feature(folder: _Element, feature: Feature, found: Exported) -> None:
    placemark = _add(folder, "Placemark", id=f"feature-{feature.id}")
    _add_words(placemark, feature.id, found)
    _add_time(placemark, feature)
    _add(placemark, "styleUrl", f"#layer-{feature.layer_id}")
    facts = {
        "layer": feature.layer_id,
        "kind": feature.kind,
        "aliases": "; ".join(feature.aliases),
        "operator": feature.operator,
        "country": feature.country,
        "status": feature.status,
        "precision": feature.precision.value,
        "uncertainty_m": f"{feature.uncertainty_m:g}",
        "valid_from": feature.valid_from,
        "valid_to": feature.valid_to,
        "planned_end": feature.planned_end,
        "confidence": feature.confidence,
        "sources": "; ".join(feature.sources),
        "note": feature.note,
        "properties": json.dumps(dict(feature.properties), ensure_ascii=False)
        if feature.properties
        else "",
    }
    _add_facts(placemark, feature.id, facts, found)
    _add_geometry(placemark, feature.geometry)


def _add_groups(folder: _Element, found: Exported) -> None:
    for group in found.collections:
        placemark = _add(folder, "Placemark", id=f"group-{group.id}")
        _add_words(placemark, group.id, found)
        facts = {
            "members": " ".join(group.members),
            "aliases": "; ".join(group.aliases),
            "note": group.note,
        }
        _add_facts(placemark, group.id, facts, found)


def _add_words(placemark: _Element, target_id: str, found: Exported) -> None:
    _add(placemark, "name", found.names[target_id])
    quotes = [
        f"“{escape(found.quote(link))}”<br/>{escape(citation_text(found.cards[link.document_id]))}"
        for link in found.links.get(target_id, ())
    ]
    _add(placemark, "description", "<br/><br/>".join(quotes) or "No document here mentions it.")


def _add_time(placemark: _Element, feature: Feature) -> None:
    begin, end = first_day(feature.valid_from), last_day(feature.valid_to)
    if begin or end:
        span = _add(placemark, "TimeSpan")
        for tag, day in (("begin", begin), ("end", end)):
            if day:
                _add(span, tag, day.isoformat())


def _add_facts(
    placemark: _Element, target_id: str, facts: Mapping[str, str], found: Exported
) -> None:
    extended = _add(placemark, "ExtendedData")
    n_passages = str(len(found.links.get(target_id, ())))
    for name, text in {"feature_id": target_id, **facts, "n_passages": n_passages}.items():
        if text:
            _add(_add(extended, "Data", name=name), "value", text)


def _add_geometry(parent: _Element, geometry: BaseGeometry) -> None:
    kind = geometry.geom_type
    if kind.startswith("Multi"):
        whole = _add(parent, "MultiGeometry")
        for part in geometry.geoms:  # type: ignore[attr-defined]  # multi-geometries have parts
            _add_geometry(whole, part)
    elif kind == "Polygon":
        polygon = _add(parent, "Polygon")
        rings = [("outer", geometry.exterior), *(("inner", ring) for ring in geometry.interiors)]  # type: ignore[attr-defined]  # as polygons have
        for side, ring in rings:
            linear = _add(_add(polygon, f"{side}BoundaryIs"), "LinearRing")
            _add(linear, "coordinates", _coordinates(ring.coords))
    else:
        _add(_add(parent, kind), "coordinates", _coordinates(geometry.coords))


def _coordinates(positions: Iterable[tuple[float, ...]]) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat, *_ in positions)
