from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.disagreement import contradict, find_disagreements
from groundtext.linking.outcomes import HELD, NEVER, outcome_in
from groundtext.model import EvidenceLink, LinkKind, LinkStatus, LonLat, SaidPlace, Span
from groundtext.pipeline import Sources, gather


def link(document: str, date: str = "", outcome: str = "") -> EvidenceLink:
    return EvidenceLink(
        target_id="talks",
        document_id=document,
        span=Span(0, 9),
        kind=LinkKind.DESCRIBED,
        score=0.7,
        reason="made up",
        method="meeting-description",
        said_date=date,
        said_outcome=outcome,
    )


def said(*links: EvidenceLink) -> list[tuple[str, list[str]]]:
    return [
        (each.aspect, [s.document_id for s in each.statements])
        for each in find_disagreements(links)
    ]


def test_two_dates_for_one_meeting_disagree() -> None:
    one, other = link("a", "2021-03-27"), link("b", "2021-04")
    assert said(one, other) == [("date", ["a", "b"])]


@pytest.mark.parametrize(
    ("one", "other"), [("2021-04-03", "2021-04"), ("2021", "2021-04"), ("", "2021-04"), ("x", "y")]
)
def test_what_is_only_less_exact_agrees(one: str, other: str) -> None:
    assert said(link("a", one), link("b", other)) == []


TRIALS = Path(__file__).parent / "trials/region/documents"
DOHA, LUSAIL = SaidPlace("Doha", LonLat(51.53, 25.29)), SaidPlace("Lusail", LonLat(51.49, 25.43))
ANKARA = SaidPlace("Ankara", LonLat(32.85, 39.93))


def test_two_places_for_one_meeting_disagree() -> None:
    one, other = replace(link("a"), said_place=DOHA), replace(link("b"), said_place=ANKARA)
    assert said(one, other, link("c")) == [("place", ["a", "b"])]


def test_a_city_and_its_suburb_agree() -> None:
    one, other = replace(link("a"), said_place=DOHA), replace(link("b"), said_place=LUSAIL)
    assert said(one, other) == []


def test_one_document_does_not_disagree_with_itself() -> None:
    assert said(link("a", "2020"), link("a", "2021")) == []


def test_other_meetings_and_rejected_links_say_nothing() -> None:
    elsewhere = replace(link("b", "2021"), target_id="other")
    rejected = replace(link("c", "2021"), status=LinkStatus.REJECTED)
    assert said(link("a", "2020"), elsewhere, rejected) == []


def test_outcomes_that_exclude_each_other_disagree() -> None:
    assert said(link("a", outcome=HELD), link("b", outcome=NEVER)) == [("outcome", ["a", "b"])]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The conference took place.", HELD),
        ("The conference was postponed and never held.", NEVER),
        ("The conference was called off.", NEVER),
        ("The conference may be called off.", ""),
        ("The conference, attended by few, was cancelled.", ""),
        ("The conference.", ""),
    ],
)
def test_an_outcome_is_what_a_sentence_states(text: str, outcome: str) -> None:
    assert outcome_in(text) == outcome


dates = st.dates().map(lambda day: day.isoformat()) | st.integers(1000, 2999).map(str)


@given(dates, dates)
def test_contradiction_is_mutual_and_nothing_contradicts_itself(one: str, other: str) -> None:
    assert contradict(one, other) == contradict(other, one)
    assert not contradict(one, one)


@given(st.permutations([link("a", "2020"), link("b", "2021"), link("c", "2021-05")]))
def test_the_order_of_the_links_changes_nothing(links: list[EvidenceLink]) -> None:
    assert said(*links) == [("date", ["a", "b", "c"])]


def test_the_shipped_documents_disagree_about_istanbul() -> None:
    (found,) = gather(Sources()).disagreements
    assert (found.target_id, found.aspect) == ("istanbul-2021-04", "date")
    assert [statement.edtf for statement in found.statements] == ["2021-03-27", "2021-04"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The conference in Istanbul was postponed in April 2021.", ""),
        ("The conference in Istanbul, set for 24 April 2021, was postponed.", "2021-04-24"),
        ("The conference in Istanbul on 24 April 2021 took place.", "2021-04-24"),
    ],
)
def test_the_day_on_which_a_meeting_was_put_off_is_not_its_own(
    text: str, date: str, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    [analysis] = gather(Sources(documents=(tmp_path,))).analyses
    [found] = [link for link in analysis.links if link.target_id == "istanbul-2021-04"]
    assert found.said_date == date


def test_two_documents_that_put_a_meeting_in_two_cities_disagree() -> None:
    found = gather(Sources(documents=(TRIALS,))).disagreements
    [place] = [each for each in found if each.aspect == "place"]
    assert place.target_id == "qcg-2016-01-18"
    assert [each.says for each in place.statements].count("Islamabad") == 1
    assert {each.says for each in place.statements} == {"Islamabad", "Kabul"}
