"""The search in a real browser: the box on every page, and the page of results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import READY
from tests.browser.mapping import open_map, panel_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BOX = '[data-testid="search"] input'


def type_words(page: Page, words: str) -> Locator:
    """Type into the box, and return what is found under it."""
    page.locator(BOX).fill(words)
    return page.locator("#gt-search-list")


def results(page: Page, address: str, query: str) -> Locator:
    page.goto(f"{address}/search?q={query}")
    page.wait_for_selector(READY)
    found = page.get_by_test_id("search-results")
    found.get_by_role("heading").first.wait_for()
    return found


def test_what_is_found_is_listed_while_typing_and_lights_the_map(page: Page, address: str) -> None:
    open_map(page, address)
    found = type_words(page, "مزار شریف")
    expect(found.get_by_role("option").filter(has_text="Camp Marmal")).to_be_visible()
    lit = page.locator(".gt-map.is-lighting .is-lit")
    expect(lit.first).to_be_attached()
    expect(page.locator('path[data-feature-id="tapi-india"]')).not_to_have_class(
        re.compile("is-lit")
    )
    page.locator(BOX).fill("")
    expect(page.locator(".gt-map.is-lighting")).to_have_count(0)


def test_the_keyboard_leads_from_the_box_to_a_feature(page: Page, address: str) -> None:
    open_map(page, address)
    page.keyboard.press("/")
    page.keyboard.type("tapi pipeline")
    option = page.locator("#gt-search-list").get_by_role("option")
    expect(option.first).to_contain_text("TAPI")
    page.keyboard.press("ArrowDown")
    expect(option.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    panel_of(page, "tapi")
    expect(page.locator("#gt-search-list")).to_be_hidden()


def test_escape_closes_the_list_then_clears_the_words(page: Page, address: str) -> None:
    open_map(page, address)
    found = type_words(page, "moscow")
    found.wait_for()
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("moscow")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")


def test_enter_leads_to_all_results_under_an_address_that_keeps(page: Page, address: str) -> None:
    open_map(page, address)
    type_words(page, "moscow").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=moscow")
    said = page.get_by_test_id("search-said")
    expect(said).to_contain_text("passages")
    words = said.text_content()
    page.reload()
    expect(said).to_have_text(words or "")
    expect(page.locator(BOX)).to_have_value("moscow")


def test_a_facet_leaves_what_it_counts_and_can_be_lifted(page: Page, address: str) -> None:
    found = results(page, address, "moscow%20")
    facet = page.locator('[data-facet="document:balancing-all-forces"]')
    expect(facet).to_contain_text("7")
    facet.click()
    expect(found.get_by_test_id("passage")).to_have_count(7)
    expect(facet).to_have_attribute("aria-pressed", "true")
    page.wait_for_url(re.compile("document%3Abalancing-all-forces"))
    facet.click()
    expect(facet).to_have_attribute("aria-pressed", "false")
    expect(page.locator(BOX)).to_have_value("moscow ")


def test_a_facet_leaves_an_unfinished_word_unfinished(page: Page, address: str) -> None:
    found = results(page, address, "base")
    facet = page.locator('[data-facet="document:strategic-backyard"]')
    count = int((facet.locator(".gt-number").text_content() or "").split()[0])
    facet.click()
    expect(found.get_by_test_id("passage")).to_have_count(count)
    expect(page.locator(BOX)).to_have_value("document:strategic-backyard base")


def test_a_passage_leads_to_its_place_in_the_document(page: Page, address: str) -> None:
    found = results(page, address, "galkynysh")
    quote = found.get_by_test_id("passage").first.text_content()
    found.get_by_role("link", name="Show in document").first.click()
    shown = page.locator('[data-testid="document-passage"][aria-current="true"]')
    expect(shown).to_have_text(quote or "")


def test_back_leads_to_the_results_again(page: Page, address: str) -> None:
    found = results(page, address, "galkynysh")
    found.get_by_role("link", name="Show in document").first.click()
    page.locator('[data-testid="document-passage"][aria-current="true"]').wait_for()
    page.go_back()
    expect(page.get_by_test_id("search-results").get_by_test_id("passage").first).to_be_visible()
    expect(page.locator(BOX)).to_have_value("galkynysh")


def test_hostile_words_stay_words(page: Page, address: str) -> None:
    results(page, address, "moscow")
    page.locator(BOX).fill("<img src=x onerror=window.ran=1> colour:${window.ran=1}")
    expect(page.get_by_role("alert").first).to_contain_text("There is no colour:")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["results", "box", "nothing"])
def test_axe_finds_nothing(page: Page, address: str, state: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    if state == "box":
        open_map(page, address)
        type_words(page, "moscow").get_by_role("option").first.wait_for()
    else:
        page.goto(f"{address}/search?q={'moscow' if state == 'results' else ''}")
        page.wait_for_selector(READY)
    found = Axe().run(page, context=".gt-root")
    assert [fault["id"] for fault in found.response["violations"]] == []


def test_keys_that_are_pressed_before_the_answer_is_there_are_for_that_answer(
    page: Page, address: str
) -> None:
    """Whoever types fast has pressed Down and Enter while the list still answers other words."""
    open_map(page, address)
    slow: list[Route] = []

    def keep(route: Route) -> None:
        slow.append(route)

    page.route("**/groundtext/search.json?q=tapi", keep)
    box = page.locator(BOX)
    box.press_sequentially("tap")
    expect(page.locator("#gt-search-list")).to_have_attribute("aria-busy", "false")
    with page.expect_request("**/groundtext/search.json?q=tapi"):
        box.press("i")
        expect(page.locator("#gt-search-list")).to_have_attribute("aria-busy", "true")
        box.press("ArrowDown")
        box.press("ArrowDown")
        box.press("ArrowUp")
        box.press("Enter")
    expect(page.get_by_test_id("evidence-panel")).to_be_hidden()
    slow[0].continue_()
    panel_of(page, "tapi")


def test_the_map_goes_to_what_is_found_but_not_away_from_its_reader(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/search?q=feature:balkh")
    page.wait_for_selector(READY)
    where = "(() => { const { lat, lng } = groundtextMap.getCenter(); return [lat, lng]; })()"
    page.wait_for_function("groundtextMap.getZoom() >= 5")
    lat, lng = page.evaluate(where)
    assert (round(lat), round(lng)) == (37, 67)
    page.locator(".leaflet-control-zoom-out").click()
    page.wait_for_function("groundtextMap.getZoom() < 7")
    before = page.evaluate(where)
    page.locator("[data-facet]").first.click()
    page.wait_for_url(lambda url: "layer" in url)
    assert page.evaluate(where) == before
