"""On a phone, and in a window as low or narrow as a large zoom makes it: nothing is cut unsaid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY
from tests.browser.mapping import open_map

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Whether the upper left corner of an element is what one sees there.
IS_UNCOVERED = """(element) => {
    const { left, top } = element.getClientRects()[0];
    return element.contains(document.elementFromPoint(left + 4, top + 8));
}"""
N_COVERED = """(elements) => elements.filter((element) => {
    const { left, right, top } = element.getBoundingClientRect();
    const ends = [left + 4, right - 4].map((x) => document.elementFromPoint(x, top + 8));
    return !ends.every((seen) => element.contains(seen));
}).length"""


@pytest.fixture
def phone(page: Page) -> Page:
    """Return a page of a phone's size."""
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def middle(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"] + box["height"] / 2


def test_the_row_of_layers_fades_where_it_goes_on(phone: Page, address: str) -> None:
    open_map(phone, address)
    bar = phone.locator(".gt-toolbar")
    assert bar.evaluate("bar => bar.scrollWidth > bar.clientWidth")
    assert "gradient" in bar.evaluate("bar => getComputedStyle(bar).maskImage")
    last = bar.get_by_role("checkbox").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)


def test_every_bar_of_the_timeline_has_a_name_beside_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}/timeline")
    phone.wait_for_selector(READY)
    marks = phone.locator(".gt-mark")
    assert marks.count() > 0
    expect(marks.filter(has=phone.locator("text"))).to_have_count(marks.count())


def test_the_keyboard_on_a_handle_leaves_the_lanes_where_they_are(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{address}/timeline")
    page.wait_for_selector(READY)
    lanes = page.locator(".gt-lanes-frame")
    assert lanes.evaluate("frame => frame.scrollHeight > frame.clientHeight")
    page.get_by_role("button", name="Show earlier years").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("slider", name="Beginning of the period")).to_be_focused()
    assert lanes.evaluate("frame => frame.scrollTop") == 0


@pytest.mark.parametrize("name", ["timeline", "compare"])
def test_a_choice_stands_level_with_its_words(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    page.get_by_role("radio").first.wait_for()
    for choice in page.locator("label:has([type=radio])").all():
        assert abs(middle(choice) - middle(choice.locator("input"))) <= 1


@pytest.mark.parametrize("size", [(390, 844), (640, 400)])
def test_the_text_of_a_document_comes_before_its_map(
    page: Page, address: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}/documents?document=strategic-backyard")
    page.wait_for_selector(READY)
    sentence = page.get_by_test_id("document-passage").first
    expect(sentence).to_be_in_viewport()
    assert sentence.evaluate(IS_UNCOVERED)
    sentence.click(position={"x": 5, "y": 5})
    expect(page.get_by_test_id("passage-panel")).to_contain_text("This passage")
    expect(page.get_by_test_id("evidence-map")).not_to_be_in_viewport()
    assert sentence.evaluate(IS_UNCOVERED)
    page.get_by_role("button", name="Zoom to it").click()
    expect(page.get_by_test_id("evidence-map")).to_be_in_viewport(ratio=0.9)


def test_the_key_of_a_text_is_opened_on_a_phone(phone: Page, address: str) -> None:
    phone.goto(f"{address}/documents?document=strategic-backyard")
    phone.wait_for_selector(READY)
    key = phone.get_by_role("group", name="How names and dates are marked")
    expect(key).to_be_hidden()
    phone.get_by_role("button", name="How names and dates are marked").click()
    expect(key).to_be_visible()


@pytest.mark.parametrize("width", [1280, 1024, 900, 780])
def test_the_search_box_covers_no_name_of_a_page(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    open_map(page, address)
    names = page.get_by_test_id("stTopNavLink")
    expect(names.first).to_be_visible()
    hidden = names.evaluate_all(N_COVERED)
    more = page.get_by_text(re.compile(rf"^{hidden} more$"))
    expect(more).to_have_count(min(hidden, 1))
