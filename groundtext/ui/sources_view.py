"""The sources page: every layer, document and table, with its origin and its licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from groundtext.messages import message
from groundtext.portrayal.wording import (
    date_in_words,
    document_in_words,
    evidence_in_words,
    published_in_words,
)
from groundtext.ui.assets import asset_url
from groundtext.ui.component import show_part
from groundtext.ui.failure import on_workspace
from groundtext.ui.forms import form_fields

if TYPE_CHECKING:
    from groundtext.model import Layer
    from groundtext.workspace import DocumentCard, Workspace

SOURCES: Final = "sources"


def show() -> None:
    """Show the page."""
    on_workspace(_show)


def _show(workspace: Workspace) -> None:
    fields = {
        "styles": [asset_url("map.css"), asset_url("sources.css")],
        "layers": [layer_entry(layer) for layer in workspace.layers()],
        "documents": [document_entry(card) for card in workspace.document_cards()],
        "forms": form_fields(for_scripts=True),
        "listed": [[listed.file, listed.reason] for listed in workspace.listed()],
    }
    show_part(SOURCES, fields, {})


def layer_entry(layer: Layer) -> dict[str, Any]:
    """Return what the page says of a layer."""
    return {
        "title": layer.title,
        "source": layer.source,
        "licence": layer.licence,
        "retrieved": date_in_words(layer.retrieved) if layer.retrieved else "",
        "notice": layer.notice,
    }


def document_entry(card: DocumentCard) -> dict[str, Any]:
    """Return what the page says of a document."""
    return {
        "id": card.id,
        "title": document_in_words(card),
        "by": ", ".join(part for part in (card.author, card.publisher) if part),
        "published": published_in_words(card),
        "basis": card.basis,
        "sha256": card.sha256,
        "held": message("sources.the-whole-text" if card.complete else "sources.quotations-only"),
        "evidence": evidence_in_words(card.n_evidence, card.n_passages),
    }
