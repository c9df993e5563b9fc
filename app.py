"""Start the app: `streamlit run app.py`, or `groundtext serve`."""

import streamlit as st

from groundtext.ui.server import middleware, prepare, routes

prepare()
app = st.App("groundtext/ui/main.py", routes=routes(), middleware=middleware())
