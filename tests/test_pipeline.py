from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.documents import read_documents, read_quotations
from groundtext.model import LinkStatus, Role
from groundtext.pipeline import Sources, gather
from groundtext.settings import DATA
from groundtext.workspace import Analysis, Contents

ORIGINALS = DATA.parent.parent / "shared" / "documents"
needs_originals = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the original articles are not part of the project"
)


@pytest.fixture(scope="module")
def shipped() -> Contents:
    return gather(Sources())


@pytest.fixture(scope="module")
def originals() -> Contents:
    return gather(Sources(documents=(ORIGINALS,)))


def supporting(contents: Contents) -> set[tuple[str, int, int, str]]:
    return {
        (link.document_id, *link.span, link.target_id)
        for analysis in contents.analyses
        for link in analysis.links
        if link.status is LinkStatus.CONFIRMED
    }


def test_nothing_that_ships_is_left_unused(shipped: Contents) -> None:
    assert shipped.listed == ()


def test_every_shipped_passage_supports_something(shipped: Contents) -> None:
    for analysis in shipped.analyses:
        linked = {link.span for link in analysis.links if link.status is not LinkStatus.REJECTED}
        assert {passage.span for passage in analysis.passages} == linked
        assert linked == set(analysis.document.held)


def test_every_link_lies_on_a_passage_of_the_text(shipped: Contents) -> None:
    for analysis in shipped.analyses:
        passages = {passage.span: passage for passage in analysis.passages}
        for link in analysis.links:
            assert passages[link.span].role is not Role.BOILERPLATE
            assert all(link.span.contains(match) for match in link.matches)
            assert link.reason


@needs_originals
def test_the_originals_give_the_same_reviewed_links(shipped: Contents, originals: Contents) -> None:
    assert originals.listed == ()
    assert all(analysis.document.complete for analysis in originals.analyses)
    assert supporting(originals) == supporting(shipped)


@needs_originals
def test_the_review_leaves_no_link_undecided(originals: Contents) -> None:
    undecided = [
        (link.document_id, link.span.start, link.target_id)
        for analysis in originals.analyses
        for link in analysis.links
        if link.status is LinkStatus.SUGGESTED
    ]
    assert undecided == []


@needs_originals
def test_every_quotation_is_a_slice_of_its_original() -> None:
    texts = {d.sha256: d.text for d in read_documents([ORIGINALS]).documents}
    for document in read_quotations(DATA).documents:
        original = texts[document.sha256]
        assert len(original) == len(document.text)
        for held in document.held:
            assert document.quote(held) == original[held.start : held.end]


def test_a_quotation_that_does_not_fit_its_original_is_listed(tmp_path: Path) -> None:
    data = shutil.copytree(DATA, tmp_path / "data")
    quotations = data / "quotations.jsonl"
    [first, *others] = quotations.read_text(encoding="utf-8").splitlines()
    changed = json.loads(first)
    changed["quote"] = "X" + changed["quote"][1:]
    quotations.write_text("\n".join([json.dumps(changed), *others]), encoding="utf-8")
    listed = gather(Sources(data=data)).listed
    assert any("not those that were reviewed" in entry.reason for entry in listed)


SENTENCES = (
    "A summit was held in Geneva on 4 May 2020.",
    "Moscow denies it.",
    "The TAPI pipeline crosses Herat.",
    "Talks went on in Doha.",
)


@given(st.permutations(range(len(SENTENCES))))
@settings(deadline=None, max_examples=5)
def test_links_do_not_depend_on_the_order_of_documents(order: list[int]) -> None:
    with TemporaryDirectory() as name:
        for number, sentence in enumerate(SENTENCES):
            (Path(name) / f"d{number}.txt").write_text(sentence, encoding="utf-8")
        assert _found(Path(name), order) == _found(Path(name), sorted(order))


def _found(folder: Path, numbers: list[int]) -> dict[str, Analysis]:
    paths = tuple(folder / f"d{number}.txt" for number in numbers)
    contents = gather(Sources(documents=paths, review=False))
    return {analysis.document.id: analysis for analysis in contents.analyses}
