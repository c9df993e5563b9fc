"""What `groundtext check` asks of layers that could be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.edtf import bounds
from groundtext.layers.finding import Finding
from groundtext.layers.manifest import MANIFEST
from groundtext.layers.shipped import check_lengths, check_provinces
from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from groundtext.layers.reading import LayerSet
    from groundtext.model import Collection, Feature

_LINES: Final = ("LineString", "MultiLineString")


def check_layers(layer_set: LayerSet, data: Path) -> tuple[Finding, ...]:
    """Return what is wrong with layers that could be read; `layer_set.listed` is not repeated.

    Every set of layers is checked for sources, dates in order, lines with a width, members
    that exist and groups that do not hold themselves. Where the shipped provinces or TAPI are
    among them, these are compared with the facts and the base map in `data`.
    """
    files = {layer.id: layer.file for layer in layer_set.layers}
    findings = [*_check_layers_have_features(layer_set)]
    for feature in layer_set.features:
        findings += _check_feature(feature, files[feature.layer_id])
    findings += _check_members(layer_set)
    findings += check_provinces(layer_set.features, files, data)
    findings += check_lengths(layer_set.features, files, data)
    return tuple(findings)


def _check_layers_have_features(layer_set: LayerSet) -> Iterator[Finding]:
    filled = {feature.layer_id for feature in layer_set.features}
    for layer in layer_set.layers:
        if layer.id not in filled:
            remedy = f"add features, or remove the entry from {MANIFEST}"
            yield Finding(layer.file, "", "no feature can be used", remedy)


def _check_feature(feature: Feature, file: str) -> Iterator[Finding]:
    if not any(source.strip() for source in feature.sources):
        yield Finding(file, feature.id, "names no source", "say where it is known from")
    if not _is_in_order(feature.valid_from, feature.valid_to or feature.planned_end):
        period = f"{feature.valid_from} to {feature.valid_to or feature.planned_end}"
        yield Finding(file, feature.id, f"ends before it begins: {period}", "correct the dates")
    is_corridor = feature.precision is Precision.CORRIDOR
    if is_corridor != (feature.geometry.geom_type in _LINES):
        message = f"precision “{feature.precision}” does not fit a {feature.geometry.geom_type}"
        yield Finding(file, feature.id, message, "use “corridor” for lines and only for lines")
    if not feature.uncertainty_m and feature.precision is not Precision.SITE:
        message = f"an uncertainty of 0 m claims more than the precision “{feature.precision}”"
        yield Finding(file, feature.id, message, "say within how many metres it lies")


def _is_in_order(start: str, end: str) -> bool:
    return not (start and end) or bounds(start)[0] <= bounds(end)[1]


def _check_members(layer_set: LayerSet) -> Iterator[Finding]:
    groups = {collection.id: collection for collection in layer_set.collections}
    known = {feature.id for feature in layer_set.features} | groups.keys()
    for collection in layer_set.collections:
        place = f"collections {collection.id}"
        missing = [member for member in collection.members if member not in known]
        if missing:
            message = f"members that do not exist: {', '.join(missing)}"
            yield Finding(MANIFEST, place, message, "correct the ids or remove them")
        if len(set(collection.members)) < len(collection.members):
            yield Finding(MANIFEST, place, "names a member twice", "name it once")
        if collection.id in _all_members(collection, groups):
            yield Finding(MANIFEST, place, "is a member of itself", "break the circle")


def _all_members(collection: Collection, groups: Mapping[str, Collection]) -> set[str]:
    """Return all ids below a collection, however deep; circles end."""
    found: set[str] = set()
    waiting = list(collection.members)
    while waiting:
        member = waiting.pop()
        if member not in found:
            found.add(member)
            waiting += groups[member].members if member in groups else ()
    return found
