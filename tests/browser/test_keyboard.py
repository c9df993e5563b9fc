"""The map page without a mouse, and as an assistive technology sees it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.mapping import open_map, panel_of, quotes
from tests.export import zoo

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def map_page(page: Page, zoo_address: str) -> Page:
    open_map(page, zoo_address)
    return page


def press_until(page: Page, key: str, selector: str) -> None:
    """Press a key until the keyboard is on an element, as a reader would."""
    for _ in range(40):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} never reaches {selector}")


def test_a_feature_is_found_and_read_by_keys_alone(map_page: Page) -> None:
    press_until(map_page, "Tab", ".gt-find")
    map_page.keyboard.type("alder")
    press_until(map_page, "Tab", "[data-list-feature-id]")
    press_until(map_page, "ArrowDown", '[data-list-feature-id="fort-alder"]')
    map_page.keyboard.press("Enter")
    panel_of(map_page, "fort-alder")
    assert quotes(map_page) == [zoo.SENTENCES[1]]


def test_escape_leads_back_to_the_row(map_page: Page) -> None:
    row = map_page.locator('[data-list-feature-id="fort-alder"]')
    row.focus()
    map_page.keyboard.press("Enter")
    panel_of(map_page, "fort-alder")
    map_page.keyboard.press("Escape")
    expect(row).to_be_focused()


def test_a_toggle_obeys_the_space_bar(map_page: Page) -> None:
    map_page.locator('input[data-layer-id="forts"]').focus()
    map_page.keyboard.press("Space")
    expect(map_page.locator('[data-feature-id="fort-alder"]')).to_have_count(0)
    expect(map_page.locator('[data-list-feature-id="fort-alder"]')).to_have_count(0)


def test_a_slash_leads_to_the_search_field(map_page: Page) -> None:
    map_page.locator('input[data-layer-id="forts"]').focus()
    map_page.keyboard.press("/")
    expect(map_page.get_by_role("combobox")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    ["", "?feature=fort-alder", "?feature=northern-vales", "?document=workshops&from=2015&to=zzz"],
)
def test_axe_finds_nothing(page: Page, zoo_address: str, query: str) -> None:
    open_map(page, f"{zoo_address}/{query}")
    found = Axe().run(page, context=".gt-root")
    assert [fault["id"] for fault in found.response["violations"]] == []
