from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.model import Element
from groundtext.ui.documents_payload import document_payload, documents_payload
from groundtext.workspace import Workspace, write_workspace
from tests.export import zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path)) as workspace:
        yield workspace


@pytest.fixture
def quoted(tmp_path: Path) -> Iterator[Workspace]:
    with closing(zoo.workspace(tmp_path, complete=False)) as workspace:
        yield workspace


def passages(payload: dict[str, Any] | None) -> list[dict[str, Any]]:
    assert payload is not None
    return [passage for part in payload["parts"] for passage in part.get("passages", ())]


def test_the_list_says_what_is_known_of_each_document(quoted: Workspace) -> None:
    (entry,) = documents_payload(quoted)["documents"]
    assert (entry["author"], entry["published"]) == ("A. Writer", "1–17 March 2021")
    assert (entry["complete"], entry["passages"], entry["evidence"]) == (False, 3, 3)


def test_passages_come_in_reading_order_and_are_slices(whole: Workspace) -> None:
    text = zoo.document().text
    read = passages(document_payload(whole, "workshops"))
    assert [text[passage["start"] : passage["end"]] for passage in read] == list(zoo.SENTENCES)
    assert [passage["quote"] for passage in read] == list(zoo.SENTENCES)


def test_each_paragraph_is_a_part(whole: Workspace) -> None:
    payload = document_payload(whole, "workshops")
    assert payload is not None
    assert [part["role"] for part in payload["parts"]] == ["heading", *["body"] * 4, "boilerplate"]


def test_what_is_not_held_is_counted(quoted: Workspace) -> None:
    payload = document_payload(quoted, "workshops")
    assert payload is not None
    gaps = [part["gap"] for part in payload["parts"] if "gap" in part]
    assert gaps == [zoo.span_of(zoo.SENTENCES[1]).start, 63]


def test_a_complete_document_has_no_gap(whole: Workspace) -> None:
    payload = document_payload(whole, "workshops")
    assert payload is not None
    assert not any("gap" in part for part in payload["parts"])


def test_a_passage_names_what_it_supports(whole: Workspace) -> None:
    by_quote = {p["quote"]: p for p in passages(document_payload(whole, "workshops"))}
    fort, vales = by_quote[zoo.SENTENCES[1]], by_quote[zoo.SENTENCES[2]]
    assert [(link["id"], link["name"], link["group"]) for link in fort["links"]] == [
        ("fort-alder", "Fort Alder", False)
    ]
    assert [(link["id"], link["group"]) for link in vales["links"]] == [("northern-vales", True)]


def test_a_passage_holds_its_mentions_with_their_readings(whole: Workspace) -> None:
    readings = [
        (mention["text"], mention["reading"])
        for passage in passages(document_payload(whole, "workshops"))
        for mention in passage["mentions"]
    ]
    assert readings == [
        ("Fort Alder", "literal"),
        ("Oakville", "associative"),
        ("Rowan", "organisation"),
    ]


def test_boilerplate_says_why_it_is(whole: Workspace) -> None:
    last = passages(document_payload(whole, "workshops"))[-1]
    assert (last["role"], last["note"]) == ("boilerplate", "a newsletter appeal")


def test_a_document_that_is_not_there_has_no_payload(whole: Workspace) -> None:
    assert document_payload(whole, "burnt") is None


def test_a_passage_holds_its_dates_with_how_they_were_read(tmp_path: Path) -> None:
    with closing(disputed.workspace(tmp_path)) as workspace:
        read = passages(document_payload(workspace, "workshops"))
    dates = [(passage["quote"], date) for passage in read for date in passage["dates"]]
    ((quote, date),) = dates
    start, end = date["span"]
    assert (quote, zoo.document().text[start:end]) == (zoo.SENTENCES[2], "that winter")
    assert (date["text"], date["reason"]) == ("that winter", "read as winter 2020")


def test_a_link_says_what_its_passage_says(tmp_path: Path) -> None:
    with closing(disputed.workspace(tmp_path)) as workspace:
        first, *_ = passages(document_payload(workspace, "almanac"))
    assert [link["said"] for link in first["links"]] == [disputed.SAID]


def test_a_passage_says_the_page_of_its_original_and_none_where_it_has_none(
    tmp_path: Path,
) -> None:
    contents = zoo.contents()
    (analysis,) = contents.analyses
    second = zoo.span_of(zoo.SENTENCES[1])
    paged = replace(analysis.document, elements=(Element(second, page=7, path="paragraph 2"),))
    whole = replace(contents, analyses=(replace(analysis, document=paged),))
    write_workspace(tmp_path / "paged.gpkg", whole)
    with closing(Workspace.open(tmp_path / "paged.gpkg")) as workspace:
        found = passages(document_payload(workspace, paged.id))
    places = {passage["start"]: (passage["page"], passage["place"]) for passage in found}
    assert places.pop(second.start) == (7, "page 7, paragraph 2")
    assert set(places.values()) == {(None, "")}
