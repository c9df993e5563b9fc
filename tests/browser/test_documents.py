"""The documents page in a real browser: text and map light each other, hostile text stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import READY
from tests.export import zoo

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FORT, VALES = (zoo.span_of(zoo.SENTENCES[k]) for k in (1, 2))


def read(page: Page, zoo_address: str, query: str = "document=workshops") -> None:
    page.goto(f"{zoo_address}/documents?{query}")
    page.wait_for_selector(READY)


def passages(page: Page) -> Locator:
    return page.get_by_test_id("document-passage")


def picked(page: Page) -> str | None:
    return page.locator('[data-testid="document-passage"].is-picked').text_content()


def test_the_list_opens_a_document(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, "")
    page.locator('[data-list-document-id="workshops"]').click()
    page.wait_for_url("**/documents?document=workshops")
    expect(passages(page)).to_have_count(len(zoo.SENTENCES))  # the text may come after the address
    assert passages(page).all_text_contents() == list(zoo.SENTENCES)


def test_each_passage_says_where_it_stands(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    text = zoo.document().text
    for passage in passages(page).all():
        start, end = (int(passage.get_attribute(f"data-{edge}") or "") for edge in ("start", "end"))
        assert passage.text_content() == text[start:end]


def test_a_deep_link_picks_its_passage(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, f"document=workshops&start={VALES.start}&end={VALES.end}")
    assert picked(page) == zoo.SENTENCES[2]
    assert page.locator('[data-feature-id="north-vale"].is-picked').count() == 1


def test_a_passage_lights_its_features_and_python_writes_the_link(
    page: Page, zoo_address: str
) -> None:
    read(page, zoo_address)
    passages(page).nth(1).click(position={"x": 5, "y": 5})
    page.wait_for_url(f"**document=workshops&start={FORT.start}&end={FORT.end}")
    assert page.locator('[data-feature-id="fort-alder"].is-picked').count() == 1
    assert "Why: “Fort Alder” is its name." in page.get_by_test_id("passage-panel").inner_text()


def test_a_feature_on_the_map_lights_its_passages(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    page.locator('[data-feature-id="north-vale"]').click()
    page.wait_for_url("**feature=north-vale**")
    assert picked(page) == zoo.SENTENCES[2]
    assert page.locator(".gt-sentence.is-lit").all_text_contents() == [zoo.SENTENCES[2]]


def test_a_chip_picks_its_feature_from_the_keyboard(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    page.locator('.gt-chip[data-link-id="rowan-1"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**feature=rowan-1**")
    assert picked(page) == zoo.SENTENCES[3]


def test_no_feature_has_two_rows_and_none_is_hidden(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    passages(page).nth(1).click(position={"x": 5, "y": 5})
    page.get_by_test_id("passage-panel").locator('[data-link-id="fort-alder"]').wait_for()
    assert page.locator("[data-list-feature-id]").count() == 0


def test_arrows_step_through_what_is_on_the_map_and_escape_lets_go(
    page: Page, zoo_address: str
) -> None:
    read(page, zoo_address)
    page.locator(".gt-reader").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert picked(page) == zoo.SENTENCES[2]
    page.keyboard.press("Escape")
    page.wait_for_url("**/documents?document=workshops")
    assert page.locator(".gt-sentence.is-picked").count() == 0


def test_shift_and_an_arrow_reach_what_supports_nothing(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    page.locator(".gt-reader").focus()
    page.keyboard.press("Shift+ArrowRight")
    first = page.locator(".gt-sentence").first
    expect(first).to_have_attribute("aria-current", "true")
    assert "has-links" not in (first.get_attribute("class") or "")
    expect(page.get_by_test_id("add-link")).to_be_visible()
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".gt-sentence").last).to_have_attribute("aria-current", "true")


def test_only_what_the_document_supports_is_on_the_map(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    drawn = page.locator("[data-testid=evidence-map] [data-feature-id]")
    ids = {element.get_attribute("data-feature-id") for element in drawn.all()}
    assert ids == {"fort-alder", "north-vale", "rowan-1"}


def test_back_walks_through_what_was_picked(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    passages(page).nth(1).click(position={"x": 5, "y": 5})
    page.wait_for_url(f"**start={FORT.start}**")
    passages(page).nth(2).click(position={"x": 5, "y": 5})
    page.wait_for_url(f"**start={VALES.start}**")
    page.go_back()
    page.wait_for_url(f"**start={FORT.start}**")
    page.wait_for_function("document.querySelector('.is-picked')?.textContent.startsWith('Tents')")


def test_readings_and_matches_are_marked(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    assert page.locator(".gt-sentence .gt-literal").text_content() == "Fort Alder"
    assert page.locator(".gt-sentence .gt-associative").text_content() == "Oakville"
    assert "northern valleys" in page.locator(".gt-sentence .gt-match").all_text_contents()


def test_boilerplate_is_pale_and_says_why(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    passages(page).last.click()
    panel = page.get_by_test_id("passage-panel")
    assert "Not used as evidence: a newsletter appeal." in panel.inner_text()


def test_a_document_that_is_gone_says_so_and_shows_the_list(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, "document=burnt")
    page.get_by_text("There is no document “burnt” here").wait_for()
    assert page.locator("[data-list-document-id]").count() == 1


def test_hostile_text_makes_no_element(page: Page, zoo_address: str) -> None:
    read(page, zoo_address)
    passages(page).nth(3).click(position={"x": 5, "y": 5})
    page.get_by_test_id("passage-panel").get_by_text("described").wait_for()
    assert page.locator(".gt-root img, .gt-root script").count() == 0


def test_an_assistive_technology_finds_nothing_amiss(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    found = Axe().run(page, context=".gt-root")
    assert found.violations_count == 0, found.generate_report()


def test_before_a_document_is_picked_nothing_is_said_of_one(page: Page, zoo_address: str) -> None:
    page.goto(f"{zoo_address}/documents")
    page.wait_for_selector(READY)
    expect(page.get_by_text("Pick a document to read it")).to_be_visible()
    expect(page.get_by_test_id("passage-panel")).to_have_text("")
