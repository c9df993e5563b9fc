"""Every page as the first that a browser opens, and what a page shows when there is no map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from groundtext.messages import message
from groundtext.model import Listed
from groundtext.ui.frame import PAGES
from groundtext.workspace import write_workspace
from tests.browser.conftest import READY, serve
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("path", "sign"),
    [
        ("/?feature=fort-alder", READY),
        ("/documents?document=workshops", READY),
        ("/sources", "[data-testid=sources]"),
    ],
)
def test_a_first_deep_link_leaves_the_console_empty(
    page: Page, zoo_address: str, path: str, sign: str
) -> None:
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(f"{zoo_address}{path}")
    page.wait_for_selector(sign)
    assert errors == []


def test_an_address_without_a_page_says_so_and_leads_to_those_that_are(
    page: Page, zoo_address: str
) -> None:
    answer = page.goto(f"{zoo_address}/nope")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading")).to_have_text("There is no page “nope”")
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_selector(READY)
    assert page.url.endswith("/timeline")


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Serve a workspace that is no longer there when a page asks for it."""
    path = tmp_path / "faulty.gpkg"
    listed = (Listed("seas.geojson", "it is no JSON; write it anew."),)
    write_workspace(path, replace(zoo.contents(), listed=listed))
    for address in serve(path, tmp_path / "server.log"):
        yield path, address


def test_what_a_build_could_not_use_is_said_and_then_that_all_is_gone(
    page: Page, faulty: tuple[Path, str]
) -> None:
    path, address = faulty
    page.goto(address)
    page.wait_for_selector(READY)
    expect(page.locator(".gt-quiet")).to_contain_text("Not used: seas.geojson. it is no JSON")
    page.get_by_role("link", name="See the sources").click()
    expect(page.get_by_test_id("sources")).to_contain_text("Read but not used")
    path.unlink()
    page.goto(address)
    failure = page.get_by_test_id("failure")
    expect(failure).to_contain_text("faulty.gpkg: there is no such workspace")
    expect(failure.get_by_role("button", name="Look again")).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_title_of_its_own(page: Page, zoo_address: str, name: str) -> None:
    page.goto(f"{zoo_address}/{name if name != PAGES[0] else ''}")
    expect(page).to_have_title(f"{message(f'frame.{name}')} · Groundtext")


def test_a_title_follows_from_page_to_page(page: Page, zoo_address: str) -> None:
    page.goto(f"{zoo_address}/timeline")
    expect(page).to_have_title("Timeline · Groundtext")
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page).to_have_title("Compare · Groundtext")
    page.go_back()
    expect(page).to_have_title("Timeline · Groundtext")
