"""What helps who is new: a tour, a legend of every sign, an empty map that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from groundtext.portrayal import signs
from groundtext.workspace import Contents, write_workspace
from tests.browser.conftest import READY, serve
from tests.browser.mapping import open_map

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def empty_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("empty") / "empty.gpkg"
    write_workspace(path, Contents((), (), (), ()))
    yield from serve(path, path.with_suffix(".log"))


def test_the_tour_is_offered_once_and_takes_at_most_five_steps(
    page: Page, zoo_address: str
) -> None:
    open_map(page, zoo_address)
    offer = page.get_by_test_id("tour-offer")
    offer.get_by_role("button", name="Look round").focus()
    page.keyboard.press("Enter")
    card = page.get_by_test_id("tour")
    expect(card).to_be_focused()
    seen = []
    while card.count():
        seen.append(card.get_by_role("heading").text_content())
        assert Axe().run(page, context=".gt-tour-layer").response["violations"] == []
        card.get_by_role("button", name="Next").or_(card.get_by_role("button", name="Done")).click()
    assert len(seen) == len(set(seen)) <= 5
    page.reload()
    page.wait_for_selector(READY)
    expect(offer).to_have_count(0)


def test_the_tour_ends_at_escape_and_can_be_taken_again(page: Page, zoo_address: str) -> None:
    open_map(page, zoo_address)
    page.get_by_test_id("tour-offer").get_by_role("button", name="No, thanks").click()
    page.get_by_role("button", name="Legend").click()
    page.locator("#gt-key").get_by_role("button", name="Look round").click()
    expect(page.get_by_test_id("tour")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("tour")).to_have_count(0)


def test_the_legend_explains_every_sign(page: Page, zoo_address: str) -> None:
    open_map(page, zoo_address)
    page.get_by_role("button", name="Legend").click()
    words = (page.locator("#gt-key").text_content() or "").lower()
    marks = {"struck": "struck through"}
    for mark in signs._MARKS:  # noqa: SLF001  the table of all there are
        assert marks.get(mark, mark) in words
    shapes = (
        "triangle",
        "square",
        "diamond",
        "circle",
        "line",
        "double line",
        "outline",
        "hatched",
    )
    for shape in (*shapes, "ring", "band", "number", "picked", "faded"):
        assert shape in words


def test_an_empty_map_says_what_to_do_first(page: Page, empty_address: str) -> None:
    open_map(page, empty_address)
    said = page.get_by_test_id("empty")
    expect(said).to_contain_text("Nothing is on this map yet.")
    said.get_by_role("link", name="Import documents and layers").click()
    expect(page.get_by_role("heading", name="Import", exact=True)).to_be_attached()


@pytest.mark.parametrize("path", ["documents", "timeline", "search?q=x", "evidence", "sources"])
def test_no_page_fails_without_anything_to_show(page: Page, empty_address: str, path: str) -> None:
    page.goto(f"{empty_address}/{path}")
    page.locator(".gt-root:not(.gt-searchbox)").wait_for()
    expect(page.get_by_text("cannot be shown")).to_have_count(0)


def test_the_sources_say_what_the_map_does_not_claim(page: Page, zoo_address: str) -> None:
    page.goto(f"{zoo_address}/sources")
    expect(page.get_by_test_id("not-claimed").get_by_role("listitem")).to_have_count(5)
