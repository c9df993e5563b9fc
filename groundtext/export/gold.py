"""The review decisions of a workspace as right answers, which `groundtext evaluate` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.export.json_text import json_line
from groundtext.model import LinkKind, LinkStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Document, EvidenceLink
    from groundtext.workspace import Workspace

# What a decision says of a link is how binding it is for others.
_STATUS: Final = {
    LinkStatus.CONFIRMED: "core",
    LinkStatus.REJECTED: "rejected",
    LinkStatus.SUGGESTED: "neutral",
}


def gold_lines(workspace: Workspace) -> Iterator[str]:
    """Yield a line for each link that supports something, ordered by document, passage, feature.

    Only documents in which anything was decided are gold. A confirmed or added link is `core`, a
    rejected one `rejected`; one that nobody decided on is `neutral`. Lines carry no line end.
    """
    for card in sorted(workspace.document_cards(), key=lambda card: card.file):
        links = [link for link in workspace.links(card.id) if link.kind is not LinkKind.LOCATED]
        document = workspace.document(card.id)
        if document and any(link.status is not LinkStatus.SUGGESTED for link in links):
            for link in sorted(links, key=lambda link: (link.span, link.target_id)):
                yield json_line(_fields(document, link))


def _fields(document: Document, link: EvidenceLink) -> dict[str, object]:
    return {
        "document": document.file,
        "start": link.span.start,
        "end": link.span.end,
        "quote": document.quote(link.span),
        "feature": link.target_id,
        "kind": link.kind.value,
        "status": _STATUS[link.status],
        "note": link.note,
        "by": link.decided_by,
        "at": link.decided_at,
    }
