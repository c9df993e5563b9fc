"""The menu under the map that takes everything out, with a mouse and without."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from groundtext.export import FORMS
from tests.browser.conftest import READY
from tests.export import zoo

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def shown(page: Page, zoo_address: str) -> Page:
    page.goto(zoo_address)
    page.wait_for_selector(READY)
    return page


def saved(page: Page, form: str, folder: Path) -> bytes:
    with page.expect_download() as waiting:
        page.locator(f'[data-form="{form}"]').click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.name == f"groundtext-{form}.{FORMS[form].suffix}"
    return path.read_bytes()


def test_the_menu_has_every_form_that_knows_layers(shown: Page) -> None:
    shown.get_by_test_id("save-as").locator("summary").click()
    links = shown.locator("[data-form]")
    names = [link.get_attribute("data-form") for link in links.all()]
    assert names == [name for name, form in FORMS.items() if form.knows_layers]
    assert all(link.is_visible() for link in links.all())
    found = Axe().run(shown, context='[data-testid="save-as"]')
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [1920, 1280, 900, 420])
def test_the_open_menu_is_on_the_screen(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    menu = shown.get_by_test_id("save-as")
    menu.locator("summary").click()
    box = menu.locator("div").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_a_form_is_saved_with_the_quotes(shown: Page, tmp_path: Path) -> None:
    shown.get_by_test_id("save-as").locator("summary").click()
    assert zoo.SENTENCES[1].encode() in saved(shown, "geojson", tmp_path)
    assert saved(shown, "gpkg", tmp_path).startswith(b"SQLite format 3")


def test_a_layer_that_is_off_is_not_saved(shown: Page, tmp_path: Path) -> None:
    shown.locator('input[data-layer-id="forts"]').uncheck()
    shown.get_by_test_id("save-as").locator("summary").click()
    features = json.loads(saved(shown, "geojson", tmp_path))["features"]
    assert {feature["properties"]["layer"] for feature in features} == {
        layer.id for layer in zoo.LAYERS if layer.id != "forts"
    }


def test_a_dossier_opens_with_what_was_picked(shown: Page, tmp_path: Path) -> None:
    shown.locator('[data-feature-id="fort-alder"]').click()
    shown.get_by_test_id("save-as").locator("summary").click()
    assert b'"picked":"fort-alder"' in saved(shown, "dossier", tmp_path)


def test_the_keyboard_opens_chooses_and_leaves(shown: Page) -> None:
    menu = shown.get_by_test_id("save-as")
    menu.locator("summary").focus()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    expect(shown.locator('[data-form="dossier"]')).to_be_focused()
    shown.keyboard.press("Tab")
    with shown.expect_download() as waiting:
        shown.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "groundtext-gpkg.gpkg"
    shown.keyboard.press("Escape")
    expect(menu.locator("summary")).to_be_focused()
    expect(shown.locator('[data-form="gpkg"]')).to_be_hidden()


def test_whoever_goes_on_has_closed_it(shown: Page) -> None:
    shown.get_by_test_id("save-as").locator("summary").click()
    shown.locator('[data-form="dossier"]').focus()
    shown.locator('input[data-layer-id="forts"]').focus()
    expect(shown.locator('[data-form="dossier"]')).to_be_hidden()


@pytest.mark.parametrize(("place", "form"), [("evidence", "csv"), ("sources", "gold-jsonl")])
def test_other_pages_save_everything_too(
    page: Page, zoo_address: str, tmp_path: Path, place: str, form: str
) -> None:
    page.goto(f"{zoo_address}/{place}")
    if place == "evidence":
        page.get_by_test_id("save-as").locator("summary").click()
    assert saved(page, form, tmp_path).decode().count("workshops") >= len(zoo.LINKS) - 1
