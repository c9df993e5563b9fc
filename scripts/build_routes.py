"""Build the layers of pipelines and transit corridors from waypoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shapely.geometry import LineString, Point

from groundtext.model import Feature, Precision
from scripts.facts import aliases_of, confidence_of, read_rows, read_toml, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from scripts.facts import Row

# TAPI's sections and the waypoint (seq) after which each crosses into the next country.
_SECTIONS: Final = {
    "tapi-turkmenistan": 2,  # Serhetabat | Torghundi
    "tapi-afghanistan": 13,  # Spin Boldak | Chaman
    "tapi-pakistan": 23,  # Pakpattan | Fazilka
    "tapi-india": 24,  # the end
}
_TAP: Final = ("tapi-turkmenistan", "tapi-afghanistan", "tapi-pakistan")
_FIELD: Final = 0  # the waypoint that stands for the Galkynysh field
_DECIMALS: Final = 5
_MEASURES: Final = ("length_km", "diameter_in", "capacity_bcm")  # as published, not as drawn


def build_pipelines(facts: Path, countries: Mapping[str, BaseGeometry]) -> tuple[Feature, ...]:
    """Return TAPI's national sections, TAP, Central Asia–Center and the Galkynysh field."""
    routes = read_toml(facts / "routes.toml")["routes"]
    waypoints = read_rows(facts / "tapi_waypoints.csv")
    center = read_rows(facts / "pipeline_waypoints.csv")
    sections = _sections(waypoints, [countries[routes[name]["country"]] for name in _SECTIONS])
    tap = list(dict.fromkeys(spot for name in _TAP for spot in sections[name]))
    field = waypoints[_FIELD]
    # TAP lies under TAPI's sections: what comes later is drawn on top.
    lines: dict[str, tuple[LineString, Sequence[Row]]] = {
        "tap": (LineString(tap), ()),
        **{name: (LineString(spots), waypoints) for name, spots in sections.items()},
        "central-asia-center": (LineString(_spots(center)), center),
    }
    return (
        *(_route(name, routes[name], "pipelines", *line) for name, line in lines.items()),
        _field("galkynysh", routes["galkynysh"], field),
    )


def build_corridors(facts: Path) -> tuple[Feature, ...]:
    """Return the transit corridors in the order of their waypoints."""
    routes = read_toml(facts / "routes.toml")["routes"]
    rows = read_rows(facts / "corridor_waypoints.csv")
    corridors = []
    for name in dict.fromkeys(row["corridor"] for row in rows):
        own = tuple(row for row in rows if row["corridor"] == name)
        corridors.append(_route(name, routes[name], "corridors", LineString(_spots(own)), own))
    return tuple(corridors)


def _sections(
    waypoints: tuple[Row, ...], countries: list[BaseGeometry]
) -> Mapping[str, list[tuple[float, float]]]:
    """Cut the route on the legs that cross a border; neighbours share the cut."""
    spots = _spots(waypoints)
    sections: dict[str, list[tuple[float, float]]] = {}
    start, cut = 0, list[tuple[float, float]]()
    for (name, last), country in zip(_SECTIONS.items(), countries, strict=True):
        sections[name] = [*cut, *spots[start : last + 1]]
        if last + 1 < len(spots):
            cut, start = [_crossing(spots[last], spots[last + 1], country)], last + 1
            sections[name] += cut
    return sections


def _crossing(
    before: tuple[float, float], after: tuple[float, float], country: BaseGeometry
) -> tuple[float, float]:
    """Return where a leg leaves a country on the base map, or its middle.

    At 1:10,000,000 a border can be drawn some kilometres off: Serhetabat and Torghundi then lie
    on one side of it. The names say that the border is between them, the middle is 3 km from
    each.
    """
    leg = LineString([before, after])
    crossing = leg.intersection(country.boundary)
    spot = crossing if isinstance(crossing, Point) else leg.interpolate(0.5, normalized=True)
    return round(spot.x, _DECIMALS), round(spot.y, _DECIMALS)


def _spots(rows: Iterable[Row]) -> list[tuple[float, float]]:
    return [(float(row["lon"]), float(row["lat"])) for row in rows]


def _route(
    name: str,
    route: Mapping[str, Any],
    layer: str,
    line: LineString,
    waypoints: Sequence[Row],
) -> Feature:
    along = [row for row in waypoints if line.distance(Point(_spots([row])[0])) == 0]
    through = " – ".join(row["name"] for row in along)
    return Feature(
        id=name,
        layer_id=layer,
        name=route["name"],
        aliases=aliases_of(route["name"], route.get("aliases", ())),
        kind=route["kind"],
        operator=route.get("operator", ""),
        country=route["country"],
        geometry=line,
        precision=Precision.CORRIDOR,
        uncertainty_m=float(route["uncertainty_m"]),
        valid_from=route.get("valid_from", ""),
        status=route["status"],
        sources=(*route.get("sources", ()), *sources_of(along)),
        confidence=route.get("confidence") or confidence_of(*along),
        note=route["note"],
        properties={
            **({"waypoints": through} if through else {}),
            **{key: route[key] for key in _MEASURES if key in route},
        },
    )


def _field(name: str, route: Mapping[str, Any], row: Row) -> Feature:
    return Feature(
        id=name,
        layer_id="pipelines",
        name=route["name"],
        aliases=aliases_of(route["name"], route["aliases"]),
        kind=route["kind"],
        country=route["country"],
        geometry=Point(_spots([row])[0]),
        precision=Precision.DISTRICT,
        uncertainty_m=float(route["uncertainty_m"]),
        status=route["status"],
        sources=sources_of([row]),
        confidence=route["confidence"],
        note=route["note"],
    )
