"""GeoJSON features to values and back: one table of properties serves both ways.

Strings are kept to the letter: they are text from strangers, and it is the page's part to show
them as text. Properties that no field stands for are kept as strings in `properties`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import shapely

from groundtext.edtf import is_valid
from groundtext.layers.finding import Fault
from groundtext.layers.geojson import Json, geometry_from_json
from groundtext.model import Feature, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

ID_PATTERN: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
CONFIDENCES: Final = ("high", "medium", "low")

_REQUIRED: Final = (
    "name",
    "kind",
    "precision",
    "uncertainty_m",
    "status",
    "sources",
    "confidence",
)
_TEXTS: Final = ("operator", "note")
_DATES: Final = ("valid_from", "valid_to", "planned_end")
_LISTS: Final = ("aliases", "sources")
_OWN: Final = frozenset((*_REQUIRED, "country", *_TEXTS, *_DATES, *_LISTS))
_MAX_UNCERTAINTY_M: Final = 20_040_000  # half of the equator: the place may be anywhere
_BETWEEN: Final = re.compile(r"[\s/,;|–-]+")
_CODE: Final = re.compile(r"[A-Z]{2}")  # ISO 3166-1 alpha-2
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def feature_from_json(member: Json, layer_id: str) -> Feature:
    """Return one feature of a layer.

    Raises
    ------
    Fault
        If it lacks a member or a property, or one of them is not what it must be; all
        properties that are missing are named at once.
    """
    if not isinstance(member, dict) or member.get("type") != "Feature":
        raise Fault("no GeoJSON feature", 'write an object with "type": "Feature"')
    properties = _properties(member)
    feature_id = _feature_id(member)
    return Feature(
        id=feature_id,
        layer_id=layer_id,
        name=_text(properties, "name", required=True),
        kind=_text(properties, "kind", required=True),
        geometry=geometry_from_json(member.get("geometry")),
        precision=_precision(properties),
        uncertainty_m=_metres(properties),
        status=_text(properties, "status", required=True),
        sources=_texts(properties, "sources"),
        confidence=_confidence(properties),
        aliases=_texts(properties, "aliases"),
        **{name: _text(properties, name) for name in _TEXTS},
        country=_country(properties),
        **_dates(properties),
        properties=_rest(properties),
    )


def feature_to_json(feature: Feature, *, decimals: int | None = 5) -> dict[str, Json]:
    """Return the GeoJSON object of a feature, for `json.dumps`.

    Coordinates are rounded to a number of decimals, or left as they are for None. Polygons follow
    the right-hand rule, empty properties are left out, and the order of members is fixed.
    """
    properties: dict[str, Json] = {
        "name": feature.name,
        "aliases": list(feature.aliases),
        "kind": feature.kind,
        "operator": feature.operator,
        "country": feature.country,
        "valid_from": feature.valid_from,
        "valid_to": feature.valid_to,
        "planned_end": feature.planned_end,
        "status": feature.status,
        "precision": feature.precision.value,
        "uncertainty_m": _plain(feature.uncertainty_m),
        "sources": list(feature.sources),
        "confidence": feature.confidence,
        "note": feature.note,
        **feature.properties,
    }
    return {
        "type": "Feature",
        "id": feature.id,
        "properties": {
            name: member for name, member in properties.items() if member not in ("", [])
        },
        "geometry": _geometry_to_json(feature, decimals),
    }


def _geometry_to_json(feature: Feature, decimals: int | None) -> Json:
    oriented = shapely.orient_polygons(feature.geometry)
    geometry: dict[str, Json] = json.loads(shapely.to_geojson(oriented))
    positions = geometry["coordinates"]
    return {
        "type": geometry["type"],
        "coordinates": positions if decimals is None else _rounded(positions, decimals),
    }


def _rounded(member: Json, decimals: int) -> Json:
    if isinstance(member, list):
        return [_rounded(part, decimals) for part in member]
    return round(member, decimals) if isinstance(member, float) else member


def _plain(number: float) -> Json:
    """Return whole metres as an integer: 15000, not 15000.0."""
    return int(number) if number.is_integer() else number


def _properties(member: Mapping[str, Json]) -> Mapping[str, Json]:
    properties = member.get("properties")
    if not isinstance(properties, dict):
        raise Fault("no properties", 'give the feature a "properties" object')
    missing = [name for name in _REQUIRED if name not in properties]
    if missing:
        raise Fault(f"missing properties: {', '.join(missing)}", "add them")
    return properties


def _feature_id(member: Mapping[str, Json]) -> str:
    feature_id = member.get("id")
    if not isinstance(feature_id, str) or not ID_PATTERN.fullmatch(feature_id):
        raise Fault(
            f"id {feature_id!r} is not lower-case letters, digits and single hyphens",
            'give the feature such an "id" beside its "type"',
        )
    return feature_id


def _text(properties: Mapping[str, Json], name: str, *, required: bool = False) -> str:
    text = properties.get(name, "")
    if not isinstance(text, str) or (required and not text.strip()):
        raise Fault(f"{name} = {text!r} is no text", f"write {name} in words")
    if _SURROGATE.search(text):
        raise Fault(f"{name} holds half a character", f"write {name} anew, as UTF-8")
    return text


def _country(properties: Mapping[str, Json]) -> str:
    """Return the country as it is written; of several codes, each after a space: "ET/DJ"."""
    text = _text(properties, "country")
    codes = [part for part in _BETWEEN.split(text) if part]
    return " ".join(codes) if all(map(_CODE.fullmatch, codes)) else text


def _texts(properties: Mapping[str, Json], name: str) -> tuple[str, ...]:
    members = properties.get(name, [])
    if not isinstance(members, list):
        raise Fault(f"{name} = {members!r} is no list", f"write {name} as a list of texts")
    return tuple(_text({name: member}, name, required=True) for member in members)


def _dates(properties: Mapping[str, Json]) -> dict[str, str]:
    """Return the fields of dates; what has a `date` only, as events have, began and ended then."""
    dates = {name: _date(properties, name) for name in _DATES}
    day = properties.get("date")
    if isinstance(day, str) and is_valid(day) and not (dates["valid_from"] or dates["valid_to"]):
        first, slash, last = day.partition("/")
        ends = {"valid_from": first, "valid_to": last if slash else first}
        # An end that is open or unknown is no date of its own.
        dates |= {name: end for name, end in ends.items() if is_valid(end)}
    return dates


def _date(properties: Mapping[str, Json], name: str) -> str:
    expression = _text(properties, name)
    if expression and not is_valid(expression):
        raise Fault(
            f"{name} = {expression!r} is no EDTF date",
            "write it like 2001, 2001-12, 2001-12-05 or 2001-12/2014-06",
        )
    return expression


def _precision(properties: Mapping[str, Json]) -> Precision:
    precision = properties["precision"]
    known = [member.value for member in Precision]
    if precision not in known:
        raise Fault(f"precision {precision!r} is unknown", f"use one of {', '.join(known)}")
    return Precision(precision)


def _metres(properties: Mapping[str, Json]) -> float:
    metres = properties["uncertainty_m"]
    if isinstance(metres, bool) or not isinstance(metres, int | float):
        raise Fault(f"uncertainty_m = {metres!r} is no number", "write metres")
    if not 0 <= metres <= _MAX_UNCERTAINTY_M:
        raise Fault("uncertainty_m is no distance on Earth", "write 0 to 20,040,000 metres")
    return float(metres)


def _confidence(properties: Mapping[str, Json]) -> str:
    confidence = _text(properties, "confidence")
    if confidence not in CONFIDENCES:
        raise Fault(f"confidence {confidence!r} is unknown", f"use one of {', '.join(CONFIDENCES)}")
    return confidence


def _rest(properties: Mapping[str, Json]) -> Mapping[str, str]:
    return {
        _text({"a property's name": name}, "a property's name"): _as_text(name, member)
        for name, member in properties.items()
        if name not in _OWN and member is not None
    }


def _as_text(name: str, member: Json) -> str:
    if isinstance(member, str):
        return _text({name: member}, name)
    return _text({name: json.dumps(member, ensure_ascii=False)}, name)
