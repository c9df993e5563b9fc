"""The view: what the address bar holds. Only this module reads and writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEQUENCE_KEY = "groundtext-sequences"
_PAGE_KEY = "groundtext-page"
_PERIOD_KEY = "groundtext-period"
_MAX_DIGITS = 12  # of an offset: a terabyte of text
_SPOT = re.compile(r"(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,2}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,2})?)")
_MOST_LON, _MOST_LAT, _MOST_ZOOM = 360.0, 90.0, 24.0


@dataclass(frozen=True, slots=True)
class View:
    """What one can share of the screen, by stable ids; empty where nothing is chosen."""

    feature: str = ""  # a feature's or a collection's id
    document: str = ""
    start: int | None = None  # code points of the document's text, half-open
    end: int | None = None
    layers: tuple[str, ...] | None = None  # those switched on; None for all
    from_: str = ""  # EDTF
    to: str = ""  # EDTF
    q: str = ""  # words to find
    at: str = ""  # where the map stands: longitude, latitude, zoom; empty for the first look
    certain: bool = False  # whether what is uncertain is left out

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> View:
        """Read a view from query parameters; what is not understood counts as not given."""
        layers = query.get("layers")
        return cls(
            feature=query.get("feature", ""),
            document=query.get("document", ""),
            start=as_offset(query.get("start", "")),
            end=as_offset(query.get("end", "")),
            layers=None if layers is None else tuple(part for part in layers.split(",") if part),
            from_=query.get("from", ""),
            to=query.get("to", ""),
            q=query.get("q", ""),
            at=spot_of(query.get("at", "")),
            certain=query.get("certain") == "yes",
        )

    def to_query(self) -> dict[str, str]:
        """Return the query parameters, without those that say nothing."""
        words = {"feature": self.feature, "document": self.document}
        offsets = {"start": self.start, "end": self.end}
        query = {name: text for name, text in words.items() if text}
        query |= {name: str(offset) for name, offset in offsets.items() if offset is not None}
        if self.layers is not None:
            query["layers"] = ",".join(self.layers)
        certain = "yes" if self.certain else ""
        rest = {"from": self.from_, "to": self.to, "q": self.q, "at": self.at, "certain": certain}
        return query | {name: text for name, text in rest.items() if text}


def spot_of(text: str) -> str:
    """Return where a map stands, as it is written in the address; empty for what is no place."""
    match = _SPOT.fullmatch(text)
    if match is None:
        return ""
    lon, lat, zoom = (float(number) for number in match.groups())
    return text if abs(lon) <= _MOST_LON and abs(lat) <= _MOST_LAT and zoom <= _MOST_ZOOM else ""


def as_offset(text: str) -> int | None:
    """Return an offset that an address gives, or None for what is none."""
    is_offset = text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS
    return int(text) if is_offset else None


def current_view() -> View:
    """Return the view in the address bar."""
    return View.from_query(st.query_params.to_dict())


def show_view(view: View) -> None:
    """Put a view into the address bar, and leave it alone when it is there already."""
    query = view.to_query()
    if query != st.query_params.to_dict():
        st.query_params.from_dict(query)


def keep_period(view: View) -> None:
    """Remember the period of a view, for the next page that has one."""
    st.session_state[_PERIOD_KEY] = (view.from_, view.to)


def arrive(page: str, *, is_dated: bool) -> None:
    """Take the period along from page to page; an address that says anything stays as it is.

    The bar leads to pages without an address of their own, and one who looks at some years there
    looks at the same years here.
    """
    before = st.session_state.get(_PAGE_KEY, page)
    st.session_state[_PAGE_KEY] = page
    if is_dated and page != before and not st.query_params:
        from_, to = st.session_state.get(_PERIOD_KEY, ("", ""))
        show_view(View(from_=from_, to=to))


def last_sequence() -> int:
    """Return the number of the newest report from the browser that was taken in."""
    return max(_sequences().values(), default=0)


def is_news(name: str, sequence: int) -> bool:
    """Tell whether a report is newer than the last one of its name, and remember it.

    Streamlit hands a report over again when it has forgotten the one before.
    """
    is_newer = sequence > _sequences().get(name, 0)
    if is_newer:
        st.session_state[_SEQUENCE_KEY] = {**_sequences(), name: sequence}
    return is_newer


def _sequences() -> dict[str, int]:
    sequences: dict[str, int] = st.session_state.get(_SEQUENCE_KEY, {})
    return sequences
