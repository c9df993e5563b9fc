"""The one door to all readers: bytes in, extracts out; what cannot be read is said, not raised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.formats.archives import read_archive
from groundtext.formats.decoding import Undecodable
from groundtext.formats.extracts import Extract, LayerExtract, Refused, TextExtract
from groundtext.formats.faults import Unusable
from groundtext.formats.geo import KINDS as GEO_KINDS
from groundtext.formats.geo import read_geo
from groundtext.formats.returns import KINDS as RETURN_KINDS
from groundtext.formats.returns import is_return, read_return
from groundtext.formats.sniffing import sniff, why_not
from groundtext.formats.texts import KINDS as TEXT_KINDS
from groundtext.formats.texts import read_text_file

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names that say which format a file is meant to be in.
_CLAIMS: Final = {
    "txt": "txt",
    "md": "md",
    "html": "html",
    "htm": "html",
    "pdf": "pdf",
    "docx": "docx",
    "eml": "eml",
    "zip": "zip",
    "kmz": "kmz",
    "kml": "kml",
    "gpkg": "gpkg",
    "geojson": "geojson",
    "parquet": "geoparquet",
    "geoparquet": "geoparquet",
    "csv": "csv",
}
# A text may be called what it likes, and a zip may be of a kind of its own.
_NO_CLAIM: Final = frozenset(
    {
        *(("txt", "md"), ("md", "txt"), ("txt", "csv"), ("csv", "txt")),
        *(("zip", "shapefile"), ("zip", "kmz"), ("kmz", "zip")),
        *(("geojson", "lpf"), ("geojson", "annotations")),
    }
)


def read_foreign(file: str, source: bytes) -> Iterator[Extract]:
    """Yield what is in a file: texts, layers, files inside it, and refusals with the reason.

    Parameters
    ----------
    file
        Its name, as the user knows it; it decides nothing but between kinds of text.
    source
        Its bytes.
    """
    kind = sniff(file, source)
    if not kind:
        yield Refused(file, why_not(source))
        return
    claim = _CLAIMS.get(file.lower().rpartition(".")[2], kind)
    is_other = claim != kind and (claim, kind) not in _NO_CLAIM
    for extract in _read_or_refuse(file, source, kind):
        if is_other and isinstance(extract, TextExtract | LayerExtract):
            warning = f"is called {claim}, and holds {kind}; it was read as that."
            yield replace(extract, warnings=(warning, *extract.warnings))
        else:
            yield extract


def _read_or_refuse(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    try:
        yield from _read(file, source, kind)
    except Unusable as fault:
        yield Refused(file, str(fault))
    except Undecodable as fault:
        yield Refused(file, f"is no text that can be read ({fault}); save it as UTF-8.")


def _read(file: str, source: bytes, kind: str) -> Iterator[Extract]:
    if kind in TEXT_KINDS:
        yield from read_text_file(file, source, kind)
    elif kind in RETURN_KINDS and (kind == "annotations" or is_return(source)):
        yield from read_return(file, source, kind)
    elif kind in GEO_KINDS:
        yield from read_geo(file, source, kind)
    elif kind == "zip":
        yield from read_archive(file, source)
    else:
        yield Refused(file, f"is {kind}, which is not read here.")
