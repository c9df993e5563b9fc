"""Meetings that a text puts on their day and in another city; the forum is that of the series."""

from __future__ import annotations

import pytest

from groundtext.documents import split_passages
from groundtext.model import EvidenceLink
from tests.linking import world
from tests.linking.test_series import LINKER

OPENING = "Envoys met in Geneva on 5 March 2012."
PLACES: tuple[tuple[str, str], ...] = (
    ("The second round, on 11 June 2012, was held in Paris.", "lake-2"),
    ("They met again on 11 June 2012 in Tashkent.", "lake-2"),
    ("Delegates sat down in Astana on June 11, and nobody knew why.", "lake-2"),
    # A place, and what is no meeting.
    ("On 11 June 2012 a bridge fell in Paris.", ""),
    # Another day, no day, or another number.
    ("They met again on 12 June 2012 in Tashkent.", ""),
    ("They met again in June 2012 in Tashkent.", ""),
    ("The third round, on 11 June 2012, was held in Tashkent.", ""),
    # The place of the meeting is named as well.
    ("From Vienna they went on to talks in Paris on 11 June 2012.", ""),
    # Not there.
    ("They met on 11 June 2012, though not in Paris.", ""),
)


def elsewhere(text: str) -> list[EvidenceLink]:
    read = world.document(text, "2012-09")
    links = LINKER.link(read, split_passages(read), world.mentions_in(text))
    return [link for link in links if link.method == "meeting-elsewhere"]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_day_tells_a_meeting_that_is_put_elsewhere(text: str, expected: str) -> None:
    assert [link.target_id for link in elsewhere(f"{OPENING} {text}")] == [expected] * bool(
        expected
    )


def test_no_series_is_spoken_of() -> None:
    assert elsewhere("Rain fell. They met on 11 June 2012 in Tashkent.") == []


def test_the_link_says_both_places() -> None:
    [link] = elsewhere(f"{OPENING} They met again on 11 June 2012 in Tashkent.")
    assert link.said_place is not None
    assert (link.said_place.name, link.said_date) == ("Tashkent", "2012-06-11")
    assert "here in ‘Tashkent’" in link.reason


@pytest.mark.parametrize(
    ("text", "is_put"),
    [
        ("Egypt and Sudan met on 23 January 2017 in Paris.", False),
        ("Turkey and Iran met their hosts on 23 January 2017 in Paris.", True),
        ("Turkey met its hosts on 23 January 2017 in Paris.", False),
        ("Turkey and Iran, on 23 January 2017 in Paris, bought cloth.", False),
    ],
)
def test_two_guests_tell_a_meeting_that_is_put_elsewhere(text: str, *, is_put: bool) -> None:
    links = [link for link in world.link(text, "2018") if link.method == "meeting-elsewhere"]
    assert [link.target_id for link in links] == ["astana-2017-01"] * is_put
