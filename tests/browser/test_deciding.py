"""Deciding on links in a table that is filtered: what is decided on leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from groundtext.workspace import Contents, write_workspace
from tests.browser.conftest import serve
from tests.browser.made_links import linked_lines
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def table(page: Page, tmp_path: Path) -> Iterator[Page]:
    """Open a table of four links that are open, as a reviewer who has said a name."""
    lines = ((f"Fort Alder was seen in report {n}.", "fort-alder") for n in range(4))
    given = Contents(zoo.LAYERS, zoo.FEATURES, zoo.COLLECTIONS, (linked_lines("reports", lines),))
    write_workspace(tmp_path / "four.gpkg", given)
    page.add_init_script("localStorage.setItem('groundtext-reviewer', 'Rhea')")
    for address in serve(tmp_path / "four.gpkg", tmp_path / "log"):
        page.goto(f"{address}/evidence")
        page.wait_for_selector('[data-testid="evidence"][data-ready="true"]')
        yield page


def test_what_is_decided_on_leaves_a_table_of_open_links(table: Page) -> None:
    table.get_by_label("Status").select_option("suggested")
    count = table.get_by_test_id("evidence-count")
    rows = table.get_by_test_id("link")
    rows.nth(1).click()
    table.get_by_role("button", name="Accept", exact=True).press("Enter")
    expect(count).to_have_text("3 of 4 links · 3 open")
    expect(rows).to_have_count(3)
    expect(table.locator("[aria-current=true]")).to_contain_text("report 2.")
    expect(table.get_by_role("button", name="Accept", exact=True)).to_be_focused()
    rows.last.click()
    table.keyboard.press("r")
    expect(count).to_have_text("2 of 4 links · 2 open")
    expect(table.locator("[aria-current=true]")).to_contain_text("report 2.")
    table.keyboard.press("u")
    expect(count).to_have_text("3 of 4 links · 3 open")


def test_a_table_of_all_links_keeps_what_is_decided_on(table: Page) -> None:
    table.keyboard.press("a")
    expect(table.get_by_test_id("evidence-count")).to_have_text("4 of 4 links · 3 open")
    expect(table.locator("[aria-current=true]")).to_contain_text("report 1.")
