"""Write `data/quotations.jsonl`: the passages that reviewers accepted, cut from the originals.

    python -m scripts.build_quotations FOLDER_OF_ORIGINALS

The originals are published articles and are not part of the project; only attributed quotations
that support a feature are, within the limits below.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext.checks import LARGEST_SHARE, MOST_WORDS
from groundtext.decision import Verdict
from groundtext.review import quote_digest, read_decisions
from groundtext.settings import DATA

if TYPE_CHECKING:
    from groundtext.model import Span


def main() -> int:
    """Write the file; exit with 1, naming each fault, if a limit or a digest is not met."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("originals", type=Path)
    folder: Path = parser.parse_args().originals
    decisions, errors = read_decisions(DATA / "review.jsonl")
    faults = [str(error) for error in errors]
    accepted: dict[str, dict[Span, str]] = {}
    for decision in decisions:
        if decision.verdict is not Verdict.REJECTED:
            accepted.setdefault(decision.document_id, {})[decision.span] = decision.quote_sha256
    lines: list[str] = []
    with (DATA / "documents.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spans = accepted.get(Path(row["file"]).stem, {})
            quotations, found = _cut(folder / row["file"], row["sha256"], spans)
            lines += quotations
            faults += found
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        return 1
    (DATA / "quotations.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"data/quotations.jsonl: {len(lines)} quotations")
    return 0


def _cut(path: Path, sha256: str, spans: dict[Span, str]) -> tuple[list[str], list[str]]:
    """Return the quotations of one original as JSON lines, and the faults found."""
    source = path.read_bytes()
    if hashlib.sha256(source).hexdigest() != sha256:
        return [], [f"{path.name}: not the original that documents.csv names (sha256 differs)."]
    text = source.decode("utf-8")
    lines, faults, n_words = [], [], 0
    for span, digest in sorted(spans.items()):
        quote = text[span.start : span.end]
        n_words += len(quote.split())
        if quote_digest(quote) != digest:
            faults.append(f"{path.name}:{span.start}: not the words that were reviewed.")
        if len(quote.split()) > MOST_WORDS:
            faults.append(f"{path.name}:{span.start}: more than {MOST_WORDS} words.")
        quotation = {
            "document": path.name,
            "start": span.start,
            "end": span.end,
            "quote": quote,
        }
        lines.append(json.dumps(quotation, ensure_ascii=False))
    if n_words > LARGEST_SHARE * len(text.split()):
        faults.append(f"{path.name}: quotations hold more than {LARGEST_SHARE:.0%} of its words.")
    return lines, faults


if __name__ == "__main__":
    sys.exit(main())
