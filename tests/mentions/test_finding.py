from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.documents import read_documents, split_passages
from groundtext.mentions import find_mentions
from groundtext.settings import ROOT
from tests.mentions.world import GAZETTEER, document, mentions_of

SHARED = ROOT.parent / "shared"
FRAGMENTS = st.sampled_from(
    [
        *("Oslo", "the US", "Kabul", "Mazar-i-Sharif", "U.S.", "Washington, D.C.", "provinces"),
        *("’s", ", ", " and ", "in ", " said ", "-", " (", ") ", ". ", "St. ", "\n", "\u00a0"),
        *("🛰", "e\u0301"),
    ]
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=4), max_size=24).map("".join)


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_mentions_are_slices_in_order_and_apart(text: str) -> None:
    found = mentions_of(text)
    assert all(text[mention.span.start : mention.span.end] == mention.text for mention in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(TEXTS)
@settings(deadline=None, max_examples=50)
def test_mentions_lie_in_passages_and_have_candidates_and_reasons(text: str) -> None:
    note = document(text)
    passages = split_passages(note)
    for mention in find_mentions(note, passages, GAZETTEER):
        assert any(passage.span.contains(mention.span) for passage in passages)
        assert mention.candidates
        assert mention.reason


@pytest.mark.parametrize("name", ["Dushanbe", "Tashkent", "Uzbekistan", "Central Asia", "Lagos"])
@given(st.from_regex(r"[a-z]{3,9}( [a-z]{3,9}){0,5}", fullmatch=True))
@settings(deadline=None, max_examples=20)
def test_a_planted_name_is_found(name: str, words: str) -> None:
    text = f"So {words} in {name} {words}."
    assert (text.index(name), name) in [(m.span.start, m.text) for m in mentions_of(text)]


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Oslo and Kabul met in Doha. Hyderabad, Pakistan, was quiet."
    assert mentions_of(text) == mentions_of(text)


@pytest.mark.parametrize("text", ["Oslo-" * 2000, "In " + "Oslo, Kabul, " * 1000 + "and Doha."])
def test_the_longest_list_is_read_to_its_end(text: str) -> None:
    assert len(mentions_of(text)) >= 2000


def test_nothing_outside_the_passages_is_found() -> None:
    note = document("Oslo was calm. Kabul was not.")
    assert [m.text for m in find_mentions(note, split_passages(note)[1:], GAZETTEER)] == ["Kabul"]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the gold readings are not here")
def test_the_gold_readings_are_met() -> None:
    found: dict[tuple[str, int], str] = {}
    for source in read_documents([SHARED / "documents"]).documents:
        for mention in find_mentions(source, split_passages(source), GAZETTEER):
            found[source.file, mention.span.start] = str(mention.reading)
    lines = Path(SHARED / "gold" / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    right = sum(found.get((g["document"], g["start"])) == g["reading"] for g in gold)
    assert right / len(gold) >= 0.97
