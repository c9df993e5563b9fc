"""What a text names to the letter, whether or not it is the name of a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from groundtext.documents import split_passages
from groundtext.gazetteer import Gazetteer
from groundtext.layers import read_layers
from groundtext.linking import Linker
from groundtext.model import Collection, LinkKind, LonLat
from groundtext.pipeline import analyse
from groundtext.settings import DATA, LAYERS, ROOT
from tests.linking.world import LAYERS as WORLD
from tests.linking.world import document, feature, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.model import EvidenceLink

FEATURES: Final = (
    replace(
        meeting("lake", "Signing in Vienna", "Vienna", "2014-05-02"),
        aliases=("Weir Charter", "tripartite summit"),
    ),
    meeting("hall-1", "Reading in the Guild Hall", "Geneva", "2015-05-02"),
    meeting("hall-2", "Reading in the Guild Hall", "Geneva", "2016-05-02"),
    meeting("ferry-1", "Ferry Evening", "Geneva", "2011-05-02"),
    feature("mill", "bases", "Mill at the Weir (closed)", LonLat(10, 50), kind="mill"),
    feature("weir", "bases", "Mill at the Weir Bridge", LonLat(10, 50), kind="mill"),
)
COLLECTIONS: Final = (Collection("ferry", "Ferry Evenings of Ohrid", ("ferry-1",)),)
LINKER: Final = Linker(WORLD, FEATURES, COLLECTIONS)


def links(text: str) -> tuple[EvidenceLink, ...]:
    read = document(text)
    return LINKER.link(read, split_passages(read), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody read the Weir Charter to the end.", ["lake"]),
        ("Nobody read the weir charter to the end.", []),
        ("Nobody read a tripartite summit to the end.", []),
        ("Nobody read the Weir Charters to the end.", []),
        ("It was not the Weir Charter.", []),
        # Two meetings are called so.
        ("She came to the Reading in the Guild Hall.", []),
        # A group, and a meeting of it.
        ("The Ferry Evenings of Ohrid are long.", ["ferry"]),
        ("The Ferry Evening at the Ferry Evenings of Ohrid is long.", ["ferry", "ferry-1"]),
        # The longest name counts, and what stands in brackets is no part of one.
        ("The Mill at the Weir turns.", ["mill"]),
        ("The mill at the Weir turns.", ["mill"]),
        ("The Mill at the Weir Bridge turns.", ["weir"]),
    ],
)
def test_a_whole_name_is_found_whatever_it_names(text: str, expected: list[str]) -> None:
    assert [one.target_id for one in links(text)] == expected


def test_the_link_says_what_it_rests_on() -> None:
    text = "Nobody read the Weir Charter to the end."
    [found] = links(text)
    assert (found.method, found.kind) == ("whole-name", LinkKind.DESCRIBED)
    assert found.reason == "names ‘Weir Charter’: Signing in Vienna"
    assert [text[span.start : span.end] for span in found.matches] == ["Weir Charter"]
    assert links("The Mill at the Weir turns.")[0].kind is LinkKind.NAMED


@pytest.mark.parametrize(
    "layers",
    [LAYERS, *sorted((ROOT / "tests" / "trials").glob("*/layers"))],
    ids=lambda path: path.parent.name,
)
def test_every_name_of_several_words_in_the_layers_leads_to_its_feature(layers: Path) -> None:
    held = read_layers(layers)
    gazetteer = Gazetteer.open(DATA).with_features(held.features, held.collections)
    linker = Linker(held.layers, held.features, held.collections)
    areas = {layer.id for layer in held.layers if layer.geometry_kind == "area"}
    names = {each.id: each.name for each in held.features if each.layer_id not in areas}
    names |= {each.id: each.name for each in held.collections}
    groups = {each.id: each.members for each in held.collections}
    lost = []
    for target_id, name in names.items():
        found = analyse(document(f"People spoke of the {name}."), gazetteer, linker).links
        ids = {one.target_id for one in found}
        # Of a line and its sections, the words of one name the other as well.
        wholes = {each for each, members in groups.items() if target_id in members}
        if not ids & {target_id, *wholes}:
            lost.append((target_id, name, sorted(ids)))
    assert lost == []
