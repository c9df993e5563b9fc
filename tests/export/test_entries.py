from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.export.entries import citation, quote_of, read_content
from groundtext.model import Span
from groundtext.workspace import DocumentCard, Evidence
from tests.export import zoo

if TYPE_CHECKING:
    from groundtext.export.entries import Content
    from groundtext.workspace import Workspace

CARD = DocumentCard(
    id="workshops",
    file="workshops.txt",
    title="",
    author="A. Writer",
    publisher="The Gazette",
    published="2021-03",
    basis="",
    language="en",
    complete=True,
    sha256="0",
    n_passages=6,
    n_evidence=3,
)


@pytest.fixture(scope="module")
def content(zoo_workspace: Workspace) -> Content:
    return read_content(zoo_workspace, None)


@given(spans=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6))
@settings(deadline=None)
def test_the_pieces_of_a_quote_joined_are_the_quote(spans: list[tuple[int, int]]) -> None:
    matches = tuple(Span(*sorted(span)) for span in spans)
    found = replace(zoo.LINKS[0], matches=matches)
    pieces = quote_of(Evidence(found, zoo.SENTENCES[1], CARD)).pieces
    assert "".join(piece.text for piece in pieces) == zoo.SENTENCES[1]


def test_the_words_that_made_the_link_are_a_piece_of_their_own() -> None:
    quote = quote_of(Evidence(zoo.LINKS[0], zoo.SENTENCES[1], CARD))
    assert [piece.text for piece in quote.pieces if piece.is_match] == ["Fort Alder"]


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation(CARD) == ("A. Writer", "workshops.txt", "The Gazette", "March 2021")
    unknown = replace(CARD, author="", publisher="", published="")
    assert citation(unknown) == ("workshops.txt", "no date known")


def test_sections_follow_the_layers_and_end_with_the_groups(content: Content) -> None:
    layers = [layer.id for layer in zoo.LAYERS]
    assert [section.id for section in content.sections] == [*layers, "groups"]


def test_a_member_names_its_groups_and_a_group_its_members(content: Content) -> None:
    entries = {entry.id: entry for section in content.sections for entry in section.entries}
    assert [group for group, _ in entries["north-vale"].groups] == ["northern-vales"]
    assert [member for member, _ in entries["northern-vales"].members] == ["north-vale"]


def test_a_group_without_a_visible_member_is_left_out(zoo_workspace: Workspace) -> None:
    content = read_content(zoo_workspace, ["forts"])
    assert [section.id for section in content.sections] == ["forts"]


def test_a_source_counts_what_is_quoted_of_it(content: Content) -> None:
    (source,) = content.sources
    quoted = zoo.SENTENCES[1:4]
    assert (source.n_passages, source.is_complete) == (3, True)
    assert source.n_words == sum(len(quote.split()) for quote in quoted)
