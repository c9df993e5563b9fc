from __future__ import annotations

import pytest

from tests.linking.world import link, quotes, targets


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
