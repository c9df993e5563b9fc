"""The dossier as a reader has it: a file, opened from disk, without a network."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from groundtext.export.dossier import write_dossier
from tests.browser.conftest import READY
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    with closing(zoo.workspace(folder)) as workspace:
        path = folder / "dossier.html"
        path.write_text(write_dossier(workspace), encoding="utf-8", newline="")
    return path


@pytest.fixture
def page(browser: Browser, dossier: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(dossier.as_uri())
    page.wait_for_selector(READY)
    yield page
    assert page.evaluate("window.ran") is None
    assert {url for url in requests if not url.startswith(dossier.as_uri())} == set()
    assert faults == []
    page.close()


def shown_quotes(page: Page) -> list[str]:
    quotes = page.get_by_test_id("passage").all()
    return [quote.text_content() or "" for quote in quotes if quote.is_visible()]


def picked_quotes(page: Page) -> list[str]:
    """Wait until one entry is picked: the page hears of a new address only afterwards."""
    expect(page.locator("article.picked")).to_have_count(1)
    return shown_quotes(page)


def test_a_click_on_a_point_shows_its_quote_to_the_letter(page: Page) -> None:
    page.locator('[data-feature-id="fort-alder"]').click()
    assert picked_quotes(page) == [zoo.SENTENCES[1]]
    panel = page.get_by_test_id("evidence-panel")
    assert panel.get_attribute("data-feature-id") == "fort-alder"


def test_a_click_on_an_area_shows_the_quote_about_its_group(page: Page) -> None:
    page.locator('[data-feature-id="north-vale"]').click()
    assert shown_quotes(page) == [zoo.SENTENCES[2]]


def test_a_stack_offers_a_list_and_hostile_text_stays_text(page: Page) -> None:
    page.locator('[data-feature-ids="rowan-1 rowan-2"]').click()
    page.locator('[data-list-feature-id="rowan-1"]').click()
    assert picked_quotes(page) == [zoo.SENTENCES[3]]
    assert page.locator("img").count() == 0


def test_the_keyboard_picks_from_the_list(page: Page) -> None:
    page.locator('article a[href="#entry-fort-alder"]').focus()
    page.keyboard.press("Enter")
    assert picked_quotes(page) == [zoo.SENTENCES[1]]


def test_back_walks_through_what_was_picked(page: Page) -> None:
    page.locator('[data-feature-id="fort-alder"]').click()
    page.locator('[data-feature-id="north-vale"]').click()
    page.go_back()
    page.wait_for_function("document.querySelectorAll('article.picked').length === 1")
    assert shown_quotes(page) == [zoo.SENTENCES[1]]


def test_a_layer_goes_and_comes_back(page: Page) -> None:
    toggle = page.locator('input[type="checkbox"][data-layer-id="forts"]')
    toggle.uncheck()
    assert page.locator('[data-feature-id="fort-alder"]').count() == 0
    toggle.check()
    assert page.locator('[data-feature-id="fort-alder"]').count() == 1


def test_each_feature_is_drawn_by_exactly_one_element(page: Page) -> None:
    for feature in zoo.FEATURES[:4]:
        assert page.locator(f'[data-feature-id="{feature.id}"]').count() == 1


def test_the_link_to_an_entry_opens_it(browser: Browser, dossier: Path) -> None:
    page = browser.new_page()
    page.goto(f"{dossier.as_uri()}#entry-fort-alder")
    assert shown_quotes(page) == [zoo.SENTENCES[1]]
    page.close()


def test_without_scripts_every_quote_can_be_read(browser: Browser, dossier: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(dossier.as_uri())
    assert set(shown_quotes(page)) == {zoo.SENTENCES[1], zoo.SENTENCES[2], zoo.SENTENCES[3]}
    assert page.get_by_text("The map needs scripts").is_visible()
    context.close()


def test_on_paper_every_quote_is_listed_whatever_was_picked(page: Page) -> None:
    page.locator('[data-feature-id="fort-alder"]').click()
    page.emulate_media(media="print")
    assert set(shown_quotes(page)) == {zoo.SENTENCES[1], zoo.SENTENCES[2], zoo.SENTENCES[3]}
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_an_assistive_technology_finds_nothing_amiss(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
