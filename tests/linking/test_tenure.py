"""Bases by what a country allows, by their kind, and by who has what where."""

from __future__ import annotations

import pytest

from tests.linking.site_world import reasons, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuwait lets American aircraft refuel at night.", ["us-access-kuwait"]),
        ("The US bought landing rights in Kuwait.", ["us-access-kuwait"]),
        ("Kuwait offered the Americans emergency use of its runways.", ["us-access-kuwait"]),
        ("American pilots were quiet. Kuwait had granted overflight.", ["us-access-kuwait"]),
        ("Kuwait lets French aircraft refuel at night.", []),
        ("Kuwait lets ships refuel at night.", []),
        ("Kuwait denied American aircraft the right to refuel.", []),
        ("American motorists refuel cheaply, and Kuwait is pleased.", []),
        ("The US praised Kuwait in an emergency.", []),
        ("American pilots were quiet. Kuwait had granted an amnesty.", []),
        ("American pilots were quiet. Kuwait had granted the French overflight.", []),
    ],
)
def test_a_country_allows_the_use_of_its_fields(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway rents out a missile range beyond the circle.", ["andoya"]),
        ("A missile testing ground in Norway was fenced.", ["andoya"]),
        ("Chile has a seismic laboratory on its coast.", ["arica"]),
        ("The Germans closed the seismic station.", ["arica"]),
        ("Chile has a laboratory on its coast that feeds a seismograph.", ["arica"]),
        ("Chile has a place on its coast where missiles are tested.", []),
        ("Norway has a place where missile after missile is fired.", ["andoya"]),
        ("Chile has a weather station on its coast.", []),
        ("Sweden rents out a missile range beyond the circle.", []),
        ("Norway has no missile range.", []),
        ("Norway has a range of missile experts.", []),
        ("German scholars built a seismic station.", []),
        ("A seismic station was robbed.", []),
    ],
)
def test_the_only_site_of_a_special_kind(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey opened an airfield to the Americans.", ["incirlik"]),
        ("Turkey lent the Americans an airfield.", ["incirlik"]),
        ("Syria leased an air base to Russia.", ["hmeimim"]),
        ("Turkey opened an airfield to the public.", []),
        ("Turkey opened an airfield to the French.", []),
        ("Turkey showed an airfield to the Syrians.", []),
    ],
)
def test_a_state_lends_a_base(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The US lost a base in Turkey and keeps the one in Niger.",
            ["agadez", "incirlik"],
        ),
        (
            "American bases in Spain are older than Russian ones in Syria.",
            ["bases-russian-syria", "bases-us-spain"],
        ),
        (
            "Russia’s bases in Armenia are old. The base in Syria, not the American one, is new.",
            ["bases-russian-armenia"],
        ),
        (
            "American installations in Spain and one in Niger were opened.",
            ["agadez", "bases-us-spain"],
        ),
        ("The US lost a base in Turkey and misses the one in Peru.", ["incirlik"]),
        ("The US lost a base in Turkey; nobody won one in Niger.", ["incirlik"]),
        ("The US has a base in Turkey and one in three Turks is angry.", ["incirlik"]),
    ],
)
def test_one_stands_for_a_base(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Russian facilities in Armenia are guarded.", ["bases-russian-armenia"]),
        ("Russian installations in Syria were hit.", ["bases-russian-syria"]),
        ("Russia’s leases in Armenia run on.", ["bases-russian-armenia"]),
        ("Medical facilities in Armenia are guarded.", []),
        ("Russian sites sell cheap flights to Armenia.", []),
        ("The Armenian facilities of a Russian bank were sold.", []),
        ("Russian tourists know the sites in Armenia.", []),
        ("A Russian presence in Armenia is felt.", []),
    ],
)
def test_more_words_for_the_sites_of_a_state(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Americans love Spain. American bases in the region are a fact.", ["bases-us-south"]),
        ("Americans love Peru. American bases in the region are a fact.", []),
        (
            "Incirlik Air Base is old. Rain fell. It snowed. American bases in the region rust.",
            ["incirlik", "bases-us-south"],
        ),
        ("The Americans flew to Spain, where they keep a base.", ["bases-us-spain"]),
        ("The Americans flew to Spain, where they keep a cook.", []),
        ("The French flew to Spain, where they keep a naval base.", []),
        ("Russia keeps its tanks in Armenia.", ["gyumri"]),
        ("Russia keeps its faith in Armenia.", []),
        ("Russia never kept any troops in Armenia.", []),
        ("France keeps its tanks in Armenia.", []),
        ("Only the Americans in Rota have a cinema.", ["rota"]),
        ("Only the Americans and a cook in Rota have a cinema.", []),
        ("Only the French in Rota have a cinema.", []),
        ("Americans love Spain. American bases in the region of Murcia are a fact.", []),
        (
            "Incirlik Air Base is old. Two thousand live there. The American base grew.",
            ["incirlik", "incirlik"],
        ),
        ("The American base in Turkey doesn’t exist.", []),
        ("The American base in Turkey never really existed, they say.", []),
        ("The bases in Spain are closed.", ["bases-us-spain"]),
        ("Its bases in Spain are closed.", ["bases-us-spain"]),
        ("Bases in Spain are closed.", []),
        ("Germany said that its bases in Spain are closed.", []),
    ],
)
def test_the_bases_of_a_region_or_country(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


_FAR = "plain that painters love for its light, and on most days you see grey tents along"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who leaves for a place is not there yet.
        ("American soldiers departed by night for Adana.", []),
        ("American soldiers were flown for years from Adana.", ["incirlik"]),
        # The small town of a base, with its noun far off.
        (f"Rota lies at the end of a {_FAR} the naval base.", ["rota"]),
        (f"Adana lies at the end of a {_FAR} the naval base.", []),
        ("Armenia houses Russian jets at an airfield of its capital.", ["erebuni"]),
        ("Armenia sends Russian students to a college of its capital.", []),
        ("Planes are heard. A battalion in Gyumri trains for war.", ["gyumri"]),
        ("Planes are heard. A battalion of poets met in Lima.", []),
        ("We slept in Gyumri, far from any Russian base in Syria.", ["bases-russian-syria"]),
        ("In Gyumri one meets half of the 201st.", []),
        ("In Agadez one meets half of the 201st.", ["agadez"]),
        ("A cave complex in Andalusia was bombed by American aircraft.", []),
    ],
)
def test_who_is_where(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_the_reasons_of_tenure_say_what_was_read() -> None:
    assert reasons("The US bought landing rights in Kuwait.") == [
        "‘landing rights’ + host ‘Kuwait’: US access"
    ]
    assert reasons("Norway rents out a missile range.") == [
        "‘range’: Andoya range is the only missile range there"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany listens from Kirazli. The other German base is dull.", ["tuz", "arica"]),
        ("Germany listens from Kirazli. The other German school is dull.", ["tuz"]),
        ("Germany listens from Kirazli. The other Russian base is dull.", ["tuz"]),
        ("American sailors like the base at Rota. The other American base is dull.", ["rota"]),
        ("We came to Mombasa. The Kenyan base is dull.", []),
        ("The Peruvian base is dull, and the other German one too.", []),
    ],
)
def test_the_other_one(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government voted to expel the American airmen.", ["incirlik"]),
        ("The Americans, whose rent was paid, were permitted to stay.", ["incirlik"]),
        ("It gave the Americans six months in which to leave.", ["incirlik"]),
        ("The lease will not be renewed.", ["incirlik"]),
        ("The government voted to expel the French airmen.", []),
        ("The government voted to thank the American airmen.", []),
        ("It gave the Americans six medals.", []),
        ("The Americans were permitted to swim.", []),
        ("The lease of the hotel will not be renewed.", []),
        ("A lease will not be renewed.", []),
    ],
)
def test_who_must_leave_or_may_stay_is_at_the_base_just_spoken_of(
    text: str, expected: list[str]
) -> None:
    assert targets(f"The Incirlik Air Base is busy. {text}")[1:] == expected


def test_who_must_leave_is_at_their_only_base_in_the_state_that_is_named() -> None:
    text = "The Incirlik Air Base is busy. Azerbaijan gave the Russians a year to leave."
    assert targets(text) == ["incirlik", "gabala"]
    text = "The Incirlik Air Base is busy. Armenia gave the Russians a year to leave."
    assert targets(text) == ["incirlik"]


def test_nobody_leaves_a_base_of_which_the_text_has_not_spoken() -> None:
    assert targets("Rain fell. Turkey gave the Americans a year to leave.") == []
