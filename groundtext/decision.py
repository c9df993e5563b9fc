"""What people say of links, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from groundtext.model import LinkKind

if TYPE_CHECKING:
    from groundtext.model import DocumentId, Span


class Verdict(StrEnum):
    """What somebody said of a link; `added` makes one that the program did not find."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    ADDED = "added"
    WITHDRAWN = "withdrawn"  # takes the same reviewer's last word back
    REPORTED = "reported"  # a reader says that it is wrong; decides nothing


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about one passage and one feature or collection."""

    target_id: str
    document_id: DocumentId
    span: Span
    quote_sha256: str  # of the quote's UTF-8 bytes: tells whether the span still fits
    verdict: Verdict
    note: str
    kind: LinkKind = LinkKind.DESCRIBED
    by: str = ""
    at: str = ""  # EDTF
    id: str = ""  # of the decision; empty in files that were written by hand
    after: tuple[str, ...] = ()  # ids of the decisions that the reviewer saw and overrode
    quote: str = ""  # the words decided on; empty where only their digest is kept
    prefix: str = ""  # up to 32 code points before them
    suffix: str = ""  # up to 32 code points after them
    matches: tuple[Span, ...] = ()  # the words that a reviewer marked, for an added link
