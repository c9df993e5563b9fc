"""The files that the browser needs, under an address that changes with their contents."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib import resources
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet

from groundtext.errors import UsageError

PREFIX: Final = "/groundtext/assets"
# Leaflet comes from its own package: nothing is copied into the repository.
_LEAFLET: Final = {"leaflet.js": "leaflet-src.esm.js", "leaflet.css": "leaflet.css"}
_IMPORT: Final = re.compile(r'^import [^"]*"\./([\w.-]+)";$', re.MULTILINE)
_DIGEST_LENGTH: Final = 16


@cache
def asset_names() -> tuple[str, ...]:
    """Return the names of all files served, sorted."""
    folder = resources.files("groundtext.ui") / "assets"
    own = {entry.name for entry in folder.iterdir() if entry.is_file()}
    return tuple(sorted(own | set(_LEAFLET)))


@cache
def read_asset(name: str) -> bytes:
    """Return the bytes of one file.

    Raises
    ------
    UsageError
        If there is no such file.
    """
    if name not in asset_names():
        raise UsageError(f"{name!r} is not among the files that the page needs.")
    if name in _LEAFLET:
        return _read_leaflet(_LEAFLET[name])
    return (resources.files("groundtext.ui") / "assets" / name).read_bytes()


def _read_leaflet(name: str) -> bytes:
    return (Path(leaflet.BASE_DIR) / name).read_bytes()


@cache
def imported_by(*names: str) -> tuple[str, ...]:
    """Return these modules and all that they import before they run, sorted by name.

    What a module imports only once it is needed, by `import(…)`, is not among them.

    Raises
    ------
    UsageError
        If a module imports what is not there.
    """
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name not in _LEAFLET:
            waiting += _IMPORT.findall(read_asset(name).decode())
    return tuple(sorted(found))


@cache
def assets_digest() -> str:
    """Return a digest of all files together: they import each other, so they change together."""
    digest = sha256()
    for name in asset_names():
        digest.update(name.encode() + b"\0" + read_asset(name) + b"\0")
    return digest.hexdigest()[:_DIGEST_LENGTH]


def asset_url(name: str) -> str:
    """Return the path under which a file is served, such as `/groundtext/assets/1f…/map.js`."""
    return f"{PREFIX}/{assets_digest()}/{name}"


def media_type(name: str) -> str:
    """Return the media type of a file by its name, scripts as modules need it."""
    return guess_type(name)[0] or "application/octet-stream"
