"""What an export says, read back: the same to the last member, and nothing that is not so."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundtext.export import export
from groundtext.formats import Extract, Refused, ReturnExtract
from groundtext.formats.reading import read_foreign
from groundtext.formats.returns import (
    document_from_json,
    is_return,
    link_from_json,
    put_back,
    read_return,
    set_apart,
    with_quotes,
)
from groundtext.layers import feature_from_json
from groundtext.layers.finding import Fault
from groundtext.model import Document, EvidenceLink, Span
from groundtext.pipeline import Sources, gather
from groundtext.workspace import Contents, Workspace, write_workspace
from tests.export import hostile, zoo

FORMS = ("geojson", "lpf", "annotations")
GIVEN: dict[str, Any] = {
    "target": "fort-alder",
    "document": "workshops",
    "start": 3,
    "end": 8,
    "quote": "Tents",
    "kind": "named",
    "status": "confirmed",
    "score": 1,
    "matches": [[3, 5]],
}


def contents_of(name: str) -> Contents:
    if name == "shipped":
        return gather(Sources())
    return zoo.contents(complete=name == "zoo")


@pytest.fixture(scope="module", params=["shipped", "zoo", "quotations", "hostile"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 -- an open workspace for a while
    folder = tmp_path_factory.mktemp("returns")
    if request.param == "hostile":
        with hostile.workspace(folder) as opened:
            yield opened
        return
    write_workspace(folder / "w.gpkg", contents_of(request.param))
    opened = Workspace.open(folder / "w.gpkg")
    yield opened
    opened.close()


def returned(workspace: Workspace, form: str) -> ReturnExtract:
    (extract,) = read_return("export", export(workspace, form), form)
    assert isinstance(extract, ReturnExtract)
    return extract


def in_order(links: Any) -> list[EvidenceLink]:  # noqa: ANN401 -- any iterable
    return sorted(links, key=lambda link: (link.document_id, link.span, link.target_id))


@pytest.mark.parametrize("form", FORMS)
def test_links_come_back_as_they_were(workspace: Workspace, form: str) -> None:
    found = [link_from_json(fields) for fields in returned(workspace, form).links]
    held = [link for card in workspace.document_cards() for link in workspace.links(card.id)]
    assert in_order(each.link for each in found) == in_order(held)


@pytest.mark.parametrize("form", FORMS)
def test_quotes_stand_where_they_stood(workspace: Workspace, form: str) -> None:
    extract = returned(workspace, form)
    links = [link_from_json(fields) for fields in extract.links]
    documents = [document_from_json(fields, links) for fields in extract.documents]
    for document in documents:
        original = workspace.document(document.id)
        assert original is not None
        assert len(document.text) == len(original.text)
        assert all(document.quote(held) == original.text[slice(*held)] for held in document.held)
        own = workspace.links(document.id)
        assert [document.quote(o.span) for o in own] == [original.quote(o.span) for o in own]


@pytest.mark.parametrize("form", ["geojson", "lpf"])
def test_features_and_groups_come_back_as_they_were(workspace: Workspace, form: str) -> None:
    extract = returned(workspace, form)
    found = {
        member["id"]: feature_from_json(dict(member), str(member["layer"]))
        for member in extract.features
    }
    assert found == {feature.id: feature for feature in workspace.features()}
    assert [group["id"] for group in extract.collections] == [
        group.id for group in workspace.collections()
    ]
    assert [layer["title"] for layer in extract.layers] == [
        layer.title for layer in workspace.layers()
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_one_door_knows_them(workspace: Workspace, form: str) -> None:
    (extract,) = read_foreign(f"export.{form}.json", export(workspace, form))
    assert isinstance(extract, ReturnExtract)
    assert extract.format == form


def test_a_layer_that_only_speaks_of_us_stays_a_layer() -> None:
    point = {"type": "Point", "coordinates": [69.2, 34.9]}
    feature = {"type": "Feature", "properties": {"groundtext": "x", "name": "y"}, "geometry": point}
    source = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    assert not is_return(source)
    assert [type(each).__name__ for each in read_foreign("a.geojson", source)] == ["LayerExtract"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"groundtext": {"form": 2}}', "is an export of form 2"),
        (b'{"groundtext": {"form": NaN}}', "NaN is no number"),
        (b'{"@context": "http://www.w3.org/ns/anno.jsonld"}', "of another program"),
        (b'"a text"', "of another program"),
    ],
)
def test_what_is_none_is_refused_with_the_reason(source: bytes, reason: str) -> None:
    (extract,) = read_return("a.jsonld", source, "annotations")
    assert isinstance(extract, Refused)
    assert reason in extract.reason


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"start": True}, "not a start and an end"),
        ({"start": -1}, "not a start and an end"),
        ({"end": 3.0}, "not a start and an end"),
        ({"quote": "Tent"}, "a quote of 4 characters cannot|its quote of 4 characters cannot"),
        ({"quote": "Ten\ud800s"}, "no text that can be kept"),
        ({"quote": ["Tents"]}, "no text that can be kept"),
        ({"target": "../etc"}, "is no id"),
        ({"kind": "proved"}, "its kind is 'proved'"),
        ({"status": None}, "its status is None"),
        ({"score": True}, "its score is True"),
        ({"score": 1.5}, "its score is 1.5"),
        ({"score": float("nan")}, "its score is nan"),
        ({"matches": [[0, 2]]}, "not in its quote"),
        ({"matches": {"a": 1}}, "no list of places"),
        ({"decided_at": "yesterday"}, "is no date"),
        ({"said_date": "March"}, "no EDTF date"),
        ({"said_place": ["Doha", [200, 0]]}, "not a name and a position"),
        ({"said_place": ["Doha", [True, 0]]}, "not a name and a position"),
        ({"also_at": [[20, 25]], "also_quotes": ["x"]}, "do not fit"),
        ({"reason": "x" * 100_001}, "no text that can be kept"),
    ],
)
def test_a_link_that_does_not_hold_is_said_to_be_so(change: dict[str, Any], fault: str) -> None:
    with pytest.raises(Fault, match=fault):
        link_from_json({**GIVEN, **change})


def test_a_moment_is_a_date_too() -> None:
    moment = "2026-11-26T11:27:47+00:00"
    assert link_from_json({**GIVEN, "decided_at": moment}).link.decided_at == moment


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": ""}, "has no id"),
        ({"sha256": "abc"}, "is none"),
        ({"characters": 10**12}, "or too many"),
        ({"characters": True}, "no number of characters"),
        ({"characters": 0}, "are none"),
        ({"published": "soon"}, "no EDTF date"),
        ({"elements": [[0, 5, "1", "", ""]]}, "which is none"),
        ({"elements": [[0, 5, 1, "", ""], [3, 9, 1, "", ""]]}, "out of order"),
        ({"elements": [[0, 101, 1, "", ""]]}, "outside the text"),
    ],
)
def test_a_document_that_cannot_be_is_said_to_be_so(change: dict[str, Any], fault: str) -> None:
    known: dict[str, Any] = {
        "id": "workshops",
        "file": "workshops.txt",
        "sha256": "0" * 64,
        "characters": 100,
    }
    with pytest.raises(Fault, match=fault):
        document_from_json({**known, **change}, ())


def held(*quotes: tuple[int, str], text: str = " " * 12) -> Document:
    links = [
        link_from_json(
            {**GIVEN, "start": at, "end": at + len(words), "quote": words, "matches": []}
        )
        for at, words in quotes
    ]
    blank = Document("workshops", "a.txt", text, "0" * 64, complete=False)
    return with_quotes(blank, links)


@pytest.mark.parametrize(
    ("quotes", "text", "spans"),
    [
        ([(2, "cd"), (6, "gh")], "  cd  gh    ", [(2, 4), (6, 8)]),
        ([(6, "gh"), (2, "cdefg"), (7, "hij")], "  cdefghij  ", [(2, 10)]),
        ([(2, "cd"), (2, "cdef")], "  cdef      ", [(2, 6)]),
        ([(2, "cd"), (4, "ef")], "  cdef      ", [(2, 4), (4, 6)]),
        ([(2, "cdef"), (3, "XY")], "  cdef      ", [(2, 6)]),
        ([(10, "klm")], " " * 12, []),
    ],
)
def test_quotes_are_joined_where_they_agree(
    quotes: list[tuple[int, str]], text: str, spans: list[tuple[int, int]]
) -> None:
    document = held(*quotes)
    assert document.text == text
    assert list(document.held) == [Span(*span) for span in spans]


@given(st.text(min_size=1), st.data())
@settings(deadline=None)
def test_slices_of_a_text_put_together_say_what_it_says(text: str, data: st.DataObject) -> None:
    spans = data.draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted))
    )
    quotes = [(a, text[a:b]) for a, b in spans if a < b]
    document = held(*quotes, text=" " * len(text))
    assert all(document.text[a:b] == text[a:b] for a, b in spans)
    assert list(document.held) == sorted(document.held)
    assert not [1 for a, b in zip(document.held, document.held[1:], strict=False) if a.overlaps(b)]
    assert all(document.quote(Span(a, b)) == text[a:b] for a, b in spans if a < b)


@given(
    st.dictionaries(
        st.from_regex(r"_{0,3}(layer|evidence|other_links|x)", fullmatch=True), st.text()
    )
)
def test_properties_come_back_under_their_names(properties: dict[str, str]) -> None:
    apart = set_apart(properties)
    assert put_back({**apart, "layer": "1", "evidence": "2", "other_links": "3"}) == properties


def mangle(document: Any, data: st.DataObject) -> Any:  # noqa: ANN401 -- any JSON
    """Return JSON with one value, at any depth, replaced by any other."""
    junk: st.SearchStrategy[Any] = (
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.none()) | st.just({})
    )
    if not isinstance(document, dict | list) or not document or data.draw(st.integers(0, 5)) == 0:
        return data.draw(junk)
    keys = list(document) if isinstance(document, dict) else list(range(len(document)))
    key = data.draw(st.sampled_from(keys))
    document[key] = mangle(document[key], data)
    return document


@pytest.fixture(scope="module")
def exports(zoo_exports: Callable[[str], bytes]) -> dict[str, Any]:
    return {form: json.loads(zoo_exports(form)) for form in FORMS}


@pytest.fixture(scope="module")
def zoo_exports(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    path: Path = tmp_path_factory.mktemp("zoo")
    opened = zoo.workspace(path)
    made = {form: export(opened, form) for form in FORMS}
    opened.close()
    return made.__getitem__


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_file_ends_in_values_or_faults(
    exports: dict[str, Any], form: str, data: st.DataObject
) -> None:
    source = json.dumps(mangle(copy.deepcopy(exports[form]), data)).encode()
    extracts: list[Extract] = list(read_return("a", source, form))
    for extract in extracts:
        returned = extract if isinstance(extract, ReturnExtract) else ReturnExtract("", "", "")
        links = []
        for fields in returned.links:
            with suppress(Fault):
                links.append(link_from_json(fields))
        for fields in returned.documents:
            with suppress(Fault):
                document = document_from_json(fields, links)
                assert all(document.quote(span) for span in document.held)
