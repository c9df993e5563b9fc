from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.evaluation.gold import GoldMention
from groundtext.evaluation.pairing import fit, pair, touching
from groundtext.evaluation.parts import Part, to_part
from groundtext.evaluation.places import (
    error_km,
    pair_mentions,
    score_end_to_end,
    score_recognition,
    score_resolution,
)
from groundtext.model import LonLat, Mention, Reading, Span
from tests.evaluation import world
from tests.evaluation.world import gold_mention, mention

GENEVA, BERN, DOHA = LonLat(6.146, 46.202), LonLat(7.447, 46.948), LonLat(51.531, 25.286)
SCORERS = {
    "recognition": score_recognition,
    "resolution": score_resolution,
    "end_to_end": score_end_to_end,
}


def part(
    name: str,
    gold: list[GoldMention],
    mentions: list[Mention],
    kinds: tuple[str, ...] = ("place", "collective"),
) -> Part:
    scored = SCORERS[name](pair_mentions(gold, {"a": mentions}, kinds))
    return to_part(name, scored, {"a"}, {})


def values(found: Part) -> dict[str, float]:
    return {name: round(one.value, 3) for name, one in found.figures.items()}


@given(st.lists(world.spans, max_size=6), world.disjoint_spans())
def test_touching_spans_are_those_that_overlap(gold: list[Span], others: list[Span]) -> None:
    for span in gold:
        near = [number for number, other in enumerate(others) if span.overlaps(other)]
        assert list(touching(span, others)) == near


@given(st.lists(world.spans, max_size=6), world.disjoint_spans())
def test_each_span_stands_for_at_most_one_and_none_is_left_that_could(
    gold: list[Span], others: list[Span]
) -> None:
    pairs = pair(gold, others)
    assert len(set(pairs.values())) == len(pairs)
    assert all(fit(gold[number], others[index]) > 0 for number, index in pairs.items())
    alone = [span for number, span in enumerate(gold) if number not in pairs]
    free = [span for index, span in enumerate(others) if index not in pairs.values()]
    assert not any(one.overlaps(other) for one in alone for other in free)


@given(world.mentions())
def test_what_is_right_to_the_letter_scores_one(mentions: list[Mention]) -> None:
    gold = [gold_mention(one.span, reading=one.reading) for one in mentions]
    found = part("recognition", gold, mentions)
    is_any = any(one.reading is not Reading.ORGANISATION for one in mentions)
    assert set(values(found).values()) == {1.0 if is_any else 0.0}
    assert found.wrong == ()


@given(world.mentions(), st.lists(world.spans, max_size=6))
def test_overlap_is_never_stricter_than_the_letter(
    mentions: list[Mention], spans: list[Span]
) -> None:
    found = values(part("recognition", [gold_mention(span) for span in spans], mentions))
    assert found["exact_f1"] <= found["f1"] <= 1


@given(world.mentions(), st.lists(world.spans, max_size=6))
def test_a_spurious_name_never_raises_precision(mentions: list[Mention], spans: list[Span]) -> None:
    gold = [gold_mention(span) for span in spans]
    more = [*mentions, mention(Span(200, 204))]
    before, after = (values(part("recognition", gold, found)) for found in (mentions, more))
    assert after["precision"] <= before["precision"]
    assert after["recall"] == before["recall"]


def test_another_span_is_found_and_not_exact() -> None:
    found = part("recognition", [gold_mention(Span(0, 13))], [mention(Span(4, 13))])
    assert (values(found)["f1"], values(found)["exact_f1"]) == (1.0, 0.0)
    assert [one.what for one in found.wrong] == ["inexact"]


def test_names_inside_names_of_organisations_are_neutral() -> None:
    gold = [gold_mention(Span(0, 24), reading=Reading.ORGANISATION), gold_mention(Span(30, 34))]
    mentions = [mention(Span(9, 15)), mention(Span(30, 34))]
    assert values(part("recognition", gold, mentions))["f1"] == 1.0
    assert values(part("recognition", gold, mentions[1:]))["f1"] == 1.0


def test_only_the_kinds_that_count_are_looked_at() -> None:
    gold = [gold_mention(Span(0, 6), kind="demonym"), gold_mention(Span(10, 14))]
    mentions = [mention(Span(10, 14)), mention(Span(20, 26), kind="demonym")]
    assert values(part("recognition", gold, mentions))["f1"] == 1.0
    everything = part("recognition", gold, mentions, ("place", "collective", "demonym"))
    assert values(everything)["f1"] == 0.5


def test_answers_about_one_span_are_one() -> None:
    gold = [gold_mention(Span(0, 4), reading=Reading.LITERAL), gold_mention(Span(0, 4))]
    assert part("recognition", gold, []).counts["required"] == 1


@pytest.mark.parametrize(
    ("right", "found", "within"),
    [(GENEVA, GENEVA, (1, 1)), (GENEVA, BERN, (0, 1)), (GENEVA, DOHA, (0, 0))],
)
def test_distances_are_geodesic(right: LonLat, found: LonLat, within: tuple[int, int]) -> None:
    gold = [gold_mention(Span(0, 4), is_placed=True, position=right)]
    have = values(part("resolution", gold, [mention(Span(0, 4), found)]))
    assert (have["within_20_km"], have["within_161_km"]) == within


def test_bern_is_130_km_from_geneva() -> None:
    km = error_km(gold_mention(Span(0, 4), position=GENEVA), mention(Span(0, 4), BERN))
    assert km == pytest.approx(130, abs=1)


def test_the_right_id_is_right_wherever_its_point_is() -> None:
    gold = [gold_mention(Span(0, 4), is_placed=True, place_id="p", position=GENEVA)]
    found = part("resolution", gold, [mention(Span(0, 4), DOHA, place_id="p")])
    assert values(found)["same_place"] == 1.0
    assert values(found)["median_error_km"] == 0.0


def test_without_right_ids_or_distances_there_is_no_such_figure() -> None:
    gold = [gold_mention(Span(0, 4), is_placed=True, position=GENEVA)]
    found = part("resolution", gold, [mention(Span(0, 4))])
    assert values(found) == {"within_20_km": 0.0, "within_161_km": 0.0}


def test_a_place_far_off_is_listed_with_its_distance_and_reason() -> None:
    gold = [gold_mention(Span(0, 4), is_placed=True, place_id="q", position=GENEVA)]
    [wrong] = part("resolution", gold, [mention(Span(0, 4), BERN)]).wrong
    assert (wrong.what, wrong.expected) == ("far", "q at 6.1460, 46.2020")
    assert wrong.found == "Fort Alder (settlement, CH; p), 130 km off"
    assert wrong.reason == "the largest of that name"


def test_end_to_end_needs_both_the_name_and_the_place() -> None:
    gold = [
        gold_mention(Span(start, start + 4), is_placed=True, position=GENEVA)
        for start in (0, 10, 20)
    ]
    mentions = [
        mention(Span(0, 4), GENEVA),
        mention(Span(10, 14), DOHA),
        mention(Span(30, 34), DOHA),
    ]
    found = part("end_to_end", gold, mentions)
    assert values(found) == {"precision": 0.333, "recall": 0.333, "f1": 0.333}


def test_end_to_end_what_has_no_known_place_is_neutral() -> None:
    gold = [
        gold_mention(Span(0, 4), is_placed=True, position=GENEVA),
        gold_mention(Span(10, 14), is_placed=True),
    ]
    mentions = [mention(Span(0, 4), GENEVA), mention(Span(10, 14), DOHA), mention(Span(20, 24))]
    assert values(part("end_to_end", gold, mentions))["f1"] == 1.0
