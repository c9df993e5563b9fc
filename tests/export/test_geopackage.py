from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree

from groundtext.export.geopackage import geopackage_bytes
from groundtext.export.printable import printable
from groundtext.export.qgis_style import style_text
from groundtext.model import Layer
from groundtext.portrayal.signs import Sign
from groundtext.workspace import Contents, Workspace, write_workspace
from tests.export import gdal, hostile, zoo


@pytest.fixture(scope="module")
def shipped(
    shipped_workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, gdal.GdalLayer]:
    path = tmp_path_factory.mktemp("gpkg") / "shipped.gpkg"
    return gdal.read(geopackage_bytes(shipped_workspace), path)


def test_gdal_reads_every_feature_where_it_is(
    shipped: dict[str, gdal.GdalLayer], shipped_workspace: Workspace
) -> None:
    layers = [layer for layer in shipped.values() if layer.kind]
    shapes = {key: shape for layer in layers for key, shape in layer.by("feature_id").items()}
    assert {layer.crs for layer in layers} == {"EPSG:4326"}
    assert len(shapes) == len(shipped_workspace.features())
    assert all(f.geometry.equals(shapes[f.id]) for f in shipped_workspace.features())


def test_a_layer_of_two_kinds_is_a_table_for_each(shipped: dict[str, gdal.GdalLayer]) -> None:
    kinds = {name: layer.kind for name, layer in shipped.items() if layer.kind}
    assert kinds["bases_points"] == "Point"
    assert kinds["bases_areas"] == "MultiPolygon"
    assert kinds["provinces"] == "Polygon"


def test_every_link_is_in_the_table_of_evidence(
    shipped: dict[str, gdal.GdalLayer], shipped_workspace: Workspace
) -> None:
    columns = shipped["evidence"].columns
    rows = zip(*(columns[name] for name in ("target", "document", "start", "quote")), strict=True)
    found = shipped_workspace.evidence()
    assert set(rows) >= {
        (e.link.target_id, e.link.document_id, e.link.span.start, e.quote) for e in found
    }
    assert set(columns["decided_by"]) == {"project review"}


def test_groups_and_their_members_are_there(
    shipped: dict[str, gdal.GdalLayer], shipped_workspace: Workspace
) -> None:
    members = shipped["group_members"].columns
    pairs = list(zip(members["group_id"], members["member_id"], strict=True))
    assert pairs == [
        (g.id, member) for g in shipped_workspace.collections() for member in g.members
    ]


def test_each_table_has_a_style_with_a_class_for_each_sign(
    shipped: dict[str, gdal.GdalLayer],
) -> None:
    columns = shipped["layer_styles"].columns
    styles = dict(zip(columns["f_table_name"], columns["styleQML"], strict=True))
    assert set(styles) == {name for name, layer in shipped.items() if layer.kind}
    for name, qml in styles.items():
        root = etree.fromstring(qml.encode(), etree.XMLParser(resolve_entities=False))
        classes = {category.get("value") for category in root.iter("category")}
        assert classes == set(shipped[name].columns["sign"])
        assert len(root.findall(".//symbol")) == len(classes)


def test_a_style_has_the_layers_colour(shipped: dict[str, gdal.GdalLayer]) -> None:
    columns = shipped["layer_styles"].columns
    styles = dict(zip(columns["f_table_name"], columns["styleQML"], strict=True))
    assert '"0,114,178,255"' in styles["bases_points"]  # #0072b2


@pytest.mark.parametrize("check", ["integrity_check", "foreign_key_check"])
def test_sqlite_finds_nothing_amiss(
    hostile_workspace: Workspace, tmp_path: Path, check: str
) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(geopackage_bytes(hostile_workspace))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"PRAGMA {check}").fetchall() in ([("ok",)], [])
        assert connection.execute("PRAGMA application_id").fetchone() == (0x47504B47,)


def test_every_table_is_in_the_table_of_contents(
    hostile_workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(geopackage_bytes(hostile_workspace))
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        tables = {name for (name,) in connection.execute(query)}
        listed = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
    own = {name for name in tables if not name.startswith(("gpkg_", "sqlite_"))}
    assert own == listed


def test_gdal_reads_hostile_text_whole(hostile_workspace: Workspace, tmp_path: Path) -> None:
    found = gdal.read(geopackage_bytes(hostile_workspace), tmp_path / "a.gpkg")
    quotes = {printable(text) for text in hostile.NASTY}
    assert set(found["evidence"].columns["quote"]) == quotes
    assert found["layer_evidence"].columns["name"] == [printable(hostile.ALL)]


def test_tables_of_like_names_stay_apart(tmp_path: Path) -> None:
    names = ("gpkg-x", "2020", "a", "a-points")
    layers = tuple(
        Layer(name, name, "point", f"{name}.geojson", "-", "-", "2020") for name in names
    )
    features = tuple(
        zoo.feature(f"{layer.id}-{kind}", layer.id, shape)
        for layer in layers
        for kind, shape in (("point", zoo.FEATURES[2].geometry), ("area", zoo.FEATURES[0].geometry))
    )
    write_workspace(tmp_path / "w.gpkg", Contents(layers, features, (), ()))
    with closing(Workspace.open(tmp_path / "w.gpkg")) as workspace:
        found = gdal.read(geopackage_bytes(workspace), tmp_path / "a.gpkg")
    read = [key for layer in found.values() if layer.kind for key in layer.columns["feature_id"]]
    assert sorted(read) == sorted(feature.id for feature in features)


def test_the_same_workspace_gives_the_same_bytes(zoo_workspace: Workspace) -> None:
    assert geopackage_bytes(zoo_workspace) == geopackage_bytes(zoo_workspace)


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        (Sign("circle", "struck"), "point"),
        (Sign("hatch", ""), "point"),
        (Sign("double", "dashed"), "line"),
        (Sign("hatch", "dotted"), "area"),
    ],
)
def test_every_sign_can_be_drawn(sign: Sign, kind: str) -> None:
    root = etree.fromstring(style_text(zoo.LAYERS[2], kind, [sign]).encode())
    assert [category.get("value") for category in root.iter("category")] == [
        f"{sign.shape} {sign.mark}".strip()
    ]
