"""The keyboard stays on what was used or goes to what was opened, and never out of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import READY
from tests.browser.mapping import open_map, panel_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def press(control: Locator) -> None:
    control.focus()
    control.press("Enter")


def test_a_link_that_is_copied_leaves_the_keyboard_on_its_menu(page: Page, address: str) -> None:
    open_map(page, address)
    name = page.get_by_test_id("share").locator("summary")
    press(name)
    press(page.get_by_role("button", name="Copy a link to this view"))
    expect(name).to_be_focused()


def test_a_tour_gives_the_keyboard_back(page: Page, address: str) -> None:
    open_map(page, address)
    press(page.get_by_role("button", name="Look round in five steps"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox", name="Find a feature")).to_be_focused()
    legend = page.get_by_role("button", name="Legend")
    press(legend)
    press(page.get_by_role("button", name="Look round in five steps"))
    page.keyboard.press("Escape")
    expect(legend).to_be_focused()


def test_back_and_forward_on_the_map_go_between_row_and_panel(page: Page, address: str) -> None:
    open_map(page, address)
    row = page.locator("[data-list-feature-id]").first
    feature = row.get_attribute("data-list-feature-id") or ""
    press(row)
    page.wait_for_url(f"**feature={feature}")
    page.go_back()
    expect(row).to_be_focused()
    page.go_forward()
    expect(panel_of(page, feature)).to_be_focused()


def test_the_list_of_keys_gives_the_keyboard_back(page: Page, address: str) -> None:
    page.goto(f"{address}/evidence")
    page.wait_for_selector("[data-testid=evidence][data-ready=true]")
    undo = page.get_by_test_id("undo")
    undo.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys").get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(undo).to_be_focused()


def test_a_row_of_the_comparison_opens_its_heading_and_is_come_back_to(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/compare")
    row = page.get_by_test_id("matrix").locator("[data-compare-id]").first
    name = row.text_content() or ""
    press(row)
    page.wait_for_url("**/compare?feature=**")
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()
    page.go_back()
    expect(row).to_be_focused()


def test_a_document_that_is_opened_has_the_keyboard_on_its_title(page: Page, address: str) -> None:
    page.goto(f"{address}/documents")
    page.wait_for_selector(READY)
    row = page.locator("[data-list-document-id]").nth(1)
    press(row)
    page.wait_for_url("**/documents?document=**")
    expect(page.locator(".gt-document-head .gt-name")).to_be_focused()
    page.go_back()
    expect(row).to_be_focused()


def test_enter_in_the_search_box_leads_to_what_is_found(page: Page, address: str) -> None:
    open_map(page, address)
    page.keyboard.press("/")
    page.keyboard.type("moscow")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=moscow")
    heading = page.get_by_role("heading", name="Search", exact=True)
    expect(heading).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("taliban")
    page.keyboard.press("Enter")
    expect(heading).to_be_focused()
    expect(page.get_by_test_id("search-said")).to_contain_text("passages")


def test_a_facet_that_is_pressed_keeps_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/search?q=moscow")
    page.wait_for_selector(READY)
    facet = page.locator('[data-facet="layer:summits"]')
    for pressed in ("true", "false"):
        facet.press("Enter")
        expect(facet).to_have_attribute("aria-pressed", pressed)
        expect(facet).to_be_focused()
