from __future__ import annotations

import pytest

from tests.linking.lines_world import last, link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Amber pipeline is late. Sweden: 300 km, all welded.", ["amber-se"]),
        ("The Amber pipeline is late. Poland – a spur of no great length.", ["amber-pl"]),
        ("The Amber pipeline is late. Rain fell. The Norwegian section leaks.", ["amber-no"]),
        ("The Amber pipeline is late. Poland would lay some 300 km of it.", ["amber-pl"]),
        ("The Amber pipeline is late. Poland will start on its hundred miles soon.", ["amber-pl"]),
        ("The Amber pipeline is late. Poland has 300 km of beaches.", []),
        ("The Amber pipeline is late. Welding began on Norwegian territory.", ["amber-no"]),
        ("Work on the Polish section began in spring.", ["amber-pl"]),
        ("The Amber pipeline is late. Nobody owes it an inch of Norwegian soil.", []),
        ("The Amber pipeline is late. Sweden: nobody answered.", []),
        ("The Amber pipeline is late. Finland: 300 km, all welded.", []),
        ("Sweden: 300 km of snow.", []),
        ("The Lakes railway is late. Work on the Polish section began in spring.", []),
        ("Work began on the Polish section of a pipeline that nobody wants.", ["amber-pl"]),
        ("Work on the Polish section of the archive began in spring.", []),
        ("The Polish section of the choir sang.", []),
    ],
)
def test_a_section_is_told_by_its_state(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lakes railway is late. Neither alignment has a lender.", ["lakes"]),
        ("The Lakes railway is late. Rain fell on both routes.", ["lakes"]),
        ("The Danube Freight Network grew. All three branches pay.", ["network"]),
        ("The Danube Freight Network grew. By now all three carry grain.", ["network"]),
        ("The Lakes railway is late. Both have said so.", []),
        ("The Lakes railway is late. All three lines are drawn.", []),
        ("The Danube Freight Network grew. All three ministers pay.", []),
        ("Neither alignment has a lender.", []),
    ],
)
def test_a_number_of_lines_is_the_group_that_has_as_many(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Lakes railway is late. The alternative was agreed in March 2019.", ["lakes-2019"]),
        ("The Lakes railway is late. A roadmap was signed in May 2014.", ["lakes-2014"]),
        ("The Lakes railway is late. Of the two, the older costs less.", ["lakes-2014"]),
        ("The Lakes railway is late. The later one has friends.", ["lakes-2019"]),
        ("The Lakes railway is late. Kigali wants the southern route.", ["lakes-2019"]),
        ("The Lakes railway is late. The alternative was agreed in June 2016.", []),
        ("The Lakes railway is late. A strike began in March 2019.", []),
        ("The Lakes railway is late. The older men shrug.", []),
        ("The Lakes railway is late. The western route is easy.", []),
        ("The Amber pipeline is late. Of the two, the older costs less.", []),
    ],
)
def test_one_of_two_variants_is_told_by_date_rank_or_side(text: str, expected: list[str]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third, up the roads of the Bulgarians and the Romanians, is slow.", ["net-south"]),
        ("Another branch crosses Hungary and the Croatian hills.", ["net-coast"]),
        ("One limb leads through Moldova to Poland; another crosses Hungary and Croatia.", None),
        ("Lorries are slow, and a third wound its way through Hungary to Croatia.", ["net-coast"]),
        ("Its main branch crosses Romania; another crosses Hungary and Croatia.", ["net-coast"]),
        ("A second branch, from Varna up the coast, is slow.", ["net-south"]),
        ("A second branch, from Varna to Durban, is slow.", []),
        (
            "Its main branch crosses Poland and Moldova; a second, from Varna, is slow.",
            ["net-plain", "net-south"],
        ),
        ("A second branch, through Romania, is slow.", []),
        ("A third minister, of Hungary and Croatia, is slow.", []),
        ("Another branch avoids Hungary and Croatia.", []),
        ("Another branch crosses Hungary and Moldova.", []),
    ],
)
def test_a_branch_is_told_by_the_states_that_it_alone_joins(
    text: str, expected: list[str] | None
) -> None:
    found = last(f"The Danube Freight Network grew. {text}")
    assert found == (["net-coast", "net-plain"] if expected is None else expected)


def test_the_reason_says_what_tells_the_line() -> None:
    reasons = {
        found.target_id: found.reason
        for found in link("The Lakes railway is late. Of the two, the older costs less.")
    }
    assert reasons["lakes-2014"] == (
        "‘Of the two, the older’ of two lines, begun 2014-05: Lakes railway, route of 2014"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The stretch across Sweden is dear.", ["amber-se"]),
        ("The long section in Poland is dear.", ["amber-pl"]),
        ("On the Norwegian side nothing has been laid.", ["amber-no"]),
        ("The stretch across Finland is dear.", []),
        ("A stretch across Sweden is dear.", []),
        ("It came without touching Swedish soil.", []),
        ("It came by touching Swedish soil.", ["amber-se"]),
        ("On the Norwegian side nobody spoke.", []),
    ],
)
def test_a_section_lies_in_or_on_the_side_of_its_state(text: str, expected: list[str]) -> None:
    assert last(f"The Amber pipeline is late. {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first runs through Romania, Hungary and Croatia.", ["net-coast"]),
        ("The second and by far the busiest climbs into Moldova and Poland.", ["net-plain"]),
        (
            "The third, meant not to touch Hungary, runs through Romania and Bulgaria.",
            ["net-south"],
        ),
        ("The first minister runs through Romania, Hungary and Croatia.", []),
        ("The first runs through Romania.", []),
        ("The first runs through Turkey and Iran.", []),
    ],
)
def test_numbered_lines_are_told_after_their_number(text: str, expected: list[str]) -> None:
    assert last(f"The Danube Freight Network grew. It has three branches. {text}") == expected


def test_a_number_alone_tells_no_line() -> None:
    text = "It has friends. The first runs through Romania, Hungary and Croatia."
    assert last(f"The Danube Freight Network grew. {text}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A smaller share goes by way of Moldova.", ["net-plain"]),
        ("Most of it goes through Bulgaria.", ["net-south"]),
        ("The rest is sent across Hungary and Croatia.", ["net-coast"]),
        ("Most of it goes through Romania.", []),
        ("Most of it goes through Bulgaria and Hungary.", []),
        ("The minister travelled through Bulgaria.", []),
        ("Most of it is made in Bulgaria.", []),
    ],
)
def test_a_part_of_the_goods_goes_by_the_line_that_passes_there(
    text: str, expected: list[str]
) -> None:
    assert last(f"The Danube Freight Network grew. {text}") == expected
