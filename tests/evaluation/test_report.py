from __future__ import annotations

import json

from groundtext.evaluation import Choices, Gold, evaluate, report_json, report_lines
from groundtext.evaluation.gold import GoldLink, GoldMention
from groundtext.model import LonLat, Span
from tests.evaluation import world
from tests.evaluation.world import PASSAGES, gold_link, gold_mention, link, mention

SUBJECT = world.subject(
    [link("a", PASSAGES[0], "fort"), link("a", PASSAGES[1], "fort\u202e\n")],
    [mention(Span(2, 6), LonLat(0, 0))],
)
LINKS = (gold_link("a", PASSAGES[0], "fort"), gold_link("b", PASSAGES[2], "fort"))


def lines(*, show: bool, mentions: tuple[GoldMention, ...] = ()) -> list[str]:
    evaluation = evaluate(Gold(LINKS, mentions), SUBJECT, Choices())
    return list(report_lines(evaluation, SUBJECT, show=show))


def test_a_report_says_the_figures_and_how_sure_they_are() -> None:
    found = lines(show=False)
    assert found[0] == "Links"
    assert any(line.split()[:2] == ["precision", "0.500"] for line in found)
    assert "  2 required, 1 found; 2 predicted, 1 right." in found
    assert any("bootstrap over 2 documents (2,000 resamples)" in line for line in found)


def test_show_lists_what_is_wrong_with_place_quote_and_reason() -> None:
    found = "\n".join(lines(show=True))
    assert "missed   b.txt:20-29  “A phrase.”\n           expected fort; found no link" in found
    assert "wrong    a.txt:10-19  “A phrase.”" in found
    assert "is its name" not in "\n".join(lines(show=False))


def test_nothing_in_a_report_can_steer_a_terminal() -> None:
    for line in lines(show=True):
        assert "\u202e" not in line
        assert "\n" not in line


def test_a_single_thing_has_no_interval_and_says_so() -> None:
    one: tuple[GoldLink, ...] = LINKS[:1]
    evaluation = evaluate(Gold(one), world.subject(documents=("a",)), Choices())
    assert "  No intervals: there is only one passage, and nothing else to draw from." in list(
        report_lines(evaluation, SUBJECT, show=False)
    )


def test_distances_are_in_kilometres() -> None:
    placed = gold_mention(Span(2, 6), is_placed=True, position=LonLat(1, 0))
    [median] = [line for line in lines(show=False, mentions=(placed,)) if "median" in line]
    assert median.split() == ["median", "error", "111.3", "km"]


def test_the_fields_for_machines_say_the_same_as_json() -> None:
    evaluation = evaluate(Gold(LINKS), SUBJECT, Choices())
    found = json.loads(json.dumps(report_json(evaluation, SUBJECT)))
    assert found["links"]["figures"]["f1"]["value"] == 0.5
    assert found["links"]["intervals"] == {"over": "document", "units": 2, "resamples": 2000}
    assert [one["what"] for one in found["links"]["wrong"]] == ["wrong", "missed"]
    assert found["links"]["wrong"][1]["quote"] == "A phrase."
