from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.ui.state import View

IDS = st.text("abcdefghij-0123456789", min_size=1, max_size=20)
WORDS = st.text(max_size=30)
OFFSETS = st.none() | st.integers(0, 10**12 - 1)
VIEWS = st.builds(
    View,
    feature=IDS | st.just(""),
    document=WORDS,
    start=OFFSETS,
    end=OFFSETS,
    layers=st.none() | st.lists(IDS, max_size=5).map(tuple),
    from_=WORDS,
    to=WORDS,
    q=WORDS,
)


@given(VIEWS)
@settings(deadline=None)
def test_a_view_survives_the_address_bar(view: View) -> None:
    assert View.from_query(view.to_query()) == view


def test_an_empty_view_leaves_the_address_bar_empty() -> None:
    assert View().to_query() == {}


def test_no_layer_is_not_the_same_as_every_layer() -> None:
    assert View(layers=()).to_query() == {"layers": ""}
    assert View.from_query({"layers": ""}).layers == ()


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_offset_is_a_number_or_nothing(text: str) -> None:
    start = View.from_query({"start": text}).start
    assert start is None or start >= 0
