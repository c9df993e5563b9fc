from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundtext.evaluation.parts import Part, to_part
from groundtext.evaluation.readings import score_readings
from groundtext.model import Mention, Reading, Span
from tests.evaluation import world
from tests.evaluation.world import gold_mention, mention


def part(read: list[tuple[Span, Reading]], mentions: list[Mention]) -> Part:
    gold = [gold_mention(span, reading=reading) for span, reading in read]
    return to_part("readings", score_readings(gold, {"a": mentions}), {"a"}, {})


def plain_scores(read: list[tuple[Span, Reading]], mentions: list[Mention]) -> list[float]:
    """Count as the field's rule says it, mention by mention and without short cuts."""

    def fit(one: Span, other: Span) -> float:
        shared = len(set(range(*one)) & set(range(*other)))
        return shared / (max(one.end, other.end) - min(one.start, other.start))

    found = []
    for span, _ in read:
        best = max(mentions, key=lambda m: fit(m.span, span), default=None)
        found.append(best.reading if best and fit(best.span, span) >= 0.3 else None)
    right = [have is want for have, (_, want) in zip(found, read, strict=True)]
    literal = [r and have is Reading.LITERAL for r, have in zip(right, found, strict=True)]
    sought = [want is Reading.LITERAL for _, want in read]
    claimed = [have is Reading.LITERAL for have in found]
    pairs = ((right, [True] * len(read)), (literal, claimed), (literal, sought))
    return [sum(over) / sum(under) if sum(under) else 0.0 for over, under in pairs]


@given(st.lists(st.tuples(world.spans, world.readings), max_size=8), world.mentions())
def test_the_figures_are_those_of_the_plain_count(
    read: list[tuple[Span, Reading]], mentions: list[Mention]
) -> None:
    assert [one.value for one in part(read, mentions).figures.values()] == plain_scores(
        read, mentions
    )


@given(world.mentions())
def test_right_readings_score_one(mentions: list[Mention]) -> None:
    found = part([(one.span, one.reading) for one in mentions], mentions)
    assert found.figures["accuracy"].value == (1.0 if mentions else 0.0)
    assert found.wrong == ()


def test_a_misread_name_is_listed_with_the_reason_that_was_given() -> None:
    [wrong] = part([(Span(0, 4), Reading.ASSOCIATIVE)], [mention(Span(0, 4))]).wrong
    assert (wrong.what, wrong.expected, wrong.found) == ("misread", "associative", "literal")
    assert wrong.reason == "‘in’ before it"


def test_a_name_that_nothing_fits_was_missed() -> None:
    [wrong] = part([(Span(0, 20), Reading.LITERAL)], [mention(Span(15, 20))]).wrong
    assert (wrong.what, wrong.found) == ("missed", "no mention")
