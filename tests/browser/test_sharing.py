"""A view that is handed on: as a link, as a picture, on paper."""

from __future__ import annotations

import random
import re
import struct
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from groundtext.pipeline import Sources, build
from groundtext.workspace import Workspace
from tests.browser.conftest import READY, serve
from tests.browser.mapping import open_map, panel_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LAYERS = ("pipelines", "corridors", "bases", "provinces", "summits")
# All that a view is: which features are drawn and how, what is read, where the map stands.
STATE = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const drawn = all('.gt-map [data-feature-id], .gt-map [data-feature-ids]');
    const map = window.groundtextMap;
    const { lat, lng } = map.getCenter();
    const panel = document.querySelector('[data-testid="evidence-panel"]');
    const current = panel?.querySelector('[aria-current="true"] [data-testid="passage"]');
    return {
        drawn: drawn.map((one) => one.dataset.featureIds || one.dataset.featureId).sort(),
        layers: all('[data-layer-id]:checked').map((one) => one.dataset.layerId),
        certain: document.querySelector('[data-testid="certain"]').checked,
        at: [lng.toFixed(3), lat.toFixed(3), map.getZoom()],
        panel: panel?.dataset.featureId || '',
        passage: current ? [current.dataset.documentId, current.dataset.start] : [],
        find: document.querySelector('.gt-find')?.value || '',
        notices: all('.gt-notices p').map((one) => one.textContent),
    };
}"""


def queries(shipped: Path) -> Iterator[str]:
    """Yield the queries of views chosen at random, the same on every run."""
    chance = random.Random(20)  # noqa: S311  a repeatable sequence is the point
    evidence = Workspace.open(shipped).evidence()
    for _ in range(20):
        parts: list[str] = []
        if chance.random() < 0.6:
            link = chance.choice(evidence).link
            parts.append(f"feature={link.target_id}")
            if chance.random() < 0.5:
                parts.append(f"document={link.document_id}&start={link.span.start}")
                parts.append(f"end={link.span.end}")
        if chance.random() < 0.5:
            parts.append(f"layers={','.join(sorted(chance.sample(LAYERS, 3), key=LAYERS.index))}")
        if chance.random() < 0.4:
            since = chance.randint(1995, 2015)
            parts.append(f"from={since}&to={since + chance.randint(0, 8)}")
        if chance.random() < 0.3:
            parts.append("certain=yes")
        lon, lat = chance.uniform(55, 75), chance.uniform(28, 45)
        parts.append(f"at={lon:.4f},{lat:.4f},{chance.choice([4, 5.5, 6.25, 8])}")
        yield "&".join(parts)


def state_of(page: Page, address: str) -> dict[str, Any]:
    page.goto(address)
    page.wait_for_selector(READY)
    page.wait_for_timeout(300)  # what a panel fetches
    state: dict[str, Any] = page.evaluate(STATE)
    return state


def shared_link(page: Page) -> str:
    page.get_by_test_id("share").locator("summary").click()
    page.get_by_role("button", name="Copy a link to this view").click()
    expect(page.get_by_text("The link to this view is copied.")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_twenty_links_chosen_at_random_open_the_same_view_after_a_restart_and_a_rebuild(
    browser: Browser, shipped: Path, address: str, tmp_path: Path
) -> None:
    """Another server, another workspace built anew: the links hold by ids alone."""
    build(Sources(), tmp_path / "again.gpkg")
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    seen: list[tuple[str, dict[str, Any]]] = []
    for query in queries(shipped):
        before = state_of(page, f"{address}/?{query}")
        link = shared_link(page)
        assert link.startswith(address)
        seen.append((link.removeprefix(address), before))
    assert len({str(state) for _, state in seen}) > 15  # they are different views
    for again in serve(tmp_path / "again.gpkg", tmp_path / "again.log"):
        for link, before in seen:
            assert state_of(page, f"{again}{link}") == before, link
    context.close()


def test_an_id_that_is_gone_says_so_and_the_rest_opens(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=atlantis&layers=bases,seas&at=65,36,6&from=2012&to=2013")
    alerts = page.locator(".gt-notices [role=alert]")
    expect(alerts).to_contain_text("no feature “atlantis”")
    expect(alerts).to_contain_text("no layer “seas”")
    assert page.evaluate(STATE)["layers"] == ["bases"]
    assert page.evaluate(STATE)["at"] == ["65.000", "36.000", 6]


def test_back_and_forward_lead_through_what_was_picked(page: Page, address: str) -> None:
    open_map(page, address)
    for feature in ("tapi", "bagram"):
        page.locator(f'[data-list-feature-id="{feature}"]').click()
        panel_of(page, feature)
        page.wait_for_url(f"**/?feature={feature}")
        page.keyboard.press("Escape")
        page.wait_for_url(lambda url: "feature" not in url)
    page.go_back()
    panel_of(page, "bagram")
    page.go_back()
    page.go_back()
    panel_of(page, "tapi")
    page.go_forward()
    page.go_forward()
    panel_of(page, "bagram")


def test_only_what_is_certain_leaves_out_the_rest_and_says_how_much(
    page: Page, address: str
) -> None:
    open_map(page, address)
    expect(page.locator('path[data-feature-id="tapi-afghanistan"]')).to_have_count(1)
    page.get_by_test_id("certain").check()
    page.wait_for_url("**/?certain=yes")
    expect(page.locator('path[data-feature-id="tapi-afghanistan"]')).to_have_count(0)
    expect(page.locator('path[data-feature-id="balkh"]')).to_have_count(1)
    expect(page.locator(".gt-quiet")).to_contain_text(re.compile(r"Only what is certain; \d+"))
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator('path[data-feature-id="tapi-afghanistan"]')).to_have_count(1)
    expect(page.get_by_test_id("certain")).not_to_be_checked()


def test_what_is_uncertain_is_written_beside_the_evidence(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=tapi-afghanistan")
    panel = panel_of(page, "tapi-afghanistan")
    expect(panel).to_contain_text("Its course is known to about 40 km only")


def test_the_picture_of_the_map_shows_what_the_screen_shows(
    page: Page, address: str, tmp_path: Path
) -> None:
    open_map(page, f"{address}/?layers=bases")
    page.get_by_test_id("share").locator("summary").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the map as a picture").click()
    assert saved.value.suggested_filename == "groundtext-map.png"
    saved.value.save_as(tmp_path / "map.png")
    picture = (tmp_path / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    box = page.get_by_test_id("evidence-map").bounding_box()
    assert box is not None
    assert width == pytest.approx(2 * box["width"], abs=2)
    assert height == pytest.approx(2 * (box["height"] + 44), abs=2)
    colours: list[str] = page.evaluate(
        """async (bytes) => {
            const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            const seen = new Set();
            for (let i = 0; i < data.length; i += 4) seen.add(data.slice(i, i + 3).join());
            return [...seen];
        }""",
        list(picture),
    )
    assert "0,114,178" in colours  # a base
    assert "246,244,239" in colours  # the land
    assert "230,159,0" not in colours  # no summit: that layer is off


def test_on_paper_stand_the_map_and_what_is_read_and_no_buttons(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=bagram")
    panel_of(page, "bagram")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("evidence-map")).to_be_visible()
    expect(page.get_by_test_id("passage").first).to_be_visible()
    for hidden in (".gt-toolbar", ".gt-searchbox", ".gt-deeds", ".leaflet-control-zoom"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
