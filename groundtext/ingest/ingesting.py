"""Documents → analyses, through an engine.

The result is the same whichever engine, and in whatever order and pieces the work was done.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from groundtext.engines import Died
from groundtext.errors import GroundtextError, InputError
from groundtext.model import Listed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from groundtext.engines import Engine
    from groundtext.gazetteer import Gazetteer
    from groundtext.ingest.knowledge import Knowledge
    from groundtext.ingest.parts import Parts
    from groundtext.linking import Linker
    from groundtext.model import Document
    from groundtext.workspace import Analysis

Analyse: TypeAlias = "Callable[[Document, Gazetteer, Linker], Analysis]"
Progress: TypeAlias = "Callable[[int, int], None]"  # documents done, documents in all

_MOST_IN_MEMORY: Final = 10_000_000  # characters of all documents
_DEADLY: Final = (
    "ended the process that analysed it, time after time (too little memory, or a fault in a "
    "library); divide the document, or leave it out."
)


@dataclass(frozen=True, slots=True)
class Ingested:
    """The analyses, by document id, and the documents that could not be analysed."""

    analyses: Collection[Analysis]
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Analyses that are on the disk, read back one by one each time that they are gone through.

    What ten million words were found to hold takes more memory than most machines have.
    """

    documents: tuple[Document, ...]  # those that could be analysed, by id
    parts: Parts
    again: Callable[[Document], Analysis | Listed]

    def __iter__(self) -> Iterator[Analysis]:
        for document in self.documents:
            analysis = self.parts.read(document) or self.again(document)
            if not isinstance(analysis, Listed):
                yield analysis

    def __len__(self) -> int:
        return len(self.documents)

    def __contains__(self, analysis: object) -> bool:
        return any(each == analysis for each in self)


@dataclass(frozen=True, slots=True)
class Ingest:
    """The step for one document, with what it is read with: what an engine runs."""

    knowledge: Knowledge
    analyse: Analyse

    @property
    def key(self) -> str:
        """The digest of all that an analysis depends on besides its document."""
        return f"{self.knowledge.digest} {self.analyse.__module__}.{self.analyse.__qualname__}"

    def open(self) -> Callable[[Document], Analysis | Listed]:
        """Make gazetteer and linker, and return the step that uses them."""
        gazetteer, linker = self.knowledge.open()

        def step(document: Document) -> Analysis | Listed:
            try:
                return self.analyse(document, gazetteer, linker)
            except Exception as error:  # noqa: BLE001  whatever one document meets costs no other
                return Listed(document.file, _reason(error))

        return step


def ingest(
    work: Ingest,
    documents: Sequence[Document],
    engine: Engine,
    parts: Parts | None,
    progress: Progress,
) -> Ingested:
    """Analyse the documents, each once; with `parts`, those that are done already are taken.

    A document whose analysis fails, or ends its process time after time, is listed.

    Raises
    ------
    EngineError
        If the engine cannot be used; what was done is in `parts`.
    """
    if parts and sum(len(document.text) for document in documents) > _MOST_IN_MEMORY:
        return _ingest_large(work, documents, engine, parts, progress)
    done = [parts.read(document) for document in documents] if parts else []
    analyses = [analysis for analysis in done if analysis]
    held = {analysis.document.id for analysis in analyses}
    listed = []
    progress(len(analyses), len(documents))
    for analysis in _analysed(work, _waiting(documents, held), engine):
        if isinstance(analysis, Listed):
            listed.append(analysis)
        else:
            analyses.append(analysis)
            if parts:
                parts.write(analysis)
        progress(len(analyses) + len(listed), len(documents))
    analyses.sort(key=lambda analysis: analysis.document.id)
    return Ingested(tuple(analyses), tuple(listed))


def _ingest_large(
    work: Ingest, documents: Sequence[Document], engine: Engine, parts: Parts, progress: Progress
) -> Ingested:
    """Analyse documents as `ingest` does, and leave what was found on the disk."""
    held = {document.id for document in documents if parts.read(document)}
    listed: list[Listed] = []
    failed: set[str] = set()
    done = len(held)
    progress(done, len(documents))
    for analysis in _analysed(work, _waiting(documents, held), engine):
        done += 1
        if isinstance(analysis, Listed):
            listed.append(analysis)
            failed.add(analysis.file)
        else:
            parts.write(analysis)
        progress(done, len(documents))
    kept = sorted((d for d in documents if d.file not in failed), key=lambda d: d.id)
    return Ingested(Kept(tuple(kept), parts, _opened_when_needed(work)), tuple(listed))


def _opened_when_needed(work: Ingest) -> Callable[[Document], Analysis | Listed]:
    """Return the step, opened only if a part was lost meanwhile, as to another build."""
    opened = cache(work.open)

    def step(document: Document) -> Analysis | Listed:
        return opened()(document)

    return step


def _waiting(documents: Sequence[Document], held: set[str]) -> list[Document]:
    # The longest first, so that none is begun when all others are done.
    waiting = (document for document in documents if document.id not in held)
    return sorted(waiting, key=lambda document: -len(document.text))


def _analysed(
    work: Ingest, documents: Sequence[Document], engine: Engine
) -> Iterator[Analysis | Listed]:
    if not documents:
        return  # and no engine is started
    with closing(engine.run(work, documents)) as results:
        for number, result in results:
            if isinstance(result, Died):
                yield Listed(documents[number].file, _DEADLY)
            else:
                yield result


def _reason(error: Exception) -> str:
    if isinstance(error, InputError):
        return error.reason
    if isinstance(error, GroundtextError):
        return str(error)
    return (
        f"could not be analysed ({type(error).__name__}: {error}); "
        "this is a fault of the program: report it, with the document."
    )
