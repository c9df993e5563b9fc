from __future__ import annotations

import pytest

from tests.linking.world import link, targets

OPENING = "Envoys met in Geneva on January 22."


@pytest.mark.parametrize(
    "sentence",
    [
        "The conference broke up after a week.",
        "Nobody had expected much of these talks.",
        "Its purpose was to end the war.",
        "Switzerland had hosted envoys from forty states.",
    ],
)
def test_the_sentence_after_goes_on_about_the_meeting(sentence: str) -> None:
    assert targets(f"{OPENING} {sentence}", "2014-02-10") == ["geneva-2014"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks are rarely easy.",
        "The war went on.",
        "The talks in Paris went better.",
        "The conference of March 2003 had gone better.",
        "The Iranian conference went better.",
        "The agreement on grain ran out.",
        "Rain fell. It fell again. Then it snowed. The conference was over.",
    ],
)
def test_other_words_do_not_go_on_about_it(sentence: str) -> None:
    assert targets(f"{OPENING} {sentence}", "2014-02-10") == ["geneva-2014"]


def test_a_continuation_is_scored_lower_and_says_so() -> None:
    first, second = link(f"{OPENING} The conference broke up.", "2014-02-10")
    assert second.score < first.score
    assert "goes on about what came just before" in second.reason
    assert second.method == "continuation"


def test_two_of_those_present_bring_the_meeting_back() -> None:
    text = "Delegations met in Tashkent on July 25. Muttaqi thanked West."
    assert targets(text, "2022-08") == ["tashkent-2022"] * 2


def test_a_meeting_comes_back_within_three_sentences() -> None:
    text = f"{OPENING} Rain fell. The conference was over."
    assert targets(text, "2014-02-10") == ["geneva-2014"] * 2
