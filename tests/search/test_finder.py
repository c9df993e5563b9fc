"""What is found in a workspace."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundtext.model import LinkStatus
from groundtext.pipeline import Sources, build
from groundtext.search import Finder
from groundtext.workspace import Analysis, Workspace, write_workspace
from tests import zoo

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

SPELLINGS = {zoo.geneva().id: ("Genève", "Genf", "Женева", "جنيف")}
COUNTRIES = {"AF": "Afghanistan", "RU": "Russia", "TM": "Turkmenistan", "IN": "India"}


def in_words(codes: str) -> str:
    return ", ".join(COUNTRIES.get(code, code) for code in codes.split())


def spellings(place_ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    return {place_id: SPELLINGS[place_id] for place_id in place_ids if place_id in SPELLINGS}


def finder_of(path: Path, **changes: object) -> Finder:
    write_workspace(path, zoo.contents(spellings=spellings, **changes))
    with closing(Workspace.open(path)) as workspace:
        return Finder(workspace, in_words)


@pytest.fixture
def finder(tmp_path: Path) -> Finder:
    return finder_of(tmp_path / "w.gpkg")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    path = tmp_path_factory.mktemp("search") / "shipped.gpkg"
    build(Sources(), path)
    return Finder(Workspace.open(path), in_words)


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", '"talks in geneva" ', "tal", "talks -denied "])
def test_a_passage_is_found_by_its_words_and_is_a_slice(finder: Finder, query: str) -> None:
    [passage] = finder.find(query).passages
    assert passage.span == zoo.FIRST
    assert passage.quote == zoo.TEXT[zoo.FIRST.start : zoo.FIRST.end]
    assert passage.marks
    assert all(passage.span.contains(mark) for mark in passage.marks)


def test_words_that_must_not_be_there_leave_a_passage_out(finder: Finder) -> None:
    assert finder.find("talks -cafe ").n_passages == 0


@pytest.mark.parametrize("query", ["Genève", "geneve ", "Женева", "Genf"])
def test_a_place_is_found_by_every_spelling_and_the_mention_is_marked(
    finder: Finder, query: str
) -> None:
    found = finder.find(query)
    [passage] = found.passages
    assert passage.spelt
    assert [zoo.TEXT[start:end] for start, end in passage.marks] == ["Geneva"]
    assert [place.name for place in found.places] == ["Geneva"]


@pytest.mark.parametrize(
    ("query", "n_passages"),
    [
        ("reading:literal", 1),
        ("reading:assoc", 1),
        ("reading:organisation", 0),
        ("feature:geneva-talks", 1),
        ("feature:swiss-talks", 1),
        ("feature:a-road", 0),
        ("in:an-area", 1),
        ("in:6,46,6.2,46.3", 1),
        ("in:100,10,101,11", 0),
        ("kind:talks", 1),
        ("layer:summits", 1),
        ("document:dispatch", 3),
        ("year:2020", 3),
        ("year:1999", 0),
        ("from:2020-03", 0),  # the talks were over, though the dispatch is of March
        ("from:2020-02 to:2020-03", 1),
        ("precision:settlement", 1),
        ("precision:site", 0),
    ],
)
def test_operators_limit_the_passages(finder: Finder, query: str, n_passages: int) -> None:
    found = finder.find(query)
    assert found.notes == ()
    assert found.n_passages == n_passages


def test_what_must_not_be_there_is_left_out_without_a_word_to_find(shipped: Finder) -> None:
    every, without = shipped.find("status:confirmed"), shipped.find("status:confirmed -taliban ")
    assert 0 < without.n_passages < every.n_passages
    assert not any("taliban" in passage.quote.lower() for passage in without.passages)
    assert shipped.find("-taliban ").n_passages == without.n_passages


def test_an_area_and_another_limit_hold_together(shipped: Finder) -> None:
    both = shipped.find("in:60,30,75,40 feature:tapi").passages
    about = {passage.span for passage in shipped.find("feature:tapi").passages}
    assert both
    assert {passage.span for passage in both} <= about


def test_an_area_holds_what_lies_in_it_and_not_its_neighbours(shipped: Finder) -> None:
    found = set(shipped.find("in:balkh").lit)
    assert {"balkh", "tapi-afghanistan"} & found == {"balkh"}
    assert not {"jowzjan", "samangan", "kunduz", "sar-e-pol"} & found
    everywhere = shipped.find("in:60,30,75,40")
    assert {"balkh", "kunduz", "tapi-afghanistan"} <= set(everywhere.lit)
    wide = set(shipped.find("precision:country").lit)
    assert wide
    assert not wide & set(everywhere.lit)


@pytest.mark.parametrize("limit", ["in:kunduz", "feature:ayni", "layer:routes", "kind:located"])
def test_only_documents_with_a_passage_that_the_operators_leave_are_listed(
    shipped: Finder, limit: str
) -> None:
    about = {passage.document_id for passage in shipped.find(limit).passages}
    every = {id_ for word in ("balancing", "opportunity") for id_ in _documents(shipped, word)}
    left = {
        id_
        for word in ("balancing", "opportunity")
        for id_ in _documents(shipped, f"{word} {limit}")
    }
    assert left == every & about < every


def _documents(finder: Finder, query: str) -> tuple[str, ...]:
    return finder.find(query).documents


def test_what_stands_in_quotes_is_the_whole(shipped: Finder) -> None:
    whole, part = shipped.find('kind:"base"').lit, shipped.find("kind:base").lit
    assert 0 < len(whole) < len(part)
    assert set(whole) < set(part)


@pytest.mark.parametrize("published", ["../2019", "/2019", "XXXX-03-18"])
def test_a_document_without_a_first_year_is_of_no_year(tmp_path: Path, published: str) -> None:
    analysis = Analysis(zoo.document(published=published), zoo.passages(), (), (), ())
    changes: dict[str, object] = {"analyses": (analysis,), "disagreements": ()}
    found = finder_of(tmp_path / "w.gpkg", **changes).find("cafe")
    assert not [facet for facet in found.facets if facet.operator == "year"]


@pytest.mark.parametrize("query", ["moscow ", "in:balkh", "afghanistan"])
def test_a_facet_of_features_lights_what_it_counts(shipped: Finder, query: str) -> None:
    facets = [f for f in shipped.find(query).facets if f.operator in ("kind", "operator")]
    assert facets
    for facet in facets:
        lit = shipped.find(f'{facet.operator}:"{facet.value}" {query}').lit
        assert set(lit) <= set(shipped.find(query).lit)
        assert len(lit) <= facet.count


def test_what_is_lit_are_the_features_found_and_those_that_passages_support(
    finder: Finder,
) -> None:
    assert finder.find("cafe").lit == ("geneva-talks",)
    assert finder.find("everything").lit == ("a-road", "an-area", "geneva-talks")


def test_what_a_reviewer_rejected_lights_nothing(tmp_path: Path) -> None:
    rejected = replace(zoo.link(), status=LinkStatus.REJECTED)
    analysis = Analysis(zoo.document(), zoo.passages(), zoo.mentions(), (rejected,), zoo.dates())
    found = finder_of(tmp_path / "w.gpkg", analyses=(analysis,)).find("cafe")
    assert found.n_passages == 1
    assert found.passages[0].targets == ()
    assert found.lit == ()


@pytest.mark.parametrize(
    ("query", "said"),
    [("feature:atlantis", "No feature or group"), ("in:atlantis", "There is no area")],
)
def test_a_name_that_nothing_has_is_said(finder: Finder, query: str, said: str) -> None:
    found = finder.find(query)
    assert said in found.notes[0]
    assert found.n_passages == 0


def test_nothing_asked_for_finds_nothing(finder: Finder) -> None:
    assert finder.find("  ").n_features == 0


def test_pages_of_passages_follow_on_each_other(finder: Finder) -> None:
    whole = finder.find("document:dispatch").passages
    parts = [finder.find("document:dispatch", most=1, offset=n).passages for n in range(3)]
    assert whole == tuple(passage for part in parts for passage in part)


@pytest.mark.parametrize("name", ["Mazar-i-Sharif", "Mazār-e Sharīf", "مزار شریف", "Мазари-Шариф"])
def test_a_feature_is_found_by_every_spelling_of_the_place_it_is_called_after(
    shipped: Finder, name: str
) -> None:
    assert {"camp-marmal", "uap-railway"} <= set(shipped.find(name).features)


@pytest.mark.parametrize(
    "name", ["Узбекистан", "Oʻzbekiston", "ازبکستان", "乌兹别克斯坦", "Usbekistan"]
)
def test_a_country_is_found_in_other_languages_and_what_is_called_after_it(
    shipped: Finder, name: str
) -> None:
    found, known = shipped.find(name), shipped.find("Uzbekistan")
    assert {"bases-us-uzbekistan", "uap-railway"} <= set(found.features)
    assert [one.span for one in found.passages]
    assert {(one.document_id, one.span) for one in found.passages} <= {
        (one.document_id, one.span) for one in known.passages
    }
    assert [place.name for place in found.places] == ["Uzbekistan"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("chinese post tajikistan", "shaymak"),
        ("german camp afghan", "camp-marmal"),
        ("američka base kyrgyzstan ", ""),
        ("us air base Киргизия", "manas"),
        ("meeting qatari", "doha-2020-02-29"),
    ],
)
def test_where_a_feature_is_and_who_runs_it_may_be_said_in_words(
    shipped: Finder, query: str, found: str
) -> None:
    features = shipped.find(query).features
    assert (found in features) if found else not features


@pytest.mark.parametrize("query", ["tapi", "TAPI pipeline ", "tapi Туркменистан "])
def test_what_is_called_so_itself_comes_before_its_parts(shipped: Finder, query: str) -> None:
    """However many countries are in its names, each with sixty names of its own."""
    features = shipped.find(query).features
    assert features.index("tapi") < min(
        features.index(part) for part in features if part.startswith("tapi-")
    )


def test_another_spelling_finds_the_same_passages_in_the_same_order(shipped: Finder) -> None:
    found = [shipped.find(name).passages for name in ("Москва", "مسکو")]
    assert [(one.document_id, one.span) for one in found[0]] == [
        (one.document_id, one.span) for one in found[1]
    ]
    assert all(one.spelt for one in found[0])


def test_what_names_a_place_in_any_spelling_can_be_taken_away(shipped: Finder) -> None:
    bases = set(shipped.find("layer:bases").features)
    left = set(shipped.find("-Узбекистан layer:bases").features)
    assert "bases-us-uzbekistan" in bases - left
    assert len(left) > 10


PIECES = (
    *("moscow", "gas ", "feature:tapi", "in:balkh", "from:2018", "-the", "layer:bases"),
    *("status:confirmed", "reading:literal", '"northern prov'),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=4))
def test_more_limits_never_find_more_and_facets_never_count_more(
    shipped: Finder, pieces: list[str]
) -> None:
    found = shipped.find(" ".join(["moscow", *pieces]))
    assert found.n_passages <= shipped.find("moscow").n_passages
    counted = {"document", "publisher", "year", "status"}
    for facet in found.facets:
        most = found.n_passages if facet.operator in counted else len(found.lit)
        assert 0 < facet.count <= most


def test_a_facet_leaves_as_many_passages_as_it_counts(shipped: Finder) -> None:
    facets = [f for f in shipped.find("moscow ").facets if f.operator in ("document", "year")]
    assert facets
    for facet in facets:
        assert shipped.find(f"moscow {facet.operator}:{facet.value}").n_passages == facet.count
