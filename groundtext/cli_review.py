"""The command about decisions: `review`. Parsing and printing only."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext.cli_quality import add_workspace
from groundtext.decision import Verdict
from groundtext.errors import UsageError
from groundtext.exit_codes import REFUSED
from groundtext.review import (
    append_decisions,
    decisions_path,
    read_decisions,
    standing,
)
from groundtext.sandbox.log import escaped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from groundtext.decision import Decision
    from groundtext.review import Standing


def add_review(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `review`."""
    parser.description = (
        "Say what was decided on in a workspace, who differs, and what readers report; or take "
        "in what somebody else decided."
    )
    add_workspace(parser)
    parser.add_argument(
        "--merge",
        metavar="OTHER",
        type=Path,
        help="another's workspace or .review.jsonl, whose decisions are added to these",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object, for machines")
    parser.set_defaults(run=_review)


def _review(options: argparse.Namespace) -> int:
    log = decisions_path(options.workspace)
    errors: list[str] = []
    added = 0
    if options.merge:
        added, errors = _merge(log, options.merge)
    decisions, faults = read_decisions(log)
    errors += [str(fault) for fault in faults]
    found = standing(decisions)
    if options.json:
        print(json.dumps(_plain(decisions, added), ensure_ascii=False))
    else:
        _print(decisions, found.values(), added if options.merge else None)
    for error in errors:
        print(f"not used: {escaped(error)}", file=sys.stderr)
    return REFUSED if errors else 0


def _merge(log: Path, other: Path) -> tuple[int, list[str]]:
    """Add what another log holds and this one does not; return how many, and what is wrong."""
    path = decisions_path(other) if other.suffix == ".gpkg" else other
    if not path.is_file():
        raise UsageError(f"{path}: there is no log of decisions; name a .review.jsonl file.")
    theirs, faults = read_decisions(path)
    known = {decision.id for decision in read_decisions(log)[0]}
    fresh = [decision for decision in theirs if decision.id not in known]
    append_decisions(log, fresh)
    return len(fresh), [str(fault) for fault in faults]


def _print(
    decisions: tuple[Decision, ...],
    stands: Iterable[Standing],
    added: int | None,
) -> None:
    if added is not None:
        print(f"{added} decisions of the other are new here.")
    by = Counter(decision.by or "nobody named" for decision in decisions)
    print(f"{len(decisions)} decisions: " + ", ".join(f"{n} by {who}" for who, n in by.items()))
    for each in stands:
        _print_conflict(each)
        for report in each.reports:
            print(f"reported: {_place(report)}: {escaped(report.note)} ({escaped(report.by)})")


def _print_conflict(stands: Standing) -> None:
    if stands.decision and stands.against:
        print(f"conflict: {_place(stands.decision)}: “{escaped(stands.decision.quote, 100)}”")
        for each in (stands.decision, *stands.against):
            note = f": {escaped(each.note)}" if each.note else ""
            print(f"  {escaped(each.by)} {each.verdict} it, {each.at}{note}")


def _place(decision: Decision) -> str:
    start, end = decision.span
    return f"{decision.document_id}:{start}-{end} and {decision.target_id}"


def _plain(decisions: tuple[Decision, ...], added: int) -> dict[str, object]:
    found = standing(decisions)
    return {
        "decisions": len(decisions),
        "added": added,
        "by": Counter(decision.by for decision in decisions),
        "withdrawn": sum(each.verdict is Verdict.WITHDRAWN for each in decisions),
        "conflicts": [
            {
                "document": key.document_id,
                "target": key.target_id,
                "quote": each.decision.quote,
                "said": [
                    {"by": one.by, "verdict": one.verdict.value, "at": one.at, "note": one.note}
                    for one in (each.decision, *each.against)
                ],
            }
            for key, each in found.items()
            if each.decision and each.against
        ],
        "reports": [
            {"document": one.document_id, "target": one.target_id, "note": one.note, "by": one.by}
            for each in found.values()
            for one in each.reports
        ],
    }
