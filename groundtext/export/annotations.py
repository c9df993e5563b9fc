"""W3C Web Annotations: each link as an annotation of the passage, its feature the body.

https://www.w3.org/TR/annotation-model/ – TextQuoteSelector and TextPositionSelector both count
and hold code points of the document's text, as offsets here do.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.export.geojson import evidence_fields, marker
from groundtext.export.rows import read_exported

if TYPE_CHECKING:
    from groundtext.export.rows import Exported
    from groundtext.model import EvidenceLink
    from groundtext.workspace import Workspace

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_URN: Final = "urn:groundtext:"
_AROUND: Final = 32  # code points before and after the quote


def annotations_text(workspace: Workspace) -> str:
    """Return an annotation collection with one page that holds all annotations."""
    found = read_exported(workspace)
    links = [link for target in sorted(found.links) for link in found.links[target]]
    # An annotation says nothing of layers and groups: those stay with the features.
    own = {**marker(found), "layers": [], "collections": []}
    collection = {
        "@context": CONTEXT,
        "id": f"{_URN}annotations:{found.stamp}",
        "type": "AnnotationCollection",
        "label": "Groundtext",
        "total": len(links),
        "groundtext": own,
        "first": {
            "id": f"{_URN}annotations:{found.stamp}:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(link, found) for link in links],
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(link: EvidenceLink, found: Exported) -> dict[str, Any]:
    start, end = link.span
    text = found.documents[link.document_id].text
    annotation = {
        "id": f"{_URN}link:{link.document_id}:{start}-{end}:{link.target_id}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {
                "type": "SpecificResource",
                "source": f"{_URN}{link.target_id}",
                "purpose": "identifying",
            },
            {"type": "TextualBody", "value": found.name(link.target_id), "purpose": "tagging"},
            {"type": "TextualBody", "value": link.reason, "purpose": "describing"},
        ],
        "target": {
            "source": f"{_URN}document:{link.document_id}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": _held(text[max(start - _AROUND, 0) : start]),
                    "suffix": _held(text[end : end + _AROUND]),
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
        "groundtext": {"target": link.target_id, **evidence_fields(link, found)},
    }
    if link.decided_by:
        annotation["creator"] = {"type": "Person", "name": link.decided_by}
    if "T" in link.decided_at:
        annotation["created"] = link.decided_at
    return annotation


def _held(text: str) -> str:
    """Return text around a quote; of a document that is held in quotations only, it is spaces."""
    return text if text.strip() else ""
