from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from tests.linking.world import LINKER, document, link, mentions_in, targets

COUNTED: tuple[tuple[str, list[str]], ...] = (
    # A date counted from the sentence before.
    ("The siege ended on 15 January 2014. A week later, delegates sat down in Geneva.",
     ["geneva-2014"]),
    ("Fighting stopped on 20 April 2017. Two weeks on, negotiators assembled in Astana.",
     ["astana-2017-05"]),
    ("The rebels lost the town in April 2017. The following month envoys conferred in Astana.",
     ["astana-2017-05"]),
    ("The bridge fell on 16 July 2022. Nine days after that, Muttaqi was in Tashkent.",
     ["tashkent-2022"]),
    ("It ended in the third week of January 2014. A week later, delegates sat down in Geneva.",
     ["geneva-2014"]),
    ("The town fell on 15 January 2014. A week earlier, delegates sat down in Geneva.", []),
    ("The town fell on 15 March 2014. A week later, delegates sat down in Geneva.", []),
    ("The siege ended on 15 January 2014. A week later, snow fell in Geneva.", []),
    ("A week later, delegates sat down in Geneva.", []),
)  # fmt: skip
CONVENED: tuple[tuple[str, list[str]], ...] = (
    ("Negotiators gathered in Geneva on 1 February 2016.", ["geneva-2016"]),
    ("On 23 January 2017 envoys from three states shared a table in Astana.", ["astana-2017-01"]),
    ("Diplomats assembled at Geneva, an hour from Lausanne, in June 2012.", ["geneva-2012"]),
    ("That promise was made in Geneva on 30 June 2012.", ["geneva-2012"]),
    ("That promise was made in Geneva in July 2012.", []),
    ("A parade was held in Geneva on 1 February 2016.", []),
    ("Negotiators gathered in Geneva on 1 March 2016.", []),
    ("Negotiators gathered in a village north of Geneva on 1 February 2016.", []),
)  # fmt: skip
DATELINES: tuple[tuple[str, str, list[str]], ...] = (
    ("VIENNA, 14 July 2015 (Agency) - Seven states agreed on Tuesday to share a file.",
     "2015-07-14", ["vienna-2015"]),
    ("GENEVA, 30 June 2012 – The powers endorsed a text on Saturday, and left.",
     "2012-06-30", ["geneva-2012"]),
    ("TASHKENT, July 25, 2022 (Wire) – Officials on Monday signed for a road.",
     "2022-07-25", ["tashkent-2022"]),
    ("TASHKENT, July 26, 2021 (Wire) – Officials on Monday signed for a road.", "2021-07-26", []),
    ("GENEVA, 30 June 2012 – The lake rose on Saturday by a foot.", "2012-06-30", []),
    ("GENEVA, 30 June 2012 – The lake rose after the banks agreed on Friday.", "2012-06-30", []),
    ("In Geneva, 30 June 2012, the bank agreed on Saturday to pay.", "2012-06-30", []),
)  # fmt: skip
TRAILS: tuple[tuple[str, list[str]], ...] = (
    ("It was Geneva in January 2014, then Astana three years later, in January.",
     ["astana-2017-01", "geneva-2014"]),
    ("First came Geneva in June 2012, then Vienna in July 2015, then Astana in May 2017.",
     ["astana-2017-05", "geneva-2012", "vienna-2015"]),
    ("He toured Geneva in February 2016 and Tashkent in July 2022.",
     ["geneva-2016", "tashkent-2022"]),
    ("First came Geneva in June 2013, then Vienna in July 2016, then Astana in May 2018.", []),
    ("He lived in Geneva until June 2012, and moved to Astana after May 2017.", []),
    ("He was born in Geneva on a cold night in January 2014.", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "day", "expected"), DATELINES)
def test_a_dateline_is_the_place_of_what_was_agreed_that_day(
    text: str, day: str, expected: list[str]
) -> None:
    read = document(text, day)
    links = LINKER.link(read, split_passages(read), mentions_in(text.title()))
    assert [found.target_id for found in links] == expected


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_date_may_count_from_the_sentence_before(text: str, expected: list[str]) -> None:
    assert targets(text, "2023-05") == expected


@pytest.mark.parametrize(("text", "expected"), CONVENED)
def test_words_of_coming_together_tell_with_place_and_date(text: str, expected: list[str]) -> None:
    assert targets(text, "2023-05") == expected


@pytest.mark.parametrize(("text", "expected"), TRAILS)
def test_places_each_with_its_date_are_a_trail_of_meetings(text: str, expected: list[str]) -> None:
    assert targets(text, "2023-05") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce began on 30 June 2012. Envoys met in Geneva that evening.", ["geneva-2012"]),
        ("The town fell on January 22, 2014. The four met in the Swiss city of Geneva.",
         ["geneva-2014"]),
        ("On 3 May 2017 the shelling stopped. The talks in Astana had begun.",
         ["astana-2017-05"]),
        ("The truce began in June 2012. Envoys meet in Geneva often.", []),
        ("The truce began on 30 June 2013. Envoys met in Geneva that evening.", []),
        ("The truce began on 30 June 2012.\n\nEnvoys meet in Geneva.", []),
        ("The truce began on 30 June 2012. Another meeting in Geneva is unlikely.", []),
    ],
)  # fmt: skip
def test_a_day_is_carried_to_the_next_sentence(text: str, expected: list[str]) -> None:
    assert targets(text, "2023-05") == expected


def test_the_reason_names_the_day_that_is_carried() -> None:
    [found] = link("The truce began on 30 June 2012. Envoys met in Geneva that evening.")
    assert "the day of the sentence before" in found.reason
