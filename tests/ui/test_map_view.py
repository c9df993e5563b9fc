from __future__ import annotations

from groundtext.model import Listed
from groundtext.ui.map_view import unused_in_words


def test_one_thing_that_was_not_used_says_why() -> None:
    words = unused_in_words([Listed("seas.geojson", "it is no JSON; write it anew.")])
    assert words == "Not used: seas.geojson. it is no JSON; write it anew."


def test_several_are_counted_and_the_first_named() -> None:
    words = unused_in_words([Listed(f"{name}.txt", "empty") for name in "abcde"])
    assert words == "5 things could not be used, in a.txt, b.txt, c.txt and 2 more."


def test_what_is_simply_none_of_ours_is_not_worth_a_word() -> None:
    assert unused_in_words([Listed("picture.png", "a picture", is_refused=False)]) == ""
