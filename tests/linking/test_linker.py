from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.documents import split_passages
from groundtext.errors import DateError
from groundtext.linking import Linker
from groundtext.model import EvidenceLink, Role
from tests.linking.world import (
    COLLECTIONS,
    FEATURES,
    LAYERS,
    LINKER,
    document,
    mentions_in,
    passages_of,
    targets,
)

SENTENCES = (
    "Envoys met in Geneva on January 22.",
    "The conference broke up.",
    "The US has a base in Djibouti.",
    "Fighting spread in Kunduz province.",
    "Nord Stream was sabotaged.",
    "The pipeline had cost billions.",
    "Nothing else happened.",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


def links(
    text: str, linker: Linker = LINKER, document_id: str = "report"
) -> tuple[EvidenceLink, ...]:
    read = document(text, "2014-02-10", document_id)
    return linker.link(read, split_passages(read), mentions_in(text, document_id))


@settings(deadline=None)
@given(texts)
def test_every_match_lies_in_the_passage_and_every_link_in_order(text: str) -> None:
    found = links(text)
    spans = {passage.span for passage in passages_of(text)}
    assert all(link.span in spans and link.reason for link in found)
    assert all(link.span.contains(match) for link in found for match in link.matches)
    assert [(f.span, f.target_id) for f in found] == sorted({(f.span, f.target_id) for f in found})


@settings(deadline=None)
@given(texts, texts)
def test_links_do_not_depend_on_the_documents_before(text: str, other: str) -> None:
    linker = Linker(LAYERS, FEATURES, COLLECTIONS)
    links(other, linker, "other")
    assert links(text, linker) == links(text)


@settings(deadline=None)
@given(texts, st.randoms(use_true_random=False))
def test_links_do_not_depend_on_the_order_of_features(text: str, random: object) -> None:
    features, collections = list(FEATURES), list(COLLECTIONS)
    random.shuffle(features)  # type: ignore[attr-defined]
    random.shuffle(collections)  # type: ignore[attr-defined]
    assert links(text, Linker(LAYERS, features, collections)) == links(text)


def test_boilerplate_supports_nothing() -> None:
    text = "Envoys met in Geneva on January 22."
    passages = [replace(passage, role=Role.BOILERPLATE) for passage in passages_of(text)]
    assert LINKER.link(document(text, "2014"), passages, mentions_in(text)) == ()


def test_a_gap_in_what_is_held_ends_a_continuation() -> None:
    text = f"Envoys met in Geneva on January 22.{' ' * 200}\n\nThe conference broke up."
    assert targets(text, "2014-02-10") == ["geneva-2014"]


def test_what_is_longer_than_a_sentence_is_linked_by_names_only() -> None:
    text = "In Djibouti the US has a base, " * 400 + "and Camp Lemonnier is it."
    assert targets(text) == ["lemonnier"]


def test_an_empty_document_has_no_links() -> None:
    assert targets("") == []


def test_no_layers_find_no_links() -> None:
    assert links("Envoys met in Geneva on January 22.", Linker((), (), ())) == ()


def test_a_publication_that_is_no_date_is_refused() -> None:
    with pytest.raises(DateError, match="'last spring' is no EDTF date"):
        targets("Envoys met in Geneva.", "last spring")
