"""Decisions as JSON lines: read one by one, so that a faulty line costs no other.

One object a line: `document` (file name), `start`, `end`, `quote_sha256`, `target` (feature or
collection id), `verdict`, `kind` (named, described), `note`, `by`, `at`; and, where the program
wrote it, `id`, `after`, `document_id`, `quote`, `prefix`, `suffix`, `matches`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from groundtext.decision import Decision, Verdict
from groundtext.edtf import is_valid
from groundtext.errors import ReviewError
from groundtext.model import LinkKind, Span

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.model import Document

_FIELDS: Final = ("document", "start", "end", "quote_sha256", "target", "verdict", "note")
_AROUND: Final = 32  # code points kept before and after a quote, to tell it from its like
_MOST_NOTE: Final = 2_000


def quote_digest(quote: str) -> str:
    """Return the SHA-256 of the quote's UTF-8 bytes, hexadecimal."""
    return hashlib.sha256(quote.encode()).hexdigest()


def make_decision(
    document: Document,
    span: Span,
    target_id: str,
    verdict: Verdict,
    **fields: Any,  # noqa: ANN401  of several types, checked by the class
) -> Decision:
    """Return a decision made now about a passage, with what finds it again in a new version.

    `fields` are others of `Decision`: `by`, `note`, `kind`, `after`, `matches`.

    Raises
    ------
    QuoteError
        If the document does not hold the passage.
    """
    quote = document.quote(span)
    fields["note"] = str(fields.get("note", ""))[:_MOST_NOTE]
    return Decision(
        target_id=target_id,
        document_id=document.id,
        span=span,
        quote_sha256=quote_digest(quote),
        verdict=verdict,
        at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        id=secrets.token_hex(8),
        quote=quote,
        prefix=document.text[max(span.start - _AROUND, 0) : span.start],
        suffix=document.text[span.end : span.end + _AROUND],
        **fields,
    )


def decision_line(decision: Decision) -> str:
    """Return a decision as a line, without its end."""
    fields = {
        "id": decision.id,
        "document": decision.document_id,
        "document_id": decision.document_id,
        "start": decision.span.start,
        "end": decision.span.end,
        "quote_sha256": decision.quote_sha256,
        "target": decision.target_id,
        "verdict": decision.verdict.value,
        "kind": decision.kind.value,
        "note": decision.note,
        "by": decision.by,
        "at": decision.at,
        "after": decision.after,
        "quote": decision.quote,
        "prefix": decision.prefix,
        "suffix": decision.suffix,
        "matches": decision.matches,
    }
    return json.dumps(fields, ensure_ascii=False)


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[ReviewError, ...]]:
    """Return the decisions of a file in its order, and an error for each line that is none.

    A faulty line costs no other. A file that is not there holds no decision.
    """
    if not path.is_file():
        return (), ()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return (), (ReviewError(f"cannot be read as UTF-8 text ({error}).", source=path.name),)
    return parse_decisions(text, path.name)


def parse_decisions(text: str, source: str) -> tuple[tuple[Decision, ...], tuple[ReviewError, ...]]:
    """Return the decisions of a text of JSON lines, as `read_decisions` does of a file."""
    decisions: list[Decision] = []
    errors: list[ReviewError] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            decisions.append(_decision(line))
        except (ValueError, TypeError, RecursionError) as error:
            fault = f"line {number}: {error}; correct the line or remove it."
            errors.append(ReviewError(fault, source=source))
    return tuple(decisions), tuple(errors)


def _decision(line: str) -> Decision:
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise TypeError("not a JSON object")
    missing = [name for name in _FIELDS if name not in fields]
    if missing:
        raise ValueError(f"lacks {', '.join(missing)}")
    # A line that was written by hand has no id of its own: its words are one.
    own_id = str(fields.get("id") or quote_digest(line)[:16])
    at = str(fields.get("at", ""))
    if at and not is_valid(at.partition("T")[0]):
        raise ValueError(f"`at` is {at!r}, not an EDTF date")
    return Decision(
        target_id=str(fields["target"]),
        document_id=str(fields.get("document_id") or PurePath(str(fields["document"])).stem),
        span=Span(int(fields["start"]), int(fields["end"])),
        quote_sha256=str(fields["quote_sha256"]),
        verdict=Verdict(fields["verdict"]),
        note=str(fields["note"]),
        kind=LinkKind(fields.get("kind", LinkKind.DESCRIBED)),
        at=at,
        **{name: str(fields.get(name, "")) for name in ("by", "quote", "prefix", "suffix")},
        id=own_id,
        after=tuple(str(each) for each in fields.get("after", ())),
        matches=tuple(Span(int(start), int(end)) for start, end in fields.get("matches", ())),
    )
