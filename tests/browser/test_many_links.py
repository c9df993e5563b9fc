"""Ten thousand links in one table, and a link that is added by a click on the map."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from groundtext.workspace import Contents, write_workspace
from tests.browser.conftest import READY, serve
from tests.browser.made_links import linked_lines
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.slow]
N_LINKS = 10_000


def many_links(path: Path) -> None:
    """Write a document of sentences that name one fort each."""
    lines = ((f"Fort Alder was seen in report {n}.", "fort-alder") for n in range(N_LINKS))
    analysis = linked_lines("reports", lines)
    write_workspace(path, Contents(zoo.LAYERS, zoo.FEATURES, zoo.COLLECTIONS, (analysis,)))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("many") / "many.gpkg"
    many_links(path)
    yield from serve(path, path.with_suffix(".log"))


def test_ten_thousand_links_are_one_table_of_few_rows(page: Page, address: str) -> None:
    page.goto(f"{address}/evidence")
    page.wait_for_selector('[data-testid="evidence"][data-ready="true"]')
    expect(page.get_by_test_id("evidence-count")).to_contain_text("10,000")
    rows = page.get_by_test_id("link")
    assert rows.count() < 100
    expect(rows.first).to_contain_text("report 0.")
    page.locator(".gt-links-frame").evaluate("frame => { frame.scrollTop = frame.scrollHeight; }")
    expect(rows.last).to_contain_text("report 9999.")
    assert rows.count() < 100
    page.keyboard.press("/")
    page.keyboard.type("report 4321.")
    expect(rows).to_have_count(1)
    expect(page.get_by_test_id("evidence-count")).to_contain_text("1 of 10,000")


def test_ten_thousand_links_are_searched_and_counted(page: Page, address: str) -> None:
    page.goto(f"{address}/search?q=report%204321%20")
    found = page.get_by_test_id("search-results").get_by_test_id("passage")
    expect(found).to_have_count(1)
    page.goto(f"{address}/search?q=alder%20")
    expect(page.get_by_test_id("search-said")).to_contain_text("More than 2,000 passages")


@pytest.fixture(scope="module")
def own_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a workspace that may be decided on."""
    folder = tmp_path_factory.mktemp("own")
    with closing(zoo.workspace(folder)) as workspace:
        path = workspace.path
    yield from serve(path, folder / "server.log")


def open_adder(page: Page, address: str) -> Locator:
    """Open the form for a link that was not found, and return its field for the feature."""
    page.add_init_script("localStorage.setItem('groundtext-reviewer', 'Rhea')")
    page.goto(f"{address}/documents?document=workshops")
    page.wait_for_selector(READY)
    page.get_by_test_id("document-passage").first.click(position={"x": 5, "y": 5})
    page.get_by_test_id("add-link").click()
    return page.get_by_label("Feature or group that it supports")


def test_a_part_of_one_name_alone_names_the_feature_of_an_added_link(
    page: Page, own_address: str
) -> None:
    field = open_adder(page, own_address)
    said = page.get_by_test_id("adder").get_by_role("alert")
    field.fill("zzz")
    field.press("Enter")
    expect(said.last).to_have_text("There is no feature “zzz” here; take one of the list.")
    field.fill("o")
    field.press("Enter")
    expect(said.last).to_contain_text("features and groups have “o” in their names")
    expect(field).to_be_focused()
    field.fill("rt ald")
    field.press("Enter")
    expect(field).to_have_value("Fort Alder")
    expect(said.filter(has_text="in their names")).to_have_count(0)
    expect(page.get_by_label("Why")).to_be_focused()


def test_the_feature_of_an_added_link_can_be_picked_on_the_map(
    page: Page, own_address: str
) -> None:
    field = open_adder(page, own_address)
    spot = page.evaluate(
        """() => {
            const marker = document.querySelector('.gt-map [data-feature-id="fort-alder"]');
            const box = (marker.querySelector('.gt-shape') || marker).getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    page.mouse.click(*spot)
    expect(field).to_have_value("Fort Alder")
