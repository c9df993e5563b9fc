"""The usual way to build this page, to compare with: everything is made anew on every rerun.

Started by `benchmarks.run` with two arguments: the folder of layers, and the links as written by
`groundtext export --format evidence-jsonl`. What folium would load from other hosts is served
from the folder `static/vendor` beside the script, so that the network is no part of the figures.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import folium
import geopandas as gpd
import streamlit as st
from shapely.geometry import Point
from streamlit_folium import st_folium

VENDOR = "/app/static/vendor"
NEAR_DEG = 0.05  # st_folium tells where was clicked, not what

folium.Map.default_js = [
    ("leaflet", f"{VENDOR}/leaflet/dist/leaflet.js"),
    ("jquery", f"{VENDOR}/jquery/dist/jquery.min.js"),
    ("bootstrap", f"{VENDOR}/bootstrap/dist/js/bootstrap.bundle.min.js"),
    ("awesome_markers", f"{VENDOR}/leaflet.awesome-markers/dist/leaflet.awesome-markers.js"),
]
folium.Map.default_css = [
    ("leaflet_css", f"{VENDOR}/leaflet/dist/leaflet.css"),
    ("bootstrap_css", f"{VENDOR}/bootstrap/dist/css/bootstrap.min.css"),
    ("awesome_markers_font_css", f"{VENDOR}/@fortawesome/fontawesome-free/css/all.min.css"),
    ("awesome_markers_css", f"{VENDOR}/leaflet.awesome-markers/dist/leaflet.awesome-markers.css"),
]


def add_layer(frame: gpd.GeoDataFrame, drawn: folium.Map) -> None:
    """Draw points as markers, everything else as one GeoJSON layer."""
    is_point = frame.geom_type == "Point"
    if not is_point.all():
        shapes = frame.loc[~is_point, ["id", "name", "geometry"]]
        folium.GeoJson(
            shapes,
            style_function=lambda _: {"weight": 3},
            tooltip=folium.GeoJsonTooltip(["name"]),
            popup=folium.GeoJsonPopup(["name"]),
        ).add_to(drawn)
    for _, row in frame[is_point].iterrows():
        folium.Marker(
            [row.geometry.y, row.geometry.x],
            tooltip=row["name"],
            popup=row["name"],
            icon=folium.Icon(color="red"),
        ).add_to(drawn)


def feature_at(spot: Point, frames: list[gpd.GeoDataFrame]) -> str | None:
    """Return the id of the first feature near a position."""
    for frame in frames:
        near = frame[frame.distance(spot) < NEAR_DEG]
        if len(near):
            return str(near.iloc[0]["id"])
    return None


layers_folder, links_file = (Path(argument) for argument in sys.argv[1:3])
st.set_page_config(page_title="Evidence map", layout="wide")
st.title("Evidence map")

layers = {path.stem: gpd.read_file(path) for path in sorted(layers_folder.glob("*.geojson"))}
links = [json.loads(line) for line in links_file.read_text(encoding="utf-8").splitlines()]

page_map = folium.Map(location=[36, 62], zoom_start=4, tiles=None)
shown = [frame for name, frame in layers.items() if st.sidebar.checkbox(name.title(), value=True)]
for layer in shown:
    add_layer(layer, page_map)

clicked = st_folium(page_map, height=600, use_container_width=True)["last_object_clicked"]
if clicked:
    feature_id = feature_at(Point(clicked["lng"], clicked["lat"]), shown)
    st.sidebar.subheader(feature_id or "Nothing here")
    for link in links:
        if link["feature"] == feature_id:
            st.sidebar.markdown(f"> {link['quote']}")
            st.sidebar.caption(f"{link['document']}, character {link['start']}")
