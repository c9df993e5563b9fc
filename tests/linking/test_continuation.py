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
        "It lasted nine days.",
        "Both delegations described it as a beginning.",
        "Delegates renewed their appeal.",
        "The two ministers parted as friends.",
        "Iran declined the invitation.",
        "Iran had not been invited.",
        "The Kurds stayed away.",
        "The communiqué spoke of hope.",
        "Saudi Arabia sent no delegation.",
        "Both sides had only agreed on a date.",
        "The rebels nearly called it off.",
        "The visit had been a short one.",
        "They adopted a paper on grain.",
        "At the end they called for a truce.",
        "On the last day a Swiss guard fainted.",
        "The ceremony was brief.",
        "The four powers declared that they wanted peace.",
        "The visitors complained of the cold.",
        "They resumed on a Monday.",
        "An old Swiss minister opened it.",
        "On the first day of the talks a bus burned in Paris.",
    ],
)
def test_the_sentence_after_goes_on_about_the_meeting(sentence: str) -> None:
    assert targets(f"{OPENING} {sentence}", "2014-02-10") == ["geneva-2014"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran declined the invitation to a ball.",
        "Iran declined an offer.",
        "A table costs its host little.",
        "Talks are rarely easy.",
        "The war went on.",
        "The talks in Paris went better.",
        "The Paris talks went better.",
        "The conference of March 2003 had gone better.",
        "The Iranian conference went better.",
        "The agreement on grain ran out.",
        "It rained.",
        "Iran had been invited to join a bank.",
        "The rebels stayed away from the river.",
        "The negotiations of the preceding years had cost less.",
        "Snow fell. Iran had not been invited.",
        "Syria said that its delegates were tired.",
        "Snow fell. It lasted nine days.",
        "They called off the search.",
        "They lived on bread.",
        "Snow fell. They adopted a paper on grain.",
        "They had adopted a dog.",
        "On the first day of spring a bus burned in Paris.",
        "On the first day of the rains a bus burned.",
        "Rain fell. It fell again. Then it snowed. The conference was over.",
    ],
)
def test_other_words_do_not_go_on_about_it(sentence: str) -> None:
    assert targets(f"{OPENING} {sentence}", "2014-02-10") == ["geneva-2014"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The gathering in Switzerland is forgotten.", ["geneva-2014"]),
        ("The talks in Switzerland cost a fortune.", ["geneva-2014"]),
        ("What the conference in Switzerland meant is unclear.", ["geneva-2014"]),
        ("The gathering in Kazakhstan is forgotten.", []),
        ("A gathering in Switzerland is planned.", []),
        ("He met a friend in Switzerland.", []),
    ],
)
def test_the_meeting_in_a_country_is_the_one_spoken_of(sentence: str, expected: list[str]) -> None:
    opening = "Envoys met in Geneva on January 22, 2014."
    text = f"{opening} Rain fell. It fell again. Then it snowed. And on. {sentence}"
    assert targets(text, "2016-02-10") == ["geneva-2014", *expected]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("It called for a truce. Iran had not been invited.", True),
        ("They signed nothing. The Kurds stayed away.", True),
        ("Rain fell. The Kurds stayed away.", False),
        ("Farmers waited. Iran had not been invited.", False),
    ],
)
def test_it_carries_the_meeting_over_a_sentence(text: str, *, goes_on: bool) -> None:
    found = targets(f"{OPENING} {text}", "2014-02-10")
    last = link(f"{OPENING} {text}", "2014-02-10")[-1]
    assert set(found) == {"geneva-2014"}
    assert (last.span.end == len(f"{OPENING} {text}")) is goes_on


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A diplomat who follows the talks shrugged.", []),
        ("A clerk familiar with the talks shrugged.", []),
        ("Sources close to the talks shrugged.", []),
        ("Nobody believed in the talks.", ["geneva-2014"]),
        ("A clerk at the talks shrugged.", ["geneva-2014"]),
        ("The talks had tired them.", ["geneva-2014"]),
    ],
)
def test_whoever_follows_the_talks_says_nothing_of_them(sentence: str, expected: list[str]) -> None:
    assert targets(f"{OPENING}\n\n{sentence}", "2014-02-10") == ["geneva-2014", *expected]


def test_one_meeting_is_not_what_a_group_was() -> None:
    text = "All the Geneva talks between 2012 and 2016 were long. The meeting broke up."
    assert targets(text, "2019") == ["geneva-talks"]


def test_a_continuation_is_scored_lower_and_says_so() -> None:
    first, second = link(f"{OPENING} The conference broke up.", "2014-02-10")
    assert second.score < first.score
    assert "goes on about what came just before" in second.reason
    assert second.method == "continuation"


def test_two_of_those_present_bring_the_meeting_back() -> None:
    text = "Delegations met in Tashkent on July 25. Muttaqi thanked West."
    assert targets(text, "2022-08") == ["tashkent-2022"] * 2


def test_a_meeting_comes_back_within_three_sentences() -> None:
    opening = "Envoys met in Geneva on January 22, 2014."
    text = f"{opening} Rain fell. The conference was over."
    assert targets(text, "2014-02-10") == ["geneva-2014"] * 2
