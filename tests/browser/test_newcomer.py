"""A newcomer's first hour: a folder is imported, its map read, links decided on, all taken out."""

from __future__ import annotations

import json
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from groundtext.settings import PROJECTS_VARIABLE, ROOT
from tests.browser.conftest import READY, serve
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EXAMPLE = ROOT / "examples" / "rhine-low-water"
REPORT = '[data-testid="import-report"][data-finished="true"]'
EVIDENCE = '[data-testid="evidence"][data-ready="true"]'


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("projects")


@pytest.fixture(scope="module")
def address(projects: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("first")
    with closing(zoo.workspace(folder)) as workspace:
        path = workspace.path
    yield from serve(path, folder / "server.log", **{PROJECTS_VARIABLE: str(projects)})


@pytest.fixture(scope="module")
def _imported(address: str, browser: Browser) -> None:
    """Start a project on the page, and drop the folder into it: once for all tests here."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/import")
    page.get_by_label("Title of the new project").fill("Low water")
    page.get_by_role("button", name="Start a project").click()
    page.get_by_test_id("import-zone").wait_for()
    files = [str(path) for path in sorted(EXAMPLE.iterdir())]
    page.get_by_test_id("import-files").set_input_files(files)
    page.wait_for_selector(REPORT, timeout=120_000)
    context.close()


@pytest.mark.usefixtures("_imported")
def test_the_report_tells_of_each_file_and_stays(page: Page, address: str) -> None:
    page.goto(f"{address}/import")
    page.wait_for_selector(REPORT)
    names = {row.get_attribute("data-file") for row in page.locator(".gt-file").all()}
    assert names == {path.name for path in EXAMPLE.iterdir()}
    assert page.locator('[data-outcome="refused"][data-count="0"]').count() == 1
    assert Axe().run(page).response["violations"] == []


@pytest.mark.usefixtures("_imported")
def test_what_files_do_not_say_can_be_said(page: Page, address: str) -> None:
    page.goto(f"{address}/import")
    page.wait_for_selector(REPORT)
    page.get_by_label("Title of notice-basel.eml/surcharge-table.txt").fill("Surcharge by gauge")
    page.get_by_role("button", name="Keep, and find the links anew").click()
    expect(page.get_by_text("The import is done.")).to_be_visible(timeout=60_000)
    page.goto(f"{address}/documents")
    expect(page.get_by_text("Surcharge by gauge").first).to_be_visible()


@pytest.mark.usefixtures("_imported")
def test_what_was_said_can_be_corrected_and_a_fault_is_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}/import")
    page.wait_for_selector(REPORT)
    page.get_by_text(re.compile("^Correct what is known of")).click()
    published = page.get_by_test_id("import-stated").get_by_label(re.compile("^Published of")).last
    before = published.input_value()
    keep = page.get_by_role("button", name="Keep, and find the links anew")
    published.fill("last week")
    keep.click()
    expect(page.get_by_role("alert")).to_contain_text("'last week' is no date")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    published.fill(before or "2018-08")
    page.get_by_test_id("import-stated").get_by_label(re.compile("^Author of")).last.fill("R. Reed")
    keep.click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text("The import is done.")).to_be_visible(timeout=60_000)


@pytest.mark.usefixtures("_imported")
def test_the_map_has_the_features_and_their_sentences(page: Page, address: str) -> None:
    page.goto(f"{address}/?feature=gauge-kaub")
    page.wait_for_selector(READY)
    passages = page.get_by_test_id("passage")
    expect(passages.first).to_contain_text("Kaub")
    assert passages.count() >= 10
    assert page.locator('[data-feature-id="betuweroute"]').count() >= 1


@pytest.mark.usefixtures("_imported")
def test_a_page_of_the_original_is_named_and_opened(page: Page, address: str) -> None:
    page.goto(f"{address}/?feature=bonn-2019")
    page.wait_for_selector(READY)
    expect(page.get_by_text("page 1").first).to_be_visible()
    answer = page.request.get(f"{address}/groundtext/original/plan-reviewed")
    assert answer.body() == (EXAMPLE / "plan-reviewed.pdf").read_bytes()
    assert answer.headers["content-disposition"].startswith("inline")
    other = page.request.get(f"{address}/groundtext/original/dry-august")
    assert other.headers["content-disposition"].startswith("attachment")  # HTML may run scripts


@pytest.mark.usefixtures("_imported")
def test_ten_links_are_reviewed_with_the_keyboard_alone(
    page: Page, address: str, projects: Path
) -> None:
    page.goto(f"{address}/evidence")
    page.wait_for_selector(EVIDENCE)
    count = page.locator('[data-testid="evidence-count"]')
    [n_open] = re.findall(r"(\d+) open", count.inner_text())
    page.keyboard.press("a")  # asks who decides
    page.get_by_label("Your name, for decisions").fill("Rhea")
    page.keyboard.press("Enter")
    for key in "aaarraarar":
        page.keyboard.press("n")
        before = count.inner_text()
        page.keyboard.press(key)
        expect(count).not_to_have_text(before)
    log = projects / "low-water" / "groundtext.review.jsonl"
    decisions = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert len(decisions) == 10
    assert {each["by"] for each in decisions} == {"Rhea"}
    page.keyboard.press("u")
    expect(page.get_by_text("Taken back: 1 decision.")).to_be_attached()
    page.reload()
    page.wait_for_selector(EVIDENCE)
    expect(count).to_contain_text(f"{int(n_open) - 9} open")
    assert Axe().run(page).response["violations"] == []


@pytest.mark.usefixtures("_imported")
def test_a_rejected_link_is_gone_from_the_map(page: Page, address: str) -> None:
    page.add_init_script("localStorage.setItem('groundtext-reviewer', 'Rhea')")
    page.goto(f"{address}/?feature=port-neuss")
    page.wait_for_selector(READY)
    expect(page.get_by_test_id("passage")).to_have_count(1)
    page.goto(f"{address}/evidence?feature=port-neuss")
    page.wait_for_selector(EVIDENCE)
    page.keyboard.press("r")
    expect(page.locator('[data-testid="link"][data-status="rejected"]')).to_have_count(1)
    page.goto(f"{address}/?feature=port-neuss")
    page.wait_for_selector(READY)
    assert page.get_by_test_id("passage").count() == 0


@pytest.mark.usefixtures("_imported")
def test_a_link_is_added_by_marking_words(page: Page, address: str) -> None:
    page.add_init_script("localStorage.setItem('groundtext-reviewer', 'Rhea')")
    page.goto(f"{address}/documents?document=hunger-stones")
    page.wait_for_selector(READY)
    passage = page.get_by_test_id("document-passage").filter(has_text="toll castle")
    passage.click(position={"x": 5, "y": 5})
    passage.evaluate(
        "element => getSelection().selectAllChildren(element.querySelector('span') || element)"
    )
    page.get_by_test_id("add-link").click()
    page.get_by_label("Feature or group that it supports").fill("Left bank line, Cologne–Mainz")
    page.get_by_label("Why").fill("the train to Kaub runs on it")
    page.get_by_role("button", name="Add the link").click()
    page.wait_for_url("**feature=left-bank-line**")
    page.goto(f"{address}/?feature=left-bank-line")
    page.wait_for_selector(READY)
    expect(page.get_by_text("the train to Kaub runs on it")).to_be_visible()


@pytest.mark.usefixtures("_imported")
@pytest.mark.parametrize("form", ["gpkg", "geojson", "kml", "csv", "lpf", "annotations"])
def test_everything_leaves_in_other_forms(page: Page, address: str, form: str) -> None:
    page.goto(f"{address}/")
    page.wait_for_selector(READY)
    page.get_by_test_id("save-as").locator("summary").click()
    with page.expect_download() as download:
        page.locator(f'a[data-form="{form}"]').click()
    assert download.value.path().stat().st_size > 1_000


@pytest.mark.usefixtures("_imported")
@pytest.mark.parametrize("path", ["imports", "projects", "decisions", "known"])
def test_another_site_can_change_nothing(page: Page, address: str, path: str) -> None:
    answer = page.request.post(f"{address}/groundtext/{path}", data={"title": "x"})
    assert answer.status == 403


@pytest.mark.usefixtures("_imported")
def test_a_window_that_shows_another_project_takes_nothing_in(
    page: Page, address: str, browser: Browser
) -> None:
    page.goto(f"{address}/import")
    page.get_by_test_id("import-zone").wait_for()
    expect(page).to_have_title("Import · Low water · Groundtext")
    expect(page.get_by_placeholder("Search in Low water")).to_be_visible()
    with closing(browser.new_context()) as context:
        other = context.new_page()
        other.goto(f"{address}/import")
        other.get_by_text("Start another project").click()
        other.get_by_label("Title of the new project").fill("Tea")
        other.get_by_role("button", name="Start a project").click()
        expect(other).to_have_title("Import · Tea · Groundtext")
        page.get_by_test_id("import-files").set_input_files(
            {"name": "note.txt", "mimeType": "text/plain", "buffer": b"Kaub is low."}
        )
        expect(page.get_by_role("alert")).to_contain_text("shows “Low water”, and “Tea” is open")
        other.get_by_role("button", name="Low water").click()
        expect(other).to_have_title("Import · Low water · Groundtext")
