"""Build the layer of military bases from data/facts/bases.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shapely.geometry import Point

from groundtext.model import Feature, Precision
from scripts.facts import (
    COUNTRIES,
    Names,
    aliases_of,
    confidence_of,
    dates_of,
    operator_of,
    read_names,
    read_rows,
    read_toml,
    sources_of,
    status_of,
    wording_note,
)
from scripts.outlines import country_area, radius_m

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from scripts.facts import Row

LAYER: Final = "bases"
_SITE_KM: Final = 3.0  # up to here the point stands on the base, up to the next in its town
_SETTLEMENT_KM: Final = 10.0
# How a base is drawn: air, ground or other; the wording of the facts is finer.
_KINDS: Final = {
    "FOB": "forward operating base",
    "PRT": "provincial reconstruction team",
    "air base (disputed Indian role)": "air base",
    "air base / transit centre": "air base",
    "communications": "communications centre",
    "outpost (reported)": "outpost",
    "radar": "early-warning radar",
    "space surveillance": "space-surveillance complex",
    "space/military range": "cosmodrome",
}


def build(facts: Path, countries: Mapping[str, BaseGeometry]) -> tuple[Feature, ...]:
    """Return the bases in the order of the facts, then those known only by country."""
    names = read_names(facts, LAYER)
    rows = read_rows(facts / "bases.csv")
    access = read_toml(facts / "country_access.toml")["bases"]
    return (
        *(_base(row, names.get(row["id"], Names())) for row in rows),
        *(_access(base_id, entry, countries) for base_id, entry in access.items()),
    )


def _base(row: Row, names: Names) -> Feature:
    name = names.name or row["name"]
    valid_from, valid_to, planned_end = dates_of(row)
    known = aliases_of(name, names.aliases, [row["name"]], row["aliases"].split(";"))
    kind = _KINDS.get(row["kind"], row["kind"])
    terms = {
        "kind": kind,
        "operator": operator_of(row),
        "valid_from": valid_from,
        "valid_to": valid_to,
        "status": status_of(row),
        "confidence": confidence_of(row),
    }
    return Feature(
        id=row["id"],
        layer_id=LAYER,
        name=name,
        aliases=tuple(alias for alias in known if alias not in names.ambiguous),
        kind=kind,
        operator=terms["operator"],
        country=COUNTRIES[row["host_country"]],
        geometry=Point(float(row["lon"]), float(row["lat"])),
        precision=_precision(float(row["uncertainty_km"])),
        uncertainty_m=float(row["uncertainty_km"]) * 1_000,
        valid_from=valid_from,
        valid_to=valid_to,
        planned_end=planned_end,
        status=terms["status"],
        sources=sources_of([row]),
        confidence=terms["confidence"],
        note=_note(row, names, terms),
    )


def _note(row: Row, names: Names, terms: Mapping[str, str]) -> str:
    also = f"Also called {', '.join(names.ambiguous)}." if names.ambiguous else ""
    return f"{wording_note(row, terms)} {also}".strip()


def _precision(uncertainty_km: float) -> Precision:
    if uncertainty_km <= _SITE_KM:
        return Precision.SITE
    return Precision.SETTLEMENT if uncertainty_km <= _SETTLEMENT_KM else Precision.DISTRICT


def _access(
    base_id: str, entry: Mapping[str, str], countries: Mapping[str, BaseGeometry]
) -> Feature:
    """Return a base that is known by its country alone: the country's area."""
    area = country_area(countries, entry["country"])
    return Feature(
        id=base_id,
        layer_id=LAYER,
        name=entry["name"],
        kind=entry["kind"],
        operator=entry["operator"],
        country=entry["country"],
        geometry=area,
        precision=Precision.COUNTRY,
        uncertainty_m=radius_m(area),
        valid_from=entry["valid_from"],
        valid_to=entry["valid_to"],
        status=entry["status"],
        sources=(entry["source"],),
        confidence="low",
        note=entry["note"],
    )
