"""The documents of a project: what was read out of each original, kept with the original's hash.

A document is there as soon as its `<id>.json` is, which is written last: an import that is
stopped at any moment leaves whole documents, and nothing that is taken for one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from groundtext.edtf import is_valid
from groundtext.files import write_whole
from groundtext.model import Document, Element, Listed, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from groundtext.project.folder import Project

KNOWN: Final = ("title", "author", "publisher", "published", "basis", "language")


@dataclass(frozen=True, slots=True)
class Held:
    """A document of a project, and what is known of its original."""

    document: Document
    format: str
    warnings: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What a citation needs and nobody has said, in words."""
        return missing_facts({name: getattr(self.document, name) for name in KNOWN})


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def write_document(project: Project, held: Held) -> None:
    """Keep a document, in the place of an earlier one of the same id.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    document = held.document
    digest = text_digest(document.text)
    text_path = _text_path(project, digest)
    if not text_path.is_file():
        write_whole(text_path, document.text.encode())
    fields = {
        "id": document.id,
        "file": document.file,
        "format": held.format,
        "sha256": document.sha256,
        **{name: getattr(document, name) for name in KNOWN},
        "complete": document.complete,
        "held": document.held,
        "text_sha256": digest,
        "warnings": held.warnings,
        "elements": [[*each.span, each.page, each.path, each.role] for each in document.elements],
    }
    path = project.documents / f"{document.id}.json"
    write_whole(path, json.dumps(fields, ensure_ascii=False, indent=1).encode())


def read_documents(project: Project) -> tuple[tuple[Held, ...], tuple[Listed, ...]]:
    """Return the documents of a project by id, and those that are damaged, with the reason."""
    listed: list[Listed] = []
    return tuple(iterate_documents(project, listed)), tuple(listed)


def iterate_documents(project: Project, listed: list[Listed] | None = None) -> Iterator[Held]:
    """Yield the documents of a project one by one, by id; those that are damaged are listed."""
    for path in sorted(project.documents.glob("[!.]*.json")):
        try:
            yield _read(project, path)
        except (OSError, ValueError, TypeError, KeyError) as error:
            reason = f"is damaged ({error}); import the original again."
            if listed is not None:
                listed.append(Listed(path.name, reason))


def known_fields(project: Project) -> Iterator[dict[str, Any]]:
    """Yield what is known of each document, without its text, by id; damaged ones are left out."""
    for path in sorted(project.documents.glob("[!.]*.json")):
        try:
            fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            told = {name: fields[name] for name in ("id", "file", "format", "sha256", *KNOWN)}
        except (OSError, ValueError, KeyError, TypeError):
            continue  # the report of the build says so
        yield {**told, "missing": list(missing_facts(told))}


def missing_facts(known: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a citation needs and nobody has said, in words."""
    wanted = {"title": "title", "author": "author", "published": "publication date"}
    return tuple(words for name, words in wanted.items() if not known[name])


def with_known(held: Held, known: Mapping[str, str], basis: str) -> Held:
    """Return a document with what somebody knows of it laid over what it says of itself.

    Only the members that `KNOWN` names are taken, and only those that are not empty.

    Raises
    ------
    ValueError
        If `published` is no EDTF date.
    """
    told: dict[str, Any] = {
        name: text.strip() for name, text in known.items() if name in KNOWN and text.strip()
    }
    if not told:
        return held
    published = told.get("published", "")
    if published and not is_valid(published):
        raise ValueError(
            f"{published!r} is no date; write it like 2021, 2021-03, 2021-03-18 or 2021-03/2021-04"
        )
    return replace(held, document=replace(held.document, **{"basis": basis, **told}))


def original_path(project: Project, sha256: str, file_format: str) -> Path:
    """Return where the file that something was read out of is kept."""
    return project.originals / f"{sha256}.{file_format}"


def keep_original(project: Project, sha256: str, file_format: str, contents: bytes) -> None:
    """Keep a file as it came, so that it can be opened, and read again.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    path = original_path(project, sha256, file_format)
    if not path.is_file():
        write_whole(path, contents)


def _text_path(project: Project, digest: str) -> Path:
    return project.texts / f"{digest}.txt"


def _read(project: Project, path: Path) -> Held:
    fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if fields["id"] != path.stem:
        raise ValueError(f"its id is {fields['id']!r}")
    text = _text_path(project, fields["text_sha256"]).read_bytes().decode("utf-8")
    if text_digest(text) != fields["text_sha256"]:
        raise ValueError("its text was changed")
    document = Document(
        id=fields["id"],
        file=fields["file"],
        text=text,
        sha256=fields["sha256"],
        **{name: fields[name] for name in KNOWN},
        complete=fields["complete"],
        held=tuple(Span(*span) for span in fields["held"]),
        elements=tuple(
            Element(Span(start, end), *rest) for start, end, *rest in fields["elements"]
        ),
    )
    return Held(document, fields["format"], tuple(fields["warnings"]))
