from __future__ import annotations

import pytest

from groundtext.gazetteer import Gazetteer
from groundtext.linking.actors import actors_in, find_actors, state_code
from groundtext.linking.states import STATES
from groundtext.settings import DATA


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("American and German soldiers", {"US", "DE"}),
        ("the U.S.-Taliban deal", {"US", "taliban"}),
        ("they told us", set()),
        ("the Trump administration", {"US"}),
        ("Trump", set()),
        ("bases in the Baltic states", {"EE", "LT", "LV"}),
        ("Afghan-Uzbek trade", {"AF", "UZ"}),
        ("Cambodian scruples, the Laotians and South Sudan", {"KH", "LA", "SS"}),
        ("Papua New Guinea and Guinea-Bissau", {"PG", "GW"}),
    ],
)
def test_names_demonyms_and_regions_stand_for_states(text: str, actors: set[str]) -> None:
    assert actors_in(text) == actors


def test_codes_count_only_when_asked_for() -> None:
    assert actors_in("troika (RU, PK)") == set()
    assert actors_in("troika (RU, PK)", codes=True) == {"RU", "PK"}


def test_one_code_alone_may_be_a_word() -> None:
    assert actors_in("TV debate", codes=True) == set()


def test_every_state_is_a_country_of_the_gazetteer() -> None:
    entries = Gazetteer.open(DATA).find
    for state in STATES:
        countries = {e.place.country for e in entries(state.names[0]) if e.place.kind == "country"}
        assert state.code in countries, state.names


def test_no_word_stands_for_two_states() -> None:
    words = [word for state in STATES for word in (*state.names, *state.demonyms)]
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("United States", "US"),
        ("us", "US"),
        ("USA", "US"),
        ("KAZ", "KZ"),
        ("Vesland", ""),
        ("", ""),
    ],
)
def test_a_country_is_known_by_name_or_code(country: str, code: str) -> None:
    assert state_code(country) == code


def test_a_name_may_run_over_a_line() -> None:
    [name] = find_actors("the United\nStates")
    assert (name.actors, name.form, name.text) == (("US",), "state", "United\nStates")
