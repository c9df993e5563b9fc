from __future__ import annotations

from dataclasses import replace

import pytest

from groundtext.model import EvidenceLink, LinkKind, LonLat, Precision, SaidPlace, Span
from groundtext.portrayal.wording import (
    coverage_in_words,
    date_in_words,
    disagreements_in_words,
    distance_in_words,
    facts_of,
    precision_in_words,
    said_in_words,
    validity_in_words,
)
from groundtext.workspace import Coverage
from tests import zoo


@pytest.mark.parametrize(
    ("metres", "words"), [(200, "200 m"), (1000, "1 km"), (1500, "1.5 km"), (250_000, "250 km")]
)
def test_a_distance_has_its_unit(metres: float, words: str) -> None:
    assert distance_in_words(metres) == words


@pytest.mark.parametrize(
    ("precision", "metres", "words"),
    [
        (Precision.SITE, 1000, "site ±1 km"),
        (Precision.CORRIDOR, 15_000, "corridor, about 15 km either way"),
        (Precision.COUNTRY, 250_000, "country only"),
        (Precision.SETTLEMENT, 0, "settlement"),
    ],
)
def test_precision_is_said_with_its_distance(
    precision: Precision, metres: float, words: str
) -> None:
    feature = zoo.feature(precision=precision, uncertainty_m=metres)
    assert precision_in_words(feature) == words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2001-12", "2021-07-01", "December 2001 to 1 July 2021"),
        ("2019-05-28", "2019-05-28", "28 May 2019"),
        ("1993", "", "since 1993"),
        ("", "2005", "until 2005"),
        ("", "", ""),
    ],
)
def test_validity_is_said_in_words(since: str, until: str, words: str) -> None:
    assert validity_in_words(zoo.feature(valid_from=since, valid_to=until)) == words


def test_what_is_no_date_is_shown_as_it_was_written() -> None:
    assert date_in_words("some day") == "some day"


def test_facts_leave_out_what_is_not_known() -> None:
    names = [name for name, _ in facts_of(zoo.feature(operator=""), zoo.layers()[0], "")]
    assert "Operator" not in names
    assert "Country" not in names
    assert {"Status", "Where", "Confidence", "Sources"} <= set(names)


@pytest.mark.parametrize(
    ("properties", "fact"),
    [
        ({"length_km": "1814"}, ("Length", "1,814 km")),
        ({"length_km": "774–816"}, ("Length", "774–816 km")),
        ({"capital": "Oakville"}, ("Capital", "Oakville")),
        ({"iso": "OK-AL"}, ("ISO 3166-2", "OK-AL")),
    ],
)
def test_what_else_a_layer_says_has_its_name_and_unit(
    properties: dict[str, str], fact: tuple[str, str]
) -> None:
    assert fact in facts_of(zoo.feature(properties=properties), zoo.layers()[0], "")


def test_the_bookkeeping_of_a_layer_is_no_fact() -> None:
    feature = zoo.feature(properties={"internal_key": "47", "capital": ""})
    plain = zoo.feature(properties={})
    assert facts_of(feature, zoo.layers()[0], "") == facts_of(plain, zoo.layers()[0], "")


def test_coverage_counts_passages() -> None:
    assert coverage_in_words(Coverage(63, 57, ())) == "57 of 63 passages have a place"


@pytest.mark.parametrize(
    ("date", "outcome", "words"),
    [
        ("2021-03-27", "", "27 March 2021"),
        ("2021-04", "was postponed", "April 2021, was postponed"),
        ("", "took place", "took place"),
        ("", "", ""),
    ],
)
def test_what_a_passage_says_is_put_in_words(date: str, outcome: str, words: str) -> None:
    link = EvidenceLink("a", "b", Span(0, 1), LinkKind.NAMED, 1, "", "alias")
    assert said_in_words(replace(link, said_date=date, said_outcome=outcome)) == words


def test_a_place_is_said_between_day_and_outcome() -> None:
    link = EvidenceLink("a", "b", Span(0, 1), LinkKind.NAMED, 1, "", "alias")
    said = replace(link, said_date="2021", said_place=SaidPlace("Doha", LonLat(51.5, 25.3)))
    assert said_in_words(said) == "2021, Doha"


@pytest.mark.parametrize(("count", "noun"), [(1, "1 disagreement "), (2, "2 disagreements ")])
def test_disagreements_are_counted(count: int, noun: str) -> None:
    assert disagreements_in_words(count) == f"{noun}between documents"
