from __future__ import annotations

import json
from pathlib import Path

import pytest

from groundtext.decision import Decision, Verdict
from groundtext.model import LinkKind, LinkStatus, Span
from groundtext.review import apply_decisions, quote_digest, read_decisions
from tests import zoo

TARGETS = {"geneva-talks", "swiss-talks"}


def decision(verdict: Verdict, **changes: object) -> Decision:
    fields: dict[str, object] = {
        "target_id": "geneva-talks",
        "document_id": "dispatch",
        "span": zoo.FIRST,
        "quote_sha256": quote_digest(zoo.document().quote(zoo.FIRST)),
        "verdict": verdict,
        "note": "read twice",
        "by": "a reviewer",
        "at": "2026-11",
    }
    return Decision(**{**fields, **changes})  # type: ignore[arg-type]  # the fields above fit


@pytest.mark.parametrize(
    ("verdict", "status"),
    [(Verdict.CONFIRMED, LinkStatus.CONFIRMED), (Verdict.REJECTED, LinkStatus.REJECTED)],
)
def test_a_decision_marks_the_link_and_keeps_its_reason(
    verdict: Verdict, status: LinkStatus
) -> None:
    [link] = apply_decisions(zoo.document(), [zoo.link()], [decision(verdict)], TARGETS).links
    assert (link.status, link.reason) == (status, zoo.link().reason)
    assert (link.decided_by, link.decided_at, link.note) == ("a reviewer", "2026-11", "read twice")


def test_an_added_link_gives_the_note_as_its_reason() -> None:
    added = decision(Verdict.ADDED, target_id="swiss-talks")
    [found, made] = apply_decisions(zoo.document(), [zoo.link()], [added], TARGETS).links
    assert found == zoo.link()
    assert (made.target_id, made.reason, made.method) == ("swiss-talks", "read twice", "review")


def test_rejecting_what_nobody_found_adds_nothing() -> None:
    reviewed = apply_decisions(zoo.document(), [], [decision(Verdict.REJECTED)], TARGETS)
    assert reviewed.links == ()
    assert reviewed.orphaned == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"quote_sha256": "0" * 64}, "the words at its place are not those that were reviewed"),
        ({"target_id": "atlantis"}, "there is no feature or collection 'atlantis'"),
        ({"span": Span(0, 9_999)}, "are outside the text"),
    ],
)
def test_a_decision_that_does_not_fit_is_orphaned_not_applied(
    changes: dict[str, object], reason: str
) -> None:
    stray = decision(Verdict.REJECTED, **changes)
    reviewed = apply_decisions(zoo.document(), [zoo.link()], [stray], TARGETS)
    assert reviewed.links == (zoo.link(),)
    [(orphan, why)] = reviewed.orphaned
    assert orphan == stray
    assert reason in why


def test_a_decision_on_words_that_are_not_held_waits_for_the_original() -> None:
    quoted = zoo.document(complete=False, held=(zoo.SECOND,))
    reviewed = apply_decisions(quoted, [], [decision(Verdict.ADDED)], TARGETS)
    assert (reviewed.links, reviewed.orphaned) == ((), ())


def test_a_decision_on_another_document_is_passed_over() -> None:
    other = decision(Verdict.REJECTED, document_id="elsewhere")
    assert apply_decisions(zoo.document(), [zoo.link()], [other], TARGETS).links == (zoo.link(),)


ROW = {
    "document": "dispatch.txt",
    "start": 0,
    "end": 5,
    "quote_sha256": "0" * 64,
    "target": "geneva-talks",
    "verdict": "confirmed",
    "kind": "named",
    "note": "names it",
}


def test_a_faulty_line_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "review.jsonl"
    rows = ["{", json.dumps(ROW), "[]", json.dumps({**ROW, "verdict": "maybe"}), '{"start": 1}']
    path.write_text("\n".join(rows), encoding="utf-8")
    [kept], errors = read_decisions(path)
    assert (kept.span, kept.kind) == (Span(0, 5), LinkKind.NAMED)
    assert [str(error)[:21] for error in errors] == [
        f"review.jsonl: line {n}:" for n in (1, 3, 4, 5)
    ]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [({"at": "yesterday"}, "`at` is 'yesterday', not an EDTF date"), ({"kind": "sung"}, "sung")],
)
def test_a_fault_names_the_value(tmp_path: Path, changes: dict[str, str], fault: str) -> None:
    path = tmp_path / "review.jsonl"
    path.write_text(json.dumps({**ROW, **changes}), encoding="utf-8")
    [error] = read_decisions(path)[1]
    assert fault in str(error)


def test_bytes_that_are_no_text_are_an_error_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "review.jsonl").write_bytes(b"\xff\xfe\x00")
    decisions, [error] = read_decisions(tmp_path / "review.jsonl")
    assert decisions == ()
    assert "review.jsonl: cannot be read as UTF-8" in str(error)


def test_no_file_holds_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "review.jsonl") == ((), ())
