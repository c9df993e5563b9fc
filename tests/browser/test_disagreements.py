"""Dates, disagreements and actors in a real browser, over documents that disagree."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY, serve
from tests.browser.mapping import open_map, panel_of, wait_for_url
from tests.export import zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("disputed")
    with closing(disputed.workspace(folder)) as workspace:
        path = workspace.path
    yield from serve(path, folder / "server.log")


def read(page: Page, address: str, document: str) -> None:
    page.goto(f"{address}/documents?document={document}")
    page.wait_for_selector(READY)


def test_a_disagreement_stands_above_the_passages(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=rowan-2")
    dates, outcomes = panel_of(page, "rowan-2").get_by_test_id("disagreement").all()
    expect(outcomes).to_contain_text("Documents disagree on the outcome")
    assert dates.locator(".gt-stated").all_text_contents() == ["3 May 2019", "28–30 May 2019"]
    quotes = dates.locator(".gt-quote").all_text_contents()
    assert quotes == [disputed.ALMANAC, zoo.SENTENCES[3]]


def test_a_statement_leads_to_its_document(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=rowan-2")
    dates = panel_of(page, "rowan-2").get_by_test_id("disagreement").first
    dates.get_by_role("link", name="Show in document").first.click()
    page.wait_for_url(f"**/documents?document=almanac&start=0&end={len(disputed.ALMANAC)}**")
    expect(page.locator(".gt-sentence.is-picked")).to_have_text(disputed.ALMANAC)


def test_a_passage_says_its_date_and_where_else_it_stands(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=rowan-2")
    passage = panel_of(page, "rowan-2").locator(".gt-passage").first
    expect(passage.locator(".gt-says")).to_have_text(f"Says: {disputed.SAID}")
    expect(passage).to_contain_text("Also at 1 other place of the document")


def test_the_line_under_the_map_leads_to_what_is_disputed(page: Page, address: str) -> None:
    open_map(page, address)
    page.get_by_role("link", name="2 disagreements between documents").click()
    panel_of(page, "rowan-2")
    wait_for_url(page, "feature=rowan-2")


def test_a_date_tells_its_meaning_from_the_keyboard(page: Page, address: str) -> None:
    read(page, address, "workshops")
    date = page.locator(".gt-sentence .gt-date")
    expect(date).to_have_attribute("title", "that winter: read as winter 2020")
    date.focus()
    page.keyboard.press("Enter")
    dates = page.get_by_test_id("passage-panel").get_by_test_id("dates")
    expect(dates).to_contain_text("that winter · read as winter 2020")


def test_a_date_that_a_match_cuts_is_one_stop(page: Page, address: str) -> None:
    read(page, address, "almanac")
    date = page.locator(".gt-sentence .gt-date")
    expect(date).to_have_text("3 May 2019")
    expect(date.locator(".gt-match")).to_have_text("3 May")


def test_the_actors_switch_shows_the_rest_as_what_they_are(page: Page, address: str) -> None:
    read(page, address, "workshops")
    listed = page.get_by_test_id("actors-list")
    expect(listed).to_be_hidden()
    page.get_by_test_id("actors-switch").check()
    expect(listed).to_contain_text("Read as part of another name")
    listed.get_by_role("button", name="Oakville · 1 passage").click()
    expect(page.locator(".gt-sentence.is-picked")).to_have_text(zoo.SENTENCES[2])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?feature=rowan-2", "documents?document=almanac&start=0"])
def test_axe_finds_nothing_and_hostile_text_stays_text(
    page: Page, address: str, query: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    open_map(page, f"{address}/{query}")
    if query.startswith("documents"):
        page.get_by_test_id("actors-switch").check()
    found = Axe().run(page, context=f'.gt-root[data-theme="{scheme}"]')
    assert [fault["id"] for fault in found.response["violations"]] == []
    assert page.locator(".gt-root img, .gt-root script").count() == 0
