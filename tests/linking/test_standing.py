"""Meetings that a text takes as known, and those that a report or a host's day tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.linking.profiles import profile_meeting
from tests.linking.world import (
    COLLECTIONS,
    FEATURES,
    LAYERS,
    document,
    meeting,
    mentions_in,
    targets,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.model import Feature, Mention

REPORTED = meeting("tashkent-2021", "Afghan meeting", "Tashkent", "2021-07-25/2021-07-26")
LONG = meeting("vienna-long", "Talks of the neighbours", "Vienna", "2014-01-01/2014-12-20")


def last(text: str, published: str = "") -> list[str]:
    """Return what the last sentence supports."""
    read = document(text, published)
    passages = split_passages(read)
    linker = Linker(LAYERS, (*FEATURES, LONG, REPORTED), COLLECTIONS)
    found = linker.link(read, passages, as_written(text))
    return [one.target_id for one in found if one.span == passages[-1].span]


def found_in(text: str, published: str, features: Sequence[Feature]) -> list[str]:
    """Return what a text supports of some meetings."""
    read = document(text, published)
    links = Linker(LAYERS, features, ()).link(read, split_passages(read), mentions_in(text))
    return [one.target_id for one in links]


def as_written(text: str) -> tuple[Mention, ...]:
    """Return the names of a text, also where capitals head a report."""
    found = mentions_in(text.replace("TASHKENT", "Tashkent"))
    return tuple(replace(one, text=text[one.span.start : one.span.end]) for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody had read the memorandum that was signed.", ["grain-2022"]),
        ("Nobody had read the memorandum of the bank.", []),
        ("Nobody had read a memorandum.", []),
        ("Nobody had read the agreement.", []),
        ("Nobody had read the Danish memorandum.", []),
    ],
)
def test_a_paper_is_the_only_one_called_so_by_those_who_are_spoken_of(
    text: str, expected: list[str]
) -> None:
    features = [meeting("grain-2022", "Memorandum of Kenya and Norway", "Vienna", "2022-07-22")]
    assert found_in(f"Norway sells fish. {text}", "2023", features) == expected
    assert found_in(f"Chile sells copper. {text}", "2023", features) == []


def test_what_was_signed_there_is_the_only_agreement_there() -> None:
    features = [
        meeting("grain-2022", "Memorandum of Kenya and Norway", "Vienna", "2022-07-22"),
        meeting("visit-2023", "Visit of the king", "Vienna", "2023-01-11"),
    ]
    assert found_in("It was signed in Vienna.", "2022-12", features) == ["grain-2022"]
    assert found_in("It was signed in Vienna.", "2021-12", features) == []
    assert found_in("It was signed in Vienna.", "2022-12", features[1:]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In July Kenya and Norway signed an accord.", ["grain-2022"]),
        ("In July Kenya and Norway held a fair.", []),
        ("In July Kenya signed an accord.", []),
        ("In July Kenya, Norway and Chile signed an accord.", ["grain-2022"]),
        ("In June Kenya and Norway signed an accord.", []),
    ],
)
def test_two_who_signed_in_its_month_tell_an_agreement(text: str, expected: list[str]) -> None:
    features = [meeting("grain-2022", "Memorandum of Kenya and Norway", "Vienna", "2022-07-22")]
    assert found_in(text, "2022-12-01", features) == expected


def test_who_is_meeting_in_a_state_is_at_the_talks_that_are_going_on_there() -> None:
    text = "Kenyan and Norwegian diplomats have been meeting in Austria."
    features = [meeting("talks", "Contacts of Kenya and Norway", "Vienna", "2022-03-01/2022-12-20")]
    assert found_in(text, "2022-07", features) == ["talks"]
    assert found_in(text, "2023-02", features) == []
    assert found_in("Chilean diplomats have been meeting in Austria.", "2022-07", features) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was bound by the Iranian deal.", ["iran-2015"]),
        ("Nobody was bound by the Danish deal.", []),
        ("Nobody was bound by an Iranian deal.", []),
        ("Nobody was bound by the deal.", []),
    ],
)
def test_the_agreement_is_the_one_of_which_the_text_has_spoken(
    text: str, expected: list[str]
) -> None:
    features = [meeting("iran-2015", "Nuclear deal with Iran", "Vienna", "2015-07-14")]
    whole = f"Iran signed the deal in Vienna in July 2015. {'Rain fell. ' * 9}{text}"
    read = document(whole, "2018")
    passages = split_passages(read)
    found = Linker(LAYERS, features, ()).link(read, passages, mentions_in(whole))
    assert [one.target_id for one in found if one.span == passages[-1].span] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("A clerk spoke on the margins of the conference.", "2014-02-01", ["geneva-2014"]),
        ("A clerk spoke on the margins of the conference.", "2014-02-10", []),
        ("A clerk spoke in the conference room.", "2014-02-01", []),
        ("A clerk spoke at the conference of bakers.", "2014-02-01", []),
        ("A clerk spoke at a conference.", "2014-02-01", []),
    ],
)
def test_in_the_news_of_the_day_the_meeting_is_what_the_news_is_about(
    text: str, published: str, expected: list[str]
) -> None:
    opening = "Envoys of Syria met in Geneva on January 31. Rain fell. It snowed. It froze."
    assert last(f"{opening} {text}", published) == expected


def test_an_agreement_of_which_nothing_was_said_is_none() -> None:
    assert last("Rain fell. The deal is dead.", "2018") == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("In Vienna the delegations ate apart.", "2014-05-02", ["vienna-long"]),
        ("In Vienna the delegations ate apart.", "2016-05-02", []),
        ("In Vienna the tourists ate apart.", "2014-05-02", []),
        ("In Paris the delegations ate apart.", "2014-05-02", []),
    ],
)
def test_delegations_in_the_town_of_long_talks_are_those_that_hold_them(
    text: str, published: str, expected: list[str]
) -> None:
    assert last(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Muttaqi’s trip changed little.", "2022-08-10", ["tashkent-2022"]),
        ("Muttaqi’s trip changed little.", "2025-08-10", []),
        ("Miller’s trip changed little.", "2022-08-10", []),
        ("Muttaqi’s brother changed little.", "2022-08-10", []),
    ],
)
def test_a_trip_is_that_of_who_made_it(text: str, published: str, expected: list[str]) -> None:
    assert targets(text, published) == expected


REPORT = (
    "TASHKENT, July 27 (Agency) – Envoys of Afghanistan praised a day of talks with the West. "
    "Bread was dear in the shops. It rained for an hour. "
)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (f"{REPORT}The delegates slept.", "2021-07-27", ["tashkent-2021"]),
        (f"{REPORT}Guests from Oman took part.", "2021-07-27", ["tashkent-2021"]),
        (f"{REPORT}The poets slept.", "2021-07-27", []),
        (f"{REPORT}In Paris the delegates slept.", "2021-07-27", []),
        (f"{REPORT}The delegates slept.", "2021-12-27", []),
    ],
)
def test_a_report_tells_of_the_meeting_there_that_has_just_ended(
    text: str, published: str, expected: list[str]
) -> None:
    assert last(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 23 January 2017 Kazakhstan seated Russian elders by Turkish ones.",
            ["astana-2017-01"],
        ),
        ("On 23 January 2017 Kazakhstan fined Russian elders and Turkish ones.", []),
        ("On 25 January 2017 Kazakhstan seated Russian elders by Turkish ones.", []),
        ("On 23 January 2017 Belarus seated Russian elders by Turkish ones.", []),
    ],
)
def test_on_its_day_a_host_holds_its_meeting(text: str, expected: list[str]) -> None:
    features = [
        meeting("astana-day", "Talks", "Astana", "2017-01-23"),
        *(one for one in FEATURES if one.id != "astana-2017-01"),
    ]
    assert found_in(text, "2019", features) == [each.replace("2017-01", "day") for each in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January 2017 Russia sat down with Turkish and Iranian envoys.", ["astana-2017-01"]),
        ("In January 2017 Russia invited Turkey and Iran.", ["astana-2017-01"]),
        ("In January 2017 Russia sat down with Turkish envoys.", []),
        ("In March 2017 Russia sat down with Turkish and Iranian envoys.", []),
        ("In January 2017 Russia fought with Turkish and Iranian grain.", []),
    ],
)
def test_all_who_came_and_the_month_tell_a_meeting(text: str, expected: list[str]) -> None:
    assert targets(text, "2019") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Afghans spoke when the talks opened on 25 July 2022.", ["tashkent-2022"]),
        ("Afghans sang when the talks opened on 24 July 2022.", []),
        ("Danes sang when the talks opened on 25 July 2022.", []),
    ],
)
def test_the_first_day_of_talks_and_who_came_tell_them(text: str, expected: list[str]) -> None:
    features = [meeting("tashkent-2022", "Afghan meeting", "Tashkent", "2022-07-25/2022-07-26")]
    assert profile_meeting(features[0]).window == (date(2022, 7, 25), date(2022, 7, 26))
    assert found_in(text, "2023", features) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "All agreed at an African Union summit that nobody leaves.",
            "2012-10-01",
            ["union-2012"],
        ),
        ("All agreed at African Union summits that nobody leaves.", "2012-10-01", []),
        ("All agreed at an African Union summit that nobody leaves.", "2019-10-01", []),
        (
            "All agreed at an African Union summit in Paris that nobody leaves.",
            "2012-10-01",
            [],
        ),
        ("All agreed at a village summit that nobody leaves.", "2012-10-01", []),
    ],
)
def test_the_only_meeting_of_an_organisation_needs_no_day(
    text: str, published: str, expected: list[str]
) -> None:
    features = [meeting("union-2012", "African Union summit on drought", "Geneva", "2012-05-20")]
    assert found_in(text, published, features) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("In Astana they brought together Turkey, Iran, Iraq and Oman.", "2017-02-05", ["four"]),
        ("In Astana they brought together Turkey and Iran.", "2017-02-05", []),
        ("In Astana they brought together Turkey, Iran, Iraq and Oman.", "2019-02-05", []),
        ("In Vienna they brought together Turkey, Iran, Iraq and Oman.", "2017-02-05", []),
        ("In Astana they sold to Turkey, Iran, Iraq and Oman.", "2017-02-05", []),
    ],
)
def test_a_town_and_all_who_came_tell_a_recent_meeting(
    text: str, published: str, expected: list[str]
) -> None:
    features = [meeting("four", "Turkey-Iran-Iraq-Oman", "Astana", "2017-01-23")]
    assert found_in(text, published, features) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody was bound by the grain deal.", ["grain"]),
        ("Nobody was bound by a grain deal.", []),
        ("Nobody was bound by the coal deal.", []),
        ("Nobody was bound by the Danish grain deal.", []),
        ("Nobody ate the grain.", []),
    ],
)
def test_an_agreement_is_known_by_what_it_is_about(text: str, expected: list[str]) -> None:
    features = [
        meeting("grain", "Agreement on grain", "Vienna", "2022-07-22"),
        meeting("talks", "Talks on grain", "Geneva", "2022-07-13"),
    ]
    assert found_in(text, "2023", features) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The third round of talks between Kenya and Norway is off.", ["third"]),
        ("The third round between the Kenyans and the Norwegians is off.", ["third"]),
        ("The third round of talks between Kenya and Chile is off.", []),
        ("The third round of talks on Kenya and Norway is off.", []),
        ("The fourth round of talks between Kenya and Norway is off.", []),
    ],
)
def test_a_round_is_told_by_its_number_and_by_those_between_whom_it_was(
    text: str, expected: list[str]
) -> None:
    features = [
        meeting("second", "Second round of talks of Kenya and Norway", "Vienna", "2014-05-02"),
        meeting("third", "Third round of talks of Kenya and Norway", "Vienna", "2014-06-02"),
    ]
    assert found_in(text, "2016", features) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Vienna on 1 January 2014.", ["vienna-long"]),
        ("On 1 January 2014 delegates gathered in Vienna.", ["vienna-long"]),
        ("They met in Vienna on 2 January 2014.", []),
        ("They met in Vienna in January 2014.", []),
    ],
)
def test_long_talks_are_meant_on_the_day_on_which_they_began(
    text: str, expected: list[str]
) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Austria, as host, spoke of the weather.", ["talks"]),
        ("Austria, as the host of a ball, spoke of the weather.", ["talks"]),
        ("Austria, as ever, spoke of the weather.", []),
        ("Chile, as host, spoke of the weather.", []),
    ],
)
def test_who_is_the_host_held_the_meeting_of_which_the_text_has_spoken(
    text: str, expected: list[str]
) -> None:
    features = [
        meeting("talks", "Contacts of Kenya and Norway", "Vienna", "2014-05-02"),
        meeting("other", "Contacts of Kenya and Chile", "Geneva", "2013-05-02"),
    ]
    before = f"They met in Vienna on 2 May 2014. {'Rain fell. ' * 5}"
    assert found_in(f"{before}{text}", "2016", features)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 2 May 2014, in Vienna, three of them put a price on water.", ["talks"]),
        ("On 3 May 2014, in Vienna, three of them put a price on water.", []),
        ("In May 2014, in Vienna, three of them put a price on water.", ["talks"]),
        ("In May 2014, in Vienna, the bank put a price on water.", []),
        ("On 2 May 2014, in Vienna, the bank put a price on water.", []),
    ],
)
def test_its_very_day_with_the_year_tells_what_was_at_a_place(
    text: str, expected: list[str]
) -> None:
    features = [
        meeting("talks", "Contacts of Kenya and Norway", "Vienna", "2014-05-02"),
        meeting("other", "Contacts of Kenya and Chile", "Vienna", "2013-05-02"),
    ]
    assert found_in(text, "2016", features) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Vienna late last month.", ["new"]),
        ("They are to meet in Vienna next month.", []),
        ("They met in Vienna last April.", ["new"]),
        ("They met in Vienna in April.", []),  # of either year
    ],
)
def test_what_is_counted_from_the_publication_is_in_no_other_year(
    text: str, expected: list[str]
) -> None:
    features = [
        meeting("old", "Contacts of Kenya and Norway", "Vienna", "2016-04-27"),
        meeting("older", "Contacts of Kenya and Norway", "Vienna", "2016-06-10"),
        meeting("new", "Contacts of Kenya and Norway", "Vienna", "2019-04-25"),
    ]
    before = "Kenya and Norway had been at odds in 2016."
    assert found_in(f"{before} {text}", "2019-05-29", features) == expected


def test_of_two_aprils_the_one_spoken_of_last_is_meant() -> None:
    features = [
        meeting("old", "Contacts of Kenya and Norway", "Vienna", "2016-04-27"),
        meeting("new", "Contacts of Kenya and Norway", "Geneva", "2019-04-25"),
    ]
    text = "They met in Vienna on 27 April 2016. They met in Geneva on 25 April 2019."
    assert found_in(f"{text} The April talks were short.", "2020", features)[2:] == ["new"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May envoys of the government in Geneva came to Vienna.", ["talks"]),
        ("In May envoys came to Vienna for a visit of Geneva.", ["talks"]),
    ],
)
def test_where_a_government_is_was_no_meeting(text: str, expected: list[str]) -> None:
    features = [meeting("talks", "Contacts of Kenya and Norway", "Vienna", "2015-05-07")]
    assert found_in(text, "2015-12", features) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister told the hall that he was tired.", ["talks"]),
        ("The minister attended the ceremony.", ["talks"]),
        ("The minister told the press that he was tired.", []),
        ("The minister attended a ceremony.", []),
    ],
)
def test_who_told_the_hall_was_at_the_meeting_that_the_news_is_about(
    text: str, expected: list[str]
) -> None:
    features = [meeting("talks", "Contacts of Kenya and Norway", "Vienna", "2014-05-02")]
    before = f"They met in Vienna on Friday. {'Rain fell. ' * 4}"
    assert found_in(f"{before}{text}", "2014-05-03", features)[1:] == expected
    assert found_in(f"{before}{text}", "2014-06-20", features) == []
