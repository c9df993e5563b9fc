from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import Collection, LonLat
from tests.linking.world import document, feature, layer, mentions_in, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They mean to send Russian gas to Germany.", ["nord-stream"]),
        ("The firm pipes the gas of Russia to Germany.", ["nord-stream"]),
        ("Ships bring Azerbaijani oil across Georgia to Turkey.", ["btc"]),
        ("They mean to send Russian grain to Germany.", []),
        ("They mean to send German gas to Russia.", []),
        ("Russian gas costs more than in Germany.", []),
        ("They mean to send Russian gas to China.", []),
        ("They sell Russian gas and send envoys to China.", []),
    ],
)
def test_what_flows_is_told_by_whose_it_is(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gas leaves Paris by the old Soviet pipes.", ["soviet"]),
        ("Gas leaves Paris by Soviet trunk lines.", ["soviet"]),
        ("Gas leaves Paris by pipelines of the Soviet era.", ["soviet"]),
        ("A Soviet smoked two pipes in Paris.", []),
        ("Gas leaves Paris by the pipes of old.", []),
    ],
)
def test_lines_are_told_by_the_state_of_their_time(text: str, expected: list[str]) -> None:
    pipe = feature("elbe", "lines", "Elbe", LonLat(10, 50), kind="gas pipeline", country="DE CZ")
    group = Collection("soviet", "Soviet-era gas pipelines", ("elbe",))
    linker = Linker((layer("lines", "line", "route", ("pipeline",)),), (pipe,), (group,))
    read = document(text)
    assert [
        one.target_id for one in linker.link(read, split_passages(read), mentions_in(text))
    ] == expected
