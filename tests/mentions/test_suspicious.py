from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.mentions.suspicious import suspicious_names
from tests.mentions.world import GAZETTEER, document, mentions_of, names_in

CYRILLIC_O = "\u043e"
ZERO_WIDTH = "\u200b"


@pytest.mark.parametrize(
    ("spelt", "plain", "sign"),
    [
        (f"M{CYRILLIC_O}scow", "Moscow", "U+043E cyrillic small letter o"),
        (f"Mos{ZERO_WIDTH}cow", "Moscow", "U+200B zero width space"),
        ("\u202eMoscow\u202c", "Moscow", "U+202E right-to-left override"),
        ("\u039aabul", "Kabul", "U+039A greek capital letter kappa"),
    ],
)
def test_a_word_that_looks_like_a_place_is_reported_and_not_matched(
    spelt: str, plain: str, sign: str
) -> None:
    text = f"The envoys flew to {spelt} on Monday."
    (reported,) = suspicious_names(document(text), GAZETTEER)
    assert f"looks like \u2018{plain}\u2019" in reported.reason
    assert sign in reported.reason
    assert "at character 19" in reported.reason
    assert names_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The envoys flew to Moscow on Monday.",
        "\u041c\u043e\u0441\u043a\u0432\u0430 is what Russians write.",
        "The co\u00adoperation went on.",
        f"A w{CYRILLIC_O}rd that is no place.",
        "\u202a",
    ],
)
def test_other_scripts_and_other_words_are_nothing_suspicious(text: str) -> None:
    assert suspicious_names(document(text), GAZETTEER) == ()


def test_a_name_before_a_zero_width_space_is_a_name() -> None:
    text = f"The envoys left Moscow{ZERO_WIDTH}, then Kabul{ZERO_WIDTH}."
    assert names_in(text) == ["Moscow", "Kabul"]
    assert suspicious_names(document(text), GAZETTEER) == ()


def test_many_suspicious_names_are_counted_not_listed() -> None:
    text = f"M{CYRILLIC_O}scow " * 25
    reported = suspicious_names(document(text), GAZETTEER)
    assert len(reported) == 21
    assert reported[-1].reason == "and 5 more such names."


HOSTILE = st.lists(
    st.sampled_from(("Kabul", "Moscow", "Paris", "U.S.", "Tex.", "O\u2019", "("))
    | st.sampled_from((", ", " ", "-", "\n", "\0", ZERO_WIDTH, "\u202e", "\u0301", CYRILLIC_O)),
    max_size=30,
).map("".join)


@given(HOSTILE)
@settings(deadline=None)
def test_mentions_of_hostile_texts_are_slices_in_order(text: str) -> None:
    found = mentions_of(text)
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
