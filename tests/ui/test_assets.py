from __future__ import annotations

import re

import pytest

from groundtext.errors import UsageError
from groundtext.ui.assets import asset_names, asset_url, imported_by, media_type, read_asset

SCRIPTS = [name for name in asset_names() if name.endswith(".js") and name != "leaflet.js"]


def test_leaflet_comes_from_its_package() -> None:
    assert b"Leaflet 1.9" in read_asset("leaflet.js")[:200]


def test_a_file_that_is_not_ours_is_refused() -> None:
    with pytest.raises(UsageError, match=r"'\.\./app\.py' is not among"):
        read_asset("../app.py")


def test_the_address_holds_a_digest() -> None:
    assert re.fullmatch(r"/groundtext/assets/[0-9a-f]{16}/map\.js", asset_url("map.js"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_imports_only_what_is_served(name: str) -> None:
    imported = re.findall(r'^import .*?from "\./([^"]+)";', read_asset(name).decode(), re.MULTILINE)
    assert set(imported) <= set(asset_names())


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_can_be_read_in_one_sitting(name: str) -> None:
    assert read_asset(name).count(b"\n") <= 300


@pytest.mark.parametrize("name", [name for name in asset_names() if name != "leaflet.css"])
def test_nothing_is_asked_of_another_host(name: str) -> None:
    if name != "leaflet.js":
        assert re.findall(rb"https?://(?!www\.w3\.org/)", read_asset(name)) == []


def test_scripts_are_served_as_modules_must_be() -> None:
    assert media_type("map.js") == "text/javascript"
    assert media_type("map.css") == "text/css"


def test_what_a_module_needs_before_it_runs_is_known_and_no_more() -> None:
    needed = imported_by("map.js", "searchbox.js")
    assert {"map.js", "leaflet.js", "words.js", "search-counts.js"} <= set(needed)
    assert not {"picture.js", "timeline.js", "documents.js", "compare.js"} & set(needed)
    assert set(needed) <= set(asset_names())
