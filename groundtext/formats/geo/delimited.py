"""CSV with coordinates → a raw layer."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from groundtext.formats.decoding import decode
from groundtext.formats.faults import Unusable
from groundtext.formats.geo.raw import WGS84, RawFeature, RawLayer, add_up_to_limit
from groundtext.formats.geo.table import Position, find_position, geometry_of, stated_srid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 50  # rows that tell which column is which
_MOST_FIELD: Final = 16 * 1024 * 1024  # characters of one cell: a long coastline as WKT


def read_csv(source: bytes) -> Iterator[RawLayer]:
    """Yield the layer of a table whose first row names its columns.

    Raises
    ------
    Unusable
        If it has no rows, or no columns that say where they are.
    """
    decoded = decode(source)
    text = decoded.text.removeprefix("\ufeff")
    layer = RawLayer("", warnings=[decoded.warning] if decoded.warning else [])
    csv.field_size_limit(_MOST_FIELD)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), restval="")
    try:
        columns = [name or "" for name in (reader.fieldnames or ())]
        rows = list(_rows(reader))
    except csv.Error as error:
        raise Unusable(
            f"is damaged in line {reader.line_num} ({error}); export it again."
        ) from error
    if not rows:
        raise Unusable("holds no rows; export it again.")
    position = find_position(columns, [row for _, row in rows[:_SAMPLE]])
    if position is None:
        shown = ", ".join(columns)[:200]
        raise Unusable(
            f"has no columns with coordinates (it has {shown}); name them lon and lat, or wkt. If "
            "it is about documents, call it documents.csv."
        )
    layer.crs = next((srid for _, row in rows if (srid := stated_srid(row, position))), WGS84)
    add_up_to_limit(layer, (_feature(line, row, position) for line, row in rows))
    yield layer


def _delimiter(text: str) -> str:
    """Return what stands between the columns of the first line, most often."""
    head = text.partition("\n")[0]
    return max(_DELIMITERS, key=head.count)


def _rows(reader: csv.DictReader[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    for row in reader:
        if any(isinstance(value, str) and value.strip() for value in row.values()):
            yield reader.line_num, row


def _feature(line: int, row: Mapping[str, str], position: Position) -> RawFeature:
    own = {
        name: value.strip() for name, value in row.items() if name and name not in position.columns
    }
    feature = RawFeature(f"line {line}", None, dict(own))
    try:
        feature.geometry = geometry_of(row, position, feature.notes)
    except Unusable as fault:
        feature.fault = str(fault)
    return feature
