"""The frame around every page; Streamlit runs it first, whichever page a link opens."""

import streamlit as st

from groundtext.ui.frame import dress, icon, pages
from groundtext.ui.search_view import show_box

st.set_page_config("Groundtext", icon(), layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(pages(), position="top")
dress()
page.run()
show_box()
