"""What documents are read with, as values that travel: layers, gazetteer files, versions."""

from __future__ import annotations

import hashlib
import platform
import sys
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from groundtext.errors import EngineError, GazetteerError
from groundtext.gazetteer import Gazetteer
from groundtext.gazetteer.supplement import SUPPLEMENT_FILE
from groundtext.linking import Linker
from groundtext.settings import ROOT

if TYPE_CHECKING:
    from groundtext.layers import LayerSet

_PACKAGES: Final = ("numpy", "pyproj", "shapely")  # what an analysis computes with


@dataclass(frozen=True)
class Knowledge:
    """The layers, the bytes of the data folder, and the versions that read them.

    Both are values, so that a worker on another machine needs neither folder, and none can be
    changed while a build goes on.
    """

    layer_set: LayerSet
    files: tuple[tuple[str, bytes], ...]
    versions: tuple[tuple[str, str], ...]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha256(repr((self.versions, self.layer_set)).encode())
        for feature in self.layer_set.features:
            digest.update(feature.geometry.wkb)  # the representation shortens it
        for name, contents in self.files:
            digest.update(f"\n{name} {len(contents)}\n".encode())
            digest.update(contents)
        object.__setattr__(self, "digest", digest.hexdigest())

    @classmethod
    def read(cls, layer_set: LayerSet, data: Path, supplement: bytes = b"") -> Knowledge:
        """Read the files of a data folder.

        `supplement` holds more rows for the gazetteer's supplement, under the same head.

        Raises
        ------
        GazetteerError
            If the folder cannot be read.
        """
        try:
            files = tuple(
                (path.name, path.read_bytes()) for path in sorted(data.iterdir()) if path.is_file()
            )
        except OSError as error:
            raise GazetteerError(
                f"cannot be read ({error.strerror}); restore it from the project.",
                source=str(data),
            ) from error
        own = tuple(
            (name, contents + _rows(supplement) if name == SUPPLEMENT_FILE else contents)
            for name, contents in files
        )
        return cls(layer_set, own, _versions())

    def open(self) -> tuple[Gazetteer, Linker]:
        """Make the gazetteer and the linker.

        Raises
        ------
        EngineError
            If this process runs another version than the one that read the files.
        GazetteerError
            If a file of the gazetteer is missing or damaged.
        """
        self._refuse_other_versions()
        layers = self.layer_set
        with TemporaryDirectory(prefix="groundtext-") as name:
            folder = Path(name)
            for file, contents in self.files:
                (folder / file).write_bytes(contents)
            gazetteer = Gazetteer.open(folder)
        return (
            gazetteer.with_features(layers.features, layers.collections),
            Linker(layers.layers, layers.features, layers.collections),
        )

    def _refuse_other_versions(self) -> None:
        here = dict(_versions())
        differing = [
            f"{name} {here.get(name)} (wanted: {wanted})"
            for name, wanted in self.versions
            if here.get(name) != wanted
        ]
        if differing:
            raise EngineError(
                f"the worker on {platform.node()} has {', '.join(differing)}; "
                "install the same Groundtext there as here."
            )


def _rows(supplement: bytes) -> bytes:
    """Return a table without its head."""
    return b"\n" + supplement.partition(b"\n")[2] if supplement else b""


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    """Return what changes a result when it changes: our own code, and what that rests on."""
    code = hashlib.sha256()
    package = ROOT / "groundtext"
    for path in sorted(package.rglob("*.py")):
        code.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    packages = tuple((name, version(name)) for name in _PACKAGES)
    return (("Groundtext's code", code.hexdigest()[:12]), ("Python", python), *packages)
