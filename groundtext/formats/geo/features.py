"""A layer that was read → features of the model, with honest defaults for what it does not say."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Final

from groundtext.edtf import is_valid
from groundtext.formats.extracts import LayerExtract, Part
from groundtext.formats.texts.dates import stated_date
from groundtext.layers import CONFIDENCES
from groundtext.layers.finding import Fault
from groundtext.layers.geojson import geometry_from_json
from groundtext.model import Description, Feature, Layer, Precision
from groundtext.naming import free_id, to_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.layers.geojson import Json

_DEGREE_M: Final = 111_320.0  # of latitude
_LEAST_M: Final = 10.0  # that is claimed of a position whose exactness nobody states
_LEAST_WIDE_M: Final = 250.0  # likewise, of a line or an outline
_MOST_DECIMALS: Final = 7
# The largest uncertainty, in metres, that each class stands for.
_CLASSES: Final = (
    (1_000.0, Precision.SITE),
    (10_000.0, Precision.SETTLEMENT),
    (60_000.0, Precision.DISTRICT),
    (math.inf, Precision.PROVINCE),
)
_SPLIT: Final = re.compile(r"\s*[;|]\s*")
_KNOWN_STATUS: Final = "not stated"
_YEAR: Final = re.compile(r"(\d{4})(?:\.0)?")


def to_features(
    extract: LayerExtract, layer_id: str, fields: Mapping[str, str]
) -> tuple[tuple[Feature, ...], tuple[Part, ...]]:
    """Return the features of a layer, and what is to be said of those that are not used whole.

    Parameters
    ----------
    extract
        The layer.
    layer_id
        Id of the layer in the model.
    fields
        Which property has which role, as `LayerExtract.fields`.
    """
    taken: set[str] = set()
    features: list[Feature] = []
    parts: list[Part] = []
    for number, member in enumerate(extract.features, 1):
        try:
            feature, notes = _feature(number, member, layer_id, fields, extract)
        except Fault as fault:
            parts.append(Part(f"feature {number}", f"{fault}; {fault.remedy}."))
            continue
        feature_id = free_id(feature.id, taken)
        if feature_id != feature.id:
            notes.append(f"The id “{feature.id}” is taken; it is called “{feature_id}” here.")
            feature = _renamed(feature, feature_id)
        taken.add(feature_id)
        features.append(feature)
        if notes:
            parts.append(Part(f"feature {number} ({feature.name[:60]})", " ".join(notes)))
    return tuple(features), tuple(parts)


def layer_of(
    extract: LayerExtract,
    layer_id: str,
    features: Sequence[Feature],
    *,
    colour: str,
    retrieved: str,
) -> Layer:
    """Return what the manifest says of a layer that was read from a file."""
    kinds = [_geometry_kind(feature) for feature in features]
    title = " ".join(re.sub(r"[_\s]+", " ", extract.name).split()) or layer_id
    return Layer(
        id=layer_id,
        title=title[0].upper() + title[1:],
        geometry_kind=max(("point", "line", "area"), key=kinds.count),
        file=f"{layer_id}.geojson",
        source=extract.file,
        licence="not stated",
        retrieved=retrieved,
        notice="",
        colour=colour,
        described=Description(form=""),
    )


def _geometry_kind(feature: Feature) -> str:
    kind = feature.geometry.geom_type
    if kind.endswith("Point"):
        return "point"
    return "line" if kind.endswith("LineString") else "area"


def _renamed(feature: Feature, feature_id: str) -> Feature:
    from dataclasses import replace  # noqa: PLC0415

    return replace(feature, id=feature_id)


def _feature(
    number: int,
    member: Mapping[str, Json],
    layer_id: str,
    fields: Mapping[str, str],
    extract: LayerExtract,
) -> tuple[Feature, list[str]]:
    properties = member.get("properties")
    told = properties if isinstance(properties, dict) else {}
    texts = {role: _text(told.get(column)) for role, column in fields.items()}
    raw_id = texts.get("id") or str(member.get("id") or "")
    name = texts.get("name") or raw_id or f"{extract.name} {number}"
    notes: list[str] = []
    dates = dict(_dates(texts, notes))
    geometry = geometry_from_json(member.get("geometry"))
    precision, uncertainty_m, basis = _doubt(member, texts)
    sources = tuple(_list(told.get(fields.get("sources", ""))))
    confidence = _text(told.get("confidence")).lower()
    rest = _rest(told, fields)
    if raw_id and to_id(raw_id, "") != raw_id:
        rest["original_id"] = raw_id
    wanted = raw_id if any(letter.isalpha() for letter in raw_id) else name
    return (
        Feature(
            id=to_id(wanted, f"{layer_id}-{number}"),
            layer_id=layer_id,
            name=name,
            kind=texts.get("kind") or _singular(extract.name) or "feature",
            geometry=geometry,
            precision=precision,
            uncertainty_m=uncertainty_m,
            status=texts.get("status") or _KNOWN_STATUS,
            sources=sources or (extract.file,),
            confidence=confidence if confidence in CONFIDENCES else "medium" if sources else "low",
            aliases=tuple(_list(told.get(fields.get("aliases", "")))),
            operator=texts.get("operator", ""),
            country=texts.get("country", ""),
            valid_from=dates.get("valid_from", ""),
            valid_to=dates.get("valid_to", ""),
            note=" ".join(filter(None, (texts.get("note", ""), basis))),
            properties=rest,
        ),
        notes,
    )


def _text(value: Json) -> str:
    if value is None or isinstance(value, list | dict | bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _list(value: Json) -> Iterator[str]:
    members = value if isinstance(value, list) else _SPLIT.split(_text(value))
    yield from dict.fromkeys(text for text in map(_text, members) if text)


def _dates(texts: Mapping[str, str], notes: list[str]) -> Iterator[tuple[str, str]]:
    for role in ("valid_from", "valid_to"):
        text = texts.get(role, "")
        if not text:
            continue
        year = _YEAR.fullmatch(text)
        edtf = year[1] if year else text if is_valid(text) else stated_date(text)
        if edtf:
            yield role, edtf
        else:
            notes.append(f"“{text[:60]}” is no date that can be read in one way; write 2019-04-03.")


def _doubt(member: Mapping[str, Json], texts: Mapping[str, str]) -> tuple[Precision, float, str]:
    """Return how exact a position is, as it says, or as its decimals do, and that they do."""
    geometry = member.get("geometry")
    kind = str(geometry.get("type")) if isinstance(geometry, dict) else ""
    stated = _metres(texts.get("uncertainty_m", ""))
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    least = _LEAST_M if kind.endswith("Point") else _LEAST_WIDE_M
    metres = stated if stated is not None else max(least, _from_decimals(coordinates))
    basis = "" if stated is not None else "How exact it is, is not stated: taken from its decimals."
    if kind.endswith("LineString"):
        return Precision.CORRIDOR, metres, basis
    named = texts.get("precision", "").lower()
    if named in tuple(Precision) and named != Precision.CORRIDOR:
        return Precision(named), metres, basis
    precision = next(precision for most, precision in _CLASSES if metres <= most)
    return precision, metres, basis


def _metres(text: str) -> float | None:
    try:
        metres = float(text)
    except ValueError:
        return None
    return metres if 0 < metres < 20_000_000 else None  # noqa: PLR2004  half round the Earth


def _from_decimals(coordinates: Json) -> float:
    """Return half a unit of the last decimal that the positions have, in metres."""
    numbers = list(_numbers(coordinates, 60))
    decimals = max(
        (len(f"{n:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2]) for n in numbers), default=0
    )
    return round(0.5 * 10.0**-decimals * _DEGREE_M, 1)


def _numbers(member: Json, most: int) -> Iterator[float]:
    if isinstance(member, list):
        for part in member[:most]:
            yield from _numbers(part, most)
    elif isinstance(member, int | float):
        yield float(member)


def _rest(told: Mapping[str, Json], fields: Mapping[str, str]) -> dict[str, str]:
    used = {*fields.values(), "confidence"}
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in told.items()
        if name not in used and value not in (None, "")
    }


def _singular(name: str) -> str:
    word = re.sub(r"[_\W\d]+", " ", name).strip().lower()
    return word.removesuffix("s") if word.isascii() and " " not in word and len(word) > 3 else ""  # noqa: PLR2004
