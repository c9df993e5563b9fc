"""Who uses no mouse, sees little, wants it dark, still or large, has the same map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY
from tests.browser.mapping import open_map, panel_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MATRIX = '[data-testid="matrix"]'
# Page states: an address, and the sign that it is there.
STATES = {
    "map": ("/", READY),
    "map, a feature": ("/?feature=tapi", '[data-testid="evidence-panel"] [data-testid="passage"]'),
    "map, limited": ("/?from=2010&to=2012&certain=yes&layers=bases,provinces", READY),
    "documents": ("/documents?document=gas-transit-and-peace&start=870&end=1190", READY),
    "evidence": ("/evidence", ".gt-evidence tbody tr:not(.gt-spacer)"),
    "timeline": ("/timeline?from=2009&to=2016", READY),
    "compare": ("/compare?feature=istanbul-2021-04", '[data-testid="sides"]'),
    "coverage": ("/compare", MATRIX),
    "search": ("/search?q=moscow", f"{READY}"),
    "sources": ("/sources", '[data-testid="sources"]'),
    "import": ("/import", ".gt-root:not(.gt-searchbox) h1"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing_on_any_page(page: Page, address: str, state: str, look: str) -> None:
    path, sign = STATES[state]
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    if look == "phone":
        page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{path}")
    page.locator(sign).first.wait_for()
    page.wait_for_timeout(500)
    found = Axe().run(page)
    assert [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in found.response["violations"]
    ] == []


@pytest.mark.parametrize("state", STATES)
def test_no_page_scrolls_sideways_at_390_pixels_or_twice_the_size(
    page: Page, address: str, state: str
) -> None:
    """A window of 640 pixels is one of 1280 at 200 %."""
    path, sign = STATES[state]
    for width in (390, 640):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}{path}")
        page.locator(sign).first.wait_for()
        page.wait_for_timeout(300)
        overflow: float = page.evaluate(
            "() => { const main = document.querySelector('[data-testid=\"stMain\"]');"
            " return Math.max(main.scrollWidth - main.clientWidth,"
            " document.documentElement.scrollWidth - innerWidth); }"
        )
        assert overflow <= 0, width


def test_the_main_task_by_keyboard_alone(browser: Browser, address: str) -> None:
    """Find TAPI, read its passages, open one in its document, copy the citation."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_map(page, address)
    page.keyboard.press("/")
    page.keyboard.type("tapi")
    page.locator("#gt-search-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel = panel_of(page, "tapi")
    quote = panel.get_by_test_id("passage").first.text_content() or ""
    tab_to(page, "Next passage")
    page.keyboard.press("Enter")
    expect(panel.locator("article[aria-current=true] [data-testid=passage]")).not_to_have_text(
        quote
    )
    page.keyboard.press("ArrowLeft")
    tab_to(page, "Show in document")
    page.keyboard.press("Enter")
    shown = page.locator('[data-testid="document-passage"][aria-current="true"]')
    expect(shown).to_have_text(quote)
    tab_to(page, "Cite")
    page.keyboard.press("Enter")
    tab_to(page, "Copy")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="copied")).to_be_attached()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert quote in copied
    assert f"{address}/documents?document=gas-transit-and-peace" in copied
    context.close()


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until something of that name has the keyboard, which must be seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        found: list[str] = page.evaluate(
            "() => { const one = document.activeElement; const style = getComputedStyle(one);"
            " return [one.getAttribute('aria-label') || one.textContent.trim(),"
            " style.outlineStyle]; }"
        )
        if found[0] == name:
            assert found[1] != "none"
            return
    pytest.fail(f"The tab key does not lead to {name!r}.")


def test_nothing_moves_for_who_wants_it_still(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_map(page, f"{address}/?feature=tapi")
    moving: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.gt-root *')].filter((one) => {"
        " const style = getComputedStyle(one);"
        " return parseFloat(style.transitionDuration) > 0.01"
        " || parseFloat(style.animationDuration) > 0.01; }).map((one) => one.className)"
    )
    assert moving == []


def test_all_that_is_drawn_is_in_the_list_too(page: Page, address: str) -> None:
    open_map(page, address)
    for layers in ("", "?layers=bases,summits", "?from=2010&to=2012", "?certain=yes"):
        page.goto(f"{address}/{layers}")
        page.wait_for_selector(READY)
        drawn: list[str] = page.evaluate(
            "() => [...document.querySelectorAll("
            "'.gt-map [data-feature-id], .gt-map [data-feature-ids]')]"
            ".flatMap((one) => (one.dataset.featureIds || one.dataset.featureId).split(' '))"
        )
        listed: list[str] = page.evaluate(
            "() => [...document.querySelectorAll('[data-list-feature-id]')]"
            ".map((one) => one.dataset.listFeatureId)"
        )
        assert drawn
        assert set(drawn) <= set(listed)
