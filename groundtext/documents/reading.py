"""Files and folders → documents. Nothing is cleaned: offsets are those of the file's text."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from groundtext.edtf import is_valid
from groundtext.model import Document, Listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

METADATA_FILE = "documents.csv"
SUFFIXES: Final = (".txt", ".md")
_MAX_BYTES: Final = 64 * 1024 * 1024  # a longer text is no article; it would stall the build


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """The documents that could be read, by id, and what could not."""

    documents: tuple[Document, ...]
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """One row of `documents.csv`: what is known of a document; empty where nothing is."""

    file: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""  # EDTF
    basis: str = ""
    language: str = "en"
    sha256: str = ""
    characters: int | None = None  # the length of the text in code points
    words: int | None = None  # how many the text has, between white space


def read_documents(paths: Sequence[Path]) -> DocumentSet:
    """Read text files, and the text files in folders, with the metadata beside them.

    Offsets count the code points of the file's UTF-8 text; line ends are kept, and a byte order
    mark is one code point like any other. What cannot be read is listed; nothing is raised.
    """
    documents: dict[str, Document] = {}
    listed: list[Listed] = []
    metadata: dict[Path, dict[str, Metadata]] = {}
    for path in _files(paths, listed):
        if path.parent not in metadata:
            rows, faults = read_metadata(path.parent / METADATA_FILE)
            metadata[path.parent] = {row.file: row for row in rows}
            listed += faults
        known = metadata[path.parent].get(path.name, Metadata(path.name))
        document = _read_document(path, known, listed)
        if document is None:
            continue
        if document.id in documents:
            other = documents[document.id].file
            reason = f"has the same id, {document.id!r}, as {other}; rename one of them."
            listed.append(Listed(path.name, reason))
            continue
        documents[document.id] = document
    for folder in paths:
        listed += _absent(folder, metadata.get(folder, {}))
    return DocumentSet(tuple(documents[key] for key in sorted(documents)), tuple(listed))


def _absent(folder: Path, rows: Mapping[str, Metadata]) -> list[Listed]:
    """List the documents that a folder's table names and the folder does not hold."""
    reason = f"stands in {METADATA_FILE}, but is not there; add the file, or remove the line."
    return [Listed(name, reason) for name in rows if not (folder / name).is_file()]


def _files(paths: Iterable[Path], listed: list[Listed]) -> list[Path]:
    """Return the text files, each once, by name; list what is none."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            listed.append(Listed(str(path), "there is no such file or folder."))
            continue
        members = sorted(path.iterdir()) if path.is_dir() else [path]
        for member in members:
            if member.name == METADATA_FILE:
                continue
            if member.is_dir():
                reason = "is a folder inside a folder; name it too, to read what is in it."
                listed.append(Listed(f"{member.name}/", reason, is_refused=False))
            elif member.suffix.lower() in SUFFIXES:
                found[member] = None
            else:
                wanted = " or ".join(SUFFIXES)
                reason = f"is not a text document ({wanted})."
                listed.append(Listed(member.name, reason, is_refused=False))
    return list(found)


def _read_document(path: Path, known: Metadata, listed: list[Listed]) -> Document | None:
    if path.stat().st_size > _MAX_BYTES:
        reason = f"is larger than {_MAX_BYTES // 1024**2} MiB; divide it."
        listed.append(Listed(path.name, reason))
        return None
    try:
        source = path.read_bytes()
    except OSError as error:
        listed.append(Listed(path.name, f"cannot be read ({error.strerror})."))
        return None
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte {error.start}); save it as UTF-8 text."
        listed.append(Listed(path.name, reason))
        return None
    if not text.strip():
        listed.append(Listed(path.name, "holds no text."))
        return None
    digest = hashlib.sha256(source).hexdigest()
    if known.sha256 and known.sha256 != digest:
        # Its facts may not fit either, but they are the user's; the difference is what counts.
        reason = f"has another sha256 than {METADATA_FILE} says: it is another version of it."
        listed.append(Listed(path.name, reason))
    return to_document(replace(known, sha256=digest), text)


def to_document(known: Metadata, text: str) -> Document:
    """Return the complete document with that text and those metadata."""
    return Document(
        id=known.file.rpartition(".")[0] or known.file,
        file=known.file,
        text=text,
        sha256=known.sha256,
        title=known.title,
        author=known.author,
        publisher=known.publisher,
        published=known.published,
        basis=known.basis,
        language=known.language,
    )


def read_metadata(path: Path) -> tuple[tuple[Metadata, ...], tuple[Listed, ...]]:
    """Return the rows of a `documents.csv`, and what is wrong with others.

    Only the column `file` is required. A value that is wrong is left out, and listed; the row's
    others are kept. A file that is not there has no rows.
    """
    if not path.is_file():
        return (), ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return (), (Listed(path.name, f"is not UTF-8 (byte {error.start})."),)
    return parse_metadata(text, path.name)


def parse_metadata(text: str, name: str) -> tuple[tuple[Metadata, ...], tuple[Listed, ...]]:
    """Return the rows of the text of a `documents.csv`, as `read_metadata` does of the file."""
    # Strict: a quotation mark that is never closed would swallow the lines after it.
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="", strict=True)
    if "file" not in (reader.fieldnames or ()):
        return (), (Listed(name, "lacks the column `file`; name the documents in it."),)
    rows: list[Metadata] = []
    listed: list[Listed] = []
    try:
        for row in reader:  # a fault in the file ends it here, with the rows before it read
            rows += [_metadata(row, name, reader.line_num, listed)]
    except csv.Error as error:
        reason = f"line {reader.line_num}: {error}; correct the quotation marks."
        listed.append(Listed(name, reason))
    return tuple(row for row in rows if row.file), tuple(listed)


def _metadata(row: Mapping[str, str], source: str, line: int, listed: list[Listed]) -> Metadata:
    def fault(message: str) -> None:
        listed.append(Listed(source, f"line {line}: {message}"))

    published = row.get("published_edtf", "").strip()
    if published and not is_valid(published):
        fault(f"`published_edtf` is {published!r}, not an EDTF date; the document has no date.")
        published = ""
    counts: dict[str, int | None] = {}
    for column in ("characters", "words"):
        number = row.get(column, "").strip()
        if number and not number.isdecimal():
            fault(f"`{column}` is {number!r}, not a whole number; it is not used.")
        counts[column] = int(number) if number.isdecimal() else None
    if not row["file"].strip():
        fault("names no file; name one, or remove the line.")
    return Metadata(
        file=row["file"].strip(),
        title=row.get("title", "").strip(),
        author=row.get("author", "").strip(),
        publisher=row.get("publisher", "").strip(),
        published=published,
        basis=row.get("basis", "").strip(),
        language=row.get("language", "").strip() or "en",
        sha256=row.get("sha256", "").strip().lower(),
        characters=counts["characters"],
        words=counts["words"],
    )
