"""Who decided last, who differs, and who has been answered."""

from __future__ import annotations

from groundtext.decision import Decision, Verdict
from groundtext.model import Span
from groundtext.review import Standing, standing


def said(by: str, verdict: Verdict, minute: int, *after: str) -> Decision:
    return Decision(
        target_id="alder",
        document_id="dispatch",
        span=Span(0, 5),
        quote_sha256="0" * 64,
        verdict=verdict,
        note="",
        by=by,
        at=f"2026-11-26T10:{minute:02}:00Z",
        id=f"{by}{minute}",
        after=after,
    )


def stands(*decisions: Decision) -> Standing:
    [found] = standing(decisions).values()
    return found


def test_the_last_word_of_one_person_counts() -> None:
    found = stands(said("a", Verdict.CONFIRMED, 1), said("a", Verdict.REJECTED, 2))
    assert found.decision is not None
    assert (found.decision.verdict, found.against) == (Verdict.REJECTED, ())


def test_two_who_differ_are_in_conflict() -> None:
    found = stands(said("a", Verdict.CONFIRMED, 1), said("b", Verdict.REJECTED, 2))
    assert [other.by for other in found.against] == ["a"]


def test_who_saw_the_other_has_answered_it() -> None:
    found = stands(said("a", Verdict.CONFIRMED, 1), said("b", Verdict.REJECTED, 2, "a1"))
    assert found.against == ()


def test_order_in_the_file_does_not_matter_where_there_are_times() -> None:
    late, early = said("b", Verdict.REJECTED, 2), said("a", Verdict.CONFIRMED, 1)
    assert stands(late, early) == stands(early, late)


def test_a_decision_taken_back_leaves_the_others_standing() -> None:
    found = stands(
        said("a", Verdict.CONFIRMED, 1),
        said("b", Verdict.REJECTED, 2),
        said("b", Verdict.WITHDRAWN, 3),
    )
    assert found.decision is not None
    assert (found.decision.by, found.against) == ("a", ())


def test_all_taken_back_is_open_again() -> None:
    assert stands(said("a", Verdict.CONFIRMED, 1), said("a", Verdict.WITHDRAWN, 2)).decision is None


def test_a_report_decides_nothing_and_is_shown_until_somebody_decides() -> None:
    report = said("reader", Verdict.REPORTED, 2)
    found = stands(said("a", Verdict.CONFIRMED, 1), report)
    assert found.decision is not None
    assert (found.decision.verdict, found.reports) == (Verdict.CONFIRMED, (report,))
    assert stands(report, said("a", Verdict.CONFIRMED, 3)).reports == ()
