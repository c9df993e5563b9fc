"""Sites by a noun of their class and what else a passage says; each rule with its opposite."""

from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from groundtext.linking.reading import read_passage
from groundtext.linking.site_nouns import SiteNouns, site_kind
from tests.linking.site_world import reasons, targets
from tests.linking.world import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A noun speaks of a site of its class, and of no other at the same place.
        ("The quays of Mombasa are full.", ["mombasa"]),
        ("A hangar was built in Mombasa.", []),
        ("The harbour of Tartus took three grain ships.", ["tartus-port"]),
        ("Russian sailors guard the base at Tartus.", ["tartus-navy"]),
        ("Police raided a station in Gyumri.", []),
        ("The city hospital of Gyumri has no heating.", []),
        # A small town that is known for its base, where bases are spoken of.
        ("The Incirlik Air Base is busy. Rota, a captain says, is not.", ["incirlik", "rota"]),
        ("The beach is busy. Rota, a captain says, is not.", []),
        ("Warplanes landed at Rota.", ["rota"]),
        ("Tourists landed at Rota.", []),
        ("Sailors went ashore in Rota and drank.", []),
        # A name that a list joins to a base's.
        ("The US keeps Incirlik Air Base and Gyumri.", ["incirlik"]),
        ("Russia pays for Gyumri and Incirlik Air Base.", ["gyumri", "incirlik"]),
        # People who leave a place, and those who were never at a base.
        ("The Russians left Gyumri in the spring.", ["gyumri"]),
        ("The Russians struck their flag in Gyumri.", ["gyumri"]),
        ("The Russians waved their flag in Gyumri.", []),
        ("Russian diplomats left Gyumri in the spring.", []),
        ("Russia pays rent for the use of Gyumri.", ["gyumri"]),
        ("Russia praised the mayor of Gyumri.", []),
        # A stretch of country is no place.
        ("Russian troops are deployed from Gyumri to the coast.", []),
        ("Russian troops are deployed at Gyumri.", ["gyumri"]),
        # Everybody flies from an airport.
        ("She flew from the airport of Adana.", []),
        ("Guests came to Adana, with snow on the runway.", []),
        ("The garrison at Gyumri, from which they used to fly to Adana, is busy.", ["gyumri"]),
        ("Snow lay on a hangar of the airfield of Adana.", ["incirlik"]),
        # A noun with its own town, and a town where something was agreed.
        ("Under an accord signed in Gyumri, Russia withdraws its soldiers.", []),
        ("Russia withdraws its soldiers from Gyumri.", ["gyumri"]),
        ("The garrison of Lima, which supplies Gyumri, is Russian.", []),
        ("The garrisons of Lima and Gyumri are Russian.", ["gyumri"]),
        # What aircraft unload is in no port, and a base without ships is not naval.
        ("Two aircraft unloaded crates in Mombasa.", []),
        ("Two freighters unloaded crates in Mombasa.", ["mombasa"]),
        ("It was quiet in Gyumri. The naval base sleeps.", []),
        # The soldiers are said once.
        ("It let Russian troops into Lima and American ones to Rota.", ["rota"]),
        ("It let Russian guests into Lima and American ones to Rota.", []),
        ("American troops filled the airport of Adana.", ["incirlik"]),
    ],
)
def test_a_noun_of_its_class_makes_a_site_of_a_place(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born in Mombasa. Its port is older than the city.", ["mombasa"]),
        ("He was born in Mombasa. A port is a gate, he says.", []),
        ("Mombasa loaded a million tonnes of tea.", ["mombasa"]),
        ("Mombasa drank a million tonnes of tea.", []),
        ("He was born in Mombasa. The port of another city drew him.", []),
        ("We came through Gyumri. The garrison sleeps behind a wall.", ["gyumri"]),
        ("We came through Gyumri. The other garrison is far away.", []),
        ("We came through Gyumri. The older garrison is far away.", []),
        ("We came through Gyumri. The garrison outside the town sleeps.", ["gyumri"]),
        ("We came through Gyumri. The garrison outside the capital sleeps.", []),
        ("We came through Gyumri. Garrisons are alike.", []),
        ("We came through Lima. The garrison sleeps behind a wall.", []),
        ("We came through Gyumri. Then Lima. The hotel has a runway for toys.", []),
    ],
)
def test_the_site_goes_back_to_the_town_before(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian jets use the airfield of the Armenian capital.", ["erebuni"]),
        ("The Armenian capital has a new opera.", []),
        ("Russian jets use the airfield of the Syrian capital.", []),
        ("Armenia lets Russian jets use a runway near the capital.", []),
    ],
)
def test_a_capital_is_a_place(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The American harbour in Andalusia is deep.", ["rota"]),
        ("The US navy’s base in Andalusia is to be closed.", []),  # there are two of them
        ("A refugee camp in Andalusia was closed.", []),
        ("The army camp in Andalusia is Spanish.", []),
        ("The only mine in the Atacama was sold.", []),  # there are two of them
        ("The Kenyan camp in Andalusia is unheard of.", []),
    ],
)
def test_an_area_with_one_such_site(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Codex’s two mines are on strike.", ["mines-codex"]),
        ("Codex’s mine is on strike.", []),
        ("The pit that Aurum and Rio Verde run has flooded.", ["nazca"]),
        ("Aurum runs a mine in the south.", ["nazca"]),
        ("Aurum denied that it would close the mine.", []),
        ("The codex in the mine was a forgery.", []),
        ("Aurum Mining paid. Elsewhere a mine was flooded.", []),
    ],
)
def test_a_company_has_its_sites(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany listens from Kirazli.", ["tuz"]),
        ("Kirazli has two hundred inhabitants.", []),
        ("Germany buys cherries from Kirazliköy.", []),
        ("The French farm near Kirazli burnt down.", []),
        ("The German post near Kirazli is a secret.", ["tuz"]),
        ("Kirazli grows cherries for the market of Adana.", []),
    ],
)
def test_a_place_that_only_the_name_of_a_base_knows(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Americans speak of the 201st with awe.", []),
        ("The 201st is an American unit in the desert.", ["agadez"]),
        ("The 201st, which the Americans built, is empty.", ["agadez"]),
        ("American men of the 201st guard the road.", ["agadez"]),
        ("It was the 201st anniversary of the American embassy.", []),
        ("The 202nd is an American unit in the desert.", []),
        ("It is the 201st. Nobody counted.", []),
    ],
)
def test_the_number_of_a_unit(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


_ABOUT_ROTA = (
    "Americans came to the base at Rota. Rota’s base grew. The base at Rota has a church. "
    "Bread is dear. Wine is not. Fish is scarce. Oil is good. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Residents near the departed base were silent.", 4),
        ("Residents near the other base were silent.", 3),
        ("Residents near a departed base were silent.", 3),
        ("The base of the statue is marble.", 3),
        ("Residents near the Turkish base were silent.", 3),
        ("Residents near the Galkynysh base were silent.", 3),
        ("Residents near the former Soviet base were silent.", 4),
        ("Residents near the base that the Turks keep were silent.", 3),
        ("The runway was never built.", 3),
    ],
)
def test_the_base_is_the_one_that_a_document_is_about(text: str, expected: int) -> None:
    assert targets(_ABOUT_ROTA + text) == ["rota"] * expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia lost the radar when its lease ended.", ["gabala"]),
        ("Azerbaijan wants more rent for the early-warning radar.", ["gabala"]),
        ("Peru bought the radar from a friend.", []),
        ("Russia sold a radar to its friends.", []),
        ("The radar showed rain.", []),
        ("Russia denied that the radar was old.", []),
    ],
)
def test_the_only_site_of_a_kind(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_the_reasons_say_what_was_read() -> None:
    assert reasons("We came through Gyumri. The garrison sleeps.") == [
        "‘garrison’ + place ‘Gyumri’ just before: Gyumri garrison is there"
    ]
    assert reasons("The American harbour in Andalusia is deep.")[-1] == (
        "‘harbour’ + area ‘Andalusia’: Rota naval base is there"
    )
    assert reasons("Codex’s two mines are on strike.") == ["‘mines’ + operator ‘Codex’"]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("There is a desert strip in the south.", "strong"),
        ("There is a landing strip in the south.", "strong"),
        ("There is a strip of sand in the south.", "shared"),
    ],
)
def test_a_strip_to_land_on_is_an_airfield(text: str, weight: str) -> None:
    read = document(text)
    reading = read_passage(read, split_passages(read)[0], (), None, frozenset())
    [noun] = SiteNouns([site_kind("air base", ())]).find(reading)
    assert (noun.text, noun.weight) == ("strip", weight)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two mines are deep.", ["mines-codex"]),
        ("Both mines are deep.", ["mines-codex"]),
        ("These two copper mines are deep.", ["mines-codex"]),
        ("Two mines are deep.", []),
        ("The three mines are deep.", []),
        ("Nobody denied the two mines a licence.", []),
        ("The two ports are deep.", []),
    ],
)
def test_so_many_of_a_kind_are_those_of_which_the_text_has_just_spoken(
    text: str, expected: list[str]
) -> None:
    before = "Codex runs the mine at Calama and the Spence mine in Chile."
    assert targets(f"{before} {text}")[len(targets(before)) :] == expected


def test_a_town_that_is_called_a_town_is_not_its_base() -> None:
    text = "The Incirlik Air Base is busy. Rota, a captain says, is not."
    assert targets(text) == ["incirlik", "rota"]
    assert targets(text.replace("a captain says", "a quiet town")) == ["incirlik"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born in Gyumri. The Russians had troops there.", ["gyumri"]),
        (
            "He was born in Adana. The Americans, who had an airfield there for years, left.",
            ["incirlik"],
        ),
        ("He was born in Gyumri. The Germans had a garrison there.", []),
        ("He was born in Lima. The Russians had troops there.", []),
        ("He was born in Gyumri. The Russians had friends there.", []),
    ],
)
def test_who_has_what_there_is_at_the_town_named_before(text: str, expected: list[str]) -> None:
    assert targets(text) == expected
