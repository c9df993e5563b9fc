"""The files that the browser needs, under an address that changes with their contents."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib import resources
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xstatic.pkg import leaflet

from groundtext.errors import UsageError
from groundtext.portrayal.bundle import bundle_module

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PREFIX: Final = "/groundtext/assets"
PARTS: Final = "parts.js"  # all our modules in one file: every request delays the first page
# Leaflet comes from its own package: nothing is copied into the repository.
_LEAFLET: Final = {"leaflet.js": "leaflet-src.esm.js", "leaflet.css": "leaflet.css"}
_DIGEST_LENGTH: Final = 16


@cache
def asset_names() -> tuple[str, ...]:
    """Return the names of all files served, sorted."""
    own = {name for name in _own_names() if not name.endswith(".js")}
    return tuple(sorted(own | {PARTS, *_LEAFLET}))


@cache
def script_names() -> tuple[str, ...]:
    """Return the names of our own modules, sorted: what the one file is made of."""
    return tuple(name for name in _own_names() if name.endswith(".js"))


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
        return (Path(leaflet.BASE_DIR) / _LEAFLET[name]).read_bytes()
    if name == PARTS:
        entry = PARTS.removesuffix(".js")
        return bundle_module(entry, lambda module: read_script(f"{module}.js")).encode()
    return (_folder() / name).read_bytes()


def read_script(name: str) -> str:
    """Return the source of one of our modules.

    Raises
    ------
    UsageError
        If there is no such module.
    """
    if name not in script_names():
        raise UsageError(f"{name!r} is not among the modules of the page.")
    return (_folder() / name).read_text(encoding="utf-8")


def _own_names() -> list[str]:
    return sorted(entry.name for entry in _folder().iterdir() if entry.is_file())


def _folder() -> Traversable:
    return resources.files("groundtext.ui") / "assets"


@cache
def assets_digest() -> str:
    """Return a digest of all files together: they go with each other, so they change together."""
    digest = sha256()
    for name in asset_names():
        digest.update(name.encode() + b"\0" + read_asset(name) + b"\0")
    return digest.hexdigest()[:_DIGEST_LENGTH]


def asset_url(name: str) -> str:
    """Return the path under which a file is served, such as `/groundtext/assets/1f…/map.css`."""
    return f"{PREFIX}/{assets_digest()}/{name}"


def media_type(name: str) -> str:
    """Return the media type of a file by its name, scripts as modules need it."""
    return guess_type(name)[0] or "application/octet-stream"
