"""Bytes → which format they are: by what they hold; a name only decides between kinds of text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Final

from groundtext.formats.decoding import Undecodable, decode

# What is no use here, by its first bytes, and what it is in words.
_STRANGERS: Final = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a protected Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x00\x00\x01\x00", "a picture (icon)"),
    (b"%!PS", "a PostScript file"),
    (b"\x00\x00\x27\x0a", "a Shapefile without its companions"),
)
_WAYS_OUT: Final = {
    "an old or a protected Office file": "open it, and save it as docx without a password",
    "a Rich Text file": "save it as docx or as text",
    "a Shapefile without its companions": "put .shp, .shx, .dbf and .prj into one zip",
    "an Office file of another kind, or a damaged one": "open it, and save it as docx or PDF",
    "a spreadsheet": "save each sheet as CSV",
    "a presentation": "save it as PDF",
    "an OpenDocument file": "save it as docx or PDF",
    "an electronic book": "save it as HTML or PDF",
}
_WAY_OUT: Final = "give a text document, a layer, or a zip of them"
# The member by which kinds of zip are known.
_ZIPS: Final = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an electronic book"),
    ("[Content_Types].xml", "an Office file of another kind, or a damaged one"),
)
# Text by its bytes, and none to read: they come along with folders of layers and notes.
_NO_PROSE: Final = frozenset(
    (
        "toml",
        "yaml",
        "yml",
        "ini",
        "cfg",
        "conf",
        "py",
        "js",
        "css",
        "sh",
        "bat",
        "qgs",
        "qml",
        "sql",
    )
)
_HEAD: Final = 65_536  # bytes that tell markup from text
_HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|table)\b", re.IGNORECASE
)
_MAIL: Final = re.compile(
    r"(?:(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to"
    r"|content-type|reply-to|sender|x-[\w-]+|dkim-signature|arc-[\w-]+): ?[^\r\n]*"
    r"(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}",
    re.IGNORECASE,
)
_MAIL_NAMES: Final = re.compile(
    r"^(?:from|received|return-path|date): ", re.IGNORECASE | re.MULTILINE
)
_OURS: Final = ((b"SQLite format 3\x00", "gpkg"), (b"PAR1", "geoparquet"))
_BLANKS: Final = b"\x00 \t\r\n\xef\xbb\xbf"
_JSON_NAMES: Final = ("json", "geojson", "jsonld", "ndjson", "geojsonl")
_LINKED_PLACES: Final = ("linked-places", "linkedpasts")


def sniff(file: str, source: bytes) -> str:
    """Return the format of a file's bytes, or empty where they are of no use here.

    One of txt, md, html, pdf, docx, eml, zip, kmz, shapefile, gpkg, geojson, lpf, annotations,
    kml, geoparquet, csv.
    """
    if not source.strip(_BLANKS):
        return ""
    for magic, kind in _OURS:
        if source.startswith(magic):
            return kind
    if b"%PDF-" in source[:1024]:
        return "pdf"
    if source.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(source)
    magic, _ = _stranger(source)
    # Two letters may also begin a text: "BMW", "MZ".
    is_stranger = len(magic) > len(b"BM") or _is_binary(source)
    return "" if is_stranger else _sniff_text(file, source)


def why_not(source: bytes) -> str:
    """Say what a file that `sniff` has no use for seems to be, and what to do."""
    if not source:
        return "is empty; it may not have been copied whole."
    if not source.strip(_BLANKS):
        return "holds nothing but blanks; it may not have been copied whole."
    kind = _stranger(source)[1]
    if source.startswith(b"PK"):
        kind = _zip_kind(source) or "a damaged zip archive"
    if source[4:8] == b"ftyp":
        kind = "a film or a picture"
    if source[257:262] == b"ustar":
        kind = "a tar archive"
    if not kind:
        try:
            decode(source)
        except Undecodable as error:
            return f"is no text ({error}) and no format that is known here; {_WAY_OUT}."
        kind = "data for programs"
    return f"is {kind}; {_WAYS_OUT.get(kind, _WAY_OUT)}."


def _stranger(source: bytes) -> tuple[bytes, str]:
    return next((each for each in _STRANGERS if source.startswith(each[0])), (b"", ""))


def _is_binary(source: bytes) -> bool:
    head = source[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # UTF-16, which holds NUL bytes
    n_controls = sum(head.count(byte) for byte in (0, 1, 2, 3, 4, 5, 6, 14, 15, 16))
    return n_controls > len(head) // 200


def _zip_kind(source: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return ""
    return next((kind for member, kind in _ZIPS if member in names), "zip")


def _sniff_zip(source: bytes) -> str:
    kind = _zip_kind(source)
    if kind != "zip":
        return kind if kind == "docx" else ""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        names = [name.lower() for name in archive.namelist() if not name.startswith("__MACOSX")]
    if any(name.endswith(".shp") for name in names):
        others = (".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".eml", ".geojson", ".kml")
        return "zip" if any(name.endswith(others) for name in names) else "shapefile"
    kmls = [name for name in names if name.endswith(".kml")]
    return "kmz" if len(kmls) == 1 and "doc.kml" in names else "zip"


def _sniff_text(file: str, source: bytes) -> str:
    try:
        head = decode(source[:_HEAD], is_cut=len(source) > _HEAD).text.lstrip("\ufeff \t\r\n")
    except Undecodable:
        return ""
    suffix = file.lower().rpartition(".")[2]
    found = ""
    if head.startswith(("{", "[", "\x1e")):
        found = _sniff_json(source, head)
    elif head.startswith("<"):
        found = _sniff_markup(head)
    if suffix in _JSON_NAMES:
        found = found or "geojson"
    return found or _sniff_prose(suffix, head)


def _sniff_prose(suffix: str, head: str) -> str:
    """Tell kinds of text apart: by their first lines, or else by the file's name."""
    if _MAIL.match(head) and (suffix == "eml" or _MAIL_NAMES.search(head[:4096])):
        return "eml"
    if suffix in ("html", "htm", "xhtml") and not _HTML.search(head):
        return "txt"
    if suffix in _NO_PROSE:
        return f"a file of settings or code ({suffix})"
    named = {"csv": "csv", "tsv": "csv", "md": "md", "markdown": "md", "eml": "eml"}
    named |= dict.fromkeys(("html", "htm", "xhtml"), "html")
    return named.get(suffix, "txt")


def _sniff_markup(head: str) -> str:
    if re.search(r"<(?:\w+:)?kml[\s>]", head):
        return "kml"
    return "html" if _HTML.search(head) else ""


def _sniff_json(source: bytes, head: str) -> str:
    """Tell what a JSON text is by its members; a text that only begins like JSON is none."""
    if not re.match(r'\s*[\[{]\s*(?:["{\[\]}\d]|$)|\x1e', head):
        return ""
    if '"FeatureCollection"' in head or b'"FeatureCollection"' in source:
        is_linked = any(word in head.lower() for word in _LINKED_PLACES)
        return "lpf" if is_linked else "geojson"
    if "www.w3.org/ns/anno" in head:
        return "annotations"
    if '"Feature"' in head or '"coordinates"' in head or '"geometries"' in head:
        return "geojson"
    return "geojson" if '"type"' in head and _is_json(source) else ""


def _is_json(source: bytes) -> bool:
    try:
        json.loads(source)
    except (ValueError, RecursionError):
        return False
    return True
