"""What a reader does on the map page, for the browser tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import READY

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def open_map(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY)


def look_at(page: Page, lon: float, lat: float, zoom: float) -> None:
    """Move the map, longitude first, degrees."""
    page.evaluate(
        "([lat, lon, zoom]) => { window.groundtextMap.setView([lat, lon], zoom); }",
        [lat, lon, zoom],
    )


def panel_of(page: Page, feature_id: str) -> Locator:
    """Wait for a feature's panel."""
    panel = page.locator(f'[data-testid="evidence-panel"][data-feature-id="{feature_id}"]')
    panel.wait_for()
    return panel


def quotes(page: Page) -> list[str]:
    """Return the quotes shown, to the letter."""
    return [passage.text_content() or "" for passage in page.get_by_test_id("passage").all()]


def click_line(page: Page, feature_id: str) -> None:
    """Click a drawn line half-way along it, with the real mouse."""
    at = page.locator(f'path[data-feature-id="{feature_id}"]').evaluate(
        """(path) => {
            const middle = path.getPointAtLength(path.getTotalLength() / 2);
            const spot = middle.matrixTransform(path.getScreenCTM());
            return [spot.x, spot.y];
        }"""
    )
    page.mouse.click(at[0], at[1])


def wait_for_url(page: Page, query: str) -> None:
    """Wait until Python has written the address bar."""
    page.wait_for_url(lambda url: url.partition("?")[2] == query)
