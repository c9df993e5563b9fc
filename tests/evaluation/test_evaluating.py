from __future__ import annotations

from dataclasses import replace

import pytest

from groundtext.evaluation import Choices, Evaluation, Gold, Subject, evaluate
from groundtext.evaluation.gold import GoldLink, GoldMention
from groundtext.model import LonLat, Reading, Span
from tests.evaluation import world
from tests.evaluation.world import PASSAGES, gold_link, gold_mention, link, mention

READ = gold_mention(Span(0, 4), reading=Reading.LITERAL)
PLACED = gold_mention(Span(0, 4), is_placed=True, position=LonLat(0, 0))


def run(
    links: tuple[GoldLink, ...] = (),
    mentions: tuple[GoldMention, ...] = (),
    subject: Subject | None = None,
    choices: Choices | None = None,
) -> Evaluation:
    subject = subject or world.subject(documents=("a",))
    return evaluate(Gold(links, mentions), subject, choices or Choices())


@pytest.mark.parametrize(
    ("links", "mentions", "parts"),
    [
        ((gold_link("a", PASSAGES[0], "fort"),), (), ["links"]),
        ((), (READ,), ["readings"]),
        ((), (replace(PLACED, position=None),), ["recognition"]),
        ((), (PLACED,), ["recognition", "resolution", "end_to_end"]),
    ],
)
def test_there_is_a_part_for_each_comparison_that_the_answers_allow(
    links: tuple[GoldLink, ...], mentions: tuple[GoldMention, ...], parts: list[str]
) -> None:
    assert [part.name for part in run(links, mentions).parts] == parts


def test_readings_alone_measure_recognition_only_when_asked() -> None:
    assert "recognition is not measured on readings alone" in run(mentions=(READ,)).notes[0]
    asked = run(mentions=(READ,), choices=Choices(is_exhaustive=True))
    assert [part.name for part in asked.parts] == ["readings", "recognition"]
    assert asked.notes == ()


def test_documents_without_places_in_the_gold_count_in_no_figure_of_places() -> None:
    elsewhere = mention(Span(50, 54), LonLat(9, 9), document="b")
    here = mention(Span(0, 4), LonLat(0, 0))
    read = gold_mention(Span(0, 4), "b", reading=Reading.LITERAL)
    found = run(
        mentions=(PLACED, read),
        subject=world.subject(mentions=[here, elsewhere]),
        choices=Choices(is_exhaustive=True),
    )
    assert found.parts[-1].name == "end_to_end"
    assert found.parts[-1].figures["f1"].value == 1.0


def test_intervals_are_drawn_from_documents_and_from_passages_of_a_single_one() -> None:
    one = tuple(gold_link("a", span, "fort") for span in PASSAGES[:4])
    [single] = run(one, subject=world.subject([link("a", PASSAGES[0], "fort")])).parts
    assert (single.unit, single.n_units) == ("passage", 4)
    [several] = run((*one, gold_link("b", PASSAGES[0], "fort"))).parts
    assert (several.unit, several.n_units) == ("document", 2)
    assert single.figures["recall"].low != single.figures["recall"].high


@pytest.mark.parametrize(
    ("gold", "note"),
    [
        (gold_link("c", PASSAGES[0], "fort"), "not at hand, so that all of it counts as missed: c"),
        (gold_link("a", PASSAGES[0], "atlantis"), "so that no link can name it: atlantis"),
    ],
)
def test_what_makes_figures_lower_than_they_might_be_is_said(gold: GoldLink, note: str) -> None:
    found = run((gold,))
    [said] = found.notes
    assert found.parts[0].counts["required"] == 1
    assert note in said


def test_answers_about_other_words_are_refused_with_their_line() -> None:
    right = gold_link("a", PASSAGES[1], "fort")
    wrong = gold_link("a", PASSAGES[1], "bridge")
    moved = replace(wrong, origin=replace(wrong.origin, line=7, quote="Some other words"))
    outside = replace(gold_link("a", Span(90, 900), "fort"), origin=wrong.origin)
    found = run((right, moved, outside))
    assert [str(error)[:20] for error in found.refused] == [
        "gold.jsonl: line 7: ",
        "gold.jsonl: line 1: ",
    ]
    assert found.parts[0].counts["required"] == 1


def test_files_that_were_passed_over_are_named() -> None:
    gold = Gold((gold_link("a", PASSAGES[0], "fort"),), others=("dates.jsonl",))
    found = evaluate(gold, world.subject(), Choices())
    assert found.notes == ("passed over, as no line says anything to compare: dates.jsonl",)


def test_only_quotations_held_is_said() -> None:
    subject = world.subject(documents=("a",))
    analysis = subject.analyses["a"]
    document = replace(analysis.document, complete=False, held=(PASSAGES[0],))
    partial = replace(subject, analyses={"a": replace(analysis, document=document)})
    found = run((gold_link("a", PASSAGES[3], "fort"),), subject=partial)
    assert "only quotations are" in found.notes[0]
    assert found.refused == ()
