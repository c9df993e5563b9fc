"""What was read out of one file → the project: told from what is there already, and kept."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.documents.reading import METADATA_FILE, parse_metadata
from groundtext.edtf import is_valid
from groundtext.formats import LayerExtract, Member, Refused, ReturnExtract, TextExtract
from groundtext.model import Document
from groundtext.naming import free_id, to_id
from groundtext.project.documents import (
    Held,
    iterate_documents,
    keep_original,
    text_digest,
    with_known,
    write_document,
)
from groundtext.project.layer_intake import LayerIntake
from groundtext.project.returning import take_return
from groundtext.project.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.documents.reading import Metadata
    from groundtext.formats import Extract
    from groundtext.project.folder import Project
    from groundtext.project.importing import Reader
    from groundtext.project.metadata_table import Told
    from groundtext.project.report import FileReport
    from groundtext.project.sources import SourceFile

_DEEPEST: Final = 3  # files in archives in mails in archives
_UNDETERMINED: Final = "und"  # BCP 47, for a text whose language nobody knows


class _Known(NamedTuple):
    """What tells a document that is here from others: not its text, of which there is much."""

    id: str
    file: str
    sha256: str
    missing: tuple[str, ...]


class Intake:
    """Takes files into a project, one after the other."""

    def __init__(self, project: Project, reader: Reader, told: Told) -> None:
        self._project = project
        self._reader = reader
        self._told = told
        self._by_file: dict[str, _Known] = {}
        self._by_words: dict[str, _Known] = {}
        self._ids: set[str] = set()
        self._remember_all()

    def take(self, source: SourceFile, contents: bytes) -> FileReport:
        """Read a file, keep what can be used of it, and say what became of it.

        Raises
        ------
        OSError
            If the project cannot be written.
        """
        tally = Tally(source.name)
        if self._is_here_already(source, contents, tally):
            return tally.report()
        about = {source.name: self._told.about(source.name)}
        for extract, original in self._read(source.name, contents, about, 0):
            if isinstance(extract, TextExtract):
                self._take_text(extract, original, about.get(extract.file), tally)
            elif isinstance(extract, LayerExtract):
                self._layers.take(extract, original, tally)
            elif isinstance(extract, ReturnExtract):
                take_return(extract, self._project, tally)
                self._remember_all()
            elif isinstance(extract, Refused):
                tally.refuse(extract.reason, extract.file)
        if not tally.used and not tally.reasons:
            tally.refuse("holds nothing that could be read; give a document or a layer.")
        return tally.report()

    def _is_here_already(self, source: SourceFile, contents: bytes, tally: Tally) -> bool:
        digest = hashlib.sha256(contents).hexdigest()
        held = self._by_file.get(source.name)
        if held and held.sha256 == digest:
            _note(held, tally)
            return True
        return self._layers.is_here_already(source.name, digest, tally)

    def _read(
        self, file: str, contents: bytes, about: dict[str, Metadata | None], depth: int
    ) -> Iterator[tuple[Extract, bytes]]:
        """Yield what is in a file and in those inside it, down to a depth, with its bytes."""
        for extract in self._reader.read(file, contents):
            if not isinstance(extract, Member):
                yield extract, contents
                continue
            inner = f"{file}/{extract.name}"
            if depth == _DEEPEST:
                reason = "is too many files deep; take it out and give it by itself."
                yield Refused(inner, reason), contents
            elif PurePosixPath(extract.name).name == METADATA_FILE:
                for refused in _told_inside(file, inner, extract, about):
                    yield refused, contents
            else:
                yield from self._read(inner, extract.source, about, depth + 1)

    def _take_text(
        self, extract: TextExtract, original: bytes, about: Metadata | None, tally: Tally
    ) -> None:
        for warning in extract.warnings:
            tally.say(warning, extract.file)
        held = _held(extract, tally)
        if about is not None:
            held = with_known(held, _known(about), about.basis or f"{METADATA_FILE} beside it")
        twin = self._by_words.get(_words_digest(held.document.text))
        earlier = self._by_file.get(extract.file)
        if twin and twin.file != extract.file:
            tally.say(f"says the same, word for word, as {twin.file}: it is kept once.")
            tally.listed += 1
            return
        if earlier and earlier.sha256 != extract.sha256:
            tally.say(
                "is a new version of the document of this name; it takes its place, and what "
                "was decided about it is carried over by its quotes."
            )
        wanted = to_id(PurePosixPath(extract.file).stem, "document")
        document_id = earlier.id if earlier else free_id(wanted, self._ids)
        held = replace(held, document=replace(held.document, id=document_id))
        keep_original(self._project, extract.sha256, extract.format, original)
        write_document(self._project, held)
        _note(self._remember(held), tally)

    def _remember_all(self) -> None:
        for each in iterate_documents(self._project):
            self._remember(each)
        self._layers = LayerIntake(self._project)

    def _remember(self, held: Held) -> _Known:
        document = held.document
        known = _Known(document.id, document.file, document.sha256, held.missing)
        self._by_file[known.file] = known
        self._by_words[_words_digest(document.text)] = known
        self._ids.add(known.id)
        return known


def _note(known: _Known, tally: Tally) -> None:
    tally.used += 1
    tally.documents.append(known.id)
    tally.missing += known.missing


def _held(extract: TextExtract, tally: Tally) -> Held:
    stated = extract.stated
    published = stated.published
    if published and not is_valid(published):
        tally.say(f"states {published!r} as its date, which is none; it has no date.", extract.file)
        published = ""
    document = Document(
        id="",
        file=extract.file,
        text=extract.text,
        sha256=extract.sha256,
        title=stated.title,
        author=stated.author,
        publisher=stated.publisher,
        published=published,
        basis=stated.basis,
        language=stated.language or _UNDETERMINED,
        elements=extract.elements,
    )
    return Held(document, extract.format, extract.warnings)


def _known(about: Metadata) -> dict[str, str]:
    return {
        "title": about.title,
        "author": about.author,
        "publisher": about.publisher,
        "published": about.published,
    }


def _words_digest(text: str) -> str:
    return text_digest(" ".join(text.split()))


def _told_inside(
    file: str, inner: str, member: Member, about: dict[str, Metadata | None]
) -> Iterator[Refused]:
    """Take the rows of a table inside an archive for the files beside it; yield its faults."""
    folder = PurePosixPath(member.name).parent
    rows, faults = parse_metadata(member.source.decode("utf-8-sig", "replace"), METADATA_FILE)
    for row in rows:
        about[f"{file}/{folder / row.file}"] = row
    for fault in faults:
        yield Refused(inner, fault.reason)
