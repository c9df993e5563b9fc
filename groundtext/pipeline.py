"""The whole way: documents and layers → one workspace.

`analyse` is the step for one document; it knows nothing of the others, so that the order and
the engine that runs it change no link. Nothing but the step travels to other processes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.dates import mention_dates
from groundtext.disagreement import find_disagreements
from groundtext.documents import read_documents, read_quotations, split_passages
from groundtext.engines import InProcess
from groundtext.errors import DocumentError, WorkspaceError
from groundtext.gazetteer import Spellings
from groundtext.ingest import Ingest, Knowledge, Parts, ingest
from groundtext.layers import read_layers
from groundtext.laying import REVIEW_FILE, Layers, lay
from groundtext.linking.repeats import merge_repeats
from groundtext.mentions import find_mentions
from groundtext.mentions.suspicious import suspicious_names
from groundtext.model import Listed
from groundtext.review import decisions_path, read_decisions
from groundtext.settings import DATA, DEFAULT_WORKSPACE, LAYERS, ROOT
from groundtext.workspace import (
    Analysis,
    Contents,
    Workspace,
    log_digest,
    revise_workspace,
    write_workspace,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from groundtext.decision import Decision
    from groundtext.engines import Engine
    from groundtext.gazetteer import Gazetteer
    from groundtext.ingest import Progress
    from groundtext.layers import LayerSet
    from groundtext.linking import Linker
    from groundtext.model import Collection, Document, DocumentId, EvidenceLink, Feature

_HERE: Final = InProcess()
_MOST_SPELT: Final = 20_000  # features; in larger layers they are found by their own names only


def _unseen(done: int, of: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a build reads."""

    documents: tuple[Path, ...] = ()  # files or folders; empty for the quotations in `data`
    layers: Path = LAYERS
    data: Path = DATA
    review: bool = True  # whether the decisions in `data` are laid over the links


@dataclass(frozen=True)
class Material:
    """What was read for a build: texts and layers, as values."""

    documents: tuple[Document, ...]
    layer_set: LayerSet
    listed: tuple[Listed, ...] = ()  # what was read besides, and not used
    data: Path = DATA
    review: bool = True
    # Links that came with a document, instead of those that would be found in it.
    given: Mapping[DocumentId, tuple[EvidenceLink, ...]] = field(default_factory=dict)
    supplement: bytes = b""  # places of the user's own, as rows of the gazetteer's supplement


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to."""

    contents: Contents
    stamp: str


def build(
    sources: Sources,
    workspace: Path,
    *,
    engine: Engine = _HERE,
    progress: Progress = _unseen,
) -> Built:
    """Read the sources, find and review the links, and write the workspace.

    `progress` is told at first, and after each document, how many of how many are done. What
    cannot be used is listed in the contents with the reason; the rest is not lost by it. A build
    that was stopped leaves what it has done beside the workspace, and the next one takes it up.

    Raises
    ------
    InputError
        If no document or no layer at all can be used, or the gazetteer is missing.
    EngineError
        If the engine cannot be used.
    WorkspaceError
        If the workspace, or a part of it, cannot be written.
    """
    return build_material(read_material(sources), workspace, engine=engine, progress=progress)


def build_material(
    material: Material,
    workspace: Path,
    *,
    engine: Engine = _HERE,
    progress: Progress = _unseen,
) -> Built:
    """Find and review the links of what was read, and write the workspace; as `build`.

    Without documents, or without layers, the workspace holds what there is.
    """
    knowledge = Knowledge.read(material.layer_set, material.data, material.supplement)
    parts = Parts.beside(workspace, knowledge.digest)
    contents = _gather(material, knowledge, engine, parts, progress, workspace)
    stamp = write_workspace(workspace, contents)
    parts.remove()
    return Built(contents, stamp)


def read_material(sources: Sources) -> Material:
    """Read the documents and the layers of a build.

    Raises
    ------
    InputError
        If no document or no layer at all can be used.
    """
    layer_set = read_layers(sources.layers)
    documents, listed = _read(sources)
    return Material(documents, layer_set, listed, sources.data, sources.review)


def gather(sources: Sources, *, engine: Engine = _HERE, progress: Progress = _unseen) -> Contents:
    """Do all of a build but the writing."""
    material = read_material(sources)
    knowledge = Knowledge.read(material.layer_set, material.data)
    return _gather(material, knowledge, engine, None, progress, None)


def _gather(
    material: Material,
    knowledge: Knowledge,
    engine: Engine,
    parts: Parts | None,
    progress: Progress,
    workspace: Path | None,
) -> Contents:
    layer_set = material.layer_set
    ingested = ingest(Ingest(knowledge, analyse), material.documents, engine, parts, progress)
    decisions, log = _decisions(material, workspace)
    over = Layers(material.given, (*decisions.made, *log.made), _targets(layer_set))
    spellings = Spellings(material.data)
    analyses, seen = lay(ingested.analyses, over)
    named_places = _named_places(layer_set, spellings)
    return Contents(
        layers=layer_set.layers,
        features=layer_set.features,
        collections=layer_set.collections,
        analyses=analyses,
        listed=(
            *(Listed(finding.file, finding.reason) for finding in layer_set.listed),
            *(*material.listed, *ingested.listed, *decisions.faults, *log.faults, *seen.listed),
        ),
        disagreements=find_disagreements(seen.telling),
        decisions=decisions.made,
        log=log.digest,
        spellings=spellings.of,
        named_places=named_places,
        demonyms=spellings.demonyms(frozenset().union(*named_places.values())),
    )


def _named_places(layer_set: LayerSet, spellings: Spellings) -> dict[str, frozenset[str]]:
    """Return the ids of the places by which each feature and group may be sought.

    They are those in its name, and the states where it is and that run it.
    """
    targets: tuple[Feature | Collection, ...] = (*layer_set.features, *layer_set.collections)
    if len(targets) > _MOST_SPELT:
        return {}
    names = {target.id: (target.name, *target.aliases) for target in targets}
    for feature in layer_set.features:
        states = (spellings.country_name(code) for code in feature.country.split())
        names[feature.id] += (feature.country, feature.operator, *states)
    found = spellings.places_within(names)
    return {target_id: frozenset(places) for target_id, places in found.items() if places}


def _targets(layer_set: LayerSet) -> frozenset[str]:
    targets = {feature.id for feature in layer_set.features}
    return frozenset(targets | {group.id for group in layer_set.collections})


def analyse(document: Document, gazetteer: Gazetteer, linker: Linker) -> Analysis:
    """Split one document, find its names and dates, and link its passages."""
    passages = split_passages(document)
    mentions = find_mentions(document, passages, gazetteer)
    links = merge_repeats(document, linker.link(document, passages, mentions))
    dates = mention_dates(document, passages)
    listed = suspicious_names(document, gazetteer)
    return Analysis(document, passages, mentions, links, dates, listed)


def _read(sources: Sources) -> tuple[tuple[Document, ...], tuple[Listed, ...]]:
    quoted = read_quotations(sources.data)
    read = read_documents(sources.documents) if sources.documents else quoted
    unfit = _misfits(read.documents, quoted.documents) if sources.documents else ()
    if not read.documents:
        reasons = " ".join(f"{entry.file}: {entry.reason}" for entry in read.listed)
        where = ", ".join(str(path) for path in sources.documents) or str(sources.data)
        message = f"no document can be used; give text files, or folders of them. {reasons}"
        raise DocumentError(message.rstrip(), source=where)
    return read.documents, (*read.listed, *unfit)


def _misfits(originals: Iterable[Document], quoted: Iterable[Document]) -> Iterable[Listed]:
    """Yield the quotations that are not slices of the original that they were taken from."""
    by_digest = {document.sha256: document for document in originals}
    for quotations in quoted:
        original = by_digest.get(quotations.sha256)
        for held in quotations.held if original else ():
            if original and original.text[held.start : held.end] != quotations.quote(held):
                reason = f"the quotation at {held.start}-{held.end} is not what the original says."
                yield Listed(quotations.file, reason)


class _Read(NamedTuple):
    """The decisions of one file, and what is wrong with others of it."""

    made: tuple[Decision, ...] = ()
    faults: tuple[Listed, ...] = ()
    digest: str = ""


def _decisions(material: Material, workspace: Path | None) -> tuple[_Read, _Read]:
    """Return the decisions that come with the documents, and those beside the workspace."""
    if not material.review:
        return _Read(), _Read()
    own = _read_decisions(material.data / REVIEW_FILE)
    if workspace is None:
        return own, _Read()
    digest = log_digest(workspace)
    return own, _read_decisions(decisions_path(workspace))._replace(digest=digest)


def _read_decisions(path: Path) -> _Read:
    made, errors = read_decisions(path)
    return _Read(made, tuple(Listed(path.name, error.reason) for error in errors))


def ensure_workspace(workspace: Path = DEFAULT_WORKSPACE) -> Workspace:
    """Open a workspace; the default one is built first if missing, outdated or unreadable."""
    if workspace != DEFAULT_WORKSPACE:
        return open_revised(workspace)
    if not _is_outdated(workspace):
        try:
            return open_revised(workspace)
        except WorkspaceError:
            pass  # it is ours, and made from what we have: it is made again below
    build(Sources(), workspace)
    return Workspace.open(workspace)


def open_revised(workspace: Path) -> Workspace:
    """Open a workspace with the newest decisions beside it laid over it.

    Raises
    ------
    WorkspaceError
        If it cannot be read, or is behind its decisions and cannot be written.
    """
    opened = Workspace.open(workspace)
    if decisions_path(workspace).is_file():
        opened.close()
        revise_workspace(workspace)
        opened = Workspace.open(workspace)
    return opened


def _is_outdated(workspace: Path) -> bool:
    if not workspace.is_file():
        return True
    inputs = [path for folder in (DATA, LAYERS) for path in folder.rglob("*") if path.is_file()]
    code = (ROOT / "groundtext").rglob("*.py")
    return max(path.stat().st_mtime for path in (*inputs, *code)) > workspace.stat().st_mtime
