"""What is read out of a foreign file, as plain values: they cross a process border as JSON.

Nothing here is trusted: a reader of a format hands over what it found, and whoever takes it in
checks it again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.layers.geojson import Json
    from groundtext.model import Element


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""  # EDTF date or interval
    language: str = ""  # ISO 639-1, detected where it is not stated; empty where neither is sure
    basis: str = ""  # where it says so, in words: "the file's properties", "the mail's header"


NOTHING_STATED: Final = Stated()


@dataclass(frozen=True, slots=True)
class TextExtract:
    """One document's text.

    `text` holds only what a reader of the original sees. Elements are sorted, disjoint, and hold
    everything of the text but white space.
    """

    file: str  # as the user knows it; a member of an archive is "archive.zip/folder/name.txt"
    format: str  # "txt", "md", "html", "pdf", "docx", "eml"
    sha256: str  # of the source bytes, lower-case hexadecimal
    text: str
    elements: tuple[Element, ...] = ()
    stated: Stated = NOTHING_STATED
    warnings: tuple[str, ...] = ()  # sentences; the document is used all the same


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a layer about which there is something to say."""

    place: str  # "feature 12 (kunduz)", "row 7"
    message: str  # what is wrong or was mended, and what to do: one sentence


@dataclass(frozen=True, slots=True)
class LayerExtract:
    """One layer's features, their geometries in EPSG:4326, longitude first, and valid.

    `n_read` = number of `features` + number of `listed`.
    """

    file: str  # as in TextExtract
    format: str  # "geojson", "gpkg", "shapefile", "kml", "geoparquet", "csv", "lpf"
    sha256: str  # of the source bytes
    name: str  # of the layer within the file; the file's own where it has but one
    features: tuple[Mapping[str, Json], ...]  # RFC 7946 features, properties as they were
    fields: Mapping[str, str] = field(default_factory=dict)  # role → name of the property
    n_read: int = 0
    listed: tuple[Part, ...] = ()  # left out
    repaired: tuple[Part, ...] = ()  # used, after a safe repair
    warnings: tuple[str, ...] = ()  # about the whole layer


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file, still to be read: of an archive, or attached to a mail."""

    name: str  # as the container calls it; never a path to write to
    source: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a member of one, that cannot be used."""

    file: str
    reason: str  # what is wrong and what to do: sentences


@dataclass(frozen=True, slots=True)
class ReturnExtract:
    """An export of our own that comes back, as plain JSON objects."""

    file: str  # as in TextExtract
    format: str  # "geojson", "lpf", "annotations"
    sha256: str  # of the source bytes
    layers: tuple[Mapping[str, Json], ...] = ()  # as the entries of a manifest
    features: tuple[Mapping[str, Json], ...] = ()  # as in a layer's file, with a member `layer`
    collections: tuple[Mapping[str, Json], ...] = ()
    documents: tuple[Mapping[str, Json], ...] = ()
    links: tuple[Mapping[str, Json], ...] = ()


Extract: TypeAlias = "TextExtract | LayerExtract | ReturnExtract | Member | Refused"
