"""Names (URNs) by which exports refer to features, groups, documents and links."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

# A workspace has no address on the web. A name of this kind stays the same in every export of
# it, and claims no place where something could be fetched.
NAMESPACE: Final = "urn:groundtext:"


def urn(kind: str, identifier: str) -> str:
    """Return the name of one thing; what no URN can hold is percent-encoded."""
    return f"{NAMESPACE}{kind}:{quote(identifier, safe='')}"


def passage_urn(document_id: str, start: int, end: int) -> str:
    """Return the name of a span of a document; RFC 5147 has the form of the fragment."""
    return f"{urn('document', document_id)}#char={start},{end}"
