"""The Compare page in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from groundtext.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MEETING = "istanbul-2021-04"


def open_page(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/compare{query}")
    page.get_by_test_id("compare").locator("h2").first.wait_for()


def test_each_document_that_speaks_has_its_column_and_the_others_are_named(
    page: Page, address: str, shipped: Path
) -> None:
    open_page(page, address, f"?feature={MEETING}")
    workspace = Workspace.open(shipped)
    evidence = workspace.evidence([MEETING])
    columns = page.get_by_test_id("sides").locator("article")
    speaking = list(dict.fromkeys(each.document.id for each in evidence))
    assert [c.get_attribute("data-document-id") for c in columns.all()] == speaking
    quotes = {quote.text_content() for quote in columns.get_by_test_id("passage").all()}
    assert quotes == {each.quote for each in evidence}
    silent = len(workspace.document_cards()) - len(speaking)
    expect(page.get_by_test_id("silence")).to_contain_text(f"{silent} documents are silent")


def test_a_disagreement_stands_with_both_quotes(page: Page, address: str, shipped: Path) -> None:
    [dispute] = Workspace.open(shipped).disagreements()
    for query in ("", f"?feature={MEETING}"):
        open_page(page, address, query)
        shown = page.get_by_test_id("disagreement")
        expect(shown).to_have_attribute("data-aspect", dispute.aspect)
        expect(shown.locator("blockquote")).to_have_count(len(dispute.statements))
        for statement in dispute.statements:
            expect(shown).to_contain_text(statement.says)


def test_a_choice_is_in_the_address_and_can_be_gone_back_from(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_test_id("compare-choice").select_option("bagram")
    page.wait_for_url("**/compare?feature=bagram")
    expect(page.get_by_role("heading", name="Bagram Airfield")).to_be_visible()
    page.go_back()
    expect(page.get_by_test_id("matrix")).to_be_visible()
    expect(page.get_by_test_id("compare-choice")).to_have_value("")


def test_the_map_leads_to_the_comparison_where_several_documents_speak(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/?feature={MEETING}")
    page.get_by_role("link", name="Compare 2 documents").click()
    page.wait_for_url(f"**/compare?feature={MEETING}")
    expect(page.get_by_test_id("sides")).to_be_visible()


def test_an_id_that_is_gone_says_so_and_shows_everything(page: Page, address: str) -> None:
    open_page(page, address, "?feature=atlantis")
    expect(page.locator(".gt-compare-notices")).to_contain_text("no feature “atlantis”")
    expect(page.get_by_test_id("matrix")).to_be_visible()


def test_a_cell_leads_to_what_the_document_says(page: Page, address: str) -> None:
    open_page(page, address)
    row = page.get_by_test_id("matrix").locator("tr", has_text="Galkynysh gas field")
    row.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/documents\?document=gas-transit-and-peace&.*feature=galkynysh"))
    expect(page.locator('[data-testid="document-passage"][aria-current="true"]')).to_be_visible()


def test_silence_is_shown_when_it_is_asked_for(page: Page, address: str, shipped: Path) -> None:
    open_page(page, address)
    matrix = page.get_by_test_id("matrix")
    expect(matrix.locator("[data-compare-id=ayni]")).to_have_count(0)
    page.get_by_label("Silent", exact=True).check()
    expect(matrix.locator("[data-compare-id=ayni]")).to_have_count(1)
    expect(matrix.locator("td a")).to_have_count(0)
    page.get_by_label("All", exact=True).check()
    everything = Workspace.open(shipped)
    n_rows = len(everything.features()) + len(everything.collections())
    expect(matrix.locator("tbody [data-compare-id]")).to_have_count(n_rows)


def test_the_arrow_keys_walk_from_cell_to_cell_with_one_tab_stop(page: Page, address: str) -> None:
    open_page(page, address)
    matrix = page.get_by_test_id("matrix")
    expect(matrix.locator('tbody [tabindex="0"]')).to_have_count(1)
    matrix.locator('tbody [tabindex="0"]').focus()
    page.keyboard.press("ArrowDown")
    expect(matrix.locator("[data-compare-id=galkynysh]")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("td a:focus")).to_have_attribute(
        "aria-label", re.compile("1 passage: Galkynysh")
    )
    expect(matrix.locator('tbody [tabindex="0"]')).to_have_count(1)


def test_silent_passages_are_fetched_when_somebody_asks(page: Page, zoo_address: str) -> None:
    open_page(page, zoo_address)
    group = page.get_by_test_id("silent-passages").locator("details").first
    group.locator("summary").click()
    expect(group.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", f"?feature={MEETING}"])
def test_axe_finds_nothing(page: Page, address: str, query: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    open_page(page, address, query)
    found = Axe().run(page, context=".gt-root")
    assert [fault["id"] for fault in found.response["violations"]] == []


def test_what_is_silent_is_counted_by_features_and_groups(page: Page, address: str) -> None:
    open_page(page, address)
    matrix = page.get_by_test_id("matrix")
    page.get_by_label("Silent").check()
    silent = page.get_by_test_id("silent-features").locator("button").count()
    said = page.locator(".gt-said", has_text="in all")
    expect(said).to_contain_text(f"{silent} features and 1 group, of ")
    expect(matrix.locator("tbody [data-compare-id]")).to_have_count(silent + 1)
