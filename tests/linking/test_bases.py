from __future__ import annotations

import pytest

from groundtext.linking import Linker
from groundtext.model import LonLat
from tests.linking.world import (
    LAYERS,
    base,
    document,
    link,
    passages_of,
    quotes,
    targets,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US flies drones from air bases in Niger.", ["bases-us-niger"]),
        ("American air bases in the Sahel are closing.", ["bases-us-niger"]),
        ("Russia will keep its bases in Syria.", ["bases-russian-syria"]),
        ("Russia keeps an air base in Syria.", ["hmeimim"]),
        ("Russia keeps a base in Syria.", ["bases-russian-syria"]),
        ("The Americans have a base in Djibouti.", ["lemonnier"]),
        ("In Djibouti, China keeps a naval base.", ["doraleh"]),
        ("China’s base in Djibouti is new.", ["doraleh"]),
        ("The US had the use of bases in Kenya.", ["us-access-kenya"]),
        ("A base used by France in Niger was shut.", ["base-101"]),
        ("A military base of the US in Agadez was shut.", ["base-201"]),
        ("In July Chad armed Haftar, who had bases in Chad.", ["bases-haftar-chad"]),
        (
            "The US keeps a base in Djibouti, and China has opened its own base there.",
            ["doraleh", "lemonnier"],
        ),
        (
            "The United States ran bases in Djibouti and Niger.",
            ["bases-us-niger", "lemonnier"],
        ),
    ],
)
def test_operator_noun_and_host_describe_bases(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "France and Germany have no bases in Niger.",
        "The US denied that it wanted a base in Djibouti.",
        "Germany has a base in Djibouti.",
        "There is a military base in Djibouti.",
        "The Taliban have a support base in Djibouti.",
        "The US military presence in Djibouti grew.",
        "The US uses a base in Turkey.",
        "The US spoke of bases.",
    ],
)
def test_what_is_denied_or_lacks_operator_or_host_describes_none(text: str) -> None:
    assert targets(text) == []


def test_the_reason_names_noun_operator_and_host() -> None:
    text = "In Africa the US keeps a base in Djibouti."
    [found] = link(text)
    assert found.reason == "‘base in Djibouti’: base + operator US + host Djibouti"
    assert quotes([found], text) == [["US", "base", "Djibouti"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The adjective is the host's where somebody else is said to be there.
        ("Russia flew for years from a Syrian air base.", ["hmeimim"]),
        ("Russia criticised a Turkish air base.", []),
        ("American crews left the Djiboutian base.", ["lemonnier"]),
        ("American crews left a Chadian base.", []),
        ("The US closed its Nigerien bases.", ["bases-us-niger"]),
        ("France closed its Syrian bases.", []),
        # All that an operator has on the map, if one collection holds it.
        ("Russia’s bases to the south are a hedge.", ["bases-russian-syria"]),
        ("America’s bases to the south are a hedge.", []),
        ("Russia’s bases in Libya are a rumour.", []),
        # Its only one, where bases are spoken of.
        ("The US keeps a base in Djibouti. The Chinese base is near.", ["doraleh", "lemonnier"]),
        ("Trade is brisk. The Chinese base is near.", []),
        # One that stands for a base, where bases are spoken of in the same breath.
        (
            "Russia’s bases are old, and the Chinese one is new.",
            ["bases-russian-syria", "doraleh"],
        ),
        ("Russia’s schools are old, and the Chinese one is new.", []),
        # The only one of a country.
        ("The Turkish base is large.", ["incirlik"]),
        ("A Turkish base is large.", []),
        ("Planes came from the base in Turkey.", ["incirlik"]),
        ("Planes came from the base in Syria.", []),
        # "With" says whom it was agreed with, not who runs it.
        ("Russia signed a paper with the Syrians for a base in Syria.", ["bases-russian-syria"]),
        # "Ones" after bases are bases.
        (
            "Of all the foreign bases, the Russian ones in Syria are the oldest.",
            ["bases-russian-syria"],
        ),
        ("Of all the foreign cars, the Russian ones in Syria are the oldest.", []),
        # After a sentence about both states.
        ("China wooed Djibouti for years. The base was opened in 2017.", ["doraleh"]),
        ("China wooed Chad for years. The base was opened in 2017.", []),
        ("China wooed Djibouti for years. The base of the hill is sand.", []),
    ],
)
def test_owners_hosts_and_what_is_said_once(text: str, expected: list[str]) -> None:
    assert sorted(set(targets(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The French air detachment in Gabon is busy.", ["wing"]),
        ("France has a detachment in Gabon.", ["wing"]),
        ("The French detachment in Chad is busy.", []),
        ("The German detachment in Gabon is busy.", []),
    ],
)
def test_what_the_layers_call_a_base_is_a_noun_for_it(text: str, expected: list[str]) -> None:
    wing = base("wing", "France", "GA", LonLat(9.4, 0.4), kind="air detachment")
    links = Linker(LAYERS, (wing,), ()).link(document(text), passages_of(text), ())
    assert [one.target_id for one in links] == expected
