from __future__ import annotations

import re

import pytest

from groundtext.errors import UsageError
from groundtext.ui.assets import (
    asset_names,
    asset_url,
    media_type,
    read_asset,
    read_script,
    script_names,
)


def test_leaflet_comes_from_its_package() -> None:
    assert b"Leaflet 1.9" in read_asset("leaflet.js")[:200]


@pytest.mark.parametrize("name", ["../app.py", "map.js"])
def test_a_file_that_is_not_ours_to_serve_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=f"{re.escape(repr(name))} is not among"):
        read_asset(name)


def test_a_module_that_is_missing_is_named() -> None:
    with pytest.raises(UsageError, match=r"'gone\.js' is not among"):
        read_script("gone.js")


def test_the_address_holds_a_digest() -> None:
    assert re.fullmatch(r"/groundtext/assets/[0-9a-f]{16}/map\.css", asset_url("map.css"))


def test_one_script_holds_every_module_and_asks_for_none_but_leaflet() -> None:
    script = read_asset("parts.js").decode()
    assert re.findall(r"^import .*$|\bimport\(", script, re.MULTILINE) == [
        'import * as groundtext_leaflet from "./leaflet.js";'
    ]
    held = re.findall(r"^const groundtext_(\w+) = \(\(\) => \{$", script, re.MULTILINE)
    own = (name[:-3].replace("-", "_") for name in script_names())
    assert sorted(held) == sorted([*own, "messages"])
    assert script.endswith("export const { parts } = groundtext_parts;\n")


@pytest.mark.parametrize("name", script_names())
def test_a_script_can_be_read_in_one_sitting(name: str) -> None:
    assert read_script(name).count("\n") <= 300


@pytest.mark.parametrize("name", sorted({*asset_names()} - {"leaflet.css", "leaflet.js"}))
def test_nothing_is_asked_of_another_host(name: str) -> None:
    assert re.findall(rb"https?://(?!www\.w3\.org/)", read_asset(name)) == []


def test_scripts_are_served_as_modules_must_be() -> None:
    assert media_type("parts.js") == "text/javascript"
    assert media_type("map.css") == "text/css"
