"""What all pages share: their list, and a plain dress over Streamlit's own."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

import streamlit as st

from groundtext.messages import message
from groundtext.settings import ROOT
from groundtext.ui.assets import read_asset
from groundtext.ui.projects import current_project

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


# The names of their files in `pages/`, in the order of the top bar; the first is where `/` leads.
PAGES: Final = (
    "map",
    "documents",
    "evidence",
    "timeline",
    "compare",
    "sources",
    "import",
    "search",
)
_NOT_IN_BAR: Final = "search"  # it has its box there
DATED: Final = ("", "timeline")  # addresses of pages that a period limits; the map's is the root


def pages() -> list[StreamlitPage]:
    """Return the pages for `st.navigation`."""
    return [
        st.Page(
            ROOT / "pages" / f"{name}.py",
            title=message(f"frame.{name}"),
            url_path=None if name == PAGES[0] else name,
            default=name == PAGES[0],
            visibility="hidden" if name == _NOT_IN_BAR else "visible",
        )
        for name in PAGES
    ]


def title_of(page: StreamlitPage) -> str:
    """Return what the browser's tab and its history call a page, with the project it is of."""
    project = current_project()
    if project is None:
        return message("frame.title", page=page.title)
    return message("frame.title-of-project", page=page.title, project=project.title)


def icon() -> str:
    """Return the address of the browser tab's icon; it holds the picture itself."""
    return f"data:image/svg+xml;base64,{b64encode(read_asset('icon.svg')).decode()}"


def dress() -> None:
    """Add the style sheet that quietens Streamlit's chrome."""
    st.html(f"<style>{read_asset('frame.css').decode()}</style>")
