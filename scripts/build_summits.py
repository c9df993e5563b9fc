"""Build the layer of summits and talks from data/facts/meetings.csv."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shapely.geometry import Point

from groundtext.edtf import in_words
from groundtext.model import Feature, Precision
from scripts.facts import (
    COUNTRIES,
    aliases_of,
    confidence_of,
    precision_of,
    read_names,
    read_rows,
    sources_of,
    status_of,
    wording_note,
)
from scripts.outlines import country_area

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from scripts.facts import Names, Row

LAYER: Final = "summits"
# Days that the facts call a guess, or tell us to check: EDTF's mark for an uncertain date.
_DOUBTED_DAYS: Final = ("days are a GUESS", "date and building are GUESS", "CHECK")


def build(facts: Path, countries: Mapping[str, BaseGeometry]) -> tuple[Feature, ...]:
    """Return the meetings, by date."""
    names = read_names(facts, LAYER)
    rows = read_rows(facts / "meetings.csv")
    meetings = [_meeting(row, names[row["id"]], rows, countries) for row in rows]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.valid_from, meeting.id)))


def _meeting(
    row: Row, names: Names, rows: tuple[Row, ...], countries: Mapping[str, BaseGeometry]
) -> Feature:
    country, precision = COUNTRIES[row["country"]], precision_of(row)
    valid_from, valid_to = (_day(row, column) for column in ("valid_from", "valid_to"))
    name = f"{names.name}, {_when(valid_from, valid_to)}"
    geometry: BaseGeometry = Point(float(row["lon"]), float(row["lat"]))
    if precision is Precision.COUNTRY:
        geometry = country_area(countries, country)
    terms = {
        "title": name,
        "status": status_of(row),
        # Only this wording says more than its term: the building is a guess.
        "place_precision": row["place_precision"].removesuffix("?"),
        "valid_from": valid_from,
        "valid_to": valid_to,
        "confidence": confidence_of(row),
    }
    return Feature(
        id=row["id"],
        layer_id=LAYER,
        name=name,
        aliases=aliases_of(name, names.aliases),
        kind="meeting",
        country=country,
        geometry=geometry,
        precision=precision,
        uncertainty_m=_uncertainty_m(row, rows),
        valid_from=valid_from,
        valid_to=valid_to,
        status=terms["status"],
        sources=sources_of([row]),
        confidence=terms["confidence"],
        note=wording_note(row, terms),
        properties={"venue": row["venue"]},
    )


def _uncertainty_m(row: Row, rows: tuple[Row, ...]) -> float:
    """Return the row's radius; for a building that is a guess, the radius of its city."""
    alike = [row]
    if row["place_precision"] == "venue?":
        alike = [
            other
            for other in rows
            if (other["country"], other["place_precision"]) == (row["country"], "city")
        ]
    return max(round(float(other["uncertainty_km"]) * 1_000, 1) for other in alike)


def _day(row: Row, column: str) -> str:
    doubted = any(words in row["sources"] for words in _DOUBTED_DAYS)
    return row[column] + "?" * (doubted and bool(row[column]))


def _when(valid_from: str, valid_to: str) -> str:
    if "?" in valid_from:
        # A doubted day is not said in a name; its month is sure.
        return in_words(valid_from[: len("2021-01")])
    return in_words(f"{valid_from}/{valid_to}")
