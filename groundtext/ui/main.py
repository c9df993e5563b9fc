"""The frame around every page; Streamlit runs it first, whichever page a link opens."""

import streamlit as st

from groundtext.ui.frame import DATED, dress, icon, pages, title_of
from groundtext.ui.search_view import show_box
from groundtext.ui.state import arrive

# Processes that are started beside the app run this file, too, under another name.
if __name__ == "__main__":
    page = st.navigation(pages(), position="top")
    st.set_page_config(title_of(page), icon(), layout="wide", initial_sidebar_state="collapsed")
    dress()
    arrive(page.url_path, is_dated=page.url_path in DATED)
    page.run()
    show_box()
