"""The timeline in a real browser: one period for the lanes, the map and the list."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from groundtext.workspace import Contents, Workspace, write_workspace
from tests.browser.conftest import READY, serve
from tests.export import zoo

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def open_timeline(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}/timeline{query}")
    page.wait_for_selector(READY)


def play(page: Page, address: str) -> None:
    """Open a page and play the years until the first ones are shown."""
    page.goto(address)
    page.wait_for_selector(READY)
    page.get_by_role("button", name="Play the years").click()
    end = page.get_by_role("slider", name="End of the period")
    expect(end).to_have_attribute("aria-valuetext", re.compile(r"^Dec (199|200)\d$"))


def drag(page: Page, start: float, end: float) -> None:
    """Draw a period with the mouse, between two parts of the width, over an empty place."""
    plot = page.get_by_test_id("brush").bounding_box()
    assert plot is not None
    y = plot["y"] + 2
    page.mouse.move(plot["x"] + start * plot["width"], y)
    page.mouse.down()
    page.mouse.move(plot["x"] + end * plot["width"], y, steps=6)
    page.mouse.up()


def test_a_drag_limits_the_map_the_lanes_and_the_list_at_once(page: Page, address: str) -> None:
    open_timeline(page, address)
    said = page.get_by_test_id("timeline-said")
    expect(said).to_contain_text("5 documents of 5")
    drag(page, 0.05, 0.3)
    expect(said).to_contain_text("0 documents of 5")
    expect(page.locator('[data-mark-id="bagram"]')).not_to_have_class(re.compile("is-out"))
    expect(page.locator('[data-mark-id="moscow-2021-03-18"]')).to_have_class(re.compile("is-out"))
    expect(page.locator('[data-feature-ids*="moscow-2021-03-18"]')).to_have_class(
        re.compile("is-past")
    )
    expect(page.locator('path[data-feature-id="tapi-afghanistan"]')).not_to_have_class(
        re.compile("is-past")
    )
    page.wait_for_url(re.compile(r"from=\d{4}-\d{2}&to=\d{4}-\d{2}"))


def test_a_drag_from_a_sign_draws_a_period_and_a_press_on_it_picks_it(
    page: Page, address: str
) -> None:
    open_timeline(page, address)
    sign = page.locator('[data-mark-id="tapi-afghanistan"]')
    box = sign.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.4, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=\d{4}-\d{2}&to=\d{4}-\d{2}"))
    assert "feature=" not in page.url
    assert page.evaluate("getSelection().toString()") == ""
    sign.click()
    page.wait_for_url("**feature=tapi-afghanistan**")
    assert "from=" in page.url


def test_an_address_opens_its_period_and_feature(page: Page, address: str) -> None:
    open_timeline(page, address, "?from=2019&to=2019&feature=moscow-talks")
    expect(page.get_by_test_id("period")).to_have_text("Jan 2019 to Dec 2019")
    expect(page.get_by_test_id("timeline-said")).to_contain_text("2 documents of 5")
    rows = page.locator(".gt-time-passage:visible")
    expect(rows.first).to_contain_text("Moscow")
    page.get_by_role("button", name="Show all times").click()
    page.wait_for_url(lambda url: "from=" not in url)
    expect(page.get_by_test_id("period")).to_contain_text("All times")


def test_the_arrow_keys_move_an_end_by_a_month_and_page_keys_by_a_year(
    page: Page, address: str
) -> None:
    open_timeline(page, address, "?from=2015-03&to=2016-08")
    beginning = page.get_by_role("slider", name="Beginning of the period")
    beginning.focus()
    page.keyboard.press("ArrowRight")
    expect(beginning).to_have_attribute("aria-valuetext", "Apr 2015")
    page.keyboard.press("PageDown")
    expect(beginning).to_have_attribute("aria-valuetext", "Apr 2014")
    end = page.get_by_role("slider", name="End of the period")
    end.focus()
    page.keyboard.press("ArrowLeft")
    expect(end).to_have_attribute("aria-valuetext", "Jul 2016")
    page.wait_for_url("**/timeline?from=2014-04&to=2016-07")


def test_an_end_never_passes_the_other(page: Page, address: str) -> None:
    open_timeline(page, address, "?from=2015-03&to=2015-04")
    end = page.get_by_role("slider", name="End of the period")
    end.focus()
    page.keyboard.press("PageDown")
    expect(end).to_have_attribute("aria-valuetext", "Mar 2015")


def test_an_end_that_was_not_moved_stays_as_it_was_written(page: Page, address: str) -> None:
    open_timeline(page, address, "?from=2019-05-28&to=2019-09")
    expect(page.get_by_test_id("period")).to_have_text("May 2019 to Sep 2019")
    page.get_by_role("slider", name="End of the period").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/timeline?from=2019-05-28&to=2019-10")


def test_an_open_end_is_open_and_not_the_edge_of_the_axis(page: Page, address: str) -> None:
    open_timeline(page, address, "?to=2010")
    old = page.locator('[data-mark-id="sary-shagan"]')
    expect(old).not_to_have_class(re.compile("is-out"))
    page.get_by_role("slider", name="End of the period").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/timeline?to=2010-11")
    expect(old).not_to_have_class(re.compile("is-out"))


def test_a_mark_is_picked_by_keyboard_and_its_passages_are_listed(page: Page, address: str) -> None:
    open_timeline(page, address)
    page.locator('[data-mark-id="moscow-2021-03-18"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/timeline?feature=moscow-2021-03-18")
    expect(page.locator('[data-mark-id="moscow-2021-03-18"]')).to_have_class(
        re.compile("is-picked")
    )
    shown = page.locator(".gt-time-passage:visible").all()
    assert shown
    for passage in shown:
        names = passage.locator(".gt-time-what button").all_text_contents()
        assert any("Moscow" in name or "roika" in name for name in names)


def test_a_passage_is_listed_and_counted_once_whatever_it_supports(
    page: Page, address: str, shipped: Path
) -> None:
    with closing(Workspace.open(shipped)) as workspace:
        evidence = workspace.evidence()
    n_passages = len({(each.link.document_id, each.link.span) for each in evidence})
    assert n_passages < len(evidence)
    open_timeline(page, address)
    expect(page.locator(".gt-time-passage:visible")).to_have_count(n_passages)
    expect(page.locator(".gt-time-passage .gt-time-what button")).to_have_count(len(evidence))
    expect(page.get_by_test_id("timeline-said")).to_have_text(
        f"Telling of this time: {n_passages} passages of {n_passages}. "
        "Published in it: 5 documents of 5."
    )


def test_the_years_play_and_stop(page: Page, address: str) -> None:
    open_timeline(page, address)
    page.get_by_role("button", name="Play the years").click()
    expect(page.get_by_test_id("period")).to_have_text(re.compile(r"^Jan \d{4} to Dec \d{4}$"))
    page.get_by_role("button", name="Pause").click()
    page.wait_for_url(re.compile("to="))
    expect(page.get_by_role("button", name="Play the years")).to_be_visible()


def test_the_bar_takes_a_period_along_and_what_was_shown_again_is_shown_there(
    page: Page, address: str
) -> None:
    open_timeline(page, address, "?from=2010&to=2014")
    bar = page.get_by_test_id("stTopNavLink")
    bar.filter(has_text="Documents").click()
    page.wait_for_url(re.compile(r"/documents$"))
    bar.filter(has_text="Map").click()
    page.wait_for_url(re.compile(r"/\?from=2010&to=2014$"))
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_url(re.compile(r"/$"))
    bar.filter(has_text="Timeline").click()
    expect(page.get_by_test_id("timeline-said")).to_contain_text("5 documents of 5")
    assert page.url.endswith("/timeline")


@pytest.mark.parametrize("path", ["/timeline?to=2022-11", "/?to=2022-11"])
def test_the_years_play_from_the_first_where_a_period_has_no_beginning(
    page: Page, address: str, path: str
) -> None:
    play(page, f"{address}{path}")
    beginning = page.get_by_role("slider", name="Beginning of the period")
    page.get_by_role("button", name="Pause").click()
    expect(beginning).to_have_attribute("aria-valuetext", re.compile(r"^Jan \d{4}$"))
    page.wait_for_url(re.compile(r"to=(199|200)\d-12"))


@pytest.mark.parametrize("path", ["/timeline", "/"])
def test_escape_stops_the_years_and_the_way_back_leads_to_what_was_shown_before(
    page: Page, address: str, path: str
) -> None:
    play(page, f"{address}{path}?to=2022-11")
    page.keyboard.press("Escape")
    again = page.get_by_role("button", name="Play the years")
    expect(again).to_be_focused()
    page.wait_for_url(re.compile(r"to=(199|200)\d-12"))
    again.click()
    page.go_back()
    expect(again).to_be_visible()
    end = page.get_by_role("slider", name="End of the period")
    expect(end).to_have_attribute("aria-valuetext", "Nov 2022")
    page.wait_for_url(f"**{path}?to=2022-11")


def test_while_years_are_played_the_map_names_the_year_and_the_list_follows(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.wait_for_selector(READY)
    meeting = page.locator('[data-list-feature-id="moscow-2021-03-18"]')
    expect(meeting).to_have_count(1)
    page.get_by_role("button", name="Play the years").click()
    expect(page.get_by_test_id("then")).to_have_text(re.compile(r"^(199|200)\d$"))
    expect(meeting).to_have_count(0)
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("then")).to_be_hidden()
    expect(meeting).to_have_count(0)
    page.get_by_role("button", name="Show everything").click()
    expect(meeting).to_have_count(1)


def test_publication_dates_are_another_way_to_choose(page: Page, address: str) -> None:
    open_timeline(page, address, "?from=2017-12&to=2018-12")
    passages = page.locator(".gt-time-passage:visible")
    before = passages.count()
    page.get_by_label("publication").check()
    expect(page.locator(".gt-time-passage:visible .gt-source").first).to_contain_text(
        "selective-interaction"
    )
    assert passages.count() != before
    assert all("selective" in words for words in passages.locator(".gt-source").all_text_contents())


def test_the_years_under_the_map_limit_it_and_lift_the_limit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY)
    end = page.get_by_role("slider", name="End of the period")
    end.focus()
    for _ in range(9):
        page.keyboard.press("PageDown")
    page.wait_for_url("**/?to=2014-12")
    expect(page.locator(".gt-quiet")).to_contain_text("December 2014")
    expect(page.locator('[data-feature-ids*="moscow-2021-03-18"]')).to_have_count(0)
    expect(page.locator('[data-list-feature-id="moscow-2021-03-18"]')).to_have_count(0)
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator('[data-list-feature-id="moscow-2021-03-18"]')).to_have_count(1)
    expect(end).to_have_attribute("aria-valuetext", "Dec 2023")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, address: str, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    open_timeline(page, address, "?from=2012&to=2016")
    found = Axe().run(page, context=".gt-root")
    assert [fault["id"] for fault in found.response["violations"]] == []


def test_where_nothing_has_a_date_the_page_says_so_and_how_to_give_one(
    page: Page, tmp_path: Path
) -> None:
    features = [
        replace(feature, valid_from="", valid_to="", planned_end="") for feature in zoo.FEATURES
    ]
    given = Contents(zoo.LAYERS, tuple(features), zoo.COLLECTIONS, ())
    write_workspace(tmp_path / "undated.gpkg", given)
    for address in serve(tmp_path / "undated.gpkg", tmp_path / "log"):
        open_timeline(page, address)
        said = page.get_by_test_id("nothing-dated")
        expect(said).to_contain_text("Nothing here has a date")
        expect(page.get_by_test_id("brush")).to_be_hidden()
        expect(page.get_by_role("button", name="Play the years")).to_be_hidden()
        assert page.locator("[data-testid=evidence-map] [data-feature-id]").count() > 0
        said.get_by_role("link").click()
        page.wait_for_url("**/import")
