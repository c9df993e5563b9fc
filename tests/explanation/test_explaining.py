from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from groundtext.documents import split_passages
from groundtext.explanation import (
    Explanation,
    explain,
    explanation_json,
    explanation_lines,
    providers,
)
from groundtext.gazetteer import Gazetteer
from groundtext.layers import read_layers
from groundtext.linking import Linker
from groundtext.mentions import find_mentions
from groundtext.model import (
    Document,
    LinkStatus,
    Mention,
    Passage,
    Rejected,
    Span,
)
from groundtext.settings import DATA, LAYERS
from groundtext.workspace import Analysis
from tests import zoo

LAYERS_HELD = read_layers(LAYERS)
LINKER = Linker(LAYERS_HELD.layers, LAYERS_HELD.features, LAYERS_HELD.collections)
NAMES = {"geneva-talks": "Talks in Geneva"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(DATA)


@pytest.fixture(scope="module")
def known(gazetteer: Gazetteer) -> Gazetteer:
    return gazetteer.with_features(LAYERS_HELD.features, LAYERS_HELD.collections)


def explained(text: str, gazetteer: Gazetteer, published: str = "2020-03-01") -> Explanation:
    """Explain the last passage of a text."""
    document = Document("dispatch", "dispatch.txt", text, "0" * 64, published=published)
    passages = split_passages(document)
    mentions = find_mentions(document, passages, gazetteer)
    analysis = Analysis(document, passages, mentions, ())
    return explain(analysis, passages[-1], providers(gazetteer, LINKER))


def said(explanation: Explanation) -> str:
    return "\n".join(explanation_lines(explanation, NAMES))


def test_every_candidate_that_lost_is_named_with_what_it_lacked(gazetteer: Gazetteer) -> None:
    found = explained("The envoys met in Geneva for two days of talks.", gazetteer)
    [mention] = found.mentions
    lost = [one for one in found.rejected if one.rule == "resolution"]
    assert len(lost) == len(mention.candidates) - 1 > 0
    assert all(one.span == mention.span for one in lost)
    behind = mention.candidates[0].score - mention.candidates[1].score
    assert f"scores {behind:.3f} less than Geneva" in lost[0].reason


def test_a_name_that_the_text_says_too_little_for_is_named(gazetteer: Gazetteer) -> None:
    found = explained("Yesterday Hope told the envoys that she was tired of it all.", gazetteer)
    dropped = [one for one in found.rejected if one.rule == "plausibility"]
    assert [found.document.quote(one.span) for one in dropped] == ["Hope"]
    assert dropped[0].about.startswith("‘Hope’, which could be ")
    assert dropped[0].reason.startswith("more speaks against a place (")


def test_no_kept_mention_is_called_implausible(gazetteer: Gazetteer) -> None:
    found = explained("Hope and Geneva met in Vienna, Paris and Bagram.", gazetteer)
    for one in found.rejected:
        if one.rule == "plausibility":
            assert not any(one.span.overlaps(mention.span) for mention in found.mentions)


def test_dates_are_said_as_they_were_read(gazetteer: Gazetteer) -> None:
    found = explained("The envoys met in Geneva on March 18 for talks.", gazetteer, "2021-03-20")
    assert (
        "‘March 18’ (28-36) is read as 18 March 2021 [2021-03-18], "
        "the document being of 20 March 2021 (day, at)." in said(found)
    )


def analysis(**changes: object) -> Analysis:
    links = (zoo.link(**changes),)
    return Analysis(zoo.document(), zoo.passages(), zoo.mentions(), links)


def test_a_link_says_why_it_is_there_and_what_it_rests_on() -> None:
    words = said(explain(analysis(), zoo.passages()[0], ()))
    assert "Talks in Geneva [geneva-talks]: described, score 0.80, by meeting: ‘talks in" in words
    assert "It rests on ‘talks’ (11-16)." in words
    assert "Nobody has reviewed it." in words
    assert "supports nothing" not in words


def test_a_reviewers_word_is_shown() -> None:
    decided = analysis(
        status=LinkStatus.REJECTED, decided_by="A. R.", decided_at="2026-11", note="another one"
    )
    words = said(explain(decided, zoo.passages()[0], ()))
    assert "It was rejected by A. R., November 2026: another one." in words
    assert "The passage supports nothing on the map: a reviewer found no support in it." in words


def test_boilerplate_says_why_it_is() -> None:
    words = said(explain(analysis(), zoo.passages()[2], ()))
    assert "It is boilerplate (asks for a subscription), and supports nothing." in words
    assert "Links\n  none" in words


def test_providers_are_asked_in_order_and_all_they_say_is_shown() -> None:
    def provider(rule: str, start: int) -> Rejected:
        return Rejected(Span(start, start + 3), "a thing", "a reason", rule)

    def first(
        document: Document,
        passages: Sequence[Passage],
        mentions: Sequence[Mention],
        passage: Passage,
    ) -> tuple[Rejected, ...]:
        assert (document, len(passages), len(mentions)) == (zoo.document(), 3, 2)
        return provider("first", passage.span.start + 5), provider("first", passage.span.start)

    found = explain(analysis(), zoo.passages()[0], (first, lambda *_: (provider("second", 1),)))
    assert [(one.rule, one.span.start) for one in found.rejected] == [
        ("first", 0),
        ("first", 5),
        ("second", 1),
    ]
    assert "  0-3 a thing: a reason [first]." in said(found)


def test_machines_are_told_the_same() -> None:
    found = json.loads(json.dumps(explanation_json(explain(analysis(), zoo.passages()[0], ()))))
    assert found["quote"] == zoo.document().quote(zoo.FIRST)
    assert found["mentions"][0]["candidates"][0]["reason"] == "the largest of that name"
    assert found["links"][0]["matches"] == [{"start": 11, "end": 16}]


def test_nothing_said_can_steer_a_terminal() -> None:
    hostile = Rejected(Span(0, 3), "a\u202e\x1b[2J thing", "a\nreason", "rule")
    for line in explanation_lines(
        explain(analysis(reason="\x1b[2J"), zoo.passages()[0], (lambda *_: (hostile,),)), {}
    ):
        assert not {"\x1b", "\u202e", "\n"} & set(line)


@pytest.mark.parametrize(
    ("text", "about", "reason"),
    [
        (
            "The talks in Moscow ended without a statement.",
            "‘Moscow’ + ‘talks’ as Moscow Format consultations, 9 November 2018",
            "place and event alone do not tell",
        ),
        (
            "Delegations met in Moscow for talks on 3 May 2017.",
            "‘Moscow’ + ‘met’ as Moscow Format consultations, 9 November 2018",
            "none of its days",
        ),
        ("They drove through Kandahar at night.", "‘Kandahar’ as Kandahar", "a town has that name"),
        ("The University of Kunduz closed.", "‘Kunduz’ as Kunduz", "an organisation is named so"),
        ("An aircraft landed in Bishkek.", "‘Bishkek’ as Kant Air Base (999th)", "points for it"),
    ],
)
def test_a_link_that_was_considered_says_what_it_lacked(
    text: str, about: str, reason: str, known: Gazetteer
) -> None:
    rejected = explained(text, known).rejected
    [why] = [one.reason for one in rejected if one.rule == "linking" and one.about == about]
    assert reason in why


def test_what_is_linked_is_not_rejected_as_well(known: Gazetteer) -> None:
    text = "The Moscow Format consultations of 9 November 2018 were held in Moscow."
    rejected = [one for one in explained(text, known).rejected if one.rule == "linking"]
    assert "moscow-2018-11-09" not in {one.target_id for one in rejected}
