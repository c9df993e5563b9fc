"""Series of meetings, read against an invented forum, invented rounds, a hall and a small town."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from groundtext.documents import split_passages
from groundtext.linking import Linker
from groundtext.model import Candidate, Collection, LonLat, Mention, Place, Reading, Span
from tests.linking.world import LAYERS, document, feature, layer, meeting, mentions_in

DRIBURG = LonLat(9.02, 51.73)
HALL = LonLat(16.41, 48.23)
FEATURES = (
    meeting("lake-1", "Trilateral Lake Forum, first meeting", "Geneva", "2012-03-05"),
    meeting("lake-2", "Trilateral Lake Forum, second meeting", "Vienna", "2012-06-11"),
    meeting("lake-3", "Trilateral Lake Forum, third meeting", "Paris", "2012-10-02/2012-10-03"),
    meeting("grain-1", "Grain consultations", "Geneva", "2016-03-08"),
    meeting("grain-2", "Grain consultations", "Vienna", "2016-05-20"),
    meeting("grain-3", "Grain consultations", "Tashkent", "2016-07-14"),
    meeting("astana-1", "Cotton negotiations", "Astana", "2014-02-03"),
    meeting("astana-2", "Cotton negotiations of millers", "Astana", "2014-09-15"),
    replace(
        feature("driburg", "meetings", "Night of the ferrymen", DRIBURG, country="DE"),
        valid_from="2015-04-10",
        aliases=("Driburg talks",),
    ),
    replace(
        feature("hall-rally", "meetings", "Closing rally of the Greens", HALL, country="AT"),
        valid_from="2018-06-22",
    ),
    feature("hall", "halls", "Guild Hall", HALL, kind="hall", country="AT"),
)
COLLECTIONS = (
    Collection("lake", "Trilateral Lake Forum", ("lake-1", "lake-2", "lake-3")),
    Collection("grain", "Grain consultations", ("grain-1", "grain-2", "grain-3")),
    Collection("astana", "Astana negotiations on cotton", ("astana-1", "astana-2")),
)
LINKER = Linker((*LAYERS, layer("halls", "point", "")), FEATURES, COLLECTIONS)
DRIBURG_PLACE = Place("s:driburg", "Driburg", "settlement", "DE", DRIBURG, population=19_000)
FORUM_PLACE = Place("feature:lake", "Lake Forum", "forum", "", None, feature_id="lake")
HALL_PLACE = Place("feature:hall", "Guild Hall", "hall", "AT", HALL, feature_id="hall")


def targets(
    text: str, published: str = "2023-05", named: tuple[Place, ...] = (DRIBURG_PLACE, HALL_PLACE)
) -> list[str]:
    """The targets of a text, but for the hall that it names."""
    read = document(text, published)
    own = [
        Mention("report", Span(*found.span()), found[0], Reading.LITERAL, (Candidate(place, 0.9),))
        for place in named
        for found in re.finditer(place.name, text)
    ]
    mentions = sorted((*mentions_in(text), *own), key=lambda mention: mention.span)
    links = LINKER.link(read, split_passages(read), mentions)
    return [found.target_id for found in links if found.target_id != "hall"]


OPENING = "Envoys met in Geneva on 5 March 2012."
ORDINALS: tuple[tuple[str, list[str]], ...] = (
    ("The second round was no better.", ["lake-2"]),
    ("By the third meeting, in October 2012, nobody listened.", ["lake-3"]),
    ("The second, in June, was shorter.", ["lake-2"]),
    ("The last of these meetings, in Paris, ended early.", ["lake-3"]),
    ("The fourth meeting was put off for ever.", ["lake"]),
    ("By then the third meeting in Paris, on October 2, was forgotten.", ["lake-3"]),
    ("They met again, and the third, held in Paris, went badly.", ["lake-3"]),
    ("By then the third meeting in Paris, on May 2, was forgotten.", []),
    ("The second round of voting in Astana was no better.", []),
    ("By the third meeting, in October 2019, nobody listened.", []),
    ("The third man at the table was silent.", []),
    ("In the fifth round the boxer fell.", []),
    ("The second, third and fourth divisions marched.", []),
)
COLLECTIVES: tuple[tuple[str, list[str]], ...] = (
    ("The trilateral forum was an odd one.", ["lake"]),
    ("Could the three-nation process be revived?", ["lake"]),
    ("The four-nation process was another matter.", []),
    ("The trilateral border of the park is fenced.", []),
    ("The group of hikers went home.", []),
    ("A process of elimination followed.", []),
)
COUNTED: tuple[tuple[str, list[str]], ...] = (
    ("Two rounds in Astana in 2014 brought nothing.", ["astana"]),
    ("Two times in 2014 the dealers came to Astana.", ["astana"]),
    ("Three rounds in Astana in 2014 brought nothing.", []),
    ("Two rounds in Vienna in 2014 brought nothing.", []),
    ("Two rounds in Astana in 2019 brought nothing.", []),
    ("Two trains to Astana in 2014 were late.", []),
)
TOURS: tuple[tuple[str, list[str]], ...] = (
    ("In 2016 they conferred in Geneva, then in Vienna and finally in Tashkent.",
     ["grain-1", "grain-2", "grain-3"]),
    ("Throughout 2016 the talks went from Geneva, then Vienna, finally to Tashkent.",
     ["grain-1", "grain-2", "grain-3"]),
    ("In 2012 the forum sat in Geneva, then in Vienna, and finally in Paris.",
     ["lake-1", "lake-2", "lake-3"]),
    ("In 2019 they conferred in Geneva, then in Vienna and finally in Tashkent.", []),
    ("In 2016 the singer played in Tashkent, then in Vienna and finally in Geneva.", []),
    ("In 2016 the singer played in Geneva, then in Vienna.", []),
)  # fmt: skip
HOSTED: tuple[tuple[str, list[str]], ...] = (
    ("The negotiations that Astana began in 2014 went on.", ["astana"]),
    ("Nobody misses the negotiations which Astana has hosted.", ["astana"]),
    ("The Astana negotiations were a farce.", ["astana"]),
    ("The negotiations that Vienna began in 2014 went on.", []),
    ("The negotiations that Astana began in 2003 went on.", []),
    ("The Vienna negotiations were a farce.", []),
)
PLACES: tuple[tuple[str, list[str]], ...] = (
    ("The Driburg talks are a legend by now.", ["driburg"]),
    ("He spoke of the night at Driburg in April 2015. Driburg had changed him.", ["driburg"] * 2),
    ("Delegates sat down in Driburg on 10 April 2015. Why Driburg?", ["driburg"] * 2),
    ("Driburg has a spa.", []),
    ("Delegates sat down in Driburg on 10 April 2015. A village near Driburg burned.",
     ["driburg"]),
    ("Delegates sat down in Driburg on 10 April 2015. In 1950 Driburg had a mill.", ["driburg"]),
)  # fmt: skip
SITES: tuple[tuple[str, list[str]], ...] = (
    ("The Greens filled the Guild Hall in Vienna on 22 June 2018.", ["hall-rally"]),
    ("Their summit was at the Guild Hall in June 2018.", ["hall-rally"]),
    ("Their summit in Vienna on 22 June 2018 was at the Guild Hall.", ["hall-rally"]),
    ("The Greens filled the Guild Hall in Vienna on 22 June 2017.", []),
    ("The Guild Hall has a new roof.", []),
    ("Vienna was hot on 22 June 2016, and the Guild Hall was shut.", []),
)


@pytest.mark.parametrize(("text", "expected"), ORDINALS)
def test_an_ordinal_means_one_of_the_series_spoken_of(text: str, expected: list[str]) -> None:
    assert sorted(targets(f"{OPENING} {text}")) == sorted(["lake-1", *expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China sent guests to this second meeting of the Lake Forum.", ["lake-2"]),
        ("The third meeting of the Trilateral Lake Forum in Paris was its last.", ["lake-3"]),
        ("France has forgotten the first round of the Lake Forum.", ["lake-1"]),
        ("China left before the fourth meeting of the Lake Forum.", []),
        ("China sent guests to the third meeting of the Rail Forum.", []),
        ("The third meeting of the Lake Forum, in Geneva, was its last.", []),
    ],
)
def test_a_number_and_a_name_mean_the_meeting_that_has_both(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the Kazakh negotiations nobody won.", ["astana"]),
        ("The Kazakh negotiations were a school of patience.", ["astana"]),
        ("He left the Kazakh negotiations to others.", ["astana"]),
        ("The Austrian negotiations were a school of patience.", []),
        ("Kazakh negotiations are slow.", []),
        ("The Kazakh negotiations of 2003 were slow.", []),
    ],
)
def test_a_country_tells_which_series_spoken_of_is_meant(text: str, expected: list[str]) -> None:
    opening = "Negotiators sat in Astana on 3 February 2014, and in Astana on 15 September 2014."
    assert targets(f"{opening} Rain fell. It fell for days. And on. {text}")[2:] == expected


@pytest.mark.parametrize("text", ["The second round was no better.", "The last, in June, was bad."])
def test_an_ordinal_means_nothing_where_no_series_is_spoken_of(text: str) -> None:
    assert targets(f"Rain fell on the lake. {text}") == []


@pytest.mark.parametrize(("text", "expected"), COLLECTIVES)
def test_a_number_tells_which_group_a_collective_means(text: str, expected: list[str]) -> None:
    assert sorted(targets(f"{OPENING} {text}")) == sorted(["lake-1", *expected])


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_as_many_meetings_as_a_group_has_mean_the_group(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trilateral talks had cost a fortune.", ["lake"]),
        ("Nobody missed the three-nation format.", ["lake"]),
        ("It was more than the trio had hoped.", ["lake"]),
        ("It was more than the trio of clarinets had hoped.", []),
        ("It was more than the quartet had hoped.", []),
        ("A trio played, and three-party politics went on.", []),
    ],
)
def test_so_many_mean_the_group_that_is_spoken_of(text: str, expected: list[str]) -> None:
    assert targets(f"{OPENING} Rain fell on the lake. {text}") == ["lake-1", *expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a child of the three-party forum of 2012.", ["lake"]),
        ("Nobody recalls the trio of 2012.", ["lake"]),
        ("Unlike the tripartite consultations of 2012, it was loud.", ["lake"]),
        ("It was a child of the three-party forum of 2015.", []),
        ("It was a child of the five-party forum of 2012.", []),
        ("Nobody recalls the trio.", []),
    ],
)
def test_so_many_of_a_year_mean_the_group_of_that_year(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He quoted the Grain consultations of May 2016.", ["grain-2"]),
        ("The Grain consultations, which ended on 14 July 2016, were dull.", ["grain-3"]),
        ("He quoted the Cotton negotiations, and in February 2014 he left.", ["astana-1"]),
        ("In May 2016 Oslo hosted the Grain consultations.", ["grain-2"]),
        ("He quoted the Grain consultations of May 2017.", []),
        ("In May 2016 he quoted the Grain consultations.", []),
        ("He quoted the Grain prices of May 2016.", []),
    ],
)
def test_how_a_name_begins_and_a_date_tell_a_meeting(text: str, expected: list[str]) -> None:
    found = [one for one in targets(text) if one not in ("grain", "astana")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Those of the Lake Forum knew Driburg.", True),
        ("The Lake Forum, like Driburg, is forgotten.", True),
        ("It began in Driburg and ended with the Lake Forum.", True),
        ("The Lake Forum sat near Driburg.", False),
        ("The Lake Hotel, like Driburg, is forgotten.", False),
        ("The mill, like Driburg, is forgotten.", False),
    ],
)
def test_a_small_place_beside_a_series_is_its_meeting(text: str, *, is_meant: bool) -> None:
    assert ("driburg" in targets(text, named=(DRIBURG_PLACE, FORUM_PLACE))) is is_meant


@pytest.mark.parametrize(("text", "expected"), TOURS)
def test_places_in_order_mean_each_meeting_of_a_series(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(("text", "expected"), HOSTED)
def test_a_city_that_began_or_names_talks_means_the_group(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_small_place_stands_for_its_only_meeting(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(("text", "expected"), SITES)
def test_a_hall_of_the_layers_is_the_place_of_a_meeting(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


GRAIN = "They met in Geneva in March 2016, in Vienna in May and in Tashkent in July."


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("None of the three brought bread.", True),
        ("All of these three meetings were short.", True),
        ("Those three rounds were short.", True),
        ("None of the four brought bread.", False),
        ("None of the three bakers came.", False),
        ("The three went home.", False),
    ],
)
def test_none_of_the_three_means_all_of_them(text: str, *, is_meant: bool) -> None:
    assert ("grain" in targets(f"{GRAIN} {text}")) is is_meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month's session had been a noisy one.", ["lake-2"]),
        ("Nobody forgave last month’s long meeting.", ["lake-2"]),
        ("China did not forget last month's session.", ["lake-2"]),
        ("Last year's session had been a noisy one.", []),
        ("Last month's rain had been a heavy one.", []),
        ("Last month a session of the court was held.", []),
    ],
)
def test_a_date_makes_a_meeting_spoken_of_definite(text: str, expected: list[str]) -> None:
    opening = "The trilateral forum met in Vienna on 11 June 2012."
    between = "Rain fell on the lake. It fell for days."
    assert targets(f"{opening} {between} {text}", "2012-07-10")[1:] == expected
