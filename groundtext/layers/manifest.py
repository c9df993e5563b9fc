"""The manifest of a folder of layers: what each layer is, and which features form a group."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from groundtext.edtf import is_valid
from groundtext.errors import ManifestError
from groundtext.layers.feature import ID_PATTERN
from groundtext.layers.finding import Fault, Finding
from groundtext.model import Collection, Description, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MANIFEST: Final = "manifest.toml"
GEOMETRY_KINDS: Final = ("point", "line", "area")
DESCRIPTION_FORMS: Final = ("base", "meeting", "route", "")

_Table: TypeAlias = "Mapping[str, object]"
_Entry = TypeVar("_Entry")
_LAYER_TEXTS: Final = (
    "id",
    "title",
    "file",
    "geometry_kind",
    "colour",
    "source",
    "licence",
    "retrieved",
)
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries that can be used, in the file's order, and the faults of the others."""

    layers: tuple[Layer, ...]
    collections: tuple[Collection, ...]
    listed: tuple[Finding, ...] = ()


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; a faulty entry is listed and costs no other.

    Raises
    ------
    ManifestError
        If the file is missing, not UTF-8 or not TOML, or names no layer at all.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ManifestError(
            f"no such file in {path.parent}; write one entry [[layers]] for each layer.",
            source=path.name,
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(
            f"cannot be read as TOML: {error}; correct the file.", source=path.name
        ) from error
    listed: list[Finding] = []
    layers = _entries(document, "layers", layer_from_table, path.name, listed)
    collections = _entries(document, "collections", collection_from_table, path.name, listed)
    if not layers:
        reasons = " ".join(finding.reason for finding in listed)
        raise ManifestError(
            f"names no layer that can be used; add an entry [[layers]]. {reasons}".rstrip(),
            source=path.name,
        )
    return Manifest(layers=layers, collections=collections, listed=tuple(listed))


def _entries(
    document: _Table,
    key: str,
    build: Callable[[_Table], _Entry],
    file: str,
    listed: list[Finding],
) -> tuple[_Entry, ...]:
    """Build the entries under a key; what fails goes to `listed`, with its place."""
    tables = document.get(key, [])
    if not isinstance(tables, list):
        listed.append(Finding(file, key, "no list of tables", f"write [[{key}]]"))
        return ()
    entries = []
    for index, table in enumerate(tables):
        try:
            entries.append(build(table if isinstance(table, dict) else {}))
        except Fault as fault:
            name = table.get("id") if isinstance(table, dict) else None
            place = f"{key} {name if isinstance(name, str) else index + 1}"
            listed.append(Finding(file, place, str(fault), fault.remedy))
    return tuple(entries)


def layer_from_table(table: _Table) -> Layer:
    """Return the layer of one entry; raises `Fault` if it is none."""
    texts = {name: _text(table, name) for name in _LAYER_TEXTS}
    missing = [name for name, text in texts.items() if not text]
    if missing:
        raise Fault(f"missing: {', '.join(missing)}", "add them")
    _refuse_unless(_is_file_name(texts["file"]), "file", texts, "name a file in the same folder")
    _refuse_unless(
        texts["geometry_kind"] in GEOMETRY_KINDS,
        "geometry_kind",
        texts,
        f"use one of {', '.join(GEOMETRY_KINDS)}",
    )
    _refuse_unless(bool(_COLOUR.fullmatch(texts["colour"])), "colour", texts, "write #rrggbb")
    _refuse_unless(is_valid(texts["retrieved"]), "retrieved", texts, "write a date, e.g. 2026-11")
    return Layer(
        id=_entry_id(table),
        title=texts["title"],
        geometry_kind=texts["geometry_kind"],
        file=texts["file"],
        source=texts["source"],
        licence=texts["licence"],
        retrieved=texts["retrieved"],
        notice=_text(table, "notice"),
        colour=texts["colour"],
        described=_description(table),
    )


def collection_from_table(table: _Table) -> Collection:
    """Return the group of one entry; raises `Fault` if it is none."""
    name, members = _text(table, "name"), _texts(table, "members")
    if not name:
        raise Fault("missing: name", "add it")
    if not members:
        raise Fault("no members", "list the ids of its features or collections")
    return Collection(
        id=_entry_id(table),
        name=name,
        members=members,
        aliases=_texts(table, "aliases"),
        note=_text(table, "note"),
    )


def _description(table: _Table) -> Description:
    described = table.get("described", {"form": ""})
    if not isinstance(described, dict):
        raise Fault(f"described = {described!r} is no table", 'write { form = "…", nouns = ["…"] }')
    form = _text(described, "form")
    if form not in DESCRIPTION_FORMS:
        known = ", ".join(repr(known) for known in DESCRIPTION_FORMS)
        raise Fault(f"described.form {form!r} is unknown", f"use one of {known}")
    return Description(form=form, nouns=_texts(described, "nouns"))


def _refuse_unless(fits: bool, name: str, texts: Mapping[str, str], remedy: str) -> None:  # noqa: FBT001
    if not fits:
        raise Fault(f"{name} = {texts[name]!r} is not understood", remedy)


def _is_file_name(file: str) -> bool:
    # A layer is a neighbour of its manifest: no path leads out of the folder.
    return not set(file) & set("/\\:\0") and file not in (".", "..")


def _entry_id(table: _Table) -> str:
    entry_id = _text(table, "id")
    if not ID_PATTERN.fullmatch(entry_id):
        raise Fault(
            f"id {entry_id!r} is not lower-case letters, digits and single hyphens",
            "give the entry such an id",
        )
    return entry_id


def _text(table: _Table, name: str) -> str:
    text = table.get(name, "")
    if not isinstance(text, str):
        raise Fault(f"{name} = {text!r} is no text", "put it in quotation marks")
    return text


def _texts(table: _Table, name: str) -> tuple[str, ...]:
    texts = table.get(name, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Fault(f"{name} = {texts!r} is no list of texts", 'write it like ["a", "b"]')
    return tuple(texts)
