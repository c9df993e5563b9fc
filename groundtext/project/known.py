"""What the user adds to what files state: a document's citation, what a layer's properties mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from groundtext.errors import ProjectError, UsageError
from groundtext.formats import LayerExtract
from groundtext.project.documents import (
    KNOWN,
    known_fields,
    original_path,
    read_documents,
    with_known,
    write_document,
)
from groundtext.project.layers import held_layers
from groundtext.project.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from groundtext.project.documents import Held
    from groundtext.project.folder import Project

_BASIS: Final = "given by the user"
_FACTS: Final = ("title", "author", "publisher", "published")
ROLES: Final = ("id", "name", "aliases", "kind", "operator", "country", "valid_from", "valid_to")


def known_documents(project: Project) -> list[dict[str, Any]]:
    """Return what is known of each document, and what is missing, JSON-ready and by id."""
    return list(known_fields(project))


def say_known(project: Project, told: Mapping[str, Mapping[str, str]]) -> None:
    """Take in what the user says of documents, by their ids; an empty text takes a fact back.

    Raises
    ------
    UsageError
        If a date is none, or there is no such document; nothing is changed then.
    """
    held = {each.document.id: each for each in read_documents(project)[0]}
    changed = []
    for document_id, fields in told.items():
        if document_id not in held:
            raise UsageError(f"There is no document {document_id!r} here.")
        texts = {name: str(fields.get(name, "")) for name in KNOWN}
        try:
            said = with_known(held[document_id], texts, _BASIS)
        except ValueError as error:
            raise UsageError(f"{held[document_id].document.file}: {error}.") from error
        taken_back = {name for name in _FACTS if name in fields and not texts[name].strip()}
        changed.append(_without(said, taken_back))
    for each in changed:
        write_document(project, each)


def _without(held: Held, names: Collection[str]) -> Held:
    if not names:
        return held
    emptied: dict[str, Any] = dict.fromkeys(names, "")
    return replace(held, document=replace(held.document, **{"basis": _BASIS, **emptied}))


def layer_fields(project: Project) -> list[dict[str, Any]]:
    """Return by which properties the features of each layer get their name and more."""
    return [
        {
            "id": each.layer_id,
            "file": each.origin.file,
            "name": each.origin.name,
            "fields": dict(each.fields),
            "properties": list(each.properties),
        }
        for each in held_layers(project)
    ]


def say_fields(project: Project, told: Mapping[str, Mapping[str, str]]) -> None:
    """Read layers again, with the properties that the user says mean id, name and so on.

    Raises
    ------
    UsageError
        If there is no such layer or role.
    ProjectError
        If the original cannot be read any more.
    """
    held = {each.layer_id: each for each in held_layers(project)}
    for layer_id, fields in told.items():
        if layer_id not in held or not set(fields) <= set(ROLES):
            raise UsageError(f"There is no layer {layer_id!r} here, or no such role: {fields}.")
    if not told:
        return
    # The readers' libraries are large: only who reads a layer again loads them.
    from groundtext.project.layer_intake import LayerIntake  # noqa: PLC0415
    from groundtext.sandbox import Sandbox  # noqa: PLC0415

    with Sandbox() as sandbox:
        for layer_id, fields in told.items():
            origin = held[layer_id].origin
            path = original_path(project, origin.sha256, origin.format)
            contents = path.read_bytes()
            extracts = [
                extract
                for extract in sandbox.read(origin.file, contents)
                if isinstance(extract, LayerExtract) and extract.name == origin.name
            ]
            if not extracts:
                raise ProjectError("cannot be read any more; import it again.", source=origin.file)
            chosen = {role: name for role, name in fields.items() if name}
            LayerIntake(project).take(extracts[0], contents, Tally(origin.file), chosen)
