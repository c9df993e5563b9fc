from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.evaluation.gold import GoldLink, GoldStatus
from groundtext.evaluation.links import score_links
from groundtext.evaluation.parts import Part, to_part
from groundtext.model import EvidenceLink, LinkKind, LinkStatus, Span
from groundtext.settings import ROOT
from tests.evaluation import world
from tests.evaluation.world import PASSAGES, gold_link, link

SCORER = ROOT.parent / "shared" / "tools" / "score_evidence.py"
KINDS = (LinkKind.NAMED, LinkKind.DESCRIBED)


def part(
    gold: Sequence[GoldLink], links: Sequence[EvidenceLink], *, reviewed: bool = False
) -> Part:
    required = {GoldStatus.CORE, GoldStatus.REVIEWED} if reviewed else {GoldStatus.CORE}
    scored = score_links(gold, links, world.COLLECTIONS, kinds=KINDS, required=required)
    return to_part("links", scored, {one.document_id for one in gold} or {"a"}, {})


def values(part: Part) -> tuple[float, float, float]:
    precision, recall, f1 = (part.figures[name].value for name in ("precision", "recall", "f1"))
    return precision, recall, f1


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the scorer is beside the repository, if at all")
    spec = importlib.util.spec_from_file_location("score_evidence", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(gold=world.gold_links, links=world.links, status=st.sampled_from(["core", "reviewed"]))
@settings(deadline=None)
def test_an_independent_scorer_counts_the_same(
    scorer: ModuleType, gold: list[GoldLink], links: list[EvidenceLink], status: str
) -> None:
    known = [one for one in gold if one.status is not GoldStatus.REJECTED]  # which it has not
    found = {(one.document_id, one.span, one.target_id) for one in links}
    found = {key for key in found if key[0] in {one.document_id for one in known}}
    precision, recall, f1, *_ = scorer.score(
        [fields(one.document_id, one.span, one.target_id, one.status) for one in known],
        [fields(*key) for key in sorted(found)],
        {key: group.members for key, group in world.COLLECTIONS.items()},
        {"core", status},
    )
    assert values(part(known, links, reviewed=status == "reviewed")) == (precision, recall, f1)


def fields(document: str, span: Span, target: str, status: str = "core") -> dict[str, object]:
    return {
        "document": document,
        "start": span.start,
        "end": span.end,
        "feature": target,
        "status": status,
    }


@given(world.gold_links.filter(lambda gold: any(one.status == "core" for one in gold)))
@settings(deadline=None)
def test_what_is_right_to_the_letter_scores_one(gold: list[GoldLink]) -> None:
    refused = {(o.document_id, o.span, o.target_id) for o in gold if o.status == "rejected"}
    gold = [one for one in gold if (one.document_id, one.span, one.target_id) not in refused]
    links = [link(o.document_id, o.span, o.target_id) for o in gold if o.status == "core"]
    if links:
        assert values(part(gold, links)) == (1.0, 1.0, 1.0)


@given(world.gold_links)
@settings(deadline=None)
def test_nothing_found_scores_nothing(gold: list[GoldLink]) -> None:
    assert values(part(gold, [])) == (0.0, 0.0, 0.0)


@given(world.gold_links, world.links, st.randoms())
@settings(deadline=None)
def test_order_changes_nothing(
    gold: list[GoldLink], links: list[EvidenceLink], random: Random
) -> None:
    before = part(gold, links)
    random.shuffle(gold)
    random.shuffle(links)
    assert part(gold, links) == before


@given(world.gold_links, world.links, st.sampled_from(PASSAGES))
@settings(deadline=None)
def test_a_wrong_link_never_raises_precision_and_leaves_recall(
    gold: list[GoldLink], links: list[EvidenceLink], span: Span
) -> None:
    before, after = (
        values(part(gold, found)) for found in (links, [*links, link("a", span, "elsewhere")])
    )
    assert after[0] <= before[0]
    assert after[1] == before[1]


@given(world.gold_links, world.links, world.links)
@settings(deadline=None)
def test_more_links_never_lower_recall(
    gold: list[GoldLink], links: list[EvidenceLink], more: list[EvidenceLink]
) -> None:
    assert values(part(gold, links + more))[1] >= values(part(gold, links))[1]


@given(world.gold_links, world.links)
@settings(deadline=None)
def test_every_miss_is_listed(gold: list[GoldLink], links: list[EvidenceLink]) -> None:
    found = part(gold, links)
    n_wrong = sum(one.what == "wrong" for one in found.wrong)
    assert n_wrong == found.counts["predicted"] - found.counts["right"]
    assert len(found.wrong) - n_wrong == found.counts["required"] - found.counts["found"]


def test_a_member_satisfies_its_group_and_never_the_other_way_round() -> None:
    assert values(part([gold_link("a", PASSAGES[0], "all")], [link("a", PASSAGES[0], "fort")]))[2]
    group = [link("a", PASSAGES[0], "north")]
    assert not values(part([gold_link("a", PASSAGES[0], "fort")], group))[2]


def test_a_rejected_link_is_wrong_even_where_its_group_is_right() -> None:
    group = gold_link("a", PASSAGES[0], "north")
    refused = gold_link("a", PASSAGES[0], "fort", GoldStatus.REJECTED)
    found = [link("a", PASSAGES[0], "north"), link("a", PASSAGES[0], "fort")]
    assert values(part([group], found))[0] == 1.0
    assert values(part([group, refused], found))[0] == 0.5


def test_what_the_program_rejected_or_holds_for_context_claims_nothing() -> None:
    gold = [gold_link("a", PASSAGES[0], "fort")]
    refused = replace(link("a", PASSAGES[1], "fort"), status=LinkStatus.REJECTED)
    context = link("a", PASSAGES[2], "fort", LinkKind.LOCATED)
    assert part(gold, [refused, context]).counts["predicted"] == 0


def test_a_wrong_link_is_listed_with_its_reason_and_what_was_expected() -> None:
    [missed, wrong] = part(
        [gold_link("a", PASSAGES[0], "fort")], [link("a", PASSAGES[0], "bridge")]
    ).wrong
    assert (missed.what, missed.expected, missed.found) == ("missed", "fort", "bridge")
    assert (wrong.what, wrong.expected, wrong.found) == ("wrong", "fort", "bridge (named)")
    assert wrong.reason == "‘bridge’ is its name"
