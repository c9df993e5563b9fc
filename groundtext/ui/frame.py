"""What all pages share: their list, and a plain dress over Streamlit's own."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from groundtext.settings import ROOT
from groundtext.ui.assets import read_asset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the top bar: its file in `pages/`, its name, and its path in the URL."""

    file: str
    title: str
    url_path: str  # empty for the page at `/`
    in_bar: bool = True  # the search has its box there instead


PAGES: Final = (
    PageEntry("map.py", "Map", ""),
    PageEntry("documents.py", "Documents", "documents"),
    PageEntry("evidence.py", "Evidence", "evidence"),
    PageEntry("timeline.py", "Timeline", "timeline"),
    PageEntry("compare.py", "Compare", "compare"),
    PageEntry("sources.py", "Sources", "sources"),
    PageEntry("import.py", "Import", "import"),
    PageEntry("search.py", "Search", "search", in_bar=False),
)


def pages(entries: Sequence[PageEntry] = PAGES) -> list[StreamlitPage]:
    """Return the pages for `st.navigation`; the one without a path is where `/` leads."""
    return [
        st.Page(
            ROOT / "pages" / entry.file,
            title=entry.title,
            url_path=entry.url_path or None,
            default=not entry.url_path,
            visibility="visible" if entry.in_bar else "hidden",
        )
        for entry in entries
    ]


def icon() -> str:
    """Return the address of the browser tab's icon; it holds the picture itself."""
    return f"data:image/svg+xml;base64,{b64encode(read_asset('icon.svg')).decode()}"


def dress() -> None:
    """Add the style sheet that quietens Streamlit's chrome."""
    st.html(f"<style>{read_asset('frame.css').decode()}</style>")
