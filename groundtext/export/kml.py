"""KML 2.2: a folder for each layer, a placemark for each feature, its quotes as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from groundtext.edtf import bounds, is_valid
from groundtext.export.rows import read_exported

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from groundtext.export.rows import Exported
    from groundtext.model import Feature, Layer
    from groundtext.workspace import Workspace

# What XML 1.0 has no way to write.
_UNWRITABLE: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPEN_YEARS: Final = ("0001", "9999")


def kml_text(workspace: Workspace) -> str:
    """Return the document; positions are longitude,latitude."""
    found = read_exported(workspace)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        "<name>Groundtext</name>",
        *(_style(layer) for layer in found.layers),
    ]
    for layer in found.layers:
        lines.append(f"<Folder><name>{_xml(layer.title)}</name>")
        members = (feature for feature in found.features if feature.layer_id == layer.id)
        lines += [_placemark(feature, found) for feature in members]
        lines.append("</Folder>")
    lines.append("</Document></kml>")
    return "\n".join(lines) + "\n"


def _xml(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text)).replace("\r", "&#13;")


def _style(layer: Layer) -> str:
    # KML writes colours as alpha, blue, green, red.
    red, green, blue = (layer.colour[at : at + 2] for at in (1, 3, 5))
    colour = f"{blue}{green}{red}"
    return (
        f"<Style id={quoteattr(layer.id)}><IconStyle><color>ff{colour}</color></IconStyle>"
        f"<LineStyle><color>ff{colour}</color><width>3</width></LineStyle>"
        f"<PolyStyle><color>33{colour}</color></PolyStyle></Style>"
    )


def _placemark(feature: Feature, found: Exported) -> str:
    facts = {
        "kind": feature.kind,
        "operator": feature.operator,
        "country": feature.country,
        "status": feature.status,
        "precision": feature.precision.value,
        "uncertainty_m": f"{feature.uncertainty_m:g}",
        "valid_from": feature.valid_from,
        "valid_to": feature.valid_to,
        "confidence": feature.confidence,
        "sources": "; ".join(feature.sources),
    }
    extended = "".join(
        f"<Data name={quoteattr(name)}><value>{_xml(text)}</value></Data>"
        for name, text in facts.items()
        if text
    )
    return (
        f"<Placemark id={quoteattr(feature.id)}><name>{_xml(feature.name)}</name>"
        f"<description>{_xml(_description(feature, found))}</description>{_time(feature)}"
        f"<styleUrl>#{_xml(feature.layer_id)}</styleUrl>"
        f"<ExtendedData>{extended}</ExtendedData>{_geometry(feature.geometry)}</Placemark>"
    )


def _description(feature: Feature, found: Exported) -> str:
    """Return the quotes. Viewers take a description for HTML, so it is escaped as such first."""
    said = [found.fields(link) for link in found.links.get(feature.id, ())]
    quotes = [f"“{each['quote']}” ({each['citation']})" for each in said]
    return "<br/><br/>".join(escape(quote) for quote in quotes)


def _time(feature: Feature) -> str:
    begin = _day(feature.valid_from, 0)
    end = _day(feature.valid_to, 1)
    if not begin and not end:
        return ""
    since = f"<begin>{begin}</begin>" if begin else ""
    until = f"<end>{end}</end>" if end else ""
    return f"<TimeSpan>{since}{until}</TimeSpan>"


def _day(edtf: str, edge: int) -> str:
    if not edtf or not is_valid(edtf):
        return ""
    day = bounds(edtf)[edge].isoformat()
    return "" if day.startswith(_OPEN_YEARS) else day


def _geometry(geometry: BaseGeometry) -> str:
    kind = geometry.geom_type
    if kind.startswith("Multi"):
        parts = "".join(_geometry(part) for part in geometry.geoms)  # type: ignore[attr-defined]
        return f"<MultiGeometry>{parts}</MultiGeometry>"
    if kind == "Polygon":
        rings = [("outer", geometry.exterior), *(("inner", ring) for ring in geometry.interiors)]  # type: ignore[attr-defined]
        inside = "".join(
            f"<{side}BoundaryIs><LinearRing>{_coordinates(ring.coords)}</LinearRing></{side}BoundaryIs>"
            for side, ring in rings
        )
        return f"<Polygon>{inside}</Polygon>"
    return f"<{kind}>{_coordinates(geometry.coords)}</{kind}>"


def _coordinates(positions: Iterable[tuple[float, ...]]) -> str:
    return f"<coordinates>{' '.join(_numbers(positions))}</coordinates>"


def _numbers(positions: Iterable[tuple[float, ...]]) -> Iterator[str]:
    for lon, lat, *_ in positions:
        yield f"{lon:.7f},{lat:.7f}"
