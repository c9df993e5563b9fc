from __future__ import annotations

import pytest

from tests.linking.world import link, quotes, targets

DESCRIBED = (
    ("The first conference opened in Geneva on June 30, 2012.", "", "geneva-2012"),
    (
        "Last January the sponsors gathered in the Kazakh capital for talks.",
        "2017-11-02",
        "astana-2017-01",
    ),
    (
        "A conference in the Uzbek capital on 26 and 27 March went well.",
        "2018-04-01",
        "tashkent-2018",
    ),
    ("At the end of July, Muttaqi travelled to Tashkent.", "2022-08-03", "tashkent-2022"),
    ("Uzbekistan hosted a conference last month.", "2018-04-10", "tashkent-2018"),
    (
        "It is three years since Zarif and Kerry signed the deal in Vienna.",
        "2018-07-20",
        "vienna-2015",
    ),
    ("On Monday the delegations flew to Geneva.", "2016-02-04", "geneva-2016"),
    ("Russia and Turkey signed an agreement in Astana in May.", "2017-06", "astana-2017-05"),
    ("The talks in Kazakhstan on Monday and Tuesday ended early.", "2017-01-26", "astana-2017-01"),
    (
        "In January 2017, negotiations between Russia, Turkey and Iran began.",
        "2018",
        "astana-2017-01",
    ),
    ("Kerry and Zarif reached the deal in July 2015.", "2018", "vienna-2015"),
    ("The conference in Tashkent was a success.", "2022-08-15", "tashkent-2022"),
)
NOT_DESCRIBED = (
    ("The next round will be held in Vienna, not Geneva.", "2014-01-20"),
    ("They met in Geneva in March 2015.", "2016"),
    ("He said in January 2014 that talks with the rebels in Geneva were pointless.", "2020"),
    ("The envoy lives in Geneva.", "2014-01-25"),
    ("Shells fell on Geneva on 30 June 2012.", "2012-07"),
    ("He flew to Geneva on 30 June 2012.", "2012-07"),
    ("Switzerland hosted a cricket match in January 2014.", "2014-02"),
    ("Turkey and Russia agreed on talks with Iran.", "2017-02"),
    ("The parties meet in Geneva.", ""),
    ("The talks in Geneva go on.", "2019"),
    ("The United States has a deal with Iran on prisoners.", "2016-07"),
    ("Talks on the war in Kazakhstan stalled.", "2017-02"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When the Taliban came to Tashkent on July 25, it rained.", ["tashkent-2022"]),
        ("The Taliban travelled to the Uzbek capital on July 25.", ["tashkent-2022"]),
        ("On July 26 the African Union came to Tashkent for a day.", ["tashkent-2022"]),
        ("The German chancellor came to Tashkent on July 25.", []),
        ("When the Taliban came to Tashkent in July, it rained.", []),
        ("When the Taliban came to Tashkent on July 20, it rained.", []),
        ("A caravan came to Tashkent on July 25, and the Taliban heard of it.", []),
    ],
)
def test_an_organisation_that_comes_on_the_day_comes_to_meet(
    text: str, expected: list[str]
) -> None:
    assert targets(text, "2022-09-10") == expected


@pytest.mark.parametrize(("text", "published", "target"), DESCRIBED)
def test_place_event_and_date_describe_a_meeting(text: str, published: str, target: str) -> None:
    assert targets(text, published) == [target]


@pytest.mark.parametrize(("text", "published"), NOT_DESCRIBED)
def test_what_is_denied_or_of_another_date_or_no_meeting_is_no_support(
    text: str, published: str
) -> None:
    assert targets(text, published) == []


def test_the_reason_says_how_the_date_was_read() -> None:
    [found] = link("Envoys met in Geneva on January 22.", "2014-02-10")
    assert "‘January 22’ read as 22 January 2014" in found.reason
    assert found.method == "meeting-description"


def test_the_matches_are_the_words_that_made_the_link() -> None:
    text = "At last, envoys met in Geneva on January 22."
    assert quotes(link(text, "2014-02-10"), text) == [["met", "Geneva", "January 22"]]


def test_two_meetings_in_one_sentence_share_out_the_dates() -> None:
    text = "After the Geneva conference of January 2014 they met in Astana in January 2017."
    assert targets(text, "2018") == ["astana-2017-01", "geneva-2014"]


def test_a_meeting_put_off_is_known_by_the_day_it_was_announced_for() -> None:
    assert targets("A conference in Paris is due on April 9.", "2019-04-02") == ["paris-2019"]


def test_of_two_that_fit_alike_none_is_chosen() -> None:
    assert targets("They met in Astana in 2017.", "2018") == []


def test_a_list_of_participants_tells_which_meeting_is_meant() -> None:
    text = "A new format is about to meet: Russia, Turkey and Iran."
    assert targets(text, "2017-01-15") == ["astana-2017-01"]


def test_a_date_that_fits_nothing_stands_against_every_place_of_its_event() -> None:
    text = "Many have thought in Vienna that envoys might meet on Austrian soil next month."
    assert targets(text, "2015-07-20") == []
    assert targets(text.replace(" next month", ""), "2015-07-20") == ["vienna-2015"]
