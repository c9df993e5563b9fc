"""W3C Web Annotations: each link as an annotation of its passage, with its feature as the body.

https://www.w3.org/TR/annotation-model/ – TextQuoteSelector and TextPositionSelector hold and
count code points of the document's text, as offsets here do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from groundtext import __version__
from groundtext.export.geojson import evidence_fields, marker
from groundtext.export.json_text import json_document
from groundtext.export.names import NAMESPACE, urn
from groundtext.export.rows import is_support, read_exported
from groundtext.model import LinkStatus, Span

if TYPE_CHECKING:
    from collections.abc import Collection as AnyCollection

    from groundtext.export.rows import Exported
    from groundtext.model import Document, EvidenceLink, LayerId
    from groundtext.workspace import Workspace

# Members called `groundtext` are kept as they are by programs that read JSON-LD 1.1.
CONTEXT: Final = (
    "http://www.w3.org/ns/anno.jsonld",
    {"groundtext": {"@id": f"{NAMESPACE}terms", "@type": "@json"}},
)
_AROUND: Final = 32  # code points before and after the quote
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", re.ASCII
)


def annotations_text(workspace: Workspace, layer_ids: AnyCollection[LayerId] | None = None) -> str:
    """Return an annotation collection whose one page holds all annotations.

    A link that a reviewer rejected is no `linking` of the passage, but an `assessing` of it.
    """
    found = read_exported(workspace, layer_ids)
    links = list(found.every_link())
    # An annotation says nothing of where a feature lies: layers and groups stay with the features.
    own = {**marker(found), "layers": [], "collections": [], "evidence_of_collections": {}}
    name = urn("annotations", found.stamp)
    return json_document(
        {
            "@context": CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": "Groundtext",
            "total": len(links),
            "groundtext": own,
            "first": {
                "id": f"{name}:1",
                "type": "AnnotationPage",
                "partOf": name,
                "startIndex": 0,
                "items": [_annotation(link, found) for link in links],
            },
        }
    )


def _annotation(link: EvidenceLink, found: Exported) -> dict[str, Any]:
    start, end = link.span
    about = urn("group" if link.target_id in found.group_ids else "feature", link.target_id)
    return {
        "id": urn("link", f"{link.document_id}/{start}-{end}/{link.target_id}"),
        "type": "Annotation",
        "motivation": "assessing" if link.status is LinkStatus.REJECTED else "linking",
        **_decided(link),
        "generator": {
            "id": f"{NAMESPACE}program",
            "type": "Software",
            "name": f"Groundtext {__version__}",
        },
        "body": [
            {"type": "SpecificResource", "purpose": "identifying", "source": about},
            _text("tagging", found.names[link.target_id]),
            *(_text("describing", text) for text in (link.reason,) if text),
            *(_text("commenting", text) for text in (link.note,) if text),
        ],
        "target": {
            "type": "SpecificResource",
            "source": urn("document", link.document_id),
            "selector": _selectors(found.documents[link.document_id], link.span),
        },
        "groundtext": {
            "target": link.target_id,
            "supports": is_support(link),
            **evidence_fields(link, found),
        },
    }


def _text(purpose: str, text: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": text}


def _selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    # Of quotations, what stands around one is blanks that the original does not have.
    whole = Span(0, len(document.text))
    held = next((each for each in document.held if each.contains(span)), whole)
    before = document.text[max(span.start - _AROUND, held.start) : span.start]
    after = document.text[span.end : min(span.end + _AROUND, held.end)]
    return [
        {
            "type": "TextQuoteSelector",
            "exact": document.quote(span),
            **({"prefix": before} if before else {}),
            **({"suffix": after} if after else {}),
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _decided(link: EvidenceLink) -> dict[str, Any]:
    """Return who decided and when; a model that knows moments only has a day begin at midnight."""
    said: dict[str, Any] = {}
    if _DAY.fullmatch(link.decided_at):
        said["created"] = f"{link.decided_at}T00:00:00Z"
    elif _MOMENT.fullmatch(link.decided_at):
        said["created"] = link.decided_at
    if link.decided_by:
        said["creator"] = {"type": "Person", "name": link.decided_by}
    return said
