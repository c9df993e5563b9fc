from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundtext.errors import ManifestError
from groundtext.layers import read_manifest
from tests.layers.conftest import MANIFEST

if TYPE_CHECKING:
    from tests.layers.conftest import Folder


def test_a_manifest_gives_layers_and_collections(folder: Folder) -> None:
    manifest = read_manifest(folder.path / "manifest.toml")
    (layer,), (collection,) = manifest.layers, manifest.collections
    assert (layer.id, layer.file, layer.described.nouns) == ("camps", "camps.geojson", ("camp",))
    assert collection.members == ("first-camp", "second-camp")
    assert manifest.listed == ()


def test_a_layer_need_not_say_how_it_is_described(folder: Folder) -> None:
    folder.write_manifest(MANIFEST.replace("described =", "# described ="))
    assert read_manifest(folder.path / "manifest.toml").layers[0].described.form == ""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "Camps"\n', "", "layers camps: missing: title"),
        ('licence = "CC0"', "licence = 0", "licence = 0 is no text"),
        ('"camps.geojson"', '"../camps.geojson"', "file = '../camps.geojson' is not understood"),
        ('"camps.geojson"', '"C:camps"', "file = 'C:camps' is not understood"),
        ('"camps.geojson"', '".."', "file = '..' is not understood"),
        ('"point"', '"pin"', "geometry_kind = 'pin' is not understood"),
        ('"#0072b2"', '"blue"', "colour = 'blue' is not understood"),
        ('"2020"', '"then"', "retrieved = 'then' is not understood"),
        ('id = "camps"', 'id = "Camps"', "id 'Camps' is not lower-case letters"),
        ('"base"', '"fort"', "described.form 'fort' is unknown"),
        ('["camp"]', '"camp"', "nouns = 'camp' is no list of texts"),
        ('{ form = "base", nouns = ["camp"] }', '"base"', "described = 'base' is no table"),
    ],
)
def test_a_faulty_layer_is_named_with_the_fault(
    folder: Folder, old: str, new: str, message: str
) -> None:
    folder.write_manifest(MANIFEST.replace(old, new))
    with pytest.raises(ManifestError, match="names no layer that can be used") as caught:
        read_manifest(folder.path / "manifest.toml")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "All camps"\n', "", "missing: name"),
        ('["first-camp", "second-camp"]', "[]", "no members"),
        ('["first-camp", "second-camp"]', "[1]", "no list of texts"),
        ('"all-camps"', '"all_camps"', "id 'all_camps' is not lower-case"),
    ],
)
def test_a_faulty_collection_costs_no_layer(
    folder: Folder, old: str, new: str, message: str
) -> None:
    folder.write_manifest(MANIFEST.replace(old, new))
    manifest = read_manifest(folder.path / "manifest.toml")
    assert len(manifest.layers) == 1
    assert manifest.collections == ()
    assert message in manifest.listed[0].reason


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[layers", "cannot be read as TOML"),
        ("", "names no layer"),
        ("layers = 1", "no list of tables"),
        ("layers = [1]", "missing: id, title"),
    ],
)
def test_a_manifest_that_says_nothing_is_refused(folder: Folder, text: str, message: str) -> None:
    folder.write_manifest(text)
    with pytest.raises(ManifestError, match=message):
        read_manifest(folder.path / "manifest.toml")


def test_a_missing_manifest_says_what_to_write(folder: Folder) -> None:
    (folder.path / "manifest.toml").unlink()
    with pytest.raises(ManifestError, match=r"manifest.toml: no such file .* \[\[layers\]\]"):
        read_manifest(folder.path / "manifest.toml")


def test_a_manifest_that_is_not_utf_8_is_refused(folder: Folder) -> None:
    (folder.path / "manifest.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ManifestError, match="cannot be read as TOML"):
        read_manifest(folder.path / "manifest.toml")
