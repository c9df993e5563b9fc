"""Checks of what ships with Groundtext: the 34 provinces of Afghanistan and TAPI's lengths."""

from __future__ import annotations

import csv
import json
import tomllib
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

import shapely
from shapely.geometry import Point, shape

from groundtext.geodesy import area_m2, buffer_m, length_m
from groundtext.layers.finding import Fault, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from groundtext.model import Feature

_Parsed = TypeVar("_Parsed")

PROVINCES: Final = "provinces"
CAPITALS_FILE: Final = "facts/provinces.csv"
ROUTES_FILE: Final = "facts/routes.toml"
BASEMAP_FILE: Final = "basemap.json"

# Both outlines are drawn at 1:10,000,000, where a line of 0.2 mm is 2 km wide.
_COVER_TOLERANCE_M: Final = 2_000.0
_OVERLAP_TOLERANCE_M2: Final = 10_000.0  # one hectare: less than any rounding makes
_KM2: Final = 1e6


@dataclass(frozen=True, slots=True)
class Length:
    """A length that was published: kilometres, and the share by which a map may differ."""

    id: str
    least_km: float
    most_km: float
    tolerance: float

    def fits(self, length_km: float) -> bool:
        """Tell whether a length is within the published range, give or take the tolerance."""
        least, most = self.least_km * (1 - self.tolerance), self.most_km * (1 + self.tolerance)
        return least <= length_km <= most

    def __str__(self) -> str:
        published = f"{self.least_km:,.0f}"
        if self.most_km != self.least_km:
            published += f" to {self.most_km:,.0f}"
        return f"{published} km" + (f" ± {self.tolerance:.0%}" if self.tolerance else "")


def check_provinces(
    features: Sequence[Feature], files: Mapping[str, str], data: Path
) -> Iterator[Finding]:
    """Yield what is wrong with the layer `provinces`; nothing if there is none.

    Every province of the facts is there with its capital in it, none overlap, and together
    they cover Afghanistan as the base map draws it, give or take 2 km.
    """
    outlines = {
        feature.id: feature.geometry for feature in features if feature.layer_id == PROVINCES
    }
    if not outlines:
        return
    file = files[PROVINCES]
    yield from _check_capitals(outlines, file, data)
    yield from _check_overlaps(outlines, file)
    yield from _check_cover(outlines, file, data)


def check_lengths(
    features: Sequence[Feature], files: Mapping[str, str], data: Path
) -> Iterator[Finding]:
    """Yield the sections of TAPI whose geodesic length is not the published one.

    Nothing if no section is among the features.
    """
    lengths_km = {feature.id: length_m(feature.geometry) / 1_000 for feature in features}
    layers = {feature.id: feature.layer_id for feature in features}
    if not any(feature_id.startswith("tapi-") for feature_id in lengths_km):
        return
    try:
        total, *sections = _parsed(data, ROUTES_FILE, _published_lengths)
    except Fault as fault:
        yield Finding(ROUTES_FILE, "", str(fault), fault.remedy)
        return
    file = next(files[layers[name]] for name in lengths_km if name.startswith("tapi-"))
    for section in sections:
        if section.id not in lengths_km:
            yield Finding(file, section.id, "no such section of TAPI", "build the layer again")
        elif not section.fits(lengths_km[section.id]):
            yield _misfit(file, section, lengths_km[section.id])
    total_km = sum(lengths_km.get(section.id, 0) for section in sections)
    if not total.fits(total_km):
        yield _misfit(file, total, total_km)


def _misfit(file: str, published: Length, length_km: float) -> Finding:
    message = f"{length_km:,.0f} km long, published are {published}"
    return Finding(file, published.id, message, "check the waypoints in data/facts")


def _check_capitals(
    outlines: Mapping[str, BaseGeometry], file: str, data: Path
) -> Iterator[Finding]:
    try:
        capitals = _parsed(data, CAPITALS_FILE, _capitals)
    except Fault as fault:
        yield Finding(CAPITALS_FILE, "", str(fault), fault.remedy)
        return
    for province, (capital, position) in capitals.items():
        holding = [name for name, outline in outlines.items() if outline.covers(position)]
        if province not in outlines:
            yield Finding(file, province, "no such province", "build the layer again")
        elif holding != [province]:
            message = f"its capital {capital} lies in {', '.join(holding) or 'no province'}"
            yield Finding(file, province, message, "join outlines and names anew")


def _check_overlaps(outlines: Mapping[str, BaseGeometry], file: str) -> Iterator[Finding]:
    for (name, outline), (other, other_outline) in combinations(outlines.items(), 2):
        if not outline.intersects(other_outline):
            continue
        shared_m2 = area_m2(outline.intersection(other_outline))
        if shared_m2 > _OVERLAP_TOLERANCE_M2:
            message = f"overlaps {other} by {shared_m2 / _KM2:,.2f} km²"
            yield Finding(file, name, message, "simplify all outlines together")


def _check_cover(outlines: Mapping[str, BaseGeometry], file: str, data: Path) -> Iterator[Finding]:
    try:
        country = _parsed(data, BASEMAP_FILE, _afghanistan)
    except Fault as fault:
        yield Finding(BASEMAP_FILE, "", str(fault), fault.remedy)
        return
    covered = shapely.union_all(list(outlines.values()))
    bare = buffer_m(country, -_COVER_TOLERANCE_M).difference(covered)
    beyond = covered.difference(buffer_m(country, _COVER_TOLERANCE_M))
    for area, message in (
        (bare, "of Afghanistan are in no province"),
        (beyond, "of the provinces are outside Afghanistan"),
    ):
        if not area.is_empty:
            amount = f"{area_m2(area) / _KM2:,.1f} km² {message}, more than 2 km from its border"
            yield Finding(file, "", amount, "build the layer again")


def _parsed(data: Path, name: str, parse: Callable[[str], _Parsed]) -> _Parsed:
    try:
        return parse((data / name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Fault(
            "no such file, so the layers cannot be compared with it", "restore it"
        ) from None
    # JSON, TOML and UTF-8 errors are ValueErrors all.
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Fault(f"cannot be read ({error!r})", "restore it") from error


def _published_lengths(text: str) -> list[Length]:
    """Return the total first, then the sections."""
    published = tomllib.loads(text)["lengths_km"]
    return [_length(entry) for entry in (published["total"], *published["segments"])]


def _length(entry: Mapping[str, object]) -> Length:
    least, most, tolerance = (float(str(entry[key])) for key in ("from", "to", "tolerance"))
    return Length(str(entry["id"]), least, most, tolerance)


def _capitals(text: str) -> dict[str, tuple[str, Point]]:
    """Return each province's capital, by the province's id."""
    capitals = {
        row["id"]: (row["capital"], Point(float(row["capital_lon"]), float(row["capital_lat"])))
        for row in csv.DictReader(text.splitlines())
    }
    if not capitals:
        raise ValueError("no rows")
    return capitals


def _afghanistan(text: str) -> BaseGeometry:
    countries = {
        member["properties"].get("iso"): member["geometry"]
        for member in json.loads(text)["features"]
        if member["properties"]["kind"] == "country"
    }
    return shape(countries["AF"])
