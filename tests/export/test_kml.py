from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
import shapely
from lxml import etree

from groundtext.export.kml import kml_bytes
from groundtext.export.printable import printable
from groundtext.workspace import Workspace
from tests.export import gdal, hostile, zoo

KML = "{http://www.opengis.net/kml/2.2}"


def parse(contents: bytes) -> etree._Element:
    return etree.fromstring(contents, etree.XMLParser(resolve_entities=False, no_network=True))


def placemark(root: etree._Element, feature_id: str) -> etree._Element:
    (found,) = root.iterfind(f".//{KML}Placemark[@id='feature-{feature_id}']")
    return found


@pytest.fixture(scope="module")
def root(zoo_workspace: Workspace) -> etree._Element:
    return parse(kml_bytes(zoo_workspace))


def test_gdal_reads_every_feature_where_it_is(shipped_workspace: Workspace, tmp_path: Path) -> None:
    layers = gdal.read(kml_bytes(shipped_workspace), tmp_path / "a.kml")
    shapes = {k: s for layer in layers.values() for k, s in layer.by("feature_id").items()}
    assert set(layers) == {layer.title for layer in shipped_workspace.layers()} | {"Groups"}
    assert all(f.geometry.equals(shapes[f.id]) for f in shipped_workspace.features())


def test_colours_are_alpha_blue_green_red(root: etree._Element) -> None:
    (style,) = root.iterfind(f".//{KML}Style[@id='layer-forts']")
    assert style.findtext(f"{KML}LineStyle/{KML}color") == "ffb27200"  # #0072b2
    assert style.findtext(f"{KML}PolyStyle/{KML}color") == "1fb27200"


def test_every_style_that_is_used_is_there(root: etree._Element) -> None:
    styles = {f"#{style.get('id')}" for style in root.iter(f"{KML}Style")}
    used = {url.text for url in root.iter(f"{KML}styleUrl")}
    assert used <= styles


def test_a_time_span_is_all_that_the_dates_allow(root: etree._Element) -> None:
    span = placemark(root, "fort-alder").find(f"{KML}TimeSpan")
    assert span is not None
    days = (span.findtext(f"{KML}begin"), span.findtext(f"{KML}end"))
    assert days == ("2001-12-01", "2014-06-03")


def test_what_has_no_end_is_open_and_what_has_no_date_is_at_all_times(root: etree._Element) -> None:
    assert placemark(root, "rowan-2").findtext(f"{KML}TimeSpan/{KML}end") is None
    assert placemark(root, "north-vale").find(f"{KML}TimeSpan") is None


def test_a_description_holds_the_quote_and_who_wrote_it(root: etree._Element) -> None:
    text = placemark(root, "fort-alder").findtext(f"{KML}description")
    assert text is not None
    assert zoo.SENTENCES[1] in text
    assert "A. Writer" in text


def test_rejected_links_and_context_are_no_description(root: etree._Element) -> None:
    for feature_id in ("alder-line", "north-vale"):
        text = placemark(root, feature_id).findtext(f"{KML}description")
        assert text == "No document here mentions it."


def test_members_stand_in_the_order_that_the_schema_wants(root: etree._Element) -> None:
    order = ["name", "description", "TimeSpan", "styleUrl", "ExtendedData"]
    members = [child.tag.removeprefix(KML) for child in placemark(root, "fort-alder")]
    assert members == [*order, "Point"]


def test_a_viewer_that_takes_descriptions_for_html_finds_only_line_breaks(
    hostile_workspace: Workspace,
) -> None:
    contents = kml_bytes(hostile_workspace)
    texts = [each.text or "" for each in parse(contents).iter(f"{KML}description")]
    assert b"<![CDATA[" not in contents
    assert not [text for text in texts if "<" in text.replace("<br/>", "")]
    shown = unescape(texts[-3])
    assert all(printable(each) in shown for each in hostile.NASTY)


def test_a_hole_stays_a_hole(shipped_workspace: Workspace) -> None:
    root = parse(kml_bytes(shipped_workspace, ["provinces"]))
    areas = [f.geometry for f in shipped_workspace.features() if f.layer_id == "provinces"]
    n_rings = sum(len(shapely.get_rings(area)) for area in areas)
    assert len(list(root.iter(f"{KML}LinearRing"))) == n_rings
