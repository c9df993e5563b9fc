"""What the Compare page fetches: who speaks of what, and what is silent and why."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Final

from groundtext.messages import message
from groundtext.model import LinkStatus
from groundtext.ui.panels import Panels
from groundtext.ui.source_fields import Fields, source_fields
from groundtext.workspace.searching import SearchTables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundtext.portrayal.countries import Countries
    from groundtext.workspace import DocumentCard, Workspace

_MOST_SILENT: Final = 200  # passages of one reason that are listed; the rest are counted


def compare_payload(workspace: Workspace, countries: Countries) -> Fields:
    """Return the matrix of features and documents, and what is not in it.

    `rows` hold, for each feature and group, how many passages of which document are its own, and
    how many more are of a group that it belongs to: `[[document number, own, of groups], …]`.
    """
    panels = Panels(workspace, countries)
    cards = workspace.document_cards()
    numbers = {card.id: number for number, card in enumerate(cards)}
    features = workspace.features()
    targets = [(feature.id, feature.layer_id) for feature in features]
    targets += [(group.id, "") for group in workspace.collections()]
    rows = [_row(id_, layer, panels, numbers) for id_, layer in targets]
    silent = [row["id"] for row in rows if not row["cells"] and row["layer"]]
    return {
        "documents": [_document(card) for card in cards],
        "layers": [{"id": layer.id, "title": layer.title} for layer in workspace.layers()],
        "rows": rows,
        "silent": _reasons(silent, workspace),
        "passages": [
            {"reason": reason, "count": count} for reason, count in workspace.coverage().silent
        ],
        "disputed": list(dict.fromkeys(each.target_id for each in workspace.disagreements())),
    }


def silent_payload(workspace: Workspace, reason: str) -> Fields:
    """Return the passages that support nothing for one reason, the first of them, by document."""
    with closing(SearchTables(workspace.path)) as tables:
        rows = tables.silent(reason, _MOST_SILENT)
    cards = {card.id: card for card in workspace.document_cards()}
    return {
        "passages": [
            {
                "document": row.document_id,
                "start": row.span.start,
                "end": row.span.end,
                "quote": row.quote,
                **source_fields(cards[row.document_id]),
            }
            for row in rows
        ]
    }


def _row(target_id: str, layer: str, panels: Panels, numbers: Mapping[str, int]) -> Fields:
    cells = sorted(
        [numbers[document], own, shown - own]
        for document, (own, shown) in panels.tally(target_id).items()
    )
    return {"id": target_id, "name": panels.name(target_id), "layer": layer, "cells": cells}


def _document(card: DocumentCard) -> Fields:
    return {"id": card.id, **source_fields(card), "evidence": card.n_evidence}


def _reasons(silent: Iterable[str], workspace: Workspace) -> list[Fields]:
    """Say of each feature without evidence what the workspace knows of why."""
    rejected: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for card in workspace.document_cards():
        rejected.update(
            link.target_id
            for link in workspace.links(card.id)
            if link.status is LinkStatus.REJECTED
        )
        named.update(
            mention.place.feature_id
            for mention in workspace.mentions(card.id)
            if mention.place and mention.place.feature_id
        )
    return [{"id": id_, "reason": _why(rejected[id_], named[id_])} for id_ in silent]


def _why(n_rejected: int, n_named: int) -> str:
    if n_rejected:
        return message("silent.rejected", count=n_rejected)
    if n_named:
        return message("silent.named", count=n_named)
    return message("silent.not-mentioned")
