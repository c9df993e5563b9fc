from __future__ import annotations

from dataclasses import replace
from datetime import date

from groundtext.dates.windows import Window
from groundtext.linking.defaults import describe
from groundtext.linking.profiles import leaves_of, profile_meeting
from groundtext.model import Collection, LonLat
from tests.linking.world import layer, meeting


def test_a_profile_tells_participants_from_persons_and_words() -> None:
    profile = profile_meeting(meeting("m", "Secret US-Taliban talks with Ghani", "Paris", "2019"))
    assert profile.participants == {"US", "taliban"}
    assert profile.persons == {"ghani"}
    assert "secret" in profile.words


def test_the_title_of_the_source_counts_and_its_dates_do_not() -> None:
    note = (
        "In the words of the facts: title “Six-party talks (RU,CN) of 9 May 2019”, status “held”."
    )
    profile = profile_meeting(
        meeting("m", "Talks until Friday, 9 May 2019", "Paris", "2019-05-09", note=note)
    )
    assert profile.participants == {"RU", "CN"}
    assert {"6", "six"} <= profile.words
    assert profile.words.isdisjoint({"9", "friday", "may", "2019"})


def test_a_meeting_without_an_end_lasts_as_long_as_its_start_allows() -> None:
    profile = profile_meeting(meeting("m", "Talks", "Paris", "2019-05"))
    assert profile.window == Window(date(2019, 5, 1), date(2019, 5, 31))


def test_a_venue_is_in_the_settlement_around_it() -> None:
    profile = profile_meeting(meeting("m", "Talks", "Paris", "2019"))
    assert profile.is_at(LonLat(2.13, 48.80))
    assert not profile.is_at(LonLat(4.83, 45.76))


def test_a_circle_of_collections_is_walked_once() -> None:
    collections = {"a": Collection("a", "A", ("b", "x")), "b": Collection("b", "B", ("a", "y"))}
    assert leaves_of("a", collections) == {"x", "y"}


def test_what_was_there_for_days_is_a_meeting_whatever_it_is_called() -> None:
    events = [
        replace(meeting("a", "Naming of the candidate", "Paris", "2022-05-16"), kind="launch"),
        replace(meeting("b", "Ruling", "Paris", "2022-05-16/2022-05-18"), kind="ruling"),
    ]
    described = describe(layer("own", "point", ""), events)
    assert (described.form, described.nouns[:2]) == ("meeting", ("launch", "launches"))
    lasting = [replace(each, valid_to="2024") for each in events]
    assert describe(layer("own", "point", ""), lasting).form == "base"
