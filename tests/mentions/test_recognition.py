from __future__ import annotations

import pytest
from shapely.geometry import Point

from groundtext.mentions.recognition import recognise
from groundtext.model import Collection, Feature, Precision
from tests.mentions.world import GAZETTEER, sentence


def surfaces(text: str) -> list[str]:
    return [name.surface for name in recognise(sentence(text), GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("from Oslo to New Delhi", ["Oslo", "New Delhi"]),
        ("from Washington, D.C., to Oslo", ["Washington, D.C.", "Oslo"]),
        ("Oslo, Paris", ["Oslo", "Paris"]),
        ("Kazakh-Uzbek trade", ["Kazakh", "Uzbek"]),
        ("Mazar-i-Sharif airport", ["Mazar-i-Sharif"]),
        ("the former Soviet republics", ["former Soviet republics"]),
        ("all of Central Asian states", ["Central Asian states"]),
        ("South\u00a0Asia", ["South Asia".replace(" ", "\u00a0")]),
        ("oslo and us", []),
        ("NZ$5 for US$3 of Oslo", ["Oslo"]),
        ("through Northern Iraq", ["Iraq"]),
        ("the Northern District", ["Northern District"]),
    ],
)
def test_the_longest_name_is_found(text: str, names: list[str]) -> None:
    assert surfaces(text) == names


def test_generic_words_after_a_name_are_left_out_of_the_mention() -> None:
    airfield = Feature(
        id="alfa",
        layer_id="bases",
        name="Oslo military base",
        kind="base",
        geometry=Point(10, 60),
        precision=Precision.SITE,
        uncertainty_m=1,
        status="",
        sources=(),
        confidence="low",
    )
    known = GAZETTEER.with_features([airfield], [Collection("fells", "northern fells", ())])
    names = list(recognise(sentence("the Oslo military base and northern fells"), known))
    assert [name.surface for name in names] == ["Oslo", "northern fells"]
    assert names[0].entries[0].place.feature_id == "alfa"
