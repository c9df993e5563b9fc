from __future__ import annotations

import pytest

from tests.linking.world import link, targets

DAYS: tuple[tuple[str, list[str]], ...] = (
    ("On 25 July 2022 Muttaqi spoke for an hour.", ["tashkent-2022"]),
    ("It was Kerry who, on 14 July 2015, closed the nuclear file.", ["vienna-2015"]),
    ("On 22 January 2014 a delegation of rebels was received by the hosts.", ["geneva-2014"]),
    ("A guard recalled how, on 24 January 2017, envoys filled the lobby.", ["astana-2017-01"]),
    ("On 25 July 2021 Muttaqi spoke for an hour.", []),
    ("In Paris, on 25 July 2022, Muttaqi spoke for an hour.", []),
    ("On 22 January 2014 rain fell on the camp.", []),
    ("In January 2014 a delegation of rebels was received by the hosts.", []),
    ("Before 22 January 2014 a delegation of rebels was received there.", []),
)
MONTHS: tuple[tuple[str, list[str]], ...] = (
    ("Turkey stayed away from the January round.", ["astana-2017-01"]),
    ("Nobody had read the January meeting right.", ["astana-2017-01"]),
    ("Turkey stayed away from January’s agreement.", ["astana-2017-01"]),
    ("In May, the three signed an agreement.", ["astana-2017-05"]),
    ("Turkey stayed away from the March round.", []),
    ("The January frost was hard.", []),
    ("In March, the three signed an agreement.", []),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January it was a trio, of Russia, Iran and Turkey at a table.", ["astana-2017-01"]),
        ("By the end of January, when Russia, Iran and Turkey were at one table, it thawed.",
         ["astana-2017-01"]),
        ("Russia, Turkey and Iran had shared a table in January.", ["astana-2017-01"]),
        ("In January it was a trio, with Russia, Iran and China at the table.", []),
        ("In March it was a trio, of Russia, Iran and Turkey at the table.", []),
        ("By the end of January Russia, Iran and Turkey were at one table.", []),
        ("In January Russia, Iran and Turkey bought wheat.", []),
        ("In January, in Paris, it was a trio, of Russia, Iran and Turkey at the table.", []),
    ],
)  # fmt: skip
def test_those_who_came_tell_a_meeting_of_a_series(text: str, expected: list[str]) -> None:
    opening = "The agreement of 3 May 2017 was signed in Astana."
    assert targets(f"{opening} Rain fell on the river. {text}", "2017-06-10")[1:] == expected


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_and_what_is_told_of_it_need_no_place(text: str, expected: list[str]) -> None:
    assert targets(text, "2023-05") == expected


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_a_month_means_one_of_the_series_just_spoken_of(text: str, expected: list[str]) -> None:
    opening = "The talks in Astana on 23 January 2017 were polite."
    assert targets(f"{opening} {text}", "2017-06-10") == ["astana-2017-01", *expected]


def test_the_reason_says_that_no_place_is_named() -> None:
    [found] = link("On 25 July 2022 Muttaqi spoke for an hour.", "2023-05")
    assert "‘muttaqi’, no place" in found.reason
    assert found.method == "meeting-date"
